"""Contradictions: accounts that cannot both be exact, each found by a rule with a name.

That two parties want different things is no contradiction; that later words replace earlier ones
is a shift; what is forecast, supposed or judged cannot clash. A rule that is not sure says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.reconciliation.account_rules import (
    account_refuted_by_own_word,
    claim_denied_at_once,
    own_word_against_own_word,
    utterance_differs,
)
from onrecord.reconciliation.clash_evidence import Evidence, gather_evidence
from onrecord.reconciliation.fact_rules import (
    agreement_disowned,
    detail_disputed,
    each_blames_the_other,
    fact_denied,
    opposite_told,
    own_fact_against_own_fact,
    reporters_disagree,
)
from onrecord.reconciliation.figure_rules import figures_differ
from onrecord.reconciliation.other_words import worded_differently
from onrecord.reconciliation.told import Told, read_all_told
from onrecord.records import (
    Article,
    Attribution,
    Contradiction,
    Position,
    QuantityMention,
    Report,
    Statement,
)

if TYPE_CHECKING:
    from onrecord.actors import Cast

Rule = Callable[[Evidence], Iterator[Contradiction]]
# In this order: what one rule has found of two accounts, no later rule lists again.
RULES: tuple[Rule, ...] = (
    # counts of one thing
    figures_differ,
    # one utterance, quoted in two ways
    utterance_differs,
    # what one says of another
    account_refuted_by_own_word,
    claim_denied_at_once,
    # party against party
    agreement_disowned,
    fact_denied,
    opposite_told,
    each_blames_the_other,
    detail_disputed,
    # a party against itself
    own_word_against_own_word,
    own_fact_against_own_fact,
    # outlet against outlet
    reporters_disagree,
    # no verdict
    worded_differently,
)


def explain_rule(name: str) -> str:
    """What the rule of this name says of itself: when it finds something."""
    found = next((rule for rule in RULES if rule.__name__ == name), None)
    return " ".join((found.__doc__ or "").split()) if found is not None else ""


def find_contradictions(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    positions: Iterable[Position],
    quantities: Iterable[QuantityMention],
    reports: Iterable[Report],
    cast: Cast,
) -> tuple[Contradiction, ...]:
    """Everything that the rules find, strongest kind of evidence first, then by id."""
    told = read_all_told(articles, statements, attributions, quantities, cast)
    return compare_told(told, positions, reports, cast)


def compare_told(
    told: Iterable[Told], positions: Iterable[Position], reports: Iterable[Report], cast: Cast
) -> tuple[Contradiction, ...]:
    """The same, from what each article was found to tell."""
    evidence = gather_evidence(told, positions, reports, cast.actors)
    found: dict[str, Contradiction] = {}
    known: set[tuple[str, str]] = set()
    for rule in RULES:
        made = [c for c in rule(evidence) if not known & _pairs(c)]
        for contradiction in made:
            found[contradiction.id] = contradiction
            known |= _pairs(contradiction)
    return tuple(sorted(found.values(), key=lambda c: (-c.confidence, c.kind, c.id)))


def _pairs(contradiction: Contradiction) -> set[tuple[str, str]]:
    """The two records that each side names first, in order of their names."""
    left, right = contradiction.left[0], contradiction.right[0]
    return {(min(left, right), max(left, right))}
