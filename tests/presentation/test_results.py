"""Answers convert to pandas, polars and Arrow in one call and show as a table."""

import pytest

from onrecord.presentation.results import Results
from onrecord.presentation.rows import MatrixRow


def row(issue: str, **fields) -> MatrixRow:
    values = {
        "issue": issue,
        "party": "Norland",
        "state": "accepts",
        "values": ("all", "some"),
        "acts": (),
        "hardness": "",
        "as_of": "2031-05-03",
        "published": "",
        "age_days": None,
        "stale": False,
        "origins": 2,
        "status": "contested",
        "conflict": "",
        "positions": ("a", "b"),
    }
    return MatrixRow(**(values | fields))


ROWS = Results(MatrixRow, [row("prisoners"), row("<script>", age_days=3)])
EMPTY = Results(MatrixRow, [])


@pytest.mark.parametrize("rows", [ROWS, EMPTY], ids=["two", "none"])
def test_every_form_has_the_rows_and_columns(rows):
    arrow, pandas, polars = rows.to_arrow(), rows.to_pandas(), rows.to_polars()
    for columns in (arrow.column_names, list(pandas.columns), polars.columns):
        assert tuple(columns) == rows.columns
    assert (arrow.num_rows, len(pandas), polars.height) == (len(rows),) * 3
    assert arrow.to_pylist() == rows.to_dicts()


def test_results_behave_as_a_sequence():
    assert len(ROWS[:1]) == 1
    assert ROWS[1].issue == "<script>"
    assert [r.issue for r in ROWS] == ["prisoners", "<script>"]
    assert Results(MatrixRow, list(ROWS)) == ROWS
    assert repr(EMPTY) == "<0 × MatrixRow>"


def test_a_notebook_shows_a_table_and_runs_nothing():
    shown = ROWS._repr_html_()
    assert "<th scope='col'>issue</th>" in shown
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
