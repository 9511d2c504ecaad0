"""The persons, states and bodies of one article: every name with its kind, titles and full form."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from onrecord.actors.given_names import gender_of, is_given
from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run
from onrecord.actors.press_names import press_kind
from onrecord.actors.references import Reader, Title
from onrecord.actors.spelling import SUFFIXES, fold, plain, surname_of
from onrecord.actors.votes import Evidence
from onrecord.actors.words import (
    CALENDAR,
    FEMALE_TITLES,
    MALE_TITLES,
    MODIFIERS,
    NO_NAMES,
    ORGANIZATION_WORDS,
    word_set,
)
from onrecord.records import ActorKind

SHORTEST_CAPITALS = 5  # letters: below, capitals are initials and no surname of a headline
PLAIN_ENDINGS = ("ian", "ean", "an", "ese", "ish")
# Words that have such an adjective and are no state.
NO_STATES = word_set("Republic Christ Islam Democrat Parliament Congress Palestine Revolution God")
# What stands behind a lawmaker's name in American papers: "D-N.Y.", "R-Ohio".
PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z]")
ADJECTIVE_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ani", "er")


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
    """Everyone in one article. `kinds` maps a capitalised name to what the article's vote says."""

    kinds: dict[str, ActorKind] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    full: dict[str, str | None] = field(default_factory=dict)  # a name → its full form, None: open
    states: dict[str, str] = field(default_factory=dict)  # an unlisted state's name → its key

    def person(self, name: str) -> Person | None:
        """The person whom this name, full or short, means in this article."""
        full = self.full.get(name, name)
        return self.persons.get(full) if full else None


def gather(
    names: dict[str, Evidence], titles: list[Title], reader: Reader, base: ActorBase
) -> Dramatis:
    """Everyone in the article, by the votes of all the places where a name stands."""
    people = Dramatis()
    _find_states(people, names, titles, reader, base)
    for name, evidence in names.items():
        if name in people.states or any(is_adjective_of(name, s) for s in people.states):
            continue
        if _is_label(name, reader, base):
            continue
        kind = press_kind(name, evidence, _kind(name, evidence, reader), reader, base)
        if kind is not None:
            people.kinds[name] = kind
    _take_surnames(people, names, base)
    _drop_led_names(people, reader, base)
    _drop_lone_headings(people, names, reader, base)
    _join_short_names(people, names, base)
    return people


def shortened(run: Run, people: Dramatis, reader: Reader) -> Run:
    """The run without what stands before or behind a person's name in it.

    "Rival Mila Dorn" opens a sentence, "Mila Dorn Warns" a headline: neither is a name. In running
    text "Dorn Tower" is another name, and Mila Dorn Jr. another person.
    """
    if run.name in people.kinds or run.name in people.states or run.last - run.first < 2:
        return run
    words = [t.text for t in reader.parse.tokens[run.first : run.last]]
    headline = reader.block_kind(run.first) in {"title", "heading"}
    if "-" in words or " ".join(words) != run.name:
        return run
    if headline and not {plain(words[-1])} & SUFFIXES and words[-1] not in ORGANIZATION_WORDS:
        for size in range(len(words) - 1, 0, -1):
            front = " ".join(words[:size])
            if people.kinds.get(front) == "person":
                return Run(run.first, run.first + size, front, run.honorific)
    opens = reader.parse.sentences[reader.parse.tokens[run.first].sentence].first == run.first
    led = people.kinds.get(" ".join(words[1:])) == "person"
    if (headline or opens or led) and not run.honorific:
        for size in range(len(words) - 1, 0, -1):
            back = " ".join(words[-size:])
            if people.kinds.get(back) == "person":
                return Run(run.last - size, run.last, back)
    return run


