"""Where the extracted lines stand in the text of the page.

Whitespace is left out of the comparison. Each line is looked for after the one before; a line
that an extraction changed on the way is found in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.characters import repaired
from onrecord.articles.offsets import MappedText

WORD = re.compile(r"\S+")
PIECE_WORDS = 6
MOST_PIECES = 2000  # of lines not found whole; what is left after that stays out


class Aligner:
    """Finds lines in a text, ignoring whitespace."""

    def __init__(self, text: str) -> None:
        self._places = [at for at, character in enumerate(text) if not character.isspace()]
        self._bare = "".join(text.split())
        self._cursor = 0
        self._pieces = 0

    def find(self, line: str) -> list[tuple[int, int]]:
        """The stretches of the text where a line stands: one if it is found whole."""
        plain = repaired(MappedText.of(line)).text
        whole = self._find(plain)
        if whole is not None:
            return [whole]
        return list(self._find_pieces(plain))

    def _find(self, words: str) -> tuple[int, int] | None:
        bare = "".join(words.split())
        if not bare:
            return None
        at = self._bare.find(bare, self._cursor)
        if at < 0:
            at = self._bare.find(bare)
        if at < 0:
            return None
        self._cursor = at + len(bare)
        return self._places[at], self._places[self._cursor - 1] + 1

    def _find_pieces(self, line: str) -> Iterator[tuple[int, int]]:
        """Yield where runs of a few words stand, in the order of the page."""
        words = WORD.findall(line)
        last_end = -1
        for at in range(0, len(words), PIECE_WORDS):
            self._pieces += 1
            if self._pieces > MOST_PIECES:
                return
            found = self._find_near(" ".join(words[at : at + PIECE_WORDS]))
            if found is not None and found[0] >= last_end:
                last_end = found[1]
                yield found

    def _find_near(self, words: str) -> tuple[int, int] | None:
        """A piece only counts where the line is: shortly after the last one found."""
        bare = "".join(words.split())
        at = self._bare.find(bare, self._cursor, self._cursor + 5000 + len(bare))
        if at < 0:
            return None
        self._cursor = at + len(bare)
        return self._places[at], self._places[self._cursor - 1] + 1


def merged(stretches: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The stretches, joined where only whitespace lies between two."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
