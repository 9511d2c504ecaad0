"""Which act a sentence tells, by the learnt reader of PLOVER's roots instead of our lists of words.

It says how sure it is, and leaves a reader to decide from when to believe it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.acting import ROOTS, ActModel, ActReading, Pair, Stance, read_acts
from onrecord.positions.plover import ACT_OF_ROOT
from onrecord.records import Act

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAct:
    """What a sentence says that its holder does to its object.

    `act` is None where the likeliest root is a deed or a meeting and no position. `sure` is the
    probability of the act: of all roots that are this act, or that are none. `stance` is that of
    the holder towards the object, `stance_sure` its probability. `root` is PLOVER's.
    """

    act: Act | None
    sure: float
    root: str
    stance: Stance
    stance_sure: float


def told_act(
    sentence: str, holder: Place | None, matter: Place | None, model: ActModel | None = None
) -> ToldAct:
    """The act of one sentence; see `told_acts`. Raises ModelUnreadable."""
    return told_acts([(sentence, holder, matter)], model)[0]


def told_acts(
    asked: Sequence[tuple[str, Place | None, Place | None]], model: ActModel | None = None
) -> tuple[ToldAct, ...]:
    """The act of each (sentence, who holds the position, what or whom it is about), in order.

    Places are half-open code points of the sentence; None where nothing is named. A sentence gives
    the same answer alone and in any company. Raises ModelUnreadable.
    """
    pairs = [
        Pair(
            text=sentence,
            source=(holder,) if holder else (),
            target=(matter,) if matter else (),
        )
        for sentence, holder, matter in asked
    ]
    return tuple(_told(reading) for reading in read_acts(pairs, model))


def _told(reading: ActReading) -> ToldAct:
    act = ACT_OF_ROOT.get(reading.root)
    same = [
        chance
        for root, chance in zip(ROOTS, reading.roots, strict=True)
        if ACT_OF_ROOT.get(root) == act
    ]
    return ToldAct(
        act=act,
        sure=min(1.0, sum(same)),
        root=reading.root,
        stance=reading.stance,
        stance_sure=reading.stances[reading.stance],
    )
