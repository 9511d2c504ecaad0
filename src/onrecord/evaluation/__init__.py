"""How good is it: gold readers and scores."""

from onrecord.evaluation.statement_scores import StatementScores
from onrecord.evaluation.statements import evaluate_statements

__all__ = ["StatementScores", "evaluate_statements"]
