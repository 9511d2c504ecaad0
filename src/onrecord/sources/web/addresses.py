"""Addresses on the web: how one is written, and which hosts we never speak to.

A host name is resolved once, every place it leads to is checked, and the connection is made to a
place that was checked: a name that leads elsewhere a moment later gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote, urljoin, urlsplit

from onrecord.errors import ArticleUnreadable
from onrecord.records import identity

PORTS = {"http": 80, "https": 443}
MOST_CHARACTERS = 2_000  # sitemaps end at 2,048, and no browser of today is asked for more
MOST_PLACES = 4  # of a host that are tried
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_.])?")
FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\<>]")  # a line end here would end a header
SECRETS = re.compile(r"(?<=//)[^/?#]*@")
NAT64 = ipaddress.ip_network("64:ff9b::/96")
Admits = Callable[[str], bool]  # whether we may connect to this IP address


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address: the host in ASCII, the target (path and query) percent-encoded, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def text(self) -> str:
        """The address as it is written, in one spelling."""
        return f"{self.scheme}://{self.netloc}{self.target}"

    @property
    def netloc(self) -> str:
        """Host and port as the header Host has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def at(self, target: str) -> Address:
        """Another target of the same host."""
        return replace(self, target=target)


def is_address(text: object) -> bool:
    """Whether this names a place on the web and no file."""
    return str(text).lower().startswith(("http://", "https://"))


def not_there(text: object) -> str:
    """What to say of a source that is neither an address of ours nor a file."""
    if re.match(r"[a-z][a-z0-9+.-]{1,20}://", str(text), re.I):
        return "only addresses with http:// or https:// are read; save the file, and name its path"
    return "no such file or folder; check the path"


def name_of(address: str) -> str:
    """The address as a record names it: no password and no query, where a feed's key stands."""
    return SECRETS.sub("", address).partition("?")[0]


def path_of(address: str) -> str:
    """The address as it stands in the paths of what a feed carries.

    A hash stands for the query: two feeds of a site may differ in that alone.
    """
    query = address.partition("?")[2]
    return name_of(address) + (f"?~{identity('query', query)[:8]}" if query else "")


def read_address(text: str, base: str = "") -> Address:
    """The address in this text, relative to `base`. Raises ArticleUnreadable.

    Only http and https, no name or password, no white space or control characters.
    """
    text = text.strip()
    shown = SECRETS.sub("", text)[:200]
    if len(text) > MOST_CHARACTERS or FORBIDDEN.search(text):
        detail = "too long" if len(text) > MOST_CHARACTERS else "characters that no address has"
        raise _unusable(shown, detail)
    try:
        parts = urlsplit(urljoin(base, text))
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _unusable(shown, str(error)) from error
    if parts.scheme not in PORTS:
        raise _unusable(shown, f"{parts.scheme or 'no scheme'}, not http or https")
    if "@" in parts.netloc:
        raise _unusable(shown, "a name or password stands in it")
    return Address(
        scheme=parts.scheme,
        host=_ascii_host(host, shown),
        port=port if port is not None else PORTS[parts.scheme],
        target=quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        + (f"?{quote(parts.query, safe=_QUERY)}" if parts.query else ""),
    )


_QUERY = "/%:@!$&'()*+,;=~?[]"


def _ascii_host(host: str, shown: str) -> str:
    """The host in ASCII (IDNA), or an IPv6 address. Raises ArticleUnreadable."""
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError as error:
            raise _unusable(shown, str(error)) from error
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError as error:
        raise _unusable(shown, "no host of this name can exist") from error
    if not HOST.fullmatch(name):
        raise _unusable(shown, "no host" if not name else "no host of this name can exist")
    return name


def _unusable(shown: str, detail: str) -> ArticleUnreadable:
    return ArticleUnreadable(shown, "unusable address", detail, "write it as https://host/path")


def is_public(place: str) -> bool:
    """Whether an IP address is one of the public web.

    Private, loopback, link-local, reserved and multicast addresses are not, nor an IPv6 address
    that stands for such an IPv4 one (mapped, 6to4, Teredo, NAT64).
    """
    try:
        ip = ipaddress.ip_address(place.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        stands_for = ip.ipv4_mapped
        if ip in NAT64:
            stands_for = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if stands_for is not None:
            return is_public(str(stands_for))
        if ip.is_site_local:
            return False
        if not all(is_public(str(one)) for one in (ip.sixtofour, *(ip.teredo or ())) if one):
            return False
    # Some Python versions count multicast as global, and none counts what is reserved as private.
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def checked_places(address: Address, admits: Admits) -> list[str]:
    """The IP addresses of a host, each one admitted. Raises ArticleUnreadable."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        detail = f"{address.host} is not known here"
        remedy = "check the spelling and the network, or read what is kept with --offline"
        raise ArticleUnreadable(address.text, "host not found", detail, remedy) from error
    places = list(dict.fromkeys(str(info[4][0]) for info in found))
    for place in places:
        if not admits(place):
            detail = place if place == address.host else f"{address.host} is {place}"
            remedy = "only the public web is read; save the page and read the file"
            raise ArticleUnreadable(address.text, "address of a private network", detail, remedy)
    return places[:MOST_PLACES]
