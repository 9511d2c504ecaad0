"""Words by which reporters judge what they tell of: one event under different words."""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import folded_words

# On a line, words that different reporters use for one event; "/" parts those that judge it
# differently. Two words of one part are synonyms and not listed.
CALLED = """
joined acceded reunified / annexed annexation absorbed / illegally-annexed
special-military-operation operation / invasion invaded / war / intervention incursion
change-of-power transfer-of-power handover transition / coup putsch takeover / uprising revolution
liberated liberation / occupied occupation / captured seized took taken / conquered conquest
withdrawal withdrew regrouping / retreat retreated rout / flight fled
protest rally demonstration / unrest / uprising revolt
killing killed / execution executed / murder murdered / assassination assassinated
fence barrier / wall
blockade / siege / quarantine / closure
evacuation evacuated relocation resettlement / deportation deported expulsion expelled
crackdown / massacre / clearing clashes
settlement settlements / colony colonies / neighbourhood neighborhood
interrogation / torture
reform restructuring / cuts austerity
pause break / suspension / collapse breakdown
concession / surrender capitulation
compensation / ransom / fine penalty
"""


def _called() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line, row in enumerate(CALLED.strip().splitlines()):
        for part, words in enumerate(row.split("/")):
            for word in words.split():
                found[stem(word.replace("-", ""))].append((line, part))
    return {word: tuple(places) for word, places in found.items()}


PLACE_OF = _called()
JOINED = tuple(
    (re.compile(rf"\b{words.replace('-', '[ -]')}\b", re.IGNORECASE), words.replace("-", ""))
    for words in sorted(set(re.findall(r"\b[a-z]+(?:-[a-z]+)+\b", CALLED)), key=len, reverse=True)
)


def judging_words(text: str) -> tuple[str, ...]:
    """The stems of such words in a text, sorted."""
    for pattern, word in JOINED:
        text = pattern.sub(word, text)
    return tuple(sorted(PLACE_OF.keys() & {stem(word) for word in folded_words(text)}))
