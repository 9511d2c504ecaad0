"""`onrecord evaluate` on a folder in PolNeAR's form, on cases and on labels of who speaks."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.presentation.cli.main import main
from tests.evaluation.test_case_scores import FLOW
from tests.presentation.cli.test_commands import run

TEXT = "Ilva Tarrow said on Monday that the bridge was closed.\n"
MARKS = "T1\tSource 0 11\tIlva\nT2\tCue 12 16\tsaid\nT3\tContent 27 53\tthat\n"
LINK = "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3\n"


@pytest.fixture
def polnear(tmp_path) -> Path:
    dev = tmp_path / "polnear" / "dev"
    for part in ("text", "attributions"):
        (dev / part).mkdir(parents=True)
    (dev / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (dev / "attributions" / "a_x.ann").write_text(MARKS + LINK, encoding="utf-8")
    return tmp_path


@pytest.fixture
def cases(tmp_path) -> Path:
    path = tmp_path / "made.jsonl"
    said = {**FLOW["statements"][0], "kind": "direct", "negated": False, "via": []}  # type: ignore[index]
    lines = [{**FLOW, "statements": [said]}, {**FLOW, "id": "test-b", "statements": []}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


MAYOR = "Ilva Tarrow, the mayor of Tollan"
TITLE = "The bridge of Tollan\n"
SPOKEN = f"{TITLE}{MAYOR}, said that the bridge was closed. Jonas Brandt left.\n"
NAMED = [len(TITLE), len(TITLE) + len(MAYOR)]
CUE = NAMED[1] + 2


@pytest.fixture
def spoken(tmp_path) -> Path:
    """A folder whose one document has one source."""
    dev = tmp_path / "spoken" / "dev"
    for part in ("text", "attributions"):
        (dev / part).mkdir(parents=True)
    (dev / "text" / "a.txt").write_text(SPOKEN, encoding="utf-8")
    marks = f"T1\tSource {NAMED[0]} {NAMED[1]}\tx\nT2\tCue {CUE} {CUE + 4}\tx\n"
    marks += f"T3\tContent {CUE + 5} {SPOKEN.index('.')}\tx\n"
    (dev / "attributions" / "a_x.ann").write_text(marks + LINK, encoding="utf-8")
    return tmp_path / "spoken"


@pytest.fixture
def labels(tmp_path) -> Path:
    """Who speaks in the document's one source."""
    return write_labels(tmp_path / "labels.jsonl", "Ilva Tarrow")


def write_labels(path: Path, refers: str) -> Path:
    start = SPOKEN.index(refers)
    doc = hashlib.sha256(SPOKEN.encode()).hexdigest()[:16]
    row: dict[str, object] = {"doc": doc, "source": [NAMED], "kind": "named", "sure": True}
    row["refers"] = [[start, start + len(refers)]]
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def evaluate(capsys, *args: str | Path, task: str = "statements") -> tuple[int, str]:
    return run("evaluate", task, *map(str, args), capsys=capsys)


def test_a_folder_is_polnear(polnear, capsys):
    code, out = evaluate(capsys, polnear, "--light")
    shown = " ".join(out.split())
    assert code == 0
    assert "articles of dev, light mode" in shown
    for words in ("indirect by its marks, 1 in the gold", "calibration", "kept from confidence"):
        assert words in shown
    assert max(map(len, out.splitlines())) <= 80
    code, out = evaluate(capsys, polnear, "--light", "--json")
    assert (code, json.loads(out)["content_iou_08"]["f1"]) == (0, 1.0)


def test_a_file_is_cases(cases, capsys):
    code, out = evaluate(capsys, cases, "--light", "--errors", "9")
    shown = " ".join(out.split())
    assert code == 0
    for words in (
        "cases of made.jsonl, light mode",
        "right kind among matched │ 0.000 of 1",
        "right negated among matched │ 1.000 of 1",
        "kind │ direct │ indirect │ 1",
        "found in 1 cases without statements │ 1",
        "other kind: dev-flow at 0",
    ):
        assert words in shown
    assert "not in gold: test-b at 0" in shown
    table = out[: out.index("other kind")]
    assert max(map(len, table.splitlines())) <= 80
    code, out = evaluate(capsys, cases, "--light", "--json", "--errors", "9")
    (line,) = out.splitlines()  # errors are for a reader
    assert json.loads(line)["labels"]["kind"]["confusions"] == [
        {"gold": "direct", "found": "indirect", "n": 1}
    ]


@pytest.mark.parametrize(("half", "gold"), [("all", 2), ("dev", 1), ("test", 1)])
def test_half_of_the_cases(cases, capsys, half, gold):
    _, out = evaluate(capsys, cases, "--light", "--json", "--half", half)
    assert json.loads(out)["cases"] == gold


def test_limit_takes_the_first(cases, capsys):
    _, out = evaluate(capsys, cases, "--light", "--json", "--limit", "1")
    assert (json.loads(out)["cases"], json.loads(out)["cases_without_statements"]) == (1, 0)


@pytest.mark.parametrize("option", [("--split", "dev"), ("--half", "dev")], ids=["split", "half"])
def test_an_option_of_the_other_kind_of_gold_is_wrong_usage(polnear, cases, capsys, option):
    wrong, right = (cases, polnear) if option[0] == "--split" else (polnear, cases)
    assert evaluate(capsys, wrong, "--light", *option)[0] == 2
    assert evaluate(capsys, right, "--light", *option)[0] == 0


