"""The words of a parse as anchors see them: base forms, hyphens gone, small words skippable.

"cease-fire" is two words here whichever tokenizer cut it, and "its", "the", "any" may stand
between the words of an anchor without breaking it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.language.parse import Token

HYPHENS = "-‐‑"
APOSTROPHES = {"'s", "’s", "'", "’"}
_SMALL = """a an the its his her their our my your any some this these those all both such other own
each every remaining further more additional"""
LIGHT_WORDS = frozenset(_SMALL.split())
QUOTES = frozenset("\"“”'‘’«»")
# Forms that no ending explains; the parser's lemma has them too, the light mode has only this.
_IRREGULAR = """withdrew=withdraw withdrawn=withdraw gave=give given=give held=hold kept=keep
met=meet began=begin begun=begin froze=freeze frozen=freeze left=leave paid=pay sold=sell
built=build sent=send broke=break broken=break got=get took=take taken=take brought=bring
drew=draw drawn=draw
fell=fall fallen=fall rose=rise lost=lose won=win sought=seek spoke=speak spoken=speak stood=stand
made=make sat=sit forgave=forgive said=say told=tell knew=know known=know thought=think bought=buy
laid=lay led=lead went=go gone=go did=do done=do had=have has=have was=be were=be is=be are=be
been=be being=be chose=choose chosen=choose wrote=write written=write children=child women=woman
men=man wo=will ca=can"""
IRREGULAR = dict(pair.split("=") for pair in _IRREGULAR.split())
BRITISH = re.compile(r"(?<=[a-z]{4})is(?=(?:e|es|ed|ing|ation|ations)$)")


def words(text: str) -> frozenset[str]:
    """The words of a list as it is written in a rule: parted by blanks."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word: every base form it may have, the token it stands in, and what it is."""

    forms: tuple[str, ...]
    token: int
    light: bool
    stop: bool  # punctuation that no anchor reaches over


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """The words of these tokens in text order."""
    return [
        Word(found, token.i, light, stop)
        for token in tokens
        for found, light, stop in _pieces(token.text, token.lemma)
    ]


@lru_cache(maxsize=100_000)
def _pieces(text: str, lemma: str) -> tuple[tuple[tuple[str, ...], bool, bool], ...]:
    """The words in one token: its forms, whether it is small, whether it stops an anchor."""
    if text in HYPHENS or text in APOSTROPHES or text in QUOTES:
        return ()
    if not text[0].isalnum() and text not in ("n't", "n’t", "%"):
        return (((), False, True),)
    pieces = [piece for piece in re.split(r"[-‐‑]", text) if piece]
    return tuple(
        (
            forms(piece.lower(), lemma if len(pieces) == 1 else ""),
            piece.lower() in LIGHT_WORDS,
            False,
        )
        for piece in pieces
    )


@lru_cache(maxsize=100_000)
def forms(word: str, lemma: str = "") -> tuple[str, ...]:
    """The base forms that a word may have, its own first; too many do no harm, too few would."""
    found = dict.fromkeys([word, lemma or word, IRREGULAR.get(word, word), *_stems(word)])
    return tuple(dict.fromkeys(BRITISH.sub("iz", f) for f in found))


def _stems(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith("es") and len(word) > 4:
        yield word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        yield word[:-1]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            if ending == "ed" and stem.endswith("i"):
                yield stem[:-1] + "y"
