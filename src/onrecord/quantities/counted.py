"""What a quantity counts, what it covers, and of which place it is a share."""

from __future__ import annotations

import re

from onrecord.language.parse import Parse, Token

STOP_WORDS = (
    "a an the in on at by from to for with and or but of as that which who whose where when "
    "while is are was were be been being have has had will would can could may might must "
    "should do does did said say says into over under after before since until during between "
    "among against about per each every not no than then so if it its they them their he she "
    "his her we our you your i this these those there killed wounded died remain remained "
)
STOPS = frozenset(STOP_WORDS.split())
SCOPES = (
    re.compile(r"\b(?P<each>each(?:\s(?:side|party|country|month|year|week|day))?)\b", re.I),
    re.compile(r"\b(?:in\s(?:total|all)|combined|altogether|apiece|so\sfar|overall)\b", re.I),
    re.compile(
        r"\b(?:per|an?|every)\s(?:person|head|capita|hour|day|week|month|year|barrel|tonne|ton"
        r"|household)\b",
        re.I,
    ),
    re.compile(
        r"\bsince\s(?:[A-Z0-9][\w-]{0,12}|the|last|its|early|late|mid)"
        r"(?:\s(?:of|the|in|last|[0-9]{1,4}|[A-Z]\w{0,15}|full-scale|start|beginning|outbreak"
        r"|invasion|war|ceasefire|year|month|week|summer|spring|autumn|winter)\b){0,6}"
    ),
)
TOTAL_BEFORE = re.compile(r"\ba\stotal\sof\s$|\bin\stotal,?\s$", re.I)
NAME = (
    r"(?:[A-Z][\w’'.-]{0,30}\s?(?:of\s(?=[A-Z])|al-|-)?){1,5}"
    r"(?:regions?|provinces?|oblasts?|district|territory|peninsula)?"
)
PLACE = re.compile(
    rf"\s(?P<each>each\s)?(?:of|across)\s(?:the\s)?(?:entire\s)?(?P<place>{NAME}"
    rf"(?(each)(?:and\s{NAME})?))"
)
PEOPLE = re.compile(r"(?:ans|ians|ese|ers|ists|ish|is)$")
REACH = 100


def counted_by_syntax(parse: Parse, first: Token, last: Token, has_unit: bool) -> str | None:
    """The noun phrase that the number counts, with its "of"; None if the parse shows none."""
    head = last.head if last.dep in {"nummod", "amod", "compound", "quantmod", "nmod"} else None
    if has_unit or (head is None and last.pos in {"NOUN", "SYM"}):
        return _complement(parse, last)
    if last.dep in {"quantmod", "advmod"} and head is not None and head.i <= last.i:
        head = None
    if head is None:
        return _complement(parse, last)
    if head.i <= last.i or head.sentence != first.sentence or head.pos not in {"NOUN", "PROPN"}:
        return None
    words = list(parse.tokens[last.i + 1 : head.i + 1])
    if len(words) > 8 or any(t.text in ',;:()“”"' for t in words):
        return None
    phrase = _join(words)
    complement = _complement(parse, head)
    return f"{phrase} of {complement}" if complement else phrase


def _complement(parse: Parse, head: Token) -> str | None:
    """The words of the "of" phrase that hangs on a noun, up to its own noun."""
    link = next(
        (c for c in head.children if c.text.lower() in {"of", "in", "worth"} and c.i > head.i), None
    )
    if link is None or link.text.lower() != "of" or link.i != head.i + 1:
        return None
    noun = link.child("pobj")
    if noun is None or noun.i - link.i > 6:
        return None
    return _join(list(parse.tokens[link.i + 1 : noun.i + 1]))


def _join(words: list[Token]) -> str | None:
    pieces: list[str] = []
    for at, token in enumerate(words):
        touching = at and token.start == words[at - 1].end
        pieces.append(token.text if touching or not at else f" {token.text}")
    phrase = "".join(pieces).strip()
    for article in ("the ", "The ", "of "):
        phrase = phrase.removeprefix(article)
    return phrase or None


def counted_by_words(parse: Parse, tokens: list[Token]) -> str | None:
    """Without a parser: the lower-case words after the number up to a plural, with their "of"."""
    taken: list[Token] = []
    while tokens and tokens[0].text.lower() in {"of", "the", "its", "his", "her", "their"}:
        tokens = tokens[1:]
    for token in tokens[:4]:
        if not token.text[0].isalpha() or token.text.lower() in STOPS:
            break
        taken.append(token)
        if token.text.endswith("s") or token.text in {
            "people",
            "men",
            "women",
            "children",
            "troops",
        }:
            break
    if not taken or len(taken) == 4:
        return None
    if parse.has_syntax and taken[-1].pos not in {"NOUN", "PROPN"}:
        return None
    rest = tokens[len(taken) :]
    if len(rest) > 1 and rest[0].text == "of" and rest[1].text.lower() not in STOPS:
        taken += rest[:2]
    return _join(taken)


def scope_around(text: str, start: int, end: int, floor: int, limit: int) -> str | None:
    """What the quantity is said to cover: "each side", "in total", "since May"."""
    before = TOTAL_BEFORE.search(text[max(floor, start - 14) : start])
    if before is not None:
        return "in total"
    clause = text[end : min(limit, end + REACH)]
    stop = re.search(r"[.;:!?,](?:\s|$)|\s(?:and|but|while)\s", clause)
    clause = clause[: stop.start()] if stop else clause
    found = [m for m in (p.search(clause) for p in SCOPES) if m]
    if not found:
        return None
    first = min(found, key=lambda m: m.start())
    words = first.groupdict().get("each") or first.group()
    return " ".join(words.split()).removesuffix(" of").removesuffix(" the")


def place_of(text: str, end: int, limit: int) -> str | None:
    """The place that a share is of ("99 % of Velkar Oblast"); None for people and their things."""
    match = PLACE.match(text, end, min(limit, end + 90))
    if match is None:
        return None
    place = match["place"].strip().rstrip(".")
    if re.search(r"['’]s?$|['’]s\s", place) or PEOPLE.search(place):
        return None
    return place or None
