"""Looking again and again for what is new in folders and feeds, and adding it to a record.

The record itself says what is known: a page that is on record is not asked for again. Beside it
only the cache of what was fetched is kept, so that a watch can end at any moment and go on later.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.engines.prints import WEB
from onrecord.errors import (
    ArticleUnreadable,
    OnrecordError,
    RecordUnwritable,
    SourceUnreadable,
)
from onrecord.presentation.record import read
from onrecord.records import Article, Page, Skip, identity
from onrecord.sources import SourceOptions, find_pages
from onrecord.sources.web import Web, is_address, name_of, not_there, read_address
from onrecord.sources.web.addresses import path_of
from onrecord.sources.web.cache import default_folder
from onrecord.sources.web.lists import read_bytes, read_opml
from onrecord.store import View

USUAL = 900.0  # seconds between two rounds
MOST_TRIES = 3  # of a page that cannot be read
PASSING_FAULTS = ("broken feed", "feed too long", "not free to read")  # of what was read
LONGEST_REST = 86_400.0  # seconds that a failing source is left alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that could not be asked, why, and when it is tried again."""

    source: str
    what: str
    again: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round added: titles (or paths) of new articles, how many came in a new version.

    `skipped` are the pages that cannot be read, each told in one round only.
    """

    at: dt.datetime
    added: tuple[str, ...]
    replaced: int
    skipped: tuple[Skip, ...]
    failures: tuple[Failure, ...]
    next: dt.datetime


@dataclass(slots=True)
class _Watch:
    """What a watch remembers from round to round."""

    record: Path
    every: float
    light: bool | None
    web: Callable[[frozenset[str]], Web]
    tries: Counter[str] = field(default_factory=Counter)  # of pages that cannot be read
    failed: Counter[str] = field(default_factory=Counter)  # sources, how often in a row
    due: dict[str, float] = field(default_factory=dict)  # when a failing source is tried again
    looks: dict[str, tuple[tuple[str, int, int], ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    seen: set[str] = field(default_factory=set)  # what a person takes off does not come back

    def round(self, sources: Sequence[str], now: float) -> Round:
        """Look at each source that is due; one that fails stops none of the others.

        Nor does a record that nobody can open now: another may be at work on it.
        """
        try:
            return self._round(sources, now)
        except RecordUnwritable as error:
            again = _moment(now + self.every)
            failure = Failure(source=str(self.record), what=str(error), again=again)
            return Round(
                at=_moment(now), added=(), replaced=0, skipped=(), failures=(failure,), next=again
            )

    def _round(self, sources: Sequence[str], now: float) -> Round:
        self.sources = tuple(_expanded(sources))
        before = _titles(self.record)
        self.seen.update(_known(self.record))
        web = self.web(frozenset({*self.seen, *self._given_up()}))
        skips: list[Skip] = []
        failures: list[Failure] = []
        replaced = 0
        for source in self.sources:
            if self.due.get(source, 0.0) > now:
                continue
            try:
                new, found = self._look(source, web)
            except (SourceUnreadable, RecordUnwritable, ArticleUnreadable) as error:
                failures.append(self._failure(source, str(error), now))
                continue
            replaced += new
            failing = next((skip for skip in found if self._is_failure(skip, source)), None)
            if failing is not None:
                what = f"{failing.reason}: {failing.detail}" if failing.detail else failing.reason
                failures.append(self._failure(source, what, now))
            else:
                self.failed.pop(source, None)
                skips += [skip for skip in found if self._is_news(skip)]
        after = _titles(self.record)
        return Round(
            at=_moment(now),
            added=tuple(sorted(title for key, title in after.items() if key not in before)),
            replaced=replaced,
            skipped=tuple(skips),
            failures=tuple(failures),
            next=_moment(now + self.every),
        )

    def _look(self, source: str, web: Web) -> tuple[int, Sequence[Skip]]:
        """Read what is new: how many articles were replaced, and what cannot be read.

        Where nothing is new, the record is not opened for writing.
        """
        if is_address(source):
            skips = []
            for one in find_pages(source, web=web):
                if isinstance(one, Page):
                    break
                skips.append(
                    Skip(where=one.where, reason=one.reason, detail=one.detail, remedy=one.remedy)
                )
            else:
                return 0, skips
        else:
            look = _look_of(Path(source))
            if self.looks.get(source) == look:
                return 0, ()
            self.looks[source] = look
        made = read(source, self.record, light=self.light, source=SourceOptions(), web=web)
        summary = made.summary
        return (summary.replaced, summary.skipped) if summary else (0, ())

    def _failure(self, source: str, what: str, now: float) -> Failure:
        """The failure of a source, which rests: each time twice as long, at most a day."""
        self.failed[source] += 1
        rest = min(LONGEST_REST, self.every * 2 ** min(20, self.failed[source] - 1))
        self.looks.pop(source, None)
        self.due[source] = now + rest
        return Failure(source=source, what=what, again=_moment(now + rest))

    def _is_failure(self, skip: Skip, source: str) -> bool:
        """Whether a source itself could not be asked; a feed with a fault in it could."""
        if not is_address(source) or skip.reason in PASSING_FAULTS:
            return False
        return skip.where in _names_of(source)

    def _is_news(self, skip: Skip) -> bool:
        """Whether this was not told before; a page is tried a few times and then let be."""
        self.tries[skip.where] += 1
        return self.tries[skip.where] == 1

    def _given_up(self) -> Iterator[str]:
        asked = {name for source in self.sources for name in _names_of(source)}
        tried = (where for where, times in self.tries.items() if times >= MOST_TRIES)
        return (where for where in tried if where not in asked)


def watch(
    sources: Sequence[str],
    record: Path,
    *,
    every: float = USUAL,
    once: bool = False,
    light: bool | None = None,
    web: Callable[[frozenset[str]], Web] = lambda known: Web(known=known),
) -> Iterator[Round]:
    """Yield what each round added to the record, every so many seconds until stopped.

    A source is a folder, a file, an address, or an OPML file, whose feeds are watched. `web` makes
    the view of the web of a round from the paths that are known. Raises SourceUnreadable for a
    source that is not there, RecordUnwritable if this record is being watched already.
    """
    for source in sources:
        if not is_address(source) and not Path(source).exists():
            raise SourceUnreadable(f"{source}: {not_there(source)}")
    with _alone(record):
        state = _Watch(record=record, every=every, light=light, web=web)
        while True:
            started = time.time()
            yield state.round(sources, started)
            if once:
                return
            time.sleep(max(0.0, started + every - time.time()))


@contextmanager
def _alone(record: Path) -> Iterator[None]:
    """Hold the one place of a watcher of this record; it falls free when the process ends."""
    folder = default_folder().with_name("watch")
    place = folder / identity("watch", str(record.resolve()))
    with ExitStack() as held:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # A database's lock is there on every system, and goes with the process that holds it.
            lock = held.enter_context(
                closing(sqlite3.connect(place, timeout=0, isolation_level=None))
            )
            lock.execute("BEGIN EXCLUSIVE")
        except (OSError, sqlite3.Error) as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise RecordUnwritable(
                    f"{record}: is being watched already; stop that watch, or name all sources"
                    " there"
                ) from error
            raise RecordUnwritable(
                f"{folder}: cannot note there that {record} is being watched ({error}); see who may"
                " write there, and whether there is space"
            ) from error
        yield


def _expanded(sources: Sequence[str]) -> Iterator[str]:
    """Yield the sources, and in place of an OPML file its feeds; each once."""
    seen = set()
    for source in sources:
        is_file = source.lower().endswith(".opml") and not is_address(source)
        for one in _feeds(Path(source)) if is_file else (source,):
            if one not in seen:
                seen.add(one)
                yield one


def _names_of(source: str) -> set[str]:
    """The names under which a fault of a source is told."""
    try:
        text = read_address(source).text
    except ArticleUnreadable:
        return {source}
    return {source, text, name_of(text), path_of(text)}


def _feeds(path: Path) -> Iterator[str]:
    """Yield the feeds of an OPML file; the file itself where it cannot be read, to be told so."""
    try:
        feeds = [one.url for one in read_opml(read_bytes(path, path.name), path.name)
                 # A list names feeds of the web; a path in it is a stranger's, and is not opened.
                 if not isinstance(one, ArticleUnreadable) and is_address(one.url)]  # fmt: skip
    except (OSError, OnrecordError):
        feeds = [str(path)]
    yield from feeds


def _look_of(path: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells whether files have changed: their paths, times and sizes."""
    files = [path] if path.is_file() else path.rglob("*")
    looks = []
    for one in files:
        try:
            state = one.stat()
        except OSError:
            continue  # it went while we looked
        looks.append((str(one), state.st_mtime_ns, state.st_size))
    return tuple(sorted(looks))


def _known(record: Path) -> Iterator[str]:
    """Yield the paths of the web that are on record."""
    if record.exists():
        with View(record) as view:
            yield from (place.removeprefix(WEB) for place in view.reads() if place.startswith(WEB))


def _titles(record: Path) -> dict[str, str]:
    """The articles on record: id → title, or path where there is none."""
    if not record.exists():
        return {}
    with View(record) as view:
        paths, titles = view.column(Article, "path"), view.column(Article, "title")
    return {key: titles[key] or path for key, path in paths.items()}


def _moment(seconds: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds).astimezone().replace(microsecond=0)
