"""Markdown without its marks: headings, quotations, emphasis, links."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.articles.lines import Line, split_lines
from onrecord.articles.offsets import Edit, MappedText

FRONT_MATTER = re.compile(r"\A---\n(?:[^\n]*\n){0,60}?---(?:\n|\Z)")
# Possessive, and stopped by what opens the next one: a long row of "[" costs nothing.
ADDRESS = r"\((?:[^()\n]++|\([^()\n]{0,200}+\)){0,20}+\)"
MARKS = re.compile(
    r"(?P<rule>^[ ]{0,3}(?:(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,}|={3,}|-{3,})$)"
    r"|(?P<quote>^[ ]{0,3}(?:>[ ]?)+)"
    rf"|(?P<image>!\[[^\[\]\n]{{0,500}}+\]{ADDRESS})"
    rf"|\[(?P<linked>[^\[\]\n]{{1,500}}+)\]{ADDRESS}"
    r"|(?P<comment><!--[^<>]{0,2000}+-->)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,300}+>)"
    r"|(?P<strong>\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w))"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w))"
    r"|(?P<code>`{1,3})"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!>])",
    re.M,
)
HEADING = re.compile(r"#{1,6}[ \t]+")


def without_marks(source: MappedText) -> tuple[MappedText, list[Line]]:
    """The text without inline marks, and its lines with headings known as such."""
    edits = []
    front = FRONT_MATTER.match(source.text)
    at = front.end() if front else 0
    if front:
        edits.append(Edit(start=0, end=at, new=""))
    for mark in MARKS.finditer(source.text, at):
        edits.extend(_edits(mark))
    plain = source.edited(edits)
    return plain, [_without_heading_mark(line) for line in split_lines(plain.text)]


def _edits(mark: re.Match[str]) -> list[Edit]:
    if mark["linked"] is not None:
        start, end = mark.span("linked")
        return [
            Edit(start=mark.start(), end=start, new=""),
            Edit(start=end, end=mark.end(), new=""),
        ]
    if mark["escaped"] is not None:
        return [Edit(start=mark.start(), end=mark.start() + 1, new="")]
    return [Edit(start=mark.start(), end=mark.end(), new="")]


def _without_heading_mark(line: Line) -> Line:
    match = HEADING.match(line.text)
    if match is None:
        return line
    text = line.text[match.end() :].rstrip("# ")
    start = line.start + match.end()
    return replace(line, start=start, end=start + len(text), text=text, mark="heading")
