"""Joins the spellings of a person's name: Zelensky, Zelenskyy, Volodymyr and Vladimir Zelenskiy.

Names are compared only within a block of one folded surname, so the work stays near linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from onrecord.actors.known import ActorBase
from onrecord.actors.spelling import fold, given_of, plain, surname_of
from onrecord.records import ActorMention

# Two romanisations of one surname that the fold does not join differ in a letter or two; below
# this similarity (0 to 100) different families begin (Kovalenko and Kovalchuk: 71).
SAME_SURNAME = 88.0
VOWELS = re.compile(r"[aeiou ]")


def cluster_persons(mentions: list[ActorMention], base: ActorBase) -> dict[tuple[str, str], str]:
    """The key of the actor for every (article, name); ("", name) holds for any article."""
    counts = Counter(m.name for m in mentions if m.name)
    full = sorted(n for n in counts if " " in n)
    keys = _full_names(full, base)
    found = {("", name): key for name, key in keys.items()}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for name, key in keys.items():
        by_surname[fold(surname_of(name))].add(key)
    for mention in mentions:
        if mention.name and " " not in mention.name:
            spot = (mention.article, mention.name)
            found.setdefault(spot, _short_name(mention, by_surname, base))
    return found


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
    return keys


def _in_base(name: str, base: ActorBase) -> str | None:
    """The key of the one known person whose surname and given name this is."""
    exact = base.named(name)
    if exact is not None and exact.kind == "person":
        return exact.key
    given = given_of(name)
    fitting = [
        key
        for key in base.namesakes(name)
        if given and _same_given(given, given_of(base.actors[key].name) or "", base)
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
    for name in sorted(block, key=lambda n: (-len(given_of(n) or ""), n)):
        given, surname = given_of(name) or "", fold(surname_of(name))
        for group in groups:
            other = group[0]
            if not _same_given(given, given_of(other) or "", base):
                continue
            if ratio(surname, fold(surname_of(other))) >= SAME_SURNAME:
                group.append(name)
                break
        else:
            groups.append([name])
    keys = {}
    for group in groups:
        chosen = min(group, key=lambda n: (len(plain(n)), plain(n)))
        key = f"person:{base.given_key(given_of(chosen) or '')} {fold(surname_of(chosen))}".strip()
        keys.update(dict.fromkeys(group, key))
    return keys


def _short_name(mention: ActorMention, by_surname: dict[str, set[str]], base: ActorBase) -> str:
    """The key for a surname that an article gives alone: the corpus's or base's only bearer."""
    surname = fold(surname_of(mention.name or ""))
    bearers = by_surname.get(surname, set()) | set(base.namesakes(mention.name or ""))
    if len(bearers) == 1:
        return next(iter(bearers))
    known = base.namesakes(mention.name or "")
    if len(known) == 1:
        return known[0]  # a surname without a first name is given to the well-known only
    fitting = {key for key in bearers if _holds_role(key, mention, base)}
    if len(fitting) == 1:
        return fitting.pop()
    return f"person:{surname}"


def _holds_role(key: str, mention: ActorMention, base: ActorBase) -> bool:
    """Whether the base knows this person in the role or for the party that the mention names."""
    for term in base.terms.get(key, ()):
        party = base.actors[term.party].name
        if mention.of is not None and mention.of == party:
            return True
        if mention.role and term.role and plain(mention.role) == plain(term.role):
            return True
    return False
