"""Cues and their roles, as the decoder reads them off networks that follow the words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.encoding import AHEAD, BACK, SHARED, WINDOW
from onrecord.statements.chains import Chain
from onrecord.statements.linked import (
    DEEPEST,
    LONGEST_CUE,
    MARGIN,
    ROW,
    Decoder,
    Linked,
    _of_article,
    _spans,
    _window_of,
)
from tests.statements.networks import Wordly, decoder, encoding_of, shown


def read(text: str) -> list[str]:
    """The statements of a text; what is reported within another stands behind its number."""
    encoding = encoding_of(text)
    found = decoder().find(encoding)
    return [("" if x.holder is None else f"{x.holder}: ") + shown(text, encoding, x) for x in found]


CASES: dict[str, tuple[str, list[str]]] = {
    "no text": ("", []),
    "white space": (" \n ", []),
    "no cue": ("The road is open.", []),
    "a cue alone": ("Said", []),
    "a cue without content": ("The road is open. Maren said.", []),
    "plain": ("Maren said the road is open.", ["Maren | said | the road is open"]),
    "the cue opens the text": ("Said the road is open.", [" | Said | the road is open"]),
    "the cue ends the text": ("The road is open, said", [" | said | The road is open"]),
    "content in two parts": (
        "The road, said Maren, is open.",
        ["Maren | said | The road … is open"],
    ),
    "one after the other": (
        "Maren said the road is open. The envoy told Volk that we will stay.",
        ["Maren | said | the road is open", "The envoy | told | Volk that we will stay"],
    ),
    "a cue of several words": (
        "Maren said again that we will stay.",
        ["Maren | said again | that we will stay"],
    ),
    "such words alone are no cue": ("Again the road is open.", []),
    "two cues share a source's place": (
        "Maren said Volk said we will stay.",
        [
            "Maren | said | Volk said we will stay",
            "Maren said Volk | said | we will stay",
            "0: Volk | said | we will stay",
        ],
    ),
    "a cue that begins within a word": ("Maren boqa we stay.", ["Maren | boqa | we stay"]),
    "a role that begins or ends within one": (
        "Maroz said zoo z aza is zoz.",
        ["Maroz | said | zoo … aza is zoz"],
    ),
    "within quotation marks only what is read by itself": (
        "Maren said “the envoy told Volk that we will stay”.",
        [
            "Maren | said | the envoy told Volk that we will stay",
            "0: the envoy | told | Volk that we will stay",
        ],
    ),
    "too short to report anything": (
        "Maren said “we told”. Volk said the road is open.",
        ["Maren | said | we told", "Volk | said | the road is open"],
    ),
    "across the gap of a content": (
        "“We will”, said Maren, “told the envoy that the road is open”.",
        [
            "Maren | said | We will … told the envoy that the road is open",
            "0: We will | told | the envoy that the road is open",
        ],
    ),
    "a layer further in": (
        "Maren said “the envoy told Volk that Arvenia told the envoy the road is open”.",
        [
            "Maren | said | the envoy told Volk that Arvenia told the envoy the road is open",
            "0: the envoy | told | Volk that Arvenia told the envoy the road is open",
            "0: the envoy told Volk that Arvenia | told | the envoy the road is open",
            "1: Volk that Arvenia | told | the envoy the road is open",
        ],
    ),
    "what two contents hold is of the shortest": (
        "Maren said Volk said “the envoy told Arvenia that we will stay”.",
        [
            "Maren | said | Volk said … the envoy told Arvenia that we will stay",
            "Maren said Volk | said | the envoy told Arvenia that we will stay",
            "0: Volk | said | the envoy told Arvenia that we will stay",
            "1: the envoy | told | Arvenia that we will stay",
            "2: the envoy | told | Arvenia that we will stay",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_statements(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "far", [WINDOW - SHARED, WINDOW - SHARED // 2, WINDOW, 2 * WINDOW - SHARED]
)
def test_a_cue_where_windows_meet_is_found_once(far: int) -> None:
    for before in range(far - 8, far + 5):
        text = "road " * before + ". Maren said the road is open. " + "road " * 300
        assert read(text) == ["Maren | said | the road is open"], before


def test_a_cue_where_rows_meet_is_found_once() -> None:
    step = ROW - 2 * MARGIN
    for place in (step, step + MARGIN - 1, step + MARGIN, ROW - 1, ROW, 2 * step + MARGIN):
        for before in (place - 3, place - 2, place - 1):
            text = "road " * before + ". Maren said again the road is open. " + "road " * 300
            assert read(text) == ["Maren | said again | the road is open"], before


@pytest.mark.parametrize("count", [0, 1, 64, 65, ROW - 1, ROW, ROW + 1, 448, 449, 1000])
def test_rows_are_decoded_as_one(count: int) -> None:
    """Chances in rows that overlap are those of the whole: what lies far away has no weight."""
    chance = np.random.default_rng(7)
    chain = Chain(
        opens=chance.normal(size=3).astype(np.float32),
        moves=chance.normal(size=(3, 3)).astype(np.float32),
    )
    scores = chance.normal(size=(count, 3)).astype(np.float32)
    reader = Decoder(cue_chain=chain, role_chain=chain, cue_from=0.5)
    found = reader._cue_chances(scores)
    assert found.shape == (count, 3)
    if count:
        whole = chain.chances(scores[None], np.array([count]))[0]
        assert found == pytest.approx(whole, abs=1e-5)


def test_a_cue_that_never_ends_is_cut() -> None:
    """The role reader's memory grows with the square of what it is given."""
    networks = Wordly()
    encoding = encoding_of("Maren said " + "again " * 3000 + "the road is open.", networks)
    (found,) = decoder().find_roles(
        encoding,
        encoding.states,
        decoder().find_cues(encoding.cues, encoding.pieces.begins),
        encoding.pieces.begins,
    )
    assert found.cue == (1, 1 + LONGEST_CUE)
    assert networks.widest <= BACK + LONGEST_CUE + AHEAD


