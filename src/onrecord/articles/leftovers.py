"""What neither stands in the text nor was left out by a rule: nothing goes without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.articles.characters import INVISIBLE
from onrecord.records import Excluded, Page, Segment

VISIBLE_RUN = re.compile(r"\S(?:[^\n]*\S)?")


def leftovers(
    page: Page, segments: Sequence[Segment], excluded: Iterable[Excluded]
) -> tuple[Excluded, ...]:
    """All that was left out, sorted; a plain text's bullet marks and the like added.

    Of HTML the tags are not listed: they are no text.
    """
    listed = sorted(excluded, key=lambda one: (one.raw_start, one.raw_end, one.reason))
    if page.media_type == "text/html":
        return tuple(listed)
    taken = [(s.raw_start, s.raw_start + s.raw_length) for s in segments]
    taken += [(one.raw_start, one.raw_end) for one in listed]
    for start, end in _gaps(sorted(taken), len(page.raw)):
        for run in VISIBLE_RUN.finditer(page.raw, start, end):
            hidden = INVISIBLE.fullmatch(run.group()) is not None
            listed.append(
                Excluded(
                    raw_start=run.start(),
                    raw_end=run.end(),
                    text=run.group(),
                    reason="invisible character" if hidden else "markup",
                )
            )
    return tuple(sorted(listed, key=lambda one: (one.raw_start, one.raw_end, one.reason)))


def _gaps(taken: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `[0, length)` that nothing covers."""
    at = 0
    for start, end in taken:
        if start > at:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length
