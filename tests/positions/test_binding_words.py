"""What a position hangs on, told by plain "will", by asides, in exchange, or by nobody at all."""

from __future__ import annotations

import pytest

from onrecord.positions import load_codebook
from tests.positions.stage import actor_id, cells, read

TALKS = "Belmark accept_if talks.holding=held"
START = "Belmark precondition talks_start"
CONDITIONS = [
    (
        "once behind will",
        "Belmark will hold talks once Ostria lifts its sanctions.",
        [f"{TALKS} [only_after sanctions_lifted]", f"{START} [only_after sanctions_lifted]"],
    ),
    ("once of the weather", "The ferry will sail once the fog lifts.", []),
    ("what befalls", "Belmark will lose the war if Ostria keeps its sanctions.", []),
    ("what did not come", "Belmark would have held talks if Ostria had lifted its sanctions.", []),
    (
        "until behind will",
        "Belmark will keep its sanctions until Ostria withdraws its troops from the Lune Valley.",
        ["Belmark commit sanctions=keep [until withdrawal.ostria]"],
    ),
    ("until of the past", "Belmark kept its sanctions until Ostria withdrew its troops.", []),
    (
        "told by an unnamed minister",
        "Belmark would hold talks if Ostria lifts its sanctions, the minister said.",
        [f"{TALKS} [if sanctions_lifted]", f"{START} [if sanctions_lifted]"],
    ),
    (
        "as long as",
        "Belmark will hold talks as long as Ostria keeps the ceasefire, Teel said.",
        [f"{TALKS} [as_long_as ceasefire]", f"{START} [as_long_as ceasefire]"],
    ),
    (
        "provided that",
        "Belmark will hold talks provided that Ostria lifts its sanctions, Teel said.",
        [f"{TALKS} [if sanctions_lifted]", f"{START} [if sanctions_lifted]"],
    ),
    (
        "provided that, behind what is told",
        "Ostria said it would accept a ceasefire, provided that Belmark lifts its sanctions first.",
        [
            "Ostria accept_if ceasefire.scope=general [if sanctions_lifted]",
            "Ostria precondition ceasefire [if sanctions_lifted]",
        ],
    ),
    (
        "no such thing while",
        "Kovar said there would be no ceasefire while Belmark troops remained in the Lune Valley.",
        [
            "Ostria precondition ceasefire [as_long_as withdrawal.lune.belmark]",
            "Ostria reject ceasefire.scope=general [as_long_as withdrawal.lune.belmark]",
        ],
    ),
    (
        "refused while",
        "Ostria refused to lift its sanctions while the blockade lasts.",
        ["Ostria reject sanctions=lift_all [as_long_as ?]"],
    ),
    (
        "while others",
        "Ostria rejected a ceasefire while Belmark is open to it.",
        ["Ostria reject ceasefire.scope=general"],
    ),
    (
        "no talks until",
        "“There can be no talks until Belmark withdraws its troops,” Kovar said.",
        ["Ostria precondition talks_start [until withdrawal.belmark]"],
    ),
    (
        "cannot until, of itself",
        "Kovar said Ostria could not lift its sanctions until Belmark withdrew its troops.",
        [
            "Ostria accept_if sanctions=lift_all [until withdrawal.belmark]",
            "Ostria precondition sanctions_lifted [until withdrawal.belmark]",
        ],
    ),
    (
        "cannot, of itself",
        "Kovar said Ostria could not accept a ceasefire.",
        ["Ostria reject ceasefire.scope=general"],
    ),
    ("cannot, of another", "Kovar said Belmark could not accept a ceasefire.", []),
    ("could not, nobody's words", "Ostria could not accept a ceasefire.", []),
    ("none this week", "“There will be no ceasefire this week,” Kovar said.", []),
    (
        "a condition that is not told",
        "Ostria repeated its offer of a ceasefire but hardened its condition.",
        ["Ostria accept_if ceasefire.scope=general [if ?]"],
    ),
    (
        "conditions attached",
        "Ostria accepted the ceasefire, attaching new conditions.",
        ["Ostria accept_if ceasefire.scope=general [if ?]"],
    ),
    (
        "no conditions",
        "Ostria accepted the ceasefire with no conditions.",
        ["Ostria accept ceasefire.scope=general"],
    ),
    (
        "how things are",
        "Ostria accepted a ceasefire but criticised the harsh conditions in the camps.",
        ["Ostria accept ceasefire.scope=general"],
    ),
    (
        "another's conditions",
        "Ostria accepted the ceasefire and Belmark attached new conditions.",
        ["Ostria accept ceasefire.scope=general"],
    ),
    (
        "a time told behind a refusal",
        "Ostria rejected a ceasefire after Belmark announced new sanctions.",
        ["Ostria reject ceasefire.scope=general"],
    ),
    ("a time that is to come", "Ostria will not hold talks after the shelling of Varn.", []),
    (
        "until after",
        "Ostria refuses to hold talks until after the election.",
        ["Ostria accept_if talks.holding=held [only_after ?]"],
    ),
    (
        "as soon as possible",
        "Kovar said Ostria would lift its sanctions as soon as possible.",
        ["Ostria commit sanctions=lift_all"],
    ),
    (
        "will not hesitate",
        "Kovar said Ostria will not hesitate to impose sanctions.",
        ["Ostria threaten sanctions=expand"],
    ),
    (
        "asked where",
        "Kovar asked where Ostria should hold talks and how much money it should pay.",
        [],
    ),
    ("has yet to", "“We have yet to lift sanctions,” Kovar said.", []),
    ("what a deal would do", "Kovar saw a deal that would lift sanctions if it left.", []),
    ("none, perhaps", "“There may be no ceasefire,” Kovar said.", []),
    (
        "none",
        "“There will be no ceasefire,” Kovar said.",
        ["Ostria reject ceasefire.scope=general"],
    ),
    ("provided food", "Ostria provided food and said it would accept a ceasefire.", []),
    (
        "in exchange, behind a date",
        "Ostria offered to lift its sanctions by June in exchange for a ceasefire.",
        [
            "Ostria offer sanctions=lift_all [in_exchange_for ceasefire] [by_date ?]",
            "Ostria precondition sanctions_lifted [in_exchange_for ceasefire]",
        ],
    ),
    (
        "on condition that",
        "Ostria accepted the ceasefire on condition that Belmark lifts its sanctions.",
        [
            "Ostria accept_if ceasefire.scope=general [if sanctions_lifted]",
            "Ostria precondition ceasefire [if sanctions_lifted]",
        ],
    ),
    ("on a condition", "Ostria accepted the ceasefire on Monday.",
     ["Ostria accept ceasefire.scope=general"]),
    (
        "only after a clause",
        "Belmark will hold talks only after a ceasefire takes effect, Teel said.",
        [f"{TALKS} [only_after ceasefire]", f"{START} [only_after ceasefire]"],
    ),
    (
        "but only if",
        "Teel said Belmark would hold talks, but only if Ostria lifts its sanctions.",
        [f"{TALKS} [if ?]"],
    ),
    (
        "unless makes a threat",
        "Teel said Belmark would expand its sanctions unless Ostria withdraws its troops.",
        ["Belmark threaten sanctions=expand [unless withdrawal.ostria]"],
    ),
    (
        "unless holds back",
        "Teel said Belmark would not hold talks unless Ostria lifts its sanctions.",
        [f"{TALKS} [unless sanctions_lifted]", f"{START} [unless sanctions_lifted]"],
    ),
    (
        "neither nor, of what will be",
        "Neither Ostria nor Belmark will accept a ceasefire.",
        ["Ostria reject ceasefire.scope=general", "Belmark reject ceasefire.scope=general"],
    ),
    (
        "neither nor, of what was",
        "Neither Ostria nor Belmark accepted a ceasefire.",
        ["Belmark reject ceasefire.scope=general", "Ostria reject ceasefire.scope=general"],
    ),
    ("a mere guess", "Ostria will accept a ceasefire.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"), [c[1:] for c in CONDITIONS], ids=[c[0] for c in CONDITIONS]
)
def test_conditions(text: str, told: list[str]) -> None:
    assert cells(text) == told


