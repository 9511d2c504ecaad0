import pytest

from onrecord.actors import link_actors, load_base
from tests.actors.reading import mention, read, read_with

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])

OUTLETS = {
    "behind a strong noun": (
        "A mayor told the weekly Ferrowick he had counted ninety.",
        "Ferrowick",
    ),
    "behind a weak noun, told": (
        "He was quoted as saying by the state agency Telvane that all was well.",
        "Telvane",
    ),
    "behind a weak noun that reports": (
        "The state-run agency Telvane reported that the bridge fell.",
        "Telvane",
    ),
    "as quoted by a site": ("“So be it,” she said, as quoted by the news site Hearthe.", "Hearthe"),
    "known as press elsewhere": (
        "The news site Hearthe reported it. A clerk told Hearthe the till was empty.",
        "Hearthe",
    ),
    "an edition": ("A clerk told the Evening Anchor the till was empty.", "Evening Anchor"),
    "at the tail": ("The minister denied it, Norrwire reported, citing officials.", "Norrwire"),
}


@BOTH
@pytest.mark.parametrize(("text", "name"), OUTLETS.values(), ids=OUTLETS.keys())
def test_words_around_a_name_make_it_an_outlet(text: str, name: str, light: bool) -> None:
    found = mention(text, name, light=light)
    assert found is not None
    assert found.kind == "outlet"


BODIES = {
    "cited by a report": (
        "The Brennow Herald reports with reference to Telvane that the peg is safe.",
        "Telvane",
    ),
    "name with a role word": ("The minister left, the Olvanis Observer said.", "Olvanis Observer"),
    "city before a paper's word": ("The Moscow Courier said the road was shut.", "Moscow Courier"),
}


@BOTH
@pytest.mark.parametrize(("text", "name"), BODIES.values(), ids=BODIES.keys())
def test_bodies_are_found(text: str, name: str, light: bool) -> None:
    found = mention(text, name, light=light)
    assert found is not None
    assert found.kind == "organization"


NO_OUTLETS = {
    "a clause behind told": "He told the newspaper Maren would resign.",
    "a clause behind a place of print": "On the website Maren owned there was nothing.",
    "an adjective": "The weekly Cabinet meeting was moved.",
    "another agency": "The space agency Norspace launched a rocket.",
    "a reason": "The firm cut two hundred jobs, citing Brexit.",
    "a common noun that reports": "Police reported that two boats sank.",
}


@BOTH
@pytest.mark.parametrize("text", NO_OUTLETS.values(), ids=NO_OUTLETS.keys())
def test_other_names_are_no_outlets(text: str, light: bool) -> None:
    kinds = {m.kind for m in read(text, light=light)[2]}
    assert not kinds & {"outlet", "organization"}


@BOTH
def test_a_person_of_the_article_stays_a_person(light: bool) -> None:
    text = "Mayor Ilo Maren spoke. The bridge is safe, Maren reported, citing engineers."
    found = mention(text, "Maren", light=light)
    assert found is not None
    assert (found.kind, found.name) == ("person", "Ilo Maren")


SOURCES = {
    "familiar": (
        "Three people familiar with the merger said so.",
        "Three people familiar with the merger",
    ),
    "cited": (
        "The Brennow Herald, citing three people familiar with the merger, reported a loss.",
        "three people familiar with the merger",
    ),
    "close to": ("A source close to the chairman said so.", "A source close to the chairman"),
    "a noun before": (
        "Telvane reported that six were hurt, citing a hospital source.",
        "a hospital source",
    ),
    "briefed": (
        "Two diplomats briefed on the talks said so.",
        "Two diplomats briefed on the talks",
    ),
    "told by": (
        "The mayor was told by officials in the ministry that it was off.",
        "officials in the ministry",
    ),
    "second of two": ("Two diplomats and a hospital source said so.", "a hospital source"),
    "quoted": ("The paper quoted a senior official as saying so.", "a senior official"),
    "no time": ("Officials in the past have said so.", "Officials"),
}


@BOTH
@pytest.mark.parametrize(("text", "wording"), SOURCES.values(), ids=SOURCES.keys())
def test_a_source_without_a_name_has_its_whole_wording(
    text: str, wording: str, light: bool
) -> None:
    found = mention(text, wording, light=light)
    assert found is not None
    assert (found.form, found.name) == ("unnamed", wording)


@BOTH
def test_without_a_parser_or_with_it_documents_are_no_sources(light: bool) -> None:
    found = read("Velt said so, citing bank records and a cook in the fort.", light=light)[2]
    assert not [m for m in found if m.kind == "unnamed"]


@BOTH
def test_two_wordings_are_two_actors_and_one_wording_is_one(light: bool) -> None:
    text = (
        "A source close to the chairman said so. A source close to the mayor denied it. "
        "Later a source close to the chairman said no more."
    )
    mentions = read_with(text, load_base(), light=light)[2]
    actors, links = link_actors(mentions, load_base())
    unnamed = {a.id for a in actors if a.kind == "unnamed"}
    assert len(unnamed) == 2
    assert len([link for link in links if link.actor in unnamed]) == 3


ANAPHORS = {
    "the paper": (
        "The Lommer Courier quoted him. The paper said more.",
        "The paper",
        "Lommer Courier",
    ),
    "the agency": (
        "He spoke, as quoted by the news agency Telvane. The agency said more.",
        "The agency",
        "Telvane",
    ),
    "the broadcaster": (
        "He was on Radio Ithrane on Monday. The broadcaster said more.",
        "The broadcaster",
        "Radio Ithrane",
    ),
    "two papers": (
        "The Lommer Courier and the Brennow Herald quoted him. The paper said more.",
        "The paper",
        None,
    ),
    "a document": ("Reuters saw the draft. The paper says more.", "The paper", None),
    "no paper": ("Radio Ithrane quoted him. The newspaper said more.", "The newspaper", None),
    "part of a noun": ("The Lommer Courier quoted him. The paper mill closed.", "The paper", None),
}


@BOTH
@pytest.mark.parametrize(("text", "words", "meant"), ANAPHORS.values(), ids=ANAPHORS.keys())
def test_an_outlet_by_its_kind_is_the_one_named(
    text: str, words: str, meant: str | None, light: bool
) -> None:
    found = mention(text, words, light=light)
    assert (found.name if found else None) == meant


@BOTH
def test_an_outlet_that_one_article_takes_for_a_body_keeps_its_key(light: bool) -> None:
    base = load_base()
    left = read_with("The Velt Institute said so.", base, light=light)[2]
    right = read("He told the weekly Velt Institute so.", light=light, name="b")[2]
    actors, _ = link_actors([*left, *right], base)
    assert [a.key for a in actors if "Velt" in a.name] == ["org:velt institute"]
