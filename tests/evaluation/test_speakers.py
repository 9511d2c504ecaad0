"""Labels of who speaks, and the score of answers to them, on an invented document."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.speakers import SpokenArticle, read_speakers
from onrecord.evaluation.speakers import SpeakerScore, SpeakerScores, evaluate_speakers

CASES = Path(__file__).parents[2] / "benchmarks" / "cases"
OURS = pytest.mark.parametrize("ours", ["speakers.jsonl", "speakers-train.jsonl"])
NAME = "harbour.txt"
TEXT = (
    "Harbour talks open in Tollan\n"
    "Ilva Tarrow, the mayor of Tollan, said the harbour would open. "
    "Tarrow said the ferry was late.\n"
    "Officials said the road was shut. A guard said the ice was thin.\n"
    "Jonas Brandt said the mill was sold. Nothing else was said.\n"
)
DOC = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
SOURCES = (
    "Ilva Tarrow, the mayor of Tollan",
    "Tarrow#2",
    "Officials",
    "A guard",
    "Jonas Brandt",
)
TARROW, BRANDT = "Ilva Tarrow", "Jonas Brandt"


def place(words: str) -> list[int]:
    """[start, end] of words; "words#2" means their second place."""
    words, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = TEXT.index(words, start + 1)
    return [start, start + len(words)]


def label(source: str, kind: str, *refers: str, **other: Any) -> dict[str, Any]:
    """A label as its line has it."""
    row = {"doc": DOC, "source": [place(source)], "kind": kind, "sure": True}
    return {**row, "refers": [place(words) for words in refers], **other}


GOOD = label("Officials", "unnamed")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with the one document, each of whose sources says what stands behind it."""
    dev = tmp_path / "polnear" / "dev"
    for part in ("text", "attributions"):
        (dev / part).mkdir(parents=True)
    (dev / "text" / NAME).write_text(TEXT, encoding="utf-8")
    lines: list[str] = []
    for n, source in enumerate(SOURCES):
        start, end = place(source)
        said = TEXT.index("said", end)
        roles = {"Source": (start, end), "Cue": (said, said + 4)}
        roles["Content"] = (said + 5, TEXT.index(".", said))
        for role, (a, b) in roles.items():
            lines.append(f"T{n}{len(role)}\t{role} {a} {b}\tx")
        links = " ".join(f"{role}:T{n}{len(role)}" for role in roles)
        lines.append(f"E{n}\tAttribution:T99 {links}")
    (dev / "attributions" / "harbour_a.ann").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def write(folder: Path, *rows: Any) -> Path:
    """A file of labels; what is no text yet is written as JSON."""
    path = folder / "labels.jsonl"
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


# --- the labels -----------------------------------------------------------------------------------


def test_labels_stand_with_the_statements_of_their_sources(gold: Path) -> None:
    path = write(gold, label("Tarrow#2", "named", TARROW, "Tarrow#2", sure=False), GOOD)
    (document,) = read_speakers(path, gold)
    assert isinstance(document, SpokenArticle)
    assert document.document.article.path == NAME
    tarrow, officials = document.speakers
    words = [TEXT[a:b] for role in ("source", "cue", "content") for a, b in _role(tarrow, role)]
    assert words == ["Tarrow", "said", "the ferry was late"]
    assert (tarrow.kind, tarrow.sure) == ("named", False)
    assert [TEXT[a:b] for a, b in tarrow.refers] == ["Ilva Tarrow", "Tarrow"]
    assert (officials.kind, officials.refers, officials.sure) == ("unnamed", (), True)


def _role(speaker: Any, role: str) -> tuple[tuple[int, int], ...]:
    ranges: tuple[tuple[int, int], ...] = getattr(speaker.statement, role)
    return ranges


