"""The dossier's words for states, acts and statuses: one visible table each, honest ones only."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Condition

GLYPHS: Mapping[str, str] = {
    "accepts": "✓",
    "accepts_if": "◐",
    "refuses": "✕",
    "open": "○",
    "first": "→",
    "other": "·",
}

# The state that an act is shown with where no cell says it.
STATE_OF_ACT: Mapping[str, str] = {
    "demand": "accepts",
    "offer": "accepts",
    "propose": "accepts",
    "accept": "accepts",
    "commit": "accepts",
    "accept_if": "accepts_if",
    "reject": "refuses",
    "precondition": "first",
    "openness": "open",
    "withdraw": "other",
    "threaten": "other",
    "claim_about_other": "other",
}

ACTS: Mapping[str, str] = {
    "demand": "demands",
    "offer": "offers",
    "propose": "proposes",
    "accept": "accepts",
    "accept_if": "accepts on a condition",
    "reject": "rejects",
    "precondition": "sets as a precondition",
    "openness": "is open to discussing",
    "commit": "commits to",
    "withdraw": "takes back",
    "threaten": "threatens",
    "claim_about_other": "says of another party",
}

STATES: Mapping[str, str] = {
    "accepts": "accepts",
    "accepts_if": "accepts on a condition",
    "refuses": "refuses",
    "unknown": "nothing on record",
}

HARDNESS: Mapping[str | None, str] = {
    "red_line": "red line",
    "firm": "firm",
    "soft": "soft",
    None: "not declared",
}

STATUSES: Mapping[str, str] = {
    "agreed": "agreed on this record",
    "no_objection": "no objection on this record, consent missing",
    "contested": "contested",
    "blocked_by_red_lines": "blocked by declared red lines",
    "no_position": "no value taken on this record",
}

CLASHES: Mapping[str, str] = {
    "party_vs_party": "Two parties contradict each other",
    "outlet_vs_outlet": "Two outlets differ",
    "self": "One party contradicts itself",
    "quantity": "The figures differ",
    "account_of_other": "A claim about another party, and that party’s own words",
    "wording": "Different words for one event",
}

ASSESSORS: Mapping[str, str] = {
    "institute": "institute",
    "poll": "poll",
    "court": "court",
    "international_body": "international body",
    "analysts": "analysts",
}

CONDITIONS: Mapping[str, str] = {
    "only_after": "only after",
    "if": "if",
    "unless": "unless",
    "until": "until",
    "as_long_as": "as long as",
    "in_exchange_for": "in exchange for",
    "by_date": "by",
}

# Acts that show what a refusal holds back; "until", said of the refusal, turns with it. "Unless"
# may stand behind a refusal or a yes ("signs unless they fire"): no word that is false of either.
WAITING = ("accept_if", "precondition")
TURNED: Mapping[str, str] = {"unless": "depending on", "until": "only after"}

VOICES: Mapping[str, str] = {
    "party": "its own reported words",
    "reporter": "the reporter’s account",
    "other": "another party’s account",
}

KINDS: Mapping[str, str] = {
    "direct": "quoted",
    "indirect": "in the outlet’s words",
    "mixed": "partly quoted",
}


def plain_name(name: str) -> str:
    """An id of a codebook or a slug as words: "heavy_weapons_back" → "heavy weapons back"."""
    return name.replace("_", " ").replace(".", ": ").strip()


def sentence_case(name: str) -> str:
    """A name as it opens a line: "terms are agreed" → "Terms are agreed"."""
    return name[:1].upper() + name[1:]


def many(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: "1 outlet", "3 outlets"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def condition_words(condition: Condition, act: str) -> str:
    """How a condition binds what the party would then do: "only after", "if".

    "No talks until fire stops" is shown as talks that are accepted: only after fire stops.
    """
    known = CONDITIONS.get(condition.type, plain_name(condition.type))
    return TURNED.get(condition.type, known) if act in WAITING else known
