"""What institutes, polls, courts and outside bodies say; and what is none of it."""

from __future__ import annotations

import pytest

from onrecord.reconciliation import find_assessments
from onrecord.records import Assessment, QuantityMention, Statement, TimeMention
from tests.made import Maker
from tests.reconciliation.by_hand import article, cast


def assess(
    source: str, cue: str, content: str, *, figure: str | None = None, person: bool = False
) -> tuple[Assessment, ...]:
    make = Maker()
    page = make.article("1.txt", "Harbour Post", None, "Page", f"{source} {cue} {content}.")
    actor = make.actor(source.split(",", maxsplit=1)[0], "person") if person else None
    make.says(page, source=source, cue=cue, content=content, actor=actor)
    quantities = []
    if figure is not None:
        at = page.text.index(figure)
        span = page.span(at, at + len(figure))
        quantities.append(
            QuantityMention(
                id="q", article=page.id, span=span, low=1, high=1, unit=None, bound="exact"
            )
        )
    return find_assessments(
        page,
        make.statements,
        make.attributions,
        make.mentions,
        quantities,
        (),
        cast(*make.actors.values()),
    )


@pytest.mark.parametrize(
    ("source", "cue", "content", "figure", "kind"),
    [
        pytest.param(
            "The Lena Institute", "said", "the truce is brittle", None, "institute", id="institute"
        ),
        pytest.param("A new poll", "found", "few trust the truce", None, "poll", id="poll"),
        pytest.param("The court", "ruled", "the dam is shared", None, "court", id="court"),
        pytest.param(
            "The United Nations",
            "said",
            "some 300 villages stand empty",
            "300",
            "international_body",
            id="a body gives a figure",
        ),
        pytest.param(
            "The UN",
            "estimated",
            "most villages stand empty",
            None,
            "international_body",
            id="finds",
        ),
        pytest.param("Analysts", "say", "the truce is brittle", None, "analysts", id="analysts"),
    ],
)
def test_assessment(source: str, cue: str, content: str, figure: str | None, kind: str) -> None:
    (found,) = assess(source, cue, content, figure=figure)
    assert (found.kind, found.assessor_text) == (kind, source)
    assert found.quantities == (("q",) if figure else ())
    assert found.statement is not None


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        pytest.param("Ilsa Brandt", "said", "the truce is brittle", id="a minister"),
        pytest.param("The United Nations", "said", "both sides are welcome", id="no finding"),
        pytest.param("The United Nations", "urged", "restraint on both banks", id="an appeal"),
        pytest.param("The Lena Institute", "said", "both must stop", id="a duty"),
        pytest.param("An expert’s father", "said", "he came home late", id="a relative"),
        pytest.param("Few analysts", "say", "the truce is brittle", id="few"),
        pytest.param("The Institution Street", "said", "it was closed", id="part of a word"),
        pytest.param("A man who fled", "said", "the road was closed", id="who is no body"),
    ],
)
def test_no_assessment(source: str, cue: str, content: str) -> None:
    assert assess(source, cue, content) == ()


def test_a_member_speaks_for_himself() -> None:
    source = "Olof Rask, of the Lena Institute"
    (by_actor,) = assess(source, "said", "the truce is brittle", person=True)
    (by_words,) = assess(source, "said", "the truce is brittle")
    assert by_actor.kind == by_words.kind == "analysts"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("A survey by Vale showed that 54% want a truce.", True, id="a finding"),
        pytest.param("Some 54% of respondents want a truce.", True, id="respondents"),
        pytest.param("A survey of the river showed deep water.", False, id="no figure"),
        pytest.param("About 54% of the farms lie idle.", False, id="no poll"),
    ],
)
def test_polls_in_the_reporters_words(text: str, found: bool) -> None:
    page = article(text)
    quantities, times = [], []
    if "54%" in text:
        at = text.index("54%")
        span = page.span(at, at + 3)
        quantities.append(
            QuantityMention(
                id="q", article=page.id, span=span, low=54, high=54, unit="%", bound="exact"
            )
        )
    times.append(
        TimeMention(
            id="t",
            article=page.id,
            span=page.span(0, 1),
            start=None,
            end=None,
            precision=None,
            timex3="PRESENT_REF",
            type="DATE",
        )
    )
    statements: tuple[Statement, ...] = ()
    told = find_assessments(page, statements, (), (), quantities, times, cast())
    assert [a.kind for a in told] == (["poll"] if found else [])
    assert all(a.statement is None and a.as_of is None for a in told)
    assert all(page.text[s.start : s.end] == s.text for a in told for s in a.spans)
