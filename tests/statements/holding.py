"""How these tests put a statement within another: the holder stands marked, the inner one beside.

A source, a cue and a content are given as a network might give them, the parts of a content joined
by an ellipsis.
"""

from __future__ import annotations

import pytest

from onrecord.statements.draft import Draft
from onrecord.statements.finding import _by_rules
from onrecord.statements.ranges import Range, length, overlap, trimmed
from onrecord.statements.within import mend_within
from onrecord.statements.wording import worded
from tests.statements.marked import drafted

Inner = tuple[str, str, str]


def mend(marked: str, inner: Inner) -> str:
    """What is left of the inner content; the holder's must stay as it is."""
    outer, page = drafted(marked)

    def place(words: str) -> Range:
        start = page.text.index(words)
        return start, start + len(words)

    source, cue, content = (tuple(place(p) for p in role.split(" … ")) for role in inner)
    held: Draft = worded(page, source, cue, content, "learned")
    whole = outer.content
    mend_within(page, [outer, held], _by_rules(page))
    assert outer.content == whole
    assert held.content  # never cut to nothing
    assert overlap(held.content, content) == length(held.content)  # never more than was given
    edges = (trimmed(page.text, r) for r in held.content)
    return " … ".join(page.text[a:b] for a, b in edges if a < b)


def rows(table: dict[str, dict[str, tuple[object, ...]]]) -> list[object]:
    """The cases of several rules' tables, each named with its rule."""
    return [
        pytest.param(*case, id=f"{rule}: {name}")
        for rule, cases in table.items()
        for name, case in cases.items()
    ]
