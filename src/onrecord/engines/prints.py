"""Which pages are one article, and which are reprints: the same bytes under several outlets.

All pages are looked over before any is read, so that neither the order of rows nor an earlier run
decides. Of the same bytes, each outlet and address that is named makes an article of its own; the
first of them by name keeps the hash of the bytes as its id. Everything else is a duplicate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import ArticleUnreadable
from onrecord.records import Page, identity
from onrecord.sources.web import is_address

Print = tuple[str, str]  # outlet, address; "" where none is named
WEB = "web:"  # begins the place of a page of the web


@dataclass(slots=True)
class Prints:
    """For each hash of an original its prints, and the place that each is read from."""

    places: dict[str, dict[Print, str]] = field(default_factory=dict)
    pages: int = 0

    def article_id(self, page: Page) -> str | None:
        """The id of a reprint; None where the article's id is the hash of its bytes."""
        if _print(page) == min(self._told(page.sha256)):
            return None
        return identity("reprint", page.sha256, *_print(page))

    def duplicate_of(self, page: Page, key: str) -> str | None:
        """The place that gives this article already; None if it is this place."""
        told = self._told(page.sha256)
        place = told.get(_print(page)) or told[min(told)]
        return None if place == key else place

    def add(self, page: Page, place: str) -> None:
        """Take note of a print; of several places the first by name gives it."""
        known, printed = self.places.setdefault(page.sha256, {}), _print(page)
        known[printed] = min(place, known.get(printed, place))

    def _told(self, sha256: str) -> dict[Print, str]:
        """The prints that are articles: those with an outlet, or the one without."""
        prints = self.places[sha256]
        named = {p: place for p, place in prints.items() if p[0]}
        return named or prints


def survey(pages: Iterable[Page | ArticleUnreadable], root: Path | str) -> Prints:
    """The prints of these pages."""
    prints = Prints()
    for page in pages:
        if isinstance(page, Page):
            prints.pages += 1
            prints.add(page, place_of(root, page))
    return prints


def place_of(root: Path | str, page: Page) -> str:
    """The name under which the reading of a page is remembered.

    The same file is the same place whether its folder was read or it alone; files of one name in
    two folders are two. The folder stands in it as a hash: a record is shared, a disk is not.
    A page of the web is the same whichever feed or list led to it.
    """
    if is_address(page.path):
        return f"{WEB}{page.path}"
    if str(root) == "-":
        return f"-:{page.sha256}:{page.path}"
    folder = Path(root).resolve()
    folder = folder.parent if folder.is_file() else folder
    return f"{identity('folder', str(folder))[:8]}:{page.path}"


def _print(page: Page) -> Print:
    return (page.metadata.outlet or "", page.metadata.url or "")
