"""Words that point at the present, the past or the future without naming any day."""

from __future__ import annotations

import re

from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule

REFERENCES = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF",
    "at present": "PRESENT_REF", "nowadays": "PRESENT_REF", "these days": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF",
    "the near term": "FUTURE_REF", "the short term": "FUTURE_REF", "the long term": "FUTURE_REF",
}  # fmt: skip


def read_reference(match: re.Match[str], _: Context) -> Reading | None:
    """The side of the present that the word points at."""
    return unsettled(REFERENCES[re.sub(r"\s+", " ", match["word"].lower())])


RULES = (
    Rule(
        r"(?P<word>right now|now|currently|at present|nowadays|these days|recently|lately"
        r"|the near future|the future|the (?:near|short|long) term)\b(?!-| as\b)",
        read_reference,
    ),
)
