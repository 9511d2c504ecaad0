"""One event under different words: listed, without a verdict on the words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reconciliation.clash_evidence import Evidence
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.tellings import Telling
from onrecord.reconciliation.words import folded_words
from onrecord.records import Contradiction, identity

# On a line, words that different reporters use for one event; "/" parts those that judge it
# differently. Two words of one part are synonyms and not listed.
CALLED = """
joined acceded reunified / annexed annexation absorbed / illegally-annexed
special-military-operation operation / invasion invaded / war / intervention incursion
change-of-power transfer-of-power handover transition / coup putsch takeover / uprising revolution
liberated liberation / occupied occupation / captured seized took taken / conquered conquest
withdrawal withdrew regrouping / retreat retreated rout / flight fled
protest rally demonstration / unrest / uprising revolt
killing killed / execution executed / murder murdered / assassination assassinated
fence barrier / wall
blockade / siege / quarantine / closure
evacuation evacuated relocation resettlement / deportation deported expulsion expelled
crackdown / massacre / clearing clashes
settlement settlements / colony colonies / neighbourhood neighborhood
interrogation / torture
reform restructuring / cuts austerity
pause break / suspension / collapse breakdown
concession / surrender capitulation
compensation / ransom / fine penalty
"""
LEAST_NAMES = 2
LARGEST_BUCKET = 30


def _called() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line, row in enumerate(CALLED.strip().splitlines()):
        for part, words in enumerate(row.split("/")):
            for word in words.split():
                found[stem(word.replace("-", ""))].append((line, part))
    return {word: tuple(places) for word, places in found.items()}


PLACE_OF = _called()
JOINED = tuple(
    (re.compile(rf"\b{words.replace('-', '[ -]')}\b", re.IGNORECASE), words.replace("-", ""))
    for words in sorted(set(re.findall(r"\b[a-z]+(?:-[a-z]+)+\b", CALLED)), key=len, reverse=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A sentence that calls an event by one of the words: which, and whom it names."""

    telling: Telling
    part: int
    word: str
    named: frozenset[str]


def worded_differently(evidence: Evidence) -> Iterator[Contradiction]:
    """Two outlets tell of one event of one time and use words for it that judge differently.
    Neither is said to be right: this is no clash of facts.
    """
    buckets: dict[tuple[int, str], list[Called]] = defaultdict(list)
    for line, called in _all_called(evidence):
        for name in sorted(called.named):
            buckets[line, name].append(called)
    seen: set[tuple[str, str]] = set()
    for _, bucket in sorted(buckets.items()):
        for at, one in enumerate(bucket[:LARGEST_BUCKET]):
            for other in bucket[at + 1 : LARGEST_BUCKET]:
                pair = (one.telling.name, other.telling.name)
                if (
                    one.part == other.part
                    or pair in seen
                    or not _of_one_event(evidence, one, other)
                ):
                    continue
                seen.update((pair, pair[::-1]))
                yield _listed(one, other)


def _all_called(evidence: Evidence) -> Iterator[tuple[int, Called]]:
    """Yield (line of the list, sentence) for every sentence of a reporter with such a word."""
    named: dict[str, set[str]] = defaultdict(set)
    own = [t for t in evidence.tellings.every if t.own_voice and t.outlet is not None]
    for telling in own:  # a sentence's clauses share whom it names
        named[telling.name].update((*telling.words.parties, *telling.words.names))
    for telling in own:
        for word in sorted(PLACE_OF.keys() & _stems(telling)):
            for line, part in PLACE_OF[word]:
                names = frozenset(named[telling.name])
                yield line, Called(telling=telling, part=part, word=word, named=names)


def _stems(telling: Telling) -> frozenset[str]:
    text = telling.text
    for pattern, word in JOINED:
        text = pattern.sub(word, text)
    return frozenset(stem(word) for word in folded_words(text))


def _of_one_event(evidence: Evidence, one: Called, other: Called) -> bool:
    left, right = one.telling, other.telling
    if left.outlet == right.outlet or evidence.one_origin(left.article, right.article):
        return False
    if left.when is None or right.when is None or not left.when.overlaps(right.when):
        return False
    if one.named - other.named and other.named - one.named:
        return False
    shared = one.named & other.named
    return len(shared) >= min(LEAST_NAMES, len(one.named), len(other.named))


def _listed(one: Called, other: Called) -> Contradiction:
    left, right = one.telling, other.telling
    return Contradiction(
        id=identity("contradiction", "wording", left.name, right.name),
        kind="wording",
        left=(left.name,),
        right=(right.name,),
        rule="worded_differently",
        detail=f"one event, in other words: {left.outlet} has “{_shown(one)}”, "
        f"{right.outlet} “{_shown(other)}”",
        confidence=0.4,
    )


def _shown(called: Called) -> str:
    """The word as the outlet wrote it."""
    for pattern, word in JOINED:
        if stem(word) == called.word and (match := pattern.search(called.telling.text)):
            return match.group()
    words = folded_words(called.telling.text)
    return next((word for word in words if stem(word) == called.word), called.word)
