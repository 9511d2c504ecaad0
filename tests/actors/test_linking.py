import datetime as dt
import random

import pytest

from onrecord.actors import Cast, actor_id, link_actors, load_base
from onrecord.records import Actor, ActorMention, Interval
from tests.actors.reading import read


def cast_of(*texts: str, light: bool = False) -> tuple[Cast, list[ActorMention]]:
    mentions = [m for i, t in enumerate(texts) for m in read(t, light=light, name=str(i))[2]]
    actors, links = link_actors(mentions, load_base())
    return Cast({a.id: a for a in actors}, {link.mention: link.actor for link in links}), mentions


def actors_of(*texts: str) -> dict[str, Actor]:
    return {a.name: a for a in cast_of(*texts)[0].actors.values()}


SPELLINGS = {
    "double y": ("Dmytro Marenskyy", "Dmytro Marensky", True),
    "sister given names": ("Volodymyr Marenko", "Vladimir Marenko", True),
    "romanisation": ("Sergei Makharov", "Sergey Maharov", True),
    "initial": ("Peter V. Marenko", "Peter Marenko", True),
    "another given name": ("Peter Marenko", "Anna Marenko", False),
    "another surname": ("Peter Marenko", "Peter Morozov", False),
    "a son": ("Peter Marenko", "Peter Marenko Jr.", False),
    "two sons": ("Peter Marenko Jr.", "Peter V. Marenko Jr.", True),
    "other initials": ("Peter H.W. Marenko", "Peter W. Marenko", False),
    "fewer initials": ("Peter H.W. Marenko", "Peter H. Marenko", True),
}


@pytest.mark.parametrize(("left", "right", "same"), SPELLINGS.values(), ids=SPELLINGS)
def test_spellings_of_one_person(left: str, right: str, same: bool):
    persons = [
        a
        for a in actors_of(
            f"Minister {left} said the talks failed.", f"Minister {right} said the talks failed."
        ).values()
        if a.kind == "person"
    ]
    assert len(persons) == (1 if same else 2)


def test_the_base_knows_a_leader_under_all_spellings():
    actors = actors_of(
        "President Volodymyr Zelenskyy left.",
        "President Zelensky left.",
        "Vladimir Zelenskiy left.",
    )
    assert [a.name for a in actors.values() if a.kind == "person"] == ["Volodymyr Zelensky"]


def test_unnamed_sources_are_never_joined_across_articles():
    actors = cast_of("Officials said the talks failed.", "Officials said the talks failed.")[
        0
    ].actors
    assert len([a for a in actors.values() if a.kind == "unnamed"]) == 2


def test_an_open_pronoun_has_no_actor():
    cast, mentions = cast_of("The talks failed. He said so.")
    assert [cast.actor_at(m.id) for m in mentions if m.form == "pronoun"] == [None]


PARTIES = {
    "title": ("Polish Foreign Minister Ilo Maren left.", "Ilo Maren", "Poland"),
    "former": ("Former Polish President Ilo Maren left.", "Ilo Maren", None),
    "opposition": ("Polish opposition leader Ilo Maren left.", "Ilo Maren", None),
    "lawmaker": ("Polish lawmaker Ilo Maren left.", "Ilo Maren", None),
    "unnamed officials": ("Polish officials said so.", "Polish officials", "Poland"),
    "commentators": ("Polish analysts said so.", "Polish analysts", None),
    "state": ("Poland said so.", "Poland", "Poland"),
    "outlet": ("A man told Reuters so.", "Reuters", None),
}


@pytest.mark.parametrize(("text", "name", "party"), PARTIES.values(), ids=PARTIES)
def test_for_whom_an_actor_speaks(text: str, name: str, party: str | None):
    cast = cast_of(text)[0]
    found = next(a for a in cast.actors.values() if a.name == name)
    speaks_for = cast.party_of(found.id, None)
    assert (cast.actors[speaks_for].name if speaks_for else None) == party


def day(year: int) -> Interval:
    return Interval(start=dt.date(year, 6, 1), end=dt.date(year, 6, 2), precision="day", basis="")


@pytest.mark.parametrize(("year", "party"), [(2012, None), (2021, "United Kingdom"), (2024, None)])
def test_a_dated_role_holds_only_in_its_time(year: int, party: str | None):
    cast = cast_of("Boris Johnson said so.")[0]
    johnson = next(a for a in cast.actors.values() if a.name == "Boris Johnson")
    found = cast.party_of(johnson.id, day(year))
    assert (cast.actors[found].name if found else None) == party


def test_the_basis_quotes_the_articles_title():
    maren = actors_of("Russian Foreign Minister Ilo Maren left.")["Ilo Maren"]
    assert [a.basis for a in maren.speaks_for] == ["article: Russian Foreign Minister"]
    assert maren.speaks_for[0].party == actor_id("state:RU")


