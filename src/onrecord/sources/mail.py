"""Mails (.eml, .mbox) to pages: what was written or passed on, and the articles attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from pathlib import PurePosixPath
from typing import IO, Any, cast

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.encodings import decode
from onrecord.sources.exports import documents_of
from onrecord.sources.files import MOST_BYTES
from onrecord.sources.formats import PDF_MARK, READABLE, pages_of_file
from onrecord.sources.mail_text import MailText, passed_on_in, read_mail_text, without_prefix
from onrecord.sources.mailboxes import split_mailbox

Found = Iterator[Page | ArticleUnreadable]
MOST_HEADER = 4_000  # characters of one header that are looked at; the library is slow on long ones
MOST_BOUNDARIES = 200  # multiparts in one mail; the library goes one call deeper for each
MOST_LINE_BOUNDARIES = 20_000_000  # lines times boundaries: it tries each boundary on each line
DEEPEST = 10  # mails passed on inside mails
MOST_PARTS = 5_000  # lines that may begin a part
MOST_PAGES = 500  # of one mail: a digest of a list has a hundred
BOUNDARY = re.compile(rb"boundary[*\d]{0,8}[ \t]*=", re.I)
HEADER = re.compile(rb"(?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.M)
MAIL_HEADERS = re.compile(
    rb"^(?:from|date|message-id|mime-version|received|return-path|subject)[ \t]*:", re.I | re.M
)
# A plain part of so few words, beside HTML with so many times more, says "use HTML".
STUB_WORDS, STUB_SHARE = 40, 4
TAG = re.compile(r"<[^<>]{0,5000}>")
# What is no document, and is passed over without a word.
NO_DOCUMENTS = re.compile(
    r"image/|audio/|video/|font/|text/(?:calendar|vcard|x-vcard|css)|.*signature"
    r"|application/applefile"  # what a Mac knows of the file beside it
)
ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime"})
SENT = "Sent: "  # before the date: it is the mail's, not that of a publication


class _Bounded(EmailPolicy):
    """The library's modern policy, with long headers cut before they are parsed."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MOST_HEADER]


POLICY = _Bounded()


@dataclass(slots=True)
class _Parts:
    """The parts of a mail by what they are: its text in either form, and what hangs on it."""

    plain: list[EmailMessage] = field(default_factory=list)
    html: list[EmailMessage] = field(default_factory=list)
    attached: list[EmailMessage] = field(default_factory=list)


def is_mail(data: bytes) -> bool:
    """Whether bytes begin with the headers of a mail, three of the usual ones among them."""
    match = HEADER.match(data[:20_000].replace(b"\r\n", b"\n"))
    return match is not None and len(set(MAIL_HEADERS.findall(match[0].lower()))) >= 3


def read_mailbox(stream: IO[bytes], where: str) -> Found:
    """Yield the pages of each mail of a mailbox: "mail.mbox#3", "mail.mbox#3/report.pdf"."""
    for number, mail in enumerate(split_mailbox(stream, where), start=1):
        if isinstance(mail, ArticleUnreadable):
            yield mail
            continue
        try:
            yield from read_mail(mail, f"{where}#{number}")
        except ArticleUnreadable as unreadable:
            yield unreadable


def read_mail(data: bytes, where: str, metadata: Metadata | None = None, depth: int = 0) -> Found:
    """Yield the page of a mail's text and those of what is attached to it.

    `depth` counts the mails around it. Raises ArticleUnreadable if the mail is encrypted, built to
    break its readers, or empty.
    """
    if depth > DEEPEST:
        raise _nested(where, f"more than {DEEPEST} mails inside each other")
    if len(data) > MOST_BYTES:
        detail = f"{len(data):,} bytes, at most {MOST_BYTES:,}"
        raise ArticleUnreadable(where, "mail too large", detail, "save its attachments")
    boundaries = len(BOUNDARY.findall(data))
    parts = data.count(b"\n--") if boundaries else 0
    is_slow = boundaries * data.count(b"\n") > MOST_LINE_BOUNDARIES
    if boundaries > MOST_BOUNDARIES or parts > MOST_PARTS or is_slow:
        raise _nested(where, f"{parts:,} parts, {boundaries:,} of which have parts")
    try:
        mail = cast(EmailMessage, message_from_bytes(data, policy=cast(Any, POLICY)))
        found = list(_pages(mail, where, metadata or Metadata(), depth))
    except RecursionError as error:
        raise _nested(where, "too deep for the reader") from error
    if len(found) > MOST_PAGES:
        raise _nested(where, f"{len(found):,} texts")
    yield from found


