"""When two readings of a statement are the same: characters shared, sources that agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.evaluation.gold.polnear import GoldStatement, Range
from onrecord.records import Span, Statement
from onrecord.statements.ranges import merged
from onrecord.statements.vocabulary import words

Pair = tuple[int, int, float]  # number in the gold, number among the found, content IoU
LOOSE, STRICT = 0.3, 0.8  # content IoU of a match, as published
EDGES = " \t\r\n\u00a0\"'“”„‟«»‘’‚‹›`.,;:!?…()[]{}–—―-"
# Not a source's head: what may differ between two readings of one noun phrase.
SMALL = words("the a an of and in on for at by with from to who which that mr mrs ms")


def ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
    """The character ranges of spans."""
    return tuple((s.start, s.end) for s in spans)


def trim(text: str, given: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges without quotes, punctuation and white space at their edges; empty ones dropped."""
    found = []
    for first, last in given:
        start, end = first, last
        while start < end and text[start] in EDGES:
            start += 1
        while end > start and text[end - 1] in EDGES:
            end -= 1
        if start < end:
            found.append((start, end))
    return tuple(found)


def iou_of(left: Sequence[Range], right: Sequence[Range]) -> float:
    """Shared characters over all characters of two sets of ranges."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)
    total = sum(b - a for a, b in (*left, *right)) - shared
    return shared / total if total else 0.0


def candidates(text: str, gold: Sequence[GoldStatement], found: Sequence[Statement]) -> list[Pair]:
    """Every pair whose contents share at least the loose bound, best first.

    A gold statement without content ("declined to comment") is compared by its cue with the found
    cue and content together: where the one ends and the other begins is a matter of taste there.
    """
    wanted = [trim(text, g.content or g.cue) for g in gold]
    given = [trim(text, ranges(s.content)) for s in found]
    whole = [merged(trim(text, ranges((*s.cue, *s.content)))) for s in found]
    scored = sorted(
        (-iou, g, s)
        for g, left in enumerate(wanted)
        for s, right in enumerate(given if gold[g].content else whole)
        if (iou := iou_of(left, right)) >= LOOSE
    )
    return [(g, s, -negative) for negative, g, s in scored]


def choose(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs in which each statement is used once, those that come first preferred."""
    chosen: list[Pair] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for g, s, iou in pairs:
        if g not in used_gold and s not in used_found:
            used_gold.add(g)
            used_found.add(s)
            chosen.append((g, s, iou))
    return chosen


def match_contents(
    text: str, gold: Sequence[GoldStatement], found: Sequence[Statement]
) -> list[Pair]:
    """Pairs of at least the loose bound, each statement used once, best first."""
    return choose(candidates(text, gold, found))


def is_same_source(text: str, gold: Sequence[Range], found: Sequence[Range]) -> bool:
    """Whether two readings of a source share a word that names it, at the same place."""
    for a, b in gold:
        for c, d in found:
            low, high = max(a, c), min(b, d)
            shared = text[low:high].split() if low < high else []
            if any(w.strip(EDGES).lower() not in SMALL for w in shared) or (a, b) == (c, d):
                return True
    return False


def sources_agree(text: str, gold: Sequence[Range], found: Sequence[Range]) -> bool:
    """Whether two readings name the same source, or both name none."""
    if not gold or not found:
        return not gold and not found
    return is_same_source(text, gold, found)
