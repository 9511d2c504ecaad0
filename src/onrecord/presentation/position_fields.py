"""The fields of a position that a person can change, each checked before it is kept.

A value is one of the codebook, an actor of the record, a code of ours, or words of the article;
what is none of these is told with what is spelt like it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from onrecord.actors import Cast
from onrecord.errors import DecisionsError
from onrecord.negotiation.spelling import did_you_mean
from onrecord.positions import Codebook
from onrecord.positions.decided import TYPES
from onrecord.positions.settling import has_step
from onrecord.presentation.deciding import actor_named, check_words
from onrecord.records import (
    Act,
    Actor,
    Article,
    ArticleDate,
    Condition,
    Hardness,
    Modality,
    Polarity,
    Position,
    Span,
)
from onrecord.store import View
from onrecord.store.decisions import MAX_LETTERS

NONE = "none"
COUNTED = re.compile(r"#([1-9]\d{0,3})$")
# When what a condition asks is done, where a person names its type only.
TIMING: Mapping[str, Literal["before", "with"] | None] = {
    "by_date": None,
    "in_exchange_for": "with",
}
FREE_VALUE = re.compile(r"[a-z0-9_]{1,60}")


@dataclass(frozen=True, slots=True)
class Desk:
    """What a value is checked against."""

    view: View
    codebook: Codebook
    article: Article


def changed(position: Position, changes: Mapping[str, str], desk: Desk) -> Position:
    """The position with these fields changed and what follows from them. Raises DecisionsError."""
    made = position
    for name in sorted(changes, key=lambda n: ORDER.index(n) if n in ORDER else -1):
        if name not in FIELDS:
            raise DecisionsError(
                f"{name!r} is no field that can be changed: say {', '.join(ORDER)}"
                + did_you_mean(name, ORDER)
            )
        check_words(changes[name], MAX_LETTERS)
        made = FIELDS[name](made, changes[name].strip(), desk)
    if made.act != position.act and "polarity" not in changes:
        if made.act == "reject":
            made = replace(made, polarity="against")
        elif position.act == "reject":
            made = replace(made, polarity="for")
    if made.act != "claim_about_other" and "about" not in changes:
        made = replace(made, about=None)
    if _whose(made) != _whose(position):
        made = replace(made, voice=_voice(made, desk))
    _check_whole(made)
    return made


def words_in(article: Article, words: str) -> Span:
    """The span of these words; spaces and line ends count as one. "words#2": the second place.

    Raises DecisionsError if they stand nowhere, or in several places without a number.
    """
    check_words(words, MAX_LETTERS)
    marked = COUNTED.search(words)
    bare = words[: marked.start()] if marked else words
    if not bare.split():
        raise DecisionsError("give the exact words of the article")
    pattern = r"(?<!\w)" if bare.split()[0][0].isalnum() else ""
    pattern += r"\s+".join(map(re.escape, bare.split()))
    pattern += r"(?!\w)" if bare.split()[-1][-1].isalnum() else ""
    found = [m.span() for m in re.finditer(pattern, article.text)]
    short = f"“{bare[:60]}”"
    if not found:
        raise DecisionsError(
            f"{article.path}: {short} does not stand there; copy the exact words, with their"
            " quotation marks"
        )
    number = int(marked.group(1)) if marked else 1
    if not marked and len(found) > 1:
        raise DecisionsError(
            f"{article.path}: {short} stands there {len(found)} times; add #1 for the first"
        )
    if number > len(found):
        raise DecisionsError(f"{article.path}: {short} stands there only {len(found)} times")
    return article.span(*found[number - 1])


def issue_and_values(text: str) -> tuple[str, str | None]:
    """An issue, and its values where "=" follows: "ceasefire.scope=general"."""
    issue, given, values = text.partition("=")
    return issue.strip(), values.strip() if given else None


def _party(position: Position, value: str, desk: Desk) -> Position:
    return replace(position, party=_actor(value, desk))


def _speaker(position: Position, value: str, desk: Desk) -> Position:
    return replace(position, speaker=_actor(value, desk))


def _about(position: Position, value: str, desk: Desk) -> Position:
    return replace(position, about=_actor(value, desk))


def _issue(position: Position, value: str, desk: Desk) -> Position:
    issue, values = issue_and_values(value)
    if issue == NONE:
        return replace(position, issue=None, values=())
    if not desk.codebook.has_issue(issue):
        known = [i.id for i in desk.codebook.issues]
        raise DecisionsError(
            f"{issue!r} is no issue of the codebook; `onrecord codebook show` lists them"
            + did_you_mean(issue, known)
        )
    scale = desk.codebook.issue(issue).scale
    kept = tuple(v for v in position.values if v in scale) if values is None else ()
    moved = replace(position, issue=issue, values=kept)
    return moved if values is None else _values(moved, values, desk)


def _values(position: Position, value: str, desk: Desk) -> Position:
    if value == NONE:
        return replace(position, values=())
    if position.issue is None:
        raise DecisionsError("a value belongs to an issue: say issue=ISSUE=VALUE")
    given = tuple(dict.fromkeys(v.strip() for v in re.split(r"[|,]", value)))
    issue = desk.codebook.issue(position.issue)
    for each in given:
        if issue.scale and each not in issue.scale:
            raise DecisionsError(
                f"{each!r} is no value of {position.issue}: say {', '.join(issue.scale)}"
                + did_you_mean(each, issue.scale)
            )
        if not FREE_VALUE.fullmatch(each):
            raise DecisionsError(f"{each!r}: write a value as one word: a_value")
    return replace(position, values=given)


def _step(position: Position, value: str, desk: Desk) -> Position:
    if value == NONE:
        return replace(position, step=None)
    if not has_step(desk.codebook, value):
        known = [s.id for s in desk.codebook.steps]
        raise DecisionsError(
            f"{value!r} is no step of the codebook; `onrecord codebook show` lists them"
            + did_you_mean(value, known)
        )
    return replace(position, step=value)


def _act(position: Position, value: str, _: Desk) -> Position:
    return replace(position, act=_code(value, "act", get_args(Act)))


def _hardness(position: Position, value: str, desk: Desk) -> Position:
    level, told, words = value.partition(":")
    if level.strip() == NONE:
        return replace(position, hardness=None, hardness_span=None)
    made: Hardness = _code(level, "hardness", get_args(Hardness))
    span = words_in(desk.article, words) if told else None
    if span is None and made == position.hardness:
        span = position.hardness_span
    return replace(position, hardness=made, hardness_span=span)


def _polarity(position: Position, value: str, _: Desk) -> Position:
    return replace(position, polarity=_code(value, "polarity", get_args(Polarity)))


def _modality(position: Position, value: str, _: Desk) -> Position:
    return replace(position, modality=_code(value, "modality", get_args(Modality)))


def _conditions(position: Position, value: str, desk: Desk) -> Position:
    """The position with these conditions: a type that it has already stays with its words."""
    if value == NONE:
        return replace(position, conditions=())
    left, made = list(position.conditions), []
    fresh = max((c.group for c in left), default=-1) + 1
    # Words may hold a comma; bare types may be told apart by one.
    for number, each in enumerate(re.split(r";" if ":" in value else r"[;,]", value)):
        named = _condition(each, position, desk, fresh + number)
        same = [c for c in left if c.type == named.type]
        same = same if ":" not in each else [c for c in same if c.span == named.span]
        made.append(same[0] if same else named)
        left = [c for c in left if c is not made[-1]]
    return replace(position, conditions=tuple(made))


def _condition(text: str, position: Position, desk: Desk, group: int) -> Condition:
    """The condition that "TYPE" or "TYPE: words" names, without words on the position's own."""
    name, told, words = text.partition(":")
    kind = _code(name, "condition", TYPES)
    return Condition(
        group=group,
        type=kind,
        party=None,
        issue=None,
        value=None,
        step=None,
        timing=TIMING.get(kind, "before"),
        span=words_in(desk.article, words) if told else position.spans[0],
    )


