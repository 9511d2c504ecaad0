"""Under which words a text names a party: its own names, its people's, its own adjective.

"Norland", "Norlandic" and "Ilsa Brandt" all point at Norland in a sentence about what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.actors import actor_id, load_base
from onrecord.actors.known import Reading
from onrecord.reconciliation.words import FUNCTION_WORDS, folded_words
from onrecord.records import Actor

# "Syrian" of Syria, "Chinese" of China, "Israeli" of Israel: the name less a vowel, and an ending.
ADJECTIVE = ("n", "an", "ian", "ean", "ese", "i", "ish", "ic", "er", "ers", "ns", "ans", "ians")
ASKED_WORDS = 6  # of what follows: more than nearly every name has
LEAST_ROOT = 4  # letters; "Iran" still counts, "Mali" would make "malice" of it with fewer
SEATS = ("seat", "capital", "demonym", "people")
PARTIES = ("government", "organization", "group")


@dataclass(frozen=True, slots=True)
class PartyNames:
    """The parties by the words that name them: first word → (all words, id of the party).

    `outlets` are the ids of those who only report.
    """

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    outlets: frozenset[str]

    def at(self, words: list[str], start: int) -> tuple[int, str] | None:
        """How many words from `start` on name a party, and which; the longest name wins."""
        for name, party in self.by_first.get(words[start], ()):
            if tuple(words[start : start + len(name)]) == name:
                return len(name), party
        return None


class AskedNames(PartyNames):
    """The same names, noting what was asked of them.

    Who asks the same and gets the same answers reads the same: `answers` tells the two apart.
    """

    __slots__ = ("questions",)
    questions: dict[tuple[str, ...], None]

    def __init__(self, names: PartyNames) -> None:
        super().__init__(names.by_first, names.outlets)
        object.__setattr__(self, "questions", {})

    def at(self, words: list[str], start: int) -> tuple[int, str] | None:
        """As of all names; the words are noted."""
        self.questions[tuple(words[start : start + ASKED_WORDS])] = None
        return super().at(words, start)


def answers(names: PartyNames, questions: Iterable[Sequence[str]]) -> list[object]:
    """What these names answer to words that were asked before, ASKED_WORDS of each place.

    A name of more words is part of the answer wherever its first word was asked for.
    """
    found: list[object] = []
    for words in questions:
        found.append(names.at([*words], 0))
        for way in names.by_first.get(words[0], ()):
            if len(way[0]) <= ASKED_WORDS:  # they come the longest first
                break
            found.append(way)
    return found


def party_names(actors: Iterable[Actor]) -> PartyNames:
    """All names of parties, of those who speak for one party alone, and the parties' adjectives.

    A name that two parties could mean is none.
    """
    meant: dict[tuple[str, ...], set[str]] = {}
    outlets: set[str] = set()
    for actor in actors:
        if actor.kind == "outlet":
            outlets.add(actor.id)
        party = _party(actor)
        if party is None:
            continue
        for name in _names(actor):
            meant.setdefault(name, set()).add(party)
    for name, party in _seats({party for parties in meant.values() for party in parties}):
        meant.setdefault(name, set()).add(party)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, parties in sorted(meant.items()):
        if len(parties) == 1:
            by_first.setdefault(name[0], []).append((name, next(iter(parties))))
    return PartyNames(
        {first: tuple(sorted(ways, key=_longest_first)) for first, ways in by_first.items()},
        frozenset(outlets),
    )


def _longest_first(way: tuple[tuple[str, ...], str]) -> tuple[int, tuple[str, ...]]:
    return -len(way[0]), way[0]


def _seats(parties: set[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (words, party) of capitals, seats and adjectives that the bundled base knows."""
    meant: dict[str, set[Reading]] = {}
    for surfaces in load_base().surfaces.values():
        for written, reading in surfaces:
            meant.setdefault(written, set()).add(reading)
    for written, readings in sorted(meant.items()):
        keys = {reading.key for reading in readings}
        if len(keys) == 1 and any(reading.form in SEATS for reading in readings):
            party = actor_id(next(iter(keys)))
            if party in parties:
                yield tuple(folded_words(written)), party


def _party(actor: Actor) -> str | None:
    """Whom the actor's name points at: the one party it speaks for, or itself."""
    if actor.kind in ("unnamed", "outlet"):
        return None
    parties = {a.party for a in actor.speaks_for}
    if len(parties) > 1:
        return actor.id if actor.kind in PARTIES else None
    if parties:
        return next(iter(parties))
    return actor.id if actor.kind in PARTIES else None


def _names(actor: Actor) -> Iterator[tuple[str, ...]]:
    for written in (actor.name, *actor.aliases):
        words = tuple(folded_words(re.sub(r"^[Tt]he\s", "", written)))
        if not words or (len(words) == 1 and (len(words[0]) < 2 or words[0] in FUNCTION_WORDS)):
            continue
        yield words
        if actor.kind == "person":
            continue
        *before, last = words
        root = last[:-1] if last[-1] in "aeiouy" else last
        if len(root) >= LEAST_ROOT - 1 and actor.kind == "government":
            for ending in ADJECTIVE:
                yield (*before, root + ending)
                yield (*before, last + ending)
