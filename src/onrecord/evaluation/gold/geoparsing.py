"""TR-News and LGL: news articles whose place names have GeoNames ids and coordinates, XML.

An `article` has a `text` and `toponym`s with `start`, `end`, `phrase` and, where the annotator
found the place, a `gaztag` with its id, `lat` and `lon`. In TR-News a number is off by as many
characters as line ends stand before it: a toponym stands where its phrase is spelled nearest to
its `start`. Sources: Kamalloo and Rafiei, WWW 2018; Lieberman, Samet and Sankaranarayanan, ICDE
2010.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from xml.etree import ElementTree

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article

GeoCorpus = Literal["trnews", "lgl"]
CORPORA: tuple[GeoCorpus, ...] = get_args(GeoCorpus)
FILES: dict[GeoCorpus, str] = {"trnews": "TR-News.xml", "lgl": "lgl.xml"}
# In TR-News the farthest is 62 characters off; a phrase that is not spelled so near is refused.
REACH = 100


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class GoldToponym:
    """A place name at characters `[start, end)`; the place is None where the gold has none.

    `code` is the feature code of GeoNames: "PCLI" a state, "ADM1", "PPL", "CONT", …
    """

    start: int
    end: int
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoArticle:
    """An article and its place names in text order."""

    article: Article
    toponyms: tuple[GoldToponym, ...]


def read_geoparsing(gold: Path | None, corpus: GeoCorpus = "trnews") -> Iterator[GeoArticle]:
    """Yield the articles of a corpus in the file's order.

    Raises GoldMissing, naming the file and article, if it is not there or not of the form.
    """
    path = set_folder(gold, "geoparsing", FILES[corpus]) / FILES[corpus]
    try:
        # Gold is a file that the user chose; the parser expands no external entities.
        root = ElementTree.parse(path).getroot()  # noqa: S314
    except (OSError, ElementTree.ParseError) as error:
        raise GoldMissing(f"{path}: not the XML of {corpus} ({error})") from None
    for node in root.iter("article"):
        name = f"{path.name}#{node.get('docid', '?')}"
        try:
            yield _article(name, node)
        except ValueError as error:
            raise GoldMissing(f"{path}, article {node.get('docid')}: {error}") from None


def _article(name: str, node: ElementTree.Element) -> GeoArticle:
    text = _required(node, "text")
    found = (_toponym(text, item) for item in node.iter("toponym"))
    return GeoArticle(article=article_of(name, text), toponyms=tuple(sorted(set(found), key=_at)))


def _at(toponym: GoldToponym) -> tuple[int, int, int]:
    return toponym.start, toponym.end, toponym.geonames or 0


def _toponym(text: str, node: ElementTree.Element) -> GoldToponym:
    """The toponym where its phrase stands. Raises ValueError."""
    said, phrase = int(_required(node, "start")), _required(node, "phrase")
    start = _nearest(text, phrase, said)
    tag = node.find("gaztag")
    if tag is None:
        return GoldToponym(start=start, end=start + len(phrase))
    return GoldToponym(
        start=start,
        end=start + len(phrase),
        geonames=int(tag.get("geonameid", "")),
        lat=float(_required(tag, "lat")),
        lon=float(_required(tag, "lon")),
        code=tag.findtext("fcode"),
    )


def _nearest(text: str, phrase: str, said: int) -> int:
    """Where the phrase is spelled nearest to the place that is said. Raises ValueError."""
    low = max(0, said - REACH)
    after = text.find(phrase, said, said + REACH + len(phrase))
    before = text.rfind(phrase, low, said + len(phrase))
    found = [at for at in (before, after) if at >= 0]
    if not found:
        raise ValueError(f"{phrase!r} does not stand near character {said}")
    return min(found, key=lambda at: (abs(at - said), at))


def _required(node: ElementTree.Element, name: str) -> str:
    """The text of a child. Raises ValueError."""
    found = node.findtext(name)
    if not found:
        raise ValueError(f"a {node.tag} without {name}")
    return found
