"""What the head of a Markdown file says of its article: title, authors, date, outlet, address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.articles.markdown import FRONT_MATTER
from onrecord.records import Metadata
from onrecord.sources.rows import split_authors
from onrecord.sources.web import is_address

KEY = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(?P<value>.*))?")
ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
LIST = re.compile(r"\[(?P<items>[^\[\]]*)\]")
# Which keys name what, the surest first. When a note was made is not when the article came out.
KEYS: Mapping[str, Sequence[str]] = {
    "title": ("title", "headline"),
    "authors": ("authors", "author", "byline"),
    "published": ("published", "date_published", "date"),
    "outlet": ("outlet", "publication", "publisher", "site", "source"),
    "url": ("url", "link", "canonical", "source"),
}


def with_front_matter(text: str, given: Metadata) -> Metadata:
    """What came with a file, completed by what its head between two lines of "---" says."""
    front = FRONT_MATTER.match(text)
    if front is None:
        return given
    said = _values(front.group())
    authors = tuple(name for value in _first(said, "authors") for name in split_authors(value))
    return Metadata(
        title=given.title or _one(said, "title"),
        outlet=given.outlet or _one(said, "outlet", address=False),
        published=given.published or _one(said, "published"),
        url=given.url or _one(said, "url", address=True),
        authors=given.authors or tuple(dict.fromkeys(authors)),
    )


def _values(front: str) -> dict[str, list[str]]:
    """The values of each key: one behind it, or a list of them behind it or below."""
    said: dict[str, list[str]] = {}
    values: list[str] = []
    for line in front.splitlines()[1:-1]:
        if key := KEY.fullmatch(line):
            values = said.setdefault(key["key"].lower(), [])
            value = (key["value"] or "").strip()
            items = LIST.fullmatch(value)
            values += items["items"].split(",") if items else [value]
        elif item := ITEM.fullmatch(line):
            values.append(item["value"])
    return {key: [bare for one in found if (bare := _bare(one))] for key, found in said.items()}


def _bare(value: str) -> str:
    """A value without its quotation marks, and a name without the brackets of a link."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.removeprefix("[[").removesuffix("]]").strip()


def _first(said: Mapping[str, list[str]], role: str) -> list[str]:
    return next((said[key] for key in KEYS[role] if said.get(key)), [])


def _one(said: Mapping[str, list[str]], role: str, *, address: bool | None = None) -> str | None:
    """The first value of a role; `address` says whether it must be one of the web, or must not."""
    values = (value for key in KEYS[role] for value in said.get(key, ())[:1])
    return next((v for v in values if address is None or is_address(v) is address), None)
