"""What does each party want? Positions and plans, read by a codebook that a user can change."""

from __future__ import annotations

from onrecord.positions.codebook import Codebook, Issue, Rule, StepDef, Value
from onrecord.positions.codebook_file import load_codebook
from onrecord.positions.finding import find_positions
from onrecord.positions.plans import find_plans
from onrecord.positions.plover import PLOVER_ROOT

__all__ = [
    "PLOVER_ROOT",
    "Codebook",
    "Issue",
    "Rule",
    "StepDef",
    "Value",
    "find_plans",
    "find_positions",
    "load_codebook",
]
