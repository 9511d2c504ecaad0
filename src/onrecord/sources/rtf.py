"""Rich text to plain text, by striprtf, after what would stall or break it is taken out.

What is taken out shows no text: pictures, embedded objects, the addresses of links, style tables.
What striprtf does not bear is settled beforehand: binary data, nesting without end, numbers that
are no characters, and font tables on which its search takes the square of their length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.errors import ArticleUnreadable
from onrecord.sources.encodings import decode

MARK = b"{\\rtf"
# A letter of Word nests its groups ten deep; each level held open costs memory.
DEEPEST = 500
MOST_FONTS = 1000  # a file from a word processor lists up to some 150
TOKEN = re.compile(r"[{}]|\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'[0-9a-fA-F]{2}|.)", re.S)
# Groups that show no text. The address of a link ("fldinst") would be glued into the sentence.
SILENT = frozenset(
    """pict object shppict nonshppict fldinst stylesheet listtable listoverridetable rsidtbl
    latentstyles themedata colorschememapping datastore fonttbl colortbl info""".split()  # noqa: SIM905
)
SPACE = re.compile(r"[ \t\r\n]*")  # may stand before the word that opens a group
# In place of what is taken out: it shows nothing, and parts what stands on both sides of it, lest
# a control word run on into a word of the text.
NOTHING = "{}"
FONT = re.compile(r"\\f(\d{1,5})(?!\d)|\\fcharset(\d{1,3})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RichText:
    """The text of an RTF file, and whether its end was there."""

    text: str
    is_whole: bool


def is_rtf(data: bytes) -> bool:
    """Whether these bytes are rich text, whatever the file is called."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(MARK)


def read_rtf(data: bytes, where: str) -> RichText:
    """The text of a rich text file, one line a paragraph, the cells of a table between bars.

    Raises ArticleUnreadable if its groups are nested without end.
    """
    from striprtf.striprtf import rtf_to_text  # few users have RTF

    source, _ = decode(data)
    documents, is_whole = _documents(source.lstrip("\ufeff \t\r\n"), where)
    texts = [rtf_to_text(one, errors="replace") for one in documents]  # type: ignore[no-untyped-call]
    text = "\n".join(texts)
    return RichText(text=_joined_surrogates(text), is_whole=is_whole)


def _documents(source: str, where: str) -> tuple[list[str], bool]:
    """The documents of a file without what shows no text, and whether the last is closed.

    Most files are one; two that were joined end to end would lose the second.
    """
    documents: list[str] = []
    kept: list[str] = []
    depth = 0
    at = 0
    while token := TOKEN.search(source, at):
        if depth:
            kept.append(source[at : token.start()])
        at = token.end()
        if token[0] == "{":
            depth += 1
            if depth > DEEPEST:
                raise _too_deep(where)
            if silent := _silent_word(source, at):
                end = _end_of_group(source, at, where)
                if silent == "fonttbl":
                    kept.append(_font_table(source[at:end]))
                else:
                    kept.append(NOTHING)
                at, depth = end, depth - 1
                continue
        if token[0] == "}":
            depth -= 1
            if depth < 0:  # a brace too many, between two documents
                depth = 0
                continue
        kept.append(_harmless(token))
        if token[1] == "bin":
            at += max(0, int(token[2] or 0))
        if depth == 0 and token[0] == "}":
            documents.append("".join(kept))
            kept = []
    if depth:
        documents.append("".join([*kept, source[at:], "}"]))
    return documents, depth == 0


def _silent_word(source: str, at: int) -> str | None:
    """The word that opens a group at this place, if the group shows no text."""
    first = _first_token(source, at)
    if first is not None and first[0] == "\\*":
        first = _first_token(source, first.end())
    word = first[1] if first is not None else None
    return word if word in SILENT else None


def _first_token(source: str, at: int) -> re.Match[str] | None:
    space = SPACE.match(source, at)
    return TOKEN.match(source, space.end() if space is not None else at)


def _end_of_group(source: str, at: int, where: str) -> int:
    """Where the group that is open at this place has been closed; the end if it is not."""
    depth = 1
    while token := TOKEN.search(source, at):
        at = token.end()
        if token[1] == "bin":
            at += max(0, int(token[2] or 0))
        elif token[0] == "{":
            depth += 1
            if depth > DEEPEST:
                raise _too_deep(where)
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                return at
    return len(source)


def _font_table(group: str) -> str:
    """A font table that says which font has which character set, and nothing else."""
    sets: dict[str, str] = {}
    font = None
    for match in FONT.finditer(group):
        if match[1] is not None:
            font = match[1]
        elif font is not None and len(sets) < MOST_FONTS:
            sets.setdefault(font, match[2])
            font = None
    entries = (f"{{\\f{font}\\fcharset{number} x;}}\n" for font, number in sets.items())
    return "{\\fonttbl" + "".join(entries) + "}"


def _harmless(token: re.Match[str]) -> str:
    """The token, or none where striprtf would fail on it or find more in it than there is."""
    word, number = token[1], token[2]
    if word is None:
        return token[0]
    if word.startswith("bin") or (word == "uc" and not 0 <= int(number or -1) <= 9):
        return NOTHING
    if word == "u" and not -32768 <= int(number or 99999) <= 65535:
        return "\ufffd" if number else NOTHING
    return token[0]


def _joined_surrogates(text: str) -> str:
    """The text with characters beyond 16 bits made whole; half of one is a replacement mark."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _too_deep(where: str) -> ArticleUnreadable:
    return ArticleUnreadable(
        where,
        "RTF nested too deeply",
        f"more than {DEEPEST} groups inside each other",
        "open it in a word processor and save it again",
    )
