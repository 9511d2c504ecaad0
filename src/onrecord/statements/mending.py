"""What rules know better than the networks: forms that their corpus lacks or marks otherwise.

Each rule here takes something back; a gap is forgiven, a wrong attribution is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.language.parse import Token
from onrecord.statements.cues import CALENDAR, LISTENER, cues_of
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import Range, ends_initials
from onrecord.statements.verbs import is_hypothetical
from onrecord.statements.vocabulary import words

# Alone they name nobody: "The envoy, who said" is who said, not "The".
DATES = CALENDAR - words("on in")
EMPTY_PARTS = words("the a an and or but of only that there")
OPENERS = words("that if whether but and as")
BROKEN_OFF = words("in a an the at")


def mended(page: Page, drafts: Sequence[Draft], ruled: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts of the networks that hold, mended; `ruled` are the drafts of the rules."""
    by_cue = {d.at: d for d in ruled}
    for draft in drafts:
        verb = page.parse.tokens[draft.at]
        if any(reason(page, draft, verb) for reason in NO_REPORT):
            continue
        rule = by_cue.get(draft.at)
        if rule is not None and rule.passive and not rule.source:
            _free_subject(draft, rule)
        draft.source = _named(page, _of_own_block(page, draft.source, verb) or draft.source)
        draft.source, draft.content = (
            tuple(_with_stop(page.text, r) for r in ranges)
            for ranges in (draft.source, draft.content)
        )
        draft.cue = tuple(_without_date(page, r) for r in draft.cue)
        draft.content = _telling(page.text, _of_own_block(page, draft.content, verb))
        if draft.content:
            if rule is not None and (rule.rule == "noun" or _is_relative(page, draft, rule)):
                draft.content = _of_clause(draft.content, rule.content)
            _take_particle(page, draft, verb)
            yield draft


def is_condition(page: Page, _draft: Draft, verb: Token) -> bool:
    """If Arvenia agrees to the terms: nobody has agreed."""
    return page.has_syntax(verb) and is_hypothetical(verb)


def is_told(page: Page, draft: Draft, verb: Token) -> bool:
    """She was told that …: the subject is who hears it, and who told her is not said."""
    told = page.has_syntax(verb) and draft.passive and verb.lemma in LISTENER
    return told and verb.child("agent") is None


def is_name(page: Page, _draft: Draft, word: Token) -> bool:
    """Dr Said Karimov: a capital in the middle of a sentence that is no headline's."""
    first = page.parse.sentences[word.sentence].first
    named = word.pos == "PROPN" or word.ent == "PERSON"
    return named and word.text[0].isupper() and word.i > first and _is_prose(page, word)


def is_example(page: Page, _draft: Draft, word: Token) -> bool:
    """A family of, say, five: between commas, and nobody's verb."""
    around = page.text[word.start - 2 : word.start], page.text[word.end : word.end + 1]
    return word.text == "say" and around == (", ", ",")


def is_idiom(page: Page, draft: Draft, word: Token) -> bool:
    """That said, the tram is cheap; it goes without saying: nobody says anything."""
    source, cue = (
        " ".join(page.text[a:b] for a, b in role).lower() for role in (draft.source, draft.cue)
    )
    turns = source == "that" and word.text.lower() == "said"
    return turns or (source in ("it", "") and "without saying" in cue)


def is_question_mark(page: Page, draft: Draft, _word: Token) -> bool:
    """Q: Were you surprised? The interviewer's question is no statement on record."""
    return [page.text[a:b] for a, b in draft.source] == ["Q"]


def is_order(page: Page, draft: Draft, _word: Token) -> bool:
    """Ordered the battery to withdraw: an act, unless its words are given."""
    first = page.text[draft.content[0][0] :][:5].lower()
    quoted = page.quotation_at(draft.content[0][0]) is not None
    return draft.lemma == "order" and first != "that " and not quoted


def is_citation(page: Page, draft: Draft, _word: Token) -> bool:
    """Citing two people familiar with the talks: who passed it on, not what is said."""
    if draft.lemma != "cite":
        return False
    told = page.parse.between(draft.content[0][0], draft.content[0][1])
    if told and told[0].ent in ("PERSON", "ORG") and told[-1].ent == told[0].ent:
        return True
    return any(t.lemma in PASSING_ON for t in told[:MAX_PASSING])


NO_REPORT = (
    is_condition,
    is_told,
    is_name,
    is_example,
    is_idiom,
    is_question_mark,
    is_order,
    is_citation,
)
PASSING_ON = words(
    "source official people person diplomat aide insider adviser advisor officer minister",
    "spokesman spokeswoman witness report newspaper agency document record",
)
MAX_PASSING = 5  # words in which such a noun stands: "three senior Western officials"


