"""What of a codebook points at its issues and steps: steps, rules, consent; and nothing else may.

An issue that is faulty itself is known here, so that one slip is told once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

import yaml

from onrecord.positions.codebook import Issue, Rule, StepDef, bind
from onrecord.positions.codebook_nodes import Source
from onrecord.positions.holders import slug
from onrecord.positions.steps import refuse_circles

STEP_ID = re.compile(r"[a-z][a-z0-9_]*(?:\.(?:[a-z0-9_]+|<[a-z]+>))*")
Literals = tuple[tuple[str, str], ...]


class References:
    """Reads what points at issues and steps, and notes what points at nothing."""

    def __init__(
        self,
        source: Source,
        issues: Mapping[str, Issue],
        named: Collection[str],
        anchors: Callable[[yaml.Node | None], tuple[str, ...]],
    ) -> None:
        self.source = source
        self.issues = issues
        self.named = named
        self.anchors = anchors
        self._templates = [key for key in named if "<" in key]

    def _issue(self, node: yaml.Node, issue_id: str) -> Issue | None:
        """The issue or template of this id; None where it is there but faulty."""
        key = _answering(issue_id, self.named, self._templates)
        if key is None:
            self.source.fail(node, f"no issue {issue_id!r} in this codebook")
        return self.issues.get(key)

    def _literals(self, node: yaml.Node) -> Literals:
        """Pairs of issue and value, both known."""
        found = []
        for issue_id, value in self.source.fields(node).items():
            with self.source.entry():
                issue, word = self._issue(value, issue_id), self.source.text(value)
                if issue is None:
                    continue
                if not issue.values:
                    self.source.fail(value, f"{issue_id} lists no values, so it has no {word!r}")
                if issue.value(word) is None:
                    known = ", ".join(issue.scale)
                    self.source.fail(value, f"{issue_id} has no value {word!r}; it has {known}")
                found.append((issue_id, word))
        return tuple(found)

    def steps(self, node: yaml.Node | None) -> tuple[StepDef, ...]:
        """The steps; every need is a step, and no needs run in a circle."""
        if node is None:
            return ()
        source = self.source
        found: list[StepDef] = []
        nodes: dict[str, yaml.Node] = {}
        with source.entry():
            nodes = source.fields(node)
        for step_id, spec in nodes.items():
            with source.entry():
                found.append(self._step(step_id, spec))
        refuse_same_shape(source, nodes)
        templates = [key for key in nodes if "<" in key]
        needs: dict[str, list[str]] = {}
        for step in found:
            known = [(need, _answering(need, nodes, templates)) for need in step.needs]
            needs[step.id] = [key for _, key in known if key is not None]
            for need in (need for need, key in known if key is None):
                source.note(nodes[step.id], f"step {step.id} needs {need!r}, which is no step")
        refuse_circles(needs, lambda step, why: source.note(nodes[step], why))
        return tuple(found)

    def _step(self, step_id: str, spec: yaml.Node) -> StepDef:
        source = self.source
        entry = source.known(spec, "name", "actor", "entails", "needs", "anchors")
        if not STEP_ID.fullmatch(step_id):
            source.note(spec, f"step id {step_id!r}: small letters, digits, _ . <parameters>")
        actor = source.text(entry["actor"]) if "actor" in entry else None
        own = set(re.findall(r"<[a-z]+>", step_id))
        for loose in sorted(set(re.findall(r"<[a-z]+>", actor or "")) - own):
            source.note(entry["actor"], f"step {step_id} has no parameter {loose}")
        return StepDef(
            id=step_id,
            name=source.text(entry["name"]) if "name" in entry else step_id,
            actor=_slugged(actor) if actor else None,
            entails=self._literals(entry["entails"]) if "entails" in entry else (),
            needs=source.texts(entry.get("needs")),
            anchors=self.anchors(entry.get("anchors")),
        )

    def rules(self, node: yaml.Node | None) -> tuple[Rule, ...]:
        """The rules, each of two literals or more, with its reason; together they leave a way."""
        found: list[tuple[yaml.Node, Rule]] = []
        with self.source.entry():
            for item in self.source.items(node):
                with self.source.entry():
                    found.append((item, self._rule(item)))
        self._refuse_repeated(found)
        self._refuse_dead_ends(found)
        return tuple(rule for _, rule in found)

    def _rule(self, item: yaml.Node) -> Rule:
        entry = self.source.known(item, "never_together", "why")
        if "never_together" not in entry or "why" not in entry:
            self.source.fail(item, "a rule needs `never_together:` and `why:`")
        before = len(self.source.faults)
        literals = self._literals(entry["never_together"])
        if len(literals) < 2 and len(self.source.faults) == before:
            self.source.fail(item, "a rule needs two values or more that exclude each other")
        return Rule(literals=literals, why=self.source.text(entry["why"]))

    def _refuse_repeated(self, rules: Iterable[tuple[yaml.Node, Rule]]) -> None:
        seen: dict[frozenset[tuple[str, str]], yaml.Node] = {}
        for item, rule in rules:
            first = seen.setdefault(frozenset(rule.literals), item)
            if first is not item and rule.literals:
                line = first.start_mark.line + 1
                self.source.note(item, f"the rule of line {line} says the same")

    def _refuse_dead_ends(self, rules: Iterable[tuple[yaml.Node, Rule]]) -> None:
        """Note a value that rules leave no value of another issue beside: it could never hold."""
        barred: dict[tuple[tuple[str, str], str], dict[str, yaml.Node]] = {}
        for item, rule in rules:
            if len(rule.literals) == 2:
                for one, (issue, value) in (rule.literals, rule.literals[::-1]):
                    barred.setdefault((one, issue), {})[value] = item
        for (one, other), values in barred.items():
            known = self.issues.get(other)
            if known is not None and len(values) == len(known.values):
                lines = sorted({item.start_mark.line + 1 for item in values.values()})
                told = ", ".join(map(str, lines))
                self.source.note(
                    max(values.values(), key=lambda item: item.start_mark.line),
                    f"{one[0]}={one[1]} could never hold: the rules of lines {told} leave {other}"
                    " no value beside it",
                )

    def consent(self, node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
        """The parties whose yes is needed, by issue."""
        found: dict[str, tuple[str, ...]] = {}
        entries: dict[str, yaml.Node] = {}
        if node is not None:
            with self.source.entry():
                entries = self.source.fields(node)
        for issue_id, parties in entries.items():
            with self.source.entry():
                self._issue(parties, issue_id)
                found[issue_id] = tuple(self._parties(issue_id, parties))
        return found

    def _parties(self, issue_id: str, node: yaml.Node) -> Iterable[str]:
        listed = self.source.items(node)
        if not listed:
            self.source.fail(node, f"{issue_id}: name a party, or leave the line out")
        seen: set[str] = set()
        for item in listed:
            with self.source.entry():
                name = self.source.text(item).strip()
                party = _slugged(name)
                if not any(letter.isalpha() for letter in party) or name in self.named:
                    self.source.fail(item, f"{name!r} is no party")
                loose = re.findall(r"<[^>]*>", name)
                if any(each not in issue_id for each in loose):
                    self.source.fail(item, f"{issue_id} has no parameter {loose[0]}")
                if party in seen:
                    self.source.fail(item, f"{name!r} stands here twice")
                seen.add(party)
                yield party


def refuse_same_shape(source: Source, nodes: Mapping[str, yaml.Node]) -> None:
    """Note a template that another one's ids fit as well: which is meant would stay open."""
    seen: dict[str, str] = {}
    for key, node in nodes.items():
        shape = re.sub(r"<[a-z]*>", "<>", key)
        if seen.setdefault(shape, key) != key:
            source.note(node, f"{key} and {seen[shape]} would have the same ids")


def _answering(name: str, keys: Collection[str], templates: Iterable[str]) -> str | None:
    """The id or template among `keys` that answers to a name; None: there is none."""
    if name in keys:
        return name
    return next((key for key in templates if bind(key, name) is not None), None)


def _slugged(party: str) -> str:
    """A party's name as issues and steps have it ("North Bank" → north_bank); `<party>` stays."""
    return party if party.startswith("<") else slug(party)
