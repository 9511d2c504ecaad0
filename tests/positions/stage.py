"""A small invented world for the tests: parties under their names, articles of few lines."""

from __future__ import annotations

import re
from functools import cache

from onrecord.actors import Cast
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.positions import Codebook, find_plans, find_positions, load_codebook
from onrecord.records import (
    Actor,
    ActorMention,
    Affiliation,
    Article,
    Attribution,
    Block,
    Plan,
    Position,
    Segment,
    Statement,
    identity,
)
from onrecord.statements import find_statements
from onrecord.times import find_times

# party: its other names; "name>party" below makes a person or body speak for it.
PARTIES = {
    "Ostria": ("Ostrian", "Varn"),
    "Belmark": ("Belmarkian", "Dorn"),
    "Calder": ("Calderian",),
    "Dockers Union": ("Dockers' Union", "the union", "The union"),
    "Hartline": ("the company", "The company"),
    "Green Alliance": ("Greens",),
    "Liberal Party": ("Liberals",),
    "Red Hand": (),
    "Northern League": (),
}
SPEAKERS = {
    "Ilan Kovar": "Ostria",
    "Kovar": "Ostria",
    "Mara Teel": "Belmark",
    "Teel": "Belmark",
    "Joss Arden": "Calder",
    "Arden": "Calder",
    "Lena Brandt": "Dockers Union",
    "Brandt": "Dockers Union",
}
OUTSIDE = {"Harbour Institute": "organization", "Morning Post": "outlet", "Piet Vos": "person"}
SURE = 0.56
TITLES = r"(?:(?:President|Foreign Minister|Minister|Envoy|Mr\.|Ms\.) )?"


def actor_id(name: str) -> str:
    return identity("actor", name)


def _actors() -> dict[str, Actor]:
    found = {}
    for name in PARTIES:
        role = Affiliation(party=actor_id(name), role=None, from_=None, to=None, basis="itself")
        kind = "government" if name in ("Ostria", "Belmark", "Calder") else "organization"
        found[actor_id(name)] = Actor(
            id=actor_id(name), key=name, name=name, kind=kind, speaks_for=(role,)
        )
    for name, party in SPEAKERS.items():
        role = Affiliation(party=actor_id(party), role="x", from_=None, to=None, basis="list")
        found[actor_id(name)] = Actor(
            id=actor_id(name), key=name, name=name, kind="person", speaks_for=(role,)
        )
    for name, kind in OUTSIDE.items():
        found[actor_id(name)] = Actor(id=actor_id(name), key=name, name=name, kind=kind)
    return found


ACTORS = _actors()
NAMES = {n: n for n in (*PARTIES, *SPEAKERS, *OUTSIDE)} | {
    alias: party for party, aliases in PARTIES.items() for alias in aliases
}
NAME = re.compile(
    TITLES + r"\b(" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + r")\b"
)


def article_of(text: str, *, bullets: bool = False) -> Article:
    """An article of one block per line; lines that begin with "- " are bullets."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = "bullet" if line.startswith("- ") else "paragraph"
            begin = start + (2 if kind == "bullet" else 0)
            blocks.append(Block(start=begin, end=start + len(line), kind=kind))
        start += len(line) + 1
    whole = Segment(start=0, length=len(text), raw_start=0, raw_length=len(text))
    return Article(
        id=identity(text), path="test.txt", sha256=identity(text), text=text, raw=text,
        encoding="utf-8", segments=(whole,), blocks=tuple(blocks),
    )  # fmt: skip


def mentions_of(article: Article) -> tuple[tuple[ActorMention, ...], Cast]:
    mentions, links = [], {}
    for match in NAME.finditer(article.text):
        start, end = match.span()
        name = NAMES[match.group(1)]
        mention = ActorMention(
            id=identity("mention", str(start)), article=article.id, span=article.span(start, end),
            form="name", kind=ACTORS[actor_id(name)].kind, name=name,
        )  # fmt: skip
        mentions.append(mention)
        links[mention.id] = actor_id(name)
    return tuple(mentions), Cast(ACTORS, links)


def attributed(
    statements: tuple[Statement, ...], mentions: tuple[ActorMention, ...], cast: Cast
) -> tuple[Attribution, ...]:
    """Each statement to the first actor that its source names."""
    found = []
    for statement in statements:
        actor = None
        for span in statement.source:
            for mention in mentions:
                if span.start < mention.span.end and mention.span.start < span.end:
                    actor = actor or cast.actor_at(mention.id)
        party = cast.party_of(actor.id, None) if actor else None
        found.append(
            Attribution(
                statement=statement.id,
                article=statement.article,
                speaker=actor.id if actor else None,
                speaker_text=statement.source[0].text if statement.source else None,
                party=party,
            )
        )
    return tuple(found)


@cache
def codebook() -> Codebook:
    return load_codebook()


def read(
    text: str, *, light: bool = False, book: Codebook | None = None
) -> tuple[Article, Parse, tuple[Position, ...]]:
    """An article of this text, its parse, its positions."""
    article = article_of(text)
    parse = parse_article(article, light=light)
    mentions, cast = mentions_of(article)
    statements = find_statements(article, parse)
    positions = find_positions(
        article, parse, statements, attributed(statements, mentions, cast), mentions, cast,
        find_times(article, parse), book or codebook(),
    )  # fmt: skip
    return article, parse, positions


def plans(text: str) -> tuple[Plan, ...]:
    article = article_of(text)
    mentions, cast = mentions_of(article)
    return find_plans(article, parse_article(article), mentions, cast, (), codebook())


def cells(text: str, *, light: bool = False) -> list[str]:
    """What a text's positions say, a line each: "Ostria demand ceasefire.scope=general"."""
    _, _, positions = read(text, light=light)
    names = {actor_id(name): name for name in PARTIES}
    found = []
    for p in positions:
        if p.party is None or (p.issue is None and p.step is None):
            continue
        if p.step is None and not p.values and p.confidence < SURE:
            continue  # the matter is named, no value is: never a cell
        what = f"{p.issue}={'|'.join(p.values)}" if p.issue else str(p.step)
        needs = "".join(f" [{c.type} {c.step or c.issue or '?'}]" for c in p.conditions)
        about = f" of {names[p.about]}" if p.about else ""
        found.append(f"{names.get(p.party or '', '?')} {p.act}{about} {what}{needs}")
    return found


def shown(text: str) -> list[str]:
    """Every position of a text, those without an issue too: "Ostria demand | leave the valley"."""
    _, _, positions = read(text)
    names = {actor_id(name): name for name in PARTIES}
    return [
        f"{names.get(p.party or '', '') or p.party_text} {p.act} | {p.object}" for p in positions
    ]