def _is_prose(page: Page, word: Token) -> bool:
    """Whether a sentence has small words enough to be no headline."""
    sentence = page.parse.tokens_of(page.parse.sentences[word.sentence])
    small = sum(t.text[:1].islower() for t in sentence if len(t.text) > 3)
    return 2 * small > sum(t.text.isalpha() for t in sentence if len(t.text) > 3)


def _of_own_block(page: Page, content: Sequence[Range], verb: Token) -> tuple[Range, ...]:
    """The content without what runs on into another block unless that is quoted."""
    own = page.parse.sentences[verb.sentence].block
    found: list[Range] = []
    for start, end in content:
        for block, low, high in _by_block(page, start, end):
            if block == own or page.within(low, high):
                found.append((low, high))
    return tuple(found)


def _by_block(page: Page, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (block, start, end) of the parts of a range that lie in one block each."""
    tokens = page.parse.between(start, end)
    for block, group in groupby(tokens, key=lambda t: page.parse.sentences[t.sentence].block):
        inside = list(group)
        yield block, max(start, inside[0].start), min(end, inside[-1].end)


def _free_subject(draft: Draft, rule: Draft) -> None:
    """Give the subject of "is said to be ready" to the content: nobody is named who says it."""
    draft.source, draft.content = (), rule.content


def _is_relative(page: Page, draft: Draft, rule: Draft) -> bool:
    """Whether "who" or "which" is the source: the outer sentence goes on behind what it says.

    "The two men who" is no other, if what they say is a clause.
    """
    named = [page.text[a:b].lower().split() for a, b in draft.source]
    if named in ([["who"]], [["which"]]):
        return True
    return rule.rule == "clause" and bool(named) and named[-1][-1:] in (["who"], ["which"])


def _of_clause(content: Sequence[Range], clause: Sequence[Range]) -> tuple[Range, ...]:
    """The rule's clause where the content runs on from it into the verb behind.

    "The union's demand that work stop would cost millions": what it would cost is not demanded.
    """
    runs_on = clause and content[0][0] == clause[0][0] and clause[-1][1] < content[-1][1]
    return tuple(clause if runs_on else content)


def _take_particle(page: Page, draft: Draft, verb: Token) -> None:
    """Give the preposition between verb and object to the cue: "asked for" more time.

    Not where it leads to a time: "agreed on Friday to open the road".
    """
    start, end = draft.content[0]
    after = draft.cue[-1][1]
    inside = page.parse.between(start, end)
    if len(inside) < 2 or start < after or page.text[after:start].strip():
        return
    word, named = inside[0].text.lower(), inside[0].child("pobj")
    if word not in PARTICLES or named is None or named.ent in ("DATE", "TIME"):
        return
    if draft.lemma == verb.lemma and any(word in c.frames for c in cues_of(verb.lemma)):
        draft.cue = (*draft.cue[:-1], (draft.cue[-1][0], inside[0].end))
        draft.content = ((inside[1].start, end), *draft.content[1:])


PARTICLES = frozenset(("for", "on"))


def _named(page: Page, source: Sequence[Range]) -> tuple[Range, ...]:
    """The parts of a source that name somebody, without a "that" before them."""
    found: list[Range] = []
    for start, end in _telling(page.text, source):
        inside = page.parse.between(start, end)
        opens = len(inside) > 1 and _joins(inside[0])
        found.append((inside[1].start, end) if opens else (start, end))
    return tuple(found)


def _joins(word: Token) -> bool:
    """Whether a word leads into a clause: the "that" of "said that", not of "that envoy"."""
    joins = word.pos in ("SCONJ", "CCONJ") if word.pos else word.text.islower()
    return joins and word.text.lower() in OPENERS


def _telling(text: str, ranges: Sequence[Range]) -> tuple[Range, ...]:
    """The ranges that hold more than small words: "an exchange … but only" is "an exchange"."""
    return tuple((a, b) for a, b in ranges if not EMPTY_PARTS.issuperset(text[a:b].lower().split()))


def _without_date(page: Page, cue: Range) -> Range:
    """The cue without what leads to a date or breaks off: "said on" Monday, "said in a"."""
    inside = list(page.parse.between(*cue))
    while len(inside) > 1 and inside[-1].text.lower() in BROKEN_OFF:
        inside.pop()
        cue = (cue[0], inside[-1].end)
    after = page.parse.between(cue[1] + 1, cue[1] + 2)
    if len(inside) < 2 or not after or inside[-1].text.lower() not in ("on", "in", "at"):
        return cue
    return (cue[0], inside[-2].end) if after[0].text.lower() in DATES else cue


def _with_stop(text: str, given: Range) -> Range:
    """The range with the full stop that belongs to its last word: "the U.S."."""
    start, end = given
    stop = text[end : end + 1] == "." and ends_initials(text, end + 1)
    return (start, end + 1) if stop else given
