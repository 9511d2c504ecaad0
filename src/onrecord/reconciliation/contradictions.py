"""Contradictions: accounts that cannot both be exact, each found by a rule with a name.

That two parties want different things is no contradiction; that later words replace earlier ones
is a shift. A rule that is not sure says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reconciliation.accounts import (
    accounts_against_own_word,
    own_words_at_odds,
)
from onrecord.reconciliation.denials import denied_facts, utterances_at_odds
from onrecord.reconciliation.figures import (
    Figure,
    are_disjoint,
    pairs_to_compare,
    read_figures,
    same_matter,
    same_origin,
    same_time,
    shared_origins,
)
from onrecord.reconciliation.rebuttals import BEFORE_CUE, denied_claims, is_denial
from onrecord.reconciliation.wording import Wording, read_wording
from onrecord.records import (
    Actor,
    Article,
    Attribution,
    Contradiction,
    Interval,
    Position,
    QuantityMention,
    Report,
    Statement,
    identity,
)

if TYPE_CHECKING:
    from onrecord.actors import Cast

LONGEST_QUOTE = 160
FIGURE_DAYS = 3  # figures without a date of their own are compared if printed within these days


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rules read, laid out once."""

    figures: tuple[Figure, ...]
    wordings: tuple[Wording, ...]
    positions: tuple[Position, ...]
    cues: dict[str, str]
    parties: dict[str, str]
    outlets: dict[str, str]
    together: dict[tuple[str, str], bool]
    actors: Mapping[str, Actor]
    statements: tuple[Statement, ...]
    published: Mapping[str, Interval | None]
    before_cue: Mapping[str, str]

    def name(self, actor: str | None) -> str:
        """The actor's name as shown."""
        if actor is None:
            return "someone unnamed"
        return self.actors[actor].name if actor in self.actors else actor


def figures_differ(evidence: Evidence) -> Iterator[Contradiction]:
    """Two witnesses count the same thing, in the same place and at the same time, and their
    ranges do not meet.
    """
    clashes: dict[tuple[object, ...], tuple[dict[str, Figure], dict[str, Figure]]] = {}
    for pair in pairs_to_compare(evidence.figures):
        left, right = sorted(pair, key=lambda f: (f.low, f.high, f.quantity.id))
        if not are_disjoint(left, right) or not same_matter(left, right):
            continue
        if not same_time(left, right, FIGURE_DAYS) or same_origin(left, right, evidence.together):
            continue
        if left.speaker is not None and left.speaker == right.speaker:
            continue
        # A copy repeats the clash and is none of its own: its figure joins the side it is on.
        key = (left.counted, left.low, left.high, right.low, right.high)
        sides = clashes.setdefault(key, ({}, {}))
        sides[0][left.quantity.id], sides[1][right.quantity.id] = left, right
    for low, high in clashes.values():
        a, b = min(low), min(high)
        yield Contradiction(
            id=identity("contradiction", "quantity", *sorted((*low, *high))),
            kind="quantity",
            left=tuple(sorted(low)),
            right=tuple(sorted(high)),
            rule="figures_differ",
            detail=f"{low[a].quantity.of}: “{low[a].quantity.span.text}” here,"
            f" “{high[b].quantity.span.text}” there",
            confidence=0.7,
        )


def account_refuted_by_own_word(evidence: Evidence) -> Iterator[Contradiction]:
    """One party says that another would take (or refuses) something; that other's own word is
    the opposite.
    """
    for account, word in accounts_against_own_word(evidence.positions, evidence.published):
        yield Contradiction(
            id=identity("contradiction", "account_of_other", account.id, word.id),
            kind="account_of_other",
            left=(account.id,),
            right=(word.id,),
            rule="account_refuted_by_own_word",
            detail=(
                f"{evidence.name(account.speaker)} on {evidence.name(account.about)}: "
                f"“{_words(account)}”; {evidence.name(account.about)} itself: “{_words(word)}”"
            ),
            confidence=0.8 if account.said and word.said else 0.6,
        )


def _words(position: Position) -> str:
    """The words of a position, cut where they are long."""
    words = " ".join(" … ".join(span.text for span in position.spans).split())
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def fact_denied(evidence: Evidence) -> Iterator[Contradiction]:
    """One party states a fact, another party denies it in nearly the same words."""
    for left, right in denied_facts(evidence.wordings, evidence.cues, evidence.parties):
        yield Contradiction(
            id=identity("contradiction", "party_vs_party", left.statement, right.statement),
            kind="party_vs_party",
            left=(left.statement,),
            right=(right.statement,),
            rule="fact_denied",
            detail=(
                f"{evidence.name(left.speaker)} states it, {evidence.name(right.speaker)} denies it"
            ),
            confidence=0.7,
        )


