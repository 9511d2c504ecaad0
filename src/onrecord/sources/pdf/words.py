"""The words of one PDF page, each with its place on the paper."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pypdfium2

# What pdfium writes for a hyphen at the end of a line: in the text, and as a character.
LINE_HYPHEN = "\ufffe"
HYPHENS = "-\u00ad\u2010" + LINE_HYPHEN
WORD = re.compile(f"[^\\s\\x00{LINE_HYPHEN}]+{LINE_HYPHEN}?|{LINE_HYPHEN}")
GLYPH_OF = {0x02: LINE_HYPHEN, 0xF0B7: "•", 0xF0A7: "•", 0xF02D: "-"}  # bullets of symbol fonts
# What a font draws as one letter.
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {LINE_HYPHEN: "-"}
)
MOST_CHARACTERS = 200_000  # a broadsheet page in small print has 30,000


class Word(NamedTuple):
    """A word, its left and right edge and its baseline in points from the top left corner.

    `size` is the height of its line as the font has it. `is_cut` says that it ends in a hyphen.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_cut: bool = False


class PageWords(NamedTuple):
    """The words of a page in the order in which the file draws them, and the page's height."""

    words: list[Word]
    sideways: list[str]  # words that run up, down or across the page: stamps and credits
    height: float


# A word where pdfium has it: its text, the origin of its first character, and of the box of its
# last the left, lower, right and upper edge. A page has a thousand: plain tuples are fastest.
_Drawn = tuple[str, float, float, float, float, float, float]


def page_words(page: pypdfium2.PdfPage) -> PageWords:
    """The words of a page, upright whichever way the page lies: as most of its words run.

    Raises ValueError if the page holds more characters than any page does.
    """
    drawn = _drawn(page)
    left, bottom, right, top = page.get_bbox()
    quarter = _quarter(drawn)
    if quarter:
        drawn = [_turned(one, quarter) for one in drawn]
        for _ in range(quarter):
            left, bottom, right, top = -top, left, -bottom, right
    found = PageWords([], [], top - bottom)
    for text, x, y, _, low, end, high in drawn:
        if low - 1 <= y <= high and end >= x:
            is_cut = text[-1] in HYPHENS and len(text) > 1
            plain = text if text.isascii() else text.translate(LIGATURES)
            found.words.append(Word(plain, x - left, end - left, top - y, high - low, is_cut))
        else:
            found.sideways.append(text)
    return found


def _quarter(drawn: Sequence[_Drawn]) -> int:
    """How many quarters to turn the page to the left, so that most of its letters run right."""
    letters = [0, 0, 0, 0]
    for text, x, y, left, low, right, high in drawn:
        along, up = (left + right) / 2 - x, (low + high) / 2 - y
        is_level = abs(along) >= abs(up)
        runs = (0 if along >= 0 else 2) if is_level else (3 if up > 0 else 1)
        letters[runs] += len(text) - 1  # one letter alone runs nowhere
    return letters.index(max(letters))


def _turned(one: _Drawn, quarter: int) -> _Drawn:
    """A word after so many quarter turns to the left about the origin of the page."""
    text, x, y, left, low, right, high = one
    for _ in range(quarter):
        x, y = -y, x
        left, low, right, high = -high, left, -low, right
    return text, x, y, left, low, right, high


def _drawn(page: pypdfium2.PdfPage) -> list[_Drawn]:
    """The words of a page in the order of the file."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    origin, loose_box = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    drawn = []
    try:
        for match in WORD.finditer(_characters(text_page)):
            first, end = match.span()
            origin(text_page, first, to_x, to_y)
            loose_box(text_page, end - 1, to_box)
            drawn.append((match[0], x.value, y.value, box.left, box.bottom, box.right, box.top))
    finally:
        text_page.close()
    return drawn


def _characters(text_page: pypdfium2.PdfTextPage) -> str:
    """The text of a page with one character for each that pdfium counts."""
    from pypdfium2 import raw

    count = text_page.count_chars()
    if count > MOST_CHARACTERS:
        raise ValueError(f"a page with {count:,} characters")
    text = text_page.get_text_range() if count > 0 else ""
    if len(text) == count and max(text, default="") <= "\uffff":
        return text.translate(GLYPH_OF)
    # Characters that have no text, or take two units of it, shift all that follow.
    codes = (raw.FPDFText_GetUnicode(text_page, at) for at in range(count))
    return "".join(GLYPH_OF.get(code) or _character(code) for code in codes)


def _character(code: int) -> str:
    return " " if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
