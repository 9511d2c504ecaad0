"""What is asked of a site, how politely, and what comes of each answer."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import time
from email.utils import formatdate
from pathlib import Path

import pytest

from onrecord.errors import ArticleUnreadable, SourceUnreadable
from onrecord.sources.web.cache import Cache, Kept
from onrecord.sources.web.connection import Answer, Limits
from onrecord.sources.web.robots import LIMITS, read_robots
from onrecord.sources.web.session import MOST_REDIRECTS, seconds_to_wait


def told(web, url: str) -> ArticleUnreadable:
    with pytest.raises(ArticleUnreadable) as error:
        web.fetch(url)
    assert error.value.where
    assert error.value.remedy, "nothing is said of what to do"
    return error.value


def test_a_page_comes_with_its_kind_and_charset(site, webs):
    url = site.give("/a", "caf\u00e9".encode("latin-1"), "text/html; charset=ISO-8859-1")
    got = webs().fetch(url)
    assert (got.url, got.media_type, got.charset) == (url, "text/html", "ISO-8859-1")
    assert got.body == b"caf\xe9"


def test_we_say_who_we_are_and_nothing_of_the_user(site, webs):
    site.give("/a", Set_Cookie="id=7")
    web = webs()
    web.fetch(site.base + "/a")
    web.fetch(site.give("/b", Set_Cookie="id=7"))
    headers = [headers for _, headers in site.asked]
    assert all(h["user-agent"].startswith("onrecord/") for h in headers)
    assert {name for h in headers for name in h} <= {
        "host", "user-agent", "accept-encoding", "connection"
    }  # fmt: skip


def test_an_address_is_asked_for_once_a_run(site, webs):
    web = webs()
    url = site.give("/a")
    assert web.fetch(url) == web.fetch(url)
    told(web, site.base + "/gone")
    told(web, site.base + "/gone")
    assert site.paths() == ["/a", "/gone"]


def test_a_second_run_asks_whether_it_has_changed(site, webs):
    url = site.give("/a", "first", ETag='"1"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")
    assert webs().fetch(url).body == b"first"
    assert webs().fetch(url).body == b"first"
    asked = site.asked[-1][1]
    assert asked["if-none-match"] == '"1"'
    assert asked["if-modified-since"] == "Mon, 02 Mar 2026 10:00:00 GMT"
    site.give("/a", "second", ETag='"2"')
    assert webs().fetch(url).body == b"second"


def test_offline_reads_what_is_kept_and_asks_nobody(site, webs):
    site.answer("/from", 301, headers={"Location": "/a"})
    url = site.give("/a")
    webs().fetch(site.base + "/from")
    before = len(site.asked)
    assert webs(offline=True).fetch(site.base + "/from").url == url
    assert told(webs(offline=True), site.base + "/b").reason == "not in the cache"
    assert len(site.asked) == before


STATUSES = {
    401: "login needed",
    402: "behind a paywall",
    403: "refused by the site",
    404: "page not found",
    410: "page taken down",
    418: "no page here",
    429: "site asks to wait",
    451: "withheld for legal reasons",
    500: "site in trouble",
    503: "site asks to wait",
    204: "no page here",
    304: "no page here",  # of what was never asked for with a condition
}


@pytest.mark.parametrize(("status", "reason"), STATUSES.items(), ids=map(str, STATUSES))
def test_each_status_has_a_reason_and_a_remedy(site, webs, status, reason):
    error = told(webs(), site.answer("/a", status))
    assert error.reason == reason
    assert str(status) in error.detail
    assert len(site.paths()) == 1  # nothing was asked twice


def test_redirects_are_followed_up_to_a_bound(site, webs):
    for n in range(MOST_REDIRECTS + 1):
        site.answer(f"/{n}", 302, headers={"Location": f"/{n + 1}"})
    last = site.give(f"/{MOST_REDIRECTS + 1}")
    assert webs().fetch(site.base + "/1").url == last
    assert told(webs(), site.base + "/0").reason == "redirects without end"
    site.answer("/loop", 302, headers={"Location": "/loop"})
    assert told(webs(), site.base + "/loop").reason == "redirects without end"


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        ("/caf\u00e9-\u0105rt".encode(), "/caf%C3%A9-%C4%85rt"),
        (b"/caf%C3%A9", "/caf%C3%A9"),
        (b"/caf\xe9", "/caf%C3%A9"),
    ],
    ids=["UTF-8", "percent", "Latin-1"],
)
def test_a_redirect_is_read_as_its_bytes_are_meant(site, webs, sent, asked):
    url = site.answer("/from", 302, headers={"Location": sent.decode("latin-1")})
    there = site.give(asked)
    assert webs().fetch(url).url == there


@pytest.mark.parametrize(
    ("location", "reason"),
    {
        "file": ("file:///etc/hostname", "unusable address"),
        "password": ("http://user:secret@host.example/", "unusable address"),
        "header": ("/a\tb", "unusable address"),
        "private": ("http://10.0.0.1/", "address of a private network"),
        "metadata": ("http://169.254.169.254/latest", "address of a private network"),
        "ipv6": ("http://[::1]/", "address of a private network"),
    }.values(),
    ids=["file", "password", "header", "private", "metadata", "ipv6"],
)
def test_each_redirect_is_checked_like_an_address(site, webs, location, reason):
    error = told(webs(), site.answer("/a", 302, headers={"Location": location}))
    assert error.reason == reason
    assert error.where == site.base + "/a"
    assert "secret" not in str(error)


def test_robots_are_asked_first_and_obeyed(site, webs):
    site.give("/robots.txt", "User-agent: *\nDisallow: /no\n\nUser-agent: other\nDisallow: /\n")
    yes, no = site.give("/yes"), site.give("/no/a")
    web = webs()
    assert web.fetch(yes).body
    assert told(web, no).reason == "robots.txt refuses"
    site.give("/to", Location="/no/a")
    site.answer("/to", 302, headers={"Location": "/no/a"})
    assert told(web, site.base + "/to").reason == "robots.txt refuses"
    assert [path for path, _ in site.asked] == ["/robots.txt", "/yes", "/to"]


def test_robots_may_name_us(site, webs):
    site.give("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: onrecord\nDisallow: /\n")
    assert told(webs(), site.give("/a")).reason == "robots.txt refuses"


GROUPS = {
    "ours among others": ("User-agent: other\nUser-Agent: OnRecord/1.0\nDisallow: /a\n", False),
    "others alone": ("User-agent: other\nUser-agent: third\nDisallow: /\n", True),
    "others, then all": ("User-agent: other\nDisallow: /\n\nUser-agent: *\nAllow: /\n", True),
    "all, then ours": ("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nAllow: /\n", True),
    "a part of our name": ("User-agent: on\nDisallow: /\n", True),
    "without colon, with a remark": ("user agent onrecord # us\nDisallow: /a\n", False),
}


@pytest.mark.parametrize(("rules", "allows"), GROUPS.values(), ids=GROUPS)
def test_of_the_groups_of_rules_ours_counts(rules, allows):
    assert read_robots(rules.encode()).allow("https://x.example/a") == allows


HOSTILE = {
    "many agents, many rules": b"User-agent: a%d\n" * 15_000 + b"Disallow: /x\n" * 15_000,
    "the same, other line ends": b"User-agent: a%d\x0b" * 15_000 + b"Disallow: /x\x0b" * 15_000,
    "many wildcards": b"User-agent: *\n" + b"Disallow: /*a*a*a*a*a*a*a*b%d\n" * 15_000,
}


@pytest.mark.parametrize("rules", HOSTILE.values(), ids=HOSTILE)
def test_hostile_rules_cost_little(rules):
    count = rules.count(b"%d")
    started = time.process_time()
    robots = read_robots((rules % tuple(range(count)))[: LIMITS.most_bytes])
    assert robots.allow("https://x.example/" + "a" * 1_900)
    assert time.process_time() - started < 5


ROBOTS = {"missing": (404, True), "forbidden": (403, True), "trouble": (500, False),
          "busy": (429, False)}  # fmt: skip


@pytest.mark.parametrize(("status", "allows"), ROBOTS.values(), ids=ROBOTS)
def test_a_site_that_cannot_say_its_rules_is_left_alone(site, webs, status, allows):
    url = site.give("/a")
    site.answer("/robots.txt", status)
    web = webs()
    if allows:
        assert web.fetch(url).body
    else:
        assert told(web, url).reason == "robots.txt unreadable"
        told(web, site.give("/b"))
        assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_robots_are_kept_for_a_day(site, webs):
    site.give("/robots.txt", "User-agent: *\nDisallow: /no\n")
    webs().fetch(site.give("/a"))
    webs().fetch(site.give("/b"))
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_of_a_robots_txt_without_end_the_beginning_counts(site, webs):
    rules = b"User-agent: *\nDisallow: /no\n" + b"# nothing\n" * 5_000_000
    site.give("/robots.txt", rules)
    started = time.process_time()
    assert told(webs(limits=Limits()), site.give("/no")).reason == "robots.txt refuses"
    assert time.process_time() - started < 5


def test_between_two_questions_there_is_a_pause(site, webs):
    site.give("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n")
    web = webs(pause=0.2)
    started = time.monotonic()
    web.fetch(site.give("/a"))
    web.fetch(site.give("/b"))
    assert time.monotonic() - started > 0.75  # after robots.txt and after the first page


def test_a_wait_that_is_asked_for_is_kept_to(site, webs):
    turns = iter([503, 200])

    def answer(handler):
        status = next(turns)
        handler.send_response(status)
        if status == 503:
            handler.send_header("Retry-After", "1")
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        handler.wfile.write(b"ok")

    started = time.monotonic()
    assert webs().fetch(site.write("/a", answer)).body == b"ok"
    assert 1 <= time.monotonic() - started < 3


@pytest.mark.parametrize(
    "wait",
    ["86400", formatdate(time.time() + 9_000, usegmt=True), "soon"],
    ids=["seconds", "a day", "no time"],
)
def test_a_wait_beyond_the_bound_is_told_and_not_waited(site, webs, wait):
    error = told(webs(), site.answer("/a", 429, headers={"Retry-After": wait}))
    assert error.reason == "site asks to wait"
    assert wait in error.detail
    assert site.paths() == ["/a"]


def test_a_packed_body_is_unpacked(site, webs):
    url = site.give("/a", gzip.compress(b"packed text"), Content_Encoding="gzip")
    assert webs().fetch(url).body == b"packed text"


def test_a_bomb_ends_at_the_bound(site, webs):
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    url = site.give("/a", bomb, Content_Encoding="gzip")
    assert told(webs(), url).reason == "answer too large"
    assert told(webs(), site.give("/b", b"x" * 20_000_001)).reason == "answer too large"


def endless(piece: bytes, pause: float, head: bytes = b"HTTP/1.1 200 OK\r\n\r\n"):
    """A writer that sends its head, and then the same piece for ever."""

    def write(handler):
        try:
            handler.wfile.write(head)
            while True:
                handler.wfile.write(piece)
                handler.wfile.flush()
                time.sleep(pause)
        except OSError:
            pass  # they hung up, as they should

    return write


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
SLOW = {
    "body, byte by byte": endless(b"x", 0.1),
    "header, byte by byte": endless(b"x", 0.1, b"HTTP/1.1 200 OK\r\nX-Name: "),
    "status, byte by byte": endless(b" ", 0.1, b"HTTP/1.1 200 O"),
    "chunks, one by one": endless(b"1\r\nx\r\n", 0.1, CHUNKED),
    "silence": endless(b"", 0.1, b""),
}


@pytest.mark.parametrize("writer", SLOW.values(), ids=SLOW)
def test_a_slow_answer_ends_with_the_clock(site, webs, writer):
    site.give("/robots.txt", "")
    started = time.monotonic()
    web = webs(limits=Limits(connect=1, read=1, total=1.5))
    assert told(web, site.write("/a", writer)).reason == "answer too slow"
    assert time.monotonic() - started < 4


FAST = {
    "chunks without end": endless(b"1000\r\n" + b"x" * 4096 + b"\r\n", 0, CHUNKED),
    "body without end": endless(b"x" * 65536, 0),
    "chunk size without end": endless(b"0" * 65536, 0, CHUNKED),
    "header without end": endless(b"x" * 65536, 0, b"HTTP/1.1 200 OK\r\nX-Name: "),
    "headers without end": endless(b"X-Name: a\r\n" * 1000, 0, b"HTTP/1.1 200 OK\r\n"),
}


@pytest.mark.parametrize("writer", FAST.values(), ids=FAST)
def test_an_answer_without_end_ends_at_a_bound(site, webs, writer):
    site.give("/robots.txt", "")
    error = told(webs(limits=Limits(total=20)), site.write("/a", writer))
    assert error.reason in {"answer too large", "broken answer"}


BROKEN = {
    "no http": b"hello\r\n\r\n",
    "shorter than it says": b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
    "no gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain",
    "nothing": b"",
}


@pytest.mark.parametrize("sent", BROKEN.values(), ids=BROKEN)
def test_a_broken_answer_is_told(site, webs, sent):
    site.give("/robots.txt", "")
    url = site.write("/a", lambda handler: handler.wfile.write(sent))
    assert told(webs(), url).reason == "broken answer"


def test_nobody_listening_is_told(webs):
    assert told(webs(), "http://127.0.0.1:9/").reason == "no connection"


def test_plain_http_where_https_is_asked_for_is_told(site, webs):
    error = told(webs(), site.give("/a").replace("http:", "https:"))
    assert error.reason == "broken answer"


def test_what_is_kept_is_whole_or_not_there(tmp_path):
    cache = Cache(tmp_path)
    kept = Kept(url="https://x.example/a", body=b"one\ntwo", etag='"1"')
    cache.store(kept)
    found = cache.load(kept.url)
    assert found is not None
    assert (found.body, found.etag) == (kept.body, kept.etag)
    (path,) = tmp_path.glob("??/*")
    for damage in (b"", b"{}\nbody", b"[]\n", b"\xff\xfe", path.read_bytes()[:10]):
        path.write_bytes(damage)
        assert cache.load(kept.url) is None


def test_a_slow_greeting_of_tls_ends_with_the_clock(webs):
    def drip(listening: socket.socket) -> None:
        stream, _ = listening.accept()
        with stream, contextlib.suppress(OSError):
            stream.sendall(b"\x16\x03\x03\x40\x00")  # the head of 16 KiB that come byte by byte
            while True:
                stream.sendall(b"x")
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = threading.Thread(target=drip, args=(listening,))
        server.start()
        started = time.monotonic()
        web = webs(limits=Limits(connect=1, read=1, total=1.5))
        web.cache.store(Kept(url=f"https://127.0.0.1:{listening.getsockname()[1]}/robots.txt"))
        url = f"https://127.0.0.1:{listening.getsockname()[1]}/a"
        assert told(web, url).reason == "answer too slow"
        assert time.monotonic() - started < 4
        server.join()


def test_the_cache_is_trimmed_before_the_first_question_and_never_after(site, webs, monkeypatch):
    trimmed: list[int] = []
    monkeypatch.setattr(Cache, "trim", lambda self: trimmed.append(len(site.asked)))
    web = webs()
    web.fetch(site.give("/a"))
    web.fetch(site.give("/b"))
    assert trimmed == [0]


def test_the_cache_lets_go_of_what_was_used_longest_ago(tmp_path):
    import os

    cache = Cache(tmp_path)
    for n in range(4):
        cache.store(Kept(url=f"https://x.example/{n}", body=b"x" * 1000))
    for path in tmp_path.glob("??/*"):
        age = int(path.read_bytes().partition(b"example/")[2][:1])
        os.utime(path, (1_000_000 + age, 1_000_000 + age))
    cache.trim(2_500)
    left = [n for n in range(4) if cache.load(f"https://x.example/{n}")]
    assert left == [2, 3]


def test_what_another_has_let_go_of_stops_nothing(tmp_path):
    cache = Cache(tmp_path / "cache")
    cache.confirm("https://x.example/gone")
    assert not list(tmp_path.rglob("*"))
    (tmp_path / "cache" / "ab" / "no file").mkdir(parents=True)
    cache.store(Kept(url="https://x.example/1"))
    cache.trim(0)
    assert cache.load("https://x.example/1") is None


def test_a_cache_that_cannot_be_written_is_told(site, webs, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SourceUnreadable, match="cannot keep"):
        webs(cache=Cache(Path(tmp_path / "file"))).fetch(site.give("/a"))


@pytest.mark.parametrize("wait", ["\u00b2", "Mon, 23 Nov 99999999999 07:46:49 GMT", ""])
def test_a_wait_that_is_none_is_told_as_none(wait):
    assert seconds_to_wait(Answer(status=429, headers={"retry-after": wait})) is None
