"""What the flow finds in one gold article. The extractor is called here and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.actors import load_base
from onrecord.language.encoding import Encoding
from onrecord.language.english import load_parser, parse_article
from onrecord.language.parse import Parse
from onrecord.language.weights import encode_article, load_model
from onrecord.pipeline import FLOW, Base, Cast, Gazetteer, run_stages
from onrecord.places import load_places
from onrecord.records import Actor, ActorMention, Article, Attribution, Decision, Statement
from onrecord.statements import find_statements

Encode = Callable[[Article], Encoding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The statements of an article; their chains of actors where they were asked for.

    `names` are what the article and the base call an actor, by its id; its own name first.
    """

    statements: tuple[Statement, ...]
    chains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seconds_parse: float = 0.0
    seconds_find: float = 0.0


def encoder_of(*, light: bool) -> Encode:
    """What encodes articles in this mode; the light one does not. Raises ModelUnreadable."""
    if light:
        return lambda _: None
    load_parser()  # now, so that loading counts as nobody's time
    load_model()
    return encode_article


def read_statements(article: Article, encode: Encode, *, light: bool) -> Reading:
    """The statements alone, with the time they took; the encoding's is part of finding them."""
    start = time.perf_counter()
    parse = parse_article(article, light=light)
    between = time.perf_counter()
    found = find_statements(article, parse, encode(article))
    return Reading(
        statements=found,
        seconds_parse=between - start,
        seconds_find=time.perf_counter() - between,
    )


def read_chains(article: Article, encode: Encode, *, light: bool) -> Reading:
    """The statements with through whom each came, by the flow as it runs for a record of one."""
    known: dict[Any, Any] = {
        Article: article,
        Decision: (),
        Parse: parse_article(article, light=light),
        Encoding: encode(article),
        Base: load_base(),
        Gazetteer: load_places(),
    }
    for stage in FLOW:
        given = known if stage.per == "article" else {**known, Article: (article,)}
        run_stages((stage,), given)
        known.update((kind, given[kind]) for kind in stage.writes)
        if Attribution in stage.writes:
            break
    return Reading(
        statements=known[Statement],
        chains={a.statement: a.via for a in known[Attribution]},
        names=_names(known[Actor], known[ActorMention], known[Cast]),
    )


def _names(
    actors: tuple[Actor, ...], mentions: tuple[ActorMention, ...], cast: Cast
) -> dict[str, tuple[str, ...]]:
    found = {actor.id: set(actor.aliases) for actor in actors}
    for mention in mentions:
        if (actor := cast.actor_at(mention.id)) is not None:
            found[actor.id] |= {mention.span.text, mention.name or actor.name}
    return {a.id: (a.name, *sorted(found[a.id] - {a.name})) for a in actors}
