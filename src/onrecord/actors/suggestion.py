"""A first parties.yaml for a corpus: who takes part, under which names, who speaks for whom."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.actors.known import ActorBase
from onrecord.actors.spelling import plain
from onrecord.records import Actor

HEAD = """\
# The parties of this corpus as its articles name them: a first draft, to be corrected.
# Keep who negotiates, delete the rest; then `onrecord read FOLDER --parties parties.yaml`.
# Behind each line: how often it is named, and on which words it stands. Whom the bundled base
# knows, with dates, is not repeated.
"""
BY_WORDS = ("article", "parties file")  # how the basis of such a role begins
FEWEST = 2  # mentions of a party or speaker that is listed


def suggest_parties(
    actors: Iterable[Actor],
    mentions: Mapping[str, int],
    base: ActorBase,
    holders: Mapping[str, int] | None = None,
) -> str:
    """The text of a parties.yaml: states and bodies with their own names and speakers.

    `mentions` counts each actor's mentions by its id, `holders` the positions of which it is told
    as the holder and that have no party. A body among these is listed as a party; a person without
    one is named in a comment, for the words of the articles do not say whose he or she is. Parties
    stand in the order of how often they and their speakers are named; what the bundled base knows
    of a party is not repeated.
    """
    known = {a.id: a for a in actors}
    holders = holders or {}
    speakers: dict[str, list[tuple[Actor, str | None, str]]] = defaultdict(list)
    for actor in known.values():
        if actor.kind == "person" and mentions.get(actor.id, 0) >= FEWEST:
            for a in _open_roles(actor):
                speakers[a[0]].append((actor, a[1], a[2]))
    parties = [
        a
        for a in known.values()
        if a.kind in {"government", "organization", "group"}
        and (a.id in speakers or a.id in holders or any(s.party == a.id for s in a.speaks_for))
    ]
    weights = {
        p.id: mentions.get(p.id, 0)
        + sum(mentions.get(s.id, 0) for s in {s[0].id: s[0] for s in speakers[p.id]}.values())
        for p in parties
    }
    listed = [p for p in parties if weights[p.id] >= FEWEST]
    listed.sort(key=lambda p: (-weights[p.id], p.name))
    lines = [HEAD + "parties:" + ("" if listed else " {}")]
    claimed: set[str] = set()
    for party in listed:
        lines += _party(party, mentions, speakers[party.id], base, claimed)
    lines += _of_no_party([a for a in known.values() if a.kind == "person"], holders, claimed)
    return "\n".join(lines) + "\n"


def _open_roles(actor: Actor) -> Iterator[tuple[str, str | None, str]]:
    """Yield (party, role, basis) of one who speaks for one party by the articles' words alone.

    Whom the base knows it knows with dates: a line without them would say more than is known. Who
    by the articles speaks for several parties is a doubt, not a suggestion.
    """
    known = any(a.from_ or a.to or not a.basis.startswith(BY_WORDS) for a in actor.speaks_for)
    if not known and len({a.party for a in actor.speaks_for}) == 1:
        first = actor.speaks_for[0]
        yield first.party, first.role, first.basis


def _party(
    party: Actor,
    mentions: Mapping[str, int],
    speakers: list[tuple[Actor, str | None, str]],
    base: ActorBase,
    claimed: set[str],
) -> Iterator[str]:
    """Yield the lines of one party; a name that an earlier party took is left out."""
    if party.name in claimed:
        return
    claimed.add(party.name)
    listed = base.actors.get(party.key)
    yield f"  {_quoted(party.name)}:  # named {mentions.get(party.id, 0)} times"
    if listed is None:
        yield f"    kind: {party.kind}"
    aliases = [
        a
        for a in party.aliases
        if a not in claimed
        and base.named(a) is None
        and not _is_reading(a, party, base)
        and not (listed is None and a == party.name.split(" ")[0])  # "Ferry" of a Ferry Union
    ]
    claimed.update(aliases)
    if aliases:
        yield f"    aliases: [{', '.join(_quoted(a) for a in aliases)}]"
    ordered = sorted(speakers, key=lambda s: (-mentions.get(s[0].id, 0), s[0].name))
    people = [s for s in ordered if s[0].name not in claimed]
    if people:
        yield "    spokespeople:"
    for actor, role, basis in people:
        claimed.add(actor.name)
        role_given = f", role: {_quoted(role)}" if role else ""
        words = f"{mentions.get(actor.id, 0)} times; {' '.join(basis.split())}"
        yield f"      - {{name: {_quoted(actor.name)}{role_given}}}  # {words}"


def _of_no_party(
    people: Iterable[Actor], holders: Mapping[str, int], claimed: set[str]
) -> Iterator[str]:
    """Yield comments that name who holds positions and speaks for nobody that is known."""
    lone = [p for p in people if holders.get(p.id, 0) and p.name not in claimed]
    if lone:
        yield "# These hold positions too; put each under spokespeople of a party, or leave it out:"
    for person in sorted(lone, key=lambda p: (-holders[p.id], p.name)):
        count = holders[person.id]
        entry = f"{{name: {_quoted(person.name)}}}"
        yield f"#      - {entry}  # {count} position{'s' * (count != 1)}"


def _is_reading(alias: str, party: Actor, base: ActorBase) -> bool:
    """Whether the base reads these words so already: an adjective, a seat, "the" before a name."""
    bare = alias[4:] if alias.lower().startswith("the ") else alias
    if plain(bare) == plain(party.name):
        return True
    readings = base.surfaces.get(bare.split(" ")[0].split(".")[0], ())
    return any(surface == bare for surface, _ in readings) or "'" in alias or "’" in alias


def _quoted(text: str) -> str:
    """A word as YAML takes it: plain where that is safe, else in double quotes."""
    words = " ".join(text.split())
    safe = all(c.isalnum() or c in " -." for c in words) and words[:1].isalpha()
    if safe and words.lower() not in {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}:
        return words
    return json.dumps(words, ensure_ascii=False)
