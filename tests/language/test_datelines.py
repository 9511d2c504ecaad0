"""Where a dateline ends, in the parse and without one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import read_article
from onrecord.language.datelines import BLOCKS_LOOKED_AT, LONGEST, dateline_end
from onrecord.language.english import parse_article
from onrecord.records import Article, Page

LEAD = "Velundia rejected the plan on Monday."


def article(text: str) -> Article:
    return read_article(
        Page(
            path="a.txt",
            original=text.encode(),
            raw=text,
            encoding="utf-8",
            media_type="text/plain",
        )
    )


@pytest.mark.parametrize(
    "dateline",
    [
        "ALDERY — ",
        "ALDERY, June 4 — ",
        "ALDERY, Velundia, June 4, 2026 - ",
        "ALDERY (Coastal Press) -- ",
        "ALDERY/MARLOW, Velundia (Coastal Press) - ",
        "ST. ALDERY, Vel. — ",
        "PORT ALDERY—",
        "ALDERY, Velundia– ",
        "Aldery (Coastal Press) – ",
        "Aldery (CNN) ",
        "Aldery, Velundia - ",
        "Aldery, 4 June 2026: ",
        "Aldery, Monday — ",
        "(Coastal Press) - ",
    ],
)
@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
def test_a_dateline_is_a_sentence_of_its_own(dateline: str, light: bool) -> None:
    read = article(dateline + LEAD)
    parse = parse_article(read, light=light)
    first, *rest = parse.sentences
    assert read.text[parse.tokens[first.first].start : parse.tokens[first.last - 1].end] == (
        dateline.strip()
    )
    assert [parse.tokens[s.first].text for s in rest] == ["Velundia"]
    assert dateline_end(read, 0) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Kovash — The Man Who Waits was his first book.",
        "The Velundian Labour Union (VLU) said it would strike.",
        "The Velundian Labour Union (VLU) President Oran Kovash resigned.",
        "KOVASH: We will not sign.",
        "Aldery, which lies on the coast — The capital, in short — was calm.",
        "The Senate – as it counts its votes – is divided.",
        "In Aldery, June 4 was quiet — The guns were silent.",
        "ALDERY — in ruins since the war — is empty.",
        "ALDERY — ",
        LEAD,
    ],
)
def test_a_lead_without_a_dateline_is_left_whole(text: str) -> None:
    assert dateline_end(article(text), 0) is None


def test_a_dateline_stands_at_the_head_of_an_article() -> None:
    paragraphs = ["Nothing happened."] * BLOCKS_LOOKED_AT + ["ALDERY — " + LEAD]
    assert dateline_end(article("\n\n".join(paragraphs)), BLOCKS_LOOKED_AT) is None
    assert dateline_end(article("\n\n".join(paragraphs[1:])), BLOCKS_LOOKED_AT - 1) is not None


@given(st.text(alphabet="AB b,.—-():4’é", max_size=2 * LONGEST))
def test_what_is_left_of_a_paragraph_is_its_lead(text: str) -> None:
    read = article("Q" + text)
    for index, block in enumerate(read.blocks):
        end = dateline_end(read, index)
        assert end is None or block.start < end < block.end
