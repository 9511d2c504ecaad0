"""Files of the model that are missing, damaged or of the wrong form: named, with a way out."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import ModelUnreadable, OnrecordError
from onrecord.language.pieces import cut_pieces
from onrecord.language.weights import checked, load_model, read_settings, read_tokenizer, shown_too
from onrecord.statements.learned import decoder_of
from tests.language.tokenizing import small_tokenizer

NAMES = ("encoder.onnx", "roles.onnx", "tokenizer.json")


def settings() -> dict[str, Any]:
    """Settings without a fault."""
    return {
        "files": dict.fromkeys(NAMES, "0" * 64),
        "cue_chain": {"opens": [0.0] * 3, "moves": [[0.0] * 3] * 3},
        "role_chain": {"opens": [0] * 5, "moves": [[0.5] * 5] * 5},
        "cue_from": 0.4,
        "hinted_from": 0.1,
        "confidence": {"bias": 0.1, "cue": 1.0},
    }


def written(folder: Path, given: Any) -> Path:
    """The folder with these settings, as they are or as JSON."""
    raw = given if isinstance(given, bytes) else json.dumps(given).encode()
    (folder / "weights.json").write_bytes(raw)
    return folder


def test_settings_without_fault(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, settings())) == settings()
    decoder = decoder_of(read_settings(tmp_path))
    assert decoder.cue_chain.moves.shape == (3, 3)
    assert decoder.role_chain.opens.shape == (5,)
    assert decoder.cue_from == 0.4


def test_confidence_may_still_be_missing(tmp_path: Path) -> None:
    given = settings()
    del given["confidence"]
    assert read_settings(written(tmp_path, given)) == given


def without(*keys: str) -> Callable[[], Any]:
    def make() -> Any:
        given = settings()
        held = given
        for key in keys[:-1]:
            held = held[key]
        del held[keys[-1]]
        return given

    return make


def changed(value: Any, *keys: str) -> Callable[[], Any]:
    def make() -> Any:
        given = settings()
        held = given
        for key in keys[:-1]:
            held = held[key]
        held[keys[-1]] = value
        return given

    return make


FAULTS: dict[str, tuple[Callable[[], Any], str]] = {
    "empty": (lambda: b"", "is not JSON"),
    "cut off": (lambda: b'{"files": {', "is not JSON"),
    "no UTF-8": (lambda: b"\xff\xfe\x00{", "is not JSON"),
    "nested without end": (lambda: b"[" * 200_000, "is not JSON"),
    "a list": (list, "holds no settings"),
    "null": (lambda: None, "holds no settings"),
    "no files": (without("files"), "records no sha256 of tokenizer.json"),
    "files is a list": (changed(list(NAMES), "files"), "records no sha256"),
    "a file without hash": (without("files", "roles.onnx"), "records no sha256 of roles.onnx"),
    "a hash that is none": (changed(None, "files", "encoder.onnx"), "sha256 of encoder.onnx"),
    "no chain": (without("role_chain"), "role_chain.opens is not 5 numbers"),
    "a chain that is a list": (changed([], "cue_chain"), "cue_chain.opens is not 3 numbers"),
    "half a chain": (without("cue_chain", "moves"), "cue_chain.moves is not 3 × 3 numbers"),
    "of another size": (changed([0.0] * 4, "cue_chain", "opens"), "opens is not 3 numbers"),
    "ragged": (changed([[0.0] * 5] * 4 + [[0.0]], "role_chain", "moves"), "5 × 5 numbers"),
    "words": (changed(["0", "0", "0"], "cue_chain", "opens"), "opens is not 3 numbers"),
    "NaN": (changed([0.0, float("nan"), 0.0], "cue_chain", "opens"), "opens is not 3 numbers"),
    "without bound": (changed([0.0, 0.0, 1e300], "cue_chain", "opens"), "is not 3 numbers"),
    "beyond any type": (changed([0, 0, 10**400], "cue_chain", "opens"), "is not 3 numbers"),
    "no threshold": (without("cue_from"), "cue_from is not a number"),
    "no threshold of hints": (without("hinted_from"), "hinted_from is not a number"),
    "a threshold in words": (changed("high", "cue_from"), "cue_from is not a number"),
    "confidence is a list": (changed([1.0], "confidence"), "confidence is not"),
    "confidence in words": (changed({"bias": "low"}, "confidence"), "confidence is not"),
}


@pytest.mark.parametrize(("made", "what"), FAULTS.values(), ids=FAULTS.keys())
def test_settings_with_a_fault(tmp_path: Path, made: Callable[[], Any], what: str) -> None:
    written(tmp_path, made())
    for read in (read_settings, load_model):
        with pytest.raises(ModelUnreadable) as caught:
            read(tmp_path)
        assert what in str(caught.value)
        assert_helpful(caught.value, tmp_path / "weights.json")


def assert_helpful(error: ModelUnreadable, path: Path) -> None:
    """The message names the file and the light mode, and survives its way out of a worker."""
    assert isinstance(error, OnrecordError)
    assert str(error).startswith(f"{path}: ")
    assert "--light" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301


def folder_with(folder: Path, files: dict[str, bytes]) -> Path:
    """A folder that holds these files, each with its right hash."""
    given = settings()
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
        given["files"][name] = hashlib.sha256(raw).hexdigest()
    return written(folder, given)


TOKENIZER = small_tokenizer().to_str().encode()


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match="No such file") as caught:
        load_model(tmp_path / "none")
    assert_helpful(caught.value, tmp_path / "none" / "weights.json")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_missing(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with pytest.raises(ModelUnreadable, match="cannot be read: No such file") as caught:
        checked(path, "0" * 64)
    assert_helpful(caught.value, path)


def test_a_folder_stands_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "roles.onnx").mkdir()
    with pytest.raises(ModelUnreadable, match="cannot be read") as caught:
        checked(tmp_path / "roles.onnx", "0" * 64)
    assert_helpful(caught.value, tmp_path / "roles.onnx")


def test_hash(tmp_path: Path) -> None:
    path = tmp_path / "encoder.onnx"
    path.write_bytes(b"a graph")
    right = hashlib.sha256(b"a graph").hexdigest()
    assert checked(path, right) == b"a graph"
    path.write_bytes(b"a graph.")
    with pytest.raises(ModelUnreadable, match="is damaged") as caught:
        checked(path, right)
    assert right in str(caught.value)
    assert_helpful(caught.value, path)


LOADED = {
    "the tokenizer is missing": ({}, "tokenizer.json", "cannot be read"),
    "the tokenizer is none": ({"tokenizer.json": b"{}"}, "tokenizer.json", "cannot be loaded"),
    "a graph is missing": ({"tokenizer.json": TOKENIZER}, "encoder.onnx", "cannot be read"),
    "a graph is none": (
        {"tokenizer.json": TOKENIZER, "encoder.onnx": b"no graph"},
        "encoder.onnx",
        "cannot be loaded",
    ),
    "a graph is empty": (
        {"tokenizer.json": TOKENIZER, "encoder.onnx": b""},
        "encoder.onnx",
        "cannot be loaded",
    ),
}


@pytest.mark.parametrize(("files", "name", "what"), LOADED.values(), ids=LOADED.keys())
def test_files_that_cannot_be_loaded(
    tmp_path: Path, files: dict[str, bytes], name: str, what: str
) -> None:
    with pytest.raises(ModelUnreadable, match=what) as caught:
        load_model(folder_with(tmp_path, files))
    assert_helpful(caught.value, tmp_path / name)


def test_a_failure_is_not_remembered(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match="No such file"):
        load_model(tmp_path)
    written(tmp_path, [])
    with pytest.raises(ModelUnreadable, match="holds no settings"):
        load_model(tmp_path)


def test_the_tokenizer_reads_a_text_whole_and_as_plain_text() -> None:
    given = small_tokenizer()
    given.add_special_tokens(["[SEP]"])
    given.enable_truncation(4)
    given.enable_padding(length=9)
    text = "maren said [SEP] the road is open"
    pieces = cut_pieces(read_tokenizer(given.to_str().encode()), text)
    shown = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert shown == ["maren", "said", "[", "S", "E", "P", "]", "the", "road", "is", "open"]


def test_an_array_from_within_is_named_in_a_field_of_bytes() -> None:
    assert b"inner" in shown_too("inner")
    with pytest.raises(ValueError, match="a field of 200 bytes"):
        shown_too("x" * 200)
