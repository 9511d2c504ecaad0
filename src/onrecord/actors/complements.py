"""Reads what stands behind a title's head: "of the Ukrainian delegation", "for Ukraine"."""

from __future__ import annotations

from onrecord.actors.references import Reader, Title
from onrecord.actors.words import (
    DETERMINERS,
    GOVERNMENT_BODIES,
    MODIFIERS,
    NO_NAMES,
    OF_WORDS,
    OTHER_BODIES,
)

DEMONYM_ENDINGS = ("ian", "ean", "an", "ese", "ish", "i", "ic")
MAX_RIGHT = 6


def is_unknown_adjective(reader: Reader, at: int) -> bool:
    """Whether a capitalised word looks like the adjective of a state that the base lacks."""
    token = reader.parse.tokens[at]
    if not token.text[0].isupper() or token.text.lower() in NO_NAMES or len(token.text) < 5:
        return False
    if reader.parse.has_syntax and token.pos == "VERB":
        return False
    return token.text.endswith(DEMONYM_ENDINGS) and token.text[1:].islower()


def extend_right(reader: Reader, title: Title) -> None:
    """Take in "of the Ukrainian delegation", "for Ukraine", "of State"."""
    at = title.head + 1
    if not reader.same_sentence(title.head, at):
        return
    preposition = reader.lower[at]
    if preposition not in {"of", "for", "to", "at"}:
        return
    stop = at + 1
    if reader.same_sentence(title.head, stop) and reader.lower[stop] in DETERMINERS:
        stop += 1
    stop = _complement(reader, title, stop, preposition)
    if stop > at + 1 and stop - 1 > at:
        title.last = stop


def _complement(reader: Reader, title: Title, at: int, preposition: str) -> int:
    """Where the complement that begins at this token ends; 0 where there is none."""
    if not reader.same_sentence(title.head, at):
        return 0
    if at in reader.known:
        return _known_complement(reader, title, at, preposition)
    if reader.lower[at] in OF_WORDS:
        stop = at
        while reader.same_sentence(at, stop) and reader.lower[stop] in OF_WORDS | {"and"}:
            stop += 1
        return stop
    token = reader.parse.tokens[at]
    stop = _nouns(reader, title.head, at + 1)
    if is_unknown_adjective(reader, at) and stop > at + 1:
        title.adjective = title.adjective or token.text
        return stop
    if preposition != "of":
        return _affairs(reader, at)
    if token.text[0].isupper() and title.possessor is None:
        title.possessor = at
    return _nouns(reader, title.head, at)


def _affairs(reader: Reader, at: int) -> int:
    """The end of "for Northern and Island Affairs", else 0."""
    for stop in range(at, min(at + MAX_RIGHT, len(reader.lower))):
        if reader.lower[stop] == "affairs":
            return stop + 1 if reader.same_sentence(at, stop) else 0
    return 0


def _known_complement(reader: Reader, title: Title, at: int, preposition: str) -> int:
    """The end of "of Russia", "for the Russian foreign ministry"; sets whose title it is.

    An ambassador *to* and an envoy *for* a state are another's; a spokesman for it is its own.
    """
    known = reader.known[at]
    stop = known.last
    if known.form == "demonym":
        stop = _nouns(reader, title.head, known.last)
    own = preposition in {"of", "at"} or (
        preposition == "for" and (title.rank == "spokesman" or stop > known.last)
    )
    if own and title.of is None and known.form != "place":
        title.of = known.key
    return stop


def _nouns(reader: Reader, head: int, at: int) -> int:
    """The end of the noun phrase that goes on here, at most a few words."""
    stop = at
    while stop < at + MAX_RIGHT and reader.same_sentence(head, stop):
        token = reader.parse.tokens[stop]
        if reader.parse.has_syntax:
            fits = token.pos in {"NOUN", "ADJ", "PROPN"} and token.text[0].isalpha()
            fits = fits and token.ent != "PERSON"
        else:
            fits = token.text.isalpha() and (
                reader.lower[stop] in MODIFIERS | OF_WORDS | GOVERNMENT_BODIES
                or reader.lower[stop] in OTHER_BODIES
            )
        if not fits or stop in reader.known:
            break
        stop += 1
    return stop
