"""Loads a codebook from YAML: all of it, or a CodebookError that names file, line and reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, get_args

import yaml

from onrecord.errors import CodebookError
from onrecord.positions.anchors import readings
from onrecord.positions.codebook import Codebook, Issue, Rule, StepDef, Value, bind
from onrecord.positions.codebook_nodes import MAX_CHARS, Source, compose
from onrecord.positions.steps import refuse_circles
from onrecord.records import Hardness

ID = re.compile(r"[a-z][a-z0-9_]*(?:\.(?:[a-z0-9_]+|<[a-z]+>))*")
HARDNESS: dict[str, Hardness] = {level: level for level in get_args(Hardness)}
W = TypeVar("W")
VALUE_ID = re.compile(r"[a-z0-9][a-z0-9_]*")


def load_codebook(path: Path | None = None) -> Codebook:
    """The codebook in this file; without one, the codebook that comes with onrecord.

    Raises CodebookError, with file, line and reason, at the first fault.
    """
    if path is None:
        text = files("onrecord.positions").joinpath("codebook.yaml").read_text("utf-8")
        return read_codebook(text, "codebook.yaml")
    try:
        data = path.read_bytes()[: 4 * MAX_CHARS + 1]
        return read_codebook(data.decode("utf-8-sig"), str(path))
    except OSError as fault:
        raise CodebookError(f"{path}: cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise CodebookError(f"{path}, line {line}: not UTF-8; save it as UTF-8 text") from fault


def read_codebook(text: str, where: str) -> Codebook:
    """The codebook in this YAML text; `where` names it in errors."""
    source = Source(where)
    root = source.known(
        compose(text, source), "name", "issues", "steps", "rules", "consent", "hardness"
    )
    if "issues" not in root:
        raise CodebookError(f"{where}: no `issues:`; a codebook needs at least one")
    issues = {k: _issue(source, k, n) for k, n in source.fields(root["issues"]).items()}
    references = _References(source, issues)
    steps = references.steps(root.get("steps"))
    return Codebook(
        name=source.text(root["name"]) if "name" in root else where,
        issues=tuple(issues.values()),
        steps=steps,
        rules=references.rules(root.get("rules")),
        consent=references.consent(root.get("consent")),
        hardness=_words(source, root.get("hardness"), HARDNESS),
    )


def _issue(source: Source, issue_id: str, node: yaml.Node) -> Issue:
    entry = source.known(
        node,
        "name", "group", "about", "anchors", "not", "scale", "values", "default", "unnamed",
    )  # fmt: skip
    if not ID.fullmatch(issue_id):
        source.fail(node, f"issue id {issue_id!r}: small letters, digits, _ . and <parameters>")
    if "scale" in entry and "values" in entry:
        source.fail(node, f"{issue_id}: either `scale` (ordered) or `values`, not both")
    listed = entry.get("scale", entry.get("values"))
    values = _values(source, listed)
    if listed is not None and len(values) < 2:
        source.fail(listed, f"{issue_id}: a scale or list of values needs two of them or more")
    default = source.text(entry["default"]) if "default" in entry else None
    if default is not None and default not in {v.id for v in values}:
        source.fail(entry["default"], f"{issue_id}: the default {default!r} is none of its values")
    return Issue(
        id=issue_id,
        name=source.text(entry["name"]) if "name" in entry else issue_id,
        group=source.text(entry["group"])
        if "group" in entry
        else issue_id.split(".", maxsplit=1)[0],
        values=values,
        ordered="scale" in entry,
        description=source.text(entry["about"]) if "about" in entry else "",
        anchors=_anchors(source, entry.get("anchors")),
        not_anchors=_anchors(source, entry.get("not")),
        default=default,
        parameters=_parameters(source, issue_id, entry.get("unnamed")),
    )


def _values(source: Source, node: yaml.Node | None) -> tuple[Value, ...]:
    """The values of one issue: `id: {name, anchors, near}`, or `id: name` in short."""
    if node is None:
        return ()
    found = []
    for value_id, spec in source.fields(node).items():
        if not VALUE_ID.fullmatch(value_id):
            source.fail(spec, f"value {value_id!r}: small letters, digits and _ only")
        if isinstance(spec, yaml.ScalarNode):
            found.append(Value(id=value_id, name=source.text(spec)))
            continue
        entry = source.known(spec, "name", "anchors", "near")
        found.append(
            Value(
                id=value_id,
                name=source.text(entry["name"]) if "name" in entry else value_id.replace("_", " "),
                anchors=_anchors(source, entry.get("anchors")),
                near=_anchors(source, entry.get("near")),
            )
        )
    return tuple(found)


def _anchors(source: Source, node: yaml.Node | None) -> tuple[str, ...]:
    """The anchors of a list, each checked to be well formed."""
    for item in source.items(node):
        try:
            readings(source.text(item))
        except ValueError as fault:
            source.fail(item, str(fault))
    return source.texts(node)


def _parameters(
    source: Source, issue_id: str, node: yaml.Node | None
) -> tuple[tuple[str, str], ...]:
    """What fills each parameter of a template when a text does not name it."""
    names = re.findall(r"<([a-z]+)>", issue_id)
    given = source.fields(node) if node is not None else {}
    for name, word in given.items():
        if name not in names:
            source.fail(word, f"{issue_id} has no parameter <{name}>")
    return tuple((n, source.text(given[n]) if n in given else "") for n in names)


def _words(
    source: Source, node: yaml.Node | None, known: dict[str, W]
) -> tuple[tuple[W, tuple[str, ...]], ...]:
    """The word lists under these names ("red_line: [...]"), each anchor checked."""
    if node is None:
        return ()
    entry = source.fields(node)
    for name, words in entry.items():
        if name not in known:
            source.fail(words, f"unknown {name!r}; known here: {', '.join(known)}")
    return tuple((known[name], _anchors(source, words)) for name, words in entry.items())


class _References:
    """Reads what points at issues and steps, and refuses what points at nothing."""

    def __init__(self, source: Source, issues: Mapping[str, Issue]) -> None:
        self.source = source
        self.issues = issues

    def _issue(self, node: yaml.Node, issue_id: str) -> Issue:
        known = [i for key, i in self.issues.items() if bind(key, issue_id) is not None]
        if not known:
            self.source.fail(node, f"no issue {issue_id!r} in this codebook")
        return known[0]

    def _literals(self, node: yaml.Node) -> tuple[tuple[str, str], ...]:
        """Pairs of issue and value, both known."""
        found = []
        for issue_id, value in self.source.fields(node).items():
            issue, word = self._issue(value, issue_id), self.source.text(value)
            if issue.value(word) is None:
                self.source.fail(value, f"{issue_id} has no value {word!r}; it has {issue.scale}")
            found.append((issue_id, word))
        return tuple(found)

    def steps(self, node: yaml.Node | None) -> tuple[StepDef, ...]:
        """The steps; every need is a step, and no needs run in a circle."""
        if node is None:
            return ()
        source, found = self.source, []
        nodes = source.fields(node)
        for step_id, spec in nodes.items():
            entry = source.known(spec, "name", "actor", "entails", "needs", "anchors")
            if not ID.fullmatch(step_id):
                source.fail(spec, f"step id {step_id!r}: small letters, digits, _ . <parameters>")
            found.append(
                StepDef(
                    id=step_id,
                    name=source.text(entry["name"]) if "name" in entry else step_id,
                    actor=source.text(entry["actor"]) if "actor" in entry else None,
                    entails=self._literals(entry["entails"]) if "entails" in entry else (),
                    needs=source.texts(entry.get("needs")),
                    anchors=_anchors(source, entry.get("anchors")),
                )
            )
        for step in found:
            for need in step.needs:
                if need not in nodes:
                    source.fail(nodes[step.id], f"step {step.id} needs {need!r}, which is no step")
        refuse_circles(found, lambda step, why: source.fail(nodes[step], why))
        return tuple(found)

    def rules(self, node: yaml.Node | None) -> tuple[Rule, ...]:
        """The rules, each of two literals or more, with its reason."""
        found = []
        for item in self.source.items(node):
            entry = self.source.known(item, "never_together", "why")
            if "never_together" not in entry or "why" not in entry:
                self.source.fail(item, "a rule needs `never_together:` and `why:`")
            literals = self._literals(entry["never_together"])
            if len(literals) < 2:
                self.source.fail(item, "a rule needs two values or more that exclude each other")
            found.append(Rule(literals=literals, why=self.source.text(entry["why"])))
        return tuple(found)

    def consent(self, node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
        """The parties whose yes is needed, by issue."""
        found = {}
        for issue_id, parties in (self.source.fields(node) if node is not None else {}).items():
            self._issue(parties, issue_id)
            found[issue_id] = self.source.texts(parties)
        return found
