"""What kind of statement it is: in whose words, and how sure its rule is.

Its channel is told in `channels`, how it is meant in `modality`; all three are asked here.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import Range, length, overlap

Kind = Literal["direct", "indirect", "mixed"]

# Share of a statement's characters within quotation marks from which it is wholly direct.
DIRECT_SHARE = 0.9

# The share of each rule's statements that an annotator marked too (content IoU ≥ .3), on every
# fourth document of PolNeAR train; the plain rules as the light mode uses them. What PolNeAR holds
# too few of to measure (dashes: 19 of 20 on dev; "is said to") is set by hand.
CONFIDENCE = {
    "direct": 0.96,
    "plain clause": 0.92,
    "clause": 0.9,
    "dash": 0.9,
    "according": 0.88,
    "colon": 0.78,
    "to": 0.77,
    "adjective": 0.75,
    "plain to": 0.74,
    "object": 0.71,
    "preposition": 0.71,
    "plain object": 0.69,
    "noun": 0.68,
    "impersonal": 0.5,
}


def kind_of(draft: Draft, page: Page) -> Kind:
    """Direct, indirect or mixed, by the share of the content within quotation marks."""
    at = draft.cue[0][0] if draft.cue else -1
    quoted = sum(_quoted(page, r, at) for r in draft.content)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * length(draft.content) else "mixed"


def _quoted(page: Page, part: Range, cue: int) -> int:
    """How many characters of a part of the content stand within quotation marks.

    A quotation that holds the cue too is another's: who says "She told me it was shut" quotes
    nobody. A part right behind an opening mark is quoted though the marks could not be paired.
    """
    held = [q for q in page.within(*part) if not q.start <= cue < q.end]
    inner = overlap((part,), ((q.start, q.end) for q in held))
    return max(inner, _behind_mark(page.text, part), _from_odd_mark(page.text, part))


def _behind_mark(text: str, part: Range) -> int:
    """How much of a part stands between an opening mark right before it and the closing one."""
    start, end = part
    mark = text[start - 1 : start]
    if mark not in PAIRS or (start > 1 and text[start - 2].isalnum()):
        return 0
    for closing in CLOSING[PAIRS[mark]].finditer(text, start, end):
        return closing.start() - start
    return end - start


def _from_odd_mark(text: str, part: Range) -> int:
    """How much of a part stands behind an opening mark that nothing in it closes."""
    start, end = part
    at = max(text.rfind("“", start, end), text.rfind("«", start, end))
    closed = at < 0 or any(text.find(mark, at, end) >= 0 for mark in '”»"')
    return 0 if closed else end - at


# Which marks close what an opening one opened; an apostrophe within a word closes nothing.
PAIRS = {"“": "double", '"': "double", "„": "double", "«": "angle", "‘": "single", "'": "single"}
CLOSING = {
    "double": re.compile(r"[”\"]"),
    "angle": re.compile("»"),
    "single": re.compile(r"[’'](?!\w)(?<!\ws[’'])"),
}
