"""Whose word a statement is, where no party was settled: what its source says all the same."""

from __future__ import annotations

import re

from onrecord.reconciliation.clause_words import read_words
from onrecord.reconciliation.party_names import PartyNames
from onrecord.records import Attribution, Statement

# Who can be anybody is nobody whose word could be held against another's.
ANYBODY = re.compile(
    r"\b(?:officials?|sources?|people|persons?|analysts?|critics|some|many|most|others?|experts?|"
    r"who|that|which|diplomats?|reporters?|witnesses|residents|activists?|observers|lawmakers|"
    r"he|she|it|they|we|i|you|one|everyone|nobody|no one|those|anyone)\b",
    re.IGNORECASE,
)
# What is on paper is nobody's word yet: a report, a survey, a draft.
PAPER = re.compile(
    r"\b(?:reports?|evidence|assessment|analys[ie]s|claims?|resolution|polls?|stud(?:y|ies)|data|"
    r"documents?|surveys?|letter|statement|transcript|footage|videos?|images|media|news|agency|"
    r"television|tv|radio|bill|law|draft|agreement|accord|deal|plan|figures|records?)\b",
    re.IGNORECASE,
)
OPPOSED = re.compile(
    r"\b(?:opposition|opponents?|activists?|rebels?|dissidents?|protesters?|demonstrators|critics|"
    r"insurgents|militants|exiles?|residents|former|retired)\b",
    re.IGNORECASE,
)
# Some of a party are not the party.
SOME_OF_IT = re.compile(
    r"^\W*(?:several|some|many|most|a few|few|a number of|other|two|three|one)\b", re.IGNORECASE
)
POSSESSIVE = re.compile(r"^\W*(?:its|their|his|her)\b", re.IGNORECASE)


def whose_word(statement: Statement, said: Attribution | None, names: PartyNames) -> str | None:
    """The id of the party or speaker, or the source's own words; None: it could be anybody.

    "The coast guard of Norland" speaks for Norland; "its foreign minister", behind a clause about
    Norland, too.
    """
    if said is None:
        return None
    source = " ".join(span.text for span in statement.source) or (said.speaker_text or "")
    if OPPOSED.search(source):  # "Syrian activists" are not Syria
        return source.strip()
    if SOME_OF_IT.search(source):
        return None
    return (
        said.party or _party_meant(source, statement, names) or _speaker_meant(source, said, names)
    )


def _party_meant(source: str, statement: Statement, names: PartyNames) -> str | None:
    """The one party that the source names, or that its "its" points at in what is said."""
    named = read_words(source, names, None).parties
    if named:
        return named[0] if len(named) == 1 else None
    if not POSSESSIVE.search(source):
        return None
    content = " ".join(span.text for span in statement.content)
    return next(iter(read_words(content, names, None).parties), None)


def _speaker_meant(source: str, said: Attribution, names: PartyNames) -> str | None:
    """The speaker, or the words for one, where they mean somebody."""
    if ANYBODY.search(source) or PAPER.search(source) or said.speaker in names.outlets:
        return None
    if said.speaker is not None or re.search(r"\b(?:the [a-z]{4,}|[A-Z]\w{3,})", source) is None:
        return said.speaker
    return source.strip()
