"""What the readers of database exports share: a document, its lines, and how to tidy them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Metadata

LINE_END = re.compile("\r\n?|[\n\x0b\x0c\u2028\u2029]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
COPYRIGHT = re.compile(r"(?:copyright\b|\(c\)|©|all rights reserved)", re.I)
# "The Shore (Print Edition)", "The Shore (Online)"; "The Shore (Port Alen)" is a name.
EDITION = re.compile(
    r"\s*[\(\[](?:[\w .,/-]{0,40}\bedition|online|print|web|digital)[\)\]]\s*$", re.I
)
HYPHEN_AT_END = re.compile(r"(?<=\w)-[ \t]*\n\s*")  # of "secretary-general", broken there
SENTENCE_END = re.compile(r"[.!?…:][”’\"')\]]{0,4}$")
WRAPPED_MOST, WRAPPED_LEAST = 100, 50  # characters of a full line that a machine has broken


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of an export: what it says of itself, and the paragraphs of its text.

    `body` is empty where it has none; `is_whole` is False where the file ends inside it.
    """

    metadata: Metadata
    body: tuple[str, ...]
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The documents of an export in their order, and how many it says it holds (None: silent)."""

    database: str
    documents: Iterable[Document]
    announced: int | None = None


def lines_of(text: str) -> list[str]:
    """The lines of a text, with plain spaces and without what nobody sees; tabs stay."""
    plain = UNSEEN.sub("", text.replace("\xa0", " ").replace("\u202f", " "))
    return LINE_END.split(plain)


def tidy(text: str) -> str:
    """The text with single spaces, none at its edges."""
    return " ".join(text.split())


def outlet_name(text: str | None) -> str | None:
    """The name of an outlet without its edition."""
    name = EDITION.sub("", tidy(text or "")) if text else ""
    return name or None


def blocks_of(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the runs of lines between blank lines."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def paragraphs_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a body: its lines, or where a machine broke them its blocks.

    The same document is the same whether it comes wrapped, with blank lines or without.
    """
    blocks = list(blocks_of(lines))
    if _is_wrapped(blocks):
        return tuple(tidy(HYPHEN_AT_END.sub("-", "\n".join(block))) for block in blocks)
    return tuple(tidy(line) for block in blocks for line in block)


def _is_wrapped(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether a machine broke the lines.

    No line is then longer than a screen, those that others follow are nearly as long, and few of
    them end as a sentence does.
    """
    followed = [line.strip() for block in blocks for line in block[:-1]]
    longest = max((len(line.strip()) for block in blocks for line in block), default=0)
    if not followed or longest > WRAPPED_MOST:
        return False
    full = sum(len(line) >= WRAPPED_LEAST for line in followed)
    ended = sum(SENTENCE_END.search(line[-6:]) is not None for line in followed)
    return full * 10 >= 8 * len(followed) and ended * 2 < len(followed)


def without_blank_ends(lines: Sequence[str]) -> Sequence[str]:
    """The lines from the first to the last that is not blank."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]
