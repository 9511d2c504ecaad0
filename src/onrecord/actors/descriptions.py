"""References by title alone: "the Russian leader", "Ukraine's government", "U.S. officials"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actors.appositions import party_of_name
from onrecord.actors.dramatis import Dramatis, Person, Role
from onrecord.actors.epithets import (
    Lately,
    by_epithet,
    far_most_named,
    find_epithets,
    is_epithet,
    nearest,
    sides_in,
    sides_of,
)
from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run
from onrecord.actors.references import Reader, Reference, Title
from onrecord.actors.unlisted_states import is_adjective_of
from onrecord.actors.votes import is_speech
from onrecord.actors.wordings import whole_wording
from onrecord.actors.words import CITES, DETERMINERS, MODIFIERS, UNNAMED_HEADS, word_set
from onrecord.language.parse import Token

PRESS = frozenset({"journalist", "reporter", "correspondent"})  # whom one speaks to
# "According to officials", "with reference to officials".
CITES_TO = frozenset({"according", "reference", "referring"})
# Words of a body's title that do not say which body it is.
NO_TOPIC = DETERMINERS | word_set("of and affairs s then new former de facto")


def refer_by_title(
    reader: Reader,
    titles: list[Title],
    attached: dict[int, str],
    runs: list[Run],
    people: Dramatis,
    base: ActorBase,
) -> Iterator[Reference]:
    """Yield the references that titles make; also those of a title that stands at a name."""
    named = sorted(((r.first, r) for r in runs if people.person(r.name)), key=lambda n: n[0])
    often = Counter(p.name for _, run in named if (p := people.person(run.name)) is not None)
    sides = sides_of(reader, runs, titles, attached, people)
    lately = Lately(often=often, sides=sides, has_syntax=reader.parse.has_syntax)
    waiting = iter(named)
    at, run = next(waiting, NOBODY)
    holders = _holders(runs, people)
    ended = -1  # behind the last source without a name
    epithets = find_epithets(reader, titles)
    for title in sorted([*titles, *epithets], key=lambda t: t.first):
        while run is not None and at < title.first:
            if (person := people.person(run.name)) is not None:
                lately.note(reader, run.first, run.last, person)
            at, run = next(waiting, NOBODY)
        joined = title.first == ended + 1 and reader.lower[ended] in {"and", "or"}
        reference = _refer(reader, title, attached, lately, holders, people, base, joined=joined)
        lately.read_to(reader, title.first)
        if reference is not None and is_epithet(reader, title, reference):
            reference = by_epithet(reader, title, reference, lately, people)
        if reference is not None and reference.name is not None:
            lately.meant[title.head] = reference.name
        if title.rank == "epithet" and reference is not None and reference.name is None:
            reference = None
        if reference is not None:
            ended = reference.last if reference.form == "unnamed" else -1
            yield reference


NOBODY: tuple[int, Run | None] = (0, None)


def _refer(
    reader: Reader,
    title: Title,
    attached: dict[int, str],
    lately: Lately,
    holders: Holders,
    people: Dramatis,
    base: ActorBase,
    *,
    joined: bool,
) -> Reference | None:
    if title.first in attached:
        return _of_named(title, people.persons[attached[title.first]])
    if title.body:
        return _body(reader, title, people, base)
    if title.plural or not title.definite:
        return _indefinite(reader, title, holders, people, joined=joined)
    if (
        title.first == title.head
        and reader.lower[title.head] == reader.parse.tokens[title.head].text
    ):
        return None  # a bare lower-case word: "minister" alone points at nobody
    return _description(reader, title, lately)


def _indefinite(
    reader: Reader, title: Title, holders: Holders, people: Dramatis, *, joined: bool
) -> Reference | None:
    """Somebody without a name here: one whom the article names later, or an unnamed source."""
    if title.plural and title.of is None and _is_pair(reader, title):
        return None  # "both leaders", "the two ministers": a collective
    later = _named_later(reader, title, holders) or _speaks_next(reader, title, holders, people)
    if later is not None:
        return _of_named(title, later, "named later")
    return _unnamed(reader, title) if joined or _speaks_here(reader, title) else None


def _is_pair(reader: Reader, title: Title) -> bool:
    pair = {"both", "two"} & set(reader.lower[title.first : title.head])
    return bool(pair) and title.rank in {"leader", "minister", "body"}


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds roles of a head word, and the token where each person is first named."""

    by_word: dict[str, list[Person]]
    first: dict[str, int]
    ends: dict[str, int]  # behind that first name