HINTED = "The envoy again road told Volk that we stay."


@pytest.mark.parametrize(
    ("hinted_from", "found"), [(0.0, [(2, 3), (4, 5)]), (1.1, [(4, 5)])], ids=["half", "no belief"]
)
def test_a_rule_s_hint_counts_where_the_networks_half_believe_it(
    hinted_from: float, found: list[tuple[int, int]]
) -> None:
    encoding = encoding_of(HINTED)
    reader = replace(decoder(), hinted_from=hinted_from)
    cues = reader.find_cues(encoding.cues, encoding.pieces.begins, [(2, 3), (4, 5)])
    assert [cue.at for cue in cues] == found
    assert all(cue.hinted for cue in cues)


def test_without_a_hint_nothing_is_hinted() -> None:
    encoding = encoding_of(HINTED)
    assert [c.hinted for c in decoder().find_cues(encoding.cues, encoding.pieces.begins)] == [False]


WORDS = """Maren said told the envoy again road aqo zoz ozo q qq we stay is Said. . , “ ” "
    \x00 \u202e"""
SENTENCES = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=50).map(" ".join)


@given(SENTENCES)
def test_every_range_is_of_whole_words_within_the_text(text: str) -> None:
    encoding = encoding_of(text)
    begins = np.append(encoding.pieces.begins, 1)
    found = decoder().find(encoding)
    for number, linked in enumerate(found):
        roles = (linked.source, (linked.cue,), linked.content)
        assert linked.content
        for first, end in (r for role in roles for r in role):
            assert 0 <= first < end <= len(encoding.pieces)
            assert begins[first]
            assert begins[end]
        taken = sorted(r for role in roles for r in role)
        assert all(a[1] <= b[0] for a, b in pairwise(taken))
        assert 0.5 <= linked.cue_chance <= 1
        assert 0 <= linked.roles_chance <= 1
        if linked.holder is not None:
            assert linked.holder < number
            held = found[linked.holder].content
            assert all(any(a <= r[0] and r[1] <= b for a, b in held) for r in taken)
    assert depth(found) <= DEEPEST


