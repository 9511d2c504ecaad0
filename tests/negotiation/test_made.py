"""The records made by hand hold what records must hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.positions import load_codebook
from onrecord.records import Span
from tests.made import MadeRecord, made_records

MADE = made_records()


def spans_of(made: MadeRecord) -> Iterator[tuple[str, Span]]:
    for statement in made.statements:
        for span in (*statement.source, *statement.cue, *statement.content):
            yield statement.article, span
    for mention in made.mentions:
        yield mention.article, mention.span
    for position in made.positions:
        for span in (*position.spans, *(c.span for c in position.conditions)):
            yield position.article, span
    for plan in made.plans:
        for clause in plan.clauses:
            for span in clause.spans:
                yield clause.article, span


@pytest.mark.parametrize("name", MADE)
def test_spans_quote_their_article(name: str) -> None:
    texts = {a.id: a.text for a in MADE[name].articles}
    for article, span in spans_of(MADE[name]):
        assert texts[article][span.start : span.end] == span.text


@pytest.mark.parametrize("name", MADE)
def test_ids_are_unique_and_lead_somewhere(name: str) -> None:
    made = MADE[name]
    actors = {a.id for a in made.actors}
    statements = {s.id for s in made.statements}
    for kind in (made.articles, made.actors, made.statements, made.mentions, made.positions):
        assert len({record.id for record in kind}) == len(kind)
    assert {link.actor for link in made.links} <= actors
    assert {a.statement for a in made.attributions} == statements
    for position in made.positions:
        assert set(position.statements) <= statements
        assert {position.party, position.speaker, position.about} - {None} <= actors


@pytest.mark.parametrize("name", MADE)
def test_codebook_knows_the_issues_and_steps(name: str) -> None:
    codebook = load_codebook()
    for position in MADE[name].positions:
        if position.issue is not None:
            assert set(position.values) <= set(codebook.issue(position.issue).scale)
        if position.step is not None:
            codebook.step(position.step)


def test_made_anew_they_are_the_same() -> None:
    assert made_records() == MADE
