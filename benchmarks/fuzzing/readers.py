"""Every reader of what comes from outside, with sound inputs of its format and words it knows.

A reader here is a function of bytes: it gives the outcome in words, raises nothing but what is a
fault of ours, and checks what must hold of every page and article.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.fuzzing import documents, made
from benchmarks.fuzzing.bounded import Bounds
from benchmarks.fuzzing.mutation import Sources, mutated
from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable, OnrecordError
from onrecord.records import Article, Page
from onrecord.sources import find_pages
from onrecord.sources.pdf.reader import _stop as stop_reader
from onrecord.store.evidence import check_span

Read = Callable[[bytes], str]
Make = Callable[[Random], bytes]
MOST_PAGES = 40  # of one input that are read to articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One reader: `prepare` loads what it needs and gives the function that is tried.

    `quick` is how many inputs the form for every change tries. `guided`: our own Python does the
    work, so that the campaign can be led by what of it an input reaches.
    """

    name: str
    prepare: Callable[[Path], Read]
    sources: Callable[[], Sources]
    make: Make | None = None
    bounds: Bounds = field(default_factory=Bounds)
    quick: int = 1000
    guided: bool = False

    def input(self, seed: int, number: int, sources: Sources) -> bytes:
        """The input with this number."""
        random = Random(f"{self.name} {seed} {number}")  # noqa: S311  # chance, no secret
        if self.make is not None and random.random() < 0.5:
            return self.make(random)
        return mutated(random, sources)


def outcome_of(error: OnrecordError) -> str:
    """An error of ours as an outcome that can be counted."""
    reason = f": {error.reason}" if isinstance(error, ArticleUnreadable) else ""
    if not str(error).strip():
        raise AssertionError(f"{type(error).__name__} says nothing")
    return f"{type(error).__name__}{reason}"


def told(read: Read) -> Read:
    """The reader with our own errors as outcomes."""

    def tried(data: bytes) -> str:
        try:
            return read(data)
        except OnrecordError as error:
            return outcome_of(error)

    return tried


def check_article(article: Article) -> None:
    """Pass in silence if offsets hold. Raises AssertionError or EvidenceMismatch."""
    at = 0
    for block in article.blocks:
        if not at <= block.start < block.end <= len(article.text):
            raise AssertionError("blocks overlap")
        check_span(article.span(block.start, block.end), article, "block")
        at = block.end
    for segment in article.segments:
        if segment.start + segment.length > len(article.text):
            raise AssertionError("a segment leaves the text")
        if segment.raw_start + segment.raw_length > len(article.raw):
            raise AssertionError("a segment leaves the original")
    article.text.encode("utf-8")  # half a character can be stored nowhere
    for word in (article.title, article.outlet, article.url, article.path, *article.authors):
        (word or "").encode("utf-8")


def pages_of(path: Path) -> str:
    """Read all pages of a file, and each to its article; the first outcome stands for all."""
    outcome, pages = "no page", 0
    for found in find_pages(path):
        if isinstance(found, ArticleUnreadable):
            came = outcome_of(found)
        else:
            pages += 1
            came = page_outcome(found) if pages <= MOST_PAGES else outcome
        outcome = came if outcome == "no page" else outcome
    return outcome


def page_outcome(page: Page) -> str:
    """What comes of a page."""
    try:
        check_article(read_article(page))
    except ArticleUnreadable as error:
        return outcome_of(error)
    return "article"


def file_of(name: str) -> Callable[[Path], Read]:
    """A reader of files: the bytes are written to a file of this name, and that is read."""

    def prepare(folder: Path) -> Read:
        path = folder / name
        path.write_bytes(SOUND[name]().sound[0])
        pages_of(path)  # what loads late, loads now and not in each fork
        if name.endswith(".pdf"):
            stop_reader()  # each fork has a child of its own

        def read(data: bytes) -> str:
            path.write_bytes(data)
            return pages_of(path)

        return told(read)

    return prepare


def lists(_: Path) -> Read:
    """Lists of addresses as text, OPML, sitemap and table of GDELT."""
    from onrecord.sources.web.lists import read_gkg, read_lines, read_opml, read_sitemap

    def read(data: bytes) -> str:
        counts = []
        for read_list in (read_lines, read_opml, read_sitemap, read_gkg):
            with suppress(OnrecordError):
                counts.append(min(sum(1 for _ in read_list(data, "made")), 3))
        return f"lists read: {len(counts)}"

    return told(read)


