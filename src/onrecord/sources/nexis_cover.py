"""The cover page of a Nexis export: its contents list, its count, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.sources.dates import is_date_line
from onrecord.sources.documents import tidy

ENDS, BODY = ("End of Document", "Ende des Dokuments"), "Body"  # the second where a user set it so
COUNT = re.compile(r"Documents? \((?P<count>[\d,]{1,9})\)$")
CONTENTS = re.compile(r"(?P<number>\d{1,6})\.\s*(?P<title>.*)$")
COVER = re.compile(r"(?:Job Number|Date and Time|User Name):")


def is_contents_list(lines: Sequence[str]) -> bool:
    """Whether these lines are the list that Nexis puts beside documents saved one by one."""
    stripped = [line.strip() for line in lines]
    return (
        BODY not in stripped
        and _has_cover_lines(stripped)
        and any(COUNT.match(line) for line in stripped)
    )


def _has_cover_lines(lines: Sequence[str]) -> bool:
    return len({match[0] for line in lines if (match := COVER.match(line))}) > 1


def exports_of(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the lines of each export of a file in which several were joined end to end."""
    marks = [at for at, line in enumerate(lines) if line in {BODY, *ENDS}]
    starts = [
        mark + 1
        for mark, following in pairwise(marks)
        if lines[mark] in ENDS and _has_cover_lines(lines[mark + 1 : following])
    ]
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        yield lines[start:end]


def first_line(lines: Sequence[str]) -> int:
    """Where the first document begins: behind the cover page and its contents list, if any."""
    end = next(at for at, line in enumerate(lines) if line in {BODY, *ENDS})
    if not any(COVER.match(line) or COUNT.match(line) for line in lines[:end]):
        return 0
    entries = [at for at in range(end) if CONTENTS.match(lines[at])]
    if entries:
        title, _ = _entry(lines, entries[0])
        _, behind = _entry(lines, entries[-1])
        same = [at for at in range(behind, end) if title and tidy(lines[at]) == title]
        if same:
            return same[-1]
    dates = [at for at in range(2, end) if is_date_line(lines[at])]
    filled = [at for at in range(dates[-1] if dates else 0) if lines[at]]
    return filled[-2] if len(filled) > 1 else end


def _entry(lines: Sequence[str], at: int) -> tuple[str, int]:
    """The title in an entry of the contents list, which may stand below its number, and its end."""
    match = CONTENTS.match(lines[at])
    if match is not None and match["title"]:
        return tidy(match["title"]), at + 1
    below = next((b for b in range(at + 1, min(at + 4, len(lines))) if lines[b]), at)
    return tidy(lines[below]), below + 1


def announced_in(cover: Sequence[str]) -> int | None:
    """How many documents the cover page says there are: by its count, or its contents list."""
    for line in cover:
        if match := COUNT.match(line):
            return int(match["count"].replace(",", ""))
    last = 0
    for line in cover:
        match = CONTENTS.match(line)
        if match is not None and int(match["number"]) == last + 1:
            last += 1
    return last or None
