"""The mention that a statement's source holds: the head noun's, not one in a subordinate part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.actors import is_owning
from onrecord.attribution.authors import find_author
from onrecord.attribution.joint import is_joint
from onrecord.attribution.scene import Scene
from onrecord.attribution.words import (
    DOCUMENTS,
    PHRASE_ENDS,
    PUBLICATIONS,
    RELATIVE,
    UTTERANCES,
)
from onrecord.language.parse import Token
from onrecord.records import ActorMention, Span, Statement
from onrecord.statements import find_antecedent

RELATIVE_SOURCES = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Found:
    """The mention that speaks, or None, and the reason shown to a reader."""

    mention: ActorMention | None
    method: str
    together: tuple[ActorMention, ...] = ()


def find_speaker(scene: Scene, statement: Statement) -> Found:
    """Who makes a statement by the words of its source."""
    if not _is_relative(statement):
        return _in_words(scene, statement.source)
    noun = find_antecedent(scene.article, scene.parse, statement)
    if noun is None:
        return Found(None, "a relative pronoun: not settled")
    found = _in_words(scene, (noun,))
    meant = f"'{statement.source[0].text}' stands for '{noun.text}'; {found.method}"
    return Found(found.mention, meant, found.together)


def _is_relative(statement: Statement) -> bool:
    return len(statement.source) == 1 and statement.source[0].text.lower() in RELATIVE_SOURCES


def _in_words(scene: Scene, source: Sequence[Span]) -> Found:
    """Who the words of a source mean."""
    tokens = scene.tokens_in(source)
    if not tokens:
        return Found(None, "no source in the text")
    mentions = [m for s in source for m in scene.mentions_ending_in(s.start, s.end)]
    head = _head(scene, tokens)
    noun = _singular(head)
    if noun in DOCUMENTS:
        return Found(None, f"a document, not a speaker: {noun}")
    named = any(m.form == "name" and head and m.span.end >= head.end for m in mentions)
    if head is not None and noun in UTTERANCES | PUBLICATIONS and not (named and head.ent):
        found = _of_utterance(tokens, head, mentions)
        if found.mention is None and not mentions and (by := find_author(scene, head)) is not None:
            return Found(by, f"who made the {head.text}, by another sentence")
        return found
    return _named(scene, tokens, head, mentions)


def _named(
    scene: Scene, tokens: Sequence[Token], head: Token | None, mentions: list[ActorMention]
) -> Found:
    """The mention at the head of the source, else a name in apposition to it."""
    at_head = [m for m in mentions if head is not None and m.span.start <= head.start < m.span.end]
    main = [m for m in mentions if not _is_subordinate(tokens, m) and not _possesses(scene, m)]
    own = [m for m in main if head is None or not _hangs_on(tokens, head, m)]
    if len(together := _several(scene, own)) > 1:
        return Found(None, "several speakers together", together)
    if is_joint(scene, tokens, head, mentions):
        return Found(None, "several speakers together, not all of them known")
    if at_head and not _is_adjective(at_head[0], head):
        return _settled(scene, at_head[0], main)
    if scene.parse.has_syntax and head is not None:
        # The head noun is none of ours ("a friend of …"): only a name in apposition to it speaks.
        main = [m for m in main if not _hangs_on(tokens, head, m)]
    people = [m for m in main if m.kind == "person"]
    chosen = people or [m for m in main if m.form != "demonym"]
    if chosen:
        return _settled(scene, chosen[0], main)
    if head is not None and (named := _in_apposition(scene, head)) is not None:
        return Found(named, f"in apposition to {named.name}")
    return Found(None, "the source names no known actor")


def _in_apposition(scene: Scene, head: Token) -> ActorMention | None:
    """The name before a source that only says more of it: "Dorn, a pilot with a view, said"."""
    name, first = head.head, head.subtree()[0]
    between = scene.article.text[name.end : first.start].strip()
    if head.dep != "appos" or head.pos != "NOUN" or name.end > first.start or between != ",":
        return None
    covering = [m for m in scene.mentions_ending_in(name.start, name.end) if m.form == "name"]
    return covering[0] if covering else None


def _head(scene: Scene, tokens: Sequence[Token]) -> Token | None:
    """The head noun of the source; without a parser only an utterance, document or report."""
    if not scene.parse.has_syntax:
        return _plain_head(tokens)
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.head is not token and token.head.i in inside:
            continue
        noun = token.child("pobj") if token.pos == "ADP" else None
        if noun is not None and noun.i in inside:
            return noun
        if token.pos not in {"PUNCT", "DET", "ADV", "CCONJ", "SCONJ", "ADP"}:
            return token
    return None


def _plain_head(tokens: Sequence[Token]) -> Token | None:
    """The last word of the source's first phrase, if it is an utterance, a document, a report."""
    last: Token | None = None
    for token in tokens:
        if last is not None and token.text.lower() in PHRASE_ENDS:
            break
        last = token
    nouns = UTTERANCES | PUBLICATIONS | DOCUMENTS
    if last is None or not (last.text.islower() or last is tokens[0]):
        return None
    singular = last.lemma.removesuffix("s")
    return last if last.lemma in nouns or singular in nouns else None


def _of_utterance(tokens: Sequence[Token], head: Token, mentions: list[ActorMention]) -> Found:
    """Who made the remarks or the poll: the possessor, or who stands after by, of, from."""
    for mention in mentions:
        if mention.span.end <= head.start and mention.form != "demonym":
            return Found(mention, f"whose {head.text} it is")
    following = {t.start: t for t in tokens}
    for mention in mentions:
        if mention.span.start <= head.end or mention.form == "demonym":
            continue
        if head.lemma in UTTERANCES and mention.kind == "outlet":
            continue  # it passed the statement on
        before = [t for t in tokens if head.end <= t.start < mention.span.start]
        words = {t.text.lower() for t in before}
        limit = 6 if mention.span.start in following or before else 0
        if len(before) <= limit and _made_by(head, before, mention) and not words & RELATIVE:
            return Found(mention, f"who made the {head.text}")
    return Found(None, f"nobody named behind the {head.text}")


