"""How good is it: gold readers and scores."""

from onrecord.evaluation.actor_scores import ActorScores
from onrecord.evaluation.actors import evaluate_actors
from onrecord.evaluation.acts import ActScores, evaluate_acts
from onrecord.evaluation.assessment_scores import AssessmentScores
from onrecord.evaluation.assessments import evaluate_assessments
from onrecord.evaluation.case_scores import CaseScores
from onrecord.evaluation.cases import evaluate_cases
from onrecord.evaluation.contradictions import ContradictionScores, evaluate_contradictions
from onrecord.evaluation.dates import evaluate_dates
from onrecord.evaluation.entities import EntityScores, evaluate_entities
from onrecord.evaluation.events import EventScores, evaluate_events
from onrecord.evaluation.places import PlaceScores, evaluate_places
from onrecord.evaluation.position_scores import PositionScores
from onrecord.evaluation.positions import evaluate_positions
from onrecord.evaluation.quantities import QuantityScores, evaluate_quantities
from onrecord.evaluation.reports import ReportScores, evaluate_reports
from onrecord.evaluation.speakers import SpeakerScores, evaluate_speakers
from onrecord.evaluation.statement_scores import StatementScores
from onrecord.evaluation.statements import evaluate_statements
from onrecord.evaluation.stories import StoryScores, evaluate_stories
from onrecord.evaluation.time_scores import DateCaseScores, DateScores, TimeScores
from onrecord.evaluation.times import evaluate_date_cases, evaluate_times
from onrecord.evaluation.wires import WireScores, evaluate_wires

__all__ = [
    "ActScores",
    "ActorScores",
    "AssessmentScores",
    "CaseScores",
    "ContradictionScores",
    "DateCaseScores",
    "DateScores",
    "EntityScores",
    "EventScores",
    "PlaceScores",
    "PositionScores",
    "QuantityScores",
    "ReportScores",
    "SpeakerScores",
    "StatementScores",
    "StoryScores",
    "TimeScores",
    "WireScores",
    "evaluate_actors",
    "evaluate_acts",
    "evaluate_assessments",
    "evaluate_cases",
    "evaluate_contradictions",
    "evaluate_date_cases",
    "evaluate_dates",
    "evaluate_entities",
    "evaluate_events",
    "evaluate_places",
    "evaluate_positions",
    "evaluate_quantities",
    "evaluate_reports",
    "evaluate_speakers",
    "evaluate_statements",
    "evaluate_stories",
    "evaluate_times",
    "evaluate_wires",
]
