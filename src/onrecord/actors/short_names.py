"""Short forms of names: a surname, a given name, a body's first word, each to its full form."""

from __future__ import annotations

from onrecord.actors.dramatis import Dramatis, Person
from onrecord.actors.given_names import gender_of
from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run
from onrecord.actors.spelling import FATHERS, fold, given_of, suffix_of, surname_of
from onrecord.actors.unlisted_states import is_adjective_of
from onrecord.actors.votes import JUNK, Evidence
from onrecord.actors.words import FEMALE_TITLES, MALE_TITLES


def take_surnames(people: Dramatis, names: dict[str, Evidence], base: ActorBase) -> None:
    """A surname alone is the person whose full name the article gives, whatever the parser says.

    In the same way the first word of a body's name alone is that body.
    """
    surnames = {fold(surname_of(n)) for n, kind in people.kinds.items() if kind == "person"}
    for name, evidence in names.items():
        if name not in people.kinds and _is_relative(name, evidence, surnames):
            people.kinds[name] = "person"
    persons = [n for n, kind in people.kinds.items() if kind == "person" and " " in n]
    surnames = {fold(surname_of(name)) for name in persons}
    tails = {tail for name in persons for tail in _tails(name)}
    first = {
        n.split()[0] for n, kind in people.kinds.items() if kind == "organization" and " " in n
    }
    first = {word for word in first if not any(s == word for s, _ in base.surfaces.get(word, ()))}
    for name, evidence in names.items():
        whole = " " in name
        if name in people.states or (whole and people.kinds.get(name) == "person"):
            continue
        if any(is_adjective_of(name, state) for state in people.states):
            continue
        votes = evidence.votes
        is_person = name in tails or (not whole and fold(surname_of(name)) in surnames)
        if is_person and (name not in first or votes["person"] > votes["organization"]):
            people.kinds[name] = "person"
        elif name in first and not _is_own_name(evidence) and not _is_town(evidence):
            people.kinds[name] = "organization"


def _is_own_name(evidence: Evidence) -> bool:
    """Whether the first word of a body's name means another: "Dorn" of "Dorn Tower", "Liberal"."""
    votes = evidence.votes
    called = votes["titled"] > 0 or any(run.honorific for run in evidence.runs)
    person = votes["person"] > votes["organization"] and (votes["known"] > 0 or called)
    return person or votes["junk"] >= JUNK


def _is_town(evidence: Evidence) -> bool:
    """Whether a body's first word stands as a place: "in Aldery" beside "Aldery Bank"."""
    return evidence.votes["place"] > evidence.votes["organization"]


def _is_relative(name: str, evidence: Evidence, surnames: set[str]) -> bool:
    """Whether a name that one place alone takes for a person's has a person's surname."""
    votes = evidence.votes
    alone = votes["person"] >= 2 and votes["person"] > votes["organization"] + votes["place"]
    return alone and len(name.split()) == 2 and fold(surname_of(name)) in surnames


def _tails(name: str) -> list[str]:
    """The ends of a name: "Dorn Orlo" and "Orlo" of "Mila Dorn Orlo"; never a father's alone."""
    words = name.split()
    last = len(words) - (1 if _ends_in_father(name) else 0)
    return [" ".join(words[at:]) for at in range(1, last)]


def _ends_in_father(name: str) -> bool:
    """Whether the last name is the father's: Salman of "Mohammed bin Salman" is another man."""
    words = name.lower().split()
    return len(words) > 2 and words[-2] in FATHERS


def join_short_names(people: Dramatis, names: dict[str, Evidence], base: ActorBase) -> None:
    """Give every person its full name; two persons of one surname leave the surname open."""
    by_surname: dict[str, dict[str, str]] = {}
    for name in (n for n, k in people.kinds.items() if k == "person" and " " in n):
        if not _ends_in_father(name):
            by_surname.setdefault(fold(surname_of(name)), {}).setdefault(fold(name), name)
    by_given = _by_given(by_surname)
    for name in [n for n, k in people.kinds.items() if k == "person"]:
        longer = by_surname.get(fold(surname_of(name)), {})
        if " " in name:
            ends = [n for n in longer.values() if n.endswith(f" {name}")]
            people.full[name] = ends[0] if len(ends) == 1 else longer.get(fold(name), name)
        elif not longer and len(called := by_given.get(fold(name), [])) == 1:
            people.full[name] = called[0]
        elif len(longer) == 1 and not _means_known(name, longer, names[name], base):
            people.full[name] = next(iter(longer.values()))
        else:
            lone = not longer or len(longer) == 1
            people.full[name] = name if lone else _only_variants(longer, base)
        full = people.full[name]
        if full is not None:
            person = people.persons.setdefault(full, Person(name=full))
            _note_gender(person, names[name].runs, base)
    _join_bodies(people)


def _by_given(by_surname: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """The full names under their given name: "Mila said" of Mila Dorn, the only Mila here."""
    found: dict[str, list[str]] = {}
    for forms in by_surname.values():
        for name in forms.values():
            found.setdefault(fold(given_of(name) or ""), []).append(name)
    return found


def _join_bodies(people: Dramatis) -> None:
    """Give the first word of one body's name that body."""
    bodies = [n for n, k in people.kinds.items() if k != "person"]
    by_first: dict[str, list[str]] = {}
    for name in bodies:
        if " " in name:
            by_first.setdefault(name.split()[0], []).append(name)
    for name in bodies:
        whole = by_first.get(name, [])
        people.full[name] = whole[0] if len(whole) == 1 else name


def _means_known(name: str, longer: dict[str, str], evidence: Evidence, base: ActorBase) -> bool:
    """Whether a surname is the known leader's, not that of the relative whom the article names.

    "President Dorn" beside "Mila Dorn" is not her, if the base knows one president Dorn; nor is
    "Dorn" beside "Ilo Dorn Jr." the son, if it knows one Dorn, Ilo.
    """
    namesakes = base.namesakes(name)
    whole = next(iter(longer.values()))
    if suffix_of(whole) in {"jr", "sr"} and len(namesakes) == 1:
        father = fold(base.actors[namesakes[0]].name)
        return f" {father}".endswith(f" {fold(whole.rsplit(maxsplit=1)[0])}")
    other = base.gender(whole)
    if len(namesakes) != 1 or evidence.votes["titled"] == 0:
        return False
    known = base.actors[namesakes[0]]
    return base.gender(known.name) != other and fold(known.name) not in longer


def _only_variants(longer: dict[str, str], base: ActorBase) -> str | None:
    """The first full form if all are spellings of one name, else None."""
    given = {base.given_key(name.split()[0]) for name in longer.values()}
    return next(iter(longer.values())) if len(given) == 1 else None


def _note_gender(person: Person, runs: list[Run], base: ActorBase) -> None:
    namesakes = base.namesakes(person.name) if " " not in person.name else ()
    known = base.actors[namesakes[0]].name if len(namesakes) == 1 else person.name
    person.gender = person.gender or base.gender(known) or gender_of(known)
    for run in runs:
        if run.honorific in FEMALE_TITLES:
            person.gender = "f"
        elif run.honorific in MALE_TITLES:
            person.gender = "m"
