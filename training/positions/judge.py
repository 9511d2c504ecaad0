"""How well weights mark the sentences that were kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.clue_table import ClueTable
from onrecord.language.marking import ACTS, Matter, matters_of
from training.positions.lessons import Lesson

NOT_HELD = ("threaten", "claim_about_other")  # marked, never a position
CHANCES = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
ACT_CHANCES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)

Read = tuple[Lesson, list[Matter]]


def table(model: ClueTable, lessons: Sequence[Lesson]) -> Iterator[str]:
    """Yield lines with the figures at several chances, and how sure acts are."""
    reads = [(lesson, matters_of(model, lesson.tokens)) for lesson in lessons]
    for least in CHANCES:
        yield _at(reads, least)
    yield from _acts(reads)


def _at(reads: Sequence[Read], least: float) -> str:
    """Sentences with a position, and matters, where those of at least this chance are taken."""
    hit = said = held = pairs = marked = wanted = right = 0
    for lesson, matters in reads:
        taken = [m for m in matters if m.chance >= least]
        ours = any(_act(m) not in NOT_HELD for m in taken)
        theirs = any(act not in NOT_HELD for act, _ in lesson.wanted)
        hit, said, held = hit + (ours and theirs), said + ours, held + theirs
        found = list(_pairs(lesson, taken))
        marked, wanted, pairs = marked + len(taken), wanted + len(lesson.wanted), pairs + len(found)
        right += sum(_act(matter) == act for matter, act in found)
    return (
        f"{least:.2f} sentences {_scores(hit, said, held)} matters {_scores(pairs, marked, wanted)}"
        f" act {right / max(1, pairs):.3f}"
    )


def _scores(hit: int, found: int, wanted: int) -> str:
    f1 = 2 * hit / (found + wanted) if found + wanted else 0.0
    return f"P {hit / max(1, found):.3f} R {hit / max(1, wanted):.3f} F1 {f1:.3f}"


def _act(matter: Matter) -> str:
    return ACTS[max(range(len(ACTS)), key=lambda n: matter.acts[n])]


def _pairs(lesson: Lesson, matters: Sequence[Matter]) -> Iterator[tuple[Matter, str]]:
    """Yield each matter with the act of the labelled one that it shares most tokens with."""
    left = list(lesson.wanted)
    for matter in matters:
        span = range(matter.candidate.first, matter.candidate.last)
        best = max(left, key=lambda one: len(one[1] & set(span)), default=None)
        if best is not None and best[1] & set(span):
            left.remove(best)
            yield matter, best[0]


def _acts(reads: Sequence[Read]) -> Iterator[str]:
    """Yield how often the act is right where it is at least so sure, of all matters found."""
    pairs = [pair for lesson, matters in reads for pair in _pairs(lesson, matters)]
    for least in ACT_CHANCES:
        sure = [(m, act) for m, act in pairs if max(m.acts) >= least]
        right = sum(_act(m) == act for m, act in sure)
        share = right / max(1, len(sure))
        yield f"act from {least:.1f}: {len(sure)} of {len(pairs)}, right {share:.3f}"
