"""What need not be done again is not, and everything else is."""

import json
import zipfile
import zlib
from pathlib import Path

import pytest

from onrecord.engines import articles, kept, local
from onrecord.engines.options import ReadOptions
from onrecord.presentation.record import open_record
from onrecord.records import Attribution
from onrecord.store import View, Writer
from onrecord.store.writer import CONCLUDED, DRAWN_FROM
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
NOBODY = ["plan", "Plan", None, None, ["nowhere"]]
NOWHERE = [None, None, None, "nowhere", [[0, 4, "none", None, None]]]
PLAN_OF_NOBODY = json.dumps({"Plan": [[*NOBODY, [NOWHERE]]], "Sighting": []})
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
    monkeypatch.setattr(kept, "code", lambda: "another")
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


def packed(value: str) -> bytes:
    return zlib.compress(value.encode("utf-8", "surrogatepass"))


# What may stand in `made` of a file that comes from anybody, for every stage alike.
HOSTILE = [
    pytest.param(b"\x00\xff", id="not compressed"),
    pytest.param(b"", id="nothing"),
    pytest.param(packed("[")[:-2], id="cut short"),
    pytest.param(packed("{"), id="no JSON"),
    pytest.param(packed("[" * 100_000 + "]" * 100_000), id="nested without end"),
    pytest.param(packed("\ud800"), id="half a character"),
    pytest.param(packed("7"), id="a number"),
    pytest.param(packed("[7, [8]]"), id="numbers for texts"),
    pytest.param(packed('["Zm9v", "Zm9"]'), id="texts for numbers"),
    pytest.param(packed('["AAAAAA==", ""]'), id="words without a paragraph"),
    pytest.param(packed('[["nobody", "none"]]'), id="statements that are none"),
    pytest.param(packed('[[[]], [], ["a", null, null, [], [], [], [], []]]'), id="no question"),
    pytest.param(packed('{"Plan": 7, "Sighting": [[1, 2]]}'), id="no records"),
    pytest.param(packed(PLAN_OF_NOBODY), id="words that stand nowhere"),
]


@pytest.mark.parametrize("made", HOSTILE)
def test_what_is_kept_and_damaged_is_made_again(folder, record, made):
    with Writer(record) as writer, writer.transaction() as db:
        db.exec_driver_sql("UPDATE kept SET made = ?", (made,))
    (folder / "c.txt").write_text(AGAIN, encoding="utf-8")
    local.read(folder, record, LIGHT)
    found = exported(record)
    record.unlink()
    local.read(folder, record, LIGHT)
    assert exported(record) == found


OTHER_TABLES = [
    pytest.param("CREATE TABLE kept (stage, part, given)", id="a column less"),
    pytest.param("CREATE TABLE kept (stage, part, article, given, made)", id="any types"),
]


@pytest.mark.parametrize("table", OTHER_TABLES)
def test_a_table_that_we_did_not_make_is_no_memory(folder, record, concluded, table):
    before = exported(record)
    with Writer(record) as writer, writer.transaction() as db:
        db.exec_driver_sql("DROP TABLE kept")
        db.exec_driver_sql(table)
        db.exec_driver_sql("INSERT INTO kept (stage, part) VALUES ('attribution', 7), (8, x'ff')")
        writer.keep_setting(CONCLUDED, None)
        writer.keep_setting(DRAWN_FROM, None)
    local.read(folder, record, LIGHT)
    assert len(concluded) == 2
    assert exported(record) == before
    (folder / "c.txt").write_text(AGAIN, encoding="utf-8")
    local.read(folder, record, LIGHT)
    assert len(concluded) == 3


def test_what_an_earlier_onrecord_left_is_not_believed(folder, record, concluded):
    """It knew nothing of what is kept: it drew its conclusions and left that as it was."""
    before = exported(record)
    with Writer(record) as writer, writer.transaction() as db:
        db.exec_driver_sql("UPDATE attributions SET method = 'as another drew it'")
        db.exec_driver_sql("PRAGMA user_version = 6")
        writer.keep_setting(CONCLUDED, None)
        writer.keep_setting(DRAWN_FROM, None)
    local.read(folder, record, LIGHT)
    assert len(concluded) == 2
    assert exported(record) == before


def test_code_in_an_archive_has_a_hash_of_its_own(tmp_path, monkeypatch):
    """A memory that takes all codes for one would believe what another made."""
    found = {kept.code()}
    for number, text in enumerate(("X = 1", "X = 2")):
        path = tmp_path / f"{number}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("onrecord/actors/linking.py", text)
        monkeypatch.setattr(kept, "files", lambda _, path=path: zipfile.Path(path, "onrecord/"))
        found.add(kept.code.__wrapped__())
    assert len(found) == 3


def test_the_version_stands_for_code_that_cannot_be_read(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "files", lambda _: tmp_path)
    found = set()
    for number in ("1", "2"):
        monkeypatch.setattr(kept, "version", lambda _, number=number: number)
        found.add(kept.code.__wrapped__())
    assert len(found) == 2
