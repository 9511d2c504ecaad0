"""Whether statements within statements are found, with the one that holds them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.evaluation.gold.cases import CaseStatement
from onrecord.evaluation.gold.polnear import Range
from onrecord.evaluation.matching import Pair, choose, iou_of, ranges, sources_agree, trim
from onrecord.records import Statement


def match_nested(
    text: str, gold: Sequence[CaseStatement], found: Sequence[Statement], least: float
) -> list[Pair]:
    """Pairs of nested statements that are the same, each used once, best first.

    The same are two whose contents share `least` of their characters, whose sources agree, and
    whose holders' contents share as much.
    """
    contents = {s.id: trim(text, ranges(s.content)) for s in found}
    nested: list[tuple[int, tuple[Range, ...], tuple[Range, ...]]] = [
        (n, trim(text, g.content), trim(text, gold[g.inside].content))
        for n, g in enumerate(gold)
        if g.inside is not None
    ]
    possible = [
        (g, s, iou)
        for g, content, holder in nested
        for s, statement in enumerate(found)
        if statement.inside is not None
        and (iou := iou_of(content, contents[statement.id])) >= least
        and iou_of(holder, contents.get(statement.inside, ())) >= least
        and sources_agree(text, gold[g].source, ranges(statement.source))
    ]
    return choose(sorted(possible, key=lambda pair: (-pair[2], pair[0], pair[1])))
