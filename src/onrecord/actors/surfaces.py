"""Finds the names that the base knows, longest first, and what each means where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.actors.joint_peoples import without_joint_peoples
from onrecord.actors.known import ActorBase, Reading
from onrecord.actors.references import Known, Reader
from onrecord.actors.words import ADDRESSED, ARTEFACTS, PLACE_PREPOSITIONS, word_set
from onrecord.language.parse import Token

OF_NAME = re.compile(r" of [A-Z]")
WORD = re.compile(r"[^\W_]+")
# Nouns after which "from Kyiv" is where something comes from, not who sends it.
GOODS = word_set(
    """
    troop force soldier refugee withdrawal people resident km mile kilometer kilometre border
    distance evacuation reporter correspondent car plane convoy export import gas oil grain
    student worker migrant retreat departure hour minute meter metre
    """
)
# Outlets whose title is made of common words.
COMMON_TITLES = frozenset(
    {"Foreign Policy", "Foreign Affairs", "Time", "TIME", "Kan", "Fars", "Mehr", "Dawn", "Welt"}
    | {"Telegraph", "Guardian", "Fox", "MENA", "SPA", "RIA"}
)
MOTION = word_set(
    """
    go travel arrive fly trip visit head return come move send drive flee tour flight route road
    train move relocate deploy withdraw journey transport bring bus
    """
)
ACTOR_PREPOSITIONS = word_set("by with between against and or than for")


def find_known(reader: Reader, base: ActorBase) -> list[Known]:
    """The known surfaces in text order; none overlaps another.

    "The Times" beside the New York Times is that paper for short.
    """
    found = without_joint_peoples(reader, list(_surfaces(reader, base)))
    outlets = {k.name: k for k in found if k.kind == "outlet"}
    for known in found:
        short = known.name.removeprefix("The ")
        whole = [n for n in outlets if n != known.name and n.endswith(f" {short}")]
        if known.kind == "outlet" and len(whole) == 1:
            known.key, known.name = outlets[whole[0]].key, whole[0]
    return found


def _surfaces(reader: Reader, base: ActorBase) -> Iterator[Known]:
    """Yield the known surfaces in text order."""
    text, at = reader.article.text, 0
    for block in reader.article.blocks:
        at = max(at, block.start)
        while at < block.end:
            match = WORD.search(text, at, block.end)
            if match is None:
                break
            at = match.end()
            candidates = base.surfaces.get(match.group())
            if candidates is None or not _starts_word(text, match.start()):
                continue
            found = _longest(text, match.start(), block.end, candidates)
            if found is None:
                continue
            surface, readings = found
            at = match.start() + len(surface)
            known = _known(reader, match.start(), at, readings, base)
            if known is not None:
                yield known


def _starts_word(text: str, start: int) -> bool:
    """Whether nothing ties the word to one before it: not the Russian of pro-Russian."""
    if start == 0:
        return True
    before = text[start - 1]
    return not (before.isalnum() or (before in "-‑" and start > 1 and text[start - 2].islower()))


def _longest(
    text: str, start: int, end: int, candidates: tuple[tuple[str, Reading], ...]
) -> tuple[str, list[Reading]] | None:
    """The longest surface that stands here as whole words, with all its readings."""
    best: str | None = None
    readings: list[Reading] = []
    for surface, reading in candidates:
        if best is not None and surface != best:
            break
        stop = start + len(surface)
        if stop <= end and text.startswith(surface, start) and _ends_word(text, stop):
            best = surface
            readings.append(reading)
    return (best, readings) if best is not None else None


def _ends_word(text: str, stop: int) -> bool:
    """Whether the surface ends here: not the Russian of Russian-backed or Russians."""
    if stop >= len(text) or not (text[stop].isalnum() or text[stop] in "-‑"):
        return True
    return text[stop] in "-‑" and not text[stop + 1 : stop + 2].islower()


def _known(
    reader: Reader, start: int, stop: int, readings: list[Reading], base: ActorBase
) -> Known | None:
    tokens = reader.parse.between(start, stop)
    if any(r.key.startswith("outlet:") for r in readings) and OF_NAME.match(
        reader.article.text, stop
    ):
        return None  # "The Times of London" is not The Times
    if not tokens or tokens[0].start != start or tokens[-1].end > stop + 1:
        return None
    first, last = tokens[0].i, tokens[-1].i + 1
    reading = _settle(reader, last, readings)
    if text_is_doubtful(reader, first, last):
        return None
    actor = base.actors[reading.key]
    return Known(
        first=first,
        last=last,
        key=reading.key,
        name=actor.name,
        form=reading.form,
        kind=actor.kind,
        ambiguous=len({r.key for r in readings}) > 1,
    )


def _settle(reader: Reader, last: int, readings: list[Reading]) -> Reading:
    """The reading that fits: "U.S." before a lower-case noun or a title is the adjective."""
    if len(readings) == 1:
        return readings[0]
    after = reader.word(last)
    attributive = after is not None and (
        after.text[0].islower() or after.pos in {"NOUN", "PROPN", "ADJ"}
    )
    wanted = "demonym" if attributive and after is not None and after.pos != "VERB" else "name"
    order = sorted(readings, key=lambda r: (r.form != wanted, r.form != "name", r.key))
    return order[0]


def text_is_doubtful(reader: Reader, first: int, last: int) -> bool:
    """Whether a title of common words ("Foreign Policy") is not shown to be an outlet here."""
    if reader.text(first, last) not in COMMON_TITLES:
        return False
    before = reader.lower[first - 1] if first else ""
    after = reader.word(last)
    capital = after is not None and after.text[0].isupper()
    return capital or before not in {"in", "by", "told", "to", "with", "from", ",", "magazine"}


def stands_for_actor(reader: Reader, known: Known) -> bool:
    """Whether a state or capital acts here ("Moscow rejected") and is no place ("in Moscow")."""
    if known.first in reader.datelines:
        return False
    before, after = reader.word(known.first - 1), reader.word(known.last)
    if after is not None and after.text in ARTEFACTS and reader.same_sentence(after.i - 1, after.i):
        return False  # "the Arvenia War", "the Torland Deal": a thing of that name
    if before is not None and before.text.lower() == "the":
        before = reader.word(known.first - 2)
    word = before.text.lower() if before is not None else ""
    if word in PLACE_PREPOSITIONS and reader.same_sentence(known.first - 1, known.first):
        return False
    if word in {"to", "from"} and before is not None:
        return _addressed(before, known.form == "capital")
    if known.form != "capital":
        return True
    return _capital_acts(reader, known, word, after)


def _capital_acts(reader: Reader, known: Known, word: str, after: Token | None) -> bool:
    if after is not None and after.text in {"’s", "'s"}:
        return True
    follower = reader.word(known.last + 1)
    listed = after is not None and after.text == "," and follower is not None
    if word == "," or (listed and follower is not None and follower.text[0].isupper()):
        return False  # "Arvos, Arvenia"
    if reader.parse.has_syntax:
        head = reader.parse.tokens[known.last - 1]
        if head.dep in {"nsubj", "nsubjpass", "conj", "agent"}:
            return head.dep != "conj" or word in ACTOR_PREPOSITIONS
        return head.dep == "pobj" and word in ACTOR_PREPOSITIONS
    return word in ACTOR_PREPOSITIONS or (
        after is not None
        and after.text.islower()
        and (after.text.endswith(("ed", "s")) or after.text in {"has", "would", "will", "could"})
    )


def _addressed(preposition: Token, capital: bool) -> bool:
    """Whether "to X" or "from X" addresses a government: after a concession, not after a trip."""
    head = preposition.head
    if head is preposition:
        return not capital
    if head.lemma in ADDRESSED:
        return True
    if preposition.text.lower() == "from" and head.pos == "NOUN":
        return head.lemma not in MOTION | GOODS
    return not capital and head.lemma not in MOTION
