"""What the names of our records count as, in the classes of CrossNER; see `entities`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from onrecord.actors import ActorBase, find_mentions
from onrecord.actors.listed import listed_names
from onrecord.actors.party_names import is_party
from onrecord.actors.words import HONORIFICS
from onrecord.evaluation.gold.crossner import GoldEntity
from onrecord.evaluation.politicians import is_politician
from onrecord.language.naming import LabelledName, label_names
from onrecord.language.parse import Parse
from onrecord.places import find_places
from onrecord.records import ActorMention, Article, Span

CLASSES = ("politician", "person", "politicalparty", "organisation", "country")
# Labels less likely than this count as none. Strict F1 on five folds of train, for 0, .3, .4, .45,
# .5 and .7: .692, .695, .697, .699, .688, .678.
LEAST = 0.45
PARTIES = frozenset(("politicalparty", "election"))


def find_by_rules(article: Article, parse: Parse, base: ActorBase) -> tuple[GoldEntity, ...]:
    """The entities of the actors and places that the flow finds in an article, in text order."""
    names = [
        (_behind_honorific(m.span), m.span.end, label)
        for m in find_mentions(article, parse, base)
        if m.form in {"name", "metonym"} and (label := _class_of(m, base))
    ]
    for place in find_places(article, parse):
        start, end = place.span.start, place.span.end
        alone = not any(a < end and start < b for a, b, _ in names)
        if alone and _is_state(place.span.text, base):
            names.append((start, end, "country"))
    listed = listed_names(article, parse, base)
    return tuple(sorted(_with_politicians(parse, listed, names)))


def find_by_labels(article: Article, parse: Parse, base: ActorBase) -> tuple[GoldEntity, ...]:
    """The entities that `language.naming` labels in an article, in text order."""
    listed = listed_names(article, parse, base)
    return entities_of(label_names(parse, listed), parse, listed)


def entities_of(
    names: Sequence[LabelledName],
    parse: Parse,
    listed: Sequence[Collection[str]],
) -> tuple[GoldEntity, ...]:
    """Labelled names as entities of the classes that are scored."""
    tokens = parse.tokens
    given = [
        (tokens[n.first].start, tokens[n.last - 1].end, str(n.label))
        for n in names
        if n.chance >= LEAST
    ]
    return tuple(sorted(_with_politicians(parse, listed, given)))


def _with_politicians(
    parse: Parse,
    listed: Sequence[Collection[str]],
    names: Sequence[tuple[int, int, str]],
) -> Iterator[GoldEntity]:
    """Yield the names as entities, those of politicians as theirs."""
    beside = {
        parse.between(start, end)[0].sentence for start, end, label in names if label in PARTIES
    }
    for start, end, label in names:
        tokens = parse.between(start, end)
        found = label
        if label == "person":
            first, last, among = tokens[0].i, tokens[-1].i + 1, tokens[0].sentence in beside
            if is_politician(parse, first, last, listed, among_parties=among):
                found = "politician"
        if found in CLASSES:
            yield GoldEntity(start=start, end=end, label=found)


def _class_of(mention: ActorMention, base: ActorBase) -> str | None:
    """The class of a mention by name; None for a seat or a capital that acts."""
    if mention.kind == "person":
        return "person"
    if mention.kind == "government":
        return "country" if _is_state(mention.span.text, base) else None
    return "politicalparty" if is_party(mention.span.text) else "organisation"


def _is_state(name: str, base: ActorBase) -> bool:
    known = base.named(name)
    return known is not None and known.kind == "government"


def _behind_honorific(span: Span) -> int:
    """Where the name begins behind "Mr." and its like."""
    first, _, rest = span.text.partition(" ")
    return span.end - len(rest) if rest and first.lower() in HONORIFICS else span.start