def _find_states(
    people: Dramatis,
    names: dict[str, Evidence],
    titles: list[Title],
    reader: Reader,
    base: ActorBase,
) -> None:
    """States that the base lacks: officials' titles hang on their name or its adjective."""
    surnames = {surname_of(n) for n in names if " " in n}
    single = [n for n in sorted(names) if n not in surnames and _may_be_state(n, names[n])]
    for title in titles:
        name = None
        if title.adjective is not None and title.of is None:
            name = next((n for n in single if is_adjective_of(title.adjective, n)), None)
        elif title.possessor is not None and title.rank in {"leader", "minister", "body", "envoy"}:
            owner = reader.parse.tokens[title.possessor].text
            is_place = owner in single and names[owner].votes["place"] > 0
            name = owner if is_place or _has_minister(owner, title, single, base) else None
        if name is not None:
            people.states[name] = f"state:{plain(name)}"
            title.of = title.of or people.states[name]
    _find_acting_states(people, names, single, reader)


def _has_minister(owner: str, title: Title, single: list[str], base: ActorBase) -> bool:
    """Whether the possessor of "Arvenia's foreign minister" is a state: nobody's known name.

    An envoy, a spokesman or a team is a person's as often as a state's; a minister seldom is.
    """
    offices = {"foreign", "prime", "defence", "defense", "interior", "finance"}
    held = "minister" in title.role.lower() and bool(offices & set(title.role.lower().split()))
    return held and owner in single and not base.namesakes(owner) and base.named(owner) is None


def _find_acting_states(
    people: Dramatis, names: dict[str, Evidence], single: list[str], reader: Reader
) -> None:
    """Names that speak or decide, with an adjective of theirs elsewhere in the article."""
    adjectives: dict[str, list[str]] = {}
    for word in sorted(w for w in reader.capital_words if w.endswith(PLAIN_ENDINGS)):
        adjectives.setdefault(plain(word)[:3], []).append(word)
    for name in single:
        acts = names[name].votes["sure"] > 0 or names[name].votes["place"] > 0
        near = adjectives.get(plain(name)[:3], ())
        if acts and any(is_adjective_of(adjective, name) for adjective in near):
            people.states.setdefault(name, f"state:{plain(name)}")


def _may_be_state(name: str, evidence: Evidence) -> bool:
    """Whether a name can be a state's: one word, nobody's title, not a people or a party."""
    votes = evidence.votes
    if " " in name or len(name) < 4 or name.endswith("s") or name in NO_STATES:
        return False
    called = any(run.honorific for run in evidence.runs)
    return not called and votes["titled"] == 0 and votes["junk"] < 9


def is_adjective_of(adjective: str, name: str) -> bool:
    """Whether an adjective is made of a name: Arvenian of Arvenia, Torlandic of Torland."""
    longer, stem = plain(adjective), plain(name)
    for base in (stem, stem[:-1]):
        if len(base) >= 4 and longer.startswith(base) and longer != stem:
            return longer[len(base) :] in ADJECTIVE_ENDINGS
    return False


def _is_label(name: str, reader: Reader, base: ActorBase) -> bool:
    """Whether it names nobody: a label, the state's name in a dateline, a word of the language."""
    if PARTY_AND_STATE.match(name) or (name.isupper() and base.named(name.title()) is not None):
        return True
    if name.rstrip(".") in CALENDAR or plain(name) in SUFFIXES:
        return True
    return len(name) < 2 or name in ORGANIZATION_WORDS or name.lower() in reader.lower_words


def _kind(name: str, evidence: Evidence, reader: Reader) -> ActorKind | None:
    """What the article's votes say; None for places, junk and names without enough behind them."""
    votes = evidence.votes
    ranked = sorted(
        ((k, n) for k, n in votes.items() if k not in COUNTS),
        key=lambda item: (-item[1], item[0]),
    )
    best, count = ranked[0] if ranked else ("junk", 0)
    if best == "person" and name.isupper() and len(name) < SHORTEST_CAPITALS:
        best, count = "organization", votes["organization"]  # initials are nobody's surname
    if best in {"person", "organization"} and not _is_backed(name, best, evidence, reader):
        return None
    if best == "person":
        return "person" if votes["sure"] or (" " in name and count >= 3) else None
    if best == "organization" and count >= 2 and votes["body"]:
        if reader.article.outlet and plain(name) == plain(reader.article.outlet):
            return "outlet"
        return "organization"
    return None


