"""Drafts out of what the networks read: characters, order and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

import pytest

from onrecord.errors import ModelUnreadable
from onrecord.language.english import parse_article
from onrecord.records import Preference
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.learned import (
    FEATURES,
    _reports,
    confidence_of,
    features_of,
    find_learned,
)
from onrecord.statements.linked import Linked
from onrecord.statements.quotations import find_quotations
from onrecord.statements.wording import worded
from tests.statements.networks import Wordly, encoding_of
from tests.statements.reading import article_of
from tests.statements.reading import page_of as parsed_page_of

TEXT = "We stay. Maren said “the envoy told Volk that we will stay”."


def page_of(text: str) -> Page:
    article = article_of(text)
    return Page(text, parse_article(article, light=True), find_quotations(article))


def ruled(*words: str) -> list[Draft]:
    """What rules would give whose cues are these words."""
    page = page_of(TEXT)
    ranges = [(TEXT.index(w), TEXT.index(w) + len(w)) for w in words]
    return [worded(page, (), (r,), (), "clause") for r in ranges]


def test_a_content_is_read_again_where_a_word_reports() -> None:
    assert len(find_learned(page_of(TEXT), encoding_of(TEXT), ruled("said", "told"))) == 2
    assert len(find_learned(page_of(TEXT), encoding_of(TEXT), ())) == 2  # though no rule sees it


REPORTS: dict[str, tuple[str, str, bool]] = {
    "a verb that reports": ("Maren suspected a trick.", "suspected", True),
    "a verb that does not": ("Maren painted a boat.", "painted", False),
    "a noun": ("The claim was false.", "claim", True),
    "a noun that names a thing": ("The claim form was long.", "claim", False),
    "an adjective": ("Maren is ready to sail.", "ready", True),
    "heard that": ("Maren heard that the mill burned.", "heard", True),
    "heard a noise": ("Maren heard shelling.", "heard", False),
    "spoke of": ("Maren spoke of war.", "spoke", True),
    "spoke at length": ("Maren spoke for an hour.", "spoke", False),
    "shouted what": ("They shouted “stay” twice.", "shouted", True),
    "shouted and left": ("They shouted and left the hall.", "shouted", False),
}


@pytest.mark.parametrize(("text", "word", "expected"), REPORTS.values(), ids=REPORTS.keys())
def test_a_word_reports_where_it_stands(text: str, word: str, expected: bool) -> None:
    page = parsed_page_of(text)
    found = next(t for t in page.parse.tokens if t.text == word)
    assert _reports(page, found) is expected


def test_drafts_stand_in_characters_with_their_confidence() -> None:
    drafts = find_learned(page_of(TEXT), encoding_of(TEXT), ruled("told"))
    shown = [
        [" … ".join(TEXT[a:b] for a, b in role) for role in (d.source, d.cue, d.content)]
        for d in drafts
    ]
    assert shown == [
        ["Maren", "said", "the envoy told Volk that we will stay"],
        ["the envoy", "told", "Volk that we will stay"],
    ]
    assert [d.rule for d in drafts] == ["learned"] * 2
    assert all(d.confidence is not None and 0.9 < d.confidence <= 1 for d in drafts)


@pytest.mark.parametrize("text", ["", "\n \n", "\x00"], ids=["nothing", "blank", "NUL"])
def test_no_words_no_drafts(text: str) -> None:
    assert find_learned(page_of(text), encoding_of(text), ()) == []


class Choosy(Wordly):
    settings: ClassVar[Mapping[str, Any]] = {
        **Wordly.settings,
        "confidence": {
            "bias": -3.0,
            "cue": 0.0,
            "roles": 0.0,
            "source": 2.0,
            "parts": 0.0,
            "hinted": 0.0,
        },
        "keep": {"precision": 0.3, "balance": 0.2, "recall": 0.0},
    }


@pytest.mark.parametrize(
    ("prefer", "kept"), [("precision", 0), ("balance", 2), ("recall", 2)], ids=str
)
def test_a_preference_keeps_what_is_sure_enough(prefer: Preference, kept: int) -> None:
    # every draft here has a source, and so 1 / (1 + e) ≈ .27
    encoding = replace(encoding_of(TEXT, Choosy()), prefer=prefer)
    assert len(find_learned(page_of(TEXT), encoding, ruled("told"))) == kept


class Unfitted(Wordly):
    settings: ClassVar[Mapping[str, Any]] = {
        k: v for k, v in Wordly.settings.items() if k != "confidence"
    }


class HalfFitted(Wordly):
    settings: ClassVar[Mapping[str, Any]] = {
        **Wordly.settings,
        "confidence": {"bias": 0.0, "cue": 1.0},
    }


@pytest.mark.parametrize(
    ("networks", "what"),
    [
        (Unfitted, "bias, cue, roles, source, parts, hinted"),
        (HalfFitted, "for roles, source, parts, hinted"),
    ],
    ids=["not at all", "of other features"],
)
def test_a_confidence_that_was_not_fitted(networks: type[Wordly], what: str) -> None:
    with pytest.raises(ModelUnreadable, match=what) as caught:
        find_learned(page_of(TEXT), encoding_of(TEXT, networks()), ())
    assert "weights.json" in str(caught.value)
    assert "--light" in str(caught.value)


SEEN = Linked(cue=(3, 4), source=((2, 3),), content=((5, 9),), cue_chance=0.9, roles_chance=0.6)
WEIGHTS = {"bias": -0.5, "cue": 0.4, "roles": 0.8, "source": 0.7, "parts": -0.3, "hinted": 0.2}


def test_confidence_grows_with_what_the_networks_say() -> None:
    held = confidence_of(SEEN, WEIGHTS)
    assert 0 < held < 1
    assert confidence_of(replace(SEEN, cue_chance=0.95), WEIGHTS) > held
    assert confidence_of(replace(SEEN, roles_chance=0.3), WEIGHTS) < held
    assert confidence_of(replace(SEEN, source=()), WEIGHTS) < held
    assert confidence_of(replace(SEEN, content=((5, 6), (7, 9))), WEIGHTS) < held


@pytest.mark.parametrize("chance", [0.0, 1e-300, 1.0], ids=["none", "next to none", "certain"])
def test_features_have_bounds(chance: float) -> None:
    found = features_of(replace(SEEN, cue_chance=chance, roles_chance=chance))
    assert len(found) == len(FEATURES)
    assert all(abs(value) <= 10 for value in found)
    assert 0 <= confidence_of(replace(SEEN, cue_chance=chance), WEIGHTS) <= 1
