"""Figures of assessments, when they hold, and findings in the reporter's own sentences."""

from __future__ import annotations

import pytest

from onrecord.evaluation.gold.texts import article_of
from onrecord.language.english import parse_article
from onrecord.quantities import find_quantities
from onrecord.reconciliation import find_assessments
from onrecord.records import Article, Assessment
from onrecord.times import find_times
from tests.reconciliation.by_hand import cast


def told(text: str) -> tuple[Article, tuple[Assessment, ...], dict[str, str]]:
    """The article, its assessments where no statement is known, and the words of its figures."""
    page = article_of("1.txt", text)
    parse = parse_article(page, light=True)
    figures = find_quantities(page, parse)
    found = find_assessments(page, (), (), (), figures, find_times(page, parse), cast())
    return page, found, {q.id: q.span.text for q in figures}


@pytest.mark.parametrize(
    ("text", "kind", "who", "figures"),
    [
        pytest.param(
            "A survey by Vale showed that 54% want a truce.",
            "poll",
            "A survey by Vale",
            ["54%"],
            id="a survey",
        ),
        pytest.param(
            "Some 54% of respondents want a truce.",
            "poll",
            "respondents",
            ["54%"],
            id="respondents",
        ),
        pytest.param(
            "The tribunal in Tal awarded Norland 40 million crowns.",
            "court",
            "The tribunal in Tal",
            ["40 million crowns"],
            id="an award",
        ),
        pytest.param(
            "The high court struck down the decree.", "court", "The high court", [], id="a ruling"
        ),
        pytest.param(
            "The IAEA counted 900 barrels in the yard.",
            "international_body",
            "The IAEA",
            ["900 barrels"],
            id="a body counts",
        ),
        pytest.param(
            "The Lena Institute puts the loss at $3 million.",
            "institute",
            "The Lena Institute",
            ["$3 million"],
            id="an institute puts",
        ),
    ],
)
def test_told_by_the_reporter(text: str, kind: str, who: str, figures: list[str]) -> None:
    page, found, words = told(text)
    assert [(a.kind, a.assessor_text) for a in found] == [(kind, who)]
    assert [words[q].split(" in ")[0].removeprefix("Some ") for q in found[0].quantities] == figures
    assert found[0].statement is None
    assert all(page.text[s.start : s.end] == s.text for s in found[0].spans)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A survey of the river showed deep water.", id="no figure"),
        pytest.param("About 54% of the farms lie idle.", id="no poll"),
        pytest.param("The court opened at 9 and 300 people came.", id="no ruling"),
        pytest.param("The army counted 900 barrels in the yard.", id="a party counts"),
        pytest.param("The IAEA should count 900 barrels.", id="a duty"),
        pytest.param("Analysts forecast 900 more barrels.", id="analysts foretell"),
        pytest.param("A poll found two reasons for the delay.", id="counted in passing"),
    ],
)
def test_not_told(text: str) -> None:
    assert told(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        pytest.param(
            "A poll taken in May 2031 found that 54% want a truce.", "2031-05-01", id="taken"
        ),
        pytest.param("The IMF put the loss at $3 million in 2030.", "2030-01-01", id="in"),
        pytest.param(
            "The IMF put the loss at $3 million as of 4 May 2031.", "2031-05-04", id="day"
        ),
        pytest.param("The IMF put the loss at $3 million since May 2031.", None, id="since"),
        pytest.param(
            "The UN counted 900 dead since the war began in March 2029.", None, id="began in"
        ),
        pytest.param(
            "The IMF put the loss at $3 million, more than in 2029.", None, id="compared with"
        ),
        pytest.param(
            "The UN counted 900 dead in 2029 and 700 dead in 2030.", None, id="two days open"
        ),
        pytest.param("The IMF put the loss at $3 million.", None, id="not told"),
    ],
)
def test_when_it_holds(text: str, as_of: str | None) -> None:
    (found,) = told(text)[1]
    assert (found.as_of and found.as_of.start and found.as_of.start.isoformat()) == as_of


def test_a_long_sentence_costs_no_more_than_its_length() -> None:
    text = "The survey of the poll and the survey " * 4000 + "found 54% in favour."
    (found,) = told(text)[1]
    assert len(found.spans[0].text) < 700
