"""Another word for a person just named: "the Tolmar businessman", "the 70-year-old", "the senator".

News does not name a person twice in a row where a word for it will do. Such a word says little of
its own, so that only the sentences right before it can say who is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.actors.dramatis import Dramatis, Person, Role
from onrecord.actors.names import Run
from onrecord.actors.references import Reader, Reference, Title
from onrecord.actors.votes import is_speech
from onrecord.actors.words import word_set
from onrecord.language.parse import Token

# Nouns that news calls a person by whom it has just named, without saying that it is one's office.
EPITHETS = word_set(
    """
    nominee candidate contender businessman businesswoman billionaire tycoon politician singer actor
    actress comedian author activist dissident cleric
    """
)
# The same, of words that stand before no name as a title does.
MORE_EPITHETS = word_set(
    """
    frontrunner incumbent mogul magnate entrepreneur financier philanthropist millionaire heiress
    neurosurgeon novelist poet playwright filmmaker musician rapper wrestler boxer cricketer
    footballer legend star hardliner populist strongwoman socialist centrist republican democrat
    laureate
    """
)
# Offices that news gives those who are too well known to be introduced.
OFFICES = word_set("senator congressman congresswoman lawmaker governor mayor diplomat")
# Parties and movements whose words tell a person of one from a person of the other.
SIDES = {
    "republican": "republican",
    "gop": "republican",
    "democrat": "democratic",
    "democratic": "democratic",
    "labour": "labour",
    "tory": "conservative",
    "conservative": "conservative",
    "socialist": "socialist",
    "communist": "communist",
    "liberal": "liberal",
    "green": "green",
}
LABELS = {"R": "republican", "D": "democratic"}  # behind a lawmaker's name: "Maro (R-Ohio)"
KINDS = EPITHETS | MORE_EPITHETS | OFFICES
# Whom news tells of without a name, and calls by the age next.
UNNAMED = word_set(
    """
    man woman boy girl student teenager driver suspect defendant victim patient worker farmer
    soldier officer teacher pupil mother father son daughter brother sister wife husband widow
    resident passenger pedestrian tourist nurse doctor pensioner migrant refugee voter player
    youth child pilot gunman attacker shooter prisoner inmate protester
    """
)
MAX_WORDS = 6  # between "the" and the noun
MAX_LATEST = 60  # persons that a description can mean: those named last
# Sentences back. Of 2, 3, 4 and 5 the descriptions and pronouns of PolNeAR dev come out best at 3.
NEAR_SENTENCES = 3
# times: an article about one president names another in passing. 1, 2 and 3 give the same on our
# development sets; by passages that a reader of 200 actors found wrong, 1 is too few.
FAR_MORE = 2
MAIN = 3  # times that an article names whom it calls by an office that it gives nobody


@dataclass(slots=True)
class Lately:
    """Whom the text has named up to a place: the persons by how late, and who acted."""

    often: Counter[str]  # times that the whole article names each
    sides: dict[str, set[str]]
    has_syntax: bool  # without it nobody is known to act
    latest: list[Person] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)  # the last sentence outside quotations
    subjects: dict[int, str] = field(default_factory=dict)  # sentence → its subject
    speakers: dict[int, str] = field(default_factory=dict)  # sentence → its subject who speaks
    meant: dict[int, str] = field(default_factory=dict)  # head of a title → whom it means
    nouns: dict[str, set[str]] = field(default_factory=dict)  # noun → whom it has meant; "" nobody
    unnamed: int = -NEAR_SENTENCES - 1  # the last sentence with somebody who has no name
    at: int = 0  # the tokens before it are taken in

    def note(self, reader: Reader, first: int, last: int, person: Person) -> None:
        """Take in a person whom tokens of the text name or describe."""
        tokens = reader.parse.tokens[first:last]
        if not reader.quoted[first]:
            sentence = tokens[0].sentence
            self.told[person.name] = sentence
            if any(_acts(t) for t in tokens):
                self.subjects[sentence] = person.name
            if any(_acts(t) and is_speech(t.head.lemma) for t in tokens):
                self.speakers[sentence] = person.name
        self.latest = [*[p for p in self.latest if p is not person][-MAX_LATEST:], person]

    def read_to(self, reader: Reader, end: int) -> None:
        """Take in the nouns before a token that stand for somebody, named or not."""
        for at in range(self.at, end):
            word = reader.lower[at]
            if word in KINDS:
                self.nouns.setdefault(word, set()).add(self.meant.get(at, ""))
            if word in UNNAMED and at and reader.lower[at - 1] not in {"the", "this", "that"}:
                self.unnamed = reader.parse.tokens[at].sentence
        self.at = max(self.at, end)

    def is_taken(self, word: str, name: str, here: int) -> bool:
        """Whether a noun may stand for another: "sued a magnate. The magnate said"."""
        aged = word == "old" and self.unnamed >= here - NEAR_SENTENCES
        return aged or bool(self.nouns.get(word, set()) - {name})

    def may_be_of(self, sides: set[str], person: Person) -> bool:
        """Whether nothing puts a person on another side."""
        own = self.sides[person.name]
        return not sides or not own or bool(sides & own)


def _acts(token: Token) -> bool:
    return token.dep in {"nsubj", "nsubjpass"} and token.head.head is token.head


def sides_of(
    reader: Reader,
    runs: Sequence[Run],
    titles: Sequence[Title],
    attached: dict[int, str],
    people: Dramatis,
) -> dict[str, set[str]]:
    """The parties that the article's titles and labels give each person, by the full name."""
    found: dict[str, set[str]] = {name: set() for name in people.persons}
    for title in titles:
        if title.first in attached:
            found[attached[title.first]] |= sides_in(reader, title)
    for run in runs:
        person = people.person(run.name)
        if person is None or not reader.same_sentence(run.first, run.last + 1):
            continue
        mark, label = reader.lower[run.last], reader.parse.tokens[run.last + 1].text
        if mark in {"(", ","} and label.partition("-")[0] in LABELS:
            found[person.name].add(LABELS[label.partition("-")[0]])
        before = reader.lower[run.first - 1] if run.first else ""
        if before in SIDES and reader.same_sentence(run.first - 1, run.first):
            found[person.name].add(SIDES[before])
    return found


