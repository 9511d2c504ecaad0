"""When: expressions of time as intervals of days, and the date of an article.

`find_times` reads every expression of time in an article; `date_article` says when the article
was published, with its reasons, and leaves open what the text does not settle.
"""

from onrecord.times.dating import date_article, infer_date
from onrecord.times.find import find_times

__all__ = ["date_article", "find_times", "infer_date"]
