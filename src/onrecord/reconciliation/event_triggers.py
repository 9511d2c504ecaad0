"""The words of a sentence that tell of an event itself, not only speak of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.language.parse import Parse, Token
from onrecord.reconciliation.event_words import (
    ADJUNCTS,
    AFTER,
    AGREEMENTS,
    CALLED_OFF,
    EVENT_WORDS,
    NOT_MET,
    OFF,
    PLANNED,
    PUT_OFF,
    ROUND_OF,
    TAKES_PLACE,
    EventWords,
)
from onrecord.records import TimeMention

# "At the close of a second round of talks": what is opened or closed takes place.
BOUNDS = frozenset({"start", "beginning", "opening", "close", "end", "conclusion"})
ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "next", "last", "latest"}
)
ROUND_OF_HEADS = frozenset({"round", "series", "session", "day"})  # "a round of talks"
AUXILIARIES = frozenset({"have", "has", "had", "having"})  # "have agreed to talks"
NAMED_WITHIN = 5  # tokens from a date to the noun that it names ("a 3 May chemical weapons attack")
# A date makes an event of an agreement, too ("the 12 October accord"); a call may be anything.
_NOUN_KINDS = {
    noun: words.kind
    for words in EVENT_WORDS
    if not words.with_words and words.kind != "deadline"
    for noun in words.nouns
} | dict.fromkeys(sorted(AGREEMENTS - {"document", "protocol"}), "agreement")
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


def dated_nouns(
    times: Iterable[TimeMention], parse: Parse
) -> Iterator[tuple[Token, str, TimeMention]]:
    """Yield the nouns of events that a date stands before and names, with kind and date, in order.

    "The 3 May attack", "Monday's vote"; nothing without syntax, which tells what belongs together.
    """
    if not parse.has_syntax:
        return
    for time in times:
        words = parse.between(time.span.start, time.span.end)
        if not words:
            continue
        inside = {t.i for t in words}
        noun = words[-1]
        while noun.i in inside and noun.head is not noun:
            noun = noun.head
        near = 0 < noun.i - words[-1].i <= NAMED_WITHIN
        kind = _NOUN_KINDS.get(noun.text.lower())
        if near and kind is not None and noun.pos in ("NOUN", "PROPN"):
            yield noun, kind, time


def names_another(time: TimeMention, trigger: Token, parse: Parse) -> bool:
    """Whether the date hangs on another event's noun: "the talks led to the summit last July"."""
    words = parse.between(time.span.start, time.span.end)
    # Of a verb's objects a parser takes its date now and then: "declared a truce on Monday".
    if not parse.has_syntax or not words or trigger.pos == "VERB":
        return False
    for above in words[-1].ancestors():
        if above.i == trigger.i or above.pos in ("VERB", "AUX"):
            return False
        if above.text.lower() in _NOUN_KINDS and trigger not in above.subtree():
            return True
    return False


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
    verbs = words.happens or TAKES_PLACE
    return words.kind == "deadline" or (
        _takes_place(token, words) if token.pos else _stands_so(lowered, at, verbs)
    )


def _is_planned_round(lowered: Sequence[str], at: int) -> bool:
    """Whether it is "a third round is foreseen": counted, planned, and of nothing else."""
    after = lowered[at + 1 : at + 5]
    counted = bool(ORDINALS.intersection(lowered[max(0, at - 2) : at]))
    return counted and "of" not in after[:1] and bool(PLANNED.intersection(after))


def _takes_place(noun: Token, words: EventWords) -> bool:
    """Whether the clause tells that it takes place, or that it does not, by the noun's role in it.

    It is the subject, the object of a verb of holding, or the occasion of something else ("said
    during the talks"). Someone who "spoke of the talks on Monday" dates no talks.
    """
    verbs = words.happens or TAKES_PLACE
    while noun.dep in ("conj", "compound", "appos") and noun.head is not noun:
        noun = noun.head
    if noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.lemma in ROUND_OF_HEADS:
        noun = noun.head.head
        while noun.dep in ("conj", "appos") and noun.head is not noun:
            noun = noun.head
    if noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.lemma in BOUNDS:
        noun = noun.head.head
    head = noun.head.text.lower()
    if noun.dep in ("nsubj", "nsubjpass"):
        return not words.happens or head in verbs or is_off(noun.head)
    if noun.dep in ("dobj", "attr", "oprd"):
        return head in verbs or is_off(noun.head)
    return (
        noun.dep == "pobj"
        and noun.head.text.lower() in ADJUNCTS | AFTER
        and noun.head.head.dep != "acl"  # "an official involved in the talks"
        # "Attempts at negotiations" are none.
        and (noun.head.text.lower() not in ("at", "in") or noun.head.head.pos in ("VERB", "AUX"))
    )


def is_off(verb: Token) -> bool:
    """Whether it says that something does not take place as planned: cancelled, put off."""
    word = verb.text.lower()
    if word in CALLED_OFF or word in PUT_OFF:
        return True
    return verb.lemma in OFF and any(c.text.lower() == "off" for c in verb.children)


def _stands_so(lowered: Sequence[str], at: int, verbs: frozenset[str]) -> bool:
    """The same without syntax: a word of holding or an occasion's preposition is near."""
    before = set(lowered[max(0, at - 5) : at]) - AUXILIARIES
    after = set(lowered[at + 1 : at + 8]) - AUXILIARIES
    verbs = verbs | CALLED_OFF | PUT_OFF
    return bool(before & (verbs | ADJUNCTS)) or bool(after & verbs)


def _verb_names_it(
    tokens: Sequence[Token], lowered: Sequence[str], at: int, words: EventWords
) -> bool:
    token = tokens[at]
    if token.pos not in ("VERB", ""):
        return False
    following = lowered[at + 1 : at + 1 + REACH]
    if not words.objects and token.tag == "VBN" and token.dep in ("acl", "amod"):
        return False  # "killed six men captured in the valley"
    if not words.objects:
        # Without syntax "attack" and "visit" may be nouns of something else.
        plain = token.pos or words.kind == "meeting" or lowered[at].endswith("ed")
        return bool(plain) and not set(following[:4]) & NOT_MET
    if not token.pos:
        return bool(words.objects & set(following[:6]))
    # What is declared or signed stands below the verb, not in a clause of its own.
    below = (c for c in token.children if c.dep in ("dobj", "nsubjpass", "prep"))
    found = {c.text.lower() for c in below}
    found |= {g.text.lower() for c in token.children if c.dep == "prep" for g in c.children}
    return bool(found & words.objects)