def sides_in(reader: Reader, title: Title) -> set[str]:
    """The parties that a title itself names."""
    return {SIDES[w] for w in reader.lower[title.first : title.last] if w in SIDES}


def find_epithets(reader: Reader, titles: Sequence[Title]) -> Iterator[Title]:
    """Yield "the" with a noun for a person that is no title: "the Sudmark Democrat"."""
    if not reader.parse.has_syntax:
        return
    taken = {at for title in titles for at in range(title.first, title.last)}
    for token in reader.parse.tokens:
        first = _epithet_first(reader, token)
        if first is not None and not taken & set(range(first, token.i + 1)):
            yield Title(
                first=first,
                last=token.i + 1,
                head=token.i,
                role=reader.text(first + 1, token.i + 1),
                rank="epithet",
                speaks=False,
                plural=False,
                definite=True,
                former=False,
            )


def _epithet_first(reader: Reader, token: Token) -> int | None:
    """The token of "the", if such a noun ends a phrase that it begins."""
    at = token.i
    if token.tag not in {"NN", "NNP", "JJ"} or not _names_person(reader, at):
        return None
    after = reader.word(at + 1)
    if after is not None and reader.same_sentence(at, at + 1) and _goes_on(after):
        return None
    for first in range(at - 1, max(-1, at - 2 - MAX_WORDS), -1):
        if not reader.same_sentence(first, at):
            return None
        word = reader.lower[first]
        if word == "the":
            return first
        if reader.parse.tokens[first].pos not in ATTRIBUTES:
            return None
    return None


def _goes_on(after: Token) -> bool:
    return after.pos in {"NOUN", "PROPN", "ADJ", "NUM"} or after.text in {"-", "’s", "'s", "of"}


ATTRIBUTES = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM", "VERB", "PUNCT", "SYM"})


def _names_person(reader: Reader, at: int) -> bool:
    word, tail = reader.lower[at], reader.lower[max(0, at - 2) : at + 1]
    return word in MORE_EPITHETS or tail in (["front", "-", "runner"], ["year", "-", "old"])


