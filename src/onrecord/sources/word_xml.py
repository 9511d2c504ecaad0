"""The walk through the XML of a Word file: its paragraphs, table rows and notes in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from docx.document import Document

ParagraphKind = Literal["paragraph", "title", "heading", "item", "row", "contents", "footnote"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# The last words of the relationships to the parts that hold them.
NOTES, MARGINS = ("footnotes", "endnotes"), ("header", "footer")
# What was deleted or moved away, the second telling of a drawing, and properties.
PASSED = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}pPr", f"{W}rPr", f"{W}sectPr", f"{W}tblPr"}
)
HELD = frozenset({f"{W}tr", f"{W}tc", f"{W}p", f"{W}tbl"})  # they have rows or cells of their own
BREAKS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
BETWEEN_CELLS = " | "
MOST_PARAGRAPHS = 200_000  # a book of 1,000 pages has 10,000
MOST_BASES = 20  # styles that a style is based on, one on the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink of a paragraph: `paragraph.text[start:end]` leads to `address`."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, or one row of a table with its cells joined by " | ".

    `text` has a line feed for a line break inside; it may be empty. `style` is its name as Word
    shows it in English ("Normal", "Heading 1", "List Bullet"), whatever the program's language.
    `new_page` says that a page break or a section stands right before it or in it.
    """

    text: str
    style: str
    kind: ParagraphKind
    links: tuple[Link, ...] = ()
    new_page: bool = False


@dataclass(slots=True)
class _Text:
    """What the walk through one paragraph has gathered."""

    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)  # text boxes that are anchored in it
    length: int = 0
    new_page: bool = False

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


