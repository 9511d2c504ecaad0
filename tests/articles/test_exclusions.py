"""What is left out of a page, and, beside each, what must not be."""

from __future__ import annotations

import pytest

from onrecord.records import Metadata
from tests.articles.pages import CLOSING, blocks, left_out, read

LEFT_OUT = {
    "licence with picture title": (
        "Bridge over the Aa – Shelf, Photo by shelf.example, is licensed under CC BY-SA 4.0",
        "licence line",
    ),
    "licence after a lone quote": (
        "Lund” by A. Berg is licensed under CC BY 2.0",
        "licence line",
    ),
    "picture file": ("File:Otto Lund in Cetown 02.jpg – Wiki", "licence line"),
    "credit": ("Photo: Ann Berg", "photo credit"),
    "agency credit": ("Ann Berg/Getty Images", "photo credit"),
    "credit with a licence": ("Photo by A. Berg, public domain", "photo credit"),
    "credit with an agency": ("Image: A. Berg / Reuters", "photo credit"),
    "bracketed credit": ("(Photo by Ann Berg, via Wikimedia Commons)", "photo credit"),
    "caption with its credit": (
        "Otto Lund on the bridge on Monday, May 4. (Photo: Ann Berg/AP)",
        "photo caption",
    ),
    "caption toggle": ("Enlarge this image toggle caption Ann Berg/AP", "photo caption"),
    "agency file picture": ("FILE PHOTO: Otto Lund waves.", "photo caption"),
    "byline": ("By Ann Berg and Karl Holm", "byline"),
    "byline with office": ("By Ann Berg, diplomatic correspondent", "byline"),
    "credits": ("Karl Holm in Cetown contributed to this report.", "credits"),
    "reporting credits": ("(Reporting by Ann Berg; Editing by Karl Holm)", "credits"),
    "copyright": ("© 2026 The Shore. All rights reserved.", "copyright line"),
    "time stamp": ("Updated at 7:18 p.m. ET", "time stamp"),
    "advertisement": ("ADVERTISEMENT", "advertisement"),
    "share bar": ("Share Tweet Email", "share bar"),
    "menu": ("Lifestyle Politics World News", "section menu"),
    "menu between bars": ("Home | World | Politics", "section menu"),
    "menu between dots": ("News • Opinion • Sport • Arland Today", "section menu"),
    "path to a page": ("Home › World › Arland", "section menu"),
    "newsletter": ("Sign up for our daily newsletter", "newsletter"),
    "follow": ("Follow Ann Berg on Twitter @annberg", "follow line"),
    "comment form": ("Leave a Reply", "comment form"),
    "to the top": ("Scroll top", "navigation"),
    "other page": ("Read more: How the bridge was built", "link to another page"),
    "bracketed link": ("( PHOTOS: The bridge through the years)", "link to another page"),
    "separator": ("* * *", "separator"),
    "tags": ("Tags: bridge, Arland, talks", "tags"),
    "cookies": ("We use cookies on this site. OK", "cookie notice"),
}


