"""Who is who, as a user asks, settles, undoes and hands it on."""

import json
from pathlib import Path

import pytest

from onrecord.presentation.record import open_record
from tests.engines.test_local import TALKS
from tests.presentation.cli.test_commands import run


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("casting")
    (place / "coverage").mkdir()
    for name, text in TALKS.items():
        (place / "coverage" / name).write_text(text, encoding="utf-8")
    assert run("read", str(place / "coverage"), "-o", str(place / "talks.onrecord"))[0] == 0
    return place


@pytest.fixture
def record(made, tmp_path) -> Path:
    path = tmp_path / "talks.onrecord"
    path.write_bytes((made / "talks.onrecord").read_bytes())
    return path


def rows(capsys, *args: str | Path) -> list[dict[str, object]]:
    capsys.readouterr()  # what earlier commands said
    code, out = run(*map(str, args), "--json", capsys=capsys)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def names(capsys, record: Path) -> set[object]:
    return {row["name"] for row in rows(capsys, "actors", record)}


def test_actors_have_their_party_and_how_often_they_are_named(record, capsys):
    by_name = {row["name"]: row for row in rows(capsys, "actors", record)}
    assert by_name["Ilsa Brandt"]["parties"] == ["Norland"]
    assert by_name["Ilsa Brandt"]["mentions"] == 3
    assert by_name["Ilsa Brandt"]["articles"] == 1
    asked = rows(capsys, "actors", record, "--party", "norland", "--kind", "person")
    assert [row["name"] for row in asked] == ["Ilsa Brandt"]
    code, out = run("actors", str(record), "--name", "brandt", capsys=capsys)
    assert code == 0
    assert "Ilsa Brandt" in out
    assert "Pavo" not in out


def test_a_join_is_kept_shown_survives_a_read_and_is_undone(made, record, capsys):
    before = names(capsys, record)
    gone = next(r["id"] for r in rows(capsys, "actors", record) if r["name"] == "Pavo Lindh")
    [row] = rows(capsys, "decide", record, "same", "Ilsa Brandt", "Pavo Lindh", "--by", "ann")
    assert row["says"] == "Pavo Lindh is Ilsa Brandt"
    assert names(capsys, record) == before - {"Pavo Lindh"}
    assert [r["id"] for r in rows(capsys, "decisions", record)] == [row["id"]]
    [shown] = rows(capsys, "show", record, str(gone)[:10])  # the old id leads to the one actor
    assert shown["fields"]["name"] == "Ilsa Brandt"
    assert {p["quote"] for p in shown["passages"]} >= {"Ilsa Brandt", "Pavo Lindh"}
    assert run("read", str(made / "coverage"), "-o", str(record))[0] == 0
    assert "Pavo Lindh" not in names(capsys, record)
    assert run("verify", str(record))[0] == 0
    assert rows(capsys, "decisions", record, "--undo", str(row["id"])[:8])
    assert names(capsys, record) == before
    assert rows(capsys, "decisions", record) == []


def test_a_mention_is_given_to_another_and_to_nobody(record, capsys):
    [brandt] = rows(capsys, "actors", record, "--name", "Brandt")
    [shown] = rows(capsys, "show", record, str(brandt["id"]))
    mention = shown["passages"][0]
    assert mention["reason"]
    rows(capsys, "decide", record, "means", mention["mention"], "nobody")
    [after] = rows(capsys, "actors", record, "--name", "Brandt")
    assert after["mentions"] == brandt["mentions"] - 1
    rows(capsys, "decide", record, "means", mention["mention"], "Pavo Lindh")
    [after] = rows(capsys, "actors", record, "--name", "Pavo")
    assert "set by a person" in {
        p["reason"].split("; ")[-1]
        for p in rows(capsys, "show", record, str(after["id"]))[0]["passages"]
    }


def test_a_new_name_is_shown_everywhere_and_moves_no_issue(record, capsys):
    issues = {row["issue"] for row in rows(capsys, "positions", record)}
    rows(capsys, "decide", record, "name", "Norland", "Kingdom of Norland")
    assert "Kingdom of Norland" in names(capsys, record)
    assert {row["party"] for row in rows(capsys, "matrix", record)} >= {"Kingdom of Norland"}
    assert {row["issue"] for row in rows(capsys, "positions", record)} == issues


