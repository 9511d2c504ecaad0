"""The same statement in several articles."""

from dataclasses import replace

import pytest

from onrecord.actors.cast import Cast
from onrecord.reconciliation import find_witnesses, join_reports
from onrecord.records import Report
from tests.made import Maker, made_records
from tests.reconciliation.by_hand import disordered

LONG = "We will open the northern bridge to every farmer before the winter comes,"


def reports(make: Maker) -> tuple[Report, ...]:
    done = make.done()
    cast = Cast({a.id: a for a in done.actors}, {})
    known = find_witnesses(done.articles, (), done.attributions, cast)
    return join_reports(done.articles, done.statements, done.attributions, known, done.dates)


def two(
    first: str,
    second: str,
    *,
    speakers: tuple[str, str] = ("Ilsa Brandt", "Ilsa Brandt"),
    said: tuple[str | None, str | None] = (None, None),
    published: tuple[str | None, str | None] = ("2031-03-04", "2031-03-05"),
    outlets: tuple[str, str] = ("Harbour Post", "Sudmark Courier"),
) -> tuple[Report, ...]:
    """The reports of two articles with one statement each; a quotation stands in marks."""
    make = Maker()
    for n, words in enumerate((first, second)):
        article = make.article(
            f"{n}.txt", outlets[n], published[n], f"Day {n}", f"{words} {speakers[n]} said."
        )
        make.says(
            article,
            source=speakers[n],
            cue="said",
            content=words.strip("“”"),
            actor=make.actor(speakers[n], "person", "Norland"),
            said=said[n],
        )
    return reports(make)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(f"“{LONG}”", f"“{LONG}”", id="the same quotation"),
        pytest.param(
            f"“{LONG}”", "“open the northern bridge to every farmer before the winter”", id="a part"
        ),
        pytest.param(
            f"“{LONG}”",
            "“Look: we will open the northern bridge to every farmer before the winter comes. Go.”",
            id="more around it",
        ),
        pytest.param(
            "Norland would open the northern bridge to farmers before winter,",
            "the northern bridge will open to Norland farmers before the winter,",
            id="in other words",
        ),
        pytest.param(
            "Norland would return 40 northern villages before the winter,",
            "before winter Norland will return forty northern villages,",
            id="a number in other words",
        ),
    ],
)
def test_joined(first: str, second: str) -> None:
    (report,) = two(first, second)
    assert len(report.statements) == 2
    assert len(report.origins) == 2
    assert report.outlets == ("Harbour Post", "Sudmark Courier")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("“We want peace now,”", "“We want peace now,”", id="a slogan"),
        pytest.param(
            "Norland would open the northern bridge to farmers before winter,",
            "Norland would not open the northern bridge to farmers before winter,",
            id="the opposite",
        ),
        pytest.param(
            "Norland would return 40 northern villages before the winter,",
            "Norland would return 14 northern villages before the winter,",
            id="another number",
        ),
        pytest.param(
            "Norland would open the northern bridge to farmers before winter,",
            "Norland would open the southern port to merchants before winter,",
            id="another matter",
        ),
        pytest.param(
            "Norland would open the northern road to farmers before winter,",
            "Norland would open the northern rail to farmers before winter,",
            id="one noun",
        ),
        pytest.param(
            "“We will open the northern road and the harbour to every farmer,”",
            "“We will open the northern rail and the harbour to every farmer,”",
            id="one quoted noun",
        ),
        pytest.param(
            "“We will open the northern bridge to every farmer before the winter comes,”",
            "“We will not open the northern bridge to every farmer before the winter comes,”",
            id="the quoted opposite",
        ),
        pytest.param(
            "Norland promised Sudmark forty new harbour cranes,",
            "Sudmark promised Norland forty new harbour cranes,",
            id="who to whom",
        ),
        pytest.param(
            "Norland would close bridges,", "Norland would close bridges,", id="too few words"
        ),
    ],
)
def test_not_joined(first: str, second: str) -> None:
    assert [len(r.statements) for r in two(first, second)] == [1, 1]


