"""Issues that a codebook lacks: what is proposed, what is not, and that its YAML loads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.positions import Codebook, find_positions
from onrecord.positions.codebook_file import read_codebook
from onrecord.positions.stubs import stub_of
from onrecord.positions.suggesting import IssueFinder, Proposal
from onrecord.statements import find_statements
from tests.positions.stage import article_of, attributed, codebook, mentions_of

SMALL = read_codebook("issues: {toll: {anchors: [toll]}}", "small.yaml")
TEXTS = (
    "Kovar said that Ostria must expand the fishing grounds. Kovar said the weather was fine.",
    "Teel said Belmark would never expand the fishing grounds. Teel said people wanted a toll.",
    "Teel said Belmark would shrink the fishing grounds and build a bridge.",
    "Kovar said Ostria would shrink the fishing grounds and must talk to people.",
)


def proposals(book: Codebook, *texts: str, light: bool = False) -> tuple[Proposal, ...]:
    finder = IssueFinder(book)
    for text in texts:
        article = article_of(text)
        parse = parse_article(article, light=light)
        mentions, cast = mentions_of(article)
        statements = find_statements(article, parse)
        said = attributed(statements, mentions, cast)
        positions = find_positions(article, parse, statements, said, mentions, cast, (), book)
        finder.add(article, parse, mentions, statements, {a.statement: a for a in said}, positions)
    return finder.proposals()


def test_what_parties_want_and_the_codebook_lacks_is_proposed() -> None:
    (found,) = proposals(SMALL, *TEXTS)
    assert (found.phrase, found.articles, len(found.parties)) == ("fishing ground", 4, 2)
    assert set(found.verbs) == {"expand", "shrink"}
    assert len(found.examples) == 3
    assert all("fishing grounds" in example.span.text for example in found.examples)


@pytest.mark.parametrize(
    ("issue", "texts"),
    [
        ("toll", TEXTS[:1]),  # one article is no corpus
        ("fishing (ground|grounds)", TEXTS),  # the codebook has it
    ],
)
def test_what_is_not_proposed(issue: str, texts: tuple[str, ...]) -> None:
    book = read_codebook(f"issues: {{known: {{anchors: [{issue}]}}}}", "small.yaml")
    assert proposals(book, *texts) == ()


def test_without_syntax_nothing_is_proposed() -> None:
    assert proposals(SMALL, *TEXTS, light=True) == ()


def test_the_stub_loads_below_issues() -> None:
    (found,) = proposals(SMALL, *TEXTS)
    issue = read_codebook("issues:\n" + stub_of(found, SMALL), "x.yaml").issue("fishing_ground")
    assert issue.anchors == ("fishing ground",)
    assert set(issue.scale) == {"expand", "shrink"}


def test_an_id_that_is_taken_gets_a_number() -> None:
    (found,) = proposals(SMALL, *TEXTS)
    book = read_codebook("issues: {fishing_ground: {anchors: [boat]}}", "small.yaml")
    assert stub_of(found, book).startswith("  fishing_ground_2:")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(["no", "on", "yes", "null", "off", "gate", "levy"]), min_size=1),
    st.lists(st.sampled_from(["no", "open", "yes", "null", "raise"]), max_size=4, unique=True),
)
def test_every_stub_loads(phrase: list[str], verbs: list[str]) -> None:
    proposal = Proposal(
        phrase=" ".join([*phrase[:2], "gate"]), score=1, count=2, articles=2, parties=(),
        verbs=tuple(verbs), examples=(),
    )  # fmt: skip
    book = read_codebook("issues:\n" + stub_of(proposal, codebook()), "x.yaml")
    assert len(book.issues[0].values) in (0, len(verbs))
