"""Character ranges and their small arithmetic. All half-open, sorted, without overlaps."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]
# What may stand at the edge of a role's text without being part of it.
EDGES = (
    " \t\r\n\u00a0,;:.–—-―\x00\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The union of ranges; those that touch become one."""
    found: list[Range] = []
    for start, end in sorted(r for r in ranges if r[0] < r[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def without(ranges: Iterable[Range], cuts: Iterable[Range]) -> tuple[Range, ...]:
    """What is left of ranges when `cuts` are taken out."""
    left = list(merged(ranges))
    for low, high in cuts:
        kept: list[Range] = []
        for start, end in left:
            if high <= start or end <= low:
                kept.append((start, end))
                continue
            kept.extend(r for r in ((start, low), (high, end)) if r[0] < r[1])
        left = kept
    return merged(left)


def trimmed(text: str, span: Range, edges: str = EDGES) -> Range:
    """The range without white space and punctuation at its edges; empty ranges stay empty."""
    start, end = span
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        if text[end - 1] == "." and "." in edges and ends_initials(text, end):
            break  # the full stop of "the U.S." is part of the name
        end -= 1
    return start, end


def ends_initials(text: str, end: int) -> bool:
    """Whether the text ends in two or more initials at this place: "U.S.", "D.C."."""
    return (
        end >= 4
        and text[end - 2].isupper()
        and text[end - 3] == "."
        and text[end - 4].isupper()
        and not text[end - 5 : end - 4].isalnum()
    ) or (end >= 6 and text[end - 2].isupper() and text[end - 3] == "." and text[end - 5] == ".")


def overlap(left: Iterable[Range], right: Iterable[Range]) -> int:
    """How many characters two sets of ranges share."""
    others = tuple(right)
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in others)


def length(ranges: Iterable[Range]) -> int:
    """How many characters the ranges hold."""
    return sum(b - a for a, b in ranges)
