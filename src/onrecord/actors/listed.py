"""What the bundled lists say of each token: clues for `language.naming`, by the base of actors."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.actors.given_names import is_given
from onrecord.actors.governments import services_of
from onrecord.actors.known import ActorBase
from onrecord.actors.spelling import fold
from onrecord.actors.words import ORGANIZATION_WORDS, PLACE_WORDS
from onrecord.language.parse import Parse, Token
from onrecord.records import Article

WORD = re.compile(r"[^\W_]+")
LONGEST_NAME = 4  # words of a person's full name


def listed_names(
    article: Article, parse: Parse, base: ActorBase, within: Collection[int] | None = None
) -> list[set[str]]:
    """For each token the clues of the base, the given names, the roles and the lists of words.

    `within` are the indices of the sentences that are looked at, None for all; tokens of others
    have no clues.
    """
    found: list[set[str]] = [set() for _ in parse.tokens]
    for sentence in parse.sentences:
        if within is not None and sentence.i not in within:
            continue
        tokens = parse.tokens_of(sentence)
        for token in tokens:
            found[token.i] |= _of_word(token.text, base)
        for match in WORD.finditer(article.text, tokens[0].start, tokens[-1].end):
            for surface, clue in _surfaces(article.text, match, base):
                named = parse.between(match.start(), match.start() + len(surface))
                for n, token in enumerate(named):
                    found[token.i].add(f"{'I' if n else 'B'}-{clue}")
        for first, last in find_served(tokens, base):
            for at in range(first, last):
                found[at].add("served")
    return found


def _surfaces(text: str, match: re.Match[str], base: ActorBase) -> list[tuple[str, str]]:
    """The longest surface of the base that begins at a word, with a clue for each reading."""
    found: list[tuple[str, str]] = []
    for surface, reading in base.surfaces.get(match.group(), ()):
        if found and surface != found[0][0]:
            break
        end = match.start() + len(surface)
        if text.startswith(surface, match.start()) and not text[end : end + 1].isalnum():
            found.append((surface, f"{reading.form}:{base.actors[reading.key].kind}"))
    return found


def _of_word(word: str, base: ActorBase) -> set[str]:
    """What lists of single words say of one."""
    found: set[str] = set()
    role = base.roles.get(word.lower()) or base.roles.get(word.lower().removesuffix("s"))
    if role:
        found.add(f"role:{role[1]}")
    if word[0].isupper():
        listed = {
            "given": fold(word) in base.given,
            "rare given": is_given(word),
            "surname": bool(base.namesakes(word)),
            "body": word in ORGANIZATION_WORDS,
            "place": word in PLACE_WORDS,
        }
        found |= {name for name, holds in listed.items() if holds}
    return found


def find_served(tokens: Sequence[Token], base: ActorBase) -> list[tuple[int, int]]:
    """Tokens `[first, last)` of a sentence that name someone in full who held an office."""
    found = []
    for at, token in enumerate(tokens):
        for size in range(2, min(LONGEST_NAME, len(tokens) - at) + 1):
            words = [t.text for t in tokens[at : at + size]]
            if not words[0][0].isupper() or not words[-1][0].isupper():
                continue
            name = " ".join(words)
            known = base.named(name)
            if (known is not None and known.kind == "person") or services_of([name]):
                found.append((token.i, token.i + size))
    return found
