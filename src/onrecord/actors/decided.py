"""What people decided about actors, laid over what the machine linked.

Four decisions, each a `Decision` whose `old` and `new` are JSON values that name actors by key and
name, so that they hold in another record, too:

- same: `field` "actor", no article: the actor of `old` is the actor of `new`.
- apart: `field` "apart": the name of `new` is not the actor of `old`, whatever its spelling.
- name: `field` "name": the actor of `old` is shown under the name of `new`.
- means: `field` "actor" with article and raw span: the mention there means `new`, null for nobody.

A decision whose actor, name or passage the corpus does not hold changes nothing and stays.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.actors.known import actor_id
from onrecord.actors.spelling import plain
from onrecord.records import Actor, ActorMention, Decision, in_time

ACTOR, APART, NAME = "actor", "apart", "name"
FIELDS = frozenset((ACTOR, APART, NAME))
SET = "set by a person"  # the reason of a link that one mention was given
Place = tuple[str, int, int]  # an article, and raw offsets in it


@dataclass(frozen=True, slots=True)
class Who:
    """An actor as a decision names it: by its key where one was known, and by a name."""

    key: str | None
    name: str

    def as_json(self) -> str:
        """The value of `old` or `new`."""
        return json.dumps({"key": self.key, "name": self.name}, ensure_ascii=False)


def read_who(value: str | None) -> Who | None:
    """The actor that a decision's value names, None for nobody. Raises ValueError."""
    try:
        found = json.loads(value) if value is not None else None
    except (ValueError, RecursionError) as error:
        raise ValueError("`old` and `new` hold an actor as JSON: {key, name}") from error
    if found is None:
        return None
    if not isinstance(found, dict) or set(found) != {"key", "name"}:
        raise ValueError("expected an actor as {key, name}")
    key, name = found["key"], found["name"]
    if not isinstance(name, str) or not name.strip() or not isinstance(key, str | None):
        raise ValueError("expected the actor's key and name as text")
    return Who(key, name)


def is_about_actors(decision: Decision) -> bool:
    """Whether a decision is one of the four."""
    return decision.field in FIELDS


def check_decision(decision: Decision) -> None:
    """Raise ValueError, saying what is wrong, if a decision on actors is not one of the four."""
    if not is_about_actors(decision):
        return
    old, new = read_who(decision.old), read_who(decision.new)
    if decision.article is not None:
        if decision.field != ACTOR or decision.raw_start is None or decision.raw_end is None:
            raise ValueError("a decision on a passage has the field `actor` and both raw offsets")
    elif old is None or new is None:
        raise ValueError("a decision on actors names one in `old` and one in `new`")


class Decided:
    """The decisions of a corpus, with names resolved to the keys that its mentions were given."""

    def __init__(
        self, decisions: Iterable[Decision], keyed: Iterable[tuple[ActorMention, str | None]]
    ) -> None:
        ordered = sorted((d for d in decisions if is_about_actors(d)), key=in_time)
        self.shown: dict[str, str] = {}  # key → the name that a person gave it
        self.kept: dict[str, str] = {}  # key → the name under which it was joined with others
        self._apart: dict[tuple[str, str], str] = {}
        self._means: dict[Place, Who | None] = {}
        self._to: dict[str, str] = {}
        self._joined: dict[str, list[str]] = defaultdict(list)
        if not ordered:
            return
        self._keys, self._by_name = _named(keyed)
        for decision in ordered:
            self._take(decision)
        for decision in ordered:
            old, new = read_who(decision.old), read_who(decision.new)
            if decision.field == NAME and old is not None and new is not None:
                key = self._resolved(old)
                if self._root(key) == key:  # one that was joined goes by the other's name
                    self.shown[key] = new.name
        for key in sorted(self._to):
            self._joined[self._root(key)].append(key)

    def key(self, mention: ActorMention, key: str | None) -> tuple[str | None, str | None]:
        """The key that a mention has in the end, and the reason if a person decided it."""
        place = (mention.article, mention.span.raw_start or 0, mention.span.raw_end or 0)
        if place in self._means:
            who = self._means[place]
            return (self._root(self._resolved(who)) if who else None), SET
        if key is None:
            return None, None
        split = self._apart.get((key, plain(mention.name or "")))
        if split is not None:
            return self._root(split), "told apart by a person"
        root = self._root(key)
        return root, None if root == key else "joined by a person"

    def joined(self, key: str) -> tuple[str, ...]:
        """All keys that were joined into this one, and itself."""
        return (key, *self._joined.get(key, ()))

    def redirects(self) -> tuple[tuple[str, str], ...]:
        """Each key that was joined, with the key that its actor has in the end."""
        return tuple((key, self._root(key)) for key in sorted(self._to))

    def _take(self, decision: Decision) -> None:
        old, new = read_who(decision.old), read_who(decision.new)
        if decision.article is not None:
            at = (decision.article, decision.raw_start or 0, decision.raw_end or 0)
            self._means[at] = new
        elif old is None or new is None:
            return
        elif decision.field == APART:
            self._part(old, new)
        elif decision.field == ACTOR:
            left, right = self._root(self._resolved(old)), self._root(self._resolved(new))
            if left != right:
                self._to[left] = right
                self.kept[right] = new.name

    def _part(self, old: Who, new: Who) -> None:
        """The name of `new` gets an actor of its own, if it was one with that of `old`."""
        key = self._resolved(old)
        if new.key is None and key in self._by_name.get(plain(new.name), ()):
            # A name of this very actor, whoever else bears it.
            self._apart[key, plain(new.name)] = f"{key.partition(':')[0]}:apart:{plain(new.name)}"
            return
        other = self._resolved(new)
        if self._root(key) != self._root(other):
            return
        if key != other:
            # The join that ties the one to the other is taken back, from the side that was joined.
            self._to.pop(other if other in self._to else key)
            return
        self._apart[key, plain(new.name)] = f"{key.partition(':')[0]}:apart:{plain(new.name)}"

    def _resolved(self, who: Who) -> str:
        """The key of a named actor here; one of its own if the corpus does not have it."""
        if who.key is not None and who.key in self._keys:
            return who.key
        keys = self._by_name.get(plain(who.name), set())
        return next(iter(keys)) if len(keys) == 1 else who.key or f"decided:{plain(who.name)}"

    def _root(self, key: str) -> str:
        while key in self._to:
            key = self._to[key]
        return key


