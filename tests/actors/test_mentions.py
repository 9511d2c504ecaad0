from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.actors.reading import mention, read

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])

NAMES = {
    "full name": ("Prime Minister Ilo Maren said the talks failed.", "Ilo Maren", "Ilo Maren"),
    "surname alone": (
        "Prime Minister Ilo Maren left. Maren said the talks failed.",
        "Maren",
        "Ilo Maren",
    ),
    "with mister": (
        "Prime Minister Ilo Maren left. Mr. Maren said the talks failed.",
        "Mr. Maren",
        "Ilo Maren",
    ),
    "two of one surname stay open": (
        "Ministers Peter Maren and Igor Maren met. Mr. Maren said the talks failed.",
        "Mr. Maren",
        None,
    ),
    "of two of one surname the one whom the title fits": (
        "Ministers Peter Maren and Anna Maren met. Mr. Maren said the talks failed.",
        "Mr. Maren",
        "Peter Maren",
    ),
    "state": ("Ukraine rejected the plan.", "Ukraine", "Ukraine"),
    "seat of government": ("The Kremlin rejected the plan.", "Kremlin", "Russia"),
    "capital that acts": ("Moscow rejected the plan.", "Moscow", "Russia"),
    "body of a state": (
        "The Ukrainian delegation rejected the plan.",
        "The Ukrainian delegation",
        "Ukraine",
    ),
    "ministry": (
        "The Russian Defence Ministry rejected the plan.",
        "The Russian Defence Ministry",
        "Russian Defence Ministry",
    ),
    "definite description": (
        "French President Ilo Maren left Paris. The French leader said the talks failed.",
        "The French leader",
        "Ilo Maren",
    ),
    "left apposition": (
        "The head of the Ukrainian delegation, Ilo Maren, said the talks failed.",
        "The head of the Ukrainian delegation",
        "Ilo Maren",
    ),
    "agency": ("An official told Reuters that the talks failed.", "Reuters", "Reuters"),
    "armed group": ("Hamas rejected the plan.", "Hamas", "Hamas"),
    "surname that is an adjective": ("David French said so.", "David French", "David French"),
    "a paper for short": (
        "A New York Times reporter left. The Times said so.",
        "The Times",
        "New York Times",
    ),
    "an age beside an odd name": ("Xyquor, 57, said so.", "Xyquor", "Xyquor"),
    "the ministry again": (
        "The Russian Defence Ministry met envoys. Then the ministry rejected the plan.",
        "the ministry",
        "Russian Defence Ministry",
    ),
}


@BOTH
@pytest.mark.parametrize(("text", "words", "name"), NAMES.values(), ids=NAMES)
def test_a_mention_has_the_fullest_name(text: str, words: str, name: str | None, light: bool):
    found = mention(text, words, light=light)
    assert found is not None
    assert found.name == name


NONE = {
    "a town whose name a body bears": (
        "Delegations met in Aldery. The Aldery Institute for Peace said so.",
        "Aldery",
    ),
    "the town of a dateline": ("ALDERY, June 4 — Norland rejected the plan.", "ALDERY"),
    "the capital of a dateline": ("MOSCOW — Norland rejected the plan.", "MOSCOW"),
    "capital as a place": ("The envoy arrived in Moscow late.", "Moscow"),
    "capital with its country": ("They met in Minsk, Belarus, in May.", "Minsk"),
    "month": ("In August the talks failed.", "August"),
    "region": ("The troops left Donetsk yesterday.", "Donetsk"),
    "bound adjective": ("A Russian-backed force left the town.", "Russian"),
    "people of a country": ("Most Americans said so.", "Americans"),
    "bare title": ("The plan needs a minister.", "minister"),
    "pronoun in a quotation": ("“He lies,” said Prime Minister Ilo Maren.", "He"),
}


@BOTH
@pytest.mark.parametrize(("text", "words"), NONE.values(), ids=NONE)
def test_no_mention(text: str, words: str, light: bool):
    assert mention(text, words, light=light) is None