@dataclass(slots=True)
class Walk:
    """The walk through one document. Its XML is at most 256 elements deep: so the parser."""

    body: Any
    styles: Mapping[str, tuple[str, ParagraphKind]]
    default: str
    addresses: Mapping[str, str]
    notes: Mapping[tuple[str, str], Any]
    margins: Mapping[str, list[Any]]
    cited: dict[tuple[str, str], None] = field(default_factory=dict)  # notes, in order
    new_page: bool = False
    count: int = 0

    @classmethod
    def of(cls, document: Document) -> Walk:
        """A reader at the start of this document."""
        styles, default = _styles(document)
        rels = document.part.rels.values()
        parts = _parts(document)
        return cls(
            body=document.element.body,
            styles=styles,
            default=default,
            addresses={rel.rId: rel.target_ref for rel in rels if rel.is_external},
            notes={(p, n.get(f"{W}id", "")): n for p in NOTES for n in parts.get(p, ())},
            margins=parts,
        )

    def read(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the body and the notes that it cites."""
        yield from self.blocks(self.body)
        for note in list(self.cited):
            if note in self.notes:
                texts = [one.text.strip() for one in self.blocks(self.notes[note])]
                text = " ".join(filter(None, texts))
                yield Paragraph(text=text, style="footnote text", kind="footnote")

    def running(self, side: Literal["header", "footer"]) -> list[str]:
        """The texts of the page headers or footers, each once."""
        texts: dict[str, None] = {}
        for element in self.margins.get(side, ()):
            texts |= dict.fromkeys(" ".join(one.text.split()) for one in self.blocks(element))
        return [text for text in texts if text]

    def blocks(self, parent: Any) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element that holds paragraphs and tables."""
        for child in parent.iterchildren():
            if child.tag == f"{W}p":
                yield from self.paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self.table(child)
            elif isinstance(child.tag, str) and child.tag not in PASSED:
                yield from self.blocks(child)  # content controls, insertions of whole paragraphs

    def table(self, table: Any) -> Iterator[Paragraph]:
        """Yield a paragraph for each row, or those of its cells if no row has two."""
        rows = [list(_cells(row)) for row in _children(table, f"{W}tr")]
        widest = max(map(len, rows), default=0)
        for cells in rows:
            held = [list(self.blocks(cell)) for cell in cells]
            texts = [" ".join(p.text.strip() for p in one if p.text.strip()) for one in held]
            if widest < 2:
                yield from held[0] if held else []
            elif any(texts):
                text = BETWEEN_CELLS.join(texts)
                page = any(p.new_page for one in held for p in one)
                yield Paragraph(text=text, style=self.default, kind="row", new_page=page)

    def paragraph(self, element: Any) -> Iterator[Paragraph]:
        """Yield a paragraph, and those of the text boxes that hang on it."""
        self.count += 1
        if self.count > MOST_PARAGRAPHS:
            raise ValueError(f"more than {MOST_PARAGRAPHS:,} paragraphs")
        properties = element.find(f"{W}pPr")
        name, kind = self.styles.get(_style_id(properties), (self.default, "paragraph"))
        if properties is not None and kind == "paragraph":
            kind = _kind_of(properties)
        found = _Text(new_page=self.new_page)
        found.new_page |= properties is not None and _is_on(properties.find(f"{W}pageBreakBefore"))
        self.walk(element, found)
        self.new_page = properties is not None and properties.find(f"{W}sectPr") is not None
        yield Paragraph(
            text="".join(found.parts),
            style=name,
            kind=kind,
            links=tuple(found.links),
            new_page=found.new_page,
        )
        for box in found.boxes:
            yield from self.blocks(box)

    def walk(self, element: Any, found: _Text) -> None:
        """Gather the words below an element of a paragraph."""
        for child in element.iterchildren():
            tag = child.tag
            if tag == f"{W}t":
                found.add(child.text or "")
            elif tag in BREAKS:
                found.add(BREAKS[tag])
            elif tag == f"{W}br":
                page = child.get(f"{W}type") == "page"
                found.new_page |= page
                found.add("" if page else "\n")
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                part = tag.removeprefix(W).removesuffix("Reference") + "s"
                self.cited[part, child.get(f"{W}id", "")] = None
            elif tag == f"{W}txbxContent":
                found.boxes.append(child)
            elif isinstance(tag, str) and tag not in PASSED:
                start = found.length
                self.walk(child, found)
                address = self.addresses.get(child.get(f"{R}id", ""))
                if tag == f"{W}hyperlink" and address and found.length > start:
                    link = Link(start=start, end=found.length, address=address)
                    found.links.append(link)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Yield the children of this tag, also those that a content control or a change wraps."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in PASSED | HELD:
            yield from _children(child, tag)


def _cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a row; a deleted row has none."""
    properties = row.find(f"{W}trPr")
    if properties is None or properties.find(f"{W}del") is None:
        yield from _children(row, f"{W}tc")


def _style_id(properties: Any) -> str:
    style = properties.find(f"{W}pStyle") if properties is not None else None
    return style.get(f"{W}val", "") if style is not None else ""


def _is_on(flag: Any) -> bool:
    return flag is not None and flag.get(f"{W}val", "true") not in {"0", "false", "off"}


def _kind_of(properties: Any) -> ParagraphKind:
    """What the properties of a paragraph, or of a style, make of it: heading, item or neither."""
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None and outline.get(f"{W}val", "9") in set("012345678"):
        return "heading"
    number = properties.find(f"{W}numPr/{W}numId")
    return "item" if number is not None and number.get(f"{W}val") != "0" else "paragraph"


def _styles(document: Document) -> tuple[dict[str, tuple[str, ParagraphKind]], str]:
    """By its id the name of each style and the kind of its paragraphs, and the default's name."""
    elements = {style.style_id: style for style in document.styles if style.style_id}
    styles = {id_: (str(style.name), _kind(style, elements)) for id_, style in elements.items()}
    for style in elements.values():
        element = style.element
        if element.get(f"{W}type") == "paragraph" and _is_on_value(element.get(f"{W}default")):
            return styles, str(style.name)
    return styles, "Normal"


def _is_on_value(value: str | None) -> bool:
    return value in {"1", "true", "on"}


def _kind(style: Any, elements: Mapping[str, Any]) -> ParagraphKind:
    """The kind of a style's paragraphs, by its name or by what it is based on."""
    for _ in range(MOST_BASES):
        name = str(style.name).lower()
        if name.startswith("toc"):
            return "contents"
        if name == "title":
            return "title"
        properties = style.element.find(f"{W}pPr")
        kind = _kind_of(properties) if properties is not None else "paragraph"
        if name.startswith("heading ") or kind != "paragraph":
            return "heading" if name.startswith("heading ") else kind
        if name.startswith("list ") and name != "list paragraph":
            return "item"
        base = style.element.find(f"{W}basedOn")
        below = elements.get(base.get(f"{W}val", "")) if base is not None else None
        if below is None:
            break
        style = below
    return "paragraph"


def _parts(document: Document) -> dict[str, list[Any]]:
    """The elements of the parts beside the body: notes, headers and footers, by their name."""
    from docx.oxml.parser import parse_xml

    found: dict[str, list[Any]] = {}
    for rel in document.part.rels.values():
        name = rel.reltype.rpartition("/")[2]
        if name in (*NOTES, *MARGINS) and not rel.is_external:
            root = parse_xml(rel.target_part.blob)
            children = [child for child in root.iterchildren() if isinstance(child.tag, str)]
            found.setdefault(name, []).extend(children if name in NOTES else [root])
    return found
