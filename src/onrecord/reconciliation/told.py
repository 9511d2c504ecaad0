"""What contradictions are looked for in: of each article what it tells, to compare with others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.reconciliation.accounts_told import Stance, read_stances
from onrecord.reconciliation.figures import Figure, read_figures
from onrecord.reconciliation.judging_words import PLACE_OF
from onrecord.reconciliation.opposites import SIDE_OF
from onrecord.reconciliation.party_names import PartyNames, party_names
from onrecord.reconciliation.rebuttals import Rebuttal, find_rebuttals
from onrecord.reconciliation.tellings import Telling, read_tellings
from onrecord.reconciliation.wording import Wording, read_wording
from onrecord.records import Article, Attribution, Interval, QuantityMention, Statement

if TYPE_CHECKING:
    from onrecord.actors import Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Everything that an article tells and that another could contradict."""

    article: str
    outlet: str | None
    published: Interval | None
    rebuttals: tuple[Rebuttal, ...]
    tellings: tuple[Telling, ...]
    figures: tuple[Figure, ...]
    wordings: tuple[Wording, ...]
    stances: tuple[Stance, ...]


def can_be_told(told: Told) -> bool:
    """Whether an article can tell this: what is kept in a file may come from anybody.

    The right types alone do not say so: matters, sides and words stand in tables of ours.
    """
    quoted = (words for wording in told.wordings for words in wording.quoted)
    return all(map(all, quoted)) and all(
        telling.agreed in (-1, 0, 1)
        and all(matter in MATTERS and side in (-1, 1) for matter, side, _ in telling.sides)
        and PLACE_OF.keys() >= set(telling.judging)
        for telling in told.tellings
    )


MATTERS = frozenset(matter for sides in SIDE_OF.values() for matter, _ in sides)


def read_told(
    article: Article,
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    quantities: Iterable[QuantityMention],
    names: PartyNames,
) -> Told:
    """What one article tells."""
    held = sorted(statements, key=lambda s: s.id)
    said_by = {a.statement: a for a in attributions}
    own = [statement for statement in held if statement.content]
    published = {article.id: article.published}
    return Told(
        article=article.id,
        outlet=article.outlet,
        published=article.published,
        rebuttals=tuple(find_rebuttals(article, own, said_by, names)),
        tellings=tuple(read_tellings(article, own, said_by, names)),
        figures=tuple(read_figures([article], held, said_by.values(), quantities)),
        wordings=tuple(read_wording(s, said_by.get(s.id), article.published) for s in held),
        stances=tuple(read_stances(held, said_by, names, published)),
    )


def read_all_told(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    quantities: Iterable[QuantityMention],
    cast: Cast,
) -> Iterator[Told]:
    """Yield what each article tells; one at a time."""
    names = party_names(cast.actors.values())
    held, said, counted = (_by_article(of) for of in (statements, attributions, quantities))
    for article in articles:
        own = [kind.get(article.id, ()) for kind in (held, said, counted)]
        yield read_told(article, own[0], own[1], own[2], names)


def _by_article(records: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for record in records:
        found.setdefault(record.article, []).append(record)
    return found
