"""Which addresses are asked, how they are written, and which hosts never hear of us."""

from __future__ import annotations

import socket

import pytest

from onrecord.errors import ArticleUnreadable
from onrecord.sources.web.addresses import checked_places, is_address, is_public, read_address
from onrecord.sources.web.session import Web

SPELLINGS = {
    "as it stands": ("https://x.example/a?b=c", "https://x.example/a?b=c"),
    "host in capitals": ("HTTPS://X.Example/A", "https://x.example/A"),
    "usual port": ("https://x.example:443/", "https://x.example/"),
    "another port": ("http://x.example:8080/a", "http://x.example:8080/a"),
    "no path": ("http://x.example", "http://x.example/"),
    "fragment": ("https://x.example/a#part", "https://x.example/a"),
    "blank around": ("  https://x.example/a \n", "https://x.example/a"),
    "other script": ("https://b\u00fccher.example/caf\u00e9", "https://xn--bcher-kva.example/caf%C3%A9"),
    "encoded already": ("https://x.example/caf%C3%A9", "https://x.example/caf%C3%A9"),
    "IPv6": ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    "quotes": ('https://x.example/a"b', "https://x.example/a%22b"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "written"), SPELLINGS.values(), ids=SPELLINGS)
def test_an_address_has_one_spelling(given, written):
    assert read_address(given).text == written


REFUSED = {
    "file": "file:///etc/hostname",
    "ftp": "ftp://x.example/a",
    "no scheme": "x.example/a",
    "script": "javascript:alert(1)",
    "data": "data:text/html,hello",
    "name and password": "https://name:secret@x.example/",
    "name": "https://secret@x.example/",
    "line end": "https://x.example/a\r\nX-Name: b",
    "encoded host": "https://x.example%2f@evil.example/",
    "blank": "https://x.example/a b",
    "backslash": "https://x.example\\@other.example/",
    "NUL": "https://x.example/\0",
    "no host": "https:///a",
    "port": "https://x.example:99999/",
    "port in letters": "https://x.example:http/",
    "half an IPv6": "https://[::1/",
    "empty label": "https://x..example/",
    "long label": "https://" + "x" * 64 + ".example/",
    "too long": "https://x.example/" + "a" * 2_000,
    "empty": "",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_no_address_of_the_web_is_refused(text):
    with pytest.raises(ArticleUnreadable, match="unusable address") as error:
        read_address(text)
    assert "secret" not in str(error.value)


def test_a_relative_address_is_joined_and_checked():
    assert read_address("b?c", "https://x.example/a/").text == "https://x.example/a/b?c"
    assert read_address("//y.example/", "https://x.example/a").text == "https://y.example/"
    with pytest.raises(ArticleUnreadable):
        read_address("b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("https://x.example", True), ("HTTP://x", True), ("https:/x", False), ("x/https://y", False)],
)
def test_what_names_the_web_and_what_a_file(text, expected):
    assert is_address(text) == expected


PRIVATE = [
    "127.0.0.1", "127.255.0.1", "0.0.0.0", "10.0.0.1", "10.255.255.255", "172.16.0.1",  # noqa: S104
    "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "192.0.2.1", "198.18.0.1",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::", "nonsense", "",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("place", PRIVATE)
def test_a_private_place_is_none_of_the_web(place):
    assert not is_public(place)


@pytest.mark.parametrize("place", PUBLIC)
def test_a_public_place_is(place):
    assert is_public(place)


LOCAL = ["http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
         "http://[::1]/", "http://169.254.169.254/latest/meta-data/", "http://10.1.2.3/",
         "https://[::ffff:10.0.0.1]/", "http://localhost/", "http://0/"]  # fmt: skip


@pytest.mark.parametrize("url", LOCAL)
def test_by_default_nothing_of_this_network_is_read(url, tmp_path, monkeypatch):
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket, "create_connection", forbidden)
    with pytest.raises(ArticleUnreadable) as error:
        Web().fetch(url)
    assert error.value.reason == "address of a private network"


def test_one_private_place_of_a_host_is_enough(monkeypatch):
    leads_to(monkeypatch, "8.8.8.8", "10.0.0.7")
    with pytest.raises(ArticleUnreadable, match=r"x\.example is 10\.0\.0\.7"):
        checked_places(read_address("https://x.example/"), is_public)
    leads_to(monkeypatch, "8.8.8.8")
    assert checked_places(read_address("https://x.example/"), is_public) == ["8.8.8.8"]


def test_the_connection_is_made_to_the_place_that_was_checked(site, webs, monkeypatch):
    """A name that leads elsewhere when it is asked again gains nothing: it is asked once."""
    port = int(site.base.rpartition(":")[2])
    site.give("/robots.txt", "")
    site.give("/a")
    asked: list[str] = []
    made: list[tuple[str, int]] = []
    resolve, connect = socket.getaddrinfo, socket.create_connection

    def resolved(host, *rest, **named):
        asked.append(host)
        return resolve("127.0.0.1" if host == "rebound.example" else host, *rest, **named)

    def connected(place, **options):
        made.append(place)
        return connect(place, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(socket, "create_connection", connected)
    assert webs().fetch(f"http://rebound.example:{port}/a").body
    assert made == [("127.0.0.1", port)] * 2  # robots.txt and the page: never by the name
    assert asked.count("rebound.example") == 2
    assert {headers["host"] for _, headers in site.asked} == {f"rebound.example:{port}"}


def leads_to(monkeypatch, *places: str) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 443)) for place in places]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
