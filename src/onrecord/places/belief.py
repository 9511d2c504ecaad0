"""Whether a name of the gazetteer means the place here, or a person, a paper, a common word."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from onrecord.language.parse import Parse, Token
from onrecord.places.candidate import Candidate
from onrecord.places.entry import CITY_KINDS
from onrecord.places.gazetteer import load_adjectives, load_risky_names
from onrecord.places.surroundings import (
    DIRECTIONS,
    NEVER_NAMES,
    OF_ORGANISATION,
    ORGANISATION_AFTER,
    PLACE_PREPOSITIONS,
    PUBLIC_BODIES,
    TITLES,
    TYPES_BEFORE,
)

Belief = Literal["shown", "possible", "none"]
# A city of so many is believed without the parser's word. F1 of names on the seen halves of TR-News
# and LGL for 50, 100, 300, 500 and 1,000 thousand: .911 .911 .903 .904 .903 and .760 .759 .746 .744
# .742; without a parser 50 loses precision (.915 for .928).
WELL_KNOWN_PEOPLE = 100  # thousands
PLACE_LABELS = {"GPE", "LOC"}
NUMBER_LABELS = {
    "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE",
}  # fmt: skip
REACH = 5  # words after a place in which the word for a public body stands


def believe(candidate: Candidate, parse: Parse, people: frozenset[str], *, told: bool) -> Belief:
    """Whether the name is shown to be a place, may be one, or is none here.

    `people` are words of persons' names in the article; `told` says that a state it lies in is
    named right after it.
    """
    before = _token(parse, candidate.first - 1, candidate)
    after = _token(parse, candidate.last, candidate)
    never = candidate.name in NEVER_NAMES or candidate.name in load_adjectives()
    if never or _is_name_of_other(candidate, parse, before, after):
        return "none"
    if told or candidate.entries[0].own:
        return "shown"
    sound = is_large(candidate) and not _is_risky(candidate)
    if candidate.name in people and not sound:
        return "none"
    return _by_label(candidate, parse, sound=sound, placed=_is_placed(before))


def _by_label(candidate: Candidate, parse: Parse, *, sound: bool, placed: bool) -> Belief:
    """What the parser's label says of it; without a label, what the name and "in" before it say.

    `sound` is a well-known name that is no common word or person's.
    """
    label = parse.tokens[candidate.first].ent
    if label in NUMBER_LABELS:
        return "none"
    if label in PLACE_LABELS:
        believed = placed or is_large(candidate) or not _is_risky(candidate)
        return "shown" if believed else "possible"
    if label == "PERSON":
        if not sound or _is_longer(candidate, parse):
            return "none"
        return "shown" if placed else "possible"
    if label:
        sound = sound or (placed and not _is_risky(candidate) and not _is_longer(candidate, parse))
        return _in_organisation(candidate, parse, sound=sound)
    placed = placed and not (parse.has_syntax and _is_risky(candidate))
    return "shown" if sound or placed else "possible"


def is_large(candidate: Candidate) -> bool:
    """Whether the best known place of the name is a state, region or large city."""
    entry = candidate.entries[0]
    if entry.kind in {"capital", "city"}:
        return entry.kind == "capital" or entry.people >= WELL_KNOWN_PEOPLE
    return entry.kind != "county"


def people_of(parse: Parse) -> frozenset[str]:
    """Words of the names of persons in an article, by the parser or by what stands before them.

    Without a parser a word is a person's if a capitalised word that is no beginning, title or
    direction stands before it more often than a preposition of place.
    """
    if parse.has_syntax:
        return frozenset(
            token.text
            for entity in parse.entities
            if entity.label == "PERSON" and entity.last - entity.first > 1
            for token in parse.tokens[entity.first : entity.last]
            if token.text[:1].isupper()
        )
    behind_name: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for before, token in zip(parse.tokens, parse.tokens[1:], strict=False):
        if not token.text[:1].isupper() or before.sentence != token.sentence:
            continue
        if before.text in PLACE_PREPOSITIONS:
            placed[token.text] += 1
        elif (
            before.text[:1].isupper()
            and before.text.isalpha()
            and len(before.text) > 2
            and before.text not in {*DIRECTIONS, *TYPES_BEFORE, *NEVER_NAMES}
            and before.text.lower() not in PLACE_PREPOSITIONS
        ):
            behind_name[token.text] += 1
    return frozenset(word for word, often in behind_name.items() if often > placed[word])


def _is_name_of_other(
    candidate: Candidate, parse: Parse, before: Token | None, after: Token | None
) -> bool:
    """Whether a word right beside it makes it a paper, a treaty, a person."""
    if after is not None and after.text in ORGANISATION_AFTER:
        return True
    if before is not None and before.text == ".":
        before = _token(parse, candidate.first - 2, candidate)  # "Mr" and its full stop
    if before is not None and before.text.rstrip(".") in TITLES:
        return True
    if before is not None and before.text == "of":
        owner = _token(parse, candidate.first - 2, candidate)
        return owner is not None and owner.text in OF_ORGANISATION
    return False


def _is_risky(candidate: Candidate) -> bool:
    """Whether the name is a common word or a person's as well."""
    short = len(candidate.name) < 4 and not candidate.name.isupper()
    return short or candidate.name.title() in load_risky_names()


def _is_placed(before: Token | None) -> bool:
    return before is not None and before.text.lower() in PLACE_PREPOSITIONS


def _token(parse: Parse, at: int, candidate: Candidate) -> Token | None:
    """The token at this index if it stands in the name's sentence."""
    if not 0 <= at < len(parse.tokens):
        return None
    token = parse.tokens[at]
    return token if token.sentence == parse.tokens[candidate.first].sentence else None


def _is_longer(candidate: Candidate, parse: Parse) -> bool:
    """Whether the parser's name goes on before or behind it."""
    label = parse.tokens[candidate.first].ent
    beside = (
        _token(parse, candidate.first - 1, candidate),
        _token(parse, candidate.last, candidate),
    )
    return any(t is not None and t.ent == label and t.text[:1].isupper() for t in beside)


def _in_organisation(candidate: Candidate, parse: Parse, *, sound: bool) -> Belief:
    """Whether a name that the parser takes for an organisation's, or a part of it, is a place.

    A public body bears the name of the place that it is for ("Velkar Police Department"); so does
    whatever begins with the name of a state.
    """
    if not _is_longer(candidate, parse):
        return "shown" if sound else "possible"
    before = _token(parse, candidate.first - 1, candidate)
    label = parse.tokens[candidate.first].ent
    opens = before is None or before.ent != label or before.text in {"The", "the"}
    if opens and sound and candidate.entries[0].kind not in CITY_KINDS:
        return "shown"
    public = _names_public_body(candidate, parse)
    inside = before is not None and before.text == "of"
    return "shown" if (opens and public) or (inside and sound) else "none"


def _names_public_body(candidate: Candidate, parse: Parse) -> bool:
    """Whether the words after the place go on to the word for a public body."""
    for at in range(candidate.last, candidate.last + REACH):
        token = _token(parse, at, candidate)
        if token is None or not (token.text[:1].isupper() or token.text in {"of", "and", "for"}):
            return False
        if token.text in PUBLIC_BODIES:
            return True
        if token.text in ORGANISATION_AFTER:
            return False
    return False
