"""YAML with the line of every value, and nothing of YAML that surprises: no tags, no anchors."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import PartiesError

if TYPE_CHECKING:
    import yaml

DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
MAX_BYTES = 5_000_000
MAX_DEPTH = 8  # the form needs five


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value with its place; each method raises PartiesError if it is of another kind."""

    path: Path
    line: int
    value: Any  # yaml.Node: the package is loaded only when a file is read

    def is_list(self) -> bool:
        """Whether it is a list."""
        return bool(self.value.id == "sequence")

    def is_text(self) -> bool:
        """Whether it is a plain word."""
        return bool(self.value.id == "scalar" and not self.is_empty())

    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return bool(self.value.id == "scalar" and self.value.tag.endswith(":null"))

    def mapping(self) -> dict[str, Node]:
        """Keys with their values, in the file's order."""
        if self.value.id != "mapping":
            raise fault(self, "expected keys with values here")
        found: dict[str, Node] = {}
        for key, value in self.value.value:
            name = Node(self.path, key.start_mark.line + 1, key).text()
            if name in found:
                raise PartiesError(
                    f"{self.path}:{key.start_mark.line + 1}: `{name}` stands here a second time"
                )
            found[name] = Node(self.path, value.start_mark.line + 1, value)
        return found

    def only_keys(self, allowed: Sequence[str]) -> dict[str, Node]:
        """Keys with their values, all of them among `allowed`."""
        found = self.mapping()
        for (key, _), name in zip(self.value.value, found, strict=True):
            if name not in allowed:
                raise PartiesError(
                    f"{self.path}:{key.start_mark.line + 1}: unknown key `{name}`;"
                    f" use one of {', '.join(allowed)}"
                )
        return found

    def sequence(self) -> list[Node]:
        """The items of a list."""
        if not self.is_list():
            raise fault(self, "expected a list here, like [one, two]")
        return [Node(self.path, v.start_mark.line + 1, v) for v in self.value.value]

    def text(self) -> str:
        """A word or phrase."""
        if self.value.id != "scalar" or self.is_empty():
            raise fault(self, "expected a word or phrase here")
        if self.value.tag.endswith(":bool"):
            raise fault(
                self, f'`{self.value.value}` means true or false in YAML; put it in "quotes"'
            )
        text = str(self.value.value).strip()
        if not text:
            raise fault(self, "an empty word")
        return text

    def date(self) -> dt.date:
        """A day; a year or a month stands for its first day."""
        match = DATE.match(self.text())
        try:
            if match:
                year, month, day = match.groups()
                return dt.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            pass  # 2025-13-40 is told as any other word that is not a date
        raise fault(self, f"`{self.text()}` is not a date; write 2025-03-01, 2025-03 or 2025")


def fault(node: Node, reason: str) -> PartiesError:
    """The error to raise for this value."""
    return PartiesError(f"{node.path}:{node.line}: {reason}")


def read_nodes(path: Path) -> Node:
    """The root of a YAML file. Raises PartiesError if it cannot be read as plain YAML."""
    import yaml  # only when a user has a parties file

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise PartiesError(
                f"{path}: larger than {MAX_BYTES // 1_000_000} MB; is it the right file?"
            )
        text = data.decode("utf-8")
    except OSError as error:
        raise PartiesError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PartiesError(f"{path}: not UTF-8 text; save it as UTF-8") from error
    try:
        _refuse_surprises(path, text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise PartiesError(_where(path, error)) from error
    if root is None:
        raise PartiesError(f"{path}:1: the file is empty; list the parties under `parties:`")
    return Node(path, root.start_mark.line + 1, root)


def _refuse_surprises(path: Path, text: str) -> None:
    """Raise PartiesError at the first tag, anchor or alias, and where it is nested too deeply."""
    import yaml

    refused = {yaml.TagToken: "tag", yaml.AnchorToken: "anchor", yaml.AliasToken: "alias"}
    opened = (
        yaml.BlockSequenceStartToken,
        yaml.BlockMappingStartToken,
        yaml.FlowSequenceStartToken,
        yaml.FlowMappingStartToken,
    )
    closed = (yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if type(token) in refused:
            raise PartiesError(
                f"{path}:{token.start_mark.line + 1}: a YAML {refused[type(token)]} is not"
                " allowed here; write the value out"
            )
        depth += isinstance(token, opened) - isinstance(token, closed)
        if depth > MAX_DEPTH:
            raise PartiesError(f"{path}:{token.start_mark.line + 1}: nested too deeply")


def _where(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "not YAML"
    return f"{path}:{mark.line + 1}: {reason}" if mark else f"{path}: {reason}"
