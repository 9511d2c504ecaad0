"""From a page to its article: metadata, language, login pages, HTML."""

from __future__ import annotations

import pytest

from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata
from tests.articles.pages import CLOSING, blocks, left_out, page, read

HTML = f"""<!doctype html><html lang="en"><head><title>Talks stall - The Shore</title>
<meta property="og:title" content="Talks on the bridge stall">
<meta property="og:site_name" content="The Shore">
<meta property="article:published_time" content="2026-03-04T22:00:00-05:00">
<link rel="canonical" href="https://www.shore.example/world/talks"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Talks on the bridge stall</h1>
<figure><img src="a.jpg"><figcaption>The bridge over the Aa on Monday</figcaption></figure>
<p>The ministers of Arland &amp; Berland parted on <a href="x">Monday</a>
  without a word&hellip;</p>
<h2>What comes next</h2>
<p>&ldquo;We shall return,&rdquo; said <b>Otto</b> Lund, who leads the delegation of Arland.</p>
<p>{CLOSING}</p></article>
<footer>© 2026 The Shore</footer></body></html>"""


def test_html_gives_text_metadata_and_what_was_left_out() -> None:
    article = read(HTML, "text/html")
    assert article.title == "Talks on the bridge stall"
    assert article.outlet == "The Shore"
    assert article.published is not None
    assert str(article.published.start) == "2026-03-04"
    kinds = [kind for kind, _ in blocks(article)]
    assert kinds == ["title", "paragraph", "heading", "paragraph", "paragraph"]
    assert "Arland & Berland parted on Monday without a word…" in article.text
    reasons = {text: reason for reason, text in left_out(article)}
    assert reasons["Home World"] == "navigation"
    assert reasons["The bridge over the Aa on Monday"] == "photo caption"
    assert reasons["© 2026 The Shore"] == "page footer"


def test_html_leads_back_to_the_source() -> None:
    article = read(HTML, "text/html")
    start = article.text.index("“We shall return,”")
    span = article.span(start, start + len("“We shall return,”"))
    assert span.raw_start is not None
    assert HTML[span.raw_start : span.raw_end] == "&ldquo;We shall return,&rdquo;"


def test_what_the_source_says_outranks_what_the_page_says() -> None:
    metadata = Metadata(outlet="The Coast", published="1 May 2020")
    article = read(HTML, "text/html", metadata)
    assert article.outlet == "The Coast"
    assert article.published is not None
    assert str(article.published.start) == "2020-05-01"
    assert article.title == "Talks on the bridge stall"


def test_the_host_stands_for_an_outlet_that_nobody_names() -> None:
    article = read(CLOSING, metadata=Metadata(url="https://www.shore.example:80/a"))
    assert article.outlet == "shore.example"
    assert read(CLOSING).outlet is None
    assert read(CLOSING, metadata=Metadata(url="http://[bad")).outlet is None


def test_id_is_the_hash_of_the_original() -> None:
    made = page(CLOSING)
    article = read_article(made)
    assert article.id == article.sha256 == made.sha256


LOGIN = (
    "<html><body><h1>Welcome back</h1><form><p>Please log in to read this article.</p>"
    "<input type='password' name='p'></form></body></html>"
)
CONSENT = (
    "<html><body><div><p>We value your privacy. We and our partners store information on "
    "your device. Accept all cookies to go on to the article.</p></div></body></html>"
)
IN_SCRIPT = (
    "<html><head><script type='application/ld+json'>"
    f'{{"@type": "NewsArticle", "articleBody": "{CLOSING} {CLOSING}"}}'
    "</script></head><body><div>The Shore</div></body></html>"
)
GERMAN = (
    "Die Minister der beiden Staaten haben sich am Montag in der Hauptstadt getroffen, um über "
    "die Brücke zu sprechen. Ein Ergebnis gab es nicht, sagte der Vermittler am Abend."
)


@pytest.mark.parametrize(
    ("raw", "media", "reason", "detail"),
    [
        (LOGIN, "text/html", "login page", ""),
        (CONSENT, "text/html", "login page", ""),
        (GERMAN, "text/plain", "not English", "German"),
        (f"<p>{GERMAN}</p>", "text/html", "not English", "German"),
        ("<html><body></body></html>", "text/html", "no text", ""),
        (IN_SCRIPT, "text/html", "no text", "the article stands in a script of the page only"),
        ("Advertisement\n\n* * *", "text/plain", "no text", ""),
        ("12345", "text/plain", "no text", ""),
    ],
    ids=[
        "login",
        "consent",
        "German",
        "German HTML",
        "empty page",
        "script",
        "furniture",
        "number",
    ],
)
def test_what_is_no_article(raw: str, media: str, reason: str, detail: str) -> None:
    with pytest.raises(ArticleUnreadable) as caught:
        read(raw, media)  # type: ignore[arg-type]
    assert (caught.value.reason, caught.value.detail) == (reason, detail)
    assert caught.value.remedy
    assert caught.value.where == "made.txt"


@pytest.mark.parametrize("raw", ["No.", "Ja.", "Talks!", "Arland says no to Berland."])
def test_a_text_too_short_to_tell_its_language_is_read(raw: str) -> None:
    assert read(raw).language == "en"


def test_an_article_about_a_password_is_no_login_page() -> None:
    said = "Hackers had the password of the ministry of Arland for a whole year, Otto Lund said."
    body = f"<p>{said}</p><p>{CLOSING}</p><p>Nobody in Berland has claimed the attack so far.</p>"
    assert (
        "Hackers" in read(f"<html><body><article>{body}</article></body></html>", "text/html").text
    )


def test_a_fragment_of_html_is_read() -> None:
    article = read(f"<p>Otto Lund left.</p><p>{CLOSING}</p>", "text/html")
    assert [text for _, text in blocks(article)] == ["Otto Lund left.", CLOSING]
