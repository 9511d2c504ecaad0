"""How parties, issues, values, steps and words are put for a reader.

The vocabulary is honest about what it knows: agreed, no objection, contested, ruled out, each on
this record. Nothing says what could happen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.negotiation.lines import GapKind, GapLine
from onrecord.negotiation.needs import WORLD, StepNames
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, Interval

DAY = dt.timedelta(days=1)
LEVELS: Mapping[str | None, str] = {
    "red_line": "a declared red line",
    "firm": "firm",
    "soft": "soft",
    None: "hardness not declared",
}


LOW = "; in part of low confidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says a position, in which outlet, when it was said and printed; "" or None: unknown.

    `unsure`: it was read with low confidence.
    """

    speaker: str = ""
    outlet: str = ""
    said: Interval | None = None
    published: Interval | None = None
    unsure: bool = False


class Wording:
    """Names for a reader: of actors by their ids, of positions by their sources, else codebook's.

    Without `sources` a sentence names neither speaker nor outlet.
    """

    def __init__(
        self,
        codebook: Codebook,
        names: Mapping[str, str],
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        self.codebook = codebook
        self._names = names
        self._sources = sources or {}
        self._steps = StepNames(codebook)

    def line(
        self, kind: GapKind, issue: str | None, text: str, used: Iterable[Sequence[str]]
    ) -> GapLine:
        """The text as a line; `used` holds the positions of each cell or need that it stands on.

        Low confidence is inherited: it is told where one of these has no surer words.
        """
        groups = [tuple(own) for own in used if own]
        unsure = any(all(self._is_unsure(p) for p in own) for own in groups)
        return GapLine(
            kind=kind,
            issue=issue,
            text=f"{text}{LOW if unsure else ''}.",
            positions=tuple(sorted({p for own in groups for p in own})),
            unsure=unsure,
        )

    def _is_unsure(self, position: str) -> bool:
        source = self._sources.get(position)
        return source is not None and source.unsure

    def party(self, actor: str) -> str:
        """The name of an actor; its id if nobody gave one."""
        return "plain logic" if actor == WORLD else self._names.get(actor, actor)

    def parties(self, actors: Iterable[str]) -> str:
        """The names of several actors as an enumeration, sorted."""
        return listed(sorted(self.party(a) for a in actors))

    def issue(self, issue_id: str) -> str:
        """The name of an issue."""
        if not self.codebook.has_issue(issue_id):
            return issue_id
        issue = self.codebook.issue(issue_id)
        name = issue.name
        for _, unnamed in issue.parameters:  # a place left unnamed: "the territory"
            if unnamed in issue_id.split("."):
                name = name.replace(unnamed.replace("_", " ").title(), f"the {unnamed}")
        return name

    def value(self, issue_id: str, value_id: str) -> str:
        """The name of a value, in quotation marks."""
        value = None
        if self.codebook.has_issue(issue_id):
            value = self.codebook.issue(issue_id).value(value_id)
        return f"“{value.name if value else value_id}”"

    def step(self, step_id: str) -> str:
        """The name of a step, or of the value that it stands for."""
        step = self._steps.definition(step_id)
        if step is not None:
            return f"“{step.name}”"
        issue, equals, value = step_id.partition("=")
        return f"{self.value(issue, value)} ({self.issue(issue)})" if equals else f"“{step_id}”"

    def steps(self, step_ids: Sequence[str]) -> str:
        """Steps that are alternatives to each other."""
        return listed([self.step(s) for s in step_ids], "or")

    def word(self, cell: Cell) -> str:
        """What a cell says, on how many witnesses, and how old it is."""
        verb = {
            "accepts": "accepts",
            "accepts_if": "accepts on a condition",
            "refuses": "refuses",
            "unknown": "has said nothing of",
        }[cell.state]
        if cell.state == "accepts_if" and cell.implied:
            verb = "names what has to come before"
        notes = []
        if cell.state == "refuses":
            notes.append(LEVELS[cell.hardness])
        if cell.implied and cell.state == "refuses":
            notes.append("implied")
        if cell.positions:
            last = self.last_said(cell.party, cell.positions, cell.as_of)
            notes.append(f"{counted(cell.origins, 'independent origin')}, {last}")
        if cell.stale:
            notes.append("stale")
        if cell.conflict:
            notes.append(cell.conflict)
        shown = f" ({'; '.join(notes)})" if notes else ""
        return f"{self.party(cell.party)} {verb} {self.value(cell.issue, cell.value)}{shown}"

    def last_said(self, party: str, positions: Sequence[str], as_of: Interval | None) -> str:
        """When the last of a party's words was said (`as_of`), by whom and where; else when it was
        printed.
        """
        known = [self._sources[p] for p in positions if p in self._sources]
        if not known:
            return dated(as_of)
        source = ([s for s in known if s.said is not None and s.said == as_of] or known)[-1]
        by_itself = source.speaker == self.party(party)
        who = f"by {source.speaker}" if source.speaker and not by_itself else ""
        if as_of is not None:
            parts = [f"{dated(as_of)} {who}".rstrip(), source.outlet]
        else:
            printed = dated(source.published).removeprefix("last said ").removeprefix("said ")
            when = printed if source.published is None else f"published {printed}"
            parts = [f"said {who}" if who else "", source.outlet, when]
        return ", ".join(part for part in parts if part)


def listed(words: Sequence[str], last: str = "and") -> str:
    """The words as an enumeration: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs it."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def dated(said: Interval | None) -> str:
    """When something was last said."""
    if said is None or (said.start is None and said.end is None):
        return "date unknown"
    last = said.end - DAY if said.end is not None else None
    if said.start is None:
        return f"last said by {last}"
    if last is None:
        return f"said {said.start} or later, last day unknown"
    return f"last said {said.start}" if last <= said.start else f"last said {said.start} to {last}"
