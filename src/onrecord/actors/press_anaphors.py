"""An outlet by its kind alone: "the paper", "the broadcaster" where one such outlet was named."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.press_words import (
    AGENCY_NAMES,
    ANAPHORS,
    CLAUSE_VERBS,
    LETS_STAND,
    OUTLET_WORDS,
    PAPER_NAMES,
    SORT_OF_NOUN,
    STATION_NAMES,
)
from onrecord.actors.references import Reader, Reference
from onrecord.actors.votes import is_speech


def find_outlet_anaphors(
    reader: Reader, references: list[Reference], sorts: dict[str, str], taken: set[int]
) -> Iterator[Reference]:
    """Yield references by "the" and a press noun to the one outlet before them that it can mean.

    `sorts` says what nouns the article calls its outlets by. Two outlets that fit leave it open,
    unless this sentence and the one before name one of them alone.
    """
    outlets = sorted((r for r in references if _is_outlet(r, sorts)), key=lambda r: r.first)
    at = 0
    named: dict[str, Reference] = {}  # the first reference to each outlet before this place
    told: dict[str, int] = {}  # the sentence that named each last
    for token in reader.parse.tokens:
        while at < len(outlets) and outlets[at].first < token.i:
            name = outlets[at].name or ""
            named.setdefault(name, outlets[at])
            told[name] = reader.parse.tokens[outlets[at].first].sentence
            at += 1
        noun = reader.lower[token.i]
        if noun not in ANAPHORS or not token.text.islower() or not _stands_for(reader, token.i):
            continue
        if token.i in taken or len(named) > MAX_OUTLETS:
            continue
        fitting = [r for r in named.values() if _fits(r, noun, sorts)]
        if len(fitting) > 1:
            fitting = [r for r in fitting if told[r.name or ""] >= token.sentence - 1]
        if len(fitting) == 1:
            yield _reference(token.i, fitting[0])


MAX_OUTLETS = 12  # an article that names more settles no "the paper"


def _is_outlet(reference: Reference, sorts: dict[str, str]) -> bool:
    name = reference.name
    if name is None or reference.form != "name" or reference.kind not in {"outlet", "organization"}:
        return False
    return reference.kind == "outlet" or name in sorts or bool(OUTLET_WORDS & set(name.split()))


def _fits(reference: Reference, noun: str, sorts: dict[str, str]) -> bool:
    """Whether an outlet can be called so: nothing says otherwise, or something says just that."""
    name = reference.name or ""
    sort = sorts.get(name) or _sort_of_name(name)
    return sort == SORT_OF_NOUN[noun] or (sort is None and not ANAPHORS[noun])


def _sort_of_name(name: str) -> str | None:
    words = set(name.split())
    for sort, marks in (
        ("agency", AGENCY_NAMES),
        ("station", STATION_NAMES),
        ("paper", PAPER_NAMES),
        ("magazine", frozenset({"Magazine"})),
    ):
        if words & marks:
            return sort
    return None


def _stands_for(reader: Reader, at: int) -> bool:
    """Whether "the" stands before the noun and the phrase ends with it: not "the paper mill"."""
    if at == 0 or reader.lower[at - 1] != "the" or not reader.same_sentence(at - 1, at):
        return False
    after = reader.word(at + 1)
    if after is None or not reader.same_sentence(at, at + 1):
        return True
    if after.text in {"-", "‑"} or after.text[0].isupper() or reader.lower[at + 1] == "of":
        return False
    if reader.parse.has_syntax:
        return after.pos not in {"NOUN", "PROPN"}
    word = reader.lower[at + 1]
    verb = word.endswith("ed") or is_speech(word) or word in CLAUSE_VERBS
    return not word[0].isalnum() or word in LETS_STAND or verb


def _reference(at: int, meant: Reference) -> Reference:
    return Reference(
        first=at - 1,
        last=at + 1,
        form="description",
        kind=meant.kind,
        name=meant.name,
        method=f"description of {meant.name}",
        key=meant.key,
        of=meant.of,
        role=meant.role,
    )
