"""What is supposed, in words: the line before what it would change."""

from __future__ import annotations

from onrecord.negotiation import GapLine, Supposition
from onrecord.negotiation.differences import line_of
from onrecord.negotiation.wording import LEVELS, counted
from onrecord.presentation.dossier.grounds import Grounds
from onrecord.presentation.wording import join_spans


def supposed_line(one: Supposition, grounds: Grounds) -> GapLine:
    """The supposition as a sentence that says that it is one; its positions are what it changes."""
    wording, lookup = grounds.wording, grounds.lookup
    used = one.positions
    if one.kind == "without":
        left_out = counted(len(one.articles), "article")
        text = f"“{one.name}” ({left_out}) is not read"
        used = tuple(p.id for p in grounds.positions if p.article in one.articles)
    elif one.kind == "taken":
        text = f"the step {wording.step(str(one.step))} is taken"
    elif one.kind == "gives_up":
        position = lookup.positions[one.positions[0]]
        text = f"{wording.party(str(position.party))} gives up what it asks for first"
        asked = join_spans([c.span for c in position.conditions])
        text += f": “{asked}”" if asked else ""
    else:
        matter = (
            f"{wording.value(str(one.issue), str(one.value))} ({wording.issue(str(one.issue))})"
        )
        who = wording.party(str(one.party))
        text = {
            "accepts": f"{who} accepts {matter} without a condition",
            "lifts": f"{who} refuses {matter} no longer",
            "level": f"what {who} says of {matter} is declared: {LEVELS[one.level]}",
        }[one.kind]
    text = f"Supposed, not said on this record: {text}."
    return line_of("supposed", one.issue, text, used)
