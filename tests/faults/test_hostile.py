"""A record of a stranger: made to hurt, and told as what it is."""

import json
import shutil
import sqlite3
import zlib
from contextlib import closing

import pytest

from onrecord.errors import RecordCorrupt
from onrecord.presentation.cli.main import COMMANDS, main
from onrecord.records import Article
from onrecord.store import View, Writer
from onrecord.store.parses import unpacked
from tests.presentation.cli.test_commands import run


@pytest.fixture
def path(sound, tmp_path):
    return shutil.copy(sound[0], tmp_path / "talks.onrecord")


def edited(path, *statements):
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema=ON")
        for statement in statements:
            db.execute(statement)
        db.commit()


ENDLESS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT x AS name, x AS value FROM n"
)
SHAPES = {
    "a view in place of a table": ("DROP TABLE settings", f"CREATE VIEW settings AS {ENDLESS}"),
    "a view beside": (f"CREATE VIEW more AS {ENDLESS}",),
    "a trigger": ("CREATE TRIGGER gone AFTER INSERT ON decisions BEGIN DELETE FROM articles; END",),
    "our trigger with other words": (
        "DROP TRIGGER articles_gone",
        "CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN DELETE FROM decisions; END",
    ),
    "a column that computes": (
        "DROP TABLE skips",
        "CREATE TABLE skips (place TEXT PRIMARY KEY, reason TEXT NOT NULL, detail TEXT NOT NULL,"
        " remedy TEXT NOT NULL AS (hex(zeroblob(1000000000))))",
    ),
    "a table without types": (
        "DROP TABLE settings",
        "CREATE TABLE settings (name PRIMARY KEY, value)",
    ),
    "another search index": (
        "DROP TABLE search",
        "CREATE VIRTUAL TABLE search USING fts5(title, text, content='decisions')",
    ),
    "no table": ("DROP TABLE decisions",),
}


@pytest.mark.parametrize("statements", SHAPES.values(), ids=SHAPES)
def test_a_file_with_other_tables_is_neither_read_nor_written(path, statements):
    edited(path, *statements)
    before = path.read_bytes()
    with pytest.raises(RecordCorrupt, match="not those of a record") as told, View(path):
        pass
    assert str(path) in str(told.value)
    with pytest.raises(RecordCorrupt, match="not those of a record"), Writer(path):
        pass
    assert path.read_bytes() == before


def test_tables_of_a_users_own_are_no_fault(path):
    edited(path, "CREATE TABLE my_notes (words TEXT)", "CREATE INDEX mine ON articles (outlet)")
    with View(path) as view:
        assert view.count(Article) == 4


ROWS = {
    "JSON cut short": "UPDATE statements SET source = '[{' WHERE number = 1",
    "JSON of another kind": "UPDATE statements SET source = '{\"a\": 1}' WHERE number = 1",
    "a number for a list": "UPDATE positions SET \"values\" = '7'",
    "JSON without end": "UPDATE articles SET segments = replace(hex(zeroblob(50000)), '0', '[')",
    "text where a number belongs": "UPDATE statements SET source ="
    ' \'[{"start": "0", "end": 1, "text": "a", "raw_start": 0, "raw_end": 1}]\'',
    "absurd offsets": "UPDATE statements SET content ="
    ' \'[{"start": -5, "end": 99999999999, "text": "a", "raw_start": 0, "raw_end": 1}]\'',
    "absurd segments": "UPDATE articles SET segments ="
    ' \'[{"start": 99999999, "length": 5, "raw_start": 0, "raw_length": 5}]\'',
    "an encoding that nobody knows": "UPDATE articles SET encoding = 'klingon'",
    "an encoding that is none of text": "UPDATE articles SET encoding = 'zip'",
    "not a day": 'UPDATE article_dates SET published = \'{"start": "yesterday"}\'',
    "an endless number": "UPDATE statements SET confidence = 9e999",
    "ids of nobody": "UPDATE attributions SET speaker = 'nobody', party = 'nobody'",
    "names of nobody": "UPDATE actor_links SET actor = 'nobody'",
    "a codebook that is none": "INSERT OR REPLACE INTO settings VALUES ('codebook', 'issues: [')",
}
ASKED = ("info", "articles", "statements", "positions", "actors", "matrix", "timeline", "gaps")


@pytest.mark.parametrize("statement", ROWS.values(), ids=ROWS)
def test_rows_that_hold_nonsense_are_told_without_a_traceback(path, tmp_path, capsys, statement):
    edited(path, statement)
    assert run("verify", str(path), capsys=capsys)[0] in {0, 4}
    for command in ASKED:  # a bug of ours would raise here
        assert run(command, str(path), capsys=capsys)[0] in {0, 1}
    out = str(tmp_path / "out")
    assert run("export", "jsonl", str(path), "-o", out, capsys=capsys)[0] in {0, 1}


@pytest.mark.parametrize(
    ("table", "column"), [("originals", "original"), ("originals", "raw"), ("parses", "parse")]
)
def test_what_unpacks_without_end_is_not_unpacked(path, capsys, monkeypatch, table, column):
    monkeypatch.setattr("onrecord.store.parses.MOST_UNPACKED", 100_000)
    assert run("verify", str(path), capsys=capsys)[0] == 0
    with closing(sqlite3.connect(path)) as db:
        bomb = zlib.compress(bytes(100_001))
        db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = 1", [bomb])  # noqa: S608
        db.commit()
    assert run("verify", str(path), capsys=capsys)[0] == 4
    for command in ASKED:
        assert run(command, str(path), capsys=capsys)[0] in {0, 1}


def test_unpacked():
    assert unpacked(zlib.compress(b"as it was")) == b"as it was"
    with pytest.raises(ValueError, match="cut short"):
        unpacked(zlib.compress(b"as it was")[:-2])


OBEYED = "\\x1b]0;gone\\x07\\x1b[2J\\x9b31m\\u202e"


def test_no_command_makes_a_terminal_obey(path, capfd):
    letters = OBEYED.encode().decode("unicode_escape")
    with closing(sqlite3.connect(path)) as db:
        for change in (
            "UPDATE actors SET name = name || :x, aliases = json_array(name || :x)",
            "UPDATE articles SET title = title || :x, outlet = :x, path = path || :x, url = :x",
            "UPDATE decisions SET coder = coder || :x, note = :x",
            "INSERT INTO skips VALUES ('a' || :x, 'reason' || :x, 'detail' || :x, :x)",
            "UPDATE statements SET kind = kind || :x",
            "UPDATE positions SET object = :x, act = act || :x, issue = 'an issue' || :x",
            "UPDATE settings SET value = value || :x WHERE name = 'root'",
        ):
            db.execute(change, {"x": letters})
        db.commit()
    shown = 0
    asked = [name for name in COMMANDS if name not in {"read", "demo", "evaluate", "dossier"}]
    for command in asked:
        for words in ([command, str(path)], [command, str(path), "--json"]):
            with pytest.raises(SystemExit):
                main(words)
            told = capfd.readouterr()
            for out in (told.out, told.err):
                assert not set(out) & set(letters) - set("]0;gone[2J31m"), words
                shown += "\\x1b]0;gone" in out or "\\u001b]0;gone" in out
            if "--json" in words:
                for line in told.out.splitlines():
                    json.loads(line)
    assert shown >= 8  # commands that had something of it to show
