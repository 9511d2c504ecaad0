"""Who stands beside a reporting verb, by word order alone: for the light mode and misparses."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.parse import Token
from onrecord.statements.ranges import Range
from onrecord.statements.vocabulary import words

HELPERS = words(
    "has have had is was were be been being also then later again repeatedly further",
    "earlier recently still now even never not n't n’t will would could can may might",
    "should did does do previously already once just simply reportedly publicly privately",
    "often long always",
)
LEADERS = words(
    "and but while as when after before because although though if whereas since so yet or",
    "meanwhile however nevertheless still instead similarly separately earlier later then",
    "additionally furthermore moreover",
)
OPENERS = words(
    "in on at during after before for by with from speaking asked late early",
)
# What ends a source that stands after its verb.
ENDERS = words(
    "in on at during after before when while as about with by through via to following into",
    "amid that if because but and adding saying referring noting warning monday tuesday",
    "wednesday thursday friday saturday sunday yesterday today",
)
MAX_SOURCE_TOKENS = 30


def beside(verb: Token, clause: Sequence[Token]) -> Range | None:
    """The source next to a verb within its clause: before it, else after it ("said the envoy")."""
    at = next((n for n, t in enumerate(clause) if t is verb), -1)
    if at < 0:
        return None
    before = _before(clause[:at])
    return before or _after(clause[at + 1 :])


def _before(tokens: Sequence[Token]) -> Range | None:
    words = list(tokens)
    while words and (words[-1].text.lower() in HELPERS or words[-1].text in ",—–"):
        words.pop()
    words = _without_opening(words)
    while words and (words[0].text.lower() in LEADERS or words[0].text in ",—–-;"):
        words.pop(0)
    if not words or len(words) > MAX_SOURCE_TOKENS or not is_nominal(words):
        return None
    words = _before_verb(words)
    return words[0].start, words[-1].end


def _before_verb(words: list[Token]) -> list[Token]:
    """The words before a verb of their own, outside "who …": "Dorn was careful to say" has Dorn.

    After "It was, the envoy" the words behind the last comma are the source, and a pronoun that
    ends the words is the nearest.
    """
    for at, token in enumerate(words):
        low = token.text.lower()
        if low in RELATIVES:
            return words
        if at and low in FINITE:
            comma = max((n for n, t in enumerate(words) if t.text == ","), default=0)
            if words[-1].text.lower() in SUBJECTS:
                return words[-1:]
            if comma > at and comma + 1 < len(words) and is_nominal(words[comma + 1 :]):
                return words[comma + 1 :]
            return words[:at]
    return words


RELATIVES = words("who which that whose whom where when")
SUBJECTS = words("he she they it we i")
FINITE = words("is are was were has have had will would said told wrote")


def _without_opening(words: list[Token]) -> list[Token]:
    """The words after an opening adverbial and its comma ("On Monday, the envoy")."""
    for _ in range(2):
        opens = words and words[0].text.lower() in OPENERS | LEADERS
        comma = next((n for n, t in enumerate(words) if t.text == ","), -1)
        if not opens or comma < 0 or comma == len(words) - 1:
            break
        words = words[comma + 1 :]
    return words


def _after(tokens: Sequence[Token]) -> Range | None:
    words: list[Token] = []
    commas = 0
    for token in tokens:
        low = token.text.lower()
        if low in ENDERS or token.text in ".:;!?—–()" or len(words) >= MAX_SOURCE_TOKENS:
            break
        commas += token.text == ","
        if commas > 2:
            break
        words.append(token)
    while words and words[-1].text in ",-":
        words.pop()
    return (words[0].start, words[-1].end) if words and is_nominal(words) else None


def is_nominal(words: Sequence[Token]) -> bool:
    """Whether words can name a source: a capital, an article, a pronoun, or a plural of people."""
    first = words[0].text
    return (
        first[0].isupper()
        or first.lower() in DETERMINERS
        or any(w.text[0].isupper() for w in words[:4])
        or (len(words) <= 3 and words[-1].text.lower().endswith("s"))
    )


DETERMINERS = words(
    "the a an his her their its our my he she they it we who i one some many several two",
    "three officials sources analysts experts diplomats another other this that these those",
)
