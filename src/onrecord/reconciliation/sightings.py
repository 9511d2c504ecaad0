"""Where an article tells of an event: its clause, its date, its tense, who took part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.parse import Parse, Sentence, Token
from onrecord.reconciliation.event_clauses import (
    clause_of,
    is_one_of_two,
    named_after,
    named_by,
    time_of,
    title_of,
)
from onrecord.reconciliation.event_plans import days_moved, is_off_later, off_of
from onrecord.reconciliation.event_status import Status, is_denied, status_by_date, status_of
from onrecord.reconciliation.event_triggers import dated_nouns, names_another, triggers
from onrecord.reconciliation.event_words import (
    AT_A_PLACE,
    DATED_BY_YEAR,
    FAMILY,
    NEVER_PLANNED,
    UNREAL,
)
from onrecord.records import (
    ActorMention,
    Article,
    ArticleDate,
    Interval,
    PlaceMention,
    Span,
    TimeMention,
    identity,
)

if TYPE_CHECKING:
    from onrecord.actors import Cast

COARSE = ("decade", "fuzzy", "year")
READ_BLOCKS = ("paragraph", "bullet", "summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place where an article tells of an event."""

    id: str
    article: str
    kind: str
    what: str
    when: Interval
    status: Status
    actors: tuple[str, ...]
    place: str | None
    span: Span


def find_sightings(
    article: Article,
    parse: Parse,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    mentions: Sequence[ActorMention],
    date: ArticleDate,
    cast: Cast,
) -> tuple[Sighting, ...]:
    """Every dated event that the article tells of, in text order; each date once a kind."""
    return tuple(_sightings(article, parse, times, places, mentions, date, cast))


def _sightings(
    article: Article,
    parse: Parse,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    mentions: Sequence[ActorMention],
    date: ArticleDate,
    cast: Cast,
) -> Iterator[Sighting]:
    by_sentence: dict[int, list[TimeMention]] = {}
    for time in times:
        sentence = parse.sentence_at(time.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.i, []).append(time)
    for number in sorted(by_sentence):
        sentence = parse.sentences[number]
        if article.blocks[sentence.block].kind not in READ_BLOCKS:
            continue
        told: set[tuple[str, str]] = set()
        for telling in _tellings(parse, sentence, by_sentence[number], date):
            trigger, kind, clause, time_, status = telling
            if status == "planned" and kind in NEVER_PLANNED:
                continue
            if (FAMILY.get(kind, kind), time_.id) in told:
                continue
            if status == "happened" and is_denied(trigger, parse.tokens_of(sentence)):
                continue
            actors = _actors(clause, mentions, cast)
            place = _place(clause, places)
            if not (actors or place or _speaks_for_itself(kind, time_)):
                continue
            if kind in AT_A_PLACE and (place is None or not actors):
                continue
            told.add((FAMILY.get(kind, kind), time_.id))
            yield _sighting(article, parse, kind, trigger, clause, time_, status, actors, place)


Telling = tuple[Token, str, Sequence[Token], TimeMention, Status]


def _tellings(
    parse: Parse, sentence: Sentence, times: Sequence[TimeMention], date: ArticleDate
) -> Iterator[Telling]:
    """Yield what a sentence tells of, each with its clause, its date and whether it took place.

    First what stands in a clause, then nouns that a date names ("the 3 May attack on the pier").
    """
    # "An encounter, the third round of talks": the closer name stands for both.
    tokens = parse.tokens_of(sentence)
    for trigger, kind in sorted(triggers(tokens), key=lambda t: t[1] not in FAMILY):
        clause = named_after(trigger, parse)
        occasion = bool(clause)
        if not occasion:
            clause = clause_of(trigger, parse, sentence)
        moved = days_moved(clause, [t for t in times if _is_date(t, kind)], parse)
        if moved is not None and not occasion:
            old, new = moved
            yield trigger, kind, clause, old, "put_off"
            if status_by_date(new, date) != "happened":
                yield trigger, kind, clause, new, "planned"
            continue
        time_ = _date_of(kind, trigger, clause, times, parse)
        if time_ is None:
            continue
        by_date = status_by_date(time_, date)
        status: Status | None = off_of(trigger, clause, time_, by_date, parse)
        if status is None:
            status = status_of(kind, trigger, clause, time_, date)
        if status == "planned" and is_off_later(trigger, clause, tokens):
            status = "called_off"
        if occasion:  # "after the talks" tells that there were some
            status = None if by_date == "planned" else "happened"
        if status is not None:
            yield trigger, kind, clause, time_, status
    for noun, kind, time_ in dated_nouns(times, parse):
        by_date = status_by_date(time_, date)
        phrase = [t for t in noun.subtree() if t.sentence == noun.sentence]
        words = {t.text.lower() for t in phrase if t.text != "May"}
        if not _is_date(time_, kind) or words & UNREAL or by_date is None:
            continue
        clause = clause_of(noun, parse, sentence)
        off = off_of(noun, clause, time_, by_date, parse)
        yield noun, kind, phrase, time_, off or by_date


