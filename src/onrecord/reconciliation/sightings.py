"""Where an article tells of an event: its clause, its date, its tense, who took part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from onrecord.language.parse import Parse, Token
from onrecord.reconciliation.event_clauses import (
    clause_of,
    is_one_of_two,
    named_after,
    named_by,
    phrase_of,
    time_of,
)
from onrecord.reconciliation.event_triggers import triggers
from onrecord.reconciliation.event_words import FAMILY, FUTURE, TAKING_PLACE, UNREAL
from onrecord.reconciliation.words import listed
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

Status = Literal["happened", "planned"]
LONGEST_WHAT = 16
COARSE = ("decade", "fuzzy", "year")
READ_BLOCKS = ("paragraph", "bullet", "summary")
PAST = listed("was were met held took began said signed had")

DENYING = frozenset(("deny", "reject", "refute", "dispute", "dismiss", "doubt"))
DENIABLE = frozenset(("ccomp", "dobj", "xcomp"))  # not "rejected the plan after the talks"
REJECTED = frozenset((("rejected", "reports"), ("rejected", "claims"), ("rejects", "reports")))
DENIED = frozenset(("denied", "denies", "refuted", "disputed", "dismissed", "doubted"))


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
        # "An encounter, the third round of talks": the closer name stands for both.
        named = sorted(triggers(parse.tokens_of(sentence)), key=lambda t: t[1] not in FAMILY)
        for trigger, kind in named:
            clause = named_after(trigger, parse)
            occasion = bool(clause)
            if not occasion:
                clause = clause_of(trigger, parse, sentence)
            time_ = _date_of(kind, trigger, clause, by_sentence[number], parse)
            if time_ is None or (FAMILY.get(kind, kind), time_.id) in told:
                continue
            status = _status(kind, trigger, clause, time_, date)
            if occasion:  # "after the talks" tells that there were some
                status = None if _status_by_date(time_, date) == "planned" else "happened"
            if status == "happened" and _is_denied(trigger, parse.tokens_of(sentence)):
                continue
            actors = _actors(clause, mentions, cast)
            place = _place(clause, places)
            if status is None or not (actors or place or _speaks_for_itself(kind, time_)):
                continue
            told.add((FAMILY.get(kind, kind), time_.id))
            yield _sighting(article, kind, trigger, clause, time_, status, actors, place)


def _is_denied(trigger: Token, sentence: Sequence[Token]) -> bool:
    """Whether someone denies that it took place; without a parse, whether any word denies."""
    if any(word.dep for word in sentence):
        path = (trigger, *trigger.ancestors())
        return any(up.lemma in DENYING and down.dep in DENIABLE for down, up in pairwise(path))
    before = [word.text.lower() for word in sentence if word.i < trigger.i]
    return not DENIED.isdisjoint(before) or any(pair in REJECTED for pair in pairwise(before))


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
    dates = [t for t in times if _is_date(t)]
    if kind == "deadline":
        found = named_by(trigger, dates, parse)
    else:
        found = time_of(trigger, clause, dates, parse)
    return None if found is None or is_one_of_two(found, times, parse) else found


def _is_date(time: TimeMention) -> bool:
    return (
        time.type in ("DATE", "TIME")
        and time.start is not None
        and time.end is not None
        and time.precision not in COARSE
    )


def _status(
    kind: str, trigger: Token, clause: Sequence[Token], time: TimeMention, date: ArticleDate
) -> Status | None:
    """Whether it happened or is planned, by the date of print, else by tense; None: neither."""
    by_date = _status_by_date(time, date)
    if kind == "deadline":
        return by_date or "planned"
    words = {t.text.lower() for t in clause if t is not trigger and t.text != "May"}
    if words & UNREAL:
        return None
    ahead = bool(words & FUTURE) or any(
        a.text.lower() == "to" and b.text.lower() in TAKING_PLACE for a, b in pairwise(clause)
    )
    if by_date == "happened":
        return None if ahead else "happened"
    if by_date == "planned" or ahead:
        return "planned"
    if any(t.tag in ("VBD", "VBN") for t in clause):
        return "happened"
    past = not trigger.tag and any(t.text.endswith("ed") or t.text in PAST for t in clause)
    return "happened" if past else None


def _status_by_date(time: TimeMention, date: ArticleDate) -> Status | None:
    """Before or after the days of print; None where they overlap or are unknown."""
    printed = date.published
    if printed is None:
        return None
    if printed.end is not None and time.start is not None and time.start >= printed.end:
        return "planned"
    if printed.start is not None and time.end is not None and time.end <= printed.start:
        return "happened"
    return None


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
    kind: str,
    trigger: Token,
    clause: Sequence[Token],
    time: TimeMention,
    status: Literal["happened", "planned"],
    actors: tuple[str, ...],
    place: str | None,
) -> Sighting:
    span = article.span(clause[0].start, clause[-1].end)
    near = [t for t in clause if abs(t.i - trigger.i) <= LONGEST_WHAT // 2]
    what = article.text[near[0].start : near[-1].end] if len(clause) > LONGEST_WHAT else span.text
    if len(clause) > LONGEST_WHAT and (named := phrase_of(trigger)):
        what = article.text[named[0].start : named[-1].end]
    assert time.precision is not None  # noqa: S101  # `_is_date` saw to it
    return Sighting(
        id=identity("sighting", article.id, kind, str(trigger.start), str(trigger.end)),
        article=article.id,
        kind=kind,
        what=" ".join(what.split()),
        when=Interval(
            start=time.start,
            end=time.end,
            precision=time.precision,
            basis=f"text: {time.span.text}",
        ),
        status=status,
        actors=actors,
        place=place,
        span=span,
    )
