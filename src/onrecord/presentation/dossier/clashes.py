"""What clashes, side by side, both quoted and dated; and what parties say of one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.presentation.dossier.context import Clash, Side
from onrecord.presentation.dossier.dates import interval_words, said_or_published
from onrecord.presentation.dossier.evidence import Evidence, merged
from onrecord.presentation.dossier.held import by_age, value_words
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.timeline import position_side
from onrecord.presentation.dossier.words import CLASHES
from onrecord.reconciliation import explain_rule
from onrecord.reconciliation.passages import article_of_passage, cite_passage
from onrecord.records import (
    Attribution,
    Contradiction,
    Interval,
    Position,
    QuantityMention,
    Statement,
)

UNSURE_BELOW = 0.6  # what a rule holds for less certain than this is shown with a note
MOST_CLASHES = 300
ORDER = ("self", "account_of_other", "party_vs_party", "quantity", "outlet_vs_outlet", "wording")


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Quantities by id, and the attribution of the statement that holds each."""

    mentions: Mapping[str, QuantityMention]
    holders: Mapping[str, Attribution]


def build_clashes(lookup: Lookup, evidence: Evidence) -> tuple[Clash, ...]:
    """Contradictions, those inside one party first, the surest first among equals."""
    return tuple(clash for _, clash in merged_clashes(lookup, evidence, MOST_CLASHES))


def merged_clashes(
    lookup: Lookup, evidence: Evidence, most: int | None = None
) -> tuple[tuple[tuple[Contradiction, ...], Clash], ...]:
    """Each clash once, with the contradictions that it stands for, in the order of `ORDER`.

    Copies of one text clash in the same words: shown once, with every place. A contradiction that
    has the first one's sides the other way about is turned round. `most` as in `clash_sides`.
    """
    clashes: dict[tuple[str, ...], tuple[tuple[Contradiction, ...], Clash]] = {}
    for found, told in clash_sides(lookup, evidence, most):
        clash, left, right = told, told.left, told.right
        same = (told.kind, *sorted((_words_of(left), _words_of(right))))
        earlier: tuple[Contradiction, ...] = ()
        contradiction = found
        if same in clashes:
            earlier, first = clashes[same]
            if _words_of(first.left) != _words_of(left):
                left, right = right, left
                contradiction = replace(found, left=found.right, right=found.left)
            clash = replace(first, left=_with(first.left, left), right=_with(first.right, right))
        clashes[same] = ((*earlier, contradiction), clash)
    return tuple(clashes.values())


def clash_sides(
    lookup: Lookup, evidence: Evidence, most: int | None = None
) -> Iterator[tuple[Contradiction, Clash]]:
    """Yield each contradiction with both its sides quoted, in the order of `ORDER`.

    One of which a side cannot be quoted is left out; `most` counts those that are looked at.
    """
    figures = Figures(
        mentions={q.id: q for q in lookup.view.all(QuantityMention)},
        holders={q: a for a in lookup.attributions.values() for q in a.quantities},
    )
    found = sorted(
        lookup.view.all(Contradiction),
        key=lambda c: (ORDER.index(c.kind), -c.confidence, c.id),
    )
    for contradiction in found[:most]:
        left = _side(lookup, evidence, figures, contradiction.left)
        right = _side(lookup, evidence, figures, contradiction.right)
        if left.quotes and right.quotes:
            yield (
                contradiction,
                Clash(
                    kind=CLASHES[contradiction.kind],
                    detail=contradiction.detail,
                    why=explain_rule(contradiction.rule),
                    verdict=contradiction.kind != "wording",
                    left=left,
                    right=right,
                    unsure=contradiction.confidence < UNSURE_BELOW,
                ),
            )


def _words_of(side: Side) -> str:
    """Who says what on one side, as one text to compare by."""
    return "\n".join((side.who, side.words, *dict.fromkeys(q.text for q in side.quotes)))


def _with(side: Side, other: Side) -> Side:
    """The side with the other's quotes as well."""
    return replace(side, quotes=merged((*side.quotes, *other.quotes)))


