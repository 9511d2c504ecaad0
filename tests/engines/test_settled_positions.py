"""Decisions on positions through the whole flow: kept, redrawn, undone, read again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.engines import articles, local
from onrecord.engines.options import ReadOptions
from onrecord.presentation.record import Record, open_record
from onrecord.records import Cell, Decision, Position
from onrecord.store import View, Writer
from tests.engines.test_local import exported

LIGHT = ReadOptions(light=True, workers=1)
NOTE = (
    "Norland wants a ceasefire\n\nNorland's foreign minister, Ilsa Brandt, said on Monday that"
    " Norland demanded a general ceasefire. Norland rejects direct talks with Sudmark."
)
OTHER = (
    "Talks in the harbour town\n\nSudmark's foreign minister, Pavo Lindh, said on Friday that"
    " Sudmark demanded a general ceasefire. Sudmark rejects direct talks with Norland."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "coverage"
    place.mkdir()
    (place / "a.txt").write_text(NOTE, encoding="utf-8")
    (place / "b.txt").write_text(OTHER, encoding="utf-8")
    return place


@pytest.fixture
def record(folder, tmp_path) -> Record:
    local.read(folder, tmp_path / "r.onrecord", LIGHT)
    return open_record(tmp_path / "r.onrecord")


def id_of(record: Record, words: str) -> str:
    [row] = [r for r in record.positions() if words in r.quote]
    return row.id


def drawn_from_nothing(record: Record) -> dict[str, str]:
    """The export after all conclusions were drawn anew, from the first stage on."""
    with Writer(record.path) as writer:
        writer.forget_conclusions()
        writer.keep_setting("settled_in", None)
    record.redraw()
    return exported(record.path)


REFUSAL = "Norland rejects direct talks"


def test_a_rejected_position_makes_no_cell_and_comes_back_when_it_is_undone(record):
    before = exported(record.path)
    target = id_of(record, REFUSAL)
    with View(record.path) as view:
        assert any(target in cell.positions for cell in view.all(Cell))
    made = record.decide_position(target, "reject")
    with View(record.path) as view:
        assert not any(target in cell.positions for cell in view.all(Cell))
        assert view.get(Position, target) is None
    assert target not in {r.id for r in record.positions()}
    [row] = [r for r in record.positions(rejected=True) if r.id == target]
    assert (row.label, REFUSAL in row.quote) == ("rejected", True)
    assert '"label": "rejected"' in exported(record.path)["positions.jsonl"]
    record.undo(made.id)
    assert exported(record.path) == before


def test_what_hangs_on_positions_is_redrawn_as_from_nothing(record):
    record.decide_position(id_of(record, REFUSAL), "change", {"act": "accept"})
    record.decide_position(id_of(record, "Sudmark demanded"), "reject")
    record.add_position(
        "b.txt",
        "talks with Norland",
        {"party": "Sudmark", "act": "offer", "issue": "ceasefire.duration=permanent"},
    )
    partly = exported(record.path)
    assert partly == drawn_from_nothing(record)
    assert len(record.verify().faults) == 0
    with View(record.path) as view:
        states = {(c.issue, c.state) for c in view.all(Cell)}
    assert ("ceasefire.duration", "accepts") in states


def test_only_articles_with_decisions_are_read_again_for_them(record, monkeypatch):
    read: list[str] = []
    conclude_article = articles.conclude_article

    def counted(item):
        read.append(item[0])
        return conclude_article(item)

    monkeypatch.setattr("onrecord.engines.articles.conclude_article", counted)
    made = record.decide_position(id_of(record, REFUSAL), "reject")
    assert len(read) == 1
    record.undo(made.id)
    assert len(read) == 2  # the article that it stood in, though nothing tells of it now


def test_a_failure_in_an_article_leaves_the_record_closed(record, folder, monkeypatch):
    def fails(item):
        raise ZeroDivisionError

    target = id_of(record, REFUSAL)
    with monkeypatch.context() as broken:
        broken.setattr("onrecord.engines.articles.conclude_article", fails)
        with pytest.raises(ZeroDivisionError):
            record.decide_position(target, "reject")
        assert "view" not in articles._OWN
        (folder / "a.txt").write_text(NOTE + " Nobody answered.", encoding="utf-8")
        with pytest.raises(ZeroDivisionError):
            local.read(folder, record.path, LIGHT)
        assert "view" not in articles._OWN
    local.read(folder, record.path, LIGHT)
    assert not {r.id for r in record.positions()} & {target}


def test_a_decision_survives_a_reading_with_nothing_new_and_with_everything_new(record, folder):
    target = id_of(record, REFUSAL)
    record.decide_position(target, "change", {"hardness": "red_line"}, coder="ann")
    kept = exported(record.path)
    assert local.read(folder, record.path, LIGHT).read == 0
    assert exported(record.path) == kept
    local.read(folder, record.path, ReadOptions(light=True, workers=1, prefer="recall"))
    [row] = [r for r in record.positions() if r.id == target]
    assert (row.label, row.hardness) == ("human", "red line")


def test_in_an_edited_file_a_decision_stays_with_its_words(record, folder):
    target = id_of(record, REFUSAL)
    record.decide_position(target, "change", {"act": "accept"})
    (folder / "a.txt").write_text("Harbour: rain.\n\n" + NOTE, encoding="utf-8")
    local.read(folder, record.path, LIGHT)
    [row] = [r for r in record.positions() if REFUSAL in r.quote]
    assert (row.id, row.act, row.label) == (target, "accept", "human")
    assert [d.placed for d in record.decisions()] == [True]
    assert len(record.verify().faults) == 0
    assert exported(record.path) == drawn_from_nothing(record)


@pytest.mark.parametrize("path", ["0.txt", "z.txt"])
@pytest.mark.parametrize("again", [False, True])
def test_a_decision_goes_back_to_the_text_it_was_made_on(record, folder, path, again):
    """The edited file and the first text stand beside each other, in either order."""
    target = id_of(record, REFUSAL)
    record.decide_position(target, "change", {"act": "accept"})
    (folder / "a.txt").write_text("Harbour: rain.\n\n" + NOTE, encoding="utf-8")
    local.read(folder, record.path, LIGHT)
    if again:
        record.decide_position(target, "change", {"act": "offer"})
    (folder / path).write_text(NOTE, encoding="utf-8")
    local.read(folder, record.path, LIGHT)
    assert len(record.verify().faults) == 0
    settled = {(r.path, r.act) for r in record.positions() if r.label == "human"}
    assert settled == ({("a.txt", "offer")} if again else {(path, "accept")})
    assert len([r for r in record.positions() if REFUSAL in r.quote]) == 2
    assert exported(record.path) == drawn_from_nothing(record)
    [other] = [r.id for r in record.positions() if r.label == "machine" and REFUSAL in r.quote]
    record.decide_position(other, "accept")
    assert exported(record.path) == drawn_from_nothing(record)


def test_in_a_file_that_lost_the_words_it_is_unplaced_and_said_so(record, folder):
    record.decide_position(id_of(record, REFUSAL), "reject")
    (folder / "a.txt").write_text(NOTE.replace("rejects", "welcomes"), encoding="utf-8")
    local.read(folder, record.path, LIGHT)
    [decision] = record.decisions()
    assert not decision.placed
    assert "no longer stand in a.txt" in decision.why
    assert not any(row.label == "rejected" for row in record.positions(rejected=True))


def test_an_issue_that_the_codebook_lost_is_told(record, folder, tmp_path):
    record.decide_position(id_of(record, REFUSAL), "accept")
    book = tmp_path / "codebook.yaml"
    book.write_text(
        "name: one issue\nissues:\n  road:\n    name: The road\n    group: Roads\n"
        "    anchors: [northern road]\n    scale: {shut: {name: shut}, clear: {name: clear}}\n"
    )
    local.read(folder, record.path, ReadOptions(light=True, workers=1, codebook=book))
    [decision] = record.decisions()
    assert decision.placed
    assert decision.why == "the codebook has no issue talks.format"
    [row] = [r for r in record.positions() if r.label == "human"]
    assert (row.issue, row.values) == ("", ())


def test_decisions_hold_in_a_record_of_the_same_articles_elsewhere(record, folder, tmp_path):
    record.decide_position(id_of(record, REFUSAL), "change", {"act": "accept"}, coder="ann")
    record.decide_position(id_of(record, "Sudmark demanded"), "reject", coder="bob", note="a slip")
    record.write_decisions(tmp_path / "d.jsonl")
    local.read(folder, tmp_path / "there.onrecord", LIGHT)
    there = open_record(tmp_path / "there.onrecord")
    assert there.apply_decisions(tmp_path / "d.jsonl") == 2
    assert exported(there.path) == exported(record.path)
    assert there.apply_decisions(tmp_path / "d.jsonl") == 0
    lines = (tmp_path / "d.jsonl").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "turned.jsonl").write_text("".join(lines[::-1]), encoding="utf-8")
    local.read(folder, tmp_path / "turned.onrecord", LIGHT)
    turned = open_record(tmp_path / "turned.onrecord")
    turned.apply_decisions(tmp_path / "turned.jsonl")
    assert exported(turned.path) == exported(record.path)


def test_a_kill_between_two_answers_loses_none(record):
    """Answers are on disk one by one; the next run that decides or reads draws what follows."""
    targets = [id_of(record, "Norland demanded"), id_of(record, "Sudmark demanded")]
    code = (
        "import sys, time\n"
        "from onrecord.presentation.record import open_record\n"
        "record = open_record(sys.argv[1])\n"
        "for target in sys.argv[2:]:\n"
        "    record.decide_position(target, 'reject', redraw=False)\n"
        "    print(target, flush=True)\n"
        "    time.sleep(0.3)\n"
        "time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(record.path), *targets],
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    for target in targets:
        assert process.stdout.readline().decode().strip() == target
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with View(record.path) as view:
        assert {d.target for d in view.all(Decision)} == set(targets)
        assert view.count(Position) > 0
    assert record.info().concluded is False
    assert not {r.id for r in record.review_positions()} & set(targets)
    record.redraw()
    assert record.info().concluded is True
    assert not {r.id for r in record.positions()} & set(targets)


def test_who_is_joined_with_another_or_renamed_keeps_a_settled_position(record):
    target = id_of(record, REFUSAL)
    record.decide_position(target, "accept")
    record.decide("name", "Norland", "Kingdom of Norland")
    [row] = [r for r in record.positions() if r.id == target]
    assert (row.party, row.label) == ("Kingdom of Norland", "human")
    record.decide("same", "Sudmark", "Norland")
    [row] = [r for r in record.positions() if r.id == target]
    assert (row.party, row.label) == ("Sudmark", "human")
    assert {d.why for d in record.decisions()} == {""}
    assert len(record.verify().faults) == 0
