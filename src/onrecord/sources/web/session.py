"""The web as one run sees it: what it asks, how politely, and what it remembers.

An address is asked for once a run; asked for again, it comes from the cache. Nothing is asked
before `fetch`, and nothing is sent beside the address, our name and the conditions of the cache:
no cookies, no referrer, no credentials.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from importlib.metadata import version

from onrecord.errors import ArticleUnreadable
from onrecord.sources.web.addresses import Address, Admits, is_public, read_address
from onrecord.sources.web.cache import Cache, Kept, header_of
from onrecord.sources.web.connection import Answer, Limits, ask
from onrecord.sources.web.robots import FRESH, LIMITS, NAME, Robots, read_robots
from onrecord.sources.web.statuses import ASKS_TO_WAIT, REDIRECTS, refusal

PAUSE = 1.0  # seconds between two questions to one host
MOST_REDIRECTS = 5
MOST_TRIES = 3
LONGEST_WAIT = 60.0  # seconds: a host that asks for more (Retry-After) is told and left alone
ROBOTS_REMEDY = "ask the site, or save the page from your browser and read the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What stands at an address: `url` is where it was in the end."""

    url: str
    body: bytes
    media_type: str
    charset: str | None


@dataclass(slots=True)
class Web:
    """One run's view of the web.

    `offline` asks nobody and reads what is kept. `known` are paths that are on record already and
    passed over. `admits` says to which IP addresses we may connect.
    """

    offline: bool = False
    known: frozenset[str] = frozenset()
    cache: Cache = field(default_factory=Cache)
    admits: Admits = is_public
    pause: float = PAUSE
    limits: Limits = field(default_factory=Limits)
    _done: dict[str, tuple[str, str, str, str] | None] = field(default_factory=dict)
    _robots: dict[str, Robots | tuple[str, str, str, str]] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)  # host → when last

    def fetch(self, text: str, base: str = "") -> Fetched:
        """What stands at an address, relative to `base`. Raises ArticleUnreadable."""
        address = read_address(text, base)
        if address.text in self._done:
            failure = self._done[address.text]
            if failure is not None:
                raise ArticleUnreadable(*failure)
            return self._follow(address, asking=False)
        try:
            fetched = self._follow(address, asking=not self.offline)
        except ArticleUnreadable as error:
            detail = error.detail
            if error.where != address.text:
                detail = f"it leads on to {error.where}" + (f": {detail}" if detail else "")
            told = (address.text, error.reason, detail, error.remedy)
            self._done[address.text] = told
            raise ArticleUnreadable(*told) from error
        self._done[address.text] = None
        return fetched

    def _follow(self, address: Address, *, asking: bool) -> Fetched:
        """What stands at the end of the redirects; each of them is checked like the first."""
        hop = address
        for _ in range(MOST_REDIRECTS + 1):
            kept = self._asked_for(hop) if asking else self._kept(hop)
            if kept.location is None:
                return Fetched(
                    url=hop.text, body=kept.body, media_type=kept.media_type, charset=kept.charset
                )
            hop = read_address(kept.location, hop.text)
        raise ArticleUnreadable(
            address.text,
            "redirects without end",
            f"more than {MOST_REDIRECTS}",
            "open it in a browser, and give the address where it ends",
        )

    def _kept(self, address: Address) -> Kept:
        kept = self.cache.load(address.text)
        if kept is None:
            remedy = "read it once without --offline"
            raise ArticleUnreadable(address.text, "not in the cache", "", remedy)
        return kept

    def _asked_for(self, address: Address) -> Kept:
        """The answer of a host, kept; what is kept already if it says that nothing changed."""
        kept = self.cache.load(address.text)
        robots = self._robots_of(address)
        if not robots.allow(address.text):
            raise ArticleUnreadable(
                address.text, "robots.txt refuses", "the site asks programs to stay away",
                ROBOTS_REMEDY,
            )  # fmt: skip
        answer = self._politely(address, kept.conditions if kept else {}, robots)
        if answer.status == 304 and kept is not None:
            self.cache.confirm(address.text)
            return kept
        new = _to_keep(address, answer)
        self.cache.store(new)
        return new

    def _politely(self, address: Address, conditions: dict[str, str], robots: Robots) -> Answer:
        """The answer after the pause that is due, and after the wait that the host asks for."""
        for _ in range(MOST_TRIES):
            self._wait(address, robots.pause(self.pause))
            answer = self._ask(address, conditions, self.limits)
            wait = seconds_to_wait(answer) if answer.status in ASKS_TO_WAIT else None
            if wait is None or wait > LONGEST_WAIT:
                break
            time.sleep(wait)
        return answer

    def _wait(self, address: Address, pause: float) -> None:
        due = self._asked.get(address.host, float("-inf")) + pause
        time.sleep(max(0.0, due - time.monotonic()))

    def _ask(self, address: Address, headers: dict[str, str], limits: Limits) -> Answer:
        if not self._asked:
            self.cache.trim()  # before the first question, so that nothing goes that this run needs
        agent = {"User-Agent": f"{NAME}/{version('onrecord')}"}
        try:
            return ask(address, {**agent, **headers}, admits=self.admits, limits=limits)
        finally:
            self._asked[address.host] = time.monotonic()

    def _robots_of(self, address: Address) -> Robots:
        """The rules of a host, asked for once. Raises ArticleUnreadable if it cannot say them."""
        place = address.at("/robots.txt")
        known = self._robots.get(place.text)
        if known is None:
            try:
                known = read_robots(self._robots_text(place))
            except ArticleUnreadable as error:
                known = (error.where, error.reason, error.detail, error.remedy)
            self._robots[place.text] = known
        if isinstance(known, tuple):
            _, reason, detail, remedy = known
            raise ArticleUnreadable(address.text, reason, detail, remedy)
        return known

    def _robots_text(self, place: Address) -> bytes:
        kept = self.cache.load(place.text)
        if kept is not None and kept.location is None and kept.age < FRESH:
            return kept.body
        hop, body = place, b""
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask(hop, {}, LIMITS)
            if answer.status not in REDIRECTS:
                break
            hop = read_address(_location(answer), hop.text)
        if answer.status >= 500 or answer.status in ASKS_TO_WAIT:
            detail = f"{place.text} answers with status {answer.status}"
            remedy = "try again later: a site that cannot say its rules is left alone"
            raise ArticleUnreadable(place.text, "robots.txt unreadable", detail, remedy)
        body = answer.body if answer.status == 200 else b""
        self.cache.store(Kept(url=place.text, body=body))
        return body


