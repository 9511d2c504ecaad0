"""What a side can grant and what merely comes to pass: offers beside predictions."""

from __future__ import annotations

import pytest

from tests.positions.stage import cells, shown

LEAVES = "if Ostria withdraws its troops"
LIFTED = [f"Belmark {act} | Sanctions could be lifted" for act in ("accept_if", "precondition")]
FORETOLD = [
    ("lifted", f'"Sanctions could be lifted {LEAVES}," Teel said.', LIFTED),
    ("defeated", f'"The bill would be defeated {LEAVES}," Teel said.', []),
    ("stops", '"The fighting will stop once Ostria pulls back," Teel said.',
     ["Belmark offer | The fighting will stop"]),
    ("shrinks", '"The economy will start to shrink once Ostria pulls back," Teel said.', []),
    ("goes on", "Brandt said the strike would go on until the company dropped its plan.",
     ["Dockers Union commit | the strike would go on"]),
    ("a disaster", '"The strike will be a disaster until Ostria gives way," Teel said.', []),
    ("stays closed", '"The border will stay closed until Ostria gives way," Teel said.',
     ["Belmark commit | The border will stay closed"]),
    ("stays at risk", '"Our ports will continue to be at risk until it ends," Teel said.', []),
    ("takes place", f'"The exchange could take place {LEAVES}," Teel said.',
     ["Belmark offer | The exchange could take place"]),
    ("takes time", f'"The exchange could take years {LEAVES}," Teel said.', []),
    ("would have", f'"It would have an enormous effect {LEAVES}," Teel said.', []),
    ("would accept", "Ostria said it would sign, provided that Belmark releases the prisoners.",
     ["Ostria offer | it would sign"]),
    ("nobody may", "No boat may leave the port until Ostria pulls back, Teel said.",
     ["Belmark precondition | No boat may leave the port"]),
    ("own act", f'"We will pay the fees {LEAVES}," Teel said.',
     ["Belmark accept_if | We will pay the fees"]),
    ("own loss", f'"We will lose the valley {LEAVES}," Teel said.', []),
    ("own state", f'"We will be poorer {LEAVES}," Teel said.', []),
    ("ruled out", "Ostria has ruled out intervening.", ["Ostria reject | intervening"]),
    ("own crash", '"Belmark will crash out if the pact ends," Teel said.', []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [f[1:] for f in FORETOLD], ids=[f[0] for f in FORETOLD])
def test_predictions_offer_nothing(text: str, told: list[str]) -> None:
    assert shown(text) == told


ASKED = "Belmark demand sanctions=lift_all"
GIVEN = [
    (
        "and we will",
        '"Lift the sanctions and we will release the prisoners," Teel said.',
        [
            ASKED,
            "Belmark accept_if prisoners=partial [if sanctions_lifted]",
            "Belmark precondition prisoners_exchanged [if sanctions_lifted]",
        ],
    ),
    ("and we can", '"Drop the sanctions and we can be back on Monday," Teel said.', [ASKED]),
    ("and we will see", '"Drop the sanctions and we will see," Teel said.', []),
    ("and it rains", '"Drop the sanctions and it will rain," Teel said.', []),
    ("no request", '"We drop the sanctions and we can be back on Monday," Teel said.', []),
    ("two promises", "Teel said Belmark will hold talks and we can be glad.",
     ["Belmark commit talks.holding=held"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [g[1:] for g in GIVEN], ids=[g[0] for g in GIVEN])
def test_what_is_asked_and_given_in_return(text: str, told: list[str]) -> None:
    assert cells(text) == told
