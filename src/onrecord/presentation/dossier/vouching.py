"""On whose word an event stands, and who gives another account of it.

An event that articles tell only inside somebody's words is that speaker's account; one that an
article tells in its own voice is that article's. Neither is called true: a clash over the same
words stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.presentation.dossier.lookup import Lookup
from onrecord.reconciliation.passages import article_of_passage, cite_passage
from onrecord.records import Citation, Contradiction, Event, Span, Statement


class Vouching:
    """The statements and clashes of a record, by article, to look an event's words up in."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._statements: dict[str, list[Statement]] = {}
        for statement in lookup.statements.values():
            self._statements.setdefault(statement.article, []).append(statement)
        self._sides: dict[str, list[tuple[Span, str, str]]] = {}  # span, clash, the other side
        for clash in sorted(lookup.view.all(Contradiction), key=lambda c: c.id):
            if clash.kind == "wording":
                continue
            for own, other in ((clash.left, clash.right), (clash.right, clash.left)):
                who = self._who(other)
                for article, span in self._places(own):
                    self._sides.setdefault(article, []).append((span, clash.id, who))

    def said_by(self, event: Event) -> tuple[str, ...]:
        """Those on whose word alone the event stands, sorted; () where an article tells it itself.

        A speaker that no article names is "a speaker not known".
        """
        tellers = [self._teller(cited) for cited in event.spans]
        if not tellers or None in tellers:
            return ()
        return tuple(sorted({teller for teller in tellers if teller is not None}))

    def disputed(self, event: Event) -> tuple[tuple[str, str], ...]:
        """(id of the clash, who gives the other account) of every clash over its words; sorted."""
        found = {
            (clash, who)
            for cited in event.spans
            for span, clash, who in self._sides.get(cited.article, ())
            if span.start < cited.span.end and cited.span.start < span.end
        }
        return tuple(sorted(found))

    def _teller(self, cited: Citation) -> str | None:
        """Whose words hold these, the innermost where one reports another; None: the article's."""
        holding = [
            (part.end - part.start, statement)
            for statement in self._statements.get(cited.article, ())
            for part in statement.content
            if part.start <= cited.span.start and cited.span.end <= part.end
        ]
        if not holding:
            return None
        _, statement = min(holding, key=lambda held: (held[0], held[1].id))
        return self._speaker(statement.id) or "a speaker not known"

    def _speaker(self, statement: str) -> str:
        attribution = self._lookup.attributions.get(statement)
        if attribution is None:
            return ""
        return self._lookup.actor(attribution.speaker) or attribution.speaker_text or ""

    def _who(self, side: Iterable[str]) -> str:
        """Who stands on a side of a clash, each once."""
        return ", ".join(dict.fromkeys(name for record in side if (name := self._name(record))))

    def _name(self, record: str) -> str:
        position = self._lookup.positions.get(record)
        if position is not None:
            return self._lookup.actor(position.speaker or position.party) or position.party_text
        article = self._lookup.articles.get(article_of_passage(record) or "")
        return self._lookup.outlet(article) if article is not None else self._speaker(record)

    def _places(self, side: Iterable[str]) -> Iterator[tuple[str, Span]]:
        """Yield the (article, span) of each part of a side."""
        for record in side:
            article = self._lookup.articles.get(article_of_passage(record) or "")
            if article is not None:
                yield article.id, cite_passage(record, article).span
            elif (position := self._lookup.positions.get(record)) is not None:
                yield from ((position.article, span) for span in position.spans)
            elif (statement := self._lookup.statements.get(record)) is not None:
                yield from ((statement.article, span) for span in statement.content)
