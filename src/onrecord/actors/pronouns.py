"""Pronouns and collectives: "he" is the nearest fitting subject, "both sides" stays open.

Possessives, reflexives, objects and who are found by the same search, so that every place where an
article means an actor is known; the sources of statements are nearly all subjects.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.actors.dramatis import Dramatis
from onrecord.actors.references import Reader, Reference
from onrecord.actors.votes import is_speech
from onrecord.actors.words import FEMALE_TITLES, MALE_TITLES
from onrecord.language.parse import Token
from onrecord.records import ActorMention

PERSONAL = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
}
PLURAL = frozenset({"they", "them", "their", "themselves"})
SUBJECTS = frozenset({"he", "she", "they", "it"})
OWNING = frozenset({"his", "her", "its", "their", "himself", "herself", "itself", "themselves"})
OBJECTS = frozenset({"him", "her", "them"})
WHO = frozenset({"who", "whose", "whom"})
COLLECTIVE = re.compile(
    r"\b(?:(?:both|each|neither|either|the two|two|the (?:warring|opposing|rival|negotiating|"
    r"conflicting|three|other))\s+(?:side|sides|countries|country|parties|party|nations|"
    r"governments|delegations|leaders|presidents|foreign ministers|states|neighbours|neighbors|"
    r"capitals)|the (?:sides|parties|delegations|negotiators))\b",
    re.IGNORECASE,
)
MAX_NEAR = 40  # references of one sentence: no real one has more, and the work stays linear
# The same of his, her, him: of 200 actors a blind reader found most wrong passages under these.
NEAR_REACH = 1
REACH = 3  # sentences back, quoted ones not counted, that a pronoun looks for its person


def find_collectives(reader: Reader, taken: set[int]) -> list[Reference]:
    """References by "both sides", "the two countries"; who they are stays open."""
    found = []
    for match in COLLECTIVE.finditer(reader.article.text):
        tokens = reader.parse.between(match.start(), match.end())
        if not tokens or any(t.i in taken for t in tokens):
            continue
        found.append(
            Reference(
                first=tokens[0].i,
                last=tokens[-1].i + 1,
                form="collective",
                kind=None,
                name=None,
                method="several parties together",
                plural=True,
            )
        )
    return found


def is_owning(mention: ActorMention) -> bool:
    """Whether a mention is a possessive pronoun: whose something is, not who acts."""
    return mention.form == "pronoun" and mention.span.text.lower() in {"his", "her", "its", "their"}


@dataclass(slots=True)
class Stage:
    """Who acted in one sentence: the references outside quotations, and the subject among them."""

    told: int  # how many sentences the reporter has told up to here, quoted ones not counted
    sentence: int
    persons: list[Reference]
    subject: Reference | None
    unread: bool  # its subject is a name that this article does not make anybody's


def find_pronouns(
    reader: Reader, references: list[Reference], people: Dramatis
) -> Iterator[Reference]:
    """Yield references by he, she, they, it and their forms; unsettled ones have no name."""
    by_sentence: dict[int, list[Reference]] = {}
    for reference in sorted(references, key=lambda r: r.first):
        if not reader.quoted[reference.first]:
            number = reader.parse.tokens[reference.first].sentence
            by_sentence.setdefault(number, []).append(reference)
    pronouns: dict[int, list[Token]] = {}
    for token in reader.parse.tokens:
        if _points(reader, token):
            pronouns.setdefault(token.sentence, []).append(token)
    stages: list[Stage] = []
    told = 0
    for sentence in reader.parse.sentences:
        told += any(
            t.text[0].isalpha() and not reader.quoted[t.i] for t in reader.parse.tokens_of(sentence)
        )
        here = by_sentence.get(sentence.i, [])
        unread = _unread_subjects(reader, reader.parse.tokens_of(sentence), here)
        for token in pronouns.get(sentence.i, []):
            at = bisect_left(here, token.i, key=lambda r: r.first)
            near = here[max(0, at - MAX_NEAR) : at]
            # "Askend said he knew": whoever Askend is, no one named elsewhere is meant
            lost = reader.lower[token.i] in PERSONAL and any(t.i < token.i for t in unread)
            near, back = ([], []) if lost else (near, stages)
            reference = _refer(reader, token, near, back, people, told)
            here.insert(at, reference)
            _bind_spokesman(reference, here[at + 1 : at + 3], stages[-1:], near, people)
            yield reference
        if here or unread:
            stages.append(_stage(reader, sentence.i, here, told, unread))


def _bind_spokesman(
    owner: Reference,
    behind: list[Reference],
    stages: list[Stage],
    near: list[Reference],
    people: Dramatis,
) -> None:
    """Let "his spokesman" speak for whom the one speaks that "his" can only mean."""
    title = behind[0] if behind else None
    person = people.persons.get(owner.name or "")
    if title is None or title.first != owner.first or title.rank != "spokesman" or person is None:
        return
    named = {r.name for r in [*near, *(p for s in stages for p in s.persons)] if r.kind == "person"}
    role = person.serving()
    if named != {person.name} or role is None or not role.speaks:
        return
    for reference in behind:
        if reference.name == title.name and reference.role == title.role:
            reference.of = reference.of or role.of


def _points(reader: Reader, token: Token) -> bool:
    """Whether a token is a pronoun that is looked up; without a parser only he, she, they, it."""
    word = reader.lower[token.i]
    if reader.quoted[token.i]:
        return False
    if word in SUBJECTS:
        return not reader.parse.has_syntax or token.dep in {"nsubj", "nsubjpass"}
    return word in OWNING | OBJECTS | WHO and reader.parse.has_syntax


def _unread_subjects(
    reader: Reader, tokens: Sequence[Token], here: Sequence[Reference]
) -> list[Token]:
    """The subjects that are a name which this article makes nobody's, as a bare surname."""
    if not reader.parse.has_syntax:
        return []
    read = {at for r in here for at in range(r.first, r.last)}
    return [
        t
        for t in tokens
        if t.dep in {"nsubj", "nsubjpass"}
        and t.pos == "PROPN"
        and t.ent in {"", "PERSON", "ORG"}
        and t.text[0].isupper()
        and t.i not in read
        and t.i not in reader.known
        and not reader.quoted[t.i]
        and (t.ent == "PERSON" or is_speech(t.head.lemma))  # no film, no town
        and sum(c.dep in {"nsubj", "nsubjpass"} for c in t.head.children) == 1
    ]