def test_decisions_are_handed_on(made, record, tmp_path, capsys):
    run("decide", str(record), "same", "Ilsa Brandt", "Pavo Lindh", "--note", "a test")
    run("decide", str(record), "name", "Sudmark", "Southmark")
    shared = tmp_path / "decisions.jsonl"
    capsys.readouterr()
    assert rows(capsys, "decisions", record, "-o", shared)[0]["decisions"] == 2
    other = tmp_path / "other.onrecord"
    other.write_bytes((made / "talks.onrecord").read_bytes())
    assert rows(capsys, "decisions", other, "--apply", shared) == [{"new": 2}]
    assert names(capsys, other) == names(capsys, record)
    assert rows(capsys, "decisions", other, "--apply", shared) == [{"new": 0}]
    assert open_record(other).decisions() == open_record(record).decisions()


def test_what_is_doubtful_comes_with_the_words_that_settle_it(tmp_path, capsys):
    folder = tmp_path / "c"
    folder.mkdir()
    for n, name in enumerate(("Abdelaziz Marenko", "Abdulaziz Marenko")):
        (folder / f"{n}.txt").write_text(
            f"Talks go on\n\nThe envoy of Norland, {name}, said on Monday that the talks would go"
            f" on. “We are ready,” {name} told reporters in the harbour town.",
            encoding="utf-8",
        )
    record = tmp_path / "c.onrecord"
    assert run("read", str(folder), "-o", str(record), "--light")[0] == 0
    [doubt] = rows(capsys, "actors", record, "--review")
    assert doubt["question"] == "one actor?"
    assert "Marenko" in run("actors", str(record), "--review", capsys=capsys)[1]
    rows(capsys, "decide", record, "same", "Abdelaziz Marenko", "Abdulaziz Marenko")
    assert rows(capsys, "actors", record, "--review") == []


def test_a_suggested_file_serves_the_next_reading(made, record, tmp_path, capsys):
    parties = tmp_path / "parties.yaml"
    assert run("actors", str(record), "--suggest", "-o", str(parties))[0] == 0
    assert "Ilsa Brandt" in parties.read_text("utf-8")
    again = tmp_path / "again.onrecord"
    read = ("read", str(made / "coverage"), "-o", str(again), "--parties", str(parties))
    assert run(*read)[0] == 0
    [brandt] = rows(capsys, "actors", again, "--name", "Brandt")
    assert "parties file" in str(brandt["roles"])
    assert run("actors", str(record), "--suggest", "-o", str(parties))[0] == 2  # never over a file


MISTAKES = {
    "no such actor": (("decide", "same", "Ilsa Brandt", "Nobody"), 1, "onrecord actors"),
    "one actor already": (("decide", "same", "Norland", "Norland"), 1, "one actor already"),
    "a name from itself": (("decide", "apart", "Norland", "norland"), 1, "the same words"),
    "no other name": (("decide", "apart", "Ilsa Brandt", "Norland X"), 1, "no actor has"),
    "a person and a state": (("decide", "same", "Norland", "Ilsa Brandt"), 1, "cannot be one"),
    "another's name": (("decide", "name", "Ilsa Brandt", "Pavo Lindh"), 1, "use same"),
    "its own name": (("decide", "name", "Norland", "Norland"), 1, "shown so already"),
    "nobody's name": (("decide", "name", "Norland", "nobody"), 1, "cannot be a name"),
    "no text": (("decide", "name", "Norland", "\udcff"), 1, "UTF-8"),
    "too long": (("decide", "name", "Norland", "x" * 300), 1, "longer than"),
    "a slip of the finger": (("decisions", "--undo", "4"), 1, "6 letters"),
    "a folder": (("decisions", "-o", "."), 2, "directory"),
    "no such mention": (("decide", "means", "ffffffff", "Norland"), 1, "onrecord show"),
    "no such answer": (("decide", "merge", "Norland", "Sudmark"), 2, "say same"),
    "a name too few": (("decide", "same", "Norland"), 2, "two names"),
    "an empty name": (("decide", "name", "Norland", " "), 2, "empty"),
    "no such article": (("decide", "dated", "nowhere.txt", "2031-07-23"), 1, "onrecord articles"),
    "no such day": (("decide", "dated", "a.txt", "2031-02-30"), 1, "calendar"),
    "no date": (("decide", "dated", "a.txt", "soon"), 1, "2031-07-23"),
    "undo of what": (("decisions", "--undo"), 2, "--undo needs the id of a decision"),
    "no such decision": (("decisions", "--undo", "ffffffff"), 1, "onrecord decisions"),
    "two wishes": (("actors", "--review", "--suggest"), 2, "stand alone"),
    "a place for nothing": (("actors", "-o", "x.yaml"), 2, "--suggest"),
}


