"""README is true: its example output is what comes out, its files are there, its code runs."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = re.compile(r"(<!-- demo -->\n```\n).*?(```\n<!-- /demo -->)", re.DOTALL)


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> tuple[Path, str]:
    """(folder, output) of the demo, in a terminal of 80 columns."""
    place = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "onrecord", "demo", "-o", "demo"]
    environment = {**os.environ, "COLUMNS": "80"}
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, check=True
    )
    return place / "demo", re.sub(r"\(\d+\.\d s\)", "(3.1 s)", done.stdout)  # time differs


def test_the_output_shown_is_the_output(demo, request):
    shown = README.read_text("utf-8")
    now = SHOWN.sub(lambda m: m.group(1) + demo[1] + m.group(2), shown)
    if request.config.getoption("--regenerate-golden"):
        README.write_text(now, encoding="utf-8")
        shown = now
    assert SHOWN.search(shown), "README has lost its example output"
    assert shown == now


def test_the_python_lines_run(demo, monkeypatch):
    code = re.search(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL).group(1)
    record = demo[0] / "coverage.onrecord"
    monkeypatch.setattr(onrecord, "read", lambda _: onrecord.open_record(record), raising=False)
    exec(code, {})  # noqa: S102  # our own README
    assert len(onrecord.open_record(record).statements(speaker="Kovash")) > 3


def test_the_figures_are_those_that_were_reached():
    text = README.read_text("utf-8")
    kept = json.loads((ROOT / "benchmarks" / "quality.json").read_text("utf-8"))
    for task in ("statements", "statements, light"):
        for name in ("F1 at IoU .3", "F1 at IoU .8", "right source"):
            figure = f"{kept[task]['reached'][name]:.3f}".removeprefix("0")
            assert figure in text, f"README does not give {task}, {name}: {figure}"


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8")):
        assert (ROOT / target).exists(), f"README links to {target}, which is not there"
