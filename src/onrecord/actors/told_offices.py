"""For whom one speaks by words beside a title: "who heads Serbia's office", "spokesman Dorn"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.dramatis import Role
from onrecord.actors.references import Known, Reader, Title
from onrecord.actors.votes import is_speech
from onrecord.actors.words import word_set
from onrecord.language.parse import Token

HEADS = frozenset({"heads", "leads"})
OFFICES = word_set("office delegation ministry mission government negotiators side")
MAX_BEFORE = 2000  # tokens: further in, more than one side has spoken
MAX_WORDS = 3  # between a state and what is its: "Serbia's negotiating delegation"
ENDS = word_set(", . ; ) said and –")


def headed(reader: Reader, end: int) -> Role | None:
    """The role in ", who heads Serbia's office for Kosovo", behind a name that ends at `end`.

    A party or a firm of a state is not the state: only its offices speak for it.
    """
    at = end + (reader.word(end) is not None and reader.lower[end] == ",")
    if reader.quoted[end - 1] or not reader.same_sentence(end - 1, at + 3):
        return None
    if reader.lower[at] != "who" or reader.lower[at + 1] not in HEADS:
        return None
    first = at + 2 + (reader.lower[at + 2] == "the")
    known = reader.known.get(first)
    last = _end_of_office(reader, known) if known is not None else None
    if known is None or last is None:
        return None
    words = f"head of {reader.text(at + 2, last)}"
    return Role(role=words, of=known.key, rank="chief", word="head", former=False, speaks=True)


def _end_of_office(reader: Reader, known: Known) -> int | None:
    """Behind the office of a state or group, or a group itself; None for anything else."""
    if known.kind not in {"government", "group"} or known.form == "place":
        return None
    after = reader.lower[known.last] if reader.same_sentence(known.first, known.last) else "."
    if known.kind == "group" and known.form == "name" and after in ENDS:
        return known.last
    if known.form != "demonym" and after not in {"'s", "’s", "'", "’"}:
        return None
    start = known.last + (known.form != "demonym")
    for at in range(start, start + MAX_WORDS + 1):
        if not reader.same_sentence(known.first, at) or reader.lower[at] in UNLIKE:
            return None
        if reader.lower[at] in OFFICES:
            return at + 1
    return None


UNLIKE = word_set("opposition shadow rebel former exile exiled , of for in at and")


def only_side(reader: Reader, title: Title) -> str | None:
    """The key of the one body that has said anything before a bare "spokesman"; None otherwise.

    News names a movement in its lead and then quotes "spokesman Ilo Dorn". Where another has
    spoken as well, whoever it is, it may be that one's.
    """
    bare = title.first == title.head and title.of is None and title.possessor is None
    if title.rank != "spokesman" or not bare or not reader.parse.has_syntax:
        return None
    if title.first > MAX_BEFORE:
        return None
    sides = {_side(reader, token) for token in _sayers(reader, title.first)}
    return sides.pop() if len(sides) == 1 else None


def _sayers(reader: Reader, end: int) -> Iterator[Token]:
    """Yield the subjects of verbs of speech before a token, outside quotations."""
    for token in reader.parse.tokens[:end]:
        speaks = token.dep == "nsubj" and is_speech(token.head.lemma)
        if speaks and token.pos != "PRON" and not reader.quoted[token.i]:
            yield token


def _side(reader: Reader, noun: Token) -> str | None:
    """The key of the body that a noun means: Houthis, "the Houthi movement"."""
    known = reader.known.get(noun.i)
    if known is None and noun.text.lower() in SIDES:
        near = [reader.known[c.i] for c in noun.children if c.dep != "poss" and c.i in reader.known]
        known = near[0] if len(near) == 1 else None
    return known.key if known is not None and known.form != "place" else None


SIDES = word_set("movement group rebels militia fighters government guerrillas militants")