def _to_keep(address: Address, answer: Answer) -> Kept:
    """An answer as it is kept. Raises ArticleUnreadable for one that holds nothing to read."""
    location = _location(answer)
    if answer.status in REDIRECTS and location:
        # Judged before it is kept: what is no address cannot be followed from the cache either.
        return Kept(url=address.text, location=read_address(location, address.text).text)
    if answer.status != 200:
        raise refusal(address.text, answer)
    kind = Message()
    kind["Content-Type"] = header_of(answer.headers, "content-type") or ""
    try:
        charset = kind.get_param("charset")
    except (TypeError, ValueError, LookupError):  # "charset*=a; charset*0=b": none is declared
        charset = None
    return Kept(
        url=address.text,
        media_type=kind.get_content_type() if kind["Content-Type"] else "",
        charset=charset if isinstance(charset, str) else None,
        etag=header_of(answer.headers, "etag"),
        last_modified=header_of(answer.headers, "last-modified"),
        body=answer.body,
    )


def _location(answer: Answer) -> str:
    """Where an answer leads on to; its bytes are UTF-8 as in a page, where they are that."""
    told = answer.headers.get("location", "")
    try:
        return told.encode("latin-1").decode("utf-8")  # a header comes as one letter for each byte
    except UnicodeError:
        return told


def seconds_to_wait(answer: Answer) -> float | None:
    """How long the host asks us to wait (Retry-After, seconds or a date); None if it does not."""
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit() and len(asked) < 10:
        return float(asked)
    try:
        when = parsedate_to_datetime(asked)
        when = when if when.tzinfo is not None else when.replace(tzinfo=dt.UTC)
        return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None
