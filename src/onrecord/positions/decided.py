"""What people decided about positions: a decision holds the whole position, and so it is locked.

One decision: `field` "position", the position's id as target, the article and the raw offsets of
its first words. `old` is what the machine read (of a position that a person added: what stood
there), `new` how it reads now, null where it is rejected. Both are JSON objects in which actors
stand by key and name, so that they hold in another record, too. Of several decisions on one
position the latest counts; taken back, the one before it counts again.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args, get_type_hints

from onrecord.actors import Who
from onrecord.records import (
    Act,
    Actor,
    Condition,
    Decision,
    Hardness,
    Interval,
    Label,
    Modality,
    Polarity,
    Position,
    Precision,
    Span,
)

POSITION = "position"
ADDED = "added by a person"  # the reason of a position that no machine read
VOICES = get_args(get_type_hints(Position)["voice"])
TYPES = get_args(get_type_hints(Condition)["type"])
TIMINGS = ("before", "with")
KEYS = (
    "path",
    "spans",
    "voice",
    "party",
    "party_text",
    "speaker",
    "about",
    "issue",
    "values",
    "step",
    "act",
    "object",
    "scope",
    "reason",
    "conditions",
    "hardness",
    "hardness_span",
    "polarity",
    "modality",
    "said",
    "method",
    "confidence",
    "label",
)
CONDITION_KEYS = ("group", "type", "party", "issue", "value", "step", "timing", "span")
SPAN_KEYS = ("start", "end", "text", "raw_start", "raw_end")
INTERVAL_KEYS = ("start", "end", "precision", "basis")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A position as a decision tells it: its actors by key and name, the spans as they stood.

    `position` has no ids of actors and no statements: these are looked up where it is placed.
    `parties` are those of its conditions, in their order; `path` that of its article.
    """

    position: Position
    path: str
    party: Who | None
    speaker: Who | None
    about: Who | None
    parties: tuple[Who | None, ...]


def is_about_positions(decision: Decision) -> bool:
    """Whether a decision settles a position."""
    return decision.field == POSITION


def position_decision(
    target: str,
    action: Literal["accept", "change", "reject", "add"],
    old: str | None,
    new: str | None,
    first: Position,
    coder: str,
    at: str,
    note: str = "",
) -> Decision:
    """The decision on a position; `first` says in which words of which article it hangs."""
    span = first.spans[0]
    return Decision(
        target=target,
        field=POSITION,
        old=old,
        new=new,
        action=action,
        coder=coder,
        at=at,
        note=note,
        article=first.article,
        raw_start=span.raw_start,
        raw_end=span.raw_end,
    )


def as_told(position: Position, path: str, actors: Mapping[str, Actor]) -> str:
    """A position as the JSON of a decision; `actors` by id."""

    def who(actor: str | None) -> dict[str, str | None] | None:
        known = actors.get(actor or "")
        return {"key": known.key, "name": known.listed_name} if known else None

    row = {"path": path, **asdict(position)}
    for name in ("id", "article", "statements"):
        del row[name]
    for name in ("party", "speaker", "about"):
        row[name] = who(row[name])
    row["conditions"] = [{**c, "party": who(c["party"])} for c in row["conditions"]]
    row = {name: row[name] for name in KEYS}
    return json.dumps(row, ensure_ascii=False, default=dt.date.isoformat)


