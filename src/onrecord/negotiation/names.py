"""Which parties a position names, by the names that the record itself uses for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.records import Position

PRONOUNS = frozenset({"i", "we", "he", "she", "they", "it", "our", "us", "his", "her", "their"})


class NamedParties:
    """Finds parties by name in the words of positions.

    A party's names are the wordings of its own positions that begin with a capital and are no
    pronoun; a wording that stands for two parties names neither.
    """

    def __init__(self, positions: Iterable[Position]) -> None:
        parties: dict[str, set[str]] = {}
        for position in positions:
            name = position.party_text.strip()
            if position.party and name[:1].isupper() and name.lower() not in PRONOUNS:
                parties.setdefault(name, set()).add(position.party)
        self._party_of = {name: min(ids) for name, ids in parties.items() if len(ids) == 1}
        # Longer names first, so that a name within another does not hide it.
        names = sorted(self._party_of, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def in_position(self, position: Position) -> set[str]:
        """The parties named in a position's words, or in what it is directed at."""
        if not self._party_of:
            return set()
        texts = [span.text for span in position.spans]
        if position.object:
            texts.append(position.object)
        return {self._party_of[name] for text in texts for name in self._pattern.findall(text)}
