"""A small codebook of our own, so that these tests do not hang on the bundled one's wording."""

from __future__ import annotations

from onrecord.positions.codebook import Codebook, Issue, Rule, StepDef, Value


def _issue(issue_id: str, values: str, *, ordered: bool) -> Issue:
    return Issue(
        id=issue_id,
        name=issue_id.replace(".", " ").title(),
        group="Test",
        values=tuple(Value(id=v, name=v.replace("_", " ")) for v in values.split()),
        ordered=ordered,
    )


def book(consent: dict[str, tuple[str, ...]] | None = None) -> Codebook:
    """Four ordered issues, two without order, a free list, four steps and one rule."""
    return Codebook(
        name="test",
        issues=(
            _issue("fire", "none local sector general", ordered=True),
            _issue("land.<area>", "ours line theirs", ordered=True),
            _issue("withdrawal.<area>.<force>", "none some full", ordered=True),
            _issue("status.<area>", "upheld deferred given", ordered=False),
            _issue("watch", "none parties third", ordered=False),
            _issue("prisoners", "none some all", ordered=True),
            _issue("guarantors", "", ordered=False),
        ),
        steps=(
            StepDef(id="ceasefire", name="fire stops", entails=(("fire", "general"),)),
            StepDef(id="terms", name="terms are agreed"),
            StepDef(id="talks", name="talks begin"),
            StepDef(id="treaty", name="a treaty is signed", needs=("terms",)),
            StepDef(id="withdrawal.<party>", name="<party> withdraws", actor="<party>"),
        ),
        rules=(
            Rule(
                literals=(("land.<area>", "ours"), ("status.<area>", "given")),
                why="What is held back is not given away.",
            ),
        ),
        consent=consent or {},
    )


BOOK = book()
