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
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
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


@lru_cache(maxsize=4096)  # few days, many rows
def _day(value: str) -> dt.date:
    return dt.date.fromisoformat(value)


MAKERS: Mapping[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _flag,
    dt.date: _day,
    Moment: _moment,
}
JSON = json.JSONDecoder()
write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """How one field is kept: its outside name, SQL type, whether it may be NULL and is JSON."""

    field: str
    name: str
    sql: str
    optional: bool
    is_json: bool
    decode: Callable[[Any], Any]
    encode: Callable[[Any], Any]


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
        encode=_written_by(inner) if plain is None else int if inner is bool else encoder(inner),
    )


def _written_by(hint: Any) -> Callable[[Any], str]:
    encode = encoder(hint)
    return lambda value: write_json(encode(value))


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


@cache
def encoder(hint: Any) -> Callable[[Any], Any]:
    """The function that does to a value of this type what `to_json` does, without a look at it."""
    inner, optional = _without_none(hint)
    if inner is dt.date:
        encode: Callable[[Any], Any] = dt.date.isoformat
    elif dataclasses.is_dataclass(inner):
        encode = _record_encoder(inner)
    elif get_origin(inner) is tuple:
        encode = _tuple_encoder(get_args(inner))
    else:
        return _same
    if not optional or encode is _same:
        return encode
    return lambda value: None if value is None else encode(value)


def _same(value: Any) -> Any:
    return value


def _tuple_encoder(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    each = [encoder(a) for a in args if a is not Ellipsis]
    if all(one is _same for one in each):
        return _same  # JSON has no tuples: it is written as a list
    if len(args) == 2 and args[1] is Ellipsis:
        return lambda value: [each[0](v) for v in value]
    return lambda value: [one(v) for one, v in zip(each, value, strict=True)]


def _record_encoder(kind: Any) -> Callable[[Any], Any]:
    # Resolved on first use: records may hold records of their own module.
    @cache
    def fields() -> tuple[list[str], list[str], list[tuple[str, Callable[[Any], Any]]]]:
        hints = zip(dataclasses.fields(kind), _hints(kind), strict=True)
        each = [(outside_name(f.name), f.name, encoder(hint)) for f, hint in hints]
        others = [(name, one) for name, _, one in each if one is not _same]
        return [name for name, _, _ in each], [field for _, field, _ in each], others

    def encode(record: Any) -> dict[str, Any]:
        names, own, others = fields()
        values = dict(zip(names, [getattr(record, field) for field in own], strict=True))
        for name, one in others:
            values[name] = one(values[name])
        return values

    return encode


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
    def fields() -> tuple[tuple[str, ...], Callable[[list[Any]], Any]]:
        columns = columns_of(kind)
        return tuple(c.name for c in columns), _maker(kind, [c.decode for c in columns])

    def decode(data: Any) -> Any:
        if data.__class__ is not dict:
            raise TypeError(f"{str(data)[:40]!r} where an object belongs")
        names, make = fields()
        return make([data[name] for name in names])

    return decode


def _maker(kind: Any, each: list[Callable[[Any], Any]]) -> Callable[[list[Any]], Any]:
    """The function that makes a record of the values of its fields, in their order.

    Most fields hold what stands there as it is, and most rows of a kind the same classes: fields of
    classes that were right once need no second look.
    """
    fill = filler(kind)
    as_it_is = [_plain(_without_none(hint)[0]) and not _changes(hint) for hint in _hints(kind)]
    others = [(at, one) for at, one in enumerate(each) if not as_it_is[at]]
    right: set[tuple[type, ...]] = set()

    def make(values: list[Any]) -> Any:
        classes = tuple(map(type, values))
        if classes in right:
            for at, one in others:
                values[at] = one(values[at])
            return fill(values)
        made = fill([one(v) for one, v in zip(each, values, strict=True)])
        right.add(classes)
        return made

    return make


@cache
def filler(kind: type[Any]) -> Callable[[Sequence[Any]], Any]:
    """The function that makes a record of the values of all its fields, in their order.

    The same as a call of the type, in less than half of its time: a frozen record has a long way to
    set a field of its own.
    """
    if not dataclasses.is_dataclass(kind) or hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind}: more than its fields makes it")
    names = [f.name for f in dataclasses.fields(kind)]
    slots = [vars(kind).get(name) for name in names]
    if not all(isinstance(slot, types.MemberDescriptorType) for slot in slots):
        return lambda values: kind(**dict(zip(names, values, strict=True)))
    setters = [slot.__set__ for slot in slots if slot is not None]

    def fill(values: Sequence[Any]) -> Any:
        record = object.__new__(kind)
        for set_field, value in zip(setters, values, strict=True):
            set_field(record, value)
        return record

    return fill


def _hints(kind: Any) -> list[Any]:
    hints = get_type_hints(kind, include_extras=True)
    return [hints[f.name] for f in dataclasses.fields(kind)]


def _changes(hint: Any) -> bool:
    """Whether a value of this type is not kept as it is, or is more than its class."""
    inner = _without_none(hint)[0]
    return get_origin(inner) is Literal or inner in {bool, float, dt.date, Moment}


@cache
def row_reader(kind: Any) -> Callable[[list[Any]], Any]:
    """The function that makes a record of the values of its row, in the order of the columns.

    It raises TypeError, ValueError or RecursionError for what no record of this type says.
    """
    return _maker(
        kind,
        [_read(column.decode) if column.is_json else column.decode for column in columns_of(kind)],
    )


def _read(decode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: decode(None if value is None else read_json(value))


def read_json(text: str) -> Any:
    """The JSON value of a text. Raises ValueError, TypeError or RecursionError."""
    value, end = JSON.raw_decode(text)
    if end != len(text):
        raise ValueError("more than one value")
    return value


def to_row(record: Any) -> dict[str, Any]:
    """The record as a row: outside name → SQLite value."""
    kind = cast(Any, type(record))
    names = (column.name for column in columns_of(kind))
    return dict(zip(names, row_writer(kind)(record), strict=True))


@cache
def row_writer(kind: Any) -> Callable[[Any], list[Any]]:
    """The function that gives a record of this type as the values of its row, in order."""
    columns = columns_of(kind)
    names = [column.field for column in columns]
    others = [(at, c.encode) for at, c in enumerate(columns) if c.encode is not _same]

    def write(record: Any) -> list[Any]:
        row = [getattr(record, name) for name in names]
        for at, encode in others:
            if row[at] is not None:
                row[at] = encode(row[at])
        return row

    return write


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """The record of this type that `to_row` made `row` of.

    Raises KeyError, TypeError, ValueError or RecursionError for what no record of this type says.
    """
    made: T = row_reader(cast(Any, kind))(
        [row[column.name] for column in columns_of(cast(Any, kind))]
    )
    return made
