"""States named in one list: beside Oman, Jordan is the state and no person ("Jordan and Oman")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.places.candidate import Candidate
from onrecord.places.gazetteer import load_risky_names
from onrecord.places.surroundings import PLACE_PREPOSITIONS

JOINT = re.compile(r", (?:and |or )?| (?:and|or) ")
NAME_GOES_ON = re.compile(r" [A-Z]")
CAPITALISED = re.compile(r"([A-Z]\w{0,30}) $")
REACH = 32


def states_in_lists(text: str, listed: Sequence[Candidate]) -> frozenset[int]:
    """Where the states stand that are named in one list with a state whose name is no other word.

    `text` has plain white space; `listed` are names of the gazetteer in text order. A list in
    which a person's name goes on ("Chad Orrin and Georgia Tavin") is none.
    """
    risky = load_risky_names()
    return frozenset(
        state.start
        for states in _lists(text, listed)
        if len(states) > 1
        and any(state.name not in risky for state in states)
        and not NAME_GOES_ON.match(text, states[-1].end)
        and not _behind_name(text, states[0].start)
        for state in states
    )


def _lists(text: str, listed: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Yield the runs of states between which only a comma or "and" stands."""
    run: list[Candidate] = []
    for candidate in listed:
        if candidate.entries[0].kind != "country":
            continue
        if run and not JOINT.fullmatch(text, run[-1].end, candidate.start):
            yield run
            run = []
        run.append(candidate)
    yield run


def _behind_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before: the first may be a surname."""
    before = CAPITALISED.search(text, max(0, start - REACH), start)
    return before is not None and before[1].lower() not in PLACE_PREPOSITIONS
