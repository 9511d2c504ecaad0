"""Loads the base: the bundled tables, with the user's parties laid over them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from onrecord.actors.base_files import items, read_items, read_table
from onrecord.actors.known import NO_ACTOR, ActorBase, Known, Reading, Term
from onrecord.actors.parties import Party, read_parties
from onrecord.actors.spelling import fold, loose_key, plain, surname_of
from onrecord.records import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

Form = Literal["name", "seat", "capital", "demonym", "people", "place"]
DIGITS = re.compile(r"\d+")
FIRST_WORD = re.compile(r"[^\W_]*")
# Demonyms without a plural in -s: the plain word means the people ("the French").
NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z", "men", "é")


class Draft:
    """The base while it is being filled; a later entry of one key replaces the earlier."""

    def __init__(self) -> None:
        self.actors: dict[str, Known] = {}
        self.words: dict[str, list[Reading]] = {}
        self.terms: dict[str, list[Term]] = {}
        self.adjectives: dict[str, str] = {}

    def point(self, words: Iterable[str], key: str, form: Form) -> None:
        """Let each of these words mean the actor."""
        reading = Reading(key=key, form=form)
        for word in words:
            readings = self.words.setdefault(word, [])
            if reading not in readings:
                readings.append(reading)

    def add(self, known: Known, forms: Sequence[tuple[Form, Sequence[str]]] = ()) -> None:
        """Add an actor with its names, and what else means it."""
        self.actors[known.key] = known
        if known.kind != "person":
            self.point((known.name, *known.aliases), known.key, "name")
        for form, words in forms:
            self.point(words, known.key, form)

    def demonyms(self, words: Sequence[str], key: str) -> None:
        """Add adjectives and the names of a people made of them."""
        if words:
            self.adjectives.setdefault(key, words[0])
        self.point(words, key, "demonym")
        self.point(
            [w + "s" for w in words if not w.endswith(NO_PLURAL) and not w.endswith(".")],
            key,
            "people",
        )

    def key_of(self, name: str) -> str | None:
        """The key of the actor that this name or alias means, if exactly one."""
        keys = {r.key for r in self.words.get(name, ()) if r.form == "name"}
        return keys.pop() if len(keys) == 1 else None


def load_base(parties: Path | None = None) -> ActorBase:
    """The bundled base, with the parties of a user's file.

    Raises PartiesError, with file and line, for the first fault in that file.
    """
    if parties is None:
        return _bundled()
    draft = _draft()
    _lay_over(draft, read_parties(parties, draft.key_of))
    return _finish(draft)


@cache
def _bundled() -> ActorBase:
    """The base without a user's file, loaded once per process (40 ms)."""
    return _finish(_draft())


def _draft() -> Draft:
    draft = Draft()
    _add_states(draft)
    _add_organizations(draft)
    _add_outlets(draft)
    _add_officials(draft)
    draft.add(Known(key=NO_ACTOR, name="a place", kind="group"))
    draft.words.pop("a place")
    draft.point((row["name"] for row in read_table("places")), NO_ACTOR, "place")
    return draft


def _add_states(draft: Draft) -> None:
    for row in read_table("states"):
        key = f"state:{row['iso2']}"
        known = Known(
            key=key,
            name=row["name"],
            kind="government",
            aliases=items(row["aliases"]),
            wikidata=row["wikidata"] or None,
            party=key,
        )
        capitals, seats = read_items(row["capitals"]), read_items(row["seats"])
        draft.add(known, [("capital", capitals), ("seat", seats)])
        draft.demonyms(read_items(row["demonyms"]), key)


def _add_organizations(draft: Draft) -> None:
    for row in (*read_table("organizations"), *read_table("bodies")):
        party = row["key"] if row["speaks_for"] == "self" else row["speaks_for"] or None
        known = Known(
            key=row["key"],
            name=row["name"],
            kind=cast(ActorKind, row["kind"]),
            aliases=items(row["aliases"]),
            wikidata=row.get("wikidata") or None,
            party=party,
        )
        draft.add(known, [("capital", items(row.get("metonyms", "")))])
        if row["key"] == "org:EU":
            draft.demonyms(("European",), row["key"])


def _add_outlets(draft: Draft) -> None:
    for row in read_table("outlets"):
        known = Known(
            key=outlet_key(row["name"]),
            name=row["name"],
            kind="outlet",
            aliases=items(row["aliases"]),
            wikidata=row["wikidata"] or None,
        )
        draft.add(known)


def outlet_key(name: str) -> str:
    """The key of an outlet; digits tell Channel 12 from Channel 13."""
    return " ".join([f"outlet:{plain(name)}", *DIGITS.findall(name)])


