"""The rows that answer a question, each leading to its evidence. Table, file and API share them.

Dates are ISO text, "" where unknown; ids are the record's, so that `onrecord show ID` leads on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article. `basis` says how its date is known; `copy_of` is the path of its lead."""

    id: str
    path: str
    outlet: str
    title: str
    published: str
    basis: str
    words: int
    statements: int
    positions: int
    excluded: int
    copy_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement: who said what, for which party, through whom, when, and where it stands."""

    id: str
    speaker: str
    speaker_text: str
    party: str
    cue: str
    content: str
    kind: str
    channel: str
    modality: str
    negated: bool
    via: tuple[str, ...]
    said: str
    published: str
    outlet: str
    path: str
    start: int
    method: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """One position: party × issue × act × values, its conditions, hardness as declared."""

    id: str
    party: str
    issue: str
    act: str
    values: tuple[str, ...]
    step: str
    conditions: tuple[str, ...]
    hardness: str
    polarity: str
    modality: str
    about: str
    reason: str
    speaker: str
    voice: str
    said: str
    published: str
    outlet: str
    quote: str
    path: str
    start: int
    method: str
    confidence: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One party on one issue, as its cells say it. `age_days` counts back from the record's day.

    `as_of` is when it was said; `published`, where that is not known, the latest publication that
    carries it. `hardness` "" means not declared; `positions` are the ids that it stands on.
    """

    issue: str
    party: str
    state: str
    values: tuple[str, ...]
    acts: tuple[str, ...]
    hardness: str
    as_of: str
    published: str
    age_days: int | None
    stale: bool
    origins: int
    status: str
    conflict: str
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor: its names, for whom it speaks and on which words, how often it is named.

    `roles` pairs with `parties`; `statements` are those that it makes.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    parties: tuple[str, ...]
    roles: tuple[str, ...]
    wikidata: str
    mentions: int
    articles: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """One question on actors for a person, and the words that answer it.

    `decide` are the arguments of `onrecord decide` for each answer; `closeness`, from 0 to 1, says
    how alike the names are.
    """

    question: str
    left: str
    right: str
    closeness: float
    reason: str
    mentions: int
    decide: tuple[str, ...]
    left_id: str
    right_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision of a person; `placed` is False where nothing on record answers to it."""

    id: str
    says: str
    coder: str
    at: str
    note: str
    placed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """An event, or a position with its date, in order of time; undated ones at the end."""

    when: str
    kind: str
    what: str
    status: str
    parties: tuple[str, ...]
    place: str
    outlets: tuple[str, ...]
    quote: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """One line of what stands between the parties, and the positions that it stands on."""

    kind: str
    issue: str
    text: str
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """A sentence found by its words, in its article."""

    path: str
    outlet: str
    published: str
    sentence: str
    start: int
    end: int
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRow:
    """One thing that a check of the record found wrong."""

    where: str
    what: str
