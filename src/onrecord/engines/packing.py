"""What stages read of an article and nothing stores, as bytes and back, derived from type hints.

A record is a list of its fields in their order: no names, since the same code reads it again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import types
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.store.parses import unpacked
from onrecord.store.rows import filler

Make = Callable[[Any], Any]
PLAIN = (str, int, float, bool)
HALVES = re.compile(rb"\\u[dD][89a-fA-F]")


def pack(value: Any) -> bytes:
    """JSON values and records among them as compressed JSON."""
    written = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), 1)


def unpack(data: bytes) -> Any:
    """The JSON value; `maker` makes records of it.

    Raises ValueError, RecursionError or zlib.error for what `pack` did not write.
    """
    written = unpacked(data)
    if HALVES.search(written):  # half a character, which no database takes
        raise ValueError("half a character")
    return json.loads(written.decode())


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
    """The function that makes a value of this type of what `unpack` gave.

    It raises ValueError, TypeError, LookupError or AttributeError if that is of another type: a
    record may come from anybody.
    """
    if (classes := _classes(hint)) is not None:
        return _plain_maker(classes)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        [one] = [maker(part) for part in parts if part is not type(None)]
        return lambda value: None if value is None else one(value)
    if dataclasses.is_dataclass(hint):
        return _record_maker(hint)
    if origin in {tuple, frozenset}:
        return _group_maker(origin, parts)
    if origin is Mapping and (classes := _classes(parts[1])) is not None:
        return _mapping_maker(classes)
    if hint is dt.date or origin is Literal:
        return _day if hint is dt.date else _word_maker(frozenset(parts))
    raise TypeError(f"{hint}: no way to keep a value of this type")


@cache
def _classes(hint: Any) -> frozenset[type] | None:
    """The classes of a value that JSON keeps as it is; None where it does not."""
    origin, parts = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return frozenset({hint, int} if hint is float else {hint})
    if hint is type(None):
        return frozenset({hint})
    if origin in (Union, types.UnionType):
        each = [_classes(part) for part in parts]
        return None if None in each else frozenset[type]().union(*filter(None, each))
    return None


def _check(values: Iterable[Any], classes: frozenset[type]) -> None:
    if not classes.issuperset(map(type, values)):
        raise TypeError("a value of another type than what is kept here")


def _word_maker(known: frozenset[Any]) -> Make:
    def make_word(value: Any) -> Any:
        if value not in known:
            raise ValueError("a word that nothing here says")
        return value

    return make_word


def _plain_maker(classes: frozenset[type]) -> Make:
    def make_plain(value: Any) -> Any:
        _check((value,), classes)
        return value

    return make_plain


@cache
def _day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


def _group_maker(kind: Any, parts: tuple[Any, ...]) -> Make:
    if kind is tuple and parts[1:] != (Ellipsis,):
        each = [maker(part) for part in parts]
        return lambda value: tuple([make(v) for make, v in zip(each, _listed(value), strict=True)])
    classes, one = _classes(parts[0]), maker(parts[0])

    def make_group(value: Any) -> Any:
        if classes is None:
            return kind([one(v) for v in _listed(value)])
        _check(_listed(value), classes)
        return kind(value)

    return make_group


def _listed(value: Any) -> list[Any]:
    if value.__class__ is not list:  # the letters of a text would be a list too
        raise TypeError("no list where one is kept")
    return value


def _mapping_maker(classes: frozenset[type]) -> Make:
    def make_mapping(value: Any) -> Any:
        _check(value.values(), classes)
        return value

    return make_mapping


def _record_maker(kind: Any) -> Make:
    hints, names, fill = get_type_hints(kind), _names(kind), filler(kind)
    kept = [(at, _classes(hints[name])) for at, name in enumerate(names)]
    others = [(at, maker(hints[names[at]])) for at, classes in kept if classes is None]
    plain = [(at, classes) for at, classes in kept if classes is not None]
    # The classes of all fields together, as they were found right before: few ways for many rows.
    right: set[tuple[type, ...]] = set()

    def make_record(value: Any) -> Any:
        fields = tuple(map(type, _listed(value)))
        if fields not in right:
            for at, classes in plain:
                _check((value[at],), classes)
        for at, make in others:
            value[at] = make(value[at])
        made = fill(value)
        right.add(fields)
        return made

    return make_record
