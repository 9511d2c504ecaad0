"""What tells of a token whether it is part of a name, and of which class: plain words, no model.

A clue is a string: a kind and a value ("w:party", "e:B-ORG"). Those of neighbours come with how far
they are ("-1|w:former"). `listed` are clues that the caller knows of tokens by lists of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.language.parse import Parse, Sentence, Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CAPITALS, SMALL, DIGITS = re.compile("[A-Z]+"), re.compile("[a-z]+"), re.compile(r"\d+")
# Small words that join the parts of one name: "Society for the Care of Ferrymen".
JOINING = _words("of the for and de la del di in to 's ' - ’s ’ du des von van al")
MOST_JOINING = 3  # of them in a row
# Words that tell what a name of several words is.
TELLING = _words(
    """
    party parties movement union front league alliance coalition bloc congress council committee
    association society institute university college parliament senate assembly house election
    elections commission court army department ministry partido partei labour labor democrats
    republicans liberals conservatives socialists greens communists democratic socialist communist
    liberal conservative republican nationalist war battle conference referendum treaty act club
    bank group company times newspaper school church foundation center centre agency federation
    organization organisation force corps
    """
)
# Dependencies inside a noun phrase, along which its head is sought.
INSIDE = _words("compound nmod amod poss flat conj appos pobj prep nummod det")
MOST_STEPS = 6
NEAR = ("w:", "e:", "l:")  # kinds that tell from two tokens away
# Kinds that tell from the token itself alone.
OWN = ("s4:", "p3:", "rl:", "rp:", "re:", "rk:", "rf:", "rz:", "root:")


def clues_of(
    parse: Parse, sentence: Sentence, listed: Sequence[Collection[str]]
) -> list[list[str]]:
    """The clues of each token of a sentence, sorted; `listed` has one entry for each of them."""
    tokens = parse.tokens_of(sentence)
    entities = _entities(parse, sentence)
    own = [
        _of_token(token) | {f"e:{entity}"} | {f"l:{clue}" for clue in known}
        for token, entity, known in zip(tokens, entities, listed, strict=True)
    ]
    for first, last in _runs(tokens):
        for at in range(first, last):
            own[at] |= _of_run(tokens, first, last, at)
    spread = [[sorted(c for c in clues if not c.startswith(OWN)) for clues in own]]
    spread.append([[c for c in clues if c.startswith(NEAR)] for clues in spread[0]])
    return [sorted(own[at] | _around(spread, at)) for at in range(len(own))]


def _around(spread: Sequence[Sequence[Sequence[str]]], at: int) -> set[str]:
    """The clues of the two neighbours on each side; "#" where the sentence has none."""
    found: set[str] = set()
    for away in (-2, -1, 1, 2):
        held = spread[abs(away) - 1]
        inside = 0 <= at + away < len(held)
        shown = held[at + away] if inside else ("#",) if abs(away) == 1 else ()
        found.update(f"{away}|{clue}" for clue in shown)
    return found


def _of_token(token: Token) -> set[str]:
    """What the token itself shows."""
    word, lower = token.text, token.text.lower()
    found = {
        f"sh:{_shape(word)}",
        f"pos:{token.pos}",
        f"tag:{token.tag}",
        f"w:{token.lemma}",
        f"dep:{token.dep}",
        f"hw:{token.head.lemma}",
        f"root:{_root(token).lemma}",
    }
    if len(word) > 2:
        found |= {f"s3:{lower[-3:]}", f"s4:{lower[-4:]}", f"p3:{lower[:3]}"}
    return found


def _shape(word: str) -> str:
    """A for capitals, a for small letters, 0 for digits; runs of one sort once."""
    return DIGITS.sub("0", CAPITALS.sub("A", SMALL.sub("a", word[:40])))[:5]


def _root(token: Token) -> Token:
    """The head of the noun phrase that the token stands in, a few steps up."""
    for _ in range(MOST_STEPS):
        if token.head is token or token.dep not in INSIDE:
            break
        token = token.head
    return token


def _entities(parse: Parse, sentence: Sentence) -> list[str]:
    """The parser's entity at each token, as B and I; an article that opens one is out of it."""
    found = ["O"] * (sentence.last - sentence.first)
    for at, token in enumerate(parse.tokens_of(sentence)):
        if token.ent and token.text.lower() != "the":
            goes_on = at > 0 and found[at - 1] in {f"B-{token.ent}", f"I-{token.ent}"}
            found[at] = f"{'I' if goes_on else 'B'}-{token.ent}"
    return found


def _runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The runs of words with a capital, joined by small words between them, in order."""
    found: list[tuple[int, int]] = []
    first = last = -1
    for at, token in enumerate(tokens):
        if token.text[0].isupper():
            if first < 0:
                first = at
            last = at + 1
        elif first >= 0 and (token.text.lower() not in JOINING or at - last >= MOST_JOINING):
            found.append((first, last))
            first = -1
    return [*found, (first, last)] if first >= 0 else found


def _of_run(tokens: Sequence[Token], first: int, last: int, at: int) -> set[str]:
    """What the run says of a token in it: its place, its telling words, its first and last."""
    telling = {tokens[n].text.lower() for n in range(first, last)} & TELLING
    return {
        f"rl:{min(last - first, 6)}",
        f"rp:{min(at - first, 4)}",
        f"re:{min(last - 1 - at, 4)}",
        f"rf:{tokens[first].lemma}",
        f"rz:{tokens[last - 1].lemma}",
        *(f"rk:{word}" for word in telling),
    }
