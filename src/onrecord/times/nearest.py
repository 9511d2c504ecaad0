"""The year of a day or month that is named without one: the last one, or the next.

Of two candidates a year apart the words around choose, within bounds: what is much nearer is
meant, though the verb looks the other way. News names far days with their year.
"""

from __future__ import annotations

import datetime as dt

from onrecord.times.readings import Direction

# Up to how many days ahead the coming day is meant; beyond, the one a year before. Seen on the days
# without a year of TempEval-3 (train): under a past verb, of twelve that could lie up to 62 days
# ahead eleven do; where no word tells, all five ahead lie within 61 days and none far back. For
# What a verb in the past tense itself was done on ("met on 20 June") never lies ahead. For
# plans told in the past and for future verbs the days are few; there the bounds are a choice.
DAYS_AHEAD: dict[Direction, int] = {
    "past": 62,
    "done": 0,
    "open": 122,
    "planned": 214,
    "future": 303,
}
# A month is named without its year up to a year back ("in August"): the past tense is believed.
MONTHS_AHEAD: dict[Direction, int] = {"past": 0, "done": 0, "open": 4, "planned": 7, "future": 11}


def year_of_day(today: dt.date, month: int, number: int, direction: Direction | None) -> int:
    """The year of the day that is meant by its month and number."""
    ahead = ((month - today.month) * 30 + number - today.day) % 365
    coming = today.year + ((month, number) < (today.month, today.day))
    return coming if ahead <= DAYS_AHEAD[direction or "open"] else coming - 1


def year_of_month(today: dt.date, month: int, direction: Direction | None) -> int:
    """The year of the month that is meant by its name; the running month counts as ahead."""
    ahead = (month - today.month) % 12
    coming = today.year + (month < today.month)
    return coming if ahead <= MONTHS_AHEAD[direction or "open"] else coming - 1
