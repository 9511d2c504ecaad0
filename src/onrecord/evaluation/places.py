"""Whether places are found and are the right ones, on TR-News or LGL.

A place is found if its characters are the gold's. It is right if it is the gold's place by its
GeoNames id, or lies within 161 km (100 miles) of it, the measure of the field (Leidner 2007; Gritta
and others 2020). A place of ours without coordinates is never right.

The gold marks adjectives too ("Velundian troops"). They are found by `find_adjectives`, since the
record's places are names alone; `names` gives the figures of names without them, where the gold's
adjectives are left out. Articles fall into two halves by a hash, so that one can be kept unseen.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.evaluation.counts import Score, plain, share
from onrecord.evaluation.gold.geoparsing import (
    GeoArticle,
    GeoCorpus,
    GoldToponym,
    read_geoparsing,
)
from onrecord.language.english import parse_article
from onrecord.places import find_places, is_adjective
from onrecord.records import PlaceMention

WITHIN_KM = 161.0
EARTH_KM = 6371.0
Half = Literal["seen", "unseen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMiss:
    """One error: a place that was missed, invented, or taken for another."""

    path: str
    name: str
    kind: Literal["missed", "invented", "elsewhere"]
    detail: str

    def as_text(self) -> str:
        """One line: where, the words, what is wrong."""
        return f"{self.path} {self.name!r}: {self.kind}{self.detail and f', {self.detail}'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Of the gold's places with coordinates: all, those found, and of these the right ones."""

    gold: int
    found: int
    same: int  # by GeoNames id
    near: int  # by id or within 161 km

    @property
    def accuracy(self) -> float | None:
        """The share of the found ones that is right."""
        return share(self.near, self.found)

    @property
    def recall(self) -> float | None:
        """The share of all the gold's places that is found and right."""
        return share(self.near, self.gold)

    def as_json(self) -> dict[str, float | None]:
        """The figures as plain JSON values."""
        return {
            "gold": self.gold,
            "found": self.found,
            "same_id": self.same,
            "within_161_km": self.near,
            "accuracy": _round(self.accuracy),
            "recall": _round(self.recall),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceScores:
    """The figures of one run; `touching` counts a place as found if it shares a character."""

    corpus: GeoCorpus
    articles: int
    light: bool
    found: Score
    touching: Score
    located: Located
    names: Score
    names_located: Located
    errors: tuple[PlaceMiss, ...]

    def as_text(self) -> str:
        """The figures as lines for a reader."""
        mode = "light" if self.light else "with parser"
        return "\n".join(
            (
                f"{self.corpus}, {self.articles} articles, {mode}",
                _line("names and adjectives", self.found, self.located),
                _line("names alone", self.names, self.names_located),
                f"touching instead of the same characters: F1 {self.touching.f1:.3f}",
            )
        )

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "corpus": self.corpus,
            "articles": self.articles,
            "light": self.light,
            "found": plain(self.found),
            "touching": plain(self.touching),
            "located": self.located.as_json(),
            "names": plain(self.names),
            "names_located": self.names_located.as_json(),
        }


def _line(name: str, found: Score, located: Located) -> str:
    return (
        f"{name}: P {found.precision:.3f} R {found.recall:.3f} F1 {found.f1:.3f};"
        f" right {located.near} of {located.found} found ({located.accuracy or 0:.3f}),"
        f" of all {located.gold} ({located.recall or 0:.3f})"
    )


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def evaluate_places(
    gold: Path | None,
    *,
    corpus: GeoCorpus = "trnews",
    light: bool = False,
    half: Half | None = None,
) -> PlaceScores:
    """The scores of places on a corpus, or on one half of it.

    Raises GoldMissing if the file is not there or not of the form.
    """
    documents = [
        document
        for document in read_geoparsing(gold, corpus)
        if half is None or half_of(document) == half
    ]
    names, adjectives = [], []
    for document in documents:
        parse = parse_article(document.article, light=light)
        found = find_places(document.article, parse)
        names.append([place for place in found if place.form == "name"])
        adjectives.append([place for place in found if place.form == "adjective"])
    return score_places(documents, names, adjectives, corpus=corpus, light=light)


def half_of(document: GeoArticle) -> Half:
    """The half that an article falls into, by a hash of its text."""
    digest = hashlib.sha256(document.article.text.encode("utf-8", "surrogatepass")).digest()
    return "unseen" if digest[0] & 1 else "seen"


