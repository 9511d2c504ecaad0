"""Reads which words carry an act: the `acts:` of a codebook, added to those of the default one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

import yaml

from onrecord.positions.acts import ActWords, Cue, Idiom
from onrecord.positions.codebook_nodes import Source
from onrecord.positions.wording import words
from onrecord.records import Act

# Acts that words carry; accept_if and precondition follow from a condition, a claim from its voice.
CARRIED: Final[dict[str, Act]] = {
    "accept": "accept",
    "reject": "reject",
    "offer": "offer",
    "propose": "propose",
    "openness": "openness",
    "withdraw": "withdraw",
    "commit": "commit",
    "demand": "demand",
    "threaten": "threaten",
}
NONE: Final = "none"
# Where the matter stands, as a book says it and as constructions look for it.
PLACES: Final = {"something": "dobj", "doing": "ing", "to": "to", "that": "that"}
PREPOSITIONS: Final = words(
    """about against at before behind between beyond by for from in into of off on onto over through
    toward towards under up upon with within without"""
)
# How sure a word makes its act: verbs of saying so above nouns, words that are said of anything
# ("want", "back", "call") below. Ranks, set by eye on news; where they lie apart decides which of
# two readings of one clause stands, and which positions a person is asked about first.
SURE: Final[Mapping[str, Mapping[str, float]]] = {
    "verbs": {
        "demand": 0.9, "reject": 0.9, "accept": 0.85, "offer": 0.85, "propose": 0.85,
        "commit": 0.8, "openness": 0.75, "withdraw": 0.8, "threaten": 0.8,
    },
    "loose_verbs": {"reject": 0.75, "accept": 0.6},
    "nouns": {"demand": 0.85, "reject": 0.85, "accept": 0.7},
    "loose_nouns": {"demand": 0.8},
    "adjectives": {"reject": 0.85},
}  # fmt: skip
SURE_ELSE: Final = {"loose_verbs": 0.7, "loose_nouns": 0.7}
SURE_PLAIN: Final = 0.75
PHRASES, CALLED = "phrases", "called"
KINDS: Final = (*SURE, PHRASES, CALLED)
SHAPES: Final = {  # how many words an entry may have, and what it is then
    "verbs": (2, "one verb in its base form, or a verb and its particle"),
    "nouns": (1, "one noun in its base form"),
    "adjectives": (1, "one adjective"),
    PHRASES: (5, "a verb in its base form and the words that belong to it, five at most"),
    CALLED: (1, "one word"),
}
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
T = TypeVar("T", Cue, Idiom, str)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a book: the words, what kind they are, and which act they carry where."""

    kind: str
    words: str
    act: Act
    places: tuple[str, ...]
    sure: float
    node: yaml.Node


def read_acts(node: yaml.Node | None, source: Source, base: ActWords) -> ActWords:
    """The words of `base`, with those that this node adds, moves to another act or takes out."""
    if node is None:
        return base
    rows: list[_Row] = []
    dropped: list[str] = []
    with source.entry():
        for name, spec in source.known(node, *CARRIED, NONE).items():
            with source.entry():
                if name == NONE:
                    dropped = list(_dropped(spec, source, base))
                else:
                    rows += _rows(CARRIED[name], spec, source)
    _refuse_two_acts(rows, source)
    return _merged(base, rows, dropped)


def _rows(act: Act, node: yaml.Node, source: Source) -> Iterator[_Row]:
    """Yield the rows of one act, in the order of the file."""
    for kind, spec in source.known(node, *KINDS).items():
        family, sure = _family(kind), _sure(kind, act)
        with source.entry():
            entries = _listed(spec, source) if kind == CALLED else source.fields(spec)
            for words_, places in entries.items():
                with source.entry():
                    _check_words(family, words_, places, source)
                    found = () if kind == CALLED else tuple(_places(places, source))
                    yield _Row(family, words_, act, found, sure, places)


def _listed(node: yaml.Node, source: Source) -> dict[str, yaml.Node]:
    """The words of a list; a word may stand once."""
    found: dict[str, yaml.Node] = {}
    for item in source.items(node):
        with source.entry():
            text = source.text(item)
            if text in found:
                source.fail(item, f"{text!r} stands here twice")
            found[text] = item
    return found


