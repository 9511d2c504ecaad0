"""The same plan in several articles."""

from __future__ import annotations

import pytest

from onrecord.reconciliation import merge_plans
from onrecord.records import Clause, Interval, Plan, Span
from tests.reconciliation.by_hand import day, disordered


def plan(key: str, name: str, author: str | None = "vesland", said: Interval | None = None) -> Plan:
    span = Span(start=0, end=3, text="all")
    clause = Clause(issue="prisoners", value="all", step=None, article=key, spans=(span,))
    return Plan(id=key, name=name, author=author, said=said, articles=(key,), clauses=(clause,))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(plan("a", "the 8-point plan"), plan("b", "8-point peace plan"), id="one name"),
        pytest.param(plan("a", "peace plan"), plan("b", "the plan"), id="one author, no name"),
        pytest.param(
            plan("a", "Lena harbour paper"),
            plan("b", "the Lena harbour paper", None),
            id="no author",
        ),
        pytest.param(
            plan("a", "the plan", said=day("2031-03-01", 7)),
            plan("b", "the plan", said=day("2031-03-04")),
            id="dates that overlap",
        ),
    ],
)
def test_merged(left: Plan, right: Plan) -> None:
    (merged,) = merge_plans([left, right])
    assert merged.articles == ("a", "b")
    assert merged.author == "vesland"
    assert {c.article for c in merged.clauses} == {"a", "b"}
    assert merged.said == (right.said or left.said)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(plan("a", "the 8-point plan"), plan("b", "the 12-point plan"), id="two names"),
        pytest.param(plan("a", "the plan"), plan("b", "the plan", "norland"), id="two authors"),
        pytest.param(plan("a", "the plan"), plan("b", "the plan", None), id="any plan"),
        pytest.param(plan("a", "the plan"), plan("b", "the Lena plan"), id="one has a name"),
        pytest.param(
            plan("a", "the plan", said=day("2031-03-01")),
            plan("b", "the plan", said=day("2031-05-01")),
            id="two dates",
        ),
    ],
)
def test_two_plans(left: Plan, right: Plan) -> None:
    assert merge_plans([left, right]) == (left, right)


def test_order_does_not_matter() -> None:
    plans = [plan(f"p{n}", f"the {n % 4}-point plan") for n in range(12)]
    expected = merge_plans(plans)
    assert len(expected) == 4
    assert merge_plans(disordered(plans, 6)) == expected
