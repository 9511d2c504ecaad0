"""Bodies whose name those of other states bear as well: "the House", "the Air Force".

Such a name is the body of the state that the article is about; where it is about none, it stays a
body of its article, so that the air forces of two states are never one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.actors.base_files import items, read_table
from onrecord.actors.known import ActorBase
from onrecord.actors.spelling import body_key
from onrecord.records import ActorMention

Keyed = tuple[ActorMention, str | None]
# As often as any other state the article must name the one whose body is meant. In 1,500 articles
# of news 108 names were so bound; of one passage for each of some fifty bodies three were wrong.
TIMES = 2


def bind_bodies(keyed: Sequence[Keyed], base: ActorBase) -> Iterator[tuple[Keyed, str | None]]:
    """Yield the mentions with their keys, shared names as the body meant; and the reason."""
    here: dict[str, Counter[str]] = defaultdict(Counter)
    for mention, key in keyed:
        if key is not None and mention.form != "pronoun":
            here[mention.article][key] += 1
    meant: dict[tuple[str, str], tuple[str, str | None, str | None]] = {}
    for mention, key in keyed:
        if key not in _shared():
            yield (mention, key), None
            continue
        if (mention.article, key) not in meant:
            meant[mention.article, key] = _meant(key, mention.article, here[mention.article], base)
        found, name, reason = meant[mention.article, key]
        yield (replace(mention, name=name) if name else mention, found), reason


def _meant(
    key: str, article: str, here: Counter[str], base: ActorBase
) -> tuple[str, str | None, str | None]:
    """The key, name and reason of the body that an article means by a shared name."""
    shared, rows = _shared()[key]
    by_fellows = [row for row in rows if set(items(row["fellows"])) & here.keys()]
    if len(by_fellows) == 1:
        return *_body(shared, by_fellows[0]["state"], rows, base), "named beside its fellows"
    state = _state(here, base)
    owners = {row["state"] for row in rows} - {""}
    if state is None or (owners and state not in owners):
        return f"org:{article}:{key.removeprefix('org:')}", None, None
    reason = f"of {base.actors[state].name}, which the article names most"
    return *_body(shared, state, rows, base), reason


def _body(
    shared: str, state: str, rows: tuple[dict[str, str], ...], base: ActorBase
) -> tuple[str, str]:
    """The key and the name of a state's body that bears a shared name."""
    own = [row["body"] for row in rows if row["state"] == state and row["body"]]
    name = f"{base.adjectives.get(state, base.actors[state].name)} {shared}"
    known = base.actors.get(own[0]) if own else base.named(name)
    return (known.key, known.name) if known else (f"org:{body_key(name)}", name)


def _state(here: Counter[str], base: ActorBase) -> str | None:
    """The state that an article names far more often than any other."""
    states = {key: n for key, n in here.items() if key in base.actors and key[:6] == "state:"}
    ranked = sorted(states, key=lambda key: (-states[key], key))
    if not ranked or (len(ranked) > 1 and states[ranked[0]] < TIMES * states[ranked[1]]):
        return None
    return ranked[0]


@cache
def _shared() -> dict[str, tuple[str, tuple[dict[str, str], ...]]]:
    """By key each shared name with its rows."""
    found: dict[str, tuple[str, tuple[dict[str, str], ...]]] = {}
    for row in read_table("shared_bodies"):
        key = f"org:{body_key(row['name'])}"
        found[key] = row["name"], (*found.get(key, ("", ()))[1], row)
    return found