def _named(
    keyed: Iterable[tuple[ActorMention, str | None]],
) -> tuple[set[str], dict[str, set[str]]]:
    """All keys of a corpus, and those that each name, in plain words, was given."""
    keys: set[str] = set()
    by_name: dict[str, set[str]] = defaultdict(set)
    for mention, key in keyed:
        if key is not None:
            keys.add(key)
            if mention.name:
                by_name[plain(mention.name)].add(key)
    return keys, by_name


def unplaced(
    decisions: Iterable[Decision], actors: Iterable[Actor], places: Mapping[str, set[Place]]
) -> Iterator[Decision]:
    """Yield the decisions that nothing on record answers to any more.

    `places` are the raw spans of the mentions, by article.
    """
    known = list(actors)
    keys = {a.key for a in known}
    names = {plain(n) for a in known for n in (a.name, *a.aliases)}
    for decision in decisions:
        if not is_about_actors(decision):
            continue
        if decision.article is not None:
            at = (decision.article, decision.raw_start or 0, decision.raw_end or 0)
            if at not in places.get(decision.article, set()):
                yield decision
            continue
        old = read_who(decision.old)
        if old is None or not (old.key in keys or plain(old.name) in names):
            yield decision


def same(left: Who, right: Who, coder: str, at: str, note: str = "") -> Decision:
    """The decision that `right` is the actor `left`, under whose name both go on."""
    return _decision(right, ACTOR, left, "change", coder, at, note)


def apart(left: Who, right: Who, coder: str, at: str, note: str = "") -> Decision:
    """The decision that the name of `right` is not the actor `left`."""
    return _decision(left, APART, right, "reject", coder, at, note)


def shown_as(who: Who, name: str, coder: str, at: str, note: str = "") -> Decision:
    """The decision to show an actor under this name."""
    return _decision(who, NAME, Who(who.key, name), "change", coder, at, note)


def means(
    mention: ActorMention, old: Who | None, new: Who | None, coder: str, at: str, note: str = ""
) -> Decision:
    """The decision that a mention means this actor, or nobody."""
    return Decision(
        target=mention.id,
        field=ACTOR,
        old=old.as_json() if old else None,
        new=new.as_json() if new else None,
        action="change" if new else "reject",
        coder=coder,
        at=at,
        note=note,
        article=mention.article,
        raw_start=mention.span.raw_start,
        raw_end=mention.span.raw_end,
    )


def _decision(
    old: Who,
    field: str,
    new: Who,
    action: Literal["change", "reject"],
    coder: str,
    at: str,
    note: str,
) -> Decision:
    return Decision(
        target=actor_id(old.key or f"decided:{plain(old.name)}"),
        field=field,
        old=old.as_json(),
        new=new.as_json(),
        action=action,
        coder=coder,
        at=at,
        note=note,
    )
