"""The head of a Markdown file: what is taken from it, and what is not."""

from __future__ import annotations

import pytest

from onrecord.records import Metadata
from tests.articles.pages import CLOSING, MediaType, read

FRONT = """---
title: "Talks: a bridge too far"
author: Ann Berg and Otto Lund
date: 2026-10-13
outlet: The Shore
source: https://shore.example/talks
tags: [bridge, talks]
---
"""
CLIPPED = """---
title: 'Talks stall'
source: "https://shore.example/talks"
author:
  - "[[Ann Berg]]"
  - Otto Lund
published: 13 October 2026
created: 2026-11-01
---
"""


@pytest.mark.parametrize(
    ("front", "title", "outlet"),
    [(FRONT, "Talks: a bridge too far", "The Shore"), (CLIPPED, "Talks stall", "shore.example")],
    ids=["written", "clipped"],
)
def test_the_head_says_whose_article_it_is(front: str, title: str, outlet: str) -> None:
    article = read(f"{front}\n# Talks stall\n\n{CLOSING}", "text/markdown")
    assert (article.title, article.outlet) == (title, outlet)
    assert article.authors == ("Ann Berg", "Otto Lund")
    assert article.url == "https://shore.example/talks"
    assert article.published is not None
    assert str(article.published.start) == "2026-10-13"
    assert "2026" not in article.text


def test_what_came_with_the_file_goes_before_it() -> None:
    given = Metadata(title="A", outlet="The Coast", published="2020-05-01", authors=("Ida Moe",))
    article = read(f"{FRONT}\n{CLOSING}", "text/markdown", given)
    assert (article.title, article.outlet, article.authors) == ("A", "The Coast", ("Ida Moe",))
    assert article.published is not None
    assert str(article.published.start) == "2020-05-01"


@pytest.mark.parametrize(
    ("raw", "media_type"),
    [
        (f"---\ncreated: 2026-10-13\ntags: [a]\n---\n{CLOSING}", "text/markdown"),
        (f"# Talks stall\n\n---\ndate: 2026-10-13\n---\n\n{CLOSING}", "text/markdown"),
        (f"---\ndate: soon\noutlet:\n---\n{CLOSING}", "text/markdown"),
    ],
    ids=["when the note was made", "further down", "nothing that can be read"],
)
def test_other_lines_say_nothing(raw: str, media_type: MediaType) -> None:
    article = read(raw, media_type)
    assert (article.outlet, article.authors, article.published) == (None, (), None)
