"""Political acts and stances in sentences whose source and target the gold marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

from onrecord.evaluation.calibration import Bin, calibration_error, plain_bins, reliability
from onrecord.evaluation.counts import Score, plain
from onrecord.evaluation.gold.directed_sentiment import read_directed_sentiment
from onrecord.evaluation.gold.marked import MarkedSentence
from onrecord.evaluation.gold.plover import read_plover
from onrecord.evaluation.gold.plv import read_plv
from onrecord.language.acting import ActModel, ActReading, load_act_model, read_acts

ActCorpus = Literal["plover", "sentiment", "plv"]
ACT_CORPORA: tuple[ActCorpus, ...] = get_args(ActCorpus)
# Of PLOVER's categories those that are positions in a negotiation, by the root that holds them.
POSITIONS: Final = ("AGREE", "REQUEST", "REJECT", "THREATEN")
CONCEDE: Final = "CONCEDE"  # 12 sentences, found if read as YIELD, which holds it


@dataclass(frozen=True, slots=True, kw_only=True)
class ActMiss:
    """A sentence read as another class than the gold's."""

    path: str
    text: str
    gold: str
    found: str

    def as_text(self) -> str:
        """One line: where, the classes, the sentence."""
        return f"{self.path}: gold {self.gold}, found {self.found}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActScores:
    """Classes read right on a corpus, each class's counts under its name, in their order.

    `macro` are the classes over which F1 is averaged. `seen` says that the weights learnt from
    these very sentences, so that the figures prove nothing; `folds` are then those of networks that
    had not seen the sentences they were asked about, as the training wrote them down.
    """

    corpus: str
    sentences: int
    right: int
    classes: dict[str, Score]
    macro: tuple[str, ...]
    seen: bool
    bins: tuple[Bin, ...]
    conceded: Score | None
    folds: dict[str, Any] | None
    errors: tuple[ActMiss, ...]

    @property
    def accuracy(self) -> float:
        """The share of sentences whose class is right."""
        return self.right / self.sentences if self.sentences else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean of the classes' F1."""
        total = sum(self.classes[name].f1 for name in self.macro)
        return total / len(self.macro) if self.macro else 0.0

    @property
    def calibration_error(self) -> float | None:
        """How far the likeliest class's probability is from the share right, in the mean."""
        return calibration_error(self.bins)

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "corpus": self.corpus,
            "sentences": self.sentences,
            "learnt from these sentences": self.seen,
            "accuracy": round(self.accuracy, 4),
            "macro F1": round(self.macro_f1, 4),
            "averaged over": list(self.macro),
            "classes": {name: plain(score) for name, score in self.classes.items()},
            "concede": None if self.conceded is None else plain(self.conceded),
            "calibration error": _rounded(self.calibration_error),
            "reliability": plain_bins(self.bins),
            "folds left out": self.folds,
        }


def evaluate_acts(
    gold: Path | None,
    corpus: ActCorpus = "plover",
    *,
    limit: int | None = None,
    model: ActModel | None = None,
) -> ActScores:
    """The scores of what is read on a corpus, by the model that ships if none is given.

    PLOVER's records and directed sentiment's dev part are fresh to the weights, PLV's sentences are
    not. Raises GoldMissing, and ModelUnreadable.
    """
    readers = {"plv": read_plv, "plover": read_plover, "sentiment": read_directed_sentiment}
    cases = list(readers[corpus](gold))[:limit]
    model = model or load_act_model()
    readings = read_acts([case.pair for case in cases], model)
    return score_acts(cases, readings, corpus=corpus, folds=model.settings.get("folds"))


def score_acts(
    cases: Sequence[MarkedSentence],
    readings: Sequence[ActReading],
    *,
    corpus: ActCorpus,
    folds: dict[str, Any] | None = None,
) -> ActScores:
    """The scores of these readings of the cases."""
    wanted = [case.label for case in cases]
    if corpus == "sentiment":
        found = [reading.leaning for reading in readings]
        sure = [max(reading.leanings) for reading in readings]
    else:
        found = [reading.root for reading in readings]
        sure = [max(reading.roots) for reading in readings]
    right = [w == f for w, f in zip(wanted, found, strict=True)]
    classes = {name: _score(wanted, found, name) for name in _named(wanted, found)}
    return ActScores(
        corpus=corpus,
        sentences=len(cases),
        right=sum(right),
        classes=classes,
        macro=tuple(name for name in POSITIONS if name in classes)
        if corpus == "plover"
        else tuple(classes),
        seen=corpus == "plv",
        bins=reliability(zip(sure, right, strict=True)),
        conceded=_conceded(cases, found) if corpus == "plover" else None,
        folds=folds if corpus == "plv" else None,
        errors=tuple(_misses(cases, found)),
    )


def _named(wanted: Iterable[str], found: Iterable[str]) -> list[str]:
    return sorted({*wanted, *found})


def _score(wanted: Sequence[str], found: Sequence[str], name: str) -> Score:
    return Score(
        matched=sum(w == f == name for w, f in zip(wanted, found, strict=True)),
        found=sum(f == name for f in found),
        gold=sum(w == name for w in wanted),
    )


def _conceded(cases: Sequence[MarkedSentence], found: Sequence[str]) -> Score:
    """How many of those who concede are read as giving way; `found` counts all that are."""
    pairs = list(zip(cases, found, strict=True))
    return Score(
        matched=sum(case.event == CONCEDE and root == "YIELD" for case, root in pairs),
        found=sum(root == "YIELD" for root in found),
        gold=sum(case.event == CONCEDE for case in cases),
    )


def _misses(cases: Sequence[MarkedSentence], found: Sequence[str]) -> Iterator[ActMiss]:
    for case, name in zip(cases, found, strict=True):
        if case.label != name:
            yield ActMiss(path=case.path, text=case.pair.text, gold=case.label, found=name)


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)
