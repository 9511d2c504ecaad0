"""The text of a mail: what its sender wrote, or passed on, without what mail puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from onrecord.records import Excluded

MARKS = re.compile(r"(?:> ?)+")
SIGNATURE = "--"
LONGEST_SIGNATURE = 20  # lines; what is longer is text below a rule
# What programs put above a mail that is passed on or answered.
RULE = re.compile(
    r"[\s>*_]*(?:-{2,}\s*(?:forwarded|original) (?:message|mail|email)"
    r"(?: from [^\n]{0,100})?\s*-{2,}"
    r"|begin forwarded message:)[\s*_]*",
    re.I,
)
FIELD = re.compile(r"\*?(from|sent|date|to|cc|subject|reply-to|importance):\*?\s?(.{0,500})", re.I)
FEWEST_FIELDS = 3  # in a row are the header of a mail, even without a rule above them
WROTE = re.compile(r"On .{6,200} wrote:")
BREAK = re.compile(r"<(?:br|/?(?:div|p|td|tr|table|blockquote))\b[^<>]{0,5000}>", re.I)
TAG = re.compile(r"<[^<>]{0,5000}>")
MOST_LOOKED_AT = 200_000  # characters of a page of HTML: a mail is passed on near its top
SHORT = 40  # words: a note above a mail that is passed on has seldom more
PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|sv|vs)\s*(?:\[\d+\])?\s*:)+\s*", re.I)


@dataclass(slots=True)
class MailText:
    """The text of a mail, and what of it is left out.

    `subject` and `date` are those of a mail that was passed on inside it.
    """

    text: str
    left_out: tuple[Excluded, ...] = ()
    subject: str | None = None
    date: str | None = None


@dataclass(slots=True)
class _Sorted:
    reasons: dict[int, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)


def read_mail_text(text: str, *, flowed: bool, delete_space: bool) -> MailText:
    """The text of a plain part: lines broken on the way are whole, the rest is as it came.

    Signatures, answered mails, the headers of a mail that is passed on and the note above it are
    left out, each with its reason.
    """
    lines = re.split("\r\n?|\n", text)
    if flowed:
        lines = list(_unfolded(lines, delete_space))
    found = _Sorted()
    _signature(lines, found)
    _passed_on(lines, found)
    _quotations(lines, found)
    if not any(
        c.isalpha() for at, line in enumerate(lines) if at not in found.reasons for c in line
    ):
        # A mail of nothing but quotations passes them on.
        lines = [line[match.end() :] if (match := MARKS.match(line)) else line for line in lines]
        found = _Sorted()
        _passed_on(lines, found)
    return MailText(
        text="\n".join(lines),
        left_out=tuple(_stretches(lines, found.reasons)),
        subject=without_prefix(found.fields.get("subject")),
        date=found.fields.get("date") or found.fields.get("sent"),
    )


def passed_on_in(html: str) -> MailText:
    """Subject and date of a mail that is passed on inside this page of HTML; None of each if none.

    Only what stands below a rule that says so counts; the page's text is read elsewhere.
    """
    shown = unescape(TAG.sub("", BREAK.sub("\n", " ".join(html[:MOST_LOOKED_AT].split()))))
    lines = [" ".join(line.split()) for line in shown.split("\n") if line.strip()]
    for at, line in enumerate(lines):
        if RULE.fullmatch(line) and "forward" in line.lower():
            _, fields = _fields(lines, at + 1)
            if len(fields) >= FEWEST_FIELDS:
                subject = without_prefix(fields.get("subject"))
                return MailText("", subject=subject, date=fields.get("date") or fields.get("sent"))
    return MailText("")


def without_prefix(subject: str | None) -> str | None:
    """A subject without "Re:" and "Fwd:" in front of it; None if nothing is left."""
    return " ".join(PREFIX.sub("", (subject or "")[:1000]).split()) or None


def _unfolded(lines: Sequence[str], delete_space: bool) -> Iterator[str]:
    """Yield the paragraphs of a flowed text (RFC 3676): a line that ends in a blank goes on."""
    open_text, open_marks = "", None
    for line in lines:
        marks = re.match(">*", line)
        depth = marks.group() if marks else ""
        rest = line[len(depth) :].removeprefix(" ")
        if open_marks is not None and (depth != open_marks or not rest):
            yield open_text.rstrip()
            open_text, open_marks = "", None
        start = open_text if open_marks is not None else (f"{depth} " if depth else "")
        if rest.endswith(" ") and rest != "-- ":
            open_text, open_marks = start + (rest[:-1] if delete_space else rest), depth
        else:
            yield start + rest
            open_text, open_marks = "", None
    if open_marks is not None:
        yield open_text.rstrip()


def _signature(lines: Sequence[str], found: _Sorted) -> None:
    """All below the last line of two hyphens, if that is no more than a signature."""
    marks = [at for at, line in enumerate(lines) if line.rstrip() == SIGNATURE]
    if marks and len(lines) - marks[-1] <= LONGEST_SIGNATURE:
        found.reasons.update(dict.fromkeys(range(marks[-1], len(lines)), "signature"))


def _passed_on(lines: Sequence[str], found: _Sorted) -> None:
    """The header of a mail inside this one: of one passed on, or of the one that is answered."""
    at = 0
    while at < len(lines):
        rule = RULE.fullmatch(lines[at]) if at not in found.reasons else None
        first = at + (rule is not None)
        while rule and first < len(lines) and not lines[first].strip():
            first += 1
        end, fields = _fields(lines, first)
        if at not in found.reasons and (rule or len(fields) >= FEWEST_FIELDS):
            is_forward = rule is not None and "forward" in lines[at].lower()
            if _set_apart(lines, found, (at, end), is_forward=is_forward):
                found.fields = fields
            return
        at = max(end, at + 1)


def _set_apart(
    lines: Sequence[str], found: _Sorted, header: tuple[int, int], *, is_forward: bool
) -> bool:
    """Leave out the header and what stands above it, or all below if the mail is an answer.

    Whether a mail is passed on.
    """
    at, end = header
    above = sum(len(line.split()) for i, line in enumerate(lines[:at]) if i not in found.reasons)
    if above > SHORT and not is_forward:
        found.reasons.update(dict.fromkeys(range(at, len(lines)), "answered mail"))
        return False
    found.reasons.update(dict.fromkeys(range(at), "note above the mail"))
    found.reasons.update(dict.fromkeys(range(at, end), "header of the mail"))
    return True


def _fields(lines: Sequence[str], first: int) -> tuple[int, dict[str, str]]:
    """Where the header fields from this line on end, and what they say."""
    fields: dict[str, str] = {}
    at = first
    while at < len(lines) and (match := FIELD.fullmatch(lines[at].strip())):
        fields.setdefault(match[1].lower(), match[2].strip(" *"))
        at += 1
    return at, fields


def _quotations(lines: Sequence[str], found: _Sorted) -> None:
    """Lines marked as another mail's, and the line that says whose."""
    for at, line in enumerate(lines):
        if at in found.reasons:
            continue
        if line.startswith(">") or (
            WROTE.fullmatch(line.strip()) and any(x.startswith(">") for x in lines[at + 1 : at + 3])
        ):
            found.reasons[at] = "answered mail"


def _stretches(lines: Sequence[str], reasons: dict[int, str]) -> Iterator[Excluded]:
    """Yield what is left out, line by line."""
    start = 0
    for at, line in enumerate(lines):
        if at in reasons and line.strip():
            yield Excluded(
                raw_start=start, raw_end=start + len(line), text=line.strip(), reason=reasons[at]
            )
        start += len(line) + 1
