"""Short ways to write files and to say what was found in them."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import ArticleUnreadable
from onrecord.records import Page
from onrecord.sources import SourceOptions, find_pages


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def found(root: Path, options: SourceOptions | None = None) -> list[str]:
    """The path of each page, or "where: reason" of what is none."""
    return [
        one.path if isinstance(one, Page) else f"{one.where}: {one.reason}"
        for one in find_pages(root, options or SourceOptions())
    ]


def pages(root: Path, options: SourceOptions | None = None) -> list[Page]:
    return [one for one in find_pages(root, options or SourceOptions()) if isinstance(one, Page)]


def problems(root: Path, options: SourceOptions | None = None) -> list[ArticleUnreadable]:
    return [
        one
        for one in find_pages(root, options or SourceOptions())
        if isinstance(one, ArticleUnreadable)
    ]
