"""The words of a statement as a rule about contradictions reads them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reconciliation.facts import is_factual
from onrecord.reconciliation.words import content_words, is_negated, numbers, quoted_parts
from onrecord.records import Attribution, Interval, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is compared of a statement: content words in order, and the quoted ones by part."""

    statement: str
    article: str
    speaker: str | None
    speaker_text: str
    words: tuple[str, ...]
    bag: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]
    numbers: frozenset[str]
    negated: bool
    denied: bool
    factual: bool
    said: Interval | None
    published: Interval | None


def read_wording(
    statement: Statement, attribution: Attribution | None, published: Interval | None
) -> Wording:
    """The wording of one statement."""
    text = " ".join(span.text for span in statement.content)
    parts = [text] if statement.kind == "direct" else quoted_parts(text)
    words = tuple(content_words(text))
    return Wording(
        statement=statement.id,
        article=statement.article,
        speaker=attribution.speaker if attribution else None,
        speaker_text=((attribution.speaker_text or "") if attribution else "").casefold(),
        words=words,
        bag=frozenset(words),
        quoted=tuple(tuple(content_words(part)) for part in parts),
        numbers=numbers(words),
        negated=is_negated(words),
        denied=statement.negated,
        factual=is_factual(text),
        said=attribution.said if attribution else None,
        published=published,
    )
