"""Cues, and for each its source and content, as the trained networks read them.

The encoder says where cues are. For each cue the role reader says what is its source and what its
content, so two statements may share a source, a content may be in parts, and no two statements are
forced apart by one row of tags. The corpus that trains them marks one layer of statements; what is
reported within a content is found by reading that content by itself, as a text of its own.

Rules may hint at cues: what the networks only half believe counts if a rule sees it too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from onrecord.language.encoding import (
    CUE_TAGS,
    ROLE_TAGS,
    WINDOW,
    Encoding,
    Floats,
    States,
    encode_parts,
    read_roles,
)
from onrecord.language.pieces import Numbers
from onrecord.statements.chains import Chain
from onrecord.statements.ranges import Range, without

BEGIN, INSIDE = 1, 2  # tags of a cue; 0 is out
SOURCE, CONTENT = (1, 2), (3, 4)  # tags of roles: begin, inside; 0 is out
ROW, MARGIN = 256, 32  # pieces decoded as one row, and those at each edge that a neighbour decodes
FEWEST = 4  # pieces of a content below which nothing can be reported in it
DEEPEST = 3  # layers of statements within statements
# Pieces of a cue, but for the end of its word. Annotated cues are shorter; what the role reader
# takes in grows with the square of this.
LONGEST_CUE = 48
CUES_TOGETHER = 256  # cues whose roles are read before the next: bounds memory


class Cue(NamedTuple):
    """A cue in piece numbers, the probability that one begins there, whether a rule sees it too."""

    at: Range
    chance: float
    hinted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One cue with what belongs to it, in ranges of piece numbers; `holder` is who reports it.

    `cue_chance` is the probability that the cue begins there, `roles_chance` that of the whole
    reading of its source and content; `hinted` says whether a rule sees the cue too; `holder` is an
    index into the same list, or None.
    """

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    cue_chance: float
    roles_chance: float
    hinted: bool = False
    holder: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Decoder:
    """What the networks' scores are read with: two chains, and from which chance a cue counts.

    `hinted_from` is the chance for a cue at which a rule hints.
    """

    cue_chain: Chain
    role_chain: Chain
    cue_from: float
    hinted_from: float = 1.0

    def find(
        self,
        encoding: Encoding,
        hints: Sequence[Range] = (),
        reporting: Sequence[Range] | None = None,
    ) -> list[Linked]:
        """The statements of an article, then those within them, layer by layer.

        `hints` are the cues that rules see, as ranges of pieces in order, `reporting` all words
        that may report; contents without any of these are not read again, and what is seen there
        counts at these alone. None: nobody looked, and all contents are read.
        """
        begins = encoding.pieces.begins
        cues = self.find_cues(encoding.cues, begins, hints)
        found = self.find_roles(encoding, encoding.states, cues, begins)
        layer = list(range(len(found)))
        for _ in range(DEEPEST - 1):
            inner = self._within(encoding, found, layer, hints, reporting)
            layer = list(range(len(found), len(found) + len(inner)))
            found.extend(inner)
        return found

    def _within(
        self,
        encoding: Encoding,
        found: Sequence[Linked],
        layer: Sequence[int],
        hints: Sequence[Range],
        reporting: Sequence[Range] | None,
    ) -> list[Linked]:
        """What is reported within the contents of these statements, read each by itself.

        A cue that several of the contents hold is read in the shortest of them alone: the others
        report it too, but through that one. So no layer has more statements than the text words.
        """
        begins = encoding.pieces.begins
        parts = [(n, _window_of(_numbers(found[n].content), begins)) for n in layer]
        parts = [(n, part) for n, part in parts if len(part) >= FEWEST]
        parts.sort(key=lambda p: (len(p[1]), p[0]))
        inner: list[tuple[int, Linked]] = []
        seen: set[int] = set()
        for holder, part in parts:
            own = _within_part(hints, part)
            words = _within_part(reporting or (), part)
            if reporting is not None and not words and not own:
                continue
            ((states, scores),) = encode_parts(
                encoding.networks, encoding.pieces, [part], alone=True
            )
            cues = [
                cue
                for cue in self.find_cues(scores, begins[part], own)
                if int(part[cue.at[0]]) not in seen
                and (reporting is None or cue.hinted or _meets(cue.at, words))
            ]
            for linked in self.find_roles(encoding, states, cues, begins[part]):
                inner.append((holder, _placed(linked, part, holder)))
                seen.add(inner[-1][1].cue[0])
        return [linked for _, linked in sorted(inner, key=lambda i: (i[0], i[1].cue))]

    def find_cues(self, scores: Floats, begins: Numbers, hints: Sequence[Range] = ()) -> list[Cue]:
        """The cues of scores [piece, 3], in order, of whole words.

        Of `hints` those count that the networks half believe and do not see themselves.
        """
        chances = self._cue_chances(scores)
        found = [
            Cue(at, chance, any(_meet(at, hint) for hint in _near(hints, at)))
            for at, chance in self._likely_cues(chances, begins)
        ]
        taken = np.zeros(len(chances), bool)
        for cue in found:
            taken[cue.at[0] : cue.at[1]] = True
        for first, end in hints:
            chance = float(chances[first:end, BEGIN].max(initial=0.0))
            if chance >= self.hinted_from and not taken[first:end].any():
                found.append(Cue((first, end), chance, True))
                taken[first:end] = True
        return sorted(found)

    def _likely_cues(self, chances: Floats, begins: Numbers) -> list[tuple[Range, float]]:
        """(cue, chance) wherever one begins with the chance that counts."""
        found: list[tuple[Range, float]] = []
        at, count = 0, len(chances)
        while at < count:
            if chances[at, BEGIN] < self.cue_from:
                at += 1
                continue
            end = at + 1
            while end < count and (
                not begins[end] or (end - at < LONGEST_CUE and chances[end].argmax() == INSIDE)
            ):
                end += 1
            first = at
            while first > 0 and not begins[first]:
                first -= 1
            found.append(((first, end), float(chances[at, BEGIN])))
            at = end
        return found

    def _cue_chances(self, scores: Floats) -> Floats:
        """The probability of each cue tag, decoded in rows that overlap."""
        count, step = len(scores), ROW - 2 * MARGIN
        starts = list(range(0, max(count - 2 * MARGIN, 1), step))
        rows = np.zeros((len(starts), min(ROW, max(count, 1)), CUE_TAGS), np.float32)
        lengths = np.zeros(len(starts), np.int64)
        for row, start in enumerate(starts):
            part = scores[start : start + ROW]
            rows[row, : len(part)] = part
            lengths[row] = len(part)
        chances = self.cue_chain.chances(rows, lengths)
        whole = np.zeros((count, CUE_TAGS), np.float32)
        for row, start in enumerate(starts):
            low = start + (MARGIN if row else 0)
            high = min(start + ROW, count)
            whole[low:high] = chances[row, low - start : high - start]
        return whole

    def find_roles(
        self,
        encoding: Encoding,
        states: States,
        cues: Sequence[Cue],
        begins: Numbers,
    ) -> list[Linked]:
        """The source and content of each cue; a cue without content is none."""
        found: list[Linked] = []
        for at in range(0, len(cues), CUES_TOGETHER):
            found.extend(self._roles_of(encoding, states, cues[at : at + CUES_TOGETHER], begins))
        return found

    def _roles_of(
        self,
        encoding: Encoding,
        states: States,
        cues: Sequence[Cue],
        begins: Numbers,
    ) -> Iterator[Linked]:
        """Yield each of these cues, one or more, that has content. No piece has two roles."""
        crops = read_roles(encoding.networks, states, [cue.at for cue in cues])
        lengths = np.array([len(scores) for _, scores in crops], np.int64)
        rows = np.zeros((len(crops), int(lengths.max()), ROLE_TAGS), np.float32)
        for row, (_, scores) in enumerate(crops):
            rows[row, : len(scores)] = scores
        tags, chances = self.role_chain.best(rows, lengths)
        for row, (cue, (first, _)) in enumerate(zip(cues, crops, strict=True)):
            line = tags[row, : lengths[row]]
            source = without(_spans(line, SOURCE, first, begins), (cue.at,))
            content = without(_spans(line, CONTENT, first, begins), (cue.at, *source))
            if content:
                yield Linked(
                    cue=cue.at,
                    source=source,
                    content=content,
                    cue_chance=cue.chance,
                    roles_chance=float(np.exp(chances[row])),
                    hinted=cue.hinted,
                )


def _spans(line: Numbers, role: tuple[int, int], first: int, begins: Numbers) -> tuple[Range, ...]:
    """The ranges that carry a role's tags, widened to whole words."""
    found: list[Range] = []
    at = 0
    while at < len(line):
        if line[at] not in role:
            at += 1
            continue
        end = at + 1
        while end < len(line) and line[end] == role[1]:
            end += 1
        low, high = first + at, first + end
        while low > 0 and not begins[low]:
            low -= 1
        while high < len(begins) and not begins[high]:
            high += 1
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
        at = end
    return tuple(found)


def _numbers(ranges: Sequence[Range]) -> Numbers:
    """The numbers of all pieces in ranges."""
    return np.concatenate([np.arange(a, b) for a, b in ranges]) if ranges else np.zeros(0, np.int64)


def _window_of(part: Numbers, begins: Numbers) -> Numbers:
    """As many of a part's pieces as a window takes, to the end of a word."""
    size = min(len(part), WINDOW)
    while 0 < size < len(part) and not begins[part[size]]:
        size -= 1
    return part[:size]


def _meet(left: Range, right: Range) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _meets(at: Range, words: Sequence[Range]) -> bool:
    return any(_meet(at, word) for word in _near(words, at))


def _near(hints: Sequence[Range], at: Range) -> Sequence[Range]:
    """The few hints that can meet a range: they are in order and do not overlap."""
    first = max(bisect_right(hints, at) - 1, 0)
    return hints[first : bisect_right(hints, (at[1], 0))]


def _within_part(hints: Sequence[Range], part: Numbers) -> list[Range]:
    """The hints that lie within a part, in places of it."""
    if not hints or not len(part):
        return []
    found = []
    low = max(bisect_right(hints, (int(part[0]), 0)) - 1, 0)
    for first, end in hints[low : bisect_right(hints, (int(part[-1]), 1 << 62))]:
        at = int(np.searchsorted(part, first))
        size = end - first
        if at + size <= len(part) and part[at] == first and part[at + size - 1] == end - 1:
            found.append((at, at + size))
    return found


def _placed(linked: Linked, part: Numbers, holder: int) -> Linked:
    """A statement found in a part, in piece numbers of the article."""
    return Linked(
        cue=_of_article(linked.cue, part)[0],
        source=tuple(r for given in linked.source for r in _of_article(given, part)),
        content=tuple(r for given in linked.content for r in _of_article(given, part)),
        cue_chance=linked.cue_chance,
        roles_chance=linked.roles_chance,
        hinted=linked.hinted,
        holder=holder,
    )


def _of_article(given: Range, part: Numbers) -> tuple[Range, ...]:
    """A range of a part in ranges of the article: several where the part has a gap."""
    numbers = part[given[0] : given[1]]
    cuts = np.flatnonzero(np.diff(numbers) > 1) + 1
    return tuple((int(run[0]), int(run[-1]) + 1) for run in np.split(numbers, cuts))
