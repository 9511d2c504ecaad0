"""Labels of names: clues of tokens, the best tags, and the file of weights."""

from __future__ import annotations

import hashlib
import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ModelUnreadable
from onrecord.evaluation.gold.texts import article_of
from onrecord.language.english import parse_article
from onrecord.language.name_clues import clues_of
from onrecord.language.naming import (
    FILE,
    SETTINGS,
    TAGS,
    LabelledName,
    label_names,
    load_name_model,
    pack,
    read_tags,
    unpack,
)

TEXT = "The Harbour Party of Tollan met. Ilva Tarrow left."
SMALL = pack(
    {
        "w:harbour": {"B-politicalparty": 4.0},
        "w:party": {"I-politicalparty": 4.0, "B-politicalparty": 5.0},
        "l:served": {"B-person": 2.0, "I-person": 2.5},
        **{clue: {"O": 9.0} for clue in ("sh:a", "sh:.", "w:the", "w:tollan")},
    },
    {("B-politicalparty", "I-politicalparty"): 2.0},
)


def written(folder: Path, packed: bytes, recorded: str | None = None) -> Path:
    """The folder with weights and their hash, or another."""
    (folder / FILE).write_bytes(packed)
    files = {FILE: recorded or hashlib.sha256(packed).hexdigest()}
    (folder / SETTINGS).write_text(json.dumps({"files": files}), encoding="utf-8")
    return folder


def test_names_are_labelled_sentence_by_sentence() -> None:
    parse = parse_article(article_of("one", TEXT))
    listed = [{"served"} if t.text in {"Ilva", "Tarrow"} else set() for t in parse.tokens]
    found = label_names(parse, listed, unpack(SMALL))
    words = [(" ".join(t.text for t in parse.tokens[n.first : n.last]), n.label) for n in found]
    assert words == [("Harbour Party", "politicalparty"), ("Ilva Tarrow", "person")]


def test_nothing_without_syntax() -> None:
    parse = parse_article(article_of("one", TEXT), light=True)
    assert label_names(parse, [{"served"}] * len(parse.tokens), unpack(SMALL)) == ()


def test_clues_tell_of_the_token_its_run_and_its_neighbours() -> None:
    parse = parse_article(article_of("one", TEXT))
    sentence = parse.sentences[0]
    clues = clues_of(parse, sentence, [{"x"} if n == 3 else set() for n in range(sentence.last)])
    party = set(clues[2])
    assert {"w:party", "-1|w:harbour", "1|l:x", "2|w:tollan", "rk:party", "rz:tollan"} <= party
    assert {"-1|#"} <= set(clues[0])
    assert "rk:party" not in clues[-1]  # the stop is in no run
    assert all(list(c) == sorted(set(c)) for c in clues)


@given(st.lists(st.sampled_from(TAGS), max_size=12))
def test_marked_names_stand_in_order_and_apart(tags: list[str]) -> None:
    names = read_tags(tags, 5)
    inside = [n for name in names for n in range(name.first, name.last)]
    assert inside == [at for at, tag in enumerate(tags, start=5) if tag != "O"]


def test_an_inside_tag_never_follows_another_class() -> None:
    model = unpack(SMALL)
    scores = np.zeros((3, len(TAGS)), np.float32)
    scores[:, TAGS.index("I-person")] = 9
    scores[0, TAGS.index("B-country")] = 1
    tags = [TAGS[n] for n in model.best(scores)]
    assert read_tags(tags) == [LabelledName(first=0, last=3, label="person")]
    assert tags[0] == "B-person"


def test_chances_are_those_of_all_ways_to_tag() -> None:
    model = unpack(SMALL)
    scores = np.random.default_rng(7).normal(size=(3, len(TAGS))).astype(np.float32)
    likely = np.zeros((3, len(TAGS)))
    for way in itertools.product(range(len(TAGS)), repeat=3):
        names = [TAGS[n] for n in way]
        before = ["O", *names]
        if any(n[0] == "I" and n[1:] != b[1:] for b, n in itertools.pairwise(before)):
            continue
        moved = sum(model.moves[a, b] for a, b in itertools.pairwise(way))
        for at, tag in enumerate(way):
            likely[at, tag] += np.exp(sum(scores[n, t] for n, t in enumerate(way)) + moved)
    wanted = likely / likely.sum(1, keepdims=True)
    assert np.allclose(model.chances(scores), wanted, atol=1e-5)


def test_the_shipped_weights_load() -> None:
    model = load_name_model()
    assert model.moves[TAGS.index("B-person"), TAGS.index("I-person")] > 0
    assert "w:party" in model.table.clues


def test_the_same_weights_are_the_same_bytes() -> None:
    rows = {"w:b": {"O": 1.0}, "w:a": {"B-misc": 0.5, "O": -1.0}}
    turned = {key: dict(reversed(rows[key].items())) for key in reversed(rows)}
    assert pack(rows, {}) == pack(turned, {})


BROKEN = {
    "cut short": (SMALL[:200], None, "cannot be loaded"),
    "not the recorded": (SMALL, "0" * 64, "is damaged"),
    "something else": (b"names", None, "cannot be loaded"),
}


@pytest.mark.parametrize(("packed", "recorded", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_files_are_named(
    tmp_path: Path, packed: bytes, recorded: str | None, message: str
) -> None:
    with pytest.raises(ModelUnreadable, match=message):
        load_name_model(written(tmp_path, packed, recorded))


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"names\.json: cannot be read"):
        load_name_model(tmp_path)
    (tmp_path / SETTINGS).write_text("{}", encoding="utf-8")
    with pytest.raises(ModelUnreadable, match="records no sha256"):
        load_name_model(tmp_path)
