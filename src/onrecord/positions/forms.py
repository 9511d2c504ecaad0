"""In which forms a position is told: denied, to come, on a condition, against its matter."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.records import Position

Form = Literal["against", "conditional", "future", "negated"]
DENYING = re.compile(
    r"\b(?:not|never|no|nor|neither|cannot|without|none|nobody|nothing)\b|n[’']t\b", re.IGNORECASE
)


def forms_of(position: Position) -> frozenset[Form]:
    """The forms that a position's record and its words tell; see docs/coding.md.

    "negated": a word that denies stands between who holds it and the end of its matter.
    """
    found: set[Form] = set()
    if DENYING.search(position.spans[0].text):
        found.add("negated")
    if position.modality == "future":
        found.add("future")
    if position.conditions or position.modality == "conditional":
        found.add("conditional")
    if position.polarity == "against":
        found.add("against")
    return frozenset(found)
