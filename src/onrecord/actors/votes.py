"""Votes what a capitalised name of an article names, by all the places where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.actors.given_names import is_given
from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run, follows
from onrecord.actors.references import Reader, Title
from onrecord.actors.spelling import LEGAL_FORMS, fold
from onrecord.actors.words import (
    ARTEFACTS,
    COMMUNICATION,
    ORGANIZATION_WORDS,
    PLACE_PREPOSITIONS,
    PLACE_WORDS,
    THINGS,
    word_set,
)

# Adherents of a party: nobody in particular.
PARTISANS = word_set(
    """
    Democrats Democrat Republicans Republican Conservatives Tories Tory Socialists Liberals
    Communists Christians Muslims Jews Kurds Sunnis Shiites Islamists
    """
)
JUNK_LABELS = frozenset(
    {"EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "DATE", "LANGUAGE", "TIME", "NORP"}
)


@dataclass(slots=True)
class Evidence:
    """What speaks for each reading of one name in the whole article."""

    runs: list[Run] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)


def weigh(
    reader: Reader, runs: list[Run], titles: list[Title], base: ActorBase
) -> dict[str, Evidence]:
    """What each name of the article names, by all its places together."""
    ends = {t.last: t for t in titles if not t.plural and not t.body}
    starts = {t.first: t for t in titles if not t.plural and not t.body}
    found: dict[str, Evidence] = {}
    for run in runs:
        evidence = found.setdefault(run.name, Evidence())
        evidence.runs.append(run)
        _vote(reader, run, evidence.votes, base)
        before = run.first - 1
        if (
            before in ends
            and reader.lower[before] == ","
            and reader.same_sentence(before, run.first)
        ):
            evidence.votes["person"] += 3 if ends[before].first < ends[before].head else 0
            evidence.votes["sure"] += 1
        if run.first in ends and reader.same_sentence(run.first, run.first - 1):
            evidence.votes["person"] += 3
            evidence.votes["sure"] += 1
            evidence.votes["titled"] += 1
        if follows(reader, run.last - 1, ",") and run.last + 1 in starts:
            whole = " " in run.name
            evidence.votes["person"] += 3 if whole else 1
            evidence.votes["sure"] += 1 if whole else 0
    return found


def _vote(reader: Reader, run: Run, votes: Counter[str], base: ActorBase) -> None:
    """Add what one place says: its words, its named entity, its neighbours."""
    words = run.name.replace("-", " ").split()
    if run.honorific:
        votes["person"] += 4
        votes["sure"] += 1
    if base.namesakes(run.name) and (len(words) == 1 or base.named(run.name)):
        votes["person"] += 3
        votes["sure"] += 1
        votes["known"] += 1
    if words[-1] in PARTISANS or is_thing(reader, run) or _is_pair(run.name, base):
        votes["junk"] += JUNK
    if (
        len(words) in {2, 3, 4}
        and fold(words[0]) in base.given
        and words[-1] not in ORGANIZATION_WORDS
    ):
        votes["person"] += 3
    elif len(words) in {2, 3} and is_given(words[0]) and words[-1] not in ORGANIZATION_WORDS:
        votes["person"] += 1
    if run.name.isupper() and 2 < len(run.name) < 7:
        votes["body"] += 1
    if words[-1] in PLACE_WORDS:
        votes["place"] += 4
    if len(words) > 1 and words[-1].rstrip(".").lower() in LEGAL_FORMS:
        votes["organization"] += 6
        votes["body"] += 1
    _vote_labels(reader, run, words, votes)
    _vote_neighbours(reader, run, votes)


JUNK = 9  # votes: more than all that a name of a few places gets otherwise


def is_thing(reader: Reader, run: Run) -> bool:
    """Whether a name is a law's, a treaty's, a work's: by its last word, or by the next.

    Initials in brackets behind such a name are its own: "Northern Trade Pact (NTP)".
    """
    words = run.name.split()
    if words[-1] in ARTEFACTS or run.name.replace(".", "") in THINGS:
        return True
    if words[-1] in {"Center", "Centre"} and len(words) > 1 and words[-2] in HOUSES:
        return True
    after = reader.word(run.last)
    if after is not None and after.text in ARTEFACTS and reader.same_sentence(run.first, after.i):
        return True
    if _has_initials_before_artefact(reader, run):
        return True
    before = reader.lower[max(0, run.first - 2) : run.first]
    things = {word.lower() for word in ARTEFACTS}
    return run.name.isupper() and len(before) == 2 and before[1] == "(" and before[0] in things


def _has_initials_before_artefact(reader: Reader, run: Run) -> bool:
    """Whether its initials and then a law's word follow: "Long Road Forces (LRF) Treaty"."""
    words = [token.text for token in reader.parse.tokens[run.last : run.last + 4]]
    bracketed = len(words) == 4 and words[0] == "(" and words[2] == ")" and words[1].isupper()
    return bracketed and words[3] in ARTEFACTS and reader.same_sentence(run.first, run.last + 3)