def _stage(
    reader: Reader, sentence: int, here: list[Reference], told: int, unread: Sequence[Token]
) -> Stage:
    return Stage(
        told=told,
        sentence=sentence,
        persons=[r for r in here if r.kind == "person" and r.name is not None],
        subject=_main_subject(reader, here),
        unread=any(_is_main(t.head) for t in unread),
    )


def _main_subject(reader: Reader, here: list[Reference]) -> Reference | None:
    """The subject of the sentence's main verb; without a parser its first reference."""
    if not reader.parse.has_syntax:
        return here[0]
    tokens = reader.parse.tokens
    for reference in here:
        for at in range(reference.first, reference.last):
            token = tokens[at]
            if token.dep in {"nsubj", "nsubjpass"} and _is_main(token.head):
                return reference
    return None


def _is_main(verb: Token) -> bool:
    return verb.head is verb or (
        verb.dep in {"conj", "ccomp", "parataxis"} and verb.head.head is verb.head
    )


def _refer(
    reader: Reader,
    token: Token,
    here: list[Reference],
    stages: list[Stage],
    people: Dramatis,
    told: int,
) -> Reference:
    word = reader.lower[token.i]
    if word in WHO:
        found, method = _right_before(reader, token, here)
    elif word in PERSONAL:
        found, method = _antecedent(reader, token, here, stages, people, told)
    else:
        found, method = _thing(token, here, stages, plural=word in PLURAL)
    return Reference(
        first=token.i,
        last=token.i + 1,
        form="pronoun",
        kind=found.kind if found else ("person" if word in PERSONAL else None),
        name=found.name if found else None,
        method=method if found else "pronoun: not settled",
        key=found.key if found else None,
        role=found.role if found else None,
        of=found.of if found else None,
        plural=word in PLURAL,
        gender=PERSONAL.get(word),
    )


def _antecedent(
    reader: Reader,
    token: Token,
    here: list[Reference],
    stages: list[Stage],
    people: Dramatis,
    told: int,
) -> tuple[Reference | None, str]:
    """The person that he or she means, with the reason; None where two would fit."""
    gender = PERSONAL[reader.lower[token.i]]
    # "His side agrees, he said.": only who is named there is another
    named = {r.name for r in here if r.name and r.form != "pronoun"}
    spoken_of = named if _trails(reader, token) else set()
    before = [
        r
        for r in here
        if r.last <= token.i
        and r.kind == "person"
        and r.name not in spoken_of
        and _fits(r, people, gender)
    ]
    if reader.lower[token.i] in OBJECTS and token.dep in {"dobj", "iobj", "dative"}:
        # "Orlo met him": not Orlo
        before = [r for r in before if r.name not in _subjects_of(reader, token.head, before)]
    chosen = _one_of(reader, before) or _speaking(reader, token, before)
    if chosen is not None:
        return chosen, f"pronoun: '{chosen.name}' earlier in the sentence"
    if before or _follows_unnamed(reader, token, here, gender):
        return None, ""
    reach = REACH if reader.lower[token.i] in SUBJECTS else NEAR_REACH
    for stage in reversed(stages):
        if stage.told < told - reach or stage.unread:
            break
        fitting = [r for r in stage.persons if _fits(r, people, gender) and r.name not in spoken_of]
        unnamed = _unnamed(stage.subject, gender)
        speaks = reader.parse.has_syntax and is_speech(token.head.lemma)
        if unnamed is not None and (speaks or not fitting):
            goes_on = speaks and stage.told >= told - NEAR_REACH and _says(reader, unnamed)
            method = f"pronoun: nearest subject '{unnamed.name}'"
            return (unnamed, method) if goes_on else (None, "")
        if stage.subject in fitting:
            return stage.subject, f"pronoun: nearest subject '{stage.subject.name}'"
        chosen = _one_of(reader, fitting)
        if chosen is not None:
            return chosen, f"pronoun: nearest person '{chosen.name}'"
        if fitting:
            break
    return None, ""


