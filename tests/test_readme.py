"""README gives the figures that were reached. That its commands run is tried in tests/docs."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def test_the_figures_are_those_that_were_reached():
    text = README.read_text("utf-8")
    kept = json.loads((ROOT / "benchmarks" / "quality.json").read_text("utf-8"))
    for task in ("statements", "statements, light"):
        for name in ("F1 at IoU .3", "F1 at IoU .8", "right source"):
            figure = f"{kept[task]['reached'][name]:.3f}".removeprefix("0")
            assert figure in text, f"README does not give {task}, {name}: {figure}"
