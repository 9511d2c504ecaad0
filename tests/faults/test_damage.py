"""Damaged records: one clear error, and what `--repair` mends of them."""

import json
import random
import shutil
import sqlite3
from contextlib import closing
from itertools import islice

import pytest
from benchmarks.faults import work

from onrecord.engines import local, repairing
from onrecord.engines.options import ReadOptions
from onrecord.errors import RecordCorrupt, RecordMissing, RecordTooNew, RecordUnwritable
from onrecord.presentation.checking import repair, verify
from onrecord.records import Article, Decision
from onrecord.store import View, Writer
from onrecord.store.wreck import Wreck
from tests.presentation.cli.test_commands import run

PAGE = 4096


@pytest.fixture
def path(sound, tmp_path):
    return shutil.copy(sound[0], tmp_path / "talks.onrecord")


def edited(path, *statements):
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def flipped(path, seed):
    """A few bytes changed, anywhere behind the tables of the schema."""
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)  # noqa: S311  # of places, not of secrets
    for _ in range(chance.choice([1, 5, 20])):
        data[chance.randrange(30 * PAGE, len(data))] = chance.randrange(256)
    path.write_bytes(data)


def root_of(path, name):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchone()[0]


def page_lost(path, name):
    at = (root_of(path, name) - 1) * PAGE
    data = bytearray(path.read_bytes())
    data[at : at + PAGE] = b"\xff" * PAGE
    path.write_bytes(data)


def magic_lost(path):
    path.write_bytes(b"no magic here   " + path.read_bytes()[16:])


def header_lost(path):
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


A_DATE = "number = (SELECT max(number) FROM article_dates)"
MENDED = {
    "its first bytes": magic_lost,
    "its whole header": header_lost,
    "an index": lambda path: page_lost(path, "statements_article"),
    "a unique index": lambda path: page_lost(path, "articles_key"),
    "the search index": lambda path: page_lost(path, "search_data"),
    "conclusions": lambda path: page_lost(path, "reports"),
    "all statements": lambda path: page_lost(path, "statements"),
    "all parses": lambda path: page_lost(path, "parses"),
    "the articles, not their originals": lambda path: page_lost(path, "articles"),
    "a parse": lambda path: edited(path, "UPDATE parses SET parse = x'00' WHERE rowid = 1"),
    "a statement's words": lambda path: edited(
        path, "UPDATE statements SET source = '[]', content = '[]', cue = '[]' WHERE number = 2"
    ),
    "JSON": lambda path: edited(path, "UPDATE articles SET segments = '[{' WHERE number = 1"),
    "a missing row": lambda path: edited(
        path, "DELETE FROM article_dates WHERE number = (SELECT max(number) FROM article_dates)"
    ),
    "a trigger too many": lambda path: edited(
        path,
        "CREATE TRIGGER more AFTER INSERT ON decisions BEGIN DELETE FROM articles; END",
    ),
    "no trigger": lambda path: edited(path, "DROP TRIGGER articles_gone"),
}


@pytest.mark.parametrize("damage", MENDED.values(), ids=MENDED)
def test_what_follows_from_sound_originals_and_decisions_is_mended(path, sound, damage):
    damage(path)
    before = path.read_bytes()
    done = repair(path)
    assert done.copy.read_bytes() == before
    assert done.mended
    assert not any(word.startswith(("the article", "a decision")) for word in done.lost)
    with View(path) as view:
        assert not verify(view).faults
    assert work.print_of(path) == sound[1]


def test_nothing_is_changed_of_a_sound_record(path):
    before = path.read_bytes()
    done = repair(path)
    assert (done.copy, done.mended, done.lost) == (None, [], [])
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("seed", range(8))
def test_flipped_bytes_are_told_and_mended_or_told_as_beyond_it(path, seed):
    flipped(path, seed)
    try:
        done = repair(path)
    except RecordCorrupt as error:
        assert str(path) in str(error)  # noqa: PT017  # either way out is right
        return
    with View(path) as view:
        assert not verify(view).faults
        articles, decisions = view.count(Article), view.count(Decision)
    lost = sum(word.startswith("the article") for word in done.lost)
    assert articles + lost == 4
    assert decisions == 3 or any("decision" in word for word in done.lost)


