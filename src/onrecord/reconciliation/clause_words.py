"""A clause as words that can be compared: what is said of whom, and where it says no.

There is no parse at this place of the flow, only text; what decides is therefore small and plain:
where a clause ends, which words carry meaning, which are names, and which words a "not" is near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.reconciliation.party_names import PartyNames
from onrecord.reconciliation.synonyms import PHRASES, stem
from onrecord.reconciliation.words import FUNCTION_WORDS, NEGATORS, NUMBERS, fold, listed

# A stop ends a sentence unless it stands after a title, a letter or a short month.
STOP = re.compile(r"[.!?][”\"’)\]]*\s+(?=[“\"‘(]?[A-Z0-9])|\n+")
SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|"
    r"vs|Adm|Jr|Sr)|\b[A-Z])\Z"
)
# Where another clause begins: what stands on its two sides is told by itself.
JOINT = re.compile(
    r"\s*[;:–—]\s+|\s+[-–—]{1,2}\s+|,?\s+(?:but|while|whereas|although|though|because|since|after|"
    r"before|until)\s+|,\s+(?=(?:that|it|this|there|he|she|they|we|i)\s)|,\s+(?:and|which|who|where|when|as|adding|including|with)\s+"
)
WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*|\d[\d,.]*")
FIRST_PERSON = listed("we our us ours i my me mine ourselves")
THIRD_PERSON = listed("it its they their them itself themselves he his him himself she her hers")
NOT_NAMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december president minister prime foreign "
    "secretary general mr mrs ms dr sen rep state colonel chancellor king queen"
)
NOUNS_OF_TALK = listed(
    "claim report allegation accusation suggestion assertion charge notion idea statement fact "
    "rumour rumor said say tell deny denial reporter journalist news agency"
)
TELLING = listed("add adds added say says said saying tell tells told")
NEGATE_BACK = listed("no nothing nobody none neither")  # "signed nothing", but "ended without"
AHEAD, BEHIND = 6, 2  # words in which a "not" is looked for before a word and behind it
LONG_NEGATORS = (
    (re.compile(r"\bfail(?:s|ed|ing)? to\b", re.I), "not"),
    (
        re.compile(r"\b(?:unable|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|inability) to\b", re.I),
        "not",
    ),
    (re.compile(r"\b(?:refrain(?:s|ed|ing)?|abstain(?:s|ed|ing)?) from\b", re.I), "not"),
    (
        re.compile(
            r"(?<!\bto )\b(?:deter|prevent|stop|keep|dissuad)\w*\b(?=[^.,;]{0,40}\bfrom\b)", re.I
        ),
        "not",
    ),
    (re.compile(r"\b(?:far from|short of|yet to|nowhere near|anything but)\b", re.I), "not"),
    (re.compile(r"(?:\bnot|n[’']t) (?:the )?only\b", re.I), "also"),
    (re.compile(r"\bno longer\b", re.I), "not"),
    (re.compile(r"\bno (?:doubt|question|less|more|matter|sooner)\b", re.I), ""),
    (re.compile(r"(?:\bnot|n[’']t) (?:just|only|simply|merely)\b", re.I), "also"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """The words of one clause, in order, and what is known of each.

    `keys` are the stems that carry meaning (a party stands as its id, a number as its value);
    `negated` those near an odd number of negators; `names` the names among them, `parties` the
    parties named, `first` whether "we" is among them; `focus` what a negator is nearest to.
    """

    stems: tuple[str, ...]
    keys: frozenset[str]
    names: frozenset[str]
    parties: tuple[str, ...]
    numbers: frozenset[str]
    negated: frozenset[str]
    focus: frozenset[str]
    before: Mapping[str, str]  # each name with the word before it
    refers: bool  # "it", "they": somebody who is not named

    def about(self, party: str) -> ClauseWords:
        """The same words, said of this party too."""
        if party in self.keys:
            return self
        return replace(self, keys=self.keys | {party}, parties=(party, *self.parties))


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends, its marks included."""
    at = 0
    for stop in STOP.finditer(text):
        if text[stop.start()] != "\n" and SHORT.search(
            text, max(0, stop.start() - 6), stop.start()
        ):
            continue
        end = stop.start() + (text[stop.start()] != "\n")
        if text[at:end].strip():
            yield at, end
        at = stop.end()
    if text[at:].strip():
        yield at, len(text)


def clauses_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each clause of a text begins and ends."""
    for start, end in sentences_of(text):
        at = start
        for joint in JOINT.finditer(text, start, end):
            if joint.start() > at:
                yield at, joint.start()
            at = joint.end()
        if at < end:
            yield at, end


def read_words(text: str, parties: PartyNames, holder: str | None) -> ClauseWords:
    """The words of a clause; "we" stands for `holder` where one is given."""
    for pattern, plain in (*PHRASES, *LONG_NEGATORS):
        text = pattern.sub(plain, text)
    raw = [m.group() for m in WORD.finditer(text)]
    folded = [fold(word) for word in raw]
    stems: list[str] = []
    names: set[str] = set()
    named: list[str] = []
    before: dict[str, str] = {}
    behind: set[int] = set()
    refers = False
    at = 0
    while at < len(raw):
        word = folded[at]
        party = parties.at(folded, at) if raw[at][0].isupper() or raw[at][0].isdigit() else None
        if party is not None:
            if at:
                before.setdefault(party[1], folded[at - 1])
            stems.append(party[1])
            named.append(party[1])
            at += party[0]
            continue
        if word in FIRST_PERSON and holder is not None:
            stems.append(holder)
            named.append(holder)
        elif word in THIRD_PERSON:
            refers = True
        elif word in NEGATORS or word.endswith("n't"):
            if word in NEGATE_BACK:
                behind.add(len(stems))
            stems.append("not")
        elif word in NUMBERS and word != "one":
            stems.append(NUMBERS[word])
        elif word and (word not in FUNCTION_WORDS or (word in TELLING and stems[-1:] == ["not"])):
            key = stem(word)
            stems.append(key)
            if at and raw[at][0].isupper() and word not in NOT_NAMES:
                names.add(key)
                before[key] = folded[at - 1]
        at += 1
    return ClauseWords(
        stems=tuple(stems),
        keys=frozenset(s for s in stems if s != "not" and s not in NOUNS_OF_TALK),
        names=frozenset(names),
        parties=tuple(dict.fromkeys(named)),
        numbers=frozenset(s for s in stems if s[:1].isdigit() and s != "1" and len(s) < 24),
        negated=_negated(stems, behind),
        focus=_focus(stems),
        before=before,
        refers=refers,
    )


def _negated(stems: list[str], behind: set[int]) -> frozenset[str]:
    """The stems that an odd number of negators stands near: before them, or ("no", "nothing": the
    places in `behind`) right after them.
    """
    nots = [i for i, s in enumerate(stems) if s == "not"]
    if not nots:
        return frozenset()
    return frozenset(
        s
        for at, s in enumerate(stems)
        if s != "not"
        and sum(at - AHEAD <= i < at or (i in behind and i <= at + BEHIND) for i in nots) % 2 == 1
    )


def _focus(stems: list[str]) -> frozenset[str]:
    """The word next after each negator: what is denied, as far as place tells."""
    return frozenset(after for word, after in pairwise(stems) if word == "not" and after != "not")
