"""Quotations with the clause that attributes them, by what stands next to the marks.

This reads words and marks, not the parse: parsers of newspaper text err most around long
quotations, and the order "quotation, comma, speaker, verb" needs no tree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from onrecord.language.parse import Parse, Token
from onrecord.statements.quotations import Quotation

MAX_CLAUSE_TOKENS = 45  # the longest attribution clause; sources with long appositions fit
# No writer's sentence is longer: its parse is noise, and reading it would cost its square.
MAX_SENTENCE_TOKENS = 400
STOPS = frozenset(".!?")
IsCue = Callable[[Token], bool]


class Page:
    """An article's tokens with the quotation that each stands in, for neighbours' questions."""

    __slots__ = ("parse", "quotations", "starts", "text")

    def __init__(self, text: str, parse: Parse, quotations: Sequence[Quotation]) -> None:
        self.text = text
        self.parse = parse
        self.quotations = quotations
        self.starts = [q.start for q in quotations]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds this character."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and offset < self.quotations[at].end:
            return self.quotations[at]
        return None

    def within(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that share characters with `[start, end)`."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.quotations[first].end <= start:
            first += 1
        return self.quotations[first : bisect_left(self.starts, end)]

    def has_syntax(self, token: Token) -> bool:
        """Whether the parse of this token's sentence can be read."""
        sentence = self.parse.sentences[token.sentence]
        return self.parse.has_syntax and sentence.last - sentence.first <= MAX_SENTENCE_TOKENS

    def readable(self) -> Iterator[Token]:
        """Yield the tokens of all sentences whose parse can be read."""
        for sentence in self.parse.sentences:
            if sentence.last - sentence.first <= MAX_SENTENCE_TOKENS:
                yield from self.parse.tokens_of(sentence)

    def after(self, quotation: Quotation) -> list[Token]:
        """The tokens of the clause that follows a quotation, up to its end or the next mark."""
        tokens, found = self.parse.tokens, list[Token]()
        at = bisect_left(tokens, quotation.end, key=lambda t: t.start)
        block = self._block(at)
        while at < len(tokens) and len(found) < MAX_CLAUSE_TOKENS and self._block(at) == block:
            token = tokens[at]
            if block != quotation.block or self.quotation_at(token.start):
                break
            found.append(token)
            if ends_sentence(tokens, at):
                break
            at += 1
        return found

    def before(self, quotation: Quotation) -> list[Token]:
        """The tokens of the clause that leads to a quotation, from its start or the last mark."""
        tokens, found = self.parse.tokens, list[Token]()
        at = bisect_left(tokens, quotation.start, key=lambda t: t.start) - 1
        while at >= 0 and len(found) < MAX_CLAUSE_TOKENS and self._block(at) == quotation.block:
            token = tokens[at]
            if self.quotation_at(token.start) or (found and ends_sentence(tokens, at)):
                break
            if not found and token.text in STOPS:
                break
            found.append(token)
            at -= 1
        found.reverse()
        return found

    def _block(self, at: int) -> int:
        if at >= len(self.parse.tokens):
            return -1
        return self.parse.sentences[self.parse.tokens[at].sentence].block


def ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token ends a sentence: a stop with a capital, a mark or nothing after it."""
    if tokens[at].text not in STOPS:
        return False
    if at + 1 == len(tokens) or tokens[at + 1].sentence != tokens[at].sentence:
        return True
    return not tokens[at + 1].text[0].islower()


def find_attributed(page: Page, is_cue: IsCue) -> Iterator[tuple[Quotation, Token, list[Token]]]:
    """Yield every quotation with the verb that attributes it and the clause of that verb."""
    for quotation in page.quotations:
        following = _following(page, quotation, is_cue)
        preceding = _preceding(page, quotation, is_cue)
        chosen = following or preceding
        if chosen:
            yield quotation, *chosen


def _following(page: Page, quotation: Quotation, is_cue: IsCue) -> tuple[Token, list[Token]] | None:
    """The verb after a quotation: "…," said the minister; "…", the minister said."""
    clause = page.after(quotation)
    if not clause:
        return None
    last = _last_character(page.text, quotation)
    comma = last in ",?!…—–-" or clause[0].text in (",", "—", "–", "-")
    if not comma:
        return None
    if clause[0].text in (",", "—", "–", "-"):
        clause = clause[1:]
    for at, token in enumerate(clause):
        if token.text in (":", ";") or (at == 0 and token.text.lower() in SUBORDINATORS):
            return None
        if is_cue(token):
            # a participle goes on from the sentence before: “…,” adding that
            onward = token.text.endswith("ing") or page.text[token.end : token.end + 1] == ":"
            return None if onward else (token, clause)
    return None


def _last_character(text: str, quotation: Quotation) -> str:
    """The last character spoken, within the marks of an inner quotation too."""
    at = quotation.inner_end - 1
    while at > quotation.inner_start and text[at] in "’'”\"»  ":
        at -= 1
    return text[at]


SUBORDINATORS = frozenset(("which", "that", "because", "if", "although", "where"))


def _preceding(page: Page, quotation: Quotation, is_cue: IsCue) -> tuple[Token, list[Token]] | None:
    """The verb before a quotation: the minister said: "…"; adding, "…"; said "…"."""
    clause = page.before(quotation)
    if not clause:
        return None
    for back, token in enumerate(reversed(clause)):
        if is_cue(token):
            leads = back == 0 or clause[-1].text in (":", ",", "—")
            return (token, clause) if leads else None
        if token.text == ";":
            return None
    return None