def _is_backed(name: str, kind: str, evidence: Evidence, reader: Reader) -> bool:
    """Whether the parser sees such a name in half the places of a single word.

    One word with a capital may be anything: a headline's, a product, the rest of a longer name. A
    title, an honorific or a known surname says enough; initials are a body's in any case.
    """
    votes, runs = evidence.votes, evidence.runs
    if " " in name or not reader.parse.has_syntax or name.isupper() or votes["known"]:
        return True
    if votes["titled"] or any(run.honorific for run in runs):
        return True
    seen = votes["PERSON"] if kind == "person" else votes["ORG"]
    return 2 * seen >= len(runs) and (kind == "person" or len(runs) > 1 or votes["sure"] > 0)


# What `weigh` counts beside the kinds.
COUNTS = frozenset(("sure", "body", "titled", "known", "PERSON", "ORG"))


def _take_surnames(people: Dramatis, names: dict[str, Evidence], base: ActorBase) -> None:
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
        elif name in first:
            people.kinds[name] = "organization"


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
    return len(words) > 2 and words[-2] in {"bin", "ibn", "bint"}


def _drop_led_names(people: Dramatis, reader: Reader, base: ActorBase) -> None:
    """A verb or noun with a capital before a name is none of it: "Meet Mila Dorn" in a caption.

    The rest must stand alone elsewhere in the article, and the first word be nobody's given name.
    Before a surname alone it must be a word of the language: "Removing Dorn", "Senior Dorn".
    """
    for name in [n for n, kind in people.kinds.items() if kind == "person" and " " in n]:
        led, rest = name.split(" ", 1)
        known = fold(led) in base.given or is_given(led) or len(led.rstrip(".")) < MIN_LED
        if people.kinds.get(rest) != "person" or known or base.named(name) is not None:
            continue
        word = led.lower()
        common = word in reader.lower_words or word in NO_NAMES | MODIFIERS | LEADING
        if " " in rest or common or (word.endswith("ing") and len(word) > MIN_GERUND):
            del people.kinds[name]


MIN_LED = 3  # letters: an initial or "Al" leads a name
MIN_GERUND = 5
LEADING = word_set("messrs senior junior embattled incoming outgoing ex-president meet photos")


def _drop_lone_headings(
    people: Dramatis, names: dict[str, Evidence], reader: Reader, base: ActorBase
) -> None:
    """Headlines write every word with a capital: a name that stands only there is no name."""
    words = Counter(word for name in people.kinds for word in set(name.split()))
    for name in list(people.kinds):
        places = {reader.block_kind(run.first) for run in names[name].runs}
        alone = places <= {"title", "heading"} and base.named(name) is None
        if alone and words[surname_of(name)] < 2:
            del people.kinds[name]


def _join_short_names(people: Dramatis, names: dict[str, Evidence], base: ActorBase) -> None:
    """Give every person its full name; two persons of one surname leave the surname open."""
    by_surname: dict[str, dict[str, str]] = {}
    for name in (n for n, k in people.kinds.items() if k == "person" and " " in n):
        if not _ends_in_father(name):
            by_surname.setdefault(fold(surname_of(name)), {}).setdefault(fold(name), name)
    for name in [n for n, k in people.kinds.items() if k == "person"]:
        longer = by_surname.get(fold(surname_of(name)), {})
        if " " in name:
            ends = [n for n in longer.values() if n.endswith(f" {name}")]
            people.full[name] = ends[0] if len(ends) == 1 else longer.get(fold(name), name)
        elif len(longer) == 1 and not _means_known(name, longer, names[name], base):
            people.full[name] = next(iter(longer.values()))
        else:
            lone = not longer or len(longer) == 1
            people.full[name] = name if lone else _only_variants(longer, base)
        full = people.full[name]
        if full is not None:
            person = people.persons.setdefault(full, Person(name=full))
            _note_gender(person, names[name].runs, base)
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

    "President Dorn" beside "Mila Dorn" is not her, if the base knows one president Dorn.
    """
    namesakes = base.namesakes(name)
    other = base.gender(next(iter(longer.values())))
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
