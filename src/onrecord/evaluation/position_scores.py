"""Counts behind the figures on positions: what was found, and what of it is right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from onrecord.evaluation.counts import Score, plain
from onrecord.evaluation.gold.positions import GoldPosition, GoldSentence
from onrecord.positions import load_codebook
from onrecord.positions.forms import forms_of
from onrecord.positions.wording import words
from onrecord.records import Position

NEVER_A_CELL = frozenset(("threaten", "claim_about_other"))
# Words that tell nothing of who a party is.
EMPTY = words(
    """the a an of and party government administration state states united union national republic
    group officials leaders leadership"""
)
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A position of the flow, with every name of its party and speaker."""

    position: Position
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionMiss:
    """One sentence where the flow and the label differ, for a person to read."""

    path: str
    sentence: str
    missed: tuple[str, ...]
    invented: tuple[str, ...]
    differing: tuple[str, ...]

    def as_text(self) -> str:
        """The sentence, and below it what differs, a line each."""
        lines = [f"{self.path}: {self.sentence}"]
        lines += [f"  missed: {text}" for text in self.missed]
        lines += [f"  not marked: {text}" for text in self.invented]
        lines += [f"  differs: {text}" for text in self.differing]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionScores:
    """The figures of one run.

    `sentences`: whether a sentence holds a position of a party's own. `paired`: positions found by
    the words they share. `parts`: of paired ones the part that is right (act, party, issue, value,
    condition). `whole`: party, act, issue and polarity right. `cells`: the same, of those alone
    that may make a cell. `acts` and `forms`: each label by itself, end to end.
    """

    sentences: Score
    paired: Score
    parts: Mapping[str, Score]
    whole: Score
    cells: Score
    acts: Mapping[str, Score]
    forms: Mapping[str, Score]
    count: int
    light: bool
    errors: tuple[PositionMiss, ...]

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "light": self.light,
            "sentences": self.count,
            "is_a_position": plain(self.sentences),
            "paired": plain(self.paired),
            **{name: plain(score) for name, score in self.parts.items()},
            "whole": plain(self.whole),
            "cells": plain(self.cells),
            "acts": {name: plain(score) for name, score in self.acts.items()},
            "forms": {name: plain(score) for name, score in self.forms.items()},
        }


@dataclass(slots=True)
class Counts:
    """What was matched, found and marked, by name."""

    matched: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, matched: int = 0, found: int = 0, gold: int = 0) -> None:
        """Count so many under a name."""
        self.matched[name] += matched
        self.found[name] += found
        self.gold[name] += gold

    def score(self, name: str) -> Score:
        """The score under a name."""
        return Score(matched=self.matched[name], found=self.found[name], gold=self.gold[name])

    def scores(self) -> dict[str, Score]:
        """All scores, by name."""
        return {name: self.score(name) for name in sorted({*self.found, *self.gold})}


