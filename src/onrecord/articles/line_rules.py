"""What a rule about one line is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.articles.lines import Line

LONGEST_WORD = 14  # characters a word has at most on average; guards patterns from long lines


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """A kind of line that is left out: `reason` is what a reader sees.

    `applies` gets the line and its number among the lines of the page.
    """

    reason: str
    applies: Callable[[Line, int], bool]


def whole_line(
    reason: str, pattern: str, *, most_words: int = 40, any_case: bool = True, first: int = 0
) -> LineRule:
    """A rule for lines that match a pattern from end to end and have no more words than that.

    `first` is the first line number that it is for: a title may look like some of these.
    """
    compiled = re.compile(pattern, re.I if any_case else 0)

    def applies(line: Line, at: int) -> bool:
        if at < first or len(line.text) > LONGEST_WORD * most_words:
            return False
        return compiled.fullmatch(line.text) is not None and line.words <= most_words

    return LineRule(reason=reason, applies=applies)
