"""What stands between the parties: cells, the status of issues, circles, conflicts, packages.

Works on records alone. Every answer is about this record: agreed, no objection, contested, or
ruled out on it; nothing here says what could happen.
"""

from onrecord.negotiation.cells import build_cells
from onrecord.negotiation.conflicts import find_conflicts
from onrecord.negotiation.deadlocks import find_deadlocks
from onrecord.negotiation.lines import GapLine
from onrecord.negotiation.movement import measure_movement
from onrecord.negotiation.packages import build_packages
from onrecord.negotiation.sentences import gap_sentences
from onrecord.negotiation.status import judge_issues
from onrecord.negotiation.steps import find_steps

__all__ = [
    "GapLine",
    "build_cells",
    "build_packages",
    "find_conflicts",
    "find_deadlocks",
    "find_steps",
    "gap_sentences",
    "judge_issues",
    "measure_movement",
]
