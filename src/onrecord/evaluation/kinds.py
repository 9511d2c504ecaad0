"""The kind of a statement by the quotation marks around its content, the same for both sides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.evaluation.gold.polnear import Range
from onrecord.statements.kinds import DIRECT_SHARE, Kind
from onrecord.statements.quotations import Quotation
from onrecord.statements.ranges import length, merged, overlap

KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")


def kind_by_marks(quotations: Sequence[Quotation], content: Sequence[Range]) -> Kind:
    """Direct, mixed or indirect, by the share of the content within quotations.

    `quotations` are those of the article in text order. The share is the extractor's own; a gold
    set that marks no kinds is classed by it as well.
    """
    whole = merged(content)
    quoted = 0
    for start, end in whole:
        at = bisect_right(quotations, start, key=lambda q: q.end)
        while at < len(quotations) and quotations[at].start < end:
            quoted += overlap(((start, end),), ((quotations[at].start, quotations[at].end),))
            at += 1
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * length(whole) else "mixed"
