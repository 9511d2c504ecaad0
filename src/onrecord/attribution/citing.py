"""Who cites whom: "X, citing Y", "X quoted Y as saying"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.attribution.carriers import Carrier
from onrecord.attribution.press import PRESS_NOUN
from onrecord.attribution.scene import Scene, covers
from onrecord.records import Actor, ActorMention, Attribution, Span, Statement

# What stands between the one who cites and "citing": "X, citing", "X reported on Monday, citing".
CITES = re.compile(
    r"[\"”’']?\s*(?:,\s*)?(?:[\w-]{1,20}\s+){0,5}?(?:[\w-]{1,20})?(?:,\s*)?(?:which\s+)?\s*"
)
# Cues whose subject passes somebody's words on: "X quoted Dorn as saying", "X, citing Dorn".
QUOTES = re.compile(r"(?:has\s+|had\s+|have\s+)?(?:quoted|quotes|quoting|cited|cites|citing)\b")
BEFORE_QUOTES = re.compile(r"[\"”’']?\s*(?:,\s*)?(?:(?:which|that|also|earlier)\s+)?")
MAX_TO_CITER = 80


def find_citer(scene: Scene, link: Carrier) -> ActorMention | None:
    """Who cites a link: the mention right before "citing", else right behind "citing Y, …"."""
    first = link.start - MAX_TO_CITER
    for mention in reversed(scene.mentions_in(max(0, first), link.start)):
        if mention.form == "demonym" or scene.cast.actor_at(mention.id) is None:
            continue
        between = scene.article.text[mention.span.end : link.start]
        return mention if CITES.fullmatch(between) else None
    end = link.mention.span.end
    for mention in scene.mentions_in(end, end + MAX_TO_CITER):
        between = scene.article.text[end : mention.span.start]
        return mention if re.fullmatch(r",\s+(?:the\s+)?", between) else None
    return None


def find_quoter(scene: Scene, statement: Statement) -> ActorMention | None:
    """Who quotes the statement's source, by its cue: Velt in "Velt quoted Dorn as saying"."""
    if not statement.cue or QUOTES.match(statement.cue[0].text) is None:
        return None
    start = statement.cue[0].start
    before = scene.mentions_in(max(0, start - MAX_TO_CITER), start)
    if not before or any(s.start <= before[-1].span.start < s.end for s in statement.source):
        return None
    between = scene.article.text[before[-1].span.end : start]
    return before[-1] if BEFORE_QUOTES.fullmatch(between) else None


def who_cites(
    scene: Scene,
    link: Carrier,
    open_to: Sequence[Statement],
    done: Mapping[str, Attribution],
    press: frozenset[str],
) -> Statement | None:
    """The statement whose speaker cites the link, or None: the one whose words "citing" follows.

    Of two that one "citing" follows it is the outer one's. A person who cites a body is none: what
    counts is whom an outlet or a body has its words from.
    """
    citer = find_citer(scene, link)
    passer = scene.cast.actor_at(citer.id) if citer else None
    found: list[tuple[int, Statement]] = []
    for statement in open_to:
        speaker = scene.cast.actors.get(done[statement.id].speaker or "")
        if not _is_body(speaker, statement, press) or _covers(statement.source, link):
            continue
        same = speaker is not None and passer is not None and speaker.id == passer.id
        end = _end_before(statement, link)
        adjoins = end is not None and CITES.fullmatch(scene.article.text, end, link.start)
        if adjoins and (same or citer is None or citer.span.start < (end or 0)):
            found.append((end or 0, statement))
        elif same:
            found.append((0, statement))
    if not found:
        return None
    last = max(end for end, _ in found)
    nearest = [statement for end, statement in found if end == last]
    inner = {s.id for s in nearest if s.inside in {n.id for n in nearest}}
    return next((s for s in nearest if s.id not in inner), None)


def _is_body(speaker: Actor | None, statement: Statement, press: frozenset[str]) -> bool:
    if speaker is None:
        return any(PRESS_NOUN.search(s.text) for s in statement.source)
    return speaker.kind != "person" or speaker.id in press


def _covers(spans: Sequence[Span], link: Carrier) -> bool:
    return covers(spans, link.mention.span.start, link.mention.span.end)


def _end_before(statement: Statement, link: Carrier) -> int | None:
    """Where the statement's last part before the words of a link ends."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return max((s.end for s in spans if s.end <= link.start), default=None)