def _made_by(head: Token, before: Sequence[Token], mention: ActorMention) -> bool:
    """Whether the last preposition before a mention makes it the author: by, of, from, in.

    "Reports from Arvenia" come from a place, and an inquiry "into Dorn" is not his.
    """
    prepositions = [t.text.lower() for t in before if t.text.lower() in PREPOSITIONS]
    if not prepositions or prepositions[-1] not in {"by", "of", "from", "in"}:
        return False
    whence = prepositions[-1] in {"from", "in"} and mention.kind == "government"
    return not (whence and _singular(head) in PUBLICATIONS)


PREPOSITIONS = frozenset(
    ["by", "of", "from", "in", "into", "on", "about", "against", "for", "to", "with", "over", "at"]
)


def _is_subordinate(tokens: Sequence[Token], mention: ActorMention) -> bool:
    """Whether the mention stands behind who, which or where in the source."""
    return any(
        t.text.lower() in RELATIVE and t.end <= mention.span.start and t.i != tokens[0].i
        for t in tokens
    )


def _hangs_on(tokens: Sequence[Token], head: Token, mention: ActorMention) -> bool:
    """Whether a preposition ties the mention to the head: Orlo in "a friend of Orlo"."""
    if mention.span.end <= head.start:
        if mention.kind == "group" and head.text.lower() in MEMBERS:
            # "the Orlo guerrillas" are the group, "two Orlo guerrillas" are not
            return any(t.pos == "NUM" or t.text.lower() in SOME_OF for t in tokens)
        # "Dorn’s aide", "a Dorn aide" are not Dorn; "Dorn, the minister" is he
        modifies = any(
            t.dep in {"compound", "nmod", "poss", "amod"}
            for t in tokens
            if mention.span.start <= t.start < mention.span.end and t.head is head
        )
        return mention.kind != "person" or (modifies and not head.text[0].isupper())
    if any(
        t.dep == "appos" and t.head is head
        for t in tokens
        if mention.span.start <= t.start < mention.span.end
    ):
        return False  # "an attorney for Dorn, Mila Orlo"
    return any(
        t.pos in {"ADP", "SCONJ"} and head.start < t.start < mention.span.start for t in tokens
    )


SOME_OF = frozenset(
    ["a", "an", "one", "two", "three", "four", "some", "several", "many", "few", "other", "former"]
)
MEMBERS = frozenset({"rebels", "guerrillas", "insurgents", "militants", "movement", "militia"})


def _possesses(scene: Scene, mention: ActorMention) -> bool:
    """Whether something of this actor's is meant, not the actor: Trump in "Trump's envoy"."""
    end = mention.span.end
    if is_owning(mention):
        return True
    if mention.form == "description" and mention.name:
        named = [m for m in scene.mentions_in(end, end + 80) if m.name == mention.name]
        if named and named[0].span.start <= end + 1:
            end = named[0].span.end  # "President Dorn's stance": the title stands at the name
    return scene.article.text[end : end + 2] in {"’s", "'s", "’ ", "' "}


def _singular(noun: Token | None) -> str:
    """The head noun's word form without a plural ending; empty without a head."""
    if noun is None:
        return ""
    known = UTTERANCES | PUBLICATIONS | DOCUMENTS
    return noun.lemma if noun.lemma in known else noun.lemma.removesuffix("s")


def _is_adjective(mention: ActorMention, head: Token | None) -> bool:
    return mention.form == "demonym" and (head is None or head.pos == "ADJ")


def _several(scene: Scene, mentions: list[ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions of different actors that the source joins by "and"; empty where it does not."""
    for left, right in pairwise(mentions):
        between = scene.article.text[left.span.end : right.span.start].strip(" ,").lower()
        if between not in {"and", "and the", "and his", "and her"}:
            continue
        first, second = scene.cast.actor_at(left.id), scene.cast.actor_at(right.id)
        if first is not None and second is not None and first.id != second.id:
            return (left, right)
    return ()


def _name_behind(
    scene: Scene, title: ActorMention, main: list[ActorMention]
) -> ActorMention | None:
    """The name that a title leads to: "Chairman of the Joint Staff Gen. Karl Holm"."""
    for mention in main:
        if mention.kind != "person" or mention.form != "name":
            continue
        if mention.span.start < title.span.end:
            continue
        between = scene.parse.between(title.span.end + 1, mention.span.start - 1)
        of_title = all(t.text[0].isupper() or t.text in {"of", "the", "."} for t in between)
        return mention if of_title and len(between) <= MAX_TITLE_TOKENS else None
    return None


MAX_TITLE_TOKENS = 8


def _settled(scene: Scene, mention: ActorMention, main: list[ActorMention]) -> Found:
    """The mention with its reason; a title that stands at a name gives way to the name."""
    if mention.form == "description" and mention.name:
        named = next((m for m in main if m.form == "name" and m.name == mention.name), None)
        mention = named or mention
    elif mention.form == "description" and mention.name is None:
        mention = _name_behind(scene, mention, main) or mention
    if mention.form in {"name", "unnamed"} and mention.method in {"named", "unnamed source"}:
        return Found(mention, f"{mention.method} in the sentence")
    return Found(mention, mention.method)