@pytest.mark.parametrize(("args", "code", "words"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_told(record, capsys, args, code, words):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(record.parent)
        assert run(*args)[0] == code
    assert words in " ".join(capsys.readouterr().err.split())


def test_parting_keeps_the_name_that_is_shown_whichever_way_it_is_said(record, capsys):
    rows(capsys, "decide", record, "same", "Ilsa Brandt", "Pavo Lindh")
    [row] = rows(capsys, "decide", record, "apart", "Pavo Lindh", "Ilsa Brandt")
    assert row["says"] == "Pavo Lindh is not Ilsa Brandt"
    by_name = {r["name"]: r["aliases"] for r in rows(capsys, "actors", record)}
    assert "Pavo Lindh" not in by_name["Ilsa Brandt"]
    assert "Ilsa Brandt" not in by_name["Pavo Lindh"]


def test_a_statement_without_a_speaker_is_listed_and_settled(tmp_path, capsys):
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Talks go on\n\nMinister Ilsa Brandt met Minister Vera Dorn in the harbour town on Monday."
        " They said that the road to the harbour would stay open for another week.",
        encoding="utf-8",
    )
    record = tmp_path / "c.onrecord"
    assert run("read", str(folder), "-o", str(record))[0] == 0
    [open_] = rows(capsys, "statements", record, "--open")
    assert open_["speaker_text"] == "They"
    [row] = rows(capsys, "decide", record, "means", str(open_["id"]), "Vera Dorn")
    assert str(row["says"]).startswith("“They” (a.txt at ")
    assert str(row["says"]).endswith(") means Vera Dorn, not nobody")
    assert rows(capsys, "statements", record, "--open") == []
    assert [s["speaker"] for s in rows(capsys, "statements", record)] == ["Vera Dorn"]
    assert run("decide", str(record), "means", str(open_["id"]), "Vera Dorn")[0] == 1


def test_a_decision_that_was_not_concluded_leaves_a_trace(record, capsys, monkeypatch):
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.engines.local.conclude", killed)
        assert run("decide", str(record), "same", "Ilsa Brandt", "Pavo Lindh")[0] == 130
    assert rows(capsys, "info", record)[0]["concluded"] is False
    rows(capsys, "decide", record, "name", "Sudmark", "Southmark")
    assert "Pavo Lindh" not in names(capsys, record)
    assert rows(capsys, "info", record)[0]["concluded"] is True


def test_an_actor_is_shown_by_its_name(record, capsys):
    [shown] = rows(capsys, "show", record, "Ilsa Brandt")
    assert [p["start"] for p in shown["passages"]] == sorted(p["start"] for p in shown["passages"])
    assert "[Ilsa Brandt]" in run("show", str(record), "Ilsa Brandt", capsys=capsys)[1]


def test_an_article_is_dated_and_undone(made, record, capsys):
    path = rows(capsys, "articles", record)[0]["path"]
    [row] = rows(capsys, "decide", record, "dated", path, "2031-07-23", "--by", "ann")
    assert row["says"] == f"{path} was published 2031-07-23"
    [dated] = [r for r in rows(capsys, "articles", record) if r["path"] == path]
    assert (dated["published"], dated["basis"]) == ("2031-07-23", "set by a person")
    assert path not in {r["path"] for r in rows(capsys, "articles", record, "--undated")}
    assert run("read", str(made / "coverage"), "-o", str(record))[0] == 0
    [kept] = [r for r in rows(capsys, "articles", record) if r["path"] == path]
    assert kept["basis"] == "set by a person"
    assert run("verify", str(record))[0] == 0
    capsys.readouterr()
    assert run("decide", str(record), "dated", path, "2031-07-23")[0] == 1
    assert "already" in capsys.readouterr().err
    rows(capsys, "decisions", record, "--undo", str(row["id"])[:8])
    [after] = [r for r in rows(capsys, "articles", record) if r["path"] == path]
    assert after["basis"] != "set by a person"


def test_a_reading_tells_of_decisions_that_lost_their_article(made, record, capsys):
    path = str(rows(capsys, "articles", record)[0]["path"])
    rows(capsys, "decide", record, "dated", path, "2031-07-23")
    edited = made / "coverage" / path
    edited.write_text(edited.read_text("utf-8") + " They left.", encoding="utf-8")
    capsys.readouterr()
    assert run("read", str(made / "coverage"), "-o", str(record))[0] == 0
    assert "1 decision of people found nothing to hang on" in capsys.readouterr().err
    [row] = rows(capsys, "decisions", record)
    assert row["placed"] is False
