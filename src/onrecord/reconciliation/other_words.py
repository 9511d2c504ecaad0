"""One event under different words: listed, without a verdict on the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reconciliation.clash_evidence import Evidence
from onrecord.reconciliation.judging_words import JOINED, PLACE_OF
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.tellings import Telling
from onrecord.reconciliation.words import folded_words
from onrecord.records import Contradiction, identity

LEAST_NAMES = 2
LARGEST_BUCKET = 30


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
        for word in telling.judging:
            for line, part in PLACE_OF[word]:
                names = frozenset(named[telling.name])
                yield line, Called(telling=telling, part=part, word=word, named=names)


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
