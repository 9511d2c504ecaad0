"""Joins the spellings of a person's name: Zelensky, Zelenskyy, Volodymyr and Vladimir Zelenskiy.

Names are compared only within a block of one folded surname, so the work stays near linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from onrecord.actors.bearers import Bearers
from onrecord.actors.fame import Keys, by_fame
from onrecord.actors.given_names import is_given
from onrecord.actors.known import ActorBase
from onrecord.actors.misspelling import misspelt
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
    keys |= misspelt(mentions, keys, base)
    found = {("", name): key for name, key in keys.items()}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for name, key in keys.items():
        by_surname[fold(surname_of(name))].add(key)
    bearers = Bearers.of(mentions, found, keys, by_surname, base)
    short: dict[tuple[str, str], list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        if mention.name and " " not in mention.name:
            short[mention.article, mention.name].append(mention)
    for (article, name), group in short.items():
        found[article, name] = bearers.meant(group, states.get(article, set()))
    famous = by_fame(mentions, found, short, base)
    return found | famous, set(famous)


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
