"""What is told as a fact, and what is only asked for, planned or supposed."""

from __future__ import annotations

import re

NOT_A_FACT = re.compile(
    r"\b(?:would|could|should|must|(?-i:may)|might|will|shall|if|unless|until|propos\w+|demand\w*|"
    r"want\w*|offer\w*|plan\w*|pledg\w+|promis\w+|call\w* for|ask\w*|seek\w*|urg\w+|expect\w*|"
    r"up to|as many as|potential\w*|estimated to|need\w*|request\w*|suggest\w*|target\w*|"
    r"threaten\w*|limit\w*|cap|capped|ceiling|require\w*|ready|intend\w*|hop(?:e|ed|es|ing)|"
    r"refus\w+|reject\w*)\b",
    re.IGNORECASE,
)


def is_factual(text: str) -> bool:
    """Whether the words tell what is or was, with no word of wishing, planning or supposing."""
    return NOT_A_FACT.search(text) is None
