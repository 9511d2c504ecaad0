"""PLV: sentences of news with source, target and the root of the act between them, a TSV file.

`marked_sentence` holds the sentence with `<s>` around the source and `<t>` around the target, each
once or several times; `gold_root` one of fifteen roots of PLOVER. Source: Hu and others,
"Leveraging Codebook Knowledge with NLI and ChatGPT for Zero-Shot Political Relation
Classification", ACL 2024.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.marked import MarkedSentence, Marking, read_rows
from onrecord.language.acting import ROOTS

FILE = "PLV_train.tsv"
FOLDS = 5
TAG = re.compile(r"(</?[st]>)")


def read_plv(gold: Path | None) -> Iterator[MarkedSentence]:
    """Yield the sentences of the training part in the file's order.

    Raises GoldMissing, naming the file and the row, if it is not there or not of the form.
    """
    path = set_folder(gold, "plv", FILE) / FILE
    for number, row in enumerate(read_rows(path), start=1):
        marked, root = row.get("marked_sentence"), row.get("gold_root")
        if not marked or root not in ROOTS:
            raise GoldMissing(f"{path}, row {number}: no marked_sentence, or no gold_root we know")
        yield MarkedSentence(
            path=f"{FILE}#{number}", pair=_marking(marked).pair("s", "t"), label=root, event=root
        )


def _marking(marked: str) -> Marking:
    found, mark = Marking(), None
    for part in TAG.split(marked):
        if TAG.fullmatch(part):
            mark = None if part[1] == "/" else part[1]
        else:
            found.put(part, mark)
    return found


def fold_of(sentence: str, folds: int = FOLDS) -> int:
    """Which of the folds a sentence belongs to: SHA-256 of its words in small letters, modulo.

    What differs in marks, case or punctuation alone falls into the same one, so that no sentence is
    learnt from and asked after.
    """
    words = " ".join(re.findall(r"\w+", sentence.lower()))
    return int(hashlib.sha256(words.encode()).hexdigest(), 16) % folds
