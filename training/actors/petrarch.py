r"""Reads actor dictionaries in the format of PETRARCH: names, other names, codes with their dates.

    ILYA_MAREN_  ; where it is from
    +ILYA_P._MAREN_
    \t[ARVGOV 19980101-20040712]  # a remark
    \t[ARVGOV >040713]
    \t[ARVELI]

`<date`, `>date` and `date-date` bound a code, both ends included; a code without a date holds
always. What follows `;` or `#`, and what stands between `<!--` and `-->`, is a remark.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

REMARK = re.compile(r"[;#].*")
MARKUP = re.compile(r"<!--.*?-->", re.DOTALL)
CODE = re.compile(r"\[\s*([A-Z-]+)\s*([^\]]*)\]")
BOUNDS = re.compile(r"([<>]?)\s*(\d+)(?:\s*-\s*(\d+))?\s*>?$")
# Years of two digits: 99 is 1999, 07 is 2007. The dictionaries write 19260101 for a year below 30.
PIVOT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code from a day until before another; None is open. `always` if it came without a date."""

    code: str
    from_: dt.date | None
    to: dt.date | None
    always: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One actor as written: phrases with underscores between words. `listed`: from CountryInfo."""

    name: str
    aliases: tuple[str, ...]
    codes: tuple[Coded, ...]
    listed: bool


def decode(data: bytes) -> str:
    """The text of a dictionary: UTF-8, with stray bytes of Latin-1; no control characters."""
    lines = []
    for line in data.replace(b"\0", b"").split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("latin-1"))
    return "\n".join(lines)


def read_entries(text: str) -> Iterator[Entry]:
    """Yield the actors in the order of the text; one without any code says nothing and is left."""
    name, aliases, codes, listed = "", list[str](), list[Coded](), False
    for line in MARKUP.sub("", text).split("\n"):
        body = REMARK.sub("", line).rstrip()
        if not body.strip():
            continue
        if body.startswith("+"):
            aliases.append(phrase(body[1:]))
        elif body[0].isspace():
            codes.extend(read_codes(body))
        else:
            if name and codes:
                yield Entry(name=name, aliases=tuple(aliases), codes=tuple(codes), listed=listed)
            name, aliases, codes = phrase(body), [], list(read_codes(body))
            listed = "countryinfo" in line.lower()
    if name and codes:
        yield Entry(name=name, aliases=tuple(aliases), codes=tuple(codes), listed=listed)


def phrase(body: str) -> str:
    """The words before any code, one underscore between them, none around them."""
    return "_".join(body.partition("[")[0].replace("_", " ").split())


def read_codes(body: str) -> Iterator[Coded]:
    """Yield the codes of a line; one with a date that is none is left."""
    for code, bounds in CODE.findall(body):
        if not bounds.strip():
            yield Coded(code=code, from_=None, to=None, always=True)
            continue
        match = BOUNDS.match(bounds.strip())
        if match is None:
            continue
        sign, first, last = match.group(1), read_date(match.group(2)), match.group(3)
        until = read_date(last) if last else None
        if first is None or (last and (until is None or sign or until < first)):
            continue
        if sign == "<":
            yield Coded(code=code, from_=None, to=first + dt.timedelta(days=1))
        elif until is not None:
            yield Coded(code=code, from_=first, to=until + dt.timedelta(days=1))
        elif sign == ">":
            yield Coded(code=code, from_=first, to=None)


def read_date(digits: str) -> dt.date | None:
    """The day of YYYYMMDD or YYMMDD, or None if there is no such day."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < PIVOT else "19") + digits
    if len(digits) != 8:
        return None
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
