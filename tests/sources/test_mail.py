"""Mails and mailboxes: their text, what is left out of it, and what is attached to them."""

from __future__ import annotations

import gzip
import io
import sys
import time
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable
from onrecord.records import Page
from onrecord.sources import find_pages, mailboxes
from onrecord.sources.mail import DEEPEST, is_mail, read_mail, read_mailbox
from onrecord.sources.mail_text import read_mail_text, without_prefix
from tests.sources.databases import Story, as_text, factiva_html, factiva_tagged
from tests.sources.made import found, pages, problems, write
from tests.sources.pdfs import column, pdf

TERMS = "The foreign minister of Velundia said on Monday that the bridge would open in June."
REPLY = "Orvenia called the offer a beginning and asked for a list of the places meant."
BODY = f"{TERMS}\n\n{REPLY}\n"
HTML = f"<html><body><h1>Terms named</h1><p>{TERMS}</p><p>{REPLY}</p></body></html>"


def mail(text: str | None = BODY, html: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    named = {"From": "The Gaze Briefing <brief@gaze.example>", "Subject": "Terms named"}
    named |= {"To": "desk@desk.example", "Date": "Mon, 09 Mar 2026 23:30:00 -0500"}
    for name, value in (named | {k.replace("_", "-"): v for k, v in headers.items()}).items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, "html")
    return message


def read(message: EmailMessage | bytes) -> list[Page | ArticleUnreadable]:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return list(read_mail(data, "a.eml"))


def page_of(message: EmailMessage | bytes) -> Page:
    (page,) = read(message)
    assert isinstance(page, Page)
    return page


def told(message: EmailMessage | bytes) -> list[str]:
    return [
        one.path if isinstance(one, Page) else f"{one.where}: {one.reason}" for one in read(message)
    ]


def test_headers_become_metadata() -> None:
    page = page_of(mail(List_Unsubscribe="<https://gaze.example/u>"))
    article = read_article(page)
    assert (article.title, article.outlet, article.authors) == (
        "Terms named",
        "The Gaze Briefing",
        (),
    )
    assert article.published is not None
    assert str(article.published.start) == "2026-03-09"
    assert article.published.basis == "metadata: the mail was sent that day"
    assert page.raw == BODY


@pytest.mark.parametrize(
    ("headers", "outlet"),
    [
        ({"List_Unsubscribe": "<https://gaze.example/u>"}, "The Gaze Briefing"),
        ({}, None),
        ({"List_Unsubscribe": "<x:y>", "List_Post": "<mailto:list@desk.example>"}, None),
        ({"List_Unsubscribe": "<x:y>", "From": "brief@gaze.example"}, None),
    ],
    ids=["newsletter", "a person", "a list that people write to", "no name"],
)
def test_only_a_newsletter_names_its_outlet(headers: dict[str, str], outlet: str | None) -> None:
    assert page_of(mail(**headers)).metadata.outlet == outlet


@pytest.mark.parametrize("as_html", [False, True])
def test_who_sends_an_export_is_no_outlet(as_html: bool) -> None:
    """A database sends its alerts like a newsletter; the articles in them are others'."""
    story = Story(date="2 March 2026")
    lines = [line for line in factiva_tagged([story, story]) if not line.startswith("SN")]
    saved = factiva_html([replace(story, outlet="")])
    text, html = (None, saved) if as_html else (as_text(lines), None)
    message = mail(text, html, List_Unsubscribe="<https://gaze.example/u>")
    pages = [one for one in read(message) if isinstance(one, Page)]
    assert pages
    assert {(page.metadata.title, page.metadata.outlet) for page in pages} == {(story.title, None)}


def test_what_stands_in_an_attachment_of_several_parts_is_attached() -> None:
    message, double = mail(), EmailMessage()
    double.make_mixed()
    double.add_attachment(b"\0\5\x16\7", "application", "applefile")
    double.add_attachment(TERMS)
    for part in double.iter_parts():
        del part["Content-Disposition"]
    part.set_param("name", "terms.txt")
    double["Content-Disposition"] = "attachment"
    message.make_mixed()
    message.attach(double)
    assert told(message) == ["a.eml", "a.eml/terms.txt"]
    assert [one.raw.strip() for one in read(message) if isinstance(one, Page)] == [
        BODY.strip(), TERMS,
    ]  # fmt: skip


