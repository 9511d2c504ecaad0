"""Which of two positions was taken first, as far as the record can say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.records import ArticleDate, Interval, Position

# An account that looks back, or repeats, cannot be dated by the day it was printed.
LOOKS_BACK = re.compile(
    r"\b(?:earlier|previous(?:ly)?|former(?:ly)?|once|originally|initially|at first|ago|since|"
    r"had|repeat\w*|reiterat\w*|reaffirm\w*|renew\w*|restat\w*|"
    r"last (?:week|month|year|spring|summer|autumn|fall|winter)|in (?:19|20)\d\d|back in)\b",
    re.IGNORECASE,
)

SAID = "by what was said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A position with the days it can have been taken on.

    `lower` is known only where the words were dated; `upper` also from the day of print, since
    nothing is printed before it is said. `printed` is the day of print of an account that does
    not look back, used only where neither position has dated words.
    """

    position: Position
    lower: dt.date | None
    upper: dt.date | None
    printed: Interval | None

    @property
    def when(self) -> Interval | None:
        """When it was said, or printed where that is all we know."""
        return self.position.said or self.printed


def date_positions(positions: Iterable[Position], dates: Iterable[ArticleDate]) -> list[Dated]:
    """Positions with their bounds, sorted by the latest day they can have been taken."""
    published = {d.article: d.published for d in dates}
    dated = [_date(position, published) for position in positions]
    return sorted(dated, key=lambda d: (d.upper or dt.date.max, d.position.id))


def _date(position: Position, published: Mapping[str, Interval | None]) -> Dated:
    said, printed = position.said, published.get(position.article)
    ends = [i.end for i in (said, printed) if i is not None and i.end is not None]
    present = position.voice == "party" and said is None and not _looks_back(position)
    return Dated(
        position=position,
        lower=said.start if said is not None else None,
        upper=min(ends) if ends else None,
        printed=printed if present else None,
    )


def _looks_back(position: Position) -> bool:
    return any(LOOKS_BACK.search(span.text) for span in position.spans)


def came_before(earlier: Dated, later: Dated) -> str | None:
    """How we know that the one came first: "by what was said", "by publication date"; or None."""
    if earlier.upper is not None and later.lower is not None and earlier.upper <= later.lower:
        return SAID
    if earlier.printed is not None and later.printed is not None:
        return "by publication date" if earlier.printed.ended_before(later.printed) else None
    return None
