"""Copies: the same text, a near copy, a part."""

import pytest

from onrecord.reconciliation import find_copies
from onrecord.records import Article, Copy
from tests.reconciliation.by_hand import article, disordered, prose

WIRE = [prose(n) for n in range(10)]


def test_same_text_with_other_line_breaks() -> None:
    one = article(*WIRE, name="a")
    other = article(" ".join(WIRE).upper(), name="b", outlet="Meridian")
    assert find_copies([one, other]) == (
        Copy(lead="a", articles=("b",), basis="same text", share=1.0),
    )


def test_near_copy() -> None:
    edited = [*WIRE[:8], prose(50)]
    (copy,) = find_copies([article(*WIRE, name="a"), article(*edited, name="b", outlet="Meridian")])
    assert (copy.lead, copy.articles, copy.basis) == ("a", ("b",), "near copy")
    assert 0.7 <= copy.share < 0.9


@pytest.mark.parametrize(
    ("dates", "basis"),
    [
        pytest.param(("2031-03-01", "2031-03-02"), "carries 3 paragraphs of Wire", id="earlier"),
        pytest.param(("2031-03-02", "2031-03-02"), "shares 3 paragraphs with", id="same day"),
        pytest.param((None, "2031-03-02"), "shares 3 paragraphs with", id="undated"),
    ],
)
def test_paragraphs_carried(dates: tuple[str | None, str], basis: str) -> None:
    wire = article(*WIRE, name="a", outlet="Wire", published=dates[0])
    own = [prose(n) for n in range(60, 70)]
    carrier = article(*own, *WIRE[2:5], name="b", outlet="Meridian", published=dates[1])
    (copy,) = find_copies([wire, carrier])
    assert copy.basis.startswith(basis)
    assert 0.1 < copy.share < 0.4


def test_an_agency_leads_on_the_same_day() -> None:
    wire = article("LENA (Reuters) - " + WIRE[0], *WIRE[1:], name="b", outlet="Harbour Post")
    own = [prose(n) for n in range(60, 75)]
    (copy,) = find_copies([wire, article(*own, *WIRE[2:5], name="a", outlet="Meridian")])
    assert (copy.lead, copy.basis) == ("b", "carries 3 paragraphs of Reuters")


@pytest.mark.parametrize(
    ("published", "lead"),
    [
        pytest.param(("2031-03-05", "2031-03-01"), "b", id="the earliest"),
        pytest.param(("2031-03-01", "2031-03-01"), "a", id="one day: the longest"),
        pytest.param((None, "2031-03-01"), "a", id="one undated: the longest"),
    ],
)
def test_lead(published: tuple[str | None, str | None], lead: str) -> None:
    longer = article(*WIRE, prose(99, 20), name="a", published=published[0])
    shorter = article(*WIRE, name="b", outlet="Meridian", published=published[1])
    (copy,) = find_copies([longer, shorter])
    assert copy.lead == lead


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param([WIRE[0]], id="one paragraph only"),
        pytest.param([f"“{WIRE[0]}”", f"“{WIRE[1]}”", f"“{WIRE[2]}”"], id="one speech quoted"),
        pytest.param([f"We say: {p}" for p in WIRE[:3]], id="one letter printed"),
        pytest.param([f"{p} (@envoy)" for p in WIRE[:3]], id="posts"),
        pytest.param([" ".join(p.split()[:11]) for p in WIRE[:5]], id="short formulas"),
        pytest.param([], id="nothing"),
    ],
)
def test_no_copy(shared: list[str]) -> None:
    left = article(*[prose(n) for n in range(20, 28)], *shared, name="a")
    right = article(*[prose(n) for n in range(30, 38)], *shared, name="b", outlet="Meridian")
    assert find_copies([left, right]) == ()


def test_an_outlets_own_background_is_no_copy() -> None:
    left = article(*[prose(n) for n in range(20, 28)], *WIRE[:3], name="a")
    right = article(*[prose(n) for n in range(30, 38)], *WIRE[:3], name="b")
    assert find_copies([left, right]) == ()


def test_title_and_summary_are_no_part_of_the_text() -> None:
    left = article(WIRE[0], WIRE[1], *WIRE[2:], name="a", kinds=["title", "summary"])
    right = article(prose(77), prose(78), *WIRE[2:], name="b", kinds=["title", "summary"])
    (copy,) = find_copies([left, right])
    assert copy.basis == "same text"


def test_error_pages_are_no_copies() -> None:
    assert find_copies([article("Page not found.", name=i) for i in "abc"]) == ()


def corpus() -> list[Article]:
    """Copies of every kind among articles of their own."""
    return [
        *(article(*[prose(100 * n + k) for k in range(6)], name=f"own{n}") for n in range(10)),
        *(article(*WIRE, name=f"same{n}", outlet=f"Outlet {n}") for n in range(4)),
        *(article(*WIRE[n:], prose(n + 900), name=f"near{n}", outlet="Meridian") for n in range(2)),
        article(
            *[prose(n) for n in range(2000, 2012)], *WIRE[5:8], name="part", outlet="Vale Times"
        ),
    ]


def test_order_does_not_matter() -> None:
    articles = corpus()
    expected = find_copies(articles)
    assert len(expected) == 3
    for seed in range(3):
        assert find_copies(disordered(articles, seed)) == expected