def _holders(runs: list[Run], people: Dramatis) -> Holders:
    by_word: dict[str, list[Person]] = {}
    for person in people.persons.values():
        for word in {role.word for role in person.roles}:
            by_word.setdefault(word, []).append(person)
    first: dict[str, int] = {}
    ends: dict[str, int] = {}
    for run in runs:
        named = people.person(run.name)
        if named is not None:
            first.setdefault(named.name, run.first)
            ends.setdefault(named.name, run.last)
    return Holders(by_word, first, ends)


def _named_later(reader: Reader, title: Title, holders: Holders) -> Person | None:
    """The one person whom the next sentences first name, with the same role.

    News leads with "a judge" and names Judge Orlo below. The person must be new there, and the only
    one with that role in the article.
    """
    word = reader.lower[title.head]
    named = holders.by_word.get(word, ())
    if title.plural or title.rank == "counterpart" or reader.quoted[title.first]:
        return None
    if reader.parse.tokens[title.head].child("appos") is not None:
        return None  # "a lawyer for them, Ilo Dorn, said"
    if len(named) > MAX_HOLDERS:
        return None
    fitting = [p for p in named if any(_is_role(r, word, title) for r in p.roles)]
    if len(fitting) != 1 or fitting[0].name not in holders.first:
        return None
    first = reader.parse.tokens[holders.first[fitting[0].name]]
    ahead = first.sentence - reader.parse.tokens[title.head].sentence
    return fitting[0] if 0 < ahead <= MAX_AHEAD else None


def _speaks_next(reader: Reader, title: Title, holders: Holders, people: Dramatis) -> Person | None:
    """The one whom the next sentences name for the first time as saying something.

    News leads with what "a former chairman" says and then quotes him by name. Nobody whom the
    article gives another sort of role, and nobody where two are new.
    """
    head, first = reader.parse.tokens[title.head], reader.parse.tokens[title.first]
    sentence = reader.parse.sentences[head.sentence]
    begins = first.start == reader.article.blocks[sentence.block].start
    if title.plural or not begins or reader.lower[title.first] not in {"a", "an"}:
        return None
    if not _says(head) or head.child("appos") is not None or _has_holder(reader, title, holders):
        return None
    new = [
        people.persons[name]
        for name, at in holders.first.items()
        if 0 < reader.parse.tokens[at].sentence - head.sentence <= NEXT
        and any(_says(t) for t in reader.parse.tokens[at : holders.ends[name]])
    ]
    roles = new[0].roles if len(new) == 1 else ()
    return new[0] if roles and all(_may_be(role, title) for role in roles) else None


def _has_holder(reader: Reader, title: Title, holders: Holders) -> bool:
    """Whether the title's own word comes with somebody whom the next sentences first name."""
    tokens = reader.parse.tokens
    here = tokens[title.head].sentence
    named = holders.by_word.get(reader.lower[title.head], ())
    return any(
        0 < tokens[holders.first[p.name]].sentence - here <= MAX_AHEAD
        for p in named
        if p.name in holders.first
    )


NEXT = 3  # sentences


def _says(token: Token) -> bool:
    return token.dep == "nsubj" and (is_speech(token.head.lemma) or token.head.lemma == "speak")


