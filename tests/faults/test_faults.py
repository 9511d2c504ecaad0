"""Kills, full and broken disks and power cuts in few; `benchmarks/faults.json` holds the many."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.faults.disk import can_fail

from onrecord.store.schema import METADATA

ROOT = Path(__file__).parents[2]
ASKED = ["--kills", "25", "--cuts", "40", "--step", "200", "--articles", "4"]


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """What the benchmark finds, in a process of its own: it forks, and changes SQLite's disk."""
    out = tmp_path_factory.mktemp("faults") / "faults.json"
    command = [sys.executable, "-m", "benchmarks.faults", *ASKED, "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(out.read_text("utf-8"))


pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process that it forks")
needs_disk = pytest.mark.skipif(not can_fail(), reason="SQLite is built into this interpreter")


def test_nothing_acknowledged_is_lost_in_25_kills(figures):
    found = figures["kills at random"]
    assert found["kills"] == 25
    assert found["before the reading was done"] > 0
    assert found["articles acknowledged"] > 0
    assert found["decisions acknowledged"] > 0
    assert found["faults"] == 0


@needs_disk
@pytest.mark.parametrize("fault", ["full", "broken", "kill", "torn"])
def test_nothing_acknowledged_is_lost_where_a_write_fails(figures, fault):
    found = figures[f"{fault} at a write"]
    assert found["writes of the work"] > found["tried"] > 0
    assert found["work stopped"] > 0
    assert found["records finished, exports as undisturbed"] == found["tried"]
    assert found["faults"] == 0


@needs_disk
@pytest.mark.parametrize("name", ["power cuts", "power cuts, all unsynced lost"])
def test_nothing_acknowledged_is_lost_in_power_cuts(figures, name):
    found = figures[name]
    assert found["right after an acknowledgement"] == 6  # two batches, the reading, three decisions
    assert found["cuts"] == 46
    assert found["faults"] == 0


def test_the_recorded_figures_are_of_300_kills_and_no_fault():
    recorded = json.loads((ROOT / "benchmarks" / "faults.json").read_text("utf-8"))
    faults = {name: what["faults"] for name, what in recorded.items() if isinstance(what, dict)}
    assert recorded["kills at random"]["kills"] >= 300
    assert len(faults) == 7
    assert set(faults.values()) == {0}


def test_the_page_on_the_record_tells_the_recorded_figures():
    page = (ROOT / "docs" / "record.md").read_text("utf-8")
    recorded = json.loads((ROOT / "benchmarks" / "faults.json").read_text("utf-8"))
    for name, what in recorded.items():
        if isinstance(what, dict):
            often = what.get("kills") or what.get("tried") or what.get("cuts")
            assert f"| {often:,} | {what['faults']} |" in page, name


def test_the_page_on_the_record_names_every_table():
    page = (ROOT / "docs" / "record.md").read_text("utf-8")
    assert [name for name in METADATA.tables if f"`{name}`" not in page] == []
