"""The actors of a record: who they are, what is doubtful, what people decided about them."""

from __future__ import annotations

import shlex
from collections import Counter, defaultdict

from onrecord.actors import (
    Doubt,
    find_doubts,
    is_about_actors,
    read_who,
    suggest_parties,
    unplaced,
)
from onrecord.engines.settings import load_base_of, stored_settings
from onrecord.errors import NotOnRecord
from onrecord.positions import is_about_positions
from onrecord.presentation.correcting import placed_decisions
from onrecord.presentation.questions import names_actor
from onrecord.presentation.results import Results
from onrecord.presentation.rows import ActorRow, DecisionRow, DoubtRow
from onrecord.presentation.settled import say_settled
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
    Affiliation,
    Article,
    Attribution,
    Decision,
    Position,
    identity,
    in_time,
)
from onrecord.store import View
from onrecord.times import is_about_dates

NOBODY = "nobody"
NOTHING = "nothing here answers to it"
MIN_UNDO = 6  # letters of a decision's id: fewer are a slip of the finger


def actors(
    view: View,
    *,
    name: str | None = None,
    kind: str | None = None,
    party: str | None = None,
) -> Results[ActorRow]:
    """The actors on record, the most often named first; a name matches whole words of theirs."""
    known = {actor.id: actor for actor in view.all(Actor)}
    mentions: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    for link in view.all(ActorLink):
        mentions[link.actor] += 1
        articles[link.actor].add(link.article)
    spoken = Counter(a.speaker for a in view.all(Attribution) if a.speaker)
    chosen = [
        actor
        for actor in known.values()
        if (name is None or names_actor(name, actor))
        and (kind is None or actor.kind == kind)
        and (party is None or any(names_actor(party, known.get(p)) for p in _parties(actor)))
    ]
    chosen.sort(key=lambda a: (-mentions[a.id], a.name, a.id))
    return Results(
        ActorRow,
        (
            ActorRow(
                id=actor.id,
                name=actor.name,
                kind=actor.kind,
                aliases=actor.aliases,
                parties=tuple(known[p].name for p in _parties(actor) if p in known),
                roles=tuple(_said_role(a) for a in actor.speaks_for if a.party != actor.id),
                wikidata=actor.wikidata or "",
                mentions=mentions[actor.id],
                articles=len(articles[actor.id]),
                statements=spoken[actor.id],
            )
            for actor in chosen
        ),
    )


def _parties(actor: Actor) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.party for a in actor.speaks_for))


def _said_role(affiliation: Affiliation) -> str:
    """A role with its dates and how it is known."""
    since = f" since {affiliation.from_}" if affiliation.from_ else ""
    until = f" until {affiliation.to}" if affiliation.to else ""
    return f"{affiliation.role or 'speaks for it'}{since}{until} ({affiliation.basis})"


def review(view: View) -> Results[DoubtRow]:
    """What is doubtful among the actors and not decided, the most often named first."""
    mentions = Counter(link.actor for link in view.all(ActorLink))
    base = load_base_of(stored_settings(view).parties)
    known = tuple(view.all(Actor))
    names = Counter(actor.name for actor in known)
    doubts = find_doubts(known, mentions, base, view.all(Decision))
    return Results(DoubtRow, (_doubt_row(doubt, names) for doubt in doubts))


def _doubt_row(doubt: Doubt, names: Counter[str]) -> DoubtRow:
    def word(actor: Actor) -> str:
        plain_name = names[actor.name] == 1 and actor.name.isprintable()
        return _quoted(actor.name if plain_name else actor.id[:12])

    right = doubt.right.name if doubt.right else doubt.name
    if doubt.right is not None:
        pairs = [(left, doubt.right) for left in (doubt.left, *doubt.others)]
        answers = [f"same {word(a)} {word(b)}" for a, b in pairs]
        answers += [f"apart {word(a)} {word(b)}" for a, b in pairs]
    elif doubt.name:
        answers = [f"apart {word(doubt.left)} {_quoted(doubt.name)}"]
    else:
        answers = []
    return DoubtRow(
        question=doubt.question,
        left=" / ".join(a.name for a in (doubt.left, *doubt.others)),
        right=right,
        closeness=doubt.closeness,
        reason=doubt.reason,
        mentions=doubt.mentions,
        decide=tuple(answers),
        left_id=doubt.left.id,
        right_id=doubt.right.id if doubt.right else "",
    )


