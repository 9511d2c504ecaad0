"""Marks of positions in sentences of our own, what they are read by, and the file of weights."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import ModelUnreadable
from onrecord.evaluation.gold.texts import article_of
from onrecord.language import clue_table
from onrecord.language.clue_table import ClueTable
from onrecord.language.english import parse_article
from onrecord.language.marking import (
    ACTS,
    CLASSES,
    FILE,
    LEAST,
    MOST,
    SETTINGS,
    is_read,
    load_mark_table,
    mark_positions,
    matters_of,
)
from onrecord.language.matter_clues import LONGEST, Candidate, candidates_of, clues_of
from onrecord.language.parse import Parse
from onrecord.records import PositionMark

LIKELY = 0.25


def parsed(text: str) -> Parse:
    """The parse of a text of our own."""
    return parse_article(article_of("a", text))


def marks_in(text: str) -> tuple[PositionMark, ...]:
    """The marks of a text by the model that ships."""
    article = article_of("a", text)
    return mark_positions(article, parse_article(article))


HELD = {
    "urges": ("Velundia urged Orvenia on Monday to free its prisoners.", "demand", "prisoners"),
    "rejects": ("Orvenia's government has rejected the draft treaty.", "reject", "treaty"),
    "agrees": ("The Velundian government agreed to open the border.", "accept", "border"),
    "threatens": ("Velundia threatened to close the port.", "threaten", "port"),
    "proposes": ("Orvenia proposed a joint patrol of the strait.", "propose", "patrol"),
}


@pytest.mark.parametrize(("text", "act", "word"), HELD.values(), ids=HELD)
def test_a_position_is_marked_with_its_act(text: str, act: str, word: str) -> None:
    (mark,) = (m for m in marks_in(text) if m.chance >= LIKELY)
    assert word in mark.span.text
    assert (mark.act, mark.act_chance > 0.4) == (act, True)


NOT_HELD = {
    "a deed": "The train from Tollan arrived at noon on Monday.",
    "weather": "Rain fell over Velundia for three days.",
    "a figure": "About four thousand people live in the valley.",
    "a fact that is told": "The minister was born in Tollan in 1961.",
}


@pytest.mark.parametrize("text", NOT_HELD.values(), ids=NOT_HELD)
def test_no_position_is_marked(text: str) -> None:
    assert not [m for m in marks_in(text) if m.chance >= LIKELY]


def test_marks_lie_within_their_sentence_and_quote_it() -> None:
    text = " ".join(t for t, *_ in HELD.values()) + " " + " ".join(NOT_HELD.values())
    article = article_of("a", text)
    parse = parse_article(article)
    marks = mark_positions(article, parse)
    assert marks
    for mark in marks:
        assert parse.sentence_at(mark.span.start) is parse.sentence_at(mark.span.end - 1)
        assert article.text[mark.span.start : mark.span.end] == mark.span.text
        assert mark.span.text == mark.span.text.strip(" .,\"'")
        assert LEAST <= mark.chance <= 1
        assert 1 / len(ACTS) - 1e-4 <= mark.act_chance <= 1
    assert len({m.id for m in marks}) == len(marks)
    assert [m.span.start for m in marks] == sorted(m.span.start for m in marks)
    assert marks == mark_positions(article, parse_article(article))


def test_headings_are_not_read() -> None:
    article = article_of("a", HELD["urges"][0])
    parse = parse_article(article)
    assert mark_positions(article, parse)
    assert is_read(article, parse, parse.sentences[0])
    titled = replace(article, blocks=tuple(replace(b, kind="title") for b in article.blocks))
    assert mark_positions(titled, parse) == ()
    assert not is_read(titled, parse, parse.sentences[0])


def test_without_syntax_there_are_no_marks() -> None:
    article = article_of("a", HELD["urges"][0])
    light = parse_article(article, light=True)
    assert mark_positions(article, light) == ()
    assert not is_read(article, light, light.sentences[0])


@pytest.mark.parametrize("text", ["", " ", ".", "“", "\u200b", "a", "\U0001f600 \U0001f600"])
def test_texts_with_hardly_a_word(text: str) -> None:
    article = article_of("a", "Velundia met Orvenia.")
    article = replace(article, text=text, blocks=(replace(article.blocks[0], end=len(text)),))
    assert mark_positions(article, parse_article(article)) == ()


def test_a_sentence_without_end_is_not_read() -> None:
    article = article_of("a", "Velundia urged Orvenia to free " + "the prisoners and " * 400)
    parse = parse_article(article)
    for sentence in parse.sentences:
        assert is_read(article, parse, sentence) == (sentence.last - sentence.first <= MOST)


def test_time_grows_with_the_text() -> None:
    once = " ".join(t for t, *_ in HELD.values()) + " "

    def seconds(times: int) -> float:
        article = article_of("a", once * times)
        parse = parse_article(article)
        started = time.process_time()
        mark_positions(article, parse)
        return time.process_time() - started

    seconds(5)
    assert seconds(160) < 10 * seconds(40) + 0.05


# --- candidates and clues ------------------------------------------------------------------------


def shown(text: str, candidate: Candidate) -> str:
    tokens = parsed(text).tokens
    return " ".join(t.text for t in tokens[candidate.first : candidate.last])


def test_candidates_are_what_hangs_on_a_word_and_clauses_without_their_subject() -> None:
    text = "Velundia demanded that the border be opened."
    words = {shown(text, c) for c in candidates_of(parsed(text).tokens)}
    assert {"Velundia", "the border", "that the border be opened", "be opened"} <= words
    assert "demanded" not in words  # what hangs on it is the whole sentence, or starts behind


def test_no_candidate_is_longer_than_a_reader_would_mark() -> None:
    text = "Velundia wants " + ", ".join(f"port {n}" for n in range(60)) + " and peace."
    sizes = [c.last - c.first for c in candidates_of(parsed(text).tokens)]
    assert max(sizes) <= LONGEST


def test_clues_tell_what_stands_above_before_inside_and_behind() -> None:
    text = "Velundia will not accept the new border now."
    tokens = parsed(text).tokens
    (border,) = (c for c in candidates_of(tokens) if shown(text, c) == "the new border")
    clues = clues_of(tokens, border)
    assert {
        "h:border",
        "u0:accept",
        "ul0:accept>dobj",
        "uc:not",
        "uc:will",
        "usl0:velundia",
    } <= set(clues)
    assert {"b1:accept", "b2:not accept", "in1:the", "in:new", "a:now", "hp:NOUNdobj"} <= set(clues)
    assert clues[0] == ""
    assert len(set(clues)) == len(clues)


# --- the model -----------------------------------------------------------------------------------


def made(weights: dict[str, dict[str, float]]) -> ClueTable:
    return clue_table.unpack(clue_table.pack(weights, CLASSES), len(CLASSES))[0]


def test_of_candidates_that_overlap_the_likelier_is_taken() -> None:
    tokens = parsed("Velundia wants the keys of the port.").tokens
    table = made({"h:key": {"matter": 2.0, "demand": 1.0}, "h:port": {"matter": 1.0}})
    found = [m for m in matters_of(table, tokens) if m.chance > 0.6]
    assert [tokens[m.candidate.head].text for m in found] == ["keys"]
    assert found[0].chance == pytest.approx(0.8808, abs=1e-3)
    assert ACTS[max(range(len(ACTS)), key=lambda n: found[0].acts[n])] == "demand"
    assert sum(found[0].acts) == pytest.approx(1)
    turned = made({"h:key": {"matter": 1.0}, "h:port": {"matter": 2.0}})
    found = [m for m in matters_of(turned, tokens) if m.chance > 0.6]
    assert [tokens[m.candidate.head].text for m in found] == ["port"]


def test_a_clue_that_nobody_learnt_says_nothing() -> None:
    table = made({"known": {"matter": 1.5}})
    scores = table.scores([["known", "unknown"], ["unknown"], []])
    assert scores[:, 0].tolist() == [1.5, 0.0, 0.0]


def written(folder: Path, packed: bytes, recorded: str | None = None) -> Path:
    """The folder with weights and their hash, or another."""
    (folder / FILE).write_bytes(packed)
    files = {FILE: recorded or hashlib.sha256(packed).hexdigest()}
    (folder / SETTINGS).write_text(json.dumps({"files": files}), encoding="utf-8")
    return folder


TOO_WIDE = clue_table.pack({"a": {"z": 1.0}}, [*"abcdefghijklmnopqrstuvwxyz"])
BROKEN = {
    "damaged": (clue_table.pack({}, CLASSES), "0" * 64, "is damaged"),
    "no archive": (b"PK nothing", None, "cannot be loaded"),
    "more classes than acts": (TOO_WIDE, None, "cannot be loaded"),
}


@pytest.mark.parametrize(("packed", "recorded", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named(
    tmp_path: Path, packed: bytes, recorded: str | None, said: str
) -> None:
    with pytest.raises(ModelUnreadable, match=said):
        load_mark_table(written(tmp_path, packed, recorded))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"marks\.json.*cannot be read"):
        load_mark_table(tmp_path)
    (tmp_path / SETTINGS).write_text("[]", encoding="utf-8")
    with pytest.raises(ModelUnreadable, match="records no sha256"):
        load_mark_table(tmp_path)
