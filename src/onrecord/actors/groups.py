"""Which armed group "the group" or "the rebels" is, where only one can be meant."""

from __future__ import annotations

from onrecord.actors.references import Reader
from onrecord.actors.words import word_set

NOUNS = word_set(
    "group movement militia rebels insurgents militants guerrillas fighters faction paramilitary"
)
BACK = 2  # sentences


def find_group(reader: Reader, at: int) -> str | None:
    """The key of the one armed group named before "the group", whose noun is this token; else None.

    None, too, where a body that the base lacks is named as well: it may be that one.
    """
    if at < 1 or reader.lower[at] not in NOUNS or reader.lower[at - 1] != "the":
        return None
    if not reader.parse.has_syntax:
        return None  # nobody tells us of the bodies that the base lacks
    here = reader.parse.tokens[at].sentence
    for sentence in range(here, max(-1, here - BACK - 1), -1):
        tokens = [t.i for t in reader.parse.tokens_of(reader.parse.sentences[sentence]) if t.i < at]
        known = [reader.known[i] for i in tokens if i in reader.known]
        groups = {k.key for k in known if k.kind == "group" and k.form != "place"}
        others = any(i in reader.bodies and not _is_known(reader, i) for i in tokens)
        if groups or others:
            return groups.pop() if len(groups) == 1 and not others else None
    return None


def _is_known(reader: Reader, at: int) -> bool:
    """Whether the body that a token is of holds a known name, such as ELN of "the ELN group"."""
    first, last = reader.bodies[at]
    return any(i in reader.known for i in range(first, last))
