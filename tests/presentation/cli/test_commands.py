"""Each command as a user calls it: table, JSON, exit code, and what is said of a mistake."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.presentation.cli.main import main
from tests.engines.test_local import TALKS


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    """A record of three small articles."""
    place = tmp_path_factory.mktemp("cli")
    (place / "coverage").mkdir()
    for name, text in TALKS.items():
        (place / "coverage" / name).write_text(text, encoding="utf-8")
    code, _ = run("read", str(place / "coverage"), "-o", str(place / "talks.onrecord"))
    assert code == 0
    return place / "talks.onrecord"


def run(*args: str, capsys=None) -> tuple[int, str]:
    """(exit code, output) of a command."""
    with pytest.raises(SystemExit) as end:
        main(list(args))
    return int(end.value.code or 0), capsys.readouterr().out if capsys else ""


ASKING = {
    "info": ["articles", "statements"],
    "articles": ["a.txt", "b.txt", "c.txt"],
    "statements": ["Brandt", "We will not sign it"],
    "positions": ["truce"],
    "matrix": ["Norland"],
    "timeline": [],
    "gaps": ["on this record"],
}


@pytest.mark.parametrize(("command", "words"), ASKING.items(), ids=ASKING.keys())
def test_asking(record, capsys, command, words):
    code, out = run(command, str(record), capsys=capsys)
    assert code == 0
    for word in words:
        assert word in " ".join(out.split())
    assert max(map(len, out.splitlines()), default=0) <= 80


@pytest.mark.parametrize("command", ASKING)
def test_json_is_one_object_a_line(record, capsys, command):
    code, out = run(command, str(record), "--json", capsys=capsys)
    assert code == 0
    assert bool(out) == (command != "timeline")  # these articles date nothing
    assert all(isinstance(json.loads(line), dict) for line in out.splitlines())


def test_filters_keep_what_fits_and_nothing_else(record, capsys):
    _, out = run("statements", str(record), "--speaker", "brandt", "--json", capsys=capsys)
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows
    assert {r["speaker"] for r in rows} == {"Ilsa Brandt"}
    _, out = run("statements", str(record), "--speaker", "Nobody Atall", "--json", capsys=capsys)
    assert out == ""
    _, out = run("statements", str(record), "--since", "2031-01-01", "--json", capsys=capsys)
    assert out == ""  # these articles are undated, and nothing is guessed


def test_search_and_show_lead_to_the_words(record, capsys):
    _, out = run("search", str(record), "northern", "road", "--json", capsys=capsys)
    hit = json.loads(out)
    assert hit["path"] == "b.txt"
    assert "northern road" in hit["sentence"]
    _, out = run("statements", str(record), "--json", capsys=capsys)
    first = json.loads(out.splitlines()[0])
    code, out = run("show", str(record), first["id"][:10], capsys=capsys)
    assert code == 0
    assert " ".join(first["content"].split()) in " ".join(out.split())
    code, out = run("show", str(record), "b.txt", "--json", capsys=capsys)
    assert json.loads(out)["kind"] == "articles"


def test_verify_passes_and_finds_a_changed_word(record, tmp_path, capsys):
    import shutil
    import sqlite3

    assert run("verify", str(record), capsys=capsys)[0] == 0
    broken = tmp_path / "broken.onrecord"
    shutil.copy(record, broken)
    with sqlite3.connect(broken) as db:
        db.execute("UPDATE statements SET content = replace(content, 'sign', 'sing')")
    db.close()
    code, out = run("verify", str(broken), "--json", capsys=capsys)
    assert code == 4
    assert any("sing" in f["what"] for f in json.loads(out)["faults"])


def test_verify_goes_on_past_what_is_damaged(record, tmp_path, capsys):
    import shutil
    import sqlite3

    broken = tmp_path / "broken.onrecord"
    shutil.copy(record, broken)
    with sqlite3.connect(broken) as db:
        db.execute("UPDATE statements SET content = '[{' WHERE number = 1")
        nothing = "content = '[]', source = '[]', cue = '[]'"
        db.execute(f"UPDATE statements SET {nothing} WHERE number = 2")  # noqa: S608
        db.execute("UPDATE originals SET original = x'00' WHERE rowid = 1")
        db.execute("UPDATE attributions SET speaker = 'nobody' WHERE number = 3")
    db.close()
    code, out = run("verify", str(broken), "--json", capsys=capsys)
    told = " ".join(f["what"] for f in json.loads(out)["faults"])
    assert code == 4
    assert "row 1 of statements is damaged" in told
    assert "cites no words" in told
    assert "row 1 of articles is damaged" in told
    assert "nobody" in told
    code, _ = run("statements", str(broken), capsys=capsys)
    assert code == 1


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx"])
def test_export_writes_files(record, tmp_path, capsys, form):
    out = tmp_path / ("talks.xlsx" if form == "xlsx" else "talks")
    code, printed = run("export", form, str(record), "-o", str(out), "--json", capsys=capsys)
    assert code == 0
    files = [json.loads(line)["file"] for line in printed.splitlines()]
    assert any(Path(f).stat().st_size > 500 for f in files)
    assert len(files) == {"jsonl": 22, "csv": 6, "xlsx": 1}[form]


def test_dossier_writes_one_page(record, tmp_path, capsys):
    code, out = run("dossier", str(record), "-o", str(tmp_path / "talks.html"), capsys=capsys)
    assert code == 0
    page = Path(out.strip()).read_text("utf-8")
    assert "We will not sign it" in page


def test_a_terminal_is_shown_control_characters_and_does_not_obey_them(tmp_path, capsys):
    row = {"text": TALKS["a.txt"], "outlet": "\x1b]0;title\x07Post", "title": "\x1b[2J\u202eTruce"}
    (tmp_path / "\x1b[31mred.jsonl").write_text(json.dumps(row))
    record = str(tmp_path / "r.onrecord")
    _, out = run("read", str(tmp_path), "-o", record, "--light", capsys=capsys)
    for command in ("articles", "statements", "info"):
        out += run(command, record, capsys=capsys)[1]
    assert "\\x1b]0;title" in out
    assert not set(out) & set("\x1b\x07\u202e")


def test_remove_takes_an_article_away(record, tmp_path, capsys):
    import shutil

    copy = tmp_path / "copy.onrecord"
    shutil.copy(record, copy)
    assert run("remove", str(copy), "a.txt", capsys=capsys)[0] == 0
    _, out = run("articles", str(copy), "--json", capsys=capsys)
    assert [json.loads(line)["path"] for line in out.splitlines()] == ["b.txt", "c.txt"]
    assert run("verify", str(copy), capsys=capsys)[0] == 0


def test_one_record_in_the_folder_need_not_be_named(record, capsys, monkeypatch):
    monkeypatch.chdir(record.parent)
    assert run("info", capsys=capsys)[0] == 0
    assert run("search", "northern", capsys=capsys)[0] == 0


def test_skips_are_counted_and_the_exit_code_says_so(tmp_path, capsys):
    (tmp_path / "good.txt").write_text(TALKS["a.txt"], encoding="utf-8")
    (tmp_path / "broken.jsonl").write_text('{"text": "unfinished')
    code, out = run("read", str(tmp_path), "-o", str(tmp_path / "r.onrecord"), capsys=capsys)
    assert code == 3
    assert "1 article read" in out
    assert "1 skipped" in out


WRONG = {
    "no such source": (("read", "nowhere"), 1, "nowhere"),
    "no such record": (("info", "nowhere.onrecord"), 1, "onrecord read"),
    "no such id": (("show", "{record}", "zzzz"), 1, "zzzz"),
    "no such command": (("reed", "x"), 2, "reed"),
    "a day that is none": (("timeline", "{record}", "--since", "2031-02-30"), 2, "2026-05-31"),
    "a choice that is none": (("export", "pdf", "{record}"), 2, "jsonl"),
    "csv into a file": (("export", "csv", "{record}", "-o", "{folder}/a.txt"), 1, "another"),
    "xlsx into a folder": (("export", "xlsx", "{record}", "-o", "{folder}"), 1, "name a file"),
    "a broken codebook": (("read", "{folder}", "--codebook", "{folder}/a.txt"), 1, "a.txt"),
    "a broken parties file": (("read", "{folder}", "--parties", "{folder}/a.txt"), 1, "a.txt"),
}


@pytest.mark.parametrize(("args", "expected", "words"), WRONG.values(), ids=WRONG.keys())
def test_mistakes_are_told_with_a_remedy(
    record, capsys, monkeypatch, tmp_path, args, expected, words
):
    monkeypatch.chdir(tmp_path)
    places = {"record": record, "folder": record.parent / "coverage"}
    with pytest.raises(SystemExit) as end:
        main([arg.format(**places) for arg in args])
    told = capsys.readouterr()
    assert end.value.code == expected
    assert words in told.err
    assert "Traceback" not in told.err


def test_a_closed_pipe_is_no_error(record):
    command = f"{sys.executable} -m onrecord statements {record} --json | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)  # noqa: S602
    assert done.stderr == ""
