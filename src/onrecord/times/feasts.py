"""Islamic and Jewish feasts; their days are wide on purpose.

An Islamic feast is seen a day earlier or later by country; a Jewish one begins the evening before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from onrecord.times.moon import hanukkah, islamic_day, islamic_year, jewish_new_year
from onrecord.times.nearest import DAYS_AHEAD
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import AFTER_YEAR, YEAR

DAY = dt.timedelta(days=1)
ISLAMIC = {  # month, day, how many days
    "ramadan": (9, 1, 30), "eid al fitr": (10, 1, 1), "eid al adha": (12, 10, 1),
    "ashura": (1, 10, 1), "arbaeen": (2, 20, 1),
}  # fmt: skip
JEWISH: dict[str, tuple[Callable[[int], dt.date], int, int]] = {  # from, days after it, how many
    "rosh hashanah": (jewish_new_year, 0, 2), "yom kippur": (jewish_new_year, 9, 1),
    "sukkot": (jewish_new_year, 14, 7), "hanukkah": (hanukkah, 0, 8),
    "purim": (jewish_new_year, -193, 1), "passover": (jewish_new_year, -163, 8),
    "shavuot": (jewish_new_year, -113, 2),
}  # fmt: skip
SPELLINGS = (
    (r"ramad[ah]+n", "ramadan"), (r"eid[- ](?:[ae]l|ul)[- ]fitr", "eid al fitr"),
    (r"eid[- ](?:[ae]l|ul)[- ]adha", "eid al adha"), (r"ashura", "ashura"),
    (r"arba[’']?e+n", "arbaeen"), (r"rosh[- ]hashana?h?", "rosh hashanah"),
    (r"yom[- ]kippur", "yom kippur"), (r"suk+ot|suc+oth?", "sukkot"),
    (r"(?:c?h)an+uk+ah?", "hanukkah"), (r"purim", "purim"), (r"passover|pesach", "passover"),
    (r"shavuoth?", "shavuot"),
)  # fmt: skip
SURNAMED = re.compile(r"(?:\b(?!The |In |During |Since |After |Before |By |For |Until |As |Holy "
                      r"|When |This |Last |Next )[A-Z][\w’'.-]+\s|-)$")  # fmt: skip


def read_feast(match: re.Match[str], context: Context) -> Reading | None:
    """The days of a feast, with one to spare; without a year the one meant by the words around."""
    if SURNAMED.search(match.string, max(0, match.start() - 20), match.start()):
        return None  # "Mr. Ramadan"
    words = " ".join(match["feast"].lower().split())
    name = next(name for spelling, name in SPELLINGS if re.fullmatch(spelling, words))
    if match["year"]:
        found = [
            days for days in _feasts(name, int(match["year"])) if days[0].year == int(match["year"])
        ]
        return _reading(*found[0], islamic=name in ISLAMIC) if len(found) == 1 else None
    if context.today is None:
        return unsettled("XXXX")
    return _reading(*_nearest(name, context), islamic=name in ISLAMIC)


def _feasts(name: str, year: int) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the first day of each such feast about this year and the day after it, in order."""
    if name in ISLAMIC:
        month, day, count = ISLAMIC[name]
        first = islamic_year(dt.date(year, 1, 1))
        starts = [islamic_day(number, month, day) for number in range(first - 2, first + 4)]
    else:
        anchor, after, count = JEWISH[name]
        starts = [anchor(number) + after * DAY for number in range(year - 1, year + 2)]
    for start in starts:
        yield start, start + count * DAY


def _nearest(name: str, context: Context) -> tuple[dt.date, dt.date]:
    """The feast that is going on, the coming one where the words look there, or the last."""
    today = context.today or dt.date.max
    feasts = list(_feasts(name, today.year))
    coming = next(days for days in feasts if days[1] > today)
    last = feasts[feasts.index(coming) - 1]
    return coming if (coming[0] - today).days <= DAYS_AHEAD[context.direction or "open"] else last


def _reading(start: dt.date, end: dt.date, *, islamic: bool) -> Reading:
    """A day alone or the first and last day as value; the interval has one to spare."""
    last = end - DAY
    value = start.isoformat() if start == last else f"{start}/{last}"
    late = end + DAY if islamic else end
    return Reading(timex3=value, start=start - DAY, end=late, precision="fuzzy")


RULES = (
    Rule(
        r"(?:(?:the )?(?:holy month|month|feast|holiday|festival|fast) of )?"
        rf"(?P<feast>{'|'.join(spelling for spelling, _ in SPELLINGS)})\b(?! (?-i:[A-Z]))"
        rf"(?:(?: of|,)? (?P<year>{YEAR}){AFTER_YEAR})?",
        read_feast,
    ),
)
