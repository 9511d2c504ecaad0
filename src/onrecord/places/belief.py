"""Whether a name of the gazetteer means the place here, or a person, a paper, a common word."""

from __future__ import annotations

from onrecord.language.parse import Parse, Token
from onrecord.places.candidate import Candidate
from onrecord.places.gazetteer import load_risky_names
from onrecord.places.surroundings import (
    DIRECTIONS,
    OF_ORGANISATION,
    ORGANISATION_AFTER,
    PLACE_PREPOSITIONS,
)

WELL_KNOWN_PEOPLE = 500_000  # a city of this size is believed without the parser's word
PLACE_LABELS = {"GPE", "LOC", "FAC", "NORP", ""}
TITLES = {"Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Sir", "Lord", "Lady", "Miss"}


def names_a_place(candidate: Candidate, parse: Parse) -> bool:
    """Whether nothing beside the name makes it part of another name."""
    before = _token(parse, candidate.first - 1, candidate)
    after = _token(parse, candidate.last, candidate)
    if after is not None and after.text in ORGANISATION_AFTER:
        return False
    if before is not None and before.text == ".":
        before = _token(parse, candidate.first - 2, candidate)  # "Mr" and its full stop
    if before is not None and before.text in TITLES:
        return False
    if before is not None and before.text == "of":
        owner = _token(parse, candidate.first - 2, candidate)
        if owner is not None and owner.text in OF_ORGANISATION:
            return False
    if parse.has_syntax:
        return not _inside_other_name(candidate, parse)
    return not _joined_to_a_name(before, candidate)


def shows_a_place(candidate: Candidate, parse: Parse) -> bool:
    """Whether this place in the text alone is enough to believe it."""
    label = parse.tokens[candidate.first].ent
    before = _token(parse, candidate.first - 1, candidate)
    placed = before is not None and before.text.lower() in PLACE_PREPOSITIONS
    if label in {"GPE", "LOC"}:
        return True
    risky = candidate.name in load_risky_names() or (
        len(candidate.name) < 4 and not candidate.name.isupper()
    )
    if risky:
        return not parse.has_syntax and placed
    entry = candidate.entries[0]
    if entry.kind != "city" or entry.people >= WELL_KNOWN_PEOPLE:
        return True
    return placed


def _token(parse: Parse, at: int, candidate: Candidate) -> Token | None:
    """The token at this index if it stands in the name's sentence."""
    if not 0 <= at < len(parse.tokens):
        return None
    token = parse.tokens[at]
    return token if token.sentence == parse.tokens[candidate.first].sentence else None


def _inside_other_name(candidate: Candidate, parse: Parse) -> bool:
    """Whether the parser sees a longer name around it that is no place."""
    first, last = candidate.first, candidate.last
    label = parse.tokens[first].ent
    if label in {"GPE", "LOC"}:
        return False
    if not label or label == "NORP":
        return False
    beside = [_token(parse, first - 1, candidate), _token(parse, last, candidate)]
    return any(t is not None and t.ent == label and t.text[:1].isupper() for t in beside) or (
        label == "PERSON" and candidate.name in load_risky_names()
    )


def _joined_to_a_name(before: Token | None, candidate: Candidate) -> bool:
    """Without a parser: whether a capitalised word right before makes it a person's name."""
    if before is None or not before.text[:1].isupper() or before.text in DIRECTIONS:
        return False
    single = " " not in candidate.name
    return single and candidate.name in load_risky_names() and before.text[-1:].isalpha()
