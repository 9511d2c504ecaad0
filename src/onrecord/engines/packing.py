"""What stages read of an article and nothing stores, as bytes and back, derived from type hints.

A record is a list of its fields in their order: no names, since the same code reads it again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.store.parses import unpacked

Make = Callable[[Any], Any]
PLAIN = (str, int, float, bool)


def pack(value: Any) -> bytes:
    """JSON values and records among them as compressed JSON."""
    written = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), 1)


def unpack(data: bytes) -> Any:
    """The JSON value; `maker` makes records of it. Raises ValueError or zlib.error."""
    return json.loads(unpacked(data).decode("utf-8", "surrogatepass"))


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, PLAIN):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, name)) for name in _names(type(value))]
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return value.isoformat()


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind))


@cache
def maker(hint: Any) -> Make:
    """The function that makes a value of this type of what `unpack` gave."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        [one] = [maker(part) for part in parts if part is not type(None)]
        return one if one is _same else lambda value: None if value is None else one(value)
    if dataclasses.is_dataclass(hint):
        return _record_maker(hint)
    if origin is tuple:
        return _tuple_maker(parts)
    made = MAKERS.get(origin or hint)
    if made is None:
        raise TypeError(f"{hint}: no way to keep a value of this type")
    return made


def _same(value: Any) -> Any:
    return value


@cache
def _day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


MAKERS: Mapping[Any, Make] = {
    **dict.fromkeys((*PLAIN, Literal, Mapping), _same),
    dt.date: _day,
    frozenset: frozenset,
}


def _tuple_maker(parts: tuple[Any, ...]) -> Make:
    if len(parts) == 2 and parts[1] is Ellipsis:
        one = maker(parts[0])
        return tuple if one is _same else lambda value: tuple([one(v) for v in value])
    each = [maker(part) for part in parts]
    return lambda value: tuple([make(v) for make, v in zip(each, value, strict=True)])


def _record_maker(kind: Any) -> Make:
    hints = get_type_hints(kind)
    made = [(at, maker(hints[name])) for at, name in enumerate(_names(kind))]
    others = [(at, make) for at, make in made if make is not _same]
    names = _names(kind)

    def make_record(value: list[Any]) -> Any:
        for at, make in others:
            value[at] = make(value[at])
        return kind(**dict(zip(names, value, strict=True)))

    return make_record
