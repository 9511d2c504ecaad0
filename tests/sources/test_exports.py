"""Exports of news databases: which files are one, what each document says, what goes wrong."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.documents import outlet_name
from onrecord.sources.exports import single_articles
from tests.sources import databases as made
from tests.sources.databases import Story, as_docx, as_rtf, as_text, stories
from tests.sources.made import found, pages, problems, write

NEXIS = [Story(), Story(title="Port Alen waits", authors=("Mira Sol",))]
FACTIVA = [replace(story, date="2 March 2026") for story in NEXIS]
PROQUEST = [replace(story, date="Mar 2, 2026") for story in NEXIS]
LAYOUTS: dict[str, tuple[str, str | bytes, list[Story]]] = {
    "Nexis Uni, text": ("a.txt", as_text(made.nexis(NEXIS)), NEXIS),
    "Nexis Uni, text without a suffix that says so": (
        "a.md.txt",
        as_text(made.nexis(NEXIS)),
        NEXIS,
    ),
    "Nexis Uni, no cover": (
        "a.txt",
        as_text([x for s in NEXIS for x in made.nexis_document(s)]),
        NEXIS,
    ),
    "Nexis Uni, Windows line ends and BOM": (
        "a.txt",
        b"\xef\xbb\xbf" + as_text(made.nexis(NEXIS), "\r\n").encode(),
        NEXIS,
    ),
    "Nexis Uni, Windows-1252": ("a.txt", as_text(made.nexis(NEXIS)).encode("cp1252"), NEXIS),
    "Nexis Uni, UTF-16": ("a.txt", as_text(made.nexis(NEXIS)).encode("utf-16"), NEXIS),
    "Nexis Uni, RTF": ("a.rtf", as_rtf(made.nexis(NEXIS)), NEXIS),
    "Nexis Uni, RTF called text": ("a.txt", as_rtf(made.nexis(NEXIS)), NEXIS),
    "Nexis Uni, Word": ("a.docx", as_docx(made.nexis(NEXIS)), NEXIS),
    "Nexis Uni, Word, no cover": (
        "a.docx",
        as_docx([x for s in NEXIS for x in made.nexis_document(s)]),
        NEXIS,
    ),
    "Factiva without tags, Word": ("a.docx", as_docx(made.factiva_untagged(FACTIVA)), FACTIVA),
    "LexisNexis, text": ("a.txt", as_text(made.lexis(NEXIS)), NEXIS),
    "Factiva, tabs": ("a.txt", as_text(made.factiva_tagged(FACTIVA)), FACTIVA),
    "Factiva, tags on lines": (
        "a.txt",
        as_text(made.factiva_tagged(FACTIVA, "   {tag}\n{value}")),
        FACTIVA,
    ),
    "Factiva, stars": ("a.txt", as_text(made.factiva_tagged(FACTIVA, "*{tag}* {value}")), FACTIVA),
    "Factiva, RTF table": (
        "a.rtf",
        made.rtf_rows(f for at, s in enumerate(FACTIVA, 1) for f in made.factiva_fields(s, at)),
        FACTIVA,
    ),
    "Factiva, HTML": ("a.html", made.factiva_html(FACTIVA), FACTIVA),
    "Factiva without tags, HTML": (
        "a.html",
        made.as_html(made.factiva_untagged(FACTIVA), "articleParagraph"),
        FACTIVA,
    ),
    "Factiva without tags, text": ("a.txt", as_text(made.factiva_untagged(FACTIVA)), FACTIVA),
    "Factiva without tags, RTF": ("a.rtf", as_rtf(made.factiva_untagged(FACTIVA)), FACTIVA),
    "ProQuest, text": ("a.txt", as_text(made.proquest(PROQUEST)), PROQUEST),
    "ProQuest, HTML": ("a.html", made.proquest_html(PROQUEST), PROQUEST),
    "ProQuest, RTF": ("a.rtf", as_rtf(made.proquest(PROQUEST)), PROQUEST),
}


@pytest.mark.parametrize(("name", "content", "written"), LAYOUTS.values(), ids=LAYOUTS)
def test_each_document_is_a_page(
    tmp_path: Path, name: str, content: str | bytes, written: list[Story]
) -> None:
    path = write(tmp_path / name, content)
    assert found(path) == [f"{name}#1", f"{name}#2"]
    for page, story in zip(pages(path), written, strict=True):
        assert page.raw == "\n\n".join([story.title, *story.paragraphs])
        assert page.original.decode() == page.raw  # the same in every layout: one article
        assert replace(page.metadata, url=None) == Metadata(
            title=story.title, outlet=story.outlet, published=story.date, authors=story.authors
        )


@pytest.mark.parametrize(("name", "content", "written"), LAYOUTS.values(), ids=LAYOUTS)
def test_the_article_is_title_and_paragraphs(
    tmp_path: Path, name: str, content: str | bytes, written: list[Story]
) -> None:
    page = pages(write(tmp_path / name, content))[0]
    article = read_article(page)
    assert article.text == page.raw
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph"]
    assert article.excluded == ()
    assert article.published is not None


ARTICLES = {
    "the word Body": "Talks open\n\nBody\n\nThe council met.\n\nLength: 4 words",
    "the closing line alone": "Talks open\n\nThe council met.\n\nEnd of Document",
    "a word count": "Talks open\n\n812 words\n\n2 March 2026\n\nThe council met.",
    "a document number": "Talks\n\nDocument ALDOBS0020260302em3000001\n\nThe council met on it.",
    "2 of 3 documents": "Talks open\n\n2 of 3 DOCUMENTS\n\nwere signed, the council said.",
    "underscores": f"Talks open\n\n{'_' * 60}\n\nThe council met.\n\n{'_' * 60}",
    "a title label": "Title: Talks open\n\nFull text: The council met.\n\nSubject: Talks",
    "letters like tags": "HD screens\tand more\nIN the hall\n\nThe council met.",
}


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_a_text_that_looks_a_little_like_one_stays_one_article(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "export.txt", text)
    (page,) = pages(path)
    assert (page.path, page.raw, page.original) == ("export.txt", text, text.encode())


# --- dates, outlets, addresses ------------------------------------------------------------------

DATES = [
    "Monday, March 2, 2026",
    "2 March 2026",
    "March 2, 2026 Monday 10:35 AM GMT",
    "March 2, 2026 Monday",
    "Monday 2 March 2026",
    "March 2026",
]


@pytest.mark.parametrize("date", DATES)
def test_the_day_of_publication_is_the_documents_own(tmp_path: Path, date: str) -> None:
    path = write(tmp_path / "a.txt", as_text(made.nexis([Story(date=date)])))
    (page,) = pages(path)
    assert page.metadata.published == date  # not the day on which it was loaded, or exported
    published = read_article(page).published
    assert published is not None
    assert str(published.start) == ("2026-03-01" if date == "March 2026" else "2026-03-02")


def test_a_document_without_a_date_has_none(tmp_path: Path) -> None:
    lines = [line for line in made.nexis([Story()]) if line != Story().date]
    (page,) = pages(write(tmp_path / "a.txt", as_text(lines)))
    assert page.metadata.published is None
    assert page.metadata.title == Story().title
    assert page.metadata.outlet == Story().outlet


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The Aldery Observer (Print Edition)", "The Aldery Observer"),
        ("The Aldery Observer (Online)", "The Aldery Observer"),
        ("The Aldery Observer (International Edition)", "The Aldery Observer"),
        ("The Aldery Observer [Digital]", "The Aldery Observer"),
        ("The Observer (Aldery)", "The Observer (Aldery)"),
        ("Online Observer", "Online Observer"),
        ("", None),
        (None, None),
    ],
)
def test_an_edition_is_no_part_of_an_outlets_name(written: str | None, name: str | None) -> None:
    assert outlet_name(written) == name


def test_addresses_come_without_proxy_and_account(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", as_text(made.proquest(PROQUEST)))
    assert [page.metadata.url for page in pages(path)] == [
        "https://www.proquest.com/newspapers/talks/docview/1/se-2",
        "https://www.proquest.com/newspapers/talks/docview/2/se-2",
    ]


def test_a_manifest_names_the_outlet_where_a_document_does_not(tmp_path: Path) -> None:
    write(tmp_path / "articles.csv", "file,outlet,title,date\na.txt,The Shore,Mine,2020-01-01\n")
    lines = made.factiva_tagged([FACTIVA[0]])
    write(tmp_path / "a.txt", as_text(line for line in lines if not line.startswith("SN")))
    (page,) = pages(tmp_path)
    assert page.metadata.outlet == "The Shore"
    assert (page.metadata.title, page.metadata.published) == (FACTIVA[0].title, "2 March 2026")


# --- what is wrong with an export ---------------------------------------------------------------


def without(lines: list[str], *gone: str) -> list[str]:
    return [line for line in lines if line not in gone]


BODILESS: dict[str, Callable[[], list[str]]] = {
    "Nexis Uni": lambda: made.nexis(stories(3)),
    "LexisNexis": lambda: made.lexis(stories(3)),
    "Factiva, tags": lambda: made.factiva_tagged(
        replace(s, date="2 March 2026") for s in stories(3)
    ),
    "Factiva": lambda: made.factiva_untagged(replace(s, date="2 March 2026") for s in stories(3)),
    "ProQuest": lambda: made.proquest([replace(s, date="Mar 2, 2026") for s in stories(3)]),
}


@pytest.mark.parametrize("make", BODILESS.values(), ids=BODILESS)
def test_a_document_without_text_is_told_and_the_others_are_read(
    tmp_path: Path, make: Callable[[], list[str]]
) -> None:
    gone = stories(3)[1].paragraphs
    text = as_text(make())
    for paragraph in gone:
        text = text.replace(paragraph, "")
        for line in paragraph.split(". "):
            text = text.replace(line, "")
    path = write(tmp_path / "a.txt", text)
    assert found(path) == ["a.txt#1", "a.txt#2: document without text", "a.txt#3"]
    assert "Round 2 of the talks" in problems(path)[0].detail


def test_a_nexis_document_may_lack_the_word_body(tmp_path: Path) -> None:
    one, two, three = (made.nexis_document(story) for story in stories(3))
    lines = [*one, *two[: two.index("Body")], "End of Document", "", *three]
    path = write(tmp_path / "a.txt", as_text(lines))
    assert found(path) == ["a.txt#1", "a.txt#2: document without text", "a.txt#3"]


def test_what_the_cover_announces_is_compared(tmp_path: Path) -> None:
    written = stories(3)
    lines = made.nexis_cover(written, 100) + [x for s in written for x in made.nexis_document(s)]
    path = write(tmp_path / "a.txt", as_text(lines))
    assert found(path) == ["a.txt#1", "a.txt#2", "a.txt#3", "a.txt: export incomplete"]
    assert problems(path)[0].detail == "Nexis Uni announces 100 documents, the file has 3"


def test_without_a_count_the_contents_list_counts(tmp_path: Path) -> None:
    written = stories(4)
    cover = [line for line in made.nexis_cover(written) if not line.startswith("Documents")]
    lines = cover + [line for story in written[:3] for line in made.nexis_document(story)]
    path = write(tmp_path / "a.txt", as_text(lines))
    assert "announces 4 documents, the file has 3" in problems(path)[0].detail
    whole = as_text(cover + [line for story in written for line in made.nexis_document(story)])
    assert problems(write(path, whole)) == []


def test_a_contents_list_may_shorten_titles_and_stand_below_its_numbers(tmp_path: Path) -> None:
    written = stories(3)
    cover = ["User Name: a reader", "Job Number: 1", "Documents (3)"]
    for number, story in enumerate(written, start=1):
        cover += [f"{number}.", "", story.title[:12] + "…", "Search Terms: talks"]
    lines = cover + [line for story in written for line in made.nexis_document(story)]
    path = write(tmp_path / "a.txt", as_text(lines))
    assert [page.metadata.title for page in pages(path)] == [story.title for story in written]
    assert problems(path) == []


@pytest.mark.parametrize("name", ["lexis", "proquest"])
def test_their_numbers_announce_too(tmp_path: Path, name: str) -> None:
    written = [replace(story, date="Mar 2, 2026") for story in stories(3)]
    text = as_text(getattr(made, name)(written)).replace("of 3", "of 5")
    path = write(tmp_path / "a.txt", text)
    assert found(path)[-1] == "a.txt: export incomplete"


CUT: dict[str, tuple[Callable[[], str], str]] = {
    "Nexis Uni": (lambda: as_text(made.nexis(stories(3))), "left round 3"),
    "Factiva, tags": (
        lambda: as_text(made.factiva_tagged(replace(s, date="2 March 2026") for s in stories(3))),
        "round 4 could",
    ),
    "Factiva": (
        lambda: as_text(made.factiva_untagged(replace(s, date="2 March 2026") for s in stories(3))),
        "round 4 could",
    ),
    "ProQuest": (
        lambda: as_text(made.proquest([replace(s, date="Mar 2, 2026") for s in stories(3)])),
        "round 4 could",
    ),
}


@pytest.mark.parametrize(("make", "words"), CUT.values(), ids=CUT)
def test_an_export_that_was_cut_off_is_told(
    tmp_path: Path, make: Callable[[], str], words: str
) -> None:
    text = make()
    path = write(tmp_path / "a.txt", text[: text.index(words) + len(words)])
    assert found(path) == ["a.txt#1", "a.txt#2", "a.txt#3", "a.txt#3: export cut off"]
    assert pages(path)[2].raw.endswith(words)


JOINED: dict[str, tuple[Callable[[list[Story]], list[str]], int]] = {
    "Nexis Uni": (made.nexis, 5),
    "Nexis Uni, no count": (lambda s: without(made.nexis(s), f"Documents ({len(s)})"), 5),
    "LexisNexis": (made.lexis, 5),
    "LexisNexis, of one size": (made.lexis, 4),
}


@pytest.mark.parametrize(("make", "count"), JOINED.values(), ids=JOINED)
def test_two_exports_in_one_file_are_both_read(
    tmp_path: Path, make: Callable[[list[Story]], list[str]], count: int
) -> None:
    one = stories(count)[:2]
    two = [replace(story, outlet="The Tarrow Herald") for story in stories(count)[2:]]
    path = write(tmp_path / "a.txt", as_text([*make(one), *make(two)]))
    read = [(page.metadata.title, page.metadata.outlet) for page in pages(path)]
    assert read == [(story.title, story.outlet) for story in (*one, *two)]
    assert [page.raw for page in pages(path)] == [
        "\n\n".join([story.title, *story.paragraphs]) for story in (*one, *two)
    ]
    assert problems(path) == []


ANNOUNCED = {
    "Nexis Uni": lambda: [
        *made.nexis(stories(2)),
        *made.nexis_cover(stories(3), 9),
        *(line for story in stories(3) for line in made.nexis_document(story)),
    ],
    "LexisNexis": lambda: [
        *made.lexis(stories(2)),
        *(line.replace("of 3 DOC", "of 9 DOC") for line in made.lexis(stories(3))),
    ],
}


@pytest.mark.parametrize(("database", "make"), ANNOUNCED.items(), ids=ANNOUNCED)
def test_what_two_joined_exports_announce_is_added_up(
    tmp_path: Path, database: str, make: Callable[[], list[str]]
) -> None:
    path = write(tmp_path / "a.txt", as_text(make()))
    assert problems(path)[0].detail == f"{database} announces 11 documents, the file has 5"


@pytest.mark.parametrize("line", ["1 of 3 DOCUMENTS", "2 of 3 DOCUMENTS", "7 of 9 DOCUMENTS"])
def test_an_opening_line_in_a_text_of_lexis_opens_nothing(tmp_path: Path, line: str) -> None:
    paragraphs = ("The envoy read from the paper.", line, "He sat down.")
    written = [replace(story, paragraphs=paragraphs) for story in stories(3)]
    path = write(tmp_path / "a.txt", as_text(made.lexis(written)))
    assert found(path) == ["a.txt#1", "a.txt#2", "a.txt#3"]
    assert pages(path)[2].raw.split("\n\n")[1:] == list(paragraphs)


def test_a_document_of_lexis_may_lack_its_length(tmp_path: Path) -> None:
    lines = made.lexis(stories(3))
    del lines[[at for at, line in enumerate(lines) if line == "LENGTH: 812 words"][1]]
    assert found(write(tmp_path / "a.txt", as_text(lines))) == ["a.txt#1", "a.txt#2", "a.txt#3"]


# --- hostile bodies -----------------------------------------------------------------------------

INSIDE = (
    "The envoy read from the paper.",
    "End of Document",
    "Body",
    "Load-Date: the day on which the ships come in",
    "Subject: what the paper is about.",
    "1 of 2 DOCUMENTS",
    "_" * 60,
    "Location: the old harbour.",
    "IN\tthe hall nobody spoke.",
    "HDTV and PDFs came later.",
    "He sat down.",
)
SPLIT_BY = {
    "Nexis Uni": ("a.txt", lambda made_of: as_text(made.nexis(made_of)), "March 2, 2026"),
    "Nexis Uni, RTF": ("a.rtf", lambda made_of: as_rtf(made.nexis(made_of)), "March 2, 2026"),
    "Factiva, tags": (
        "a.txt",
        lambda made_of: as_text(made.factiva_tagged(made_of)),
        "2 March 2026",
    ),
    "Factiva": ("a.txt", lambda made_of: as_text(made.factiva_untagged(made_of)), "2 March 2026"),
    "ProQuest": ("a.txt", lambda made_of: as_text(made.proquest(made_of)), "Mar 2, 2026"),
}


@pytest.mark.parametrize(("name", "make", "date"), SPLIT_BY.values(), ids=SPLIT_BY)
def test_separators_inside_a_text_part_nothing(
    tmp_path: Path, name: str, make: Callable[[list[Story]], str | bytes], date: str
) -> None:
    written = [replace(story, date=date) for story in stories(3)]
    written[1] = replace(written[1], paragraphs=INSIDE)
    path = write(tmp_path / name, make(written))
    assert found(path) == [f"{name}#1", f"{name}#2", f"{name}#3"]
    expected = [line.replace("\t", " ") for line in INSIDE]
    assert pages(path)[1].raw.split("\n\n")[1:] == expected


def test_one_paragraph_in_broken_lines_is_one(tmp_path: Path) -> None:
    (whole,) = stories(1)
    long = " ".join([*whole.paragraphs, "Its secretary-general, Noor Tavish, asked for more."] * 3)
    (page,) = pages(
        write(tmp_path / "a.txt", as_text(made.lexis([replace(whole, paragraphs=(long,))])))
    )
    assert page.raw == f"{whole.title}\n\n{long}"
    short = (
        "The envoys of Orvenia came to Port Alen at noon, and left again.",
        "So did the others.",
    )
    lines = made.lexis([replace(whole, paragraphs=short * 3)])
    at = lines.index(short[0])
    lines[at : at + 11] = [
        line for line in lines[at : at + 11] if line
    ]  # no blank lines: no breaks
    (page,) = pages(write(tmp_path / "a.txt", as_text(lines)))
    assert page.raw.split("\n\n")[1:] == list(short * 3)


def test_a_heading_called_graphic_ends_no_text(tmp_path: Path) -> None:
    story = Story(
        paragraphs=("Short.", "Graphic", "The envoys spoke of a chart " * 30 + "at length.")
    )
    (page,) = pages(write(tmp_path / "a.txt", as_text(made.nexis([story]))))
    assert page.raw.endswith("at length.")


def test_a_title_may_look_like_a_label_or_a_date(tmp_path: Path) -> None:
    written = [
        Story(title="Correction: a report on Velundia"),
        Story(title="March 2, 2026: the day in Port Alen"),
    ]
    found_titles = [
        page.metadata.title
        for page in pages(write(tmp_path / "a.txt", as_text(made.nexis(written))))
    ]
    assert found_titles == [story.title for story in written]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.txt", lambda made_of: as_text(made.nexis(made_of))),
        ("a.rtf", lambda made_of: as_rtf(made.nexis(made_of))),
        ("b.txt", lambda made_of: as_text(made.lexis(made_of))),
        ("c.txt", lambda made_of: as_text(made.factiva_tagged(made_of))),
        ("d.txt", lambda made_of: as_text(made.factiva_untagged(made_of))),
        ("e.txt", lambda made_of: as_text(made.proquest(made_of))),
    ],
    ids=["Nexis Uni", "Nexis Uni, RTF", "LexisNexis", "Factiva, tags", "Factiva", "ProQuest"],
)
def test_time_grows_with_the_number_of_documents(
    tmp_path: Path, name: str, make: Callable[[list[Story]], str | bytes]
) -> None:
    def seconds(count: int) -> float:
        path = write(
            tmp_path / name, make([replace(s, date="2 March 2026") for s in stories(count)])
        )
        started = time.process_time()
        assert len(pages(path)) == count
        return time.process_time() - started

    few = min(seconds(100) for _ in range(3))
    assert seconds(800) < 8 * few * 4 + 0.2  # the square of eight would be 64


def test_a_document_of_two_megabytes_is_read(tmp_path: Path) -> None:
    long = Story(paragraphs=("The envoys of Orvenia spoke and spoke. " * 50_000,))
    path = write(tmp_path / "a.txt", as_text(made.nexis([long, Story()])))
    started = time.process_time()
    first, _ = pages(path)
    assert len(first.raw) > 1_900_000
    assert time.process_time() - started < 5


# --- what people report of real exports ---------------------------------------------------------


def test_a_contents_list_saved_beside_the_documents_is_no_article(tmp_path: Path) -> None:
    write(tmp_path / "Files (3)_doclist.RTF", as_rtf(made.nexis_cover(stories(3))))
    write(tmp_path / "one.rtf", as_rtf(made.nexis_document(Story())))
    assert found(tmp_path) == ["Files (3)_doclist.RTF: list of documents", "one.rtf#1"]


def test_an_export_as_pdf_is_refused_and_one_document_is_read() -> None:
    def printed(lines: list[str]) -> list[Page | ArticleUnreadable]:
        text = "\n".join(line for line in lines if line)
        page = Page(
            path="a.pdf",
            original=text.encode(),
            raw=text,
            encoding="utf-8",
            media_type="application/pdf",
        )
        return list(single_articles(iter([page])))

    with pytest.raises(ArticleUnreadable, match="2 documents of Nexis Uni in one PDF"):
        printed(made.nexis(NEXIS))
    with pytest.raises(ArticleUnreadable, match="2 documents of Factiva in one PDF"):
        printed(made.factiva_untagged(FACTIVA))
    assert len(printed(made.nexis_document(Story()))) == 1
    assert len(printed(list(Story().paragraphs))) == 1


def test_notes_of_the_database_are_no_part_of_title_or_text(tmp_path: Path) -> None:
    lines = ["Correction Appended", *made.nexis_document(Story())]
    at = lines.index("Graphic")
    lines[at:at] = ["PDF-Datei dieses Dokuments", "", "Link to PDF", ""]
    (page,) = pages(write(tmp_path / "a.txt", as_text(lines)))
    assert page.metadata.title == Story().title
    assert page.raw == "\n\n".join([Story().title, *Story().paragraphs])


def test_the_closing_line_may_be_german_or_stick_to_the_last_label(tmp_path: Path) -> None:
    german = as_text(made.nexis(stories(2))).replace("End of Document", "Ende des Dokuments")
    assert found(write(tmp_path / "a.txt", german)) == ["a.txt#1", "a.txt#2"]
    glued = as_text(made.nexis(stories(2))).replace("2026\n\n\nEnd of", "2026End of")
    assert "2026End of Document" in glued
    assert found(write(tmp_path / "a.txt", glued)) == ["a.txt#1", "a.txt#2"]
    assert "End of" not in pages(tmp_path / "a.txt")[0].raw


def test_labels_that_are_new_and_values_of_several_lines_are_no_text(tmp_path: Path) -> None:
    text = as_text(made.proquest(PROQUEST))
    text = text.replace("Source type: Newspaper", "Shoe size: 44\n\nSource type: Newspaper")
    text = text.replace("Observer Company\n", "Observer Company\nAll of it, for ever\n")
    found_pages = pages(write(tmp_path / "a.txt", text))
    assert [p.raw for p in found_pages] == [
        "\n\n".join([story.title, *story.paragraphs]) for story in PROQUEST
    ]


def test_an_interview_is_no_row_of_labels(tmp_path: Path) -> None:
    talk = ("Question: Will you come?", "Sol: We will.", "Question: When?", "Sol: On Monday.")
    written = [replace(PROQUEST[0], paragraphs=talk), PROQUEST[1]]
    first, _ = pages(write(tmp_path / "a.txt", as_text(made.proquest(written))))
    assert first.raw.split("\n\n")[1:] == list(talk)


def test_a_text_may_begin_with_the_word_copyright(tmp_path: Path) -> None:
    story = replace(
        FACTIVA[0], paragraphs=("Copyright lawyers met in Port Alen.", "They left at noon.")
    )
    (page,) = pages(write(tmp_path / "a.txt", as_text(made.factiva_untagged([story]))))
    assert page.raw.split("\n\n")[1:] == list(story.paragraphs)


def test_a_text_without_citation_alone_is_told(tmp_path: Path) -> None:
    text = as_text(made.proquest(PROQUEST))
    body = "\n".join(PROQUEST[1].paragraphs)
    for instead in ("Full text: Not available.", "Abstract: None available."):
        path = write(tmp_path / "a.txt", text.replace(f"Full text: {body}", instead, 1))
        assert found(path) == ["a.txt#1: document without text", "a.txt#2"]
