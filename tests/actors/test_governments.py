"""The long list of governments: full names alone, within their dates, behind the articles."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.actors import Cast, actor_id, governments, link_actors, load_base
from onrecord.actors.base_files import FOLDER
from onrecord.actors.governments import services_of
from onrecord.actors.spelling import fold, fold_lines
from onrecord.records import Interval
from tests.actors.reading import read

TABLE = """\
# a note
name\taliases\tstate\trole\tfrom\tto\tknown_until
Angela Merkel\t\tDE\tEnvironment Minister\t1994-11-17\t1998-10-26\t
Ilona Marenko\tIlona Vera Marenko|I. Marenko\tPL\tForeign Minister\t2003-01-01\t2005-06-01\t
Ilona Marenko\t\tPL\t\t2009-01-01\t\t2011-03-01
Petra Voskova\t\tPL\t\t2003-01-01\t2005-01-01\t
Petra Voskova\t\tYE\t\t2003-01-01\t2005-01-01\t
Vera Darenko\t\tFR\t\t2004-01-01\t\t2011-03-01
"""


@pytest.fixture(autouse=True)
def _invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "governments.tsv").write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(governments, "FOLDER", tmp_path)
    governments._table.cache_clear()
    yield
    governments._table.cache_clear()


def day(text: str) -> Interval:
    start = dt.date.fromisoformat(text)
    return Interval(start=start, end=start + dt.timedelta(days=1), precision="day", basis="test")


def party(text: str, name: str, when: str | None) -> str | None:
    """The name of the party that a person of an article speaks for on a day."""
    actors, links = link_actors(read(text)[2], load_base())
    cast = Cast({a.id: a for a in actors}, {link.mention: link.actor for link in links})
    person = next(a for a in actors if a.name == name)
    found = cast.party_of(person.id, None if when is None else day(when))
    return next((a.name for a in actors if a.id == found), None)


PLAIN = "Ilona Marenko said the talks failed."
DATED = {
    "before": (PLAIN, "2002-12-31", None),
    "first day": (PLAIN, "2003-01-01", "Poland"),
    "last day": (PLAIN, "2005-05-31", "Poland"),
    "first day out": (PLAIN, "2005-06-01", None),
    "between": (PLAIN, "2008-01-01", None),
    "again": (PLAIN, "2010-01-01", "Poland"),
    "after the source stops": (PLAIN, "2011-03-01", None),
    "without a date": (PLAIN, None, None),
    "another romanisation": ("Ilona Marenkko said the talks failed.", "2004-01-01", "Poland"),
    "a former minister within an ended term": (
        "Former Polish Foreign Minister Ilona Marenko said the talks failed.",
        "2004-01-01",
        "Poland",
    ),
    "the article's title goes before": (
        "French Foreign Minister Ilona Marenko said the talks failed.",
        "2004-01-01",
        "France",
    ),
    "the article's title where the source stops": (
        "French Foreign Minister Vera Darenko said the talks failed.",
        "2016-01-01",
        "France",
    ),
    "a lawyer of the name": (
        "The lawyer Ilona Marenko said the talks failed.",
        "2004-01-01",
        None,
    ),
    "a term before those of the short list": (
        "Angela Merkel said the talks failed.",
        "1996-01-01",
        "Germany",
    ),
    "between the lists": ("Angela Merkel said the talks failed.", "2003-01-01", None),
    "a term of the short list": ("Angela Merkel said the talks failed.", "2010-01-01", "Germany"),
    "two of the name": ("Petra Voskova said the talks failed.", "2004-01-01", None),
}


@pytest.mark.parametrize(("text", "when", "wanted"), DATED.values(), ids=DATED)
def test_a_term_holds_within_its_days(text: str, when: str | None, wanted: str | None):
    bearers = ("Ilona Marenkko", "Ilona Marenko", "Vera Darenko", "Petra Voskova", "Angela Merkel")
    person = next(name for name in bearers if name in text)
    assert party(text, person, when) == wanted


def test_the_basis_says_until_when_it_was_known():
    actors, _ = link_actors(read(PLAIN)[2], load_base())
    speaks_for = next(a for a in actors if a.kind == "person").speaks_for
    assert [(a.party, a.role, a.basis) for a in speaks_for] == [
        (actor_id("state:PL"), "Foreign Minister", "bundled list of governments"),
        (
            actor_id("state:PL"),
            None,
            "bundled list of governments, which knew it until 2011-03-01",
        ),
    ]


NO_FULL_NAME = {"surname": "Marenko", "initial": "I. Marenko", "nobody": "Nela Marenko"}


@pytest.mark.parametrize("name", NO_FULL_NAME.values(), ids=NO_FULL_NAME)
def test_less_than_a_full_name_finds_nobody(name: str):
    assert services_of([name]) == ()
    assert services_of(["Ilona Vera Marenko"])


def test_surnames_of_the_list_are_no_namesakes():
    assert load_base().namesakes("Marenko") == ()
    assert load_base().named("Ilona Marenko") is None


def test_the_list_is_folded_as_names_are(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(governments, "FOLDER", FOLDER)
    governments._table.cache_clear()
    lines, index = governments._table()
    names = sorted({line.split("\t")[0] for line in lines})[::29]
    assert len(names) > 400
    assert [n for n in names if fold(n) not in index] == []
    assert fold_lines("Ra'ed al-Maren|Ézra  Voß\n- Ilo J. -") == "\n".join(
        ["|".join([fold("Ra'ed al-Maren"), fold("Ézra Voß")]), fold("Ilo J.")]
    )


def test_a_family_name_that_stands_first_is_no_given_name():
    texts = ("Minister Roh Ilo-en said so.", "Minister Roh Vona-tae said so.")
    mentions = [m for i, t in enumerate(texts) for m in read(t, name=str(i))[2]]
    actors, _ = link_actors(mentions, load_base())
    assert sorted(a.name for a in actors if a.kind == "person") == ["Roh Ilo-en", "Roh Vona-tae"]