class Tally:
    """Counts over the sentences seen so far."""

    def __init__(self) -> None:
        self.sentences = 0
        self.whole = Counts()
        self.parts = Counts()
        self.acts = Counts()
        self.forms = Counts()
        self.errors: list[PositionMiss] = []

    def count(self, sentence: GoldSentence, found: Sequence[Found]) -> None:
        """Count one sentence."""
        self.sentences += 1
        told = _told_once(found)
        gold = sentence.positions
        self._add("sentence", any(map(_own, gold)), any(_own_act(f) for f in told))
        pairs = _pairs(gold, told)
        matched = {id(f) for _, f in pairs} | {id(g) for g, _ in pairs}
        self.whole.add("paired", matched=len(pairs), found=len(told), gold=len(gold))
        right = [_is_whole(g, f, sentence) for g, f in pairs]
        self.whole.add("whole", matched=sum(right), found=len(told), gold=len(gold))
        cells = [w for w, (g, f) in zip(right, pairs, strict=True) if _own(g) and _own_act(f)]
        made = sum(_makes_cell(f) for f in told)
        self.whole.add("cells", found=made, gold=sum(_own(g) and g.issue is not None for g in gold))
        self.whole.add(
            "cells",
            matched=sum(
                w and _makes_cell(f)
                for w, (g, f) in zip(right, pairs, strict=True)
                if _own(g) and _own_act(f)
            )
            if cells
            else 0,
        )
        for g, f in pairs:
            self._count_pair(sentence, g, f)
        self._count_labels(gold, told, pairs)
        self._keep(sentence, gold, told, pairs, matched)

    def _add(self, name: str, marked: bool, seen: bool) -> None:
        self.whole.add(name, matched=marked and seen, found=seen, gold=marked)

    def _count_pair(self, sentence: GoldSentence, gold: GoldPosition, found: Found) -> None:
        position = found.position
        self.parts.add("act", matched=is_same_act(gold, position), found=1, gold=1)
        right = is_same_party(gold, found, sentence)
        told = position.party is not None or position.speaker is not None or right
        self.parts.add("party", matched=right, found=told, gold=1)
        same = issue_family(position.issue) == issue_family(gold.issue)
        self.parts.add(
            "issue",
            matched=same and gold.issue is not None,
            found=position.issue is not None,
            gold=gold.issue is not None,
        )
        if same and gold.value is not None:
            self.parts.add(
                "value",
                matched=gold.value in position.values,
                found=bool(position.values),
                gold=1,
            )
        wanted = Counter(SAME_CONDITION.get(c, c) for c in gold.conditions)
        seen = Counter(SAME_CONDITION.get(c.type, c.type) for c in position.conditions)
        self.parts.add(
            "condition",
            matched=(wanted & seen).total(),
            found=seen.total(),
            gold=wanted.total(),
        )

    def _count_labels(
        self,
        gold: Sequence[GoldPosition],
        found: Sequence[Found],
        pairs: Sequence[tuple[GoldPosition, Found]],
    ) -> None:
        """Acts end to end; forms among paired positions.

        What is the same act by another name counts as found under the name that was marked.
        """
        for g in gold:
            self.acts.add(g.act, gold=1)
        named = {id(f): g.act for g, f in pairs if is_same_act(g, f.position)}
        for f in found:
            self.acts.add(named.get(id(f), f.position.act), found=1)
        for g, f in pairs:
            self.acts.add(g.act, matched=is_same_act(g, f.position))
            wanted, seen = _gold_forms(g), _found_forms(f.position)
            for name in wanted | seen:
                both = name in wanted and name in seen
                self.forms.add(name, matched=both, found=name in seen, gold=name in wanted)

    def _keep(
        self,
        sentence: GoldSentence,
        gold: Sequence[GoldPosition],
        found: Sequence[Found],
        pairs: Sequence[tuple[GoldPosition, Found]],
        matched: set[int],
    ) -> None:
        differing = [
            f"{_as_gold(sentence, g)} | found {_as_found(f)}"
            for g, f in pairs
            if not _is_whole(g, f, sentence)
        ]
        missed = [_as_gold(sentence, g) for g in gold if id(g) not in matched]
        invented = [_as_found(f) for f in found if id(f) not in matched]
        if differing or missed or invented:
            self.errors.append(
                PositionMiss(
                    path=sentence.article.path,
                    sentence=sentence.article.text[sentence.start : sentence.end],
                    missed=tuple(missed),
                    invented=tuple(invented),
                    differing=tuple(differing),
                )
            )

    def scores(self, *, light: bool) -> PositionScores:
        """The figures of everything counted."""
        return PositionScores(
            sentences=self.whole.score("sentence"),
            paired=self.whole.score("paired"),
            parts=self.parts.scores(),
            whole=self.whole.score("whole"),
            cells=self.whole.score("cells"),
            acts=self.acts.scores(),
            forms=self.forms.scores(),
            count=self.sentences,
            light=light,
            errors=tuple(self.errors),
        )


def _told_once(found: Iterable[Found]) -> list[Found]:
    """The found positions, those of one act on the same words once, whatever their issues."""
    kept: dict[tuple[object, ...], Found] = {}
    for each in found:
        p = each.position
        kept.setdefault((p.party, p.act, p.spans[0], p.object), each)
    return list(kept.values())


def _own(gold: GoldPosition) -> bool:
    return gold.act not in NEVER_A_CELL


def _own_act(found: Found) -> bool:
    return found.position.act not in NEVER_A_CELL


def _makes_cell(found: Found) -> bool:
    """Whether a position makes a cell: a party's own, with a value or a step."""
    p = found.position
    told = bool(p.values) or p.step is not None
    return _own_act(found) and p.party is not None and told and p.voice != "other"


