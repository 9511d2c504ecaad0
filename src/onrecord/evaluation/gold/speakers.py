"""Who speaks, labelled by offsets into PolNeAR's documents: one JSON object a line, no text.

`{"doc", "source": [[start, end], …], "kind", "refers": [[start, end], …], "sure"}`: a source that
PolNeAR marks, what sort of words its head is, and where the same document names whoever is meant.
`doc` begins the SHA-256 of the document's file, whose name is a headline's; `refers` is
empty where the document names nobody. A reader labelled those of dev who had not seen the code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.polnear import GoldArticle, GoldStatement, Range, read_polnear

SpeakerKind = Literal["named", "named_group", "description", "pronoun", "unnamed", "other"]
DIGITS = 16  # of the hash that names a document
KEYS = frozenset(("doc", "source", "kind", "refers", "sure"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpeaker:
    """One statement's source, and where the document names who is meant by it."""

    statement: GoldStatement
    kind: SpeakerKind
    refers: tuple[Range, ...]
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenArticle:
    """A document with those of its sources that are labelled."""

    document: GoldArticle
    speakers: tuple[GoldSpeaker, ...]


def read_speakers(path: Path, gold: Path | None, split: str = "dev") -> Iterator[SpokenArticle]:
    """Yield the labelled documents of a split in name order.

    Raises GoldMissing, naming file, line and remedy, if the labels are not of the form or belong to
    other documents.
    """
    labels = _labels(path)
    for document in read_polnear(gold, split):
        if found := labels.pop(document.article.sha256[:DIGITS], None):
            _check_reach(path, found, document)
            by_source = {s.source: s for s in document.statements}
            yield SpokenArticle(
                document=document,
                speakers=tuple(_speaker(path, document, by_source, row) for row in found),
            )
    if labels:
        raise GoldMissing(f"{path}: PolNeAR {split} has no document {min(labels)!r}")


def _check_reach(path: Path, found: list[Row], document: GoldArticle) -> None:
    for row in found:
        if any(end > len(document.article.text) for _, end in row.refers):
            raise GoldMissing(
                f"{path}, line {row.line}: refers lies beyond the end of {document.article.path}"
            )


def _speaker(
    path: Path,
    document: GoldArticle,
    by_source: dict[tuple[Range, ...], GoldStatement],
    row: Row,
) -> GoldSpeaker:
    statement = by_source.get(row.source)
    if statement is None:
        raise GoldMissing(
            f"{path}, line {row.line}: {document.article.path} has no source {list(row.source)};"
            " another PolNeAR?"
        )
    return GoldSpeaker(statement=statement, kind=row.kind, refers=row.refers, sure=row.sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of labels, of the right form."""

    line: int
    doc: str
    source: tuple[Range, ...]
    kind: SpeakerKind
    refers: tuple[Range, ...]
    sure: bool


def _labels(path: Path) -> dict[str, list[Row]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise GoldMissing(f"{path}: {error.strerror}; expected labels of speakers") from error
    except UnicodeDecodeError as error:
        raise GoldMissing(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from None
    found: dict[str, list[Row]] = {}
    for number, line in enumerate(lines, start=1):
        try:
            row = _row(number, json.loads(line))
        except (ValueError, RecursionError) as error:
            raise GoldMissing(f"{path}, line {number}: {error}") from None
        found.setdefault(row.doc, []).append(row)
    return found


def _row(number: int, given: Any) -> Row:
    """The line's label. Raises ValueError with what is wrong and what was expected."""
    if not isinstance(given, dict) or set(given) != KEYS:
        raise ValueError(f"expected an object with exactly {', '.join(sorted(KEYS))}")
    if given["kind"] not in get_args(SpeakerKind):
        raise ValueError(f"kind must be one of {', '.join(get_args(SpeakerKind))}")
    named = isinstance(given["doc"], str) and len(given["doc"]) == DIGITS
    if not named or not isinstance(given["sure"], bool):
        raise ValueError(f"doc must be {DIGITS} digits of a hash, and sure true or false")
    return Row(
        line=number,
        doc=given["doc"],
        source=_ranges(given["source"], "source"),
        kind=given["kind"],
        refers=_ranges(given["refers"], "refers"),
        sure=given["sure"],
    )


def _ranges(given: Any, name: str) -> tuple[Range, ...]:
    if not isinstance(given, list) or not all(_is_range(pair) for pair in given):
        raise ValueError(f"{name} must be a list of [start, end], 0 <= start < end")
    return tuple((start, end) for start, end in given)


def _is_range(pair: Any) -> bool:
    whole = isinstance(pair, list) and len(pair) == 2 and all(type(n) is int for n in pair)
    return whole and 0 <= pair[0] < pair[1]
