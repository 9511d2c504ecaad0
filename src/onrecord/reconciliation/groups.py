"""Things that belong together because one by one they were joined (union–find)."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """A partition of strings that `join` makes coarser; the answer does not depend on the order."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {member: member for member in members}

    def root(self, member: str) -> str:
        """The smallest member of its group."""
        path = []
        while (above := self._parent.setdefault(member, member)) != member:
            path.append(member)
            member = above
        for passed in path:
            self._parent[passed] = member
        return member

    def join(self, left: str, right: str) -> None:
        """Put the groups of both together."""
        a, b = sorted((self.root(left), self.root(right)))
        self._parent[b] = a

    def all(self) -> list[tuple[str, ...]]:
        """Every group as a sorted tuple, sorted."""
        members: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            members.setdefault(self.root(member), []).append(member)
        return sorted(tuple(group) for group in members.values())
