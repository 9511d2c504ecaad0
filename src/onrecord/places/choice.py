"""Which of several places of one name is meant, and why."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from onrecord.places.candidate import Candidate
from onrecord.places.entry import CITY_KINDS, Entry
from onrecord.places.gazetteer import Gazetteer, weight_of
from onrecord.places.scanning import WORD, longest

FOLLOWING = re.compile(r",\s{1,2}|\s\(|\sin\s(?:the\s)?(?:state of\s)?|,\sin\s|\sof\s")
CITY_AND_STATE = {"US", "CA", "AU"}  # where papers write the state after the city; else a list
WHOLES = {"country", "state", "county", "region"}
# How much the article's other places weigh, in powers of ten of people: all of them in one country
# outweigh a city a hundred times as large. Share of the found within 161 km on the seen halves of
# TR-News and LGL, for (1, 1.4, .5), (2, .7, .5), (2, 1.4, .5), (3, 1.4, .5), (2, 2.1, .5) and
# (3, 2.1, 1): .918 .920 .924 .922 .924 .912 and .792 .783 .800 .807 .806 .812.
COUNTRY_VOTE, UNIT_VOTE, NEAR_VOTE = 2.0, 1.4, 0.5
MOST_TIMES = 3  # that a name counts; a story's one town must not outvote all its states
MOST_WITNESSES = 200  # a list of all towns of the world must not cost their square
NEAR_KM, KM_OF_DEGREE = 250.0, 111.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A place, or None, and why it is taken, in words for a reader."""

    entry: Entry | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A place beyond doubt that an article names under this name, so often (three at most)."""

    name: str
    entry: Entry
    times: int


@dataclass(slots=True, kw_only=True)
class Scene:
    """What an article's own words say of where it plays."""

    witnesses: list[Witness]
    named: dict[str, Entry]  # a name → the place that words beside it once tell
    chosen: dict[str, Choice] = field(default_factory=dict)  # by context, once a name


def read_scene(kept: Sequence[Candidate], text: str, gazetteer: Gazetteer) -> Scene:
    """What the places beyond doubt say: the one of their name, or told by words beside them."""
    named: dict[str, Entry] = {}
    for candidate in kept:
        told = _told(candidate, text, gazetteer) if candidate.entries else None
        if told is not None and told.entry is not None:
            named.setdefault(candidate.name, told.entry)
    times = Counter(candidate.name for candidate in kept)
    witnesses = []
    for candidate in {c.name: c for c in kept}.values():
        entry = named.get(candidate.name) or _beyond_doubt(candidate)
        if entry is not None:
            often = min(MOST_TIMES, times[candidate.name])
            witnesses.append(Witness(name=candidate.name, entry=entry, times=often))
    return Scene(witnesses=witnesses[:MOST_WITNESSES], named=named)


def _beyond_doubt(candidate: Candidate) -> Entry | None:
    """Its only place, or one far better known than the next."""
    if not candidate.entries:
        return None
    first = candidate.entries[0]
    others = [e for e in candidate.entries if e.unit != first.unit or not first.admin1]
    # Ten times as many people as the next of its name elsewhere.
    alone = all(weight_of(first) - weight_of(e) >= 1.0 for e in others if e is not first)
    return first if alone else None


def choose(candidate: Candidate, text: str, gazetteer: Gazetteer, scene: Scene) -> Choice:
    """The place meant: by what is named beside it, by the article's other places, by size.

    None for an unknown name, or where what is named after it holds none of them: Paris in Texas is
    not Paris.
    """
    entries = candidate.entries
    if not entries:
        return Choice(entry=None, reason="not in the gazetteer")
    if entries[0].own:
        return Choice(entry=entries[0], reason="in the user's own places")
    told = _told(candidate, text, gazetteer)
    if told is not None:
        return told
    if candidate.name in scene.named:
        known = scene.named[candidate.name]
        return Choice(entry=known, reason=f"told elsewhere in the article: {_where(known)}")
    if len(entries) == 1:
        return Choice(entry=entries[0], reason="the only place of this name in the gazetteer")
    if candidate.name not in scene.chosen:
        scene.chosen[candidate.name] = _by_context(candidate, scene)
    return scene.chosen[candidate.name]


def _told(candidate: Candidate, text: str, gazetteer: Gazetteer) -> Choice | None:
    """The place that words right beside the name tell; None if there are none."""
    entries = candidate.entries
    wholes = wholes_after(candidate, text, gazetteer)
    for whole in wholes:
        inside = [e for e in entries if lies_in(e, whole)]
        if inside:
            return Choice(entry=inside[0], reason=f"{whole.name} is named right after it")
    if _is_elsewhere(candidate, text, wholes):
        return Choice(entry=None, reason=f"none of this name is listed in {wholes[0].name}")
    kind = _type_word(candidate, text)
    typed = next((e for e in entries if e.kind in kind), None)
    if typed is not None:
        return Choice(entry=typed, reason=f"a word beside it says that it is a {typed.kind}")
    return None


