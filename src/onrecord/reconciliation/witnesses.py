"""Witnesses, not articles: how many independent origins a thing on record goes back to.

Copies are one witness. Articles that pass on one agency's or one paper's account are one witness,
and so are all articles of one outlet. An article of unknown outlet stands for itself. Where an
article names several sources it is never counted beside one of them: rather one witness too few
than one too many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reconciliation.copies import NEAR_COPY, SAME_TEXT
from onrecord.reconciliation.credits import AGENCIES, wire_credit
from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.words import folded_words
from onrecord.records import Article, Attribution, Copy, Origin

if TYPE_CHECKING:
    from onrecord.actors import Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What an article says of where it comes from; names are actor ids where known."""

    article: str
    outlet: str | None
    credit: str | None
    cites: tuple[str, ...]
    carries: tuple[str, ...]  # articles whose paragraphs it carries


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """The witnesses of a corpus, built once; `origins_of` counts them for any set of articles.

    `copy_of` leads from an article to the smallest id among its copies; `via` from a statement to
    the named actors through whom it came; `names` from an actor's or outlet's id to its name.
    """

    articles: Mapping[str, Witness]
    copy_of: Mapping[str, str]
    via: Mapping[str, tuple[str, ...]]
    article_of: Mapping[str, str]
    names: Mapping[str, str]

    def origins_of(
        self, article_ids: Iterable[str], via: Mapping[str, Collection[str]] | None = None
    ) -> tuple[Origin, ...]:
        """The independent origins behind these articles, each with its articles, sorted.

        `via` names, per article, the actors through whom it has the matter at hand
        (`via_of_statements` makes it); without it the article's own credit and list of sources
        speak for it.
        """
        units: dict[str, list[str]] = {}
        for article in sorted(set(article_ids)):
            units.setdefault(self.copy_of.get(article, article), []).append(article)
        sources = {
            unit: self._sources(members, via or {}) for unit, members in sorted(units.items())
        }
        origins = _settle(sources)
        return tuple(
            Origin(
                origin=origin,
                articles=tuple(sorted(a for unit in members for a in units[unit])),
                basis=self._basis(origin, [a for unit in members for a in units[unit]], via or {}),
            )
            for origin, members in sorted(origins.items())
        )

    def origins_of_statements(self, statement_ids: Iterable[str]) -> tuple[Origin, ...]:
        """The independent origins behind these statements."""
        ids = [s for s in statement_ids if s in self.article_of]
        return self.origins_of({self.article_of[s] for s in ids}, self.via_of_statements(ids))

    def via_of_statements(self, statement_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Per article, the named actors through whom these statements came.

        An article that has one of them at first hand is not listed: it is a witness itself.
        """
        found: dict[str, set[str]] = {}
        at_first_hand = set()
        for statement in statement_ids:
            article = self.article_of.get(statement)
            if article is None:
                continue
            through = self.via.get(statement, ())
            if not through:
                at_first_hand.add(article)
            found.setdefault(article, set()).update(through)
        return {a: tuple(sorted(found[a])) for a in sorted(found) if a not in at_first_hand}

    def _sources(self, members: list[str], via: Mapping[str, Collection[str]]) -> tuple[str, ...]:
        """The names that copies of one text go back to, or the text itself."""
        # What the words at hand are said to come from, then whose text it is, then who printed it.
        passed = {name for article in members for name in via.get(article, ())}
        if passed:
            return tuple(sorted(passed))
        known = [self.articles[a] for a in members if a in self.articles]
        carried = {name for w in known for lead in w.carries for name in self._own(lead)}
        if carried:
            return tuple(sorted(carried))
        cited = {name for w in known for name in w.cites}
        credited = {w.credit for w in known if w.credit is not None}
        outlets = {w.outlet for w in known if w.outlet is not None}
        return tuple(sorted(credited or cited or outlets)) or (f"article:{members[0]}",)

    def _own(self, article: str) -> tuple[str, ...]:
        """Whose text an article is: its agency, its outlet, or itself."""
        witness = self.articles.get(article)
        name = (witness.credit or witness.outlet) if witness is not None else None
        return (name or f"article:{self.copy_of.get(article, article)}",)

    def _basis(self, origin: str, articles: list[str], via: Mapping[str, Collection[str]]) -> str:
        """Why these articles count as one, in words."""
        name = self.names.get(origin, origin)
        if origin.startswith("article:"):
            return "copies of one text" if len(articles) > 1 else "own account, outlet unknown"
        known = [self.articles[a] for a in articles if a in self.articles]
        if any(origin in via.get(a, ()) for a in articles):
            return f"passed on from {name}"
        if any(w.credit == origin for w in known):
            return f"text of {name}"
        if any(origin in w.cites for w in known):
            return f"passed on from {name}"
        if len(articles) > 1 and any(w.outlet != origin for w in known):
            return f"copies of one text, with {name}"
        return f"own account of {name}"


def _settle(sources: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Origin → the units that go back to it.

    A unit with one source names an origin. A unit with several joins an origin that it names, or,
    if there is none yet, all others that share a source with it.
    """
    origins: dict[str, list[str]] = {}
    several = []
    for unit, names in sources.items():
        if len(names) == 1:
            origins.setdefault(names[0], []).append(unit)
        else:
            several.append(unit)
    open_units = []
    for unit in several:
        known = [name for name in sources[unit] if name in origins]
        if known:
            origins[known[0]].append(unit)
        else:
            open_units.append(unit)
    shared = Groups()
    for unit in open_units:
        for name in sources[unit]:
            shared.join(sources[unit][0], name)
    for unit in open_units:
        origins.setdefault(shared.root(sources[unit][0]), []).append(unit)
    return origins


def find_witnesses(
    articles: Iterable[Article],
    copies: Iterable[Copy],
    attributions: Iterable[Attribution],
    cast: Cast,
) -> Witnesses:
    """The witnesses of a corpus: who printed, copied and passed on what."""
    ids = _names_to_ids(cast)
    names = {actor.id: actor.name for actor in cast.actors.values()}

    def known(name: str) -> str:
        agency = AGENCIES.get(name.casefold(), name)
        key = _key(agency)
        found = ids.get(key, f"name:{key}")
        names.setdefault(found, agency)
        return found

    copies = tuple(copies)
    carries: dict[str, set[str]] = {}
    for copy in copies:
        if copy.basis not in (SAME_TEXT, NEAR_COPY):
            for article_id in copy.articles:
                carries.setdefault(article_id, set()).add(copy.lead)
    witnesses = {}
    for article in articles:
        credit = wire_credit(article)
        witnesses[article.id] = Witness(
            article=article.id,
            outlet=known(article.outlet) if article.outlet else None,
            credit=known(credit) if credit else None,
            cites=tuple(sorted({known(name) for name in article.cites})),
            carries=tuple(sorted(carries.get(article.id, ()))),
        )
    groups = Groups(witnesses)
    for copy in copies:
        if copy.basis in (SAME_TEXT, NEAR_COPY):
            for article_id in copy.articles:
                groups.join(copy.lead, article_id)
    via, article_of = {}, {}
    for attribution in attributions:
        article_of[attribution.statement] = attribution.article
        named = [a for a in attribution.via if _is_named(a, cast)]
        if named:
            via[attribution.statement] = tuple(named)
    return Witnesses(
        articles=witnesses,
        copy_of={a: groups.root(a) for a in sorted(witnesses)},
        via=via,
        article_of=article_of,
        names=names,
    )


def find_origins(
    articles: Iterable[Article],
    copies: Iterable[Copy],
    attributions: Iterable[Attribution],
    cast: Cast,
) -> tuple[Origin, ...]:
    """The independent origins of a whole corpus."""
    witnesses = find_witnesses(articles, copies, attributions, cast)
    return witnesses.origins_of(witnesses.articles)


def _is_named(actor: str, cast: Cast) -> bool:
    known = cast.actors.get(actor)
    return known is not None and known.kind != "unnamed"


def _names_to_ids(cast: Cast) -> dict[str, str]:
    """Folded names of outlets and organisations → actor id; outlets last, so that they win."""
    found: dict[str, str] = {}
    actors = sorted(cast.actors.values(), key=lambda a: (a.kind == "outlet", a.id))
    for actor in actors:
        if actor.kind in ("organization", "outlet"):
            for name in (*actor.aliases, actor.name):
                found[_key(name)] = actor.id
    return found


def _key(name: str) -> str:
    words = folded_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
