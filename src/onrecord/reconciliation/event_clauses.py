"""The clause that holds a word, and the one date that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.language.parse import Parse, Sentence, Token
from onrecord.reconciliation.event_words import ADJUNCTS, AFTER
from onrecord.reconciliation.words import listed
from onrecord.records import Article, TimeMention

CLAUSE_HEADS = listed("ROOT ccomp advcl relcl parataxis acl")
SUBJECTS = listed("nsubj nsubjpass csubj expl")
BREAKS = frozenset(',;:—–()“”"') | listed("but while which who whose where that after before")
LONGEST_CLAUSE = 60
LONGEST_TITLE = 24  # tokens; two lines of a timeline on a phone
CORE = listed("nsubj nsubjpass dobj attr prt aux auxpass neg dative prep agent npadvmod")
EDGES = ' ,;:.—–-“”"’‘('
LOOSE = frozenset({"", "and", "or", "but", "that", "while"})
LOOSE_ENDS = re.compile(
    r"^(?:and|but|that|while) |,? (?:and|or|but|that)$|, \w+ing$", re.IGNORECASE
)
JOINS = listed("and or to through until")


def clause_of(trigger: Token, parse: Parse, sentence: Sentence) -> list[Token]:
    """The tokens of the clause that holds a word, in text order.

    By syntax: what hangs on the clause's verb, without further clauses; a participle without a
    subject of its own belongs to the clause above it. Without syntax: up to the next comma,
    quotation mark or conjunction.
    """
    if not parse.has_syntax:
        return _between_breaks(trigger, parse, sentence)
    head = trigger
    while not _heads_clause(head) and head.head is not head:
        head = head.head
    found, stack = [], [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(c for c in token.children if not _heads_clause(c))
    found.sort(key=lambda t: t.i)
    return found if len(found) <= LONGEST_CLAUSE else _between_breaks(trigger, parse, sentence)


def named_after(trigger: Token, parse: Parse) -> list[Token]:
    """What is named in "after the talks in Lena on Friday": the noun with all that hangs on it.

    The clause around it tells of something else. Empty where the word stands otherwise.
    """
    if not parse.has_syntax:
        return []
    noun = trigger
    while noun.dep in ("compound", "conj") and noun.head is not noun:
        noun = noun.head
    while noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.pos == "NOUN":
        noun = noun.head.head
    if noun.dep != "pobj" or noun.head.text.lower() not in AFTER:
        return []
    found, stack = [], [noun]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(c for c in token.children if not _heads_clause(c))
    return sorted(found, key=lambda t: t.i)[:LONGEST_CLAUSE]


def title_of(trigger: Token, clause: Sequence[Token], article: Article, *, has_syntax: bool) -> str:
    """The words that name the event: its clause if that is short, else the noun with what hangs on
    it, or the verb with its subject and object. What is left out between them is an ellipsis.
    """
    if not has_syntax or (len(clause) <= LONGEST_TITLE and not _is_occasion(trigger)):
        return _written(_near(trigger, clause), article)
    noun = trigger
    while noun.dep == "compound" and noun.head is not noun:
        noun = noun.head
    while noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.pos == "NOUN":
        noun = noun.head.head
    if noun.pos in ("NOUN", "PROPN") and noun.dep not in SUBJECTS:
        words = [t for t in noun.subtree() if t in clause or noun.dep == "pobj"]
        return _written(_near(trigger, words), article)
    verb = noun if noun.pos == "VERB" else noun.head
    core = [verb]
    for child in verb.children:
        if child.dep in CORE and not _heads_clause(child):
            core += [t for t in child.subtree() if t in clause]
    core.sort(key=lambda t: t.i)
    return _written(_near(trigger, core), article)


def _is_occasion(noun: Token) -> bool:
    """Whether the clause tells of something else, on this occasion: "met during the 2019 vote"."""
    while noun.dep == "compound" and noun.head is not noun:
        noun = noun.head
    while noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.pos == "NOUN":
        noun = noun.head.head
    return noun.dep == "pobj" and noun.head.text.lower() in ADJUNCTS


def _near(trigger: Token, words: Sequence[Token]) -> list[Token]:
    """At most so many of these words as a title holds, the trigger among them."""
    if len(words) <= LONGEST_TITLE:
        return list(words)
    at = next((n for n, t in enumerate(words) if t.i == trigger.i), 0)
    first = max(0, min(at - LONGEST_TITLE // 2, len(words) - LONGEST_TITLE))
    return list(words[first : first + LONGEST_TITLE])


def _written(words: Sequence[Token], article: Article) -> str:
    """The article's own characters of these tokens; where words are left out, an ellipsis."""
    parts: list[tuple[int, int]] = []
    last: Token | None = None
    for token in words:
        between = article.text[last.end : token.start] if last is not None else "x"
        if any(c.isalnum() for c in between):
            parts.append((token.start, token.end))
        else:
            parts[-1] = (parts[-1][0], token.end)
        last = token
    pieces = [" ".join(article.text[start:end].split()).strip(EDGES) for start, end in parts]
    while pieces and pieces[-1].lower() in LOOSE:
        pieces.pop()
    while pieces and pieces[0].lower() in LOOSE:
        pieces.pop(0)
    return LOOSE_ENDS.sub("", " … ".join(p for p in pieces if p)).strip(EDGES)


def _heads_clause(token: Token) -> bool:
    if token.dep in ("advcl", "acl") and token.tag in ("VBG", "VBN"):
        return any(c.dep in SUBJECTS or c.dep == "mark" for c in token.children)
    if token.dep == "pcomp":  # "left on Friday after holding talks"
        return token.head.text.lower() in ("after", "before", "since", "until")
    if token.dep in CLAUSE_HEADS:
        return True
    return token.dep == "conj" and token.pos in ("VERB", "AUX")


def _between_breaks(trigger: Token, parse: Parse, sentence: Sentence) -> list[Token]:
    first = last = trigger.i
    while first > sentence.first and parse.tokens[first - 1].text.lower() not in BREAKS:
        first -= 1
    while last + 1 < sentence.last and parse.tokens[last + 1].text.lower() not in BREAKS:
        last += 1
    return list(parse.tokens[first : last + 1])


def time_of(
    trigger: Token, clause: Sequence[Token], times: Sequence[TimeMention], parse: Parse
) -> TimeMention | None:
    """The one date of the clause; of several, the one that hangs on the word itself."""
    numbers = {t.i for t in clause}
    inside = [t for t in times if any(w.i in numbers for w in words_of(t, parse))]
    if len({(t.start, t.end) for t in inside}) == 1:
        return inside[0]
    # "At six on Saturday": the hour stands on the day.
    days = [t for t in inside if t.type == "DATE"]
    return days[0] if len(days) == 1 else _hanging_on(trigger, inside, parse)


def _hanging_on(trigger: Token, times: Iterable[TimeMention], parse: Parse) -> TimeMention | None:
    """The one date that belongs to the word itself: "the talks on Friday"."""
    if parse.has_syntax:
        own = {t.i for t in trigger.subtree()}
    else:
        own = set(range(trigger.i - 3, trigger.i + 5))
    hanging = [t for t in times if any(w.i in own for w in words_of(t, parse))]
    return hanging[0] if len(hanging) == 1 else None


def named_by(noun: Token, times: Iterable[TimeMention], parse: Parse) -> TimeMention | None:
    """The one date that names the noun: "a Friday deadline", "the deadline of 1 May"."""
    named = []
    for time in times:
        words = words_of(time, parse)
        if not words:
            continue
        before = 0 < noun.i - words[-1].i <= 2
        after = 0 < words[0].i - noun.i <= 2 and parse.tokens[words[0].i - 1].text == "of"
        if before or after:
            named.append(time)
    return named[0] if len(named) == 1 else None


def is_one_of_two(time: TimeMention, every: Iterable[TimeMention], parse: Parse) -> bool:
    """Whether it stands in "in May and June": then neither is the date alone."""
    words = words_of(time, parse)
    if not words:
        return False
    first, last = words[0].i, words[-1].i
    for other in every:
        theirs = words_of(other, parse)
        if other.id == time.id or not theirs:
            continue
        for left, right in ((theirs[-1].i, first), (last, theirs[0].i)):
            if right - left == 2 and parse.tokens[left + 1].text.lower() in JOINS:
                return True
    return False


def words_of(time: TimeMention, parse: Parse) -> Sequence[Token]:
    """The tokens of a time."""
    return parse.between(time.span.start, time.span.end)
