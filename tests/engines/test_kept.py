"""What need not be done again is not, and everything else is."""

from pathlib import Path

import pytest

from onrecord.engines import articles, kept, local
from onrecord.engines.options import ReadOptions
from onrecord.presentation.record import open_record
from onrecord.records import Attribution
from onrecord.store import View, Writer
from tests.engines.test_local import exported

LIGHT = ReadOptions(light=True, workers=1)
NORTH = (
    "Norland rejects the truce\n\nNorland's foreign minister, Ilsa Brandt, rejected the truce on"
    " Monday. “We will not sign it,” Brandt said after the talks in the harbour town."
)
SOUTH = (
    "Sudmark ready to talk\n\nSudmark said that it was ready to hold talks. Its envoy, Pavo Lindh,"
    " told reporters that the offer stood."
)
AGAIN = "Brandt speaks again\n\nIlsa Brandt told reporters that Norland would sign nothing."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "coverage"
    place.mkdir()
    (place / "a.txt").write_text(NORTH, encoding="utf-8")
    (place / "b.txt").write_text(SOUTH, encoding="utf-8")
    return place


@pytest.fixture
def record(folder, tmp_path) -> Path:
    local.read(folder, tmp_path / "r.onrecord", LIGHT)
    return tmp_path / "r.onrecord"


@pytest.fixture
def concluded(monkeypatch) -> list[str]:
    """The ids of the articles that are concluded from here on."""
    done: list[str] = []
    work = articles.conclude_article

    def noted(item):
        done.append(item[0])
        return work(item)

    monkeypatch.setattr(articles, "conclude_article", noted)
    return done


def path_of(record: Path, article: str) -> str:
    with View(record) as view:
        return view.articles[article].path


def test_only_the_new_article_is_concluded(folder, record, concluded):
    (folder / "c.txt").write_text(AGAIN, encoding="utf-8")
    summary = local.read(folder, record, LIGHT)
    assert [path_of(record, article) for article in concluded] == ["c.txt"]
    assert (summary.read, summary.on_record) == (1, 3)
    assert set(summary.redone.values()) == {1}


def test_an_article_whose_actor_others_name_otherwise_is_concluded_again(folder, record, concluded):
    """What an article is told of the corpus counts, though not a letter of it has changed."""
    name = "Ilsa Marie Brandt"
    more = f"{name} to go\n\n{name} told reporters that the port was shut. Later {name} left."
    (folder / "c.txt").write_text(more, encoding="utf-8")
    local.read(folder, record, LIGHT)
    assert sorted(path_of(record, article) for article in concluded) == ["a.txt", "c.txt"]


def test_a_renamed_actor_reaches_its_articles_alone(record, concluded):
    open_record(record).decide("name", "Ilsa Brandt", "I. Brandt")
    assert [path_of(record, article) for article in concluded] == ["a.txt"]


def test_other_code_concludes_everything_again(folder, record, concluded, monkeypatch):
    (folder / "c.txt").write_text(AGAIN, encoding="utf-8")
    monkeypatch.setattr(kept, "_code", lambda: "another")
    local.read(folder, record, LIGHT)
    assert len(concluded) == 3


def test_an_article_that_left_and_came_back_in_a_killed_run_is_concluded(folder, record):
    """Its rows went with it; what was kept of it has to go, too."""
    before = exported(record)
    with View(record) as view:
        [gone] = [a.id for a in view.articles.values() if a.path == "a.txt"]
    with Writer(record) as writer:
        writer.remove_article(gone)
    local.read(folder, record, LIGHT)
    with View(record) as view:
        assert any(a.article == gone for a in view.all(Attribution))
    assert exported(record) == before


def test_a_record_without_what_is_kept_is_whole(folder, record, concluded):
    before = exported(record)
    with Writer(record) as writer:
        writer.forget_conclusions()
    local.read(folder, record, LIGHT)
    assert len(concluded) == 2
    assert exported(record) == before


def test_what_is_kept_and_damaged_is_made_again(folder, record, concluded):
    with Writer(record) as writer, writer.transaction() as db:
        db.exec_driver_sql("UPDATE kept SET made = x'00ff'")
    (folder / "c.txt").write_text(AGAIN, encoding="utf-8")
    local.read(folder, record, LIGHT)
    assert len(concluded) == 3
    found = exported(record)
    record.unlink()
    local.read(folder, record, LIGHT)
    assert exported(record) == found
