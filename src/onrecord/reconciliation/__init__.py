"""Which reports agree? Copies, witnesses, reports, stories, contradictions, shifts, events.

Everything here works from the records of a whole corpus (assessments: of one article), compares
only what can meet (equal hashes, MinHash bands, shared words, shared days), and gives the same
answer in whatever order the records come.
"""

from __future__ import annotations

from onrecord.reconciliation.assessments import find_assessments
from onrecord.reconciliation.contradictions import (
    compare_told,
    explain_rule,
    find_contradictions,
)
from onrecord.reconciliation.copies import find_copies
from onrecord.reconciliation.credits import wire_credit
from onrecord.reconciliation.dating import BY_OTHERS, date_by_reports
from onrecord.reconciliation.divisions import Division, find_divisions
from onrecord.reconciliation.events import find_events
from onrecord.reconciliation.party_names import AskedNames, PartyNames, answers, party_names
from onrecord.reconciliation.plans import merge_plans
from onrecord.reconciliation.reports import join_reports
from onrecord.reconciliation.shifts import find_shifts
from onrecord.reconciliation.sightings import Sighting, find_sightings
from onrecord.reconciliation.stories import find_stories
from onrecord.reconciliation.told import Told, can_be_told, read_told
from onrecord.reconciliation.witnesses import Witnesses, find_origins, find_witnesses

__all__ = [
    "BY_OTHERS",
    "AskedNames",
    "Division",
    "PartyNames",
    "Sighting",
    "Told",
    "Witnesses",
    "answers",
    "can_be_told",
    "compare_told",
    "date_by_reports",
    "explain_rule",
    "find_assessments",
    "find_contradictions",
    "find_copies",
    "find_divisions",
    "find_events",
    "find_origins",
    "find_shifts",
    "find_sightings",
    "find_stories",
    "find_witnesses",
    "join_reports",
    "merge_plans",
    "party_names",
    "read_told",
    "wire_credit",
]
