"""The tables of the bundled base are well-formed: a person may correct them, and hears of slips."""

import datetime as dt
import re
from collections import Counter, defaultdict

import pytest
from training.actors.build import HERE, leaders, table

from onrecord.actors import load_base
from onrecord.actors.base import outlet_key
from onrecord.actors.base_files import FOLDER, items, read_items, read_table
from onrecord.actors.spelling import fold, plain

TABLES = sorted(path.stem for path in FOLDER.glob("*.tsv"))
STATES = {row["iso2"] for row in read_table("states")}
# Countries of outlets that are no states of the base.
ELSEWHERE = {"HK"}
# Names that two persons of one state bear; their terms are told apart by the dates alone.
SHARED = {"George Bush"}


def test_the_base_stays_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 5_000_000


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_whole_and_stand_once(name: str):
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    rows = [tuple(row.values()) for row in read_table(name)]
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\r" not in text
    assert [row for row, count in Counter(rows).items() if count > 1] == []
    assert [row for row in rows if not row[0] or any(c != c.strip() for c in row)] == []


@pytest.mark.parametrize("name", TABLES)
def test_lists_hold_no_empty_and_no_double_part(name: str):
    for row in read_table(name):
        for cell in row.values():
            parts = cell.split("|") if cell else []
            assert all(parts), row
            assert len(parts) == len(set(parts)), row


def test_keys_are_unique():
    keys = [row["key"] for name in ("organizations", "bodies") for row in read_table(name)]
    keys += [outlet_key(row["name"]) for row in read_table("outlets")]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_state_has_codes_a_capital_and_a_demonym():
    for row in read_table("states"):
        assert re.fullmatch(r"[A-Z]{2}", row["iso2"])
        assert re.fullmatch(r"[A-Z]{3}", row["iso3"])
        assert re.fullmatch(r"Q\d+", row["wikidata"]), row
        assert items(row["capitals"]), row
        assert items(row["demonyms"]), row


def test_a_fact_in_brackets_is_read_nowhere():
    assert read_items("Arvos|(Marenburg)") == ("Arvos",)
    base = load_base()
    for row in read_table("states"):
        for column in ("capitals", "seats", "demonyms"):
            for word in set(items(row[column])) - set(read_items(row[column])):
                found = base.surfaces.get(re.match(r"\w+", word.strip("()")).group(), ())
                key = f"state:{row['iso2']}"
                forms = [r for s, r in found if s == word.strip("()") and r.key == key]
                assert {r.form for r in forms} <= {"name"}, word


def test_what_one_speaks_for_is_in_the_base():
    base = load_base()
    for name in ("organizations", "bodies"):
        for row in read_table(name):
            assert row["kind"] in {"organization", "group"}
            assert row["speaks_for"] in {"", "self"} or row["speaks_for"] in base.actors, row
    for row in read_table("officials"):
        assert base.actors[row["speaks_for"]].party == row["speaks_for"], row


def test_countries_are_states():
    assert {row["country"] for row in read_table("outlets")} - STATES <= ELSEWHERE
    assert {row["type"] for row in read_table("outlets")} == {
        "agency",
        "broadcaster",
        "magazine",
        "newspaper",
        "site",
    }
    assert {row["state"] for row in read_table("governments")} <= STATES


def test_no_name_is_claimed_by_two_actors():
    owners = defaultdict(set)
    for name in ("states", "organizations", "bodies", "outlets"):
        for row in read_table(name):
            for word in (row["name"], *items(row["aliases"])):
                owners[word].add((name, row["name"]))
    assert {word: who for word, who in owners.items() if len(who) > 1} == {}


@pytest.mark.parametrize("name", ["officials", "governments"])
def test_terms_are_dated_in_order(name: str):
    for row in read_table(name):
        days = [dt.date.fromisoformat(row[k]) for k in ("from", "to") if row[k]]
        assert days == sorted(set(days)), row


def test_every_term_of_a_government_has_an_end_or_says_until_when_it_was_known():
    for row in read_table("governments"):
        assert bool(row["to"]) != bool(row["known_until"]), row
        last = dt.date.fromisoformat(row["to"] or row["known_until"])
        assert dt.date(1990, 1, 1) < last, row
        assert not row["from"] or dt.date.fromisoformat(row["from"]) < last, row


def test_the_terms_of_one_person_stand_together_and_in_order():
    rows = [(r["name"], r["state"], r["from"]) for r in read_table("governments")]
    assert rows == sorted(rows)


def test_persons_of_governments_have_full_names():
    for row in read_table("governments"):
        for name in (row["name"], *items(row["aliases"])):
            assert " " in name, row


def test_our_own_leaders_go_before_the_dictionary():
    ours = {tuple(service.cells()) for service in leaders()}
    rows = {tuple(row.values()) for row in read_table("governments")}
    assert ours <= rows
    own = {(fold(n), s.state) for s in leaders() for n in (s.name, *s.aliases)}
    theirs = rows - ours
    assert [row for row in theirs if (fold(row[0]), row[2]) in own] == []


def test_officials_share_no_name_with_the_dictionary():
    ours = {tuple(service.cells()) for service in leaders()}
    theirs = {fold(r["name"]) for r in read_table("governments") if tuple(r.values()) not in ours}
    names = {fold(n) for r in read_table("officials") for n in (r["name"], *items(r["aliases"]))}
    assert names & theirs == set()


def test_our_own_leaders_share_no_name():
    bearers = defaultdict(set)
    for service in leaders():
        for name in (service.name, *service.aliases):
            bearers[fold(name)].add((service.name, service.state))
    shared = {fold(name) for name in SHARED}
    assert {name: who for name, who in bearers.items() if len(who) > 1 and name not in shared} == {}


def test_what_is_left_out_is_in_no_table():
    left = {plain(row["name"]) for row in table(HERE / "left_out.tsv")}
    assert left & {plain(row["name"]) for row in read_table("bodies")} == set()
