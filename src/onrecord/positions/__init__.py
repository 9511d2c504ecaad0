"""What does each party want? Positions and plans, read by a codebook that a user can change."""

from __future__ import annotations

from onrecord.positions.codebook import Codebook, Issue, Rule, StepDef, Value
from onrecord.positions.codebook_file import load_codebook
from onrecord.positions.decided import (
    Told,
    as_told,
    check_position,
    is_about_positions,
    position_decision,
    read_told,
)
from onrecord.positions.finding import find_positions
from onrecord.positions.plans import find_plans
from onrecord.positions.plover import PLOVER_ROOT
from onrecord.positions.settling import Placed, latest_placed, place_decisions, settle_positions

__all__ = [
    "PLOVER_ROOT",
    "Codebook",
    "Issue",
    "Placed",
    "Rule",
    "StepDef",
    "Told",
    "Value",
    "as_told",
    "check_position",
    "find_plans",
    "find_positions",
    "is_about_positions",
    "latest_placed",
    "load_codebook",
    "place_decisions",
    "position_decision",
    "read_told",
    "settle_positions",
]
