"""Whether a difference between two words of a party lies with the party, or with who tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.reconciliation.dating import APART
from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.order import SAID, Dated
from onrecord.records import Article, Position, Report, Statement

QUOTES = frozenset('“”"«»„')


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who printed each article, which statements are quoted, and which are one utterance."""

    outlets: Mapping[str, str | None]
    quoted: frozenset[str]
    utterance: Mapping[str, str]

    def is_quoted(self, position: Position) -> bool:
        """Whether a quotation carries it: then nobody's paraphrase does."""
        words = any(QUOTES.intersection(span.text) for span in position.spans)
        return words or not self.quoted.isdisjoint(position.statements)

    def is_retold(self, earlier: Position, later: Position) -> bool:
        """Whether two outlets tell them; an unknown outlet is one for each article."""
        if earlier.article == later.article:
            return False
        one, other = self.outlets.get(earlier.article), self.outlets.get(later.article)
        return one is None or other is None or one != other

    def is_one_utterance(self, earlier: Position, later: Position) -> bool:
        """Whether both go back to one statement that several articles report."""
        first = {u for s in earlier.statements if (u := self.utterance.get(s)) is not None}
        return any(self.utterance.get(s) in first for s in later.statements)

    def retold(self, earlier: Dated, later: Dated, how: str | None) -> str | None:
        """Why a difference between the two is one of telling, in words; None: it is the party's.

        `how` says how their order is known, None if it is not.
        """
        before, after = earlier.position, later.position
        if not self.is_retold(before, after) or _speakers_differ(before, after):
            return None
        if self.is_one_utterance(before, after):
            return "two wordings of one utterance"
        quoted = self.is_quoted(before), self.is_quoted(after)
        if how is None and is_one_day(before, after) and not all(quoted):
            return "two outlets tell of one day"
        days = APART.days
        if (
            how != SAID
            and not any(quoted)
            and printed_within(earlier.printed, later.printed, days)
            and (how is not None or earlier.printed == later.printed)
        ):
            return f"only in two outlets' own words, printed at most {days} days apart"
        return None


def find_tellings(
    statements: Iterable[Statement], reports: Iterable[Report], articles: Iterable[Article]
) -> Telling:
    """How every statement is told."""
    return Telling(
        outlets={a.id: a.outlet for a in articles},
        quoted=frozenset(s.id for s in statements if s.kind != "indirect"),
        utterance={s: r.id for r in reports for s in r.statements},
    )


def is_one_day(earlier: Position, later: Position) -> bool:
    """Whether both are known to have been said on one and the same day."""
    one, other = earlier.said, later.said
    if one is None or other is None or one.precision != "day" or other.precision != "day":
        return False
    return (one.start, one.end) == (other.start, other.end) and one.start is not None


def speaker_of(position: Position) -> str | None:
    """The person who said it; None where nobody is named but the party itself."""
    return position.speaker if position.speaker != position.party else None


def _speakers_differ(earlier: Position, later: Position) -> bool:
    one, other = speaker_of(earlier), speaker_of(later)
    return one is not None and other is not None and one != other