def _is_elsewhere(candidate: Candidate, text: str, wholes: Sequence[Entry]) -> bool:
    """Whether a city is told to lie in a state that holds none of its name: "Velkar, Maine"."""
    return (
        bool(wholes)
        and text.startswith(",", candidate.end)
        and wholes[0].kind in {"state", "region"}
        and wholes[0].country in CITY_AND_STATE
        and candidate.entries[0].kind in CITY_KINDS
    )


def is_told(candidate: Candidate, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a state that holds one of its places is named behind it and a comma."""
    return text.startswith(",", candidate.end) and any(
        lies_in(entry, whole)
        for whole in wholes_after(candidate, text, gazetteer)
        for entry in candidate.entries
    )


def wholes_after(candidate: Candidate, text: str, gazetteer: Gazetteer) -> list[Entry]:
    """The countries and states that are named right after it ("Velkar, Georgia")."""
    joint = FOLLOWING.match(text, candidate.end)
    if joint is None or not text[joint.end() : joint.end() + 1].isupper():
        return []
    words = [m.span() for m in WORD.finditer(text, joint.end(), joint.end() + 60)][:6]
    end = longest(text, words, 0, gazetteer) if words else None
    entries = gazetteer.entries_of(text[joint.end() : end]) if end else ()
    return [e for e in entries if e.kind in WHOLES]


def whole_after(
    candidate: Candidate, text: str, gazetteer: Gazetteer
) -> tuple[str | None, str | None] | None:
    """The state and country named right after a place that the gazetteer does not hold."""
    if not text.startswith(",", candidate.end):
        return None
    wholes = wholes_after(candidate, text, gazetteer)
    return (wholes[0].admin1, wholes[0].country) if wholes else None


def lies_in(entry: Entry, whole: Entry) -> bool:
    """Whether a place lies in this country or state."""
    if entry == whole or not whole.unit:
        return False
    if whole.kind == "country" or "." not in whole.unit:
        return entry.country == whole.country
    return entry.unit == whole.unit and entry.kind != "state"


def _type_word(candidate: Candidate, text: str) -> frozenset[str]:
    """The kinds that a type word beside the name asks for."""
    after = text[candidate.end : candidate.end + 12].casefold()
    before = text[max(0, candidate.start - 14) : candidate.start].casefold()
    if after.startswith((" state", " province", " oblast", " region", " governorate")):
        return frozenset({"state", "region"})
    if before.endswith(("province of ", "state of ", "region of ", "oblast of ")):
        return frozenset({"state", "region"})
    if after.startswith(" city") or before.endswith(("city of ", "town of ")):
        return CITY_KINDS
    return frozenset()


def _by_context(candidate: Candidate, scene: Scene) -> Choice:
    """The place with the most weight: how well known it is, and what the article says of it."""
    entries = candidate.entries
    others = [w for w in scene.witnesses if w.name != candidate.name]
    # The order of the entries holds where the article says nothing: none weighs more than one
    # before it.
    weights = list(accumulate(map(weight_of, entries), min))
    scored = [
        (weight + _support(entry, others), -at)
        for at, (weight, entry) in enumerate(zip(weights, entries, strict=True))
        # Within the best known nothing is meant by its name alone: Mexico is not its capital.
        if not lies_in(entry, entries[0])
    ]
    _, place = max(scored)
    entry = entries[-place]
    if entry is entries[0]:
        return Choice(entry=entry, reason=f"the best known of {len(entries)} places of this name")
    return Choice(
        entry=entry,
        reason=f"of {len(entries)} places of this name the one near the article's others:"
        f" {_where(entry)}",
    )


def _support(entry: Entry, others: Sequence[Witness]) -> float:
    """What the article's other places say for this one, in powers of ten of people."""
    total = sum(w.times for w in others)
    if not total:
        return 0.0
    same = sum(w.times for w in others if w.entry.country and w.entry.country == entry.country)
    unit = sum(w.times for w in others if w.entry.admin1 and w.entry.admin1 == entry.admin1)
    near = entry.kind in CITY_KINDS and any(_is_near(entry, w.entry) for w in others)
    return (
        COUNTRY_VOTE * same / total
        + UNIT_VOTE * math.sqrt(min(MOST_TIMES, unit) / MOST_TIMES)
        + NEAR_VOTE * near
    )


def _is_near(entry: Entry, other: Entry) -> bool:
    """Whether a city lies not far from this place; states are too large to be near."""
    if entry.lat is None or entry.lon is None or other.lat is None or other.lon is None:
        return False
    if other.kind not in {*CITY_KINDS, "county"} or other == entry:
        return False
    north = abs(entry.lat - other.lat) * KM_OF_DEGREE
    east = abs(entry.lon - other.lon) * KM_OF_DEGREE * math.cos(math.radians(entry.lat))
    return north < NEAR_KM and east < NEAR_KM


def _where(entry: Entry) -> str:
    return f"{entry.name} ({entry.unit or entry.kind})"
