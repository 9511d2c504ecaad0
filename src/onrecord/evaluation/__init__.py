"""How good is it: gold readers and scores."""

from onrecord.evaluation.actor_scores import ActorScores
from onrecord.evaluation.actors import evaluate_actors
from onrecord.evaluation.case_scores import CaseScores
from onrecord.evaluation.cases import evaluate_cases
from onrecord.evaluation.entities import EntityScores, evaluate_entities
from onrecord.evaluation.speakers import SpeakerScores, evaluate_speakers
from onrecord.evaluation.statement_scores import StatementScores
from onrecord.evaluation.statements import evaluate_statements

__all__ = [
    "ActorScores",
    "CaseScores",
    "EntityScores",
    "SpeakerScores",
    "StatementScores",
    "evaluate_actors",
    "evaluate_cases",
    "evaluate_entities",
    "evaluate_speakers",
    "evaluate_statements",
]
