"""A surname that an article gives alone is the bearer whom the corpus knows far best.

Measured on 1,500 articles of `news_raw` that do name the bearer in full, a tenth at a time with the
surname alone in its place: of 1,235 surnames that only this settles 1,200 are rightly the bearer
(.972). With ten times as many articles as all others 54 fewer were settled, with one less wrong;
with four times 35 more, with five more wrong. Many of the wrong are known from that article alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.actors.known import ActorBase
from onrecord.actors.spelling import fold, surname_of
from onrecord.actors.words import FEMALE_TITLES, MALE_TITLES
from onrecord.records import ActorMention

Keys = dict[tuple[str, str], str]  # (article, name) → the actor's key
FEWEST_ALONE = 2  # articles that name the only bearer
FEWEST_ARTICLES = 5  # articles that name the best known of several
TIMES_MORE = 6  # as many as name all the others
REASON = "the best known bearer of the surname in this corpus"


def own_key(mention: ActorMention) -> str:
    """The key of a person of this one article."""
    return f"person:{mention.article}:{fold(surname_of(mention.name or ''))}"


def by_fame(
    mentions: Sequence[ActorMention],
    keys: Mapping[tuple[str, str], str],
    short: Mapping[tuple[str, str], Sequence[ActorMention]],
    base: ActorBase,
) -> Keys:
    """The keys of surnames that nothing in their article settles, where a best-known one fits.

    `short` are the mentions of each surname that an article gives alone.
    """
    known_best, roles = _known_best(mentions, keys), _roles(mentions, keys)
    states = _states(mentions, keys, base)
    found = {}
    for (article, name), group in short.items():
        best = known_best.get(fold(surname_of(name)))
        if best is None or keys[article, name] != own_key(group[0]):
            continue
        others = {m.of for m in group if is_state(m.of, base)} - states.get(best[0], set())
        if not others and not _is_against(group, best[1], roles.get(best[0], set()), base):
            found[article, name] = best[0]
    return found


def _known_best(
    mentions: Sequence[ActorMention], keys: Mapping[tuple[str, str], str]
) -> dict[str, tuple[str, str]]:
    """The (key, name) of the one bearer of a surname whom the corpus knows far best."""
    articles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        name = mention.name or ""
        key = keys.get((mention.article, name)) or keys.get(("", name))
        if key is not None and key != own_key(mention):
            articles[fold(surname_of(name))][key].add(mention.article)
            names[key][name] += " " in name
    found = {}
    for surname, bearers in articles.items():
        ranked = sorted(bearers, key=lambda k: (-len(bearers[k]), k))
        most, others = len(bearers[ranked[0]]), sum(len(bearers[k]) for k in ranked[1:])
        alone = not others and most >= FEWEST_ALONE
        if alone or (most >= FEWEST_ARTICLES and most >= TIMES_MORE * others):
            best = ranked[0]
            found[surname] = best, min(names[best], key=lambda n: (-names[best][n], n))
    return found


def _roles(
    mentions: Sequence[ActorMention], keys: Mapping[tuple[str, str], str]
) -> dict[str, set[str]]:
    """The head words of the roles that the corpus gives each person by full name."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.role and (key := keys.get(("", mention.name or ""))) is not None:
            found[key].add(mention.role.lower().split()[-1])
    return found


def _states(
    mentions: Sequence[ActorMention], keys: Mapping[tuple[str, str], str], base: ActorBase
) -> dict[str, set[str | None]]:
    """The states that the corpus gives each person by full name an office of."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for mention in mentions:
        key = keys.get(("", mention.name or ""))
        if key is not None and is_state(mention.of, base):
            found[key].add(mention.of)
    for key in set(keys.values()):
        found[key] |= {base.actors[term.party].name for term in base.terms.get(key, ())}
    return found


def is_state(name: str | None, base: ActorBase) -> bool:
    """Whether an office named with it is the office of a state: "the Norland king"."""
    known = base.named(name) if name else None
    return known is not None and known.kind == "government"


def _is_against(
    mentions: Sequence[ActorMention], name: str, roles: set[str], base: ActorBase
) -> bool:
    """Whether a title that is not this bearer's, or "Mrs.", stands at the surname."""
    if any(m.role is not None and m.role.lower().split()[-1] not in roles for m in mentions):
        return True
    if any(m.role is None and m.of is not None for m in mentions):
        return True
    called, gender = gender_called(mentions), base.gender(name)
    return called is not None and gender is not None and gender != called


def gender_called(mentions: Sequence[ActorMention]) -> str | None:
    """M or f where half the places of a name have "Mr." or "Mrs." before it, else None.

    One "Mrs. Dorn" beside ten of "Dorn" is another person than the rest.
    """
    words = [m.span.text.split()[0].lower().rstrip(".") for m in mentions if m.form == "name"]
    for gender, titles in (("f", FEMALE_TITLES), ("m", MALE_TITLES)):
        if 2 * sum(word in titles for word in words) >= max(1, len(words)):
            return gender
    return None
