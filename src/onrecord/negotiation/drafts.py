"""A plan as it is compared: clauses, each a value of an issue or a step, and an order of steps.

It comes from the record or from a YAML file:

    name: Harbour draft
    author: Vesland           # may be left out
    clauses:                  # issue: value, by their ids in the codebook
      ceasefire.scope: general
      prisoners: all_for_all
    order:                    # steps in order; those in [brackets] come together
      - ceasefire
      - [talks_start, prisoners_exchanged]

It needs clauses or an order; either may be left out. A step that the codebook lacks is a value
of an issue, written "prisoners=all_for_all".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from onrecord.errors import CodebookError, SourceUnreadable
from onrecord.negotiation.needs import StepNames
from onrecord.negotiation.spelling import did_you_mean
from onrecord.positions.codebook import Codebook
from onrecord.positions.codebook_nodes import MAX_CHARS, Source, compose
from onrecord.records import Plan

SYNTAX = "a plan needs `clauses:` (issue: value) or `order:` (a list of steps)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClause:
    """A clause: a value of an issue (None: the issue alone is named), or a step."""

    issue: str | None
    value: str | None
    step: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A plan to compare. `order`: its steps in order, those of one entry together; () not given.

    `author` is a name in a file, an actor's id in a record, "" where unknown.
    """

    name: str
    author: str
    clauses: tuple[DraftClause, ...]
    order: tuple[tuple[str, ...], ...]


def draft_of(plan: Plan) -> Draft:
    """A plan of the record: each clause once, in the record's order; it gives no order of steps."""
    clauses = (
        DraftClause(issue=c.issue, value=c.value, step=c.step if c.issue is None else None)
        for c in plan.clauses
        if c.issue is not None or c.step is not None
    )
    return Draft(
        name=plan.name,
        author=plan.author or "",
        clauses=tuple(dict.fromkeys(clauses)),
        order=(),
    )


def load_draft(path: Path, codebook: Codebook) -> Draft:
    """The plan in this YAML file. Raises SourceUnreadable with file, line and reason."""
    try:
        with path.open("rb") as file:
            data = file.read(4 * MAX_CHARS + 1)  # UTF-8 takes four bytes at most
        if len(data) > 4 * MAX_CHARS:
            raise SourceUnreadable(f"{path}: larger than {MAX_CHARS:,} characters; is it a plan?")
        text = data.decode("utf-8-sig")
    except OSError as fault:
        raise SourceUnreadable(f"{path}: cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise SourceUnreadable(f"{path}: not UTF-8; save it as UTF-8 text") from fault
    return read_draft(text, str(path), codebook)


def read_draft(text: str, where: str, codebook: Codebook) -> Draft:
    """The plan in this YAML text; `where` names it in errors.

    Raises SourceUnreadable with all its faults, each with its line and what to do.
    """
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        raise SourceUnreadable(f"{where}: empty; {SYNTAX}")
    try:
        return _Reader(Source(where), codebook).draft(text, Path(where).stem)
    except CodebookError as fault:  # the same reader of YAML; here it is a plan that is at fault
        raise SourceUnreadable(str(fault)) from fault


class _Reader:
    """Reads one file against one codebook; all its faults are told at once."""

    def __init__(self, source: Source, codebook: Codebook) -> None:
        self.source = source
        self.codebook = codebook
        self.names = StepNames(codebook)

    def draft(self, text: str, unnamed: str) -> Draft:
        root = compose(text, self.source)
        entry: dict[str, yaml.Node] = {}
        with self.source.entry():
            entry = self.source.known(root, "name", "author", "clauses", "order")
            if "clauses" not in entry and "order" not in entry:
                self.source.fail(root, SYNTAX)
        found = Draft(
            name=self._text(entry.get("name"), unnamed),
            author=self._text(entry.get("author"), ""),
            clauses=tuple(self._clauses(entry.get("clauses"))),
            order=tuple(self._order(entry.get("order"))),
        )
        self.source.raise_faults()
        return found

    def _text(self, node: yaml.Node | None, otherwise: str) -> str:
        with self.source.entry():
            return self.source.text(node) if node is not None else otherwise
        return otherwise

    def _clauses(self, node: yaml.Node | None) -> Iterator[DraftClause]:
        entries: dict[str, yaml.Node] = {}
        with self.source.entry():
            entries = self.source.fields(node) if node is not None else {}
        for issue, spec in entries.items():
            with self.source.entry():
                value = self.source.text(spec)
                self._check(spec, issue, value)
                yield DraftClause(issue=issue, value=value, step=None)

    def _check(self, node: yaml.Node, issue_id: str, value: str) -> None:
        """Refuse an issue or a value that the codebook does not know, with what is near."""
        if not self.codebook.has_issue(issue_id):
            near = did_you_mean(issue_id, (i.id for i in self.codebook.issues))
            self.source.fail(node, f"the codebook has no issue {issue_id!r}{near}")
        issue = self.codebook.issue(issue_id)
        if issue.values and issue.value(value) is None:
            near = did_you_mean(value, issue.scale)
            has = ", ".join(issue.scale)
            self.source.fail(node, f"{issue_id} has no value {value!r}; it has {has}{near}")

    def _order(self, node: yaml.Node | None) -> Iterator[tuple[str, ...]]:
        items: list[yaml.Node] = []
        with self.source.entry():
            items = self.source.items(node)
        seen: set[str] = set()
        for item in items:
            together = item.value if isinstance(item, yaml.SequenceNode) else [item]
            if not together:
                self.source.note(item, "an empty list of steps")
            entry = tuple(self._steps(together, seen))
            if entry:
                yield entry

    def _steps(self, nodes: Iterable[yaml.Node], seen: set[str]) -> Iterator[str]:
        for node in nodes:
            with self.source.entry():
                step = self.source.text(node)
                self._check_step(node, step)
                if step in seen:
                    self.source.fail(node, f"step {step!r} stands in the order twice")
                seen.add(step)
                yield step

    def _check_step(self, node: yaml.Node, step: str) -> None:
        issue, equals, value = step.partition("=")
        if equals:
            self._check(node, issue, value)
        elif self.names.definition(step) is None:
            near = did_you_mean(step, (s.id for s in self.codebook.steps))
            self.source.fail(node, f"the codebook has no step {step!r}{near}")
