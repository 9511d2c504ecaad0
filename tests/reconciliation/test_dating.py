"""Articles without a date, dated by others that report the same."""

from __future__ import annotations

import dataclasses
import datetime as dt

from onrecord.evaluation.gold.texts import article_of
from onrecord.reconciliation import date_by_reports
from onrecord.records import ArticleDate, Attribution, Interval, Report

ARTICLES = tuple(
    dataclasses.replace(article_of(f"{name}.txt", name), id=name)
    for name in ("one", "two", "three")
)


def on(day: str) -> Interval:
    start = dt.date.fromisoformat(day)
    return Interval(
        start=start, end=start + dt.timedelta(days=1), precision="day", basis="metadata"
    )


def after(day: str) -> Interval:
    return Interval(start=dt.date.fromisoformat(day), end=None, precision="fuzzy", basis="text")


def report(*articles: str) -> Report:
    return Report(
        id="-".join(articles),
        statements=("s",),
        articles=articles,
        outlets=(),
        origins=(),
        first=None,
    )


def dates(
    *published: Interval | None, reports: tuple[Report, ...], said: Interval | None = None
) -> list[Interval | None]:
    given = [
        ArticleDate(article=a.id, published=p) for a, p in zip(ARTICLES, published, strict=False)
    ]
    made = [
        Attribution(
            statement="s", article="two", speaker=None, speaker_text=None, party=None, said=said
        )
    ]
    return [d.published for d in date_by_reports(ARTICLES, made, reports, given)]


def test_an_undated_article_comes_out_near_the_others() -> None:
    own, other = dates(None, on("2031-07-23"), reports=(report("one", "two"),))
    assert own is not None
    assert (str(own.start), str(own.end), own.precision) == ("2031-07-09", "2031-08-07", "fuzzy")
    assert "two.txt" in own.basis
    assert other == on("2031-07-23")


def test_its_own_text_narrows_what_others_tell() -> None:
    own, _ = dates(after("2031-07-20"), on("2031-07-23"), reports=(report("one", "two"),))
    assert own is not None
    assert (str(own.start), str(own.end)) == ("2031-07-20", "2031-08-07")
    assert own.basis.startswith("text; about")


def test_two_others_narrow_together() -> None:
    reports = (report("one", "two"), report("one", "three"))
    own, *_ = dates(None, on("2031-07-23"), on("2031-07-30"), reports=reports)
    assert own is not None
    assert (str(own.start), str(own.end)) == ("2031-07-16", "2031-08-07")


def test_its_own_text_stands_where_others_contradict_it() -> None:
    own, _ = dates(after("2031-09-20"), on("2031-07-23"), reports=(report("one", "two"),))
    assert own == after("2031-09-20")


def test_a_dated_article_stays_and_no_other_is_touched() -> None:
    given = (on("2030-01-01"), on("2031-07-23"), None)
    assert dates(*given, reports=(report("one", "two"),)) == list(given)


def test_articles_without_dates_date_nothing() -> None:
    assert dates(None, None, reports=(report("one", "two"),)) == [None, None]


def test_what_was_said_long_before_tells_nothing() -> None:
    reports = (report("one", "two"),)
    own, _ = dates(None, on("2031-07-23"), reports=reports, said=on("2030-11-03"))
    assert own is None
    own, _ = dates(None, on("2031-07-23"), reports=reports, said=on("2031-07-22"))
    assert own is not None


def test_a_month_that_is_stated_stays_a_month() -> None:
    month = Interval(
        start=dt.date(2031, 7, 1), end=dt.date(2031, 8, 1), precision="month", basis="metadata"
    )
    own, _ = dates(month, on("2031-07-02"), reports=(report("one", "two"),))
    assert own == month


def test_many_others_make_no_long_reason() -> None:
    many = tuple(
        dataclasses.replace(article_of(f"a{n}.txt", f"a{n}"), id=f"a{n}") for n in range(300)
    )
    given = [ArticleDate(article=a.id, published=on("2031-07-23")) for a in many[1:]]
    given.append(ArticleDate(article="a0", published=None))
    [*_, own] = date_by_reports(many, (), (report(*(a.id for a in many)),), given)
    assert own.published is not None
    assert len(own.published.basis) < 300
    assert "297 more" in own.published.basis
