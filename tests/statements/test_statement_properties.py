"""What holds of every statement: evidence, order, ids, nesting, and how it is meant."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.statements import find_antecedent, find_statements
from onrecord.statements.quotations import find_quotations
from tests.statements.reading import article_of, read

MARKS = list("“”\"‘’«»'.,:;—\n\x00\u202e")
WORDS = ["said", "Maren", "the envoy", "that", "according to", "warned", "will not go", "We"]
PIECES = [*MARKS, *WORDS, "''"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_every_span_is_what_stands_in_the_text(text: str) -> None:
    article = article_of(text)
    parse = parse_article(article, light=True)
    statements = find_statements(article, parse)
    for statement in statements:
        for span in (*statement.source, *statement.cue, *statement.content):
            assert article.text[span.start : span.end] == span.text
    assert len({s.id for s in statements}) == len(statements)
    assert statements == find_statements(article, parse)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=200, deadline=None)
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    found = find_quotations(article_of(text))
    for before, after in pairwise(found):
        assert before.end <= after.start
    for quotation in found:
        assert quotation.start < quotation.inner_start <= quotation.inner_end <= quotation.end


def test_statements_stand_by_position() -> None:
    text = "Maren said the road was open. “It is not,” said Volk. Dorland rejected the plan."
    firsts = [min(s.start for s in (*x.source, *x.cue, *x.content)) for x in read(text)]
    assert firsts == sorted(firsts)
    assert len(firsts) == 3


def test_a_statement_within_another_names_it() -> None:
    outer, inner = read("According to diplomats, Maren insists that the valley is his.")
    assert outer.inside is None
    assert inner.inside == outer.id


MEANINGS = {
    "negated": ("Dorland did not say when the talks would resume.", "future", True),
    "not negated": ("Dorland said that the talks had resumed.", "asserted", False),
    "belief": ("Officials in Dorland believe the truce will end soon.", "belief", False),
    "intention": ("Dorland wants to join the union.", "intention", False),
    "hedged": ("Arvenia could say that the road was open.", "hedged", False),
    "future": ("Arvenia will announce that the road is open.", "future", False),
    "conditional": ("Arvenia would say that the road was open.", "conditional", False),
}


@pytest.mark.parametrize(("text", "modality", "negated"), MEANINGS.values(), ids=MEANINGS.keys())
def test_how_a_report_is_meant(text: str, modality: str, negated: bool) -> None:
    statement = read(text)[0]
    assert (statement.modality, statement.negated) == (modality, negated)


CHANNELS = {
    "direct quote": ("“The road is open,” Maren said.", "direct_quote"),
    "indirect quote": ("Maren said the road was open.", "indirect_quote"),
    "statement": ("In a statement, the ministry said the road was open.", "statement"),
    "speech": ("Maren, in a speech on Sunday, vowed to rebuild the bridge.", "speech"),
    "social media": ("Maren wrote on Telegram that the road was open.", "social_media_post"),
    "letter": ("Maren said in a letter that the road was open.", "communication"),
    "press": ("The Daily Arven reported that the road was open.", "press_report"),
    "poll": ("A poll found that most farmers oppose the deal.", "vote_or_poll"),
    "court": ("A court ruled that the road was public.", "court_proceeding"),
    "silence": ("The ministry declined to comment.", "declined_comment"),
    "unnamed": ("Two officials said the road was open.", "unnamed"),
    "a named official": ("Dorland official Anna Volk said the road was open.", "indirect_quote"),
}


@pytest.mark.parametrize(("text", "channel"), CHANNELS.values(), ids=CHANNELS.keys())
def test_the_channel(text: str, channel: str) -> None:
    assert read(text)[0].channel == channel


KINDS = {
    "direct": ("“The road is open,” Maren said.", "direct"),
    "mixed": ("Maren said the road was “open to all.”", "mixed"),
    "indirect": ("Maren said the road was open.", "indirect"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS.keys())
def test_the_kind(text: str, kind: str) -> None:
    assert read(text)[0].kind == kind


def test_an_odd_mark_loses_nothing_else() -> None:
    good = "“The road is open,” Maren said.\n"
    assert len(read(good + 'He wore a 6" badge.\n' + good)) == 2
    assert len(read(good + "“An opening without an end\n" + good)) >= 2


LONG = {
    "marks": '"' * 10_000,
    "openings": "“" * 10_000,
    "quotations": 'He said "yes" and ' * 2_500,
    "one paragraph": "The minister of Arvenia said the truce would hold, according to X. " * 3_000,
    "no full stop": "said that according to the minister " * 3_000,
    "apostrophes": "the envoys' s' plan " * 10_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_time_is_linear_in_length(text: str) -> None:
    article = article_of(text)
    parse = parse_article(article, light=True)
    start = time.process_time()
    find_statements(article, parse)
    assert time.process_time() - start < 20  # a quadratic step took minutes on these


def test_an_empty_article_has_none() -> None:
    assert read("") == ()
    assert read("", light=True) == ()


RELATIVES = {
    "who": ("The envoy, who said the talks were useful, left.", "The envoy"),
    "which": ("Dorland, which rejected the plan, has closed its border.", "Dorland"),
    "a name": ("Maren said the talks were useful.", None),
}


@pytest.mark.parametrize(("text", "expected"), RELATIVES.values(), ids=RELATIVES.keys())
@pytest.mark.parametrize("light", [False, True], ids=["parse", "light"])
def test_whom_a_relative_pronoun_stands_for(text: str, expected: str | None, light: bool) -> None:
    article = article_of(text)
    parse = parse_article(article, light=light)
    found = find_antecedent(article, parse, find_statements(article, parse)[0])
    assert (found.text.rstrip(", ") if found else None) == expected
