"""What is told as a fact, and what is only asked for, planned, supposed or guessed."""

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
# What makes of a telling a wish, a forecast, a guess, a condition or a question.
NOT_TOLD = re.compile(
    r"\b(?:would|could|should|must|(?-i:may)|might|will|shall|if|unless|whether|can|cannot|can't|"
    r"can’t|won't|won’t|ought|perhaps|maybe|possibl\w+|probabl\w+|likely|unlikely|potential\w*|"
    r"appear(?:s|ed)?|seem(?:s|ed)?|suspect\w*|believ\w+|think\w*|thought|fear(?:s|ed)?|"
    r"hop(?:e|ed|es|ing)|expect\w*|predict\w*|plan(?:s|ned)? to|intend\w*|want(?:s|ed)?|"
    r"propos(?:e|es|ed|als?)|demand(?:s|ed)?|urg(?:e|es|ed|ing)|call(?:s|ed)? (?:for|on)|"
    r"threaten\w*|vow\w*|pledg\w+|promis\w+|let(?:'s|’s| us)|please|imagine|suppose|"
    r"had better|need(?:s|ed|ing)?|time to|ha(?:s|ve|d) to|(?:is|are|was|were|be) to|going to|"
    r"about to|in order to|so that|how|why|what|rather than|instead of|as though|as if|or not|"
    r"alleged\w*|purported\w*|suspicions?|signs|rumou?rs?|claims?|accus\w+|allegations?|reportedly|"
    r"supposedly|lying|lies|den(?:y|ies|ied|ying)|concern(?:s|ed)?|worr(?:y|ies|ied)|doubts?|"
    r"(?:probe|inquiry|investigat\w+) (?:of|into)|arguments?|linking|skeptic\w*|sceptic\w*|"
    r"said|says|according to|https?|"
    r"ready|prepar(?:e|es|ed|ing)|try(?:ing)?|tried)\b|\?|"
    r"^\W*(?:had|were) (?:the |a )?\w+(?: \w+){0,4} (?:been|to)\b|\bhad no \w+ been\b|"
    r"^\W*(?:not |never )?to [a-z]+\b",
    re.IGNORECASE,
)


def is_factual(text: str) -> bool:
    """Whether the words tell what is or was, with no word of wishing, planning or supposing."""
    return NOT_A_FACT.search(text) is None


def is_told(text: str) -> bool:
    """Whether a clause tells what is or was: no wish, no forecast, no guess, no question."""
    return NOT_TOLD.search(text) is None


FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|been|[a-z]+n[’']t|[a-z]{3,}ed|began|beat|bore|"
    r"bought|broke|brought|built|came|caught|chose|cost|cut|dealt|drew|drove|ate|fell|felt|fled|"
    r"flew|owed|used|forbade|fought|found|froze|gave|got|grew|held|hid|hit|hung|hurt|kept|knew|laid|lay|led|"
    r"left|lent|let|lit|lost|made|meant|met|overran|paid|put|quit|ran|read|rode|rose|said|sank|"
    r"sent|set|shook|shot|shut|slept|sold|sought|spent|spoke|split|spread|stole|stood|struck|"
    r"stuck|swore|taught|threw|told|took|tore|understood|went|withdrew|withheld|won|wore|wrote|"
    r"(?:allow|attack|back|bar|block|break|build|control|fund|give|hold|keep|kill|make|mean|own|"
    r"ow|pay|produc|remain|respect|run|sell|send|show|stand|stay|support|tak|target|us|violat|"
    r"continu|enrich|arm|fire|refus|honour|observ|lack|posses|know)e?s|hold|keep|give|remain|"
    r"own|pay|run|sell|send|stay|know|take|violate|continue|produce|make|mean)\b"
)


def has_verb(text: str) -> bool:
    """Whether the clause says something of something, as far as endings tell without a parse."""
    return FINITE.search(text) is not None
