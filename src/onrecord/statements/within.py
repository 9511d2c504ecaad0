"""What is mended in statements that stand within others: where they end, and who only listens.

A content read by itself has lost what stands around it: that a clause runs parallel to the outer
one, that a quotation closes, that the sentence is over. Each rule here only cuts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from onrecord.language.parse import Token
from onrecord.statements.cues import LISTENER, cues_of
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.nesting import find_holders
from onrecord.statements.ranges import Range, without
from onrecord.statements.speakers import FINITE, SUBJECTS, can_speak
from onrecord.statements.vocabulary import words

LISTENERS = words("me us him her them you")
TOLD = LISTENER | words("beg urge order instruct advise persuade implore")
JOINING = words("and but or nor")
SUBORDINATE = words("before after while when as until")
# How sure the networks must be of what no rule sees within a content: of our nested cases looked at
# .31 finds one more and three wrong ones, .6 one fewer.
UNSEEN = 0.5
CLAUSES = frozenset(("clause", "to", "quote"))
CLOSING = {"“": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}


def mend_within(page: Page, drafts: Sequence[Draft], ruled: Sequence[Draft] = ()) -> None:
    """Cut the contents of drafts that others hold, in place; `ruled` are those of the rules."""
    by_verb = {d.at: d for d in ruled}
    reporting = {d.at for d in (*drafts, *ruled)}
    for draft, holder in zip(drafts, find_holders(page, drafts), strict=True):
        if holder is None:
            continue
        cuts = [
            *_listener(page, draft),
            *_listening(page, draft),
            *_before_clause(page, draft, by_verb.get(draft.at)),
            *_heard(draft),
            *_beyond_marks(page, draft, by_verb.get(draft.at)),
            *_parallel(page, draft),
            *_joined(page, draft, reporting),
            *_own_words(page, draft),
            *_behind_quotation(page, draft),
            *_elsewhere(page, draft),
        ]
        left = without(draft.content, cuts)
        if left:
            draft.content = left


def without_guesses(page: Page, drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The drafts but for those within others that no rule sees and that say next to nothing."""
    cues = sorted((a, b) for d in ruled for a, b in d.cue)
    holders = find_holders(page, drafts)
    return [
        draft
        for draft, holder in zip(drafts, holders, strict=True)
        if holder is None or _is_seen(draft, cues) or not _is_guess(page, draft)
    ]


def _is_seen(draft: Draft, cues: Sequence[Range]) -> bool:
    start, end = draft.cue[0][0], draft.cue[-1][1]
    at = bisect_right(cues, (end - 1, end)) - 1
    return draft.rule != "learned" or (at >= 0 and cues[at][1] > start)


def _is_guess(page: Page, draft: Draft) -> bool:
    """Whether next to nothing is said, or by a cue that does not report such a thing."""
    told = [t for a, b in draft.content for t in page.parse.between(a, b)]
    if all(t.pos in ("ADV", "PUNCT") for t in told):
        return True
    if len(told) <= 2 and told[0].pos == "PRON":
        return True
    if draft.confidence is not None and draft.confidence < UNSEEN:
        return True
    named = [page.text[a:b].lower() for a, b in draft.source]
    clause = any(t.pos in ("VERB", "AUX") for t in told)
    first = named in (["i"], ["we"], ["you"])
    return (first and not (clause and draft.group == "speech")) or not (clause or _takes(draft))


def _takes(draft: Draft) -> bool:
    """Whether a cue can report a bare object: "suspects a trick", not "accepts the plan"."""
    cues = cues_of(draft.lemma)
    return not cues or any(c.group == "belief" or c.frames - CLAUSES for c in cues)


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


