"""The page of all public names, from their own docstrings: `python -m docs.making.names`."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import onrecord
from onrecord import errors
from onrecord.presentation import record as record_module

PAGE = Path(__file__).parents[1] / "reference" / "python.md"
HEAD = """\
# Python

`import onrecord` is free: a name is loaded when it is first used. Answers are
[`Results`](#results) of rows; the rows are described [at the end](#rows). What a method raises
stands in the [tree of errors](#errors).

"""
WIDTH = 88  # a signature that is longer stands one argument a line


def page() -> str:
    """The text of the page."""
    parts = [HEAD]
    for name in sorted(onrecord.__all__):
        parts += _about(name, getattr(onrecord, name), level=2)
    parts.append("## Rows\n\nWhat the answers hold; every field is always there.\n")
    for kind in sorted(_rows(), key=lambda row: row.__name__):
        parts += _about(kind.__name__, kind, level=3)
    parts.append(f"## Errors\n\n```text\n{inspect.getdoc(errors)}\n```\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts))


def _rows() -> set[type]:
    """The kinds of rows that methods of a record return, found by what they say they return."""
    told = " ".join(
        str(inspect.signature(method).return_annotation)
        for method in vars(onrecord.Record).values()
        if inspect.isfunction(method)
    )
    named = set(re.findall(r"\b[A-Z]\w+", told))
    found = {getattr(record_module, name, None) for name in named}
    return {
        kind
        for kind in found
        if dataclasses.is_dataclass(kind) and kind.__name__ not in onrecord.__all__
    }


def _about(name: str, thing: Any, level: int) -> Iterator[str]:
    """Yield the lines about one class or function."""
    yield f"{'#' * level} {name}\n"
    if not inspect.isclass(thing):
        yield from _signature(name, thing)
        yield inspect.getdoc(thing) + "\n"
        return
    yield inspect.getdoc(thing) + "\n"
    if dataclasses.is_dataclass(thing):
        yield "| field | type |\n|---|---|"
        for field in dataclasses.fields(thing):
            kind = str(field.type).replace("|", "\\|")
            yield f"| `{field.name}` | `{kind}`{_default(field)} |"
        yield ""
    for method, function in _methods(thing):
        yield f"{'#' * (level + 1)} {name}.{method}\n"
        yield from _signature(method, function)
        yield inspect.getdoc(function) + "\n"


def _default(field: dataclasses.Field[Any]) -> str:
    return "" if field.default is dataclasses.MISSING else f" = `{field.default!r}`"


def _methods(thing: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public methods and properties of a class of ours, in the order of its file."""
    for name, value in vars(thing).items():
        if isinstance(value, property):
            value = value.fget  # noqa: PLW2901
        if inspect.isfunction(value) and not name.startswith("_") and inspect.getdoc(value):
            yield name, value


def _signature(name: str, function: Callable[..., Any]) -> Iterator[str]:
    signature = inspect.signature(function)
    of_thing = [p for p in signature.parameters.values() if p.name != "self"]
    signature = signature.replace(parameters=of_thing)
    line = _plain(f"{name}{signature}")
    if len(line) > WIDTH:
        arguments, star = [], False
        for parameter in of_thing:
            if parameter.kind is parameter.KEYWORD_ONLY and not star:
                arguments.append("*")
                star = True
            arguments.append(_plain(str(parameter)))
        returned = str(signature.return_annotation).strip("'")
        line = f"{name}(\n    " + ",\n    ".join(arguments) + f",\n) -> {returned}"
    yield f"```text\n{line}\n```\n"


def _plain(signature: str) -> str:
    """A signature without quotation marks, and with defaults by their names."""
    named = re.sub(r"<function (?:\w+\.)*(\w+|<\w+>) at 0x[0-9a-f]+>", r"\1", signature)
    named = named.replace("<lambda>", "…")
    return re.sub(r"= (\w+)\(\w+=.*?\)(?=[,)]|$)", r"= \1()", named).replace("'", "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
