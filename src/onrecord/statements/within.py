"""What is mended in statements that stand within others: where they end, and who only listens.

A content read by itself has lost what stands around it: that a clause runs parallel to the outer
one, that a quotation closes, that the sentence is over. Each rule here only cuts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.language.parse import Token
from onrecord.statements.cues import LISTENER
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.nesting import find_holders
from onrecord.statements.ranges import Range, without
from onrecord.statements.speakers import FINITE, SUBJECTS
from onrecord.statements.vocabulary import words

LISTENERS = words("me us him her them you")
TOLD = LISTENER | words("beg urge order instruct advise persuade implore")
JOINING = words("and but or nor")
SUBORDINATE = words("before after while when as until")
CLOSING = {"“": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}


def mend_within(page: Page, drafts: Sequence[Draft]) -> None:
    """Cut the contents of drafts that others hold, in place."""
    for draft, holder in zip(drafts, find_holders(page, drafts), strict=True):
        if holder is None:
            continue
        cuts = [
            *_listener(page, draft),
            *_parallel(page, draft),
            *_behind_quotation(page, draft),
            *_elsewhere(page, draft),
        ]
        left = without(draft.content, cuts)
        if left:
            draft.content = left


def _listener(page: Page, draft: Draft) -> Iterator[Range]:
    """Yield the "us" of "told us the strait was closed": it is told, not said.

    In "promised you would be heard" it is the subject of what is said.
    """
    start, end = draft.content[0]
    after = draft.cue[-1][1]
    inside = page.parse.between(start, end)
    if len(inside) < 2 or start < after or page.text[after:start].strip():
        return
    word = inside[0]
    if draft.lemma not in TOLD or word.text.lower() not in LISTENERS:
        return
    acts = word.dep in SUBJECTS and not any(c.tag == "TO" for c in word.head.children)
    if word.dep != "poss" and word.tag != "PRP$" and not acts:
        yield start, inside[1].start


def _parallel(page: Page, draft: Draft) -> Iterator[Range]:
    """Yield "and that the ward was short" of "said that she told her to go and that the ward …".

    What is reported without a "that" does not go on with one: that clause is the outer speaker's.
    """
    tokens = page.parse.between(draft.content[0][0], draft.content[-1][1])
    if not tokens or tokens[0].text.lower() == "that":
        return
    for joining, that in pairwise(tokens):
        if that.text.lower() != "that" or that.dep not in ("mark", ""):
            continue
        joins = joining.text.lower() in JOINING or joining.text == ","
        if joins and joining is not tokens[0]:
            yield joining.start, draft.content[-1][1]
        return  # the inner clause has a "that" of its own


def _behind_quotation(page: Page, draft: Draft) -> Iterator[Range]:
    """Yield what goes on behind a quotation: "‘Leave,’ and hung up" is "Leave"."""
    start, end = draft.content[0]
    opening = page.text[start]
    if opening not in CLOSING and start:
        start -= 1
        opening = page.text[start]
    if opening not in CLOSING:
        return
    closes = page.text.find(CLOSING[opening], start + 1, end)
    while 0 <= closes < end - 1 and _is_apostrophe(page.text, closes, end):
        closes = page.text.find(CLOSING[opening], closes + 1, end)
    if closes < 0:
        return
    behind = page.parse.between(closes + 1, end)
    if len(behind) > 1 and _goes_on(behind):
        yield closes + 1, end


def _is_apostrophe(text: str, at: int, end: int) -> bool:
    """Whether a mark stands in a word, or ends a plural's possessive: "the guards’ keys"."""
    if text[at + 1].isalnum():
        return True
    plural = text[at - 1] == "s" and text[at + 1] == " " and text[at + 2 : at + 3].islower()
    return text[at] in "’'" and plural and text.find(text[at], at + 1, end) > 0


def _goes_on(behind: Sequence[Token]) -> bool:
    """Whether a clause follows: "and hung up", "before he fired"; not "and shorter shifts"."""
    word = behind[0].text.lower()
    if word in ("and", "but", "then"):
        return behind[1].pos in ("VERB", "AUX") and behind[1].tag in FINITE
    return word in SUBORDINATE and any(t.pos in ("VERB", "AUX") for t in behind[:6])


def _elsewhere(page: Page, draft: Draft) -> Iterator[Range]:
    """Yield what lies outside the sentence of the cue, or beyond the marks that the cue stands in.

    A quotation in the next sentence is the outer speaker's; one that opens here may go on.
    """
    cue = page.parse.tokens[draft.at]
    held = page.quotation_at(cue.start)
    low, high = _reach(page, cue)
    for quotation in page.within(low, high):
        if quotation is not held and low <= quotation.start:
            high = max(high, quotation.end)
    if held is not None:
        low, high = max(low, held.start), min(high, held.end)
    if all(start < high and low < end for start, end in draft.content[:1]):
        yield 0, low
        yield high, len(page.text)


def _reach(page: Page, cue: Token) -> Range:
    sentence = page.parse.sentences[cue.sentence]
    tokens = page.parse.tokens
    return tokens[sentence.first].start, tokens[sentence.last - 1].end
