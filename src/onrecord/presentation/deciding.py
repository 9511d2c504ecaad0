"""What a person decides, in words, as a decision of the record; and what is refused, and why."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Iterable
from typing import Literal, get_args

from onrecord.actors import Who, apart, means, same, shown_as
from onrecord.actors.spelling import plain
from onrecord.engines.local import article_named
from onrecord.errors import DecisionsError, NotOnRecord
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
    ArticleDate,
    Decision,
    Statement,
)
from onrecord.store import View
from onrecord.store.decisions import MAX_LETTERS
from onrecord.times import dated, read_day

Answer = Literal["same", "apart", "name", "means", "dated"]
NOBODY = "nobody"
MIN_ID = 8  # letters of an id that are taken for one
MOST_NAMED = 5  # of several actors that one name means, in an error
LONGEST_NAME = 200  # letters that a table can show


def make_decision(
    view: View, answer: Answer, left: str, right: str, coder: str | None, note: str
) -> Decision:
    """The decision that a person words by names or ids of this record.

    Raises NotOnRecord for a name or id that is not there, DecisionsError for what cannot be meant.
    """
    if answer not in get_args(Answer):
        raise DecisionsError(f"{answer!r} is no answer: say {', '.join(get_args(Answer))}")
    for words, most in ((left, LONGEST_NAME), (right, LONGEST_NAME), (note, MAX_LETTERS)):
        check_words(words, most)
    by, at = who_decides(coder), now()
    if answer == "dated":
        return _of_article(view, left, right, by, at, note)
    if answer == "means":
        return _of_mention(view, left, right, by, at, note)
    if answer == "name":
        return shown_as(_who(actor_named(view, left)), _new_name(view, left, right), by, at, note)
    if answer == "same":
        return same(*_to_join(view, left, right), by, at, note)
    return apart(*_to_part(view, left, right), by, at, note)


def who_decides(coder: str | None) -> str:
    """The name of who decides: as given, else the login name. Raises DecisionsError."""
    by = coder or _login()
    check_words(by, LONGEST_NAME)
    return by


def now() -> str:
    """The time of a decision."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


def check_words(words: object, most: int) -> None:
    """Pass in silence if words can be kept. Raises DecisionsError."""
    if not isinstance(words, str):
        raise DecisionsError(f"{words!r}: give a name or an id as text")
    if len(words) > most:
        raise DecisionsError(f"{words[:40]}…: longer than {most:,} letters")
    try:
        words.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DecisionsError("a name or note holds bytes that are no text (not UTF-8)") from error


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process without a login name
        return "unknown"


def _who(actor: Actor) -> Who:
    return Who(actor.key, actor.listed_name)


def _to_join(view: View, left: str, right: str) -> tuple[Who, Who]:
    kept, other = actor_named(view, left), actor_named(view, right)
    if kept.id == other.id:
        raise DecisionsError(
            f"{left} and {right} are one actor already; there is nothing to decide"
        )
    if (kept.kind == "person") != (other.kind == "person"):
        raise DecisionsError(
            f"{kept.name} is a {kept.kind} and {other.name} a {other.kind}: they cannot be one;"
            " to say whom a passage means, use means"
        )
    return _who(kept), _who(other)


def _to_part(view: View, left: str, right: str) -> tuple[Who, Who]:
    """The actor, and the name that is not its own: never the one under which it is shown."""
    if plain(left) == plain(right):
        raise DecisionsError(
            f"{left} and {right} are the same words (accents and capitals do not count): a name"
            " cannot be parted from itself; to move single passages, use means"
        )
    first, second = actor_named(view, left), actor_named(view, right)
    if first.id != second.id:
        return _who(first), _who(second)
    shown = {plain(first.name), plain(first.listed_name)}
    other = left if plain(right) in shown else right
    if plain(other) in shown or other not in first.aliases:
        raise DecisionsError(f"{first.name} has no other name {other}; see `onrecord actors`")
    return _who(first), Who(None, other)


def _new_name(view: View, left: str, right: str) -> str:
    name, own = " ".join(right.split()), actor_named(view, left)
    if not name or name == NOBODY:
        raise DecisionsError(f"{name!r} cannot be a name; give another one")
    if name == own.name:
        raise DecisionsError(f"{own.name} is shown so already")
    for actor in view.all(Actor):
        if actor.id != own.id and actor.kind != "unnamed" and name in (actor.name, *actor.aliases):
            raise DecisionsError(
                f"{name} is a name of {actor.name} ({actor.id[:12]}); if both are one, use same"
            )
    return name


def _of_mention(view: View, left: str, right: str, coder: str, at: str, note: str) -> Decision:
    mention = _mention(view, left)
    linked = next(view.all(ActorLink, mention=mention.id), None)
    actor = view.get(Actor, linked.actor) if linked else None
    old = _who(actor) if actor else None
    new = None if right == NOBODY else _who(actor_named(view, right))
    if old == new:
        raise DecisionsError(f"“{mention.span.text}” means {right} already")
    return means(mention, old, new, coder, at, note)


def _of_article(view: View, left: str, day: str, coder: str, at: str, note: str) -> Decision:
    article = article_named(view, left)
    old = view.get(ArticleDate, article.id)
    published = old.published if old else None
    try:
        made = dated(article.id, published, day, coder, at, note)
        new = read_day(day)
    except ValueError as error:
        raise DecisionsError(str(error)) from error
    if published is not None and (published.start, published.end, published.basis) == (
        new.start,
        new.end,
        new.basis,
    ):
        raise DecisionsError(f"{article.path} is of {day} already: {published.basis}")
    return made


def _mention(view: View, beginning: str) -> ActorMention:
    """The mention with this id, or the one that is the source of the statement with this id."""
    found = [r for r in view.find(beginning) if isinstance(r, ActorMention | Statement)]
    if len(found) != 1 or not beginning:
        raise NotOnRecord(
            f"{beginning}: no mention or statement has this id; `onrecord show ACTOR` lists"
            " mentions, `onrecord statements --open` those whose speaker is not settled"
        )
    if isinstance(found[0], ActorMention):
        return found[0]
    spans = found[0].source
    inside = [
        m
        for m in view.all(ActorMention, article=found[0].article)
        if any(s.start <= m.span.start and m.span.end <= s.end for s in spans)
    ]
    if len(inside) != 1:
        words = "; ".join(f"{m.id[:12]} “{m.span.text}”" for m in inside) or "none"
        raise NotOnRecord(f"{beginning}: its source holds not one mention but: {words}")
    return inside[0]


def actor_named(view: View, words: str) -> Actor:
    """The one actor of this id or exact name; else one of its other names. Raises NotOnRecord."""
    known = [a for a in view.all(Actor) if a.kind != "unnamed"]
    by_id = [a for a in known if len(words) >= MIN_ID and a.id.startswith(words)]
    named = by_id or [a for a in known if a.name == words]
    under = named or [a for a in known if words in a.aliases]
    if len(under) == 1:
        return under[0]
    if not under:
        near = [a for a in known if plain(words) and plain(words) in plain(a.name)]
        hint = f" (perhaps {_listed(near)})" if near else ""
        raise NotOnRecord(f"{words}: no actor has this name or id{hint}; see `onrecord actors`")
    raise NotOnRecord(
        f"{words}: {len(under)} actors have this name ({_listed(under)}); give the id"
    )


def _listed(found: Iterable[Actor]) -> str:
    first = sorted(found, key=lambda a: (a.name, a.id))[:MOST_NAMED]
    return ", ".join(f"{a.id[:12]} {a.name}" for a in first)
