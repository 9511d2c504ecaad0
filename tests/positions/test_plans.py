"""Plans: clauses that a text names as one plan's, and texts that name none."""

from __future__ import annotations

import pytest

from onrecord.positions import PLOVER_ROOT
from onrecord.records import Act
from tests.positions.stage import actor_id, plans

PLANS = {
    "calls for": (
        "The 60-day ceasefire plan calls for a halt to all fighting.",
        "60-day ceasefire plan",
        None,
        [("ceasefire.scope", "general")],
    ),
    "which includes": (
        "Ostria's 5-point plan, which includes a full ceasefire and the return of the islands, "
        "is new.",
        "5-point plan",
        "Ostria",
        [("ceasefire.scope", "general"), ("control.territory", "restored")],
    ),
    "among": (
        "Among the Calderian proposals are recognition of the annexation of Mirra, "
        "security guarantees for Ostria and a buffer zone.",
        "Calderian proposals",
        "Calder",
        [("status.mirra", "de_jure"), ("guarantees", None), ("disengagement", "zone")],
    ),
    "it goes on": (
        "Ostria presented a six-point plan. It calls for a ceasefire and the release of all "
        "prisoners. It also provides for United Nations observers along the line.",
        "six-point plan",
        "Ostria",
        [
            ("ceasefire.scope", "general"),
            ("prisoners", "all_for_all"),
            ("ceasefire.monitoring", "un"),
        ],
    ),
    "in stages": (
        "Calder's peace plan consists of three stages. First, a ceasefire would take hold. Then "
        "both sides would exchange all prisoners. In the last stage, sanctions would be lifted.",
        "peace plan",
        "Calder",
        [("ceasefire.scope", "general"), ("prisoners", "all_for_all"), ("sanctions", "lift_all")],
    ),
    "in return": (
        "Under the draft, Belmark would withdraw its troops from Mirra. In return, Ostria would "
        "lift its sanctions.",
        "draft",
        None,
        [("withdrawal.mirra.belmark", "full"), ("sanctions", "lift_all")],
    ),
    "measured": (
        "The offer includes a pay rise of four percent and shorter working hours.",
        "offer",
        None,
        [("wages", "raise"), ("working_time", "shorter")],
    ),
    "behind a colon": (
        "Belmark proposed a roadmap: a ceasefire, then the withdrawal of troops from Mirra.",
        "Belmark roadmap",
        "Belmark",
        [("ceasefire.scope", "general"), ("withdrawal.mirra.forces", "full")],
    ),
    "three items": (
        "Among the proposals are a ceasefire at sea, a release of all prisoners and a meeting of "
        "the leaders.",
        "proposals",
        None,
        [("ceasefire.scope", "general"), ("prisoners", "all_for_all"), ("leaders_meeting", "now")],
    ),
    "somebody else goes on": (
        "The plan calls for a ceasefire. Calder would welcome the release of all prisoners.",
        "plan",
        None,
        [("ceasefire.scope", "general")],
    ),
    "under": (
        "Under the proposal, Belmark would withdraw its troops from Mirra.",
        "proposal",
        None,
        [("withdrawal.mirra.belmark", "full")],
    ),
}


@pytest.mark.parametrize(("text", "name", "author", "clauses"), PLANS.values(), ids=PLANS)
def test_plan(
    text: str, name: str, author: str | None, clauses: list[tuple[str | None, str | None]]
) -> None:
    (plan,) = plans(text)
    assert plan.name == name
    assert plan.author == (actor_id(author) if author else None)
    assert [(c.issue, c.value) for c in plan.clauses] == clauses
    assert all(s.text in text for c in plan.clauses for s in c.spans)


@pytest.mark.parametrize(
    "text",
    [
        "The plan was discussed for hours.",
        "Planners include two engineers.",
        "The plan has failed.",
    ],
)
def test_no_plan(text: str) -> None:
    assert plans(text) == ()


def test_the_plan_goes_on() -> None:
    found = plans("The truce plan calls for a full ceasefire. The plan would open a buffer zone.")
    assert len(found) == 1


ROOTS = {"REQUEST", "AGREE", "REJECT", "RETREAT", "THREATEN", "CONSULT"}


def test_every_act_has_one_plover_root() -> None:
    assert set(PLOVER_ROOT) == set(Act.__args__)  # type: ignore[attr-defined]
    assert set(PLOVER_ROOT.values()) <= {
        "REQUEST",
        "AGREE",
        "REJECT",
        "RETREAT",
        "THREATEN",
        "CONSULT",
    }
