"""Records as rows and as JSON, derived from their type hints alone: no record knows its format.

A field of plain type (str, int, float, bool, date, Literal) is a column of its own; every other
field (spans, intervals, tuples) is one column of JSON. A trailing underscore that keeps a field
from being a keyword (`from_`) is not part of its outside name.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import math
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onrecord.records import Moment

T = TypeVar("T")
PLAIN: Mapping[type, str] = {
    str: "TEXT",
    int: "INTEGER",
    float: "REAL",
    bool: "INTEGER",
    dt.date: "TEXT",
    Moment: "TEXT",
}


# A record file may come from anybody: what stands in a field is what the field may hold, or the row
# is damaged. `class` and not `isinstance`: True is no number here.
def _text(value: Any) -> str:
    if value.__class__ is not str:
        raise TypeError(f"{str(value)[:40]!r} where text belongs")
    return value


def _whole(value: Any) -> int:
    if value.__class__ is not int:
        raise TypeError(f"{str(value)[:40]!r} where a whole number belongs")
    return value


def _number(value: Any) -> float:
    if value.__class__ not in {int, float} or not math.isfinite(value):
        raise TypeError(f"{str(value)[:40]!r} where a number belongs")
    return float(value)


def _flag(value: Any) -> bool:
    if value.__class__ not in {int, bool} or value not in {0, 1}:
        raise TypeError(f"{str(value)[:40]!r} where yes or no belongs")
    return bool(value)


def _moment(value: Any) -> str:
    dt.datetime.fromisoformat(_text(value))
    return str(value)


MAKERS: Mapping[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _flag,
    dt.date: dt.date.fromisoformat,
    Moment: _moment,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """How one field is kept: its outside name, SQL type, whether it may be NULL and is JSON."""

    field: str
    name: str
    sql: str
    optional: bool
    is_json: bool
    decode: Callable[[Any], Any]


def outside_name(field: str) -> str:
    """The field's name in columns and JSON: without the underscore that dodges a keyword."""
    return field.rstrip("_")


@cache
def columns_of(kind: Any) -> tuple[Column, ...]:
    """The columns of a record type, in field order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(_column(f.name, hints[f.name]) for f in dataclasses.fields(kind))


def _column(field: str, hint: Any) -> Column:
    inner, optional = _without_none(hint)
    plain = _plain(inner)
    return Column(
        field=field,
        name=outside_name(field),
        sql=plain or "TEXT",
        optional=optional,
        is_json=plain is None,
        decode=decoder(hint),
    )


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [a for a in get_args(hint) if a is not type(None)]
        if len(rest) == 1:
            return rest[0], True
    return hint, False


def _plain(hint: Any) -> str | None:
    if get_origin(hint) is Literal:
        return "TEXT"
    return PLAIN.get(hint)


def to_json(value: Any) -> Any:
    """A record, or a value of one, as JSON values: dicts with outside names, lists, strings."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            outside_name(f.name): to_json(getattr(value, f.name)) for f in dataclasses.fields(value)
        }
    if isinstance(value, (tuple, list)):
        return [to_json(v) for v in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def from_json(kind: type[T], data: Mapping[str, Any]) -> T:
    """The record of this type that `to_json` made `data` of.

    Raises KeyError, TypeError or ValueError for what no record of this type says.
    """
    made: T = decoder(cast(Any, kind))(data)
    return made


@cache
def decoder(hint: Any) -> Callable[[Any], Any]:
    """The function that turns a JSON value back into a value of this type."""
    inner, optional = _without_none(hint)
    decode = _decoder(inner)
    if not optional:
        return decode
    return lambda value: None if value is None else decode(value)


def _decoder(hint: Any) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(hint):
        return _record_decoder(hint)
    if get_origin(hint) is tuple:
        return _tuple_decoder(get_args(hint))
    if get_origin(hint) is Literal:
        return _word_decoder(frozenset(get_args(hint)))
    return MAKERS[hint]


def _word_decoder(words: frozenset[str]) -> Callable[[Any], Any]:
    """What knows these words alone: who reads them looks up what each of them means."""

    def decode(value: Any) -> str:
        if _text(value) not in words:
            raise ValueError(f"{value[:40]!r} where one of {', '.join(sorted(words))} belongs")
        return str(value)

    return decode


def _tuple_decoder(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        one = decoder(args[0])
        return lambda value: tuple(one(v) for v in _listed(value))
    each = [decoder(a) for a in args]
    return lambda value: tuple(d(v) for d, v in zip(each, _listed(value), strict=True))


def _listed(value: Any) -> list[Any]:
    if value.__class__ is not list:  # the letters of a text would be a list too
        raise TypeError(f"{str(value)[:40]!r} where a list belongs")
    return value


def _record_decoder(kind: Any) -> Callable[[Any], Any]:
    # Resolved on first use: records may hold records of their own module.
    @cache
    def fields() -> tuple[tuple[str, str, Callable[[Any], Any]], ...]:
        return tuple((c.field, c.name, c.decode) for c in columns_of(kind))

    def decode(data: Any) -> Any:
        if data.__class__ is not dict:
            raise TypeError(f"{str(data)[:40]!r} where an object belongs")
        return kind(**{field: one(data[name]) for field, name, one in fields()})

    return decode


def to_row(record: Any) -> dict[str, Any]:
    """The record as a row: outside name → SQLite value."""
    row: dict[str, Any] = {}
    for column in columns_of(cast(Any, type(record))):
        value = getattr(record, column.field)
        if value is None:
            row[column.name] = None
        elif column.is_json:
            row[column.name] = json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))
        elif isinstance(value, bool):
            row[column.name] = int(value)
        else:
            row[column.name] = to_json(value)
    return row


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """The record of this type that `to_row` made `row` of.

    Raises KeyError, TypeError, ValueError or RecursionError for what no record of this type says.
    """
    values: dict[str, Any] = {}
    for column in columns_of(cast(Any, kind)):
        value = row[column.name]
        if value is not None and column.is_json:
            value = json.loads(value)
        values[column.field] = column.decode(value)
    return kind(**values)
