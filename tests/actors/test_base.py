import re

from onrecord.actors import load_base
from onrecord.actors.base_files import read_table
from onrecord.actors.spelling import fold, surname_of


def test_states_have_codes():
    states = list(read_table("states"))
    assert len(states) >= 195
    assert all(re.fullmatch(r"[A-Z]{2}", row["iso2"]) for row in states)
    assert all(re.fullmatch(r"[A-Z]{3}", row["iso3"]) for row in states)
    assert (
        len({row["iso2"] for row in states}) == len({row["iso3"] for row in states}) == len(states)
    )


def test_wikidata_ids_are_each_of_one_actor():
    ids = [k.wikidata for k in load_base().actors.values() if k.wikidata]
    assert all(re.fullmatch(r"Q\d+", i) for i in ids)
    assert len(ids) == len(set(ids))


def test_every_term_names_a_party_of_the_base_and_ends_after_it_starts():
    base = load_base()
    for terms in base.terms.values():
        for term in terms:
            assert base.actors[term.party].party == term.party
            assert term.from_ is None or term.to is None or term.from_ < term.to


def test_no_surface_names_two_actors():
    base = load_base()
    owners: dict[str, set[str]] = {}
    for pairs in base.surfaces.values():
        for surface, reading in pairs:
            if reading.form == "name":
                owners.setdefault(surface, set()).add(reading.key)
    assert {s: k for s, k in owners.items() if len(k) > 1} == {}


def test_folds_join_spellings_and_keep_others_apart():
    assert fold("Zelenskyy") == fold("Zelensky") == fold("Zelenskiy")
    assert fold("Maharov") == fold("Makharov")
    assert fold("Marenko") != fold("Morozov")
    assert surname_of("Ursula von der Leyen") == "Leyen"
    assert surname_of("Ahmed al-Sharaa") == "Sharaa"
    assert surname_of("Kim Jong Un") == "Kim"
