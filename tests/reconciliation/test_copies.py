"""Copies: the same text, a near copy, a part."""

import time
from dataclasses import replace

import pytest

from onrecord.reconciliation import find_copies
from onrecord.reconciliation.fingerprints import address_of
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
    assert len(expected) == 4
    for seed in range(3):
        assert find_copies(disordered(articles, seed)) == expected


def test_other_marks_figures_and_merged_paragraphs_are_still_carried() -> None:
    counted = [f"{p[:-1]} on 12 ships, 40 percent of them open." for p in WIRE]
    recounted = [f"{p[:-1]} on twelve ships, forty percent of them open." for p in WIRE]
    merged = [" ".join(recounted[:3]), recounted[4], recounted[3], " ".join(recounted[5:])]
    wire = article(*counted, name="a", outlet="Wire", published="2031-03-01")
    (copy,) = find_copies([wire, article(*merged, name="b", outlet="Meridian")])
    assert (copy.lead, copy.articles, copy.basis) == ("a", ("b",), "near copy")


def test_six_paragraphs_among_many_of_its_own() -> None:
    own = [prose(n) for n in range(300, 340)]
    wire = article(*WIRE, name="a", outlet="Wire", published="2031-03-01")
    other = article(*own[:20], *WIRE[:6], *own[20:], name="b", outlet="Meridian")
    (copy,) = find_copies([wire, other])
    assert (copy.basis, copy.share < 0.2) == ("carries 6 paragraphs of Wire", True)


def at(name: str, url: str, *paragraphs: str, published: str = "2031-03-04") -> Article:
    """An article at an address."""
    return replace(article(*paragraphs, name=name, published=published), url=url)


def test_a_later_version_of_one_article() -> None:
    first = at("a", "https://post.example/talks?ref=1", *WIRE, published="2031-03-01")
    fresh = [prose(n) for n in range(70, 74)]
    later = at("b", "http://www.post.example/talks/", *fresh, *WIRE[:4], published="2031-03-02")
    (copy,) = find_copies([later, first])
    assert (copy.lead, copy.articles) == ("a", ("b",))
    assert copy.basis == "another version by the same outlet"


def test_one_address_with_another_text_is_told_and_is_no_copy() -> None:
    one = at("a", "https://post.example/live", *WIRE)
    other = at("b", "https://post.example/live", *[prose(n) for n in range(80, 90)])
    (copy,) = find_copies([one, other])
    assert (copy.basis, copy.share) == ("same address, another text", 0.0)
    front = [at(a.id, "https://post.example/", *a.text.split("\n\n")) for a in (one, other)]
    assert find_copies(front) == ()


def test_a_date_in_the_future_comes_last() -> None:
    early = article(*WIRE, name="b", published="2031-03-01")
    future = article(*WIRE, name="a", outlet="Meridian", published="2999-01-01")
    (copy,) = find_copies([future, early])
    assert copy.lead == "b"


def test_a_gallery_in_every_article_is_no_copy() -> None:
    gallery = prose(500, 900)
    left = article(*[prose(n) for n in range(20, 28)], gallery, name="a")
    right = article(*[prose(n) for n in range(30, 38)], gallery, name="b")
    assert find_copies([left, right]) == ()
    assert find_copies([left, article(*left.text.split("\n\n"), name="b")]) != ()


def test_ten_thousand_equal_articles() -> None:
    same = [article(*WIRE, name=f"a{n:05}", outlet=f"Outlet {n}") for n in range(10_000)]
    started = time.process_time()
    (copy,) = find_copies(same)
    assert (copy.lead, len(copy.articles), copy.basis) == ("a00000", 9_999, "same text")
    assert time.process_time() - started < 30  # 4 s where it was measured


@pytest.mark.parametrize(
    ("url", "address"),
    [
        pytest.param("https://www.post.example/a/b/?utm=1#x", "post.example/a/b", id="visit"),
        pytest.param("https://post.example/?p=7&x=1", "post.example?p=7&x=1", id="by number"),
        pytest.param("https://post.example/", None, id="front page"),
        pytest.param("http://[broken", None, id="broken"),
        pytest.param(None, None, id="none"),
    ],
)
def test_address(url: str | None, address: str | None) -> None:
    assert address_of(url) == address
