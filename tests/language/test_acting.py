"""Acts and stances in sentences of our own; the files they are read by; determinism."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelUnreadable
from onrecord.language.acting import (
    ACT_WEIGHTS,
    LEANINGS,
    MOST,
    ROOTS,
    SOURCE,
    TARGET,
    Pair,
    load_act_model,
    load_lower,
    marked,
    read_act_settings,
    read_acts,
)
from onrecord.language.weights import WEIGHTS, load_model, read_tokenizer, shown_too


def pair(text: str) -> Pair:
    """A sentence with `<source>` and `{target}`."""
    spans: dict[str, list[tuple[int, int]]] = {"<": [], "{": []}
    plain, opened = "", ("", 0)
    for sign in text:
        if sign in "<{":
            opened = (sign, len(plain))
        elif sign in ">}":
            spans[opened[0]].append((opened[1], len(plain)))
        else:
            plain += sign
    return Pair(text=plain, source=tuple(spans["<"]), target=tuple(spans["{"]))


ACTS = {
    "rejects": ("<Velundia> has rejected a truce offered by {Orvenia}.", "REJECT"),
    "accepts the same": ("<Velundia> has agreed to a truce offered by {Orvenia}.", "AGREE"),
    "demands": ("<Orvenia> demanded that {Velundia} withdraw its troops.", "REQUEST"),
    "gives way": ("<Velundia> lifted the blockade of {Orvenia} on Monday.", "YIELD"),
    "threatens": ("<Orvenia> threatened to attack {Velundia}.", "THREATEN"),
    "attacks": ("<Orvenia> attacked {Velundia} overnight.", "ASSAULT"),
    "accuses": ("<The mayor of Tollan> accused {Orvenia} of lying.", "ACCUSE"),
    "meets": ("<Ilva Tarrow> met {Jonas Brandt} on Tuesday.", "CONSULT"),
}


@pytest.mark.parametrize(("text", "root"), ACTS.values(), ids=ACTS)
def test_roots(text: str, root: str) -> None:
    (reading,) = read_acts([pair(text)])
    assert reading.root == root


@pytest.mark.xfail(strict=True, reason="who withdraws troops gives way; it is read as SANCTION")
def test_a_withdrawal_is_no_sanction() -> None:
    (reading,) = read_acts([pair("<Velundia> withdrew its troops from {Orvenia} on Monday.")])
    assert reading.root == "YIELD"


STANCES = {
    "praises": ("<Ilva Tarrow> praised {Jonas Brandt} for his courage.", "for"),
    "blames": ("<Ilva Tarrow> blamed {Jonas Brandt} for the disaster.", "against"),
    "neither": ("<Ilva Tarrow> and {Jonas Brandt} live in Tollan.", "neutral"),
}


@pytest.mark.parametrize(("text", "stance"), STANCES.values(), ids=STANCES)
def test_stances(text: str, stance: str) -> None:
    (reading,) = read_acts([pair(text)])
    assert reading.stance == stance


def test_who_is_against_whom_turns_with_the_marks() -> None:
    ahead, back = read_acts(
        [
            pair("<Ilva Tarrow> condemned {Jonas Brandt}."),
            pair("{Ilva Tarrow} condemned <Jonas Brandt>."),
        ]
    )
    assert (ahead.leaning, back.leaning) == ("against", "target against")
    assert (ahead.stance, back.stance) == ("against", "neutral")


def test_a_sentence_means_the_same_in_any_company() -> None:
    pairs = [pair(text) for text, _ in (*ACTS.values(), *STANCES.values())]
    together = read_acts(pairs)
    assert together == tuple(read_acts([one])[0] for one in pairs)
    assert read_acts(pairs[::-1]) == together[::-1]
    assert read_acts([]) == ()


def test_chances_are_chances() -> None:
    for one in ("Nobody is named here.", "", "<Velundia> refused.", "It struck {Velundia}."):
        (reading,) = read_acts([pair(one)])
        assert (len(reading.roots), len(reading.leanings)) == (len(ROOTS), len(LEANINGS))
        assert sum(reading.roots) == pytest.approx(1)
        assert sum(reading.leanings) == pytest.approx(1)
        assert sum(reading.stances.values()) == pytest.approx(1)


def test_the_encoder_gives_statements_the_same_with_an_inner_array_shown() -> None:
    plain = load_model()
    lower = load_lower(read_act_settings()["state"])
    ids, signs, _ = marked(lower.tokenizer, pair("<Velundia> met {Orvenia}."))
    given = {"ids": ids[None], "signs": signs[None]}
    ours, theirs = (run.run(["states"], given)[0] for run in (lower.session, plain.encoder))
    assert np.array_equal(ours, theirs)
    assert not np.array_equal(lower.states(ids, signs), ours[0])


# --- marks ---------------------------------------------------------------------------------------

TOKENIZER = read_tokenizer((WEIGHTS / "tokenizer.json").read_bytes())


def test_marks_stand_on_the_pieces_of_their_words() -> None:
    given = pair("In Tollan <Ilva Tarrow> met {Orvenia}.")
    ids, signs, marks = marked(TOKENIZER, given)
    assert len(ids) == len(signs) == len(marks)
    assert (ids[0], ids[-1], marks[0], marks[-1]) == (101, 102, 0, 0)
    named = [TOKENIZER.id_to_token(i) for i, m in zip(ids, marks, strict=True) if m == SOURCE]
    assert "".join(named).replace("##", "") == "ilvatarrow"
    assert (marks == TARGET).any()


def test_one_who_is_both_has_both_marks() -> None:
    _, _, marks = marked(TOKENIZER, Pair(text="They left.", source=((0, 4),), target=((0, 4),)))
    assert set(marks.tolist()) == {0, SOURCE + TARGET}


@pytest.mark.parametrize("before", [0, 30, 400], ids=["first", "within", "far behind"])
def test_of_a_long_text_the_part_with_the_marks_is_read(before: int) -> None:
    filler = "rain " * before
    after = "snow " * 300
    text = f"{filler}Velundia met Orvenia {after}"
    at = len(filler)
    given = Pair(text=text, source=((at, at + 8),), target=((at + 13, at + 20),))
    ids, _, marks = marked(TOKENIZER, given)
    assert len(ids) == MOST + 2
    assert (marks == SOURCE).any()
    assert (marks == TARGET).any()


# --- the files -----------------------------------------------------------------------------------


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"acts\.json: cannot be read.*install onrecord"):
        load_act_model(tmp_path)


def copied(folder: Path) -> Path:
    """The settings that ship, in another folder, without the networks."""
    raw = (ACT_WEIGHTS / "acts.json").read_bytes()
    (folder / "acts.json").write_bytes(raw)
    return folder


def test_missing_networks_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"acts\.onnx: cannot be read"):
        load_act_model(copied(tmp_path))


def test_damaged_networks_are_named(tmp_path: Path) -> None:
    (copied(tmp_path) / "acts.onnx").write_bytes(b"no network")
    with pytest.raises(ModelUnreadable, match=r"acts\.onnx: is damaged"):
        load_act_model(tmp_path)


FAULTS = {
    "not JSON": ("{", "is not JSON"),
    "no settings": ("[]", "holds no settings"),
    "no hash": ({"files": {}}, r"no sha256 of acts\.onnx"),
    "no encoder": ({"encoder": None}, r"no sha256 of encoder\.onnx"),
    "no states": ({"state": ""}, "does not name the states"),
    "no heat": ({"roots_heat": 0.0}, "roots_heat is not a number above 0"),
    "another encoder": ({"encoder": "0" * 64}, "trained on another encoder"),
}


@pytest.mark.parametrize(("given", "fault"), FAULTS.values(), ids=FAULTS)
def test_faults_of_settings_are_told(
    tmp_path: Path, given: str | dict[str, object], fault: str
) -> None:
    raw = given if isinstance(given, str) else json.dumps(read_act_settings() | given)
    (tmp_path / "acts.json").write_text(raw, encoding="utf-8")
    with pytest.raises(ModelUnreadable, match=fault):
        load_act_model(tmp_path)


def test_a_name_too_long_to_show_is_refused() -> None:
    assert shown_too("states").endswith(b"\x12\x04\x0a\x02\x08\x01")
    with pytest.raises(ValueError, match="128"):
        shown_too("s" * 128)
