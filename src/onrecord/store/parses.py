"""A parse as bytes and back: columns of JSON, compressed (8 KB for 900 words)."""

from __future__ import annotations

import json
import zlib
from typing import Any

from onrecord.language.parse import Entity, Parse, Sentence, Token
from onrecord.records import Article

WORDS = ("lemma", "pos", "tag", "dep", "ent")


def pack_parse(parse: Parse) -> bytes:
    """The parse as compressed JSON; `unpack_parse` needs the article's text beside it."""
    tokens = parse.tokens
    vocabulary: dict[str, int] = {}

    def number(word: str) -> int:
        return vocabulary.setdefault(word, len(vocabulary))

    columns: dict[str, Any] = {
        "start": [t.start for t in tokens],
        "length": [t.end - t.start for t in tokens],
        "head": [t.head.i - t.i for t in tokens],
        **{name: [number(getattr(t, name)) for t in tokens] for name in WORDS},
        "sentences": [(s.first, s.last, s.block) for s in parse.sentences],
        "entities": [(e.first, e.last, e.label) for e in parse.entities],
        "syntax": parse.has_syntax,
    }
    columns["vocabulary"] = list(vocabulary)
    return zlib.compress(json.dumps(columns, separators=(",", ":")).encode(), 6)


def unpack_parse(data: bytes, article: Article) -> Parse:
    """The parse that `pack_parse` packed. Raises ValueError if the bytes are not one."""
    try:
        columns = json.loads(zlib.decompress(data))
        return _unpack(columns, article)
    except (zlib.error, KeyError, IndexError, TypeError) as error:
        raise ValueError(f"the stored parse of {article.path} is damaged: {error}") from error


def _unpack(columns: dict[str, Any], article: Article) -> Parse:
    words = columns["vocabulary"]
    sentences = [
        Sentence(i=i, first=first, last=last, block=block)
        for i, (first, last, block) in enumerate(columns["sentences"])
    ]
    sentence_of = [s.i for s in sentences for _ in range(s.first, s.last)]
    tokens: list[Token] = []
    starts, lengths = columns["start"], columns["length"]
    numbers = zip(*(columns[name] for name in WORDS), strict=True)
    for i, (start, length, (lemma, pos, tag, dep, ent)) in enumerate(
        zip(starts, lengths, numbers, strict=True)
    ):
        tokens.append(
            Token(
                i=i,
                start=start,
                end=start + length,
                text=article.text[start : start + length],
                lemma=words[lemma],
                pos=words[pos],
                tag=words[tag],
                dep=words[dep],
                ent=words[ent],
                sentence=sentence_of[i],
            )
        )
    for token, distance in zip(tokens, columns["head"], strict=True):
        token.head = tokens[token.i + distance]
        if distance:
            token.head.children.append(token)
    return Parse(
        article=article.id,
        tokens=tokens,
        sentences=sentences,
        entities=[Entity(*e) for e in columns["entities"]],
        has_syntax=columns["syntax"],
    )
