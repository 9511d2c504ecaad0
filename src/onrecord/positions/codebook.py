"""What a codebook holds: issues with their values, steps, rules, whose consent is needed.

Invariants: ids are unique; an issue has at least two values or none (a free list); a template's
parameters stand in its id between angle brackets (`control.<area>`), and an instance has the same
parts with the parameters filled in (`control.north_bank`). Order is the file's order everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from onrecord.errors import CodebookError
from onrecord.positions.acts import ActWords
from onrecord.records import Hardness


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of an issue. `anchors` name issue and value by themselves; `near` holds words that
    mean this value only beside an anchor of the issue.
    """

    id: str
    name: str
    anchors: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue, an issue template, or the instance of one (`template` is then the template's id).

    `values` stand in scale order if `ordered`, else in file order; none for a free list. `default`
    is the value that the bare name of the issue means ("demands a ceasefire").
    """

    id: str
    name: str
    group: str
    values: tuple[Value, ...]
    ordered: bool
    description: str = ""
    anchors: tuple[str, ...] = ()
    not_anchors: tuple[str, ...] = ()
    default: str | None = None
    template: str | None = None
    parameters: tuple[tuple[str, str], ...] = ()  # name of a parameter, what fills it when unnamed

    @property
    def scale(self) -> tuple[str, ...]:
        """The ids of the values, in order."""
        return tuple(v.id for v in self.values)

    def value(self, value_id: str) -> Value | None:
        """The value with this id."""
        return next((v for v in self.values if v.id == value_id), None)

    def position_of(self, value_id: str) -> int | None:
        """Where a value stands on the scale, from 0; None where there is no scale or no value."""
        return self.scale.index(value_id) if self.ordered and value_id in self.scale else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDef:
    """A step of the sequence. `actor` is the slug of the party that takes it, None: the parties
    together. `entails` pairs issues with values; `needs` are steps that logic puts before it.
    """

    id: str
    name: str
    actor: str | None = None
    entails: tuple[tuple[str, str], ...] = ()
    needs: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    template: str | None = None


T = TypeVar("T", Issue, StepDef)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Values that cannot hold together, and why. A parameter means the same in every literal."""

    literals: tuple[tuple[str, str], ...]
    why: str


class _Index(Generic[T]):
    """Issues or steps by id, and their templates by the first part, which is never left open."""

    def __init__(self, entries: Iterable[T]) -> None:
        self._exact: dict[str, T] = {}
        self._templates: dict[str, list[T]] = {}
        for entry in entries:
            self._exact.setdefault(entry.id, entry)
            if "<" in entry.id:
                self._templates.setdefault(entry.id.split(".")[0], []).append(entry)

    def answering(self, name: str) -> tuple[T, dict[str, str]] | None:
        """The entry with this id, else the first template that it fits, and what fills it."""
        exact = self._exact.get(name)
        if exact is not None:
            return exact, {}
        for entry in self._templates.get(name.split(".", maxsplit=1)[0], ()):
            bound = bind(entry.id, name)
            if bound is not None:
                return entry, bound
        return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Codebook:
    """A codebook as loaded. `hardness` pairs a level with its words, `acts` words with their act.

    Two are the same only if they are one object: what is compiled from one is kept by it.
    """

    name: str
    issues: tuple[Issue, ...]
    steps: tuple[StepDef, ...] = ()
    rules: tuple[Rule, ...] = ()
    consent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hardness: tuple[tuple[Hardness, tuple[str, ...]], ...] = ()
    acts: ActWords = field(default_factory=ActWords)
    _issues: _Index[Issue] = field(init=False, repr=False, compare=False)
    _steps: _Index[StepDef] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index issues and steps, which are asked for with every position."""
        object.__setattr__(self, "_issues", _Index(self.issues))
        object.__setattr__(self, "_steps", _Index(self.steps))

    def issue(self, issue_id: str) -> Issue:
        """The issue with this id, or the instance of the template that it fits.

        Raises CodebookError if there is neither.
        """
        found = self._issues.answering(issue_id)
        if found is None:
            raise CodebookError(f"codebook {self.name!r} has no issue {issue_id!r}")
        issue, bound = found
        return issue if issue.id == issue_id else instance_of(issue, bound)

    def has_issue(self, issue_id: str) -> bool:
        """Whether an issue or a template answers to this id."""
        return self._issues.answering(issue_id) is not None

    def step(self, step_id: str) -> StepDef:
        """The step with this id, or the instance of the step template that it fits.

        Raises CodebookError if there is neither.
        """
        found = self._steps.answering(step_id)
        if found is None:
            raise CodebookError(f"codebook {self.name!r} has no step {step_id!r}")
        step, bound = found
        return step if step.id == step_id else _step_of(step, bound)

    def consent_of(self, issue_id: str) -> tuple[str, ...] | None:
        """The slugs of the parties whose consent a person has declared needed here, or None."""
        for key, parties in self.consent.items():
            bound = bind(key, issue_id)
            if bound is not None:
                return tuple(fill(party, bound) for party in parties)
        return None

    def rules_among(self, issue_ids: Iterable[str]) -> tuple[Rule, ...]:
        """The rules as they apply to these issues, parameters filled in, in file order."""
        known = sorted(set(issue_ids))
        found: dict[Rule, None] = {}
        for rule in self.rules:
            found.update((r, None) for r in _instances(rule, known))
        return tuple(found)


def bind(template: str, name: str) -> dict[str, str] | None:
    """What fills the parameters of `template` so that it reads `name`; None if nothing does."""
    if template == name:
        return {}
    parts, given = template.split("."), name.split(".")
    if "<" not in template or len(parts) != len(given):
        return None
    bound: dict[str, str] = {}
    for part, word in zip(parts, given, strict=True):
        if part.startswith("<"):
            if not word or word.startswith("<"):
                return None
            bound[part[1:-1]] = word
        elif part != word:
            return None
    return bound


def fill(template: str, bound: Mapping[str, str]) -> str:
    """`template` with its parameters filled in; those that `bound` lacks stay."""
    for name, word in bound.items():
        template = template.replace(f"<{name}>", word)
    return template


def instance_of(issue: Issue, bound: Mapping[str, str]) -> Issue:
    """The instance of an issue template for these parameters, named for a reader."""
    words = {name: word.replace("_", " ").title() for name, word in bound.items()}
    return replace(
        issue,
        id=fill(issue.id, bound),
        name=fill(issue.name, words),
        description=fill(issue.description, words),
        template=issue.id,
    )


def _step_of(step: StepDef, bound: Mapping[str, str]) -> StepDef:
    words = {name: word.replace("_", " ").title() for name, word in bound.items()}
    return replace(
        step,
        id=fill(step.id, bound),
        name=fill(step.name, words),
        actor=fill(step.actor, bound) if step.actor else None,
        entails=tuple((fill(issue, bound), value) for issue, value in step.entails),
        needs=tuple(fill(need, bound) for need in step.needs),
        template=step.id,
    )


def _instances(rule: Rule, known: list[str]) -> list[Rule]:
    """The rule once per way of reading all its literals as known issues."""
    readings: list[dict[str, str]] = [{}]
    for template, _ in rule.literals:
        readings = [
            before | bound
            for before in readings
            for name in known
            if (bound := bind(fill(template, before), name)) is not None
        ]
    return [
        replace(rule, literals=tuple((fill(issue, b), value) for issue, value in rule.literals))
        for b in readings
    ]
