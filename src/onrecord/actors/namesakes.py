"""Joins the spellings of a person's name: Zelensky, Zelenskyy, Volodymyr and Vladimir Zelenskiy.

Names are compared only within a block of one folded surname, so the work stays near linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from onrecord.actors.fame import Keys, by_fame, own_key
from onrecord.actors.given_names import is_given
from onrecord.actors.governments import services_of
from onrecord.actors.known import ActorBase
from onrecord.actors.spelling import fold, given_of, may_be_one, plain, suffix_of, surname_of
from onrecord.records import ActorMention

# Two romanisations of one surname that the fold does not join differ in a letter or two; below
# this similarity (0 to 100) different families begin (Kovalenko and Kovalchuk: 71).
SAME_SURNAME = 88.0
VOWELS = re.compile(r"[aeiou ]")


def named_states(mentions: list[ActorMention], base: ActorBase) -> dict[str, set[str]]:
    """The names of the parties that each article names, as actors or in a role."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.of is not None:
            found[mention.article].add(mention.of)
        if mention.name is not None and mention.kind in {"government", "organization", "group"}:
            known = base.named(mention.name)
            party = base.actors.get(known.party or known.key) if known else None
            found[mention.article].add(party.name if party else mention.name)
    return found


def cluster_persons(
    mentions: list[ActorMention], states: Mapping[str, set[str]], base: ActorBase
) -> tuple[Keys, set[tuple[str, str]]]:
    """The key of the actor for every (article, name); ("", name) holds for any article.

    Beside it those (article, name) that stand for the best known bearer of a surname.
    `states` are the parties that each article names: what a surname alone is judged by.
    """
    counts = Counter(m.name for m in mentions if m.name)
    full = sorted(n for n in counts if " " in n)
    keys = _full_names(full, base)
    found = {("", name): key for name, key in keys.items()}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for name, key in keys.items():
        by_surname[fold(surname_of(name))].add(key)
    bodies, served = _bodies(mentions, found), _served(keys)
    short: dict[tuple[str, str], list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        if mention.name and " " not in mention.name:
            short[mention.article, mention.name].append(mention)
    for (article, name), group in short.items():
        here = states.get(article, set())
        found[article, name] = _short_name(group, here, by_surname, bodies, served, base)
    famous = by_fame(mentions, found, short, base)
    return found | famous, set(famous)


def _bodies(
    mentions: list[ActorMention], keys: Mapping[tuple[str, str], str]
) -> dict[str, set[str]]:
    """The parties that the corpus names with each person's full name, by the person's key."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        key = keys.get(("", mention.name or ""))
        if key is not None and mention.of is not None:
            found[key].add(mention.of)
    return found


def _served(keys: Mapping[str, str]) -> dict[str, set[str]]:
    """The offices, in plain words, that governments list for each person's full names."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in sorted(keys):
        names[keys[name]].append(name)
    return {
        key: {plain(s.term.role) for s in services_of(own) if s.term.role}
        for key, own in names.items()
    }


def _full_names(names: list[str], base: ActorBase) -> dict[str, str]:
    """The key of every full name: the base's, else one for each group of compatible spellings."""
    keys: dict[str, str] = {}
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        known = _in_base(name, base)
        if known is not None:
            keys[name] = known
        else:
            blocks[VOWELS.sub("", fold(surname_of(name)))].append(name)
    for block in blocks.values():
        keys.update(_cluster(block, base))
    return keys | _by_both_surnames(keys, base) | _turned(keys, base)


def _turned(keys: Mapping[str, str], base: ActorBase) -> dict[str, str]:
    """Names with the family name first, where the corpus or base has the same person turned round.

    "Dorn Mila" is Mila Dorn; a name that nobody bears the other way round stays as it is.
    """
    persons: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, key in keys.items():
        persons[base.given_key(given_of(name) or ""), fold(surname_of(name))].add(key)
    found = {}
    for name in keys:
        first, *rest = name.split()
        if len(rest) != 1 or not (is_given(rest[0]) or fold(rest[0]) in base.given):
            continue
        if is_given(first) or fold(first) in base.given:
            continue  # either may be the given name: two persons
        given = base.given_key(rest[0])
        bearers = set(persons.get((given, fold(first)), set()))
        bearers |= {
            key
            for key in base.namesakes(first)
            if base.given_key(given_of(base.actors[key].name) or "") == given
        }
        if len(bearers) == 1 and base.named(name) is None:
            found[name] = next(iter(bearers))
    return found


def _by_both_surnames(keys: Mapping[str, str], base: ActorBase) -> dict[str, str]:
    """Two family names alone are the one person's who bears both: "Dorn Orlo" is Mila Dorn Orlo."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, key in keys.items():
        words = name.split()
        if len(words) > MIN_DOUBLE:
            bearers[fold(" ".join(words[-2:]))].add(key)
    found = {}
    for name in keys:
        first, *rest = name.split()
        known = fold(first) in base.given or is_given(first)
        own = bearers.get(fold(name), set())
        if len(rest) == 1 and not known and len(own) == 1 and base.named(name) is None:
            found[name] = next(iter(own))
    return found


MIN_DOUBLE = 2  # words: a given name and two family names are more


def _in_base(name: str, base: ActorBase) -> str | None:
    """The key of the one known person whose surname and given name this is."""
    exact = base.named(name)
    if exact is not None and exact.kind == "person":
        return exact.key
    given = given_of(name)
    fitting = [
        key
        for key in base.namesakes(name)
        if given
        and _same_given(given, given_of(base.actors[key].name) or "", base)
        and may_be_one(name, base.actors[key].name)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _same_given(left: str, right: str, base: ActorBase) -> bool:
    if base.given_key(left) == base.given_key(right):
        return True
    initials = min(len(plain(left)), len(plain(right))) == 1
    return initials and plain(left)[:1] == plain(right)[:1]


def _cluster(block: list[str], base: ActorBase) -> dict[str, str]:
    """Group the names of one block; each joins the first group whose name it fits."""
    from rapidfuzz.fuzz import ratio  # heavy: only when a corpus is linked

    groups: list[list[str]] = []
    # The groups by the key of their given name and by its initial. Initials come after all full
    # given names, which are looked up by their key alone.
    by_given: dict[str, list[list[str]]] = defaultdict(list)
    surnames = {name: fold(surname_of(name)) for name in block}
    for name in sorted(block, key=lambda n: (-len(given_of(n) or ""), n)):
        given = given_of(name) or ""
        initial = f"{plain(given)[:1]}."
        wanted = initial if len(plain(given)) == 1 else base.given_key(given)
        for group in by_given[wanted]:
            if not all(may_be_one(name, one) for one in group):
                continue
            if ratio(surnames[name], surnames[group[0]]) >= SAME_SURNAME:
                group.append(name)
                break
        else:
            groups.append([name])
            by_given[base.given_key(given)].append(groups[-1])
            by_given[initial].append(groups[-1])
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for group in groups:
        chosen = min(group, key=lambda n: (len(plain(n)), plain(n)))
        given = base.given_key(given_of(chosen) or "")
        parts = (given, fold(surname_of(chosen)), suffix_of(chosen))
        key = f"person:{' '.join(part for part in parts if part)}"
        if key in taken:  # another of this name: what stands between tells them apart
            key = f"{key} {plain(chosen)}"
        taken.add(key)
        keys.update(dict.fromkeys(group, key))
    return keys


def _short_name(
    mentions: list[ActorMention],
    states: set[str],
    by_surname: dict[str, set[str]],
    bodies: dict[str, set[str]],
    served: dict[str, set[str]],
    base: ActorBase,
) -> str:
    """The key for a surname that an article gives alone.

    A surname says too little: only a bearer whose office, or whose party, the article names is
    meant, and only where it is the one such bearer. Any other stays a person of its own article.
    """
    surname = fold(surname_of(mentions[0].name or ""))
    bearers = by_surname.get(surname, set()) | set(base.namesakes(mentions[0].name or ""))
    in_role = {key for key in bearers if _holds_role(key, mentions, bodies, served, base)}
    if len(in_role) == 1:
        return in_role.pop()
    titled = any(m.of is not None for m in mentions)
    fitting = {key for key in bearers if (_parties(key, base) | bodies.get(key, set())) & states}
    if len(fitting) == 1 and not titled:
        return fitting.pop()
    return own_key(mentions[0])


def _parties(key: str, base: ActorBase) -> set[str]:
    """The names of the parties that the base knows this person to have spoken for."""
    return {base.actors[term.party].name for term in base.terms.get(key, ())}


def _holds_role(
    key: str,
    mentions: list[ActorMention],
    bodies: dict[str, set[str]],
    served: dict[str, set[str]],
    base: ActorBase,
) -> bool:
    """Whether this person is known in the role or for the party that a mention names."""
    parties = _parties(key, base) | bodies.get(key, set())
    if any(mention.of in parties for mention in mentions if mention.of is not None):
        return True
    roles = {plain(term.role) for term in base.terms.get(key, ()) if term.role}
    roles |= served.get(key, set())
    said = {plain(m.role) for m in mentions if m.of is None and m.role}
    # "Secretary Dorn" is the secretary of state
    return any(role == s or role.startswith(f"{s} of ") for role in roles for s in said)
