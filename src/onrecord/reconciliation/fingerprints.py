"""What is kept of an article to find its copies: its words as numbers, paragraph by paragraph."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.reconciliation.credits import wire_credit
from onrecord.reconciliation.words import MULTIPLIER, NUMBERS, QUOTED, plain_words
from onrecord.records import Article, Interval

RUN_WORDS = 4  # a run of four words is rarely shared by chance, and survives light editing
MIN_PARAGRAPH_WORDS = 12  # of its own prose: shorter ones are formulas ("He gave no details.")
# Two articles may print one speech, letter or post at length and still be two witnesses. So
# paragraphs are compared without quotations, and those in the first person or with the marks of a
# post are left out: on 4,863 articles such paragraphs made 6 of 41 pairs, all of them wrong.
NOT_OWN_PROSE = re.compile(
    r"\b(?:I|I[’']m|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b|(?<!\w)@\w|https?://|pic\.twitter"
)
NOT_OURS = -1  # the paragraph of a word that is quoted, or stands in prose that is not its own
# A paragraph of more characters among several others is a gallery of captions that an outlet puts
# into article after article: on 4,860 articles these alone made 10 pairs of one outlet, all wrong.
LONGEST_PARAGRAPH = 4_000
SEVERAL = 6
LONGEST_TEXT = 32_000  # paragraphs numbered; what comes after counts as one

ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio (Knuth)

Marks = NDArray[np.uint32]
Flags = NDArray[np.bool_]


class Lexicon(dict[str, int]):
    """A number for every word, the same everywhere; "forty" and "40" have the same."""

    def __missing__(self, word: str) -> int:
        mark = crc32(NUMBERS.get(word, word).encode("utf-8", "surrogatepass"))
        self[word] = mark
        return mark


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprint:
    """An article as the numbers of its words in order, each with the paragraph it stands in.

    `paragraph` is NOT_OURS for words that are quoted or not the article's own prose.
    """

    article: str
    outlet: str | None
    address: str | None
    published: Interval | None
    credit: str | None
    title: str
    marks: Marks
    paragraph: NDArray[np.int16]

    @property
    def words(self) -> int:
        """How long the text is, in words."""
        return len(self.marks)

    @property
    def prose(self) -> Flags:
        """Which words are the article's own prose."""
        own: Flags = self.paragraph != NOT_OURS
        return own

    def paragraphs(self) -> list[Marks]:
        """The words of each paragraph of its own prose that is long enough to be recognised."""
        own = self.marks[self.prose]
        starts = np.flatnonzero(np.diff(self.paragraph[self.prose], prepend=-2))
        found = np.split(own, starts[1:]) if len(own) else []
        return [marks for marks in found if len(marks) >= MIN_PARAGRAPH_WORDS]


def fingerprint(article: Article, lexicon: Lexicon) -> Fingerprint:
    """What is kept of one article. Its title and its own summary are no part of the text."""
    blocks = [b for b in article.blocks if b.kind in ("paragraph", "bullet", "heading")]
    if len(blocks) > SEVERAL:
        blocks = [b for b in blocks if b.end - b.start <= LONGEST_PARAGRAPH]
    texts = [article.text[b.start : b.end] for b in blocks] or [article.text]
    words: list[str] = []
    lengths: list[int] = []
    places: list[int] = []
    for number, text in enumerate(texts):
        for part, quoted in _parts(text):
            found = plain_words(part)
            words += found
            lengths.append(len(found))
            places.append(NOT_OURS if quoted else min(number, LONGEST_TEXT))
    marks = np.fromiter((lexicon[w] for w in words), dtype=np.uint32, count=len(words))
    return _of(article, marks, np.repeat(np.array(places, dtype=np.int16), lengths))


def _of(article: Article, marks: Marks, paragraph: NDArray[np.int16]) -> Fingerprint:
    return Fingerprint(
        article=article.id,
        outlet=article.outlet,
        address=address_of(article.url),
        published=article.published,
        credit=wire_credit(article),
        title=article.title or article.path,
        marks=marks,
        paragraph=paragraph,
    )


def numbers_of(one: Fingerprint) -> list[str]:
    """The numbers of a fingerprint as text: those of its words, and of their paragraphs."""
    arrays = (one.marks.astype("<u4"), one.paragraph.astype("<i2"))
    return [b64encode(array.tobytes()).decode() for array in arrays]


def remembered(article: Article, numbers: Sequence[str]) -> Fingerprint | None:
    """The fingerprint of an article whose numbers `numbers_of` gave before; None if these are none.

    What is remembered stands in a file, which may come from anybody.
    """
    try:
        marks, paragraph = (b64decode(text, validate=True) for text in numbers)
        words = np.frombuffer(marks, dtype="<u4").astype(np.uint32)
        places = np.frombuffer(paragraph, dtype="<i2").astype(np.int16)
    except ValueError:
        return None
    return _of(article, words, places) if len(words) == len(places) else None


