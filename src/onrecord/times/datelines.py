"""The date that a dateline gives: "KARVENA, 23 July 2031 (Agency) —" at the head of a report."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.records import Article
from onrecord.times import days
from onrecord.times.readings import Context
from onrecord.times.words import compile_piece

# Capitals, then a full date, then the dash or bracket that ends a dateline.
PLACE = re.compile(r"[^\W\d_a-z][^\n—–]{0,60}?[,/(]\s{0,3}")
SIGNED_PLACE = re.compile(r"[^\W\d_a-z][^\n—–()]{0,60}\([^\n()]{2,40}\)\s?(?:[—–]|--?)\s{1,3}")
FULL_DATE = tuple(
    compile_piece(rule.piece)
    for rule in days.RULES
    if rule.read in {days.read_iso_day, days.read_day, days.read_figures}
)
READERS = tuple(
    rule.read
    for rule in days.RULES
    if rule.read in {days.read_iso_day, days.read_day, days.read_figures}
)
CLOSE = re.compile(r"\s{0,3}(?:[—–:]|-{1,2}\s|\(|\)|/|$)")
BLOCKS_LOOKED_AT = 4  # a dateline stands at the head: title, summary and a by-line may precede it


def dateline_day(article: Article) -> tuple[str, dt.date] | None:
    """The words and the day of a dateline that gives a full date; None if there is none."""
    for block in article.blocks[:BLOCKS_LOOKED_AT]:
        if block.kind not in {"dateline", "paragraph"}:
            continue
        head = article.text[block.start : min(block.end, block.start + 120)]
        place = PLACE.match(head)
        starts = [0] if block.kind == "dateline" else []
        signed = SIGNED_PLACE.match(head)
        starts += [match.end() for match in (place, signed) if match]
        for start in starts:
            for pattern, read in zip(FULL_DATE, READERS, strict=True):
                match = pattern.match(head, start)
                reading = read(match, Context()) if match else None
                if match and reading and reading.start and CLOSE.match(head, match.end()):
                    return head[: match.end()], reading.start
    return None
