"""PLOVER's gold standard records: sentences out of the CAMEO manual, coded anew, a JSON list.

`textInfo.markup` is the sentence with `(SRC: …)`, `(TAR: …)`, `(SRC/TAR: …)` around who acts and
who is acted upon; `(EVT: …)` and `(LOC: …)` are not read: they would give the answer away. Of two
that act together the first is taken as source. Source: the Open Event Data Alliance, 2016.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.marked import MarkedSentence, Marking
from onrecord.language.acting import ROOTS

FILE = "gold_standard_records/PLOVER_GSR_CAMEO.txt"
MARK = re.compile(r"\((SRC/TAR|SRC/LOC|TAR/LOC|SRC|TAR|EVT|LOC)\s*:\s*((?:[^()]|\([^()]*\))*)\)")
SOURCE, TARGET = "source", "target"

# PLOVER tells apart what PLV's fifteen roots hold together.
ROOT_OF: Final = {
    **{root: root for root in ROOTS},
    "DEMAND": "REQUEST",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}


def read_plover(gold: Path | None) -> Iterator[MarkedSentence]:
    """Yield the 322 sentences in the file's order, `event` being PLOVER's own category.

    Raises GoldMissing, naming the file and the record, if it is not there or not of the form.
    """
    path = set_folder(gold, "plover", FILE) / FILE
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldMissing(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise GoldMissing(f"{path}: not JSON ({error})") from None
    for number, record in enumerate(listed, start=1):
        if not isinstance(record, dict) or record.get("event") == "DOCUMENT":
            continue
        event, marked = record.get("event"), _markup(record.get("textInfo"))
        if event not in ROOT_OF or not marked:
            raise GoldMissing(f"{path}, record {number}: no markup, or no event we know")
        yield MarkedSentence(
            path=str(record.get("id", f"{FILE}#{number}")),
            pair=_marking(marked).pair(SOURCE, TARGET),
            label=ROOT_OF[event],
            event=event,
        )


def _markup(held: Any) -> str | None:
    """The sentence with its marks; one record has it without the object around it."""
    found = held.get("markup") if isinstance(held, dict) else held
    return found if isinstance(found, str) else None


def _marking(marked: str) -> Marking:
    found, at, together = Marking(), 0, 0
    for match in MARK.finditer(marked):
        found.put(marked[at : match.start()])
        kind, at = match[1], match.end()
        mark = None
        if kind == "SRC/TAR":
            mark = TARGET if together else SOURCE
            together += 1
        elif kind.startswith(("SRC", "TAR")):
            mark = SOURCE if kind.startswith("SRC") else TARGET
        found.put(match[2], mark)
    found.put(marked[at:])
    return found
