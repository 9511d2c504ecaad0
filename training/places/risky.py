"""Add to risky.txt the names of lesser places that are also common words or given names.

    .venv/bin/python -m training.places.risky TEXTS.jsonl.gz

A common word stands in small letters at least five times in the texts, and in one of ten cases;
given names are those of the base of actors. Only single words leave this script, never a text.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.places.gazetteer import load_gazetteer, weight_of

ROOT = Path(__file__).parent.parent.parent / "src" / "onrecord"
TARGET = ROOT / "places" / "risky.txt"
GIVEN = ("given_names.tsv", "more_given_names.tsv")
LEAST, SHARE = 5, 0.1
# As well known as a city of half a million: its name means it, whoever else bears it.
WELL_KNOWN = 5.7


def main(texts: Path) -> None:
    """Write the list anew: what it holds by hand stays."""
    small, capital = counted(texts)
    given = set(given_names())
    found = {
        name
        for name in single_names()
        if name in given or (small[n := name.lower()] >= LEAST and small[n] > SHARE * capital[n])
    }
    kept = set(TARGET.read_text(encoding="utf-8").split())
    TARGET.write_text("\n".join(sorted(kept | found)) + "\n", encoding="utf-8")


def counted(texts: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in small letters, and otherwise."""
    small, capital = Counter[str](), Counter[str]()
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        for line in lines:
            longest = max((v for v in json.loads(line).values() if isinstance(v, str)), key=len)
            for word in re.findall(r"[^\W\d_]+", longest):
                (small if word.islower() else capital)[word.lower()] += 1
    return small, capital


def given_names() -> Iterator[str]:
    """Yield the given names of the base of actors."""
    for name in GIVEN:
        for line in (ROOT / "actors" / "base" / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                for cell in line.split("\t")[:2]:
                    yield from cell.split("|")


def single_names() -> Iterator[str]:
    """Yield the names of one word of places that are not well known."""
    gazetteer = load_gazetteer()
    for line in gazetteer.lines:
        for word in line.partition("\t")[0].split("|"):
            if len(word) > 1 and word.isalpha():
                entries = gazetteer.entries_of(word)
                if entries and weight_of(entries[0]) < WELL_KNOWN:
                    yield word


if __name__ == "__main__":
    main(Path(sys.argv[1]))
