"""What is told as a fact, clause by clause: by whom, of which day, with which words.

A telling is a clause of a statement (the speaker tells it) or of the reporter's own sentences (the
outlet tells it). Wishes, forecasts, guesses and questions are no tellings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconciliation.clause_days import day_named
from onrecord.reconciliation.clause_words import (
    ClauseWords,
    clauses_of,
    read_words,
    sentences_of,
)
from onrecord.reconciliation.denied_deeds import what_is_denied
from onrecord.reconciliation.facts import has_verb, is_told
from onrecord.reconciliation.holders_of_words import whose_word
from onrecord.reconciliation.judging_words import judging_words
from onrecord.reconciliation.opposites import agreed, joined, sides_of
from onrecord.reconciliation.party_names import PartyNames
from onrecord.reconciliation.passages import passage_name
from onrecord.records import Article, Attribution, Interval, Statement

DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|"
    r"disput(?:e|es|ed|ing)|disavow(?:s|ed)?)\b"
)
NOT_DENIED = re.compile(
    r"\b(?:not|nor|never|neither|without|can|could|would|seem(?:s|ed)? to|appear(?:s|ed)? to|"
    r"[a-z]+n[’']t)\b"
)
# Who asks, plans or discusses tells nothing.
NO_TELLING = re.compile(
    r"\b(?:ask|demand|call|urg|support|back|commit|propos|plan|order|threat|request|seek|want|"
    r"offer|pledg|promis|vow|prais|welcom|discuss|spoke about|question|fault|criticiz|criticis|"
    r"condemn|accept|reject|refus|oppos|approv|need|hop|fear|worr|block|warn|ban|allow|try|tri)"
)
# Who dismisses a demand refuses; who dismisses a report or a claim denies.
DISMISSES = re.compile(r"\b(?:reject|dismiss|rebuff|brush)(?:s|es|ed|ing)?\b")
A_CLAIM = re.compile(
    r"^\W*(?:as (?:false|untrue|baseless|unfounded|fabricated|lies?|nonsense|absurd)\b|(?:the |"
    r"any |all |such |these |those |[\w’']+ )?(?:[\w-]+ )?(?:reports?|claims?|allegations?|"
    r"accusations?|assertions?|charges?)\b)",
    re.IGNORECASE,
)
UNTRUE = re.compile(
    r"^\W*(?:it (?:is|was) )?(?:untrue|false|a lie|not true|not the case|simply wrong|wrong)\s+"
    r"that\b|\bfalse (?:narratives?|claims?|reports?|ideas?|notions?)\b|\bno truth (?:in|to)\b|"
    r"\b(?:is|are|was|were) (?:false|untrue|baseless|unfounded|a lie|lies|fabricated|fake|"
    r"not true)\b",
    re.IGNORECASE,
)
LONGEST_CLAUSE = 400  # characters; a longer one is a list or a speech
LEAST_KEYS = 2
GERUND = re.compile(r"^\W*(?:having|being|ever|[a-z]{2,}ing)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One clause that somebody tells as a fact.

    `name` is the id of the statement, or the name of the passage. `holder` is whose word it is,
    `outlet` whose pages it stands in; `denied` says that the cue takes the clause back. `sides` are
    the (matter, side, word) of `sides_of`, none of what a cue takes back; `agreed` is 1 where it
    tells that something was agreed, -1 where that it was not; `judging` are the words for an event
    by which a reporter judges it.
    """

    name: str
    article: str
    order: int
    own_voice: bool
    holder: str | None
    outlet: str | None
    words: ClauseWords
    text: str
    denied: bool
    when: Interval | None
    said: Interval | None
    published: Interval | None
    sides: tuple[tuple[int, int, str], ...]
    agreed: int
    judging: tuple[str, ...]

    @property
    def negative(self) -> bool:
        """Whether anything in it is denied."""
        return self.denied or bool(self.words.negated)


