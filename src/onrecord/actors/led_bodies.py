"""Bodies named by the one who leads them: "Dorn's office", "the Maro campaign", "his campaign"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.actors.appositions import party_of_name
from onrecord.actors.dramatis import Dramatis
from onrecord.actors.known import ActorBase
from onrecord.actors.references import Reader, Reference
from onrecord.actors.votes import is_speech
from onrecord.actors.words import word_set
from onrecord.language.parse import Token

NOUNS = word_set("campaign office")
SORTS = word_set("presidential election re-election reelection senate gubernatorial press private")
OWNERS = word_set("his her")
MAX_SORTS = 2
REACH = 5  # sentences back that "the campaign" looks for the last one named


@dataclass(frozen=True, slots=True)
class LedBody:
    """A body by its leader, and where it was named."""

    name: str
    sentence: int
    of: str | None
    role: str | None


def find_led_bodies(
    reader: Reader, references: Sequence[Reference], people: Dramatis, base: ActorBase
) -> Iterator[Reference]:
    """Yield references to campaigns and offices that act, under one name for each leader.

    A campaign that nowhere says or does anything is none: "during his campaign".
    """
    if not reader.parse.has_syntax:
        return
    ends = {r.last: r for r in references if r.kind == "person" and r.name and not r.plural}
    found: list[tuple[Token, Reference]] = []
    last: LedBody | None = None  # the last campaign
    for token in reader.parse.tokens:
        noun = reader.lower[token.i]
        if noun not in NOUNS or not _stands_alone(reader, token):
            continue
        at = token.i
        while token.i - at < MAX_SORTS and reader.lower[at - 1] in SORTS:
            at -= 1
        leader = _leader(reader, at, ends)
        if leader is not None:
            body = _body(leader, noun, token, people, base)
            last = body if noun == "campaign" else last
            form = "description" if leader.form == "pronoun" else "name"
            found.append((token, _reference(leader.first, token.i + 1, form, body)))
            continue
        near = last is not None and token.sentence - last.sentence <= REACH
        named = near and noun == "campaign" and reader.lower[at - 1] == "the"
        if last is not None and named and _acts(token):
            found.append((token, _reference(at - 1, token.i + 1, "description", last)))
    acting = {reference.name for token, reference in found if _acts(token)}
    for token, reference in found:
        if _acts(token) or (reference.name in acting and not _is_time(token)):
            yield reference


def _stands_alone(reader: Reader, token: Token) -> bool:
    after = reader.word(token.i + 1)
    return token.i > 1 and (after is None or after.pos not in {"NOUN", "PROPN"})


def _leader(reader: Reader, at: int, ends: dict[int, Reference]) -> Reference | None:
    """The person whose body it is: named right before, or meant by "his"."""
    if not reader.same_sentence(at - 1, at):
        return None
    owned = reader.lower[at - 1] in {"’s", "'s", "’", "'"}
    leader = ends.get(at - 1 if owned else at)
    if leader is None or leader.form not in {"name", "pronoun"}:
        return None
    if leader.form == "pronoun" and reader.lower[leader.first] not in OWNERS:
        return None
    return leader


def _acts(token: Token) -> bool:
    """Whether it says or does what a body does, or is cited: "by" it, "according to" it."""
    verb = token.head
    if token.dep == "nsubj":
        return is_speech(verb.lemma) or verb.lemma in DEEDS
    cited = verb.lemma == "to" and verb.head.lemma == "accord"
    return token.dep == "pobj" and (verb.dep == "agent" or cited)


def _is_time(token: Token) -> bool:
    """Whether it is no body but what goes on: "during the campaign", "the campaign began"."""
    if token.dep == "pobj":
        return token.head.lemma not in {"with", "from", "to", "by"}
    return token.dep == "nsubj" and token.head.lemma in HAPPENS


# What a body does and a time or a place does not, beside what it says.
DEEDS = word_set(
    """
    launch make release send spend pay plan hire fire refuse decline expect issue blast respond
    speak answer contact provide publish post accuse hold buy raise defend seek attack blame
    dispute dismiss denounce condemn criticize criticise question threaten target apologize
    apologise thank cite pay share violate
    """
)
HAPPENS = word_set(
    """
    begin start end last become continue go come enter heat turn unfold wind near draw get progress
    reach hit open close drag stretch gain be
    """
)


def _body(leader: Reference, noun: str, token: Token, people: Dramatis, base: ActorBase) -> LedBody:
    name = leader.name or ""
    of = party_of_name(name, people, base) if noun == "office" else None
    # By the whole name: two of one surname lead two bodies, in one article or in two.
    return LedBody(
        name=f"{name} campaign" if noun == "campaign" else f"{name}’s office",
        sentence=token.sentence,
        of=of,
        role=noun if of else None,
    )


def _reference(first: int, last: int, form: str, body: LedBody) -> Reference:
    return Reference(
        first=first,
        last=last,
        form=form,  # type: ignore[arg-type]  # one of the two that its callers give
        kind="organization",
        name=body.name,
        method="named" if form == "name" else f"description of {body.name}",
        of=body.of,
        role=body.role,
    )
