"""Parties that are divided: two of their speakers stand against each other at the same time.

That is no shift. The same time is one day by what was said, or one day of print where neither was
dated; or the one still says so, or had said so before, when the other speaks (they alternate).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconciliation.order import Dated, came_before, date_positions
from onrecord.reconciliation.stances import is_explicit, stance_changed, stance_of
from onrecord.reconciliation.telling import speaker_of
from onrecord.records import ArticleDate, Interval, Position, identity

Voice = tuple[str | None, tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Two positions (ids) of two speakers of one party, for and against one value of an issue."""

    id: str
    party: str
    issue: str
    left: str
    right: str
    when: Interval | None
    detail: str


@dataclass(frozen=True, slots=True)
class Voices:
    """The words of one party on one issue, by who says them and where they stand."""

    words: Mapping[Voice, Sequence[Dated]]

    def stand_side_by_side(self, earlier: Dated, later: Dated) -> bool:
        """Whether two speakers differ and neither moved: the earlier one says the same afterwards,
        or the later one had said it before.
        """
        one, other = speaker_of(earlier.position), speaker_of(later.position)
        if one is None or other is None or one == other:
            return False
        still = self.words[one, stance_of(earlier.position)]
        already = self.words[other, stance_of(later.position)]
        return any(came_before(later, d) for d in still) or any(
            came_before(d, earlier) for d in already
        )


def voices_of(own: Iterable[Dated]) -> Voices:
    """The voices of one party on one issue."""
    words: dict[Voice, list[Dated]] = defaultdict(list)
    for dated in own:
        words[speaker_of(dated.position), stance_of(dated.position)].append(dated)
    return Voices(dict(words))


def find_divisions(
    positions: Iterable[Position], dates: Iterable[ArticleDate]
) -> tuple[Division, ...]:
    """Every pair of speakers of one party who stand against each other, once per issue, by date."""
    groups: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    explicit = [p for p in positions if is_explicit(p) and speaker_of(p) is not None]
    for dated in date_positions(explicit, dates):
        groups[dated.position.party or "", dated.position.issue or ""].append(dated)
    found = [d for key in sorted(groups) for d in _divisions_of(groups[key])]
    return tuple(sorted(found, key=lambda d: (d.party, d.issue, d.id)))


def _divisions_of(own: Sequence[Dated]) -> list[Division]:
    voices = voices_of(own)
    heads: dict[tuple[object, ...], Dated] = {}
    for d in own:  # one of each voice and time
        key = (speaker_of(d.position), stance_of(d.position), d.lower, d.upper, d.printed)
        heads.setdefault(key, d)
    found: dict[frozenset[str | None], Division] = {}
    kept = list(heads.values())
    for at, earlier in enumerate(kept):
        for later in kept[at + 1 :]:
            pair = frozenset((speaker_of(earlier.position), speaker_of(later.position)))
            if len(pair) < 2 or pair in found or not _opposed(earlier.position, later.position):
                continue
            how = _how(earlier, later, voices)
            if how is not None:
                found[pair] = _division(earlier, later, how)
    return list(found.values())


def _opposed(earlier: Position, later: Position) -> bool:
    """Whether one is against what the other is for, in one scope and step."""
    if earlier.step != later.step:
        return False
    if earlier.scope is not None and later.scope is not None and earlier.scope != later.scope:
        return False
    stances = {stance_of(earlier)[0], stance_of(later)[0]}
    return "refuses" in stances and stance_changed(earlier, later) is not None


def _how(earlier: Dated, later: Dated, voices: Voices) -> str | None:
    """Why they stand side by side, in words; None: the party may have moved between them."""
    first = came_before(earlier, later) or came_before(later, earlier)
    if first is not None:
        stand = voices.stand_side_by_side(earlier, later)
        return "each holds to it" if stand else None
    if earlier.lower is not None and later.lower is not None:
        same = (earlier.lower, earlier.upper) == (later.lower, later.upper)
        return "at the same time" if same else None
    same = earlier.printed is not None and earlier.printed == later.printed
    return "printed on one day" if same else None


def _division(earlier: Dated, later: Dated, how: str) -> Division:
    left, right = earlier.position, later.position
    return Division(
        id=identity("division", left.id, right.id),
        party=left.party or "",
        issue=left.issue or "",
        left=left.id,
        right=right.id,
        when=later.when,
        detail=how,
    )
