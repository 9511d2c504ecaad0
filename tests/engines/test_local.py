"""Reading a folder into a record: nothing is lost or added twice, and order changes nothing."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from onrecord.engines import local
from onrecord.engines.options import ReadOptions
from onrecord.errors import (
    CodebookError,
    ModelUnreadable,
    NotOnRecord,
    RecordMissing,
    SourceUnreadable,
)
from onrecord.presentation.exports import export_jsonl
from onrecord.records import Article, ArticleDate, Attribution, TimeMention
from onrecord.sources import SourceOptions
from onrecord.store import View
from onrecord.times import dated, read_day

LIGHT = ReadOptions(light=True, workers=1)
TALKS = {
    "a.txt": "Norland rejects the truce\n\nNorland's foreign minister, Ilsa Brandt, rejected the"
    " truce on Monday. “We will not sign it,” Brandt said after the talks in the harbour town.",
    "b.txt": "Sudmark ready to talk\n\nSudmark said that it was ready to hold talks if Norland"
    " opened the northern road. Its envoy, Pavo Lindh, told reporters that the offer stood.",
    "c.txt": "Mediator presents a paper\n\nThe mediator presented a paper of three points to both"
    " delegations on Friday. It calls for a halt to all fighting and an exchange of prisoners.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "coverage"
    place.mkdir()
    for name, text in TALKS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def exported(record: Path) -> dict[str, str]:
    """Every exported file of a record."""
    out = record.with_suffix(".out")
    with View(record) as view:
        return {path.name: path.read_text("utf-8") for path in export_jsonl(view, out)}


def test_a_model_that_cannot_be_loaded_leaves_no_record(folder, tmp_path, monkeypatch):
    def broken() -> None:
        raise ModelUnreadable(tmp_path / "roles.onnx", "is damaged", "read with --light")

    monkeypatch.setattr("onrecord.engines.reading.load_model", broken)
    record = tmp_path / "r.onrecord"
    with pytest.raises(ModelUnreadable, match=r"roles\.onnx.*--light"):
        local.read(folder, record, ReadOptions(workers=1))
    assert not record.exists()
    assert local.read(folder, record, LIGHT).read == len(TALKS)


@pytest.mark.parametrize("prefer", ["precision", "recall"])
def test_a_preference_stays_with_the_record(folder, tmp_path, prefer):
    record = tmp_path / "r.onrecord"
    local.read(folder, record, ReadOptions(light=True, workers=1, prefer=prefer))
    with View(record) as view:
        assert view.setting("prefer") == prefer
    again = local.read(folder, record, LIGHT)
    assert (again.read, again.unchanged) == (0, len(TALKS))
    changed = local.read(folder, record, ReadOptions(light=True, workers=1, prefer="balance"))
    assert changed.read == len(TALKS)


def test_every_file_is_read_or_named(folder, tmp_path):
    (folder / "empty.txt").write_text("")
    (folder / "song.mp3").write_bytes(b"\xff\xfb\x90\x00" * 50)
    (folder / "copy of a.txt").write_text(TALKS["a.txt"], encoding="utf-8")
    (folder / "deutsch.txt").write_text(
        "Die Gespräche wurden am Montag ohne Ergebnis beendet, sagte der Sprecher der Regierung."
        " Beide Seiten wollen in der nächsten Woche weiter verhandeln, hieß es am Abend.",
        encoding="utf-8",
    )
    summary = local.read(folder, tmp_path / "r.onrecord", LIGHT)
    assert summary.read == len(TALKS)
    assert {s.where: s.reason for s in summary.skipped}.keys() == {
        "empty.txt",
        "song.mp3",
        "copy of a.txt",
        "deutsch.txt",
    } or {s.where for s in summary.skipped} == {"empty.txt", "song.mp3", "a.txt", "deutsch.txt"}
    assert summary.reasons["duplicate file"] == 1
    assert "German" in next(s.detail for s in summary.skipped if s.where == "deutsch.txt")
    assert all(s.remedy for s in summary.skipped)
    with View(summary.record) as view:
        assert len(view.skipped()) == len(summary.skipped)


@pytest.mark.parametrize("count", [1, 11, 12, 13, 14, 40])
def test_no_article_is_lost_between_the_workers(tmp_path, count):
    lines = (json.dumps({"id": n, "text": f"{TALKS['a.txt']} Copy {n}."}) for n in range(count))
    (tmp_path / "all.jsonl").write_text("\n".join(lines))
    summary = local.read(tmp_path / "all.jsonl", tmp_path / "r.onrecord", LIGHT)
    assert (summary.read, len(summary.skipped)) == (count, 0)


def test_a_second_run_adds_nothing(folder, tmp_path):
    record = tmp_path / "r.onrecord"
    local.read(folder, record, LIGHT)
    before = exported(record)
    again = local.read(folder, record, LIGHT)
    assert (again.read, again.unchanged) == (0, len(TALKS))
    assert exported(record) == before


def test_order_and_workers_change_nothing(folder, tmp_path):
    for n in range(14):  # enough for the workers to start
        (folder / f"more-{n:02}.txt").write_text(f"{TALKS['b.txt']} Page {n}.", encoding="utf-8")
    one = local.read(folder, tmp_path / "one.onrecord", LIGHT).record
    two = local.read(folder, tmp_path / "two.onrecord", ReadOptions(light=True, workers=2)).record
    slow = tmp_path / "slow.onrecord"
    for name in sorted(folder.iterdir(), reverse=True):  # one by one, last first
        part = tmp_path / "part"
        part.mkdir(exist_ok=True)
        shutil.copy(name, part / name.name)
        local.read(part, slow, LIGHT)
    assert exported(one) == exported(two)
    assert exported(one) == exported(slow)


def test_a_changed_file_replaces_its_earlier_version(folder, tmp_path):
    record = tmp_path / "r.onrecord"
    local.read(folder, record, LIGHT)
    (folder / "a.txt").write_text(TALKS["a.txt"] + " Nobody answered.", encoding="utf-8")
    summary = local.read(folder, record, LIGHT)
    assert (summary.read, summary.replaced, summary.unchanged) == (1, 1, len(TALKS) - 1)
    fresh = local.read(folder, tmp_path / "fresh.onrecord", LIGHT).record
    assert exported(record) == exported(fresh)


def test_a_stopped_run_goes_on_where_it_was(folder, tmp_path):
    record = tmp_path / "r.onrecord"

    def stop(what: str, done: int, total: int | None) -> None:
        if what not in {"looking", "reading"}:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        local.read(folder, record, LIGHT, stop)
    with View(record) as view:
        assert view.count(Article) == len(TALKS)
        assert view.setting("concluded") is None
    summary = local.read(folder, record, LIGHT)
    assert (summary.read, summary.unchanged) == (0, len(TALKS))
    fresh = local.read(folder, tmp_path / "fresh.onrecord", LIGHT).record
    assert exported(record) == exported(fresh)


def test_the_same_text_under_two_outlets_is_two_articles_and_one_copy(tmp_path):
    rows = [
        {
            "id": "1",
            "text": TALKS["b.txt"] * 3,
            "outlet": "Harbour Post",
            "url": "https://a.example/1",
        },
        {
            "id": "2",
            "text": TALKS["b.txt"] * 3,
            "outlet": "Quay Times",
            "url": "https://b.example/1",
        },
        {
            "id": "3",
            "text": TALKS["b.txt"] * 3,
            "outlet": "Quay Times",
            "url": "https://b.example/1",
        },
    ]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, rows)))
    summary = local.read(tmp_path / "all.jsonl", tmp_path / "r.onrecord", LIGHT)
    assert (summary.read, summary.reasons) == (2, {"duplicate file": 1})
    files = exported(summary.record)
    articles = [json.loads(line) for line in files["articles.jsonl"].splitlines()]
    assert {a["outlet"] for a in articles} == {"Harbour Post", "Quay Times"}
    assert len({a["id"] for a in articles}) == 2
    assert len({a["sha256"] for a in articles}) == 1
    assert len(files["copies.jsonl"].splitlines()) == 1


def test_a_removed_article_leaves_the_record_of_the_others(folder, tmp_path):
    record = tmp_path / "r.onrecord"
    local.read(folder, record, LIGHT)
    local.remove(record, "a.txt")
    with pytest.raises(NotOnRecord, match=r"a\.txt"):
        local.remove(record, "a.txt")
    (folder / "a.txt").unlink()
    fresh = local.read(folder, tmp_path / "fresh.onrecord", LIGHT).record
    assert exported(record) == exported(fresh)


def test_a_path_that_does_not_exist_makes_no_record(tmp_path):
    with pytest.raises(SourceUnreadable, match="nowhere"):
        local.read(tmp_path / "nowhere", tmp_path / "r.onrecord", LIGHT)
    assert not (tmp_path / "r.onrecord").exists()


def test_a_limit_is_kept(folder, tmp_path):
    options = ReadOptions(light=True, workers=1, source=SourceOptions(limit=2))
    assert local.read(folder, tmp_path / "r.onrecord", options).read == 2


def test_a_record_keeps_the_codebook_and_parties_it_was_read_with(folder, tmp_path):
    parties = tmp_path / "mine.yaml"
    parties.write_text("parties:\n  Norland:\n    aliases: [the northern side]\n")
    codebook = tmp_path / "codebook.yaml"
    codebook.write_text(
        "name: one issue\nissues:\n  road:\n    name: The road\n    group: Roads\n"
        "    anchors: [northern road]\n    scale: {shut: {name: shut}, clear: {name: clear}}\n"
    )
    options = ReadOptions(light=True, workers=1, parties=parties, codebook=codebook)
    record = local.read(folder, tmp_path / "r.onrecord", options).record
    before = exported(record)
    parties.unlink()
    codebook.unlink()
    again = local.read(folder, record, LIGHT)  # names neither
    assert (again.read, again.unchanged) == (0, len(TALKS))
    assert exported(record) == before
    local.remove(record, "c.txt")
    with View(record) as view:
        assert view.setting("codebook").startswith("name: one issue")


def test_a_faulty_file_of_the_user_leaves_no_record_behind(folder, tmp_path):
    codebook = tmp_path / "codebook.yaml"
    codebook.write_text("name: nothing\n")
    options = ReadOptions(light=True, workers=1, codebook=codebook)
    with pytest.raises(CodebookError, match=r"codebook\.yaml"):
        local.read(folder, tmp_path / "r.onrecord", options)
    assert not (tmp_path / "r.onrecord").exists()


@pytest.mark.parametrize("seconds", [0.4, 0.8, 1.2, 1.6, 2.0])
def test_a_killed_run_loses_nothing_that_was_kept(folder, tmp_path, seconds):
    for n in range(30):
        (folder / f"more-{n:02}.txt").write_text(f"{TALKS['b.txt']} Page {n}.", encoding="utf-8")
    record = tmp_path / "r.onrecord"
    command = [sys.executable, "-m", "onrecord", "read", str(folder), "-o", str(record)]
    process = subprocess.Popen([*command, "--light", "--workers", "1"], start_new_session=True)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    with suppress(RecordMissing), View(record) as view:  # missing: killed before it began
        assert view.check_integrity() == ()
    local.read(folder, record, LIGHT)
    fresh = local.read(folder, tmp_path / "fresh.onrecord", LIGHT).record
    assert exported(record) == exported(fresh)


def test_a_worker_that_cannot_start_ends_the_run_with_an_error(tmp_path, monkeypatch):
    """It must not leave its parent waiting: much is sent by the queue, little at the start."""
    code = (
        "import os\n"
        "from onrecord.engines.processes import Crew\n"
        "if __name__ == '__main__':\n"
        "    with Crew(2) as crew:\n"
        "        list(crew.each(len, ['x' * 10**6] * 40, worth=2, prepare=os._exit, given=(3,)))\n"
    )
    (tmp_path / "run.py").write_text(code)
    done = subprocess.run(
        [sys.executable, str(tmp_path / "run.py")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "WorkerDied" in done.stderr


def test_files_of_one_name_in_two_folders_are_two_articles(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(TALKS["a.txt"] + " Nobody answered.", encoding="utf-8")
    record = tmp_path / "r.onrecord"
    local.read(folder, record, LIGHT)
    summary = local.read(other, record, LIGHT)
    assert (summary.read, summary.replaced) == (1, 0)
    with View(record) as view:
        assert view.count(Article) == len(TALKS) + 1


def test_the_same_bytes_from_another_folder_stay_one_article(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "renamed.txt").write_text(TALKS["a.txt"], encoding="utf-8")
    record = tmp_path / "r.onrecord"
    for place, expected in ((folder, 3), (other, 0), (folder, 0), (other, 0)):
        assert local.read(place, record, LIGHT).read == expected
    with View(record) as view:
        assert {a.path for a in view.all(Article)} == set(TALKS)


def test_the_order_of_reprints_changes_nothing(tmp_path):
    rows = [
        {"id": n, "text": TALKS["b.txt"] * 3, "outlet": outlet, "url": f"https://{n}.example/"}
        for n, outlet in (("1", "Quay Times"), ("2", "Harbour Post"), ("3", "Inland Echo"))
    ]
    records = []
    for name, ordered in (("there", rows), ("back", rows[::-1])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "all.jsonl").write_text("\n".join(map(json.dumps, ordered)))
        records.append(local.read(tmp_path / name, tmp_path / f"{name}.onrecord", LIGHT).record)
    assert exported(records[0]) == exported(records[1])


def test_the_parser_too_gives_the_same_record_whatever_the_workers(folder, tmp_path):
    for n in range(12):
        (folder / f"more-{n:02}.txt").write_text(f"{TALKS['b.txt']} Page {n}.", encoding="utf-8")
    one = local.read(folder, tmp_path / "one.onrecord", ReadOptions(workers=1)).record
    two = local.read(folder, tmp_path / "two.onrecord", ReadOptions(workers=2)).record
    before = exported(one)
    assert before == exported(two)
    again = local.read(folder, one, ReadOptions(workers=1))
    assert (again.read, again.unchanged) == (0, len(TALKS) + 12)
    assert exported(one) == before


SAME = "“We will not sign any text that leaves our harbours in foreign hands,” {} said{}."


def test_a_date_that_a_person_sets_moves_all_that_hangs_on_it(tmp_path):
    place = tmp_path / "coverage"
    place.mkdir()
    said = SAME.format("Norland's foreign minister, Ilsa Brandt,", " on Monday")
    (place / "a.txt").write_text(said, encoding="utf-8")
    told = SAME.format("Ilsa Brandt", " in the capital")
    (place / "b.txt").write_text(told, encoding="utf-8")
    lists = "path,outlet\na.txt,Orm Gaze\nb.txt,Tarrow Herald\n"
    (place / "articles.csv").write_text(lists, encoding="utf-8")
    record = tmp_path / "r.onrecord"
    local.read(place, record, LIGHT)
    undated = exported(record)
    with View(record) as view:
        ids = {a.path: a.id for a in view.all(Article)}
    made = dated(ids["a.txt"], None, "2031-07-24", "ann", "2031-08-01T10:00:00+00:00")

    local.decide(record, made=[made])
    with View(record) as view:
        dates = {d.article: d.published for d in view.all(ArticleDate)}
        [monday] = [t for t in view.all(TimeMention) if t.span.text == "Monday"]
        [told_on] = [a.said for a in view.all(Attribution) if a.article == ids["a.txt"]]
    assert dates[ids["a.txt"]] == read_day("2031-07-24")
    assert str(monday.start) == "2031-07-21"
    assert told_on is not None
    assert str(told_on.start) == "2031-07-21"
    near = dates[ids["b.txt"]]
    assert near is not None  # the other article reports the same statement
    assert (str(near.start), near.precision) == ("2031-07-10", "fuzzy")

    kept = exported(record)
    assert local.read(place, record, LIGHT).read == 0
    assert exported(record) == kept
    local.decide(record, withdrawn=[made])
    assert exported(record) == undated


def test_a_record_keeps_the_mode_it_was_read_in(folder, tmp_path):
    record = tmp_path / "talks.onrecord"
    local.read(folder, record, LIGHT)
    (folder / "d.txt").write_text(TALKS["b.txt"].replace("Sudmark", "Velundia"), encoding="utf-8")
    grown = local.read(folder, record, ReadOptions(workers=1))
    assert (grown.read, grown.replaced, grown.unchanged) == (1, 0, 3)
    with View(record) as view:
        assert view.setting("light") == "yes"
