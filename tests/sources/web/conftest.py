"""A site of our own on this machine, and a view of the web that may see it and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from onrecord.sources.web import Web
from onrecord.sources.web.cache import Cache
from onrecord.sources.web.connection import Limits

Given = tuple[int, dict[str, str], bytes]
ARTICLE = (
    "<html><head><title>Talks go on in Pellin</title></head><body><article>"
    "<h1>Talks go on in Pellin</h1>"
    "<p>Velundia will not sign the paper before its terms are read aloud, said Ilya Maren, the"
    " foreign minister of Velundia, on Monday.</p><p>Orvenia had asked for an answer this week, and"
    " its envoy waits in the city for another three days.</p></article></body></html>"
)


class Site:
    """What our server answers: by path a status, headers and a body, or a function that writes."""

    def __init__(self) -> None:
        self.answers: dict[str, Given | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.base = ""

    def give(
        self, path: str, body: str | bytes = ARTICLE, kind: str = "text/html", **headers: str
    ) -> str:
        """Give this body at a path; the address of it."""
        return self.answer(path, 200, body, {"Content-Type": kind, **headers})

    def answer(
        self, path: str, status: int, body: str | bytes = b"", headers: dict[str, str] | None = None
    ) -> str:
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        self.answers[path] = (status, named, data)
        return self.base + path

    def write(self, path: str, writer: Callable[[BaseHTTPRequestHandler], None]) -> str:
        self.answers[path] = writer
        return self.base + path

    def paths(self) -> list[str]:
        """What was asked for beside robots.txt, in order."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture(autouse=True)
def _cache_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names no cache has one of the test's own, not the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


@pytest.fixture
def site() -> Iterator[Site]:
    """A site that answers 404 to all that it was not given."""
    ours = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            ours.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            given = ours.answers.get(self.path, (404, {}, b"nothing here"))
            self.close_connection = True
            if callable(given):
                given(self)
                return
            status, headers, body = given
            if status == 200 and self.headers.get("If-None-Match") == headers.get("ETag", ""):
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that hangs up is what some tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    ours.base = f"http://127.0.0.1:{server.server_port}"
    yield ours
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def webs(tmp_path: Path) -> Callable[..., Web]:
    """Makes views of the web that may see this machine, in no hurry to be polite."""

    def make(**changed: object) -> Web:
        given: dict[str, object] = {
            "cache": Cache(tmp_path / "cache"),
            "admits": lambda place: place == "127.0.0.1",
            "pause": 0.0,
            "limits": Limits(connect=2.0, read=2.0, total=4.0),
        }
        return Web(**{**given, **changed})  # type: ignore[arg-type]

    return make