def _add_officials(draft: Draft) -> None:
    for row in read_table("officials"):
        term = Term(
            party=row["speaks_for"],
            role=row["role"],
            from_=dt.date.fromisoformat(row["from"]) if row["from"] else None,
            to=dt.date.fromisoformat(row["to"]) if row["to"] else None,
            basis="bundled list of officials",
        )
        _add_person(draft, row["name"], items(row["aliases"]), term)


def _add_person(draft: Draft, name: str, aliases: tuple[str, ...], term: Term) -> None:
    key = f"person:{plain(name)}"
    earlier = draft.actors.get(key)
    aliases = tuple(dict.fromkeys((*(earlier.aliases if earlier else ()), *aliases)))
    draft.add(Known(key=key, name=name, kind="person", aliases=aliases))
    draft.terms.setdefault(key, []).append(term)


def _lay_over(draft: Draft, parties: Sequence[Party]) -> None:
    """Add the user's parties; one that the base knows keeps its key and gains what is new."""
    for party in parties:
        earlier = draft.actors.get(party.key)
        own = tuple(n for n in (party.name, *party.aliases) if earlier and n != earlier.name)
        known = Known(
            key=party.key,
            name=earlier.name if earlier else party.name,
            kind=party.kind or (earlier.kind if earlier else "government"),
            aliases=tuple(dict.fromkeys((*(earlier.aliases if earlier else party.aliases), *own))),
            wikidata=party.wikidata or (earlier.wikidata if earlier else None),
            party=party.key,
            members=party.members,
        )
        for word in (party.name, *party.aliases, *party.demonyms, *party.metonyms):
            draft.words.pop(word, None)  # the user's word goes before the bundled one
        draft.add(known, [("seat", party.metonyms), ("capital", party.capitals)])
        draft.demonyms(party.demonyms, party.key)
        _add_spokespeople(draft, party)


def _add_spokespeople(draft: Draft, party: Party) -> None:
    """Add a party's spokespeople; they outrank the bundled terms of the same persons."""
    for spokesperson in party.spokespeople:
        key = f"person:{plain(spokesperson.name)}"
        bundled = draft.terms.get(key, [])
        draft.terms[key] = [t for t in bundled if t.basis.startswith("parties file")]
        term = Term(
            party=party.key,
            role=spokesperson.role,
            from_=spokesperson.from_,
            to=spokesperson.to,
            basis=f"parties file: {spokesperson.role or party.name}",
        )
        _add_person(draft, spokesperson.name, spokesperson.aliases, term)


def _finish(draft: Draft) -> ActorBase:
    surfaces: dict[str, list[tuple[str, Reading]]] = {}
    for word, readings in draft.words.items():
        for spelling in (word, word.replace("'", "’")) if "'" in word else (word,):
            found = surfaces.setdefault(first_word(spelling), [])
            found += [(spelling, reading) for reading in readings]
    persons: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for key, known in draft.actors.items():
        names.setdefault(known.name, key)
        for alias in known.aliases:
            names.setdefault(alias, key)
        if known.kind == "person":
            for name in (known.name, *known.aliases):
                persons.setdefault(fold(surname_of(name)), set()).add(key)
    return ActorBase(
        actors=draft.actors,
        surfaces={
            first: tuple(sorted(pairs, key=_longest_first) if len(pairs) > 1 else pairs)
            for first, pairs in surfaces.items()
        },
        terms={key: tuple(terms) for key, terms in draft.terms.items()},
        persons={surname: tuple(sorted(keys)) for surname, keys in persons.items()},
        names=names,
        adjectives=draft.adjectives,
        roles={r["word"]: (r["speaks"] == "yes", r["rank"]) for r in read_table("roles")},
        given=dict(reversed(list(_given_names()))),
        loose=_loose(draft.actors, names),
    )


def _loose(actors: Mapping[str, Known], names: Mapping[str, str]) -> dict[str, str]:
    """The keys of bodies by the loose key of each name of several words that one alone bears."""
    found: dict[str, set[str]] = {}
    for name, key in names.items():
        if " " in name and actors[key].kind != "person":
            found.setdefault(loose_key(name), set()).add(key)
    return {loose: min(keys) for loose, keys in found.items() if " " in loose and len(keys) == 1}


def _longest_first(pair: tuple[str, Reading]) -> tuple[int, str, str, str]:
    surface, reading = pair
    return -len(surface), surface, reading.form, reading.key


def _given_names() -> Iterator[tuple[str, tuple[str, str]]]:
    for row in read_table("given_names"):
        for form in items(row["forms"]):
            yield fold(form), (row["name"], row["gender"])


def first_word(surface: str) -> str:
    """The letters and digits that a surface begins with: what it is looked up by."""
    match = FIRST_WORD.match(surface)
    return match.group() if match else ""
