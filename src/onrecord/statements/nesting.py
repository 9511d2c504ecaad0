"""Which statement reports another: "According to officials, Arvenia insists that …" holds two."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import length, overlap


def find_holders(page: Page, drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the number of the shortest one whose content holds its cue; None: none does.

    A holder's content is longer than what it holds, so that no two hold each other. One sweep over
    the text: ranges are opened at their start and dropped behind their end.
    """
    ranges = sorted((a, b, n) for n, d in enumerate(drafts) for a, b in d.content)
    lengths = [length(d.content) for d in drafts]
    order = sorted(range(len(drafts)), key=lambda n: _at(page, drafts[n]))
    holders: list[int | None] = [None] * len(drafts)
    opened: list[tuple[int, int]] = []
    following = 0
    for number in order:
        at = _at(page, drafts[number])
        while following < len(ranges) and ranges[following][0] <= at:
            opened.append(ranges[following][1:])
            following += 1
        opened = [r for r in opened if r[0] > at]
        around = [
            (lengths[n], n)
            for _, n in opened
            if lengths[n] > lengths[number] and overlap(drafts[n].content, drafts[number].content)
        ]
        holders[number] = min(around)[1] if around else None
    return holders


def _at(page: Page, draft: Draft) -> int:
    return page.parse.tokens[draft.at].start