def manifest(folder: Path) -> Read:
    """The manifest of a folder with two files."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(made.ARTICLE, encoding="utf-8")
    path = folder / "articles.csv"

    def read(data: bytes) -> str:
        path.write_bytes(data)
        return pages_of(folder)

    return told(read)


def parties(folder: Path) -> Read:
    """The parties file, with its places."""
    from onrecord.actors.parties import read_parties
    from onrecord.places import load_places

    load_places()
    path = folder / "parties.yaml"

    def read(data: bytes) -> str:
        path.write_bytes(data)
        found = read_parties(path, {"Torland": "state:torland"}.get)
        load_places(path)
        return f"parties: {min(len(found), 3)}"

    return told(read)


def codebook(folder: Path) -> Read:
    """The codebook file."""
    from onrecord.positions import load_codebook

    load_codebook()
    path = folder / "codebook.yaml"

    def read(data: bytes) -> str:
        path.write_bytes(data)
        load_codebook(path)
        return "codebook"

    return told(read)


def plan(folder: Path) -> Read:
    """The YAML file of a plan that a user drew up."""
    from onrecord.negotiation.drafts import load_draft
    from onrecord.positions import load_codebook

    book = load_codebook()
    path = folder / "plan.yaml"

    def read(data: bytes) -> str:
        path.write_bytes(data)
        load_draft(path, book)
        return "plan"

    return told(read)


def decisions(folder: Path) -> Read:
    """The file that `decisions --apply` takes over."""
    from onrecord.store.decisions import decision_lines, read_decisions

    path = folder / "decisions.jsonl"

    def read(data: bytes) -> str:
        path.write_bytes(data)
        found = read_decisions(path)
        path.write_text(decision_lines(found), encoding="utf-8")
        if read_decisions(path) != found:
            raise AssertionError("what is handed on is not what was taken over")
        return f"decisions: {min(len(found), 3)}"

    return told(read)


def _as_text(data: bytes) -> str:
    """Any bytes as text; half of a surrogate pair stays one."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def stages(*, light: bool) -> Callable[[Path], Read]:
    """Every stage that reads one article, on any text at all."""

    def prepare(_: Path) -> Read:
        from benchmarks.fuzzing.flow import read_text

        read_text(made.ARTICLE, light=light)
        return told(lambda data: read_text(_as_text(data), light=light))

    return prepare


def record(folder: Path) -> Read:
    """A record file in which something has changed: it is asked, verified and shown."""
    from benchmarks.fuzzing.asking import ask_everything

    path = folder / "talks.onrecord"

    def read(data: bytes) -> str:
        for beside in folder.glob("talks.onrecord-*"):
            beside.unlink()
        path.write_bytes(data)
        return ask_everything(path)

    return told(read)


def json_lines(random: Random) -> bytes:
    """Lines of JSON whose values are of any kind and depth."""
    rows = [
        json.dumps(made.value(random, 3) if random.random() < 0.1 else made.row(random))
        for _ in range(random.randrange(1, 6))
    ]
    return "\n".join(rows).encode("utf-8", "surrogatepass")


SOUND: dict[str, Callable[[], Sources]] = {
    "a.txt": made.text,
    "a.md": made.markdown,
    "a.html": made.html,
    "a.jsonl": made.json_rows,
    "a.csv": made.csv_rows,
    "a.parquet": made.parquet,
    "a.jsonl.gz": made.packed_json,
    "a.csv.gz": made.packed_csv,
    "a.pdf": documents.pdf,
    "a.docx": documents.docx,
    "a.rtf": documents.rtf,
    "a.eml": documents.mail,
    "a.mbox": documents.mailbox,
    "databases.txt": documents.databases,
    "a.xml": documents.feed,
    "a.warc": documents.archive,
    "a.warc.gz": documents.packed_archive,
}


def _file(name: str, make: Make | None = None, **rest: object) -> Reader:
    label = name.removeprefix("a.")
    return Reader(name=label, prepare=file_of(name), sources=SOUND[name], make=make, **rest)  # type: ignore[arg-type]


def readers() -> Iterator[Reader]:
    """Yield every reader, in the order in which a newcomer meets them."""
    yield _file("a.txt", made.odd_text, guided=True, quick=500)
    yield _file("a.md", guided=True)
    yield _file("a.html", quick=200)
    yield _file("a.jsonl", json_lines, guided=True)
    yield _file("a.csv", made.odd_csv, guided=True)
    yield _file("a.parquet", made.odd_parquet, quick=300)
    yield _file("a.jsonl.gz", made.odd_packed, quick=400)
    yield _file("a.csv.gz", quick=300)
    yield _file("a.pdf", quick=50, bounds=Bounds(seconds=10))
    yield _file("a.docx", documents.odd_docx, quick=200)
    yield _file("a.rtf", quick=300, guided=True)
    yield _file("a.eml", quick=200, guided=True)
    yield _file("a.mbox", quick=200, guided=True)
    yield _file("databases.txt", quick=300, guided=True)
    yield _file("a.xml", quick=300)
    yield _file("a.warc", quick=200)
    yield _file("a.warc.gz", documents.odd_packed_archive, quick=300)
    yield Reader(name="gkg", prepare=lists, sources=documents.gkg, guided=True)
    yield Reader(name="articles.csv", prepare=manifest, sources=made.manifest, guided=True)
    yield Reader(name="parties.yaml", prepare=parties, sources=made.parties, guided=True)
    yield Reader(
        name="codebook.yaml", prepare=codebook, sources=made.codebook, guided=True, quick=200
    )
    yield Reader(name="plan.yaml", prepare=plan, sources=made.plan, guided=True)
    yield Reader(name="decisions", prepare=decisions, sources=made.decisions, guided=True)
    yield Reader(name="record", prepare=record, sources=made.record, make=made.odd_record, quick=20)
    yield Reader(
        name="stages, light",
        prepare=stages(light=True),
        sources=made.text,
        make=made.odd_text,
        quick=40,
    )
    yield Reader(
        name="stages",
        prepare=stages(light=False),
        sources=made.text,
        make=made.odd_text,
        quick=4,
        bounds=Bounds(seconds=30, mebibytes=2048),
    )