def _pages(mail: EmailMessage, where: str, listed: Metadata, depth: int) -> Found:
    if _or(mail.get_content_type, "") in ENCRYPTED:
        raise _encrypted(where)
    parts = _Parts()
    _sort(mail, parts, is_mail=True)
    text = _text_page(mail, parts, where, listed)
    if text is not None:
        # What a database sends of others' articles is not its own.
        yield from documents_of(text, listed)
    elif not parts.attached:
        yield ArticleUnreadable(where, "mail without text", "", "is it a picture?")
    paths: dict[str, int] = {}
    for part in parts.attached:
        name = _name(part)
        paths[name] = paths.get(name, 0) + 1
        path = f"{where}/{name}" + (f"@{paths[name]}" if paths[name] > 1 else "")
        try:
            yield from _attached(part, path, depth)
        except ArticleUnreadable as unreadable:
            yield unreadable


def _sort(
    part: EmailMessage, parts: _Parts, *, is_mail: bool = False, is_attached: bool = False
) -> None:
    """Put a part, and what is in it, where it belongs; what stands in an attachment is attached."""
    kind = _or(part.get_content_type, "application/octet-stream")
    told = not is_mail and _or(part.get_content_disposition, None) == "attachment"
    is_attached = is_attached or told
    if kind == "message/rfc822":
        parts.attached.append(part)
    elif part.is_multipart():
        for one in part.get_payload():
            _sort(cast(EmailMessage, one), parts, is_attached=is_attached)
    elif not is_attached and kind in {"text/plain", "text/html"}:
        (parts.plain if kind == "text/plain" else parts.html).append(part)
    else:
        parts.attached.append(part)


def _text_page(mail: EmailMessage, parts: _Parts, where: str, listed: Metadata) -> Page | None:
    """The page of the text itself; None if there is none."""
    known = _metadata(mail, listed)
    plain = [_plain(part) for part in parts.plain]
    html = "\n".join(_decoded(part) for part in parts.html)
    words = sum(len(one.text.split()) for one in plain)
    if words < STUB_WORDS and len(TAG.sub(" ", html).split()) > STUB_SHARE * words:
        return Page(
            path=where,
            original=html.encode("utf-8", "replace"),
            raw=html,
            encoding="utf-8",
            media_type="text/html",
            metadata=_of_inner(known, listed, passed_on_in(html)),
        )
    if not words:
        return None
    raw, left_out = "", []
    for one in plain:
        raw += "\n\n" * bool(raw)
        shift = len(raw)
        raw += one.text
        left_out += [
            replace(o, raw_start=o.raw_start + shift, raw_end=o.raw_end + shift)
            for o in one.left_out
        ]
    inner = next((one for one in plain if one.date or one.subject), MailText(""))
    return Page(
        path=where,
        original=raw.encode("utf-8", "replace"),
        raw=raw,
        encoding="utf-8",
        media_type="text/plain",
        metadata=_of_inner(known, listed, inner),
        left_out=tuple(left_out),
    )


def _of_inner(known: Metadata, listed: Metadata, inner: MailText) -> Metadata:
    """What is known of a mail, with the subject and date of one that it passes on."""
    return replace(
        known,
        title=listed.title or inner.subject or known.title,
        published=listed.published or (SENT + inner.date if inner.date else known.published),
    )


