"""What a reader of the dossier sees, as frozen records: strings in words, and where each leads.

Invariant: every quote shown is the text of spans of one article, and its `marks` are anchors that
the embedded article carries. A context holds no ids of the record and nothing left to work out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of one article. `href` is the anchor to go to, `marks` all anchors to highlight.

    `before` and `after` complete the sentence around the words, where that is shown; `also` are
    other places that carry the same words.
    """

    text: str
    before: str
    after: str
    href: str
    marks: tuple[str, ...]
    outlet: str
    date: str
    title: str
    also: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A short warning on a cell or a line, with the sentence that explains it."""

    word: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the head: what was read."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """All issues of one status, in the words of that status; `status` picks the colour."""

    status: str
    words: str
    issues: tuple[tuple[str, str], ...]  # name, href


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadContext:
    """Title, what was read, as of when ("": no day is settled), and the issues by status."""

    title: str
    facts: tuple[Fact, ...]
    as_of: str
    brief: tuple[BriefLine, ...]


# --- matrix ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a matrix cell. `state` picks glyph and colour; `words` say it without either.

    `chain` has a line for each of its `origins`.
    """

    state: str
    glyph: str
    words: str
    value: str
    hardness: str
    when: str
    age: str
    origins: str
    chain: tuple[str, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one party says on one issue. `href` leads to its positions; None: nothing on record."""

    party: str
    entries: tuple[Entry, ...]
    implied: tuple[str, ...]
    href: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """One issue (or step) across all columns."""

    anchor: str
    name: str
    status: str
    status_words: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueGroup:
    """Issues of one group of the codebook."""

    name: str
    rows: tuple[IssueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionLine:
    """One condition of a position: our words for it, and the article's own."""

    words: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """One position with the sentence it stands on."""

    state: str
    act: str
    value: str
    speaker: str
    said: str
    hardness: str
    declared_by: str
    conditions: tuple[ConditionLine, ...]
    reason: str
    voice: str
    about: str
    quote: Quote
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Every position of one party on one issue, latest first."""

    anchor: str
    party: str
    positions: tuple[PositionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueInFull:
    """Every position on one issue, party by party."""

    anchor: str
    name: str
    description: str
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixContext:
    """Party × issue; `others` names parties without a column, whose positions stand in full."""

    parties: tuple[str, ...]
    groups: tuple[IssueGroup, ...]
    others: tuple[str, ...]
    in_full: tuple[IssueInFull, ...]


# --- plans, time, clashes ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one party answered to one clause; `href` leads to its positions, None where silent.

    `elsewhere`: silent on the clause's own value, `entries` are its words on the same issue.
    """

    party: str
    entries: tuple[Entry, ...]
    href: str | None
    elsewhere: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseLine:
    """One clause of a plan and the replies to it."""

    name: str
    quote: Quote | None
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContext:
    """One plan on the table."""

    name: str
    author: str
    said: str
    parties: tuple[str, ...]
    clauses: tuple[ClauseLine, ...]
    order: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPair:
    """How one plan differs from another that speaks of the same issues."""

    left: str
    right: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """Something that happened or is planned. `announced` are the words that planned it before.

    `said_by` are those on whose word alone it stands; `disputed_by` give another account of it.
    """

    anchor: str
    when: str
    what: str
    status: str
    announced: str
    said_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    actors: tuple[str, ...]
    place: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneMark:
    """One event on a party's lane: where it stands, in percent of the width, and its name."""

    x: float
    status: str
    href: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A party's lane: its line at `y` SVG units, and its events in order of time."""

    y: int
    party: str
    marks: tuple[LaneMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneDrawing:
    """Events by party: a lane each, in equal steps from date to date. `ticks` name some of them.

    `note` says what the drawing leaves out; `described` tells it in words.
    """

    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str, str], ...]
    note: str
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a clash or one end of a shift: who, when, in which words."""

    who: str
    when: str
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two accounts that cannot both be exact, or that word one event differently.

    `why` is what the rule that found it says of itself; `verdict` False: only the words differ.
    """

    kind: str
    detail: str
    why: str
    verdict: bool
    left: Side
    right: Side
    unsure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLine:
    """A party's earlier and later position on one issue.

    `group` is "moved", "told" (two outlets' wording only) or "divided" (two of its speakers).
    """

    group: str
    party: str
    issue: str
    direction: str
    detail: str
    when: str
    before: Side
    after: Side


