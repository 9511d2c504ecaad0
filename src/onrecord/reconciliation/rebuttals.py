"""Claims about another party that this party denies in the next breath of the same article.

Articles set claim and denial side by side ("X said that Y had agreed. Y's spokeswoman denied it"),
and the denial names what it denies by a word alone; its place tells what it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconciliation.clause_words import ClauseWords, read_words, sentences_of
from onrecord.reconciliation.denied_deeds import (
    ANY_DEED,
    calls_it_a_claim,
    deeds_denied,
    kinds_of,
    takes_up,
    what_is_denied,
)
from onrecord.reconciliation.facts import has_verb, is_told
from onrecord.reconciliation.holders_of_words import whose_word
from onrecord.reconciliation.party_names import PartyNames
from onrecord.reconciliation.passages import passage_name
from onrecord.reconciliation.tellings import NO_TELLING, cue_denies
from onrecord.records import Article, Attribution, Statement

# A bare "deny" stands after "did not" or "would not" more often than alone.
DENIED = re.compile(r"\b(?:den(?:ied|ies|ying)|refut(?:ed|es|ing)|disput(?:ed|es|ing))\b")
NOT_DENIED = re.compile(
    r"\b(?:not|nor|never|neither|without|if|confirm\w*(?: or)?)\s+(?:\w+\s+){0,2}$|n[’']t\s+$"
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
# Who stands behind these is somebody to whom it was done, or with whom.
BESIDE = frozenset(["with", "to", "from", "against", "for", "in", "on", "of", "at", "about"])
REACH = 8  # words behind a party in which what it did stands
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
    if near and takes_up(_text(denial)):  # "denied it": what was said last
        near = [s for s in near if _bounds(s)[1] > _bounds(near[0])[0]]
    after = [s for s in ordered if end <= _bounds(s)[0] <= end + SAME_BREATH]
    near += [s for s in after if not STOPS.search(article.text[end : _bounds(s)[0]])]
    for claim in near:
        teller = whose_word(claim, attributions.get(claim.id), names)
        if teller is None or teller == party or claim.negated:
            continue
        text, cue = _text(claim), " ".join(span.text for span in claim.cue)
        told = read_words(text, names, None)
        parties = [p for p in told.parties if p != teller]
        if not parties or (party not in parties if party is not None else len(parties) > 1):
            continue
        blames = bool(ACCUSES.search(cue))
        if not blames and (NO_TELLING.search(cue) or not _is_fact(claim, text)):
            continue
        about = party or parties[0]
        named_first = about == parties[0] and told.before.get(about) not in BESIDE
        doer = named_first or told.before.get(about) == "by"
        names_deed = deeds_denied(_text(denial)) and not takes_up(_text(denial))
        if (doer or names_deed) and _answers(denial, told, about, blames, names):
            return claim.id, text, teller, about
    return None


def _is_fact(claim: Statement, text: str) -> bool:
    return claim.modality == "asserted" and is_told(text) and has_verb(text)


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
        told = read_words(text, names, None)
        if blames and _answers(denial, told, party, True, names):
            return passage_name(article.id, begin, end), text, accuser[0], party
    return None


def _text(statement: Statement) -> str:
    return " ".join(span.text for span in statement.content)


def _bounds(statement: Statement) -> tuple[int, int]:
    """Where a statement begins and ends, its source and cue included."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(s.start for s in spans), max(s.end for s in spans)


def _answers(
    denial: Statement, told: ClauseWords, party: str, blamed: bool, names: PartyNames
) -> bool:
    """Whether the denial takes up what was said, or names a deed that the party is said to have
    done, or any part in it.
    """
    text = _text(denial)
    own = read_words(what_is_denied(text), names, None)
    if takes_up(text):
        return True
    mine = own.keys - {*own.parties} - ANY_DEED
    deeds = deeds_denied(text)
    if not deeds or (blamed and calls_it_a_claim(text)):
        return not mine or not mine.isdisjoint(told.keys)
    done = told.stems if blamed else _done_by(told, party)
    beside = {word for word in mine if deeds.isdisjoint(kinds_of([word]))}
    return not deeds.isdisjoint(kinds_of(done)) and (not beside or not beside.isdisjoint(told.keys))


def _done_by(told: ClauseWords, party: str) -> list[str]:
    """The words in which stands what the party did: right behind its name, or all behind "by"."""
    if told.before.get(party) == "by":
        return [*told.stems]
    places = [at for at, word in enumerate(told.stems) if word == party]
    return [word for at in places for word in told.stems[at + 1 : at + 1 + REACH]]
