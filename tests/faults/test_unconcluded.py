"""A run that was stopped between an article or a decision and the conclusions drawn of it."""

import datetime as dt
import shutil
from dataclasses import replace

import pytest
from benchmarks.faults import work

from onrecord.engines import local
from onrecord.engines.options import ReadOptions
from onrecord.errors import NotOnRecord, SourceUnreadable
from onrecord.presentation.checking import repair, verify
from onrecord.presentation.cli.main import main
from onrecord.presentation.record import Record
from onrecord.records import Article, Decision
from onrecord.store import View, Writer
from tests.presentation.cli.test_commands import run

ASKED = ("info", "articles", "statements", "positions", "actors", "matrix", "timeline", "gaps")


@pytest.fixture
def path(sound, tmp_path):
    return shutil.copy(sound[0], tmp_path / "talks.onrecord")


def remove_only(path):
    with Writer(path) as writer, View(path) as view:
        writer.remove_article(next(a.id for a in view.all(Article) if a.path == "01.txt"))


def take_back_only(path):
    with Writer(path) as writer, View(path) as view:
        writer.withdraw(next(d for d in view.all(Decision) if d.field == "name"))


def remove(path):
    local.remove(path, "01.txt")


def take_back(path):
    record = Record(path)
    record.undo(next(d.id for d in record.decisions() if "Republic" in d.says))


STOPPED = {"an article removed": (remove_only, remove), "a decision": (take_back_only, take_back)}


@pytest.mark.parametrize(("stopped", "whole"), STOPPED.values(), ids=STOPPED)
def test_a_stopped_run_leaves_a_record_that_says_so(path, tmp_path, capsys, stopped, whole):
    undisturbed = shutil.copy(path, tmp_path / "undisturbed.onrecord")
    whole(undisturbed)
    stopped(path)
    with View(path) as view:
        found = verify(view)
    assert not found.concluded
    assert not found.faults
    assert not Record(path).info().concluded
    with pytest.raises(SystemExit):
        main(["verify", str(path)])
    assert "were not drawn to the end" in capsys.readouterr().err
    for command in ASKED:
        assert run(command, str(path), capsys=capsys)[0] in {0, 1}
    assert repair(path).mended == ["brought up to date, the conclusions drawn"]
    with View(path) as view:
        assert verify(view).concluded
        assert not verify(view).faults
    assert work.print_of(path) == work.print_of(undisturbed)


TODAY = dt.date(2026, 5, 1)
SETTINGS = {
    "another horizon": (ReadOptions(light=True, workers=1, as_of=TODAY), False),
    "those of the record": (ReadOptions(light=True, workers=1), True),
}


@pytest.mark.parametrize(("options", "stand"), SETTINGS.values(), ids=SETTINGS)
def test_conclusions_drawn_with_other_settings_do_not_pass_for_those_of_today(
    path, sound, options, stand
):
    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        local.read(sound[0].parent / "articles", path, options, stop)
    assert Record(path).info().concluded is stand


def test_a_date_taken_back_after_a_stop_leaves_no_trace(path, sound, monkeypatch):
    with View(path) as view:
        [made] = [d for d in view.all(Decision) if "2026-03-05" in str(d.new)]
    local.decide(path, withdrawn=[made])
    undated = work.print_of(path)

    def stop(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(local, "conclude", stop)
        with pytest.raises(KeyboardInterrupt):
            local.decide(path, made=[made])
    local.decide(path, withdrawn=[made])
    assert work.print_of(path) == undated


def test_what_is_decided_and_taken_back_at_once_happens_whole_or_not_at_all(path):
    with View(path) as view:
        known, other, *_ = view.all(Decision)
    missing = replace(other, at="2026-04-02T10:00:00+00:00")
    with pytest.raises(NotOnRecord):
        local.decide(path, made=[missing], withdrawn=[known, missing])
    with View(path) as view:
        stand = set(view.all(Decision))
    assert known in stand
    assert missing not in stand
    local.decide(path, made=[missing], withdrawn=[known])
    with View(path) as view:
        stand = set(view.all(Decision))
    assert known not in stand
    assert missing in stand


def test_a_source_that_goes_away_takes_no_article_with_it(tmp_path, monkeypatch):
    work.write_folder(tmp_path / "articles", 4)
    monkeypatch.setattr(local, "BATCH", 2)
    keep = local._keep

    def gone(result, writer, run_so_far, place):
        if run_so_far.read == 2:
            raise SourceUnreadable("articles: the disk was taken out")
        keep(result, writer, run_so_far, place)

    monkeypatch.setattr(local, "_keep", gone)
    record = tmp_path / "talks.onrecord"
    with pytest.raises(SourceUnreadable):
        local.read(tmp_path / "articles", record, local.ReadOptions(light=True, workers=1))
    with View(record) as view:
        assert view.count(Article) == 2
    empty = tmp_path / "none.onrecord"
    monkeypatch.setattr(local, "BATCH", 16)
    with pytest.raises(SourceUnreadable):
        local.read(tmp_path / "articles", empty, local.ReadOptions(light=True, workers=1))
    assert not empty.exists()


def warnings(*args, capsys):
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main([str(arg) for arg in args])
    return capsys.readouterr().err.count("not drawn yet")


def test_who_asks_before_the_conclusions_are_drawn_is_told(path, tmp_path, capsys):
    commands = [
        ("matrix", path),
        ("gaps", path),
        ("contradictions", path),
        ("dossier", path, "-o", tmp_path / "dossier.html"),
        ("export", "csv", path, "-o", tmp_path / "out"),
        ("search", path, "river"),
    ]
    assert [warnings(*command, capsys=capsys) for command in commands] == [0] * 6
    with Writer(path) as writer:
        writer.forget_conclusions()
    assert [warnings(*command, capsys=capsys) for command in commands] == [1] * 6
    assert "--light hardly" not in run("matrix", str(path), capsys=capsys)[1]


def test_a_record_without_articles_has_no_conclusions_to_miss(tmp_path, capsys):
    with Writer(tmp_path / "empty.onrecord"):
        pass
    assert warnings("matrix", tmp_path / "empty.onrecord", capsys=capsys) == 0
