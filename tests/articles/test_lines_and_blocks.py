"""Which lines make a paragraph, and what each block is."""

from __future__ import annotations

import pytest

from onrecord.records import Metadata
from tests.articles.pages import CLOSING, MediaType, blocks, read

LONG = (
    "The delegation of Arland raised the matter of the bridge again and again during the talks, "
    "which went on until"
)

CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "title, then a paragraph": (
        f"Arland and Berland Resume Talks\n\n{CLOSING}",
        [("title", "Arland and Berland Resume Talks"), ("paragraph", CLOSING)],
    ),
    "a first line that is a sentence is no title": (
        f"Arland resumed the talks.\n{CLOSING}",
        [("paragraph", "Arland resumed the talks."), ("paragraph", CLOSING)],
    ),
    "a question before a blank line is a title": (
        f"Will Arland resume the talks?\n\n{CLOSING}",
        [("title", "Will Arland resume the talks?"), ("paragraph", CLOSING)],
    ),
    "bullets at the top are the summary": (
        f"- Arland wants the bridge.\n- Berland says no.\n{CLOSING}\n- A late bullet stands here.",
        [
            ("summary", "Arland wants the bridge."),
            ("summary", "Berland says no."),
            ("paragraph", CLOSING),
            ("bullet", "A late bullet stands here."),
        ],
    ),
    "bullets with no paragraph are no summary": (
        "- The ministers of Arland want the bridge.\n- The ministers of Berland say no to it.",
        [
            ("bullet", "The ministers of Arland want the bridge."),
            ("bullet", "The ministers of Berland say no to it."),
        ],
    ),
    "a long line broken inside a sentence": (
        f"{LONG}\nthe early morning of Friday.\n{CLOSING}",
        [("paragraph", f"{LONG} the early morning of Friday."), ("paragraph", CLOSING)],
    ),
    "a short line broken inside a sentence": (
        f"Berland's answer\nThe 12-day\ntruce holds so far, both sides say.\n{CLOSING}",
        [
            ("title", "Berland's answer"),
            ("paragraph", "The 12-day truce holds so far, both sides say."),
            ("paragraph", CLOSING),
        ],
    ),
    "a line that ends in a comma goes on": (
        f"It was a day of talks,\nOtto Lund said.\n{CLOSING}",
        [("paragraph", "It was a day of talks, Otto Lund said."), ("paragraph", CLOSING)],
    ),
    "an abbreviation at the line end goes on": (
        f"He met envoys of the U.N.\nin the afternoon.\n{CLOSING}",
        [("paragraph", "He met envoys of the U.N. in the afternoon."), ("paragraph", CLOSING)],
    ),
    "a heading stands alone": (
        f"{CLOSING}\nWhat comes next\n{CLOSING}",
        [("paragraph", CLOSING), ("heading", "What comes next"), ("paragraph", CLOSING)],
    ),
    "a heading with a quoted end": (
        f"{CLOSING}\nArland’s ‘last word’\n{CLOSING}",
        [("paragraph", CLOSING), ("heading", "Arland’s ‘last word’"), ("paragraph", CLOSING)],
    ),
    "a wrapped bullet": (
        f"{CLOSING}\n- The first demand of Arland is the\nopening of the bridge.\n{CLOSING}",
        [
            ("paragraph", CLOSING),
            ("bullet", "The first demand of Arland is the opening of the bridge."),
            ("paragraph", CLOSING),
        ],
    ),
    "one line alone is a paragraph": (
        "Arland and Berland resume their talks about the bridge over the river Aa",
        [
            (
                "paragraph",
                "Arland and Berland resume their talks about the bridge over the river Aa",
            )
        ],
    ),
}


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_blocks(raw: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(raw)) == expected


def test_a_text_wrapped_by_a_machine_is_rejoined_by_paragraph() -> None:
    raw = (
        "The ministers of Arland met their colleagues of\n"
        "Berland on Monday. They spoke about the bridge.\n"
        "Nothing was agreed, and nobody was surprised by\n"
        "Otto Lund's words.\n"
        "The next round of talks will be held in Cetown,\n"
        "Otto Lund said on the way out of the great hall\n"
        "of the palace.\n"
    )
    texts = [text for _, text in blocks(read(raw))]
    assert texts[0].startswith("The ministers of Arland met their colleagues of Berland on Monday.")
    assert texts[0].endswith("Otto Lund's words.")
    assert texts[1].startswith("The next round")
    assert len(texts) == 2


def test_lines_that_are_paragraphs_are_not_taken_for_wrapped() -> None:
    raw = f"The talks began.\nThey ended on Monday.\nNobody spoke.\n{CLOSING}"
    assert len(blocks(read(raw))) == 4


def test_the_title_of_the_metadata_is_found_though_it_ends_like_a_sentence() -> None:
    article = read(f"Arland waits.\n{CLOSING}", metadata=Metadata(title="Arland waits."))
    assert blocks(article)[0] == ("title", "Arland waits.")


def test_a_first_line_unlike_the_title_of_the_metadata_is_a_heading() -> None:
    article = read(f"Ann Berg\n\n{CLOSING}", metadata=Metadata(title="Arland waits for an answer"))
    assert blocks(article)[0] == ("heading", "Ann Berg")
    assert article.title == "Arland waits for an answer"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("# Arland waits\n", ("title", "Arland waits")),
        (
            "> “We wait,” the envoy of Arland said.\n",
            ("paragraph", "“We wait,” the envoy of Arland said."),
        ),
        (
            "The **full** offer of _Arland_ is known.\n",
            ("paragraph", "The full offer of Arland is known."),
        ),
        ("The [offer](http://a.example/b_(c)) stands.\n", ("paragraph", "The offer stands.")),
        (
            "The snake_case_name and 2 * 3 * 4 stay.\n",
            ("paragraph", "The snake_case_name and 2 * 3 * 4 stay."),
        ),
        ("1\\. It was so.\n", ("summary", "1. It was so.")),
    ],
    ids=["heading", "quotation", "emphasis", "link", "no emphasis", "escape"],
)
def test_markdown_marks_are_no_text(raw: str, expected: tuple[str, str]) -> None:
    media: MediaType = "text/markdown"
    article = read(f"{raw}\n{CLOSING}", media)
    assert blocks(article)[0] == expected


def test_markdown_keeps_the_way_back() -> None:
    raw = f"The [offer](http://a.example) **stands**.\n\n{CLOSING}"
    article = read(raw, "text/markdown")
    start = article.text.index("stands")
    span = article.span(start, start + len("stands"))
    assert span.raw_start is not None
    assert raw[span.raw_start : span.raw_end] == "stands"
