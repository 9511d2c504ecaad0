"""Marks of positions in sentences of our own; the files they are read by; determinism."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onrecord.errors import ModelUnreadable
from onrecord.evaluation.gold.texts import article_of
from onrecord.language.cropping import AFTER, BEFORE, MOST, crop_of, range_of
from onrecord.language.english import parse_article
from onrecord.language.marking import (
    ACTS,
    FORMS,
    GAP,
    _party,
    _words,
    load_mark_model,
    mark_positions,
    read_mark_settings,
    runs,
)
from onrecord.language.pieces import Pieces
from onrecord.language.weights import MIDDLE, WEIGHTS, encode_article, load_model, shown_too
from onrecord.records import PositionMark

LIKELY = 0.4


def marks_in(text: str) -> tuple[PositionMark, ...]:
    """The marks of a text by the model that ships."""
    article = article_of("a", text)
    return mark_positions(encode_article(article), article, parse_article(article))


HELD = {
    "urges": ("Velundia urged Orvenia on Monday to free its prisoners.", "demand", "prisoners"),
    "rejects": ("Orvenia's government has rejected the draft treaty.", "reject", "treaty"),
    "agrees": ("The Velundian government agreed to open the border.", "accept", "border"),
    "offers": ("Orvenia offered to return the captured ships.", "offer", "ships"),
}


@pytest.mark.parametrize(("text", "act", "word"), HELD.values(), ids=HELD)
def test_a_position_is_marked(text: str, act: str, word: str) -> None:
    assert act in ACTS
    (mark,) = (m for m in marks_in(text) if m.chance >= LIKELY)
    assert word in mark.span.text


@pytest.mark.xfail(strict=True, reason="these weights take nearly every act for a demand")
def test_acts_are_told_apart() -> None:
    for text, act, _ in HELD.values():
        (mark,) = (m for m in marks_in(text) if m.chance >= LIKELY)
        assert mark.act == act


NOT_HELD = {
    "a deed": "The train from Tollan arrived at noon on Monday.",
    "weather": "Rain fell over Velundia for three days.",
    "a figure": "About four thousand people live in the valley.",
    "a fact that is told": "The minister was born in Tollan in 1961.",
}


@pytest.mark.parametrize("text", NOT_HELD.values(), ids=NOT_HELD)
def test_no_position_is_marked(text: str) -> None:
    assert not [m for m in marks_in(text) if m.chance >= LIKELY]


def test_the_party_is_marked_where_it_is_named() -> None:
    (mark,) = (m for m in marks_in(HELD["urges"][0]) if m.chance >= LIKELY)
    assert mark.party_span is not None
    assert mark.party_span.text == "Velundia"


@pytest.mark.xfail(strict=True, reason="these weights never take one for a refusal")
def test_a_refusal_is_against_its_matter_and_a_demand_is_for_it() -> None:
    (refusal,) = (m for m in marks_in(HELD["rejects"][0]) if m.chance >= LIKELY)
    (demand,) = (m for m in marks_in(HELD["urges"][0]) if m.chance >= LIKELY)
    assert dict(refusal.forms)["against"] > 0.5 > dict(demand.forms)["against"]
    assert [name for name, _ in refusal.forms] == list(FORMS)


def test_marks_lie_within_their_sentence_and_quote_it() -> None:
    text = " ".join(t for t, *_ in HELD.values()) + " " + " ".join(NOT_HELD.values())
    article = article_of("a", text)
    parse = parse_article(article)
    marks = mark_positions(encode_article(article), article, parse)
    assert marks
    for mark in marks:
        first = parse.sentence_at(mark.span.start)
        assert first is parse.sentence_at(mark.span.end - 1)
        assert article.text[mark.span.start : mark.span.end] == mark.span.text
        assert mark.span.text == mark.span.text.strip(" .,\"'")
        if mark.party_span is not None:
            assert parse.sentence_at(mark.party_span.start) is first
        assert 0 <= mark.chance <= 1
        assert 0 <= mark.act_chance <= 1
    assert len({m.id for m in marks}) == len(marks)
    assert marks == mark_positions(encode_article(article), article, parse)


def test_headings_are_not_read() -> None:
    article = article_of("a", HELD["urges"][0])
    parse, encoding = parse_article(article), encode_article(article)
    assert mark_positions(encoding, article, parse)
    titled = replace(article, blocks=tuple(replace(b, kind="title") for b in article.blocks))
    assert mark_positions(encoding, titled, parse) == ()


def test_without_an_encoding_there_are_no_marks() -> None:
    article = article_of("a", HELD["urges"][0])
    assert mark_positions(None, article, parse_article(article, light=True)) == ()


@pytest.mark.parametrize("text", ["", " ", ".", "“", "\u200b", "a", "\U0001f600 \U0001f600"])
def test_texts_with_hardly_a_word(text: str) -> None:
    article = article_of("a", "Velundia met Orvenia.")
    article = replace(article, text=text, blocks=(replace(article.blocks[0], end=len(text)),))
    assert mark_positions(encode_article(article), article, parse_article(article)) == ()


def test_a_sentence_without_end_is_read_in_part() -> None:
    article = article_of("a", "Velundia urged Orvenia to free " + "the prisoners and " * 400)
    parse = parse_article(article)
    for mark in mark_positions(encode_article(article), article, parse):
        assert mark.span.end < 6_000


def test_the_encoder_gives_statements_the_same_with_its_states_half_way_up() -> None:
    from onnxruntime import InferenceSession

    plain = InferenceSession((WEIGHTS / "encoder.onnx").read_bytes())
    given = {"ids": np.array([[101, 2054, 2003, 102]]), "signs": np.array([[0, 12, 8, 0]])}
    model = load_model()
    names = ["states", "cues"]
    for ours, theirs in zip(model.encoder.run(names, given), plain.run(names, given), strict=True):
        assert np.array_equal(ours, theirs)
    states, _, middle = model.encode(given["ids"], given["signs"])
    assert middle.shape == states.shape
    assert not np.array_equal(states, middle)
    with pytest.raises(ValueError, match="a field of"):
        shown_too("x" * 200)
    assert MIDDLE.encode() in shown_too(MIDDLE)


# --- pieces --------------------------------------------------------------------------------------


def pieces_of(*words: tuple[int, int, int]) -> Pieces:
    """Pieces with (start, end, begins a word)."""
    table = np.array(words, np.int64).reshape(-1, 3)
    zeros = np.zeros(len(table), np.int64)
    return Pieces(ids=zeros, signs=zeros, starts=table[:, 0], ends=table[:, 1], begins=table[:, 2])


RUNS = {
    "none": ([0, 0, 0], []),
    "one": ([0, 1, 2], [(1, 3)]),
    "a piece alone is none": ([0, 1, 0], []),
    "an inside begins one": ([2, 2, 0], [(0, 2)]),
    "two side by side": ([1, 2, 1, 2], [(0, 2), (2, 4)]),
    "a gap is part of it": ([1, 2, *[0] * GAP, 2], [(0, 3 + GAP)]),
    "two apart": ([1, 2, *[0] * (GAP + 1), 2, 2], [(0, 2), (3 + GAP, 5 + GAP)]),
    "a beginning behind a gap": ([1, 2, 0, 1, 2], [(0, 2), (3, 5)]),
}


@pytest.mark.parametrize(("tags", "found"), RUNS.values(), ids=RUNS)
def test_runs(tags: list[int], found: list[tuple[int, int]]) -> None:
    assert runs(tags, 0, len(tags)) == found
    assert runs([1, *tags, 1, 2], 1, 1 + len(tags)) == [(a + 1, b + 1) for a, b in found]


def test_a_crop_holds_the_sentence_and_some_pieces_around_it() -> None:
    pieces = pieces_of(*((n * 2, n * 2 + 1, 1) for n in range(600)))
    crop = crop_of(pieces, 200, 219)
    assert crop is not None
    assert (crop.first, crop.last) == (100, 110) == range_of(pieces, 200, 219)
    assert (crop.low, crop.high) == (100 - BEFORE, 110 + AFTER)
    first = crop_of(pieces, 0, 3)
    assert first is not None
    assert (first.low, first.first, first.last, first.high) == (0, 0, 2, 2 + AFTER)
    long = crop_of(pieces, 200, 1199)
    assert long is not None
    assert long.high - long.low == MOST
    assert long.last == long.high
    assert crop_of(pieces, 1199, 1300) is None


def test_a_span_has_whole_words_without_signs_at_its_edges() -> None:
    article = article_of("a", "“unblocking, now”")
    pieces = pieces_of((0, 1, 1), (1, 3, 1), (3, 11, 0), (11, 12, 1), (13, 16, 1), (16, 17, 1))
    for first, last, words in (
        (2, 3, "unblocking"),
        (0, 4, "unblocking"),
        (1, 6, "unblocking, now"),
    ):
        span = _words(article, pieces, first, last)
        assert span is not None
        assert span.text == words
    assert _words(article, pieces, 3, 4) is None


PARTIES = {
    "not named": ([5, 0, 0], [5, 0, 0], None),
    "named": ([0, 9, 0], [0, 0, 9], (0, 2)),
    "its end never stands before its beginning": ([0, 0, 9], [0, 9, 8], (1, 2)),
}


@pytest.mark.parametrize(("begins", "ends", "found"), PARTIES.values(), ids=PARTIES)
def test_party(begins: list[int], ends: list[int], found: tuple[int, int] | None) -> None:
    assert _party(np.array(begins, np.float32), np.array(ends, np.float32)) == found


# --- the files -----------------------------------------------------------------------------------

NAMES = ("gate.onnx", "marks.onnx", "matters.onnx")


def folder_with(folder: Path, **files: bytes) -> Path:
    """A folder with the encoder's settings that ship and the settings of marks, hashes as found."""
    (folder / "weights.json").write_bytes((WEIGHTS / "weights.json").read_bytes())
    (folder / "gate.onnx").write_bytes((WEIGHTS / "gate.onnx").read_bytes())
    settings = json.loads((WEIGHTS / "marks.json").read_bytes())
    for name, raw in files.items():
        whole = f"{name}.onnx"
        (folder / whole).write_bytes(raw)
        settings["files"][whole] = hashlib.sha256(raw).hexdigest()
    (folder / "marks.json").write_text(json.dumps(settings))
    return folder


