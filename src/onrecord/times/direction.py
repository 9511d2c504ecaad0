"""Where the verb beside an expression looks: back, ahead, or unknown."""

from __future__ import annotations

import re

from onrecord.language.parse import Parse, Token
from onrecord.times.readings import Direction

FUTURE_AUXILIARIES = {
    "will",
    "'ll",
    "’ll",
    "wo",
    "shall",
    "would",
    "must",
    "may",
    "should",
    "might",
}
PRESENT = {"is", "are", "'s", "’s", "am", "'re", "’re"}
PAST = {"had", "has", "have", "was", "were", "did"}
LIMITS = {"by", "until", "till"}  # a day set as a limit lies ahead of what is told
# In the present tense these announce: "talks resume on Monday".
STARTING = {
    "meet", "arrive", "begin", "start", "open", "visit", "fly", "travel", "leave", "return",
    "resume", "take", "expire", "host", "convene", "gather", "end", "close",
}  # fmt: skip
PLANNING = {
    "due", "expect", "expected", "schedule", "scheduled", "plan", "planned", "set", "slate",
    "slated", "intend", "hope", "prepare", "want", "agree", "promise", "vow", "pledge", "arrange",
    "about", "ready", "decide", "propose", "invite", "urge", "ask", "demand", "ultimatum",
}  # fmt: skip
AHEAD = re.compile(
    r"\b(?:will|won[’']t|shall|[’']ll"
    r"|(?:is|are|was|were) (?:due|expected|scheduled|planned|set|slated|to)"
    r"|plans? to|going to|by|until|ahead of|upcoming|would)\b",
    re.I,
)
BEHIND = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|took|came|went|began|met|held|made|gave|left|sent"
    r"|\w{2,}ed|since|after)\b",
    re.I,
)


def direction_at(parse: Parse, text: str, start: int, end: int) -> Direction | None:
    """Where the verb that governs `text[start:end]` looks; None if no verb tells."""
    tokens = parse.between(start, end)
    if not tokens:
        return None
    if parse.has_syntax:
        return _by_syntax(parse, tokens[0])
    sentence = parse.sentences[tokens[0].sentence]
    first = parse.tokens[sentence.first].start
    last = parse.tokens[sentence.last - 1].end
    return direction_in_words(
        text[max(first, start - 120) : start], text[end : min(last, end + 60)]
    )


def direction_in_words(before: str, after: str) -> Direction | None:
    """Where the words around look: the nearest verb form before decides, else one after."""
    ahead = [m.start() for m in AHEAD.finditer(before)]
    behind = [m.start() for m in BEHIND.finditer(before)]
    if ahead and (not behind or ahead[-1] >= behind[-1] - 20):
        return "future"
    if behind:
        return "past"
    if AHEAD.search(after):
        return "future"
    return "past" if BEHIND.search(after) else None


def _by_syntax(parse: Parse, token: Token) -> Direction | None:
    """The first word above the time that tells, with what stands right before the time."""
    at = token.i - 1
    while at >= 0 and parse.tokens[at].text.lower() in {"on", "early", "late", "last", "this"}:
        at -= 1
    before = parse.tokens[at] if at >= 0 and parse.tokens[at].sentence == token.sentence else None
    if before is not None and before.tag == "VBD" and before.lemma not in PLANNING:
        return "past"
    if before is not None and before.text.lower() in LIMITS:
        return "future"
    owned = token.dep in {"poss", "compound", "nmod"}
    for verb in list(token.ancestors())[:12]:
        if verb.pos not in {"VERB", "AUX"}:
            if verb.lemma in PLANNING and not owned:
                return "future"
            continue
        told = _tense(verb)
        if told == "future" and owned and not _helpers(verb) & FUTURE_AUXILIARIES:
            return None
        if told is not None:
            return told
    return None


def _helpers(verb: Token) -> set[str]:
    return {c.text.lower() for c in verb.children if c.dep in {"aux", "auxpass"}}


def _tense(verb: Token) -> Direction | None:
    """What the form of one verb tells; None for forms that hang on the verb above."""
    helpers = _helpers(verb)
    if _announces(verb, helpers):
        return "future"
    if verb.tag == "VBG" and not helpers:
        return None if verb.lemma in STARTING else "past"
    return "past" if verb.tag in {"VBD", "VBN"} or helpers & PAST else None


def _announces(verb: Token, helpers: set[str]) -> bool:
    """Whether the verb speaks of what is to come: "will", "is due", "to meet", "resume on"."""
    if helpers & FUTURE_AUXILIARIES and not helpers & {"have", "had"}:
        return True
    finite = verb.tag in {"VBZ", "VBP"}
    if finite and verb.lemma in STARTING:
        return True
    plans = verb.lemma in PLANNING or any(c.lemma in PLANNING for c in verb.children)
    if plans and (finite or helpers & PRESENT):
        return True
    if verb.tag == "VBG":
        return bool(helpers & PRESENT)
    return verb.tag == "VB" and "to" in helpers
