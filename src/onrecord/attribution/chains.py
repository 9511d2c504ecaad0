"""Through whom a statement reached the article: the outer speaker, the agency, the outlet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.attribution.carriers import (
    Carrier,
    find_carriers,
    is_own_outlet,
)
from onrecord.attribution.citing import find_citer, find_quoter, who_cites
from onrecord.attribution.credits import find_credits
from onrecord.attribution.press import find_press
from onrecord.attribution.scene import Scene, covers
from onrecord.attribution.words import RELATIVE
from onrecord.records import Attribution, Statement

REACH_CHARS = 600  # of a sentence without end only what stands near the cue counts


@dataclass(slots=True)
class Chain:
    """What a statement's own sentence says, nearest to the article first.

    Those who carried it, those who were told; behind the speaker those whom the speaker cites.
    """

    carried: list[Carrier] = field(default_factory=list)
    told: list[Carrier] = field(default_factory=list)
    cited: list[Carrier] = field(default_factory=list)
    quoter: str | None = None

    def before(self) -> list[str]:
        """The actors between the article and the speaker."""
        quoter = [self.quoter] if self.quoter else []
        return [*quoter, *(c.actor for c in (*self.carried, *self.told))]

    def behind(self) -> list[str]:
        """The actors behind the speaker."""
        return [c.actor for c in self.cited]


def find_chains(scene: Scene, done: Mapping[str, Attribution]) -> dict[str, tuple[str, ...]]:
    """For every statement the actors that passed it on, nearest to the article first.

    `done` holds each statement after the one that reports it. The article's own outlet is implied
    and never named; the speaker is no link of its own chain.
    """
    press = find_press(scene)
    own = _bind(scene, press, done)
    credited = find_credits(scene, press, done)
    nearer: dict[str, list[str]] = {}
    lines: dict[str, Sequence[str]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for identifier, attribution in done.items():
        statement, chain = scene.statements[identifier], own[identifier]
        nearer[identifier] = chain.before()
        outer = done.get(statement.inside or "")
        if outer is not None:
            speaker = [outer.speaker] if outer.speaker else []
            above = [*nearer[outer.statement], *speaker, *own[outer.statement].behind()]
            nearer[identifier] = [*above, *nearer[identifier]]
        whole = [*nearer[identifier], *chain.behind()]
        lines[identifier] = credited.of(identifier, bare=not whole) or lines.get(
            statement.inside or "", ()
        )
        whole = [*lines[identifier], *whole]
        found[identifier] = tuple(dict.fromkeys(a for a in whole if a != attribution.speaker))
    return found


def _bind(scene: Scene, press: frozenset[str], done: Mapping[str, Attribution]) -> dict[str, Chain]:
    """Give every link to the statements of its sentence that it belongs to."""
    chains = {i: Chain(quoter=_quoter(scene, scene.statements[i])) for i in done}
    near = _by_sentence(scene, done)
    sources = sorted({(s.start, s.end) for i in done for s in scene.statements[i].source})
    for number, links in sorted(find_carriers(scene, press).items()):
        for link in links:
            start, end = link.mention.span.start, link.mention.span.end
            open_to = _open_to(link, near.get(number, ()))
            if link.pattern.side == "cited":
                _bind_cited(scene, link, open_to, done, chains, press)
            elif not (link.pattern.lone and _is_source(sources, start, end)):
                for statement in _passed_on(link, open_to, done):
                    chain = chains[statement.id]
                    (chain.told if link.pattern.side == "told" else chain.carried).append(link)
    return chains


def _quoter(scene: Scene, statement: Statement) -> str | None:
    mention = find_quoter(scene, statement)
    actor = scene.cast.actor_at(mention.id) if mention else None
    return actor.id if actor is not None and not is_own_outlet(scene, actor) else None


def _is_source(sources: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a statement's source holds these characters."""
    at = bisect_right(sources, (start, end))
    return any(s <= start and end <= e for s, e in (*sources[max(0, at - 3) : at + 1],))