def test_missing_settings_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"marks\.json: cannot be read.*--light"):
        load_mark_model(tmp_path)


def test_missing_networks_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"marks\.onnx: cannot be read"):
        load_mark_model(folder_with(tmp_path))


def test_damaged_networks_are_named(tmp_path: Path) -> None:
    folder_with(tmp_path, marks=b"a graph")
    (tmp_path / "marks.onnx").write_bytes(b"a graph.")
    with pytest.raises(ModelUnreadable, match=r"marks\.onnx: is damaged"):
        load_mark_model(tmp_path)


def test_networks_that_are_none_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"marks\.onnx: cannot be loaded"):
        load_mark_model(folder_with(tmp_path, marks=b"no graph"))


def test_another_encoder_is_told(tmp_path: Path) -> None:
    settings = json.loads((WEIGHTS / "marks.json").read_bytes()) | {"encoder": "0" * 64}
    folder_with(tmp_path)
    (tmp_path / "marks.json").write_text(json.dumps(settings))
    with pytest.raises(ModelUnreadable, match="another encoder"):
        load_mark_model(tmp_path)


FAULTS: dict[str, tuple[dict[str, Any] | str, str]] = {
    "not JSON": ("{", "is not JSON"),
    "no settings": ("[]", "holds no settings"),
    "no hash": ({"files": {}}, r"no sha256 of gate\.onnx"),
    "no encoder": ({"encoder": None}, r"no sha256 of encoder\.onnx"),
    "no gate": ({"gate": "high"}, "gate is not a number"),
    "no lean": ({"lean": None}, "lean is not a number"),
    "no least": ({"least": True}, "least is not a number"),
    "half a chance": ({"chance": {"bias": 0.0}}, r"chance\.matter is not a number"),
}


@pytest.mark.parametrize(("change", "what"), FAULTS.values(), ids=FAULTS)
def test_settings_with_a_fault(tmp_path: Path, change: dict[str, Any] | str, what: str) -> None:
    settings = json.loads((WEIGHTS / "marks.json").read_bytes())
    raw = change if isinstance(change, str) else json.dumps(settings | change)
    (tmp_path / "marks.json").write_text(raw)
    for load in (read_mark_settings, load_mark_model):
        with pytest.raises(ModelUnreadable, match=what):
            load(tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_the_files_that_ship_are_those_that_are_recorded(name: str) -> None:
    recorded = read_mark_settings()["files"][name]
    assert hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() == recorded
