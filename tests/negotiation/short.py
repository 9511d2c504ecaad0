"""Positions in one line, for tables of cases."""

from __future__ import annotations

import datetime as dt
from typing import Any

from onrecord.records import Article, Block, Condition, Interval, Position, Span, identity

TEXT = "Invented words that stand for whatever a party may have said on the matter."
ARTICLE = Article(
    id="a1",
    path="a1.txt",
    sha256="a1",
    text=TEXT,
    raw=TEXT,
    encoding="utf-8",
    segments=(),
    blocks=(Block(start=0, end=len(TEXT), kind="paragraph"),),
)
SPAN: Span = ARTICLE.span(0, 14)


def when(text: str | None) -> Interval | None:
    """ "2031-05-03" is that day, "2031-05" that month, None is unknown."""
    if text is None:
        return None
    if len(text) == 10:
        start = dt.date.fromisoformat(text)
        return Interval(start=start, end=start + dt.timedelta(days=1), precision="day", basis="t")
    start = dt.date.fromisoformat(f"{text}-01")
    end = (start + dt.timedelta(days=32)).replace(day=1)
    return Interval(start=start, end=end, precision="month", basis="t")


def pos(line: str, **fields: Any) -> Position:
    """ "Norland demand ceasefire.scope=general 2031-05-03": a position; the rest by keyword.

    Without "=" the third word is a step; "-" is nothing. The time may be left out.
    """
    party, act, matter, *said = line.split()
    issue, equals, values = matter.partition("=")
    taken: dict[str, Any] = {
        "article": "a1",
        "voice": "party",
        "statements": (),
        "party": None if party == "-" else party,
        "party_text": party,
        "speaker": None,
        "about": None,
        "issue": issue if equals else None,
        "values": tuple(v for v in values.split("|") if v),
        "step": None if equals or matter == "-" else matter,
        "said": when(said[0] if said else None),
    }
    taken |= fields
    return Position(
        id=fields.get("id") or identity(line, *(f"{k}={v}" for k, v in sorted(fields.items()))),
        spans=(SPAN,),
        act=act,  # type: ignore[arg-type]
        **{k: v for k, v in taken.items() if k != "id"},
    )


def cond(
    matter: str, kind: str = "only_after", timing: str | None = "before", group: int = 0
) -> Condition:
    """The condition that a step, or "issue=value", comes first."""
    issue, equals, value = matter.partition("=")
    return Condition(
        group=group,
        type=kind,  # type: ignore[arg-type]
        party=None,
        issue=issue if equals else None,
        value=value if equals else None,
        step=None if equals else matter,
        timing=timing,  # type: ignore[arg-type]
        span=SPAN,
    )