def _may_be(role: Role, title: Title) -> bool:
    """Whether one in a role can be called by the title: a spokesman is a director or an aide."""
    speaking = title.rank == "spokesman" and role.rank in {"chief", "aide"}
    same = role.former == title.former and role.of == title.of
    return (role.rank == title.rank or speaking) and same


MAX_AHEAD = 6  # sentences: a lead and the paragraph behind it
MAX_HOLDERS = 12  # of one role: an article that names more tells nobody by it


def _is_role(role: Role, word: str, title: Title) -> bool:
    same = role.word == word and role.former == title.former
    return same and (title.of is None or role.of in {None, title.of})


def _of_named(title: Title, person: Person, reason: str = "title") -> Reference:
    role = person.first_role()
    return Reference(
        first=title.first,
        last=title.last,
        form="description",
        kind="person",
        name=person.name,
        method=f"{reason} of {person.name}" if reason == "title" else f"{person.name}, {reason}",
        role=title.role,
        of=title.of or (role.of if role else None),
        rank=title.rank,
        former=title.former,
    )


def _body(reader: Reader, title: Title, people: Dramatis, base: ActorBase) -> Reference | None:
    """A state acting through a body; a ministry or army is a body of its own."""
    of, first = title.of, title.first
    if of is None:
        owner = title.possessor if title.possessor is not None else title.first - 1
        word = reader.word(owner)
        named = word is not None and word.text[0].isupper()
        if title.adjective is None and not named:
            return None
        if word is not None and named and title.adjective is None:
            of = party_of_name(word.text, people, base)
            first = owner
    leader = _bearer(title.adjective, people) if of is None else None
    if leader is not None:
        of = party_of_name(leader.name, people, base)
        if of is None:
            return None  # "the Dorian army" of somebody called Dorian
    if of is None:
        return _unlisted_body(reader, title)
    known = base.actors.get(of)
    name = known.name if known else of.partition(":")[2].title()
    if title.body == "government":
        return Reference(
            first=first,
            last=title.last,
            form="description",
            kind=known.kind if known else "government",
            name=name,
            method=f"a body of {name}",
            key=of,
        )
    own = None if leader is not None else title.adjective
    adjective = own or base.adjectives.get(of) or _adjective(reader, name)
    return Reference(
        first=first,
        last=title.last,
        form="description",
        kind="organization",
        name=f"{adjective} {_body_name(reader, title)}",
        method="named",
        of=of,
        role=title.role if title.speaks else None,
    )


def _bearer(word: str | None, people: Dramatis) -> Person | None:
    """The one person of the article whose surname a word is: al-Dorian for "Dorian"."""
    if word is None:
        return None
    found = [p for p in people.persons.values() if p.name.split()[-1].rpartition("-")[2] == word]
    return found[0] if len(found) == 1 else people.person(word)


def _unlisted_body(reader: Reader, title: Title) -> Reference | None:
    """A ministry whose state neither the base nor the article names but by the adjective."""
    if title.adjective is None or title.body != "other":
        return None
    return Reference(
        first=title.first,
        last=title.last,
        form="description",
        kind="organization",
        name=f"{title.adjective} {_body_name(reader, title)}",
        method="named",
        role=title.role if title.speaks else None,
    )


def _adjective(reader: Reader, name: str) -> str:
    """The adjective that the article makes of an unlisted state's name, else the name."""
    return min((w for w in reader.capital_words if is_adjective_of(w, name)), default=name)


def _body_name(reader: Reader, title: Title) -> str:
    """One order of words for a body: "Ministry of Defence" and "Defence Ministry" are one.

    The spelling is the article's own.
    """
    topic = [
        reader.lower[at]
        for at in range(title.first, title.last)
        if at != title.head
        and at not in reader.known
        and reader.lower[at].isalpha()
        and reader.parse.tokens[at].text != title.adjective
        and reader.lower[at] not in NO_TOPIC
        and _is_topic(reader, at)
    ]
    return " ".join([*topic, reader.lower[title.head]]).title()


