"""Assessments that the reporter tells in a sentence of his own, with no verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.reconciliation.assessed import Surroundings
from onrecord.reconciliation.assessors import (
    APPEAL_WORDS,
    MEASURED,
    AssessorKind,
    assessor_kind,
)
from onrecord.records import Assessment, Span, identity

SENTENCE = re.compile(r"[^.!?\n]{1,600}(?:[.!?](?!\s|$)[^.!?\n]{0,600}){0,20}[.!?]?")
# "A survey by … found that 54 % …", "Some 54 % of respondents want …".
POLL = re.compile(
    r"(?P<who>(?:\b(?:an?|the|one|another|two|several|its)\s+)?(?:[\w’'/.-]{2,30}\s+){0,4}?"
    r"(?:polls?|surveys?)\b"
    r"(?:\s(?:by|from|of|for|(?:conducted|taken|carried out|released|published|commissioned)"
    r"(?: \w+)?)\s[^,.;:]{2,60}?)?)"
    r"(?:,[^,.;:]{2,80},)?\s(?:has\s|have\s|had\s|also\s)?"
    r"(?:found|finds?|shows?|showed|shown|suggests?|suggested|indicates?|indicated|puts?|gives?|gave|"
    r"has|have|had)\b",
    re.I,
)
RESPONDENTS = re.compile(
    r"\b\d[^.!?\n]{0,40}?\bof (?P<who>(?:the )?(?:respondents|those (?:asked|polled|surveyed)))\b",
    re.I,
)
# "The tribunal awarded Norland 40 million", "The IMF has cut …": who stands at the head.
HEAD = (
    r"(?:(?:In|On|Using|By) [^,.]{2,60}, |[A-Z][a-z]+ly, )?"
    r"(?P<who>(?:The |An? |two |three |several |[A-Z]|Estimates (?:by|from) )[^,;:“”\"()\n]{1,90}?)"
    r"(?:,[^,.;:]{2,80},)?\s(?:has\s|have\s|had\s|also\s|later\s|then\s|on \w+day\s){0,2}"
)
RULING = re.compile(
    HEAD + r"(?:ruled|ordered|awarded|upheld|dismissed|annulled|quashed|overturned|convicted|"
    r"acquitted|sentenced|fined|rejected|struck down|threw out|granted|barred|blocked|lifted)\b"
)
MEASURE = re.compile(
    HEAD + r"(?:counted|counts|recorded|registered|documented|verified|estimated|estimates?|puts?|"
    r"forecasts?|projects?|projected|ranks?|ranked|measured|tallied|listed|lists)\b"
)
ANOTHER = re.compile(r",? (?:and|but|while) (?=(?:the )?[A-Z])")


def find_told(around: Surroundings, taken: Sequence[Span]) -> Iterator[Assessment]:
    """Yield the findings in sentences that no statement touches, in text order."""
    article = around.article
    for block in article.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for match in SENTENCE.finditer(article.text, block.start, block.end):
            span = article.span(*_trimmed(match))
            told = _told(span.text)
            if told is None or any(_touches(span, other) for other in taken):
                continue
            kind, start, end, last = told
            span = article.span(span.start, span.start + last)
            figures = around.figures((span,))
            if not figures and kind != "court":
                continue
            who = article.span(span.start + start, span.start + end)
            yield Assessment(
                id=identity("assessment", article.id, str(span.start), str(span.end)),
                article=article.id,
                assessor=around.body_named((who,)),
                assessor_text=who.text,
                kind=kind,
                statement=None,
                spans=(span,),
                quantities=tuple(q.id for q in figures),
                as_of=around.day((who,), (span,), figures),
            )


def _told(sentence: str) -> tuple[AssessorKind, int, int, int] | None:
    """What kind of assessor finds something, where its words stand, and where its finding ends.

    None for nobody.
    """
    if APPEAL_WORDS.search(sentence):
        return None
    for match in (POLL.search(sentence), RESPONDENTS.search(sentence)):
        if match is not None and assessor_kind(match["who"]) == "poll":
            return "poll", *match.span("who"), len(sentence)
    ruling, measure = RULING.match(sentence), MEASURE.match(sentence)
    if ruling is not None and assessor_kind(ruling["who"]) == "court":
        return "court", *ruling.span("who"), _end(sentence, ruling)
    if measure is not None:
        kind = assessor_kind(measure["who"])
        if kind is not None and (kind != "analysts" or MEASURED.search(measure.group())):
            return kind, *measure.span("who"), _end(sentence, measure)
    return None


def _end(sentence: str, match: re.Match[str]) -> int:
    """Where the clause ends: behind it another may have found something else."""
    other = ANOTHER.search(sentence, match.end())
    return other.start() if other is not None else len(sentence)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip())
    return start, max(start, match.end() - (len(text) - len(text.rstrip())))


def _touches(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
