"""What a person says of a position, in words, as a decision; and what is refused, and why.

A person accepts a position, changes fields of it, rejects it, or adds one on words of an article.
Every value is checked against the codebook and the actors of the record; a word that is not there
is told with those that are near it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from onrecord.engines.local import article_named
from onrecord.engines.settings import stored_settings
from onrecord.errors import DecisionsError, NotOnRecord
from onrecord.negotiation.spelling import did_you_mean
from onrecord.positions import (
    Placed,
    as_told,
    is_about_positions,
    latest_placed,
    place_decisions,
    position_decision,
)
from onrecord.positions.decided import ADDED
from onrecord.presentation.deciding import check_words, now, who_decides
from onrecord.presentation.position_fields import Desk, changed, words_in
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
    Article,
    Attribution,
    Decision,
    Position,
    Span,
    Statement,
    identity,
)
from onrecord.store import View
from onrecord.store.decisions import MAX_LETTERS

Verdict = Literal["accept", "change", "reject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A position as it stands for whoever judges it.

    `standing` is None where it was rejected; `was` is what the machine read, None where a person
    added it.
    """

    target: str
    article: Article
    standing: Position | None
    was: Position | None


def judge_position(
    view: View,
    target: str,
    verdict: Verdict,
    changes: Mapping[str, str],
    coder: str | None,
    note: str,
    *,
    blind: bool = False,
) -> Decision:
    """The decision on the position with this id, or the beginning of one.

    `blind` judges what the machine read, whatever people decided on it. Raises NotOnRecord for an
    id that is not there, DecisionsError for what cannot be meant.
    """
    by, at = who_decides(coder), now()
    check_words(note, MAX_LETTERS)
    if verdict not in get_args(Verdict):
        raise DecisionsError(
            f"{verdict!r}: say accept, change or reject" + did_you_mean(verdict, get_args(Verdict))
        )
    if bool(changes) != (verdict == "change"):
        raise DecisionsError("change needs FIELD=VALUE, and accept and reject take none")
    judged = judged_position(view, target)
    base = judged.was if blind else judged.standing
    if base is None:
        raise DecisionsError(
            f"{target}: a person added it, there is no reading of the machine's to judge"
            if blind
            else f"{target}: was rejected; take that back by `onrecord decisions --undo` first"
        )
    desk = Desk(view, stored_settings(view).load_codebook(), judged.article)
    read = replace(judged.was or base, id=judged.target)
    new = None if verdict == "reject" else changed(base, changes, desk)
    if verdict == "change" and new == base:
        raise DecisionsError(f"{target}: reads so already")
    actors = {actor.id: actor for actor in view.all(Actor)}
    path = judged.article.path
    return position_decision(
        judged.target,
        verdict,
        _short_enough(as_told(read, path, actors)),
        _short_enough(as_told(new, path, actors)) if new is not None else None,
        base,
        by,
        at,
        note,
    )


def add_position(
    view: View,
    article: str,
    words: str,
    fields: Mapping[str, str],
    coder: str | None,
    note: str,
) -> Decision:
    """The decision that these words of an article hold a position with these fields.

    `fields` must name party and act. Raises NotOnRecord, DecisionsError.
    """
    by, at = who_decides(coder), now()
    check_words(note, MAX_LETTERS)
    missing = [name for name in ("party", "act") if not fields.get(name)]
    if missing:
        raise DecisionsError(f"a position needs {' and '.join(missing)}")
    found = article_named(view, article)
    desk = Desk(view, stored_settings(view).load_codebook(), found)
    span = words_in(found, words)
    start = _bare(desk, span)
    made = changed(start, {"party": fields["party"], **fields}, desk)
    made = _in_whose_words(made, desk, speaker_given="speaker" in fields)
    actors = {actor.id: actor for actor in view.all(Actor)}
    party = actors[made.party].key if made.party else ""
    where = f"{span.start}:{span.end}"
    target = identity(
        "position", found.id, where, ADDED, made.act, party, made.issue or made.step or ""
    )
    if any(d.target == target for d in view.all(Decision) if is_about_positions(d)):
        raise DecisionsError(f"{target[:12]}: this position was added already; change or undo it")
    told = _short_enough(as_told(made, found.path, actors))
    return position_decision(target, "add", None, told, made, by, at, note)


