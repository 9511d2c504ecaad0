"""Entity timelines for scoring: a file for each actor, in the form of SemEval-2015 Task 4.

The first line is the actor's name. Each further line has, with tabs between them, the place in the
order (one number for each date, from 1), the date ("2031-03-04", "2031-03", "2031"; "XXXX-XX-XX"
where no one day, month or year holds it, and then 0 as its place), and the event's mentions as
document-sentence-word, one field each.

Source: Minard et al. 2015, "SemEval-2015 Task 4: TimeLine: Cross-Document Event Ordering".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.language.parse import Parse
from onrecord.presentation.exports.places import make_folder, whole_file
from onrecord.presentation.wording import say_interval
from onrecord.reconciliation.event_words import event_word
from onrecord.reconciliation.events import standing
from onrecord.records import Actor, Article, Citation, Event
from onrecord.store import View

NO_DATE = "XXXX-XX-XX"
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
LONGEST = 80  # letters of a file's name: 255 bytes are allowed, and a letter may take three
# Windows keeps these for devices, whatever stands behind the point.
RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}
HELD = ("happened", "planned")  # what was called off takes no place in time


def export_timelines(view: View, folder: Path) -> tuple[Path, ...]:
    """The files written into `folder`, one for each actor of an event, in the order of names."""
    make_folder(folder)
    actors = {a.id: a for a in view.all(Actor)}
    articles = {a.id: a for a in view.all(Article)}
    told: dict[str, list[Event]] = {}
    for event in view.all(Event):
        if standing(event) in HELD:
            for actor in event.actors:
                told.setdefault(actor, []).append(event)
    parses = _Parses(view, articles)
    named = sorted((actors[a].name, a) for a in told if a in actors)
    written: list[Path] = []
    for name, actor in named:
        path = _path(folder, name, actor, written)
        with whole_file(path) as out:
            out.write(f"{_one_field(name)}\n")
            for line in _lines(told[actor], parses):
                out.write("\t".join(line) + "\n")
        written.append(path)
    return tuple(written)


def _lines(events: Iterable[Event], parses: _Parses) -> Iterator[tuple[str, ...]]:
    """Yield the lines of one timeline: first what has no date, then the others in their order."""
    dated = sorted((_date(e), e.kind, e.id, e) for e in events)
    dates = sorted({date for date, *_ in dated if date != NO_DATE})
    place = {date: number for number, date in enumerate(dates, start=1)}
    dated.sort(key=lambda line: (place.get(line[0], 0), line[1:3]))
    for date, _, _, event in dated:
        words = dict.fromkeys(parses.word(event.kind, cited) for cited in event.spans)
        yield (str(place.get(date, 0)), date, *words)


def _date(event: Event) -> str:
    said = say_interval(event.when)
    return said if DATE.fullmatch(said) else NO_DATE


class _Parses:
    """The parses of articles, one read for all that is asked of an article in a row."""

    def __init__(self, view: View, articles: dict[str, Article]) -> None:
        self._view = view
        self._articles = articles
        self._known: dict[str, Parse] = {}

    def word(self, kind: str, cited: Citation) -> str:
        """One mention as document-sentence-word; sentences count from 0."""
        article = self._articles[cited.article]
        if article.id not in self._known:
            self._known[article.id] = self._view.parse(article)
        word = event_word(kind, cited.span.text)
        at = cited.span.start + max(0, cited.span.text.lower().find(word.lower()))
        sentence = self._known[article.id].sentence_at(at)
        number = sentence.i if sentence is not None else 0
        return f"{_one_field(article.path)}-{number}-{_one_field(word)}"


def _one_field(text: str) -> str:
    return " ".join(text.split()).replace(" ", "_") if text.strip() else "_"


def _path(folder: Path, name: str, actor: str, taken: Iterable[Path]) -> Path:
    """A file named after the actor; its id follows where two have one name."""
    plain = unicodedata.normalize("NFC", name.casefold())  # macOS would give the parts of an accent
    stem = re.sub(r"[^\w]+", "_", plain)[:LONGEST].strip("_") or "actor"
    if stem in RESERVED:
        stem += "_"
    path = folder / f"{stem}.txt"
    return path if path not in set(taken) else folder / f"{stem}_{actor[:8]}.txt"
