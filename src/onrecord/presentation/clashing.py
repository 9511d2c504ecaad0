"""The question which accounts cannot both be exact. A function of an opened record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from onrecord.presentation.clash_rows import ContradictionRow
from onrecord.presentation.dossier.clashes import merged_clashes
from onrecord.presentation.dossier.context import Clash, Quote, Side
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.lookup import Lookup, gather
from onrecord.presentation.questions import lies_within, names_text, view_codebook
from onrecord.presentation.results import Results
from onrecord.presentation.wording import say_code
from onrecord.reconciliation.passages import article_of_passage
from onrecord.records import Contradiction, Position, QuantityMention
from onrecord.store import View

TOO_SHORT = 24  # characters: "more than 4,000 soldiers" does not say who, or of what


def contradictions(
    view: View,
    *,
    kind: str | None = None,
    party: str | None = None,
    outlet: str | None = None,
    text: str | None = None,
    wording: bool = False,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Results[ContradictionRow]:
    """The accounts that cannot both be exact, one party against itself first, then by certainty.

    `party` and `outlet` keep those with such a one on a side, `text` those with these words in a
    quote; `since` and `until` are days of publication of either side, both included. `wording`
    adds different words for one event, which are no clash; so does asking for that `kind`.
    """
    lookup = gather(view, view_codebook(view))
    articles = _articles_of(view, lookup)
    rows = []
    for found, clash in merged_clashes(lookup, Evidence(lookup)):
        row = _row(found, clash)
        if (
            (clash.verdict or wording or kind is not None)
            and (kind is None or row.kind == kind)
            and (not party or any(names_text(party, w) for w in (row.left_who, row.right_who)))
            and (not outlet or any(names_text(outlet, o) for o in _outlets(row)))
            and (not text or _holds(text, row))
            and any(
                lies_within(lookup.published[articles[name]], since, until)
                for name in (*row.left, *row.right)
                if name in articles
            )
        ):
            rows.append(row)
    return Results(ContradictionRow, rows)


def _articles_of(view: View, lookup: Lookup) -> dict[str, str]:
    """The article of each record that a side can name."""
    found = {s.id: s.article for s in lookup.statements.values()}
    found.update((p.id, p.article) for p in view.all(Position))
    found.update((q.id, q.article) for q in view.all(QuantityMention))
    for contradiction in view.all(Contradiction):
        for name in (*contradiction.left, *contradiction.right):
            if article := article_of_passage(name):
                found[name] = article
    return found


def _row(found: Sequence[Contradiction], clash: Clash) -> ContradictionRow:
    left, right = _places(clash.left), _places(clash.right)
    surest = found[0]
    return ContradictionRow(
        kind=say_code(surest.kind),
        rule=surest.rule,
        explanation=clash.why,
        detail=surest.detail,
        left_who=clash.left.who,
        left_when=clash.left.when,
        left_words=_words(clash.left),
        left_outlets=tuple(q.outlet for q in left),
        left_published=tuple(q.date for q in left),
        right_who=clash.right.who,
        right_when=clash.right.when,
        right_words=_words(clash.right),
        right_outlets=tuple(q.outlet for q in right),
        right_published=tuple(q.date for q in right),
        confidence=surest.confidence,
        left=tuple(dict.fromkeys(name for c in found for name in c.left)),
        right=tuple(dict.fromkeys(name for c in found for name in c.right)),
        also=tuple(c.id for c in found[1:]),
        id=surest.id,
    )


def _words(side: Side) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_quoted(quote) for quote in side.quotes))


def _quoted(quote: Quote) -> str:
    """The words; of few the sentence that holds them: "380" and "it" say nothing alone."""
    if len(quote.text) > TOO_SHORT:
        return quote.text
    return " ".join(f"{quote.before}{quote.text}{quote.after}".split())


def _places(side: Side) -> tuple[Quote, ...]:
    """Every place that carries one of the side's quotes."""
    return tuple(place for quote in side.quotes for place in (quote, *quote.also))


def _outlets(row: ContradictionRow) -> tuple[str, ...]:
    return (*row.left_outlets, *row.right_outlets)


def _holds(text: str, row: ContradictionRow) -> bool:
    words = (*row.left_words, *row.right_words)
    return any(text.casefold() in quote.casefold() for quote in words)
