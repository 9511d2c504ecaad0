"""Who is reported saying what: the statements of an article, as spans."""

from onrecord.statements.finding import find_statements
from onrecord.statements.relatives import find_antecedent

__all__ = ["find_antecedent", "find_statements"]
