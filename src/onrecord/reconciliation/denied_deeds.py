"""What a denial denies: the deed that it names, whoever is said to have done it.

A denial shares many words with claims beside the matter: who, where, with whom. What makes it the
denial of a claim is the deed ("sending troops", "that it had poisoned the wells"), so that the
claim must tell the same deed, in the same word or in one that news uses for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reconciliation.clause_words import WORD
from onrecord.reconciliation.facts import FINITE
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import FUNCTION_WORDS, NEGATORS, fold, listed

# Who denies the one would have to deny the others of its line.
ONE_DEED = """
arm weapon supply equip aid support back
send enter cross deploy invade invasion intervene intervention incursion
attack strike bomb bombing shell shelling fire bombard raid
kill execute murder massacre shoot assassinate
meddle interfere interference meddling
hack hacking hacker intrusion
fund finance pay payment bribe
hide conceal withhold suppress
lie mislead deceive
leak disclose reveal
collude collusion conspire conspiracy
torture abuse mistreat
poison poisoning
agree accept consent
violate violation breach break
discuss talk raise
"""
# Words for having had a part in it, whatever it was.
ANY_DEED = frozenset(
    stem(word)
    for word in listed(
        "behind responsible involved responsibility involvement role part complicity complicit "
        "wrongdoing guilty guilt anything connection link tie knowledge"
    )
)
# Verbs that say little: the deed is in the words behind them.
LIGHT = frozenset(
    stem(word)
    for word in listed(
        "seek try attempt plan want provide give make take carry offer play order authorize engage "
        "launch conduct commit stage use receive get begin stop continue"
    )
)
AUXILIARIES = listed("has have had having is are was were be been being did does do")
A_CLAIM = re.compile(
    r"^\W*(?:as \w+ )?(?:(?:that|the|an?|any|all|such|these|those|this|his|her|its|their) )*"
    r"(?:[\w’'-]+ )?(?:reports?|claims?|allegations?|accusations?|assertions?|suggestions?|"
    r"charges?)\b(?: (?:by|from) (?:the )?(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)*)?\s*",
    re.IGNORECASE,
)
# What a claim is told to be about, behind the word for it.
ABOUT_IT = re.compile(
    r"(?:that|of|about|on|over|regarding|concerning|related to|linking|it|he|she|they)\b|"
    r"[A-Z]",
)
UNTRUE_THAT = re.compile(
    r"^\W*(?:it(?: is|[’']s| was) )?(?:simply )?(?:untrue|false|a lie|not true|not the case|wrong) "
    r"that\b\s*",
    re.IGNORECASE,
)
OF_IT = re.compile(r"^(?:that|of)\s+")
# What takes up whatever was said just before.
SAID_BEFORE = re.compile(
    r"^\W*(?:it|this|them)\b(?=\W*$|\W+(?:within|on|in|at|as|by|when|after|before|again|to|during|and|"
    r"but|for|through|saying|calling|yesterday|today|[a-z]+ly)\b)|^\W*(?:that|so)\W*$|"
    r"\b(?:any|no) such|such a thing|(?:doing|done) so\b"
)
NEXT_WORDS = 3  # words behind the verb in which a noun for the deed stands ("military support")


def takes_up(text: str) -> bool:
    """Whether a denial names no matter of its own: it denies what was said just before."""
    if SAID_BEFORE.search(text):
        return True
    claim = A_CLAIM.match(text)
    return claim is not None and ABOUT_IT.match(text, claim.end()) is None


def calls_it_a_claim(text: str) -> bool:
    """Whether it denies "the accusation that …"."""
    return A_CLAIM.match(text) is not None


def what_is_denied(text: str) -> str:
    """The words without those that call it a claim, or untrue; empty where there are no others."""
    text = UNTRUE_THAT.sub("", text)
    claim = A_CLAIM.match(text)
    return text if claim is None else OF_IT.sub("", text[claim.end() :])


def deeds_denied(text: str) -> frozenset[str]:
    """The deeds that a denial names, by their kinds; empty where it is any part in something."""
    raw = [match.group() for match in WORD.finditer(what_is_denied(text))]
    folded = [fold(word) for word in raw]
    at = _verb(raw, folded)
    rest = [stem(word) for word in folded[at:] if _says_something(word)]
    if not rest or not ANY_DEED.isdisjoint(rest[:2]):
        return frozenset()
    verb, behind = rest[0], rest[1 : 1 + NEXT_WORDS]
    found = {verb, *(word for word in behind if word in _KINDS)}
    if verb in LIGHT:
        found.update(behind[:1])
    return kinds_of(found)


def kinds_of(stems: Iterable[str]) -> frozenset[str]:
    """The kind of deed that each word tells, or the word itself."""
    return frozenset(_KINDS.get(word, word) for word in stems)


def _verb(raw: list[str], folded: list[str]) -> int:
    """Where the verb stands: "sending" at its head, else behind the first auxiliary, else the
    first word that looks like a verb.
    """
    first = next((at for at, word in enumerate(folded) if _says_something(word)), 0)
    if folded[first:] and folded[first].endswith("ing"):
        return first
    for at, word in enumerate(folded):
        if word in AUXILIARIES:
            return at + 1
    return next((at for at, word in enumerate(raw) if FINITE.search(word)), 0)


def _says_something(word: str) -> bool:
    return word not in FUNCTION_WORDS and word not in NEGATORS and not word.endswith("ly")


_KINDS = {
    stem(word): stem(line.split()[0])
    for line in ONE_DEED.strip().splitlines()
    for word in line.split()
}
