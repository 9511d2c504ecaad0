"""What the stages of one article are given of the corpus, cut out for each article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.actors.outlets import squeezed
from onrecord.attribution.carriers import names_of_outlet
from onrecord.engines.settings import stored_settings
from onrecord.pipeline import Cast, Links
from onrecord.records import Actor, Article, ArticleDate, Decision, identity
from onrecord.store import View
from onrecord.times import decided_dates


class Parts:
    """What each article is given: what was read in it, its day, its own actors and their parties.

    The whole cast would have to be sent to every process, and would be another with every article.
    """

    def __init__(self, view: View, cast: Cast, links: Links) -> None:
        self.ids = view.keys(Article)
        self._links = links
        self._actors: Mapping[str, Actor] = cast.actors
        self._marks: dict[str, str] = {}
        self._outlets = view.column(Article, "outlet")
        self._named = {outlet: names_of_outlet(outlet) for outlet in {*self._outlets.values()}}
        self._aliases = dict(self._names_of_outlets())
        self._codebook = stored_settings(view).codebook
        self._decided = decided_dates(view.all(Decision))
        self._dates = {date.article: date for date in view.all(ArticleDate)}
        self._read: dict[str, list[str]] = {}
        for _, (article, fingerprint) in sorted(view.reads().items()):
            self._read.setdefault(article, []).append(fingerprint)

    def cast(self, article: str) -> Cast:
        """The part of the cast that an article can ask for.

        Other names of an actor only if they are the article's outlet's: nothing else asks for them,
        and they grow with every article.
        """
        return Cast(
            actors={
                i: replace(self._actors[i], aliases=self._shown(i, article))
                for i in self._wanted(article)
            },
            links={link.mention: link.actor for link in self._links.of_article(article)},
        )

    def given(self, article: str) -> str:
        """A hash of everything that the stages of an article are given."""
        wanted = self._wanted(article)
        return identity(
            self._codebook,
            *self._read.get(article, ()),
            repr(self._dates.get(article)),
            repr(self._decided.get(article)),
            self._links.given(article),
            *(part for i in wanted for part in (self._mark(i), *self._shown(i, article))),
        )

    def _wanted(self, article: str) -> list[str]:
        """The ids of an article's actors and of their parties."""
        wanted = self._links.actors_of(article)
        known = [self._actors[i] for i in wanted if i in self._actors]
        wanted |= {a.party for actor in known for a in actor.speaks_for}
        return sorted(i for i in wanted if i in self._actors)

    def _mark(self, actor: str) -> str:
        if actor not in self._marks:
            self._marks[actor] = repr(replace(self._actors[actor], aliases=()))
        return self._marks[actor]

    def _shown(self, actor: str, article: str) -> tuple[str, ...]:
        """The aliases of an actor under which the article's own outlet is known."""
        if actor not in self._aliases:
            return ()
        own = self._named[self._outlets[article]]
        return tuple(alias for alias, name in self._aliases[actor] if name in own)

    def _names_of_outlets(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield (actor, its aliases that are an outlet's, each with its squeezed form)."""
        every = frozenset().union(*self._named.values())
        for actor in self._actors.values():
            found = [(alias, squeezed(alias)) for alias in actor.aliases]
            if found := [(alias, name) for alias, name in found if name in every]:
                yield actor.id, found
