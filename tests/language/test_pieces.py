"""Pieces of a text: where they stand, which open words, and the sign of each."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.pieces import MAX_LINE_CHARS, SIGNS, Pieces, cut_pieces
from tests.language.tokenizing import small_tokenizer

TOKENIZER = small_tokenizer()


def cut(text: str) -> Pieces:
    return cut_pieces(TOKENIZER, text)


def shown(text: str) -> list[str]:
    """Each piece as it stands in the text; those that go on with a word begin with "##"."""
    pieces = cut(text)
    rows = zip(pieces.starts, pieces.ends, pieces.begins, strict=True)
    return [("" if begins else "##") + text[a:b] for a, b, begins in rows]


def parts_of(sign: int) -> tuple[int, int, int]:
    """(shape, gap, opened) of a sign."""
    return sign // 6, sign % 6 // 2, sign % 2


CUTS = {
    "nothing": ("", []),
    "white space alone": (" \n\n  \n", []),
    "one piece": ("road", ["road"]),
    "capitals and accents": ("Máren SAID", ["Máren", "SAID"]),
    "an unknown word by letters": ("ozo", ["o", "##z", "##o"]),
    "punctuation stands alone": ("said,“we", ["said", ",", "“", "we"]),
    "lines": ("road\n\nopen\n", ["road", "open"]),
    "control characters have no piece": ("\x00road\x07 \u202eopen\u200f", ["road", "open"]),
    "one within a word is of its piece": ("ro\x00ad", ["ro\x00ad"]),
    "a word beyond 100 letters is one piece": ("z" * 120 + " road", ["z" * 120, "road"]),
    "NUL alone": ("\x00\x00", []),
}


@pytest.mark.parametrize(("text", "expected"), CUTS.values(), ids=CUTS.keys())
def test_cut(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


SHAPES = {"...": 0, "12": 0, "road": 1, "A": 2, "Road": 2, "ROAD": 3, "rOad": 4, "RoaD": 4}


@pytest.mark.parametrize(("word", "shape"), SHAPES.items(), ids=SHAPES.keys())
def test_sign_tells_the_case(word: str, shape: int) -> None:
    assert parts_of(int(cut(word).signs[0]))[0] == shape


def test_a_piece_has_the_case_of_its_own_letters() -> None:
    assert [parts_of(int(s))[0] for s in cut("OzO").signs] == [2, 1, 2]


GAPS = {
    "first of the text": ("road", [2]),
    "first of a line": ("road\nopen", [2, 2]),
    "after blanks a line is still opened": ("road\n  open", [2, 2]),
    "after what has no piece too": ("\x00road", [2]),
    "a blank": ("road open", [2, 1]),
    "none": ("road,", [2, 0]),
}


@pytest.mark.parametrize(("text", "gaps"), GAPS.values(), ids=GAPS.keys())
def test_sign_tells_the_gap(text: str, gaps: list[int]) -> None:
    assert [parts_of(int(s))[1] for s in cut(text).signs] == gaps


QUOTED = {
    "curly": ("“we stay” said", "01100"),
    "straight, which closes as it opened": ('"we" said', "0110"),
    "low and angled": ("„we” «stay» said", "0100100"),
    "single ones are apostrophes": ("‘we’ said", "0000"),
    "open at the line's end": ("said “we\nstay", "0010"),
    "closed twice": ("“we”” said", "01000"),
    "closed before it opened": ("” we “ said", "0001"),
}


@pytest.mark.parametrize(("text", "opened"), QUOTED.values(), ids=QUOTED.keys())
def test_sign_tells_open_quotation_marks(text: str, opened: str) -> None:
    assert "".join(str(parts_of(int(s))[2]) for s in cut(text).signs) == opened


LETTERS = st.characters(codec="utf-8")
SIGNS_OF_TEXTS = st.sampled_from(
    list(" \n\t\r\x00\u200b\u202e\u2028\x85“”\"„«»'.,éßİ한字ﬁ😀\u0301aZ9")
)


@given(st.lists(SIGNS_OF_TEXTS | LETTERS, max_size=80).map("".join))
def test_pieces_stand_in_order_and_are_never_empty(text: str) -> None:
    pieces = cut(text)
    assert ((pieces.starts >= 0) & (pieces.starts < pieces.ends)).all()
    assert (pieces.ends <= len(text)).all()
    assert ((pieces.signs >= 0) & (pieces.signs < SIGNS)).all()
    assert (np.diff(pieces.starts) >= 0).all()
    opening = pieces.begins[1:] == 1
    assert (pieces.starts[1:][opening] >= pieces.ends[:-1][opening]).all()
    assert len(pieces) == 0 or pieces.begins[0] == 1
    assert all("\n" not in text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True))


@given(st.lists(st.text(SIGNS_OF_TEXTS, max_size=20), max_size=6))
def test_lines_are_read_apart(lines: list[str]) -> None:
    """What stands in one line changes nothing in another; so time grows as the text does."""
    lines = [line.replace("\n", "") for line in lines]
    whole = cut("\n".join(lines))
    single = [cut(line) for line in lines]
    assert whole.ids.tolist() == [i for pieces in single for i in pieces.ids]
    assert whole.signs.tolist() == [s for pieces in single for s in pieces.signs]


LONG: dict[str, Callable[[int], str]] = {
    "words": lambda n: "the road is open " * (n // 17),
    "no white space": lambda n: "z" * n,
    "quotation marks": lambda n: "“" * n,
}


@pytest.mark.parametrize("made", LONG.values(), ids=LONG.keys())
def test_a_long_line_is_cut(made: Callable[[int], str]) -> None:
    text = made(3 * MAX_LINE_CHARS)
    pieces = cut(text)
    assert pieces.starts[0] == 0
    assert pieces.ends[-1] == len(text.rstrip())
    apart = pieces.starts[1:] - pieces.ends[:-1]
    assert set(apart.tolist()) <= {0, 1}  # nothing is lost at a cut
    # Only the text's own start opens a line.
    assert [parts_of(int(s))[1] for s in pieces.signs].count(2) == 1


def test_words_are_not_cut_where_there_is_white_space() -> None:
    text = "maren " * 10_000
    pieces = cut(text)
    assert {text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)} == {"maren"}


def test_each_list_of_an_encoding_is_asked_for_once() -> None:
    """Asking builds the whole list: asked for at each piece, a long line would take its square."""
    asked: list[str] = []

    class Counting:
        def __init__(self, encoding: object) -> None:
            self.encoding = encoding

        def __getattr__(self, name: str) -> object:
            asked.append(name)
            return getattr(self.encoding, name)

    class Stub:
        def encode(self, line: str, *, add_special_tokens: bool) -> Counting:
            return Counting(TOKENIZER.encode(line, add_special_tokens=add_special_tokens))

    assert len(cut_pieces(Stub(), '"' * 10_000)) == 10_000  # type: ignore[arg-type]
    assert sorted(asked) == ["ids", "offsets", "word_ids"]
