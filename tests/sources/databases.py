"""Exports as news databases write them, made of stories of ours, in each of their layouts."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One invented article, and how its database writes its date."""

    title: str = "Orvenia and Velundia agree to meet in Port Alen"
    outlet: str = "The Aldery Observer"
    date: str = "March 2, 2026 Monday"
    authors: tuple[str, ...] = ("Anna Berg", "Karl Holm")
    paragraphs: tuple[str, ...] = (
        "The foreign ministry of Orvenia said on Monday that its envoys would travel to Port Alen.",
        "“We will listen to every proposal,” a spokesman told reporters – and to none in public.",
    )


def stories(count: int) -> list[Story]:
    """So many stories, no two the same."""
    return [
        Story(
            title=f"Round {number} of the talks ends in Port Alen",
            paragraphs=(
                f"The delegation of Velundia left round {number} on Monday without a word.",
                f"Its minister said that round {number + 1} could begin whenever Orvenia asked.",
            ),
        )
        for number in range(1, count + 1)
    ]


def nexis_document(story: Story) -> list[str]:
    """One document of Nexis Uni, closed."""
    return [
        story.title, story.outlet, story.date, "Late Edition - Final", "",
        "Copyright 2026 The Aldery Observer Company All Rights Reserved", "",
        "Section:\xa0WORLD; Pg. 4", "Length:\xa0812 words",
        f"Byline:\xa0{' and '.join(story.authors)}",
        "Highlight:\xa0Both sides send their ministers.", "Body", "", "",
        *(line for paragraph in story.paragraphs for line in (paragraph, "")),
        "Graphic", "", "PHOTO: The harbour of Port Alen.", "",
        "Classification", "", "Language:\xa0ENGLISH", "Publication-Type:\xa0Newspaper",
        "Subject:\xa0TALKS & MEETINGS (90%)", "Industry:\xa0NEWSPAPERS (70%)",
        "Geographic:\xa0PORT ALEN (92%)", "Load-Date:\xa0March 5, 2026", "", "",
        "End of Document", "",
    ]  # fmt: skip


def nexis_cover(made: Sequence[Story], count: int | None = None) -> list[str]:
    """The cover page with its contents list."""
    count = len(made) if count is None else count
    contents = [
        line
        for number, story in enumerate(made, start=1)
        for line in (f"{number}. {story.title}", "Client/Matter: -None-", "Search Terms: talks")
    ]
    return [
        "User Name:\xa0a reader", "Date and Time:\xa0Friday, March 6, 2026 9:01:00 AM GMT",
        "Job Number:\xa0123456", "", f"Documents ({count})", *contents, "",
    ]  # fmt: skip


def nexis(made: Sequence[Story]) -> list[str]:
    """A whole export of Nexis Uni."""
    return nexis_cover(made) + [line for story in made for line in nexis_document(story)]


def lexis(made: Sequence[Story]) -> list[str]:
    """A whole text file of LexisNexis, its lines broken at 78 characters."""
    lines: list[str] = []
    for number, story in enumerate(made, start=1):
        body = [
            line for paragraph in story.paragraphs for line in (*textwrap.wrap(paragraph, 78), "")
        ]
        lines += [
            "", " " * 30 + f"{number} of {len(made)} DOCUMENTS", "", "",
            " " * 28 + story.outlet, "", " " * 28 + story.date, " " * 30 + "Edition 1;",
            " " * 30 + "National", "", *textwrap.wrap(story.title, 78), "",
            f"BYLINE: {', '.join(story.authors)}", "", "SECTION: WORLD; Pg. 4", "",
            "LENGTH: 812 words", "", "", *body, "GRAPHIC: The harbour of Port Alen.", "",
            "LOAD-DATE: March 5, 2026", "", "LANGUAGE: ENGLISH", "", "",
            " " * 20 + "Copyright 2026 The Aldery Observer Company",
            " " * 30 + "All Rights Reserved",
        ]  # fmt: skip
    return lines


def factiva_fields(story: Story, number: int) -> list[tuple[str, list[str]]]:
    """The fields of one article of Factiva with their tags."""
    return [
        ("SE", ["World News"]), ("HD", [story.title]),
        ("BY", [f"By {' and '.join(story.authors)}"]), ("WC", ["1,812 words"]),
        ("PD", [story.date]), ("ET", ["10:35"]), ("SN", [story.outlet]),
        ("SC", ["ALDOBS"]), ("ED", ["Print Edition"]), ("PG", ["4"]), ("LA", ["English"]),
        ("CY", ["© 2026 The Aldery Observer Company."]), ("LP", [story.paragraphs[0]]),
        ("TD", list(story.paragraphs[1:])), ("NS", ["gdip : International Relations"]),
        ("RE", ["orv : Orvenia"]), ("PUB", ["The Aldery Observer Company"]),
        ("AN", [f"Document ALDOBS0020260302em3{number:08d}"]),
    ]  # fmt: skip


def factiva_tagged(made: Iterable[Story], form: str = "{tag}\t{value}") -> list[str]:
    """Articles of Factiva with tags; `form` is how tag and first line stand together."""
    lines: list[str] = []
    for number, story in enumerate(made, start=1):
        for tag, values in factiva_fields(story, number):
            lines += form.format(tag=tag, value=values[0]).split("\n")
            for value in values[1:]:
                lines += ["", value]
        lines.append("")
    return lines