def test_plain_text_is_preferred_to_html_unless_it_is_a_stub() -> None:
    assert page_of(mail(BODY, HTML)).media_type == "text/plain"
    page = page_of(mail("Read this in a browser.", HTML))
    assert page.media_type == "text/html"
    assert TERMS in read_article(page).text


def test_html_alone_is_read_as_a_page() -> None:
    article = read_article(page_of(mail(None, HTML)))
    assert article.text.split("\n\n")[-2:] == [TERMS, REPLY]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_encodings_and_charsets(encoding: str, charset: str) -> None:
    message = EmailMessage()
    message.set_content("The café is closed, he said.", charset=charset, cte=encoding)
    assert page_of(message).raw.strip() == "The café is closed, he said."


def test_flowed_text_is_whole_again() -> None:
    text = "The minister \nsaid no. \n\n> She was \n> asked \nTwice.\n-- \nThe Gaze"
    read_text = read_mail_text(text, flowed=True, delete_space=False)
    assert read_text.text.split("\n") == [
        "The minister said no.", "", "> She was asked", "Twice.", "-- ", "The Gaze",
    ]  # fmt: skip
    assert [(one.reason, one.text) for one in read_text.left_out] == [
        ("answered mail", "> She was asked"),
        ("signature", "--"),
        ("signature", "The Gaze"),
    ]


FORWARDED = (
    "---------- Forwarded message ---------\nFrom: The Gaze <news@gaze.example>\n"
    "Date: Fri, 6 Mar 2026 at 07:00\nSubject: Fwd: Terms are named\nTo: <desk@desk.example>\n\n"
)
OUTLOOK = (
    "From: The Gaze\nSent: Friday, March 6, 2026 7:00 AM\nTo: Desk\nSubject: Terms are named\n\n"
)


@pytest.mark.parametrize("header", [FORWARDED, OUTLOOK], ids=["with a rule", "without"])
def test_a_mail_passed_on_keeps_its_own_title_and_date(header: str) -> None:
    article = read_article(page_of(mail(f"For you.\n\n{header}{BODY}", Subject="FW: see below")))
    assert article.text.split("\n\n") == [TERMS, REPLY]
    assert article.title == "Terms are named"
    assert article.published is not None
    assert str(article.published.start) == "2026-03-06"
    reasons = {one.reason for one in article.excluded}
    assert reasons == {"note above the mail", "header of the mail"}


def test_an_answer_leaves_out_what_it_answers() -> None:
    above = BODY * 3
    original = FORWARDED.replace("Forwarded", "Original")
    for below in (original + REPLY, OUTLOOK + REPLY, f"On Friday, the desk wrote:\n> {REPLY}"):
        article = read_article(page_of(mail(f"{above}\n{below}", Subject="Re: terms")))
        assert article.text.count(REPLY) == 3
        assert {one.reason for one in article.excluded} == {"answered mail"}


def test_a_mail_passed_on_under_a_long_note_is_read_all_the_same() -> None:
    article = read_article(page_of(mail(f"{TERMS * 4}\n\n{FORWARDED}{REPLY}")))
    assert article.text == REPLY


def test_headers_without_end_cost_no_time() -> None:
    started = time.process_time()
    read_mail_text("To: a\nFrom: b\n" * 50_000, flowed=False, delete_space=False)
    assert time.process_time() - started < 5  # one pass takes a fifth of a second, two ages


def test_a_mail_of_quotations_alone_passes_them_on() -> None:
    quoted = "".join(f"> {line}\n" for line in BODY.splitlines())
    assert read_article(page_of(mail(quoted))).text.split("\n\n") == [TERMS, REPLY]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Fwd: RE: Terms", "Terms"),
        ("Re: Re[2]: Terms", "Terms"),
        ("Terms: what now", "Terms: what now"),
        ("Reform ahead", "Reform ahead"),
        ("Fwd:", None),
        (None, None),
    ],
)
def test_subjects(subject: str | None, expected: str | None) -> None:
    assert without_prefix(subject) == expected


