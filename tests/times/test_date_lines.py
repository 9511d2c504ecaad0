"""A line of its own at the head that says when the article was published, and what is none."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.language.english import parse_article
from onrecord.records import Interval, Metadata
from onrecord.times import date_article, find_times
from tests.articles.pages import MediaType, read

TITLE = "Ferry talks stall"
BODY = (
    "The Harbour Board said on Tuesday that it would not accept the higher ferry fares.\n\n"
    "The Ferry Union rejected the night ferry, its secretary said.\n"
)
DAY = dt.date(2026, 10, 13)
CHANGED = "14 October 2026"


def dated(
    raw: str, media_type: MediaType = "text/plain", metadata: Metadata | None = None
) -> Interval | None:
    article = read(raw, media_type, metadata)
    parse = parse_article(article, light=True)
    return date_article(article, parse, find_times(article, parse)).published


SAID = {
    "place in capitals": f"{TITLE}\n\nALDERY, 13 October 2026\n\n{BODY}",
    "place in capitals, no title": f"ALDERY, 13 October 2026\n\n{BODY}",
    "place in small letters": f"{TITLE}\n\nPort Aldery, 13 October 2026\n\n{BODY}",
    "place and country": f"{TITLE}\n\nAldery, Velundia, Oct. 13, 2026\n\n{BODY}",
    "below the byline": f"{TITLE}\nBy Ann Berg\nOctober 13, 2026\n\n{BODY}",
    "behind the byline": f"{TITLE}\n\nBy Ann Berg, October 13, 2026\n\n{BODY}",
    "behind a bar": f"{TITLE}\n\nBy Ann Berg | October 13, 2026 | 5 min read\n\n{BODY}",
    "published": f"{TITLE}\n\nPublished: Tuesday, 13 October 2026, 18:40 GMT\n\n{BODY}",
    "published, no blank line": f"{TITLE}\nPublished: 13 October 2026\n{BODY}",
    "published and changed": f"{TITLE}\n\nPublished 13 October 2026 | Updated {CHANGED}\n\n{BODY}",
    "changed and published": f"{TITLE}\n\nUpdated: {CHANGED}\nPublished: 13 October 2026\n\n{BODY}",
    "alone": f"{TITLE}\n\n13 October 2026\n\n{BODY}",
    "alone, above the title": f"13 October 2026\n\n{TITLE}\n\n{BODY}",
    "by ISO 8601": f"{TITLE}\n\n2026-10-13\n\n{BODY}",
    "with dots": f"{TITLE}\n\n13.10.2026\n\n{BODY}",
    "an agency before the day": f"{TITLE}\n\nALDERY (AP) — Oct. 13, 2026 — {BODY}",
}


@pytest.mark.parametrize("raw", SAID.values(), ids=SAID)
def test_a_date_line_at_the_head_dates_the_article(raw: str) -> None:
    found = dated(raw)
    assert found is not None
    assert (found.start, found.end, found.precision) == (DAY, DAY + dt.timedelta(days=1), "day")
    assert found.basis.startswith(("date line: ", "dateline: "))


NOT_SAID = {
    "in a sentence": f"{TITLE}\n\nOn 13 October 2026, the Board met.\n\n{BODY}",
    "a thing's name": f"{TITLE}\n\nTreaty of Aldery, 13 October 2026\n\n{BODY}",
    "a document of that day": f"Statement of 13 October 2026\n\n{BODY}",
    "a title that ends with it": f"Ferry vote set for 13 October 2026\n\n{BODY}",
    "without a year": f"{TITLE}\n\nALDERY, 13 October\n\n{BODY}",
    "two orders": f"{TITLE}\n\n03/04/2026\n\n{BODY}",
    "a month": f"{TITLE}\n\nOctober 2026\n\n{BODY}",
    "further down": f"{TITLE}\n\n{BODY}\nALDERY, 13 October 2026\n\n{BODY}",
    "a chronicle": f"{TITLE}\n\n13 October 2026\n\n{BODY}\n14 October 2026\n\n{BODY}",
    "two days": f"{TITLE}\n\nPublished: 13 October 2026\nPublished: 14 October 2026\n\n{BODY}",
}


@pytest.mark.parametrize("raw", NOT_SAID.values(), ids=NOT_SAID)
def test_other_days_at_the_head_do_not(raw: str) -> None:
    found = dated(raw)
    assert found is None or found.precision == "fuzzy"


def test_the_day_of_a_change_bounds_from_above_alone() -> None:
    found = dated(f"{TITLE}\n\nUpdated: 14 October 2026\n\n{BODY}")
    assert found is not None
    assert (found.start, found.end, found.precision) == (None, dt.date(2026, 10, 15), "fuzzy")
    assert "not after its change" in found.basis


@pytest.mark.parametrize(
    ("published", "told"),
    [("2026-10-13", False), ("2026-10", False), ("2026-10-20", True)],
)
def test_metadata_goes_before_it_and_a_conflict_is_told(published: str, told: bool) -> None:
    found = dated(
        f"{TITLE}\n\nALDERY, 13 October 2026\n\n{BODY}", metadata=Metadata(published=published)
    )
    assert found is not None
    assert str(found.start).startswith(published)
    assert found.basis.startswith("metadata")
    assert ("2026-10-13 (date line: ALDERY" in found.basis) is told


def test_days_of_the_week_count_from_it() -> None:
    article = read(f"{TITLE}\n\nPublished: 14 October 2026\n\n{BODY}")
    times = find_times(article, parse_article(article, light=True))
    assert [t.start for t in times if t.span.text == "Tuesday"] == [DAY]
