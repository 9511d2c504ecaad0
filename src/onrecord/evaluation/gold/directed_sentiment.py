"""Who is for or against whom in a sentence of news: a table of sentence, p, q and class.

The sentence has `[…]` around both names; the class is 0 neutral, 1 p for q, 2 q for p, 3 p against
q, 4 q against p. Source: Park, Pan and Joo, "Who Blames or Endorses Whom?", ACL 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.marked import MarkedSentence, Marking, read_rows
from onrecord.language.acting import LEANINGS

Part = Literal["train", "dev"]
FILES: dict[Part, str] = {"train": "train.txt", "dev": "valid.txt"}
COLUMNS = ("sentence", "p", "q", "class")
BRACKETS = re.compile(r"\[([^\[\]]*)\]")


def read_directed_sentiment(gold: Path | None, part: Part = "dev") -> Iterator[MarkedSentence]:
    """Yield the sentences of a part in the file's order; p is the source, q the target.

    Raises GoldMissing, naming the file and the row, if it is not there or not of the form.
    """
    name = FILES[part]
    path = set_folder(gold, "directed_sentiment", name) / name
    for number, row in enumerate(read_rows(path, COLUMNS), start=1):
        label = row["class"]
        if not row["sentence"] or label not in {"0", "1", "2", "3", "4"}:
            raise GoldMissing(f"{path}, row {number}: no sentence, or no class from 0 to 4")
        leaning = LEANINGS[int(label)]
        yield MarkedSentence(
            path=f"{name}#{number}",
            pair=_marking(row["sentence"], row["p"], row["q"]).pair("p", "q"),
            label=leaning,
            event=leaning,
        )


def _marking(sentence: str, p: str, q: str) -> Marking:
    """The sentence without brackets; where both names are the same the first is p."""
    found, at, names = Marking(), 0, 0
    first, second = p.strip(), q.strip()
    for match in BRACKETS.finditer(sentence):
        found.put(sentence[at : match.start()])
        at = match.end()
        name = match[1].strip()
        mark: str | None
        if name == first and (first != second or names == 0):
            mark = "p"
        else:
            mark = "q" if name == second else None
        names += name == first
        found.put(match[1], mark)
    found.put(sentence[at:])
    return found
