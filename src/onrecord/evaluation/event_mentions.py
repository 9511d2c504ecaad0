"""One mention of an event with what stands around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.language.parse import Parse, Token
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import FUNCTION_WORDS

CONTENT = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "VERB"))
NAMED = frozenset(("PERSON", "GPE", "ORG", "LOC", "NORP", "FAC"))
BEFORE, BEHIND = 5, 6  # tokens around a mention that are its company


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """One mention of an event with what stands around it; words as stems."""

    document: str
    text: str
    lemma: str
    stem: str
    pos: str
    sentence: AbstractSet[str]
    company: AbstractSet[str]
    subjects: AbstractSet[str]
    objects: AbstractSet[str]
    arguments: AbstractSet[str]
    numbers: AbstractSet[str]
    names: AbstractSet[str]
    persons: AbstractSet[str]


def read_mention(document: str, text: str, start: int, end: int, parse: Parse) -> Told:
    """The mention `[start, end)` of a text."""
    words = parse.between(start, end)
    head = head_of(words)
    sentence = parse.tokens_of(parse.sentences[head.sentence])
    own = {w.i for w in words}
    near = [t for t in sentence if head.i - BEFORE <= t.i <= head.i + BEHIND]
    kids: dict[str, set[str]] = defaultdict(set)
    for child in head.children:
        kids[child.dep] |= {stem(t.lemma.lower()) for t in child.subtree() if _says(t)}
    named = [t for t in sentence if t.pos in CONTENT and t.ent.split("-")[-1] in NAMED]
    return Told(
        document=document,
        text=text[start:end].lower(),
        lemma=head.lemma.lower(),
        stem=stem(head.lemma.lower()),
        pos=head.pos,
        sentence=_content(sentence, own),
        company=_content(near, own),
        subjects=kids["nsubj"] | kids["nsubjpass"] | kids["poss"] | kids["agent"],
        objects=kids["dobj"] | kids["nsubjpass"] | kids["prep"] | kids["compound"] | kids["amod"],
        arguments=set().union(*kids.values()),
        numbers={t.text for t in sentence if any(c.isdigit() for c in t.text)},
        names={stem(t.text.lower()) for t in named},
        persons={stem(t.text.lower()) for t in named if t.ent.endswith("PERSON")},
    )


def head_of(words: Sequence[Token]) -> Token:
    """The word that the others of a mention hang on."""
    own = {w.i for w in words}
    return next((w for w in words if w.head is w or w.head.i not in own), words[0])


def _says(token: Token) -> bool:
    return token.text.isalnum() and token.lemma.lower() not in FUNCTION_WORDS


def _content(tokens: Sequence[Token], own: Collection[int]) -> frozenset[str]:
    kept = (t for t in tokens if t.pos in CONTENT and t.i not in own)
    return frozenset(stem(t.lemma.lower()) for t in kept if t.lemma.lower() not in FUNCTION_WORDS)
