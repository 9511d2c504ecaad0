"""Joins titles to the names they stand at: before, after a comma, after "who was"."""

from __future__ import annotations

from onrecord.actors.dramatis import Dramatis, Person, Role
from onrecord.actors.known import ActorBase
from onrecord.actors.names import POSSESSIVE, Run
from onrecord.actors.references import Reader, Title
from onrecord.actors.told_offices import headed, only_side
from onrecord.actors.votes import is_speech
from onrecord.actors.words import DETERMINERS, FEMALE_TITLES, MALE_TITLES

RELATIVE = frozenset({"who", "is", "was", "then", "now", "also", "the", "has", "been", "currently"})


def attach_titles(
    reader: Reader, runs: list[Run], titles: list[Title], people: Dramatis, base: ActorBase
) -> tuple[dict[int, str], dict[int, Role]]:
    """Full names by the first token of their title, and roles by the first token of the name.

    Each person's roles are filled in.
    """
    persons = [r for r in runs if people.person(r.name) is not None]
    starts: dict[int, Run] = {}
    for run in persons:
        starts[_start(reader, run)] = run
    ends = {run.last: run for run in persons}
    attached: dict[int, str] = {}
    roles: dict[int, Role] = {}
    before: tuple[int, Run] | None = None  # where the last attached title ends, and whose it is
    for title in titles:
        if title.plural or title.body:
            continue
        owner = _owner(reader, title, starts, ends)
        if owner is None and before is not None and _goes_on(reader, before[0], title):
            owner = before[1]
        person = people.person(owner.name) if owner else None
        if owner is None or person is None:
            continue
        before = title.last, owner
        attached[title.first] = person.name
        role = _role(reader, title, owner, people, base)
        roles.setdefault(owner.first, role)
        if role not in person.roles:
            person.roles.append(role)
        _note_gender(person, role)
    for run in persons:
        person, told = people.person(run.name), headed(reader, run.last)
        if person is not None and told is not None and run.first not in roles:
            roles[run.first] = told
            person.roles.append(told)
    _note_honorifics(persons, people)
    return attached, roles


# Titles that stand before names as short forms, with the role's own word.
ROLE_OF_HONORIFIC = {"sen": "senator", "gov": "governor", "gen": "general", "adm": "admiral"}


def _note_honorifics(persons: list[Run], people: Dramatis) -> None:
    """Note that "Sen. Dorn" is a senator: "the senator" may mean Dorn later."""
    for run in persons:
        word = ROLE_OF_HONORIFIC.get((run.honorific or "").removesuffix("."))
        person = people.person(run.name)
        if word is None or person is None or any(r.word == word for r in person.roles):
            continue
        rank = "officer" if word in {"general", "admiral"} else RANKS[word]
        person.roles.append(
            Role(role=word, of=None, rank=rank, word=word, former=False, speaks=False)
        )


RANKS = {"senator": "legislator", "governor": "local"}


def _start(reader: Reader, run: Run) -> int:
    if run.honorific is None:
        return run.first
    return run.first - (2 if reader.lower[run.first - 1] == "." else 1)


def _owner(
    reader: Reader, title: Title, starts: dict[int, Run], ends: dict[int, Run]
) -> Run | None:
    """The name that a title belongs to, if it stands at one."""
    after = title.last
    if not reader.same_sentence(title.head, after):
        after = -2
    if after in starts:
        return starts[after]
    if title.indefinite_or_named() and after >= 0 and reader.lower[after] == ",":
        run = starts.get(after + 1)
        if run is not None and reader.same_sentence(title.head, after + 1):
            return run
    return _owner_before(reader, title, ends)


def _goes_on(reader: Reader, end: int, title: Title) -> bool:
    """Whether "and" joins a bare title to the one that ended there: "founder and CEO of Orlo Corp".

    An article begins another person: "Dorn, the envoy, and the minister".
    """
    return (
        title.first == end + 1
        and reader.lower[end] == "and"
        and reader.same_sentence(end - 1, title.head)
        and reader.lower[title.first] not in DETERMINERS
    )


def _owner_before(reader: Reader, title: Title, ends: dict[int, Run]) -> Run | None:
    """The name before ", the head of …" or ", who was then the …"."""
    at = title.first - 1
    steps = 0
    while at > 0 and steps < 5 and reader.lower[at] in RELATIVE:
        at -= 1
        steps += 1
    if at < 1 or not reader.same_sentence(at, title.head):
        return None
    comma = reader.lower[at] in {",", "–", "—", "("}
    after = reader.word(title.last)
    if comma and after is not None and is_speech(after.text.lower()):
        return None  # "Dorn, the source said, left": another speaks of the one before
    owns = after is not None and after.text in POSSESSIVE and reader.touches(title.last - 1)
    if owns and title.last == title.head + 1:
        return None  # "Mila Dorn, the nominee's daughter" is not the nominee
    relative = "who" in reader.lower[at + 1 : title.first]
    if comma:
        return ends.get(at)
    return ends.get(at + 1) if relative else None


def _role(reader: Reader, title: Title, run: Run, people: Dramatis, base: ActorBase) -> Role:
    of = title.of
    if of is None:
        of = _of_after(reader, run) or _of_possessor(reader, title, people, base)
    person = people.person(run.name)
    if of is None and person is not None and not any(r.of for r in person.roles):
        of = only_side(reader, title)
    return Role(
        role=title.role,
        of=of,
        rank=title.rank,
        word=reader.lower[title.head],
        former=title.former,
        speaks=title.speaks,
    )


def _note_gender(person: Person, role: Role) -> None:
    if role.word in FEMALE_TITLES:
        person.gender = person.gender or "f"
    elif role.word in MALE_TITLES:
        person.gender = person.gender or "m"


def _of_after(reader: Reader, run: Run) -> str | None:
    """The state in "President Ilo Maro of Arvenia"."""
    if not reader.same_sentence(run.first, run.last + 1) or reader.lower[run.last] != "of":
        return None
    known = reader.known.get(run.last + 1)
    return known.key if known and known.form != "place" else None


def _of_possessor(reader: Reader, title: Title, people: Dramatis, base: ActorBase) -> str | None:
    """The party of the one whose envoy it is: "Trump's special envoy"."""
    if title.possessor is None:
        return None
    return party_of_name(reader.parse.tokens[title.possessor].text, people, base)


def party_of_name(name: str, people: Dramatis, base: ActorBase) -> str | None:
    """The key of the party of a person by this article's roles, else by the base if it is clear."""
    if name in people.states:
        return people.states[name]
    person = people.person(name)
    role = person.serving() if person else None
    if role is not None and role.of is not None:
        return role.of
    keys = base.namesakes(person.name if person else name)
    parties = {term.party for key in keys for term in base.terms[key]}
    return parties.pop() if len(keys) == 1 and len(parties) == 1 else None
