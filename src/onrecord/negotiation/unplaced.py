"""Words on an issue that stand in no cell: they name no value of it, or take none.

A demand that fits no value, openness, a threat, a word in "may": none of these is a position on a
value, but the issue is not without words either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.negotiation.wording import Wording
from onrecord.negotiation.words import Word, in_order, word_of
from onrecord.records import Act, Position

Unplaced = Mapping[str, Mapping[str, tuple[Word, ...]]]  # by issue and party, by time

DOES: Mapping[Act, str] = {
    "demand": "demands",
    "offer": "offers",
    "propose": "proposes",
    "accept": "accepts",
    "accept_if": "accepts on a condition",
    "reject": "refuses",
    "precondition": "names what has to come before",
    "openness": "is open to talk",
    "commit": "commits itself",
    "withdraw": "takes back",
    "threaten": "threatens",
}


def unplaced_words(positions: Iterable[Position]) -> Unplaced:
    """The parties' own words on each issue that bear on no value of it; issues, parties sorted."""
    found: dict[str, dict[str, list[Word]]] = {}
    for position in {p.id: p for p in positions}.values():
        issue, party = position.issue, position.party
        if issue is None or party is None:
            continue
        if position.voice == "other" or position.act == "claim_about_other":
            continue
        word = word_of(position, {})
        if word.effect == "silent" or not position.values:
            found.setdefault(issue, {}).setdefault(party, []).append(word)
    return {
        issue: {party: tuple(in_order(own)) for party, own in sorted(rows.items())}
        for issue, rows in sorted(found.items())
    }


def unplaced_phrase(party: str, words: Iterable[Word], wording: Wording) -> str:
    """What a party does in words that take no value, and when it last did: "Norland demands …"."""
    held = [w.position for w in words]
    does = list(dict.fromkeys(DOES[p.act] for p in held if p.act in DOES))
    last = wording.last_said(party, [p.id for p in held], held[-1].said)
    return f"{wording.party(party)} {' and '.join(does)} ({last})"


def name_no_value(rows: Mapping[str, Iterable[Word]]) -> bool:
    """Whether none of these words names a value at all."""
    return not any(w.position.values for own in rows.values() for w in own)