def test_the_order_of_mentions_changes_nothing():
    mentions = cast_of(
        "Minister Sergei Makharov of Poland left. Maharov said so.",
        "Minister Sergey Maharov left. Officials said so. Moscow rejected it.",
    )[1]
    shuffled = mentions[:]
    random.Random(7).shuffle(shuffled)  # noqa: S311  # an order, no secret
    assert link_actors(mentions, load_base()) == link_actors(shuffled, load_base())


SURNAMES = {
    "nothing but the surname": (("Johnson said so.",), {"Johnson"}),
    "the office": (("British Prime Minister Johnson said so.",), {"Boris Johnson"}),
    "the country": (("Johnson said so. Britain rejected the plan.",), {"Boris Johnson"}),
    "another country": (("Johnson said so. Poland rejected the plan.",), {"Johnson"}),
    "another office": (("Polish Foreign Minister Johnson said so.",), {"Johnson"}),
    "the full name in another article": (
        ("Ilo Maren said so.", "Maren said so."),
        {"Ilo Maren", "Maren"},
    ),
    "the full name and country in another article": (
        ("Polish Foreign Minister Ilo Maren left.", "Maren said so. Poland rejected the plan."),
        {"Ilo Maren"},
    ),
}


@pytest.mark.parametrize(("texts", "names"), SURNAMES.values(), ids=SURNAMES)
def test_a_surname_alone_needs_an_office_or_a_country(texts: tuple[str, ...], names: set[str]):
    assert {a.name for a in actors_of(*texts).values() if a.kind == "person"} == names


def test_two_of_one_surname_in_two_articles_stay_two():
    persons = list(cast_of("Maren said so.", "Maren said no.")[0].actors.values())
    assert len([a for a in persons if a.kind == "person"]) == 2


OFFICES = {
    "EU foreign policy chief": ("EU Foreign Policy Chief Ilsa Brandt said so.", "European Union"),
    "Commission president": (
        "European Commission President Ilsa Brandt said so.",
        "European Union",
    ),
    "NATO secretary general": ("NATO Secretary General Ilsa Brandt said so.", "NATO"),
    "former NATO secretary general": (
        "Former NATO Secretary General Ilsa Brandt said so.",
        None,
    ),
    "an unlisted state's minister": (
        "Norland's foreign minister, Ilsa Brandt, rejected the truce. “No,” Brandt said.",
        "Norland",
    ),
    "a person's spokeswoman": ("Johnson's spokeswoman, Ilsa Brandt, rejected the truce.", None),
}


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
@pytest.mark.parametrize(("text", "party"), OFFICES.values(), ids=OFFICES)
def test_whom_an_office_speaks_for(text: str, party: str | None, light: bool):
    cast = cast_of(text, light=light)[0]
    found = [a for a in cast.actors.values() if a.name == "Ilsa Brandt"]
    assert len(found) == 1
    speaks_for = cast.party_of(found[0].id, None)
    assert (cast.actors[speaks_for].name if speaks_for else None) == party


def test_a_body_is_shown_as_the_articles_write_it():
    text = "The Orvenian Defence Ministry said so."
    assert "Orvenian Defence Ministry" in actors_of(text)


def test_two_spellings_of_a_body_are_one():
    bodies = actors_of(
        "The Russian Defence Ministry said so. The Russian Defence Ministry left.",
        "The Russian Defense Ministry said so.",
    )
    assert [n for n in bodies if "Ministry" in n] == ["Russian Defence Ministry"]
    assert bodies["Russian Defence Ministry"].aliases == ("Russian Defense Ministry",)


CITED = {
    "a known outlet by its host": ("Reuters.com", "Reuters"),
    "a known outlet by its name": ("Reuters", "Reuters"),
    "an unknown outlet": ("The Pellin Shore", "The Pellin Shore"),
    "an unknown host": ("pellinshore.example", "pellinshore.example"),
}


@pytest.mark.parametrize(("cited", "name"), CITED.values(), ids=CITED)
def test_a_cited_outlet_is_an_actor(cited: str, name: str):
    actors, links = link_actors((), load_base(), (cited, cited))
    assert [(a.name, a.kind) for a in actors] == [(name, "outlet")]
    assert links == ()


def test_a_cited_outlet_that_is_also_named_is_one():
    mentions = cast_of("A man told Reuters so.")[1]
    actors, _ = link_actors(mentions, load_base(), ("Reuters.com",))
    assert [a.name for a in actors if a.kind == "outlet"] == ["Reuters"]


PRONOUNS = {
    "trailing, past the one told of": (
        "Peter Marenko left. Anna Tollan stayed. Peter Marenko met Karl Holm."
        " Karl Holm has the right, he added.",
        "Peter Marenko",
    ),
    "leading": ("When Karl Holm arrived, he said that the road was open.", "Karl Holm"),
}


