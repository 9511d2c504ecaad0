"""Reads the user's parties.yaml. Any fault is named with file, line and reason; nothing half-loads.

    parties:
      Arvenia:
        aliases: [Republic of Arvenia]
        demonyms: [Arvenian]
        capitals: [Arvos]            # stand for the government by context
        metonyms: [the Marble House] # always stand for it
        spokespeople:
          - {name: Ilena Maro, role: foreign minister, from: 2025-03-01, to: 2026-01-15}
      Coast Group: [Arvenia, Torland]     # a grouping: its members

`from` is the first day in the role, `to` the first day out of it; a year or a month will do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.actors.party_nodes import Node, fault, read_nodes
from onrecord.actors.spelling import plain
from onrecord.errors import PartiesError
from onrecord.records import ActorKind

KINDS: dict[str, ActorKind] = {
    "government": "government",
    "organization": "organization",
    "group": "group",
}
PARTY_KEYS = [
    "kind",
    "aliases",
    "demonyms",
    "capitals",
    "metonyms",
    "wikidata",
    "members",
    "spokespeople",
]
SPOKESPERSON_KEYS = ["name", "aliases", "role", "from", "to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spokesperson:
    """Who speaks for a party, in which role, from a day until before another."""

    name: str
    aliases: tuple[str, ...]
    role: str | None
    from_: dt.date | None
    to: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party of the user; `kind` is None where the file does not say. `members` are keys."""

    key: str
    name: str
    kind: ActorKind | None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    members: tuple[str, ...] = ()
    spokespeople: tuple[Spokesperson, ...] = ()


def read_parties(path: Path, key_of: Callable[[str], str | None]) -> tuple[Party, ...]:
    """The parties of a file in its order; `key_of` finds a party that the base knows by name.

    Raises PartiesError for the first fault.
    """
    root = read_nodes(path)
    keys_of_file = root.only_keys(("parties", "places"))  # places are read by their own room
    entries = keys_of_file.get("parties")
    if entries is None and "places" in keys_of_file:
        return ()
    if entries is None:
        raise fault(root, "there is no `parties`; list the parties under that key")
    bodies = entries.mapping()
    keys = {name: key_of(name) or f"party:{plain(name) or name}" for name in bodies}
    claims: dict[str, tuple[str, int]] = {}
    parties = []
    for name, body in bodies.items():
        party = _party(name, body, keys, key_of)
        _claim(party, body, claims)
        parties.append(party)
    _refuse_circles(parties, bodies)
    return tuple(parties)


def _party(
    name: str, body: Node, keys: dict[str, str], key_of: Callable[[str], str | None]
) -> Party:
    if body.is_list():
        return Party(
            key=keys[name],
            name=name,
            kind="group" if key_of(name) is None else None,
            members=_members(body, keys, key_of),
        )
    fields = body.only_keys(PARTY_KEYS) if not body.is_empty() else {}
    return Party(
        key=keys[name],
        name=name,
        kind=_kind(fields.get("kind")),
        aliases=tuple(_named(w) for w in _words(fields.get("aliases"))),
        demonyms=_words(fields.get("demonyms")),
        capitals=_words(fields.get("capitals")),
        metonyms=tuple(_bare(w) for w in _words(fields.get("metonyms"))),
        wikidata=fields["wikidata"].text() if "wikidata" in fields else None,
        members=_members(fields["members"], keys, key_of) if "members" in fields else (),
        spokespeople=_spokespeople(fields.get("spokespeople")),
    )


def _bare(word: str) -> str:
    """The word without its article: "the Marble House" is found in "Marble House officials" too."""
    return word[4:] if word.lower().startswith("the ") else word


def _named(word: str) -> str:
    """The word as a name: "the Bloc" begins sentences as "The Bloc", "The Harbour" is a name."""
    return word[4:] if word.startswith("the ") else word


def _kind(node: Node | None) -> ActorKind | None:
    if node is None:
        return None
    if node.text() not in KINDS:
        raise fault(node, f"kind `{node.text()}` is not one of {', '.join(KINDS)}")
    return KINDS[node.text()]


def _words(node: Node | None) -> tuple[str, ...]:
    return tuple(item.text() for item in node.sequence()) if node else ()


def _members(
    node: Node, keys: dict[str, str], key_of: Callable[[str], str | None]
) -> tuple[str, ...]:
    found = []
    for item in node.sequence():
        key = keys.get(item.text()) or key_of(item.text())
        if key is None:
            raise fault(
                item, f"member `{item.text()}` is not a party of this file or a known state"
            )
        found.append(key)
    return tuple(found)


def _spokespeople(node: Node | None) -> tuple[Spokesperson, ...]:
    return tuple(_spokesperson(item) for item in node.sequence()) if node else ()


def _spokesperson(node: Node) -> Spokesperson:
    if node.is_text():
        return Spokesperson(name=node.text(), aliases=(), role=None, from_=None, to=None)
    fields = node.only_keys(SPOKESPERSON_KEYS)
    if "name" not in fields:
        raise fault(node, "a spokesperson has no `name`")
    from_ = fields["from"].date() if "from" in fields else None
    to = fields["to"].date() if "to" in fields else None
    if from_ and to and to <= from_:
        raise fault(fields["to"], f"the role ends ({to}) before it starts ({from_})")
    return Spokesperson(
        name=fields["name"].text(),
        aliases=_words(fields.get("aliases")),
        role=fields["role"].text() if "role" in fields else None,
        from_=from_,
        to=to,
    )


def _claim(party: Party, body: Node, claims: dict[str, tuple[str, int]]) -> None:
    """Note which names the party goes by; a name that two parties claim is a fault."""
    names = (party.name, *party.aliases, *party.demonyms, *party.capitals, *party.metonyms)
    for name in names:
        owner, line = claims.setdefault(_bare(name).casefold(), (party.name, body.line))
        if owner != party.name:
            raise fault(
                body, f"`{name}` is claimed by `{party.name}` and by `{owner}` (line {line})"
            )
    for spokesperson in party.spokespeople:
        for name in (spokesperson.name, *spokesperson.aliases):
            claim = _bare(name).casefold()
            owner, line = claims.setdefault(claim, (spokesperson.name, body.line))
            if owner != spokesperson.name:
                raise fault(
                    body,
                    f"`{name}` is claimed by `{spokesperson.name}` and by `{owner}` (line {line})",
                )


def _refuse_circles(parties: list[Party], bodies: dict[str, Node]) -> None:
    """Raise PartiesError where a grouping is, through its members, a member of itself."""
    members = {party.key: party.members for party in parties}
    for party in parties:
        seen: set[str] = set()
        waiting = list(party.members)
        while waiting:
            key = waiting.pop()
            if key == party.key:
                raise fault(bodies[party.name], f"`{party.name}` is a member of itself (a circle)")
            if key not in seen:
                seen.add(key)
                waiting.extend(members.get(key, ()))


__all__ = ["PartiesError", "Party", "Spokesperson", "read_parties"]
