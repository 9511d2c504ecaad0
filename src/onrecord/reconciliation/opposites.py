"""Words that cannot both hold of one thing at one time, and words for having agreed.

A line has the two sides of one matter. A word stands here only where the two exclude each other as
facts: "open" and "closed" do; "good" and "bad" are opinions, "attack" and "defend" go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from onrecord.reconciliation.clause_words import WORD, ClauseWords
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import fold

SIDES = """
open reopened unblocked | closed shut blocked sealed
running operating working operational | idle shut halted stopped
attended present joined | absent stayed-away boycotted skipped missed
alive survived safe-and-sound | dead died killed executed
released freed | held jailed imprisoned detained captive
returned handed-back | kept retained withheld
paid | owed owes unpaid defaulted
honoured observed respected complied upheld abided obeyed | broke violated breached flouted defied
allowed let admitted permitted | barred blocked prevented denied-entry turned-away forbade banned
delivered arrived | withheld missing
began started opened | postponed delayed cancelled
ended stopped over finished collapsed ceased broke-down | continued went-on goes-on ongoing
intact unharmed undamaged | destroyed damaged ruins demolished wrecked
empty | full loaded
withdrew withdrawn pulled-out left | remained stayed remain stays
succeeded | failed
rose grew increased climbed | fell dropped declined decreased shrank
won | lost
knew informed told notified | unaware uninformed unannounced
public published disclosed | secret withheld
seized captured controls holds occupied overran took-control | lost repelled contested only-part
peaceful-purposes civilian | military-purposes weaponize
armed | unarmed
recognized recognised | disowned
voluntary voluntarily | forced coerced
accidental accident | deliberate deliberately
"""
# Several words that make one of a side.
JOINED = (
    *(
        (re.compile(rf"\b{words.replace('-', '[ -]')}\b", re.IGNORECASE), words.replace("-", ""))
        for words in sorted(set(re.findall(r"\b[a-z]+(?:-[a-z]+)+\b", SIDES)))
    ),
    (re.compile(r"\b(?:only|just) (?:a )?parts?\b|\b(?:in part|partly|partially)\b"), "onlypart"),
    (re.compile(r"\b(?:took|taken|takes|taking) (?:full )?control\b"), "tookcontrol"),
    (re.compile(r"\bstay(?:s|ed|ing)? away\b"), "stayedaway"),
    (re.compile(r"\b(?:went|goes|going|gone) on\b"), "wenton"),
)
NO_STATE_AFTER = frozenset(
    ["to", "a", "an", "the", "for", "of", "any", "some", "its", "their", "his", "her", "our", "no"]
)
BEING = frozenset(["is", "are", "was", "were", "be", "been", "being", "remains", "remained"])
_DONE = (
    r"agreed|accepted|signed|settled|endorsed|approved|ratified|initialled|concluded|reached|struck|"
    r"sealed|clinched"
)
_PACT = (
    r"agreement|deal|accord|pact|settlement|compromise|consensus|protocol|treaty|truce|ceasefire|"
    r"merger|list|plan|map|terms"
)
WAS_AGREED = re.compile(
    rf"\b(?:had|has|have|was|were|been) (?:\w+ )?(?:{_DONE})\b(?! (?:with|that|the))|"
    rf"\b(?:agreed (?:to|on|upon)|settled (?:on|for))\b|"
    rf"\b(?:accepted|signed|endorsed|approved|ratified|reached|struck|sealed|clinched|concluded) "
    rf"(?:the |an? |its |their |this |that )?(?:[\w-]+ ){{0,3}}(?:{_PACT})\b|"
    rf"\b(?:had|has|have) (?:\w+ )?(?:accepted|signed|endorsed|approved|ratified)\b",
    re.IGNORECASE,
)
NOT_AGREED = re.compile(
    rf"\b(?:no|nothing|none|nobody|never|not|neither|n[’']t)\b[^,;.]{{0,40}}?\b"
    rf"(?:{_DONE}|agree (?:to|on)|accept|sign|endorse|approve|ratify)\b(?! with)|"
    rf"\b(?:there (?:was|is|has been|had been)|(?:reached|signed|made|struck)) no "
    rf"(?:such )?(?:[\w-]+ )?(?:{_PACT})\b(?! (?:is|are|can))|"
    rf"\bno (?:\w+ )?(?:authority|mandate|power|right) to (?:\w+ )?(?:sign|agree|accept|"
    rf"endorse|approve|settle|conclude|commit)\b",
    re.IGNORECASE,
)
ABOUT_AGREEING = frozenset(
    stem(word) for word in f"{_DONE}|{_PACT}|authority|mandate|power|made|making|side".split("|")
)


def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for matter, line in enumerate(SIDES.strip().splitlines()):
        for side, words in zip((1, -1), line.split("|"), strict=True):
            for word in words.split():
                found.setdefault(stem(word.replace("-", "")), []).append((matter, side))
    return {word: tuple(sorted(set(sides))) for word, sides in found.items()}


SIDE_OF = _sides()


def joined(text: str) -> str:
    """The text with every several-word side as one word."""
    for pattern, word in JOINED:
        text = pattern.sub(word, text)
    return text


def sides_of(words: ClauseWords, text: str) -> dict[int, tuple[int, str]]:
    """For every matter of `SIDES` that the clause speaks of: on which side it is, by which word.

    A "not" near the word turns the side. "To end", "a continued presence" and "ending it" tell of
    no state: such words do not count.
    """
    found: dict[int, tuple[int, str]] = {}
    raw = [m.group() for m in WORD.finditer(joined(text))]
    for before, word in pairwise(["", *raw]):
        key = stem(fold(word))
        if key not in SIDE_OF or before.casefold() in NO_STATE_AFTER:
            continue
        if key == "over" and before.casefold() not in BEING:  # "flew over it"
            continue
        if word.casefold().endswith("ing") and before.casefold() not in BEING and before:
            continue
        for matter, side in SIDE_OF[key]:
            found[matter] = (-side if key in words.negated else side, key)
    return found


def agreed(text: str, words: ClauseWords) -> int:
    """1 where the clause tells that something was agreed, -1 where that it was not, else 0."""
    if NOT_AGREED.search(text):
        return -1
    return 1 if WAS_AGREED.search(text) and not words.negated else 0


def said_again(keys: Iterable[str]) -> frozenset[str]:
    """The keys without the words for agreeing: what was agreed on, or not."""
    return frozenset(keys) - ABOUT_AGREEING
