"""On whose word an event stands, and who gives another account of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord

NEWS = """\
Delegations from Norland and Sudmark met in Lena on Tuesday.

Norland said that Sudmark's forces had attacked the port of Varna on Monday.

Sudmark denied on Wednesday that its forces had attacked the port of Varna.
"""
PARTIES = "parties:\n  Norland: {kind: government}\n  Sudmark: {kind: government}\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> onrecord.Record:
    folder = tmp_path_factory.mktemp("news")
    (folder / "a.txt").write_text(NEWS, encoding="utf-8")
    (folder / "articles.csv").write_text("file,outlet,date\na.txt,Courier,2031-05-08\n", "utf-8")
    (folder / "parties.yaml").write_text(PARTIES, encoding="utf-8")
    return onrecord.read(folder, folder / "r.onrecord")


def test_what_one_party_alone_tells_stands_on_its_word(record: onrecord.Record) -> None:
    attack = next(e for e in record.events() if e.kind == "attack")
    assert attack.said_by == ("Norland",)
    assert attack.disputed_by == ("Sudmark",)
    (clash,) = (c for c in record.contradictions() if {c.id, *c.also} & set(attack.clashes))
    assert clash.left_who != clash.right_who


def test_what_the_article_tells_itself_stands_on_its_own(record: onrecord.Record) -> None:
    meeting = next(e for e in record.events() if e.kind == "meeting")
    assert (meeting.said_by, meeting.disputed_by, meeting.clashes) == ((), (), ())


def test_a_calendar_says_on_whose_word(record: onrecord.Record, tmp_path: Path) -> None:
    record.calendar(tmp_path / "c.ics")
    text = (tmp_path / "c.ics").read_text("utf-8").replace("\n ", "")
    assert "On the word of Norland" in text
    assert text.count("Another account by Sudmark") == 1


def test_a_clash_in_copies_is_told_once(tmp_path: Path) -> None:
    for name, more in (("a", ""), ("b", "\nThe harbour was closed.\n")):
        (tmp_path / f"{name}.txt").write_text(NEWS + more, encoding="utf-8")
    (tmp_path / "articles.csv").write_text(
        "file,outlet,date\na.txt,Courier,2031-05-08\nb.txt,Ledger,2031-05-08\n", "utf-8"
    )
    (tmp_path / "parties.yaml").write_text(PARTIES, encoding="utf-8")
    (row,) = onrecord.read(tmp_path, tmp_path / "r.onrecord").contradictions()
    assert set(row.left_outlets) == set(row.right_outlets) == {"Courier", "Ledger"}