def test_gold_that_is_missing_or_faulty_is_told(tmp_path, cases, capsys):
    assert evaluate(capsys, tmp_path / "none.jsonl")[0] == 1
    assert evaluate(capsys, tmp_path / "none", "--split", "dev")[0] == 1
    cases.write_text("{}\n", encoding="utf-8")
    capsys.readouterr()
    with pytest.raises(SystemExit) as end:
        main(["evaluate", "statements", str(cases)])
    assert end.value.code == 1
    assert f"Error: {cases}, line 1: expected an object" in capsys.readouterr().err


def words_of(out: str) -> str:
    """What a table says, without its lines."""
    return " ".join(out.replace("┃", " ").replace("│", " ").split())


def test_speakers_by_their_labels(spoken, labels, capsys):
    asked = (spoken, "--labels", labels, "--light")
    code, out = evaluate(capsys, *asked, task="speakers")
    assert code == 0
    for words in (
        "Speakers; the rest is left open",
        "source right of wrong invented",
        "named 1.000 1/1 0 0/0",
        "wrong among all answers 0.000",
    ):
        assert words in words_of(out)
    assert max(map(len, out.splitlines())) <= 80
    code, out = evaluate(capsys, *asked, "--split", "dev", "--json", task="speakers")
    (line,) = out.splitlines()
    told = json.loads(line)
    assert (code, told["light"], told["wrong_share"]) == (0, True, 0.0)
    assert told["kinds"]["named"]["accuracy"] == 1.0


def test_errors_about_speakers_are_for_a_reader(spoken, labels, capsys):
    write_labels(labels, "Jonas Brandt")
    asked = (spoken, "--labels", labels, "--light", "--errors", "9")
    _, out = evaluate(capsys, *asked, task="speakers")
    assert f"a.txt [named] '{MAYOR}': Jonas Brandt: Ilva Tarrow (" in out
    assert "named 0.000 0/1 1 0/0" in words_of(out)
    assert "wrong among all answers 1.000" in words_of(out)
    _, out = evaluate(capsys, *asked, "--json", task="speakers")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    "options",
    [(), ("--half", "all"), ("--limit", "1"), ("--half", "dev", "--limit", "1")],
    ids=["no labels", "half", "limit", "both"],
)
def test_speakers_need_labels_and_take_all_of_them(spoken, labels, capsys, options):
    named = ("--labels", str(labels)) if options else ()
    with pytest.raises(SystemExit) as end:
        main(["evaluate", "speakers", str(spoken), *named, *options, "--light"])
    assert end.value.code == 2
    wrong = f"{min(options[::2])} belongs to statements" if options else "speakers need --labels"
    assert wrong in words_of(capsys.readouterr().err)


@pytest.mark.parametrize("gold", ["spoken", "cases"])
def test_labels_belong_to_speakers(request, labels, capsys, gold):
    folder = str(request.getfixturevalue(gold))
    with pytest.raises(SystemExit) as end:
        main(["evaluate", "statements", folder, "--labels", str(labels), "--light"])
    assert end.value.code == 2
    assert "--labels belongs to speakers" in words_of(capsys.readouterr().err)


def test_labels_that_are_missing_or_faulty_are_told(spoken, labels, capsys):
    asked = (spoken, "--light", "--labels")
    assert evaluate(capsys, *asked, spoken / "none.jsonl", task="speakers")[0] == 1
    assert evaluate(capsys, *asked, spoken, task="speakers")[0] == 2  # a folder
    labels.write_text("{}\n", encoding="utf-8")
    capsys.readouterr()
    with pytest.raises(SystemExit) as end:
        main(["evaluate", "speakers", str(spoken), "--light", "--labels", str(labels)])
    assert end.value.code == 1
    assert f"Error: {labels}, line 1: expected an object with exactly" in capsys.readouterr().err


@pytest.fixture
def meantime(tmp_path) -> Path:
    """Two documents about one person, who is named in full in the one only."""
    folder = tmp_path / "gold" / "meantime_apple" / "cross" / "corpus_apple"
    folder.mkdir(parents=True)
    for n, words in enumerate((["Ilo", "Maren", "left", "."], ["Mr.", "Maren", "left", "."])):
        tokens = "".join(
            f'<token t_id="{i}" sentence="0" number="{i}">{word}</token>'
            for i, word in enumerate(words, start=1)
        )
        (folder / f"{n}.xml").write_text(
            f'<Document doc_id="{n}">{tokens}<Markables>'
            '<ENTITY_MENTION m_id="1"><token_anchor t_id="1"/><token_anchor t_id="2"/>'
            '</ENTITY_MENTION><ENTITY m_id="2" instance_id="PER1" ent_type="PER"'
            ' TAG_DESCRIPTOR="x"/></Markables><Relations><REFERS_TO r_id="1"><source m_id="1"/>'
            '<target m_id="2"/></REFERS_TO></Relations></Document>',
            encoding="utf-8",
        )
    return tmp_path / "gold"


def test_actors_over_documents(meantime, capsys):
    code, out = evaluate(capsys, meantime, "--light", task="actors")
    assert code == 0
    assert "ours above equal words" in words_of(out)
    _, out = evaluate(capsys, meantime, "--json", task="actors")
    figures = json.loads(out)
    assert figures["documents"] == 2
    assert figures["mentions"] == 2
    with pytest.raises(SystemExit) as end:
        main(["evaluate", "statements", str(meantime), "--corpus", "meantime"])
    assert end.value.code == 2
    assert "--corpus belongs to actors" in words_of(capsys.readouterr().err)
