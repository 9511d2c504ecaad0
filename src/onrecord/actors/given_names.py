"""Given names far beyond those of the base, each with its gender where one is clear."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.actors.base_files import read_table
from onrecord.actors.spelling import plain


def is_given(word: str) -> bool:
    """Whether a word is somewhere given as a first name: a hint and no proof, as names are words.

    Names of states, capitals and bodies of the base are none.
    """
    return plain(word) in _names()


def gender_of(name: str) -> str | None:
    """M or f where a full name's first word is given to men or to women alone, else None."""
    return _names().get(plain(name.split(maxsplit=1)[0])) or None if " " in name else None


@cache
def _names() -> Mapping[str, str]:
    """The gender of each given name in plain letters, empty where open; loaded once (20 ms)."""
    found: dict[str, str] = {}
    for row in read_table("more_given_names"):
        name, gender = plain(row["name"]), row["gender"]
        found[name] = gender if found.get(name, gender) == gender else ""
    return found
