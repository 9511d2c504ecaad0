"""Lines on who could open what no outcome is left for; none is told before another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.negotiation.lines import LONGEST, GapLine
from onrecord.negotiation.openings import Opening
from onrecord.negotiation.package_lines import short_list
from onrecord.negotiation.status import Rows
from onrecord.negotiation.wording import LOW, Wording, counted

MOST_WAYS = 4  # sets of parties named in a line


def opening_lines(
    openings: Iterable[Opening], table: Mapping[str, Rows], wording: Wording
) -> Iterator[GapLine]:
    """A line per component whose every outcome is refused by somebody."""
    for opening in openings:
        name = short_list([wording.issue(i) for i in opening.issues])
        ways = [wording.parties(own) for own in opening.could_open]
        more = f", or of {len(ways) - MOST_WAYS} further sets" if len(ways) > MOST_WAYS else ""
        extent = "complete" if opening.complete else "cut, there may be further sets"
        head = f"{name}: every outcome is refused by somebody on this record"
        parties = {p for own in opening.could_open for p in own}
        refusals = [
            cell
            for issue in opening.issues
            for party in sorted(parties & set(table.get(issue, {})))
            for cell in table[issue][party].values()
            if cell.state == "refuses"
        ]
        said = ", said or implied," if any(cell.implied for cell in refusals) else ""
        text = (
            f"{head}; without the refusals here{said} of {', or of '.join(ways[:MOST_WAYS])}{more},"
            f" one is left that nobody else refuses ({extent})"
        )
        if len(text) > LONGEST - len(LOW):
            text = f"{head}; {counted(len(ways), 'smallest set')} of parties open it ({extent})"
        used = [cell.positions for cell in refusals]
        yield wording.line("opening", opening.issues[0], text, used)