def _family(kind: str) -> str:
    return kind.removeprefix("loose_")


def _sure(kind: str, act: Act) -> float:
    return SURE.get(kind, {}).get(act, SURE_ELSE.get(kind, SURE_PLAIN))


def _check_words(family: str, words_: str, node: yaml.Node, source: Source) -> None:
    most, told = SHAPES[family]
    parts = words_.split()
    if len(parts) > most or not all(WORD.fullmatch(part) for part in parts):
        source.fail(node, f"{words_!r}: expected {told}, in small letters")


def _places(node: yaml.Node, source: Source) -> Iterator[str]:
    """Yield where the matter of a word stands: "something, that, to, doing" or a preposition."""
    for place in re.split(r"\s*,\s*|\s+", source.text(node).strip()):
        if place not in PLACES and place not in PREPOSITIONS:
            known = ", ".join(PLACES)
            source.fail(node, f"{place!r} is no place: say {known} or a preposition")
        yield PLACES.get(place, place)


def _dropped(node: yaml.Node, source: Source, base: ActWords) -> Iterator[str]:
    """Yield the words that carry no act in this book, each one that the default book has."""
    known = {*base.verbs, *base.nouns, *base.adjectives, *base.called}
    known |= {f"{w} {c.particle}" for w, cues in base.verbs.items() for c in cues if c.particle}
    known |= {_told(i) for idioms in base.idioms.values() for i in idioms}
    for item in source.items(node):
        with source.entry():
            text = source.text(item)
            if text not in known:
                source.fail(item, f"{text!r} carries no act in the default codebook")
            yield text


def _told(idiom: Idiom) -> str:
    return " ".join((idiom.verb, *idiom.fixed))


def _refuse_two_acts(rows: list[_Row], source: Source) -> None:
    """Note words that would carry two acts at one place: which is meant would stay open."""
    seen: dict[tuple[str, str, str], Act] = {}
    for row in rows:
        for place in row.places or ("",):
            first = seen.setdefault((row.kind, row.words, place), row.act)
            if first != row.act:
                source.note(row.node, f"{row.words!r} stands under {first} and under {row.act}")


def _merged(base: ActWords, rows: list[_Row], dropped: list[str]) -> ActWords:
    gone = set(dropped)
    told = {(row.kind, row.words) for row in rows}

    def cues(kind: str, before: Mapping[str, tuple[Cue, ...]]) -> dict[str, tuple[Cue, ...]]:
        found: dict[str, list[Cue]] = {}
        for word, known in before.items():
            for cue in known:
                name = f"{word} {cue.particle}" if cue.particle else word
                if name not in gone and (kind, name) not in told:
                    found.setdefault(word, []).append(cue)
        for row in (r for r in rows if r.kind == kind):
            word, _, particle = row.words.partition(" ")
            cue = Cue(row.act, row.places, row.sure, particle or None)
            found.setdefault(word, []).append(cue)
        return {word: tuple(each) for word, each in found.items()}

    idioms = [
        i
        for known in base.idioms.values()
        for i in known
        if _told(i) not in gone and (PHRASES, _told(i)) not in told
    ]
    for row in (r for r in rows if r.kind == PHRASES):
        verb, *fixed = row.words.split()
        idioms += [Idiom(row.act, verb, tuple(fixed), place) for place in row.places]
    by_verb: dict[str, list[Idiom]] = {}
    for idiom in idioms:
        by_verb.setdefault(idiom.verb, []).append(idiom)
    called = {w: act for w, act in base.called.items() if w not in gone}
    return ActWords(
        verbs=cues("verbs", base.verbs),
        nouns=cues("nouns", base.nouns),
        adjectives=cues("adjectives", base.adjectives),
        # The longest first: "leave the door open to" before "leave open".
        idioms={v: tuple(sorted(i, key=lambda each: -len(each.fixed))) for v, i in by_verb.items()},
        called=called | {r.words: r.act for r in rows if r.kind == CALLED},
    )
