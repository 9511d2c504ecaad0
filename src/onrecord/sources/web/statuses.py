"""What a status of HTTP means for a reader, and what can be done about it."""

from __future__ import annotations

from onrecord.errors import ArticleUnreadable
from onrecord.sources.web.connection import Answer

REDIRECTS = frozenset({301, 302, 303, 307, 308})
ASKS_TO_WAIT = frozenset({429, 503})
BY_HAND = "open it in your browser, save the page and read the file"
LATER = "try again later"
# Status → (reason, remedy).
MEANINGS = {
    401: ("login needed", BY_HAND),
    402: ("behind a paywall", BY_HAND),
    403: ("refused by the site", BY_HAND),
    404: ("page not found", "correct the address; an archive of the web may have the page"),
    410: ("page taken down", "an archive of the web may have it"),
    429: ("site asks to wait", LATER),
    451: ("withheld for legal reasons", "an archive of the web may have it"),
    503: ("site asks to wait", LATER),
}


def refusal(where: str, answer: Answer) -> ArticleUnreadable:
    """The error that tells of an answer without a page."""
    usual = ("site in trouble", LATER) if answer.status >= 500 else ("no page here", BY_HAND)
    reason, remedy = MEANINGS.get(answer.status, usual)
    detail = f"status {answer.status}"
    wait = answer.headers.get("retry-after", "")[:40]
    if answer.status in ASKS_TO_WAIT and wait.isprintable() and wait:
        detail += f", Retry-After: {wait}"
    return ArticleUnreadable(where, reason, detail, remedy)
