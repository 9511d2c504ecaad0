"""The words around a name that make it a link of a chain: "told X", "carried by X", "citing X"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.actors.press_words import NOUN, PLAIN_NOUN

Side = Literal["carried", "told", "cited"]
Takes = Literal["press", "bodies", "any"]

# What may stand between "told" and the name: "the Arvenian state news agency", "state-run".
_WORD = r"[\w’'.-]{1,30}"
_QUALIFIED = (
    rf"(?:(?:{_WORD}[’']s|[\w-]{{1,30}}-(?:run|owned|based|controlled|backed|funded|language)|"
    r"state|local|national|private|independent|public|opposition|[A-Z]\w{1,20}(?:n|ese|ish|ic))\s+)"
)
TO_NAME = (
    r"\s+(?:the\s+|an?\s+|its\s+|their\s+)?"
    rf"(?:{_QUALIFIED}{{0,3}}|(?:{_WORD},?\s+){{0,6}}?(?i:{NOUN}|{PLAIN_NOUN}),?\s+)"
    r"(?:[Tt]he\s+)?[\"“‘']?$"
)
_UP_TO_THREE = r"(?:\s+\w{1,20}){0,3}?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words before a name that make it a link of a chain, and who may stand there."""

    name: str
    side: Side
    takes: Takes
    words: re.Pattern[str]
    sets_scene: bool = False  # it holds for all that the speaker says in the sentence
    at_cue: bool = False  # its verb is the statement's own cue
    lone: bool = False  # it holds only where the name is no statement's own source
    behind: re.Pattern[str] | None = None  # what must follow the name


def _pattern(
    name: str,
    side: Side,
    takes: Takes,
    words: str,
    *,
    sets_scene: bool = False,
    at_cue: bool = False,
) -> Pattern:
    return Pattern(name, side, takes, re.compile(rf"\b(?i:{words}){TO_NAME}"), sets_scene, at_cue)


PATTERNS = (
    _pattern("told to", "told", "press", r"told|tells?", at_cue=True),
    _pattern("telling", "told", "press", r"telling"),
    _pattern(
        "in an interview with",
        "told",
        "bodies",
        rf"interview{_UP_TO_THREE}\s+(?:with|to)|interviewed\s+by",
        sets_scene=True,
    ),
    _pattern(
        "in remarks to",
        "told",
        "press",
        rf"(?:interview|appearance)s?{_UP_TO_THREE}\s+(?:for|on|in)|"
        rf"(?:comments?|remarks?|statements?|letter|answers?){_UP_TO_THREE}\s+(?:to|for|with)|"
        rf"(?:article|column|op-ed|essay|commentary){_UP_TO_THREE}\s+(?:for|in|by)",
        sets_scene=True,
    ),
    _pattern(
        "speaking to",
        "told",
        "press",
        r"(?:speaking|spoke|talking|talked|appearing|appeared|writing|wrote)"
        rf"{_UP_TO_THREE}\s+(?:to|with|on|in|for)|asked\s+by|via|"
        rf"(?:said|says|argued|claimed|declared|insisted|repeated){_UP_TO_THREE}\s+on",
        sets_scene=True,
    ),
    _pattern(
        "quoted or carried by",
        "carried",
        "bodies",
        r"(?:quoted|carried|relayed|cited|broadcast|aired|televised|distributed|as\s+reported)"
        rf"{_UP_TO_THREE}\s+by",
        sets_scene=True,
    ),
    _pattern(
        "reported by",
        "carried",
        "press",
        rf"(?:reported|published|released|posted|printed|run|shown){_UP_TO_THREE}\s+by|"
        rf"(?:carried|broadcast|aired|televised|shown|published|printed){_UP_TO_THREE}\s+(?:on|in)",
        sets_scene=True,
    ),
    _pattern("citing", "cited", "any", r"citing|cites?|cited|quoting|quotes?|quoted"),
    _pattern("with reference to", "cited", "any", r"with\s+(?:a\s+)?reference\s+to"),
    _pattern("referring to", "cited", "press", r"referring\s+to"),
    _pattern(
        "citing a report by",
        "cited",
        "bodies",
        rf"citing\s+(?:an?\s+|the\s+)?(?:{_WORD}\s+){{0,2}}?"
        r"(?:reports?|statements?|accounts?|articles?|dispatch(?:es)?)\s+(?:by|from|in|of)",
    ),
)
# A clause that ends a sentence: "…, Velt reports", "…, Velt reports with reference to …".
REPORTS = re.compile(
    r"[\"”’']?\s+(?:reports?|reported|writes|wrote|said|says)(?:\s+(?:on\s+)?[A-Z]\w+day)?"
    r"(?:,?\s+(?:citing|quoting|with\s+(?:a\s+)?reference\s+to|referring\s+to)\b.{1,120})?\s*[.”\"]*$"
)
TAIL = Pattern(
    "reports, at the end",
    "carried",
    "press",
    re.compile(rf"[,”\"»](?:\s+as)?{TO_NAME}"),
    lone=True,
    behind=REPORTS,
)
ACCORDING = Pattern(
    "according to",
    "carried",
    "press",
    re.compile(rf"\b(?i:according\s+to){TO_NAME}"),
    sets_scene=True,
    lone=True,
)
# "In a Velt interview", "in a Harbor Times essay".
IN_ITS = re.compile(r"\b(?i:in|during|for)\s+(?:an?|the|his|her|their)\s+(?:[\w-]{1,20}\s+){0,2}$")
ITS_PAGES = re.compile(r"\s+(?:\w+\s+)?(?:interview|essay|op-ed|column|commentary)\b")
IN_PAGES = Pattern("in a … interview", "told", "press", IN_ITS, sets_scene=True, behind=ITS_PAGES)
PRESS_PATTERNS = (ACCORDING, IN_PAGES, TAIL)  # these hold for press alone
# Behind a name: "told Velt's reporter", "told Velt's “Morning Hour”" is told to Velt.
OF_ITS_PRESS = re.compile(
    r"(?:[’']s?)?\s+(?:[\w-]{1,20}\s+){0,3}(?i:reporters?|correspondents?|journalists?|interviewer|"
    r"hosts?|anchors?|presenters?|show|program|programme|podcast|series|newscast|broadcast)\b|"
    r"[’']s?\s+[\"“‘«A-Z]"
)
# "told Velt's owner", "told the Velt audience" is not.
OF_ITS_OWN = re.compile(
    r"[’']s?\s|\s+(?:board|chief|editor|owner|director|staff|employees|workers|spokes\w+|boss|"
    r"founder|publisher|headquarters|offices?|shareholders|audience|viewers|readers|listeners|"
    r"panel|poll|survey|database|editorial\s+board)\b",
    re.I,
)
ANOTHER = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s(?:and|or)\s+)(?:the\s+)?$", re.I)