def score_places(
    documents: Sequence[GeoArticle],
    names: Sequence[Sequence[PlaceMention]],
    adjectives: Sequence[Sequence[PlaceMention]],
    *,
    corpus: GeoCorpus = "trnews",
    light: bool = False,
) -> PlaceScores:
    """The scores of names and adjectives that were found in each article."""
    both: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    errors: list[PlaceMiss] = []
    for document, named, adjectival in zip(documents, names, adjectives, strict=True):
        text = document.article.text
        found = [*named, *adjectival]
        wanted = [t for t in document.toponyms if not is_adjective(text[t.start : t.end])]
        both.update(_count(document.toponyms, found))
        alone.update(_count(wanted, named))
        errors.extend(_misses(document, found))
    return PlaceScores(
        corpus=corpus,
        articles=len(documents),
        light=light,
        found=_score(both),
        touching=Score(matched=both["touching"], found=both["found"], gold=both["gold"]),
        located=_located(both),
        names=_score(alone),
        names_located=_located(alone),
        errors=tuple(errors),
    )


def _count(gold: Sequence[GoldToponym], found: Sequence[PlaceMention]) -> Counter[str]:
    """What is counted of one article."""
    place = {(p.span.start, p.span.end): p for p in found}
    counts = Counter(
        gold=len(gold),
        found=len(place),
        matched=sum((t.start, t.end) in place for t in gold),
        touching=_touching(sorted(gold), sorted(place)),
    )
    for toponym in gold:
        if toponym.lat is None:
            continue
        ours = place.get((toponym.start, toponym.end))
        counts["placed"] += 1
        counts["placed found"] += ours is not None
        counts["same"] += ours is not None and ours.geonames == toponym.geonames
        counts["near"] += ours is not None and is_right(toponym, ours)
    return counts


def _touching(gold: Sequence[GoldToponym], found: Sequence[tuple[int, int]]) -> int:
    """How many pairs share a character, each used once; both in text order."""
    at = pairs = 0
    for toponym in gold:
        while at < len(found) and found[at][1] <= toponym.start:
            at += 1
        if at < len(found) and found[at][0] < toponym.end:
            pairs += 1
            at += 1
    return pairs


def is_right(gold: GoldToponym, found: PlaceMention) -> bool:
    """Whether a place is the gold's: by its id, or within 161 km of it."""
    if gold.geonames is not None and gold.geonames == found.geonames:
        return True
    distance = km_between(gold, found)
    return distance is not None and distance <= WITHIN_KM


def km_between(gold: GoldToponym, found: PlaceMention) -> float | None:
    """The distance on the sphere in km; None where one has no coordinates."""
    if gold.lat is None or gold.lon is None or found.lat is None or found.lon is None:
        return None
    a, b = math.radians(gold.lat), math.radians(found.lat)
    half = math.sin((b - a) / 2) ** 2
    across = math.sin(math.radians(found.lon - gold.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half + math.cos(a) * math.cos(b) * across)))


def _misses(document: GeoArticle, found: Sequence[PlaceMention]) -> Iterator[PlaceMiss]:
    """Yield the errors of an article, what the gold holds first."""
    path, text = document.article.path, document.article.text
    place = {(p.span.start, p.span.end): p for p in found}
    for toponym in document.toponyms:
        ours = place.pop((toponym.start, toponym.end), None)
        name = text[toponym.start : toponym.end]
        if ours is None:
            yield PlaceMiss(path=path, name=name, kind="missed", detail=toponym.code or "")
        elif toponym.lat is not None and not is_right(toponym, ours):
            distance = km_between(toponym, ours)
            far = "without coordinates" if distance is None else f"{distance:.0f} km off"
            detail = f"{toponym.code} {toponym.geonames}: {ours.name} {ours.geonames}, {far}"
            yield PlaceMiss(path=path, name=name, kind="elsewhere", detail=detail)
    for (start, end), ours in sorted(place.items()):
        yield PlaceMiss(path=path, name=text[start:end], kind="invented", detail=ours.name)


def _score(counts: Counter[str]) -> Score:
    return Score(matched=counts["matched"], found=counts["found"], gold=counts["gold"])


def _located(counts: Counter[str]) -> Located:
    return Located(
        gold=counts["placed"],
        found=counts["placed found"],
        same=counts["same"],
        near=counts["near"],
    )