def test_bullets_of_its_own_summary_add_no_witness() -> None:
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland")
    bullet = "Northern bridge to open to every farmer before winter, says Ilsa Brandt."
    head = f"{bullet}\n\nRain fell."
    one = make.article("1.txt", "Harbour Post", "2031-03-04", "Bridges", head)
    other = make.article("2.txt", "Courier", "2031-03-05", "Roads", f"“{LONG}” Ilsa Brandt says.")
    summary = tuple(replace(b, kind="summary") for b in one.blocks[1:2])
    make.articles[0] = replace(one, blocks=(one.blocks[0], *summary, *one.blocks[2:]))
    told = ((one, bullet.partition(",")[0]), (other, LONG))
    for article, content in told:
        make.says(article, source="Ilsa Brandt", cue="says", content=content, actor=ilsa)
    (report,) = reports(make)
    assert [o.articles for o in report.origins] == [(other.id,)]


def test_first_by_inferred_dates_is_said() -> None:
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland")
    for n, day in enumerate(("2031-03-04", "2031-03-08")):
        text = f"“{LONG}” Ilsa Brandt said. It rained on {n + 2} hills."
        one = make.article(f"{n}.txt", f"Outlet {n}", day, "Bridges", text)
        make.says(one, source="Ilsa Brandt", cue="said", content=LONG, actor=ilsa)
    when = make.dates[0].published
    assert when is not None
    make.dates[0] = replace(make.dates[0], published=replace(when, precision="fuzzy"))
    (report,) = reports(make)
    assert report.first == make.articles[0].id
    assert report.note == "first by dates of which 1 are inferred"


def test_another_speaker_is_another_statement() -> None:
    assert len(two(f"“{LONG}”", f"“{LONG}”", speakers=("Ilsa Brandt", "Olof Rask"))) == 2


def test_other_days_are_other_statements() -> None:
    assert len(two(f"“{LONG}”", f"“{LONG}”", said=("2031-03-01", "2031-03-03"))) == 2
    assert len(two(f"“{LONG}”", f"“{LONG}”", said=("2031-03-01", "2031-03-01"))) == 1


def test_a_paraphrase_months_later_is_said_anew() -> None:
    words = "Norland would open the northern bridge to farmers before winter,"
    assert len(two(words, words, published=("2031-03-04", "2031-06-04"))) == 2
    assert len(two(words, words, published=("2031-03-04", None))) == 2


@pytest.mark.parametrize(
    ("published", "first", "note"),
    [
        pytest.param(("2031-03-04", "2031-03-05"), 0, "", id="the day before"),
        pytest.param(
            ("2031-03-04", "2031-03-04"),
            None,
            "first unknown: published within the same days",
            id="one day",
        ),
        pytest.param(
            ("2031-03-04", None), None, "first unknown: 1 of 2 articles undated", id="undated"
        ),
    ],
)
def test_first(published: tuple[str | None, str | None], first: int | None, note: str) -> None:
    (report,) = two(f"“{LONG}”", f"“{LONG}”", published=published)
    assert (report.note or "") == note
    assert (report.first is None) == (first is None)
    assert first is None or report.first in report.articles


def test_one_outlet_twice_is_one_origin() -> None:
    (report,) = two(f"“{LONG}”", f"“{LONG}”", outlets=("Harbour Post", "Harbour Post"))
    assert (len(report.articles), len(report.origins)) == (2, 1)


def test_a_headline_is_no_witness() -> None:
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland")
    head = f"“{LONG}” Ilsa Brandt said"
    one = make.article("1.txt", "Harbour Post", "2031-03-04", head, "Rain fell all day.")
    other = make.article("2.txt", "Courier", "2031-03-05", "Bridges", f"“{LONG}” Ilsa Brandt said.")
    for article in (one, other):
        make.says(article, source="Ilsa Brandt", cue="said", content=LONG, actor=ilsa)
    (report,) = reports(make)
    assert len(report.articles) == 2
    assert [o.articles for o in report.origins] == [(other.id,)]


@pytest.mark.parametrize("name", sorted(made_records()))
def test_every_statement_is_in_one_report(name: str) -> None:
    done = made_records()[name]
    make = Maker(
        articles=list(done.articles),
        actors={a.name: a for a in done.actors},
        statements=list(done.statements),
        attributions=list(done.attributions),
        dates=list(done.dates),
    )
    found = reports(make)
    joined = sorted(s for r in found for s in r.statements)
    assert joined == sorted(s.id for s in done.statements)
    make.statements = disordered(make.statements, 1)
    make.articles = disordered(make.articles, 2)
    assert reports(make) == found
