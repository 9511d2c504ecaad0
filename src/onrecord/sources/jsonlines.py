"""JSON lines to pages: one object per line, broken lines reported by number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from onrecord.errors import ArticleUnreadable
from onrecord.records import Page
from onrecord.sources.encodings import MIXED
from onrecord.sources.options import SourceOptions
from onrecord.sources.paths import RowPaths
from onrecord.sources.rows import lower_keys, page_of_row, row_id
from onrecord.sources.unread_dates import UnreadDates

MOST_LINE_BYTES = 64_000_000  # one line is one article with its metadata
MOST_BLANK_LINES = 100_000  # a small archive can hold a thousand million of them


def read_json_lines(
    stream: IO[bytes], where: str, options: SourceOptions
) -> Iterator[Page | ArticleUnreadable]:
    """Yield a page, or why there is none, for each line that is not blank; then unread dates."""
    paths = RowPaths(where)
    dates = UnreadDates("line")
    number = blank = 0
    while line := stream.readline(MOST_LINE_BYTES):
        number += 1
        if len(line) == MOST_LINE_BYTES and not line.endswith(b"\n"):
            yield _broken(where, number, f"longer than {MOST_LINE_BYTES:,} bytes")
            _skip_rest_of_line(stream)
        elif not line.strip(b" \t\r\n\xef\xbb\xbf"):
            blank += 1
            if blank > MOST_BLANK_LINES:
                yield _broken(where, number, f"more than {MOST_BLANK_LINES:,} blank lines in a row")
                break
        else:
            blank = 0
            try:
                row = _object(line, where, number)
                page = page_of_row(row, paths.path(row_id(row, options), number), options)
            except ArticleUnreadable as unreadable:
                yield unreadable
            else:
                dates.note(page.metadata.published, number)
                yield page
    yield from dates.told(where)


def is_json_object(line: bytes) -> bool:
    """Whether a line holds one JSON object."""
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _object(line: bytes, where: str, number: int) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig", MIXED))
    except RecursionError as error:
        raise _broken(where, number, "too many lists or objects within each other") from error
    except ValueError as error:
        raise _broken(where, number, str(error)) from error
    if not isinstance(row, dict):
        raise _broken(where, number, f"a {type(row).__name__}, not an object")
    return lower_keys(row)


def _broken(where: str, number: int, detail: str) -> ArticleUnreadable:
    return ArticleUnreadable(
        f"{where}, line {number}", "broken JSON line", detail, "mend or remove the line"
    )


def _skip_rest_of_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass
