"""In whose words a token stands: the innermost statement around it, and its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.actors import Cast
from onrecord.language.parse import Parse
from onrecord.positions.holders import NEVER_A_PARTY
from onrecord.records import Actor, ActorMention, Attribution, Interval, Statement

# A paper's correction of itself: what the first print said stands no longer.
TAKEN_BACK = re.compile(
    r"\b(?:earlier|previous|prior|original|first|initial) version\b|\bour (?:earlier )?report\b",
    re.I,
)
ROLES = 500  # characters of an actor's titles in one article
WARNING = re.compile(r"\b(?:warn|threaten)", re.I)
DOCUMENT = re.compile(r"\b(?:statement|communiqu\w+|documents?|letter|text|transcript)\b", re.I)


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement that words stand in, and who makes it; `standing` says what that is worth.

    "party": a party's own words; "itself": one who speaks for nobody else, and votes or decides, a
    lawmaker or a movement; "unnamed": nobody is named; "outlet": a paper passes it on;
    "document": a statement, a text; "outside": an institute, an analyst, somebody who speaks for
    no party. `warns`: the words are told as a warning; `takes_part`: nobody is
    named, but officials, lawmakers, a side of the talks speak.
    """

    statement: str
    speaker: str | None
    party: str | None
    party_name: str
    text: str
    standing: str
    said: Interval | None
    warns: bool
    direct: bool
    takes_part: bool = False


class Voices:
    """The voice at each token of an article."""

    def __init__(
        self,
        parse: Parse,
        statements: Iterable[Statement],
        attributions: Iterable[Attribution],
        cast: Cast,
        mentions: Iterable[ActorMention] = (),
    ) -> None:
        by_statement = {a.statement: a for a in attributions}
        roles: dict[str, str] = {}
        for mention in mentions:
            actor = cast.actor_at(mention.id)
            if actor is not None and not mention.former:
                roles[actor.id] = f"{roles.get(actor.id, '')} {mention.role or ''}"[:ROLES]
        self._at: dict[int, Voice] = {}
        sized = sorted(
            statements,
            key=lambda s: (-sum(c.end - c.start for c in s.content), s.id),
        )
        for statement in sized:  # the larger first, so that the innermost remains
            if statement.negated:
                continue
            voice = _voice(statement, by_statement.get(statement.id), cast, roles)
            for span in statement.content:
                for token in parse.between(span.start, span.end):
                    self._at[token.i] = voice

    def at(self, token: int) -> Voice | None:
        """The voice of the token with this index; None: the reporter's own."""
        return self._at.get(token)


def _takes_part(words: str, speaker: Actor) -> bool:
    """Whether one who speaks for no party can still grant or refuse: a lawmaker, a movement."""
    return speaker.kind != "person" or not NEVER_A_PARTY.search(words)


TAKES_PART = re.compile(
    r"\b(?:officials?|diplomats?|lawmakers?|senators?|leaders?|ministers?|ministry|governments?"
    r"|administration|negotiators?|republicans?|democrats?|party|parties|union|protesters?|rebels?"
    r"|spokes(?:man|woman|person)|sides?|aides?|envoys?|authorities|military|army|group)\b",
    re.I,
)


def _voice(
    statement: Statement,
    attribution: Attribution | None,
    cast: Cast,
    roles: Mapping[str, str],
) -> Voice:
    speaker = cast.actors.get(attribution.speaker) if attribution and attribution.speaker else None
    party = cast.actors.get(attribution.party) if attribution and attribution.party else None
    words = attribution.speaker_text if attribution else None
    source = words or (statement.source[0].text if statement.source else "")
    if TAKEN_BACK.search(source):
        standing = "outside"
    elif party is not None:
        standing = "party"
    elif NEVER_A_PARTY.search(words or ""):
        standing = "outside"
    elif (
        speaker is not None
        and speaker.kind in ("person", "organization", "group")
        and (_takes_part(f"{words} {roles.get(speaker.id)}", speaker))
    ):
        standing = "itself"
    elif speaker is None or speaker.kind == "unnamed":
        standing = "document" if DOCUMENT.search(words or "") else "unnamed"
    else:
        standing = "outlet" if speaker.kind == "outlet" else "outside"
    return Voice(
        statement=statement.id,
        speaker=speaker.id if speaker else None,
        party=party.id if party else None,
        party_name=party.name if party else "",
        text=source,
        standing=standing,
        said=attribution.said if attribution else None,
        direct=statement.kind == "direct",
        takes_part=standing == "unnamed" and bool(TAKES_PART.search(words or "")),
        warns=any(WARNING.search(cue.text) for cue in statement.cue),
    )