def _listening(page: Page, draft: Draft) -> Iterator[Range]:
    """Yield "the crew" of "urged the crew to run": they are told, not said."""
    verb = page.parse.tokens[draft.at]
    done = verb.child("xcomp", "ccomp")
    if draft.lemma not in TOLD - {"promise"} or done is None or not page.has_syntax(verb):
        return
    listener = verb.child("dobj", "dative") or done.child(*SUBJECTS)
    if listener is None or not verb.i < listener.i < done.i or not can_speak(listener):
        return
    told = [t for t in done.subtree() if t.i > listener.subtree()[-1].i]
    start = draft.content[0][0]
    first = listener.subtree()[0].start
    if told and told[0].text.lower() in ("to", "not") and first == start:
        yield start, told[0].start


def _before_clause(page: Page, draft: Draft, rule: Draft | None) -> Iterator[Range]:
    """Yield the "three times" of "refused three times to come": it stands before the clause.

    Where a rule sees the same content begin later, with "that" or "to", or behind who is promised.
    """
    if rule is None or not draft.content:
        return
    (start, end), later = draft.content[0], rule.content[0][0]
    if not draft.cue[-1][1] <= start < later < end or page.quotation_at(start) is not None:
        return
    between = page.parse.between(start, later)
    opens = page.parse.between(later, end)[0].text.lower() in ("that", "to", "not", "whether", "if")
    given = between[-1].dep == "dative" and between[-1].head.i == draft.at
    short = len(between) <= MAX_BETWEEN and all(t.pos not in ("VERB", "AUX") for t in between)
    if short and (given or opens):
        yield start, later


MAX_BETWEEN = 10  # tokens: "his brother and his two sisters in Tollan"


def _heard(draft: Draft) -> Iterator[Range]:
    """Yield the "they" of "they were told by the guards that …": the subject only listens."""
    if draft.passive and draft.source and draft.lemma in LISTENER:
        yield from (r for r in draft.content if r[1] <= draft.cue[0][0])


def _beyond_marks(page: Page, draft: Draft, rule: Draft | None) -> Iterator[Range]:
    """Yield the "at our delegates" of "shouted ‘go home’ at our delegates": rules see the marks."""
    if rule is None or rule.rule != "direct" or len(rule.content) != 1:
        return
    (start, end), last = rule.content[0], draft.content[-1][1]
    outer = page.quotation_at(start)
    inner = outer is not None and outer.start < start - 1 and page.text[start - 1] in "‘'"
    if inner and abs(draft.content[0][0] - start) <= 1 and end + 1 < last:
        yield end + 1, last


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


def _joined(page: Page, draft: Draft, reporting: Container[int]) -> Iterator[Range]:
    """Yield "and the captain ordered a turn" of "the mate saw smoke and the captain ordered …".

    What somebody else is reported to say beside it is the outer speaker's.
    """
    end, cue = draft.content[-1][1], page.parse.tokens[draft.at]
    for verb in cue.children if page.has_syntax(cue) else ():
        if verb.dep != "conj" or verb.i not in reporting or verb.child(*SUBJECTS) is None:
            continue
        first = verb.subtree()[0].i
        before = page.parse.tokens[first - 1]
        start = before.start if before.dep in ("cc", "punct") else page.parse.tokens[first].start
        if draft.cue[-1][1] < start < end:
            yield start, end


def _own_words(page: Page, draft: Draft) -> Iterator[Range]:
    """Yield ", and I believed him" of "he told me he was ill, and I believed him".

    Whoever tells it says "I", and not the one of whom it is told, unless in a quotation.
    """
    start, end = draft.content[0][0], draft.content[-1][1]
    told = page.parse.between(start, end)
    said = {t.text.lower() for t in told[:1]}
    if not draft.source or start < draft.cue[-1][1] or said & FIRST or page.text[start] in CLOSING:
        return
    if FIRST & {page.text[a:b].lower() for a, b in draft.source}:
        return
    for comma, joining, word in zip(told, told[1:], told[2:], strict=False):
        joins = comma.text == "," and joining.text.lower() in ("and", "but")
        if joins and word.text.lower() in FIRST:
            yield comma.start, end
            return


FIRST = frozenset(("i", "we"))


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
