"""A parse as bytes and back: columns of JSON, compressed (8 KB for 900 words)."""

from __future__ import annotations

import json
import zlib
from typing import Any

from onrecord.language.parse import Entity, Parse, Sentence, Token
from onrecord.records import Article

WORDS = ("lemma", "pos", "tag", "dep", "ent")


# Five times the text of the largest file that is read (50 MB): a few KB may unpack to any size.
MOST_UNPACKED = 250_000_000


def unpacked(data: bytes) -> bytes:
    """What was compressed. Raises zlib.error, and ValueError if it is larger than what we write."""
    stream = zlib.decompressobj()
    found = stream.decompress(data, MOST_UNPACKED)
    if not stream.eof:
        raise ValueError("cut short, or larger than anything that is read")
    return found


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
        columns = json.loads(unpacked(data))
        return _unpack(columns, article)
    except (zlib.error, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"the stored parse of {article.path} is damaged: {error}") from error


def parse_fault(data: bytes, article: Article) -> str | None:
    """What is wrong with a packed parse as far as it shows without unpacking it; None for nothing.

    A tenth of the time of `unpack_parse`, for a whole record.
    """
    try:
        columns = json.loads(unpacked(data))
        lengths = {len(columns[name]) for name in ("start", "length", "head", *WORDS)}
        ends = [a + b for a, b in zip(columns["start"], columns["length"], strict=True)]
        spans = [end for _, end, _ in columns["sentences"]]
    except (zlib.error, LookupError, TypeError, ValueError, RecursionError) as error:
        return f"its stored parse is damaged: {error}"
    fits = len(lengths) == 1 and max(ends, default=0) <= len(article.text)
    fits = fits and max(spans, default=0) == len(ends)
    return None if fits else "its stored parse does not fit its text"


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
