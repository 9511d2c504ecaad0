"""What somebody may have meant: the known names nearest to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_NEAR = 3
# 0.6 is difflib's own default: "cease.scope" still finds "ceasefire.scope" (0.85), "cesefire" as
# well (0.7), and "harbour" no issue of the bundled codebook.
CLOSE = 0.6


def near_names(asked: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that are spelt most like `asked` or hold it, nearest first; at most three."""
    by_folded: dict[str, str] = {}
    for name in sorted(set(known)):
        by_folded.setdefault(name.casefold(), name)
    folded = asked.strip().casefold()
    holding = [n for n in by_folded if len(folded) > 2 and folded in n]
    close = difflib.get_close_matches(folded, by_folded, n=MOST_NEAR, cutoff=CLOSE)
    return tuple(by_folded[n] for n in dict.fromkeys([*close, *holding]))[:MOST_NEAR]


def did_you_mean(asked: str, known: Iterable[str]) -> str:
    """The near names as the end of an error message: "; did you mean …?"; "" for none."""
    near = near_names(asked, known)
    return f"; did you mean {' or '.join(repr(n) for n in near)}?" if near else ""