def test_attached_articles_become_pages() -> None:
    message = mail()
    report = pdf(column([TERMS], x=72, y=150, chars=70))
    message.add_attachment(report, maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment(report, maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment(BODY.encode(), maintype="text", subtype="plain", filename="../a/b.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="all.zip")
    message.add_attachment(mail(REPLY, Subject="Inner"))
    assert told(message) == [
        "a.eml",
        "a.eml/report.pdf",
        "a.eml/report.pdf@2",
        "a.eml/b.txt",
        "a.eml/all.zip: unknown kind of attachment",
        "a.eml/mail",
    ]


def test_a_mail_with_nothing_but_an_attachment_is_that_attachment() -> None:
    message = mail("")
    message.add_attachment(BODY.encode(), maintype="text", subtype="plain", filename="b.txt")
    assert told(message) == ["a.eml/b.txt"]


def nested(depth: int) -> bytes:
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(depth)
    )
    return f"From: a@b.example\n{head}Content-Type: text/plain\n\n{BODY}".encode()


def inside_each_other(depth: int) -> EmailMessage:
    message = mail()
    for _ in range(depth):
        outer = mail("See below.")
        outer.add_attachment(message)
        message = outer
    return message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "mail without text"),
        (mail("").as_bytes(), "mail without text"),
        (nested(10_000), "mail too deep"),
        (mail().as_bytes().replace(b"text/plain", b"multipart/encrypted"), "encrypted mail"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nMIAGCS", "encrypted mail"),
    ],
    ids=["empty", "no text", "10,000 parts inside each other", "PGP", "S/MIME"],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    write(tmp_path / "a.eml", data)
    write(tmp_path / "b.txt", "Some text.")
    assert found(tmp_path)[-1] == "b.txt"
    assert reason in {one.reason for one in problems(tmp_path)}
    assert all(one.remedy for one in problems(tmp_path))


def test_parts_and_mails_inside_each_other_are_read_to_a_depth() -> None:
    assert page_of(nested(20)).raw.strip() == BODY.strip()
    assert told(inside_each_other(9))[-1] == "a.eml" + "/mail" * 9
    assert told(inside_each_other(12))[-1].endswith("/mail: mail too deep")


@pytest.mark.parametrize(
    "header",
    [
        "Subject: =?utf-8?q?" + "=41" * 100_000,
        "From: " + "(" * 100_000,
        "From: " + '"a" <' * 50_000,
        "Content-Type: text/plain; " + "x*0*=a;" * 50_000,
        "Content-Disposition: attachment; filename*=utf-8''%zz%",
        "Content-Type: text/plain; charset=no-such",
        "Date: " + "9" * 100_000,
        "Content-Transfer-Encoding: base64;;;",
        "\udc80: x",
    ],
    ids=lambda header: header[:24],
)
def test_hostile_headers_cost_no_time_and_lose_no_text(header: str) -> None:
    data = f"{header}\nTo: a@b.example\n\n{BODY}".encode("utf-8", "surrogateescape")
    started = time.process_time()
    assert any(isinstance(one, Page) for one in read(data))
    assert time.process_time() - started < 5


def mailbox(*mails: bytes) -> bytes:
    line = b"From brief@gaze.example Mon Mar  9 08:00:00 2026\n"
    return b"".join(line + one.replace(b"\nFrom ", b"\n>From ") + b"\n" for one in mails)


def test_a_mailbox_is_read_mail_by_mail(tmp_path: Path) -> None:
    report = mail()
    attached = pdf(column([TERMS], x=72, y=150, chars=70))
    report.add_attachment(attached, maintype="application", subtype="pdf", filename="report.pdf")
    unmarked = mail(f"{TERMS}\n\nFrom here on it rains.\n").as_bytes()
    data = mailbox(mail(f"{TERMS}\nFrom now on it opens.").as_bytes(), mail("").as_bytes())
    data += mailbox(report.as_bytes()) + mailbox(b"")[:49] + unmarked
    write(tmp_path / "mail.mbox", data)
    write(tmp_path / "old.mbox.gz", gzip.compress(data))
    expected = ["#1", "#2: mail without text", "#3", "#3/report.pdf", "#4"]
    assert found(tmp_path) == [
        f"{name}{one}" for name in ("mail.mbox", "old.mbox.gz") for one in expected
    ]
    assert "\nFrom now on" in pages(tmp_path)[0].raw
    assert "From here on it rains." in pages(tmp_path)[3].raw


def test_a_mailbox_is_never_in_memory_as_a_whole() -> None:
    class Endless(io.RawIOBase):
        """Mails without end."""

        one = mailbox(mail(BODY * 20).as_bytes())

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            view = memoryview(buffer)  # type: ignore[arg-type]
            view[: len(self.one)] = self.one
            return len(self.one)

    stream = io.BufferedReader(Endless(), len(Endless.one))
    mails = read_mailbox(stream, "mail.mbox")
    assert [
        one.path for _, one in zip(range(50), mails, strict=False) if isinstance(one, Page)
    ] == [f"mail.mbox#{number}" for number in range(1, 51)]


def test_a_mail_that_is_too_large_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "MOST_BYTES", 2_000)
    data = mailbox(mail(BODY * 40).as_bytes(), mail().as_bytes())
    first, second = read_mailbox(io.BytesIO(data), "mail.mbox")
    assert isinstance(first, ArticleUnreadable)
    assert (first.where, first.reason) == ("mail.mbox#1", "mail too large")
    assert isinstance(second, Page)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mail().as_bytes(), True),
        (b"Received: by a\nReturn-Path: <a>\nSubject: x\n\ntext", True),
        (b"Note: this\nDate: unknown\n\ntext", False),
        (b"From here on it rains.\nThe rest is silence.", False),
        (b"", False),
    ],
)
def test_is_mail(data: bytes, expected: bool) -> None:
    assert is_mail(data) is expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mail().as_bytes(), ["stdin"]),
        (mailbox(mail().as_bytes(), mail().as_bytes()), ["stdin#1", "stdin#2"]),
        (b"no mailbox", ["stdin"]),
    ],
    ids=["mail", "mailbox", "text"],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [one.path for one in find_pages("-") if isinstance(one, Page)] == expected


