"""YAML as nodes with line numbers, so that every fault of a codebook names its line.

Only plain YAML is read: no tags, no anchors or aliases (a few of them can stand for gigabytes), no
deep nesting; and no value that YAML would take for something else (yes, off, 1, null).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import yaml

from onrecord.errors import CodebookError

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it is built
MAX_CHARS = 2_000_000  # 1,000 issues with 20 anchors each are some 600,000
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Source:
    """Where nodes come from: the file as shown to a reader. It turns nodes into plain values."""

    where: str

    def fail(self, node: yaml.Node, reason: str) -> NoReturn:
        """Raise CodebookError for this node's line."""
        raise CodebookError(f"{self.where}, line {node.start_mark.line + 1}: {reason}")

    def fields(self, node: yaml.Node) -> dict[str, yaml.Node]:
        """The entries of a mapping in file order; a key may stand once."""
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "expected a list of `key: value` lines here")
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self.text(key)
            if name in found:
                self.fail(key, f"{name!r} stands here twice")
            found[name] = value
        return found

    def known(self, node: yaml.Node, *names: str) -> dict[str, yaml.Node]:
        """The entries of a mapping of which only these keys may stand."""
        found = self.fields(node)
        for key, _ in node.value:
            if key.value not in names:
                self.fail(key, f"unknown key {key.value!r}; known here: {', '.join(names)}")
        return found

    def text(self, node: yaml.Node) -> str:
        """The string of a scalar. What YAML reads as yes/no, a number or null must be quoted."""
        if not isinstance(node, yaml.ScalarNode):
            self.fail(node, "expected one word or text here")
        kind = node.tag.rsplit(":", 1)[-1]
        if kind != "str":
            shown = node.value or "nothing"
            self.fail(node, f"YAML reads {shown!r} as {kind}; put it in quotes or rename it")
        if not node.value.strip():
            self.fail(node, "empty text")
        return str(node.value)

    def texts(self, node: yaml.Node | None) -> tuple[str, ...]:
        """The strings of a list; nothing for no node."""
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, "expected a list in [brackets] or with dashes here")
        return tuple(self.text(item) for item in node.value)

    def items(self, node: yaml.Node | None) -> list[yaml.Node]:
        """The nodes of a list; nothing for no node."""
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, "expected a list in [brackets] or with dashes here")
        return list(node.value)


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
        raise CodebookError(f"{source.where}: not YAML: {fault}") from fault
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