def is_epithet(reader: Reader, title: Title, reference: Reference) -> bool:
    """Whether a definite description that no role settles may be another word for a person."""
    open_ = reference.form == "description" and reference.name is None and not title.plural
    quoted = reader.quoted[title.first]
    told_of = reader.parse.tokens[title.head].dep in {"attr", "appos"}  # "Dorn is the candidate"
    word = reader.lower[title.head]
    sort = title.rank == "epithet" or word in EPITHETS | OFFICES
    named = _is_named_behind(reader, title)
    return sort and open_ and title.definite and not (quoted or told_of or named)


def _is_named_behind(reader: Reader, title: Title) -> bool:
    """Whether a name of its own follows: "the candidate, Sen. Dorn, said"."""
    after = reader.word(title.last + 1)
    named = after is not None and after.text[0].isupper() and reader.lower[title.last] == ","
    return named and reader.same_sentence(title.head, title.last + 1)


def by_epithet(
    reader: Reader, title: Title, reference: Reference, lately: Lately, people: Dramatis
) -> Reference:
    """The one person whom the sentences before name, for "the Tolmar businessman"; else as it was.

    Nobody of another gender or party, and nobody where the same sentence names one who fits. An
    office that the article gives somebody is nobody else's.
    """
    word = reader.lower[title.head]
    office = title.rank != "epithet" and word in OFFICES
    if office and any(role.word == word for p in people.persons.values() for role in p.roles):
        return reference
    gender = "f" if word.endswith(("woman", "ess")) else "m" if word.endswith("man") else None
    sides = sides_in(reader, title)
    fitting = [
        p
        for p in lately.latest
        if (gender is None or p.gender in {None, gender})
        and not any(_is_otherwise(role) for role in p.roles)
        and lately.may_be_of(sides, p)
        and not (office and (lately.often[p.name] < MAIN or p.serving() is not None))
    ]
    head = reader.parse.tokens[title.head]
    goes_on = head.dep == "nsubj" and is_speech(head.head.lemma)
    meant = _speaking(fitting, head.sentence, lately) if goes_on else None
    meant = meant or nearest(fitting, head.sentence, lately)
    if meant is None or lately.is_taken(word, meant.name, head.sentence):
        return reference
    lately.note(reader, title.first, title.last, meant)
    return replace(
        reference, name=meant.name, method=f"another word for {meant.name}, named before"
    )


def _speaking(fitting: list[Person], here: int, lately: Lately) -> Person | None:
    """Who spoke in the sentence before, if the text names nobody else since: he goes on."""
    last = max(lately.told.values(), default=here)
    return next((p for p in fitting if last < here and p.name == lately.speakers.get(last)), None)


def nearest(fitting: list[Person], here: int, lately: Lately) -> Person | None:
    """The one named far most in the sentences before, unless another was named or acted last."""
    reach = range(here - NEAR_SENTENCES, here + 1)
    near = [p for p in fitting if p.name in lately.told and lately.told[p.name] in reach]
    meant = far_most_named(near, lately.often)
    last = max((lately.told[p.name] for p in near), default=here)
    if meant is None or last == here:
        return None
    named = [p for p in near if lately.told[p.name] == last]
    acts = not lately.has_syntax or lately.subjects.get(last) == meant.name
    return meant if meant in named and (acts or len(named) == 1) else None


def far_most_named(persons: list[Person], often: Counter[str]) -> Person | None:
    """The only one, or the one whom the article names far more often than any other."""
    ranked = sorted(persons, key=lambda p: (-often[p.name], p.name))[:2]
    if not ranked or (len(ranked) > 1 and often[ranked[0].name] < FAR_MORE * often[ranked[1].name]):
        return None
    return ranked[0]


def _is_otherwise(role: Role) -> bool:
    """Whether news calls one in this role by it: no strategist or president is "the nominee"."""
    return not role.former and (role.speaks or role.word in COMMENTS)


COMMENTS = word_set(
    """
    strategist pollster analyst expert professor researcher historian economist columnist journalist
    reporter editor correspondent anchor commentator moderator host adviser advisor aide attorney
    lawyer scholar fellow academic
    """
)
