"""The row of a contradiction. Dates are ISO text, "" where unknown; ids are the record's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionRow:
    """Two accounts that cannot both be exact, side by side, and the rule that set them so.

    Of each side: who says it, when, in which words, and (pairing up) the outlets that carry it and
    when each was published. `kind` "wording" is no clash: two outlets have different words for one
    event. `explanation` is what the rule says of itself, `left` and `right` are ids; `also` are the
    ids of contradictions in the same words, in copies of these articles.
    """

    kind: str
    rule: str
    explanation: str
    detail: str
    left_who: str
    left_when: str
    left_words: tuple[str, ...]
    left_outlets: tuple[str, ...]
    left_published: tuple[str, ...]
    right_who: str
    right_when: str
    right_words: tuple[str, ...]
    right_outlets: tuple[str, ...]
    right_published: tuple[str, ...]
    confidence: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    also: tuple[str, ...]
    id: str
