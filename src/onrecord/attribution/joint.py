"""Whether a source is several speakers at once: "Dorn and the senators" is not Dorn alone."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attribution.scene import Scene
from onrecord.attribution.words import PHRASE_ENDS
from onrecord.language.parse import Token
from onrecord.records import ActorMention

OWN_WORDS = frozenset({"the", "his", "her", "their", "its", "other", "several", "some", "many"})


def is_joint(
    scene: Scene, tokens: Sequence[Token], head: Token | None, mentions: Sequence[ActorMention]
) -> bool:
    """Whether "and" joins another speaker to the one who heads the source.

    "The president and commander Dorn" is one: only a name, a plural or a phrase with its own
    article is another. By the parse where there is one, else by the words up to the first comma.
    """
    if _two_people(tokens, mentions):
        return True
    if scene.parse.has_syntax and head is not None:
        return _joined_by_parse(tokens, head, mentions)
    return _joined_by_words(tokens, mentions)


def _two_people(tokens: Sequence[Token], mentions: Sequence[ActorMention]) -> bool:
    """Whether "and" stands before a second person with nothing but commas and labels between.

    "Karl Holm and President Maren", "Karl Holm, R-Ohio, and Ilya Maren"; not "Karl Holm, adviser to
    Dorn and Maren".
    """
    people = [m for m in mentions if m.kind == "person" and m.form in {"name", "description"}]
    first = next((m for m in people if m.form == "name"), None)
    if first is None:
        return False
    for token in tokens:
        if token.start < first.span.end:
            continue
        word = token.text.lower()
        if word == "and":
            return any(m.name != first.name and 0 <= m.span.start - token.end <= 5 for m in people)
        if token.text[0].islower():
            return False
    return False


def _joined_by_parse(
    tokens: Sequence[Token], head: Token, mentions: Sequence[ActorMention]
) -> bool:
    inside = {t.i for t in tokens}
    if not any(c.dep == "cc" and c.lemma == "and" and c.i in inside for c in head.children):
        return False
    named = _is_named(head, mentions)
    for other in head.children:
        if other.dep != "conj" or other.i not in inside or _one_mention(head, other, mentions):
            continue
        if other.tag in {"NNS", "NNPS"} or any(c.lemma in OWN_WORDS for c in other.children):
            return True
        if other.pos == "PROPN" and named:
            return True
    return False


def _joined_by_words(tokens: Sequence[Token], mentions: Sequence[ActorMention]) -> bool:
    """Whether the first phrase holds "and" behind a name, before a name, a plural or "the"."""
    for at, token in enumerate(tokens[:-1]):
        word = token.text.lower()
        if word == "and" and at > 0:
            before, after = tokens[at - 1], tokens[at + 1]
            other = after.text[0].isupper() or after.text.lower() in OWN_WORDS
            other = other or tokens[-1].text.endswith("s")
            return other and _is_named(before, mentions) and not _covered(token, mentions)
        if word in PHRASE_ENDS and word != "and":
            return False
    return False


def _is_named(token: Token, mentions: Sequence[ActorMention]) -> bool:
    return any(
        m.form in {"name", "metonym"} and m.span.start <= token.start < m.span.end for m in mentions
    )


def _covered(token: Token, mentions: Sequence[ActorMention]) -> bool:
    return any(m.span.start <= token.start and token.end <= m.span.end for m in mentions)


def _one_mention(left: Token, right: Token, mentions: Sequence[ActorMention]) -> bool:
    """Whether both stand in one mention: "the Ministry of Defence and Security"."""
    return any(
        m.span.start <= min(left.start, right.start) and max(left.end, right.end) <= m.span.end
        for m in mentions
    )
