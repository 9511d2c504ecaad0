"""What one party says that another would take or refuses, against that other's own words.

Positions carry most of this (see `accounts`); here are the words alone, for what no issue of the
codebook is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.reconciliation.accounts import CLOSE_DAYS, REFUSES
from onrecord.reconciliation.clause_words import ClauseWords, clauses_of, read_words
from onrecord.reconciliation.holders_of_words import whose_word
from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.party_names import PartyNames
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import listed
from onrecord.records import Attribution, Interval, Statement

# A condition or a guess is neither a taking nor a refusal.
OPEN = re.compile(
    r"\b(?:if|unless|until|only|whether|might|(?-i:may)|could|should|must|perhaps|possib\w+|"
    r"probabl\w+|likely|unlikely|consider\w*|discuss\w*|hop(?:e|es|ed|ing)|before|after|"
    r"as long as|provided|in exchange|majority|would have|had|was|were|did|used to)\b|\?",
    re.IGNORECASE,
)
PLAINLY_TAKES = re.compile(
    r"\b(?:accepts?|agrees? to|agreed to|open to|ready (?:to|for)|willing to|prepared to|"
    r"consents? to|supports?|backs|welcomes?|would|wants? to)\b",
    re.IGNORECASE,
)
PLAINLY_REFUSES = re.compile(
    r"\b(?:refus(?:es?|ed|ing) (?:to|any|the|a)|reject(?:s|ed)?|rul(?:es?|ed) out|"
    r"declin(?:es?|ed) to|oppos(?:es?|ed)|(?:will|would|does|do|is|are)(?: not|n[’']t) "
    r"(?:\w+ )?(?:accept|agree|want|"
    r"take|support|allow|lift|share|give|sign|open|talk|negotiate|ready|willing|prepared|back|"
    r"withdraw|leave|return|pay|release|join|meet|end|stop|halt|recogni[sz]e)|(?:will|would) never|"
    r"won[’']t)\b",
    re.IGNORECASE,
)
STANCE = frozenset(
    stem(word)
    for word in listed(
        "accept agree ready willing prepared consent support back want demand offer take refuse "
        "reject rule out decline oppose block would will never open"
    )
)
LEAST_SHARED, LEAST_SHARE = 2, 0.6
LARGEST_BUCKET = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """That a party takes or refuses something, by its own word or another's account."""

    name: str
    article: str
    teller: str
    party: str
    sense: Literal["takes", "refuses"]
    words: ClauseWords
    text: str
    said: Interval | None
    published: Interval | None


def read_stances(
    statements: Iterable[Statement],
    attributions: Mapping[str, Attribution],
    names: PartyNames,
    published: Mapping[str, Interval | None],
) -> Iterator[Stance]:
    """Yield what statements say that a party takes or refuses, clause by clause."""
    for statement in statements:
        said = attributions.get(statement.id)
        teller = whose_word(statement, said, names)
        if teller is None or statement.modality in ("hedged", "belief") or statement.negated:
            continue
        text = " ".join(span.text for span in statement.content)
        for start, end in clauses_of(text):
            clause = text[start:end]
            sense = _sense(clause)
            if sense is None or OPEN.search(clause):
                continue
            words = read_words(clause, names, teller)
            subject = words.parties[0] if words.parties else teller if words.refers else None
            if subject is None or not _is_subject(words, subject, teller):
                continue
            yield Stance(
                name=statement.id,
                article=statement.article,
                teller=teller,
                party=subject,
                sense=sense,
                words=words,
                text=clause,
                said=said.said if said else None,
                published=published.get(statement.article),
            )


def _sense(clause: str) -> Literal["takes", "refuses"] | None:
    takes, refuses = PLAINLY_TAKES.search(clause), PLAINLY_REFUSES.search(clause)
    if refuses is not None:
        return "refuses"
    return "takes" if takes is not None and REFUSES.search(clause) is None else None


def _is_subject(words: ClauseWords, subject: str, teller: str) -> bool:
    """Whether the party stands before what it takes or refuses."""
    at = words.stems.index(subject) if subject in words.stems else 0
    first = next((i for i, s in enumerate(words.stems) if s in STANCE or s == "not"), at)
    return at <= first or subject == teller


def told_against_own(stances: Iterable[Stance]) -> Iterator[tuple[Stance, Stance]]:
    """Yield (account of a party by another, that party's own opposite word), sorted."""
    own: dict[tuple[str, str, str], list[Stance]] = {}
    accounts: list[Stance] = []
    for stance in stances:
        if stance.party != stance.teller:
            accounts.append(stance)
            continue
        for key in sorted(_matter(stance)):
            own.setdefault((stance.party, stance.sense, key), []).append(stance)
    for account in accounts:
        other = "refuses" if account.sense == "takes" else "takes"
        met: dict[str, Stance] = {}
        for key in sorted(_matter(account)):
            for word in own.get((account.party, other, key), ())[:LARGEST_BUCKET]:
                met.setdefault(word.name, word)
        for _, word in sorted(met.items()):
            if _of_one_matter(account, word):
                yield account, word


def _matter(stance: Stance) -> frozenset[str]:
    """The words for what is taken or refused."""
    return stance.words.keys - STANCE - {stance.party, stance.teller}


def _of_one_matter(account: Stance, word: Stance) -> bool:
    mine, its = _matter(account), _matter(word)
    shared = mine & its
    if len(shared - account.words.names - {*account.words.parties}) < LEAST_SHARED:
        return False
    if len(shared) < LEAST_SHARED or len(shared) < LEAST_SHARE * min(len(mine), len(its)):
        return False
    if len(shared) < 0.4 * max(len(mine), len(its)):
        return False
    # "lift the tariff on steel", "on sugar": each has a word of its own, and little is shared.
    if mine - its and its - mine and len(shared) <= LEAST_SHARED:
        return False
    if (account.words.names - word.words.names) and (word.words.names - account.words.names):
        return False
    return account.article == word.article or printed_within(
        account.published, word.published, CLOSE_DAYS
    )
