"""Days of the Islamic and the Jewish calendar in ours, by their arithmetic.

Source: Reingold and Dershowitz, Calendrical Calculations. The Jewish calendar is this arithmetic;
the Islamic months begin with the moon that is seen, so that its days are right to about one.
"""

from __future__ import annotations

import datetime as dt

ISLAMIC_EPOCH = 227015  # 1 Muharram of the year 1 as an ordinal of our calendar
JEWISH_EPOCH = -1373427
PARTS_OF_DAY = 25920
FIRST_JEWISH = 3761  # the year that begins in the autumn of our year 0


def islamic_day(year: int, month: int, day: int) -> dt.date:
    """The day of the Islamic calendar by the table of leap years."""
    ordinal = (
        day
        + 29 * (month - 1)
        + (6 * month - 1) // 11
        + (year - 1) * 354
        + (3 + 11 * year) // 30
        + ISLAMIC_EPOCH
        - 1
    )
    return dt.date.fromordinal(ordinal)


def islamic_year(day: dt.date) -> int:
    """The Islamic year in which a day lies."""
    return (30 * (day.toordinal() - ISLAMIC_EPOCH) + 10646) // 10631


def jewish_new_year(year: int) -> dt.date:
    """Rosh Hashanah, the first of Tishri, in the autumn of this year of ours."""
    jewish = year + FIRST_JEWISH
    before, day, after = (_days_before(jewish + step) for step in (-1, 0, 1))
    late = 2 if after - day == 356 else 1 if day - before == 382 else 0
    return dt.date.fromordinal(JEWISH_EPOCH + day + late)


def _days_before(jewish: int) -> int:
    """The days from the epoch to the new moon of a year, put off where its weekday is barred."""
    months = (235 * jewish - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // PARTS_OF_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def hanukkah(year: int) -> dt.date:
    """The 25th of Kislev of this year of ours; Heshvan before it has 29 days or 30."""
    new_year = jewish_new_year(year)
    length = (jewish_new_year(year + 1) - new_year).days
    return new_year + dt.timedelta(days=84 if length in {355, 385} else 83)
