"""Who made what "the poll" or "the statement" is, where its own words do not say.

The article has said so before: "a Dorn Institute poll", "said in a statement", "the ministry
published a report". A new one ("a new poll") is named in the next sentences, if at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.actors.votes import is_speech
from onrecord.actors.words import word_set
from onrecord.attribution.scene import Scene
from onrecord.language.parse import Token
from onrecord.records import ActorMention

# Words for one thing: "the survey" may be the poll named before.
SORTS = (
    word_set("poll survey study"),
    word_set("report study analysis assessment review bulletin"),
    word_set("article editorial column"),
    word_set("statement communique communiqué announcement declaration"),
    word_set("letter message memo"),
    word_set("post tweet"),
    word_set("speech address remark"),
    word_set("complaint lawsuit suit filing petition"),
    word_set("ad advert advertisement"),
)
DEFINITE = word_set("the this that its")
# What one does with a poll or a statement that makes one its author.
MAKES = word_set("publish release issue conduct commission write file launch produce post send")
PLAIN = word_set("new recent latest late same online national public joint own whole full")
AHEAD = 3  # sentences in which a new one's author is named
BACK = 3  # sentences back, where the article names makers of two
MAX_PHRASE = 12  # tokens


def find_author(scene: Scene, head: Token) -> ActorMention | None:
    """The maker of a poll, a report, a statement that another place of the article names, or None.

    Two makers before it leave it open, unless the last sentences name one alone.
    """
    sorts = [sort for sort in SORTS if head.lemma in sort]
    if not sorts or head.tag != "NN" or not scene.parse.has_syntax:
        return None
    same = frozenset().union(*sorts)
    others = [t for t in scene.parse.tokens if t is not head and t.tag == "NN" and t.lemma in same]
    if _is_definite(head):
        return _before(scene, head, [t for t in others if t.i < head.i])
    ahead = [t for t in others if 0 < t.sentence - head.sentence <= AHEAD]
    return _maker(scene, ahead[0]) if ahead and _is_definite(ahead[0]) else None


def _before(scene: Scene, head: Token, others: Sequence[Token]) -> ActorMention | None:
    made = [(t, m) for t in others if (m := _maker(scene, t)) is not None]
    made = [(t, m) for t, m in made if _own_words(head) <= _own_words(t)]
    if not made:
        return None
    last = made[-1][0]
    if any(t.i > last.i and not _is_definite(t) for t in others):
        return None  # another one has come up since
    near = [m for t, m in made if head.sentence - t.sentence <= BACK]
    return _one(scene, [m for _, m in made]) or _one(scene, near)


def _one(scene: Scene, mentions: Sequence[ActorMention]) -> ActorMention | None:
    """The last of these mentions, if all mean one actor."""
    actors = {a.id for m in mentions if (a := scene.cast.actor_at(m.id)) is not None}
    return mentions[-1] if mentions and len(actors) == 1 else None


def _own_words(noun: Token) -> set[str]:
    """The words that tell one poll from others: "50-state", not "new"."""
    own = {c.lemma.lower() for c in noun.children if c.dep in {"amod", "compound", "nummod"}}
    return own - PLAIN


def _is_definite(noun: Token) -> bool:
    """Whether a noun takes up one that is known: "the poll", "this report", "Dorn's letter"."""
    return any(c.i < noun.i and (c.lemma in DEFINITE or c.dep == "poss") for c in noun.children)


def _maker(scene: Scene, noun: Token) -> ActorMention | None:
    """Who made it, by the words at this place; a person makes no poll."""
    for token in _making(noun):
        part = [t for t in token.subtree() if t.sentence == noun.sentence]
        for mention in scene.mentions_ending_in(part[0].start, part[-1].end):
            if mention.form not in {"name", "description"} or mention.kind == "unnamed":
                continue
            if mention.kind == "person" and noun.lemma in {"poll", "survey"}:
                continue
            between = scene.article.text[mention.span.end : token.start]
            heads = mention.span.start <= token.start < mention.span.end or between == "/"
            if heads and scene.cast.actor_at(mention.id) is not None:
                return mention
    return None


def _making(noun: Token) -> Iterator[Token]:
    """Yield the tokens that stand where a maker does."""
    for child in noun.children:
        if child.dep in {"poss", "compound", "nmod"} and child.i < noun.i:
            yield child
        elif child.dep == "prep" and child.lemma in {"by", "from"}:
            yield from (c for c in child.children if c.dep == "pobj")
        elif child.dep in {"acl", "relcl"}:
            yield from _agents(child)
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma in MAKES:
        yield from _subjects(verb)
    elif noun.dep == "nsubjpass" and verb.lemma in MAKES:
        yield from _agents(verb)
    elif noun.dep == "pobj" and verb.lemma == "in" and is_speech(verb.head.lemma):
        yield from _subjects(verb.head)  # "said in a statement"


def _agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep == "agent":
            yield from (c for c in child.children if c.dep == "pobj")


def _subjects(verb: Token) -> Iterator[Token]:
    yield from (c for c in verb.children if c.dep == "nsubj")
