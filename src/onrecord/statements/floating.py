"""Quotations that no clause attributes: they go on from the statement before them, or stay out."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.statements.direct import MAX_CLAUSE_TOKENS, Page, ends_sentence
from onrecord.statements.draft import Draft
from onrecord.statements.quotations import Quotation
from onrecord.statements.ranges import Range, merged

MIN_WORDS = 3  # fewer are a name or a scare quote, not a sentence someone spoke
CARRYING = frozenset(("learned", "direct", "clause", "according", "dash"))


def continue_statements(page: Page, drafts: Sequence[Draft]) -> None:
    """Add every free-standing quotation to the statement whose words it goes on with.

    That is the last statement of speech before it, in its own block, or at the end of the block
    before where the quotation opens its own. One pass: both lists are in text order.
    """
    spoken = sorted(
        ((_end(d), n, d) for n, d in enumerate(drafts) if _carries(d)), key=lambda e: e[:2]
    )
    taken = _taken(page, drafts)
    added: dict[int, list[Range]] = {}
    number, last_end, last = 0, 0, -1
    for quotation in page.quotations:
        while number < len(spoken) and spoken[number][0] <= quotation.start:
            if spoken[number][0] >= last_end:
                last_end, last = spoken[number][:2]
            number += 1
        if last < 0 or quotation.start in taken or not stands_alone(page, quotation):
            continue
        if _goes_on(page, last_end, quotation):
            added.setdefault(last, []).append((quotation.start, quotation.end))
            last_end = quotation.end
    for n, ranges in added.items():
        drafts[n].content = merged((*drafts[n].content, *ranges))


def _carries(draft: Draft) -> bool:
    return draft.rule in CARRYING and draft.group != "finding"


def _taken(page: Page, drafts: Sequence[Draft]) -> frozenset[int]:
    """The starts of quotations of which a statement reported from outside them holds some part."""
    return frozenset(
        q.start
        for d in drafts
        for a, b in d.content
        for q in page.within(a, b)
        if not q.start <= page.parse.tokens[d.at].start < q.end
    )


def stands_alone(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is one or more whole sentences by itself."""
    text = page.text[quotation.inner_start : quotation.inner_end].strip()
    if len(text.split()) < MIN_WORDS or not (text[0].isupper() or text[0] in "[….'‘“\"I"):
        return False
    if quotation.closed and text[-1] not in ".!?…—’'":
        return False
    before = page.before(quotation)
    after = page.after(quotation)
    return not before and (not after or after[0].text[0].isupper() or not quotation.closed)


def _end(draft: Draft) -> int:
    return max(b for r in (draft.content, draft.cue, draft.source) for _, b in r)


def _goes_on(page: Page, end: int, quotation: Quotation) -> bool:
    """Whether nothing but the end of the statement's own sentence stands between the two."""
    between = page.parse.between(end, quotation.start)
    if len(between) > MAX_CLAUSE_TOKENS:
        return False
    stops = sum(ends_sentence(page.parse.tokens, t.i) for t in between)
    blocks = {page.parse.sentences[t.sentence].block for t in between}
    return stops <= 1 and all(b >= quotation.block - 1 for b in blocks)
