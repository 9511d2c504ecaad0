"""Which of several places of one name is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.places.candidate import Candidate
from onrecord.places.gazetteer import Entry, Gazetteer

FOLLOWING = re.compile(r",\s{1,2}")


def choose(
    candidate: Candidate, text: str, gazetteer: Gazetteer, countries: Mapping[str, int]
) -> Entry | None:
    """The place meant: by the state named after it, by the article's other places, by size.

    `countries` counts the article's unambiguous places by country. None for an unknown name, or
    where what is named after it holds none of them: Paris in Texas is not Paris.
    """
    entries = candidate.entries
    if not entries:
        return None
    wholes = _wholes_after(candidate, text, gazetteer)
    inside = [e for w in wholes for e in entries if lies_in(e, w)]
    if inside:
        return inside[0]
    if any(w.kind == "state" for w in wholes) and all(
        e.kind in {"city", "capital"} for e in entries
    ):
        return None
    return _by_type_word(candidate, text) or _among_others(entries, countries) or entries[0]


def whole_after(
    candidate: Candidate, text: str, gazetteer: Gazetteer
) -> tuple[str | None, str | None] | None:
    """The state and country named right after a place that the gazetteer does not hold."""
    wholes = _wholes_after(candidate, text, gazetteer)
    return (wholes[0].admin1, wholes[0].country) if wholes else None


def _wholes_after(candidate: Candidate, text: str, gazetteer: Gazetteer) -> list[Entry]:
    """The countries and states that are named right after it ("Velkar, Georgia")."""
    comma = FOLLOWING.match(text, candidate.end)
    name = gazetteer.longest(text, comma.end()) if comma else None
    return [e for e in gazetteer.entries.get(name or "", ()) if e.kind in {"country", "state"}]


def lies_in(entry: Entry, whole: Entry) -> bool:
    """Whether a place lies in this country or state."""
    if entry == whole:
        return False
    if whole.kind == "country":
        return entry.country == whole.country
    return entry.admin1 == whole.admin1


def _by_type_word(candidate: Candidate, text: str) -> Entry | None:
    """The state or city that a type word beside the name asks for."""
    after = text[candidate.end : candidate.end + 6]
    before = text[max(0, candidate.start - 9) : candidate.start]
    wanted = ""
    if after.lower().startswith(" state"):
        wanted = "state"
    elif after.startswith(" City") or before.endswith("city of "):
        wanted = "city"
    return next((e for e in candidate.entries if wanted and e.kind == wanted), None)


def _among_others(entries: tuple[Entry, ...], countries: Mapping[str, int]) -> Entry | None:
    """The one in a country that the article names more often than those of the best known.

    A state or capital needs two votes against it: Georgia is rarely the lesser known one.
    """
    best = max(entries, key=lambda e: countries.get(e.country or "", 0))
    lead = countries.get(best.country or "", 0) - countries.get(entries[0].country or "", 0)
    margin = 2 if entries[0].kind in {"country", "capital", "continent"} else 1
    return best if lead >= margin else None