def factiva_untagged(made: Iterable[Story]) -> list[str]:
    """Articles of Factiva in the plain article format, with a search summary behind them."""
    lines: list[str] = []
    for number, story in enumerate(made, start=1):
        lines += [
            "World News", story.title, f"By {' and '.join(story.authors)}", "1,812 words",
            story.date, "10:35", story.outlet, "ALDOBS", "4", "English",
            "© 2026 The Aldery Observer Company. All rights reserved.", "",
            *(line for paragraph in story.paragraphs for line in (paragraph, "")),
            f"Document ALDOBS0020260302em3{number:08d}", "",
        ]  # fmt: skip
    return [*lines, "Search Summary", "Text", "talks", "Results Found", "1,204"]


def factiva_html(made: Iterable[Story]) -> str:
    """Articles of Factiva as a browser saves them."""
    parts = ["<html><head><title>Factiva</title></head><body><h1>Factiva</h1>"]
    for number, story in enumerate(made, start=1):
        parts.append('<div class="article enArticle"><table>')
        for tag, values in factiva_fields(story, number):
            cell = "".join(
                f'<p class="articleParagraph enarticleParagraph">{escape(v)}</p>\n' for v in values
            )
            value = cell if tag in {"LP", "TD"} else f"<b>{escape(values[0])}</b>\n"
            parts.append(f'<tr><td class="index"><b>{tag}</b>&nbsp;</td><td>{value}</td></tr>')
        parts.append("</table></div><br/>")
    return "".join([*parts, "</body></html>"])


def proquest_document(story: Story, number: int, count: int) -> list[str]:
    """One document of ProQuest behind its separator."""
    names = "; ".join(f"{name.split()[1]}, {name.split()[0]}" for name in story.authors)
    address = f"https://www.proquest.com/newspapers/talks/docview/{number}/se-2?accountid=1"
    return [
        "_" * 60, "", f"Document {number} of {count}", "", story.title, "",
        f"https://proxy.example/login?url={address}", "", "Abstract: None available.", "",
        "Full text: " + "\n".join(story.paragraphs), "", "Subject: Talks; Ministers", "",
        "Location: Port Alen", "", f"Title: {story.title}", "",
        f"Publication title: {story.outlet}; Port Alen", "", "Publication year: 2026", "",
        f"Publication date: {story.date}", "", f"Author: {names}", "",
        "Source type: Newspaper", "", f"ProQuest document ID: {number}", "",
        f"Document URL: https://proxy.example/login?url={address}", "",
        "Copyright: Copyright The Aldery Observer Company", "", "Database: Newsstream", "",
    ]  # fmt: skip


def proquest(made: Sequence[Story]) -> list[str]:
    """A whole text file of ProQuest with what stands at its end."""
    lines = [
        line
        for number, story in enumerate(made, start=1)
        for line in proquest_document(story, number, len(made))
    ]
    return [*lines, "_" * 60, "", "Contact us at: http://proquest.example", ""]


def proquest_html(made: Sequence[Story]) -> str:
    """Documents of ProQuest saved as a page: no rules, an anchor before each."""
    parts = ["<html><body>"]
    for number, story in enumerate(made, start=1):
        lines = proquest_document(story, number, len(made))
        fields = [line for line in lines if ": " in line and "Full text" not in line]
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
        parts += [
            f'<div><a name="DocID_{number}"></a><p><b>{escape(story.title)}</b></p>',
            f"<p><strong>Full text: </strong><text>{text}</text></p>",
        ]
        for line in fields:
            label, _, value = line.partition(": ")
            parts.append(f"<p><strong>{label}: </strong>{escape(value)}</p>")
        parts.append("</div>")
    return "\n".join([*parts, "</body></html>"])


def as_html(lines: Iterable[str], name: str = "c1") -> str:
    """The lines as paragraphs of a saved page."""
    paragraphs = [f'<p class="{name}">{escape(line)}</p>' if line else "<br/>" for line in lines]
    return "\n".join(
        ["<html><head><title>Saved</title></head><body>", *paragraphs, "</body></html>"]
    )


def as_text(lines: Iterable[str], line_end: str = "\n") -> str:
    return line_end.join(lines).replace("\n", line_end) if line_end != "\n" else "\n".join(lines)


def as_rtf(lines: Iterable[str]) -> bytes:
    """The lines as a word processor writes them: titles as links, other letters as escapes."""
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"
        r"{\stylesheet{\s0 Normal;}}{\info{\title Export}}"
    )
    paragraphs = []
    for at, line in enumerate("\n".join(lines).split("\n")):
        text = "".join(_escaped(letter) for letter in line)
        if at % 3 == 0 and line:
            text = (
                r'{\field{\*\fldinst{HYPERLINK "http://database.example/x"}}{\fldrslt{\ul '
                + text
                + "}}}"
            )
        paragraphs.append(rf"\pard\plain\f0\fs20 {text}\par")
    return (head + "\r\n" + "\r\n".join(paragraphs) + "}").encode("ascii")


def _escaped(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter == "\xa0":
        return r"\~"
    if ord(letter) < 128:
        return letter
    return rf"\u{ord(letter)}?"


def rtf_rows(rows: Iterable[tuple[str, Sequence[str]]]) -> bytes:
    """Rows of two cells, as Factiva writes its tagged fields to RTF."""
    parts = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"]
    for tag, values in rows:
        cell = r"\par ".join("".join(_escaped(letter) for letter in value) for value in values)
        parts.append(rf"\trowd\cellx500\cellx9000\intbl\b {tag}\b0\cell {cell}\cell\row" + "\n")
    return ("".join(parts) + "}").encode("ascii")


def as_docx(lines: Iterable[str]) -> bytes:
    """The lines as paragraphs of a Word file with a header and a footer on every page."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Page 1 of 9"
    document.sections[0].footer.paragraphs[0].text = "A reader"
    for line in "\n".join(lines).split("\n"):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
