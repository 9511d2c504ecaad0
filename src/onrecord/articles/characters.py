"""Characters that a reader does not see, or sees as a plain space or line end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.articles.mojibake import repairs
from onrecord.articles.offsets import Edit, MappedText

LINE_END = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
SPACE = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# NUL and other controls, soft hyphen, zero-width and bidirectional marks, byte order mark.
INVISIBLE_CLASS = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
INVISIBLE = re.compile(f"[{INVISIBLE_CLASS}]+")
ANY = re.compile(f"{LINE_END.pattern}|{SPACE.pattern}|{INVISIBLE.pattern}|\x85|[\ud800-\udfff]")


def repaired(text: MappedText) -> MappedText:
    """The text with mojibake mended, plain spaces and line ends, and nothing invisible."""
    mended = text.edited(repairs(text.text))
    return mended.edited(plain_edits(mended.text))


def plain_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for each character that is not what a reader sees."""
    for match in ANY.finditer(text):
        found = match.group()
        if LINE_END.fullmatch(found):
            new = "\n"
        elif SPACE.fullmatch(found):
            new = " "
        elif INVISIBLE.fullmatch(found):
            new = ""
        else:
            new = "…" if found == "\x85" else "\ufffd"
        yield Edit(start=match.start(), end=match.end(), new=new)
