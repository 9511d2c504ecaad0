"""HTML source to the text that it shows, each character with its place in the source.

This is no parser: it only tells tags from text, in one pass, and puts a line end where a block
begins or ends. Which text is the article is decided elsewhere.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field

from onrecord.articles.offsets import Edit, MappedText

# A quote in a tag matters only after "=", as browsers read it. Atomic, so that it cannot go back.
TAG = re.compile(r"""<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?>=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>""")
PLAIN_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*+>")
NAME = re.compile(r"</?[a-zA-Z]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark
    nobr q s samp small span strike strong sub sup time tt u var wbr""".split()  # noqa: SIM905
)
SILENT = ("script", "style", "template", "svg", "textarea", "iframe", "math", "object", "select")
SILENT_END = {name: re.compile(rf"</{name}\b", re.I) for name in SILENT}
# Parts of a page that say of themselves what they are.
PARTS = {
    "head": "page title",
    "nav": "navigation",
    "header": "page header",
    "footer": "page footer",
    "aside": "aside",
    "form": "form",
    "button": "form",
    "figcaption": "photo caption",
}
CUTS = ("", " ", "\n")  # the later is the stronger
MARK = re.compile("[<&]")
ELSEWHERE = "beside the article"


@dataclass(slots=True)
class ShownText:
    """The text of a page; blocks are divided by line ends, other whitespace is one blank."""

    shown: MappedText
    # Where in the source a part of the page begins or ends, and what text after it is.
    changes: list[tuple[int, str]] = field(default_factory=list)

    def reason_at(self, raw_at: int) -> str:
        """What text at this place of the source is if it is not the article's."""
        index = bisect_right(self.changes, raw_at, key=lambda change: change[0]) - 1
        return self.changes[index][1] if index >= 0 else ELSEWHERE


def shown_text(raw: str) -> ShownText:
    """The text that a page shows."""
    reader = _Reader(raw)
    reader.read()
    return ShownText(shown=MappedText.of(raw).edited(reader.edits), changes=reader.changes)


class _Reader:
    """One pass over the source that collects what to cut and what to replace."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.edits: list[Edit] = []
        self.changes: list[tuple[int, str]] = []
        self._open = dict.fromkeys(PARTS, 0)
        self._quotes_close = True
        self._comment_ends = True  # whether a "-->" may still come

    def read(self) -> None:
        raw, at = self.raw, 0
        while mark := MARK.search(raw, at):
            found = mark.start()
            self._blanks(at, found)
            at = self._entity(found) if raw[found] == "&" else self._markup(found)
        self._blanks(at, len(raw))

    def _blanks(self, start: int, end: int) -> None:
        """Make each run of whitespace one blank."""
        for run in SPACES.finditer(self.raw, start, end):
            if run.group() != " " or self._touches(run.start()):
                self._cut(run.start(), run.end(), " ")

    def _entity(self, at: int) -> int:
        match = ENTITY.match(self.raw, at)
        if match is None:
            return at + 1
        meant = html.unescape(match.group())
        if meant == match.group():
            return match.end()
        new = " " if meant == "\xa0" else meant
        self.edits.append(Edit(start=at, end=match.end(), new=new))
        return match.end()

    def _markup(self, at: int) -> int:
        raw = self.raw
        if raw.startswith("<!--", at) and self._comment_ends:
            end = raw.find("-->", at + 4)
            if end >= 0:
                return self._cut(at, end + 3, "")
            self._comment_ends = False
        tag = self._tag(at)
        if tag is None:
            end = raw.find(">", at, at + 5000) + 1 if raw[at + 1 : at + 2] in {"!", "?"} else 0
            return self._cut(at, end, "") if end else at + 1
        name = tag["name"].lower()
        if name in PARTS:
            self._part(name, tag)
        if name in SILENT_END and not tag["close"] and not tag.group().endswith("/>"):
            end_tag = SILENT_END[name].search(raw, tag.end())
            return self._cut(at, end_tag.start() if end_tag else len(raw), " ")
        return self._cut(at, tag.end(), "" if name in INLINE else "\n")

    def _tag(self, at: int) -> re.Match[str] | None:
        """The tag that begins here; once a quote was never closed, quotes mean nothing more."""
        if self._quotes_close:
            tag = TAG.match(self.raw, at)
            if tag is not None or not NAME.match(self.raw, at):
                return tag
            self._quotes_close = False
        return PLAIN_TAG.match(self.raw, at)

    def _touches(self, at: int) -> bool:
        """Whether the last edit was a cut that ends here."""
        return bool(self.edits) and self.edits[-1].end == at and self.edits[-1].new in CUTS

    def _cut(self, start: int, end: int, new: str) -> int:
        """Cut a tag or whitespace; what touches becomes one cut: line end over blank over none."""
        if self._touches(start):
            last = self.edits.pop()
            start, new = last.start, max(last.new, new, key=CUTS.index)
        self.edits.append(Edit(start=start, end=end, new=new))
        return end

    def _part(self, name: str, tag: re.Match[str]) -> None:
        """Note that a part of the page begins or ends here."""
        self._open[name] = max(0, self._open[name] + (-1 if tag["close"] else 1))
        inside = [PARTS[part] for part, depth in self._open.items() if depth]
        self.changes.append((tag.end(), inside[-1] if inside else ELSEWHERE))
