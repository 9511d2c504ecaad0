"""The dates that a page states of itself, each with its kind, and what they come to together.

A page may state when it was published and when it was changed, and what came with it (a list of
articles, a column of a table) may say something else. One date is taken, and every other that
differs is named in its basis, so that a reader sees the conflict.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Literal

from onrecord.records import Interval
from onrecord.sources.dates import published_interval

Kind = Literal["published", "updated"]
# Names of meta tags and keys of JSON-LD that the Open Graph, Dublin Core, schema.org and the big
# publishing systems use.
KINDS: dict[str, Kind] = {
    "article:published_time": "published", "og:published_time": "published",
    "datepublished": "published", "date": "published", "dc.date": "published",
    "dc.date.issued": "published", "dcterms.issued": "published", "pubdate": "published",
    "publishdate": "published", "publish-date": "published", "publication_date": "published",
    "parsely-pub-date": "published", "sailthru.date": "published",
    "article:modified_time": "updated", "og:updated_time": "updated", "datemodified": "updated",
    "dcterms.modified": "updated", "dc.date.modified": "updated", "last-modified": "updated",
    "lastmod": "updated",
}  # fmt: skip
HEAD = 500_000  # characters of a page that are looked at; the rest of a hostile one is not
META = re.compile(r"<meta\s[^<>]{1,1000}>", re.I)
ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s{0,3}=\s{0,3}(?:"([^"<>]{0,300})"|'([^'<>]{0,300})')""")
MOST_TOLD = 3  # a page may show the days of a hundred other stories
NAMES = ("property", "name", "itemprop", "http-equiv")
LINKED = re.compile(r'"(datePublished|dateModified)"\s{0,5}:\s{0,5}"([^"<>]{4,60})"')


@dataclass(frozen=True, slots=True)
class Stated:
    """One date of a page: its kind, its day, and the tag or key that states it.

    `when` is None for what is no day: "2031-02-31", or 3 April and 4 March at once.
    """

    kind: Kind
    when: Interval | None
    where: str


def stated_dates(raw: str) -> tuple[Stated, ...]:
    """The dates that a page states, those of meta tags before those of JSON-LD, each once."""
    found: dict[tuple[Kind, dt.date | None, str], Stated] = {}
    for name, value in (*_of_tags(raw[:HEAD]), *LINKED.findall(raw[:HEAD])):
        kind = KINDS.get(name.lower())
        when = published_interval(unescape(value)) if kind else None
        if kind is not None and any(letter.isdigit() for letter in value):
            day = when.start if when else None
            found.setdefault((kind, day, name), Stated(kind, when, name))
    return tuple(found.values())


def _of_tags(raw: str) -> Iterator[tuple[str, str]]:
    """Yield (name, content) of the meta tags."""
    for tag in META.finditer(raw):
        pairs = {a.lower(): b or c for a, b, c in ATTRIBUTE.findall(tag.group())}
        name = next((pairs[key] for key in NAMES if pairs.get(key)), None)
        if name and pairs.get("content"):
            yield name, pairs["content"]


def settle_published(
    given: str | None, found: str | None, stated: Sequence[Stated]
) -> Interval | None:
    """When the article was published: as what came with the page gives it, else as the page does.

    `found` is what an extractor took for the date. Where the page states only when it was last
    changed, that bounds the date from above and no more.
    """
    published = [s for s in stated if s.kind == "published" and s.when is not None]
    updated = [s for s in stated if s.kind == "updated" and s.when is not None]
    came_with = published_interval(given)
    taken = came_with or published_interval(found)
    if came_with is None and published:
        # What an extractor sees elsewhere on the page may be another article's, or another zone's.
        days = {s.when.start: s.when for s in published if s.when is not None}
        taken = days.get(taken.start if taken else None) or published[0].when
    elif came_with is None and any(s.kind == "published" for s in stated):
        return (
            None  # the page states something that is no day: what an extractor makes of it is none
        )
    if taken is None:
        return None
    agreeing = [s for s in published if s.when is not None and s.when.start == taken.start]
    if came_with is None and not published and updated:
        changed = next((s for s in updated if s.when and s.when.start == taken.start), None)
        if changed is not None and changed.when is not None:
            basis = f"metadata: not after its change ({changed.where}); no date of publication"
            return Interval(start=None, end=changed.when.end, precision="fuzzy", basis=basis)
    basis = f"metadata: published ({agreeing[0].where})" if agreeing else taken.basis
    others = list(_differing(stated, taken))
    told = [f"{s.kind} {s.when.start} ({s.where})" for s in others[:MOST_TOLD] if s.when]
    if told:
        basis += "; the page also says " + ", ".join(told)
    if len(others) > MOST_TOLD:
        basis += f" and {len(others) - MOST_TOLD} other days"
    return replace(taken, basis=basis)


def by_sight(published: Interval | None, seen: str | None) -> Interval | None:
    """The date of an article that a crawler met on the day `seen`: it was out by then.

    That bounds a date that nothing states. What is stated stands; where it lies behind that day,
    the basis tells so. The crawler's clock may be a day behind that of the outlet.
    """
    met = published_interval(seen)
    if met is None or met.start is None or met.end is None:
        return published
    end = met.end + dt.timedelta(days=1)
    if published is None:
        basis = f"metadata: seen by a crawler on {met.start}; no date of publication"
        return Interval(start=None, end=end, precision="fuzzy", basis=basis)
    if published.start is not None and published.start >= end:
        return replace(
            published, basis=f"{published.basis}; a crawler had seen it on {met.start} already"
        )
    if published.precision != "fuzzy" or (published.end is not None and published.end <= end):
        return published
    basis = f"{published.basis}; seen by a crawler on {met.start}"
    return replace(published, end=end, basis=basis)


def _differing(stated: Sequence[Stated], taken: Interval) -> Iterator[Stated]:
    """Yield the dates of other days than the one taken, each kind and day once."""
    told = set()
    for one in stated:
        if one.when is None or one.when.start == taken.start:
            continue
        if (one.kind, one.when.start) not in told:
            told.add((one.kind, one.when.start))
            yield one
