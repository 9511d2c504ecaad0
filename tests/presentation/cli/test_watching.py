"""The web and `watch` as a user calls them, on a site of our own."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import RecordUnwritable, SourceUnreadable
from onrecord.presentation import watching
from onrecord.presentation.watching import watch
from onrecord.records import identity
from onrecord.sources.web import session
from onrecord.store import View
from onrecord.store.wreck import Wreck
from tests.engines.test_local import TALKS
from tests.presentation.cli.test_commands import run
from tests.sources.web.conftest import ARTICLE, site, webs  # noqa: F401  # fixtures
from tests.sources.web.made import item, opml, rss


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the commands see this machine, which no option does."""

    def new(
        self: session.Web, *, known: frozenset[str] = frozenset(), offline: bool = False
    ) -> None:
        made(self, known=known, offline=offline, admits=lambda place: True, pause=0.0)

    made = session.Web.__init__
    monkeypatch.setattr(session.Web, "__init__", new)


def page(number: int) -> str:
    return ARTICLE.replace("three days", f"{number} days").replace("Talks go on", f"Talk {number}")


def paths(record: Path) -> list[str]:
    with View(record) as view:
        return sorted(place.partition(":")[2] for place in view.reads())


def test_an_address_is_read_and_read_again(site, seen, tmp_path, capsys):  # noqa: F811
    url, record = site.give("/a", ETag='"1"'), tmp_path / "r.onrecord"
    assert run("read", url, "--light", "-o", str(record), capsys=capsys)[0] == 0
    assert paths(record) == [url]
    code, out = run("read", url, "--light", "-o", str(record), "--json", capsys=capsys)
    told = json.loads(out)
    assert (code, told["read"], told["unchanged"]) == (0, 0, 1)
    code, out = run("read", url, "--light", "-o", str(record), "--offline", "--json", capsys=capsys)
    assert (code, json.loads(out)["unchanged"]) == (0, 1)
    with View(record) as view:
        assert view.setting("root") == url


def test_a_list_is_read_with_urls(site, seen, tmp_path, capsys):  # noqa: F811
    lines = tmp_path / "l.txt"
    lines.write_text(f"{site.give('/a')}\n{site.base}/gone\n")
    code, out = run(
        "read", "--urls", str(lines), "--light", "-o", str(tmp_path / "r.onrecord"), capsys=capsys
    )
    assert code == 3
    assert "1 × page not found" in out


def test_by_default_the_commands_do_not_see_this_machine(site, tmp_path, capsys):  # noqa: F811
    url, record = site.give("/a"), tmp_path / "r.onrecord"
    code, out = run("read", url, "--light", "-o", str(record), capsys=capsys)
    assert code == 3
    assert "address of a private network" in out
    assert not site.asked


WRONG = {
    "nothing": ["read"],
    "both": ["read", "a.txt", "--urls", "b.txt"],
    "too often": ["watch", ".", "--every", "5s"],
    "no time": ["watch", ".", "--every", "soon"],
    "no source": ["watch"],
}


@pytest.mark.parametrize("args", WRONG.values(), ids=WRONG)
def test_wrong_usage_is_told(args, capsys):
    assert run(*args, capsys=capsys)[0] == 2


