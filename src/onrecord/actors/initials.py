"""Initials that an article uses for a body it names in full: "the Orlo Trade Union (OTU)"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.dramatis import Dramatis
from onrecord.actors.references import Reader
from onrecord.actors.votes import Evidence
from onrecord.actors.words import word_set

SHORTEST, LONGEST = 3, 8  # letters: two stand for too much
LEFT_OUT = word_set("of for and the on in to & de del la")


def join_initials(people: Dramatis, names: dict[str, Evidence], reader: Reader) -> None:
    """Give initials the full name of the one body of this article that has them.

    Initials that the base knows are none of these: they have their body.
    """
    full: dict[str, set[str]] = {}
    for name in _bodies(people, reader):
        for letters in _initials(name):
            full.setdefault(letters, set()).add(name)
    for name in names:
        letters = name.replace(".", "")
        if not (letters.isupper() and letters.isalpha() and SHORTEST <= len(letters) <= LONGEST):
            continue
        meant = full.get(letters, set())
        if (
            people.kinds.get(name, "organization") not in {"person", "government"}
            and len(meant) == 1
        ):
            whole = next(iter(meant))
            people.full[name] = whole
            people.kinds[name] = people.kinds.get(whole, "organization")


def _bodies(people: Dramatis, reader: Reader) -> Iterator[str]:
    """Yield the names of several words that the article and the base give bodies."""
    for name, kind in people.kinds.items():
        if " " in name and kind not in {"person", "government"}:
            yield name
    for known in {id(k): k for k in reader.known.values()}.values():
        text = " ".join(reader.text(known.first, known.last).split())
        if " " in text and known.kind in {"organization", "group", "outlet"}:
            yield text


def _initials(name: str) -> set[str]:
    """The initials of a name, with its small words and without them: "OFT", "OT"."""
    words = [w for w in name.replace("-", " ").replace("’s", "").split() if w[0].isalnum()]
    kept = [w for w in words if w.lower() not in LEFT_OUT]
    return {"".join(w[0] for w in part).upper() for part in (words, kept)}
