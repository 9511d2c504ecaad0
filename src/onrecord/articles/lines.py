"""The lines of a text, with the marks of bullets and headings read and set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

LineMark = Literal["", "bullet", "heading"]

BULLET = re.compile(r"(?:[-*+•●▪◦‣·►▶–]|&bull;)[ \t]+(?=[^\n]{0,40}\w)|[•●▪◦‣►▶](?=\w)")
NUMBERED = re.compile(r"\(?\d{1,2}[.)][ \t]+(?=\S)")
ENDS_SENTENCE = re.compile(r"[.!?…][”’\"')\]»*_]{0,4}$")
ABBREVIATION_AT_END = re.compile(
    r"(?:\b(?:[A-Z]\.){1,4}|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs|[ap]\.m)\.)$"
)
LONGEST_TITLE_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank: `text[start:end]`, without the blanks and marks around it.

    `is_whole` says that its source knows it for a whole paragraph.
    """

    start: int
    end: int
    text: str
    blank_before: bool
    mark: LineMark = ""
    is_whole: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return ENDS_SENTENCE.search(self.text, max(0, len(self.text) - 6)) is not None

    @property
    def ends_open(self) -> bool:
        """Whether its last full stop may be an abbreviation's: "the U.S."."""
        tail = self.text[-12:]
        return ABBREVIATION_AT_END.search(tail) is not None


def split_lines(text: str) -> list[Line]:
    """The lines of a plain text that are not blank."""
    lines = []
    blank_before = True
    at = 0
    for whole in text.split("\n"):
        bare = whole.strip()
        if bare:
            start = at + len(whole) - len(whole.lstrip())
            lines.append(_line(bare, start, blank_before))
        blank_before = not bare
        at += len(whole) + 1
    return lines


def _line(bare: str, start: int, blank_before: bool) -> Line:
    mark: LineMark = ""
    if bullet := BULLET.match(bare):
        start, bare, mark = start + bullet.end(), bare[bullet.end() :], "bullet"
    elif NUMBERED.match(bare):
        mark = "bullet"
    return Line(start=start, end=start + len(bare), text=bare, blank_before=blank_before, mark=mark)


def folded(text: str) -> str:
    """The letters and digits of a text in lower case, to compare titles by."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The column at which the lines were broken by a machine; None if they were not.

    A machine breaks a line where the next word no longer fits. In a text whose longest lines
    have 40 to 130 characters and where six of ten line ends are such, it did.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    if len(pairs) < 3:
        return None
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 98 // 100 - 1] if len(lengths) > 50 else lengths[-1]
    if not 40 <= width <= 130:
        return None
    full = sum(not _fits(after, before, width) for before, after in pairs)
    return width if full >= 0.6 * len(pairs) else None


def continues(before: Line, line: Line, width: int | None) -> bool:
    """Whether a line goes on with the sentence, or the wrapped paragraph, of the one before."""
    if line.mark or before.mark == "heading" or line.is_whole:
        return False
    is_open = not before.ends_sentence or before.ends_open
    starts_small = line.text[0].islower()
    if line.blank_before:
        # A page break or a picture inside a sentence: long line, open end, small letter.
        plainly_open = len(before.text) >= 60 or _ends_open_phrase(before)
        unmarked = before.mark == "" and before.text[-1] not in ":;"
        return is_open and starts_small and plainly_open and unmarked
    if is_open and (starts_small or _ends_open_phrase(before)):
        return True
    return width is not None and not _fits(line, before, width)


# Words and marks that no paragraph and no heading ends with.
OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|the|of|to|in|on|for|and|or|with|by|from|at|as|that|which|than|into|is|are"
    r"|was|were|has|have|had|be|been|its|their|his|her|our|my|your|Mr\.|Mrs\.|Ms\.|Dr\.))$"
)


def _ends_open_phrase(line: Line) -> bool:
    return OPEN_END.search(line.text[-12:]) is not None


def _fits(line: Line, before: Line, width: int) -> bool:
    """Whether the first word of a line had room on the line before: then the break was meant."""
    first = line.text.split(None, 1)[0]
    return len(before.text) + 1 + len(first) <= width