def test_an_address_that_can_be_none_leaves_no_record(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("read", "https://name:secret@x.example/", capsys=capsys)[0] == 1
    assert run("read", "https://x..example/", "-o", "r.onrecord", capsys=capsys)[0] == 1
    assert list(tmp_path.glob("*.onrecord")) == []


def test_watch_adds_what_is_new_and_asks_for_nothing_twice(site, webs, tmp_path):  # noqa: F811
    record = tmp_path / "r.onrecord"
    links = [site.give(f"/{n}", page(n)) for n in (1, 2)]
    feed = site.give("/f", rss(*(item(n, link=link) for n, link in enumerate(links, start=1))))
    rounds = watch([feed], record, every=0, light=True, web=lambda known: webs(known=known))
    assert len(next(rounds).added) == 2
    before = len(site.paths())
    assert next(rounds).added == ()
    assert site.paths()[before:] == ["/f"]
    three = site.give("/3", page(3))
    site.give("/f", rss(item(3, link=three), item(1, link=links[0])))
    third = next(rounds)
    assert third.added == ("Talks 3",)
    assert paths(record) == [*links, three]
    rounds.close()


def test_what_a_person_takes_off_does_not_come_back(site, webs, tmp_path):  # noqa: F811
    record = tmp_path / "r.onrecord"
    links = [site.give(f"/{n}", page(n)) for n in (1, 2)]
    feed = site.give("/f", rss(*(item(n, link=link) for n, link in enumerate(links, start=1))))
    rounds = watch([feed], record, every=0, light=True, web=lambda known: webs(known=known))
    next(rounds)
    next(rounds)
    assert run("remove", str(record), links[0])[0] == 0
    assert next(rounds).added == ()
    assert paths(record) == links[1:]
    rounds.close()


def test_a_failing_source_rests_and_stops_no_other(site, webs, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(watching.time, "sleep", lambda _: None)
    (tmp_path / "coverage").mkdir()
    for name, text in TALKS.items():
        (tmp_path / "coverage" / name).write_text(text)
    feed = site.answer("/f", 500)
    feeds = tmp_path / "f.opml"
    feeds.write_text(opml(feed))
    rounds = watch(
        [str(feeds), str(tmp_path / "coverage")], tmp_path / "r.onrecord", every=3600, light=True,
        web=lambda known: webs(known=known),
    )  # fmt: skip
    first = next(rounds)
    assert len(first.added) == 3
    (failed,) = first.failures
    assert (failed.source, failed.what) == (feed, "site in trouble: status 500")
    assert failed.again == first.next
    asked = len(site.asked)
    second = next(rounds)  # it is not due yet
    assert (second.failures, second.added) == ((), ())
    assert len(site.asked) == asked
    rounds.close()


def test_a_page_that_cannot_be_read_is_told_once_and_then_let_be(site, webs, tmp_path):  # noqa: F811
    feed = site.give("/f", rss(item(1, link="/gone"), item(2, link=site.give("/a"))))
    rounds = watch(
        [feed], tmp_path / "r.onrecord", every=0, light=True, web=lambda known: webs(known=known)
    )
    told = [len(next(rounds).skipped) for _ in range(5)]
    rounds.close()
    assert told == [1, 0, 0, 0, 0]
    assert site.paths().count("/gone") == watching.MOST_TRIES
    assert site.paths().count("/f") == 5


def test_a_quiet_round_leaves_the_record_as_it_is(site, webs, tmp_path):  # noqa: F811
    record = tmp_path / "r.onrecord"
    feed = site.give("/f", rss(item(1, link=site.give("/a")), item(2, link="/gone")))
    rounds = watch([feed], record, every=0, light=True, web=lambda known: webs(known=known))
    next(rounds)
    before = record.read_bytes()
    next(rounds)
    rounds.close()
    assert record.read_bytes() == before
    with View(record) as view:
        assert [skip.reason for skip in view.skipped()] == ["page not found"]


def test_two_watches_of_one_record_do_not_meet(tmp_path):
    (tmp_path / "coverage").mkdir()
    one = watch([str(tmp_path / "coverage")], tmp_path / "r.onrecord", light=True)
    next(one)
    with pytest.raises(RecordUnwritable, match="being watched already"):
        next(watch([str(tmp_path / "coverage")], tmp_path / "r.onrecord"))
    next(watch([str(tmp_path / "coverage")], tmp_path / "other.onrecord", light=True, once=True))
    one.close()
    next(watch([str(tmp_path / "coverage")], tmp_path / "r.onrecord", light=True, once=True))


def test_a_place_for_the_lock_that_cannot_be_used_is_told_as_that(tmp_path, cache):
    (tmp_path / "coverage").mkdir()
    args = [str(tmp_path / "coverage")], tmp_path / "r.onrecord"
    cache.write_text("no folder")
    with pytest.raises(RecordUnwritable, match="cannot note there"):
        next(watch(*args))
    cache.unlink()
    place = cache / "onrecord" / "watch" / identity("watch", str(args[1].resolve()))
    place.mkdir(parents=True)  # where the file of the lock should be
    with pytest.raises(RecordUnwritable, match="cannot note there"):
        next(watch(*args))


def test_a_record_under_repair_stops_no_watch(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.store.files.BUSY_MS", 50)
    record, folder = tmp_path / "r.onrecord", tmp_path / "coverage"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS["a.txt"])
    rounds = watch([str(folder)], record, every=0, light=True)
    assert len(next(rounds).added) == 1
    (folder / "b.txt").write_text(TALKS["b.txt"])
    with Wreck(record):
        closed = next(rounds)
    assert [failure.source for failure in closed.failures] == [str(record)]
    assert "another process" in closed.failures[0].what
    assert len(next(rounds).added) == 1
    rounds.close()


def test_a_source_that_is_not_there_is_told_before_anything_is_done(tmp_path):
    with pytest.raises(SourceUnreadable, match="no such file"):
        next(watch([str(tmp_path / "nothing")], tmp_path / "r.onrecord"))
    assert not (tmp_path / "r.onrecord").exists()


def test_once_says_what_it_added_and_ends(tmp_path, capsys):
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "a.txt").write_text(TALKS["a.txt"])
    (tmp_path / "coverage" / "b.bin").write_text("x")
    args = ["watch", str(tmp_path / "coverage"), "-o", str(tmp_path / "r.onrecord"), "--once"]
    code, out = run(*args, "--light", capsys=capsys)
    assert code == 3
    assert "1 article added, 1 skipped: Norland rejects the truce" in out
    assert len(out.splitlines()) == 1
    code, out = run(*args, "--light", "--json", capsys=capsys)
    told = json.loads(out)
    assert told["added"] == []
    assert dt.datetime.fromisoformat(told["at"]) < dt.datetime.fromisoformat(told["next"])
    assert [skip["reason"] for skip in told["skipped"]] == ["unknown kind of file"]


def test_ctrl_c_ends_a_watch_and_loses_nothing(tmp_path):
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "a.txt").write_text(TALKS["a.txt"])
    record = tmp_path / "r.onrecord"
    command = [sys.executable, "-u", "-m", "onrecord", "watch", str(tmp_path / "coverage"), "-o"]
    # Tests that run in the background of a shell have Ctrl-C ignored, and so would the child.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [*command, str(record), "--light", "--every", "1h"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ},
        )  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        assert process.stdout is not None
        assert "1 article added" in process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        try:
            _, told = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 130
    assert "Traceback" not in told
    assert paths(record) == ["a.txt"]


def test_a_list_of_feeds_opens_no_file_of_ours(tmp_path):
    path = tmp_path / "feeds.opml"
    path.write_text(opml("https://a.example/rss", "/etc/passwd", "-", "file:///etc/passwd"))
    assert list(watching._feeds(path)) == ["https://a.example/rss"]
