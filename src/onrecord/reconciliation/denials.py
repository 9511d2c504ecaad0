"""Statements that deny what another states, and one utterance quoted in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.wording import Wording
from onrecord.reconciliation.words import listed

DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|contradict(?:s|ed|ing)?)\b")
# A fact that one may state and another deny. Wishes and duties are positions, not facts.
FACT = listed(
    "agree agreed agreement reach reached sign signed accept accepted attack attacked "
    "strike struck shell shelled fire fired violate violated hit kill killed capture "
    "captured seize seized hold held meet met take took place begin began withdraw "
    "withdrew withdrawn break broke broken receive received release released return "
    "returned"
)
MIN_FACT_WORDS = 4
FACT_SHARE = 0.8
FACT_DAYS = 14
UTTERANCE_WORDS = 8
LARGEST_BUCKET = 40


def denied_facts(
    wordings: Sequence[Wording], cues: Mapping[str, str], parties: Mapping[str, str]
) -> Iterator[tuple[Wording, Wording]]:
    """Yield (statement of a fact, its denial by another party)."""
    index: dict[tuple[str, str], list[Wording]] = defaultdict(list)
    stated = [w for w in wordings if w.statement in parties and _is_fact(w)]
    for wording in stated:
        for key in _word_pairs(wording):
            index[key].append(wording)
    for denial in stated:
        if not _denies(denial, cues):
            continue
        seen: set[str] = set()
        for key in _word_pairs(denial):
            for fact in index[key][:LARGEST_BUCKET]:
                if fact.statement not in seen and _is_denied(fact, denial, cues, parties):
                    yield fact, denial
                seen.add(fact.statement)


def _is_fact(wording: Wording) -> bool:
    words = set(wording.words)
    return wording.factual and len(words) >= MIN_FACT_WORDS and bool(words & FACT)


def _word_pairs(wording: Wording) -> list[tuple[str, str]]:
    """Neighbouring content words, negators left out: where a fact and its denial meet."""
    words = [w for w in wording.words if w != "not"]
    return sorted(set(pairwise(words)))


def _denies(wording: Wording, cues: Mapping[str, str]) -> bool:
    """Whether the sense is negative: by a "not" inside, or by a cue that denies, not by both."""
    return wording.negated != bool(DENIES.search(cues.get(wording.statement, "")))


def _is_denied(
    fact: Wording, denial: Wording, cues: Mapping[str, str], parties: Mapping[str, str]
) -> bool:
    """Whether the words are nearly the same, the sense opposite, and the parties two."""
    if parties[fact.statement] == parties[denial.statement] or _denies(fact, cues):
        return False
    if fact.denied or denial.denied or fact.numbers != denial.numbers:
        return False
    if fact.said is not None and denial.said is not None:
        if fact.said.ended_before(denial.said) and not _near(fact, denial):
            return False
    elif not _near(fact, denial):
        return False
    a, b = set(fact.words) - {"not"}, set(denial.words) - {"not"}
    return len(a & b) >= max(MIN_FACT_WORDS, FACT_SHARE * max(len(a), len(b)))


def _near(left: Wording, right: Wording) -> bool:
    return left.article == right.article or printed_within(
        left.published, right.published, FACT_DAYS
    )


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
