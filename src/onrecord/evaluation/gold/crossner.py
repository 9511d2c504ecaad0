"""CrossNER politics: sentences of an encyclopaedia with the names in them, one token a line.

`<split>.txt`: a token, a tab and its tag ("O", "B-politician", "I-politician"); a blank line ends a
sentence. An article is one sentence, spelled as print has it, for the sentences of a file come from
many pages. Source: Liu and others, AAAI 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder, spell_out
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article

TAG = re.compile(r"O|[BI]-[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class GoldEntity:
    """A name: characters `[start, end)` of the sentence, and its class ("politician")."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """One sentence as an article, and its names in text order."""

    article: Article
    entities: tuple[GoldEntity, ...]


def read_crossner(
    gold: Path | None, split: str = "dev", limit: int | None = None
) -> Iterator[GoldSentence]:
    """Yield the sentences of a split in the file's order.

    Raises GoldMissing, naming file, line and what was expected, if it is not there or not of the
    form.
    """
    path = set_folder(gold, "crossner_politics", "dev.txt") / f"{split}.txt"
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise GoldMissing(
            f"{path}: {error.strerror}; CrossNER has no split of this name here; use train or dev"
        ) from error
    except UnicodeDecodeError as error:
        raise GoldMissing(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from None
    for number, rows in list(enumerate(_sentences(path, lines), start=1))[:limit]:
        yield _sentence(f"{path.name}#{number}", rows)


def _sentences(path: Path, lines: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    """Yield the (token, tag) rows of each sentence. Raises GoldMissing."""
    rows: list[tuple[str, str]] = []
    for number, line in enumerate(lines, start=1):
        token, _, tag = line.rstrip("\r").partition("\t")
        if not token.strip() and not tag:
            if rows:
                yield rows
            rows = []
        elif not token or token != "".join(token.split()) or not TAG.fullmatch(tag):
            raise GoldMissing(
                f"{path}, line {number}: expected a token, a tab, and O, B-class or I-class"
            )
        else:
            rows.append((token, tag))
    if rows:
        yield rows


def _sentence(path: str, rows: Sequence[tuple[str, str]]) -> GoldSentence:
    """The sentence of these rows; an I that goes on with nothing begins a name."""
    text, [places] = spell_out([[token for token, _ in rows]])
    found: list[GoldEntity] = []
    open_label = ""
    for (start, end), (_, tag) in zip(places, rows, strict=True):
        mark, _, label = tag.partition("-")
        if mark == "I" and label == open_label:
            found[-1] = GoldEntity(start=found[-1].start, end=end, label=label)
        elif label:
            found.append(GoldEntity(start=start, end=end, label=label))
        open_label = label
    return GoldSentence(article=article_of(path, text), entities=tuple(found))
