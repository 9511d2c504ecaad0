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
    """One position: party × issue × act × values, its conditions, hardness as declared.

    `unsure`: it, or the statement that it stands on, was read with low confidence.
    """

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
    unsure: bool
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One party on one issue, as its cells say it. `age_days` counts back from the record's day.

    `as_of` is when it was said; `published`, where that is not known, the latest publication that
    carries it. `hardness` "" means not declared; `positions` are the ids that it stands on, and
    `conditions` what these hang on, each in the article's own words.
    """

    issue: str
    party: str
    state: str
    values: tuple[str, ...]
    conditions: tuple[str, ...]
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
class ReviewRow:
    """One position that waits for a person: its sentence, how it was read, and the words to settle.

    `issue`, `values` and `step` are ids of the codebook, as `decide` takes them; `named` says them
    in words. `settled_by` are others who have settled it; what they said is not shown. `decide` are
    the arguments of `onrecord decide` that accept, reject and change it.
    """

    id: str
    why: str
    sentence: str
    quote: str
    party: str
    speaker: str
    about: str
    act: str
    issue: str
    values: tuple[str, ...]
    step: str
    named: str
    conditions: tuple[str, ...]
    hardness: str
    polarity: str
    modality: str
    method: str
    confidence: float
    path: str
    start: int
    settled_by: tuple[str, ...]
    decide: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """How far labels agree on one thing: the act, the issue, or one act or issue against the rest.

    `coders` are two, or "people", all of them; `measure` is "kappa" (Cohen's, two coders) or
    "alpha" (Krippendorff's, nominal). `units` were labelled by both, or by at least two, `agreed`
    of them alike by all; `missing` by fewer. `label` is "all", or the one that is set against the
    rest. `value` is None where it is not defined: nothing to compare, or one label only.
    """

    coders: str
    about: str
    label: str
    measure: str
    value: float | None
    units: int
    agreed: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfusionRow:
    """How often the first coder says `left` where the second says `right`."""

    coders: str
    about: str
    left: str
    right: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision of a person; `placed` is False where nothing on record answers to it.

    `why` says why not, or what of it the codebook or the record no longer have; else "".
    """

    id: str
    says: str
    coder: str
    at: str
    note: str
    placed: bool
    why: str = ""


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
    """One line of what stands between the parties, and the positions that it stands on.

    `unsure`: part of it stands on words alone that were read with low confidence. `rule` and
    `quotes`, the words of each position with their source, are there where they were asked for.
    """

    kind: str
    issue: str
    text: str
    positions: tuple[str, ...]
    unsure: bool = False
    rule: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One plan of the record: its clauses in words, and the articles that tell of it."""

    id: str
    name: str
    author: str
    said: str
    clauses: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRow:
    """What one party has said of one clause of a plan: accepts, accepts if, refuses or silent.

    `implied`: it follows from a word on another value, such as a demand for that one. `hardness` ""
    means not declared, or no refusal; `conditions` are the article's own words; `age_days` counts
    back from the record's day, None where the day is not known.
    """

    plan: str
    clause: str
    party: str
    answer: str
    implied: bool
    hardness: str
    conditions: tuple[str, ...]
    quote: str
    speaker: str
    outlet: str
    as_of: str
    published: str
    age_days: int | None
    origins: int
    unsure: bool
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """Articles that carry the text of `lead`, and by what that is known; `id` is the lead's.

    `share` is the smallest part that one of them shares. `one_witness` is False where they carry
    only a part of it; they then go back to the lead as a source. `published` pairs with `articles`.
    """

    lead: str
    lead_outlet: str
    lead_published: str
    basis: str
    share: float
    one_witness: bool
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    published: tuple[str, ...]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One statement as several articles report it. `chain` has a line for each of its origins.

    `first` is the article first on record, "" where that is open; `first_certainty` says on what
    the claim hangs, or why there is none. `content` is the longest wording.
    """

    id: str
    speaker: str
    speaker_text: str
    party: str
    content: str
    origins: int
    chain: tuple[str, ...]
    first: str
    first_certainty: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """Articles about one thing that happened, earliest first; `title` is the first one's."""

    title: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    published: tuple[str, ...]


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
