"""Whom a surname means that two persons of the article share: by title, or by who leads the story.

News gives the person whom a story is about the bare surname, and a relative the full name. Where
the relative was the last to be named, the surname stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.actors.dramatis import Dramatis
from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run
from onrecord.actors.references import Reader
from onrecord.actors.spelling import fold, surname_of
from onrecord.actors.words import FEMALE_TITLES, MALE_TITLES

NEAR = 2  # sentences back in which the relative must not be named


def settle_surnames(
    reader: Reader, runs: Sequence[Run], people: Dramatis, base: ActorBase
) -> dict[int, str]:
    """Full names by the first token of each bare surname of two that its place settles."""
    shared = {
        fold(surname_of(run.name))
        for run in runs
        if " " not in run.name and people.full.get(run.name, "") is None
    }
    if not shared:
        return {}
    places: dict[str, dict[str, list[int]]] = {surname: {} for surname in shared}
    for run in runs:
        surname = fold(surname_of(run.name))
        full = people.full.get(run.name)
        if surname in shared and full in people.persons and " " in run.name:
            places[surname].setdefault(full, []).append(run.first)
    leads = {surname: _lead(named, base) for surname, named in places.items()}
    found: dict[int, str] = {}
    for run in runs:
        if " " in run.name or people.full.get(run.name, "") is not None:
            continue
        surname = fold(surname_of(run.name))
        name = _by_title(run, places[surname], people) or _by_place(
            reader, run, places[surname], leads[surname], base
        )
        if name is not None:
            found[run.first] = name
    return found


def _lead(named: dict[str, list[int]], base: ActorBase) -> str | None:
    """The person named first in full, if nobody of that surname is named in full more often.

    A relative is named in full every time; beside the only one whom the base knows that says
    nothing.
    """
    if not named:
        return None
    first = min(named, key=lambda name: named[name][0])
    most = max(len(places) for places in named.values())
    alone = _is_known_alone(first, named, base)
    return first if len(named[first]) == most or alone else None


def _is_known_alone(name: str, named: Iterable[str], base: ActorBase) -> bool:
    others = {base.named(other) is not None for other in named if other != name}
    return base.named(name) is not None and others == {False}


def _by_title(run: Run, named: dict[str, list[int]], people: Dramatis) -> str | None:
    """The only one whom "Mrs." or "Mr." fits."""
    gender = "f" if run.honorific in FEMALE_TITLES else "m" if run.honorific in MALE_TITLES else ""
    if not gender:
        return None
    fitting = [n for n in named if people.persons[n].gender in {None, gender}]
    sure = [n for n in fitting if people.persons[n].gender == gender]
    chosen = sure if len(sure) == 1 else fitting
    return chosen[0] if len(chosen) == 1 else None


def _by_place(
    reader: Reader, run: Run, named: dict[str, list[int]], lead: str | None, base: ActorBase
) -> str | None:
    """The one whom the story is about, unless another of that surname was named right before.

    One who is named in full again and again is not meant, where the base knows the other alone.
    """
    if lead is None or run.honorific is not None:
        return None
    sure = _is_known_alone(lead, named, base)
    sentence = reader.parse.tokens[run.first].sentence
    for name, places in named.items():
        before = bisect_left(places, run.first) - 1
        if name == lead or before < 0 or (sure and len(places) > 1):
            continue
        if sentence - reader.parse.tokens[places[before]].sentence <= NEAR:
            return None
    return lead
