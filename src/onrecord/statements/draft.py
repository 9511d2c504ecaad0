"""A statement being put together: ranges still open to mending, and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.statements.cues import Group
from onrecord.statements.ranges import Range


@dataclass(slots=True, kw_only=True)
class Draft:
    """What a rule found: character ranges per role; `at` is the cue's own word.

    `rule` names the rule (see `kinds.CONFIDENCE`); `passive` marks a cue whose subject is not the
    source ("is said to"); `confidence` stands where it is more than that of the rule.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    rule: str
    group: Group
    lemma: str
    at: int
    negated: bool = False
    passive: bool = False
    modal: str = ""
    confidence: float | None = None
