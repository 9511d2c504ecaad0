"""What a person should look at: actors that may be one, names that may not belong together.

Nobody is compared with everybody: persons within a block of one surname, bodies by a key of their
name, and of a large block those who are named most. So the work grows with the actors. All bounds
here are set by hand: they choose what a person is asked first, and decide nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from onrecord.actors.decided import ACTOR, APART, is_about_actors, read_who
from onrecord.actors.known import ActorBase
from onrecord.actors.namesakes import SAME_SURNAME, VOWELS
from onrecord.actors.spelling import body_key, fold, given_of, may_be_one, plain, surname_of
from onrecord.actors.words import word_set
from onrecord.records import Actor, Decision

LARGEST = 6  # bearers that one question names
# Words by which two names of one body often differ.
LOOSE = word_set(
    "the of and for group movement party organization organisation inc corp company ltd llc"
    " national international"
)
ACRONYM = range(2, 8)  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A question: whether `left` and `right` are one, or `name` is not one of `left`.

    `closeness` says how alike the names are, from 0 to 1; `mentions` how many mentions the answer
    moves: those of the actor that is named less; `others` are further actors that may be meant.
    """

    question: Literal["one actor?", "two actors?", "which of them?", "two parties?"]
    left: Actor
    right: Actor | None = None
    name: str = ""
    others: tuple[Actor, ...] = ()
    closeness: float
    reason: str
    mentions: int


def find_doubts(
    actors: Iterable[Actor],
    mentions: Mapping[str, int],
    base: ActorBase,
    decisions: Iterable[Decision] = (),
) -> tuple[Doubt, ...]:
    """What is doubtful among the actors and not decided, the most often named first.

    `mentions` counts each actor's mentions by its id.
    """
    known = sorted(
        (a for a in actors if a.kind != "unnamed" and a.id in mentions), key=lambda a: a.id
    )
    persons = [a for a in known if a.kind == "person"]
    bodies = [a for a in known if a.kind in {"organization", "group", "outlet", "government"}]
    made = tuple(decisions)
    settled, joined = _settled(made), _joined(made)
    found = [
        *_alike(persons, mentions, base),
        *_misspelt(persons, mentions, base),
        *_spellings(persons, base, joined),
        *_bodies(bodies),
        *_two_parties(known),
    ]
    open_ = [_counted(d, mentions) for d in found if not _is_settled(d, settled)]
    return tuple(
        sorted(open_, key=lambda d: (-d.mentions, -d.closeness, d.left.id, d.name, d.question))
    )


def _counted(doubt: Doubt, mentions: Mapping[str, int]) -> Doubt:
    """The doubt with how many mentions its answer moves."""
    moved = min(mentions.get(a.id, 0) for a in (doubt.left, doubt.right or doubt.left))
    if doubt.question == "which of them?" and doubt.right is not None:
        moved = mentions.get(doubt.right.id, 0)
    return Doubt(
        question=doubt.question,
        left=doubt.left,
        right=doubt.right,
        name=doubt.name,
        others=doubt.others,
        closeness=round(doubt.closeness, 2),
        reason=doubt.reason,
        mentions=moved,
    )


def _alike(
    persons: Sequence[Actor], mentions: Mapping[str, int], base: ActorBase
) -> Iterator[Doubt]:
    """Persons of one surname, or nearly, whose given names do not tell them apart."""
    blocks: dict[str, list[Actor]] = defaultdict(list)
    for actor in persons:
        blocks[VOWELS.sub("", fold(surname_of(actor.name)))].append(actor)
    for block in blocks.values():
        full = [a for a in block if given_of(a.name)]
        lone = [a for a in block if not given_of(a.name)]
        by_given: dict[str, list[Actor]] = defaultdict(list)
        for actor in sorted(full, key=lambda a: (-mentions.get(a.id, 0), a.id)):
            by_given[plain(given_of(actor.name) or "")[:1]].append(actor)
        for alike in by_given.values():
            for left, right in combinations(alike[:MOST_OF_A_NAME], 2):
                yield from _pair(left, right, base)
        bearers: dict[str, list[Actor]] = defaultdict(list)
        for actor in full:
            bearers[fold(surname_of(actor.name))].append(actor)
        alone: dict[str, list[Actor]] = defaultdict(list)
        for actor in lone:
            alone[fold(surname_of(actor.name))].append(actor)
        for surname, named in alone.items():
            # One question for all articles that leave it open: the one that names it most often.
            most = max(named, key=lambda a: (mentions.get(a.id, 0), a.id))
            yield from _lone(most, len(named), bearers.get(surname, [])[:LARGEST])


