"""Spans, offset maps, ids and intervals: the values that everything else stands on."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import EvidenceMismatch
from onrecord.records import Article, Block, Interval, Segment, identity


def article_of(pieces: list[tuple[str, str]]) -> Article:
    """An article whose text and raw are made of (text, raw) pieces; no raw: put in by us."""
    text = raw = ""
    segments = []
    for clean, dirty in pieces:
        if clean and dirty:
            segments.append(
                Segment(
                    start=len(text), length=len(clean), raw_start=len(raw), raw_length=len(dirty)
                )
            )
        text, raw = text + clean, raw + dirty
    return Article(
        id="a",
        path="a.txt",
        sha256="a",
        text=text,
        raw=raw,
        encoding="utf-8",
        segments=tuple(segments),
        blocks=(Block(start=0, end=len(text), kind="paragraph"),),
    )


words = st.text(alphabet="abc “”é🙂", min_size=1, max_size=6)
pieces = st.lists(
    st.one_of(
        words.map(lambda w: (w, w)),  # kept
        words.map(lambda w: ("", w)),  # left out
        words.map(lambda w: (w, "")),  # put in by us
        st.just(("—", "â€”")),  # repaired
    ),
    min_size=1,
    max_size=8,
)


@given(pieces, st.data())
def test_a_span_is_the_text_between_its_offsets(parts, data):
    article = article_of(parts)
    start = data.draw(st.integers(0, len(article.text)))
    end = data.draw(st.integers(start, len(article.text)))
    span = article.span(start, end)
    assert article.text[span.start : span.end] == span.text
    if span.raw_start is not None:
        assert 0 <= span.raw_start <= span.raw_end <= len(article.raw)


@given(pieces, st.data())
def test_kept_characters_map_to_themselves(parts, data):
    article = article_of(parts)
    kept = [s for s in article.segments if s.length == s.raw_length]
    if kept:
        segment = data.draw(st.sampled_from(kept))
        at = data.draw(st.integers(segment.start, segment.start + segment.length - 1))
        span = article.span(at, at + 1)
        assert article.raw[span.raw_start : span.raw_end] == span.text


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 2), (2, 1), (0, 99)], ids=["before", "reversed", "after"]
)
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(EvidenceMismatch, match=r"a\.txt"):
        article_of([("some words", "some words")]).span(start, end)


def test_a_repair_maps_as_a_whole():
    article = article_of([("it", "it"), ("’", "â€™"), ("s", "s")])
    span = article.span(2, 3)
    assert article.raw[span.raw_start : span.raw_end] == "â€™"


def test_characters_put_in_by_us_have_no_raw_place():
    article = article_of([("one", "one"), ("\n\n", ""), ("two", "two")])
    assert article.span(3, 5).raw_start is None
    assert article.span(2, 6).raw_start == 2


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_ids_differ_when_any_part_differs(left, right):
    assert (identity(*left) == identity(*right)) == (left == right)


def interval(start: int | None, end: int | None) -> Interval:
    def day(n: int | None) -> dt.date | None:
        return None if n is None else dt.date(2031, 1, n)

    return Interval(start=day(start), end=day(end), precision="day", basis="test")


@pytest.mark.parametrize(
    ("left", "right", "overlaps", "before"),
    [
        ((1, 3), (2, 4), True, False),
        ((1, 3), (3, 5), False, True),
        ((3, 5), (1, 3), False, False),
        ((None, 3), (2, None), True, False),
        ((1, None), (5, 6), True, False),
        ((None, None), (5, 6), True, False),
    ],
    ids=["share a day", "touch", "after", "open sides", "open end", "nothing known"],
)
def test_intervals_compare_by_their_days(left, right, overlaps, before):
    assert interval(*left).overlaps(interval(*right)) is overlaps
    assert interval(*left).ended_before(interval(*right)) is before
