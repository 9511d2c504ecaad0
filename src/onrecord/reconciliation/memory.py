"""What a stage made of the parts of its work before, if whoever runs it remembers.

A part is what is worked out by itself, whatever else is on record: the statements of one speaker,
the text of one article.
"""

from __future__ import annotations

from typing import Any, Protocol


class Memory(Protocol):
    """What the parts of one stage made, as JSON. A part is recalled if it is given the same."""

    def recall(self, part: str, given: str, kind: Any) -> Any:
        """What the part made when it was given just this; None if it was not, or is no `kind`."""
        ...

    def keep(self, part: str, given: str, made: Any) -> None:
        """Remember what a part made of what it was given."""
        ...


class NoMemory:
    """Nothing is remembered: everything is worked out."""

    def recall(self, part: str, given: str, kind: Any) -> Any:
        """None."""
        del part, given, kind

    def keep(self, part: str, given: str, made: Any) -> None:
        """Nothing is done."""
        del part, given, made


NO_MEMORY = NoMemory()
