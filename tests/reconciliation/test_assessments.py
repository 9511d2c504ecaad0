"""What institutes, polls, courts and outside bodies find; and what is none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reconciliation import find_assessments
from onrecord.records import Assessment, QuantityMention
from tests.made import Maker
from tests.reconciliation.by_hand import cast


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
                id="q", article=page.id, span=span, low=300, high=300, unit=None, bound="exact"
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
            "The Lena Institute",
            "said",
            "the truce is brittle by now",
            None,
            "institute",
            id="institute",
        ),
        pytest.param("A new poll", "found", "few people trust the truce", None, "poll", id="poll"),
        pytest.param("The court", "ruled", "the dam must be shared", None, "court", id="court"),
        pytest.param(
            "Judge Mara Tolle", "ruled", "the dam must be shared", None, "court", id="a judge"
        ),
        pytest.param(
            "The United Nations",
            "said",
            "some 300 villages stand empty",
            "300",
            "international_body",
            id="a body gives a figure",
        ),
        pytest.param(
            "U.N. inspectors",
            "concluded",
            "that most villages stand empty",
            None,
            "international_body",
            id="a body with points finds",
        ),
        pytest.param(
            "Analysts", "counted", "300 empty villages", "300", "analysts", id="analysts counted"
        ),
    ],
)
def test_assessment(source: str, cue: str, content: str, figure: str | None, kind: str) -> None:
    found = assess(source, cue, content, figure=figure)
    assert [(a.kind, a.assessor_text) for a in found] == [(kind, source)]
    assert found[0].quantities == (("q",) if figure else ())
    assert found[0].statement is not None


@pytest.mark.parametrize(
    ("source", "cue", "content", "figure"),
    [
        pytest.param("Ilsa Brandt", "said", "300 houses burnt", "300", id="a minister by name"),
        pytest.param("The defence ministry", "said", "300 died", "300", id="a ministry"),
        pytest.param(
            "Economists of the government", "estimate", "300 died", "300", id="a party's experts"
        ),
        pytest.param("The United Nations", "said", "both sides are welcome", None, id="no finding"),
        pytest.param("The United Nations", "demanded", "300 buses", "300", id="a body demands"),
        pytest.param("The UN mediator", "said", "300 delegates came", "300", id="a mediator"),
        pytest.param("The Lena Institute", "said", "both must stop at once", None, id="a duty"),
        pytest.param("Analysts", "say", "the truce is brittle by now", None, id="an opinion"),
        pytest.param("Analysts", "expect", "300 more to flee", "300", id="a forecast"),
        pytest.param("Experts", "estimate", "300 will flee", "300", id="what will be"),
        pytest.param("The court", "said", "it was closed for the day", None, id="no ruling"),
        pytest.param("Norland’s court filing", "said", "300 fled", "300", id="a party in court"),
        pytest.param("A poll", "found", "signs", None, id="too little"),
        pytest.param("An expert’s father", "said", "300 came home", "300", id="a relative"),
        pytest.param("Few analysts", "counted", "300 villages", "300", id="few"),
        pytest.param("The Institution Street", "said", "300 stayed", "300", id="a street"),
        pytest.param(
            "Greta Sund, outside a polling station", "said", "she waited", None, id="a voter"
        ),
        pytest.param(
            "Mayor Orlo, speaking at the Lena Institute", "said", "300 fled", "300", id="a guest"
        ),
        pytest.param("A man who fled", "said", "300 were left behind", "300", id="no body"),
    ],
)
def test_no_assessment(source: str, cue: str, content: str, figure: str | None) -> None:
    assert assess(source, cue, content, figure=figure) == ()


def test_a_member_speaks_for_himself() -> None:
    source = "Olof Rask, of the Lena Institute"
    for person in (True, False):
        (found,) = assess(source, "estimated", "300 fled", figure="300", person=person)
        assert found.kind == "analysts"
        assert assess(source, "said", "the truce is brittle by now", person=person) == ()


def test_what_a_party_says_that_an_assessor_found_is_the_party_s() -> None:
    make = Maker()
    text = "Orlo says the IAEA found that the dam leaks a little."
    page = make.article("1.txt", "Harbour Post", None, "Page", text)
    outer = make.says(
        page,
        source="Orlo",
        cue="says",
        content="the IAEA found that the dam leaks a little",
        actor=None,
    )
    inner = make.says(
        page, source="the IAEA", cue="found", content="that the dam leaks a little", actor=None
    )

    def found(*statements: object) -> tuple[Assessment, ...]:
        return find_assessments(
            page,
            statements,  # type: ignore[arg-type]
            make.attributions,
            (),
            (),
            (),
            cast(*make.actors.values()),
        )

    assert len(found(outer, inner)) == 1
    assert found(outer, replace(inner, inside=outer.id)) == ()
