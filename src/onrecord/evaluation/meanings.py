"""What our records take a gold mention for, and with which others that puts it into one group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.actors import Cast
from onrecord.evaluation.gold.entities import EntityArticle, GoldMention
from onrecord.evaluation.surfaces import Sort, head_of, sort_of, surface_of
from onrecord.records import ActorMention, PlaceMention

Label = tuple[str, str]  # "actor", "place" or "words", and which
Record = TypeVar("Record", ActorMention, PlaceMention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What our flow takes a gold mention for; `named`: our mention there is a name."""

    label: Label
    name: str
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A gold mention with its document's path, its words, and what we take it for."""

    path: str
    gold: GoldMention
    text: str
    meant: Meant | None

    @property
    def sort(self) -> Sort:
        """Whether it names, describes, or is a pronoun."""
        return sort_of(self.text)

    @property
    def head(self) -> str:
        """The head word in folded case."""
        start, end = head_of(self.text)
        return self.text[start:end].casefold()


def meanings(
    document: EntityArticle,
    mentions: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    cast: Cast,
) -> Iterator[Meant | None]:
    """Yield what each gold mention means by our records, None where we know nothing.

    It means the actor of that mention of ours whose head word lies in the gold one and which holds
    the gold one's head word; of several the one that shares most. So "the mayor of Tollan" is never
    Tollan, nor Tollan the mayor, however far they overlap. A title right before a name is no
    mention of ours but the role of the person named, and means that person. What has no actor means
    the place that is found in the same way.
    """
    text = document.article.text
    for gold in document.mentions:
        fitting = [o for o in mentions if _fits(text, gold, o)]
        titled = [o for o in mentions if _is_title(text, gold, o)]
        best = _nearest(gold, fitting or titled)
        actor = cast.actor_at(best.id) if best else None
        place = _nearest(gold, [p for p in places if _fits(text, gold, p)])
        if best and actor:
            named = best.form == "name" and bool(fitting)
            yield Meant(label=("actor", actor.id), name=actor.name, named=named)
        elif place and not best:
            which = str(place.geonames or place.name.casefold())
            yield Meant(label=("place", which), name=place.name)
        else:
            yield None


def _nearest(gold: GoldMention, records: Iterable[Record]) -> Record | None:
    """The record that shares most with the gold mention, the first of several."""
    return min(records, key=lambda o: (-_common(gold, o), o.span.start), default=None)


def _fits(text: str, gold: GoldMention, ours: ActorMention | PlaceMention) -> bool:
    """Whether each of the two holds the other's head word."""
    if ours.span.end <= gold.start or gold.end <= ours.span.start:
        return False
    start, end = _head(text, gold.start, gold.end)
    first, last = _head(text, ours.span.start, ours.span.end)
    held = ours.span.start <= start and end <= ours.span.end
    return held and gold.start <= first and last <= gold.end


def _head(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = head_of(text[start:end])
    return start + first, start + last


def _common(gold: GoldMention, ours: ActorMention | PlaceMention) -> int:
    return min(gold.end, ours.span.end) - max(gold.start, ours.span.start)


def _is_title(text: str, gold: GoldMention, ours: ActorMention) -> bool:
    """Whether the gold mention is the title right before a name that we read as its role."""
    if not ours.role or not 0 <= ours.span.start - gold.end <= 2:
        return False
    start, end = _head(text, gold.start, gold.end)
    first, last = head_of(ours.role)
    same = text[start:end].lower() == ours.role[first:last].lower()
    return same and not text[gold.end : ours.span.start].strip(" ,")


def groups_of(seen: Sequence[Seen], cast: Cast) -> list[Label]:
    """Under what each mention is grouped: what we take it for, or else its words."""
    named = _known_by_name(seen, cast)
    labels: list[Label] = []
    for s in seen:
        words = surface_of(s.text)
        label: Label | None = s.meant.label if s.meant else None
        if label is None and s.sort == "name":
            label = named.get((s.path, words)) or named.get(("", words))
        labels.append(label or ("words", words))
    return labels


def _known_by_name(seen: Iterable[Seen], cast: Cast) -> dict[tuple[str, str], Label]:
    """Whom a name without an actor means: its document's path, or "", and its words → an actor.

    A name that our mentions pass by ("the Tollan budget") means whom the same name means where they
    do not, in its document or else in the corpus; or the one actor who has that name. Pronouns and
    descriptions are left out: their words alone say nothing of who is meant.
    """
    votes: dict[tuple[str, str], Counter[Label]] = defaultdict(Counter)
    for s in seen:
        if s.meant and s.meant.named and s.sort == "name":
            for path in (s.path, ""):
                votes[path, surface_of(s.text)][s.meant.label] += 1
    bearers: dict[str, set[str]] = defaultdict(set)
    for actor in cast.actors.values():
        for name in (actor.name, *actor.aliases):
            bearers[surface_of(name)].add(actor.id)
    found: dict[tuple[str, str], Label] = {
        ("", name): ("actor", min(ids)) for name, ids in bearers.items() if len(ids) == 1
    }
    for place, counted in votes.items():
        found[place] = min(counted, key=lambda label: (-counted[label], label))
    return found
