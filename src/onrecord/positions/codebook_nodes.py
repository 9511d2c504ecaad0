"""YAML as nodes with line numbers, so that every fault of a codebook names its line.

Only plain YAML is read: no tags, no anchors or aliases (a few of them can stand for gigabytes), no
deep nesting; and no value that YAML would take for something else (yes, off, 1, null).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from onrecord.errors import CodebookError

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it is built
MAX_CHARS = 2_000_000  # 1,000 issues with 20 anchors each are some 600,000
MAX_DEPTH = 8
SHOWN = 60  # characters of a faulty word in a message
MOST_TOLD = 100  # faults in one message


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of a codebook: the line, from 1, and the reason with its remedy."""

    line: int
    reason: str


class _GivenUp(Exception):
    """An entry cannot be read further; its fault is noted."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where nodes come from, as shown to a reader, and the faults that were met so far."""

    where: str
    faults: list[Fault] = field(default_factory=list)

    def note(self, node: yaml.Node, reason: str) -> None:
        """Note a fault of this node's line; what is around it is read on."""
        fault = Fault(node.start_mark.line + 1, " ".join(reason.split()))
        if fault not in self.faults[-20:]:  # one slip can be met from two sides
            self.faults.append(fault)

    def fail(self, node: yaml.Node, reason: str) -> NoReturn:
        """Note a fault, and give up the entry that it stands in."""
        self.note(node, reason)
        raise _GivenUp

    @contextmanager
    def entry(self) -> Iterator[None]:
        """What is given up inside is left out; reading goes on behind."""
        with suppress(_GivenUp):
            yield

    def raise_faults(self) -> None:
        """Raise CodebookError with every fault, by line, if there is one."""
        if self.faults:
            told = sorted(self.faults)[:MOST_TOLD]
            lines = [f"{self.where}, line {f.line}: {f.reason}" for f in told]
            if len(self.faults) > MOST_TOLD:
                lines.append(f"{self.where}: and {len(self.faults) - MOST_TOLD} faults more")
            raise CodebookError("\n".join(lines))

    def fields(self, node: yaml.Node) -> dict[str, yaml.Node]:
        """The entries of a mapping in file order; a key may stand once."""
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "expected a list of `key: value` lines here")
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            with self.entry():
                name = self.text(key)
                if name in found:
                    self.fail(key, f"{_shown(name)} stands here twice")
                found[name] = value
        return found

    def known(self, node: yaml.Node, *names: str) -> dict[str, yaml.Node]:
        """The entries of a mapping of which only these keys may stand."""
        found = self.fields(node)
        for key, _ in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in found and name not in names:
                self.note(key, f"unknown key {_shown(name)}; known here: {', '.join(names)}")
        return {name: value for name, value in found.items() if name in names}

    def text(self, node: yaml.Node) -> str:
        """The string of a scalar. What YAML reads as yes/no, a number or null must be quoted."""
        if not isinstance(node, yaml.ScalarNode):
            self.fail(node, "expected one word or text here")
        kind = node.tag.rsplit(":", 1)[-1]
        if kind != "str":
            shown = _shown(node.value or "nothing")
            self.fail(node, f"YAML reads {shown} as {kind}; put it in quotes or rename it")
        if not node.value.strip():
            self.fail(node, "empty text")
        return str(node.value)

    def texts(self, node: yaml.Node | None) -> tuple[str, ...]:
        """The strings of a list; nothing for no node."""
        found = []
        for item in self.items(node):
            with self.entry():
                found.append(self.text(item))
        return tuple(found)

    def items(self, node: yaml.Node | None) -> list[yaml.Node]:
        """The nodes of a list; nothing for no node."""
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, "expected a list in [brackets] or with dashes here")
        return list(node.value)


def _shown(word: str) -> str:
    return repr(word if len(word) <= SHOWN else f"{word[:SHOWN]}…")


def compose(text: str, source: Source) -> yaml.Node:
    """The root node of a YAML text. Raises CodebookError, with the line, if it is not plain."""
    if len(text) > MAX_CHARS:
        raise CodebookError(f"{source.where}: larger than {MAX_CHARS:,} characters; split it")
    try:
        _refuse_tricks(text, source)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise CodebookError(f"{source.where}{line}: not YAML: {fault.problem}") from fault
    except yaml.YAMLError as fault:
        raise CodebookError(f"{source.where}: not YAML: {' '.join(str(fault).split())}") from fault
    except UnicodeError as fault:
        raise CodebookError(f"{source.where}: holds half a character (a lone surrogate)") from fault
    if node is None:
        raise CodebookError(f"{source.where}: empty; a codebook needs at least `issues:`")
    return node


def _refuse_tricks(text: str, source: Source) -> None:
    """Refuse aliases, anchors, tags and deep nesting from the bare events, before any node."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = (event.start_mark.line if event.start_mark else 0) + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise CodebookError(f"{source.where}, line {line}: YAML anchors (&, *) are not read")
        if getattr(event, "tag", None):
            raise CodebookError(f"{source.where}, line {line}: YAML tags (!) are not read")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise CodebookError(f"{source.where}, line {line}: nested too deeply")
