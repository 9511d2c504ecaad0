"""Whom a relative pronoun as source stands for: "the envoy, who said …"."""

from __future__ import annotations

from onrecord.language.parse import Parse
from onrecord.records import Article, Span, Statement
from onrecord.statements.light import source_before
from onrecord.statements.speakers import antecedent, phrase

RELATIVES = frozenset(("who", "which", "that"))


def find_antecedent(article: Article, parse: Parse, statement: Statement) -> Span | None:
    """The noun phrase that a statement's "who", "which" or "that" stands for.

    None where the source is no relative pronoun, or what it stands for cannot be told.
    """
    if len(statement.source) != 1 or statement.source[0].text.lower() not in RELATIVES:
        return None
    tokens = parse.between(statement.source[0].start, statement.source[0].end)
    if not tokens:
        return None
    pronoun = tokens[0]
    if parse.has_syntax:
        noun = antecedent(pronoun)
        return article.span(*phrase(noun, before=pronoun.i)) if noun is not pronoun else None
    sentence = parse.sentences[pronoun.sentence]
    words = parse.tokens[sentence.first : pronoun.i + 1]
    found = source_before(words, len(words) - 1)
    return article.span(*found) if found else None
