"""The words of a statement as another report of it would share them, in another's wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.reconciliation.synonyms import PHRASES, stem
from onrecord.reconciliation.words import (
    FUNCTION_WORDS,
    NEGATORS,
    NUMBERS,
    WORD,
    fold,
    listed,
    quoted_parts,
)
from onrecord.records import Attribution, Interval, Statement

SCALES = {"100": 100.0, "1000": 1e3, "1000000": 1e6, "1000000000": 1e9}
AHEAD = re.compile(r"\b(?:will|would|shall|won[’']t|going to|[’'](?:ll|d)|plans? to|intends? to)\b")
BEHIND = re.compile(r"\b(?:has|have|had|having|already|[’']ve)\b", re.I)
UNSURE = re.compile(r"\b(?:may(?! \d)|might|could|perhaps|maybe|possibly|probably|likely)\b")
IF = re.compile(
    r"\b(?:if|unless|provided|as long as|on condition|only (?:after|when|once)|until)\b", re.I
)
PASSIVE = re.compile(r"\bby\b", re.I)
# Words that tell one time or side from the other: "before" is not "after".
SIDES = listed("before after since until without against above below inside outside")
# Words that the one report has and the other leaves out, and that change what is said.
LIMITS = listed("only except without unless partly partially temporarily nearly almost half")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What is compared of a statement: its words in order, the quoted ones by part.

    `capitals` are the words with a capital letter, in order, and `names` those among them that
    do not begin a sentence; `bearing` says what of time, doubt and condition its words carry.
    """

    statement: str
    article: str
    speaker: str | None
    speaker_text: str
    words: tuple[str, ...]
    bag: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]
    numbers: frozenset[str]
    capitals: tuple[str, ...]
    names: frozenset[str]
    bearing: tuple[str, ...]
    passive: bool
    denied: bool
    said: Interval | None
    published: Interval | None


def read_saying(
    statement: Statement, attribution: Attribution | None, published: Interval | None
) -> Saying:
    """What is compared of one statement."""
    text = " ".join(span.text for span in statement.content)
    words = spoken_words(text)
    parts = [text] if statement.kind == "direct" else quoted_parts(text)
    capitals = list(_capitals(text))
    quoted = [words] if statement.kind == "direct" else [spoken_words(part) for part in parts]
    return Saying(
        statement=statement.id,
        article=statement.article,
        speaker=attribution.speaker if attribution else None,
        speaker_text=((attribution.speaker_text or "") if attribution else "").casefold(),
        words=words,
        bag=frozenset(words),
        quoted=tuple(quoted),
        # "One" is left out: it is mostly a pronoun.
        numbers=frozenset(w for w in words if w[0].isdigit() and w != "1"),
        capitals=tuple(word for word, _ in capitals),
        names=frozenset(word for word, inside in capitals if inside),
        bearing=bearing_of(text),
        passive=PASSIVE.search(text) is not None,
        denied=statement.negated,
        said=attribution.said if attribution else None,
        published=published,
    )


def spoken_words(text: str) -> tuple[str, ...]:
    """The stems that carry the meaning, in order: negators and amounts among them."""
    for pattern, one in PHRASES:
        text = pattern.sub(one, text)
    found = []
    for match in WORD.finditer(text):
        word = fold(match.group())
        if match.group() in ("US", "U.S"):  # a state, not a pronoun
            found.append(word)
        elif word in NEGATORS:
            found.append("not")
        elif word in NUMBERS:
            found.append(NUMBERS[word])
        elif word not in FUNCTION_WORDS or word in LIMITS or word in SIDES:
            found += _hyphened(match.group()) or [stem(word)]
    return tuple(_amounts(found))


def _hyphened(word: str) -> list[str] | None:
    """The two numbers of "twenty-five"; None for any other word."""
    parts = [NUMBERS.get(part) for part in word.casefold().split("-")]
    known = [part for part in parts if part is not None]
    return known if len(parts) > 1 and len(known) == len(parts) else None


def _amounts(words: Sequence[str]) -> Iterator[str]:
    """Yield the words, numbers that stand together as one: 25 for "20 5"."""
    total: float | None = None
    for word in words:
        value = _value(word)
        if total is None or value is None:
            if total is not None:
                yield f"{total:.12g}"
            total = value
            if value is None:
                yield word
        elif word in SCALES:
            total = total * value
        elif total >= 20 > value and total % 10 == 0 and value < 10:
            total += value
        else:
            yield f"{total:.12g}"
            total = value
    if total is not None:
        yield f"{total:.12g}"


def _value(word: str) -> float | None:
    if re.fullmatch(r"\d{1,15}(?:\.\d{1,6})?", word) is None:
        return None
    return float(word)


def _capitals(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words with a capital letter, each with whether it stands inside a sentence."""
    found = [(m.start(), m.group()) for m in WORD.finditer(text)]
    for (before, word), (at, name) in pairwise([(0, ""), *found]):
        inside = word != "" and text[before + len(word) : at].strip(" ") in ("", ",")
        if name[0].isupper() and fold(name) not in FUNCTION_WORDS:
            yield stem(fold(name)), inside


def bearing_of(text: str) -> tuple[str, ...]:
    """What the words say of time, doubt and condition: "ahead" or "done", "unsure", "if"."""
    ahead = AHEAD.search(text) is not None
    marks = [
        "ahead" if ahead else "done" if BEHIND.search(text) else "",
        "unsure" if UNSURE.search(text) else "",
        "if" if IF.search(text) else "",
    ]
    return tuple(mark for mark in marks if mark)
