"""Loads a codebook from YAML: all of it, or a CodebookError with every fault, by file and line."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, get_args

import yaml

from onrecord.errors import CodebookError
from onrecord.positions.acts import ActWords
from onrecord.positions.anchors import is_everywhere, named_behind, readings
from onrecord.positions.codebook import Codebook, Issue, Value
from onrecord.positions.codebook_acts import read_acts
from onrecord.positions.codebook_links import References, refuse_same_shape
from onrecord.positions.codebook_nodes import MAX_CHARS, Source, compose
from onrecord.records import Hardness

ID = re.compile(r"[a-z][a-z0-9_]*(?:\.(?:[a-z0-9_]+|<[a-z]+>))*")
HARDNESS: dict[str, Hardness] = {level: level for level in get_args(Hardness)}
W = TypeVar("W")
VALUE_ID = re.compile(r"[a-z0-9][a-z0-9_]*")
# Every phrase of every anchor takes its place in memory; the default codebook has 7,200.
MAX_PHRASES = 400_000
SHIPPED = {"default": "codebook.yaml", "labour": "labour.yaml", "trade": "trade.yaml"}


def codebook_path(named: Path | str) -> Path:
    """The file that this path or name means: a file that is there, else a shipped codebook."""
    path = Path(named)
    if str(named) in SHIPPED and not path.is_file():
        return Path(str(files("onrecord.positions").joinpath(SHIPPED[str(named)])))
    return path


def load_codebook(path: Path | str | None = None) -> Codebook:
    """The codebook in this file, or the shipped one of this name; by default "default".

    Raises CodebookError, with file, line and reason of every fault that can be told at once.
    """
    return _default() if path is None else read_codebook(*codebook_text(path))


@cache
def _default() -> Codebook:
    text = files("onrecord.positions").joinpath(SHIPPED["default"]).read_text("utf-8")
    return read_codebook(text, SHIPPED["default"], acts=ActWords())


def codebook_text(named: Path | str) -> tuple[str, str]:
    """The text of a codebook file or shipped codebook, and how errors name it.

    Raises CodebookError if it cannot be read as UTF-8.
    """
    path = codebook_path(named)
    shipped = str(named) in SHIPPED and path != Path(named)
    where = SHIPPED[str(named)] if shipped else str(path)
    try:
        with path.open("rb") as file:
            data = file.read(4 * MAX_CHARS + 1)
        return data.decode("utf-8-sig"), where
    except FileNotFoundError as fault:
        remedy = f"name a file, or one of {', '.join(sorted(SHIPPED))}"
        raise CodebookError(f"{where}: no such codebook; {remedy}") from fault
    except OSError as fault:
        raise CodebookError(f"{where}: cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        if len(data) > 4 * MAX_CHARS:
            raise CodebookError(f"{where}: larger than {MAX_CHARS:,} characters") from fault
        line = data[: fault.start].count(b"\n") + 1
        raise CodebookError(f"{where}, line {line}: not UTF-8; save it as UTF-8 text") from fault
    except ValueError as fault:  # a path with a NUL in it
        raise CodebookError(f"{where!r}: is no path") from fault


def read_codebook(text: str, where: str, *, acts: ActWords | None = None) -> Codebook:
    """The codebook in this YAML text; `where` names it in errors. Raises CodebookError.

    `acts` are the words that its own are added to; None: those of the default codebook.
    """
    source = Source(where)
    node = compose(text, source)
    book = None
    with source.entry():
        book = _Reader(source, load_codebook().acts if acts is None else acts).book(node)
    source.raise_faults()
    if book is None:
        raise CodebookError(f"{where}: not read")
    return book


class _Reader:
    """Reads one file; what is faulty is noted and left out, so that all faults are told."""

    def __init__(self, source: Source, acts: ActWords) -> None:
        self.source = source
        self.acts = acts
        self.phrases = 0

    def book(self, node: yaml.Node) -> Codebook:
        """The codebook, less what is faulty. Without `hardness`, the default one's words hold."""
        source = self.source
        root = source.known(node, "name", "issues", "steps", "rules", "consent", "hardness", "acts")
        if "issues" not in root:
            source.fail(node, "no `issues:`; a codebook needs at least one")
        nodes = source.fields(root["issues"])
        if not nodes:
            source.fail(root["issues"], "no issue; a codebook needs at least one")
        issues = {}
        for issue_id, spec in nodes.items():
            with source.entry():
                issues[issue_id] = self.issue(issue_id, spec)
        refuse_same_shape(source, nodes)
        name = source.where
        with source.entry():
            name = source.text(root["name"]) if "name" in root else name
        links = References(source, issues, nodes, self.anchors)
        return Codebook(
            name=name,
            issues=tuple(issues.values()),
            steps=links.steps(root.get("steps")),
            rules=links.rules(root.get("rules")),
            consent=links.consent(root.get("consent")),
            hardness=self.words(root["hardness"], HARDNESS)
            if "hardness" in root
            else load_codebook().hardness,
            acts=read_acts(root.get("acts"), source, self.acts),
        )

    def issue(self, issue_id: str, node: yaml.Node) -> Issue:
        """One issue. A template's parameter stands once, and never in the first part."""
        source = self.source
        entry = source.known(
            node,
            "name", "group", "about", "anchors", "not", "scale", "values", "default", "unnamed",
        )  # fmt: skip
        if not ID.fullmatch(issue_id):
            source.note(node, f"issue id {issue_id!r}: small letters, digits, _ . and <parameters>")
        if "scale" in entry and "values" in entry:
            source.note(node, f"{issue_id}: either `scale` (ordered) or `values`, not both")
        listed = entry.get("scale", entry.get("values"))
        values = self.values(issue_id, listed)
        default = self.optional(entry.get("default"))
        if default is not None and default not in {v.id for v in values}:
            source.note(
                entry["default"], f"{issue_id}: the default {default!r} is none of its values"
            )
        return Issue(
            id=issue_id,
            name=self.optional(entry.get("name")) or issue_id,
            group=self.optional(entry.get("group")) or issue_id.split(".", maxsplit=1)[0],
            values=values,
            ordered="scale" in entry,
            description=self.optional(entry.get("about")) or "",
            anchors=self.anchors(entry.get("anchors")),
            not_anchors=self.anchors(entry.get("not"), beside=True),
            default=default,
            parameters=self.parameters(issue_id, node, entry.get("unnamed")),
        )

    def optional(self, node: yaml.Node | None) -> str | None:
        """The text of a node; None where there is none or it is faulty."""
        if node is not None:
            with self.source.entry():
                return self.source.text(node)
        return None

    def values(self, issue_id: str, node: yaml.Node | None) -> tuple[Value, ...]:
        """The values of one issue: `id: {name, anchors, near}`, `id: name`, or a list of ids."""
        if node is None:
            return ()
        source, found = self.source, dict[str, Value]()
        if isinstance(node, yaml.ScalarNode):
            source.fail(node, f"{issue_id}: list the values, in [brackets] or one a line")
        listed = isinstance(node, yaml.SequenceNode)
        specs = [(item, item) for item in node.value] if listed else list(node.value)
        for key, spec in specs:
            with source.entry():
                value = self.value(key, spec)
                if value.id in found:
                    source.fail(key, f"{value.id!r} stands here twice")
                found[value.id] = value
        if len(specs) < 2:
            source.note(node, f"{issue_id}: a scale or list of values needs two of them or more")
        return tuple(found.values())

    def value(self, key: yaml.Node, spec: yaml.Node) -> Value:
        """One value of an issue."""
        source = self.source
        value_id = source.text(key)
        if not VALUE_ID.fullmatch(value_id):
            source.fail(key, f"value {value_id!r}: small letters, digits and _ only")
        words = value_id.replace("_", " ")
        if isinstance(spec, yaml.ScalarNode):
            return Value(id=value_id, name=words if key is spec else source.text(spec))
        entry = source.known(spec, "name", "anchors", "near")
        return Value(
            id=value_id,
            name=self.optional(entry.get("name")) or words,
            anchors=self.anchors(entry.get("anchors")),
            near=self.anchors(entry.get("near"), beside=True),
        )

    def anchors(self, node: yaml.Node | None, *, beside: bool = False) -> tuple[str, ...]:
        """The anchors of a list, each checked: well formed, able to meet some text but not all.

        `beside`: they count only beside another anchor, so that small words will do.
        """
        found = []
        for item in self.source.items(node):
            with self.source.entry():
                anchor = self.source.text(item)
                try:
                    ways = readings(anchor)
                except ValueError as fault:
                    self.source.fail(item, str(fault))
                self.phrases += len(ways)
                alone = named_behind(anchor) is None and not beside
                if alone and any(is_everywhere(way) for way in ways):
                    self.source.fail(
                        item, f"{anchor!r} would meet almost every text; add a word to it"
                    )
                if self.phrases > MAX_PHRASES:
                    too_many = f"the anchors up to here stand for more than {MAX_PHRASES:,} phrases"
                    raise CodebookError(
                        f"{self.source.where}, line {item.start_mark.line + 1}: {too_many}"
                    )
                found.append(anchor)
        return tuple(found)

    def parameters(
        self, issue_id: str, issue: yaml.Node, node: yaml.Node | None
    ) -> tuple[tuple[str, str], ...]:
        """What fills each parameter of a template when a text does not name it: else its name."""
        names = re.findall(r"<([a-z]+)>", issue_id)
        given: dict[str, str] = {}
        for name, word in (self.source.fields(node) if node is not None else {}).items():
            if name not in names:
                self.source.note(word, f"{issue_id} has no parameter <{name}>")
            elif (text := self.optional(word)) is not None:
                given[name] = text
                if not VALUE_ID.fullmatch(text):
                    self.source.note(word, f"{text!r}: small letters, digits and _ only")
        if len(set(names)) < len(names):
            self.source.note(issue, f"{issue_id}: each parameter may stand once")
        return tuple((name, given.get(name, name)) for name in names)

    def words(self, node: yaml.Node, known: dict[str, W]) -> tuple[tuple[W, tuple[str, ...]], ...]:
        """The word lists under these names ("red_line: [...]"), each anchor checked."""
        found = []
        with self.source.entry():
            for name, words in self.source.known(node, *known).items():
                with self.source.entry():
                    found.append((known[name], self.anchors(words)))
        return tuple(found)
