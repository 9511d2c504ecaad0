"""What a document's properties say of it, as far as the document itself bears them out."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.records import Metadata
from onrecord.sources.rows import split_authors

BEGINNING = 3_000  # characters: a first page down to its first paragraphs
LONGEST_TITLE = 400


def borne_out(title: str | None, author: str | None, text: str, listed: Metadata) -> Metadata:
    """The metadata of a document: what is listed for it, then properties that its text repeats.

    Programs fill properties in by themselves: a title is often that of the template or the file,
    an author whoever owned the computer, a date the day of the last save. So a title counts if
    its words stand at the beginning of the text, an author if a byline there names them, and no
    date is taken.
    """
    beginning = _folded(text[:BEGINNING])
    known = listed
    words = _folded((title or "")[:LONGEST_TITLE])
    if known.title is None and words.count(" ") > 2 and words in beginning:
        known = replace(known, title=" ".join((title or "").split()))
    names = split_authors(author or "")
    if not known.authors and names and all(f" by {_folded(n)[1:]}" in beginning for n in names[:1]):
        named = tuple(name for name in names if _folded(name) in beginning)
        known = replace(known, authors=named)
    return known


def _folded(text: str) -> str:
    """Its letters and digits in lower case, a blank between two words and at both ends."""
    words = re.findall(r"[^\W_]+", text.lower())
    return f" {' '.join(words)} "
