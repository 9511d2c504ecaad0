"""Who made a poll or a statement, by another sentence; beside each what must stay open."""

import pytest

from tests.attribution.test_attribution import attributed, named

FOUND = {
    "a statement that somebody spoke in": (
        "“It is late,” Ilo Maren said in a statement. The statement said that it rained.",
        ("The statement", "said", "it rained"),
        "Ilo Maren",
    ),
    "a poll named by its maker": (
        "A Harbour Courier poll came out. The poll said that it rained.",
        ("The poll", "said", "it rained"),
        "Harbour Courier",
    ),
    "a survey for a poll": (
        "A poll conducted by the Orlo Institute came out. The survey said that it rained.",
        ("The survey", "said", "it rained"),
        "Orlo Institute",
    ),
    "one that they published": (
        "The Orlo Institute published a report. It was long. The report said that it rained.",
        ("The report", "said", "it rained"),
        "Orlo Institute",
    ),
    "a new one named in the next sentence": (
        "A new poll said that it rained. The poll was conducted by the Orlo Institute.",
        ("A new poll", "said", "it rained"),
        "Orlo Institute",
    ),
}
OPEN = {
    "two makers": (
        "The Orlo Institute published a report. The Velt Institute published a report."
        " The report said that it rained.",
        ("The report", "said", "it rained"),
    ),
    "another has come up since": (
        "The Orlo Institute published a report. A second report came out."
        " The report said that it rained.",
        ("The report", "said", "it rained"),
    ),
    "another sort": (
        "The Orlo Institute published a report. The poll said that it rained.",
        ("The poll", "said", "it rained"),
    ),
    "one with a word of its own": (
        "The Orlo Institute published a report. The Arvenian report said that it rained.",
        ("The Arvenian report", "said", "it rained"),
    ),
    "several": (
        "The Orlo Institute published a report. The reports said that it rained.",
        ("The reports", "said", "it rained"),
    ),
    "whom it is about": (
        "A poll about Ilo Maren came out. The poll said that it rained.",
        ("The poll", "said", "it rained"),
    ),
    "a new one whose maker was named before": (
        "The Orlo Institute published a report. A new report said that it rained.",
        ("A new report", "said", "it rained"),
    ),
}


@pytest.mark.parametrize(("text", "part", "name"), FOUND.values(), ids=FOUND)
def test_a_maker_named_by_another_sentence(
    text: str, part: tuple[str, str, str], name: str
) -> None:
    (found,), cast = attributed(text, part)
    assert named(cast, found.speaker) == name
    assert found.method.endswith("by another sentence")


@pytest.mark.parametrize(("text", "part"), OPEN.values(), ids=OPEN)
def test_no_maker_is_sure(text: str, part: tuple[str, str, str]) -> None:
    (found,), _ = attributed(text, part)
    assert found.speaker is None


def test_a_source_that_only_says_more_of_a_name_is_that_one() -> None:
    text = "She met Mr. Ilo Maren, a pilot with a view, and said no."
    (found,), cast = attributed(text, ("a pilot with a view", "said", "no"))
    assert named(cast, found.speaker) == "Ilo Maren"


def test_a_source_behind_a_name_that_says_nothing_of_it_stays_open() -> None:
    text = "Ilo Maren left. A pilot with a view said no."
    (found,), _ = attributed(text, ("A pilot with a view", "said", "no"))
    assert found.speaker is None
