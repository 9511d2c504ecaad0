"""ProQuest: documents between long lines of underscores, their fields labelled.

A document is: "Document 3 of 120", its title and address, "Full text: …", and behind the text one
labelled line each for title, publication, date, authors and much else. Saved as RTF or HTML it has
the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from onrecord.records import Metadata
from onrecord.sources.documents import (
    Document,
    Export,
    outlet_name,
    paragraphs_of,
    tidy,
    without_blank_ends,
)

RULE = re.compile(r"\s*_{20,}\s*$")
START = re.compile(r"\s*Document (?P<number>\d{1,6}) of (?P<count>\d{1,6})\s*$")
LABEL = re.compile(
    r"\s*(?P<label>Title|Author|Correspondence author|Publication title|Publication info"
    r"|Publication year|Publication date|Publication subject|Publisher|Place of publication"
    r"|Country of publication|Source type|Language of publication|Document type|Document feature"
    r"|ProQuest document ID|Document URL|Copyright|Last updated|Database|Full text|Full Text"
    r"|Abstract|Links|Subject|Location|People|Person|Company ?/ ?organi[sz]ation"
    r"|Identifier ?/ ?keyword|Business indexing term|Classification|Section|Pages|First page"
    r"|Volume|Issue|Edition|ISSN|e-?ISSN|CODEN|Number of pages|Dateline|Column|Credit|Series"
    r"|Alternate title|Product name|Ethnicity|DOI|Accession number|NAICS|Year|Supplement"
    r"|Number of references|Publication history.{0,30}|Supplemental data)\s*:\s*(?P<value>.*)$"
)
LABELLED = re.compile(r"\s*[A-Z][\w /,.'()-]{1,50}: ?\S?")  # with a label, known or not
OWN = ("Publication title", "Publication info", "Publication date", "ProQuest document ID")
NO_TEXT = re.compile(r"(?:none available|not available|full text not available).{0,20}", re.I)
DAY_IN_INFO = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}")
MOST_INFO = 500  # characters of "Publication info" that are looked at


def is_proquest(lines: Sequence[str]) -> bool:
    """Whether these are documents of ProQuest: its number or address, and labels of its own."""
    labels = {match["label"] for line in lines if (match := LABEL.match(line))}
    return "ProQuest document ID" in labels and not labels.isdisjoint(OWN[:-1])


def read_proquest(lines: Sequence[str]) -> Export:
    """The documents of such an export."""
    counts = [int(match["count"]) for line in lines if (match := START.match(line))]
    return Export(
        database="ProQuest",
        announced=counts[0] if counts else None,
        documents=_documents(lines),
    )


def _documents(lines: Sequence[str]) -> Iterator[Document]:
    """Yield each document: between two separators stands one if it has a label of its own."""
    start = 0
    labels_behind = False  # older exports have all labels before the text
    for end in [*_separators(lines), len(lines)]:
        inside = without_blank_ends(lines[start:end])
        start = end + 1
        if inside and (START.match(inside[0]) or any(map(_is_own, inside))):
            first, last = _text_range(inside)
            yield _document(inside, first, last, is_whole=last < len(inside) or not labels_behind)
            labels_behind |= last < len(inside)


def _is_own(line: str) -> bool:
    match = LABEL.match(line)
    return match is not None and match["label"] in OWN


def _separators(lines: Sequence[str]) -> list[int]:
    """The lines that part two documents. A rule inside a text parts nothing.

    Before a separator stands a labelled line (or nothing), or "Document 3 of 120" follows; files
    saved as RTF or HTML may have that line alone.
    """
    found: list[int] = []
    before = ""
    for at, line in enumerate(lines):
        if RULE.match(line):
            if not before or LABEL.match(before) or _opens(lines, at + 1):
                found.append(at)
        elif START.match(line) and before and not RULE.match(before) and LABEL.match(before):
            found.append(at)
        if line.strip():
            before = line
    return found


def _opens(lines: Sequence[str], at: int) -> bool:
    following = next((line for line in lines[at : at + 6] if line.strip()), "")
    return START.match(following) is not None


def _document(lines: Sequence[str], first: int, last: int, *, is_whole: bool) -> Document:
    """The document of these lines, whose text is `lines[first:last]`."""
    fields: dict[str, str] = {}
    for line in (*lines[:first], *lines[last:]):
        if match := LABEL.match(line):
            fields.setdefault(match["label"], tidy(match["value"]))
    body = list(lines[first:last])
    if body:
        match = LABEL.match(body[0])
        body[0] = match["value"] if match is not None else body[0]
    if len(body) <= 2 and NO_TEXT.fullmatch(tidy(" ".join(body))):
        body = []
    heading = next((tidy(x) for x in lines if x.strip() and not START.match(x)), "")
    return Document(
        metadata=_metadata(fields, heading if not LABEL.match(heading) else ""),
        body=paragraphs_of(body),
        is_whole=is_whole or not body,
    )


def _text_range(lines: Sequence[str]) -> tuple[int, int]:
    """Where the text begins, and where the run of labelled lines behind it does.

    A label in the middle of the text ("Location: the old harbour") ends nothing.
    """
    first = next((at for at, line in enumerate(lines) if _is_text_label(line)), None)
    if first is None:
        return 0, 0
    last = _run_of_labels(lines, first + 1, len(lines))
    # A value that runs over several lines ends the run too soon: but no text has these labels.
    own = next((at for at in range(first + 1, last) if _is_own(lines[at])), None)
    return first, last if own is None else _run_of_labels(lines, first + 1, own + 1)


def _run_of_labels(lines: Sequence[str], first: int, end: int) -> int:
    """Where the run of labelled lines that ends here begins: at a label that is known.

    Unknown ones count inside the run; before it they are what people say in an interview.
    """
    start = end
    while start > first and (not lines[start - 1].strip() or LABELLED.match(lines[start - 1])):
        start -= 1
    while start < end and not LABEL.match(lines[start]):
        start += 1
    return start


def _is_text_label(line: str) -> bool:
    match = LABEL.match(line)
    return match is not None and match["label"].lower() == "full text"


def _metadata(fields: dict[str, str], heading: str) -> Metadata:
    """What the labelled lines say; "The Shore; Port Alen" is an outlet and its place."""
    info = fields.get("Publication info", "")[:MOST_INFO]
    day = DAY_IN_INFO.search(info)
    outlet = fields.get("Publication title") or info
    return Metadata(
        title=fields.get("Title") or heading or None,
        outlet=outlet_name(outlet.partition(";")[0]),
        published=fields.get("Publication date") or (day[0] if day is not None else None),
        url=_address(fields.get("Document URL", "")),
        authors=_authors(fields.get("Author", "")),
    )


def _address(url: str) -> str | None:
    """The address in the database, without the library's proxy and account."""
    direct = unquote(url.rpartition("?url=")[2]) if "?url=" in url else url
    return direct.partition("?")[0] or None


def _authors(text: str) -> tuple[str, ...]:
    """The names of "Berg, Anna; Holm, Karl", first names first."""
    names = []
    for name in text[:2000].split(";"):
        last, _, rest = name.strip(" .").partition(",")
        names.append(tidy(f"{rest} {last}"))
    return tuple(dict.fromkeys(name for name in names if name))