def _misspelt(
    persons: Sequence[Actor], mentions: Mapping[str, int], base: ActorBase
) -> Iterator[Doubt]:
    """Persons of one given name whose surnames begin alike and differ in a letter or two."""
    from rapidfuzz.fuzz import ratio  # heavy: only when a corpus is reviewed

    blocks: dict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in persons:
        if (given := given_of(actor.name)) is not None:
            surname = fold(surname_of(actor.name))
            blocks[base.given_key(given), surname[:2]].append(actor)
    for block in blocks.values():
        block.sort(key=lambda a: (-mentions.get(a.id, 0), a.id))
        for left, right in combinations(block[:MOST_OF_A_NAME], 2):
            surnames = [fold(surname_of(a.name)) for a in (left, right)]
            seen = len({VOWELS.sub("", s) for s in surnames}) == 1  # `_alike` compares them
            alike = ratio(*surnames)
            if not seen and alike >= ALIKE_SURNAME and may_be_one(left.name, right.name):
                yield Doubt(
                    question="one actor?",
                    left=left,
                    right=right,
                    closeness=alike / 100,
                    reason=f"the same given name, surnames {alike:.0f} of 100 alike",
                    mentions=0,
                )


ALIKE_SURNAME = 80.0  # a letter of five: Marenko and Marinko are 86, Maren and Marik 60
MOST_OF_A_NAME = 20  # persons compared of one given name and two letters of a surname


def _pair(left: Actor, right: Actor, base: ActorBase) -> Iterator[Doubt]:
    """Two full names: one if the surnames are spelled alike and the given names can be one."""
    from rapidfuzz.fuzz import ratio  # heavy: only when a corpus is reviewed

    if not may_be_one(left.name, right.name):
        return
    names = given_of(left.name) or "", given_of(right.name) or ""
    surnames = ratio(fold(surname_of(left.name)), fold(surname_of(right.name)))
    if surnames < SAME_SURNAME:
        return
    first, second = (base.given_key(n) for n in names)
    given = ratio(first, second)
    short, long_ = sorted((plain(names[0]), plain(names[1])), key=len)
    if given < ALIKE_GIVEN and not (short and long_.startswith(short)):
        return
    yield Doubt(
        question="one actor?",
        left=left,
        right=right,
        closeness=min(surnames, max(given, 80.0)) / 100,
        reason=f"surnames {surnames:.0f} of 100 alike, given names {given:.0f}",
        mentions=0,
    )


# Of two spellings of one given name (Abdulaziz, Abdelaziz: 89); Maria and Marta, two, are 80.
ALIKE_GIVEN = 85.0


def _lone(actor: Actor, articles: int, bearers: Sequence[Actor]) -> Iterator[Doubt]:
    """A person whom an article names by surname alone, beside those who bear it elsewhere."""
    if not bearers:
        return
    yield Doubt(
        question="one actor?" if len(bearers) == 1 else "which of them?",
        left=bearers[0],
        right=actor,
        others=tuple(bearers[1:]),
        closeness=1 / (1 + len(bearers)),
        reason="an article gives the surname alone, and nothing in it says who is meant"
        + (f"; {articles - 1} more do, and are asked one by one" if articles > 1 else ""),
        mentions=0,
    )