def _quoted(words: str) -> str:
    """Words as one argument of a shell command."""
    return shlex.quote(words)


def parties_text(view: View) -> str:
    """The text of a first parties.yaml for the corpus."""
    mentions = Counter(link.actor for link in view.all(ActorLink))
    holders = Counter(p.speaker for p in view.all(Position) if p.party is None and p.speaker)
    base = load_base_of(stored_settings(view).parties)
    return suggest_parties(view.all(Actor), mentions, base, holders)


def decisions(view: View) -> Results[DecisionRow]:
    """The decisions on record, oldest first."""
    made = sorted(view.all(Decision), key=in_time)
    places: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
    for article in {d.article for d in made if d.article is not None}:
        for m in view.all(ActorMention, article=article):
            places[article].add((article, m.span.raw_start or 0, m.span.raw_end or 0))
    lost = set(unplaced(made, view.all(Actor), places))
    lost |= {d for d in made if is_about_dates(d) and view.get(Article, d.target) is None}
    why = dict.fromkeys(lost, NOTHING)
    for placed in placed_decisions(view):
        why[placed.decision] = placed.lost or "; ".join(placed.gone)
        lost |= {placed.decision} if placed.lost else set()
    return Results(
        DecisionRow,
        (
            DecisionRow(
                id=decision_id(decision),
                says=_say(view, decision),
                coder=decision.coder,
                at=decision.at,
                note=decision.note,
                placed=decision not in lost,
                why=why.get(decision, ""),
            )
            for decision in made
        ),
    )


def decision_id(decision: Decision) -> str:
    """An id to take the decision back by."""
    d = decision
    return identity("decision", d.target, d.field, d.coder, d.at)


def _say(view: View, decision: Decision) -> str:
    if is_about_dates(decision):
        article = view.articles.get(decision.target)
        where = article.path if article else f"{decision.target[:12]}, which is not on record,"
        return f"{where} was published {decision.new}"
    if is_about_positions(decision):
        return say_settled(decision, view.articles.get(decision.article or ""))
    if not is_about_actors(decision):
        return f"{decision.field}: {decision.old} → {decision.new}"
    old, new = read_who(decision.old), read_who(decision.new)
    left, right = (old.name if old else NOBODY), (new.name if new else NOBODY)
    if decision.article is not None:
        return f"{_passage(view, decision)} means {right}" + f", not {left}" * (left != right)
    if decision.field == "apart":
        return f"{right} is not {left}"
    return f"{left} is shown as {right}" if decision.field == "name" else f"{left} is {right}"


def _passage(view: View, decision: Decision) -> str:
    """The words that a decision on a passage is about, with their article."""
    article = view.articles.get(decision.article or "")
    start, end = decision.raw_start or 0, decision.raw_end or 0
    if article is None:
        return f"a passage of {(decision.article or '')[:12]}, which is not on record,"
    return f"“{' '.join(article.raw[start:end].split())}” ({article.path} at {start})"


def decision_named(view: View, beginning: str) -> Decision:
    """The one decision whose id begins so. Raises NotOnRecord."""
    if len(beginning) < MIN_UNDO:
        raise NotOnRecord(
            f"{beginning}: give {MIN_UNDO} letters of the id; see `onrecord decisions`"
        )
    found = [d for d in view.all(Decision) if decision_id(d).startswith(beginning)]
    if len(found) != 1:
        how_many = "no decision has" if not found else f"{len(found)} decisions have"
        raise NotOnRecord(f"{beginning}: {how_many} this id; see `onrecord decisions`")
    return found[0]
