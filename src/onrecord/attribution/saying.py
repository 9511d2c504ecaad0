"""When a statement was made: by a time in its own cue's clause, never by the publication date."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.attribution.scene import Scene, covers
from onrecord.attribution.words import UTTERANCES
from onrecord.language.parse import Token
from onrecord.records import ArticleDate, Interval, Statement, TimeMention

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T\w+)?$")
OTHER_EVENTS = frozenset({"after", "before", "since", "until", "following", "when", "where", "of"})
OCCASIONS = frozenset({"conference", "telecast", "call", "talk", "hearing", "rally", "visit"})
REACH_CHARS = 600
NEAR_TOKENS = 8  # without a parser: how far from its cue a time may stand


def find_said(
    scene: Scene, statement: Statement, times: Sequence[TimeMention], date: ArticleDate
) -> Interval | None:
    """The interval in which the statement was made, or None where the text does not say."""
    cues = scene.tokens_in(statement.cue)
    if not cues:
        return None
    # A cue and its time stand in one sentence; of a sentence without end only the near part counts.
    first = bisect_left(times, cues[0].start - REACH_CHARS, key=lambda t: t.span.start)
    last = bisect_left(times, cues[-1].end + REACH_CHARS, key=lambda t: t.span.start)
    for time in times[first:last]:
        if time.type not in {"DATE", "TIME"} or covers(
            statement.content, time.span.start, time.span.end
        ):
            continue
        if _is_in_a_name(scene, time):
            continue
        tokens = list(scene.parse.between(time.span.start, time.span.end))
        if not tokens or tokens[0].sentence not in {c.sentence for c in cues}:
            continue
        if _is_of_other_event(tokens, cues, scene) or not _times_cue(
            scene, statement, tokens, cues
        ):
            continue
        found = _interval(time, date)
        if found is not None:
            return found
    return None


def _is_in_a_name(scene: Scene, time: TimeMention) -> bool:
    """Whether the time is a word of an actor's name: the "Today" of a paper."""
    near = scene.mentions_in(max(0, time.span.start - 80), time.span.end)
    return any(m.span.start <= time.span.start and time.span.end <= m.span.end for m in near)


def _is_of_other_event(tokens: list[Token], cues: list[Token], scene: Scene) -> bool:
    """Whether "after", "before", "since" stand between cue and time: then another event has it."""
    between = scene.parse.tokens[cues[-1].i + 1 : tokens[0].i]
    return any(t.text.lower() in OTHER_EVENTS for t in between)


def _times_cue(scene: Scene, statement: Statement, tokens: list[Token], cues: list[Token]) -> bool:
    """Whether a time belongs to the cue: it hangs on its verb or on a statement under it."""
    if not scene.parse.has_syntax:
        return min(abs(t.i - c.i) for t in tokens for c in cues) <= NEAR_TOKENS
    cue_ids = {c.i for c in cues}
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside or t.head is t), tokens[0])
    path = [top, *top.ancestors()]
    at_cue = next((n for n, t in enumerate(path) if t.i in cue_ids), None)
    return at_cue is not None and all(_leads_on(statement, t) for t in path[1:at_cue])


def _leads_on(statement: Statement, above: Token) -> bool:
    """Whether a word between time and cue lets the time through: "a statement posted Tuesday"."""
    if covers(statement.content, above.start, above.end):
        return False
    if above.pos in {"NOUN", "PROPN"}:
        return above.lemma in UTTERANCES | OCCASIONS
    if above.pos in {"VERB", "AUX"}:
        return above.dep in {"acl", "relcl"} and above.head.lemma in UTTERANCES
    return True


def _interval(time: TimeMention, date: ArticleDate) -> Interval | None:
    basis = f"text: {time.span.text}"
    if time.start is not None or time.end is not None:
        return Interval(
            start=time.start, end=time.end, precision=time.precision or "fuzzy", basis=basis
        )
    return _last_weekday(time, date, basis)


def _last_weekday(time: TimeMention, date: ArticleDate, basis: str) -> Interval | None:
    """The last such weekday up to the day of publication, where that day is known."""
    match = WEEKDAY.match(time.timex3)
    published = date.published
    if match is None or published is None or published.precision != "day" or not published.start:
        return None
    back = (published.start.isoweekday() - int(match.group(1))) % 7
    day = published.start - dt.timedelta(days=back)
    return Interval(start=day, end=day + dt.timedelta(days=1), precision="day", basis=basis)
