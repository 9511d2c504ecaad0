"""One utterance that two outlets quote in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.wording import Wording

UTTERANCE_WORDS = 6  # that carry meaning; with 6 nothing false was found in 1,050 articles
LARGEST_BUCKET = 40


def utterances_at_odds(
    wordings: Sequence[Wording],
    outlets: Mapping[str, str],
    together: Mapping[tuple[str, str], bool],
) -> Iterator[tuple[Wording, Wording]]:
    """Yield two outlets' quotations of one utterance that differ in a number or in a "not"."""
    index: dict[tuple[str, tuple[str, ...]], list[Wording]] = defaultdict(list)
    for wording in wordings:
        if wording.speaker is None or wording.article not in outlets or not wording.quoted:
            continue
        for part in wording.quoted:
            if len(part) >= UTTERANCE_WORDS:
                for at in range(len(part) - 3):
                    index[wording.speaker, part[at : at + 4]].append(wording)
    seen: set[tuple[str, str]] = set()
    for _, bucket in sorted(index.items()):
        for at, left in enumerate(bucket[:LARGEST_BUCKET]):
            for right in bucket[at + 1 : LARGEST_BUCKET]:
                pair = (left.statement, right.statement)
                if pair in seen or left.article == right.article:
                    continue
                seen.add(pair)
                if _differ(left, right, outlets, together):
                    yield left, right


def _differ(
    left: Wording,
    right: Wording,
    outlets: Mapping[str, str],
    together: Mapping[tuple[str, str], bool],
) -> bool:
    """Whether one part of each is the same but for a number or a "not", on one occasion."""
    if outlets[left.article] == outlets[right.article]:
        return False
    if together.get((min(left.article, right.article), max(left.article, right.article))):
        return False
    if left.said is not None and right.said is not None:
        if not left.said.overlaps(right.said):
            return False
    elif not printed_within(left.published, right.published, 3):
        return False
    return any(_odd_pair(a, b) for a in left.quoted for b in right.quoted)


def _odd_pair(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if min(len(left), len(right)) < UTTERANCE_WORDS or abs(len(left) - len(right)) > 1:
        return False
    odd = set(left) ^ set(right)
    return 0 < len(odd) <= 2 and all(w == "not" or w[0].isdigit() for w in odd)
