"""Finds where an article names or points at an actor, and settles each within the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from onrecord.actors.administrations import LEADS, leads
from onrecord.actors.anaphors import find_anaphors
from onrecord.actors.appositions import attach_titles
from onrecord.actors.bracketed_names import joined_at_brackets
from onrecord.actors.descriptions import refer_by_title
from onrecord.actors.dramatis import Dramatis, Role
from onrecord.actors.known import ActorBase
from onrecord.actors.led_bodies import find_led_bodies
from onrecord.actors.led_names import shortened
from onrecord.actors.names import Run, capital_words, find_runs
from onrecord.actors.party_names import find_party_names
from onrecord.actors.people import gather
from onrecord.actors.press_anaphors import find_outlet_anaphors
from onrecord.actors.press_names import press_sorts
from onrecord.actors.press_words import PAPER_NAMES
from onrecord.actors.pronouns import find_collectives, find_pronouns
from onrecord.actors.references import Known, Reader, Reference, Title, read_quotations
from onrecord.actors.spelling import fold
from onrecord.actors.surfaces import find_known, stands_for_actor
from onrecord.actors.surnames import settle_surnames
from onrecord.actors.titles import find_titles
from onrecord.actors.votes import weigh
from onrecord.actors.words import HONORIFICS
from onrecord.language.datelines import dateline_end
from onrecord.language.parse import Parse
from onrecord.records import ActorMention, Article, identity


def find_mentions(article: Article, parse: Parse, base: ActorBase) -> tuple[ActorMention, ...]:
    """Mentions of actors in text order; no two overlap.

    Places are none ("in Moscow"), nor are months, peoples as adjectives of things, headlines'
    words. A pronoun or description that the article does not settle has no name.
    """
    reader = _reader(article, parse, base)
    titles = list(find_titles(reader, base))
    titled = {at: title for title in titles for at in range(title.first, title.last)}
    parties = find_party_names(reader, base)
    runs = _with_parties(reader, parties, titled)
    names = weigh(reader, runs, titles, base)
    for run in parties:
        names[run.name].votes.update({"organization": 4, "body": 1})
    people = gather(names, titles, reader, base)
    runs = [shortened(run, people, reader) for run in runs]
    attached, roles = attach_titles(reader, runs, titles, people, base)
    settled = settle_surnames(reader, runs, people, base)
    references = [
        *_names(reader, runs, people, roles, settled),
        *refer_by_title(reader, titles, attached, _settled(runs, settled), people, base),
    ]
    taken = {at for r in references for at in range(r.first, r.last)}
    references += [r for r in _known(reader) if not taken & set(range(r.first, r.last))]
    taken |= {at for r in references for at in range(r.first, r.last)}
    by_noun = list(find_outlet_anaphors(reader, references, press_sorts(reader, runs), taken))
    references += [*find_anaphors(reader, references, taken), *by_noun]
    references += find_collectives(reader, taken)
    references += find_pronouns(reader, references, people)
    references += find_led_bodies(reader, references, people, base)
    return _mentions(article, parse, references, base)


def _with_parties(reader: Reader, parties: list[Run], titled: dict[int, Title]) -> list[Run]:
    """The runs of the article, parties in place of what they overlap: also of a known state."""
    inside = {at for run in parties for at in range(run.first, run.last)}
    for at in inside:
        reader.known.pop(at, None)
    runs = [r for r in find_runs(reader, titled) if not inside & set(range(r.first, r.last))]
    return sorted([*joined_at_brackets(reader, runs), *parties], key=lambda r: r.first)


def _reader(article: Article, parse: Parse, base: ActorBase) -> Reader:
    reader = Reader(
        article=article,
        parse=parse,
        quoted=read_quotations(parse),
        lower=[t.text.lower() for t in parse.tokens],
        lower_words=frozenset(t.text for t in parse.tokens if t.text.islower()),
    )
    reader.datelines = frozenset(_dateline_places(article, parse))
    reader.bodies = {
        at: (entity.first, entity.last)
        for entity in parse.entities
        if entity.label == "ORG"
        for at in range(entity.first, entity.last)
    }
    reader.second_words = frozenset(
        right.text
        for left, right in pairwise(parse.tokens)
        if left.text[0].isupper()
        and right.text[0].isupper()
        and left.text != right.text
        and left.text.lower() not in HONORIFICS
        and left.text.lower() not in base.roles
    )
    reader.capital_words = frozenset(capital_words(reader))
    reader.surnames = frozenset(
        word
        for word in {t.text for t in parse.tokens if len(t.text) > 3 and t.text[0].isupper()}
        if base.namesakes(word)
    )
    for known in find_known(reader, base):
        if _is_surname(reader, known, base) or _begins_outlet(reader, known):
            continue
        for at in range(known.first, known.last):
            reader.known[at] = known
    return reader


def _dateline_places(article: Article, parse: Parse) -> Iterator[int]:
    """Yield the tokens of datelines as far as an agency in brackets."""
    for index in range(len(article.blocks)):
        if (end := dateline_end(article, index)) is None:
            continue
        for token in parse.between(article.blocks[index].start, end):
            if token.text == "(":
                break
            yield token.i


def _is_surname(reader: Reader, known: Known, base: ActorBase) -> bool:
    """Whether a state's word is a person's surname here, behind a given name: "David French"."""
    before = reader.word(known.first - 1)
    return (
        before is not None
        and known.last == known.first + 1
        and known.kind == "government"
        and reader.same_sentence(before.i, known.first)
        and before.text[0].isupper()
        and before.text[1:].islower()
        and fold(before.text) in base.given
    )


def _begins_outlet(reader: Reader, known: Known) -> bool:
    """Whether a place is the first word of an outlet's name that the base lacks: "Moscow Courier".

    In a headline every word has a capital: there it is none.
    """
    after = reader.word(known.last)
    return (
        after is not None
        and known.form in {"capital", "place"}
        and known.last == known.first + 1
        and after.text in PAPER_NAMES
        and reader.same_sentence(known.first, known.last)
        and reader.block_kind(known.first) not in {"title", "heading"}
    )


def _settled(runs: list[Run], settled: dict[int, str]) -> list[Run]:
    """The runs, a surname of two under the full name that its place settles."""
    return [replace(r, name=settled[r.first]) if r.first in settled else r for r in runs]


def _names(
    reader: Reader,
    runs: list[Run],
    people: Dramatis,
    roles: dict[int, Role],
    settled: dict[int, str],
) -> list[Reference]:
    """References by a capitalised name that the vote took for an actor."""
    found = []
    for run in runs:
        kind = people.kinds.get(run.name)
        if kind is None and run.name not in people.states:
            continue
        full = people.full.get(run.name, run.name) or settled.get(run.first)
        method = "named" if full == run.name else f"short for {full}" if full else "surname of two"
        if method == "named" and " " not in run.name and leads(reader, run):
            method = f"named, {LEADS}"
        role = roles.get(run.first)
        reference = Reference(
            first=_with_honorific(reader, run),
            last=run.last,
            form="name",
            kind=kind or "government",
            name=full,
            method=method,
            key=people.states.get(run.name),
            role=role.role if role else None,
            of=role.of if role else None,
            rank=role.rank if role else None,
            former=role.former if role else False,
        )
        if kind is None and not _acts(reader, run, reference):
            continue
        found.append(reference)
    return found


def _acts(reader: Reader, run: Run, reference: Reference) -> bool:
    """Whether an unlisted state acts here and is not a place."""
    known = Known(
        first=run.first,
        last=run.last,
        key=reference.key or "",
        name=run.name,
        form="name",
        kind="government",
    )
    return stands_for_actor(reader, known)


def _with_honorific(reader: Reader, run: Run) -> int:
    """The token where the mention starts: "Mr." belongs to it."""
    if run.honorific is None:
        return run.first
    dotted = reader.lower[run.first - 1] == "."
    return run.first - (2 if dotted else 1)


def _known(reader: Reader) -> list[Reference]:
    """References by names of the base, seats and capitals that act, and demonyms."""
    found = []
    for known in {id(k): k for k in reader.known.values()}.values():
        if known.form == "place":
            continue
        if known.form == "people" and reader.lower[max(0, known.first - 1)] != "the":
            continue  # "most Americans" are no party; "the Ukrainians" at the table are
        if known.kind in {"government", "organization", "group"} and not stands_for_actor(
            reader, known
        ):
            continue
        found.append(_known_reference(known))
    return found


def _known_reference(known: Known) -> Reference:
    forms = {"seat": "metonym", "capital": "metonym", "demonym": "demonym", "people": "demonym"}
    form = forms.get(known.form, "name")
    method = {
        "metonym": f"stands for {known.name}",
        "demonym": f"adjective or people of {known.name}",
    }
    return Reference(
        first=known.first,
        last=known.last,
        form=form,  # type: ignore[arg-type]  # the values of the table above are forms
        kind=known.kind,
        name=known.name,
        method=method.get(form, "named"),
        key=known.key,
        plural=known.form == "people",
    )


def _mentions(
    article: Article, parse: Parse, references: list[Reference], base: ActorBase
) -> tuple[ActorMention, ...]:
    """The references as records in text order; of two that overlap the longer stays."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda r: (r.first, -r.last)):
        if not kept or reference.first >= kept[-1].last:
            kept.append(reference)
    mentions = []
    for reference in kept:
        start = parse.tokens[reference.first].start
        end = parse.tokens[reference.last - 1].end
        mentions.append(
            ActorMention(
                id=identity("mention", article.id, str(start), str(end)),
                article=article.id,
                span=article.span(start, end),
                form=reference.form,
                kind=reference.kind,
                name=reference.name,
                role=reference.role,
                of=_of_name(reference.of, base),
                former=reference.former,
                method=reference.method,
            )
        )
    return tuple(mentions)


def _of_name(key: str | None, base: ActorBase) -> str | None:
    """The name of the party with this key; an unlisted state's is made of its key."""
    if key is None:
        return None
    known = base.actors.get(key)
    return known.name if known else key.partition(":")[2].title()


__all__ = ["Title", "find_mentions"]
