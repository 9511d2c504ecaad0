"""Mailboxes (mbox): the mails in one file, one after the other, none but one in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from onrecord.errors import ArticleUnreadable
from onrecord.sources.files import MOST_BYTES

# The line before each mail: "From maren@gaze.example Mon Mar  9 08:00:00 2026". Not every program
# marks a line of text that begins with "From ", so the time and the year have to be there.
BEGINS = re.compile(rb"From [^\n]{0,300}?\d\d:\d\d[^\n]{0,60}?\b(?:19|20)\d\d\b")
MARKED = re.compile(rb">+From ")  # a line of the text, marked lest it begin a mail
MOST_LINE_BYTES = 1 << 20  # read at once


def begins_mailbox(start: bytes) -> bool:
    """Whether a file that begins so is a mailbox."""
    return BEGINS.match(start) is not None


def split_mailbox(stream: IO[bytes], where: str) -> Iterator[bytes | ArticleUnreadable]:
    """Yield each mail of a mailbox, or why it is none, in order.

    Raises ArticleUnreadable if the stream is no mailbox.
    """
    mail: list[bytes] = []
    size = number = 0
    after_blank = at_start = True
    while line := stream.readline(MOST_LINE_BYTES):
        if at_start and after_blank and BEGINS.match(line):
            if number:
                yield _mail(mail, size, f"{where}#{number}")
            number += 1
            mail, size = [], 0
        elif number == 0 and line.strip():
            raise ArticleUnreadable(
                where, "no mailbox", "it does not begin with a From line", "save it as .eml"
            )
        else:
            size += len(line)
            if size <= MOST_BYTES:
                mail.append(line[1:] if at_start and MARKED.match(line) else line)
        after_blank = at_start and not line.strip()
        at_start = line.endswith(b"\n")
    if number == 0:
        raise ArticleUnreadable(where, "empty file", "", "remove it, or export the mails again")
    yield _mail(mail, size, f"{where}#{number}")


def _mail(lines: list[bytes], size: int, where: str) -> bytes | ArticleUnreadable:
    if size <= MOST_BYTES:
        return b"".join(lines)
    return ArticleUnreadable(
        where, "mail too large", f"{size:,} bytes, at most {MOST_BYTES:,}", "save its attachments"
    )
