"""Where the bare words around an expression look, for text without a parse."""

from __future__ import annotations

import re

from onrecord.times.readings import Direction

SETTING = (
    "due|expected|scheduled|rescheduled|planned|set|slated|foreseen|envisaged|anticipated"
    "|postponed|delayed|earmarked"
)
# Each kind of wording and where it looks; the one nearest before the expression decides.
FUTURE = re.compile(
    rf"\b(?:will|won[’']t|shall|[’']ll|must|(?-i:may)(?! have)"
    rf"|(?:is|are|be) (?:now )?(?:{SETTING}|to)"
    r"|(?:plan|expect|want|hope|intend|agree|promise|prepare)s? to|going to|ahead of|upcoming)\b",
    re.I,
)
PLANNED = re.compile(
    rf"\b(?:would|could|(?:was|were|been) (?:to|{SETTING})|(?:{SETTING}) (?:for|on|in|to)"
    r"|planned|foreseen|envisaged|scheduled|forecast|projected|slated|payable|effective"
    r"|(?:agreed|promised|pledged|vowed|decided|wanted|hoped|intended|proposed|offered"
    r"|invited|urged|asked) to)\b",
    re.I,
)
PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|took|came|went|began|met|held|made|gave|left|sent"
    r"|(?-i:(?!hundred|indeed|need|speed|proceed|succeed)[a-z]{2,30}ed)|since)\b",
    re.I,
)
# A limit lies ahead, save of what had been done by it or lasted until it.
LIMIT = re.compile(
    r"\b(?:by|until|till|through|as\s(?:soon|early)\sas)\s{1,3}"
    r"(?:(?:the|early|late|mid|end|of|noon|midnight|\d{1,2}(?::\d\d)?|[ap]\.?m\.?|(?-i:[A-Z]{3}))"
    r"\s{1,3}){0,4}$",
    re.I,
)
# The day right behind a verb of doing in the past tense, or behind its place, is when it was done.
DONE = re.compile(
    r"\b(?:took|came|went|began|met|left|sent|killed|(?!(?:call|announc|fix|mov|reset|dat|conven"
    r"|summon|confirm|pick|select|nam|declar|order|plann|schedul|propos|demand|expect"
    r"|invit|urg|ask|agre|promis|pledg|vow|want|hop|intend|need|delay|postpon|deferr|extend"
    r"|point|suppos|unit|said|offer|prepar|forecast|project|slat|hous|foreseen)\w{0,4}\b)\w{3,20}ed)\b"
    r"(?:\s(?!(?:to|for|that|a|an|talks|plans?|until|by|ahead|of)\b)[\w’'-]{1,20}){0,5}"
    r"\s(?:on|in|at|during)\s(?:(?:the|early|late|mid)\s){0,2}$",
    re.I,
)
OVER = re.compile(r"\bhad\b|\b(?:lasted|held|remained|stayed|continued|kept|lived|served)\b", re.I)
LOOKS: tuple[tuple[re.Pattern[str], Direction], ...] = (
    (FUTURE, "future"),
    (PLANNED, "planned"),
    (PAST, "past"),
)
REACH = 20  # a past verb this near after a word of planning belongs to it ("would have said")


def direction_in_words(before: str, after: str) -> Direction:
    """Where the words around look: the nearest verb form before decides, else one after."""
    if LIMIT.search(before):
        return "past" if OVER.search(before) else "planned" if PAST.search(before) else "future"
    future, planned, past = (_last(p, before) for p in (FUTURE, PLANNED, PAST))
    if 0 <= future <= planned and _covers(before, future, planned):
        return "future"  # "is scheduled for" holds "scheduled for"
    if max(future, planned) >= 0 and max(future, planned) >= past - REACH:
        return "planned" if planned >= future else "future"
    if past >= 0:
        return "done" if DONE.search(before) else "past"
    return next((told for pattern, told in LOOKS if pattern.search(after)), "open")


def _covers(text: str, future: int, planned: int) -> bool:
    """Whether the words that look ahead reach over those of the plan."""
    match = FUTURE.match(text, future)
    return match is not None and planned < match.end()


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins, -1 if there is none."""
    return max((m.start() for m in pattern.finditer(text)), default=-1)