WHOLE = "expected an object with exactly doc, kind, refers, source, sure"
PLACES = "must be a list of [start, end], 0 <= start < end"
BAD: dict[str, tuple[Any, str]] = {
    "no JSON": ("{", "Expecting property name"),
    "an empty line": ("", "Expecting value"),
    "brackets without end": ("[" * 100_000, "recursion"),
    "a number": (7, WHOLE),
    "a list": (["doc"], WHOLE),
    "a key too few": ({k: v for k, v in GOOD.items() if k != "sure"}, WHOLE),
    "a key too many": ({**GOOD, "text": "Officials"}, WHOLE),
    "no such kind": (
        {**GOOD, "kind": "ghost"},
        "kind must be one of named, named_group, description, pronoun, unnamed, other",
    ),
    "a kind that is a list": ({**GOOD, "kind": ["named"]}, "kind must be one of named"),
    "a document that is none": ({**GOOD, "doc": [DOC]}, "doc must be 16 digits of a hash"),
    "a document by its name": ({**GOOD, "doc": NAME}, "doc must be 16 digits of a hash"),
    "sure in words": ({**GOOD, "sure": "yes"}, "sure true or false"),
    "a source of numbers": ({**GOOD, "source": [1, 2]}, f"source {PLACES}"),
    "a source of three": ({**GOOD, "source": [[1, 2, 3]]}, f"source {PLACES}"),
    "a source of truths": ({**GOOD, "source": [[False, True]]}, f"source {PLACES}"),
    "a source turned round": ({**GOOD, "source": [[9, 2]]}, f"source {PLACES}"),
    "a source of no letter": ({**GOOD, "source": [[2, 2]]}, f"source {PLACES}"),
    "refers to nothing": ({**GOOD, "refers": None}, f"refers {PLACES}"),
    "refers to before the text": ({**GOOD, "refers": [[-3, 2]]}, f"refers {PLACES}"),
    "refers beyond the text": (
        {**GOOD, "refers": [[0, 4], [9000, 9009]]},
        f"refers lies beyond the end of {NAME}",
    ),
    "refers past the last letter": (
        {**GOOD, "refers": [[len(TEXT) - 3, len(TEXT) + 1]]},
        f"refers lies beyond the end of {NAME}",
    ),
}


@pytest.mark.parametrize(("row", "words"), BAD.values(), ids=BAD.keys())
def test_a_malformed_line_is_named(gold: Path, row: Any, words: str) -> None:
    path = write(gold, GOOD, row)
    with pytest.raises(GoldMissing) as caught:
        list(read_speakers(path, gold))
    assert str(caught.value).startswith(f"{path}, line 2: ")
    assert words in str(caught.value)


def test_a_label_may_refer_to_the_last_letter(gold: Path) -> None:
    path = write(gold, {**GOOD, "refers": [[len(TEXT) - 3, len(TEXT)]]})
    (document,) = read_speakers(path, gold)
    assert document.speakers[0].refers == ((len(TEXT) - 3, len(TEXT)),)


def test_labels_that_are_no_text(gold: Path) -> None:
    path = gold / "labels.jsonl"
    path.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(GoldMissing, match="save it as UTF-8") as caught:
        list(read_speakers(path, gold))
    assert str(caught.value).startswith(f"{path}: not UTF-8")


def test_labels_that_are_not_there(gold: Path) -> None:
    with pytest.raises(GoldMissing, match=r"none\.jsonl: .*; expected labels of speakers"):
        list(read_speakers(gold / "none.jsonl", gold))


def test_a_document_of_another_corpus(gold: Path) -> None:
    path = write(gold, GOOD, {**GOOD, "doc": "0" * 16})
    with pytest.raises(GoldMissing, match=r"PolNeAR dev has no document '0{16}'") as caught:
        list(read_speakers(path, gold))
    assert str(caught.value).startswith(f"{path}: ")


def test_a_source_of_another_corpus(gold: Path) -> None:
    path = write(gold, GOOD, {**GOOD, "source": [[0, 7]]})
    with pytest.raises(GoldMissing, match=r"harbour\.txt has no source \[\(0, 7\)\]") as caught:
        list(read_speakers(path, gold))
    assert str(caught.value).startswith(f"{path}, line 2: ")


def test_a_document_without_labels_is_passed_by(gold: Path) -> None:
    dev = gold / "polnear" / "dev"
    (dev / "text" / "bare.txt").write_text("Nobody spoke.\n", encoding="utf-8")
    (dev / "attributions" / "bare_a.ann").write_text("", encoding="utf-8")
    assert [d.document.article.path for d in read_speakers(write(gold, GOOD), gold)] == [NAME]


@OURS
def test_our_labels_are_of_the_form(gold: Path, ours: str) -> None:
    # every line is read before a document is asked for, and the invented folder has none of theirs
    with pytest.raises(GoldMissing, match="has no document"):
        list(read_speakers(CASES / ours, gold))


