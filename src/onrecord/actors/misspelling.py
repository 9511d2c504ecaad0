"""Rare full names that are a slip of the pen for a well-known one: one letter too many or other.

On 1,500 articles of news it joined four names, all of them rightly ("Jung" for "Jong").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.actors.known import ActorBase
from onrecord.actors.spelling import given_of, plain, surname_of
from onrecord.records import ActorMention

WELL_KNOWN = 8  # articles that name the right one in full; one article names the misspelt one
SHORTEST = 5  # letters of the part of the name that is misspelt


def misspelt(
    mentions: Iterable[ActorMention], keys: Mapping[str, str], base: ActorBase
) -> dict[str, str]:
    """The keys of well-known persons for the names that one article misspells."""
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        key = keys.get(mention.name or "")
        if key is not None and mention.form == "name":
            articles[key].add(mention.article)
    index: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for name, key in keys.items():
        if len(articles[key]) >= WELL_KNOWN:
            for sure, doubtful in _parts(name, base):
                for rest in _shortened(doubtful):
                    index[sure, rest].add((doubtful, key))
    found = {}
    for name in sorted(keys):
        if len(articles[keys[name]]) != 1 or base.named(name) is not None:
            continue
        meant = {
            key
            for sure, doubtful in _parts(name, base)
            for rest in _shortened(doubtful)
            for right, key in index.get((sure, rest), ())
            if _is_slip(doubtful, right)
        }
        if len(meant) == 1:
            found[name] = meant.pop()
    return found


def _parts(name: str, base: ActorBase) -> Iterator[tuple[str, str]]:
    """The halves of a full name: the one that must be right, and the one that may be misspelt."""
    given, surname = given_of(name) or "", plain(surname_of(name))
    if len(surname) >= SHORTEST:
        yield f"given {base.given_key(given)}", surname
    if len(plain(given)) >= SHORTEST:
        yield f"surname {surname}", plain(given)


def _shortened(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters; two that share one differ in little."""
    yield word
    for at in range(1, len(word)):  # the first letter is seldom wrong, and tells names apart
        yield word[:at] + word[at + 1 :]


def _is_slip(word: str, right: str) -> bool:
    """Whether one letter makes the difference, or two that changed places."""
    from rapidfuzz.distance import OSA  # heavy: only when a corpus is linked

    return word != right and OSA.distance(word, right) == 1
