"""Positions as people settled them, laid over what the machine read.

A decision is placed where its words stand: in its article, or in the version of it that was read
from the same path since. A person's position takes the place of the machine's reading of the same
words; one that was rejected takes it away. What it does not decide, as when it was said, is told by
the machine for as long as it reads the position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from onrecord.actors import Who
from onrecord.actors.spelling import plain
from onrecord.errors import CodebookError
from onrecord.positions.codebook import Codebook
from onrecord.positions.decided import Told, is_about_positions, read_told
from onrecord.records import (
    Actor,
    Article,
    Condition,
    Decision,
    Position,
    Span,
    Statement,
    identity,
    in_time,
)

DONE = {"accept": "accepted", "change": "changed", "add": "added", "reject": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A decision where it stands on this record.

    `position` is how it reads by the decision, None where it was rejected or nothing answers to it;
    `was` what stood before in the decision's eyes. `lost` says why nothing answers to it,
    `gone` what of it codebook or record no longer have: that part is left out.
    """

    decision: Decision
    position: Position | None = None
    was: Position | None = None
    lost: str = ""
    gone: tuple[str, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether it takes a position off the record."""
        return self.decision.action == "reject" and not self.lost


def settle_positions(
    found: Sequence[Position],
    decisions: Iterable[Decision],
    articles: Iterable[Article],
    statements: Iterable[Statement],
    actors: Iterable[Actor],
    codebook: Codebook,
) -> Sequence[Position]:
    """The positions as people settled them, in the order of the articles and of their text.

    Without a decision on positions the very same ones that were found.
    """
    latest = latest_placed(place_decisions(decisions, articles, actors, codebook))
    by_article: dict[str, list[Placed]] = defaultdict(list)
    for placed in latest.values():
        here = placed.position or placed.was
        if here is not None and not placed.lost:
            by_article[here.article].append(placed)
    if not by_article:
        return found
    said = defaultdict(list)
    for statement in statements:
        if statement.article in by_article:
            said[statement.article].append(statement)
    taken = {placed.decision.target for own in by_article.values() for placed in own}
    groups: dict[str, list[Position]] = {}
    for position in found:
        # Of two versions of a text one may read what a person settled in the other.
        elsewhere = position.id in taken and position.article not in by_article
        read = _beside(position) if elsewhere else position
        groups.setdefault(position.article, []).append(read)
    for article in sorted(by_article):
        own = groups.get(article, [])
        groups[article] = _settled(own, by_article[article], said[article], taken)
    return tuple(position for group in groups.values() for position in group)


def place_decisions(
    decisions: Iterable[Decision],
    articles: Iterable[Article],
    actors: Iterable[Actor],
    codebook: Codebook,
) -> tuple[Placed, ...]:
    """Every decision on a position, in order of time, where it stands on this record."""
    made = sorted(filter(is_about_positions, decisions), key=in_time)
    if not made:
        return ()
    told = [(d, read_told(d.new), read_told(d.old)) for d in made]
    where = _Articles(told, articles)
    named = _Named(actors)
    return tuple(_placed(*each, where, named, codebook) for each in told)


def latest_placed(placed: Iterable[Placed]) -> dict[str, Placed]:
    """The decision that counts on each position, by the position's id."""
    return {p.decision.target: p for p in placed}  # in order of time: the last one stays


class _Articles:
    """The articles in which decisions hang."""

    def __init__(
        self, told: Iterable[tuple[Decision, Told | None, Told | None]], articles: Iterable[Article]
    ) -> None:
        wanted = [(d.article or "", (new or old)) for d, new, old in told]
        ids, paths = {a for a, _ in wanted}, {t.path for _, t in wanted if t is not None}
        known = [a for a in articles if a.id in ids or a.path in paths]
        self._by_id = {a.id: a for a in known}
        self._by_path: dict[str, list[Article]] = defaultdict(list)
        for article in known:
            self._by_path[article.path].append(article)

    def of(self, decision: Decision, told: Told) -> Article | None:
        """Its article, else the one that is now read from the same path."""
        article = self._by_id.get(decision.article or "")
        again = self._by_path.get(told.path, [])
        return article or (again[0] if len(again) == 1 else None)


class _Named:
    """The ids of actors by what a decision knows of them."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_key: dict[str, str] = {}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for actor in actors:
            self._by_key[actor.key] = actor.id
            if actor.kind != "unnamed":
                for name in (actor.name, actor.listed_name, *actor.aliases):
                    self._by_name[plain(name)].add(actor.id)

    def id_of(self, who: Who | None) -> str | None:
        """The id of this actor: by its key, else by a name that only one bears."""
        if who is None:
            return None
        ids = self._by_name.get(plain(who.name), set())
        return self._by_key.get(who.key or "") or (next(iter(ids)) if len(ids) == 1 else None)


def _placed(
    decision: Decision,
    new: Told | None,
    old: Told | None,
    where: _Articles,
    named: _Named,
    codebook: Codebook,
) -> Placed:
    told = new or old
    article = where.of(decision, told) if told is not None else None
    if told is None or article is None:
        return Placed(decision=decision, lost="its article is not on record")
    was = _in_article(old, decision, article, named) if old is not None else None
    position = _in_article(new, decision, article, named) if new is not None else None
    if (position if new is not None else was) is None:
        return Placed(decision=decision, lost=f"its words no longer stand in {article.path}")
    gone: list[str] = []
    if new is not None and position is not None:
        for who in (new.party, new.speaker, new.about):
            if who is not None and named.id_of(who) is None:
                gone.append(f"no actor {who.name}")
        position = _within(codebook, _signed(position, decision), gone)
    return Placed(decision=decision, position=position, was=was, gone=tuple(gone))


def _in_article(told: Told, decision: Decision, article: Article, named: _Named) -> Position | None:
    """The position with its actors and its words as they stand in this article, None if they don't.

    The first words show how far the text has moved; the others are looked for there.
    """
    own = told.position
    first = _words(article, own.spans[0], 0)
    if first is None:
        return None
    moved = first.start - own.spans[0].start
    spans = [_words(article, span, moved) for span in own.spans]
    held = [_words(article, c.span, moved) for c in own.conditions]
    declared = _words(article, own.hardness_span, moved) if own.hardness_span else None
    if None in spans or None in held or (own.hardness_span and declared is None):
        return None
    return replace(
        own,
        id=decision.target,
        article=article.id,
        spans=tuple(s for s in spans if s is not None),
        party=named.id_of(told.party),
        speaker=named.id_of(told.speaker),
        about=named.id_of(told.about),
        conditions=tuple(
            replace(c, party=named.id_of(who), span=span)
            for c, who, span in zip(own.conditions, told.parties, held, strict=True)
            if span is not None
        ),
        hardness_span=declared,
    )


def _words(article: Article, span: Span, moved: int) -> Span | None:
    """The same words in this article, the nearest to where they stood; None if they do not."""
    text, words = article.text, span.text
    aim = span.start + moved
    starts = list(_starts(text, words))
    if not starts:
        return None
    start = min(starts, key=lambda at: (abs(at - aim), at))
    return article.span(start, start + len(words))


def _starts(text: str, words: str) -> Iterator[int]:
    """Yield where these words stand, not within longer ones."""
    at = text.find(words)
    while at >= 0:
        if not (_runs_on(text, at) or _runs_on(text, at + len(words))):
            yield at
        at = text.find(words, at + 1)


def _runs_on(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _signed(position: Position, decision: Decision) -> Position:
    """The position with who settled it, when and how, for a reader."""
    signed = f"{DONE[decision.action]} by {decision.coder}, {decision.at[:10]}"
    return replace(position, label="human", confidence=1.0, method=signed)


def _within(codebook: Codebook, position: Position, gone: list[str]) -> Position:
    """The position with what this codebook knows of it; what it does not goes to `gone`."""
    issue, values = position.issue, position.values
    if issue is not None and not codebook.has_issue(issue):
        gone.append(f"the codebook has no issue {issue}")
        issue, values = None, ()
    elif issue is not None and codebook.issue(issue).scale:
        unknown = [v for v in values if v not in codebook.issue(issue).scale]
        gone.extend(f"the codebook's issue {issue} has no value {v}" for v in unknown)
        values = tuple(v for v in values if v not in unknown)
    step = position.step
    if step is not None and not has_step(codebook, step):
        gone.append(f"the codebook has no step {step}")
        step = None
    conditions = tuple(_condition_within(codebook, c, gone) for c in position.conditions)
    return replace(position, issue=issue, values=values, step=step, conditions=conditions)


def _condition_within(codebook: Codebook, condition: Condition, gone: list[str]) -> Condition:
    issue, value, step = condition.issue, condition.value, condition.step
    if issue is not None and not codebook.has_issue(issue):
        gone.append(f"the codebook has no issue {issue}")
        issue, value = None, None
    if step is not None and not has_step(codebook, step):
        gone.append(f"the codebook has no step {step}")
        step = None
    return replace(condition, issue=issue, value=value, step=step)


def has_step(codebook: Codebook, step: str) -> bool:
    """Whether the codebook has this step, or this value of an issue that is asked for as one."""
    try:
        codebook.step(step)
    except CodebookError:
        return "=" in step and codebook.has_issue(step.partition("=")[0])
    return True


def _settled(
    found: Sequence[Position],
    placed: Iterable[Placed],
    statements: Sequence[Statement],
    taken: Set[str],
) -> list[Position]:
    """The positions of one article, those that people settled in place of what was found.

    `taken` are the ids that settled ones bear, here or in another article.
    """
    left = list(found)
    added: list[Position] = []
    for each in placed:
        read = _read_of(each, left)
        if read is not None:
            left.remove(read)
        if each.position is not None:
            told = _with_what_was_read(each.position, read, statements)
            left = [p for p in left if not _tells_the_same(p, told)]
            added.append(told)
    # Ids number what stands on the same words: one that moved up must not take a settled one's.
    left = [_beside(p) if p.id in taken else p for p in left]
    both = [*left, *added]
    both.sort(key=lambda p: (p.spans, p.act, p.issue or "", p.step or "", p.values, p.id))
    return both


def _beside(position: Position) -> Position:
    """The position with an id of its own, where a settled one bears that which it would have."""
    return replace(position, id=identity("position", position.id, "beside"))


def _read_of(placed: Placed, found: Iterable[Position]) -> Position | None:
    """What the machine reads now where it once read what was decided on."""
    was = placed.was
    if was is not None and was.label == "machine":
        for position in found:
            if _matter(position) == _matter(was):
                return position
    return next((p for p in found if p.id == placed.decision.target), None)


def _matter(position: Position) -> tuple[object, ...]:
    span, p = position.spans[0], position
    return span.start, span.end, p.act, p.party_text, p.issue, p.step, p.object


def _tells_the_same(position: Position, other: Position) -> bool:
    """Whether a position that was found says, on shared words, what a person settled."""
    left, right = position.spans[0], other.spans[0]
    return (
        left.start < right.end
        and right.start < left.end
        and (position.party, position.issue, position.step, position.act, position.about)
        == (other.party, other.issue, other.step, other.act, other.about)
    )


def _with_what_was_read(
    position: Position, read: Position | None, statements: Sequence[Statement]
) -> Position:
    """The position with what nobody decides: when it was said, in which statements it stands."""
    if read is not None:
        position = replace(
            position, said=read.said, reason=read.reason, object=read.object, scope=read.scope
        )
    if position.voice == "reporter":
        return replace(position, statements=())
    if read is not None and read.statements:
        return replace(position, statements=read.statements)
    first = position.spans[0]
    holding = [s for s in statements if any(_covers(c, first) for c in s.content)]
    inner = min(
        holding, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None
    )
    return replace(position, statements=(inner.id,) if inner else ())


def _covers(content: Span, words: Span) -> bool:
    """Whether the words end in a statement's content: its cue and source may stand before it."""
    return content.start < words.end <= content.end