ROLES = {
    "title before": (
        "Russian Foreign Minister Ilo Maren left.",
        "Ilo Maren",
        ("Foreign Minister", "Russia", False),
    ),
    "U.S. title": (
        "U.S. special envoy Ilo Maren left.",
        "Ilo Maren",
        ("special envoy", "United States", False),
    ),
    "secretary of state": (
        "U.S. Secretary of State Ilo Maren left.",
        "Ilo Maren",
        ("Secretary of State", "United States", False),
    ),
    "former": (
        "Former French President Ilo Maren left.",
        "Ilo Maren",
        ("President", "France", True),
    ),
    "title after": (
        "Ilo Maren, the foreign minister of Poland, left.",
        "Ilo Maren",
        ("foreign minister of Poland", "Poland", False),
    ),
    "who was then": (
        "Anna Maren, who was then the Ukrainian lead negotiator, left.",
        "Anna Maren",
        ("lead negotiator", "Ukraine", False),
    ),
    "state behind the name": (
        "President Ilo Maren of Poland left.",
        "Ilo Maren",
        ("President", "Poland", False),
    ),
    "deputy of many words": (
        "Polish Deputy Foreign Minister for Northern Affairs Ilo Maren left.",
        "Ilo Maren",
        ("Deputy Foreign Minister for Northern Affairs", "Poland", False),
    ),
    "host is not the body": (
        "German ambassador to Poland Ilo Maren left.",
        "Ilo Maren",
        ("ambassador to Poland", "Germany", False),
    ),
}


@BOTH
@pytest.mark.parametrize(("text", "words", "role"), ROLES.values(), ids=ROLES)
def test_a_title_gives_role_body_and_time(text, words, role, light: bool):
    found = mention(text, words, light=light)
    assert found is not None
    assert (found.role, found.of, found.former) == role


PRONOUNS = {
    "nearest subject": ("Prime Minister Ilo Maren left. He said the talks failed.", "Ilo Maren"),
    "in the sentence": ("Prime Minister Peter Maren left when he heard it.", "Peter Maren"),
    "gender": (
        "Minister Anna Maren met Minister Peter Dorn. She said the talks failed.",
        "Anna Maren",
    ),
    "two that fit": (
        "After Peter Dorn and John Maren, the ministers, there was a break. He said little.",
        None,
    ),
    "known leader's gender": ("Mr. Putin left. The talks failed. She said so.", None),
    "no one": ("The talks failed. He said so.", None),
}


@pytest.mark.parametrize(("text", "name"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_pronoun_is_settled_only_where_one_person_fits(text: str, name: str | None):
    pronouns = [m for m in read(text)[2] if m.form == "pronoun"]
    assert [m.name for m in pronouns] == [name]


@BOTH
def test_a_title_at_an_unread_name_is_nobody_elses(light: bool):
    text = "Polish Foreign Minister Ilo Maren left. Polish Foreign Minister Monday said so."
    found = mention(text, "Polish Foreign Minister", light=light)
    assert found is not None
    assert found.name is None


@BOTH
def test_unnamed_sources_keep_their_wording(light: bool):
    text = "Senior U.S. officials said the talks failed."
    found = mention(text, "Senior U.S. officials", light=light)
    assert found is not None
    assert (found.form, found.kind, found.of) == ("unnamed", "unnamed", "United States")


@BOTH
def test_both_sides_stay_open(light: bool):
    found = mention("Both sides said the talks failed.", "Both sides", light=light)
    assert found is not None
    assert (found.form, found.name) == ("collective", None)


@BOTH
def test_a_state_without_a_base_entry(light: bool):
    text = (
        "Arvenian Foreign Minister Ilo Maren said in Arvenia that the talks failed.\n\n"
        "Arvenia rejected the plan."
    )
    found = mention(text, "Arvenia", light=light)
    assert found is not None
    assert found.kind == "government"
    maren = mention(text, "Ilo Maren", light=light)
    assert maren is not None
    assert maren.of == "Arvenia"


SCRAPS = (
    "President Ilo Maren of Russia ’s the Kremlin , . said “ ” he U.S. - backed officials in "
    "Moscow al É secretary general Mr who was both sides ministry \n\n"
)
PIECES = st.sampled_from(SCRAPS.split(" "))


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_are_exact_and_never_overlap(text: str):
    article, _, mentions = read(text, light=True)
    spans = [m.span for m in mentions]
    assert all(article.text[s.start : s.end] == s.text for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
