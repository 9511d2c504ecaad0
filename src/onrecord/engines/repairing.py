"""A damaged record made anew of what is sound in it; a copy is kept before anything is changed.

Articles and decisions are what a record is about: they are taken out one by one and checked. What
is not sound of an article is read again from its text, or its text from its original; indices and
the search index are built with the new file, and the conclusions are drawn anew.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path, PurePosixPath

from onrecord.engines.local import conclude_record
from onrecord.engines.options import Progress, silent
from onrecord.engines.processes import Crew
from onrecord.engines.reading import Job, read_anew, read_jobs
from onrecord.engines.settings import NAMES, Settings, load_base_of
from onrecord.errors import (
    ArticleUnreadable,
    CodebookError,
    PartiesError,
    RecordCorrupt,
    RecordUnwritable,
)
from onrecord.pipeline import PASSES
from onrecord.records import Article, Page
from onrecord.sources.files import page_of_bytes
from onrecord.store import Writer
from onrecord.store.files import told_plainly
from onrecord.store.salvage import Salvage, Taken
from onrecord.store.wreck import Wreck, with_new_header
from onrecord.store.writer import Reading

OF_READING = frozenset(kind for stage in PASSES[0] for kind in stage.writes)
# The fingerprint of what was read again here, perhaps without a setting that is lost: the next run
# over the source reads it once more.
READ_ANEW = ""
BEYOND = (
    "nothing can be taken out of it, and nothing was changed; restore a copy, or read the sources"
    " into a new record"
)


@dataclass(slots=True, kw_only=True)
class Repair:
    """What was done to a record: the copy of before, what was mended and what is lost.

    `copy` is None, and nothing was changed, where there was nothing to mend.
    """

    record: Path
    copy: Path | None = None
    mended: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def bring_up_to_date(record: Path, progress: Progress = silent) -> Repair:
    """A sound record of an earlier version, or without its conclusions, as a run leaves it."""
    done = Repair(record=record, copy=_copied(record))
    with Writer(record) as writer, Crew(os.cpu_count() or 1) as crew:
        writer.forget_conclusions()  # all of them, whatever still stands
        conclude_record(writer, crew, progress)
    done.mended.append("brought up to date, the conclusions drawn")
    return done


def rebuild(record: Path, progress: Progress = silent) -> Repair:
    """The record with all that is sound in it, in place of the damaged one.

    Raises RecordCorrupt where nothing can be taken out of it, and RecordUnwritable; the record then
    is as it was.
    """
    if not record.stat().st_size:
        raise RecordCorrupt(f"{record}: {BEYOND}")
    done = Repair(record=record, copy=_copied(record))
    draft = record.with_name(f"{record.name}.repairing")
    untouched = True
    try:
        with _draft(draft), _opened(record, draft, done) as wreck:
            _take_over(wreck, draft, done, progress)
            untouched = False  # from here on the copy may be all that is left
            _put_in_place(draft, wreck, record)
    except BaseException:
        if untouched:
            _remove(done.copy)
        raise
    return done


def _copied(record: Path) -> Path:
    """A copy of the file and its log beside it, under a name that nothing has."""
    names = (f"{record.name}.before-repair{n or ''}" for n in count())
    copy = next(path for name in names if not (path := record.with_name(name)).exists())
    try:
        shutil.copyfile(record, copy)
        if (log := _beside(record, "-wal")).exists():
            shutil.copyfile(log, _beside(copy, "-wal"))
    except OSError as error:
        _remove(copy)
        raise RecordUnwritable(
            f"{copy}: a copy of the record cannot be made ({error.strerror}), and without one"
            " nothing is changed; free some space, or see who may write there"
        ) from error
    return copy


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _remove(path: Path | None) -> None:
    if path is not None:
        for ending in ("", "-wal", "-shm"):
            _beside(path, ending).unlink(missing_ok=True)


@contextmanager
def _draft(path: Path) -> Iterator[None]:
    """The place of the new record, empty now and gone at the end."""
    _remove(path)
    try:
        yield
    finally:
        _remove(path)


@contextmanager
def _opened(record: Path, draft: Path, done: Repair) -> Iterator[Wreck]:
    """The damaged record, nobody else in it; with a new header where its own is damaged."""
    source = _beside(draft, "-source")
    with ExitStack() as left:
        try:
            wreck = left.enter_context(Wreck(record))
        except RecordCorrupt:
            left.callback(_remove, source)
            try:
                with_new_header(record, source)
                wreck = left.enter_context(Wreck(source))
            except RecordCorrupt as error:
                raise RecordCorrupt(f"{record}: {BEYOND}") from error
            done.mended.append("the first bytes of the file, which say what it is")
        yield wreck


def _take_over(wreck: Wreck, draft: Path, done: Repair, progress: Progress) -> None:
    salvage = Salvage(wreck, OF_READING)
    with Crew(os.cpu_count() or 1) as crew, Writer(draft) as writer:
        with writer.transaction():
            for name, value in _sound_settings(salvage.settings(), done).items():
                writer.keep_setting(name, value)
            for skip in salvage.skips():
                writer.skip(skip)
            decisions = list(salvage.decisions())
            for decision in decisions:
                writer.decide(decision)
        articles = _take_articles(salvage, writer, crew, done, progress)
        if not articles and not decisions:
            raise RecordCorrupt(f"{done.record}: {BEYOND}")
        done.lost += salvage.lost
        for table in ("decisions", "articles", "originals", "settings", "reads"):
            done.lost += [f"{table}: {note}" for note in wreck.unreadable.get(table, ())]
        conclude_record(writer, crew, progress)
    done.mended.append("all indices, the search index and the conclusions were made anew")


def _sound_settings(stored: dict[str, str], done: Repair) -> dict[str, str]:
    """The settings of a record that a run can work with; what cannot be read is left out."""
    kept = {name: value for name, value in stored.items() if name in {"root", *NAMES}}
    settings = Settings(**{name: kept.get(name, "") for name in NAMES})
    checks = (
        ("codebook", settings.load_codebook),
        ("parties", lambda: load_base_of(settings.parties)),
        ("as_of", replace(settings, stale_days="").horizon),
        ("stale_days", replace(settings, as_of="").horizon),
    )
    for name, check in checks:
        try:
            check()
        except (CodebookError, PartiesError, ValueError, OverflowError):
            if kept.pop(name, None) is not None:
                done.lost.append(f"the setting `{name}` is damaged: read again and name it")
                settings = replace(settings, **{name: ""})
    return kept


def _take_articles(
    salvage: Salvage, writer: Writer, crew: Crew, done: Repair, progress: Progress
) -> int:
    """How many articles are in the new record: as they were, read anew, or from their originals."""
    anew: dict[str, Taken] = {}
    from_original: list[Taken] = []
    kept = 0
    for taken in salvage.articles():
        if taken.article is None:
            from_original.append(taken)
        elif taken.parse is None or taken.found is None:
            anew[taken.article.id] = taken
        else:
            writer.add_reading(_reading(taken, taken.article, taken.parse, dict(taken.found)))
            kept += 1
            progress("taking over", kept, None)
    articles = (taken.article for taken in anew.values() if taken.article is not None)
    for article, parse, found in read_anew(articles, record=writer.path, crew=crew):
        taken = replace(anew[article.id], fingerprint=READ_ANEW)
        writer.add_reading(_reading(taken, article, parse, dict(found)))
        progress("reading again", len(anew), None)
    if anew:
        done.mended.append(f"{len(anew)} articles were read again from their stored texts")
    again = _read_originals(from_original, writer, crew, done)
    return kept + len(anew) + again


def _read_originals(every: list[Taken], writer: Writer, crew: Crew, done: Repair) -> int:
    """How many articles could be read again from their originals; the others are noted as lost."""
    jobs: list[Job] = []
    by_job: list[Taken] = []
    for taken in every:
        try:
            page = _page(taken)
        except ArticleUnreadable as failure:
            _lose(taken, failure.reason, done)
            continue
        jobs.append(Job(page=page, article_id=taken.id, fingerprint=READ_ANEW))
        by_job.append(replace(taken, fingerprint=READ_ANEW))
    read = 0
    for taken, result in zip(by_job, read_jobs(jobs, record=writer.path, crew=crew), strict=True):
        if result.article is None or result.found is None:
            _lose(taken, result.failure.reason if result.failure else "not read", done)
            continue
        writer.add_reading(_reading(taken, result.article, result.parse, dict(result.found)))
        read += 1
    if read:
        done.mended.append(f"{read} articles were read again from their stored originals")
    return read


def _page(taken: Taken) -> Page:
    """The page of a stored original. Raises ArticleUnreadable if it is not what was read."""
    page = None
    if taken.original is not None:
        suffix = PurePosixPath(taken.path.lower().partition("#")[0]).suffix
        page = page_of_bytes(taken.original, taken.path, suffix, taken.metadata)
    # A reprint's id is not the hash of its bytes; whose text it is, its damaged row said.
    if page is None or page.sha256 != taken.id:
        raise ArticleUnreadable(taken.path, "its original is damaged too")
    return page


def _lose(taken: Taken, why: str, done: Repair) -> None:
    done.lost.append(
        f"the article {taken.path} ({taken.id[:12]}) is damaged ({why}): read the file again"
    )


def _reading(
    taken: Taken, article: Article, parse: bytes, found: dict[type, tuple[object, ...]]
) -> Reading:
    page = Page(
        path=article.path,
        original=taken.original or b"",
        raw=article.raw,
        encoding=article.encoding,
        media_type="text/plain",
    )
    return Reading(
        page=page,
        place=taken.place,
        article=article,
        parse=parse,
        found=found,
        fingerprint=taken.fingerprint,
    )


def _put_in_place(draft: Path, wreck: Wreck, record: Path) -> None:
    """The new record in the place of the damaged one: all of it, or nothing of it.

    The database itself puts it there, as one transaction, where it can open the file: whoever waits
    for it then writes to the new one. Where it cannot, nobody else has the file open.
    """
    with told_plainly(record), closing(sqlite3.connect(draft)) as made:
        if wreck.path == record:
            wreck.db.row_factory = None
            made.backup(wreck.db)
            return
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            _beside(record, ending).unlink()
    os.replace(draft, record)
