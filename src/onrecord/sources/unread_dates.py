"""Dates that were given with articles and cannot be read: told, while the articles are read."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import ArticleUnreadable
from onrecord.sources.dates import has_two_readings, published_interval

UNKNOWN, TWO_READINGS = "date not understood", "date with two readings"
REMEDIES = {
    UNKNOWN: "write it as 2026-03-02; what it belongs to is read without it",
    TWO_READINGS: "write it as 2026-03-02, so that the month is plain; what it belongs to is read"
    " without it",
}
# What programs and people write where there is no date.
NOTHING = frozenset(
    {"nan", "nat", "none", "null", "n/a", "na", "-", "–", "?", "unknown", "undated"}
)
MOST_SHOWN = 60  # characters of a value


class UnreadDates:
    """The dates of one file that cannot be read, by reason: a few of each, and how many there are.

    `named` are told one by one, the others counted with the last of them: a list kept by hand is
    mended line by line, a column of ten thousand at once.
    """

    def __init__(self, unit: str = "line", *, named: int = 1) -> None:
        self._unit = unit  # "line", "row", "document"
        self._named = named
        self._kept: dict[str, list[tuple[int, str]]] = {}
        self._counts: dict[str, int] = {}

    def note(self, value: str | None, number: int) -> None:
        """Take note of a date if it is one that cannot be read."""
        written = (value or "").strip().lower()
        if not written or written in NOTHING or published_interval(value) is not None:
            return
        reason = TWO_READINGS if has_two_readings(written) else UNKNOWN
        self._counts[reason] = self._counts.get(reason, 0) + 1
        kept = self._kept.setdefault(reason, [])
        if len(kept) < self._named:
            kept.append((number, " ".join((value or "")[:1000].split())[:MOST_SHOWN]))

    def told(self, where: str) -> Iterator[ArticleUnreadable]:
        """Yield what is to be said of them in this file, reason by reason."""
        for reason, kept in sorted(self._kept.items()):
            more = self._counts[reason] - len(kept)
            for number, value in kept:
                others = (
                    f" and {more:,} more in this file" if more and number == kept[-1][0] else ""
                )
                yield ArticleUnreadable(
                    f"{where}, {self._unit} {number}",
                    reason,
                    f"“{value}”{others}",
                    REMEDIES[reason],
                )
