"""The flow on one machine: pages are read by several processes, one process writes.

What is on record already with the same bytes, metadata and settings is not read again, so a run
that was stopped goes on where it was, and a second run adds nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from os import cpu_count
from pathlib import Path

from onrecord.engines.conclusions import conclude, redraw, settled_articles
from onrecord.engines.kept import code
from onrecord.engines.options import Progress, ReadOptions, RunSummary, silent
from onrecord.engines.prints import Prints, place_of, survey
from onrecord.engines.processes import Crew
from onrecord.engines.reading import Job, Result, read_jobs
from onrecord.engines.redating import redate
from onrecord.engines.settings import (
    Settings,
    keep_settings,
    load_base_of,
    settled,
    stored_settings,
)
from onrecord.errors import (
    ArticleUnreadable,
    EvidenceMismatch,
    ModelUnreadable,
    NotOnRecord,
    RecordError,
    SourceUnreadable,
)
from onrecord.positions import is_about_positions
from onrecord.records import Article, Decision, Page, Skip, identity
from onrecord.sources import SourceOptions, find_pages
from onrecord.sources.web import Web, is_address, not_there, read_address
from onrecord.store import View, Writer
from onrecord.store.rows import to_json
from onrecord.store.salvage import UNKNOWN_PLACE
from onrecord.store.writer import CONCLUDED, DRAWN_FROM, Reading

NOTHING = Settings(codebook="", parties="", as_of="", stale_days="", light="", prefer="")
BATCH = 16  # articles a transaction: what a kill can cost


@dataclass(slots=True)
class _Run:
    """The state of one run: what is on record by path and by bytes, and what happened so far."""

    places: dict[str, tuple[str, str]]  # place → (article id, fingerprint)
    settings: Settings
    read: int = 0
    unchanged: int = 0
    replaced: int = 0
    skips: list[Skip] = field(default_factory=list)


def read(
    root: Path | str,
    record: Path | str,
    options: ReadOptions | None = None,
    progress: Progress = silent,
    *,
    web: Web | None = None,
) -> RunSummary:
    """Read everything under `root` into the record and draw its conclusions.

    `web` goes on with what was fetched before, where `root` is an address or names some. Raises
    SourceUnreadable (ArticleUnreadable for an address that can be none), CodebookError,
    PartiesError, and RecordError's kind on the record.
    """
    options = options or ReadOptions()
    started = time.monotonic()
    if is_address(root):
        read_address(str(root))  # a mistyped one leaves no empty record behind
    elif str(root) != "-" and not Path(root).exists():
        raise SourceUnreadable(f"{root}: {not_there(root)}")
    path = Path(record)
    if not path.exists():
        settled(options, NOTHING)  # a fault in what the user wrote leaves no empty record behind
    with (
        _nothing_left_behind(path),
        Crew(options.workers or cpu_count() or 1) as crew,
        Writer(path) as writer,
    ):
        with View(path) as view:
            stored = stored_settings(view)
            settings = settled(options, stored)
            run = _Run(places=dict(view.reads()), settings=settings)
        keep_settings(writer, root, settings, stored)
        pages = _Pages(root, options.source, web or Web(offline=options.source.offline))
        _read_pages(root, writer, run, pages, crew, progress)
        redone = _conclude_if_changed(writer, settings, crew, progress)
    with View(path) as view:
        on_record = view.count(Article)
    return RunSummary(
        record=path,
        read=run.read,
        unchanged=run.unchanged,
        replaced=run.replaced,
        on_record=on_record,
        redone=redone,
        skipped=tuple(run.skips),
        seconds=time.monotonic() - started,
    )


@contextmanager
def _nothing_left_behind(record: Path) -> Iterator[None]:
    """Take away a record that this run began, if its source or the model cannot be used at all.

    Once an article is on it, it stays.
    """
    began = not record.exists()
    try:
        yield
    except (SourceUnreadable, ModelUnreadable):
        if began and not _holds_articles(record):
            record.unlink(missing_ok=True)
        raise


def _holds_articles(record: Path) -> bool:
    try:
        with View(record) as view:
            return view.count(Article) > 0
    except RecordError:
        return False  # nothing was put into it


def remove(record: Path | str, article: str, progress: Progress = silent) -> Article:
    """The article taken off the record by id, beginning of id or path; conclusions are redrawn.

    Raises NotOnRecord.
    """
    path = Path(record)
    with View(path) as view:
        gone = article_named(view, article)
        settings = stored_settings(view)
    with Crew(cpu_count() or 1) as crew, Writer(path) as writer:
        writer.remove_article(gone.id)
        _conclude_if_changed(writer, settings, crew, progress)
    return gone


def decide(
    record: Path | str,
    made: Iterable[Decision] = (),
    withdrawn: Iterable[Decision] = (),
    progress: Progress = silent,
    *,
    redraw: bool = True,
) -> None:
    """Keep what people decided, take back what they withdraw, and redraw the conclusions.

    One that this coder made at the same time on the same thing stays as it is. Without `redraw`
    the next run that decides or reads draws them. Raises NotOnRecord for one withdrawn that is not
    there.
    """
    path = Path(record)
    with View(path) as view:
        settings = stored_settings(view)
        known = {_made_at(decision) for decision in view.all(Decision)}
    with Crew(cpu_count() or 1) as crew, Writer(path) as writer:
        with writer.transaction():  # what takes the place of another never goes without it
            for decision in withdrawn:
                writer.withdraw(decision)
            for decision in made:
                if _made_at(decision) not in known:
                    known.add(_made_at(decision))
                    writer.decide(decision)
        if redraw:
            _conclude_if_changed(writer, settings, crew, progress)


def _made_at(decision: Decision) -> tuple[str, str, str, str]:
    return decision.target, decision.field, decision.coder, decision.at


def article_named(view: View, name: str) -> Article:
    """The one article of this path, id or beginning of an id. Raises NotOnRecord."""
    known = list(view.all(Article))
    found = [a for a in known if a.path == name]
    found = found or [a for a in known if name and a.id.startswith(name)]
    if len(found) != 1:
        how_many = "no article has" if not found else f"{len(found)} articles have"
        raise NotOnRecord(f"{name}: {how_many} this id or path; see `onrecord articles`")
    return found[0]


def conclude_record(writer: Writer, crew: Crew, progress: Progress) -> None:
    """Draw the conclusions of a record with its own settings, unless they stand."""
    with View(writer.path) as view:
        settings = stored_settings(view)
    _conclude_if_changed(writer, settings, crew, progress)


def _conclude_if_changed(
    writer: Writer, settings: Settings, crew: Crew, progress: Progress
) -> Mapping[str, int]:
    """Draw the conclusions anew unless articles, settings and decisions are as they were last time.

    Where decisions on positions alone have changed, only what follows from the positions is drawn.
    Returned is how many articles each stage that goes by articles did again.
    """
    codebook = settings.load_codebook()
    with View(writer.path) as view:
        state = _State.of(view, settings)
        if view.setting(CONCLUDED) == state.whole:
            return {}
        # Until the conclusions are drawn the record says that they are not: a kill leaves a trace.
        writer.keep_setting(CONCLUDED, None)
        settled_in = settled_articles(view, codebook)
        again = set((view.setting("settled_in") or "").split()) | settled_in
        again &= set(view.keys(Article))
        stands = view.setting(DRAWN_FROM) == state.beside_positions
        if not stands:
            redate(writer, view)

    def drawn(*, stands: bool) -> Mapping[str, int]:
        with View(writer.path) as view, writer.transaction():
            horizon = settings.horizon()
            if stands:
                redone = redraw(
                    writer, view, again, codebook=codebook, horizon=horizon, progress=progress
                )
            else:
                redone = conclude(
                    writer,
                    view,
                    base=load_base_of(settings.parties),
                    codebook=codebook,
                    horizon=horizon,
                    settled_in=again,
                    crew=crew,
                    progress=progress,
                )
            writer.keep_setting(CONCLUDED, state.whole)
            writer.keep_setting(DRAWN_FROM, state.beside_positions)
            writer.keep_setting("settled_in", " ".join(sorted(settled_in)) or None)
        return redone

    try:
        return drawn(stands=stands)
    except EvidenceMismatch:
        # What is kept in the file may come from anybody, and quote what stands nowhere.
        writer.forget_conclusions()
        with View(writer.path) as view:
            redate(writer, view)
        return drawn(stands=False)


@dataclass(frozen=True, slots=True)
class _State:
    """What conclusions follow from, as hashes: all of it, and all beside decisions on positions.

    The second holds for one code alone: what one draws stands beside nothing that another drew.
    """

    whole: str
    beside_positions: str

    @classmethod
    def of(cls, view: View, settings: Settings) -> _State:
        reads = [part for path, read in sorted(view.reads().items()) for part in (path, *read)]
        decisions = [(is_about_positions(d), str(to_json(d))) for d in view.all(Decision)]
        others = [text for on_position, text in decisions if not on_position]
        return cls(
            identity(*settings.concluding, *reads, *(text for _, text in decisions)),
            identity(code(), *settings.concluding, *reads, *others),
        )


def _read_pages(
    root: Path | str,
    writer: Writer,
    run: _Run,
    pages: _Pages,
    crew: Crew,
    progress: Progress,
) -> None:
    prints = survey(_told(pages, progress), root)
    elsewhere = {
        article: place
        for place, (article, _) in run.places.items()
        if not place.startswith(UNKNOWN_PLACE)  # the first place that gives it takes it over
    }
    jobs = _jobs(pages, prints, elsewhere, root, run)
    done = 0
    results = read_jobs(jobs, record=writer.path, crew=crew)
    while batch := list(islice(results, BATCH)):
        with writer.transaction():
            for result in batch:
                _keep(result, writer, run, place_of(root, result.job.page))
        done += len(batch)
        progress("reading", done + run.unchanged, prints.pages)
    with writer.transaction():
        writer.forget_skips()
        for skip in run.skips:
            writer.skip(skip)


class _Pages:
    """The pages under a root, to be gone through twice; standard input is kept for that."""

    def __init__(self, root: Path | str, source: SourceOptions, web: Web) -> None:
        self._root = root
        self._source = source
        self._web = web  # fetches once; the second time it gives what it kept
        self._kept = list(find_pages(root, source)) if str(root) == "-" else None

    def __iter__(self) -> Iterator[Page | ArticleUnreadable]:
        return iter(self._kept or find_pages(self._root, self._source, self._web))


def _told(pages: _Pages, progress: Progress) -> Iterator[Page | ArticleUnreadable]:
    """Yield the pages and tell how many there are so far: from the web they come slowly."""
    for number, page in enumerate(pages, start=1):
        progress("looking", number, None)
        yield page


def _jobs(
    pages: _Pages, prints: Prints, elsewhere: dict[str, str], root: Path | str, run: _Run
) -> Iterator[Job]:
    """Yield what must be read; count what need not be, and why.

    `elsewhere` are the places of articles on record: one that stands there from another folder is
    not read again from this one.
    """
    for page in pages:
        if isinstance(page, ArticleUnreadable):
            run.skips.append(_skip(page))
            continue
        place = place_of(root, page)
        prints.add(page, place)  # nothing new, unless it changed since it was looked over
        article_id = prints.article_id(page)
        known = elsewhere.get(article_id or page.sha256)
        if known is not None and known != place and known.split(":")[0] == place.split(":")[0]:
            known = None  # it moved inside its folder: the new place takes it over
        owner = prints.duplicate_of(page, place) or (known if known != place else None)
        if owner is not None:
            run.skips.append(_duplicate(page, owner))
            continue
        fingerprint = identity(
            run.settings.reading, page.sha256, str(to_json(page.metadata)), article_id or ""
        )
        if run.places.get(place, ("", ""))[1] == fingerprint:
            run.unchanged += 1
            continue
        yield Job(page=page, article_id=article_id, fingerprint=fingerprint)


def _duplicate(page: Page, owner: str) -> Skip:
    return Skip(
        where=page.path,
        reason="duplicate file",
        detail=f"the same bytes as {owner.split(':', maxsplit=1)[-1]}",
        remedy="nothing to do; name its outlet in articles.csv if it is a reprint",
    )


def _keep(result: Result, writer: Writer, run: _Run, place: str) -> None:
    if result.article is None or result.found is None:
        if result.failure is not None:
            run.skips.append(_skip(result.failure))
        return
    job = result.job
    writer.add_reading(
        Reading(
            page=job.page,
            place=place,
            article=result.article,
            parse=result.parse,
            found=result.found,
            fingerprint=job.fingerprint,
        )
    )
    run.replaced += place in run.places
    run.read += 1
    run.places[place] = (result.article.id, job.fingerprint)


def _skip(failure: ArticleUnreadable) -> Skip:
    return Skip(
        where=failure.where, reason=failure.reason, detail=failure.detail, remedy=failure.remedy
    )
