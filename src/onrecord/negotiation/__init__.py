"""What stands between the parties: cells, the status of issues, circles, conflicts, packages.

Works on records alone. Every answer is about this record: agreed, no objection, contested, or
ruled out on it; nothing here says what could happen.
"""

from onrecord.negotiation.cells import build_cells
from onrecord.negotiation.comparison import compare_drafts, replies_to
from onrecord.negotiation.conflicts import find_conflicts
from onrecord.negotiation.deadlocks import find_deadlocks
from onrecord.negotiation.differences import picture_changes
from onrecord.negotiation.drafts import Draft, draft_of, load_draft
from onrecord.negotiation.flip import flip_test
from onrecord.negotiation.lines import GapLine
from onrecord.negotiation.missing import MissingWord, missing_words
from onrecord.negotiation.movement import measure_movement
from onrecord.negotiation.openings import Opening, find_openings
from onrecord.negotiation.packages import build_packages
from onrecord.negotiation.picture import Picture, Terms, draw_picture
from onrecord.negotiation.plan_order import broken_rules, order_faults
from onrecord.negotiation.sentences import gap_sentences
from onrecord.negotiation.status import judge_issues
from onrecord.negotiation.steps import find_steps
from onrecord.negotiation.suppositions import Supposition, suppose
from onrecord.negotiation.tracks import Track, trace_issues
from onrecord.negotiation.unanswered import Unanswered, find_unanswered
from onrecord.negotiation.wording import Source, Wording

__all__ = [
    "Draft",
    "GapLine",
    "MissingWord",
    "Opening",
    "Picture",
    "Source",
    "Supposition",
    "Terms",
    "Track",
    "Unanswered",
    "Wording",
    "broken_rules",
    "build_cells",
    "build_packages",
    "compare_drafts",
    "draft_of",
    "draw_picture",
    "find_conflicts",
    "find_deadlocks",
    "find_openings",
    "find_steps",
    "find_unanswered",
    "flip_test",
    "gap_sentences",
    "judge_issues",
    "load_draft",
    "measure_movement",
    "missing_words",
    "order_faults",
    "picture_changes",
    "replies_to",
    "suppose",
    "trace_issues",
]
