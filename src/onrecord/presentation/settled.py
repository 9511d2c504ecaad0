"""What people decided about positions, in words for a reader."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.positions import Told, latest_placed, read_told
from onrecord.presentation.correcting import placed_decisions
from onrecord.presentation.wording import join_spans, say_code
from onrecord.records import Article, Decision, Position, in_time
from onrecord.store import View


def say_settled(decision: Decision, article: Article | None) -> str:
    """What a decision on a position says, and of which words. `article` is None off the record."""
    new, old = read_told(decision.new), read_told(decision.old)
    told = new or old
    if told is None:  # refused when it is made or taken over
        return decision.action
    path = article.path if article is not None else told.path
    where = f"“{_short(join_spans(told.position.spans))}” ({path} at {decision.raw_start or 0})"
    if new is None:
        return f"{where} is no position: {say_told(told)}"
    if decision.action == "change" and old is not None:
        changes = "; ".join(_differences(old, new)) or "as it was read"
        return f"{where} reads {changes}"
    done = "added" if old is None else "accepted"
    return f"{where} {done}: {say_told(new)}"


def say_told(told: Told) -> str:
    """A position in one line: whose, act, issue and value."""
    position = told.position
    who = told.party.name if told.party else "unknown"
    about = f" of {told.about.name}" if told.about else ""
    needs = "".join(f" [{say_code(c.type)}]" for c in position.conditions)
    return f"{who} {say_code(position.act)}{about} {_topic(position)}{needs}"


def settled_beside(view: View, position_id: str) -> dict[str, str] | None:
    """Who settled a position, when and how, and what the machine read; None where nobody did."""
    latest = latest_placed(placed_decisions(view)).get(position_id)
    if latest is None:
        return None
    decision = latest.decision
    old = read_told(decision.old)
    earlier = sorted(
        (p.decision for p in placed_decisions(view) if p.decision.target == position_id),
        key=in_time,
    )[:-1]
    return {
        "settled": f"{decision.action} by {decision.coder}, {decision.at[:16].replace('T', ' ')}",
        "says": say_settled(decision, view.articles.get(decision.article or "")),
        "note": decision.note,
        "machine": say_told(old) if old is not None and old.position.label == "machine" else "",
        "before": "; ".join(f"{d.action} by {d.coder}, {d.at[:10]}" for d in earlier),
        "told": "; ".join(latest.gone),
    }


def _topic(position: Position) -> str:
    values = f"={'|'.join(position.values)}" if position.values else ""
    return f"{position.issue}{values}" if position.issue else position.step or "(no issue)"


def _differences(old: Told, new: Told) -> Iterator[str]:
    """Yield each field in which two readings differ: "act demand → reject"."""
    pairs = {
        "party": (old.party and old.party.name, new.party and new.party.name),
        "speaker": (old.speaker and old.speaker.name, new.speaker and new.speaker.name),
        "about": (old.about and old.about.name, new.about and new.about.name),
        "act": (old.position.act, new.position.act),
        "issue": (old.position.issue, new.position.issue),
        "values": ("|".join(old.position.values), "|".join(new.position.values)),
        "step": (old.position.step, new.position.step),
        "conditions": (_types(old.position), _types(new.position)),
        "hardness": (old.position.hardness, new.position.hardness),
        "polarity": (old.position.polarity, new.position.polarity),
        "modality": (old.position.modality, new.position.modality),
    }
    for name, (before, after) in pairs.items():
        if before != after:
            yield f"{name} {before or 'none'} → {after or 'none'}"


def _types(position: Position) -> str:
    return ", ".join(f"{c.type}: {join_spans((c.span,))}" for c in position.conditions)


def _short(words: str, most: int = 90) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
