"""Outlets that articles list as their sources: "Reuters.com", "The Shore"."""

from __future__ import annotations

import re

from onrecord.actors.known import ActorBase, actor_id
from onrecord.actors.spelling import plain
from onrecord.records import Actor

DIGITS = re.compile(r"\d+")
HOST = re.compile(r"^(?:https?://)?(?:www\.)?([\w.-]+?)\.(?:co\.|com\.)?[a-z]{2,6}(?:/.*)?$", re.I)


def cited_outlet(name: str, base: ActorBase) -> Actor:
    """The outlet of this name or host: the base's, else a new one by the name as written."""
    host = HOST.match(name)
    wanted = {squeezed(name), *([squeezed(host[1])] if host else [])}
    for key in sorted(k for k in base.actors if k.startswith("outlet:")):
        known = base.actors[key]
        if wanted & {squeezed(n) for n in (known.name, *known.aliases)}:
            return Actor(
                id=actor_id(key),
                key=key,
                name=known.name,
                kind="outlet",
                aliases=(name,) if name != known.name else (),
                wikidata=known.wikidata,
            )
    key = f"outlet:{plain(name)}"
    return Actor(id=actor_id(key), key=key, name=name, kind="outlet")


def squeezed(name: str) -> str:
    """A name's letters and digits, without "the": "The New York Times" and nytimes stay two."""
    letters = plain(name).removeprefix("the ").replace(" ", "")
    return "".join([letters, *DIGITS.findall(name)])
