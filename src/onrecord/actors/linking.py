"""Links mentions to actors over the whole corpus: one actor under all its names.

Nothing here depends on the order of articles: every choice is made over sorted names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.actors.decided import SET, Decided
from onrecord.actors.fame import REASON
from onrecord.actors.known import ActorBase, actor_id
from onrecord.actors.links import Link, Links
from onrecord.actors.namesakes import cluster_persons, named_states
from onrecord.actors.offices import affiliations_of, in_order
from onrecord.actors.outlets import cited_outlet
from onrecord.actors.shared_bodies import bind_bodies
from onrecord.actors.spelling import body_key, fold, plain, surname_of
from onrecord.records import Actor, ActorKind, ActorLink, ActorMention, Affiliation, Decision

FAME = 0.8  # of a surname alone: below the .85 of a title; .98 are right where it can be counted

SETTLED = {"name": 1.0, "metonym": 0.95, "demonym": 0.7, "unnamed": 1.0}  # by the form of a mention


@dataclass(slots=True)
class Gathered:
    """All that the corpus says of one actor."""

    kind: ActorKind
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[ActorMention] = field(default_factory=list)


def link_actors(
    mentions: Iterable[ActorMention],
    base: ActorBase,
    cited: Iterable[str] = (),
    decisions: Iterable[Decision] = (),
) -> tuple[tuple[Actor, ...], tuple[ActorLink, ...]]:
    """The actors of a corpus by id, and which of them each mention means.

    Open pronouns, collectives and descriptions without a state have no link. An unnamed source
    is an actor of its own article, never joined with one of another. `cited` are names of outlets
    that articles list as their sources: each is an actor too. What people decided goes before
    what is found here.
    """
    actors, links = find_links(mentions, base, cited, decisions)
    return actors, tuple(links)


def find_links(
    mentions: Iterable[ActorMention],
    base: ActorBase,
    cited: Iterable[str] = (),
    decisions: Iterable[Decision] = (),
) -> tuple[tuple[Actor, ...], Links]:
    """The same, the links of each article by themselves."""
    ordered = sorted(mentions, key=lambda m: (m.article, m.span.start, m.span.end, m.id))
    kinds = _vote_kinds(ordered, base)
    persons, famous = cluster_persons(
        [m for m in ordered if _names_person(m, kinds)], named_states(ordered, base), base
    )
    gathered: dict[str, Gathered] = {}
    links: dict[str, list[Link]] = defaultdict(list)
    keyed = [(mention, _key(mention, kinds, persons, base)) for mention in ordered]
    bound = list(bind_bodies(keyed, base))
    decided = Decided(decisions, [one for one, _ in bound])
    for (mention, found_key), why in bound:
        key, reason = decided.key(mention, found_key)
        if key is None:
            continue
        if reason is None and (mention.article, mention.name) in famous:
            reason = REASON
        _gather(gathered, key, mention, kinds, base, named=reason != SET, bound=bool(why))
        found = _link(mention, key, reason, why if key == found_key else None)
        links[mention.article].append(found)
    present = set(gathered)
    actors = {key: _actor(key, found, base, present, decided) for key, found in gathered.items()}
    _follow_joins(actors, decided)
    _add_cited(actors, cited, base)
    _add_parties(actors, base)
    return (
        tuple(sorted(actors.values(), key=lambda a: a.id)),
        Links({article: sorted(own) for article, own in links.items()}),
    )


def _vote_kinds(mentions: list[ActorMention], base: ActorBase) -> dict[str, ActorKind]:
    """One kind for every name that the base does not know: what most of its mentions say."""
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for mention in mentions:
        if mention.name and mention.kind and mention.kind != "unnamed":
            votes[mention.name][mention.kind] += 1
    kinds: dict[str, ActorKind] = {}
    for name, counted in votes.items():
        if counted["organization"] and counted["outlet"]:
            # One article's words show that a body is press: its key stays that of the body.
            counted["organization"] += counted.pop("outlet")
        known = base.named(name)
        kinds[name] = (
            known.kind if known else min(counted.items(), key=lambda item: (-item[1], item[0]))[0]
        )
    bearers: Counter[str] = Counter()
    for name, kind in kinds.items():
        if kind == "person" and " " in name:
            bearers[fold(surname_of(name))] += sum(votes[name].values())
    for name, kind in kinds.items():
        # A surname that one article gives alone is the person whom others name in full; a body that
        # is named more often than all of that surname ("the House") stays a body.
        lone = " " not in name and base.named(name) is None
        often = sum(votes[name].values())
        if lone and kind == "organization" and often <= bearers[fold(name)]:
            kinds[name] = "person"
    return kinds


def _names_person(mention: ActorMention, kinds: dict[str, ActorKind]) -> bool:
    return (
        mention.name is not None
        and mention.kind != "unnamed"
        and mention.form != "pronoun"
        and kinds.get(mention.name) == "person"
    )


def _key(
    mention: ActorMention,
    kinds: dict[str, ActorKind],
    persons: dict[tuple[str, str], str],
    base: ActorBase,
) -> str | None:
    """The key of the actor that a mention means, or None."""
    if mention.kind == "unnamed" or (
        mention.name is None and mention.form == "description" and mention.of is not None
    ):
        return f"unnamed:{mention.article}:{plain(mention.name or mention.span.text)}"
    if mention.name is None:
        return None
    kind = kinds.get(mention.name, mention.kind)
    if kind == "person":
        return persons.get((mention.article, mention.name)) or persons.get(("", mention.name))
    known = base.named(mention.name) or base.named_loosely(mention.name)
    if known is not None and known.kind != "person":
        return known.key
    prefix = {"government": "state", "outlet": "outlet", "group": "group"}.get(kind or "", "org")
    name = body_key(mention.name) if prefix == "org" else plain(mention.name)
    return f"{prefix}:{name}"


def _gather(
    gathered: dict[str, Gathered],
    key: str,
    mention: ActorMention,
    kinds: dict[str, ActorKind],
    base: ActorBase,
    *,
    named: bool,
    bound: bool,
) -> None:
    """Count a mention to its actor; with `named`, its words are a name of the actor.

    With `bound` they are also the name of other states' bodies.
    """
    if key.startswith("unnamed:"):
        kind: ActorKind = "unnamed"
    else:
        known = base.actors.get(key)
        said = kinds.get(mention.name or "") if named else None
        kind = known.kind if known else said or _kind_of(key)
    found = gathered.setdefault(key, Gathered(kind=kind))
    found.mentions.append(mention)
    if not named:
        return
    if mention.form == "name" and mention.name:
        found.names[mention.name] += 1
        if found.kind != "person" and not bound:
            found.names[" ".join(mention.span.text.split())] += 1
    elif mention.name and mention.form == "description" and found.kind == "organization":
        found.names[mention.name] += 1
    elif mention.name is None or mention.kind == "unnamed":
        found.names[" ".join((mention.name or mention.span.text).split())] += 1


def _kind_of(key: str) -> ActorKind:
    """The kind that a key tells by its beginning: no mention that a person set decides it."""
    kinds: dict[str, ActorKind] = {
        "person": "person",
        "state": "government",
        "outlet": "outlet",
        "group": "group",
    }
    return kinds.get(key.partition(":")[0], "organization")


def _link(mention: ActorMention, key: str, reason: str | None, bound: str | None) -> Link:
    method = "; ".join(part for part in (mention.method, reason or bound) if part)
    if reason:
        return mention.id, actor_id(key), method, FAME if reason == REASON else 1.0
    return mention.id, actor_id(key), method, SETTLED.get(mention.form, 0.85)


def _actor(
    key: str, found: Gathered, base: ActorBase, present: set[str], decided: Decided
) -> Actor:
    known = base.actors.get(key)
    full = [n for n in found.names if " " in n] if found.kind == "person" else []
    candidates = full or list(found.names) or [m.name or m.span.text for m in found.mentions]
    name = known.name if known else min(candidates, key=lambda n: (-found.names[n], n))
    name = decided.kept.get(key, name)
    shown = decided.shown.get(key, name)
    speaks_for = {
        affiliation
        for joined in decided.joined(key)
        for affiliation in affiliations_of(joined, found.kind, found.mentions, base, present)
    }
    return Actor(
        id=actor_id(key),
        key=key,
        name=shown,
        kind=found.kind,
        aliases=tuple(sorted({*found.names, *([name] if shown != name else [])} - {shown})),
        wikidata=known.wikidata if known else None,
        speaks_for=tuple(sorted(speaks_for, key=in_order)),
        listed=name if shown != name else None,
    )


def _follow_joins(actors: dict[str, Actor], decided: Decided) -> None:
    """Let whoever speaks for a party that was joined into another speak for that one."""
    moved = {actor_id(old): actor_id(new) for old, new in decided.redirects()}
    for key, actor in actors.items() if moved else ():
        parties = {replace(a, party=moved.get(a.party, a.party)) for a in actor.speaks_for}
        actors[key] = replace(actor, speaks_for=tuple(sorted(parties, key=in_order)))


def _add_cited(actors: dict[str, Actor], cited: Iterable[str], base: ActorBase) -> None:
    """Every outlet that an article lists as its source is an actor, mentioned or not."""
    for name in sorted({" ".join(name.split()) for name in cited if name.strip()}):
        outlet = cited_outlet(name, base)
        actors.setdefault(outlet.key, outlet)


def _add_parties(actors: dict[str, Actor], base: ActorBase) -> None:
    """Every party that someone speaks for is an actor too, though no mention names it."""
    ids = {actor.id for actor in actors.values()}
    wanted = {a.party for actor in actors.values() for a in actor.speaks_for} - ids
    if not wanted:
        return
    for key, known in base.actors.items():
        if actor_id(key) in wanted:
            actors[key] = Actor(
                id=actor_id(key),
                key=key,
                name=known.name,
                kind=known.kind,
                wikidata=known.wikidata,
                speaks_for=(
                    Affiliation(
                        party=actor_id(known.party or key),
                        role=None,
                        from_=None,
                        to=None,
                        basis="is a party itself",
                    ),
                ),
            )
