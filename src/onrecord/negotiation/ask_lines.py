"""Lines on whose word is missing: what one would have to ask to learn more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.negotiation.block_lines import wait_words
from onrecord.negotiation.lines import GapLine
from onrecord.negotiation.missing import MissingWord
from onrecord.negotiation.status import Rows
from onrecord.negotiation.unanswered import Unanswered
from onrecord.negotiation.wording import Wording, listed


def missing_lines(
    missing: Iterable[MissingWord], table: Mapping[str, Rows], wording: Wording
) -> Iterator[GapLine]:
    """A line per missing word; it leads to the words of those who take the value, and to the
    condition where there is one.
    """
    for own in missing:
        lacks = "has said nothing of it" if own.has_said == "nothing" else "names a condition only"
        takers = wording.parties(own.taken_by) if own.taken_by else "nobody"
        take = "ask for or accept" if len(own.taken_by) > 1 else "asks for or accepts"
        if not own.taken_by:
            take += " without a condition"
        text = (
            f"{wording.issue(own.issue)}: {wording.value(own.issue, own.value)}, which {takers} "
            f"{take}: {wording.party(own.party)} {lacks} on this record"
        )
        others = f"refused by {wording.parties(own.refused_by)}" if own.refused_by else ""
        text += f"; {others or 'nobody who counts refuses it'}"
        rows = table.get(own.issue, {})
        whose = (*own.taken_by, *([own.party] if own.has_said == "a condition" else []))
        cells = (rows.get(p, {}).get(own.value) for p in whose)
        used = [c.positions for c in cells if c is not None]
        yield wording.line("ask", own.issue, text, used)


def unanswered_lines(unanswered: Iterable[Unanswered], wording: Wording) -> Iterator[GapLine]:
    """A line per precondition that nobody has answered, which leads to the words that ask for it;
    then how many there are.
    """
    found = tuple(unanswered)
    for own in found:
        asked = wait_words(own.party, own.step, own.needs, own.timing, wording)
        whose = listed(sorted(wording.party(p) for p in own.waits_for), "or") or "any other party"
        text = (
            f"{asked}, which waits for a word of {whose}: none on this record takes or refuses that"
            " step by its name"
        )
        yield wording.line("unanswered", None, text, [own.positions])
    if found:
        wait = "condition waits" if len(found) == 1 else "conditions wait"
        text = f"{len(found)} {wait} for a word on this record (complete)"
        yield wording.line("unanswered", None, text, [own.positions for own in found])
