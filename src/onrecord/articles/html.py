"""HTML to the lines of its article: trafilatura says what is article, we find it in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.articles.alignment import Aligner, merged
from onrecord.articles.characters import repaired
from onrecord.articles.extraction import Extract, extract
from onrecord.articles.lines import Line
from onrecord.articles.markup import ELSEWHERE, ShownText, shown_text
from onrecord.articles.offsets import MappedText
from onrecord.articles.stated import settle_published, stated_dates
from onrecord.errors import ArticleUnreadable
from onrecord.records import Excluded, Interval, Metadata, Page

LOGIN = re.compile(
    r"\b(?:log ?in|sign ?in|password|forgot your|create an account|already a subscriber"
    r"|subscribe to (?:continue|read)|accept (?:all )?cookies|cookie (?:policy|settings|consent)"
    r"|we value your privacy|enable javascript|verify you are (?:a )?human)\b",
    re.I,
)
PASSWORD_FIELD = re.compile(r"<input\b[^>]{0,500}\btype\s*=\s*[\"']?password\b", re.I)
VERY_FEW_WORDS = 40  # then one sign of a login is enough, otherwise it takes two
FEW_WORDS = 120  # a login or consent page says less than that; an article seldom does


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlContent:
    """What was found on an HTML page. `source` is the text it shows."""

    source: MappedText
    lines: tuple[Line, ...]
    metadata: Metadata
    published: Interval | None
    excluded: tuple[Excluded, ...]


def read_html(page: Page) -> HtmlContent:
    """The article of an HTML page. Raises ArticleUnreadable if it is a login or consent page."""
    shown = shown_text(page.raw)
    source = repaired(shown.shown)
    if "<" in page.raw:
        extracts, found = extract(page.raw, page.metadata.url)
    else:
        extracts, found = [], Metadata()
    lines = _lines(source, extracts) or _all_lines(source, shown)
    _check_login(page, lines)
    _check_shown(page, lines, extracts)
    source = replace(source, text=_without_line_ends_inside(source.text, lines))
    return HtmlContent(
        source=source,
        lines=tuple(lines),
        metadata=_both(page.metadata, found),
        published=settle_published(
            page.metadata.published, found.published, stated_dates(page.raw)
        ),
        excluded=tuple(_left_out(source, shown, lines)),
    )


def _both(given: Metadata, found: Metadata) -> Metadata:
    """What the source says of a page, completed by what the page says of itself."""
    return Metadata(
        title=given.title or found.title,
        outlet=given.outlet or found.outlet,
        published=given.published or found.published,
        url=given.url or found.url,
        authors=given.authors or found.authors,
    )


def _lines(source: MappedText, extracts: Sequence[Extract]) -> list[Line]:
    """The extracted lines where they stand in the source, in its order, none twice."""
    aligner = Aligner(source.text)
    placed: list[tuple[int, int, Extract]] = []
    for one in extracts:
        for start, end in merged(aligner.find(one.text), source.text):
            placed.append((start, end, one))
    placed.sort(key=lambda place: place[:2])
    lines: list[Line] = []
    for start, end, one in placed:
        if lines and start < lines[-1].end:
            continue
        lines.append(
            Line(
                start=start,
                end=end,
                text=" ".join(source.text[start:end].split()),
                blank_before=one.new_block,
                mark=one.mark,
            )
        )
    return lines


def _all_lines(source: MappedText, shown: ShownText) -> list[Line]:
    """Every line outside navigation and the like, for a page in which no article was found."""
    lines = []
    for start, end in _shown_lines(source.text, 0, len(source.text)):
        if _reason(source, shown, start) == ELSEWHERE:
            text = source.text[start:end]
            lines.append(Line(start=start, end=end, text=text, blank_before=True))
    return lines


def _check_login(page: Page, lines: Sequence[Line]) -> None:
    """Raise ArticleUnreadable if the page says little, and that is about logging in."""
    words = sum(line.words for line in lines)
    if words >= FEW_WORDS:
        return
    text = "\n".join(line.text for line in lines).lower()
    said = len(set(LOGIN.findall(text))) + (PASSWORD_FIELD.search(page.raw) is not None)
    if said > 1 or (said and words < VERY_FEW_WORDS):
        raise ArticleUnreadable(
            page.path, "login page", "", "log in with a browser and save the article itself"
        )


def _check_shown(page: Page, lines: Sequence[Line], extracts: Sequence[Extract]) -> None:
    """Raise ArticleUnreadable if most of the article stands in a script, where no reader sees it.

    Trafilatura reads it there; we could not lead a reader back to its characters.
    """
    wanted = sum(len(one.text) for one in extracts)
    if sum(len(line.text) for line in lines) < wanted / 2:
        raise ArticleUnreadable(
            page.path,
            "no text",
            "the article stands in a script of the page only",
            "save the page from a browser, as it is shown",
        )


def _without_line_ends_inside(text: str, lines: Sequence[Line]) -> str:
    """The text with a blank for each line end inside a line: no character more or less."""
    parts, at = [], 0
    for line in lines:
        parts += [text[at : line.start], text[line.start : line.end].replace("\n", " ")]
        at = line.end
    return "".join([*parts, text[at:]])


def _left_out(source: MappedText, shown: ShownText, lines: Sequence[Line]) -> Iterator[Excluded]:
    """Yield every shown line, or part of one, that is not in the article."""
    at = 0
    for line in [*lines, None]:
        until = line.start if line else len(source.text)
        for start, end in _shown_lines(source.text, at, until):
            raw = source.raw_range(start, end)
            if raw is not None:
                yield Excluded(
                    raw_start=raw[0],
                    raw_end=raw[1],
                    text=source.text[start:end],
                    reason=_reason(source, shown, start),
                )
        at = line.end if line else until


def _shown_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines that are not blank."""
    for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text[start:end]):
        yield start + match.start(), start + match.end()


def _reason(source: MappedText, shown: ShownText, at: int) -> str:
    raw = source.raw_range(at, at + 1)
    return shown.reason_at(raw[0]) if raw else ELSEWHERE
