"""Why a line says what it says: the rule behind each kind, in the words of a reader.

`--explain` prints it beside the quotes; the modules named hold the rules themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.negotiation import cell_rules
from onrecord.negotiation.lines import GapKind, GapLine

REASONS: Mapping[GapKind, str] = {
    "own_conflict": "Words of one party on one value that do not fit together are told before all"
    " else; while their order is open both stay, and the refusal counts.",
    "blocked_by_red_lines": "Each value of the issue crosses a declared red line of a party whose"
    " consent is needed.",
    "contested": "No value is agreed or free of objection, and some value crosses no declared red"
    " line.",
    "no_objection": "Somebody accepts or asks for the value, and nobody refuses it whose consent is"
    " needed (nobody at all, where that is not known). Silence is not consent.",
    "agreed": "All whose consent is needed accept the value without a condition.",
    "no_position": "No party accepts or refuses a value of this issue in words of its own; what"
    " names none, openness, threats and what is said of others make no cell.",
    "circle": "Steps that could not be taken even if nobody refused anything, since each waits for"
    " another; what logic puts first counts with what parties ask for.",
    "refused_step": "Who takes the step has refused it (anyone, where all take it), and others wait"
    " for it.",
    "unanswered": "A party asks for a step first on which who takes it (or, where all take it, any"
    " other party) has said nothing that accepts or refuses it. That is no deadlock.",
    "ask": "A value that exactly one party asks for or accepts; or one that somebody takes, and on"
    " which a party that counts has said nothing, or a condition only. Silence is not consent.",
    "conflict": "A smallest set of refusals that covers every value; without any one of these"
    " parties some value would be left.",
    "opening": "The smallest sets of parties without whose refusals some outcome crosses nobody"
    " else’s. No set is put before another, and nothing says that anybody should move.",
    "frontier": "Outcomes of issues that a rule of the codebook ties together. One is left out if"
    " another crosses no more of any party's red lines, firm and other refusals, counted in this"
    " order, crosses less for one, has every yes without a condition that this one has, and is on"
    " no scale farther from what a party took while that party is silent on both: silence is no"
    " yes. Parties are not weighed against each other.",
    "supposed": "Supposed, not on record: the same rules are applied to the positions so changed.",
    "status_change": "The rules of the issue's status, applied to the changed positions.",
    "cell_change": "The rules of a party's word on a value, applied to the changed positions.",
    "conflict_change": "The smallest sets of refusals that cover every value, found anew.",
    "block_change": "Which steps can be taken, found anew from what waits for what.",
    "frontier_change": "The outcomes that no other is better than for every party, found anew.",
    "ask_change": "Values that exactly one party asks for or accepts, found anew.",
    "extent": "Counts what the lines above tell.",
    "rule": "A rule of the codebook names values that cannot hold together: world logic, written by"
    " its author and nobody's word. A plan holds its clauses' values and what its steps entail.",
    "order": "What a party asks for before a step, or with it, against the plan's own order; and"
    " what the codebook's logic puts first, which is nobody's word.",
    "clause": "The values that two plans give the same issue, side by side.",
    "movement": "After each dated word: the steps of the scale between the parties' nearest"
    " accepted values. A party that has accepted nothing makes it unknown.",
}


def reason_of(line: GapLine) -> str:
    """The rule behind a line, with the rules of the words that it shows as flagged."""
    rules = [REASONS[line.kind]]
    rules += [told for sign, told in SIGNS.items() if sign in line.text]
    return " ".join(rules)


def _docstring(rule: object) -> str:
    return " ".join((rule.__doc__ or "").split())


# What a note in a line stands for: the rule that made it.
SIGNS: Mapping[str, str] = {
    "implied": " ".join(
        _docstring(rule)
        for rule in (cell_rules.words_bear_on_values, cell_rules.refusals_close_outwards)
    ),
    "order unknown": _docstring(cell_rules.refusal_stands_while_order_is_open),
    "conflict in record": _docstring(cell_rules.refusal_stands_while_order_is_open),
    cell_rules.SOFTENED: _docstring(cell_rules.softened_red_line_stays_visible),
    "taken back": _docstring(cell_rules.taken_back_words_fall),
}
