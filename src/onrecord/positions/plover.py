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
