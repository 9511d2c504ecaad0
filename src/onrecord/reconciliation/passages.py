"""Words of a reporter that no record stands for: a name by article and offsets.

A sentence in the reporter's own voice is no statement of anybody; a contradiction between two
reporters names it as "article@start-end", half-open offsets into the article's text.
"""

from __future__ import annotations

import re

from onrecord.records import Article, Citation

NAME = re.compile(r"(?P<article>[^@]+)@(?P<start>\d{1,9})-(?P<end>\d{1,9})\Z")


def passage_name(article: str, start: int, end: int) -> str:
    """The name of the characters `[start, end)` of an article."""
    return f"{article}@{start}-{end}"


def article_of_passage(name: str) -> str | None:
    """The id of the article in which a passage stands; None if this is no passage's name."""
    match = NAME.match(name)
    return match["article"] if match else None


def cite_passage(name: str, article: Article) -> Citation:
    """The passage of this name. Raises EvidenceMismatch if it does not lie in the article."""
    match = NAME.match(name)
    start, end = (int(match["start"]), int(match["end"])) if match else (0, 0)
    return Citation(article=article.id, span=article.span(start, end))