def depth(found: list[Linked]) -> int:
    """How many statements stand within each other at most."""
    deep: list[int] = []
    for linked in found:
        deep.append(1 if linked.holder is None else deep[linked.holder] + 1)
    return max(deep, default=0)


@given(SENTENCES)
def test_the_same_text_gives_the_same(text: str) -> None:
    first, second = (decoder().find(encoding_of(text)) for _ in range(2))
    assert first == second


@given(SENTENCES)
def test_no_layer_reads_a_cue_twice(text: str) -> None:
    found = decoder().find(encoding_of(text))
    layers: list[int] = []
    for linked in found:
        layers.append(0 if linked.holder is None else layers[linked.holder] + 1)
    keys = [(layer, linked.cue[0]) for layer, linked in zip(layers, found, strict=True)]
    assert len(set(keys)) == len(keys)


REPEATED = {
    "statements": "Maren said “the envoy told Volk that the road is open”. ",
    "cues alone": "said ",
    "quotation marks": "“ ",
    "cues in quotation marks": "“told ",
}


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED.keys())
def test_networks_are_asked_as_often_as_the_text_is_long(text: str) -> None:
    asked = []
    for times in (60, 120, 240):
        networks = Wordly()
        decoder().find(encoding_of(text * times, networks))
        asked.append(networks.calls)
    first, second = asked[1] - asked[0], asked[2] - asked[1]
    assert second <= 2 * first + 8
    assert asked[2] <= DEEPEST * 2 * len(encoding_of(text * 240).pieces)


def test_tags_become_ranges_of_whole_words() -> None:
    begins = np.array([1, 0, 1, 1, 0, 0, 1, 1, 1])
    line = np.array([0, 1, 0, 0, 1, 2, 0, 2, 1])
    assert _spans(line, (1, 2), 0, begins) == ((0, 2), (3, 6), (7, 9))
    assert _spans(line, (3, 4), 0, begins) == ()
    # A crop's ranges are counted from its first piece, and widened beyond its edges.
    assert _spans(line[4:5], (1, 2), 4, begins) == ((3, 6),)
    assert _spans(line[1:2], (1, 2), 1, begins) == ((0, 2),)


def test_a_window_of_a_part_ends_with_a_word() -> None:
    part = np.arange(10, 10 + WINDOW + 5)
    begins = np.ones(WINDOW + 20, np.int64)
    assert len(_window_of(part, begins)) == WINDOW
    begins[10 + WINDOW - 2 : 10 + WINDOW + 2] = 0
    assert _window_of(part, begins).tolist() == part[: WINDOW - 3].tolist()
    assert len(_window_of(part[:WINDOW], begins)) == WINDOW  # the part itself ends there
    assert len(_window_of(part[:0], begins)) == 0


def test_ranges_of_a_part_in_the_article() -> None:
    part = np.array([3, 4, 5, 9, 10, 20])
    assert _of_article((0, 3), part) == ((3, 6),)
    assert _of_article((1, 5), part) == ((4, 6), (9, 11))
    assert _of_article((2, 6), part) == ((5, 6), (9, 11), (20, 21))


def test_a_part_counts_at_words_that_report_alone() -> None:
    text = "Maren said “the envoy told Volk that the road is open”."
    encoding = encoding_of(text)

    def at(word: str) -> list[tuple[int, int]]:
        start = text.index(word)
        first = int(np.searchsorted(encoding.pieces.ends, start, side="right"))
        last = int(np.searchsorted(encoding.pieces.starts, start + len(word), side="left"))
        return [(first, last)]

    found = {
        word: len(decoder().find(encoding, (), at(word) if word else []))
        for word in ("told", "envoy", "")
    }
    assert found == {"told": 2, "envoy": 1, "": 1}
    assert len(decoder().find(encoding)) == 2  # nobody looked
