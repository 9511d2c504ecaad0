"""How a position is told: denied, to come, on a condition, against its matter."""

from __future__ import annotations

import pytest

from onrecord.positions.forms import forms_of
from tests.positions.stage import read

TOLD = [
    ("Ostria demands a ceasefire.", set()),
    ("Ostria rejects a ceasefire.", {"against"}),
    ("Ostria did not accept a ceasefire.", {"negated", "against"}),
    ("Kovar said Ostria would never cede Mirra.", {"negated", "future", "against"}),
    ("Neither Ostria nor Belmark accepted a ceasefire.", {"negated", "against"}),
    ("Ostria pledged to cut emissions.", set()),
    ("Ostria promised that it would cut emissions.", {"future"}),
    ("Ostria agreed to cut emissions.", set()),
    ("Ostria will hold talks once Belmark lifts its sanctions.", {"conditional"}),
    (
        "Should Belmark lift its sanctions, Ostria would hold talks, Kovar said.",
        {"conditional"},
    ),
    ("Kovar said Ostria would soon hold talks.", {"future"}),
    ("Ostria proposed a ceasefire pending the release of all prisoners.", {"conditional"}),
    ("Ostria proposed a ceasefire on Monday.", set()),
]


@pytest.mark.parametrize(("text", "forms"), TOLD, ids=[text for text, _ in TOLD])
def test_forms(text: str, forms: set[str]) -> None:
    _, _, found = read(text)
    told = [p for p in found if p.issue is not None and p.step is None]
    assert told
    assert all(forms_of(p) == forms for p in told)


def test_harm_on_a_condition_is_a_threat() -> None:
    _, _, found = read("Kovar said Ostria would attack the port if Belmark kept its sanctions.")
    assert [p.act for p in found] == ["threaten"]
    _, _, found = read("Kovar said Ostria would hold talks if Belmark lifted its sanctions.")
    assert "threaten" not in [p.act for p in found]


@pytest.mark.parametrize(
    ("behind", "reason"),
    [
        ("because it would help Belmark", "because it would help Belmark"),
        ("because of its cost", "because of its cost"),
        ("on the grounds that it would help Belmark", "on the grounds that it would help Belmark"),
        ("on Monday", None),
    ],
)
def test_a_reason_is_kept_beside_the_matter(behind: str, reason: str | None) -> None:
    _, _, found = read(f"Ostria rejected the ceasefire {behind}.")
    assert [p.reason for p in found] == [reason]
    assert all("help" not in (p.object or "") and "cost" not in (p.object or "") for p in found)
