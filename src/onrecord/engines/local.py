"""The flow on one machine: pages are read by several processes, one process writes.

What is on record already with the same bytes, metadata and settings is not read again, so a run
that was stopped goes on where it was, and a second run adds nothing.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from os import cpu_count
from pathlib import Path

from onrecord.actors import ActorBase, load_base
from onrecord.engines.conclusions import conclude
from onrecord.engines.options import Progress, ReadOptions, RunSummary, silent
from onrecord.engines.reading import Job, Result, read_jobs
from onrecord.errors import ArticleUnreadable, NotOnRecord, SourceUnreadable
from onrecord.pipeline import Horizon
from onrecord.positions import Codebook, load_codebook
from onrecord.positions.codebook_file import read_codebook
from onrecord.records import Article, Page, Skip, identity
from onrecord.sources import find_pages
from onrecord.store import View, Writer
from onrecord.store.rows import to_json
from onrecord.store.writer import Reading

# Changes whenever a stage reads otherwise than before: a record read by an older one is read anew.
READING_VERSION = "1"
CONCLUDED_WITH = ("codebook", "parties", "as_of", "stale_days")
BATCH = 16  # articles a transaction: what a kill can cost


@dataclass(slots=True)
class _Run:
    """The state of one run: what is on record by path and by bytes, and what happened so far."""

    paths: dict[str, tuple[str, str]]  # path → (article id, fingerprint)
    settings: str
    # sha256 → (outlet, url) → first path in this run that gave these bytes
    owners: dict[str, dict[tuple[str | None, str | None], str]] = field(default_factory=dict)
    read: int = 0
    unchanged: int = 0
    replaced: int = 0
    skips: list[Skip] = field(default_factory=list)


def read(
    root: Path | str,
    record: Path | str,
    options: ReadOptions | None = None,
    progress: Progress = silent,
) -> RunSummary:
    """Read everything under `root` into the record and draw its conclusions.

    Raises SourceUnreadable, CodebookError, PartiesError, and RecordError's kind on the record.
    """
    options = options or ReadOptions()
    started = time.monotonic()
    # Faults in what the user wrote are told before anything is read.
    codebook, base = load_codebook(options.codebook), load_base(options.parties)
    if str(root) != "-" and not Path(root).exists():
        raise SourceUnreadable(f"{root}: no such file or folder")
    path = Path(record)
    with Writer(path) as writer:
        with View(path) as view:
            run = _Run(paths=dict(view.reads()), settings=_reading_settings(options))
        _read_pages(root, writer, run, options, progress)
        _keep_settings(writer, root, options)
        _conclude_if_changed(writer, base, codebook, _workers(options), progress)
    return RunSummary(
        record=path,
        read=run.read,
        unchanged=run.unchanged,
        replaced=run.replaced,
        skipped=tuple(run.skips),
        seconds=time.monotonic() - started,
    )


def remove(record: Path | str, article: str, progress: Progress = silent) -> Article:
    """The article taken off the record by id, beginning of id or path; conclusions are redrawn.

    Raises NotOnRecord.
    """
    path = Path(record)
    with Writer(path) as writer:
        with View(path) as view:
            gone = _article_named(view, article)
            codebook = _stored_codebook(view)
            base = _stored_base(view)
        writer.remove_article(gone.id)
        _conclude_if_changed(writer, base, codebook, cpu_count() or 1, progress)
    return gone


def _article_named(view: View, name: str) -> Article:
    found = [a for a in view.all(Article) if a.path == name or (name and a.id.startswith(name))]
    if len(found) != 1:
        how_many = "no article has" if not found else f"{len(found)} articles have"
        raise NotOnRecord(f"{name}: {how_many} this id or path; see `onrecord articles`")
    return found[0]


def _stored_codebook(view: View) -> Codebook:
    text = view.setting("codebook")
    return read_codebook(text, f"{view.path}: its codebook") if text else load_codebook()


def _workers(options: ReadOptions) -> int:
    return options.workers or cpu_count() or 1


def _stored_base(view: View) -> ActorBase:
    """The base with the parties that the record was read with."""
    text = view.setting("parties")
    if not text:
        return load_base()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "parties.yaml"
        path.write_text(text, encoding="utf-8")
        return load_base(path)


def _conclude_if_changed(
    writer: Writer, base: ActorBase, codebook: Codebook, workers: int, progress: Progress
) -> None:
    """Draw the conclusions anew unless articles and settings are as they were last time."""
    with View(writer.path) as view:
        settings = [view.setting(name) or "" for name in CONCLUDED_WITH]
        reads = [part for path, read in sorted(view.reads().items()) for part in (path, *read)]
        state = identity(READING_VERSION, *settings, *reads)
        if view.setting("concluded") == state:
            return
        as_of, days = view.setting("as_of"), view.setting("stale_days")
        horizon = Horizon(
            as_of=dt.date.fromisoformat(as_of) if as_of else None, days=int(days) if days else None
        )
        with writer.transaction():
            conclude(
                writer,
                view,
                base=base,
                codebook=codebook,
                horizon=horizon,
                workers=workers,
                progress=progress,
            )
            writer.keep_setting("concluded", state)


def _read_pages(
    root: Path | str, writer: Writer, run: _Run, options: ReadOptions, progress: Progress
) -> None:
    jobs = _jobs(root, run, options)
    results = read_jobs(
        jobs,
        parties=options.parties,
        light=options.light,
        workers=_workers(options),
    )
    done = 0
    while batch := list(islice(results, BATCH)):
        with writer.transaction():
            for result in batch:
                _keep(result, writer, run)
        done += len(batch)
        progress("reading", done, None)
    with writer.transaction():
        writer.forget_skips()
        for skip in run.skips:
            writer.skip(skip)


def _jobs(root: Path | str, run: _Run, options: ReadOptions) -> Iterator[Job]:
    """Yield what must be read; count what need not be, and why."""
    for page in find_pages(root, options.source):
        if isinstance(page, ArticleUnreadable):
            run.skips.append(_skip(page))
            continue
        owner = _owner(run, page)
        if owner is not None:
            run.skips.append(
                Skip(
                    where=page.path,
                    reason="duplicate file",
                    detail=f"the same bytes as {owner}",
                    remedy="nothing to do; name its outlet in articles.csv if it is a reprint",
                )
            )
            continue
        article_id = _own_id(page) if len(run.owners[page.sha256]) > 1 else None
        fingerprint = identity(
            run.settings, page.sha256, str(to_json(page.metadata)), article_id or ""
        )
        if run.paths.get(page.path, ("", ""))[1] == fingerprint:
            run.unchanged += 1
            continue
        yield Job(page=page, article_id=article_id, fingerprint=fingerprint)


def _owner(run: _Run, page: Page) -> str | None:
    """The path that gave this very article before; None if it is new or a reprint elsewhere."""
    prints = run.owners.setdefault(page.sha256, {})
    key = (page.metadata.outlet, page.metadata.url)
    if prints and key[0] is None:
        return next(iter(prints.values()))
    if key in prints:
        return prints[key]
    prints[key] = page.path
    return None


def _own_id(page: Page) -> str:
    """The id of a reprint: the same bytes as another page, under an outlet of its own."""
    return identity("reprint", page.sha256, page.metadata.outlet or "", page.metadata.url or "")


def _keep(result: Result, writer: Writer, run: _Run) -> None:
    if result.article is None or result.found is None:
        if result.failure is not None:
            run.skips.append(_skip(result.failure))
        return
    job = result.job
    writer.add_reading(
        Reading(
            page=job.page,
            article=result.article,
            parse=result.parse,
            found=result.found,
            fingerprint=job.fingerprint,
        )
    )
    run.replaced += job.page.path in run.paths
    run.read += 1
    run.paths[job.page.path] = (result.article.id, job.fingerprint)


def _skip(failure: ArticleUnreadable) -> Skip:
    return Skip(
        where=failure.where, reason=failure.reason, detail=failure.detail, remedy=failure.remedy
    )


def _reading_settings(options: ReadOptions) -> str:
    return identity(READING_VERSION, str(options.light), _text_of(options.parties))


def _text_of(path: Path | None) -> str:
    return path.read_text(encoding="utf-8") if path is not None else ""


def _keep_settings(writer: Writer, root: Path | str, options: ReadOptions) -> None:
    """Keep beside the record what it was read with, so that later commands use the same."""
    writer.keep_setting("root", str(root))
    writer.keep_setting("light", "yes" if options.light else "no")
    writer.keep_setting("codebook", _text_of(options.codebook) or None)
    writer.keep_setting("parties", _text_of(options.parties) or None)
    writer.keep_setting("as_of", options.as_of.isoformat() if options.as_of else None)
    days = options.stale_days
    writer.keep_setting("stale_days", str(days) if days is not None else None)
