"""What a quantity is said to cover ("each side", "since May"), and the place it is a share of."""

from __future__ import annotations

import re

from onrecord.language.parse import Parse

SCOPES = (
    re.compile(
        r"\b(?:(?:for|on|from|by)\s)?(?P<each>each(?:\s(?:side|party|country|month|year|week|day))?)"
        r"\b(?!\s(?:and|of|other))",
        re.I,
    ),
    re.compile(
        r"\b(?:in\s(?:total|all)|combined|altogether|apiece|so\sfar|overall|on\s(?:both|either)\ssides?"
        r"|to\sdate|annually|a\spiece)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:per|an?|every)\s(?:person|head|capita|hour|day|week|month|year|barrel|tonne|ton"
        r"|household|kilogram|kilo|gallon|litre|liter|share|side|pound|ounce|mile)\b"
        r"(?!\s(?:ago|earlier|later|before|after)\b)",
        re.I,
    ),
    re.compile(
        r"\bsince\s(?:[A-Z0-9][\w-]{0,12}|(?:the|last|its|early|late|mid)(?:\s|-)[\w’'-]{1,20})"
        r"(?:\s(?:of\s(?:the\s|its\s|their\s|this\s)?[\w’'-]{2,20}"
        r"|in\s(?=[0-9]|early\s|late\s|mid|January|February|March|April|May|June|July|August"
        r"|September|October|November|December)[\w-]{2,12}|last|[0-9]{1,4}|[A-Z][\w’']{0,15}"
        r"|full-scale|start|beginning|outbreak|invasion|war|ceasefire|year|month|week|summer|spring"
        r"|autumn|winter)\b){0,6}"
    ),
)
BEFORE = re.compile(
    r"\b(?:(?P<total>a\stotal\sof|in\stotal,?|altogether,?|a\scombined|overall)"
    r"|(?P<more>another|an\sadditional|additional|a\sfurther|further|an\sextra)"
    r"|(?P<each>each\s(?:side|party|country)\s\w{2,12}))\s$",
    re.I,
)
STOP = re.compile(r"[.;:!?,](?:\s|$)|\s(?:and(?!\severy)|but|while)\s")
# Each piece of a name is taken whole or not at all, so that a long run of capitals stays cheap.
NAME = (
    r"(?:[A-Z][\w’'.-]{0,30}+\s?(?:of\s(?=[A-Z])|al-|-)?){1,5}"
    r"(?:regions?|provinces?|oblasts?|district|territory|peninsula)?"
)
PLACE = re.compile(
    rf"\s(?P<each>each\s)?(?:of|across)\s(?:the\s)?(?:entire\s|whole\s)?(?P<place>{NAME}"
    rf"(?(each)(?:and\s{NAME})?))(?P<more>(?<=\s)[a-z]{{2,}}|\s[a-z]{{2,}})?"
)
# Behind a place its clause goes on with one of these; another word makes it an adjective.
GOES_ON_WORDS = (
    "and or but is are was were has had have in by on to for since after with while as at from "
    "under that which who would will could may should including now still before during against"
)
GOES_ON = frozenset(GOES_ON_WORDS.split())
PEOPLE = re.compile(
    r"(?:ans|ians|ese|ers|ists|ish|is|crats|ents)$|(?<!land)(?<!state)(?<!ine)s$", re.I
)
PLURAL_PLACES = re.compile(
    r"(?:States|Emirates|Philippines|Netherlands|Islands|Heights|Hills|Texas|Honduras|Cyprus|Belarus"
    r"|Laos|Damascus|Paris|Massachusetts|Kansas)$"
)
REGION = re.compile(
    r"(?:Oblast|Region|Province|Peninsula|Strait|Island|Valley|County|District)$", re.I
)
REACH = 100


def scope_around(text: str, start: int, end: int, floor: int, limit: int) -> str | None:
    """What the quantity is said to cover: "each side", "in total", "since May", "another"."""
    before = BEFORE.search(text[max(floor, start - 26) : start])
    if before is not None and before["total"]:
        return "in total"
    clause = text[end : min(limit, end + REACH)]
    stop = STOP.search(clause)
    clause = clause[: stop.start()] if stop else clause
    found = [m for m in (p.search(clause) for p in SCOPES) if m]
    if found:
        first = min(found, key=lambda m: m.start())
        words = first.groupdict().get("each") or first.group()
        return " ".join(words.split())
    if before is None:
        return None
    return "another" if before["more"] else "each"


def place_of(parse: Parse, text: str, end: int, limit: int) -> str | None:
    """The place that a share is of ("99 % of Velkar Oblast"); None for people and their things."""
    match = PLACE.match(text, end, min(limit, end + 90))
    if match is None:
        return None
    place = match["place"].strip().rstrip(".")
    following = (match["more"] or "").strip()
    if following and following not in GOES_ON:
        return None
    if re.search(r"['’]s?$|['’]s\s", place):
        return None
    inside = parse.between(match.start("place"), match.start("place") + len(place))
    kinds = {token.ent for token in inside}
    if REGION.search(place) or (kinds & {"GPE", "LOC"} and inside[-1].ent in {"GPE", "LOC"}):
        return place
    if kinds & {"GPE", "LOC"}:
        return None  # "8 % of Orm output" is a share of the output
    return None if kinds & {"NORP", "PERSON", "ORG"} else _by_ending(place)


def _by_ending(place: str) -> str | None:
    """The place, unless its last word looks like people's."""
    return place if PLURAL_PLACES.search(place) or not PEOPLE.search(place) else None
