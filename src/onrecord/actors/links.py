"""Which actor every mention means, article by article: a record of each is made only if asked for.

There is a link for nearly every mention, and another article changes hardly any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.records import ActorLink, identity

Link = tuple[str, str, str, float]  # the mention, the actor, the method, the confidence


@dataclass(frozen=True, slots=True)
class Links(Iterable[ActorLink]):
    """The links of each article (its id), sorted by their mentions."""

    by_article: dict[str, list[Link]]
    _given: dict[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, links: Iterable[ActorLink]) -> Links:
        """The same links, article by article."""
        found: dict[str, list[Link]] = {}
        for link in links:
            own = found.setdefault(link.article, [])
            own.append((link.mention, link.actor, link.method, link.confidence))
        return cls({article: sorted(own) for article, own in found.items()})

    def __iter__(self) -> Iterator[ActorLink]:
        """Yield every link by article and mention."""
        for article in sorted(self.by_article):
            yield from self.of_article(article)

    def of_article(self, article: str) -> tuple[ActorLink, ...]:
        """The links of one article; empty where nobody is named."""
        return tuple(
            ActorLink(mention=mention, article=article, actor=actor, method=how, confidence=sure)
            for mention, actor, how, sure in self.by_article.get(article, ())
        )

    def actors_of(self, article: str) -> set[str]:
        """The ids of the actors whom an article names."""
        return {actor for _, actor, _, _ in self.by_article.get(article, ())}

    def given(self, article: str) -> str:
        """A hash of the links of an article."""
        if article not in self._given:
            own = self.by_article.get(article, ())
            self._given[article] = identity(*(str(part) for link in own for part in link))
        return self._given[article]
