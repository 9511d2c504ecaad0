"""Reports: the same statement in several articles, with its independent origins."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.memory import NO_MEMORY, Memory
from onrecord.reconciliation.sameness import SHORTEST_QUOTATION, same_utterance
from onrecord.reconciliation.sayings import Saying, read_saying
from onrecord.reconciliation.witnesses import Witnesses
from onrecord.reconciliation.words import shingles
from onrecord.records import (
    Article,
    ArticleDate,
    Attribution,
    Interval,
    Origin,
    Report,
    Statement,
    identity,
)

# A key that more sayings of one speaker share is a formula ("peace", "the war"): no meeting point.
LARGEST_BUCKET = 24
RAREST = 5
REPEATING_BLOCKS = ("title", "summary", "heading")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What is kept of an article: its outlet, its date, and where it only repeats itself."""

    outlet: str | None
    published: Interval | None
    repeating: tuple[tuple[int, int], ...]


def join_reports(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    witnesses: Witnesses,
    dates: Iterable[ArticleDate] = (),
    memory: Memory = NO_MEMORY,
) -> tuple[Report, ...]:
    """Every statement in exactly one report: alone, or with the same words in other articles.

    The speaker must be the same actor; then either a run of quoted words stands in both, or nearly
    all words, forms and synonyms counting as one; and no word in which they differ may decide: a
    noun, a number, a negation, a condition. Headlines and an article's own summary are joined but
    add no witness. `first` is the article first on record, only where its date lies before all
    others; `note` says why there is none, or what the order hangs on. Sorted by id.
    """
    published = {d.article: d.published for d in dates}
    frames = {a.id: _frame(a, published.get(a.id)) for a in articles}
    said_by = {a.statement: a for a in attributions}
    known = {s.id: s for s in sorted(statements, key=lambda s: s.id)}
    groups = _join(known.values(), said_by, frames, memory)
    origins = _Origins(witnesses)
    reports = [_report([known[s] for s in group], frames, origins) for group in groups.all()]
    return tuple(sorted(reports, key=lambda r: r.id))


def _frame(article: Article, published: Interval | None) -> _Frame:
    return _Frame(
        outlet=article.outlet,
        published=published or article.published,
        repeating=tuple((b.start, b.end) for b in article.blocks if b.kind in REPEATING_BLOCKS),
    )


def _published(frames: Mapping[str, _Frame], article: str) -> Interval | None:
    return frames[article].published if article in frames else None


def _join(
    statements: Iterable[Statement],
    said_by: Mapping[str, Attribution],
    frames: Mapping[str, _Frame],
    memory: Memory,
) -> Groups:
    """Groups of statements that report one utterance."""
    by_speaker: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    groups = Groups()
    for statement in statements:
        groups.join(statement.id, statement.id)
        said = said_by.get(statement.id)
        if said is not None and said.speaker is not None:
            by_speaker["actor", said.speaker].append(statement)
        elif said is not None and said.speaker_text:
            by_speaker["words", said.speaker_text.casefold()].append(statement)
    # One speaker at a time: what is compared takes more memory than the statements themselves.
    for speaker, spoken in sorted(by_speaker.items()):
        if len(spoken) > 1:
            part, given = " ".join(speaker), _given(spoken, said_by, frames)
            pairs = memory.recall(part, given, tuple[tuple[str, str], ...])
            own = {statement.id for statement in spoken}
            if pairs is None or not own.issuperset(chain.from_iterable(pairs)):
                pairs = sorted(_one_utterance(spoken, said_by, frames))
                memory.keep(part, given, pairs)
            for left, right in pairs:
                groups.join(left, right)
    return groups


def _given(
    spoken: Sequence[Statement],
    said_by: Mapping[str, Attribution],
    frames: Mapping[str, _Frame],
) -> str:
    """A hash of everything that is compared of what one speaker says."""
    days = {article: repr(_published(frames, article)) for article in {s.article for s in spoken}}
    return identity(
        *(
            part
            for s in spoken
            for part in (
                s.id,
                s.kind,
                str(s.negated),
                days[s.article],
                repr(said_by[s.id].said),
                said_by[s.id].speaker_text or "",
                *(span.text for span in s.content),
            )
        )
    )


def _one_utterance(
    spoken: Sequence[Statement],
    said_by: Mapping[str, Attribution],
    frames: Mapping[str, _Frame],
) -> Iterator[tuple[str, str]]:
    """Yield the statements of one speaker that report one utterance, two by two."""
    sayings = [read_saying(s, said_by.get(s.id), _published(frames, s.article)) for s in spoken]
    firsts, joined = _firsts(sayings)
    yield from joined
    for left, right in _candidates(firsts):
        if same_utterance(left, right):
            yield left.statement, right.statement


