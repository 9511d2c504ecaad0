"""A body by its kind alone: "the ministry" and "the institute" are the last such body named."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.references import Reader, Reference
from onrecord.actors.words import word_set

BODY_NOUNS = word_set(
    "ministry institute council agency embassy commission committee organization organisation "
    "alliance bloc union court group movement army military party company bank watchdog "
    "fund foundation coalition federation association board tribunal campaign network firm"
)
REACH = 40  # bodies back that a noun can mean
ARMIES = ("army", "military", "forces")
# What a name may end in for a noun to mean it: "the bloc" is a union, "the watchdog" an agency.
SORTS = {
    "firm": ("firm", "company", "group"),
    "bloc": ("union", "community", "alliance"),
    "alliance": ("alliance", "nato"),
    "watchdog": ("agency", "iaea"),
    "agency": ("agency", "iaea"),
    "army": ARMIES,
    "military": ARMIES,
    "organisation": ("organisation", "organization"),
    "organization": ("organisation", "organization"),
}


def find_anaphors(
    reader: Reader, references: list[Reference], taken: set[int]
) -> Iterator[Reference]:
    """Yield references by "the" and a body noun; without a fitting body before them, none."""
    bodies = sorted(
        (r for r in references if r.kind in {"organization", "group"} and r.name),
        key=lambda r: r.first,
    )
    at = 0
    named: list[Reference] = []
    for token in reader.parse.tokens:
        while at < len(bodies) and bodies[at].first < token.i:
            named.append(bodies[at])
            at += 1
        noun = reader.lower[token.i]
        if noun not in BODY_NOUNS or token.i in taken or not token.text.islower():
            continue
        if token.i == 0 or reader.lower[token.i - 1] != "the" or not _ends_phrase(reader, token.i):
            continue
        fitting = (r for r in reversed(named[-REACH:]) if _is_sort(r.name or "", noun))
        # an armed group that calls itself an army or forces is not "the army", which fights it
        meant = next((r for r in fitting if noun not in ARMY or r.kind != "group"), None)
        if meant is not None:
            yield Reference(
                first=token.i - 1,
                last=token.i + 1,
                form="description",
                kind=meant.kind,
                name=meant.name,
                method=f"description of {meant.name}",
                key=meant.key,
                of=meant.of,
                role=meant.role,
            )


ARMY = frozenset({"army", "military"})


def _ends_phrase(reader: Reader, at: int) -> bool:
    """Whether the noun is the phrase's last: not "the council members"."""
    after = reader.word(at + 1)
    if after is None or not reader.same_sentence(at, at + 1):
        return True
    return after.pos not in {"NOUN", "PROPN"} and reader.lower[at + 1] != "of"


def _is_sort(name: str, noun: str) -> bool:
    return _head_of(name.lower().split()) in SORTS.get(noun, (noun,))


def _head_of(words: list[str]) -> str:
    """The noun that a body's name is: "fund" of "Orlo Fund for Nature", "alliance to save it"."""
    end = next((at for at, word in enumerate(words) if at and word in JOINS), len(words))
    return words[end - 1]


JOINS = word_set("of for to on in against")  # behind a name's noun
