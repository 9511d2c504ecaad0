"""Tokens and sentences without any model: what the light mode reads by. One pass, linear."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.language.datelines import dateline_end
from onrecord.language.parse import Parse, Sentence, Token
from onrecord.records import Article

WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:[’'\-][^\W\d_]+)*"  # words, with inner apostrophe or hyphen
    r"|\w+"
    r"|[^\w\s]"
)
CLITIC = re.compile(r"(?<=[^\W\d_])(?:n[’']t|[’'](?:s|re|ve|ll|d|m))$", re.I)
ABBREVIATION = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Rev|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|[A-Z])$"
)
CLOSERS = "”’\"')]»"


def parse_plainly(article: Article) -> Parse:
    """The tokens and sentences of an article, without syntax."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        start = block.start
        if (end := dateline_end(article, index)) is not None:
            _tokenize(article.text, start, end, tokens)
            _close(index, tokens, sentences)
            start = end
        _tokenize(article.text, start, block.end, tokens)
        _split(index, tokens, sentences)
    return Parse(
        article=article.id, tokens=tokens, sentences=sentences, entities=(), has_syntax=False
    )


def _tokenize(text: str, first: int, last: int, tokens: list[Token]) -> None:
    for match in WORD.finditer(text, first, last):
        start, end = match.span()
        clitic = CLITIC.search(match.group())
        cuts = [start, start + clitic.start(), end] if clitic else [start, end]
        for left, right in pairwise(cuts):
            word = text[left:right]
            token = Token(len(tokens), left, right, word, word.lower(), "", "", "", "", -1)
            token.head = token
            tokens.append(token)


def _split(block: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Cut the tokens not yet in a sentence into sentences."""
    first = sentences[-1].last if sentences else 0
    at = first
    while at < len(tokens):
        tokens[at].sentence = len(sentences)
        end = at + 1
        if _ends_sentence(tokens, at):
            while end < len(tokens) and tokens[end].text in CLOSERS and _touches(tokens, end):
                tokens[end].sentence = len(sentences)
                end += 1
            sentences.append(Sentence(i=len(sentences), first=first, last=end, block=block))
            first = end
        at = end
    _close(block, tokens, sentences)


def _close(block: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Make one sentence of the tokens not yet in one."""
    first = sentences[-1].last if sentences else 0
    for token in tokens[first:]:
        token.sentence = len(sentences)
    if first < len(tokens):
        sentences.append(Sentence(i=len(sentences), first=first, last=len(tokens), block=block))


def _touches(tokens: list[Token], at: int) -> bool:
    return tokens[at].start == tokens[at - 1].end


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    word = tokens[at].text
    if word in "!?…":
        return True
    if word != ".":
        return False
    if at and _touches(tokens, at) and ABBREVIATION.match(tokens[at - 1].text):
        return False
    following = at + 1
    while following < len(tokens) and tokens[following].text in CLOSERS:
        following += 1
    if following == len(tokens):
        return True
    after = tokens[following]
    return after.start > tokens[at].end and not after.text[0].islower()