@pytest.mark.parametrize(("line", "reason"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_line_beside_the_article_is_left_out(line: str, reason: str) -> None:
    article = read(f"{CLOSING}\n\n{line}\n\n{CLOSING} It will be the last round.")
    assert (reason, line) in left_out(article)
    assert line not in article.text


KEPT = {
    "a sentence about a licence": "The drug was licensed under a new law, the envoy said.",
    "a sentence about a photo": "Photo by photo, the envoys went through the evidence of the raid.",
    "a sentence with a slash": "He met the envoy of Arland and/or Berland.",
    "a sentence that starts with By": "By Monday Arland had given its answer.",
    "by and a name": "By Otto Lund's account, the talks are over.",
    "a sentence about sharing": "Share the burden, Otto Lund told the ministers.",
    "a sentence about comments": "Comments by Otto Lund angered the ministers of Berland.",
    "a sentence with more": "More talks will follow, the mediator said.",
    "a sentence with a colon": "The latest: Arland says no to the bridge.",
    "a sentence about an update": "Updated figures show 14 dead on the bridge.",
    "a sentence about subscribers": "Subscribe to peace, the daily marchers shouted.",
    "a sentence about advertising": "Advertisement of the talks was forbidden by both states.",
    "a contribution": "Berland contributed to this crisis, Otto Lund said.",
    "reporting as a noun": "Reporting by the envoys was late.",
    "who said it": "— Otto Lund, foreign minister of Arland",
    "a heading of one section name": "Economy and the bridge",
    "rights": "All rights of Arland must be kept, Otto Lund said.",
}


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_a_line_of_the_article_stays(line: str) -> None:
    article = read(f"{CLOSING}\n\n{line}\n\n{CLOSING} It will be the last round.")
    assert line in article.text


def test_the_caption_above_a_licence_line_is_left_out() -> None:
    picture = "Otto Lund on the bridge\nPhoto by A. Berg is licensed under CC BY 4.0"
    raw = f"{CLOSING}\n\n{picture}\n\n{CLOSING}"
    assert ("photo caption", "Otto Lund on the bridge") in left_out(read(raw))


@pytest.mark.parametrize(
    "above",
    ["Otto Lund crossed the bridge.", "Otto Lund on the bridge\n"],
    ids=["a sentence", "a line apart"],
)
def test_what_else_stands_above_a_licence_line_is_kept(above: str) -> None:
    raw = f"{CLOSING}\n\n{above}\nPhoto by A. Berg is licensed under CC BY 4.0\n\n{CLOSING}"
    assert above.strip() in read(raw).text


@pytest.mark.parametrize(
    "menu",
    ["Home | World | Politics", "Arland • Berland • Elections • The Bridge"],
    ids=["of sections", "of topics"],
)
def test_a_menu_at_the_top_is_not_the_title(menu: str) -> None:
    title = "Arland and Berland Resume Talks"
    article = read(f"{menu}\n{title}\n\n{CLOSING}")
    assert article.title == title
    assert left_out(article) == [("section menu", menu)]


def test_a_title_between_bars_stays_the_title() -> None:
    title = "Arland and Berland Resume Talks | World | The Shore"
    assert read(f"{title}\n\n{CLOSING}").title == title


def test_the_title_stands_once() -> None:
    title = "Arland and Berland Resume Talks"
    article = read(f"{title}\n\nPolitics World\n{title}\n\n{CLOSING}")
    assert blocks(article) == [("title", title), ("paragraph", CLOSING)]
    assert ("repeated title", title) in left_out(article)


def test_a_list_of_sources_is_cited_and_left_out() -> None:
    article = read(f"{CLOSING}\nSources for this article include:\nReuters.com\nThe Shore")
    assert article.cites == ("Reuters.com", "The Shore")
    assert "Reuters" not in article.text


def test_a_source_line_at_the_end_is_cited() -> None:
    assert read(f"{CLOSING}\nSource: Reuters, The Shore").cites == ("Reuters", "The Shore")


def test_sources_in_a_sentence_are_not_cited() -> None:
    article = read(f"{CLOSING}\nSources close to the talks say that Arland will sign.\nReuters.com")
    assert article.cites == ()
    assert "Sources close" in article.text


def test_the_lines_under_key_points_are_the_summary() -> None:
    raw = f"Story highlights Arland wants the bridge\n\nBerland says no\n\n{CLOSING}"
    article = read(raw)
    assert blocks(article)[:2] == [
        ("summary", "Arland wants the bridge"),
        ("summary", "Berland says no"),
    ]
    assert ("label", "Story highlights") in left_out(article)


def test_a_line_with_the_author_or_the_outlet_is_left_out() -> None:
    metadata = Metadata(authors=("Ann Berg",), outlet="The Shore")
    article = read(f"The Shore\n\nAnn Berg\n\n{CLOSING}", metadata=metadata)
    assert left_out(article) == [("outlet name", "The Shore"), ("byline", "Ann Berg")]


def test_bullet_marks_and_invisible_characters_are_listed() -> None:
    article = read(f"{CLOSING}\n- It is o\u200bver.")
    assert left_out(article) == [("markup", "-"), ("invisible character", "\u200b")]
    assert "It is over." in article.text


def test_the_header_of_a_mail_that_is_passed_on_is_left_out() -> None:
    header = (
        "---------- Forwarded message ---------\n"
        "From: The Shore <desk@shore.example>\nDate: Mon, 12 Oct 2026\nSubject: Talks\n"
    )
    article = read(f"{header}\n{CLOSING}")
    assert [reason for reason, _ in left_out(article)] == ["header of the mail"] * 4
    assert article.text == CLOSING
    for other in (header[40:], header.partition("From")[0]):  # no rule above, or nothing below it
        assert "header of the mail" not in dict(left_out(read(f"{other}\n{CLOSING}")))
