"""The whole flow on the example coverage: what comes out is what a person has read and agreed to.

`pytest tests/golden --regenerate-golden` writes the files anew; their diff is then to be read line
by line. Ids are left out: they follow from the rest and would hide what has changed.
"""

import json
from pathlib import Path

import pytest

import onrecord
from onrecord.records import Contradiction, Copy, Deadlock, IssueStatus, Plan, Report, Shift
from onrecord.store import View

EXPECTED = Path(__file__).parent / "examples"
LEFT_OUT = {"id", "article", "positions", "confidence", "start", "end"}


def lines(rows: onrecord.Results) -> str:
    """Rows as JSON lines without ids, one a row."""
    kept = ({k: v for k, v in row.items() if k not in LEFT_OUT} for row in rows.to_dicts())
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)


QUESTIONS = ["articles", "statements", "positions", "matrix", "timeline", "gaps"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_examples_come_out_as_expected(record, question, request):
    path = EXPECTED / f"{question}.jsonl"
    found = lines(getattr(record, question)())
    if request.config.getoption("--regenerate-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text("utf-8")


def test_every_kind_of_thing_that_the_examples_hold_is_found(record):
    """The examples were written to hold each of these at least once."""
    with View(record.path) as view:
        assert view.count(Copy) == 3  # a wire text in two outlets, a part of one, a correction
        assert any(d.kind == "circle" for d in view.all(Deadlock))
        assert view.count(Plan) >= 1
        assert view.count(Contradiction) >= 1
        assert view.count(Shift) >= 1
        assert any(len(r.outlets) > 1 for r in view.all(Report))
        assert len({s.status for s in view.all(IssueStatus)}) >= 2


def test_the_examples_verify(record):
    checked = record.verify()
    assert len(checked.faults) == 0
    assert checked.spans > 500
    assert not record.summary.skipped
