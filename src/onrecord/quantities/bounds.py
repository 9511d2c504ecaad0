"""Words before and after a number that say which side of the amount it marks."""

from __future__ import annotations

import re

from onrecord.records import Bound

BEFORE: dict[Bound, str] = {
    "at_least": (
        "at least|no fewer than|no less than|not less than|not fewer than|more than|a minimum of"
        "|upwards of|upward of|over|above|exceeding|greater than|in excess of|well over|just over"
        "|well above|just above|as few as|as little as|minimum|better than|north of|a little over"
        "|slightly more than|slightly over|far more than|well more than"
    ),
    "at_most": (
        "up to|as many as|as much as|no more than|not more than|at most|a maximum of|fewer than"
        "|less than|under|below|no longer than|just under|no greater than|not exceeding"
        "|well under|well below|maximum|a ceiling of|a cap of|slightly less than|a little under"
    ),
    "about": (
        "about|around|nearly|almost|some|approximately|roughly|close to|an estimated|estimated"
        "|circa|approx.|~|near|just shy of|approaching|virtually|an approximate|nearly a|c."
        "|in the region of|in the order of"
    ),
}
AFTER: dict[Bound, str] = {
    "at_least": "or more|or longer|or above|plus|or higher|or greater|or better|at least",
    "at_most": "or less|or fewer|or under|or below|or lower|at most|at the most",
    "about": "or so|more or less|or thereabouts|-odd|-ish",
}


def _pattern(phrases: dict[Bound, str], before: bool) -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<{bound}>"
        + "|".join(re.escape(p).replace(r"\ ", r"\s{1,2}") for p in listed.split("|"))
        + ")"
        for bound, listed in phrases.items()
    )
    if before:
        return re.compile(
            rf"(?:^|(?<=[\s(“\"—–-]))(?:{groups})(?:\s(?:a|an|the|another))?\s{{0,2}}$", re.I
        )
    return re.compile(rf"(?:\s|-?(?=-)|-)(?:{groups})(?!\w)|(?P<plus>\+)", re.I)


BEFORE_PATTERN = _pattern(BEFORE, before=True)
AFTER_PATTERN = _pattern(AFTER, before=False)
REACH = 26  # characters: no phrase is longer


def bound_before(text: str, start: int, floor: int) -> tuple[Bound, int] | None:
    """The bound that stands right before `start`, and where its words begin."""
    low = max(floor, start - REACH)
    match = BEFORE_PATTERN.search(text[low:start])
    if match is None:
        return None
    return _named(match), low + match.start()


def bound_after(text: str, end: int, limit: int) -> tuple[Bound, int] | None:
    """The bound that stands right after `end`, and where its words end."""
    match = AFTER_PATTERN.match(text, end, min(limit, end + REACH))
    if match is None:
        return None
    return ("at_least" if match["plus"] else _named(match)), match.end()


def _named(match: re.Match[str]) -> Bound:
    bounds: tuple[Bound, ...] = ("at_least", "at_most", "about")
    return next(bound for bound in bounds if match[bound])
