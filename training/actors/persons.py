"""Who served in which government when, from the coded entries of a dictionary."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.actors.words import word_set
from training.actors.names import person_name, without_initials
from training.actors.petrarch import Coded, Entry

SINCE = dt.date(1990, 1, 1)
# The dictionary of states grew from monthly lists of January 2003 to February 2011 (their starts
# and ends pile up there and stop): an office that it leaves open was held when they stopped.
KNOWN_UNTIL = dt.date(2011, 3, 1)
# Who sits in a cabinet; not parliaments, courts, parties, and not the codes that mix ministers with
# central banks (BUS) or broadcasters (MED).
IN_GOVERNMENT = re.compile(r"([A-Z]{3})GOV(?:MIL|DEV|AGR|EDU|HLH|LAB|ENV|COP|REL|REF|HRI|SPY)?$")
LEAST_LETTERS = 8
MANY_BEARERS = 10
SHORT_NAME = 3
# Two words, the first of one syllable of pinyin: the dictionary codes Hong Kong and Macau as China.
MAINLAND = re.compile(
    r"(?:[ZCS]h|[BPMFDTNLGKHJQXRZCSYW])?(?:[iu]?[aeou]|[AE])?[aeiou]?(?:ng?|r|i|o|u)? [^ ]+$"
)
# Codes of the dictionary that ISO 3166-1 writes otherwise.
RECODED = {"TMP": "TLS", "KSV": "XKX"}
# States younger than 1990: the dictionary has their officials from before under the same code.
FORMED = {
    "AM": "1991-09-21", "AZ": "1991-10-18", "BA": "1992-03-03", "BY": "1991-08-25",
    "CZ": "1993-01-01", "EE": "1991-08-20", "ER": "1993-05-24", "GE": "1991-04-09",
    "HR": "1991-06-25", "KG": "1991-08-31", "KZ": "1991-12-16", "LT": "1990-03-11",
    "LV": "1991-08-21", "MD": "1991-08-27", "ME": "2006-06-03", "MK": "1991-09-08",
    "PS": "1994-05-04", "RS": "2006-06-05", "RU": "1991-12-25", "SI": "1991-06-25",
    "SK": "1993-01-01", "SS": "2011-07-09", "TJ": "1991-09-09", "TL": "2002-05-20",
    "TM": "1991-10-27", "UA": "1991-08-24", "UZ": "1991-09-01", "XK": "2008-02-17",
    "YE": "1990-05-22",
}  # fmt: skip
# Words of offices and bodies that stand in the dictionary among the persons.
BODIES = word_set(
    """
    office department ministry agency council committee army forces guard services service house
    palace street bureau commission parliament assembly court union republic authority police navy
    team center centre university party movement front coalition board corps kremlin states congress
    administration senate society programme program politburo federation national
    """
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Service:
    """One row of the table: a person in a government from a day until before another.

    `to` is None where no source knows an end; `known_until` says until when the source knew.
    """

    name: str
    aliases: tuple[str, ...]
    state: str
    role: str
    from_: dt.date | None
    to: dt.date | None
    known_until: dt.date | None

    def cells(self) -> list[str]:
        """The row as text."""
        days = [day.isoformat() if day else "" for day in (self.from_, self.to, self.known_until)]
        return [self.name, "|".join(self.aliases), self.state, self.role, *days]


def services(entry: Entry, iso2: dict[str, str]) -> Iterator[Service]:
    """Yield the rows of one entry: none for an office, a body, or who left before 1990."""
    words = set(entry.name.lower().replace("_", " ").split())
    if words & BODIES:
        return
    held: dict[str, list[Coded]] = {}
    for coded in entry.codes:
        match = IN_GOVERNMENT.match(coded.code)
        state = iso2.get(RECODED.get(match.group(1), match.group(1))) if match else None
        if state is not None and not coded.always:
            held.setdefault(state, []).append(coded)
    for state, terms in sorted(held.items()):
        name = person_name(entry.name, state)
        if name is None or too_short(name) or (state == "CN" and not MAINLAND.match(name)):
            continue
        aliases = other_names(name, entry.aliases, state)
        for from_, to, known_until in spans(terms, state):
            yield Service(
                name=name,
                aliases=aliases,
                state=state,
                role="",
                from_=from_,
                to=to,
                known_until=known_until,
            )
            aliases = ()


def too_short(name: str) -> bool:
    """Whether a name has so few letters that many bear it: Li Bin, Ali Sad."""
    return sum(c.isalpha() for c in name) < LEAST_LETTERS


def without_common(rows: Iterable[Service]) -> list[Service]:
    """The rows but those whose short name is made of common words: Ali Hassan, John Martin.

    A word is common that stands in the names of ten persons of the list itself; an article's
    Ali Hassan is more often another.
    """
    listed = list(rows)
    bearers = {(word, s.name, s.state) for s in listed for word in _sounds(s.name)}
    counts = Counter(word for word, _, _ in bearers)
    common = {word for word, count in counts.items() if count >= MANY_BEARERS}
    return [
        replace(s, aliases=tuple(a for a in s.aliases if not _is_common(a, common)))
        for s in listed
        if not _is_common(s.name, common)
    ]


def _is_common(name: str, common: set[str]) -> bool:
    words = _sounds(name)
    return len(words) <= SHORT_NAME and set(words) <= common


def spans(
    terms: Iterable[Coded], state: str
) -> Iterator[tuple[dt.date | None, dt.date | None, dt.date | None]]:
    """Yield the times in office since 1990, those that touch as one: from, to, known until."""
    formed = dt.date.fromisoformat(FORMED[state]) if state in FORMED else dt.date.min
    times = []
    for term in terms:
        start = max(term.from_ or dt.date.min, formed)
        end = term.to or KNOWN_UNTIL
        if start < end and end > SINCE:
            times.append((start, end, term.to is None))
    joined: list[tuple[dt.date, dt.date, bool]] = []
    for start, end, is_open in sorted(times):
        if joined and start <= joined[-1][1]:
            before = joined.pop()
            last = max(before, (start, end, is_open), key=lambda t: (t[1], t[2]))
            joined.append((before[0], last[1], last[2]))
        else:
            joined.append((start, end, is_open))
    for start, end, is_open in joined:
        from_ = start if start > dt.date.min else None
        yield (from_, None, end) if is_open else (from_, end, None)


def other_names(name: str, aliases: Iterable[str], state: str) -> tuple[str, ...]:
    """The aliases that are full names of the same person: they share a word with the name."""
    own = set(_sounds(name))
    found = {without_initials(name)}
    for alias in aliases:
        other = person_name(alias, state)
        if other is not None and own & set(_sounds(other)):
            found |= {other, without_initials(other)}
    return tuple(sorted(n for n in found if n is not None and n != name))


def _sounds(name: str) -> list[str]:
    """The words of a name of three letters or more."""
    return [w for w in re.findall(r"[^\W\d_]+", name.lower()) if len(w) > 2]
