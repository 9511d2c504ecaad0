"""A migration that is stopped anywhere: the old schema or the new one, never one between."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from benchmarks.faults.disk import FailingDisk, can_fail

from onrecord.errors import RecordError
from onrecord.presentation.checking import repair, verify
from onrecord.records import Article
from onrecord.store import View, Writer
from onrecord.store.migrations import VERSION
from tests.presentation.cli.test_commands import run

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or not can_fail(), reason="kills a forked process at a write"
)


def schema(path):
    with closing(sqlite3.connect(path)) as db:
        rows = set(db.execute("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'kept%'"))
        return rows, db.execute("PRAGMA user_version").fetchone()[0]


@pytest.fixture
def old(sound, tmp_path):
    """A record as the first version left it."""
    path = shutil.copy(sound[0], tmp_path / "old.onrecord")
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE actors DROP COLUMN listed")
        for column in ("form", "reason"):
            db.execute(f"ALTER TABLE places DROP COLUMN {column}")
        db.execute("DROP TABLE position_marks")
        db.execute("ALTER TABLE deadlocks DROP COLUMN complete")
        db.execute("PRAGMA user_version = 1")
        db.commit()
    return path


def migrate(path, fault, at):
    """(whether it was done, how many writes there were) of a migration in a forked process."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        disk = FailingDisk(fault, at)
        try:
            with Writer(path):
                pass
            os.write(writes, f"done {disk.count}".encode())
        except RecordError as error:
            os.write(writes, f"told {error}".encode())
        finally:
            os._exit(0)
    os.close(writes)
    os.waitpid(child, 0)
    with os.fdopen(reads) as out:
        return out.read()


@pytest.mark.parametrize("fault", ["kill", "torn", "full", "broken"])
def test_a_migration_is_done_or_not_begun(old, tmp_path, fault):
    whole = shutil.copy(old, tmp_path / "whole.onrecord")
    writes = int(migrate(whole, None, 0).removeprefix("done "))
    states = {"old": schema(old), "new": schema(whole)}
    assert states["new"][1] == VERSION
    seen = set()
    for at in (*range(1, writes, 3), writes):
        path = shutil.copy(old, tmp_path / f"{at}.onrecord")
        said = migrate(path, fault, at)
        assert said.startswith("told" if fault in {"full", "broken"} else "") or "done" in said
        found = schema(path)
        assert found in states.values(), at
        seen.add(found[1])
        with Writer(path):
            pass
        assert schema(path) == states["new"]
        with View(path) as view:
            assert view.count(Article) == 4
    assert seen == {1, VERSION}


def test_a_reader_is_told_how_an_older_record_is_brought_up_to_date(old, capsys):
    with pytest.raises(RecordError, match="verify --repair"), View(old):
        pass
    before = old.read_bytes()
    done = repair(old)
    assert done.copy.read_bytes() == before
    with View(old) as view:
        assert not verify(view).faults
        assert view.count(Article) == 4
    assert run("verify", str(old), capsys=capsys)[0] == 0
