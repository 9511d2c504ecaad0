"""TempEval-3: news whose expressions of time are marked, TimeML (TimeBank and AQUAINT).

`<TEXT>` holds the article with `<TIMEX3 tid type value>` around each expression; the one with
`functionInDocument="CREATION_TIME"` stands in `<DCT>` before it and dates the document.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article, Interval

Part = Literal["dev", "train", "all"]
FILES = "**/*.tml"
EVERY = 4  # of each four documents in name order the last is the dev part: no rule came from it


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """One expression `[start, end)` with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeArticle:
    """One document, dated by its creation time, with its expressions in text order."""

    article: Article
    created: dt.date
    times: tuple[GoldTime, ...]


def read_timeml(
    gold: Path | None, part: Part = "dev", limit: int | None = None
) -> Iterator[TimeArticle]:
    """Yield the documents of a part in name order, AQUAINT before TimeBank.

    Raises GoldMissing, naming the file, if one is not of the form.
    """
    folder = set_folder(gold, "tempeval3", FILES)
    paths = sorted(folder.glob(FILES))
    chosen = [
        p
        for n, p in enumerate(paths)
        if part == "all" or (n % EVERY == EVERY - 1) == (part == "dev")
    ]
    for path in chosen[:limit]:
        try:
            # Gold is a file that the user chose; the parser expands no external entities.
            root = ElementTree.parse(path).getroot()  # noqa: S314
            yield _document(path.name, root)
        except (ElementTree.ParseError, KeyError, ValueError) as error:
            raise GoldMissing(f"{path}: not a TimeML document of TempEval-3 ({error})") from None


def dated(article: Article, day: dt.date) -> Article:
    """The article with this day as its date of publication."""
    published = Interval(
        start=day, end=day + dt.timedelta(days=1), precision="day", basis="metadata"
    )
    return replace(article, published=published)


def _document(name: str, root: ElementTree.Element) -> TimeArticle:
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError("no DCT or no TEXT")
    day = dt.date.fromisoformat(created.attrib["value"][:10])
    pieces: list[str] = []
    times = tuple(_times(body, pieces))
    return TimeArticle(
        article=dated(article_of(name, "".join(pieces)), day), created=day, times=times
    )


def _times(element: ElementTree.Element, pieces: list[str]) -> Iterator[GoldTime]:
    """Yield the expressions within an element; `pieces` takes its text, so that offsets hold."""
    pieces.append(element.text or "")
    for child in element:
        start = sum(map(len, pieces))
        yield from _times(child, pieces)
        if child.tag == "TIMEX3":
            end = sum(map(len, pieces))
            yield GoldTime(
                start=start, end=end, type=child.attrib["type"], value=child.attrib["value"]
            )
        pieces.append(child.tail or "")
