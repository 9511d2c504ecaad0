"""How these tests mark a statement in a text: [S source], [C cue] and [T content] stand inline."""

from __future__ import annotations

import re

from onrecord.language.english import parse_article
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.quotations import find_quotations
from onrecord.statements.ranges import Range
from onrecord.statements.wording import worded
from tests.statements.reading import article_of

MARK = re.compile(r"\[([SCT]) ([^\]]*)\]")


def drafted(marked: str, *, light: bool = False) -> tuple[Draft, Page]:
    """The draft of the marked statement, with its page."""
    roles: dict[str, list[Range]] = {"S": [], "C": [], "T": []}
    text, last = "", 0
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        roles[found[1]].append((len(text), len(text) + len(found[2])))
        text += found[2]
        last = found.end()
    text += marked[last:]
    article = article_of(text)
    page = Page(text, parse_article(article, light=light), find_quotations(article))
    return worded(page, roles["S"], roles["C"], roles["T"], "clause"), page