FIELDS: Mapping[str, Callable[[Position, str, Desk], Position]] = {
    "party": _party,
    "speaker": _speaker,
    "about": _about,
    "act": _act,
    "issue": _issue,
    "values": _values,
    "step": _step,
    "conditions": _conditions,
    "hardness": _hardness,
    "polarity": _polarity,
    "modality": _modality,
}
ORDER = tuple(FIELDS)  # an issue before its values


def _code(value: str, name: str, known: tuple[Any, ...]) -> Any:
    """The code of the record that these words name: "red line" → "red_line"."""
    code = value.strip().replace(" ", "_")
    if code not in known:
        raise DecisionsError(
            f"{value.strip()!r} is no {name}: say {', '.join(known)}" + did_you_mean(code, known)
        )
    return code


def _actor(value: str, desk: Desk) -> str | None:
    return None if value in (NONE, "nobody") else actor_named(desk.view, value).id


def _check_whole(position: Position) -> None:
    """Raise DecisionsError for fields that contradict each other."""
    if position.act == "reject" and position.polarity == "for":
        raise DecisionsError("who rejects is against: a reject with polarity for says nothing")
    if position.act == "claim_about_other" and position.about is None:
        raise DecisionsError("a claim_about_other needs the party that it is about: about=PARTY")
    if position.act != "claim_about_other" and position.about is not None:
        raise DecisionsError("about belongs to the act claim_about_other")


def _whose(position: Position) -> tuple[str | None, str | None, bool]:
    return position.party, position.speaker, position.act == "claim_about_other"


def _voice(position: Position, desk: Desk) -> Literal["party", "reporter", "other"]:
    """In whose words a corrected position stands: the party's own where its speaker speaks."""
    if position.act == "claim_about_other":
        return "other"
    if position.speaker is None or position.party is None:
        return "reporter"
    actors = {actor.id: actor for actor in desk.view.all(Actor)}
    date = desk.view.get(ArticleDate, desk.article.id)
    party = Cast(actors=actors, links={}).party_of(
        position.speaker, date.published if date else None
    )
    return "party" if position.party in (party, position.speaker) else "reporter"
