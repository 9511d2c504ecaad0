"""PDF files: reading order, margins, paragraphs, and those that cannot be read."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import printed_page, read_article
from onrecord.errors import ArticleUnreadable
from onrecord.records import Page
from onrecord.sources import find_pages
from onrecord.sources.pdf import read_pdf
from onrecord.sources.pdf.hyphens import joined
from onrecord.sources.pdf.printed import MOST_PAGES
from onrecord.sources.pdf.reader import ask_reader
from tests.sources.made import found, problems, write
from tests.sources.pdfs import UP, Line, by_rows, column, pdf

TERMS = (
    "The foreign minister of Velundia said on Monday that her government would open the bridge "
    "over the Sarn if the other side withdrew its guns from the hills above the town first."
)
REPLY = (
    "Orvenia called the offer a beginning and asked for a list of the places that were meant, "
    "since earlier promises had been taken back within weeks of their making."
)
THIRD = (
    "Mediators of the Alder Institute want both delegations to meet in Tolmara in June, and the "
    "city has already set aside two halls for them and for the press of both countries."
)
HEADLINE = "Velundia names terms for the bridge"


def page_of(data: bytes) -> Page:
    page, *rest = read_pdf(data, "a.pdf")
    assert rest == []
    assert isinstance(page, Page)
    return page


def paragraphs(data: bytes) -> list[str]:
    return read_article(page_of(data)).text.split("\n\n")


def test_lines_are_joined_to_paragraphs() -> None:
    lines = column([TERMS, REPLY], x=72, y=150, chars=70)
    assert paragraphs(pdf([Line(72, 110, HEADLINE, 18), *lines])) == [HEADLINE, TERMS, REPLY]


@pytest.mark.parametrize("indent", [0, 2], ids=["gaps", "indents"])
def test_paragraphs_by_gap_or_indent(indent: int) -> None:
    first = column([TERMS], x=72, y=150, chars=70, indent=indent)
    gap = 0 if indent else 10
    second = column([REPLY], x=72, y=first[-1].y + 12 + gap, chars=70, indent=indent)
    assert paragraphs(pdf(first + second)) == [TERMS, REPLY]


@pytest.mark.parametrize("rows", [False, True], ids=["column by column", "row by row"])
@pytest.mark.parametrize("count", [2, 3])
def test_columns_do_not_interleave(count: int, rows: bool) -> None:
    texts = [[TERMS, TERMS], [REPLY, THIRD], [THIRD, REPLY]][:count]
    chars, step = (40, 260) if count == 2 else (24, 160)
    columns = [column(text, x=60 + at * step, y=150, chars=chars) for at, text in enumerate(texts)]
    body = by_rows(*columns) if rows else [line for one in columns for line in one]
    expected = [HEADLINE, *(paragraph for text in texts for paragraph in text)]
    assert paragraphs(pdf([Line(60, 110, HEADLINE, 22), *body])) == expected


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    whole = column([TERMS, REPLY + " " + THIRD], x=60, y=150, chars=40)
    half = len(whole) // 2 + 1
    moved = [line._replace(x=line.x + 270, y=150 + 12 * at) for at, line in enumerate(whole[half:])]
    assert paragraphs(pdf(by_rows(whole[:half], moved))) == [TERMS, REPLY + " " + THIRD]


def test_stories_one_below_the_other_keep_their_columns() -> None:
    upper = by_rows(
        *(column([t], x=60 + 260 * n, y=150, chars=40) for n, t in enumerate((TERMS, REPLY)))
    )
    lower = by_rows(
        *(column([t], x=60 + 260 * n, y=360, chars=40) for n, t in enumerate((THIRD, TERMS)))
    )
    second = "Two halls in Tolmara"
    lines = [Line(60, 110, HEADLINE, 20), *upper, Line(60, 330, second, 20), *lower]
    assert paragraphs(pdf(lines)) == [HEADLINE, TERMS, REPLY, second, THIRD, TERMS]


def test_a_table_stays_row_by_row() -> None:
    rows = [("Velundia", "34", "yes"), ("Orvenia", "28", "no"), ("Tolmara", "7", "abstained")]
    cells = [
        Line(72 + 150 * at, 300 + 14 * row, text)
        for row, cells in enumerate(rows)
        for at, text in enumerate(cells)
    ]
    text = page_of(pdf([*column([TERMS], x=72, y=150, chars=70), *cells])).raw
    assert "Velundia 34 yes" in text
    assert "Orvenia 28 no" in text


def test_margins_are_left_out_and_shown() -> None:
    def page(number: int, body: str) -> list[Line]:
        return [
            Line(72, 40, f"The Gaze, 9 March 2026, page {number}"),
            *column([body], x=72, y=150, chars=70),
            Line(300, 770, str(number)),
        ]

    article = read_article(page_of(pdf(page(1, TERMS), page(2, REPLY), page(3, THIRD))))
    assert article.text.split("\n\n") == [TERMS, REPLY, THIRD]
    assert [(one.reason, one.text) for one in article.excluded] == [
        ("page header", "The Gaze, 9 March 2026, page 1"),
        ("page number", "1"),
        ("page header", "The Gaze, 9 March 2026, page 2"),
        ("page number", "2"),
        ("page header", "The Gaze, 9 March 2026, page 3"),
        ("page number", "3"),
    ]
    assert all(article.raw[o.raw_start : o.raw_end].strip() == o.text for o in article.excluded)


def test_a_line_that_stands_once_is_no_header() -> None:
    lines = [Line(72, 60, "Special edition"), *column([TERMS], x=72, y=150, chars=70)]
    assert paragraphs(pdf(lines, column([REPLY], x=72, y=150, chars=70))) == [
        "Special edition",
        TERMS,
        REPLY,
    ]


def test_a_paragraph_goes_on_over_the_page_and_its_margins() -> None:
    whole = column([TERMS + " " + REPLY], x=72, y=700, chars=70)
    first, second = whole[:3], whole[3:]
    head = [Line(72, 40, "The Gaze of Tolmara")]
    last = [*head, *column([THIRD], x=72, y=150, chars=70)]
    moved = [line._replace(y=150 + 12 * at) for at, line in enumerate(second)]
    page = page_of(pdf(head + first, head + moved, last))
    article = read_article(page)
    assert article.text.split("\n\n") == [TERMS + " " + REPLY, THIRD]
    span = article.span(article.text.index(REPLY[-30:]), len(TERMS + " " + REPLY))
    assert article.raw[span.raw_start : span.raw_end] == REPLY[-30:]
    pages = [
        printed_page(article, article.text.index(words)) for words in (TERMS, REPLY[-9:], THIRD)
    ]
    assert pages == [1, 2, 3]


def test_a_text_without_pages_has_no_page_number(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TERMS)
    (page,) = find_pages(tmp_path)
    assert isinstance(page, Page)
    assert printed_page(read_article(page), 0) is None


def test_a_page_with_several_open_stories_is_not_continued() -> None:
    open_left = column([TERMS + " " + REPLY], x=60, y=500, chars=40)[:6]
    open_right = column([THIRD + " " + TERMS], x=330, y=500, chars=40)[:6]
    heads = [Line(60, 480, "The bridge", 16), Line(330, 480, "The halls", 16)]
    following = column(
        ["the rest of one of them, which nobody can know, " + REPLY],
        x=60,
        y=100,
        chars=70,
        indent=0,
    )
    text = paragraphs(pdf(heads + open_left + open_right, following))
    assert text[-1].startswith("the rest of one of them")


def test_text_that_runs_up_the_page_is_left_out_and_shown() -> None:
    lines = [*column([TERMS], x=72, y=150, chars=70), Line(40, 600, "Photo: Vessa Tarn", 6, UP)]
    article = read_article(page_of(pdf(lines)))
    assert article.text == TERMS
    assert [(o.reason, o.text) for o in article.excluded] == [
        ("sideways text", "Photo: Vessa Tarn")
    ]


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    lines = [
        Line(100 + 12 * at, 700, line.text, 10, UP)
        for at, line in enumerate(column([TERMS], x=0, y=0, chars=60))
    ]
    assert paragraphs(pdf(lines, rotate=90)) == [TERMS]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("nego-", "tiations,", "negotiations,"),
        ("minis-", "ters", "ministers"),
        ("well-", "known", "well-known"),
        ("cease-", "fire", "ceasefire"),
        ("peace-", "keeping", "peace-keeping"),
        ("Anglo-", "American", "Anglo-American"),
        ("U-", "turn", "U-turn"),
        ("2026-", "27", "2026-27"),
        ("mother-", "in-law", "mother-in-law"),
        ("com\u00ad", "promise", "compromise"),
        ("long-", "term", "long-term"),
    ],
)
def test_cut_words(first: str, second: str, expected: str) -> None:
    vocabulary = {"ministers", "ceasefire", "peace", "keeping", "long-term"}
    assert joined(first, second, vocabulary) == expected


def test_cut_words_in_a_column() -> None:
    lines = [
        Line(72, 150, "The two sides will meet for new nego-"),
        Line(72, 162, "tiations in Tolmara, the well-known me-"),
        Line(72, 174, "diators of the Alder Institute say now."),
    ]
    assert paragraphs(pdf(lines)) == [
        "The two sides will meet for new negotiations in Tolmara, the well-known mediators of the "
        "Alder Institute say now."
    ]


def test_properties_count_where_the_text_bears_them_out() -> None:
    lines = [
        Line(72, 110, HEADLINE, 18),
        Line(72, 130, "By Anna Perel"),
        *column([TERMS], x=72, y=150, chars=70),
    ]
    day = "/CreationDate(D:20260309080000Z)"
    sound = page_of(pdf(lines, info=f"/Title({HEADLINE})/Author(Anna Perel){day}")).metadata
    assert (sound.title, sound.authors, sound.published) == (HEADLINE, ("Anna Perel",), None)
    idle = page_of(pdf(lines, info=f"/Title(layout_final_2.indd)/Author(Desk 4){day}")).metadata
    assert (idle.title, idle.authors, idle.published) == (None, (), None)


def test_the_same_file_gives_the_same_page() -> None:
    data = pdf(column([TERMS, REPLY], x=72, y=150, chars=70))
    assert page_of(data).sha256 == page_of(data).sha256


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b"<html><body>Not found</body></html>", "damaged PDF"),
        (pdf(column([TERMS], x=72, y=150, chars=70))[:300], "damaged PDF"),
        (pdf(), "damaged PDF"),
        (pdf(column([TERMS], x=72, y=150, chars=70), encrypt=True), "encrypted PDF"),
        (pdf([], pictures=[1]), "no text layer"),
        (pdf([Line(72, 150, "7")]), "no text layer"),
        (pdf(*[[Line(72, 150, "x")]] * (MOST_PAGES + 1)), "too many pages"),
    ],
    ids=["empty", "HTML", "cut off", "no page", "encrypted", "picture", "one letter", "pages"],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    write(tmp_path / "a.pdf", data)
    write(tmp_path / "b.txt", "Some text.")
    assert found(tmp_path) == [f"a.pdf: {reason}", "b.txt"]
    assert problems(tmp_path)[0].remedy


def test_a_page_without_text_is_reported_beside_the_others() -> None:
    text = column([TERMS], x=72, y=150, chars=70)
    page, report = read_pdf(pdf(text, [], text, pictures=[2]), "a.pdf")
    assert isinstance(page, Page)
    assert isinstance(report, ArticleUnreadable)
    assert (report.where, report.reason) == ("a.pdf, page 2", "no text layer")
    assert page.raw.count("\f") == 2


def test_a_pdf_that_takes_too_long_is_stopped_and_the_next_is_read() -> None:
    lines = [Line(x, y, "ab", 2) for x in range(0, 600, 6) for y in range(0, 780, 3)]
    with pytest.raises(ArticleUnreadable, match="too heavy"):
        ask_reader(pdf(*[lines] * 20), "a.pdf", seconds=0.05)
    assert ask_reader(pdf(column([TERMS], x=72, y=150, chars=70)), "b.pdf").text.strip() == TERMS


def test_the_reader_of_a_killed_parent_ends_by_itself() -> None:
    """Nobody stops it any more, and what it hangs in lets no other code of ours run."""
    code = (
        "from onrecord.sources.pdf import __main__ as child\n"
        "import sys\n"
        "child.LONGEST = 1.0\n"
        "child.read_printed = lambda source, where: sum(range(10**13))\n"
        "child._answer_all(sys.stdin.buffer, sys.stdout.buffer)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdin is not None
        child.stdin.write(b'{"where": "a.pdf", "bytes": 0}\n')
        child.stdin.flush()  # and left open: that it closes is told to nobody who hangs
        try:
            assert child.wait(timeout=30) == 1
        finally:
            child.kill()


def test_packed_and_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(column([TERMS], x=72, y=150, chars=70))
    write(tmp_path / "a.pdf.gz", gzip.compress(data))
    write(tmp_path / "B.PDF", data)
    assert found(tmp_path) == ["B.PDF", "a.pdf.gz"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    page = next(find_pages("-"))
    assert isinstance(page, Page)
    assert (page.path, page.media_type, page.raw.strip()) == ("stdin", "application/pdf", TERMS)


WORDS = st.lists(st.sampled_from("gate river mediator hall offer guns seven".split()), min_size=1)  # noqa: SIM905


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_every_word_comes_out_once(texts: list[list[list[str]]]) -> None:
    columns = [
        column([" ".join(words) for words in text], x=60 + 180 * at, y=200, chars=24)
        for at, text in enumerate(texts)
    ]
    data = pdf([Line(60, 130, "A headline of some length", 16), *by_rows(*columns)])
    words = [word for text in texts for paragraph in text for word in paragraph]
    assert sorted(page_of(data).raw.split()) == sorted(
        [*["A", "headline", "of", "some", "length"], *words]
    )
