"""Whether a statement came through whom the gold says: names compared one by one, in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.evaluation.counts import Score, plain, share
from onrecord.statements.vocabulary import words

WORD = re.compile(r"\w+")
# Words that do not tell what somebody is: "people close to Maren" are not Maren.
RELATIONS = words("of to with in at from by on for and near inside")
DETERMINERS = words("the a an this that these those its his her their some")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainScore:
    """Chains of the statements whose gold gives one, an empty one included.

    `names` counts single names over all statements. `whole` of `asked` matched statements with a
    chain have it name by name in its order; `invented` of `straight` ones got a chain of none.
    """

    names: Score
    whole: int
    asked: int
    invented: int
    straight: int

    @property
    def whole_share(self) -> float | None:
        """The share of matched statements with a chain that have all of it, in order."""
        return share(self.whole, self.asked)

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "names": plain(self.names),
            "whole": self.whole,
            "asked": self.asked,
            "invented": self.invented,
            "straight": self.straight,
        }


def name_words(name: str) -> tuple[str, ...]:
    """The words that two writings of a name are compared by: no case, no determiners."""
    return tuple(w for w in WORD.findall(name.casefold()) if w not in DETERMINERS)


def same_name(gold: str, name: str) -> bool:
    """Whether an actor's name is the gold's, or its end behind words that say what it is.

    "The state agency Velt" is Velt; "the Harbor Times" is not "the Times".
    """
    wanted, found = name_words(gold), name_words(name)
    if wanted == found or not found:
        return wanted == found
    before, said = WORD.findall(gold)[: -len(found)], WORD.findall(gold)[-len(found) :]
    described = bool(before) and before[-1].islower() and before[-1] not in DETERMINERS | RELATIONS
    return wanted[-len(found) :] == found and said[0][0].isupper() and described


def agreeing(
    gold: Sequence[str], found: Sequence[str], names: Mapping[str, Sequence[str]]
) -> list[tuple[int, int]]:
    """(number in the gold, number among the found) of names that agree, each used once.

    `found` are actor ids, `names` what an actor is called; one of its names is enough. The same
    place in the chain goes first.
    """
    same = [
        (g, f)
        for g, name in enumerate(gold)
        for f, actor in enumerate(found)
        if any(same_name(name, called) for called in names.get(actor, ()))
    ]
    chosen: list[tuple[int, int]] = []
    for g, f in sorted(same, key=lambda pair: (pair[0] != pair[1], pair)):
        if all(g != a and f != b for a, b in chosen):
            chosen.append((g, f))
    return sorted(chosen)


class ChainTally:
    """Counts of the chains read so far."""

    def __init__(self) -> None:
        self.matched = self.found = self.gold = 0
        self.whole = self.asked = self.invented = self.straight = 0

    def count_names(self, gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> None:
        """Count all names of one case, matched or not."""
        self.gold += sum(map(len, gold))
        self.found += sum(map(len, found))

    def count_pair(
        self, gold: Sequence[str], found: Sequence[str], names: Mapping[str, Sequence[str]]
    ) -> bool:
        """Count the chains of one matched statement; whether they are the same."""
        pairs = agreeing(gold, found, names)
        same = len(gold) == len(found) and pairs == [(n, n) for n in range(len(gold))]
        self.matched += len(pairs)
        if gold:
            self.asked += 1
            self.whole += same
        else:
            self.straight += 1
            self.invented += bool(found)
        return same

    def score(self) -> ChainScore:
        """The figures of everything counted."""
        return ChainScore(
            names=Score(matched=self.matched, found=self.found, gold=self.gold),
            whole=self.whole,
            asked=self.asked,
            invented=self.invented,
            straight=self.straight,
        )
