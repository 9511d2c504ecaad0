"""On which page of the paper a passage stands."""

from __future__ import annotations

from onrecord.records import Article

END_OF_PAGE = "\f"


def printed_page(article: Article, at: int) -> int | None:
    """The number, from 1, of the page of a PDF on which the character at `at` of the text stands.

    None if the original knows no pages, or the character has no place in it.
    """
    raw_start, _ = article.raw_range(at, at + 1)
    if raw_start is None or END_OF_PAGE not in article.raw:
        return None
    return article.raw.count(END_OF_PAGE, 0, raw_start) + 1