def test_what_cannot_be_mended_is_listed(path):
    edited(
        path,
        "UPDATE originals SET original = x'00' WHERE rowid = 1",
        "UPDATE decisions SET coder = CAST(x'ff' AS TEXT) WHERE number = 2",
        "DELETE FROM articles WHERE number = 3",  # its original is there
        "UPDATE settings SET value = 'parties: [' WHERE name = 'parties'",
    )
    done = repair(path)
    assert len(done.lost) == 3
    assert "parties" in done.lost[0]
    assert "00.txt" in done.lost[1]
    assert done.lost[2] == "decisions: rows 2 to 2 cannot be read"
    with View(path) as view:
        assert sorted(a.path for a in view.all(Article)) == ["01.txt", "02.txt", "03.txt"]
        assert view.count(Decision) == 2
        assert not verify(view).faults


def test_sound_rows_behind_several_damaged_ones_are_found(path):
    edited(path, "UPDATE articles SET path = CAST(x'ff' AS TEXT) WHERE number IN (2, 3)")
    with Wreck(path) as wreck:
        assert [row["row_number"] for row in wreck.rows("articles", only="path")] == [1, 4]
        assert wreck.unreadable["articles"] == ["rows 2 to 3 cannot be read"]


READ_AGAIN = {
    "a parse lost": ("UPDATE parses SET parse = x'00' WHERE rowid = 1", 1),
    "a text lost": ("UPDATE articles SET segments = '[{' WHERE number = 1", 1),
    "the search index alone": ("DROP TRIGGER articles_gone", 0),
    "where it was read from": ("DELETE FROM reads WHERE place LIKE '%:01.txt'", 1),
}


@pytest.mark.parametrize(("damage", "read"), READ_AGAIN.values(), ids=READ_AGAIN)
def test_what_was_made_anew_is_read_once_more_from_its_source(path, sound, damage, read):
    edited(path, damage, "DROP TRIGGER IF EXISTS articles_gone")
    repair(path)
    folder, options = sound[0].parent / "articles", ReadOptions(light=True, workers=1)
    for expected in (read, 0):
        summary = local.read(folder, path, options)
        assert (summary.read, summary.skipped) == (expected, ())
    assert work.print_of(path) == sound[1]


HORIZON = {
    "both sound": ("2026-04-01", "30", ("2026-04-01", "30")),
    "the day": ("the first", "30", (None, "30")),
    "the length": ("2026-04-01", "long", ("2026-04-01", None)),
    "both": ("the first", "long", (None, None)),
}


@pytest.mark.parametrize(("day", "length", "left"), HORIZON.values(), ids=HORIZON)
def test_a_damaged_half_of_the_horizon_leaves_the_other(path, day, length, left):
    with Writer(path) as writer:
        writer.keep_setting("as_of", day)
        writer.keep_setting("stale_days", length)
    edited(path, "DROP TRIGGER articles_gone")
    lost = [word for word in repair(path).lost if "setting" in word]
    with View(path) as view:
        assert (view.setting("as_of"), view.setting("stale_days")) == left
    assert len(lost) == left.count(None)


def cut(path, share, *, padded=False):
    """The file without its end, or with nothing in it from there on."""
    data = path.read_bytes()
    kept = data[: int(len(data) * share)]
    path.write_bytes(kept + bytes(len(data) - len(kept)) if padded else kept)


@pytest.mark.parametrize("padded", [False, True], ids=["cut", "padded"])
@pytest.mark.parametrize("share", [0.9, 0.75])  # the tables begin in the first 0.71
def test_of_a_file_that_was_cut_what_is_left_is_taken(path, share, padded):
    cut(path, share, padded=padded)
    done = repair(path)
    with View(path) as view:
        assert not verify(view).faults
        articles, decisions = view.count(Article), view.count(Decision)
    assert articles + sum(word.startswith("the article") for word in done.lost) == 4
    assert decisions == 3


