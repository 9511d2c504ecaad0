"""The positions most in need of a person, each with its sentence and the words that settle it.

First those that make a cell, the least sure ahead, at one confidence those whose cell holds words
that do not fit together; then those that make none; last those that the codebook has no issue for.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from onrecord.negotiation.words import effect_of
from onrecord.positions import is_about_positions, latest_placed
from onrecord.presentation.correcting import placed_decisions
from onrecord.presentation.deciding import who_decides
from onrecord.presentation.dossier.lookup import Lookup, gather
from onrecord.presentation.dossier.passages import sentences_in
from onrecord.presentation.questions import (
    check_party,
    names_actor,
    names_issue,
    view_codebook,
)
from onrecord.presentation.results import Results
from onrecord.presentation.rows import ReviewRow
from onrecord.presentation.wording import join_spans
from onrecord.records import Article, Cell, Decision, Position
from onrecord.store import View

LONGEST = 700  # characters of the sentences shown around a position
ID_COPIED = 12  # letters of an id in a command
MAKES, NONE, UNMAPPED = range(3)  # the classes of the queue, in its order


def review_positions(
    view: View,
    *,
    party: str | None = None,
    issue: str | None = None,
    coder: str | None = None,
    blind: bool | None = None,
    limit: int | None = None,
) -> Results[ReviewRow]:
    """The positions that wait for `coder`, those most in need of a person first.

    `blind` asks also for those that others settled, each as the machine read it; False: only for
    those that nobody has settled. None: blind as soon as somebody else has settled one.
    Raises NotOnRecord for a party that nobody on record is.
    """
    lookup = gather(view, view_codebook(view))
    check_party(party, lookup)
    others = _others(view, who_decides(coder))
    blind = bool(others) if blind is None else blind
    conflicts = {
        p: cell.conflict
        for cell in view.all(Cell)
        if cell.conflict and not cell.implied
        for p in cell.positions
    }
    waiting = [
        p
        for p in _unsettled(view, lookup, coder, blind=blind)
        if (party is None or names_actor(party, lookup.actors.get(p.party or "")))
        and (issue is None or _is_on(issue, p, lookup))
    ]
    waiting.sort(
        key=lambda p: (
            _class(p),
            p.confidence,
            p.id not in conflicts,
            lookup.articles[p.article].path,
            p.spans,
            p.id,
        )
    )
    said = f" --by {shlex.quote(coder)}" if coder else ""
    said += " --blind" if blind else ""
    return Results(
        ReviewRow,
        (_row(p, lookup, conflicts, said, others.get(p.id, ())) for p in waiting[:limit]),
    )


def _others(view: View, coder: str) -> dict[str, tuple[str, ...]]:
    """Who else has settled a position, by its id."""
    found: dict[str, tuple[str, ...]] = {}
    for decision in view.all(Decision):
        if is_about_positions(decision) and decision.coder != coder:
            names = {*found.get(decision.target, ()), decision.coder}
            found[decision.target] = tuple(sorted(names))
    return found


def _unsettled(view: View, lookup: Lookup, coder: str | None, *, blind: bool) -> list[Position]:
    placed = placed_decisions(view)
    latest = latest_placed(placed)
    found = [p for p in lookup.positions.values() if p.label == "machine" and p.id not in latest]
    if blind:
        by = who_decides(coder)
        own = {p.decision.target for p in placed if p.decision.coder == by}
        for target in sorted(latest.keys() - own):
            was = latest[target].was
            if was is not None and was.label == "machine":
                found.append(was)
    return found


def _is_on(issue: str, position: Position, lookup: Lookup) -> bool:
    topics = (position.issue, position.step)
    return any(topic is not None and names_issue(issue, topic, lookup) for topic in topics)


def _class(position: Position) -> int:
    if position.issue is None and position.step is None:
        return UNMAPPED
    spoken = position.values or position.step
    return MAKES if spoken and effect_of(position) != "silent" else NONE


def _row(
    position: Position,
    lookup: Lookup,
    conflicts: Mapping[str, str],
    said: str,
    others: tuple[str, ...],
) -> ReviewRow:
    article = lookup.articles[position.article]
    why = ("makes a cell", "makes no cell", "no issue of the codebook")[_class(position)]
    if position.id in conflicts:
        why += f"; {conflicts[position.id]}"
    own = f"position {position.id[:ID_COPIED]}"
    return ReviewRow(
        id=position.id,
        why=why,
        sentence=_sentences(article, position),
        quote=join_spans(position.spans),
        party=lookup.actor(position.party),
        speaker=lookup.actor(position.speaker) or position.party_text,
        about=lookup.actor(position.about),
        act=position.act,
        issue=position.issue or "",
        values=position.values,
        step=position.step or "",
        named=_named(position, lookup),
        conditions=tuple(f"{c.type}: {join_spans((c.span,))}" for c in position.conditions),
        hardness=position.hardness or "",
        polarity=position.polarity,
        modality=position.modality,
        method=position.method,
        confidence=position.confidence,
        path=article.path,
        start=position.spans[0].start,
        settled_by=others,
        decide=(
            f"{own} accept{said}",
            f"{own} reject{said}",
            f"{own} change {' '.join(map(shlex.quote, _as_it_is(position)))}{said}",
        ),
    )


def _named(position: Position, lookup: Lookup) -> str:
    """Issue and values, or the step, by their names."""
    if position.issue is None:
        return lookup.step_name(position.step) if position.step else ""
    values = ", ".join(lookup.value_name(position.issue, v) for v in position.values)
    return lookup.issue_name(position.issue) + (f": {values}" if values else "")


def _as_it_is(position: Position) -> tuple[str, ...]:
    """The fields that are wrong most often, as they read now: to be changed in place."""
    values = f"={'|'.join(position.values)}" if position.values else ""
    topic = f"step={position.step}" if position.step else f"issue={position.issue or 'none'}"
    return f"act={position.act}", topic + (values if position.issue else "")


def _sentences(article: Article, position: Position) -> str:
    """The sentences from the position's first words to its last, as one line."""
    first, last = position.spans[0].start, max(s.end for s in position.spans)
    touched = [(s, e) for s, e in sentences_in(article) if s < last and e > first]
    start, end = (touched[0][0], touched[-1][1]) if touched else (first, last)
    text = " ".join(article.text[start:end].split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
