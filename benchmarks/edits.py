"""What desks do to another's text: cut it, move paragraphs, quote and count otherwise, update it.

Every edit is drawn from a seeded chance and works on paragraphs as plain text, so that a pair of
original and edited article is made anew wherever the originals lie, and stored nowhere.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.records import Article, Block, Segment

Paragraphs = list[str]
Edit = Callable[[Paragraphs, random.Random], Paragraphs]

SENTENCE_END = re.compile(r"(?<=[.!?][”\"’)])\s+(?=[A-Z“\"])|(?<=[a-z0-9)][.!?])\s+(?=[A-Z“\"])")
SAID_LAST = re.compile(r"([,?!][”\"]) ([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}) said\b")
SAID_FIRST = re.compile(r"([,?!][”\"]) said ([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})")
NUMBER_WORDS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
LENGTH = re.compile(r"\b(\d[\d,.]*\d|\d)[ -](miles?|feet)\b")
IN_KILOMETRES, IN_METRES = 1.609, 0.305
MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"))
CARRIED = 6  # paragraphs of a wire text among an article's own


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, roughly."""
    return SENTENCE_END.split(paragraph)


def cut(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """A fifth of the sentences gone, here and there, and the last tenth of the paragraphs."""
    kept = paragraphs[: max(4, len(paragraphs) * 9 // 10)]
    found = [
        " ".join(s for s in sentences(paragraph) if chance.random() > 0.2) for paragraph in kept
    ]
    return [paragraph for paragraph in found if paragraph]


def reorder(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """Every paragraph within three places of where it stood."""
    places = [(at + chance.uniform(0, 3), p) for at, p in enumerate(paragraphs)]
    return [p for _, p in sorted(places)]


def merge(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """Paragraphs joined two by two here, cut into sentences there."""
    found: Paragraphs = []
    for paragraph in paragraphs:
        if found and chance.random() < 0.3:
            found[-1] = f"{found[-1]} {paragraph}"
        elif chance.random() < 0.3:
            found += sentences(paragraph)
        else:
            found.append(paragraph)
    return found


def requote(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """Other quotation marks throughout, and "said" on the name's other side."""
    opening, closing = chance.choice(MARKS)
    found = []
    for paragraph in paragraphs:
        text = SAID_LAST.sub(r"\1 said \2", paragraph)
        if text == paragraph:
            text = SAID_FIRST.sub(r"\1 \2 said", paragraph)
        text = re.sub(r"[“«]|(?<!\w)\"(?=\w)", opening, text)
        found.append(re.sub(r"[”»]|(?<=[\w.,!?])\"", closing, text))
    return found


def recount(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """Figures in other words and units: "12" for "twelve", kilometres for miles, "per cent"."""
    del chance
    text = "\n".join(paragraphs)
    text = LENGTH.sub(_metric, text)
    for number, word in enumerate(NUMBER_WORDS, start=2):
        text = re.sub(rf"\b{word}\b|\b{number}\b(?![.,:]\d)", lambda m: _other(m.group()), text)
    text = re.sub(r"(?<=\d)%| percent\b", " per cent", text)
    text = re.sub(r"(?<![A-Z])\$(?=\d)", "US$", text)
    return text.split("\n")


def _other(number: str) -> str:
    if number.isdigit():
        return NUMBER_WORDS[int(number) - 2]
    return str(NUMBER_WORDS.index(number) + 2)


def _metric(length: re.Match[str]) -> str:
    value = float(length.group(1).replace(",", ""))
    if length.group(2).startswith("mile"):
        return f"{value * IN_KILOMETRES:.0f} kilometers"
    return f"{value * IN_METRES:.0f} meters"


def rename(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """A house's style: its spelling, no titles, no "on Monday"."""
    del chance
    text = "\n".join(paragraphs)
    text = re.sub(r"\bU\.S\.", "US", text)
    text = re.sub(r"\b(defen|offen)se\b", r"\1ce", text)
    text = re.sub(r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", "", text)
    text = re.sub(r"\b(?:Mr|Ms|Mrs)\.? ", "", text)
    return text.split("\n")


EDITS: dict[str, tuple[Edit, ...]] = {
    "cut": (cut,),
    "reordered and merged": (reorder, merge),
    "quoted otherwise": (requote, rename),
    "counted otherwise": (recount, rename),
    "all of these": (cut, reorder, merge, requote, recount, rename),
}


def edited(article: Article, edits: Sequence[Edit], chance: random.Random) -> Article:
    """The article after these edits, under another outlet and address."""
    paragraphs = paragraphs_of(article)
    for edit in edits:
        paragraphs = edit(paragraphs, chance)
    return made_of(paragraphs, article, outlet=f"Reprint of {article.outlet}")


def updated(article: Article, fresh: Article, chance: random.Random) -> Article:
    """A later version at the same address: two fresh paragraphs on top, the rest cut."""
    paragraphs = paragraphs_of(fresh)[:2] + cut(paragraphs_of(article), chance)
    return made_of(paragraphs, article, outlet=article.outlet, url=article.url)


def carrying(article: Article, own: Article, chance: random.Random) -> Article:
    """An article with six paragraphs of another, counted and quoted otherwise, among its own."""
    wire, frame = paragraphs_of(article), paragraphs_of(own)
    first = chance.randrange(max(1, len(wire) - CARRIED))
    carried = requote(recount(wire[first : first + CARRIED], chance), chance)
    places = sorted(chance.randrange(len(frame) + 1) for _ in carried)
    for at, paragraph in reversed(list(zip(places, carried, strict=True))):
        frame.insert(at, paragraph)
    return made_of(frame, own, outlet=f"Sister of {own.outlet}")


def paragraphs_of(article: Article) -> Paragraphs:
    """The text of every paragraph."""
    kinds = ("paragraph", "bullet")
    return [article.text[b.start : b.end] for b in article.blocks if b.kind in kinds]


def made_of(
    paragraphs: Paragraphs, like: Article, *, outlet: str | None, url: str | None = None
) -> Article:
    """An article of these paragraphs with the date of another; what was left out is gone."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start=at, end=at + len(paragraph), kind="paragraph"))
        at += len(paragraph) + 2
    digest = hashlib.sha256(f"{outlet}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return replace(
        like,
        id=digest,
        sha256=digest,
        path=f"edited/{digest[:12]}",
        text=text,
        raw=text,
        segments=(Segment(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        blocks=tuple(blocks),
        excluded=(),
        authors=(),
        outlet=outlet,
        url=url,
    )