# --- what stands between ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of ours about the record, and the quotes it is made of."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceGroup:
    """Sentences of one kind under a heading; `late` ones stand behind the issues."""

    heading: str
    sentences: tuple[Sentence, ...]
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """Where one issue stands, in words with quotes, and why whose consent is taken to count.

    `place` groups the lines under `heading`; `open` groups are shown, the others unfolded by who
    wants them.
    """

    place: int
    heading: str
    open: bool

    issue: str
    href: str
    status: str
    words: str
    sentences: tuple[Sentence, ...]
    consent: tuple[tuple[str, str], ...]  # party, reason
    voices: int  # parties with a word on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A step in the drawing of a circle: top left corner, and its name in short lines."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From a step to one that it needs first; `label` numbers the sentences below the drawing."""

    path: str
    x: float
    y: float
    width: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """An inline SVG: its size, its boxes and arrows, and the same in one sentence."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDot:
    """One party's value after one day: centre, shape by party, and its name at the last one."""

    x: float
    y: float
    shape: int
    label: str
    label_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDrawing:
    """An inline SVG of one issue over time: a row per value, a line per party, broken if unknown.

    `rows` pairs a height with the value's name, `days` a place with a date; `paths` pair a line
    with its party's shape; `described` says it all in words.
    """

    width: int
    height: int
    rows: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    paths: tuple[tuple[str, int], ...]
    dots: tuple[CourseDot, ...]
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How one issue went: drawn where two days or more are known, and told day by day."""

    issue: str
    href: str
    ordered: bool
    drawing: CourseDrawing | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """One precondition of one party in words, with every quote of it.

    `near`: it belongs to a smallest circle, or asks for the refused step itself.
    """

    number: int
    near: bool
    party: str
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A circle of preconditions or a refused step."""

    kind: str
    headline: str
    drawing: Drawing | None
    needs: tuple[NeedLine, ...]
    refusals: tuple[Side, ...]
    circles: tuple[str, ...]  # the smallest circles, by the numbers of `needs`
    cut: str  # whether these are all
    ways_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """What one party alone asks for: issue, value, and where its positions stand."""

    party: str
    wants: tuple[tuple[str, str, str], ...]  # issue, value, href


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenContext:
    """What stands between the parties."""

    groups: tuple[SentenceGroup, ...]
    blocks: tuple[Block, ...]
    refused: tuple[Side, ...]
    asks: tuple[AskLine, ...]
    statuses: tuple[StatusLine, ...]
    flip: tuple[Sentence, ...]


# --- voices, assessments, sources, omissions --------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLine:
    """Who said what: one statement, in as many outlets as carry it; `cue` is the verb of it."""

    speaker: str
    party: str
    cue: str
    kind: str
    via: str
    said: str
    witnesses: str
    chain: tuple[str, ...]
    note: str
    quote: Quote
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesContext:
    """The statements, and the choices of the filter."""

    lines: tuple[VoiceLine, ...]
    left_out: int
    parties: tuple[str, ...]
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure in its own words, what it covers, and as of when; "" where not told."""

    words: str
    scope: str
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentLine:
    """What an institute, a poll, a court or an outside body finds."""

    assessor: str
    kind: str
    as_of: str
    figures: tuple[FigureLine, ...]
    witnesses: str
    chain: tuple[str, ...]
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of article text: `anchors` start here, `marks` are all anchors that cover it."""

    text: str
    anchors: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A title, heading, bullet or paragraph of an embedded article."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One article: where it comes from, when, whose text it is. `url` is http(s) or None."""

    number: int
    anchor: str
    title: str
    outlet: str
    date: str
    date_basis: str
    path: str
    url: str | None
    url_text: str
    copy: str
    statements: int
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Passages of one article that are not part of its text, and why."""

    article: str
    passages: tuple[tuple[str, str], ...]  # reason, text
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipGroup:
    """Files that were not read for one reason."""

    reason: str
    files: tuple[tuple[str, str, str], ...]  # where, detail, remedy
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """One thing that the record does not know: how often, why it matters, and examples."""

    words: str
    why: str
    quotes: tuple[Quote, ...]
    names: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierContext:
    """The whole dossier, section by section, in the order of the page."""

    head: HeadContext
    between: BetweenContext
    matrix: MatrixContext
    plans: tuple[PlanContext, ...]
    plan_pairs: tuple[PlanPair, ...]
    clashes: tuple[Clash, ...]
    claims: tuple[Side, ...]
    shifts: tuple[ShiftLine, ...]
    courses: tuple[Course, ...]
    events: tuple[EventLine, ...]
    events_left_out: int
    lanes: LaneDrawing | None
    voices: VoicesContext
    assessments: tuple[AssessmentLine, ...]
    sources: tuple[SourceLine, ...]
    left_out: tuple[LeftOut, ...]
    skipped: tuple[SkipGroup, ...]
    unknown: tuple[Unknown, ...]
