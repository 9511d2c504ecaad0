"""What is known: every record, in flow order.

Invariants of every record here:

* A `Span` points into `Article.text` by half-open offsets in code points, and
  `article.text[span.start:span.end] == span.text`. `Article.span` is the one way to make them.
* Records are values: frozen, compared by content, identified by a hash of what makes the thing
  itself (`identity`), never by a counter.
* Unknown is None, several is a tuple. What was reported (`Statement`) is kept apart from what is
  concluded (`Attribution`, `Position`), and both from what a person decided (`Decision`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Annotated, Literal

from onrecord.errors import EvidenceMismatch

Act = Literal[
    "demand",
    "offer",
    "propose",
    "accept",
    "accept_if",
    "reject",
    "precondition",
    "openness",
    "commit",
    "withdraw",
    "threaten",
    "claim_about_other",
]
ActorKind = Literal["person", "government", "organization", "outlet", "group", "unnamed"]
Bound = Literal["exact", "at_least", "at_most", "about"]
Channel = Literal[
    "direct_quote",
    "indirect_quote",
    "statement",
    "speech",
    "communication",
    "published_work",
    "press_report",
    "social_media_post",
    "proposal_or_law",
    "court_proceeding",
    "vote_or_poll",
    "declined_comment",
    "unnamed",
]
Hardness = Literal["soft", "firm", "red_line"]
Label = Literal["machine", "human"]
Modality = Literal["asserted", "future", "conditional", "hedged", "belief", "intention"]
Moment = Annotated[str, "a time by ISO 8601"]
Precision = Literal[
    "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "fuzzy"
]
Polarity = Literal["for", "against"]
Preference = Literal["precision", "balance", "recall"]


def identity(*parts: str) -> str:
    """The id of a thing made of these parts: 24 hex digits of a SHA-256.

    Every part is prefixed by its length, so that ("ab", "c") and ("a", "bc") differ.
    """
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    whole = b"".join([b"%d:%b" % (len(part), part) for part in encoded])
    return hashlib.sha256(whole).hexdigest()[:24]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Exact characters of an article: `article.text[start:end] == text`.

    `raw_start` and `raw_end` are offsets into the decoded original; None where these characters
    have no place there (a character that a repair put in).
    """

    start: int
    end: int
    text: str
    raw_start: int | None = None
    raw_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Citation:
    """A span together with the article it stands in, for records that join several articles."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A half-open range of days `[start, end)`, with its precision and why we hold it.

    An open side is None. `basis` is a phrase for a reader: "metadata", "text: on Thursday".
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    basis: str

    def overlaps(self, other: Interval) -> bool:
        """Whether some day can lie in both; an open side reaches for ever."""
        starts_in_time = self.start is None or other.end is None or self.start < other.end
        return starts_in_time and (
            other.start is None or self.end is None or other.start < self.end
        )

    def ended_before(self, other: Interval) -> bool:
        """Whether every day of this one lies before every day of the other."""
        return self.end is not None and other.start is not None and self.end <= other.start


# --- sources ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a source says about a page, untouched: strings as found, None where it is silent.

    `seen` is when a crawler met the page: it was published by then.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    seen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One original text as it was found.

    `path` is relative to the root that was given ("war/12.html", "export.jsonl#17"); `original`
    are the bytes (a table's: its text field in UTF-8; of a PDF, Word file or mail: the text that
    was taken from it, in UTF-8); `raw` those bytes decoded by `encoding`. `left_out` is what of
    `raw` the source knows to be no part of the article, such as the headers of printed pages. Of a
    PDF each line of `raw` is a paragraph, and a form feed ends a page of it; after a blank it does
    so inside a paragraph.
    """

    path: str
    original: bytes
    raw: str
    encoding: str
    media_type: Literal["text/plain", "text/markdown", "text/html", "application/pdf"]
    metadata: Metadata = Metadata()
    left_out: tuple[Excluded, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the original: the article's id."""
        return hashlib.sha256(self.original).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """Something that was named or found and not read, and what a person can do about it."""

    where: str
    reason: str
    detail: str
    remedy: str


# --- articles --------------------------------------------------------------------------------

BlockKind = Literal["title", "heading", "summary", "bullet", "dateline", "paragraph"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """Raw characters that are not part of `Article.text`, and why."""

    raw_start: int
    raw_end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of `Article.text` that a reader sees as one: `[start, end)`; blocks never overlap.

    `summary` is a bullet of the article's own summary: it repeats and is no further witness.
    """

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of the offset map: `text[start:start+length]` came from `raw[raw_start:+raw_length]`.

    Equal lengths map character by character; unequal ones (a repair) only as a whole.
    """

    start: int
    length: int
    raw_start: int
    raw_length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a reader saw. `text` is clean; everything left out stands in `excluded`.

    `segments` are sorted by `start` and do not overlap; text that no segment covers was put in by
    us (the blank line between two joined blocks) and has no raw offset.
    """

    id: str
    path: str
    sha256: str
    text: str
    raw: str
    encoding: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    excluded: tuple[Excluded, ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: Interval | None = None
    cites: tuple[str, ...] = ()  # names of outlets in its list of sources, as written

    def span(self, start: int, end: int) -> Span:
        """The span `[start, end)` of the text, with its raw offsets.

        Raises EvidenceMismatch if the offsets lie outside the text or are out of order.
        """
        if not 0 <= start <= end <= len(self.text):
            raise EvidenceMismatch(f"{self.path}: no characters {start}:{end} in the text")
        raw_start, raw_end = self.raw_range(start, end)
        return Span(
            start=start,
            end=end,
            text=self.text[start:end],
            raw_start=raw_start,
            raw_end=raw_end,
        )

    def raw_range(self, start: int, end: int) -> tuple[int | None, int | None]:
        """The raw offsets of the first and last mapped characters of `text[start:end]`."""
        first = bisect_right(self.segments, start, key=lambda s: s.start + s.length)
        last = bisect_right(self.segments, end - 1, key=lambda s: s.start) - 1
        if first > last:
            return None, None
        left, right = self.segments[first], self.segments[last]
        raw_start = left.raw_start
        if left.length == left.raw_length:
            raw_start += max(0, start - left.start)
        raw_end = right.raw_start + right.raw_length
        if right.length == right.raw_length:
            raw_end = right.raw_start + min(right.length, end - right.start)
        return raw_start, raw_end


# --- statements ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who is reported saying what: spans only, never changed afterwards.

    Spans of each role are in text order and may be several (a quotation broken by its cue). A
    statement without `source` has none in reach. `inside` is the statement that reports this one.
    """

    id: str
    article: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    channel: Channel
    modality: Modality = "asserted"
    negated: bool = False
    inside: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionMark:
    """Words that are taken for the matter of a position, before anybody knows whose it is.

    `chance` is that of a position of any act standing there, `act_chance` that it is this act if
    one does.
    """

    id: str
    article: str
    span: Span
    act: Act
    chance: float
    act_chance: float


# --- actors ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A place where an article names or points at an actor.

    `name` is the fullest form that the article itself gives for it ("Rustem Umerov" for
    "Mr. Umerov"); None when the reference stays open (an unsettled pronoun). `role` holds the
    title's own words, `of` the party named with it ("Russian" → "Russia").
    """

    id: str
    article: str
    span: Span
    form: Literal["name", "metonym", "demonym", "description", "pronoun", "collective", "unnamed"]
    kind: ActorKind | None
    name: str | None
    role: str | None = None
    of: str | None = None
    former: bool = False
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """That an actor speaks for a party, in which role, since and until when, and how we know."""

    party: str
    role: str | None
    from_: dt.date | None
    to: dt.date | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor under all its names. `key` is what its id is made of and never shown.

    `speaks_for` is empty for one who speaks for itself alone; a party has itself in it. `listed` is
    the name that it had before a person renamed it, by which the codebook knows it; else None.
    """

    id: str
    key: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    speaks_for: tuple[Affiliation, ...] = ()
    listed: str | None = None

    @property
    def listed_name(self) -> str:
        """The name by which the codebook knows it: no decision of a person changes that."""
        return self.listed or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLink:
    """That a mention means an actor; `method` is the reason shown to a reader."""

    mention: str
    article: str
    actor: str
    method: str
    confidence: float = 1.0


# --- times, places, quantities -----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """An expression of time: the interval it means, None where it cannot be settled.

    `timex3` is the value by ISO 8601 as TimeML writes it ("2025-07-23", "P30D", "XXXX-WXX-4").
    """

    id: str
    article: str
    span: Span
    start: dt.date | None
    end: dt.date | None
    precision: Precision | None
    timex3: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDate:
    """When an article was published, by its metadata or inferred from its text; None: unknown."""

    article: str
    published: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place named in an article. Coordinates in degrees (WGS 84); `country` is ISO 3166-1.

    `form` tells a name from an adjective ("Russian troops"), which is no place where something is.
    `reason` says why it is this one of its name.
    """

    id: str
    article: str
    span: Span
    name: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    country: str | None = None
    form: Literal["name", "adjective"] = "name"
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A quantity as a range: `[low, high]`, either side None when the bound leaves it open.

    `unit` is a symbol ("%", "km", "USD", "day") or None for things counted, which stand in `of`
    ("prisoners of war"); `scope` is what it is said to cover ("each side", "since May").
    """

    id: str
    article: str
    span: Span
    low: float | None
    high: float | None
    unit: str | None
    bound: Bound
    of: str | None = None
    scope: str | None = None
    place: str | None = None
    as_of: Interval | None = None


# --- attribution -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who made a statement, for which party, through whom, and when. Ids of actors.

    `via` is nearest first: who passed it on to this article, then who passed it to them. `said`
    is never the publication date. `method` is the reason shown to a reader.
    """

    statement: str
    article: str
    speaker: str | None
    speaker_text: str | None
    party: str | None
    via: tuple[str, ...] = ()
    said: Interval | None = None
    times: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    method: str = ""
    label: Label = "machine"


# --- positions -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a position hangs on. Conditions of one `group` are alternatives; groups add up."""

    group: int
    type: Literal["only_after", "if", "unless", "until", "as_long_as", "in_exchange_for", "by_date"]
    party: str | None
    issue: str | None
    value: str | None
    step: str | None
    timing: Literal["before", "with"] | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a party says it wants, on one issue or step.

    `party` is whose position it is (None: not settled, never a cell), `speaker` who says so,
    `about` the other party of a `claim_about_other`. `voice` tells the party's own reported words
    from the reporter's account. `hardness` is as declared, by the words in `hardness_span`; None
    means not declared.
    """

    id: str
    article: str
    spans: tuple[Span, ...]
    voice: Literal["party", "reporter", "other"]
    statements: tuple[str, ...]
    party: str | None
    party_text: str
    speaker: str | None
    about: str | None
    issue: str | None
    values: tuple[str, ...]
    step: str | None
    act: Act
    object: str | None = None
    scope: str | None = None
    reason: str | None = None
    conditions: tuple[Condition, ...] = ()
    hardness: Hardness | None = None
    hardness_span: Span | None = None
    polarity: Polarity = "for"
    modality: Modality = "asserted"
    said: Interval | None = None
    method: str = ""
    confidence: float = 1.0
    label: Label = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of a plan, as an article words it."""

    issue: str | None
    value: str | None
    step: str | None
    article: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan on the table: what an article names as one proposal, clause by clause."""

    id: str
    name: str
    author: str | None
    said: Interval | None
    articles: tuple[str, ...]
    clauses: tuple[Clause, ...]


# --- reconciliation --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Articles that carry the text of `lead`; `share`: the smallest part that is shared."""

    lead: str
    articles: tuple[str, ...]
    basis: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent witness: the articles that go back to it, and by what."""

    origin: str
    articles: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One statement as reported in one or several articles."""

    id: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]
    first: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two accounts that cannot both be exact. `left` and `right` are ids of statements,
    positions or quantities; `rule` names the rule that found it, `detail` says it in words.
    """

    id: str
    kind: Literal[
        "party_vs_party", "outlet_vs_outlet", "self", "quantity", "account_of_other", "wording"
    ]
    left: tuple[str, ...]
    right: tuple[str, ...]
    rule: str
    detail: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A party's earlier and later position on one issue (ids of positions)."""

    id: str
    party: str
    issue: str
    from_: str
    to: str
    when: Interval | None
    direction: Literal["hardened", "softened", "reworded", "withdrawn", "differently_reported"]
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened or is planned: a meeting, a round, a signature, an exchange."""

    id: str
    when: Interval | None
    what: str
    kind: str
    status: Literal["happened", "planned"]
    actors: tuple[str, ...]
    place: str | None
    spans: tuple[Citation, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What an institute, a poll, a court or an outside body says: never a position."""

    id: str
    article: str
    assessor: str | None
    assessor_text: str
    kind: Literal["institute", "poll", "court", "international_body", "analysts"]
    statement: str | None
    spans: tuple[Span, ...]
    quantities: tuple[str, ...]
    as_of: Interval | None


# --- negotiation -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a party has said of one value of one issue. `positions` are the ids it stands on.

    `implied` marks a refusal that follows from a wish for another value; `origins` counts
    independent origins; `conflict` is a flag for the reader ("order unknown") or None.
    """

    party: str
    issue: str
    value: str
    state: Literal["accepts", "accepts_if", "refuses", "unknown"]
    hardness: Hardness | None
    implied: bool
    positions: tuple[str, ...]
    origins: int
    as_of: Interval | None
    stale: bool
    conflict: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """That a party's yes is needed on an issue, and why it is taken so."""

    party: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A value that a party asks for or has accepted, alone so far."""

    party: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueStatus:
    """Where an issue stands on this record; see `negotiation.status` for the definitions."""

    issue: str
    status: Literal["no_position", "agreed", "no_objection", "contested", "blocked_by_red_lines"]
    consent: tuple[Consent, ...]
    ask: tuple[Ask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """The distance between the parties on an ordered issue at one time.

    `gap` counts steps of the scale between their nearest accepted values; None: not known.
    `per_party` pairs a party with its nearest accepted value.
    """

    issue: str
    when: Interval | None
    gap: int | None
    per_party: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the sequence (a ceasefire, talks): who takes it, what it entails, who refused it.

    `entails` pairs an issue with a value; `positions` are the ids of the refusals.
    """

    id: str
    actor: str | None
    entails: tuple[tuple[str, str], ...]
    refused_by: tuple[str, ...]
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition:
    """That a party says `step` needs all of `needs`; `position` is where it says so."""

    party: str
    step: str
    needs: tuple[str, ...]
    timing: Literal["before", "with"]
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlock:
    """Steps that nobody can take on this record: a circle, or a need that its actor refused.

    Each of `ways_out` is a smallest set of position ids whose precondition would have to go;
    `complete`: there are no other such sets.
    """

    id: str
    kind: Literal["circle", "refused_step"]
    steps: tuple[str, ...]
    preconditions: tuple[Precondition, ...]
    ways_out: tuple[tuple[str, ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A smallest set of refusals that leaves an issue no value. `complete`: none was cut off."""

    id: str
    refusals: tuple[tuple[str, str, str], ...]  # party, issue, value
    issues: tuple[str, ...]
    parties: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One outcome of the frontier: a value per issue, what each party would have to give up.

    `crossed` holds (party, issue, value, hardness); `gaps` (party, issue) without a word on it.
    """

    id: str
    component: str
    outcome: tuple[tuple[str, str], ...]
    crossed: tuple[tuple[str, str, str, str], ...]
    gaps: tuple[tuple[str, str], ...]
    complete: bool


# --- people ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided. It outranks the machine and survives a re-read.

    `target` is the record's id; `article` and the raw span say where it hangs, should the id
    change; `old` and `new` are JSON values.
    """

    target: str
    field: str
    old: str | None
    new: str | None
    action: Literal["accept", "change", "reject", "add"]
    coder: str
    at: Moment
    note: str = ""
    article: str | None = None
    raw_start: int | None = None
    raw_end: int | None = None


def in_time(decision: Decision) -> tuple[float, str, str, str]:
    """The order in which decisions were made, whatever clock they name; without one UTC."""
    at = dt.datetime.fromisoformat(decision.at)
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return at.timestamp(), decision.coder, decision.target, decision.field