def _by_sentence(scene: Scene, done: Mapping[str, Attribution]) -> dict[int, list[Statement]]:
    """The statements by the sentence in which their cue stands, in text order."""
    found: dict[int, list[Statement]] = {}
    spoken = [s for i in done if (s := scene.statements[i]).cue or s.source or s.content]
    for statement in sorted(spoken, key=lambda s: (_starts(s), s.id)):
        sentence = scene.parse.sentence_at(_starts(statement))
        if sentence is not None:
            found.setdefault(sentence.i, []).append(statement)
    return found


def _open_to(link: Carrier, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a link's sentence that are near it and do not say it themselves."""
    start, end = link.mention.span.start, link.mention.span.end
    first = bisect_left(statements, start - REACH_CHARS, key=_starts)
    last = bisect_right(statements, end + REACH_CHARS, key=_starts)
    return [s for s in statements[first:last] if not covers(s.content, start, end)]


def _passed_on(
    link: Carrier, open_to: Sequence[Statement], done: Mapping[str, Attribution]
) -> list[Statement]:
    """The statements that a link carried or heard: the nearest one, and its speaker's others."""
    start, end = link.mention.span.start, link.mention.span.end
    open_to = [s for s in open_to if done[s.id].speaker != link.actor and not _speaks(link, s)]
    within = [s for s in open_to if covers(s.source, start, end)]
    # What a relative clause reports stands aside: "writing for X, which found that …, Dorn said".
    main = [s for s in open_to if not (s.source and s.source[0].text.lower() in RELATIVE)]
    at_cue = [s for s in open_to if _distance(link, s) == 0]
    if link.pattern.at_cue and not at_cue:
        return []
    nearest = (
        within or at_cue or sorted(main or open_to, key=lambda s: (_distance(link, s), s.id))[:1]
    )
    first = nearest[:1]
    return first + [
        s
        for s in open_to
        for n in first
        if s is not n
        and _same_source(s, n, done)
        and (link.pattern.sets_scene or _starts(s) > _starts(n))
    ]


def _bind_cited(
    scene: Scene,
    link: Carrier,
    open_to: Sequence[Statement],
    done: Mapping[str, Attribution],
    chains: dict[str, Chain],
    press: frozenset[str],
) -> None:
    """Give Y of "X, citing Y" to X's statement, behind X; or to one that X carried, behind X."""
    citer = find_citer(scene, link)
    carried = False
    for statement in open_to:
        chain = chains[statement.id]
        for links in (chain.carried, chain.cited):
            at = next((n for n, c in enumerate(links) if c.mention == citer), None)
            if at is not None:
                links.insert(at + 1, link)
                carried = True
    if not carried and (bearer := who_cites(scene, link, open_to, done, press)) is not None:
        chains[bearer.id].cited.append(link)


def _speaks(link: Carrier, statement: Statement) -> bool:
    """Whether the name is the statement's own source and nothing else: "the Lantern"."""
    name = link.mention.span
    return any(
        s.start <= name.start and name.end == s.end and name.start - s.start <= len("the ")
        for s in statement.source
    )


def _same_source(left: Statement, right: Statement, done: Mapping[str, Attribution]) -> bool:
    speaker = done[left.id].speaker
    named = speaker is not None and speaker == done[right.id].speaker
    return named or (bool(left.source) and left.source == right.source)


def _starts(statement: Statement) -> int:
    return (statement.cue or statement.source or statement.content)[0].start


def _distance(link: Carrier, statement: Statement) -> int:
    """How far the words of a link stand from a statement's cue, in characters."""
    spans: Iterable[tuple[int, int]] = (
        (s.start, s.end) for s in statement.cue or statement.source or statement.content
    )
    return min(max(start - link.start, link.start - end + 1, 0) for start, end in spans)
