"""robots.txt: what a site asks of programs, and how long to pause between two questions.

Read as RFC 9309 says: the first 500 KiB count; an answer of "not there" allows everything; a
server in trouble allows nothing for now.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.sources.web.connection import Limits

if TYPE_CHECKING:
    from protego import Protego

NAME = "onrecord"
LIMITS = Limits(most_bytes=512_000, total=30.0, cut=True)
LONGEST_PAUSE = 30.0  # seconds; some sites ask for hours, and then nothing could be read
AGENT = re.compile(r"\s*user[- ]?agent\b\s*:?([^#]*)", re.I)
FRESH = 86_400  # seconds: RFC 9309 lets a copy be used for a day


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host; None where it has none."""

    rules: Protego | None

    def allow(self, address: str) -> bool:
        """Whether a program of our name may ask for this address."""
        return self.rules is None or bool(self.rules.can_fetch(address, NAME))

    def pause(self, usual: float) -> float:
        """Seconds between two questions: at least the usual, at most a bound."""
        asked = self.rules.crawl_delay(NAME) if self.rules else None
        return max(usual, min(float(asked or 0.0), LONGEST_PAUSE))


def read_robots(body: bytes) -> Robots:
    """The rules in a robots.txt; a last line that was cut off does not count."""
    if not body.strip():
        return Robots(None)
    from protego import Protego  # few runs need it

    if len(body) >= LIMITS.most_bytes:
        body = body[: body.rfind(b"\n") + 1]
    lines = body.decode("utf-8-sig", "replace").splitlines()
    return Robots(Protego.parse("\n".join(map(_without_others, lines))))


def _without_others(line: str) -> str:
    """A line that names a program, with one name for all that are not us.

    The rules of a group are kept for each of its programs: thousands of both would fill the memory.
    """
    match = AGENT.match(line)
    if match is None or match[1].strip() == "*":
        return line
    is_ours = match[1].partition("/")[0].strip().lower() == NAME
    return f"User-agent: {NAME if is_ours else 'others'}"
