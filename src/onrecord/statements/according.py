"""Statements marked by "according to X", wherever it stands in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.parse import Token
from onrecord.statements.direct import Page, ends_sentence
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import Range, without
from onrecord.statements.speakers import phrase

MAX_SOURCE_TOKENS = 40
MAX_CONTENT_TOKENS = 200  # on either side of the cue; longer sentences are lists or noise


def find_according(page: Page) -> Iterator[Draft]:
    """Yield a draft for every "according to"."""
    tokens = page.parse.tokens
    for at, token in enumerate(tokens[:-2]):
        if token.text.lower() != "according" or tokens[at + 1].text.lower() != "to":
            continue
        sentence = page.parse.sentences[token.sentence]
        first = max(sentence.first, at - MAX_CONTENT_TOKENS)
        last = min(sentence.last, at + MAX_CONTENT_TOKENS)
        source = _source(page, at, last)
        if source is None:
            continue
        cue = (token.start, tokens[at + 1].end)
        yield Draft(
            source=(source,),
            cue=(cue,),
            content=without(((tokens[first].start, tokens[last - 1].end),), (cue, source)),
            rule="according",
            group="speech",
            lemma="according",
            at=at,
        )


def _source(page: Page, at: int, last: int) -> Range | None:
    """The phrase after "according to": its parse, or the words up to a comma or the end."""
    tokens = page.parse.tokens
    if page.has_syntax(tokens[at]):
        named = next(
            (c for t in (tokens[at + 1], tokens[at]) for c in t.children if c.dep == "pobj"), None
        )
        if named is not None and named.i > at:
            return phrase(named, after=at + 1)
    return _plain(tokens[at + 2 : min(last, at + 2 + MAX_SOURCE_TOKENS)])


def _plain(words: Sequence[Token]) -> Range | None:
    end = 0
    while end < len(words):
        if words[end].text in ",;:—–()" or ends_sentence(words, end):
            break
        end += 1
    return (words[0].start, words[end - 1].end) if end else None
