"""What a sentence declares beside the position: how hard it is, for which reason, by which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from onrecord.language.parse import Parse, Token
from onrecord.positions.index import Touches
from onrecord.positions.phrases import Phrase, is_reason
from onrecord.positions.wording import words
from onrecord.records import Article, Hardness, Interval, Span, TimeMention

LEVELS: dict[str, Hardness] = {level: level for level in get_args(Hardness)}
ORDER = ("soft", "firm", "red_line")
REASON_VERBS = words("argue say claim maintain cite insist note warn believe contend")
DATED = ("day", "week", "month", "quarter", "season", "year")


def hardness_in(
    article: Article, parse: Parse, touches: Touches, first: int, last: int, predicate: Token
) -> tuple[Hardness | None, Span | None]:
    """The hardest level that the words of tokens `[first, last)` declare, and those words.

    Words within what the predicate speaks of declare nothing: "asked for a list of what it would
    never sign".
    """
    best: tuple[int, int, Span] | None = None
    for hit in touches.within(first, last, "hardness"):
        single = parse.tokens[hit.first] if hit.last == hit.first + 1 else None
        if single is not None and single.pos in ("NOUN", "PROPN") and single.tag != "NN":
            continue  # "open to firms of both sides"
        if _is_within_matter(parse.tokens[hit.first], predicate):
            continue
        level = ORDER.index(hit.what.name)
        if best is None or (level, -hit.first) > best[:2]:
            start, end = parse.tokens[hit.first].start, parse.tokens[hit.last - 1].end
            best = (level, -hit.first, article.span(start, end))
    return (LEVELS[ORDER[best[0]]], best[2]) if best else (None, None)


def _is_within_matter(token: Token, predicate: Token) -> bool:
    """Whether a word stands in a clause that hangs on a noun or preposition below a predicate."""
    inside = False
    for at in (token, *token.ancestors()):
        if at.head is predicate:
            return inside  # "its refusal to ever sign": what hangs on the predicate is its own
        inside = inside or at.dep in BELOW
    return False


BELOW = ("relcl", "acl", "pcomp")


def reason_at(article: Article, predicate: Token) -> str | None:
    """The reason that a predicate's own clause gives: "because …", "on the grounds that …"."""
    objects = (g for c in predicate.children if c.dep in ("dobj", "xcomp") for g in c.children)
    for child in (*predicate.children, *objects):
        if is_reason(child):
            words = child.subtree()
            return article.text[words[0].start : words[-1].end]
        if child.dep != "advcl" or child.head is not predicate:
            continue
        because = any(c.dep == "mark" and c.lemma in ("because", "since") for c in child.children)
        arguing = child.tag == "VBG" and child.lemma in REASON_VERBS
        if because or arguing:
            words = child.subtree()
            return article.text[words[0].start : words[-1].end]
    return None


def days_by(*near: Token | tuple[Phrase, ...]) -> list[tuple[int, int]]:
    """Where a clause says by when ("by the end of June", "within 60 days"): `[first, last)`."""
    heads: list[Token] = []
    for each in near:
        heads += [each] if isinstance(each, Token) else [p.head for p in each]
    below = [c for h in heads for c in (*h.children, *_of_complements(h))]
    found = {
        (words[0].i, words[-1].i + 1)
        for prep in below
        if prep.dep in ("prep", "agent") and prep.lemma in ("by", "within", "before")
        for words in (prep.subtree(),)
        if any(c.dep == "pobj" and _is_timed(prep.lemma, c) for c in prep.children)
    }
    return sorted(found)


def _of_complements(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep in ("dobj", "xcomp", "ccomp", "pobj"):
            yield from child.children
            yield from (g for c in child.children if c.dep in ("dobj", "pobj") for g in c.children)


def _is_timed(preposition: str, noun: Token) -> bool:
    """Whether a noun is a day to come; "within" wants a number of days, "before" no event."""
    if preposition == "within":
        return noun.lemma in SPANS
    return noun.ent in ("DATE", "TIME") or any(c.ent == "DATE" for c in noun.subtree())


SPANS = words("hour day week month year")


def told_of(times: Iterable[TimeMention], parse: Parse, verb: Token) -> Interval | None:
    """When a reporter's clause says it was: the one settled date hung on its verb, or None."""
    sentence = parse.tokens_of(parse.sentences[verb.sentence])
    start, end = sentence[0].start, sentence[-1].end
    found = [
        t
        for t in times
        if start <= t.span.start
        and t.span.end <= end
        and t.type == "DATE"
        and t.start is not None
        and t.precision in DATED
        and any(_hangs_on(parse, t.span, v) for v in _told_with(verb))
    ]
    if len(found) != 1 or found[0].precision is None:
        return None
    time, precision = found[0], found[0].precision
    return Interval(
        start=time.start, end=time.end, precision=precision, basis=f"text: {time.span.text}"
    )


def _told_with(verb: Token) -> Iterator[Token]:
    """Yield a verb and those above whose time is its own: "…, insisting that", "…, where it"."""
    yield verb
    for _ in range(3):
        where = verb.dep == "relcl" and any(c.text.lower() == "where" for c in verb.children)
        same = verb.dep in ("xcomp", "ccomp", "conj") or (verb.dep == "advcl" and verb.tag == "VBG")
        if not (where or same):
            return
        verb = next((a for a in verb.ancestors() if a.pos in ("VERB", "AUX")), verb)
        yield verb


def _hangs_on(parse: Parse, span: Span, verb: Token) -> bool:
    """Whether a date belongs to this verb and to no noun or other verb on the way."""
    tokens = parse.between(span.start, span.end)
    outside = [t.head for t in tokens if not span.start <= t.head.start < span.end]
    for head in outside[:1]:
        at = head
        while at is not verb and at.dep in ("prep", "pcomp", "advmod") and at.head is not at:
            at = at.head
        return at is verb
    return False
