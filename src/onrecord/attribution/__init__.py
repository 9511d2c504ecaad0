"""Where statements and mentions meet: who made each statement, for whom, through whom, and when."""

from onrecord.attribution.attribute import attribute

__all__ = ["attribute"]