HOUSES = word_set("Visitor Visitors Convention Correctional Medical Shopping Detention Conference")


def _is_pair(name: str, base: ActorBase) -> bool:
    """Whether a hyphen joins two known names: "Norland-Sudmark talks" names no actor of its own."""
    left, hyphen, right = name.partition("-")
    if not hyphen or " " in name or not (left[:1].isupper() and right[:1].isupper()):
        return False
    return all(base.named(part) is not None or base.namesakes(part) for part in (left, right))


def _vote_labels(reader: Reader, run: Run, words: list[str], votes: Counter[str]) -> None:
    """Add what the parser takes the name for; the words of a body outrank it."""
    labels = {t.ent for t in reader.parse.tokens[run.first : run.last]}
    for label in labels & {"PERSON", "ORG"}:
        votes[label] += 1
    if any(w in ORGANIZATION_WORDS for w in words):
        votes["organization"] += 4
        votes["body"] += 1
    elif "ORG" in labels:
        votes["organization"] += 2
    elif run.name.isupper() and len(run.name) > 2:
        votes["organization"] += 1
    if "PERSON" in labels:
        votes["person"] += 2
    if labels & {"GPE", "LOC", "FAC"}:
        votes["place"] += 2
    if labels & JUNK_LABELS:
        votes["junk"] += 2


def _vote_neighbours(reader: Reader, run: Run, votes: Counter[str]) -> None:
    before = reader.lower[run.first - 1] if run.first else ""
    after = reader.word(run.last)
    if _has_age(reader, run):
        votes["person"] += 4
        votes["known"] += 1
        votes["sure"] += 1
    if before in PLACE_PREPOSITIONS and reader.same_sentence(run.first - 1, run.first):
        votes["place"] += 1
    if before == "the":
        votes["person"] -= 2
        votes["organization"] += 1
        votes["body"] += 1
    if after is None or not reader.same_sentence(run.first, after.i):
        return
    if is_speech(after.lemma) or is_speech(after.text.lower()):
        short = before != "the" and not set(run.name.split()) & ORGANIZATION_WORDS
        votes["person"] += 3 if short and " " in run.name else 1
        votes["sure"] += 1
        votes["body"] += 1
    if after.text.capitalize() in PLACE_WORDS:
        votes["place"] += 2


def _has_age(reader: Reader, run: Run) -> bool:
    """Whether an age follows between commas: "Maren, 57, said"."""
    following = reader.lower[run.last : run.last + 3]
    return (
        len(following) == 3
        and following[0] == following[2] == ","
        and following[1].isdigit()
        and 10 < int(following[1][:4]) < 110
    )


def is_speech(word: str) -> bool:
    """Whether a word is a form of a verb of speaking; without a parser by its ending."""
    for ending in ("", "ed", "d", "s", "es"):
        stem = word.removesuffix(ending) if ending else word
        if stem in COMMUNICATION and (not ending or stem != word):
            return True
    return word in {"said", "told", "denied", "wrote", "insisted"}