def placed_decisions(view: View) -> tuple[Placed, ...]:
    """Every decision on a position, where it stands on this record."""
    made = [d for d in view.all(Decision) if is_about_positions(d)]
    if not made:
        return ()
    codebook = stored_settings(view).load_codebook()
    return place_decisions(made, view.all(Article), view.all(Actor), codebook)


def judged_position(view: View, beginning: str) -> Judged:
    """The one position whose id begins so, as decisions have it, drawn already or not.

    Raises NotOnRecord.
    """
    latest = latest_placed(placed_decisions(view))
    read = {p.id: p for p in view.all(Position) if p.id.startswith(beginning)}
    ids = {t for t in (*latest, *read) if t.startswith(beginning)} if beginning else set()
    if len(ids) != 1:
        how_many = "no position has" if not ids else f"{len(ids)} positions have"
        raise NotOnRecord(f"{beginning}: {how_many} this id; see `onrecord positions`")
    (target,) = ids
    placed = latest.get(target)
    if placed is None:
        position = read[target]
        was = position if position.label == "machine" else None
        return Judged(
            target=target, article=view.articles[position.article], standing=position, was=was
        )
    if placed.lost:
        raise NotOnRecord(f"{beginning}: {placed.lost}")
    was = placed.was if placed.was is not None and placed.was.label == "machine" else None
    at = placed.position or placed.was
    article = view.articles[at.article if at is not None else ""]
    return Judged(target=target, article=article, standing=placed.position, was=was)


def rejected_positions(view: View) -> tuple[Position, ...]:
    """The positions that people rejected, as they read before, their label "human"."""
    latest = latest_placed(placed_decisions(view))
    return tuple(
        replace(p.was, id=t, label="human", method=f"rejected by {p.decision.coder}")
        for t, p in latest.items()
        if p.rejected and p.was is not None
    )


def _short_enough(told: str) -> str:
    if len(told) > MAX_LETTERS:
        raise DecisionsError(
            f"the position is longer than {MAX_LETTERS:,} letters; add a shorter one"
        )
    return told


def _bare(desk: Desk, span: Span) -> Position:
    """A position on these words of which nothing is known yet."""
    return Position(
        id="",
        article=desk.article.id,
        spans=(span,),
        voice="reporter",
        statements=(),
        party=None,
        party_text="",
        speaker=None,
        about=None,
        issue=None,
        values=(),
        step=None,
        act="demand",
        object=" ".join(span.text.split()),
        method=ADDED,
        label="human",
    )


def _in_whose_words(position: Position, desk: Desk, *, speaker_given: bool) -> Position:
    """The position with who says it and when, by the statement that holds its words."""
    span = position.spans[0]
    holding = [
        s
        for s in desk.view.all(Statement, article=desk.article.id)
        if any(c.start < span.end <= c.end for c in s.content)
    ]
    holding.sort(key=lambda s: (sum(c.end - c.start for c in s.content), s.id))
    said = next(desk.view.all(Attribution, statement=holding[0].id), None) if holding else None
    names = _words_for(position.party, desk, span)
    position = replace(position, party_text=names)
    if said is None or said.party != position.party:
        return position
    speaker = position.speaker if speaker_given else said.speaker
    return replace(position, speaker=speaker, said=said.said, voice="party")


def _words_for(party: str | None, desk: Desk, span: Span) -> str:
    """The article's own words for a party, within the span if they stand there, else its name."""
    links = {m.mention: m.actor for m in desk.view.all(ActorLink, article=desk.article.id)}
    for mention in desk.view.all(ActorMention, article=desk.article.id):
        inside = span.start <= mention.span.start and mention.span.end <= span.end
        if inside and links.get(mention.id) == party:
            return mention.span.text
    actor = desk.view.get(Actor, party) if party else None
    return actor.name if actor else ""