def test_a_file_that_is_no_mailbox(tmp_path: Path) -> None:
    write(tmp_path / "a.mbox", "Some text.")
    write(tmp_path / "b.mbox", "")
    assert found(tmp_path) == ["a.mbox: no mailbox", "b.mbox: empty file"]


def test_mails_that_are_attached_as_files_are_bounded_too() -> None:
    mail = b"Subject: in\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\nThe talks went on.\n"
    told = b"From: ann@example.org\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nSubject: out\n"
    head = told + b"Content-Type: application/octet-stream; name=x.eml\n\n"
    for _ in range(DEEPEST + 2):
        mail = head + mail
    (problem,) = read_mail(mail, "a.eml")
    assert isinstance(problem, ArticleUnreadable)
    assert "inside each other" in str(problem)


PASSED_ON = (
    '<div dir="ltr">See below.<br><br><div class="gmail_quote"><div class="gmail_attr">{rule}<br>'
    "From: <strong>The Gaze Briefing</strong> &lt;<a>brief@gaze.example</a>&gt;<br>"
    "Date: Sat, Mar 7, 2026 at 9:00 AM<br>Subject: Terms named at last<br>"
    "To:  &lt;<a>desk@desk.example</a>&gt;<br></div><br>"
    f"<div><p>{TERMS}</p><p>{REPLY}</p></div></div></div>"
)


@pytest.mark.parametrize(
    ("rule", "title", "day"),
    [
        ("---------- Forwarded message ---------", "Terms named at last", "2026-03-07"),
        ("They sent this message:", "Terms named", "2026-03-09"),
    ],
    ids=["passed on", "no rule"],
)
def test_html_that_passes_a_mail_on_has_its_subject_and_date(
    rule: str, title: str, day: str
) -> None:
    page = page_of(mail(None, PASSED_ON.format(rule=rule), Subject="Fwd: Terms named"))
    article = read_article(page)
    assert article.title == title
    assert article.published is not None
    assert str(article.published.start) == day
    if "Forwarded" in rule:
        assert "brief@gaze" not in article.text
    assert TERMS in article.text
