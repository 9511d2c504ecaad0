"""One row of a table or one JSON object to a page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.options import Role, SourceOptions

Row = Mapping[str, object]

HTML = re.compile(r"\s*(?:<!doctype html|<html\b|<(?:p|div|article|section|h\d)\b[^>]*>)", re.I)
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
BETWEEN_AUTHORS = re.compile(r"\s*(?:;|,|\||\band\b|\n)\s*")
MOST_CHARACTERS = 50_000_000  # as for files, see `files.MOST_BYTES`


def page_of_row(row: Row, where: str, options: SourceOptions) -> Page:
    """The page of a row whose keys are in lower case.

    Raises ArticleUnreadable if the row holds no text.
    """
    text = _first(row, "text", options)
    if text is None:
        empty = [name for name in options.names("text") if name in row]
        raise ArticleUnreadable(
            where,
            "row without text",
            f"nothing to read in {', '.join(empty)}"
            if empty
            else f"found {', '.join(sorted(row)) or 'no field'}",
            "fill it in, or remove the row"
            if empty
            else "name the text column with --text, or fill it in",
        )
    if len(text) > MOST_CHARACTERS:
        raise ArticleUnreadable(where, "text too large", f"{len(text):,} characters", "split it")
    return Page(
        path=where,
        original=text.encode(),
        raw=text,
        encoding="utf-8",
        media_type="text/html" if HTML.match(text) else "text/plain",
        metadata=metadata_of_row(row, options),
    )


def metadata_of_row(row: Row, options: SourceOptions) -> Metadata:
    """What the other columns of a row say about its article."""
    return Metadata(
        title=_first(row, "title", options),
        outlet=_first(row, "outlet", options),
        published=_first(row, "date", options),
        url=_first(row, "url", options),
        authors=_authors(row, options),
    )


def row_id(row: Row, options: SourceOptions) -> str | None:
    """The row's own id, in one line, or None."""
    value = _first(row, "id", options)
    return " ".join(value.split())[:200] if value else None


def has_column(names: Iterable[str], role: Role, options: SourceOptions) -> bool:
    """Whether one of these column names can play this role."""
    return not {name.lower() for name in names}.isdisjoint(options.names(role))


def lower_keys(row: Mapping[Any, object]) -> dict[str, object]:
    """The row with its keys in lower case; the first of two that fall together stays."""
    lowered: dict[str, object] = {}
    for key, value in row.items():
        if key is not None:
            lowered.setdefault(key.strip().lower(), value)
    return lowered


def _first(row: Row, role: Role, options: SourceOptions) -> str | None:
    """The first filled column of a role, as text."""
    for name in options.names(role):
        text = _as_text(row.get(name))
        if text:
            return text
    return None


def _as_text(value: object) -> str | None:
    """A value as text: strings as they stand, dates by ISO 8601, lists of paragraphs joined.

    Half of a surrogate pair, which JSON can write and no file can hold, is a character lost.
    """
    text: str | None = None
    match value:
        case str():
            text = value
        case bool() | None:
            pass
        case dt.date():  # a datetime is one too
            text = value.isoformat()
        case int() | float():
            text = str(value)
        case {"name": str(name)}:  # {"source": {"id": …, "name": …}} of news services
            text = name
        case list() if all(isinstance(part, str) for part in value):
            text = "\n\n".join(value)
    return LONE_SURROGATE.sub("\ufffd", text) if text and text.strip() else None


def _authors(row: Row, options: SourceOptions) -> tuple[str, ...]:
    """The authors' names; one string is cut at commas, semicolons and "and"."""
    for name in options.names("authors"):
        value = row.get(name)
        parts = value if isinstance(value, list) else [value]
        texts = [text for part in parts if (text := _as_text(part))]
        if texts:
            return split_authors("; ".join(texts))
    return ()


def split_authors(text: str) -> tuple[str, ...]:
    """The names in a byline, in order, each once."""
    byline = re.sub(r"^\s*by\s+", "", text, flags=re.I)
    names = (name.strip() for name in BETWEEN_AUTHORS.split(byline[:2000]))
    return tuple(dict.fromkeys(name for name in names if name))
