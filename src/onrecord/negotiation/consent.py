"""Whose yes is needed on an issue, and why it is taken so.

By default a party's consent is needed if it has a position of its own on the issue, in its own
voice or by two independent origins, and another party's position addresses it. Whoever only
mediates or comments has a voice. A person's choice in the codebook outranks all of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from onrecord.negotiation.names import NamedParties
from onrecord.negotiation.witnesses import CountsOrigins, count_origins
from onrecord.negotiation.words import effect_of
from onrecord.positions.codebook import Codebook
from onrecord.records import Act, Consent, Position

PUT: frozenset[Act] = frozenset({"demand", "offer", "propose"})
ANSWERS: frozenset[Act] = frozenset({"accept", "accept_if", "reject"})
# A mediator's acts: who does nothing else on an issue has a voice there, no veto.
MEDIATES: frozenset[Act] = frozenset({"propose", "openness"})


@dataclass(frozen=True, slots=True)
class Matter:
    """One issue: the positions of each party on it, and who put and who answered each value."""

    issue: str
    own: Mapping[str, list[Position]]
    put: Mapping[str, set[str]]
    answered: Mapping[str, set[str]]
    about: Mapping[str, set[str]]  # by party, who speaks of it
    slugs: Mapping[str, str]
    named: NamedParties


def is_in_the_issue(matter: Matter, party: str) -> str | None:
    """The issue itself is about it, and another party takes a position there."""
    slug = matter.slugs.get(party, party)
    if slug in matter.issue.split(".")[1:] and len(matter.own) > 1:
        return "the issue is about it"
    return None


def is_the_subject(matter: Matter, party: str) -> str | None:
    """Another party's claim or condition is about it."""
    others = matter.about.get(party, set()) - {party}
    return "another party's position here is about it" if others else None


def answers(matter: Matter, party: str) -> str | None:
    """It accepts or rejects a value that another party has put forward."""
    found = any(
        party in who and matter.put.get(value, set()) - {party}
        for value, who in matter.answered.items()
    )
    return "it answers what another party has put forward here" if found else None


def is_answered(matter: Matter, party: str) -> str | None:
    """Another party accepts or rejects a value that it has put forward."""
    found = any(
        party in who and matter.answered.get(value, set()) - {party}
        for value, who in matter.put.items()
    )
    return "another party answers what it has put forward here" if found else None


def is_named(matter: Matter, party: str) -> str | None:
    """Another party's position names it, in its words or in what it is directed at."""
    found = any(
        party in matter.named.in_position(position)
        for other, positions in matter.own.items()
        if other != party
        for position in positions
    )
    return "another party's position here names it" if found else None


ADDRESSED: tuple[Callable[[Matter, str], str | None], ...] = (
    is_the_subject,
    answers,
    is_answered,
    is_in_the_issue,
    is_named,
)


def consent_on(
    issue: str,
    positions: Iterable[Position],
    codebook: Codebook,
    witnesses: CountsOrigins,
    slugs: Mapping[str, str],
    named: NamedParties,
) -> tuple[Consent, ...]:
    """The parties whose yes is needed on an issue, sorted, each with the reason.

    `positions` are all on this issue; `slugs` gives the codebook's word for a party's id.
    """
    declared = codebook.consent_of(issue)
    if declared is not None:
        ids = {slug: party for party, slug in sorted(slugs.items(), reverse=True)}
        return tuple(
            Consent(party=party, reason="set in the codebook")
            for party in sorted({ids.get(slug, slug) for slug in declared})
        )
    matter = _matter(issue, positions, slugs, named)
    found = []
    for party in sorted(matter.own):
        reason = _reason(matter, party, witnesses)
        if reason is not None:
            found.append(Consent(party=party, reason=reason))
    return tuple(found)


def _matter(
    issue: str, positions: Iterable[Position], slugs: Mapping[str, str], named: NamedParties
) -> Matter:
    own: dict[str, list[Position]] = {}
    put: dict[str, set[str]] = {}
    answered: dict[str, set[str]] = {}
    about: dict[str, set[str]] = {}
    for position in positions:
        party = position.party
        if party is None:
            continue
        for condition in position.conditions:
            if condition.party is not None:
                about.setdefault(condition.party, set()).add(party)
        if position.about is not None:
            about.setdefault(position.about, set()).add(party)
        if effect_of(position) == "silent":
            continue
        own.setdefault(party, []).append(position)
        table = put if position.act in PUT else answered if position.act in ANSWERS else {}
        for value in position.values:
            table.setdefault(value, set()).add(party)
    return Matter(issue, own, put, answered, about, slugs, named)


def _reason(matter: Matter, party: str, witnesses: CountsOrigins) -> str | None:
    own = matter.own[party]
    if all(p.act in MEDIATES for p in own):
        return None
    speaks = "it has a position of its own, in its own voice"
    if all(p.voice != "party" for p in own):
        count = count_origins(own, witnesses)
        if count < 2:
            return None
        speaks = f"{count} independent origins report a position of its own"
    for rule in ADDRESSED:
        addressed = rule(matter, party)
        if addressed is not None:
            return f"{speaks}; {addressed}"
    return None
