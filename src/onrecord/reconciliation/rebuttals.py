"""Claims about another party that this party denies in the next breath of the same article.

Articles set claim and denial side by side ("X said that Y had agreed. Y's spokeswoman denied it"),
and the denial names what it denies by a word alone; its place tells what it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconciliation.clause_words import read_words, sentences_of
from onrecord.reconciliation.facts import has_verb, is_told
from onrecord.reconciliation.holders_of_words import whose_word
from onrecord.reconciliation.party_names import PartyNames
from onrecord.reconciliation.passages import passage_name
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.tellings import cue_denies
from onrecord.reconciliation.words import content_words
from onrecord.records import Article, Attribution, Statement

# A bare "deny" stands after "did not" or "would not" more often than alone.
DENIED = re.compile(r"\b(?:den(?:ied|ies|ying)|refut(?:ed|es|ing)|disput(?:ed|es|ing))\b")
NOT_DENIED = re.compile(
    r"\b(?:not|nor|never|neither|without|if|confirm\w*(?: or)?)\s+(?:\w+\s+){0,2}$|n[’']t\s+$"
)
# What a denial calls the thing that was said just before, or how it takes it up.
ANSWERS = re.compile(
    r"^\W*(?:that )?(?:(?:the|a|any|all|any such|all such|such|these|those|this|that|his|her|its|"
    r"their) )?(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|assertions?|accounts?|"
    r"charges?|statements?|it|this|that|which|involvement|responsibility|wrongdoing|role|"
    r"such thing|so)\b|\b(?:involved|responsible|guilty|(?:was|were|is|are) behind|"
    r"anything to do|any such|no such|having done so|doing so|such a thing)\b",
    re.IGNORECASE,
)
ACCUSES = re.compile(r"\b(?:accus|blam)(?:e|es|ed|ing)\b", re.IGNORECASE)
BY = re.compile(r"\s+by ((?:[\w.’'-]+ ){0,4}?[\w.’'-]+) of\b")
GENERIC = re.compile(
    r"^\W*the (?:\w+ )?(?:regime|government|company|group|ministry|military|army|union|party)\W*$",
    re.IGNORECASE,
)
# From the end of the claim to the beginning of the denial: the next sentence, with its speaker.
NEXT_BREATH = 160
STOPS = re.compile(r"[.!?;:”\"\n]")
SAME_BREATH = 40  # from the end of a denial to who said what it denies, in one sentence
WINDOW = 420  # characters before a denial in which an accusation is looked for
BEFORE_CUE = 32  # characters in which a "not" before a cue is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuttal:
    """A claim (id of a statement, or name of a passage) with its teller, and who denies it."""

    claim: str
    claimed: str
    teller: str | None
    denial: str
    denied: str
    party: str


def find_rebuttals(
    article: Article,
    statements: Sequence[Statement],
    attributions: Mapping[str, Attribution],
    names: PartyNames,
) -> Iterator[Rebuttal]:
    """Yield (claim about a party, its denial by that party), in text order."""
    ordered = sorted((s for s in statements if s.cue), key=lambda s: (_bounds(s)[0], s.id))
    for denial in ordered:
        at = min(span.start for span in denial.cue)
        if not is_denial(denial, article.text[max(0, at - BEFORE_CUE) : at]):
            continue
        source = " ".join(span.text for span in denial.source)
        party = whose_word(denial, attributions.get(denial.id), names)
        if GENERIC.search(source):  # "the regime": whoever was told of just before
            party = None
        elif party is None:
            continue
        found = _claim_near(article, denial, party, ordered, attributions, names)
        if found is None and party is not None:
            found = _accusation_before(article, denial, party, names)
        if found is not None:
            claim, claimed, teller, about = found
            yield Rebuttal(
                claim=claim,
                claimed=claimed,
                teller=teller,
                denial=denial.id,
                denied=_text(denial),
                party=about,
            )


def is_denial(statement: Statement, before: str) -> bool:
    """Whether its cue denies, and nothing before the word takes that back."""
    cue = " ".join(span.text for span in statement.cue).casefold()
    match = DENIED.search(cue)
    if match is None and cue_denies(cue, _text(statement)):
        match = re.search(r"$", cue)
    return match is not None and not NOT_DENIED.search(before.casefold() + cue[: match.start()])


def _claim_near(
    article: Article,
    denial: Statement,
    party: str | None,
    ordered: Sequence[Statement],
    attributions: Mapping[str, Attribution],
    names: PartyNames,
) -> tuple[str, str, str | None, str] | None:
    """The statement that tells or blames this party for what is denied: the last one right before
    the denial, or one that follows in its sentence ("denied it, after X said that …").
    """
    start, end = _bounds(denial)
    # Of two that end together the longer one holds the other ("said that Y had agreed").
    near = sorted(
        (s for s in ordered if start - NEXT_BREATH <= _bounds(s)[1] <= start),
        key=lambda s: (-_bounds(s)[1], _bounds(s)[0], s.id),
    )
    after = [s for s in ordered if end <= _bounds(s)[0] <= end + SAME_BREATH]
    near += [s for s in after if not STOPS.search(article.text[end : _bounds(s)[0]])]
    for claim in near:
        teller = whose_word(claim, attributions.get(claim.id), names)
        if teller is None or teller == party or claim.negated:
            continue
        text, cue = _text(claim), " ".join(span.text for span in claim.cue)
        parties = [p for p in read_words(text, names, None).parties if p != teller]
        if not parties or (party not in parties if party is not None else len(parties) > 1):
            continue
        told = claim.modality == "asserted" and is_told(text) and has_verb(text)
        if (told or ACCUSES.search(cue)) and _answers(_text(denial), text):
            return claim.id, text, teller, party or parties[0]
    return None


def _accusation_before(
    article: Article, denial: Statement, party: str, names: PartyNames
) -> tuple[str, str, str | None, str] | None:
    """The sentence before it, in the reporter's words, in which another blames the party."""
    start = _bounds(denial)[0]
    first = max(0, start - WINDOW)
    behind = [
        (first + a, first + b)
        for a, b in sentences_of(article.text[first:start])
        if (a > 0 or first == 0) and b > a
    ]
    for begin, end in reversed(behind[-2:]):
        text = article.text[begin:end]
        match = ACCUSES.search(text)
        if match is None:
            continue
        accuser = read_words(text[: match.start()], names, None).parties
        accused = read_words(text[match.end() :], names, None).parties
        if match_by := BY.match(text, match.end()):  # "Y was accused by X of …"
            accuser, accused = read_words(match_by.group(1), names, None).parties, accuser
        blames = len(accuser) == 1 and accuser[0] != party and party in accused[:1]
        if blames and _answers(_text(denial), text):
            return passage_name(article.id, begin, end), text, accuser[0], party
    return None


def _text(statement: Statement) -> str:
    return " ".join(span.text for span in statement.content)


def _bounds(statement: Statement) -> tuple[int, int]:
    """Where a statement begins and ends, its source and cue included."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(s.start for s in spans), max(s.end for s in spans)


def _answers(denial: str, claim: str) -> bool:
    """Whether the denial takes up what was said: by a word for it, or by words of it."""
    if ANSWERS.search(denial):
        return True
    mine = {stem(word) for word in content_words(denial)} - {"not"}
    return bool(mine & {stem(word) for word in content_words(claim)})
