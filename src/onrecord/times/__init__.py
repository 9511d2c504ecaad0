"""When: expressions of time as intervals of days, and the date of an article.

`find_times` reads every expression of time in an article; `date_article` says when the article
was published, with its reasons, and leaves open what the text does not settle. `infer_date` is
what the text alone tells of it, and `decided_dates` what people decided.
"""

from onrecord.times.dating import date_article, infer_date
from onrecord.times.decided import (
    SET,
    check_dated,
    dated,
    decided_dates,
    is_about_dates,
    read_day,
)
from onrecord.times.find import find_times

__all__ = [
    "SET",
    "check_dated",
    "date_article",
    "dated",
    "decided_dates",
    "find_times",
    "infer_date",
    "is_about_dates",
    "read_day",
]
