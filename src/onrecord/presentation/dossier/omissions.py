"""What the record does not know, with examples, so that nobody takes it for nothing."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.presentation.dossier.context import Quote, Unknown
from onrecord.presentation.dossier.dates import UNKNOWN, interval_words, is_settled
from onrecord.presentation.dossier.evidence import Evidence, merged
from onrecord.presentation.dossier.held import by_age, topic_of
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import many
from onrecord.records import Article, Position, Statement

MOST_EXAMPLES = 30


def build_unknown(lookup: Lookup, evidence: Evidence) -> tuple[Unknown, ...]:
    """Each kind of gap that this record has."""
    gaps = (
        _without_speaker(lookup, evidence),
        _without_issue(lookup, evidence),
        _without_party(lookup, evidence),
        _undated(lookup),
    )
    return tuple(gap for gap in gaps if gap is not None)


def _without_speaker(lookup: Lookup, evidence: Evidence) -> Unknown | None:
    """Statements whose speaker stays unknown."""
    found = [s for s in lookup.statements.values() if not _speaker(lookup, s)]
    quotes = [evidence.quote(s.article, s.content) for s in found[:MOST_EXAMPLES]]
    return _unknown(
        f"{many(len(found), 'statement')} without a speaker",
        "the article names nobody in reach of the words, or it stays open whom it means",
        len(found),
        quotes,
    )


def _speaker(lookup: Lookup, statement: Statement) -> str | None:
    attribution = lookup.attributions.get(statement.id)
    return (attribution.speaker or attribution.speaker_text) if attribution else None


def _without_issue(lookup: Lookup, evidence: Evidence) -> Unknown | None:
    """Positions that the codebook has no issue for."""
    return _positions(
        evidence,
        [p for p in by_age(lookup, lookup.positions.values()) if topic_of(p) is None],
        "without an issue",
        "the codebook in use has no issue or step that fits; a person may add one",
    )


def _without_party(lookup: Lookup, evidence: Evidence) -> Unknown | None:
    """Positions whose party is not settled."""
    return _positions(
        evidence,
        [p for p in by_age(lookup, lookup.positions.values()) if p.party is None],
        "without a party",
        "whose position it is stays open, so that it stands in no cell",
    )


def _positions(
    evidence: Evidence, found: Sequence[Position], words: str, why: str
) -> Unknown | None:
    quotes = [evidence.quote(p.article, p.spans) for p in found[:MOST_EXAMPLES]]
    return _unknown(f"{many(len(found), 'position')} {words}", why, len(found), quotes)


def _undated(lookup: Lookup) -> Unknown | None:
    """Articles without a settled date: none at all, or bounds of it, with their reasons."""
    found = [a for a in lookup.articles.values() if not is_settled(lookup.published[a.id])]
    if not found:
        return None
    return Unknown(
        words=f"{many(len(found), 'article')}: {UNKNOWN}",
        why="neither its metadata nor its text settles when it was published",
        quotes=(),
        names=tuple(_undated_name(lookup, a) for a in found[:MOST_EXAMPLES]),
        more=max(0, len(found) - MOST_EXAMPLES),
    )


def _undated_name(lookup: Lookup, article: Article) -> str:
    """The article, and the bound that is known of its date, with its basis."""
    name = f"{lookup.outlet(article)}: {article.title or article.path}"
    when = lookup.published[article.id]
    return name if when is None else f"{name} ({interval_words(when)}; {when.basis})"


def _unknown(words: str, why: str, count: int, quotes: Sequence[Quote | None]) -> Unknown | None:
    if not count:
        return None
    shown = sum(1 for q in quotes if q is not None)
    return Unknown(words=words, why=why, quotes=merged(quotes), names=(), more=count - shown)