WORDS = [
    "if Belmark withdraws its troops from the Lune Valley",
    "only after a ceasefire takes effect",
    "once Belmark has lifted its sanctions",
    "in exchange for the release of all prisoners",
    "as long as Belmark keeps the ceasefire",
    "provided that Belmark lifts its sanctions",
]
ASIDES = [
    "the minister said on Tuesday",
    "Kovar said",
    "according to Kovar",
    "Kovar added in a speech to parliament",
    "officials said after a meeting on Monday",
]


def test_in_exchange_is_read_where_the_parser_hangs_it_on_the_verb() -> None:
    text = "Ostria offered to raise supplies by 3 percent in exchange for an end to the sanctions."
    (found,) = read(text)[2]
    assert [(c.type, c.span.text) for c in found.conditions] == [
        ("in_exchange_for", "in exchange for an end to the sanctions")
    ]


GIVERS = {
    "whose goods are named": ("the release of Belmark's prisoners", "Belmark"),
    "whom a likeness names": ("guarantees similar to Belmark's treaty", None),
    "whom a likeness names, beside another": ("Calder's guarantees, like Belmark's", "Calder"),
}


@pytest.mark.parametrize(("asked", "giver"), GIVERS.values(), ids=GIVERS)
def test_who_would_give_in_exchange(asked: str, giver: str | None) -> None:
    found = read(f"Ostria offered to lift its sanctions in exchange for {asked}.")[2]
    givers = {c.party for p in found if p.act == "offer" for c in p.conditions}
    assert givers == {actor_id(giver) if giver else None}


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("aside", ASIDES)
def test_a_condition_ends_before_who_said_so(words: str, aside: str) -> None:
    _, _, found = read(f"Ostria will hold talks {words}, {aside}.")
    assert {c.span.text for p in found for c in p.conditions} == {words}


@pytest.mark.parametrize(
    ("text", "step", "party"),
    [
        (
            "Belmark offered to lift its tariffs on Ostrian goods in return for purchases of"
            " Belmarkian grain.",
            "purchases_made.ostria",
            "Ostria",
        ),
        (
            "Belmark offered Ostria lower tariffs in return for purchases of its grain.",
            "purchases_made.ostria",
            "Ostria",
        ),
        (
            "Belmark offered to lift its tariffs in return for purchases of Belmarkian grain.",
            None,
            None,
        ),
    ],
    ids=["named by its goods", "named as the one asked", "not named"],
)
def test_what_is_given_in_exchange_is_given_by_the_other_side(
    text: str, step: str | None, party: str | None
) -> None:
    _, _, found = read(text, book=load_codebook("trade"))
    given = {(c.step, c.party) for p in found for c in p.conditions}
    assert given == {(step, actor_id(party) if party else None)}
