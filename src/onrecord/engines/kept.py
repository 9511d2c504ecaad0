"""What need not be done again: the parts of a stage that are given what they were given last time.

A stage is a function: of the same things it makes the same. So a record keeps, for each part of a
stage that is done by itself (an article), a hash of everything it was given, the code among it. A
part whose hash is as before is not done again; what it made stands. Nobody has to think of what
hangs on what: a part can hang on nothing that it was not given.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from onrecord.engines.packing import Make, maker, pack, unpack
from onrecord.records import identity
from onrecord.store import View, Writer
from onrecord.store.kept import Done

# What a file that is damaged, or comes from anybody, can do to us here: the part is done again.
DAMAGED = (ValueError, TypeError, LookupError, AttributeError, RecursionError, zlib.error)
ELSEWHERE = frozenset({"sources", "evaluation", "presentation"})  # rooms that conclude nothing


@dataclass(slots=True)
class Kept:
    """The parts of one stage: as they were done before, and as they are in this run."""

    stage: str
    before: dict[str, Done]
    now: dict[str, Done] = field(default_factory=dict)

    @classmethod
    def of(cls, view: View, stage: str) -> Kept:
        """What the record keeps of a stage."""
        return cls(stage, view.kept(stage))

    def stands(self, part: str, *given: str) -> bool:
        """Whether this part was given just this before; then what it made is kept on."""
        done = self.before.get(part)
        if done is None or done.given != identity(code(), *given):
            return False
        self.now[part] = done
        return True

    def note(self, part: str, *given: str, made: bytes = b"") -> None:
        """Keep what a part was given in this run, and what it made that is stored nowhere else."""
        self.now[part] = Done(identity(code(), *given), made)

    def made(self, part: str, make: Make) -> Any:
        """What a part made before, made anew of what was kept; None if that is damaged."""
        try:
            return make(unpack(self.before[part].made))
        except DAMAGED:
            self.now.pop(part, None)
            return None

    def recall(self, part: str, given: str, kind: Any) -> Any:
        """What a part of a corpus stage made when it was given just this; None if it was not."""
        return self.made(part, maker(kind)) if self.stands(part, given) else None

    def keep(self, part: str, given: str, made: Any) -> None:
        """Keep what a part of a corpus stage made."""
        self.note(part, given, made=pack(made))

    @property
    def again(self) -> int:
        """How many parts were done in this run."""
        return sum(done is not self.before.get(part) for part, done in self.now.items())

    def write(self, writer: Writer, *, of_articles: bool) -> None:
        """Put on record what this run did; parts that it did not see are forgotten."""
        new = {p: done for p, done in self.now.items() if done is not self.before.get(p)}
        gone = self.before.keys() - self.now.keys()
        writer.keep(self.stage, new, gone, of_articles=of_articles)


@cache
def code() -> str:
    """A hash of the code and tables that conclude: what others made is not kept (20 ms).

    The version stands for code that is there in no readable form.
    """
    digest = hashlib.sha256(_version().encode())
    for name, data in sorted(_files(files("onrecord"))):
        digest.update(name.encode())
        digest.update(data)
    return digest.hexdigest()


def _version() -> str:
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return ""  # run from its sources, which are files


def _files(place: Traversable, at: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the code and tables under a place; it may be a folder or in an archive."""
    for part in place.iterdir():
        name = f"{at}/{part.name}"
        if part.is_dir():
            if part.name not in ELSEWHERE:
                yield from _files(part, name)
        elif name.endswith((".py", ".tsv", ".yaml")):
            yield name, part.read_bytes()
