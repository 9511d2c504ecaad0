"""A sheet for a judge: `python -m benchmarks.actors RECORD -o SHEET [--frequent N] [--random N]`.

The most often named actors of a record, and others drawn by a hash of their ids from the rest,
each with all its names, some passages, and the other actors that share a word with it. A reader
who has not seen the code marks each: clean, junk (no actor), split (a part of it stands elsewhere),
merged (two actors in one). Unnamed sources are no actors to be judged. The sheet holds words of the
articles: it stays outside the project.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.records import Actor, ActorLink, ActorMention, identity
from onrecord.store import View

PASSAGES = 10  # a judged actor's
AROUND = 90  # characters on each side of a mention
OTHERS = 12  # actors that share a word


def sheet(view: View, frequent: int, drawn: int) -> Iterator[dict[str, Any]]:
    """Yield one entry an actor: the frequent ones first, then those drawn."""
    links: dict[str, list[ActorLink]] = defaultdict(list)
    for link in view.all(ActorLink):
        links[link.actor].append(link)
    actors = [a for a in view.all(Actor) if a.kind != "unnamed" and links[a.id]]
    actors.sort(key=lambda a: (-len(links[a.id]), a.id))
    rest = sorted(actors[frequent:], key=lambda a: identity("drawn", a.id))
    by_word: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        for word in _words(actor):
            by_word[word].append(actor)
    for number, actor in enumerate((*actors[:frequent], *rest[:drawn])):
        near = {a.id: a for word in _words(actor) for a in by_word[word] if a.id != actor.id}
        others = sorted(near.values(), key=lambda a: (-len(links[a.id]), a.id))[:OTHERS]
        yield {
            "id": f"{'frequent' if number < frequent else 'drawn'}-{number + 1}",
            "name": actor.name,
            "kind": actor.kind,
            "names": [actor.name, *actor.aliases],
            "mentions": len(links[actor.id]),
            "passages": list(_passages(view, links[actor.id], PASSAGES)),
            "others_that_share_a_word": [
                {
                    "name": other.name,
                    "kind": other.kind,
                    "mentions": len(links[other.id]),
                    "passages": list(_passages(view, links[other.id], 2)),
                }
                for other in others
            ],
        }


def _words(actor: Actor) -> set[str]:
    names = " ".join((actor.name, *actor.aliases))
    return {word for word in names.split() if len(word) > 2 and word[0].isupper()}


def _passages(view: View, links: list[ActorLink], most: int) -> Iterator[str]:
    """Yield passages from as many articles as there are, the names before the pronouns."""
    found = []
    seen: dict[str, int] = defaultdict(int)
    for link in links:
        mention = view.get(ActorMention, link.mention)
        if mention is not None:
            found.append((mention.form != "name", seen[mention.article], mention))
            seen[mention.article] += 1
    found.sort(key=lambda f: (f[1], f[0], f[2].id))
    for _, _, mention in found[:most]:
        text = view.articles[mention.article].text
        start, end = mention.span.start, mention.span.end
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        yield " ".join(f"{before}[[{mention.span.text}]]{after}".split())


def main() -> None:
    """Write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--frequent", type=int, default=100)
    parser.add_argument("--random", type=int, default=100)
    args = parser.parse_args()
    with View(args.record) as view, args.out.open("w", encoding="utf-8") as out:
        for entry in sheet(view, args.frequent, args.random):
            out.write(json.dumps(entry, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
