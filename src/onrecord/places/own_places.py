"""Places that a user names, from the `places` of a parties.yaml or of a file of their own.

    places:
      Velkar Heights: {aliases: [the Heights], country: UA, lat: 48.1, lon: 37.2}
      Tavin Strait: {}                  # a name alone: found, without a point on the map

They go before the bundled gazetteer's places of the same name. Any fault is named with file, line
and reason; nothing half-loads.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import PartiesError
from onrecord.places.entry import Entry
from onrecord.places.gazetteer import Gazetteer, load_gazetteer, with_own

KEYS = ("aliases", "kind", "country", "admin1", "geonames", "lat", "lon")
KINDS = ("region", "water", "island", "place", "city")
MAX_BYTES = 5_000_000
COUNTRY, UNIT = re.compile(r"[A-Z]{2}"), re.compile(r"[A-Z]{2}\.\w{1,12}")


def load_places(path: Path | None = None) -> Gazetteer:
    """The bundled gazetteer with the places of a user's file; a file without `places` adds none.

    Raises PartiesError for the first fault.
    """
    bundled = load_gazetteer()
    return bundled if path is None else with_own(bundled, _read(path))


def _read(path: Path) -> Iterator[tuple[str, Entry]]:
    """Yield each name of the user's places with its place. Raises PartiesError."""
    import yaml  # only where a file is given

    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise PartiesError(f"{path}: larger than {MAX_BYTES} bytes")
        root = yaml.compose(raw.decode("utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise PartiesError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise PartiesError(f"{path}: no YAML in UTF-8 ({error})") from error
    for name, node in _mapping(path, root):
        if name == "places":
            for place, body in _mapping(path, node):
                yield from _place(path, place, body)


def _mapping(path: Path, node: Any) -> Iterator[tuple[str, Any]]:
    """Yield keys with their nodes; nothing for an empty value. Raises PartiesError."""
    if node is None or (node.id == "scalar" and node.tag.endswith(":null")):
        return
    if node.id != "mapping":
        raise _fault(path, node, "expected keys with values here")
    seen: set[str] = set()
    for key, value in node.value:
        name = _text(path, key)
        if name in seen:
            raise _fault(path, key, f"`{name}` stands here a second time")
        seen.add(name)
        yield name, value


def _place(path: Path, name: str, body: Any) -> Iterator[tuple[str, Entry]]:
    """Yield each name of one place with it. Raises PartiesError."""
    fields = dict(_mapping(path, body))
    for key, node in fields.items():
        if key not in KEYS:
            raise _fault(path, node, f"unknown key `{key}`; use one of {', '.join(KEYS)}")
    if ("lat" in fields) != ("lon" in fields):
        raise _fault(path, body, f"`{name}` needs both lat and lon, or neither")
    kind = _text(path, fields["kind"]) if "kind" in fields else "region"
    if kind not in KINDS:
        raise _fault(path, fields["kind"], f"kind `{kind}` is not one of {', '.join(KINDS)}")
    entry = Entry(
        name=name,
        kind=kind,
        unit=_coded(path, fields, "admin1", UNIT) or _coded(path, fields, "country", COUNTRY),
        geonames=_id(path, fields.get("geonames")),
        lat=_degrees(path, fields.get("lat"), 90),
        lon=_degrees(path, fields.get("lon"), 180),
        people=0,
        own=True,
    )
    for written in (name, *_words(path, fields.get("aliases"))):
        bare = written[4:] if written.startswith("the ") else written
        if not bare[:1].isupper():
            raise _fault(path, body, f"`{written}`: a place's name begins with a capital letter")
        yield bare, entry


def _coded(path: Path, fields: dict[str, Any], key: str, form: re.Pattern[str]) -> str:
    """A code of this form, "" where there is none. Raises PartiesError."""
    if key not in fields:
        return ""
    code = _text(path, fields[key])
    if not form.fullmatch(code):
        example = "UA.14" if key == "admin1" else "UA"
        raise _fault(path, fields[key], f"{key} `{code}` is no code like {example}")
    return code


def _id(path: Path, node: Any) -> int | None:
    if node is None:
        return None
    text = _text(path, node)
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise _fault(path, node, f"`{text}` is no id of GeoNames")
    return int(text)


def _degrees(path: Path, node: Any, most: int) -> float | None:
    """Degrees from -most to most. Raises PartiesError."""
    if node is None:
        return None
    try:
        value = float(_text(path, node))
    except ValueError:
        value = math.nan
    if not abs(value) <= most:
        raise _fault(path, node, f"expected degrees from -{most} to {most}")
    return value


def _words(path: Path, node: Any) -> list[str]:
    if node is None:
        return []
    if node.id != "sequence":
        raise _fault(path, node, "expected a list here, like [one, two]")
    return [_text(path, item) for item in node.value]


def _text(path: Path, node: Any) -> str:
    """A word or phrase; "NO" for Norway is one. Raises PartiesError."""
    text = str(node.value).strip() if node.id == "scalar" else ""
    if not text:
        raise _fault(path, node, "expected a word or phrase here")
    return text


def _fault(path: Path, node: Any, reason: str) -> PartiesError:
    return PartiesError(f"{path}:{node.start_mark.line + 1}: {reason}")
