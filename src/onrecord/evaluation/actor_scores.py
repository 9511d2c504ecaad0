"""The figures of actors over a set of documents, ours beside what equal words alone would give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.evaluation.coreference import Coreference
from onrecord.evaluation.counts import share
from onrecord.evaluation.surfaces import Sort

Corpus = Literal["meantime", "ecbplus"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Ours beside the baselines on one choice of mentions."""

    kind: str
    mentions: int
    entities: int
    ours: Coreference
    surface: Coreference
    head: Coreference

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "mentions": self.mentions,
            "entities": self.entities,
            "ours": self.ours.as_json(),
            "surface": self.surface.as_json(),
            "head": self.head.as_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SortScore:
    """Mentions of one sort: how many we know, and how many stand where their entity does."""

    sort: Sort
    mentions: int
    linked: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMiss:
    """A mention that stands elsewhere than its entity, for a person to read."""

    path: str
    kind: str
    sort: Sort
    text: str
    wanted: str
    found: str | None

    def as_text(self) -> str:
        """One line: the mention, who is meant, who was taken."""
        taken = self.found or "nobody: grouped by its words"
        return f"{self.path} [{self.kind}, {self.sort}] {self.text!r}: {self.wanted!r}: {taken}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorScores:
    """The figures of one run; `repeated` leaves out entities mentioned once, on either side."""

    corpus: Corpus
    light: bool
    documents: int
    whole: Compared
    repeated: Compared
    kinds: tuple[Compared, ...]
    sorts: tuple[SortScore, ...]
    errors: tuple[ActorMiss, ...]

    @property
    def gain(self) -> float:
        """By how much ours is better than the surface baseline."""
        return self.whole.ours.conll - self.whole.surface.conll

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "corpus": self.corpus,
            "light": self.light,
            "documents": self.documents,
            "gain": self.gain,
            **self.whole.as_json(),
            "repeated": self.repeated.as_json(),
            "kinds": {one.kind: one.as_json() for one in self.kinds},
            "sorts": {
                s.sort: {
                    "mentions": s.mentions,
                    "linked": s.linked,
                    "right": s.right,
                    "accuracy": share(s.right, s.mentions),
                }
                for s in self.sorts
            },
        }