@pytest.mark.parametrize(("text", "name"), PRONOUNS.values(), ids=PRONOUNS)
def test_whom_he_means(text: str, name: str):
    cast, mentions = cast_of(text)
    he = next(m for m in mentions if m.span.text == "he")
    actor = cast.actor_at(he.id)
    assert actor is not None
    assert actor.name == name


def test_who_tells_of_another_is_not_the_other():
    cast, mentions = cast_of("Karl Holm, the source said, left the talks. Officials agreed.")
    source = [m for m in mentions if m.span.text == "the source"]
    assert [cast.actor_at(m.id) for m in source if m.name == "Karl Holm"] == []


def test_a_party_and_state_behind_a_lawmaker_is_nobody():
    assert "D-N.Y." not in actors_of("Rep. Karl Holm, D-N.Y., said so. D-N.Y. said so.")


FAMOUS = [f"Ilo Marenko said so on day {n}." for n in range(5)]
FAME = {
    "known far best": ([*FAMOUS, "Marenko said no."], 1),
    "with the right honorific": ([*FAMOUS, "Mr. Marenko said no."], 1),
    "too seldom": ([*FAMOUS[:1], "Marenko said no."], 2),
    "another bearer": ([*FAMOUS, "Vera Marenko said so.", "Marenko said no."], 3),
    "another bearer, seldom": (
        [
            *[f"{t} It rained." for t in FAMOUS],
            *FAMOUS,
            "Vera Marenko said so.",
            "Marenko said no.",
        ],
        2,
    ),
    "another's honorific": (
        [t.replace("Ilo", "Peter") for t in FAMOUS] + ["Mrs. Marenko said no."],
        2,
    ),
    "another's office": ([*FAMOUS, "Judge Marenko said no."], 2),
}


@pytest.mark.parametrize(("texts", "persons"), FAME.values(), ids=FAME)
def test_a_surname_alone_is_the_one_whom_the_corpus_knows_far_best(texts: list[str], persons: int):
    found = [a for a in cast_of(*texts)[0].actors.values() if a.kind == "person"]
    assert len(found) == persons


ONE_OR_TWO = {
    "both family names": (["Mila Dorn Orlov said so.", "Dorn Orlov said no."], 1),
    "a given name": (["Mila Peter Orlov said so.", "Peter Orlov said no."], 2),
    "a number": (["Peter S. Marenko III said so.", "Peter Marenko said no."], 1),
    "turned round": (["Peter Marenko said so.", "Minister Marenko Peter said no."], 1),
    "both may be given names": (["Scott Thomas said so.", "Minister Thomas Scott said no."], 2),
    "turned round, nobody else": (["Anna Marenko said so.", "Minister Marenko Peter said no."], 2),
    "turned round, in the base": (
        ["President Volodymyr Zelensky said so.", "Minister Zelensky Vladimir said no."],
        1,
    ),
    "a given name alone": (["Quena Marenko said so. Quena left. Quena said no."], 1),
    "a given name of two": (
        ["Peter Marenko said so. Peter Dorn said no. Peter said he left, Peter said."],
        3,
    ),
    "a father": (["Saudi Prince Mohammed bin Orlan said so.", "Saudi King Orlan said no."], 2),
}


@pytest.mark.parametrize(("texts", "persons"), ONE_OR_TWO.values(), ids=ONE_OR_TWO)
def test_how_many_persons(texts: list[str], persons: int):
    found = [a.name for a in cast_of(*texts)[0].actors.values() if a.kind == "person"]
    assert len(found) == persons, found


HOUSES = {
    "with the Senate": ("The House said so. The Senate said no. The House left.", True),
    "alone": ("The House said so on Monday. The House said no.", False),
}


@pytest.mark.parametrize(("text", "known"), HOUSES.values(), ids=HOUSES)
def test_the_house_is_the_one_beside_the_senate(text: str, known: bool):
    names = actors_of(text)
    assert ("U.S. House of Representatives" in names) == known


def test_a_body_that_is_named_often_is_not_the_one_man_of_that_name():
    texts = ["Matt Harbour said so.", *(["The Harbour Party said so. Harbour said no."] * 3)]
    kinds = {a.name: a.kind for a in cast_of(*texts)[0].actors.values()}
    assert kinds["Matt Harbour"] == "person"
    assert "Harbour" not in kinds


SLIPS = {"one in twenty": (20, {"Norway"}), "one in two": (2, {"Norway", "Austria"})}


@pytest.mark.parametrize(("titles", "parties"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_one_title_makes_no_party(titles: int, parties: set[str]):
    texts = [f"Norwegian Foreign Minister Ilo Maren left on day {n}." for n in range(titles)]
    actors = actors_of(*texts, "Austrian Foreign Minister Ilo Maren left.")
    names = {a.id: a.name for a in actors.values()}
    assert {names[s.party] for s in actors["Ilo Maren"].speaks_for} == parties