def _speaks_for_itself(kind: str, time: TimeMention) -> bool:
    """Whether the event is told apart without actor and place: a deadline, an exchange on a day."""
    return kind == "deadline" or (kind == "exchange" and time.precision == "day")


def _date_of(
    kind: str,
    trigger: Token,
    clause: Sequence[Token],
    times: Sequence[TimeMention],
    parse: Parse,
) -> TimeMention | None:
    """The settled date of the event; a deadline's must name it."""
    dates = [t for t in times if _is_date(t, kind) and not _is_span(t, parse)]
    if kind == "deadline":
        found = named_by(trigger, dates, parse)
    else:
        found = time_of(trigger, clause, dates, parse)
    if found is None or is_one_of_two(found, times, parse) or names_another(found, trigger, parse):
        return None
    return found


def _is_span(time: TimeMention, parse: Parse) -> bool:
    """Whether it is a stretch and no date: "for the second time in five weeks"."""
    words = parse.between(time.span.start, time.span.end)
    before = [t.text.lower() for t in parse.tokens[max(0, words[0].i - 2) : words[0].i]]
    return before in (["time", "in"], ["times", "in"])


def _is_date(time: TimeMention, kind: str) -> bool:
    return (
        time.type in ("DATE", "TIME")
        and time.start is not None
        and time.end is not None
        and (time.precision not in COARSE or (time.precision == "year" and kind in DATED_BY_YEAR))
    )


def _actors(
    clause: Sequence[Token], mentions: Iterable[ActorMention], cast: Cast
) -> tuple[str, ...]:
    """The actors named in the clause, sorted; outlets tell of events and take no part."""
    starts = {t.start for t in clause}
    ends = {t.end for t in clause}
    found = set()
    for mention in mentions:
        if mention.span.start in starts or mention.span.end in ends:
            actor = cast.actor_at(mention.id)
            if actor is not None and actor.kind not in ("outlet", "unnamed"):
                found.add(actor.id)
    return tuple(sorted(found))


def _place(clause: Sequence[Token], places: Iterable[PlaceMention]) -> str | None:
    """The place that a preposition of place puts the clause at, if there is one only."""
    before = {t.start: clause[at - 1].text.lower() if at else "" for at, t in enumerate(clause)}
    found: set[str] = set()
    for place in sorted(places, key=lambda p: p.span.start):
        if place.form == "adjective":
            continue
        word = before.get(place.span.start)
        if word in ("in", "at", "near") or (found and word in ("and", "or")):
            found.add(place.name)
    return found.pop() if len(found) == 1 else None


def _sighting(
    article: Article,
    parse: Parse,
    kind: str,
    trigger: Token,
    clause: Sequence[Token],
    time: TimeMention,
    status: Status,
    actors: tuple[str, ...],
    place: str | None,
) -> Sighting:
    assert time.precision is not None  # noqa: S101  # `_is_date` saw to it
    words = [t for t in clause if any(c.isalnum() for c in t.text)]
    return Sighting(
        id=identity("sighting", article.id, kind, str(trigger.start), str(trigger.end), time.id),
        article=article.id,
        kind=kind,
        what=title_of(trigger, clause, article, has_syntax=parse.has_syntax),
        when=Interval(
            start=time.start,
            end=time.end,
            precision=time.precision,
            basis=f"text: {time.span.text}",
        ),
        status=status,
        actors=actors,
        place=place,
        span=article.span(words[0].start, words[-1].end),
    )
