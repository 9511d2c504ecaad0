"""The failing disk fails where it is asked to, and a record that syncs too little is found out."""

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.faults.disk import can_fail

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not can_fail(), reason="SQLite is built into this interpreter")


def run(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    """The code in a process of its own, whose disk it changes."""
    command = [sys.executable, "-c", code, *args]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


FAILS = """
import sqlite3, sys
from benchmarks.faults.disk import FailingDisk
disk = FailingDisk()
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("CREATE TABLE kept (word TEXT)")
db.execute("INSERT INTO kept VALUES ('first')")
disk.fault, disk.at = sys.argv[2], disk.count + int(sys.argv[3])
try:
    db.execute("INSERT INTO kept VALUES ('second')")
    print("kept")
except sqlite3.OperationalError as error:
    print(error)
disk.mend()
print([row[0] for row in db.execute("SELECT word FROM kept")])
"""
CASES = {
    "full at once": ("full", 1, "unable to open database file\n['first']\n"),
    "full at a write": ("full", 2, "database or disk is full\n['first']\n"),
    "broken at a write": ("broken", 2, "disk I/O error\n['first']\n"),
    "full later than all writes": ("full", 100, "kept\n['first', 'second']\n"),
    "killed": ("kill", 2, ""),
    "killed in the middle of a write": ("torn", 2, ""),
}


@pytest.mark.parametrize(("fault", "at", "said"), CASES.values(), ids=CASES)
def test_the_disk_fails_where_it_is_asked_to(tmp_path, fault, at, said):
    done = run(FAILS, str(tmp_path / "a.db"), fault, str(at))
    assert done.stdout == said
    assert done.returncode == (0 if said else -9)


CUTS = """
import sys
from pathlib import Path
from benchmarks.faults import power, work
from onrecord.store import files
files.PRAGMAS = tuple(p.replace("synchronous=EXTRA", sys.argv[2]) for p in files.PRAGMAS)
place = Path(sys.argv[1])
work.write_folder(place / "few", 4)
print(len(power.cut_power(place / "few", place, 10, 1).faults))
"""


def test_power_cuts_find_out_a_record_that_syncs_too_little(tmp_path):
    done = run(CUTS, str(tmp_path), "synchronous=NORMAL")
    assert int(done.stdout) > 0, done.stderr
