"""The persons, states and bodies of one article: every name with its kind, titles and full form."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.actors.dramatis import Dramatis
from onrecord.actors.initials import join_initials
from onrecord.actors.known import ActorBase
from onrecord.actors.led_names import drop_glued_names, drop_led_names, drop_trailed_names
from onrecord.actors.press_names import press_kind
from onrecord.actors.references import Reader, Title
from onrecord.actors.short_names import join_short_names, take_surnames
from onrecord.actors.spelling import SUFFIXES, plain, surname_of
from onrecord.actors.unlisted_states import find_states, is_adjective_of
from onrecord.actors.votes import Evidence
from onrecord.actors.words import CALENDAR, ORGANIZATION_WORDS
from onrecord.records import ActorKind

SHORTEST_CAPITALS = 5  # letters: below, capitals are initials and no surname of a headline
# What stands behind a lawmaker's name in American papers: "D-N.Y.", "R-Ohio".
PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z]")


def gather(
    names: dict[str, Evidence], titles: list[Title], reader: Reader, base: ActorBase
) -> Dramatis:
    """Everyone in the article, by the votes of all the places where a name stands."""
    people = Dramatis()
    find_states(people, names, titles, reader, base)
    for name, evidence in names.items():
        if name in people.states or any(is_adjective_of(name, s) for s in people.states):
            continue
        if _is_label(name, reader, base):
            continue
        kind = press_kind(name, evidence, _kind(name, evidence, reader), reader, base)
        if kind is not None:
            people.kinds[name] = kind
    drop_glued_names(people, names, reader, base)
    take_surnames(people, names, base)
    drop_led_names(people, reader, base)
    drop_trailed_names(people, reader, base)
    _drop_lone_headings(people, names, reader, base)
    join_short_names(people, names, base)
    join_initials(people, names, reader)
    return people


def _is_label(name: str, reader: Reader, base: ActorBase) -> bool:
    """Whether it names nobody: a label, the state's name in a dateline, a word of the language."""
    if PARTY_AND_STATE.match(name) or (name.isupper() and base.named(name.title()) is not None):
        return True
    if _is_row(name.split()):
        return True
    if name.rstrip(".") in CALENDAR or plain(name) in SUFFIXES:
        return True
    if " " in name and name.endswith(".") and len(name.rsplit(maxsplit=1)[-1]) == len("D."):
        return True  # "Mila D.": cut before the surname
    return (
        len(name) < 2
        or name in RANKS
        or name in ORGANIZATION_WORDS
        or name.lower() in reader.lower_words
    )


# What is left of "Senate Majority Leader" and the like before a name.
RANKS = frozenset(("Majority", "Minority", "Whip"))


def _is_row(words: list[str]) -> bool:
    """Whether words stand in a row that is no name: "MS AL OK GA" of a chart, a whole headline."""
    codes = len(words) > 1 and all(word.isupper() and len(word) == CODE for word in words)
    headline = len(words) >= HEADLINE and all(word[0].isupper() for word in words)
    return codes or (headline and words[-1] not in ORGANIZATION_WORDS)


CODE, HEADLINE = 2, 6  # letters of a state's code; words, of which no name has so many capitals


def _kind(name: str, evidence: Evidence, reader: Reader) -> ActorKind | None:
    """What the article's votes say; None for places, junk and names without enough behind them."""
    votes = evidence.votes
    ranked = sorted(
        ((k, n) for k, n in votes.items() if k not in COUNTS),
        key=lambda item: (-item[1], item[0]),
    )
    best, count = ranked[0] if ranked else ("junk", 0)
    if best == "person" and name.isupper() and len(name) < SHORTEST_CAPITALS:
        best, count = "organization", votes["organization"]  # initials are nobody's surname
    if best in {"person", "organization"} and not _is_backed(name, best, evidence, reader):
        return None
    if best == "person":
        return "person" if votes["sure"] or (" " in name and count >= 3) else None
    if best == "organization" and count >= 2 and votes["body"]:
        if reader.article.outlet and plain(name) == plain(reader.article.outlet):
            return "outlet"
        return "organization"
    return None


def _is_backed(name: str, kind: str, evidence: Evidence, reader: Reader) -> bool:
    """Whether the parser sees such a name in half the places of a single word.

    One word with a capital may be anything: a headline's, a product, the rest of a longer name. A
    title, an honorific or a known surname says enough; initials are a body's in any case.
    """
    votes, runs = evidence.votes, evidence.runs
    if " " in name or not reader.parse.has_syntax or name.isupper() or votes["known"]:
        return True
    if votes["titled"] or any(run.honorific for run in runs):
        return True
    seen = votes["PERSON"] if kind == "person" else votes["ORG"]
    return 2 * seen >= len(runs) and (kind == "person" or len(runs) > 1 or votes["sure"] > 0)


# What `weigh` counts beside the kinds.
COUNTS = frozenset(("sure", "body", "titled", "known", "PERSON", "ORG"))


def _drop_lone_headings(
    people: Dramatis, names: dict[str, Evidence], reader: Reader, base: ActorBase
) -> None:
    """Headlines write every word with a capital: a name that stands only there is no name."""
    words = Counter(word for name in people.kinds for word in set(name.split()))
    for name in list(people.kinds):
        places = {reader.block_kind(run.first) for run in names[name].runs}
        alone = places <= {"title", "heading"} and base.named(name) is None
        if alone and words[surname_of(name)] < 2:
            del people.kinds[name]