def _firsts(spoken: Sequence[Saying]) -> tuple[list[Saying], list[tuple[str, str]]]:
    """One saying of each, where several are equal in all that is compared; and who joins it."""
    kept: dict[tuple[object, ...], Saying] = {}
    joined = []
    for saying in spoken:
        day = saying.said or saying.published
        key = (saying.words, saying.quoted, saying.denied, saying.bearing, day)
        first = kept.setdefault(key, saying)
        if first is not saying and same_utterance(first, saying):
            joined.append((first.statement, saying.statement))
    return list(kept.values()), joined


def _candidates(spoken: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Yield pairs that share a run or two of their rarest words, each pair once."""
    frequency: dict[str, int] = defaultdict(int)
    for saying in spoken:
        for word in set(saying.words):
            frequency[word] += 1
    buckets: dict[int, list[int]] = defaultdict(list)
    for at, saying in enumerate(spoken):
        for key in sorted(_keys(saying, frequency)):
            buckets[key].append(at)
    seen: set[tuple[int, int]] = set()
    for _, bucket in sorted(buckets.items()):
        # A wide bucket is strung to its first members, so that the work stays linear.
        heads = bucket if len(bucket) <= LARGEST_BUCKET else bucket[:2]
        for a in heads:
            for b in bucket:
                if a < b and (a, b) not in seen:
                    seen.add((a, b))
                    yield spoken[a], spoken[b]


def _keys(saying: Saying, frequency: Mapping[str, int]) -> set[int]:
    """Where a saying may meet another: quoted runs, neighbouring words, pairs of its rarest."""
    keys: set[int] = set()
    for part in saying.quoted:
        if len(part) >= SHORTEST_QUOTATION:
            keys.update(shingles(part, SHORTEST_QUOTATION))
    rare = sorted(set(saying.words), key=lambda w: (frequency[w], w))[:RAREST]
    keys.update(shingles(pair, 2)[0] for pair in combinations(rare, 2))
    keys.update(shingles(saying.words, 2))
    return keys


class _Origins:
    """The origins of groups of statements; most of an article's own statements have the same."""

    def __init__(self, witnesses: Witnesses) -> None:
        self._witnesses = witnesses
        self._found: dict[tuple[object, ...], tuple[Origin, ...]] = {}

    def of(self, articles: Sequence[str], statements: Sequence[Statement]) -> tuple[Origin, ...]:
        """The independent origins behind these statements, which stand in these articles."""
        via = self._witnesses.via_of_statements(s.id for s in statements)
        asked = (*articles, *via.items())
        if asked not in self._found:
            self._found[asked] = self._witnesses.origins_of(articles, via)
        return self._found[asked]


def _report(
    statements: Sequence[Statement], frames: Mapping[str, _Frame], origins: _Origins
) -> Report:
    """The record of one group of statements."""
    ids = tuple(s.id for s in statements)
    articles = tuple(sorted({s.article for s in statements}))
    own = [s for s in statements if not _repeats(s, frames)] or list(statements)
    outlets = {frames[a].outlet for a in articles if a in frames}
    first, note = _first(articles, frames)
    return Report(
        id=identity("report", *ids),
        statements=ids,
        articles=articles,
        outlets=tuple(sorted(o for o in outlets if o is not None)),
        origins=origins.of(sorted({s.article for s in own}), own),
        first=first,
        note=note or None,
    )


def _repeats(statement: Statement, frames: Mapping[str, _Frame]) -> bool:
    """Whether it stands in a headline or in the article's own summary."""
    frame = frames.get(statement.article)
    if frame is None or not statement.content:
        return False
    at = statement.content[0].start
    return any(start <= at < end for start, end in frame.repeating)


def _first(articles: Sequence[str], frames: Mapping[str, _Frame]) -> tuple[str | None, str]:
    """The article first on record, or None with the reason."""
    if len(articles) == 1:
        return articles[0], ""
    when = {a: _published(frames, a) for a in articles}
    dated = {a: interval for a, interval in when.items() if interval is not None}
    if undated := len(when) - len(dated):
        return None, f"first unknown: {undated} of {len(articles)} articles undated"
    one = min(articles, key=lambda a: (dated[a].end or dt.date.max, a))
    others = [interval for a, interval in dated.items() if a != one]
    if not all(dated[one].ended_before(other) for other in others):
        return None, "first unknown: published within the same days"
    inferred = sum(1 for interval in dated.values() if interval.precision == "fuzzy")
    return one, f"first by dates of which {inferred} are inferred" if inferred else ""