def _spellings(
    persons: Sequence[Actor], base: ActorBase, joined: Container[str]
) -> Iterator[Doubt]:
    """Names that were joined though they are not spelled by one rule: look whether they belong."""
    from rapidfuzz.fuzz import ratio  # heavy: only when a corpus is reviewed

    for actor in persons:
        for alias in actor.aliases:
            given = given_of(alias)
            if given is None or given_of(actor.name) is None or plain(alias) in joined:
                continue
            surnames = fold(surname_of(alias)), fold(surname_of(actor.name))
            plainly = plain(given) == plain(given_of(actor.name) or "")
            listed = base.named(alias)
            if listed is not None or (surnames[0] == surnames[1] and plainly):
                continue
            alike = ratio(*surnames)
            yield Doubt(
                question="two actors?",
                left=actor,
                name=alias,
                closeness=alike / 100 * (1.0 if plainly else 0.9),
                reason=f"joined: surnames {alike:.0f} of 100 alike,"
                f" given names {'the same' if plainly else 'forms of one'}",
                mentions=0,
            )


def _bodies(bodies: Sequence[Actor]) -> Iterator[Doubt]:
    """Bodies whose names differ in loose words alone, or of which one is the other's initials."""
    by_words: dict[str, list[Actor]] = defaultdict(list)
    by_initials: dict[str, list[Actor]] = defaultdict(list)
    for actor in bodies:
        words = [w for w in body_key(actor.name).split() if w not in LOOSE]
        if words:
            by_words[" ".join(words)].append(actor)
        capitals = "".join(w[0] for w in actor.name.split() if w[0].isupper())
        if len(capitals) in ACRONYM and not actor.name.isupper():
            by_initials[capitals].append(actor)
    for block in by_words.values():
        yield from _bodies_alike(block, 0.9, "the names differ in words that are often left out")
    for actor in bodies:
        if actor.name.isupper() and (named := by_initials.get(actor.name)):
            yield from _bodies_alike(
                [actor, *named[: LARGEST - 1]], 0.7, "the one may be the other's initials"
            )


def _bodies_alike(block: Sequence[Actor], closeness: float, reason: str) -> Iterator[Doubt]:
    """Doubts between the first of these and each of the others."""
    for other in block[1:LARGEST]:
        if other.id != block[0].id:
            yield Doubt(
                question="one actor?",
                left=block[0],
                right=other,
                closeness=closeness,
                reason=reason,
                mentions=0,
            )


def _two_parties(actors: Sequence[Actor]) -> Iterator[Doubt]:
    """Persons who by undated roles speak for two parties: for none of them, then."""
    for actor in actors:
        undated = [a for a in actor.speaks_for if not (a.from_ or a.to)]
        if actor.kind == "person" and len({a.party for a in undated}) > 1:
            roles = sorted({a.basis.removeprefix("article: ") for a in undated})
            yield Doubt(
                question="two parties?",
                left=actor,
                closeness=0.5,
                reason="; ".join(roles[:LARGEST]),
                mentions=0,
            )


def _joined(decisions: Iterable[Decision]) -> set[str]:
    """The names, in plain words, of actors that a person joined into others or named."""
    found = set()
    for decision in decisions:
        if is_about_actors(decision) and decision.field != APART:
            pair = read_who(decision.old), read_who(decision.new)
            found |= {plain(who.name) for who in pair if who is not None}
    return found


def _mark(key: str | None, name: str) -> str:
    return key or plain(name)


def _settled(decisions: Iterable[Decision]) -> set[frozenset[str]]:
    """The pairs that a person has decided on: of two keys, or of a key and a plain name."""
    found = set()
    for decision in decisions:
        if is_about_actors(decision) and decision.field in {ACTOR, APART}:
            old, new = read_who(decision.old), read_who(decision.new)
            if old is not None and new is not None and decision.article is None:
                found.add(frozenset((_mark(old.key, old.name), _mark(new.key, new.name))))
    return found


def _is_settled(doubt: Doubt, settled: set[frozenset[str]]) -> bool:
    left, right = doubt.left, doubt.right
    other = _mark(right.key, right.name) if right else plain(doubt.name)
    return frozenset((_mark(left.key, left.name), other)) in settled