def _metadata(mail: EmailMessage, listed: Metadata) -> Metadata:
    """What a mail's headers say of its text.

    The name of the sender is that of an outlet only where a mail can be unsubscribed and nobody
    writes to the list: then it is a newsletter. Who wrote its articles no header says.
    """
    date = _header(mail, "date")
    archived = (_header(mail, "archived-at") or "").strip("<> ")
    sender = parseaddr(_header(mail, "from") or "")[0].strip(" \"'")
    is_newsletter = bool(_header(mail, "list-unsubscribe")) and not _header(mail, "list-post")
    return Metadata(
        title=listed.title or without_prefix(_header(mail, "subject")),
        outlet=listed.outlet or (sender if is_newsletter and "@" not in sender else None) or None,
        published=listed.published or (SENT + date if date else None),
        url=listed.url or (archived if archived.startswith(("http://", "https://")) else None),
        authors=listed.authors,
    )


def _plain(part: EmailMessage) -> MailText:
    flowed = (_or(lambda: part.get_param("format"), None) or "") == "flowed"
    delete = (_or(lambda: part.get_param("delsp"), None) or "") == "yes"
    return read_mail_text(_decoded(part), flowed=flowed, delete_space=delete)


def _decoded(part: EmailMessage) -> str:
    """The text of a part by the charset that it declares, if that is sound."""
    charset = _or(part.get_content_charset, None)
    return decode(_payload(part), html=True, declared=charset)[0]


def _payload(part: EmailMessage) -> bytes:
    data = _or(lambda: part.get_payload(decode=True), b"")
    return data if isinstance(data, bytes) else b""


def _attached(part: EmailMessage, path: str, depth: int) -> Found:
    """Yield the pages of an attachment: a mail, a document, or nothing that has words."""
    kind = _or(part.get_content_type, "application/octet-stream")
    if kind == "message/rfc822" and part.is_multipart():
        if depth >= DEEPEST:
            raise _nested(path, f"more than {DEEPEST} mails inside each other")
        for inner in part.get_payload():
            yield from _pages(cast(EmailMessage, inner), path, Metadata(), depth + 1)
        return
    data = _payload(part)
    suffix = PurePosixPath(path.partition("@")[0]).suffix.lower()
    if suffix == ".eml" and is_mail(data):
        yield from read_mail(data, path, depth=depth + 1)
    elif suffix in READABLE or data.startswith(PDF_MARK):
        yield from pages_of_file(data, path, suffix if suffix in READABLE else "")
    elif kind == "application/pkcs7-mime":
        raise _encrypted(path)
    elif not NO_DOCUMENTS.match(kind) and data.strip():
        raise ArticleUnreadable(
            path, "unknown kind of attachment", kind, "save it as PDF, .docx or text"
        )


def _name(part: EmailMessage) -> str:
    """The name of an attachment as a part of a path: one step, without what steers a terminal."""
    kind = _or(part.get_content_type, "")
    given = _or(part.get_filename, None) or ("mail" if kind == "message/rfc822" else "attachment")
    last = re.split(r"[/\\]", str(given))[-1]
    name = "".join(c for c in last if c.isprintable() and c not in "#\ufffd").strip(" .")
    if len(name) > 120:
        name = name[:100] + name[-20:]
    return name or "attachment"


def _header(mail: EmailMessage, name: str) -> str | None:
    """The text of a header, in one line; None if there is none or nobody can read it."""
    value = _or(lambda: mail.get(name), None)
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value or "")).split())
    return text or None


def _or(read: Any, otherwise: Any) -> Any:
    """What the library reads, or something else: on broken headers it raises nearly anything."""
    try:
        return read()
    except (
        MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError,
        RecursionError,
    ):  # fmt: skip
        return otherwise


def _encrypted(where: str) -> ArticleUnreadable:
    return ArticleUnreadable(where, "encrypted mail", "", "open it and save its text")


def _nested(where: str, detail: str) -> ArticleUnreadable:
    return ArticleUnreadable(where, "mail too deep", detail, "save the parts that you need")
