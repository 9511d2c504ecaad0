"""Acts as PLOVER root codes: what this record calls a demand, an event coder calls REQUEST."""

from __future__ import annotations

from typing import Final

from onrecord.records import Act

# A conditional yes is still an AGREE in PLOVER, which keeps the condition in the event's context.
# The words of a party about another party's position are talk about talk: CONSULT, the root for
# communication without a political act of its own.
PLOVER_ROOT: Final[dict[Act, str]] = {
    "demand": "REQUEST",
    "precondition": "REQUEST",
    "propose": "REQUEST",
    "offer": "AGREE",
    "accept": "AGREE",
    "accept_if": "AGREE",
    "commit": "AGREE",
    "openness": "AGREE",
    "reject": "REJECT",
    "withdraw": "RETREAT",
    "threaten": "THREATEN",
    "claim_about_other": "CONSULT",
}

# The way back, for a reader that finds roots: the widest of our acts under each root. What is not
# here is a deed or a meeting (AID, ASSAULT, CONSULT …) and no position on a matter. YIELD holds
# PLOVER's CONCEDE and RETREAT where the roots are PLV's fifteen: who gives way takes back what he
# held.
ACT_OF_ROOT: Final[dict[str, Act]] = {
    "REQUEST": "demand",
    "AGREE": "accept",
    "REJECT": "reject",
    "THREATEN": "threaten",
    "YIELD": "withdraw",
    "RETREAT": "withdraw",
}
