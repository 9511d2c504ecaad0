"""One question to one host, bounded in every way: places, bytes, times.

The socket is ours, made to an address that was checked; urllib3 speaks over it. What a server may
draw out (the greeting, each header, each byte of the body) has one end: a clock that cuts the
socket off.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import TYPE_CHECKING

from onrecord.errors import ArticleUnreadable
from onrecord.sources.web.addresses import Address, Admits, checked_places, is_public

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one answer may take: bytes as sent and unpacked alike, seconds.

    `cut` takes the beginning of what is too long instead of refusing it.
    """

    most_bytes: int = 20_000_000  # the longest newspaper page we know has 2 MB
    connect: float = 10.0
    read: float = 20.0  # of silence
    total: float = 60.0
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answered: status, headers by lower-case name, the body unpacked."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def ask(
    address: Address,
    headers: Mapping[str, str],
    *,
    admits: Admits = is_public,
    limits: Limits = Limits(),
) -> Answer:
    """The answer of a host to one GET. Raises ArticleUnreadable.

    `admits` says to which IP addresses we may connect.
    """
    from urllib3.connection import HTTPConnection  # heavy, and most runs never leave the machine
    from urllib3.exceptions import HTTPError

    started = time.monotonic()
    plain = _connected(address, checked_places(address, admits), limits)
    left = max(0.1, limits.total - (time.monotonic() - started))
    with _cut_off_after(left, plain) as late:
        try:
            with _secured(plain, address, limits) as stream:
                connection = HTTPConnection(address.host, address.port, timeout=limits.read)
                connection.sock = stream
                own = {"Host": address.netloc, "Accept-Encoding": "gzip", "Connection": "close"}
                connection.request(
                    "GET", address.target, headers={**own, **headers}, preload_content=False
                )
                with closing(connection), closing(connection.getresponse()) as response:
                    body = _body(response, address, limits) if response.status == 200 else b""
                    told = {name.lower(): value for name, value in response.headers.items()}
                    answer = Answer(status=response.status, headers=told, body=body)
        except (OSError, HTTPError, HTTPException, ValueError) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                raise _too_slow(address, limits, whole=late.is_set()) from error
            raise _broken(address, error) from error
    if late.is_set():
        raise _too_slow(address, limits, whole=True)
    return answer


def _connected(address: Address, places: list[str], limits: Limits) -> socket.socket:
    """A socket to the first of these places that takes it."""
    failure: OSError | None = None
    for place in places:
        try:
            return socket.create_connection((place, address.port), timeout=limits.connect)
        except OSError as error:
            failure = failure or error
    cause = (failure.strerror or str(failure)) if failure else "it has no address"
    detail = f"{address.netloc}: {cause}"
    raise ArticleUnreadable(
        address.text, "no connection", detail, "check the network, or try again later"
    ) from failure


@contextmanager
def _cut_off_after(seconds: float, plain: socket.socket) -> Iterator[threading.Event]:
    """A clock that shuts the connection down; the event says that it did."""
    late = threading.Event()
    twin = plain.dup()  # TLS takes the socket over; shutting its twin down ends both

    def cut() -> None:
        late.set()
        with suppress(OSError):
            twin.shutdown(socket.SHUT_RDWR)

    clock = threading.Timer(seconds, cut)
    clock.daemon = True
    clock.start()
    try:
        yield late
    finally:
        clock.cancel()
        clock.join()
        twin.close()


@contextmanager
def _secured(plain: socket.socket, address: Address, limits: Limits) -> Iterator[socket.socket]:
    """The stream to speak over: for https with the certificate checked against the host's name."""
    plain.settimeout(limits.read)
    with plain:
        if address.scheme == "http":
            yield plain
            return
        context = ssl.create_default_context()
        with context.wrap_socket(plain, server_hostname=address.host) as stream:
            yield stream


def _body(response: HTTPResponse, address: Address, limits: Limits) -> bytes:
    """The body, unpacked piece by piece so that a bomb ends at the bound."""
    parts: list[bytes] = []
    size = 0
    while size <= limits.most_bytes and (part := response.read(CHUNK)):
        parts.append(part)
        size += len(part)
    if size > limits.most_bytes and not limits.cut:
        detail = f"more than {limits.most_bytes:,} bytes"
        raise ArticleUnreadable(
            address.text, "answer too large", detail, "save what you need of it and read the file"
        )
    return b"".join(parts)[: limits.most_bytes]


def _too_slow(address: Address, limits: Limits, *, whole: bool) -> ArticleUnreadable:
    detail = (
        f"not done after {limits.total:g} s" if whole else f"nothing came for {limits.read:g} s"
    )
    return ArticleUnreadable(address.text, "answer too slow", detail, "try again later")


def _broken(address: Address, error: Exception) -> ArticleUnreadable:
    cause = str(error)[:200] or type(error).__name__
    if isinstance(error, ssl.SSLCertVerificationError):
        remedy = "nothing was sent; try the address in a browser, or save the page and read it"
        return ArticleUnreadable(address.text, "certificate not valid", cause, remedy)
    return ArticleUnreadable(address.text, "broken answer", cause, "try again later")