def build_claims(lookup: Lookup, evidence: Evidence) -> tuple[Side, ...]:
    """What parties say of one another: never the other's own position."""
    claims = (p for p in lookup.positions.values() if p.act == "claim_about_other")
    sides: dict[str, Side] = {}
    for claim in by_age(lookup, claims):
        side = _claim(lookup, evidence, claim)
        same = _words_of(side)
        if side.quotes:
            sides[same] = _with(sides[same], side) if same in sides else side
    return tuple(sides.values())


def _claim(lookup: Lookup, evidence: Evidence, claim: Position) -> Side:
    side = position_side(lookup, evidence, claim)
    who = lookup.actor(claim.speaker) or lookup.actor(claim.party) or claim.party_text
    about = lookup.actor(claim.about)
    topic = lookup.issue_name(claim.issue) if claim.issue else ""
    subject = ": ".join(part for part in (topic, value_words(lookup, claim)) if part)
    return Side(
        who=f"{who}, about {about}" if about else who,
        when=side.when,
        words=subject,
        quotes=side.quotes,
    )


def _side(lookup: Lookup, evidence: Evidence, figures: Figures, ids: tuple[str, ...]) -> Side:
    """One side of a contradiction, whatever kind of record its ids are of."""
    sides = [
        made for record in ids if (made := _side_of(lookup, evidence, figures, record)) is not None
    ]
    return Side(
        who=_listed(side.who for side in sides),
        when=_listed(side.when for side in sides),
        words=_listed(side.words for side in sides),
        quotes=merged(quote for side in sides for quote in side.quotes),
    )


def _listed(words: Iterable[str]) -> str:
    """Each of these once, in order."""
    return "; ".join(dict.fromkeys(w for w in words if w))


def _side_of(lookup: Lookup, evidence: Evidence, figures: Figures, record: str) -> Side | None:
    position = lookup.positions.get(record)
    if position is not None:
        return position_side(lookup, evidence, position)
    statement = lookup.statements.get(record)
    if statement is not None:
        return _statement_side(lookup, evidence, statement)
    passage = _passage_side(lookup, evidence, record)
    if passage is not None:
        return passage
    quantity = figures.mentions.get(record)
    if quantity is None or quantity.article not in lookup.articles:
        return None
    return _quantity_side(lookup, evidence, quantity, figures.holders.get(record))


def _passage_side(lookup: Lookup, evidence: Evidence, name: str) -> Side | None:
    """The sentence of a reporter; None if this names none that is on record."""
    article = lookup.articles.get(article_of_passage(name) or "")
    if article is None:
        return None
    quote = evidence.quote(article.id, (cite_passage(name, article).span,))
    return Side(
        who=lookup.outlet(article),
        when=_when(lookup, None, article.id),
        words="in its own words",
        quotes=(quote,) if quote is not None else (),
    )


def _statement_side(lookup: Lookup, evidence: Evidence, statement: Statement) -> Side:
    attribution = lookup.attributions.get(statement.id)
    who, said = "", None
    if attribution is not None:
        who = lookup.actor(attribution.speaker) or attribution.speaker_text or ""
        said = attribution.said
    quote = evidence.quote(statement.article, statement.content)
    return Side(
        who=who or "speaker not known",
        when=_when(lookup, said, statement.article),
        words="",
        quotes=(quote,) if quote is not None else (),
    )


def _quantity_side(
    lookup: Lookup, evidence: Evidence, quantity: QuantityMention, holder: Attribution | None
) -> Side:
    """The figure, who gives it if a statement holds it, and the sentence around it."""
    who = ""
    if holder is not None and holder.statement in lookup.statements:
        who = lookup.actor(holder.speaker) or holder.speaker_text or ""
    article = lookup.articles[quantity.article]
    quote = evidence.quote(article.id, (quantity.span,))
    return Side(
        who=who or lookup.outlet(article),
        when=_when(lookup, holder.said if holder else None, article.id),
        words=quantity.span.text,
        quotes=(quote,) if quote is not None else (),
    )


def _when(lookup: Lookup, said: Interval | None, article: str) -> str:
    if said is not None:
        return f"said {interval_words(said)}"
    return said_or_published(None, lookup.published.get(article))
