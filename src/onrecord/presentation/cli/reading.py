"""Commands that change a record: read, remove, demo."""

from __future__ import annotations

import datetime as dt
import tempfile
from importlib.resources import files
from itertools import islice
from pathlib import Path

import click

from onrecord.engines.options import RunSummary
from onrecord.errors import SourceUnreadable
from onrecord.presentation.cli.between import print_gaps
from onrecord.presentation.cli.cells import print_matrix
from onrecord.presentation.cli.terminal import (
    DAY,
    json_option,
    print_json,
    print_skips,
    printable,
    progress_shown,
    record_and_words,
    warn_of_mode,
)
from onrecord.presentation.dossier.words import many
from onrecord.presentation.record import Record, default_record
from onrecord.presentation.record import read as read_record
from onrecord.presentation.results import Results
from onrecord.presentation.rows import GapRow, MatrixRow
from onrecord.records import Preference
from onrecord.sources import SourceOptions
from onrecord.store.rows import to_json

SKIPPED = 3
DISPUTED = ("contested", "blocked by red lines")
BLOCKING = ("circle", "refused step")
BLOCKING_SHOWN = 4


@click.command()
@click.argument("source", required=False)
@click.option("--urls", metavar="FILE", help="Fetch the addresses in FILE (see docs/sources.md).")
@click.option("--offline", is_flag=True, help="Ask nobody: read what was fetched before.")
@click.option("-o", "--record", type=click.Path(path_type=Path), help="The record file to write.")
@click.option(
    "--light/--full",
    default=None,
    help="Without parser or model: faster, finds less; by default as the record was read.",
)
@click.option(
    "--prefer",
    type=click.Choice(["precision", "balance", "recall"]),
    help="Keep only statements that are sure, or also those that are not; by default a balance.",
)
@click.option("--parties", type=click.Path(path_type=Path), help="Your parties.yaml.")
@click.option("--codebook", type=click.Path(path_type=Path), help="Your codebook.yaml.")
@click.option("--as-of", type=DAY, help="The day that ages are counted from.")
@click.option("--stale-days", type=click.IntRange(1), help="Flag words older than this.")
@click.option("--limit", type=click.IntRange(1), help="Read so many articles at most.")
@click.option("--workers", type=click.IntRange(1), help="Processes; by default one per core.")
@click.option("--text", help="The column that holds the text.")
@click.option("--title", help="The column that holds the title.")
@click.option("--date", help="The column that holds the date.")
@click.option("--outlet", help="The column that holds the outlet.")
@click.option("--url", help="The column that holds the address.")
@click.option("--authors", help="The column that names the authors.")
@click.option("--id", help="The column that names a row.")
@json_option
def read(
    source: str | None,
    record: Path | None,
    *,
    urls: str | None,
    offline: bool,
    light: bool | None,
    prefer: Preference | None,
    parties: Path | None,
    codebook: Path | None,
    as_of: dt.date | None,
    stale_days: int | None,
    limit: int | None,
    workers: int | None,
    as_json: bool,
    **columns: str | None,
) -> int:
    """Read SOURCE, or what stands at the addresses of --urls, and draw the record's conclusions.

    SOURCE is a file or folder of .txt, .md, .html, .jsonl, .csv (these two also .gz), .parquet, or
    - for standard input (one text, or JSON lines); a feed (.rss, .atom, .xml) or archive (.warc,
    also .gz) for what it carries; or an address of the web, which is fetched: a page, or all that a
    feed or sitemap names. Nothing else is fetched. A file of many documents from Nexis Uni,
    LexisNexis, Factiva or ProQuest (.docx, .rtf, .txt, .html) is taken apart. A
    parties.yaml, codebook.yaml or articles.csv in the folder is used. What is on record already is
    not read again; a changed file replaces its earlier version.
    """
    if (source is None) == (urls is None):
        raise click.UsageError("name one source: a file, a folder, an address, - or --urls FILE")
    warn_of_mode(record or default_record(source or urls or ""), light)
    with progress_shown(wanted=not as_json) as progress:
        made = read_record(
            source or urls or "",
            record,
            light=light,
            prefer=prefer,
            workers=workers,
            codebook=codebook,
            parties=parties,
            as_of=as_of,
            stale_days=stale_days,
            source=SourceOptions(limit=limit, urls=urls is not None, offline=offline, **columns),
            progress=progress,
        )
    summary = _summary(made)
    if as_json:
        print_json(
            [{**to_json(summary), "record": str(summary.record), "reasons": summary.reasons}]
        )
    else:
        print_summary(summary)
        decided = made.decisions()
        lost = [row for row in decided if not row.placed]
        partly = [row for row in decided if row.placed and row.why]
        if partly:
            click.echo(
                f"{many(len(partly), 'decision')} of people name what the codebook or the record no"
                " longer has; see `onrecord decisions`",
                err=True,
            )
        if lost:
            click.echo(
                f"{many(len(lost), 'decision')} of people found nothing to hang on any more, as"
                " where an article was edited; see `onrecord decisions`",
                err=True,
            )
    return SKIPPED if summary.skipped else 0


