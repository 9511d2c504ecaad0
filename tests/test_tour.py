"""examples/tour.ipynb runs from top to bottom, and its cells show what its texts say.

It is kept without outputs: they would be one more copy of what tests/golden holds, and stale at the
next change of a rule. Here each cell runs, and what it must show is looked for.
"""

import asyncio
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[1] / "examples"
TOUR = EXAMPLES / "tour.ipynb"


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The notebook's cells by their ids, run by a kernel that knows nothing of this machine."""
    home = tmp_path_factory.mktemp("home")
    places = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    with pytest.MonkeyPatch.context() as patch:
        for place in places:
            patch.setenv(place, str(home / place.lower()))
        patch.setenv("TMPDIR", str(home))  # where the tour keeps its record
        notebook = nbformat.read(TOUR, as_version=4)
        client = NotebookClient(
            notebook,
            timeout=900,
            kernel_name="python3",
            resources={"metadata": {"path": str(EXAMPLES)}},
        )
        asyncio.run(client.async_execute(env=dict(os.environ)))
    return {cell.id: cell for cell in notebook.cells}


def shown(cell) -> str:
    """What a reader sees under a cell: HTML where there is some, else text."""
    parts = []
    for output in cell.outputs:
        data = output.get("data", {})
        parts.append(data.get("text/html") or data.get("text/plain") or output.get("text", ""))
    return "\n".join(parts)


def test_it_is_kept_without_outputs():
    for cell in nbformat.read(TOUR, as_version=4).cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)


def test_every_cell_runs_and_shows_something_and_warns_of_nothing(ran):
    code = [cell for cell in ran.values() if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in code:
        assert shown(cell), cell.id
        assert all(output.get("name") != "stderr" for output in cell.outputs), cell.id


SHOWS = {
    "read": (
        "16 rows",
        "https://herald.example.org/2026/03/05/guns-before-talks",
        "Aldery Observer",
    ),
    "matrix": ("Foreign forces", "red line", "until a full ceasefire was in force"),
    "show": ("never accept foreign peacekeepers", "2026-03-06"),
    "speaker": ("useful draft", "#:~:text=", "observer.example.org/council/five-point-paper"),
    "course": ("<svg", "All fighting", "Velundia", "Orvenia"),
    "history": ("Tomas Bryde", "accept if", "thirty-day-offer"),
    "between": ("wait for each other on this record", "fire stops"),
    "gaps": ("contested on this record",),
    "copies": ("another version by the same outlet", "carries 2 paragraphs of Northern Ledger"),
    "clashes": ("claim_denied_at_once", "412"),
    "search": ("We expect them to leave", "We will drive them", "what-marrick-said#:~:text="),
    "pandas": ("Tolmara Herald", "Velundia"),
    "review": ("3 rows",),
    "decide": ("tour", "not a position"),
    "undo": ("No rows.",),
    "dossier": ("ilvane.html",),
}


@pytest.mark.parametrize(("name", "facts"), SHOWS.items(), ids=SHOWS)
def test_a_cell_shows_what_its_text_says(ran, name, facts):
    found = shown(ran[name])
    for fact in facts:
        assert fact in found, f"{name} does not show {fact}"


def test_every_cell_of_code_is_looked_at(ran):
    assert {cell.id for cell in ran.values() if cell.cell_type == "code"} == set(SHOWS)