def _unnamed(subject: Reference | None, gender: str) -> Reference | None:
    """A sentence's subject if it is one person without a name who may be he, or she."""
    if subject is None or subject.kind != "unnamed" or subject.plural:
        return None
    words = set((subject.name or "").lower().split())
    if subject.gender not in {None, gender} or words & OTHER_GENDER[gender]:
        return None
    return subject


def _follows_unnamed(reader: Reader, token: Token, here: list[Reference], gender: str) -> bool:
    """Whether "a senior official said he …" leaves open who: the official, or another."""
    if _trails(reader, token):
        return False
    unnamed = [r for r in here if r.last <= token.i and _unnamed(r, gender) is not None]
    return any(_says(reader, r) for r in unnamed)


OTHER_GENDER = {"m": FEMALE_TITLES | {"woman"}, "f": MALE_TITLES | {"man"}}


def _says(reader: Reader, reference: Reference) -> bool:
    """Whether it is the subject of a verb of speech."""
    tokens = reader.parse.tokens[reference.first : reference.last]
    return any(t.dep == "nsubj" and is_speech(t.head.lemma) for t in tokens)


def _right_before(
    reader: Reader, token: Token, here: list[Reference]
) -> tuple[Reference | None, str]:
    """Whom "who" means: the one named right before it, over a comma or bracket."""
    last = here[-1] if here else None
    if last is None or last.name is None:
        return None, ""
    touches = last.last == token.i
    over = last.last == token.i - 1 and reader.lower[token.i - 1] in {",", "[", "("}
    return (last, f"relative: '{last.name}'") if touches or over else (None, "")


def _subjects_of(reader: Reader, verb: Token, among: list[Reference]) -> set[str | None]:
    """The names of those who are subjects of this verb."""
    return {
        r.name
        for r in among
        for t in reader.parse.tokens[r.first : r.last]
        if t.dep in {"nsubj", "nsubjpass"} and t.head is verb
    }


def _trails(reader: Reader, token: Token) -> bool:
    """Whether ", he said." ends what he said: whom the clause before names is then another.

    In "Dorn has the right, he added." it is not Dorn who adds.
    """
    verb, end = reader.word(token.i + 1), reader.word(token.i + 2)
    before = reader.word(token.i - 1)
    return (
        before is not None
        and before.text == ","
        and reader.same_sentence(before.i, token.i)
        and verb is not None
        and is_speech(verb.text.lower())
        and (end is None or end.text in {".", ","})
    )


def _one_of(reader: Reader, fitting: list[Reference]) -> Reference | None:
    """The only person among these, or the only one that is a subject."""
    names = {r.name for r in fitting if r.name}
    if len(names) == 1:
        return next(r for r in reversed(fitting) if r.name)
    if not reader.parse.has_syntax:
        return None
    subjects = [
        r
        for r in fitting
        if r.name
        and any(
            reader.parse.tokens[at].dep in {"nsubj", "nsubjpass"} for at in range(r.first, r.last)
        )
    ]
    return subjects[-1] if len({r.name for r in subjects}) == 1 else None


def _speaking(reader: Reader, token: Token, fitting: list[Reference]) -> Reference | None:
    """Who speaks earlier in the sentence, for a pronoun that speaks: "Orlo said …, he added"."""
    if not reader.parse.has_syntax or not is_speech(token.head.lemma):
        return None
    speakers = [r for r in fitting if r.name and _says(reader, r)]
    return speakers[-1] if len({r.name for r in speakers}) == 1 else None


def _fits(reference: Reference, people: Dramatis, gender: str) -> bool:
    if reference.form == "pronoun":
        return reference.gender == gender
    person = people.persons.get(reference.name or "")
    return person is None or person.gender in {None, gender}


def _thing(
    token: Token, here: list[Reference], stages: list[Stage], *, plural: bool
) -> tuple[Reference | None, str]:
    """The body or group that it or they means: the subject of the sentence before."""
    before = [r for r in here if r.last <= token.i]
    if before:
        bodies = {r.name for r in before if r.kind != "person" and r.name}
        if len(bodies) == 1 and not plural and all(r.kind != "unnamed" for r in before):
            chosen = next(r for r in reversed(before) if r.name in bodies)
            return chosen, f"pronoun: '{chosen.name}' earlier in the sentence"
        return None, ""
    if not stages:
        return None, ""
    stage = stages[-1]
    subject = stage.subject
    if subject is None or subject.kind == "person" or stage.sentence < token.sentence - 1:
        return None, ""
    if subject.name is None or subject.plural != plural:
        return None, ""
    return subject, f"pronoun: nearest subject '{subject.name}'"