def _summary(record: Record) -> RunSummary:
    if record.summary is None:
        raise SourceUnreadable(f"{record.path}: was opened, not read")
    return record.summary


def print_summary(summary: RunSummary) -> None:
    """Print what a run did, every reason for a skip counted, the first of them named."""
    replaced = (
        f", {summary.replaced} of them replace an earlier version" if summary.replaced else ""
    )
    stood = summary.on_record - summary.read
    how = "unchanged" if stood == summary.unchanged else "already on record"
    redone = max(summary.redone.values(), default=0) - summary.read
    again = f", {redone:,} of them concluded again" if redone > 0 else ""
    before = f"; {stood:,} {how}{again}" if stood > 0 else ""
    click.echo(
        f"{summary.record}: {many(summary.read, 'article')} read{replaced}{before};"
        f" {len(summary.skipped)} skipped ({summary.seconds:.1f} s)"
    )
    for reason, count in summary.reasons.items():
        click.echo(f"  {count} × {reason}")
    print_skips(summary.skipped, err=True)


@click.command()
@click.argument("args", nargs=-1, metavar="[RECORD] ARTICLE")
@json_option
def remove(args: tuple[str, ...], *, as_json: bool) -> None:
    """Take ARTICLE (id, beginning of id, or path) off the record and redraw its conclusions."""
    record, article = record_and_words(args, "an article, by id or path")
    gone = record.remove(article)
    if as_json:
        print_json([{"removed": gone.id, "path": gone.path}])
    else:
        path = printable(gone.path)
        click.echo(f"{path} ({gone.id[:12]}) is off the record; reading it again adds it")


@click.command()
@click.option("-o", "--folder", type=click.Path(path_type=Path), help="Where to put the result.")
@json_option
def demo(folder: Path | None, *, as_json: bool) -> int:
    """Read the example coverage that comes with onrecord and show what comes out of it."""
    place = folder or Path(tempfile.mkdtemp(prefix="onrecord-demo-"))
    place.mkdir(parents=True, exist_ok=True)
    source = examples_folder()
    with progress_shown(wanted=not as_json) as progress:
        record = read_record(source, place / default_record(source).name, progress=progress)
    page = record.dossier()
    if as_json:
        print_json(
            [{**to_json(_summary(record)), "record": str(record.path), "dossier": str(page)}]
        )
        return 0
    print_summary(_summary(record))
    click.echo("\nIssues in dispute: who says what (all issues: `onrecord matrix`)")
    print_matrix(Results(MatrixRow, (r for r in record.matrix() if r.status in DISPUTED)))
    click.echo("\nSteps that block each other (everything: `onrecord gaps`)")
    blocking = (r for r in record.gaps() if r.kind in BLOCKING)
    print_gaps(Results(GapRow, islice(blocking, BLOCKING_SHOWN)))
    click.echo(f"\nThe dossier, for a browser: {page}\nAsk on: onrecord statements {record.path}")
    return 0


def examples_folder() -> Path:
    """The example coverage, in the installed package or in the checkout."""
    packaged = Path(str(files("onrecord"))) / "examples" / "coverage"
    checkout = Path(__file__).parents[4] / "examples" / "coverage"
    for folder in (packaged, checkout):
        if folder.is_dir():
            return folder
    raise SourceUnreadable("the example coverage is not installed; reinstall onrecord")
