"""No denied yes is ever read as a yes: every construction of a yes under every denial."""

from __future__ import annotations

import pytest

from tests.positions.stage import actor_id, cells, read

# base form, participle, -ing form
YES = {
    "accept": ("accept a ceasefire", "accepted a ceasefire", "accepting a ceasefire"),
    "agree": ("agree to lift sanctions", "agreed to lift sanctions", "agreeing to lift sanctions"),
    "consent": ("consent to hold talks", "consented to hold talks", "consenting to hold talks"),
    "endorse": ("endorse a ceasefire", "endorsed a ceasefire", "endorsing a ceasefire"),
    "support": ("support a ceasefire", "supported a ceasefire", "supporting a ceasefire"),
    "offer": ("offer to hold talks", "offered to hold talks", "offering to hold talks"),
    "offer a good": (
        "offer security guarantees",
        "offered security guarantees",
        "offering security guarantees",
    ),
    "promise": (
        "promise to lift sanctions",
        "promised to lift sanctions",
        "promising to lift sanctions",
    ),
    "pledge": (
        "pledge to exchange prisoners",
        "pledged to exchange prisoners",
        "pledging to exchange prisoners",
    ),
    "commit": ("commit to a ceasefire", "committed to a ceasefire", "committing to a ceasefire"),
    "own act": (
        "recognise the annexation of Mirra",
        "recognised the annexation of Mirra",
        "recognising the annexation of Mirra",
    ),
    "ready": ("be ready to hold talks", "been ready to hold talks", "being ready to hold talks"),
}
DENIALS = """
Ostria will not {b}
Ostria won't {b}
Ostria will never {b}
Ostria would under no circumstances {b}
Ostria will in no case {b}
Ostria will by no means {b}
Ostria will on no account {b}
Ostria will not {b} under any circumstances
Ostria would not under any circumstances {b}
Under no circumstances will Ostria {b}
In no case would Ostria {b}
Never will Ostria {b}
At no point did Ostria {b}
Ostria did not {b}
Ostria has never {p}
Ostria will no longer {b}
Ostria refused to {b}
Ostria declined to {b}
Ostria is not going to {b}
Ostria is not about to {b}
Ostria does not intend to {b}
Ostria has no intention of {g}
Ostria ruled out {g}
Ostria stopped short of {g}
Ostria is far from {g}
Ostria cannot {b}
Ostria could never {b}
Ostria hardly {p}
Ostria is unwilling to {b}
Ostria is by no means ready to {b}
Ostria is not prepared under any circumstances to {b}
Ostria is no longer willing to {b}
Ostria has neither asked for help nor {p}
Ostria did not propose or {b}
Ostria did not promise to {b}
Ostria made no promise to {b}
Ostria showed no willingness to {b}
Ostria showed little readiness to {b}
Ostria did not signal its readiness to {b}
Ostria refused to repeat its promise to {b}
Neither Ostria nor Belmark has {p}
There is no way Ostria will {b}
Ostria rejected calls to {b}
""".strip().splitlines()
FRAMES = ("{x}.", "Kovar said that {x}.", "“{x},” Kovar said.")
GIVEN = ("accept", "offer", "commit", "accept_if", "openness")


@pytest.mark.parametrize("light", [False, True], ids=["syntax", "light"])
@pytest.mark.parametrize("forms", YES.values(), ids=YES)
def test_a_denied_yes_is_no_yes(forms: tuple[str, str, str], light: bool) -> None:
    base, participle, gerund = forms
    lines = [
        frame.format(x=denial.format(b=base, p=participle, g=gerund))
        for denial in DENIALS
        for frame in FRAMES
    ]
    article, _, positions = read("\n".join(lines), light=light)
    read_as_yes = [p for p in positions if p.act in GIVEN and p.issue is not None]
    assert [(p.act, article.text[p.spans[0].start : p.spans[0].end]) for p in read_as_yes] == []


@pytest.mark.parametrize("forms", YES.values(), ids=YES)
def test_the_same_yes_undenied_is_one(forms: tuple[str, str, str]) -> None:
    _, _, positions = read(f"Kovar said that Ostria would {forms[0]}.")
    assert [p for p in positions if p.act in GIVEN]


RED_LINES = [
    ("Ostria will under no circumstances accept a truce.", "reject", "under no circumstances"),
    ("Ostria will not accept a truce under any circumstances.", "reject", "under any"),
    ("“We will in no case recognise the annexation,” Kovar said.", "reject", "in no case"),
    ("Kovar said recognition of the annexation remains a red line.", "reject", "red line"),
    ("Kovar called recognition of the annexation a red line.", "reject", "red line"),
    ("Recognition of the annexation is a red line for Ostria.", "reject", "red line"),
    ("Kovar said giving up any part of the Lune Valley was a red line.", "reject", "red line"),
    ("Kovar said territorial integrity is non-negotiable.", "demand", "non-negotiable"),
    ("Kovar said that its integrity is not up for negotiation.", "demand", "not up for"),
    ("Kovar said ceding Mirra is not an option.", "reject", "not an option"),
    (
        "Ostria rejects any recognition of the annexation. Kovar said this was the main red line.",
        "reject",
        "this was the main red line",
    ),
    ("Kovar said security guarantees are negotiable.", None, ""),
    ("Recognition of the annexation does not constitute a red line for Ostria.", None, ""),
    ("Piet Vos called recognition of the annexation a red line.", None, ""),
    ("The red line runs through Mirra.", None, ""),
]


@pytest.mark.parametrize(("text", "act", "words"), RED_LINES, ids=[r[0] for r in RED_LINES])
def test_red_lines_are_declared(text: str, act: str | None, words: str) -> None:
    _, _, positions = read(text)
    found = [p for p in positions if p.party == actor_id("Ostria")]
    assert [p.act for p in found] == ([act] if act else [])
    for position in found:
        assert position.hardness == "red_line"
        declared = position.hardness_span
        assert declared is not None
        assert declared.text.startswith(words)
        assert any(s.start <= declared.start and declared.end <= s.end for s in position.spans)


def test_a_yes_under_any_circumstances_is_no_red_line() -> None:
    _, _, (position,) = read("Kovar said Ostria would accept a truce under any circumstances.")
    assert (position.act, position.hardness) == ("accept", None)


def test_another_party_s_red_line_is_its_own() -> None:
    text = "Ostria rejects recognition of the annexation. Teel said this was a red line."
    assert [p.hardness for p in read(text)[2]] == [None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ostria warned against lifting sanctions.", ["Ostria reject sanctions=lift_all"]),
        ("Kovar cautioned against a truce.", ["Ostria reject ceasefire.scope=general"]),
        ("Piet Vos warned against lifting sanctions.", []),
        ("Kovar warned that sanctions would be lifted.", []),
    ],
    ids=["party", "official", "outsider", "warned that"],
)
def test_warned_against(text: str, said: list[str]) -> None:
    assert cells(text) == said


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Teel said that Ostria had rejected a ceasefire.", "against"),
        ("Teel said that Ostria had accepted a ceasefire.", "for"),
    ],
    ids=["rejected", "accepted"],
)
def test_polarity_of_a_claim_is_that_of_the_act(text: str, polarity: str) -> None:
    _, _, (position,) = read(text)
    assert (position.act, position.polarity) == ("claim_about_other", polarity)
