"""PolNeAR 1.0: attributions in US political news, brat standoff.

`<split>/text/<doc>.txt` and `<split>/attributions/<doc>_<annotator>.ann`. Offsets are code points
of the text file, so an article is built straight from it: one block per line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article

Range = tuple[int, int]
# "T3\tContent 10 20;30 40\ttext"; one malformed T line in train does not match and is left out.
TEXT_LINE = re.compile(r"^(T\d+)\t(Source|Cue|Content) (\d+ \d+(?:;\d+ \d+)*)\t")
LINK_LINE = re.compile(r"^E\d+\tAttribution:T\d+((?: \w+:T\d+)*)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One attribution as an annotator marked it: character ranges per role, in text order."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One document with the statements of its one annotator."""

    article: Article
    statements: tuple[GoldStatement, ...]


def gold_folder(gold: Path | None = None) -> Path:
    """The folder that holds PolNeAR: `gold`, `gold/polnear`, or the same under $ONRECORD_GOLD.

    Raises GoldMissing if none of them has a `dev/attributions`.
    """
    named = gold if gold is not None else os.environ.get("ONRECORD_GOLD")
    if not named:
        raise GoldMissing(
            "no gold folder: name it, or set ONRECORD_GOLD to the folder of gold sets"
        )
    for folder in (Path(named), Path(named) / "polnear"):
        if (folder / "dev" / "attributions").is_dir():
            return folder
    raise GoldMissing(
        f"{named}: no PolNeAR here; expected polnear/dev/attributions/*.ann and polnear/dev/text"
    )


def read_polnear(gold: Path | None, split: str, limit: int | None = None) -> Iterator[GoldArticle]:
    """Yield the documents of a split in name order, each with its first annotator by id."""
    folder = gold_folder(gold) / split
    if not (folder / "attributions").is_dir():
        raise GoldMissing(f"{folder}: PolNeAR has no split of this name here; use train or dev")
    for path in sorted((folder / "text").glob("*.txt"))[:limit]:
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            text = path.read_bytes().decode("utf-8")
            yield GoldArticle(
                article=article_of(path.name, text, first="title"),
                statements=read_standoff(annotations[0].read_bytes().decode("utf-8")),
            )


def read_standoff(annotation: str) -> tuple[GoldStatement, ...]:
    """The attributions of a brat file, by position; `Discuss` and `Discard` lines are passed by."""
    marked: dict[str, tuple[Range, ...]] = {}
    links: list[str] = []
    for line in annotation.splitlines():
        if found := TEXT_LINE.match(line):
            pairs = [pair.split(" ") for pair in found.group(3).split(";")]
            marked[found.group(1)] = tuple(sorted((int(a), int(b)) for a, b in pairs))
        elif found := LINK_LINE.match(line):
            links.append(found.group(1))
    statements = [_linked(link, marked) for link in links]
    return tuple(sorted(statements, key=lambda s: (s.content, s.cue, s.source)))


def _linked(link: str, marked: dict[str, tuple[Range, ...]]) -> GoldStatement:
    roles: dict[str, list[Range]] = {"Source": [], "Cue": [], "Content": []}
    for role, number in (pair.split(":") for pair in link.split()):
        roles[role.rstrip("0123456789")].extend(marked.get(number, ()))
    return GoldStatement(
        source=tuple(sorted(roles["Source"])),
        cue=tuple(sorted(roles["Cue"])),
        content=tuple(sorted(roles["Content"])),
    )
