"""A page to an article: mend, split, leave out, join, and keep the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from onrecord.articles.blocks import draft_blocks, write_blocks
from onrecord.articles.characters import repaired
from onrecord.articles.exclusions import Sorted, sort_lines
from onrecord.articles.front_matter import with_front_matter
from onrecord.articles.html import read_html
from onrecord.articles.language import check_english
from onrecord.articles.leftovers import leftovers
from onrecord.articles.lines import Line, split_lines
from onrecord.articles.markdown import without_marks
from onrecord.articles.offsets import Edit, MappedText
from onrecord.articles.stated import by_sight
from onrecord.errors import ArticleUnreadable
from onrecord.records import Article, Excluded, Interval, Metadata, Page
from onrecord.sources.dates import published_interval


def read_article(page: Page) -> Article:
    """The article on a page.

    Raises ArticleUnreadable if there is no text, if it is a login page or not in English.
    """
    if page.media_type == "text/html":
        content = read_html(page)
        found = by_sight(content.published, page.metadata.seen)
        return build(page, content.source, content.lines, content.metadata, found, content.excluded)
    source = repaired(_without(page))
    lines = split_lines(source.text)
    if page.media_type == "text/markdown":
        page = replace(page, metadata=with_front_matter(source.text, page.metadata))
        source, lines = without_marks(source)
    elif page.media_type == "application/pdf":
        lines = [replace(line, is_whole=True) for line in lines]
    given = by_sight(published_interval(page.metadata.published), page.metadata.seen)
    return build(page, source, lines, page.metadata, given, page.left_out)


def _without(page: Page) -> MappedText:
    """The text of a page without what its source left out.

    A page of a PDF that ends inside a paragraph ends no line there.
    """
    raw = MappedText.of(page.raw)
    kept = raw.edited(Edit(start=o.raw_start, end=o.raw_end, new="") for o in page.left_out)
    if page.media_type != "application/pdf":
        return kept
    ends = re.finditer("(?<= )\f", kept.text)
    return kept.edited(Edit(start=end.start(), end=end.end(), new="") for end in ends)


def build(
    page: Page,
    source: MappedText,
    lines: Sequence[Line],
    metadata: Metadata,
    published: Interval | None,
    excluded: Sequence[Excluded],
) -> Article:
    """The article made of these lines of a source."""
    found = sort_lines(lines, metadata)
    kept = [
        _without_label(line, found.labels.get(at, 0))
        for at, line in enumerate(lines)
        if at not in found.reasons
    ]
    summaries = frozenset(lines[at].start + found.labels.get(at, 0) for at in found.summaries)
    drafts = draft_blocks(kept, metadata.title, summaries)
    body = [draft.text for draft in drafts if draft.kind not in {"title", "heading"}]
    if not any(character.isalpha() for text in body for character in text):
        raise ArticleUnreadable(page.path, "no text", "", "is it a picture or a list of links?")
    language = check_english(body, page.path)
    text, blocks = write_blocks(source, drafts)
    segments = text.segments()
    left_out = [*excluded, *_by_rule(source, lines, found)]
    heading = next((draft.text for draft in drafts[:1] if draft.kind == "title"), None)
    return Article(
        id=page.sha256,
        path=page.path,
        sha256=page.sha256,
        text=text.text,
        raw=page.raw,
        encoding=page.encoding,
        segments=segments,
        blocks=tuple(blocks),
        excluded=leftovers(page, segments, left_out),
        title=metadata.title or heading,
        outlet=metadata.outlet or _host(metadata.url),
        url=metadata.url,
        authors=metadata.authors,
        language=language,
        published=published,
        cites=tuple(dict.fromkeys(found.cites)),
    )


def _by_rule(source: MappedText, lines: Sequence[Line], found: Sorted) -> Iterator[Excluded]:
    """Yield the lines, and the labels of lines, that a rule left out."""
    left_out = [(lines[at], len(lines[at].text), why) for at, why in found.reasons.items()]
    left_out += [(lines[at], length, "label") for at, length in found.labels.items()]
    for line, length, reason in sorted(left_out, key=lambda one: one[0].start):
        end = line.end if length == len(line.text) else line.start + length
        raw = source.raw_range(line.start, end)
        if raw is not None:
            text = line.text[:length].strip()
            yield Excluded(raw_start=raw[0], raw_end=raw[1], text=text, reason=reason)


def _without_label(line: Line, length: int) -> Line:
    """The line after a label such as "Story highlights"."""
    return replace(line, start=line.start + length, text=line.text[length:]) if length else line


def _host(url: str | None) -> str | None:
    """The host of an address without "www." and port; None if it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
