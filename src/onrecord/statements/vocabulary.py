"""Word lists, written as running words."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """The words of these lines, as a set."""
    return frozenset(word for line in lines for word in line.split())