def _is_topic(reader: Reader, at: int) -> bool:
    """Whether a word says which body it is, not how it is: no "demoralised" army of its own."""
    plain = (
        reader.parse.tokens[at].pos in {"ADJ", "ADV", "VERB"}
        and reader.parse.tokens[at].text.islower()
    )
    return not plain or reader.lower[at] in MODIFIERS


def _speaks_here(reader: Reader, title: Title) -> bool:
    """Whether unnamed people act here: a subject, "according to" them, "by" them."""
    if reader.lower[title.first] == "no":
        return False
    if _is_cited(reader, title):
        return True
    head = reader.parse.tokens[title.head]
    if not reader.parse.has_syntax and title.first == reader.parse.sentences[head.sentence].first:
        return True
    if reader.parse.has_syntax:
        if head.dep == "conj":
            head = head.head
        return head.dep in {"nsubj", "nsubjpass"}
    last = whole_wording(reader, title)
    after = reader.word(last)
    if after is not None and after.text.endswith("ly"):
        after = reader.word(last + 1)
    return after is not None and (after.text.endswith("ed") or is_speech(after.text.lower()))


def _is_cited(reader: Reader, title: Title) -> bool:
    """Whether words are taken from these people: "citing", "according to", "quoted by" them."""
    if title.first == 0 or not reader.same_sentence(title.first - 1, title.first):
        return False
    before = reader.lower[max(0, title.first - 2) : title.first]
    if before[-1] in CITES:
        return before[0] not in DETERMINERS  # "the cited officials" are no source here
    return before[-1] == "to" and before[0] in CITES_TO


def _unnamed(reader: Reader, title: Title) -> Reference | None:
    """A source without a name: its wording is all there is."""
    word = reader.lower[title.head]
    if (
        title.rank == "counterpart"
        or word.removesuffix("s") in PRESS
        or not (
            word.rstrip("s") in UNNAMED_HEADS
            or word in {"people", "spokesmen", "allies"}
            or title.plural
        )
    ):
        return None
    last = whole_wording(reader, title)
    return Reference(
        first=title.first,
        last=last,
        form="unnamed",
        kind="unnamed",
        name=reader.text(title.first, last),
        method="unnamed source",
        role=title.role,
        of=title.of,
        rank=title.rank,
        former=title.former,
        plural=title.plural,
    )


def _description(reader: Reader, title: Title, lately: Lately) -> Reference:
    """A definite description: the one person of this article with that role and state."""
    after = reader.word(title.last)
    bare = reader.lower[title.first] not in DETERMINERS
    unread = bare and after is not None and after.text[0].isupper()
    # A title right before a capital stands at a name that we did not read: it is nobody else's.
    person = None if unread else _described(reader, title, lately)
    name = person.name if person else None
    return Reference(
        first=title.first,
        last=title.last,
        form="description",
        kind="person",
        name=name,
        method=f"description of {name}" if name else "description of someone not named here",
        role=title.role,
        of=title.of,
        rank=title.rank,
        former=title.former,
    )


def _described(reader: Reader, title: Title, lately: Lately) -> Person | None:
    word = reader.lower[title.head]
    sides = sides_in(reader, title)
    fitting = [
        person
        for person in lately.latest
        for role in person.roles
        if role.rank == title.rank
        and not role.former
        and (title.of is None or role.of == title.of)
        and (word in {"leader", "ruler", "strongman"} or role.word == word)
        and lately.may_be_of(sides, person)
    ]
    fitting = list({id(p): p for p in fitting}.values())
    if len(fitting) == 1:
        return fitting[0]
    if not fitting or title.of is not None:
        return None
    if title.rank != "leader":
        return nearest(fitting, reader.parse.tokens[title.head].sentence, lately)
    # "The President" of an article with several: the one whom it names far more often.
    return far_most_named(fitting, lately.often)