def read_told(value: str | None) -> Told | None:
    """The position that a decision's `old` or `new` tells, None for none. Raises ValueError."""
    if value is None:
        return None
    try:
        row = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise ValueError("`old` and `new` hold a position as a JSON object") from error
    _keys(row, KEYS, "a position")
    conditions = tuple(_condition(c) for c in _list(row["conditions"], "conditions"))
    spans = tuple(_span(s) for s in _list(row["spans"], "spans"))
    if not spans:
        raise ValueError("a position stands on words: `spans` is empty")
    position = Position(
        id="",
        article="",
        spans=spans,
        voice=_one_of(row["voice"], VOICES, "voice"),
        statements=(),
        party=None,
        party_text=_text(row["party_text"], "party_text"),
        speaker=None,
        about=None,
        issue=_text_or_none(row["issue"], "issue"),
        values=tuple(_text(v, "values") for v in _list(row["values"], "values")),
        step=_text_or_none(row["step"], "step"),
        act=_one_of(row["act"], get_args(Act), "act"),
        object=_text_or_none(row["object"], "object"),
        scope=_text_or_none(row["scope"], "scope"),
        reason=_text_or_none(row["reason"], "reason"),
        conditions=conditions,
        hardness=_one_of(row["hardness"], (*get_args(Hardness), None), "hardness"),
        hardness_span=_span(row["hardness_span"]) if row["hardness_span"] is not None else None,
        polarity=_one_of(row["polarity"], get_args(Polarity), "polarity"),
        modality=_one_of(row["modality"], get_args(Modality), "modality"),
        said=_interval(row["said"]),
        method=_text(row["method"], "method"),
        confidence=_share(row["confidence"]),
        label=_one_of(row["label"], get_args(Label), "label"),
    )
    return Told(
        position=position,
        path=_text(row["path"], "path"),
        party=_who(row["party"]),
        speaker=_who(row["speaker"]),
        about=_who(row["about"]),
        parties=tuple(_who(c["party"]) for c in row["conditions"]),
    )


def check_position(decision: Decision) -> None:
    """Raise ValueError, saying what is wrong, if a decision on a position is not of the form."""
    if not is_about_positions(decision):
        return
    old, new = read_told(decision.old), read_told(decision.new)
    if decision.article is None:
        raise ValueError("a decision on a position names its article")
    if (decision.action == "reject") != (new is None):
        raise ValueError("`new` is null where a position is rejected, and nowhere else")
    if (decision.action == "add") != (old is None):
        raise ValueError("`old` is null where a position is added, and nowhere else")


def _keys(row: object, keys: tuple[str, ...], what: str) -> None:
    if not isinstance(row, dict) or set(row) != set(keys):
        raise ValueError(f"{what} has exactly the fields {', '.join(keys)}")


def _condition(row: Row) -> Condition:
    _keys(row, CONDITION_KEYS, "a condition")
    return Condition(
        group=_number(row["group"]),
        type=_one_of(row["type"], TYPES, "type"),
        party=None,
        issue=_text_or_none(row["issue"], "issue"),
        value=_text_or_none(row["value"], "value"),
        step=_text_or_none(row["step"], "step"),
        timing=_one_of(row["timing"], (*TIMINGS, None), "timing"),
        span=_span(row["span"]),
    )


def _span(row: Row) -> Span:
    _keys(row, SPAN_KEYS, "a span")
    text, start, end = _text(row["text"], "text"), _number(row["start"]), _number(row["end"])
    if not text.strip() or end - start != len(text):
        raise ValueError("a span holds words, and as many characters as its offsets say")
    raw = (row["raw_start"], row["raw_end"])
    raw_start, raw_end = (None if at is None else _number(at) for at in raw)
    return Span(start=start, end=end, text=text, raw_start=raw_start, raw_end=raw_end)


def _interval(row: Row | None) -> Interval | None:
    if row is None:
        return None
    _keys(row, INTERVAL_KEYS, "an interval")
    start, end = (
        None if row[name] is None else dt.date.fromisoformat(_text(row[name], name))
        for name in ("start", "end")
    )
    return Interval(
        start=start,
        end=end,
        precision=_one_of(row["precision"], get_args(Precision), "precision"),
        basis=_text(row["basis"], "basis"),
    )


def _who(row: Row | None) -> Who | None:
    if row is None:
        return None
    _keys(row, ("key", "name"), "an actor")
    name = _text(row["name"], "name")
    if not name.strip():
        raise ValueError("an actor has a name")
    return Who(_text_or_none(row["key"], "key"), name)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"`{name}` must be text")
    return value


def _text_or_none(value: object, name: str) -> str | None:
    return None if value is None else _text(value, name)


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**31:
        raise ValueError(f"{value!r} is no place in an article")
    return value


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("`confidence` lies between 0 and 1")
    return float(value)


def _list(value: object, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"`{name}` must be a list")
    return value


def _one_of(value: Any, known: tuple[Any, ...], name: str) -> Any:
    if not (value is None or isinstance(value, str)) or value not in known:
        raise ValueError(
            f"`{name}` is {str(value)[:40]!r}, not one of {', '.join(map(str, known))}"
        )
    return value
