"""The rows of events and shifts. Dates are ISO text, "" where unknown; ids are the record's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event: when, what, who took part, and each sentence that tells of it.

    `status` is "happened", "planned", "called off" or "put off"; `announced` are the words that
    planned what then happened, "" if none are on record. `said_by` are those on whose word alone it
    stands, () where an article tells it in its own voice; `disputed_by` those who give another
    account of it, and `clashes` the ids of these contradictions, in the same order. `parties` are
    those for whom its actors speak; `quotes` pairs with `articles`, earliest printed first; `first`
    is the id of the first article.
    """

    when: str
    kind: str
    what: str
    status: str
    announced: str
    said_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    clashes: tuple[str, ...]
    actors: tuple[str, ...]
    parties: tuple[str, ...]
    place: str
    basis: str
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    quotes: tuple[str, ...]
    first: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRow:
    """A party's earlier and later word on one issue, or two speakers of it at once.

    `direction` is "hardened", "softened", "reworded", "withdrawn", "differently reported" (two
    outlets' words, no shift of the party) or "divided" (two speakers, `earlier` and `later` are the
    one and the other). Each side has its day ("published …" where it was not said when), speaker,
    outlet and quote; ids lead to the positions.
    """

    party: str
    issue: str
    direction: str
    detail: str
    when: str
    earlier: str
    earlier_when: str
    earlier_speaker: str
    earlier_outlet: str
    earlier_quote: str
    earlier_id: str
    later: str
    later_when: str
    later_speaker: str
    later_outlet: str
    later_quote: str
    later_id: str
    id: str
