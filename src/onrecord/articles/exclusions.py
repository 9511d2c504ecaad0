"""What stands on a page beside the article: each line that is left out, with its reason.

A false exclusion costs a sentence of the article, a missed one only a stray line: every rule asks
for the whole line to be of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.furniture import LINE_RULES
from onrecord.articles.lines import Line, folded
from onrecord.records import Metadata
from onrecord.sources.mail_text import FEWEST_FIELDS, FIELD, RULE

CAPTION = "photo caption"
CREDIT_REASONS = frozenset({"licence line", "photo credit"})
LONGEST_CAPTION_WORDS = 15
SOURCES = re.compile(
    r"^(?:sources?|references)\s*(?:(?:for|of) this (?:article|story|report)\s*)?"
    r"(?:include[sd]?|are|were|used)?\s*:?$",
    re.I,
)
# "Source: Reuters" near the end. Further up it may be a headline: "Sources: …".
SOURCE_LINE = re.compile(
    r"(?:Sources?|SOURCES?)(?: include)?: ?"
    r"(?P<names>[A-Z][\w.&’' -]{1,30}(?:, [A-Z][\w.&’' -]{1,30}){0,9})"
)
LAST_LINES = 5
SUMMARY = re.compile(
    r"^(?:story highlights|highlights|key (?:points|takeaways|facts|developments)|takeaways"
    r"|at a glance|in brief|the (?:gist|main points))\b\s*:?\s*",
    re.I,
)


@dataclass(slots=True)
class Sorted:
    """The lines of a page, sorted into kept and left out."""

    reasons: dict[int, str]  # index of a line to the reason why it is left out
    cites: list[str]
    summaries: set[int]  # indexes of lines under a heading such as "Key points"
    labels: dict[int, int]  # index of a line to the length of a label that it begins with


def sort_lines(lines: Sequence[Line], metadata: Metadata) -> Sorted:
    """Which lines are left out and why, which are the list of sources, which a summary."""
    found = Sorted(reasons={}, cites=[], summaries=set(), labels={})
    for at, line in enumerate(lines):
        for rule in LINE_RULES:
            if rule.applies(line, at):
                found.reasons[at] = rule.reason
                break
    for mark in (_mail_headers, _captions, _titles, _bylines, _sources, _summary):
        mark(lines, found, metadata)
    return found


def _mail_headers(lines: Sequence[Line], found: Sorted, _: Metadata) -> None:
    """The rule that mail puts above a message that is passed on, and the header below it."""
    for at, line in enumerate(lines):
        if not RULE.fullmatch(line.text[:200]):
            continue
        end = at + 1
        while end < len(lines) and FIELD.fullmatch(lines[end].text):
            end += 1
        if end - at > FEWEST_FIELDS:
            found.reasons.update(dict.fromkeys(range(at, end), "header of the mail"))


def _captions(lines: Sequence[Line], found: Sorted, known: Metadata) -> None:
    """A short line that is no sentence, right above a licence or credit line: its caption."""
    for at in range(len(lines) - 1):
        below = found.reasons.get(at + 1)
        line = lines[at]
        if (
            below in CREDIT_REASONS
            and at not in found.reasons
            and not lines[at + 1].blank_before
            and not line.ends_sentence
            and line.words <= LONGEST_CAPTION_WORDS
            and (at > 0 or known.title is None or folded(line.text) != folded(known.title))
        ):
            found.reasons[at] = CAPTION


def _titles(lines: Sequence[Line], found: Sorted, known: Metadata) -> None:
    """The title again, after the first time."""
    kept = [at for at in range(len(lines)) if at not in found.reasons]
    if not kept:
        return
    seen = {folded(lines[kept[0]].text)}
    if known.title and lines[kept[0]].words <= 30:
        seen.add(folded(known.title))
    stands_already = folded(lines[kept[0]].text) == folded(known.title or lines[kept[0]].text)
    for at in kept[1:]:
        line = lines[at]
        is_statement = line.ends_sentence and not line.text.endswith("?")
        if len(line.text) > 400 or is_statement or line.words <= 2:
            continue
        if folded(line.text) in seen:
            if stands_already:
                found.reasons[at] = "repeated title"
            stands_already = True


def _bylines(lines: Sequence[Line], found: Sorted, known: Metadata) -> None:
    """A line with nothing but the names of the authors or the outlet."""
    names = {folded(name): "byline" for name in (*known.authors, " ".join(known.authors))}
    names.setdefault(folded(known.outlet or ""), "outlet name")
    for at, line in enumerate(lines):
        if at not in found.reasons and len(line.text) < 200:
            reason = names.get(folded(line.text))
            if reason:
                found.reasons[at] = reason


def _sources(lines: Sequence[Line], found: Sorted, _: Metadata) -> None:
    """The list under "Sources for this article include": its lines, and the names in it."""
    for at, line in enumerate(lines):
        if at in found.reasons:
            continue
        if at >= len(lines) - LAST_LINES and (named := SOURCE_LINE.fullmatch(line.text)):
            found.reasons[at] = "list of sources"
            found.cites.extend(name.strip(" .") for name in named["names"].split(","))
        if not SOURCES.match(line.text[:80]):
            continue
        end = at + 1
        while end < len(lines) and _is_name(lines[end]) and end not in found.reasons:
            end += 1
        if end == at + 1:
            continue
        for index in range(at, end):
            found.reasons[index] = "list of sources"
        found.cites.extend(line.text.strip(" ,;") for line in lines[at + 1 : end])


def _is_name(line: Line) -> bool:
    return line.words <= 8 and not line.ends_sentence


def _summary(lines: Sequence[Line], found: Sorted, _: Metadata) -> None:
    """The lines under "Key points" before the first sentence of the text."""
    for at, line in enumerate(lines[:8]):
        if at in found.reasons or not (match := SUMMARY.match(line.text)):
            continue
        first = at + (match.end() == len(line.text))
        if first > at:
            found.reasons[at] = "label"
        elif not match[0].lower().startswith("story highlights"):
            continue  # "Highlights of the treaty …" is a sentence's own beginning
        else:
            found.labels[at] = match.end()
        for index in range(first, len(lines)):
            if lines[index].mark != "bullet" and lines[index].ends_sentence:
                break
            found.summaries.add(index)
        return
