"""A fact and its denial, an agreement and its disowning: found by where the "not" stands."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onrecord.reconciliation.denied_deeds import deeds_denied, kinds_of
from onrecord.reconciliation.one_matter import Pair, Tellings, one_matter
from onrecord.reconciliation.opposites import said_again
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.tellings import Telling
from onrecord.reconciliation.traits import Flags, Places

DENIED_SHARE = 0.5  # of the weight of what a cue denies, in the other's words
NEGATED_SHARE = 0.6  # of the weight of a clause with a "not" in it
BEGINNING = 4
FIRST_WORDS = 3  # words of a denial among which its verb stands
NEAR_DENIED, NEAR_TOLD = 2, 4  # words around the one that a "not" stands before
REACH = 5  # words behind a party in which what it did stands
# Words for having done a thing, whatever it was: "denied being behind the attack".
DEEDS = frozenset(
    stem(w)
    for w in [
        "used",
        "launched",
        "unleashed",
        "carried",
        "fired",
        "committed",
        "conducted",
        "ordered",
        "staged",
        "behind",
        "responsible",
        "involved",
        "responsibility",
        "involvement",
        "role",
        "attacked",
        "killed",
        "struck",
    ]
)
LEAST_WEIGHT = 8.0
LEAST_SHARED, LEAST_WORDS = 3, 2  # words in both, and such that are no names
FACT_DAYS = 14
DENIAL_DAYS = 60


def denied(told: Tellings) -> Iterator[Pair]:
    """Yield (telling, its denial): a cue takes back what another tells, or a "not" does."""
    traits = told.traits
    for at, denial in enumerate(told.every):
        if not denial.negative:
            continue
        days = DENIAL_DAYS if denial.denied else FACT_DAYS

        def fits(at: int, places: Places, days: int = days) -> Flags:
            mine = ~traits.denied[places] & traits.of_others(at, places)
            return mine & traits.of_one_time(at, places, days)

        for other in told.others(at, fits):
            if _is_denied(told, other, denial, days):
                yield other, denial


def _is_denied(told: Tellings, other: Telling, denial: Telling, days: int) -> bool:
    """Whether what is denied is what the other tells."""
    shared = denial.words.keys & other.words.keys
    if len(shared) < LEAST_SHARED:
        return False
    if not (_taken_back(other, denial, shared) if denial.denied else _negated(other, denial)):
        return False
    if not one_matter(other, denial, days) or not _says_enough(told, other, shared):
        return False
    least = DENIED_SHARE if denial.denied else NEGATED_SHARE
    return told.share(shared, denial.words.keys) >= least


def _says_enough(told: Tellings, other: Telling, shared: frozenset[str]) -> bool:
    """Whether the shared words are rare enough, and not names alone."""
    plain = shared - other.words.names - {*other.words.parties}
    return len(plain) >= LEAST_WORDS and told.weight(shared) >= LEAST_WEIGHT


def _taken_back(other: Telling, denial: Telling, shared: frozenset[str]) -> bool:
    """Whether a cue takes back what the other has told without a "not", of the same party."""
    holder = denial.holder
    if other.words.negated or denial.words.negated & other.words.keys:
        return False
    if holder in denial.words.keys and not _did(other, holder, denial):
        return False
    deeds = deeds_denied(denial.text)
    if deeds and deeds.isdisjoint(kinds_of(other.words.stems)):
        return False
    about = {*denial.words.parties} - {other.holder}
    return about <= {*other.words.parties} and len(shared & {*_first_words(denial)}) >= 2


def _negated(other: Telling, denial: Telling) -> bool:
    """Whether a "not" stands at a word that the other has without one, of the same parties."""
    keys = denial.words.keys
    return (
        not other.words.negated & keys
        and any(
            _told_together(word, denial, other)
            for word in sorted(keys & other.words.keys & denial.words.focus)
        )
        and {*denial.words.parties} <= {*other.words.parties}
    )


def _told_together(word: str, denial: Telling, other: Telling) -> bool:
    """Whether a word near the one denied is near it in the other, too: one thing is told."""
    beside = _near_word(word, denial, NEAR_DENIED) & _near_word(word, other, NEAR_TOLD)
    return bool(beside - {word, "not"})


def _near_word(word: str, telling: Telling, reach: int) -> set[str]:
    stems = telling.words.stems
    places = [at for at, stem in enumerate(stems) if stem == word]
    return {near for at in places for near in stems[max(0, at - reach) : at + reach + 1]}


def _did(telling: Telling, party: str, denial: Telling) -> bool:
    """Whether it has the party do what is denied: right before a word for it, or "by" it."""
    stems = telling.words.stems
    if telling.words.before.get(party) == "by":
        return True
    deeds = {*_first_words(denial)[:FIRST_WORDS]} | DEEDS
    return any(
        stem in deeds
        for at, name in enumerate(stems)
        if name == party
        for stem in stems[at + 1 : at + 1 + REACH]
    )


def _first_words(denial: Telling) -> list[str]:
    """The words with which it begins, whoever it is about: the deed, before where and when."""
    return [s for s in denial.words.stems if s not in (*denial.words.parties, "not")][:BEGINNING]


def disowned(told: Tellings) -> Iterator[Pair]:
    """Yield (one party tells that something was agreed or signed, another that nothing was)."""
    traits = told.traits
    senses = np.array([telling.agreed for telling in told.every], dtype=np.int64)

    def fits(at: int, places: Places) -> Flags:
        mine: Flags = (senses[places] == 1) & traits.of_another_party(at, places)
        return mine & traits.of_one_time(at, places, FACT_DAYS)

    for at in np.flatnonzero(senses == -1).tolist():
        denial = told.every[at]
        for other in told.others(at, fits):
            if one_matter(other, denial, FACT_DAYS) and _agreed_on_one(told, other, denial):
                yield other, denial


def _agreed_on_one(told: Tellings, other: Telling, denial: Telling) -> bool:
    tellers = {other.holder, denial.holder} | {*other.words.parties, *denial.words.parties}
    mine = said_again(denial.words.keys) - tellers
    theirs = said_again(other.words.keys) - tellers
    shared = mine & theirs
    return bool(shared) and told.share(shared, mine) >= 0.25
