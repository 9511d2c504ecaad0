"""Our acts out of the roots that the learnt reader finds."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.language.acting import ROOTS
from onrecord.positions.learned_acts import told_act, told_acts
from onrecord.positions.plover import ACT_OF_ROOT, PLOVER_ROOT
from onrecord.records import Act

CASES = {
    "demands": ("Orvenia demanded that Velundia withdraw its troops.", "demand"),
    "refuses": ("Orvenia has refused to meet the envoys of Velundia.", "reject"),
    "agrees": ("Orvenia has agreed to hold talks with Velundia.", "accept"),
    "threatens": ("Orvenia threatened to attack Velundia.", "threaten"),
    "gives way": ("Orvenia lifted the blockade of Velundia.", "withdraw"),
    "no position: a deed": ("Orvenia bombed the capital of Velundia.", None),
    "no position: a meeting": ("Orvenia held talks with Velundia on Monday.", None),
}


def asked(sentence: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None]:
    at = sentence.index("Velundia")
    return sentence, (0, len("Orvenia")), (at, at + len("Velundia"))


@pytest.mark.parametrize(("sentence", "act"), CASES.values(), ids=CASES)
def test_acts(sentence: str, act: Act | None) -> None:
    told = told_act(*asked(sentence))
    assert told.act == act
    assert 0.0 < told.sure <= 1.0
    assert told.root in ROOTS


def test_order_and_company_change_nothing() -> None:
    every = [asked(sentence) for sentence, _ in CASES.values()]
    assert told_acts(every) == tuple(told_act(*one) for one in every)


def test_nobody_need_be_named() -> None:
    told = told_act("The proposal was rejected.", None, None)
    assert told.act == "reject"


def test_the_table_goes_back_to_the_acts_it_comes_from() -> None:
    acts = get_args(Act)
    assert set(ACT_OF_ROOT) <= {*ROOTS, "RETREAT"}
    for root, act in ACT_OF_ROOT.items():
        assert act in acts
        assert PLOVER_ROOT[act] == ("RETREAT" if root == "YIELD" else root)
    assert set(PLOVER_ROOT) == set(acts)
