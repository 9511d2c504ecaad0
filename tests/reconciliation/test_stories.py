"""Articles about one thing that happened come together."""

from onrecord.reconciliation import find_stories
from onrecord.records import Article
from tests.reconciliation.by_hand import article, disordered

BRIDGE = "Engineers opened the Oru bridge to Lena on Monday after a year of repairs by Norland."
BRIDGE_TOO = (
    "The repaired bridge over the Oru carries traffic to Lena again, Norland engineers said."
)
FERRY = "A ferry strike closed the harbour of Tal, and Sudmark sailors marched to the parliament."


def one(name: str, text: str, published: str | None = "2031-03-04") -> Article:
    return article(text, name=name, published=published)


def test_one_story_in_other_words() -> None:
    articles = [one("a", BRIDGE), one("b", BRIDGE_TOO), one("c", FERRY)]
    assert find_stories(articles) == (("a", "b"),)


def test_the_same_words_weeks_later_are_another_story() -> None:
    assert find_stories([one("a", BRIDGE), one("b", BRIDGE_TOO, "2031-05-04")]) == ()
    assert find_stories([one("a", BRIDGE), one("b", BRIDGE_TOO, None)]) == (("a", "b"),)


def test_order_does_not_matter() -> None:
    articles = [one(f"{n:02}", (BRIDGE, BRIDGE_TOO, FERRY)[n % 3] + f" {n}") for n in range(12)]
    expected = find_stories(articles)
    assert expected
    for seed in range(3):
        assert find_stories(disordered(articles, seed)) == expected


def test_nothing_to_group() -> None:
    assert find_stories([]) == ()
    assert find_stories([one("a", BRIDGE)]) == ()
