"""Positions as a user reviews, corrects, adds and undoes them, and how coders agree."""

import io
import json
import shlex
import sys
from pathlib import Path

import pytest

from onrecord.presentation.record import open_record
from tests.engines.test_settled_positions import NOTE, OTHER, REFUSAL
from tests.presentation.cli.test_casting import rows
from tests.presentation.cli.test_commands import run


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("correcting")
    (place / "coverage").mkdir()
    (place / "coverage" / "a.txt").write_text(NOTE, encoding="utf-8")
    (place / "coverage" / "b.txt").write_text(OTHER, encoding="utf-8")
    read = ("read", str(place / "coverage"), "-o", str(place / "t.onrecord"), "--light")
    assert run(*read)[0] == 0
    return place


@pytest.fixture
def record(made, tmp_path) -> Path:
    path = tmp_path / "t.onrecord"
    path.write_bytes((made / "t.onrecord").read_bytes())
    return path


@pytest.fixture
def target(record) -> str:
    [row] = [r for r in open_record(record).positions() if REFUSAL in r.quote]
    return row.id


class Terminal(io.StringIO):
    """Somebody who types these lines, and no more."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def answering(monkeypatch):
    def answers(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))

    return answers


def test_the_queue_comes_with_sentences_and_commands_that_work(record, capsys):
    queue = rows(capsys, "positions", record, "--review")
    sure = [row["confidence"] for row in queue if row["why"].startswith("makes a cell")]
    assert sure == sorted(sure)
    assert len(sure) > 1
    kinds = [row["why"].split(";")[0] for row in queue]
    order = ["makes a cell", "makes no cell", "no issue of the codebook"]
    assert kinds == sorted(kinds, key=order.index)
    for row in queue:
        assert row["quote"].split(" … ")[0] in row["sentence"]
    accept, reject, change = queue[0]["decide"]
    capsys.readouterr()
    assert run("decide", str(record), *shlex.split(accept))[0] == 0
    assert run("decide", str(record), *shlex.split(reject))[0] == 0
    capsys.readouterr()
    assert run("decide", str(record), *shlex.split(change))[0] == 1  # it was rejected
    assert "--undo" in capsys.readouterr().err
    code, out = run("positions", str(record), "--review", "--limit", "1", capsys=capsys)
    assert code == 0
    assert "confidence" in out
    assert f"onrecord decide {record}" in out
    assert max(map(len, (w for w in out.splitlines() if "onrecord decide" not in w))) <= 80


def test_the_queue_is_of_a_party_and_an_issue(record, capsys):
    every = rows(capsys, "positions", record, "--review")
    of_one = rows(capsys, "positions", record, "--review", "--party", "Sudmark")
    assert {row["party"] for row in of_one} == {"Sudmark"}
    assert 0 < len(of_one) < len(every)
    talks = rows(capsys, "positions", record, "--review", "--issue", "talks.format")
    assert {row["issue"] for row in talks} == {"talks.format"}


def test_one_by_one_each_answer_is_kept_and_drawn_at_the_end(record, capsys, answering):
    queue = rows(capsys, "positions", record, "--review")
    assert len(queue) > 3
    answering("a", "c", "act=dance", "c", "act=offer", "s", "r", "q")
    code, out = run("positions", str(record), "--review", "--by", "ann", capsys=capsys)
    assert code == 0
    assert "is no act" in out
    assert "3 settled" in out
    done = rows(capsys, "decisions", record)
    assert [d["coder"] for d in done] == ["ann"] * 3
    labels = {r["id"]: (r["label"], r["act"]) for r in rows(capsys, "positions", record, "--all")}
    assert labels[queue[0]["id"]][0] == "human"
    assert labels[queue[1]["id"]] == ("human", "offer")
    assert labels[queue[2]["id"]][0] == "machine"
    assert labels[queue[3]["id"]][0] == "rejected"
    left = {row["id"] for row in rows(capsys, "positions", record, "--review", "--by", "ann")}
    assert left == {row["id"] for row in queue} - {queue[n]["id"] for n in (0, 1, 3)}
    assert rows(capsys, "info", record)[0]["concluded"] is True


def test_who_leaves_without_a_word_has_lost_nothing(record, capsys, answering):
    answering("r")  # and then the line is cut
    assert run("positions", str(record), "--review", capsys=capsys)[0] == 130
    assert len(rows(capsys, "decisions", record)) == 1
    assert rows(capsys, "info", record)[0]["concluded"] is False
    answering("q")
    assert run("positions", str(record), "--review", capsys=capsys)[0] == 0
    assert rows(capsys, "info", record)[0]["concluded"] is True


def test_a_change_is_shown_with_who_made_it_and_undone(record, target, capsys):
    before = rows(capsys, "positions", record)
    args = ("position", target[:10], "change", "act=accept_if", "issue=ceasefire.scope=general")
    more = ("conditions=if: the harbour opens", "--by", "ann", "--note", "a test")
    capsys.readouterr()
    assert run("decide", str(record), *args, *more)[0] == 1
    assert "does not stand there" in capsys.readouterr().err
    [row] = rows(
        capsys, "decide", record, *args, "conditions=if: on Monday", "party=Sudmark",
        "hardness=firm", "--by", "ann", "--note", "a test",
    )  # fmt: skip
    for words in (
        "act reject → accept_if",
        "issue talks.format → ceasefire.scope",
        "party Norland → Sudmark",
        "conditions none → if: on Monday",
        "polarity against → for",
    ):
        assert words in row["says"]
    [shown] = rows(capsys, "show", record, target)
    assert shown["fields"]["label"] == "human"
    assert shown["beside"]["settled"].startswith("change by ann, ")
    assert shown["beside"]["machine"] == "Norland reject talks.format=direct"
    assert shown["beside"]["note"] == "a test"
    assert "on Monday" in {p["quote"] for p in shown["passages"]}
    assert "changed by ann" in run("positions", str(record), capsys=capsys)[1]
    page = record.with_suffix(".html")
    assert run("dossier", str(record), "-o", str(page))[0] == 0
    assert "settled by a person: changed by ann, " in page.read_text("utf-8")
    rows(capsys, "decisions", record, "--undo", row["id"][:8])
    assert rows(capsys, "positions", record) == before
    [shown] = rows(capsys, "show", record, target)
    assert shown["beside"] is None


def test_a_rejected_position_is_struck_out_with_all_and_shown(record, target, capsys):
    rows(capsys, "decide", record, "position", target, "reject", "--by", "ann")
    assert "rejected by ann" not in run("positions", str(record), capsys=capsys)[1]
    assert "rejected by ann" in run("positions", str(record), "--all", capsys=capsys)[1]
    [shown] = rows(capsys, "show", record, target)
    assert shown["beside"]["settled"].startswith("reject by ann")
    assert [p["quote"] for p in shown["passages"]][:1]


def test_words_that_nobody_marked_are_added(record, capsys):
    words = ("position", "add", "a.txt", "direct talks with Sudmark")
    asked = ("--party", "Norland", "--act", "demand", "--issue", "talks.format=mediated")
    [row] = rows(capsys, "decide", record, *words, *asked, "--condition", "by_date: on Monday",
                 "--by", "ann")  # fmt: skip
    assert "added: Norland demand talks.format=mediated [by date]" in row["says"]
    [added] = [r for r in rows(capsys, "positions", record) if r["label"] == "human"]
    assert added["quote"] == "direct talks with Sudmark"
    assert added["conditions"] == ["by date: on Monday"]
    assert run("verify", str(record))[0] == 0
    capsys.readouterr()
    assert run("decide", str(record), *words, *asked)[0] == 1
    assert "added already" in capsys.readouterr().err
    rows(capsys, "decide", record, "position", added["id"], "change", "act=offer")
    rows(capsys, "decide", record, "position", added["id"], "reject")
    [gone] = [r for r in rows(capsys, "positions", record, "--all") if r["label"] != "machine"]
    assert (gone["act"], gone["label"]) == ("offer", "rejected")


def test_a_line_end_in_the_article_is_a_space_in_the_words(record, capsys):
    [row] = rows(
        capsys, "decide", record, "position", "add", "a.txt", "a ceasefire Norland's foreign",
        "--party", "Norland", "--act", "demand",
    )  # fmt: skip
    [added] = [r for r in rows(capsys, "positions", record) if r["label"] == "human"]
    assert row["id"]
    assert added["quote"] == "a ceasefire Norland's foreign"


def test_against_makes_a_demand_a_demand_against(record, capsys):
    rows(capsys, "decide", record, "position", "add", "a.txt", "direct talks", "--party",
         "Norland", "--act", "demand", "--issue", "talks.format=direct", "--against")  # fmt: skip
    [added] = [r for r in rows(capsys, "positions", record) if r["label"] == "human"]
    assert added["polarity"] == "against"


CONDITIONS = {
    "bare types": (["if, unless"], ["if (before): Norland rejects direct talks with Sudmark"], 2),
    "with words": (["if: on Monday; unless"], ["if (before): on Monday"], 2),
    "words with a comma": (["if: minister, Ilsa Brandt, said"], ["if (before): minister, Ilsa"], 1),
    "one stays as it was": (["if: on Monday", "unless; if"], ["if (before): on Monday"], 2),
    "one gets other words": (
        ["if: on Monday", "if: a ceasefire#1"],
        ["if (before): a ceasefire"],
        1,
    ),
    "one goes": (["if; unless", "unless"], ["unless (before): "], 1),
    "all go": (["if; unless", "none"], [], 0),
}


@pytest.mark.parametrize(("steps", "told", "count"), CONDITIONS.values(), ids=CONDITIONS)
def test_conditions_are_set_by_type_and_words(record, target, capsys, steps, told, count):
    for step in steps:
        rows(capsys, "decide", record, "position", target, "change", f"conditions={step}")
    [row] = [r for r in rows(capsys, "positions", record) if r["id"] == target]
    assert len(row["conditions"]) == count
    for words in told:
        assert any(c.startswith(words) for c in row["conditions"]), row["conditions"]


ADD = ("position", "add", "a.txt")
MISTAKES = {
    "no such position": (("position", "ffffffff", "accept"), 1, "onrecord positions"),
    "no such verdict": (("position", "ID", "maybe"), 2, "say position ID accept"),
    "no id": (("position",), 2, "say position ID accept"),
    "no change": (("position", "ID", "change"), 2, "FIELD=VALUE"),
    "an accept with a change": (("position", "ID", "accept", "act=offer"), 2, "nothing more"),
    "no value": (("position", "ID", "change", "act="), 2, "FIELD=VALUE"),
    "twice": (("position", "ID", "change", "act=offer", "act=demand"), 2, "given twice"),
    "no such field": (("position", "ID", "change", "isue=x"), 1, "did you mean 'issue'"),
    "no such act": (("position", "ID", "change", "act=rejct"), 1, "did you mean 'reject'"),
    "no such issue": (
        ("position", "ID", "change", "issue=talks.formt"),
        1,
        "did you mean 'talks.format'",
    ),
    "no such value": (
        ("position", "ID", "change", "issue=talks.format=direkt"),
        1,
        "did you mean 'direct'",
    ),
    "no such step": (("position", "ID", "change", "step=ceasfire"), 1, "did you mean 'ceasefire'"),
    "no such party": (("position", "ID", "change", "party=Nowhere"), 1, "onrecord actors"),
    "no such condition": (("position", "ID", "change", "conditions=maybe"), 1, "only_after"),
    "no such hardness": (("position", "ID", "change", "hardness=hard"), 1, "red_line"),
    "a reject that is for": (("position", "ID", "change", "polarity=for"), 1, "is against"),
    "a claim about nobody": (
        ("position", "ID", "change", "act=claim_about_other"),
        1,
        "about=PARTY",
    ),
    "about without a claim": (("position", "ID", "change", "about=Sudmark"), 1, "belongs to"),
    "nothing new": (("position", "ID", "change", "act=reject"), 1, "reads so already"),
    "fields of add": (("position", "ID", "accept", "--act", "offer"), 2, "belong to position add"),
    "words that are not there": (
        (*ADD, "a truce", "--party", "Norland", "--act", "demand"),
        1,
        "does not stand",
    ),
    "words within a word": (
        (*ADD, "orlan", "--party", "Norland", "--act", "demand"),
        1,
        "does not stand",
    ),
    "words in several places": (
        (*ADD, "Norland", "--party", "Norland", "--act", "demand"),
        1,
        "add #1",
    ),
    "no such place": (
        (*ADD, "Norland#99", "--party", "Norland", "--act", "demand"),
        1,
        "stands there only",
    ),
    "no words": ((*ADD, " ", "--party", "Norland", "--act", "demand"), 1, "exact words"),
    "no party": ((*ADD, "direct talks", "--act", "demand"), 1, "needs party"),
    "no act": ((*ADD, "direct talks", "--party", "Norland"), 1, "needs act"),
    "no such article": (
        ("position", "add", "x.txt", "direct talks", "--party", "Norland", "--act", "demand"),
        1,
        "onrecord articles",
    ),
    "words not quoted": ((*ADD, "direct", "talks", "--party", "Norland"), 2, "quote the words"),
    "fields for an actor": (("same", "Norland", "Sudmark", "--act", "offer"), 2, "to position"),
}


@pytest.mark.parametrize(("args", "code", "words"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_told_and_nothing_is_kept(record, target, capsys, args, code, words):
    args = tuple(target if arg == "ID" else arg for arg in args)
    assert run("decide", str(record), *args)[0] == code
    assert words in " ".join(capsys.readouterr().err.split())
    assert rows(capsys, "decisions", record) == []


WRONG = {
    "review with an act": ("--review", "--act", "demand"),
    "blind without review": ("--blind",),
    "open without review": ("--open",),
    "by without review": ("--by", "ann"),
    "limit of none": ("--limit", "0"),
}


@pytest.mark.parametrize("args", WRONG.values(), ids=WRONG)
def test_options_that_do_not_go_together_are_refused(record, capsys, args):
    assert run("positions", str(record), *args)[0] == 2


def test_the_queue_says_who_else_has_settled_what(record, target, capsys):
    rows(capsys, "decide", record, "position", target, "accept", "--by", "ann")
    assert run("positions", str(record), "--review", "--by", "bob")[0] == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "others have settled some (ann 1)" in told
    assert "settled by ann, not shown" in told
    assert run("positions", str(record), "--review", "--by", "ann")[0] == 0
    assert "ann" not in capsys.readouterr().out.replace("--by ann", "")


@pytest.mark.parametrize("review", [(), ("--review",)], ids=["listed", "asked"])
def test_a_party_that_nobody_is_is_told_with_near_names(record, capsys, review):
    assert run("positions", str(record), *review, "--party", "Norlend")[0] == 1
    assert "no party 'Norlend' on record; did you mean 'Norland'?" in capsys.readouterr().err
    assert run("positions", str(record), *review, "--party", "Norland")[0] == 0


def test_the_list_is_cut_at_the_limit(record, capsys):
    assert len(rows(capsys, "positions", record, "--limit", "2")) == 2


def test_a_second_coder_judges_blindly_and_agreement_is_told(record, capsys):
    queue = rows(capsys, "positions", record, "--review")
    first, second, third = (row["id"] for row in queue[:3])
    rows(capsys, "decide", record, "position", first, "accept", "--by", "ann")
    rows(capsys, "decide", record, "position", second, "change", "act=offer", "--by", "ann")
    rows(capsys, "decide", record, "position", third, "reject", "--by", "ann")
    seen = rows(capsys, "positions", record, "--review", "--by", "bob", "--blind")
    assert seen == rows(capsys, "positions", record, "--review", "--by", "bob")  # safe by itself
    assert {row["id"] for row in seen} == {row["id"] for row in queue}
    settled = {row["id"]: row["settled_by"] for row in seen}
    by_ann = (first, second, third)
    assert settled == {row["id"]: ["ann"] if row["id"] in by_ann else [] for row in queue}
    still = rows(capsys, "positions", record, "--review", "--by", "bob", "--open")
    assert {row["id"] for row in still} == {row["id"] for row in queue} - {first, second, third}
    own = rows(capsys, "positions", record, "--review", "--by", "ann")
    assert {row["id"] for row in own} == {row["id"] for row in still}
    acts = {row["id"]: row["act"] for row in queue}
    assert {row["id"]: row["act"] for row in seen} == acts  # as it was read, not as ann has it
    rows(capsys, "decide", record, "position", first, "accept", "--by", "bob", "--blind")
    rows(capsys, "decide", record, "position", second, "accept", "--by", "bob", "--blind")
    left = rows(capsys, "positions", record, "--review", "--by", "bob", "--blind")
    assert {row["id"] for row in left} == {row["id"] for row in queue} - {first, second}
    told = rows(capsys, "agreement", record)
    overall = {
        (row["coders"], row["about"]): (row["units"], row["agreed"], row["missing"])
        for row in told
        if row["kind"] == "agreement" and row["label"] == "all"
    }
    assert overall["machine / ann", "act"] == (3, 1, 0)
    assert overall["machine / bob", "act"] == (2, 2, 1)
    assert overall["ann / bob", "act"] == (2, 1, 1)
    assert overall["people", "act"] == (2, 1, 1)
    apart = {
        (row["left"], row["right"])
        for row in told
        if row["kind"] == "confusion" and row["coders"] == "machine / ann" and row["about"] == "act"
    }
    assert (acts[second], "offer") in apart
    assert (acts[third], "no position") in apart
    out = run("agreement", str(record), capsys=capsys)[1]
    assert "Where they differ" in out


def test_without_decisions_there_is_nothing_to_agree_on(record, capsys):
    assert rows(capsys, "agreement", record) == []
    assert "onrecord positions --review" in " ".join(
        run("agreement", str(record), capsys=capsys)[1].split()
    )


def test_a_file_of_decisions_that_was_tampered_with_is_refused(record, target, tmp_path, capsys):
    rows(capsys, "decide", record, "position", target, "accept")
    shared = tmp_path / "d.jsonl"
    rows(capsys, "decisions", record, "-o", shared)
    line = json.loads(shared.read_text("utf-8"))
    told = json.loads(line["new"])
    told["spans"][0]["text"] = "Norland accepts direct talks with Sudmark"[
        : len(told["spans"][0]["text"])
    ]
    same_length = told["spans"][0]["text"].ljust(
        told["spans"][0]["end"] - told["spans"][0]["start"], "!"
    )
    told["spans"][0]["text"] = same_length
    forged = {**line, "new": json.dumps(told), "at": "2026-01-01T10:00:00+00:00"}
    shared.write_text(json.dumps(forged) + "\n", encoding="utf-8")
    other = tmp_path / "other.onrecord"
    other.write_bytes(record.read_bytes())
    rows(capsys, "decisions", other, "--apply", shared)
    lost = [row for row in rows(capsys, "decisions", other) if not row["placed"]]
    assert len(lost) == 1  # words that nobody wrote never enter
    assert run("verify", str(other))[0] == 0
    forged["new"] = json.dumps({**told, "act": "dance"})
    shared.write_text(json.dumps(forged) + "\n", encoding="utf-8")
    capsys.readouterr()
    assert run("decisions", str(other), "--apply", str(shared))[0] == 1
    assert "d.jsonl:1: `act` is 'dance'" in capsys.readouterr().err
