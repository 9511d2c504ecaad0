"""Lines that say whose account an article gives and nothing else: "Source: X", "— X"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.attribution.carrier_patterns import TO_NAME
from onrecord.attribution.carriers import is_own_outlet
from onrecord.attribution.scene import Scene
from onrecord.language.parse import Sentence
from onrecord.records import Actor, ActorMention

MAX_LINE_TOKENS = 26  # so short a sentence tells nothing else
_SAID = r"(?:reports?|reported|writes?|wrote|says|said|informs?|informed|notes?)"
_CITING = r"(?:with\s+(?:a\s+)?reference\s+to|citing|referring\s+to|quoting|with\s+a\s+link\s+to)"
_THIS = r"(?:this|it|that|the\s+(?:news|information|story|report))\s+(?:was|were|is|has\s+been)"
_END = (
    r"[\"”’')\]]*(?:\s+(?:on|in|earlier|late|this)\b[^.;:,]{0,40})?"
    rf"(?:,?\s+{_CITING}\b.{{1,80}})?"
)
_OPENS = rf"^(?:[—–-]|[Aa]s)?{TO_NAME.replace('+', '*', 1)}"  # the name opens the line


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line before the name that it credits, and behind it.

    `leads_on`: what follows is that account too. `press`: only an outlet can stand there.
    `stranger`: only where the article's own outlet is known, for it speaks of itself like that.
    """

    name: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    leads_on: bool = False
    press: bool = False
    stranger: bool = False


def _line(
    name: str,
    before: str,
    behind: str = _END,
    *,
    leads_on: bool = False,
    press: bool = False,
    stranger: bool = False,
) -> Line:
    behind = rf"{behind}\s*[.]?\s*[)\]”\"]?\s*"
    return Line(name, re.compile(before), re.compile(behind), leads_on, press, stranger)


LINES = (
    _line(
        "X reports this with reference to Y",
        rf"^(?i:[^.;:]{{1,80}}?\b{_SAID}\s+(?:on\s+|about\s+)?(?:this|it|so)\b[^.;:]{{0,60}}?"
        rf"{_CITING}){TO_NAME}",
        leads_on=True,
    ),
    _line(
        "X (not our outlet) reports this with reference to Y",
        _OPENS,
        rf"[\"”’']?\s+(?:\w+\s+)?{_SAID}\s+(?:on\s+|about\s+)?(?:this|it|so)\b[^.;:]{{0,60}}?"
        rf"{_CITING}.*",
        press=True,
        stranger=True,
    ),
    _line(
        "this was reported by X, citing Y",
        rf"^(?i:{_THIS}\s+(?:\w+\s+)?(?:reported|published|carried)\s+by\s+[^.;:]{{1,60}}?,?\s+"
        rf"{_CITING}){TO_NAME}",
        leads_on=True,
    ),
    _line(
        "this was reported by X",
        rf"^(?i:{_THIS}\s+(?:\w+\s+)?(?:reported|published|carried|broken)\s+(?:\w+\s+){{0,2}}?by)"
        rf"{TO_NAME}",
        leads_on=True,
    ),
    _line(
        "source: X",
        r"^(?i:[(\[—–-]?\s*(?:sources?\s*[:—–-]|via:?|(?:as\s+)?(?:reported|published)\s+by:?|"
        rf"according\s+to|based\s+on\s+(?:reports?|reporting)\s+(?:by|from)|{_CITING})){TO_NAME}",
        press=True,
    ),
    _line(
        "X reports",
        _OPENS,
        rf"[\"”’']?\s+{_SAID}"
        r"(?:\s+(?:on\s+|about\s+)?(?:this|it|so))?",
        press=True,
    ),
    _line("— X", r"^\s*(?:[—–-]\s*|\(\s*)(?:[Tt]he\s+)?$", press=True),
)
# "His comments were first reported by X", of what stands before.
COMMENTS = re.compile(
    r"^(?P<whose>(?i:his|her|their|the|these|those)|.{1,80}?(?:[’']s|s[’']))\s+(?:\w+\s+){0,2}?"
    r"(?i:comments?|remarks?|statements?|words|interview|account|quotes?|claims?)\s+"
    r"(?:was|were|had\s+been|have\s+been|has\s+been)\s+(?:\w+\s+)?"
    r"(?:reported|carried|published|quoted|broadcast|aired|relayed|released|cited)\s+"
    rf"(?:\w+\s+)?by{TO_NAME}"
)


def read_line(scene: Scene, sentence: Sentence, press: frozenset[str]) -> tuple[list[str], bool]:
    """The actors that a line credits, nearest first, and whether it leads on to what follows."""
    found: list[str] = []
    leads_on = False
    for _, actor, before, behind in _names(scene, sentence):
        line = next(
            (
                line
                for line in LINES
                if (actor.id in press or not line.press)
                and (scene.article.outlet or not line.stranger)
                and line.before.search(before)
                and line.behind.fullmatch(behind)
            ),
            None,
        )
        if line is not None:
            found.append(actor.id)
            leads_on |= line.leads_on
    return found, leads_on


def read_comments(scene: Scene, sentence: Sentence) -> tuple[list[str], str | None]:
    """Who reported somebody's comments by a line that says only that, and whose they are.

    The second is the id of the actor named ("Dorn's comments …"), or None for "his" and "the".
    """
    found: list[str] = []
    whose: str | None = None
    for _, actor, before, _ in _names(scene, sentence):
        if (match := COMMENTS.search(before)) is None:
            continue
        found.append(actor.id)
        start = scene.parse.tokens[sentence.first].start
        owners = scene.mentions_in(start, start + len(match["whose"]))
        named = [a.id for m in owners if (a := scene.cast.actor_at(m.id)) is not None]
        whose = named[-1] if named else None
    return found, whose


def _names(scene: Scene, sentence: Sentence) -> list[tuple[ActorMention, Actor, str, str]]:
    """The outlets and bodies named in a short sentence, each with the words before and behind."""
    if sentence.last - sentence.first > MAX_LINE_TOKENS:
        return []
    tokens = scene.parse.tokens
    start, end = tokens[sentence.first].start, tokens[sentence.last - 1].end
    text = scene.article.text
    return [
        (m, actor, text[start : m.span.start], text[m.span.end : end])
        for m in scene.mentions_in(start, end)
        if m.form == "name"
        and (actor := scene.cast.actor_at(m.id)) is not None
        and actor.kind in {"outlet", "organization"}
        and not is_own_outlet(scene, actor)
    ]
