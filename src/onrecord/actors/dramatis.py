"""Everyone in one article: the persons with their roles, and what each name means there."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.records import ActorKind


@dataclass(slots=True)
class Role:
    """A role that the article gives a person: words, body, rank, and whether it is over."""

    role: str
    of: str | None
    rank: str
    word: str
    former: bool
    speaks: bool


@dataclass(slots=True)
class Person:
    """A person of the article under the fullest name that it gives."""

    name: str
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None

    def serving(self) -> Role | None:
        """The first role that names a body and is not over, else the first that is not over."""
        current = [r for r in self.roles if not r.former]
        return next((r for r in current if r.of), current[0] if current else None)

    def first_role(self) -> Role | None:
        """The role to show: a serving one before a former one."""
        return self.serving() or (self.roles[0] if self.roles else None)


@dataclass(slots=True)
class Dramatis:
    """Everyone in one article. `kinds` maps a capitalised name to what the article's vote says.

    `glued` are names of persons with words at them that are none of theirs.
    """

    kinds: dict[str, ActorKind] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    full: dict[str, str | None] = field(default_factory=dict)  # a name → its full form, None: open
    glued: set[str] = field(default_factory=set)
    states: dict[str, str] = field(default_factory=dict)  # an unlisted state's name → its key

    def person(self, name: str) -> Person | None:
        """The person whom this name, full or short, means in this article."""
        full = self.full.get(name, name)
        return self.persons.get(full) if full else None
