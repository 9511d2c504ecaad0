"""Lines that were kept to blocks: title, headings, bullets and whole paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.articles.lines import (
    LONGEST_TITLE_WORDS,
    Line,
    continues,
    folded,
    wrap_width,
)
from onrecord.articles.offsets import MappedText, Writer
from onrecord.records import Block, BlockKind

LONGEST_HEADING_WORDS = 12
BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block before it is written: its lines and what it is."""

    lines: tuple[Line, ...]
    kind: BlockKind

    @property
    def text(self) -> str:
        """Its lines with a blank between them."""
        return " ".join(line.text for line in self.lines)


def draft_blocks(
    lines: Sequence[Line], title: str | None, summaries: frozenset[int] = frozenset()
) -> list[Draft]:
    """The blocks of the kept lines, in order.

    `title` is what the metadata say it is, `summaries` the starts of lines that stand under a
    heading such as "Key points".
    """
    joined = _joined(lines)
    drafts: list[Draft] = []
    for at, group in enumerate(joined):
        following = joined[at + 1][0] if at + 1 < len(joined) else None
        if group[0].start in summaries:
            kind: BlockKind = "summary"
        elif at == 0 and _is_title(group, following, title):
            kind = "title"
        else:
            kind = _kind(group, following)
        drafts.append(Draft(lines=tuple(group), kind=kind))
    return _with_summary(drafts)


def _joined(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, each paragraph's together."""
    width = wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_title(group: list[Line], following: Line | None, title: str | None) -> bool:
    """Whether the first line is the title: not a bullet, not a sentence, and text comes after.

    What the metadata call the title is it, even if it ends in a full stop.
    """
    first = group[0]
    if title is not None and folded(" ".join(line.text for line in group)) == folded(title):
        return True
    if len(group) > 1 or first.mark == "bullet" or following is None:
        return False
    if title is not None and not _resembles(first.text, title):
        return False
    is_question = first.text.endswith(("?", "?’", "?”")) and following.blank_before
    return first.words <= LONGEST_TITLE_WORDS and (
        is_question or not (first.ends_sentence or first.text.endswith((":", ",", ";")))
    )


def _resembles(text: str, title: str) -> bool:
    """Whether most words of the shorter of two titles stand in the other."""
    here, there = set(folded(text).split()), set(folded(title).split())
    smaller = min(len(here), len(there))
    return smaller > 0 and len(here & there) >= 0.5 * smaller


def _kind(group: list[Line], following: Line | None) -> BlockKind:
    first = group[0]
    if first.mark == "bullet":
        return "bullet"
    if first.mark == "heading":
        return "heading"
    is_short = len(group) == 1 and first.words <= LONGEST_HEADING_WORDS
    looks_so = (
        is_short
        and not first.ends_sentence
        and first.text.rstrip("”’\"'")[-1:] not in ",;:-–—"
        and (first.text[0].isupper() or first.text[0].isdigit() or first.text[0] in "“‘\"'")
    )
    return "heading" if looks_so and following is not None else "paragraph"


def _with_summary(drafts: list[Draft]) -> list[Draft]:
    """Bullets before the first paragraph are the article's own summary, if one follows."""
    marked = list(drafts)
    for at, draft in enumerate(drafts):
        if draft.kind == "paragraph":
            return marked
        if draft.kind == "bullet":
            marked[at] = replace(draft, kind="summary")
    return drafts


def write_blocks(source: MappedText, drafts: Sequence[Draft]) -> tuple[MappedText, list[Block]]:
    """The article's text and its blocks, a blank line between two."""
    writer = Writer()
    blocks = []
    for draft in drafts:
        if writer.length:
            writer.insert(BETWEEN_BLOCKS)
        start = writer.length
        for at, line in enumerate(draft.lines):
            if at:
                gap = "" if draft.lines[at - 1].text.endswith("-") else " "
                writer.replace(source, draft.lines[at - 1].end, line.start, gap)
            writer.copy(source, line.start, line.end)
        blocks.append(Block(start=start, end=writer.length, kind=draft.kind))
    return writer.written(), blocks