def _parts(text: str) -> list[tuple[str, bool]]:
    """The paragraph cut at its quotations, each part with whether it is quoted."""
    parts, at, own = [], 0, []
    for quotation in QUOTED.finditer(text):
        own.append(text[at : quotation.start()])
        parts += [(own[-1], False), (quotation.group(), True)]
        at = quotation.end()
    own.append(text[at:])
    parts.append((own[-1], False))
    if any(NOT_OWN_PROSE.search(part) for part in own):
        return [(part, True) for part, _ in parts]
    return parts


def address_of(url: str | None) -> str | None:
    """The address without what changes from visit to visit; None for a site's front page."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip().casefold())
    except ValueError:  # a bracket in the host that never closes
        return None
    path = parts.path.rstrip("/")
    host = parts.netloc.removeprefix("www.")
    # Some sites number their articles in the query: only there it tells one from another.
    asked = f"?{parts.query}" if re.search(r"(?:^|&)(?:id|p|a?rticle\w*)=\d", parts.query) else ""
    return f"{host}{path}{asked}" if host and (path or asked) else None


def runs_of(marks: Marks, size: int = RUN_WORDS) -> Marks:
    """The number of every run of `size` words, in order; of the whole if it is shorter."""
    size = min(size, len(marks))
    if size == 0:
        return marks
    total = np.zeros(len(marks) - size + 1, dtype=np.uint32)
    for at in range(size):
        factor = np.uint32(pow(MULTIPLIER, size - 1 - at, 1 << 32))
        total += marks[at : len(marks) - size + 1 + at] * factor
    return total


def found_in(marks: Marks, other: Marks) -> Flags:
    """Which words stand in a run of words that the other text has too."""
    shared = np.zeros(len(marks), dtype=np.bool_)
    if min(len(marks), len(other)) < RUN_WORDS:
        return shared
    hits = np.isin(runs_of(marks), runs_of(other))
    for at in range(RUN_WORDS):
        shared[at : len(hits) + at] |= hits
    return shared


def candidate_pairs(
    texts: Iterable[Marks], *, bands: int, rows: int, largest: int
) -> set[tuple[int, int]]:
    """Pairs of indexes whose sets of runs agree in a whole band of their MinHash, smaller first.

    A bucket of more than `largest` is not paired off but strung to its first member, so that the
    work stays linear; Jaccard ≥ (1/bands)^(1/rows) is likely found.
    Source: Broder 1997 (MinHash), Indyk and Motwani 1998 (bands).
    """
    keys = _band_keys(texts, bands, rows)
    pairs: set[tuple[int, int]] = set()
    for band in range(bands):
        order = np.argsort(keys[:, band], kind="stable")
        ordered = keys[order, band]
        edges = np.flatnonzero(np.diff(ordered)) + 1
        starts = np.concatenate(([0], edges))
        ends = np.concatenate((edges, [len(order)]))
        for start, end in zip(
            starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True
        ):
            bucket = order[start:end].tolist()  # a stable sort: indexes grow
            heads = bucket if len(bucket) <= largest else bucket[:1]
            pairs.update((one, other) for at, one in enumerate(heads) for other in bucket[at + 1 :])
    return pairs


CHUNK = 2_000  # texts hashed at once: bounds memory


def _band_keys(texts: Iterable[Marks], bands: int, rows: int) -> NDArray[np.uint64]:
    """A row per text with one number per band. A text has at least one run."""
    from rensa import RMinHash  # compiled: only when copies are looked for

    found = [np.zeros((0, bands), dtype=np.uint64)]
    left = iter(texts)
    while chunk := list(islice(left, CHUNK)):
        runs, offsets = _runs_of_each(chunk)
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(
            runs, offsets, num_perm=bands * rows, seed=1
        )
        digests = np.array(matrix.to_rows(), dtype=np.uint64).reshape(len(chunk), bands, rows)
        mixed = digests[:, :, 0]
        for row in range(1, rows):
            mixed = mixed * ODD + digests[:, :, row]
        found.append(mixed)
    return np.concatenate(found)


def _runs_of_each(texts: Sequence[Marks]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The runs of all texts one after another, and where those of each begin and end."""
    lengths = np.array([len(marks) for marks in texts])
    ends = np.repeat(np.cumsum(lengths), lengths)
    runs = runs_of(np.concatenate(texts))
    inside = np.arange(len(runs)) + RUN_WORDS <= ends[: len(runs)]
    offsets = np.concatenate(([0], np.cumsum(np.maximum(lengths - RUN_WORDS + 1, 0))))
    return runs[inside].astype(np.uint64), offsets.astype(np.uint64)
