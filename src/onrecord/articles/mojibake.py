"""Characters that were read by the wrong codepage, and what they were.

Each repair is an `Edit` of its own, so the way back to the raw characters is kept. Only what is
plainly broken is touched: curly quotes stay curly, and a text that is Thai stays Thai.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from onrecord.articles.offsets import Edit

NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
# What the first byte of a UTF-8 character looks like in western codepages. Runs without one
# hold no mojibake and need no closer look.
LEAD_BYTES = re.compile("[\x80-\x9fÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïð]")
LONGEST_RUN = 200  # a longer run is a foreign script
THAI = "\u0e00-\u0e7f"
# UTF-8 punctuation (E2 80 xx) through the Thai codepage: E2 is "โ", 80 is "€" or lost, the third
# byte is a quote, an unassigned place, or lost. The same through Windows-1252 with losses: "â€",
# "â". "\ufffd" is what a decoder leaves of any of them.
LOST_MARK = re.compile(
    f"(?<![{THAI}])โ(?:[€\x80][\x80-\x9f‘’“”•–—…]?)?(?![{THAI}])|â[€\x80]?|\ufffd{{1,3}}"
)
THIRD_BYTES = {
    "“": "–",
    "\x93": "–",
    "”": "—",
    "\x94": "—",
    "\x98": "‘",
    "\x99": "’",
    "\x9c": "“",
    "\x9d": "”",
    "\x85": "…",
    "…": "…",
}
CLITIC = re.compile(r"(?:s|t|re|ve|ll|d|m)(?![^\W\d_])", re.I)


def repairs(text: str) -> list[Edit]:
    """The repairs of a text, in order. They never overlap."""
    found = {edit.start: edit for edit in _by_codepage(text)}
    covered = [(edit.start, edit.end) for edit in found.values()]
    for edit in _by_context(text):
        if not any(start < edit.end and edit.start < end for start, end in _near(covered, edit)):
            found[edit.start] = edit
    return [found[start] for start in sorted(found)]


def _near(covered: list[tuple[int, int]], edit: Edit) -> list[tuple[int, int]]:
    """The covered stretches that could touch an edit; they are sorted."""
    at = bisect_left(covered, (edit.start, edit.end))
    return covered[max(0, at - 1) : at + 1]


def _by_codepage(text: str) -> Iterator[Edit]:
    """Yield the runs that become sound when written in one codepage and read as UTF-8."""
    for run in NOT_ASCII.finditer(text):
        broken = run.group()
        if len(broken) <= LONGEST_RUN and LEAD_BYTES.search(broken):
            fixed = _fixed(broken)
            if fixed != broken:
                yield Edit(start=run.start(), end=run.end(), new=fixed)


@lru_cache(maxsize=4096)
def _fixed(run: str) -> str:
    import ftfy  # `fix_encoding` only: `fix_text` would straighten the quotes

    return str(ftfy.fix_encoding(run))


def _by_context(text: str) -> Iterator[Edit]:
    """Yield the marks whose bytes are partly lost, where the letters around them decide."""
    open_quote = False
    for mark in LOST_MARK.finditer(text):
        new = _meant(text, mark, open_quote)
        if new is None:
            continue
        if new in "“”":
            open_quote = new == "“"
        yield Edit(start=mark.start(), end=mark.end(), new=new)


def _meant(text: str, mark: re.Match[str], open_quote: bool) -> str | None:
    """The character that stood here, None if that cannot be told."""
    lost = mark.group()
    if len(lost) == 3 and lost[-1] in THIRD_BYTES:
        return THIRD_BYTES[lost[-1]]
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    is_letter_lost = lost in {"â", "\ufffd"}  # could be a letter of its own word: "château"
    if before.isalpha() and CLITIC.match(text, mark.end()):
        is_word_so_far = is_letter_lost and after.lower() != "s" and lost == "â"
        return None if is_word_so_far else "’"
    if before.isspace() and after.isspace():
        return "—"
    if is_letter_lost:
        return None
    return _between(before, after, text[mark.start() - 2 : mark.start() - 1], open_quote)


def _between(before: str, after: str, second_before: str, open_quote: bool) -> str | None:
    """A mark by its neighbours: name apostrophe, dash, possessive, or one of a pair of quotes."""
    if before.isalnum() and after.isalnum():
        is_name = before in "OD" and after.isupper() and not second_before.isalnum()
        return "’" if is_name else "–" if before.isdigit() and after.isdigit() else "—"
    if before.isspace() or before in "([":
        return "’" if after.isdigit() else "“" if after.isalnum() else None
    if before in ".,!?…" and (open_quote or not after.isalnum()):
        return "”"
    if open_quote:
        return "”"
    return "’" if before in "sxz" else None