def claim_denied_at_once(evidence: Evidence) -> Iterator[Contradiction]:
    """One party states what another did or agreed to; in the next sentence of the same article
    that other denies it. The same two in a copy count once.
    """
    wordings = {w.statement: w for w in evidence.wordings}
    same: dict[tuple[object, ...], list[tuple[Wording, Wording]]] = {}
    for claim, denial in denied_claims(
        evidence.statements, wordings, evidence.parties, evidence.actors, evidence.before_cue
    ):
        key = (claim.speaker, claim.words, denial.speaker, denial.words)
        same.setdefault(key, []).append((claim, denial))
    for pairs in same.values():
        left = tuple(sorted(claim.statement for claim, _ in pairs))
        right = tuple(sorted(denial.statement for _, denial in pairs))
        claim, denial = pairs[0]
        about = evidence.parties[denial.statement]
        yield Contradiction(
            id=identity("contradiction", "account_of_other", *left, *right),
            kind="account_of_other",
            left=left,
            right=right,
            rule="claim_denied_at_once",
            detail=(
                f"{evidence.name(claim.speaker)} makes a claim about {evidence.name(about)}; "
                f"{evidence.name(denial.speaker)} denies it"
            ),
            confidence=0.8,
        )


def utterance_differs(evidence: Evidence) -> Iterator[Contradiction]:
    """Two outlets quote one utterance of one speaker with another number, or one with a "not"
    that the other lacks.
    """
    for left, right in utterances_at_odds(evidence.wordings, evidence.outlets, evidence.together):
        yield Contradiction(
            id=identity("contradiction", "outlet_vs_outlet", left.statement, right.statement),
            kind="outlet_vs_outlet",
            left=(left.statement,),
            right=(right.statement,),
            rule="utterance_differs",
            detail=(
                f"{evidence.name(left.speaker)} is quoted differently by "
                f"{evidence.outlets[left.article]} and {evidence.outlets[right.article]}"
            ),
            confidence=0.6,
        )


def own_word_against_own_word(evidence: Evidence) -> Iterator[Contradiction]:
    """One speaker is on record for and against the same thing on the same day."""
    for left, right in own_words_at_odds(evidence.positions):
        yield Contradiction(
            id=identity("contradiction", "self", left.id, right.id),
            kind="self",
            left=(left.id,),
            right=(right.id,),
            rule="own_word_against_own_word",
            detail=f"{evidence.name(left.speaker)}: “{left.act}” and “{right.act}” on {left.issue}",
            confidence=0.5,
        )


RULES: tuple[Callable[[Evidence], Iterator[Contradiction]], ...] = (
    figures_differ,
    account_refuted_by_own_word,
    fact_denied,
    claim_denied_at_once,
    utterance_differs,
    own_word_against_own_word,
)


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
    evidence = _evidence(
        articles,
        sorted(statements, key=lambda s: s.id),
        tuple(attributions),
        positions,
        quantities,
        reports,
        cast,
    )
    found = {c.id: c for rule in RULES for c in rule(evidence)}
    return tuple(sorted(found.values(), key=lambda c: (-c.confidence, c.kind, c.id)))


def _evidence(
    articles: Iterable[Article],
    statements: Sequence[Statement],
    attributions: Sequence[Attribution],
    positions: Iterable[Position],
    quantities: Iterable[QuantityMention],
    reports: Iterable[Report],
    cast: Cast,
) -> Evidence:
    published: dict[str, Interval | None] = {}
    outlets: dict[str, str] = {}
    before_cue: dict[str, str] = {}
    denials: dict[str, list[Statement]] = {}
    for statement in statements:
        if is_denial(statement, ""):
            denials.setdefault(statement.article, []).append(statement)

    def noted() -> Iterator[Article]:
        # The articles pass once and are not kept: only what is noted of them is.
        for article in articles:
            published[article.id] = article.published
            if article.outlet is not None:
                outlets[article.id] = article.outlet
            for denial in denials.get(article.id, ()):
                at = min(span.start for span in denial.cue)
                before_cue[denial.id] = article.text[max(0, at - BEFORE_CUE) : at]
            yield article

    figures = tuple(read_figures(noted(), statements, attributions, quantities))
    said_by = {a.statement: a for a in attributions}
    return Evidence(
        figures=figures,
        wordings=tuple(
            read_wording(s, said_by.get(s.id), published.get(s.article)) for s in statements
        ),
        positions=tuple(sorted(positions, key=lambda p: p.id)),
        cues={s.id: " ".join(span.text for span in s.cue).casefold() for s in statements},
        parties={a.statement: a.party for a in attributions if a.party is not None},
        outlets=outlets,
        together=shared_origins(reports),
        actors=cast.actors,
        statements=tuple(statements),
        published=published,
        before_cue=before_cue,
    )