@OURS
def test_our_labels_hold_no_words(ours: str) -> None:
    # names of the documents are their headlines, and text made by others stays out of the project
    text = re.sub(r'"doc": "[0-9a-f]{16}"', "", (CASES / ours).read_text())
    words = set(re.findall(r"[a-z]{2,}", text))
    kinds = {"named", "named_group", "description", "pronoun", "unnamed", "other"}
    assert words <= {"source", "kind", "refers", "sure", "true", "false", "group"} | kinds


# --- the score ------------------------------------------------------------------------------------


def score(gold: Path, *rows: dict[str, Any], light: bool = True) -> SpeakerScores:
    return evaluate_speakers(write(gold, *rows), gold, light=light)


def counts(kind: SpeakerScore) -> dict[str, int]:
    names = ("named", "right", "wrong", "nameless", "invented")
    return {name: n for name in names if (n := getattr(kind, name))}


ANSWERS: dict[str, tuple[dict[str, Any], dict[str, int]]] = {
    "right": (label("Tarrow#2", "named", TARROW), {"named": 1, "right": 1}),
    "right by any of the places": (
        label("Tarrow#2", "named", "Harbour talks", TARROW),
        {"named": 1, "right": 1},
    ),
    "wrong": (label("Tarrow#2", "named", BRANDT), {"named": 1, "wrong": 1}),
    "open": (label("A guard", "description", TARROW), {"named": 1}),
    "invented": (label("Jonas Brandt", "other"), {"nameless": 1, "invented": 1}),
    "nameless and left open": (label("A guard", "unnamed"), {"nameless": 1}),
    "nameless and called what they are": (GOOD, {"nameless": 1}),
}


@pytest.mark.parametrize(("row", "expected"), ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_is_counted(gold: Path, row: dict[str, Any], expected: dict[str, int]) -> None:
    scores = score(gold, row)
    (kind,) = scores.kinds
    assert kind.kind == row["kind"]
    assert counts(kind) == expected
    fine = "right" in expected or expected == {"nameless": 1}
    assert len(scores.errors) == (0 if fine else 1)


def test_figures_by_kind_and_of_all_answers(gold: Path) -> None:
    named = [label(s, "named", TARROW) for s in (SOURCES[0], "Tarrow#2", "Jonas Brandt")]
    others = [label("Officials", "unnamed"), label("A guard", "description", TARROW)]
    scores = score(gold, *named, *others)
    assert [k.kind for k in scores.kinds] == ["description", "named", "unnamed"]
    assert [k.accuracy for k in scores.kinds] == [0, pytest.approx(2 / 3), None]
    assert scores.wrong_share == pytest.approx(1 / 3)  # an open answer is none
    told = json.loads(json.dumps(scores.as_json()))
    assert told["light"] is True
    assert told["kinds"]["named"] == {
        "named": 3,
        "right": 2,
        "wrong": 1,
        "accuracy": pytest.approx(2 / 3),
        "nameless": 0,
        "invented": 0,
    }
    assert told["kinds"]["unnamed"]["accuracy"] is None


def test_no_answers_have_no_share(gold: Path) -> None:
    assert score(gold, label("A guard", "unnamed")).wrong_share is None


def test_what_is_invented_counts_among_the_answers(gold: Path) -> None:
    rows = label("Jonas Brandt", "other"), label("Tarrow#2", "named", TARROW)
    assert score(gold, *rows).wrong_share == 0.5


def test_an_error_is_told(gold: Path) -> None:
    wrong, open_ = (
        error.as_text()
        for error in score(
            gold,
            label("Jonas Brandt", "named", "Tarrow", TARROW),
            label("A guard", "description", TARROW),
        ).errors
    )
    assert wrong.startswith("harbour.txt [named] 'Jonas Brandt': Ilva Tarrow: Jonas Brandt (")
    assert open_.startswith("harbour.txt [description] 'A guard': Ilva Tarrow: nobody (")
    (invented,) = score(gold, label("Jonas Brandt", "other")).errors
    assert "[other] 'Jonas Brandt': nobody: Jonas Brandt (" in invented.as_text()


def test_the_parse_answers_the_same(gold: Path) -> None:
    rows = label("Tarrow#2", "named", TARROW), label("Jonas Brandt", "named", TARROW)
    full, light = score(gold, *rows, light=False), score(gold, *rows)
    assert full.kinds == light.kinds
    assert (full.light, light.light) == (False, True)
