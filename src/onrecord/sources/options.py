"""Which column of a table is what: what a user may set, and the names that are found alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["text", "title", "date", "outlet", "url", "authors", "id"]

# The first name that a row fills wins. `content_original` stands before `text` and `content`:
# corpora that have it hold a tokenised or lower-cased copy under the shorter names.
COLUMNS: Mapping[Role, tuple[str, ...]] = {
    "text": (
        "content_original",
        "text",
        "content",
        "article",
        "body",
        "story",
        "full_text",
        "fulltext",
        "article_text",
        "maintext",
        "bodytext",
    ),
    "title": ("title", "headline", "head"),
    "date": (
        "date",
        "published",
        "publication_date",
        "published_at",
        "publishedat",
        "date_published",
        "datepublished",
        "date_publish",
        "pubdate",
        "pub_date",
        "publish_date",
    ),
    "outlet": (
        "source",
        "outlet",
        "publisher",
        "publication",
        "newspaper",
        "source_name",
        "sitename",
        "site",
    ),
    "url": ("url", "link", "source_url", "href", "web_url"),
    "authors": ("authors", "author", "byline", "creator"),
    "id": ("id", "article_id", "doc_id", "document_id", "uuid", "guid"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """The columns of a table or the fields of JSON lines, where their names are not enough.

    A column that is named here is the only one tried; case does not matter. `limit` stops after
    so many pages. `urls` takes the source for a list of addresses and fetches what stands there;
    `offline` asks nobody and reads what was fetched before.
    """

    text: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: str | None = None
    id: str | None = None
    limit: int | None = None
    urls: bool = False
    offline: bool = False

    def names(self, role: Role) -> tuple[str, ...]:
        """The column names to try for this role, in lower case, best first."""
        named: str | None = getattr(self, role)
        return (named.lower(),) if named else COLUMNS[role]
