"""The words of a statement as another report of it would share them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reconciliation.facts import is_factual
from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.words import content_words, is_negated, numbers, quoted_parts
from onrecord.records import Attribution, Interval, Statement

# Six content words in a row are beyond what two occasions share by chance; a slogan is shorter.
SHARED_RUN = 6
MIN_WHOLE_QUOTATION = 5  # a shorter quotation counts if the other holds it as a whole
MIN_PARAPHRASE = 5
MIN_SHARED = 4  # no pair that shares fewer can pass
PARAPHRASE_SHARE = 0.8
PARAPHRASE_JACCARD = 0.6
# A paraphrase without a said date is the same utterance only if it was printed in the same week.
PARAPHRASE_WINDOW_DAYS = 7


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


def same_words(left: Wording, right: Wording) -> bool:
    """Whether both report one utterance: quoted words in common, or one content in other words."""
    if len(left.bag & right.bag) < MIN_SHARED:  # the cheap test first: most pairs end here
        return False
    if left.denied != right.denied or _said_apart(left, right):
        return False
    return shares_quotation(left, right) or (
        left.speaker is not None and right.speaker is not None and is_paraphrase(left, right)
    )


def shares_quotation(left: Wording, right: Wording) -> bool:
    """Whether a run of quoted content words stands in both."""
    return any(_overlap(a, b) for a in left.quoted for b in right.quoted)


def is_paraphrase(left: Wording, right: Wording) -> bool:
    """Whether nearly the same content words stand in both, with equal numbers and polarity."""
    if left.numbers != right.numbers or left.negated != right.negated:
        return False
    if not _said_together(left, right):
        return False
    a, b = left.bag, right.bag
    if min(len(a), len(b)) < MIN_PARAPHRASE:
        return False
    shared = len(a & b)
    return shared >= PARAPHRASE_SHARE * min(len(a), len(b)) and (
        shared >= PARAPHRASE_JACCARD * len(a | b)
    )


def _overlap(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    shorter, longer = sorted((left, right), key=len)
    size = SHARED_RUN if len(shorter) >= SHARED_RUN else len(shorter)
    if size < MIN_WHOLE_QUOTATION:
        return False
    runs = {longer[at : at + size] for at in range(len(longer) - size + 1)}
    return any(shorter[at : at + size] in runs for at in range(len(shorter) - size + 1))


def _said_apart(left: Wording, right: Wording) -> bool:
    return left.said is not None and right.said is not None and not left.said.overlaps(right.said)


def _said_together(left: Wording, right: Wording) -> bool:
    """Whether both were said, or printed, close enough to be one occasion."""
    if left.article == right.article:
        return True
    if left.said is not None and right.said is not None:
        return left.said.overlaps(right.said)
    return printed_within(left.published, right.published, PARAPHRASE_WINDOW_DAYS)
