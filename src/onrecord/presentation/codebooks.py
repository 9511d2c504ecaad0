"""Codebooks for a reader: what one holds, what is wrong with it, what it lacks for a corpus."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from onrecord.errors import CodebookError
from onrecord.positions import Codebook, load_codebook
from onrecord.positions.acts import ActWords, Cue
from onrecord.positions.codebook_acts import PLACES
from onrecord.positions.stubs import issue_id, stub_of
from onrecord.positions.suggesting import Example, IssueFinder, Proposal
from onrecord.presentation.results import Results
from onrecord.records import (
    Actor,
    ActorMention,
    Article,
    Attribution,
    Position,
    Statement,
)
from onrecord.store import View

FAULT = re.compile(r"(?P<where>.*?)(?:, line (?P<line>\d+))?: (?P<reason>.*)", re.DOTALL)
K = TypeVar("K", ActorMention, Statement, Position)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """One issue of a codebook. `values` stand in scale order if `ordered`."""

    id: str
    name: str
    group: str
    about: str
    values: tuple[str, ...]
    ordered: bool
    default: str | None
    anchors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of a codebook. `entails` reads "issue=value"."""

    id: str
    name: str
    actor: str | None
    entails: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWordRow:
    """Words that carry an act: what kind they are, and where the matter stands behind them."""

    act: str
    kind: Literal["verb", "noun", "adjective", "phrase", "called"]
    words: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRow:
    """One fault of a codebook file; `line` is None where the whole file is meant."""

    where: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionRow:
    """A matter that a codebook lacks: how often, by whom, where, and YAML that holds it.

    `examples` are sentences, `paths` their articles. `stub` goes below `issues:`.
    """

    id: str
    phrase: str
    count: int
    articles: int
    parties: tuple[str, ...]
    verbs: tuple[str, ...]
    examples: tuple[str, ...]
    paths: tuple[str, ...]
    stub: str


def codebook_issues(named: Path | str | None = None) -> Results[IssueRow]:
    """The issues of a codebook file or shipped codebook, in its order. Raises CodebookError."""
    return Results(
        IssueRow,
        (
            IssueRow(
                id=issue.id,
                name=issue.name,
                group=issue.group,
                about=issue.description,
                values=issue.scale,
                ordered=issue.ordered,
                default=issue.default,
                anchors=len(issue.anchors) + sum(len(v.anchors) for v in issue.values),
            )
            for issue in load_codebook(named).issues
        ),
    )


def codebook_steps(named: Path | str | None = None) -> Results[StepRow]:
    """The steps of a codebook, in its order. Raises CodebookError."""
    return Results(
        StepRow,
        (
            StepRow(
                id=step.id,
                name=step.name,
                actor=step.actor,
                entails=tuple(f"{issue}={value}" for issue, value in step.entails),
                needs=step.needs,
            )
            for step in load_codebook(named).steps
        ),
    )


def codebook_acts(named: Path | str | None = None) -> Results[ActWordRow]:
    """The words of a codebook that carry acts, by act, its own and those of the default one.

    Raises CodebookError.
    """
    found = _act_words(load_codebook(named).acts)
    return Results(ActWordRow, sorted(found, key=lambda r: (r.act, ORDER.index(r.kind), r.words)))


ORDER = ("verb", "noun", "adjective", "phrase", "called")
SAID = {place: said for said, place in PLACES.items()}


def _act_words(words: ActWords) -> Iterator[ActWordRow]:
    kinds: tuple[tuple[Literal["verb", "noun", "adjective"], Mapping[str, tuple[Cue, ...]]], ...]
    kinds = (("verb", words.verbs), ("noun", words.nouns), ("adjective", words.adjectives))
    for kind, known in kinds:
        for word, cues in known.items():
            for cue in cues:
                name = f"{word} {cue.particle}" if cue.particle else word
                places = tuple(SAID.get(p, p) for p in cue.takes)
                yield ActWordRow(act=cue.act, kind=kind, words=name, places=places)
    for idioms in words.idioms.values():
        for told in dict.fromkeys((i.act, i.verb, i.fixed) for i in idioms):
            places = tuple(
                SAID.get(i.matter, i.matter) for i in idioms if (i.act, i.verb, i.fixed) == told
            )
            name = " ".join((told[1], *told[2]))
            yield ActWordRow(act=told[0], kind="phrase", words=name, places=places)
    for word, act in words.called.items():
        yield ActWordRow(act=act, kind="called", words=word, places=())


def codebook_faults(named: Path | str) -> Results[FaultRow]:
    """Every fault of a codebook that can be told at once, by line; none for a sound one."""
    try:
        load_codebook(named)
    except CodebookError as error:
        return Results(FaultRow, (_fault(line, named) for line in str(error).split("\n")))
    return Results(FaultRow, ())


def _fault(told: str, named: Path | str) -> FaultRow:
    found = FAULT.fullmatch(told)
    if found is None:
        return FaultRow(where=str(named), line=None, reason=told)
    line = found["line"]
    return FaultRow(where=found["where"], line=int(line) if line else None, reason=found["reason"])


def suggest_issues(view: View, codebook: Codebook) -> Results[SuggestionRow]:
    """The matters that parties speak of and the codebook lacks, the weightiest first.

    A record read in light mode has no syntax to find them by, and none is suggested.
    """
    mentions, statements = _by_article(view.all(ActorMention)), _by_article(view.all(Statement))
    positions = _by_article(view.all(Position))
    attributions = {said.statement: said for said in view.all(Attribution)}
    finder, paths = IssueFinder(codebook), {}
    for article in view.all(Article):
        paths[article.id] = article.path
        finder.add(
            article,
            view.parse(article),
            mentions[article.id],
            statements[article.id],
            attributions,
            positions[article.id],
        )
    names = {actor.id: actor.name for actor in view.all(Actor)}
    return Results(
        SuggestionRow, (_suggestion(p, codebook, names, paths) for p in finder.proposals())
    )


def _suggestion(
    proposal: Proposal, codebook: Codebook, names: dict[str, str], paths: dict[str, str]
) -> SuggestionRow:
    return SuggestionRow(
        id=issue_id(proposal, codebook),
        phrase=proposal.phrase,
        count=proposal.count,
        articles=proposal.articles,
        parties=tuple(sorted(names[p] for p in proposal.parties if p in names)),
        verbs=proposal.verbs,
        examples=tuple(_sentence(example) for example in proposal.examples),
        paths=tuple(paths[example.article] for example in proposal.examples),
        stub=stub_of(proposal, codebook),
    )


def _sentence(example: Example) -> str:
    return " ".join(example.span.text.split())


def _by_article(records: Iterable[K]) -> dict[str, list[K]]:
    found: dict[str, list[K]] = defaultdict(list)
    for record in records:
        found[record.article].append(record)
    return found