def read_tellings(
    article: Article,
    statements: Sequence[Statement],
    attributions: Mapping[str, Attribution],
    names: PartyNames,
) -> Iterator[Telling]:
    """Yield the tellings of an article, statement by statement, then the reporter's own.

    `attributions` are by statement.
    """
    for statement in statements:
        if statement.modality == "asserted":
            yield from _of_statement(article, statement, attributions.get(statement.id), names)
    yield from _of_reporter(article, statements, names)


def _of_statement(
    article: Article, statement: Statement, said: Attribution | None, names: PartyNames
) -> Iterator[Telling]:
    holder = whose_word(statement, said, names)
    cue = " ".join(span.text for span in statement.cue).casefold()
    whole = " ".join(span.text for span in statement.content)
    takes_back = cue_denies(cue, whole)
    if not takes_back and (statement.negated or NO_TELLING.search(cue)):
        return
    # What a cue takes back is one matter: not cut into clauses.
    for text in [whole] if takes_back else [span.text for span in statement.content]:
        for start, end in [(0, len(text))] if takes_back else clauses_of(text):
            clause = what_is_denied(text) or text if takes_back else text[start:end]
            if len(clause) > LONGEST_CLAUSE or not is_told(clause):
                continue
            if not takes_back and not has_verb(clause):
                continue
            words = read_words(joined(clause), names, holder)
            if (
                holder is not None
                and takes_back
                and (words.refers or not words.parties or GERUND.search(clause))
            ):
                words = words.about(holder)
            denied = takes_back or bool(UNTRUE.search(clause))
            sense = agreed(clause, words)
            if len(words.keys) >= LEAST_KEYS:
                yield Telling(
                    name=statement.id,
                    article=article.id,
                    order=min(s.start for s in statement.content),
                    own_voice=False,
                    holder=holder,
                    outlet=article.outlet,
                    words=words,
                    text=clause,
                    denied=denied,
                    when=day_named(clause, article.published),
                    said=said.said if said else None,
                    published=article.published,
                    sides=() if denied else _sides(words, clause),
                    agreed=-abs(sense) if denied else sense,
                    judging=(),
                )


def _sides(words: ClauseWords, text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((matter, *found) for matter, found in sides_of(words, text).items())


def cue_denies(cue: str, content: str) -> bool:
    """Whether the cue takes the content back: denies it, or dismisses it as a claim."""
    if NOT_DENIED.search(cue):
        return False
    return bool(DENIES.search(cue)) or bool(
        DISMISSES.search(cue) and (A_CLAIM.search(content) or "as false" in cue)
    )


def _of_reporter(
    article: Article, held: Sequence[Statement], names: PartyNames
) -> Iterator[Telling]:
    """Yield the clauses of sentences in which nobody is reported saying anything."""
    taken = sorted((span.start, span.end) for s in held for span in (*s.source, *s.cue, *s.content))
    for block in article.blocks:
        if block.kind not in ("paragraph", "title"):
            continue
        text = article.text[block.start : block.end]
        for first, last in sentences_of(text):
            if _is_taken(block.start + first, block.start + last, taken) or "“" in text[first:last]:
                continue
            for start, end in clauses_of(text[first:last]):
                clause = text[first + start : first + end]
                if len(clause) > LONGEST_CLAUSE or not is_told(clause) or not has_verb(clause):
                    continue
                words = read_words(joined(clause), names, None)
                if len(words.keys) < LEAST_KEYS or words.refers:
                    continue
                at = block.start + first
                yield Telling(
                    name=passage_name(article.id, at, block.start + last),
                    article=article.id,
                    order=at,
                    own_voice=True,
                    holder=None,
                    outlet=article.outlet,
                    words=words,
                    text=clause,
                    denied=False,
                    when=day_named(text[first:last], article.published),
                    said=None,
                    published=article.published,
                    sides=_sides(words, clause),
                    agreed=agreed(clause, words),
                    judging=judging_words(clause) if article.outlet is not None else (),
                )


def _is_taken(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (end, 0))
    return any(b > start for _, b in taken[max(0, at - 8) : at])
