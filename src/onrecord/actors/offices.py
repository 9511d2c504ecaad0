"""For whom an actor speaks: by the base, the user's parties, and the articles' own role phrases."""

from __future__ import annotations

from collections import Counter

from onrecord.actors.governments import services_of
from onrecord.actors.known import ActorBase, actor_id
from onrecord.actors.spelling import plain
from onrecord.records import ActorKind, ActorMention, Affiliation


def affiliations_of(
    key: str, kind: ActorKind, mentions: list[ActorMention], base: ActorBase, present: set[str]
) -> tuple[Affiliation, ...]:
    """The parties that an actor speaks for, with role, dates and basis; sorted, each once.

    `present` are the keys of the corpus: a role may name a state that only an article knows.
    """
    if kind == "outlet":
        return ()
    known = base.actors.get(key)
    if kind == "government" or (known is not None and known.party is not None):
        party = known.party if known and known.party else key
        basis = "is a party itself" if party == key else "bundled list of organisations"
        return (Affiliation(party=actor_id(party), role=None, from_=None, to=None, basis=basis),)
    found = {term.affiliation() for term in base.terms.get(key, ())}
    settled = any(term.basis.startswith("parties file") for term in base.terms.get(key, ()))
    if not settled:
        found |= _by_articles(mentions, base, present)
        found |= _by_governments(key, mentions, base, present)
    return tuple(sorted(found, key=in_order))


def in_order(affiliation: Affiliation) -> tuple[str, str, str, str]:
    """The stable order of affiliations."""
    a = affiliation
    return a.party, str(a.from_ or ""), a.role or "", a.basis


def _by_articles(
    mentions: list[ActorMention], base: ActorBase, present: set[str]
) -> set[Affiliation]:
    """What the articles' titles say; a role that is over, or that speaks for no body, nothing.

    A party that few of the titles name beside another is a slip of one reading and is
    left out.
    """
    found: set[Affiliation] = set()
    often: Counter[str] = Counter()
    for mention in mentions:
        if mention.role is None or mention.of is None or mention.former:
            continue
        party = party_key(mention.of, base, present)
        if party is None or not speaks(mention.role, base):
            continue
        adjective = base.adjectives.get(party, mention.of)
        words = mention.role if adjective in mention.role else f"{adjective} {mention.role}"
        often[actor_id(party)] += 1
        found.add(
            Affiliation(
                party=actor_id(party),
                role=mention.role,
                from_=None,
                to=None,
                basis=f"article: {words}",
            )
        )
    most = max(often.values(), default=0)
    return {a for a in found if often[a.party] * SLIP >= most}


SLIP = 10  # one in so many titles; set by hand: no gold says for whom a title's bearer speaks


def _by_governments(
    key: str, mentions: list[ActorMention], base: ActorBase, present: set[str]
) -> set[Affiliation]:
    """What the long list of governments says of a full name; the articles' titles go before it.

    For a person whom the short list knows, and where articles name this person's parties, the long
    one adds terms that it knows the end of: of that person, of such a party. Where a role that
    speaks for nobody stands at the name, it is another's.
    """
    known = base.actors.get(key)
    names = (known.name, *known.aliases) if known else (m.name for m in mentions if m.name)
    services = services_of(names)
    if not services:
        return set()
    if known is not None:
        return {s.term.affiliation() for s in services if s.ended}
    named = {party_key(m.of, base, present) for m in mentions if m.of is not None}
    if named:
        return {s.term.affiliation() for s in services if s.ended and s.term.party in named}
    if any(m.role is not None and (m.former or not speaks(m.role, base)) for m in mentions):
        return set()
    return {s.term.affiliation() for s in services}


def party_key(of: str, base: ActorBase, present: set[str]) -> str | None:
    """The key of the party that a role's body is or speaks for, or None if it is no party."""
    known = base.named(of)
    if known is not None:
        return known.party
    key = f"state:{plain(of)}"
    return key if key in present else None


def speaks(role: str, base: ActorBase) -> bool:
    """Whether one in this role speaks for its body: a minister does, a lawmaker does not."""
    words = role.lower().replace("-", " ").split()
    if "opposition" in words or "shadow" in words:
        return False
    for word in words:
        singular = word if word in base.roles else word.removesuffix("s")
        if singular in base.roles and not base.roles[singular][0]:
            return False
    return True
