"""Paragraphs to one text, with a form feed between two pages and the way to what runs there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.records import Excluded
from onrecord.sources.pdf.columns import Row
from onrecord.sources.pdf.hyphens import joined
from onrecord.sources.pdf.paragraphs import Paragraph

PLAIN_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(slots=True)
class Margins:
    """What stands on a page beside its text, each with the reason why it is left out."""

    above: list[tuple[str, str]] = field(default_factory=list)
    below: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Script:
    """The text of a document as it grows.

    A paragraph is a line, and a blank line stands between two. A page ends in a form feed; where
    that falls inside a paragraph a blank stands before it. What runs along the margins stands at
    its page's beginning and end, and is listed in `left_out`.
    """

    margins: Sequence[Margins]
    left_out: list[Excluded] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _page: int = 0

    def write(self, paragraphs: Sequence[Paragraph], vocabulary: Collection[str]) -> str:
        """The whole text."""
        self._head(inside=False)
        for paragraph in paragraphs:
            self._turn_to(paragraph[0].page, inside=False)
            for at, (word, page) in enumerate(words_of(paragraph, vocabulary)):
                if at:
                    self._add(" ")
                self._turn_to(page, inside=True)
                self._add(word)
            self._add("\n\n")
        self._turn_to(len(self.margins) - 1, inside=False)
        self._foot(inside=False)
        return "".join(self._parts)

    def _turn_to(self, page: int, *, inside: bool) -> None:
        while self._page < page:
            self._foot(inside=inside)
            self._add("\f")
            self._page += 1
            self._head(inside=inside)

    def _head(self, *, inside: bool) -> None:
        for text, reason in self.margins[self._page].above:
            self._leave_out(text, reason, before="", after="\n" if inside else "\n\n", all_=inside)

    def _foot(self, *, inside: bool) -> None:
        for text, reason in self.margins[self._page].below:
            self._leave_out(text, reason, before="\n" if inside else "", after="", all_=inside)
            if not inside:
                self._add("\n\n")

    def _leave_out(self, text: str, reason: str, *, before: str, after: str, all_: bool) -> None:
        """Write a line of the margin; inside a paragraph its line end is left out with it."""
        start = self._length
        self._add(before + text)
        if all_:
            self._add(after)
        self.left_out.append(
            Excluded(raw_start=start, raw_end=self._length, text=text, reason=reason)
        )
        if not all_:
            self._add(after)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def words_of(paragraph: Paragraph, vocabulary: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield the words of a paragraph with their pages; a cut word stands where it begins."""
    cut: tuple[str, int] | None = None
    for at, placed in enumerate(paragraph):
        for number, word in enumerate(placed.row.words):
            text, page = word.text, placed.page
            if cut is not None:
                text, page = joined(cut[0], text, vocabulary), cut[1]
                cut = None
            is_last = number == len(placed.row.words) - 1
            if is_last and word.is_cut and at < len(paragraph) - 1:
                cut = (text, page)
            else:
                yield text, page


def vocabulary_of(rows: Sequence[Row]) -> set[str]:
    """The words of a document in lower case, those left out that a line end may have cut."""
    found: set[str] = set()
    cut = False
    for row in rows:
        for word in row.words:
            if not (word.is_cut or cut):
                found.update(part.lower() for part in PLAIN_WORD.findall(word.text))
            cut = word.is_cut
    return found
