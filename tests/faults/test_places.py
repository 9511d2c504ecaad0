"""Where a record lies: files and folders that may not be written, other writers, readers beside."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from onrecord.errors import RecordError, RecordUnwritable
from onrecord.presentation.record import Record
from onrecord.records import Article, Decision
from onrecord.store import View, Writer
from onrecord.store.files import ALONE, PRAGMAS, open_mode
from onrecord.store.holders import LOCKS

NOBODY = 65534
DECISION = Decision(
    target="a", field="b", old=None, new="c", action="change", coder="d", at="2026-01-01T00:00:00Z"
)


@pytest.fixture
def path(sound, tmp_path):
    return shutil.copy(sound[0], tmp_path / "talks.onrecord")


def as_nobody(path, work):
    """What `work` returns, as words, in a process that may write only what everybody may."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            try:
                said = str(work(path))
            except RecordError as error:
                said = f"{type(error).__name__}: {error}"
            os.write(writes, said.encode())
        finally:
            os._exit(0)
    os.close(writes)
    os.waitpid(child, 0)
    with os.fdopen(reads) as out:
        return out.read()


@pytest.fixture
def shelf(path):
    """A folder that everybody can reach and nobody may write to, with the record in it."""
    folder = path.parent
    for above in (folder, *folder.parents[:3]):
        if above.owner() != "root" or above.stat().st_mode & 0o077 == 0:
            above.chmod(above.stat().st_mode | 0o755)
    folder.chmod(0o555)
    path.chmod(0o444)
    yield folder
    folder.chmod(0o755)


def articles(path):
    return len(Record(path).articles())


def decide(path):
    with Writer(path) as writer:
        writer.decide(DECISION)
    return "kept"


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="asks in a forked process")


@needs_fork
def test_a_record_where_nobody_may_write_is_read_and_not_written(shelf, path):
    assert as_nobody(path, articles) == "4"
    said = as_nobody(path, decide)
    assert said.startswith(f"RecordUnwritable: {path}: cannot be written")
    assert "who may write" in said
    assert [p.name for p in shelf.iterdir()] == [path.name]


@needs_fork
def test_a_read_only_file_in_a_folder_of_ours_is_read(shelf, path):
    shelf.chmod(0o777)
    assert as_nobody(path, articles) == "4"
    assert as_nobody(path, decide).startswith("RecordUnwritable")
    assert path.exists()


@needs_fork
def test_the_log_of_a_killed_writer_is_read_where_nobody_may_write(shelf, path):
    shelf.chmod(0o755)
    path.chmod(0o644)
    with Writer(path) as writer:
        writer.decide(DECISION)
        for ending in ("", "-wal", "-shm"):
            shutil.copy(f"{path}{ending}", f"{shelf}/killed.onrecord{ending}")
    killed = shelf / "killed.onrecord"
    for file in shelf.iterdir():
        file.chmod(0o444)
    shelf.chmod(0o555)
    assert as_nobody(killed, lambda p: len(Record(p).decisions())) == "4"
    # Without the shared memory that lay beside it, SQLite cannot read the log here.
    shelf.chmod(0o755)
    (shelf / "killed.onrecord-shm").unlink()
    shelf.chmod(0o555)
    said = as_nobody(killed, lambda p: len(Record(p).decisions()))
    assert said.startswith("RecordUnwritable")
    assert "copy both" in said


def test_a_file_that_changed_under_a_reader_is_told(path, monkeypatch):
    monkeypatch.setattr("onrecord.store.files.os.access", lambda *_: False)
    assert open_mode(path) == ALONE
    view = View(path)
    with pytest.raises(RecordError, match="was changed while it was read"), view:
        change(path, view)


def change(path, view):
    view.count(Article)
    with closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO skips VALUES ('a', 'b', 'c', 'd')")
        db.commit()


HOLDS = """
import sys, time
from onrecord.store import Writer
with Writer(sys.argv[1]) as writer, writer.transaction():
    writer.keep_setting("root", "theirs")
    print("holds", flush=True)
    time.sleep(60)
"""


def test_the_second_writer_is_told_who_the_first_is(path, monkeypatch):
    monkeypatch.setattr("onrecord.store.files.BUSY_MS", 100)
    first = subprocess.Popen([sys.executable, "-c", HOLDS, str(path)], stdout=subprocess.PIPE)
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == b"holds\n"
        with pytest.raises(RecordUnwritable, match="another process") as told:
            decide(path)
        if LOCKS.exists():
            assert f"number {first.pid}" in str(told.value)
        assert articles(path) == 4  # readers go on
        with View(path) as view:
            assert view.setting("root") == "articles"
    finally:
        first.kill()
        first.communicate()
    assert decide(path) == "kept"


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(path):
    with View(path) as view:
        before = view.count(Article)
        with Writer(path) as writer:
            writer.remove_article(view.keys(Article)[0])
            writer.decide(DECISION)
        assert view.count(Article) == len(list(view.all(Article))) == before == 4
        assert view.count(Decision) == 3
    with View(path) as view:
        assert view.count(Article) == 3
        assert view.count(Decision) == 4


def test_every_commit_is_on_the_disk_when_it_returns(path):
    with Writer(path) as writer:
        ask = writer._connection.exec_driver_sql
        assert ask("PRAGMA journal_mode").scalar() == "wal"
        assert ask("PRAGMA synchronous").scalar() == 3  # EXTRA
        assert ask("PRAGMA fullfsync").scalar() == 1
        assert ask("PRAGMA checkpoint_fullfsync").scalar() == 1
    assert "synchronous=EXTRA" in PRAGMAS
