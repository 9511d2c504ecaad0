"""Documents whose entity mentions are marked with corpus-wide ids, and their text out of tokens.

The sets give tokens without the white space between them. `spell_out` puts it back as print has
it, so that the article reads as any other and every mention has its characters.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.polnear import Range
from onrecord.records import Article

QUOTES = {"``": "“", "''": "”"}
CLOSING = frozenset((*".,;:!?%)]’”", "...", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m"))
OPENING = frozenset("([“$£€#")
THOUSANDS = re.compile(r"\d{3}(?!\d)")
SHORTENED = frozenset(("s", "re", "ve", "ll", "d", "m", "t"))  # behind an apostrophe of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A mention `[start, end)` of the entity `cluster`, an id that all documents share.

    `kind` is the set's own word for the sort of entity ("PER", "HUM").
    """

    start: int
    end: int
    cluster: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityArticle:
    """One document with its mentions in text order; mentions may hold each other."""

    article: Article
    mentions: tuple[GoldMention, ...]


def set_folder(gold: Path | None, name: str, needed: str) -> Path:
    """The folder of a set: `gold`, `gold/<name>`, or the same under $ONRECORD_GOLD.

    Raises GoldMissing if none of them has a file that the pattern `needed` names.
    """
    named = gold if gold is not None else os.environ.get("ONRECORD_GOLD")
    if not named:
        raise GoldMissing(
            "no gold folder: name it, or set ONRECORD_GOLD to the folder of gold sets"
        )
    for folder in (Path(named) / name, Path(named)):
        if next(folder.glob(needed), None) is not None:
            return folder
    raise GoldMissing(f"{named}: no {name} here; expected {name}/{needed}")


def spell_out(
    sentences: Sequence[Sequence[str]], *, lines: int | None = None
) -> tuple[str, list[list[Range]]]:
    """The text of tokenized sentences, and the range of every token in it.

    The first `lines` sentences have a line each and the others one together; None: each its own.
    """
    text, places = "", []
    for number, tokens in enumerate(sentences):
        if number:
            text += "\n" if lines is None or number <= lines else " "
        ranges: list[Range] = []
        written = _written(tokens)
        for at, word in enumerate(written):
            if at and _apart(written, at):
                text += " "
            ranges.append((len(text), len(text) + len(word)))
            text += word
        places.append(ranges)
    return text, places


def _written(tokens: Sequence[str]) -> list[str]:
    """The tokens with quotation marks that show which way they face."""
    written = []
    inside = False
    for word in tokens:
        if word == '"':
            inside = not inside
            written.append("“" if inside else "”")
        else:
            written.append(QUOTES.get(word, word))
    return written


def _apart(tokens: Sequence[str], at: int) -> bool:
    """Whether white space stands before this token."""
    word, before = tokens[at], tokens[at - 1]
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if word in CLOSING or before in OPENING:
        return False
    if word == "'":
        return not (after in SHORTENED or before.endswith("s"))
    if before == "'" and word in SHORTENED:
        return False
    if before == "," and at > 1 and THOUSANDS.match(word) and tokens[at - 2].isdigit():
        return False  # "2 , 000" is one number
    # "U . S ." is one word of letters with stops.
    stops = before == "." and after in {".", ""} and at > 1
    return not (stops and len(word) == 1 == len(tokens[at - 2]) and word.isalpha())
