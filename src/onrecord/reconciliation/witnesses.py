"""Witnesses, not articles: how many independent origins a thing on record goes back to.

Copies are one witness. Articles that pass on one agency's or one paper's account are one witness,
and so are all articles of one outlet. Who passes on what another only passes on goes back to where
that one has it from; outlets that pass on each other's account are one witness, and it is said. An
article of unknown outlet stands for itself. Where an article names several sources it is never
counted beside one of them: rather one witness too few than one too many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reconciliation.copies import ONE_TEXT, OTHER_TEXT, joined_articles
from onrecord.reconciliation.credits import AGENCIES, thanked, wire_credit
from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.trails import Trails, find_trails
from onrecord.reconciliation.words import folded_words
from onrecord.records import ActorKind, Article, Attribution, Copy, Origin

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
        outlets = {unit: self._outlets(members) for unit, members in units.items()}
        trails = find_trails(sources, outlets)
        origins = _settle({unit: trails.ends_of(names) for unit, names in sources.items()})
        found = []
        for origin, members in sorted(origins.items()):
            articles = sorted(a for unit in members for a in units[unit])
            passed = {name for unit in members for name in sources[unit]}
            basis = self._basis(origin, articles, via or {}, passed, trails)
            found.append(Origin(origin=origin, articles=tuple(articles), basis=basis))
        return tuple(found)

    def _outlets(self, members: Iterable[str]) -> frozenset[str]:
        """Who printed a text and its copies."""
        known = (self.articles[a] for a in members if a in self.articles)
        return frozenset(w.outlet for w in known if w.outlet is not None)

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

    def _basis(
        self,
        origin: str,
        articles: list[str],
        via: Mapping[str, Collection[str]],
        passed: Collection[str],
        trails: Trails,
    ) -> str:
        """Why these articles count as one, in words; `passed` are the sources that they name."""
        name = self.names.get(origin, origin)
        circle = trails.circles.get(origin, ())
        if set(circle) & set(passed):
            return f"cite each other: {' and '.join(self.names.get(n, n) for n in circle)}"
        through = sorted(self.names.get(n, n) for n in passed if origin in trails.followed(n))
        if through:
            return f"passed on from {name}, through {', '.join(through)}"
        if origin.startswith("article:"):
            return "copies of one text" if len(articles) > 1 else "own account, outlet unknown"
        known = [self.articles[a] for a in articles if a in self.articles]
        cited = any(origin in w.cites for w in known)
        if any(origin in via.get(a, ()) for a in articles):
            how = "passed on from"
        elif any(w.credit == origin for w in known):
            how = "text of"
        elif cited:
            how = "passed on from"
        elif len(articles) > 1 and any(w.outlet != origin for w in known):
            how = "copies of one text, with"
        else:
            how = "own account of"
        return f"{how} {name}"


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
        if copy.basis not in (*ONE_TEXT, OTHER_TEXT):
            for article_id in copy.articles:
                carries.setdefault(article_id, set()).add(copy.lead)
    witnesses = {}
    for article in articles:
        credit = wire_credit(article)
        cited = (*article.cites, *thanked(article))
        witnesses[article.id] = Witness(
            article=article.id,
            outlet=known(article.outlet) if article.outlet else None,
            credit=known(credit) if credit else None,
            cites=tuple(sorted({known(name) for name in cited})),
            carries=tuple(sorted(carries.get(article.id, ()))),
        )
    via, article_of = {}, {}
    for attribution in attributions:
        article_of[attribution.statement] = attribution.article
        named = [a for a in attribution.via if _is_named(a, cast)]
        if named:
            via[attribution.statement] = tuple(named)
    return Witnesses(
        articles=witnesses,
        copy_of=joined_articles(copies, witnesses),
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


# A government's own site may be an outlet, and so may a person: one name, one witness.
_ORDER: tuple[ActorKind, ...] = ("group", "person", "government", "organization", "outlet")


def _names_to_ids(cast: Cast) -> dict[str, str]:
    """Folded names → actor id; of two with one name the outlet wins, then the organisation."""
    found: dict[str, str] = {}
    known = [actor for actor in cast.actors.values() if actor.kind in _ORDER]
    for actor in sorted(known, key=lambda a: (_ORDER.index(a.kind), a.id)):
        for name in (*actor.aliases, actor.name):
            found[_key(name)] = actor.id
    return found


def _key(name: str) -> str:
    words = folded_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