def test_rows_behind_and_before_a_lost_page_are_taken_each_once(tmp_path):
    path = tmp_path / "rows.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE notes (number INTEGER PRIMARY KEY, words TEXT)")
        for number in range(1, 31):
            words = f"note {number:02} " + "x" * 900
            db.execute("INSERT INTO notes VALUES (?, ?)", [number, words])
        db.commit()
    data = bytearray(path.read_bytes())
    at = data.index(b"note 14") // PAGE * PAGE
    lost = {number for number in range(1, 31) if b"note %02d" % number in data[at : at + PAGE]}
    assert 1 < len(lost) < 10
    data[at : at + PAGE] = bytes(PAGE)
    path.write_bytes(data)
    with Wreck(path) as wreck:
        taken = [row["row_number"] for row in islice(wreck.rows("notes"), 99)]
        assert taken == [number for number in range(1, 31) if number not in lost]
        first, last = min(lost), max(lost)
        assert wreck.unreadable["notes"] == [f"rows {first} to {last} cannot be read"]


def first_page(path):
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(PAGE - 100) + data[PAGE:])


BEYOND = {
    "no database": lambda path: path.write_text("words that fill a page\n" * 400),
    "half of it": lambda path: cut(path, 0.5),
    "its first page": first_page,
}


@pytest.mark.parametrize("damage", BEYOND.values(), ids=BEYOND)
def test_what_is_beyond_repair_is_left_as_it_is(path, damage):
    damage(path)
    before = path.read_bytes()
    with pytest.raises(RecordCorrupt, match="nothing was changed"):
        repair(path)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_what_is_no_damage_is_not_repaired(path, tmp_path):
    with pytest.raises(RecordMissing):
        repair(tmp_path / "none.onrecord")
    edited(path, "PRAGMA user_version = 99")
    with pytest.raises(RecordTooNew):
        repair(path)
    empty = tmp_path / "empty.onrecord"
    empty.touch()
    with pytest.raises(RecordMissing, match="nothing was read"):
        repair(empty)


def test_a_record_without_its_conclusions_gets_them(path, sound):
    with Writer(path) as writer:
        writer.keep_setting("concluded", None)
    edited(path, "DELETE FROM reports", "DELETE FROM cells")
    assert repair(path).mended == ["brought up to date, the conclusions drawn"]
    assert work.print_of(path) == sound[1]


def test_a_log_that_a_kill_left_is_taken_in(path, sound, tmp_path):
    with Writer(path) as writer:
        writer.keep_setting("root", "another folder")
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", tmp_path / f"killed.onrecord{ending}")
    killed = tmp_path / "killed.onrecord"
    at = (root_of(path, "reports") - 1) * PAGE
    data = killed.read_bytes()
    killed.write_bytes(data[:at] + b"\xff" * PAGE + data[at + PAGE :])
    repair(killed)
    with View(killed) as view:
        assert view.setting("root") == "another folder"
    with View(killed.with_name("killed.onrecord.before-repair")) as view:
        assert view.setting("root") == "another folder"


def test_a_record_in_use_is_not_repaired(path, monkeypatch):
    monkeypatch.setattr("onrecord.store.wreck.BUSY_MS", 50)
    edited(path, "DELETE FROM article_dates")
    with Writer(path), pytest.raises(RecordUnwritable, match="another process"):
        repair(path)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_without_a_copy_nothing_is_changed(path, monkeypatch):
    edited(path, "DELETE FROM article_dates")
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(repairing.shutil, "copyfile", full)
    with pytest.raises(RecordUnwritable, match="No space left"):
        repair(path)
    assert path.read_bytes() == before


def test_the_command_tells_what_it_did(path, capsys):
    assert run("verify", str(path), "--repair", capsys=capsys)[0] == 0
    page_lost(path, "reports")
    assert run("verify", str(path), capsys=capsys)[0] == 4
    code, out = run("verify", str(path), "--repair", "--json", capsys=capsys)
    told = json.loads(out)
    assert code == 0
    assert told["copy"].endswith(".before-repair")
    assert told["mended"]
    assert told["faults"] == []
    assert run("verify", str(path), capsys=capsys)[0] == 0
    edited(path, "UPDATE originals SET original = x'00' WHERE rowid = 1")
    code, out = run("verify", str(path), "--repair", capsys=capsys)
    assert code == 3
    assert "3 articles" in out
    path.write_bytes(b"no record")
    assert run("verify", str(path), "--repair", capsys=capsys)[0] == 4
