"""docs/between.md says of the example what holds, in honest words. tests/docs runs it."""

from __future__ import annotations

from pathlib import Path

import onrecord
from onrecord.presentation.dossier.grounds import LOW_CONFIDENCE
from tests.docs.snippets import BLOCK
from tests.negotiation.test_sentences import DISHONEST

GUIDE = Path(__file__).parents[2] / "docs" / "between.md"


def test_what_it_says_of_the_example_holds(coverage: onrecord.Record) -> None:
    circle = [r.text for r in coverage.deadlocks() if r.kind == "circle"]
    assert any("“fire stops”, “terms are agreed” and “talks begin”" in text for text in circle)
    assert any("Orvenia asks for “terms are agreed” before “fire stops”" in t for t in circle)
    assert any("Velundia asks for “fire stops” before “talks begin”" in t for t in circle)
    opened = [r.text for r in coverage.whatif(step=["ceasefire"])]
    assert any(
        "wait for each other on this record; with this change no longer" in t for t in opened
    )
    after = [r for r in coverage.deadlocks() if r.kind == "refused step"]
    assert any("refused “Orvenia withdraws”" in r.text for r in after)
    assert not any("Orvenia withdraws" in t and t.endswith("nothing.") for t in opened)
    assert f"below {LOW_CONFIDENCE:g}".replace("0.", ".") in GUIDE.read_text("utf-8")


def test_its_own_words_are_honest_but_for_those_it_names() -> None:
    text = BLOCK.sub("", GUIDE.read_text("utf-8"))
    named = DISHONEST.findall(text)
    assert sorted({word.lower() for word in named}) == ["possible"]