def _pairs(
    gold: Sequence[GoldPosition], found: Sequence[Found]
) -> list[tuple[GoldPosition, Found]]:
    """Marked and found positions that share words, each once, those that share most first."""
    shared = []
    for (i, g), (j, f) in product(enumerate(gold), enumerate(found)):
        start, end = f.position.spans[0].start, f.position.spans[0].end
        common = min(end, g.matter[1]) - max(start, g.matter[0])
        if common > 0:
            first = min(g.matter[0], g.party[0] if g.party else g.matter[0])
            union = max(end, g.matter[1]) - min(start, first)
            alike = g.act == f.position.act, issue_family(g.issue) == issue_family(f.position.issue)
            shared.append((-(common / union) - 0.1 * sum(alike), i, j))
    pairs, used_gold, used_found = [], set(), set()
    for _, i, j in sorted(shared):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _is_whole(gold: GoldPosition, found: Found, sentence: GoldSentence) -> bool:
    """Whether party, act, issue and polarity are right."""
    p = found.position
    return (
        is_same_act(gold, p)
        and is_same_party(gold, found, sentence)
        and issue_family(gold.issue) == issue_family(p.issue)
    )


# What binds alike: the step waits until, or only after; the promise holds if, or as long as.
SAME_CONDITION = {"until": "only_after", "as_long_as": "if"}
WAITING = frozenset(("accept_if", "precondition"))


def is_same_act(gold: GoldPosition, position: Position) -> bool:
    """Whether the act is right, in the record's terms.

    A yes on a condition and a condition before a yes are one; so are a demand or a promise that
    something not be done, and its refusal.
    """
    if gold.act in WAITING and position.act in WAITING and position.conditions:
        return True
    refused = gold.against and gold.act in ("demand", "commit") and position.act == "reject"
    return gold.act == position.act or refused


def issue_family(issue: str | None) -> str | None:
    """An issue's template: of `control.north_bank` and `control.<area>` alike `control`."""
    if issue is None:
        return None
    head = issue.split(".")[0]
    return head if head in _templates() else issue


@cache
def _templates() -> frozenset[str]:
    """The first words of the issues that the default codebook fills in by place or party."""
    return frozenset(i.id.split(".")[0] for i in load_codebook().issues if i.parameters)


def is_same_party(gold: GoldPosition, found: Found, sentence: GoldSentence) -> bool:
    """Whether the party is who the label says: by a name, else by the very words that name it."""
    if any(_alike(gold.who, name) for name in found.names):
        return True
    if gold.party is None:
        return False
    words = sentence.article.text[gold.party[0] : gold.party[1]]
    told = found.position.party_text
    if told.casefold() in PRONOUNS:
        return False
    return bool(WORD.search(told)) and (told in words or words in told)


PRONOUNS = words("he she it they we i who")


def _alike(one: str, other: str) -> bool:
    left, right = _telling(one), _telling(other)
    return bool(left and right) and (left <= right or right <= left)


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell one party from another, cut to their stems."""
    found = [w.casefold() for w in WORD.findall(name)]
    kept = [w for w in found if w not in EMPTY] or found
    return frozenset(w.removesuffix("s")[:7] for w in kept)


def _gold_forms(gold: GoldPosition) -> frozenset[str]:
    return gold.form - {"past"} | ({"against"} if gold.against else frozenset())


def _found_forms(position: Position) -> frozenset[str]:
    return frozenset(map(str, forms_of(position)))


def _as_gold(sentence: GoldSentence, gold: GoldPosition) -> str:
    matter = sentence.article.text[gold.matter[0] : gold.matter[1]]
    value = f"={gold.value}" if gold.value else ""
    needs = "".join(f" [{c}]" for c in gold.conditions)
    return f"{gold.who} {gold.act} {gold.issue or '–'}{value} “{matter}”{needs}"


def _as_found(found: Found) -> str:
    p = found.position
    who = min(found.names, key=lambda n: (len(n), n), default="?") if p.party else "?"
    value = f"={'|'.join(p.values)}" if p.values else ""
    needs = "".join(f" [{c.type}]" for c in p.conditions)
    what = p.issue or p.step or "–"
    return (
        f"{who} ({p.party_text}) {p.act} {what}{value} “{p.object}”{needs}"
        f" .{round(p.confidence * 100):02d} {p.method}"
    )
