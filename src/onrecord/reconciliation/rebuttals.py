"""Claims about another party that this party denies in the next breath of the same article.

Articles set claim and denial side by side ("X said that Y had agreed. Y's spokeswoman denied it"),
and the denial names what it denies by a word alone; its place tells what it answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.reconciliation.denials import FACT
from onrecord.reconciliation.wording import Wording
from onrecord.records import Actor, Statement

# A bare "deny" stands after "did not" or "would not" more often than alone.
DENIED = re.compile(r"\b(?:den(?:ied|ies|ying)|refut(?:ed|es|ing)|disput(?:ed|es|ing))\b")
NOT_DENIED = re.compile(r"\b(?:not|nor|never|neither|without|if)\s+(?:\w+\s+){0,2}$|n[’']t\s+$")
# What a denial calls the thing that was said just before, or how it takes it up.
ANSWERS = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|assertions?|accounts?|charges?|"
    r"statements?|it|this|that|such|any|so|ever)\b",
    re.IGNORECASE,
)
# From the end of the claim to the beginning of the denial: the next sentence, with its speaker.
NEXT_BREATH = 160
BEFORE_CUE = 32  # characters in which a "not" before a cue is looked for


def denied_claims(
    statements: Iterable[Statement],
    wordings: Mapping[str, Wording],
    parties: Mapping[str, str],
    actors: Mapping[str, Actor],
    before_cue: Mapping[str, str],
) -> Iterator[tuple[Wording, Wording]]:
    """Yield (claim about a party, its denial by that party), in text order.

    `before_cue` holds the characters before the cue of each denial.
    """
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.content and statement.id in wordings:
            by_article[statement.article].append(statement)
    for _, own in sorted(by_article.items()):
        ordered = sorted(own, key=lambda s: (_bounds(s)[0], s.id))
        for claim, denial in _neighbours(ordered):
            if (
                is_denial(denial, before_cue.get(denial.id, ""))
                and _is_claim_about(claim, parties.get(denial.id), wordings, parties, actors)
                and _answers(wordings[denial.id], wordings[claim.id], denial)
            ):
                yield wordings[claim.id], wordings[denial.id]


def is_denial(statement: Statement, before: str) -> bool:
    """Whether its cue denies, and nothing before the cue takes that back."""
    cue = " ".join(span.text for span in statement.cue).casefold()
    return bool(DENIED.search(cue)) and not NOT_DENIED.search(before.casefold())


def _neighbours(ordered: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield each statement with the one that ended last before it began, if that is near."""
    for at, later in enumerate(ordered):
        before = [s for s in ordered[max(0, at - 4) : at] if _bounds(s)[1] <= _bounds(later)[0]]
        if before:
            # Of two that end together the longer one holds the other ("said that Y had agreed").
            earlier = max(before, key=lambda s: (_bounds(s)[1], -_bounds(s)[0], s.id))
            if _bounds(later)[0] - _bounds(earlier)[1] <= NEXT_BREATH:
                yield earlier, later


def _bounds(statement: Statement) -> tuple[int, int]:
    """Where a statement begins and ends, its source and cue included."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(s.start for s in spans), max(s.end for s in spans)


def _is_claim_about(
    claim: Statement,
    party: str | None,
    wordings: Mapping[str, Wording],
    parties: Mapping[str, str],
    actors: Mapping[str, Actor],
) -> bool:
    """Whether another party states as a fact what this party, by name, did or agreed to."""
    teller = parties.get(claim.id)
    if party is None or teller is None or teller == party or party not in actors:
        return False
    wording = wordings[claim.id]
    if claim.negated or not wording.factual or not wording.bag & FACT:
        return False
    text = " ".join(span.text for span in claim.content)
    names = (actors[party].name, *actors[party].aliases)
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names if name)


def _answers(denial: Wording, claim: Wording, statement: Statement) -> bool:
    """Whether the denial takes up what was said: by a word for it, or by a word of it."""
    text = " ".join(span.text for span in statement.content)
    return bool(ANSWERS.search(text.removeprefix("that "))) or bool(denial.bag & claim.bag)
