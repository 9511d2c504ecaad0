"""The words of a sentence that tell of an event itself, not only speak of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.parse import Token
from onrecord.reconciliation.event_words import (
    ADJUNCTS,
    AFTER,
    EVENT_WORDS,
    NOT_MET,
    PLANNED,
    ROUND_OF,
    TAKES_PLACE,
    EventWords,
)

# "At the close of a second round of talks": what is opened or closed takes place.
BOUNDS = frozenset({"start", "beginning", "opening", "close", "end", "conclusion"})
ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "next", "last", "latest"}
)
ROUND_OF_HEADS = frozenset({"round", "series", "session", "day"})  # "a round of talks"
AUXILIARIES = frozenset({"have", "has", "had", "having"})  # "have agreed to talks"
REACH = 12  # tokens between a verb and what it acts on


def triggers(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield the words of a sentence that name an event, with its kind, in order."""
    lowered = [t.text.lower() for t in tokens]
    for at, token in enumerate(tokens):
        for words in EVENT_WORDS:
            if (lowered[at] in words.nouns and _noun_names_it(tokens, lowered, at, words)) or (
                lowered[at] in words.verbs and _verb_names_it(tokens, lowered, at, words)
            ):
                yield token, words.kind
                break


def _noun_names_it(
    tokens: Sequence[Token], lowered: Sequence[str], at: int, words: EventWords
) -> bool:
    token = tokens[at]
    if token.pos not in ("NOUN", "PROPN", ""):
        return False
    around = set(lowered[max(0, at - 4) : at + 6])
    if lowered[at] == "round" and not around & ROUND_OF and not _is_planned_round(lowered, at):
        return False
    if words.with_words and not words.with_words & around:
        return False
    return words.kind == "deadline" or (
        _takes_place(token) if token.pos else _stands_so(lowered, at)
    )


def _is_planned_round(lowered: Sequence[str], at: int) -> bool:
    """Whether it is "a third round is foreseen": counted, planned, and of nothing else."""
    after = lowered[at + 1 : at + 5]
    counted = bool(ORDINALS.intersection(lowered[max(0, at - 2) : at]))
    return counted and "of" not in after[:1] and bool(PLANNED.intersection(after))


def _takes_place(noun: Token) -> bool:
    """Whether the clause tells that it takes place, by the noun's role in it.

    It is the subject, the object of a verb of holding, or the occasion of something else ("said
    during the talks"). Someone who "spoke of the talks on Monday" dates no talks.
    """
    while noun.dep in ("conj", "compound", "appos") and noun.head is not noun:
        noun = noun.head
    if noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.lemma in ROUND_OF_HEADS:
        noun = noun.head.head
        while noun.dep in ("conj", "appos") and noun.head is not noun:
            noun = noun.head
    if noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.lemma in BOUNDS:
        noun = noun.head.head
    if noun.dep in ("nsubj", "nsubjpass"):
        return True
    if noun.dep in ("dobj", "attr", "oprd"):
        return noun.head.text.lower() in TAKES_PLACE
    return (
        noun.dep == "pobj"
        and noun.head.text.lower() in ADJUNCTS | AFTER
        and noun.head.head.dep != "acl"  # "an official involved in the talks"
    )


def _stands_so(lowered: Sequence[str], at: int) -> bool:
    """The same without syntax: a word of holding or an occasion's preposition is near."""
    before = set(lowered[max(0, at - 5) : at]) - AUXILIARIES
    after = set(lowered[at + 1 : at + 8]) - AUXILIARIES
    return bool(before & (TAKES_PLACE | ADJUNCTS)) or bool(after & TAKES_PLACE)


def _verb_names_it(
    tokens: Sequence[Token], lowered: Sequence[str], at: int, words: EventWords
) -> bool:
    token = tokens[at]
    if token.pos not in ("VERB", ""):
        return False
    following = lowered[at + 1 : at + 1 + REACH]
    if not words.objects:
        return not set(following[:4]) & NOT_MET
    if not token.pos:
        return bool(words.objects & set(following[:6]))
    # What is declared or signed stands below the verb, not in a clause of its own.
    below = (c for c in token.children if c.dep in ("dobj", "nsubjpass", "prep"))
    found = {c.text.lower() for c in below}
    found |= {g.text.lower() for c in token.children if c.dep == "prep" for g in c.children}
    return bool(found & words.objects)
