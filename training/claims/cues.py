"""What can be counted in two claims: shared words and names, figures, who says it, cues of either.

Statements and figures are those of light mode, so that a pair takes about a millisecond.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluation.gold.texts import article_of
from onrecord.language.english import parse_article
from onrecord.quantities import find_quantities
from onrecord.records import QuantityMention, Statement
from onrecord.statements import find_statements

# Words of either claim by what they do; our own lists, made before any pair was looked at twice.
CUES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "negation": r"not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t",
        "denial": r"den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refus\w*|refut\w*|"
        r"disagree\w*|contradict\w*|false\w*|untrue|wrong|baseless|unfounded|mislead\w*|unlikely",
        "attack": r"accus\w*|blam\w*|critici\w*|condemn\w*|slam\w*|attack\w*|oppos\w*|against|"
        r"fault\w*|denounc\w*|object\w*|critics?|protest\w*|threat\w*|warn\w*|concern\w*|fear\w*",
        "support": r"support\w*|back(?:ed|s|ing)|prais\w*|defend\w*|agree\w*|confirm\w*|endors\w*|"
        r"welcom\w*|approv\w*|applaud\w*|prov\w*|evidence",
        "contrast": r"but|however|despite|although|though|yet|while|instead|rather|still|even|"
        r"nevertheless|whereas|contrary|unless|only|just",
        "hedge": r"may|might|could|alleg\w*|reported\w*|claim\w*|appear\w*|seem\w*|possibl\w*|"
        r"suggest\w*|likely|perhaps|apparent\w*|suspect\w*|believe\w*|think\w*",
        "modal": r"will|would|should|must|shall|going to|plan\w*",
        "more": r"also|in addition|moreover|another|additional\w*|further\w*|added|including|too",
        "good": r"good|great|success\w*|win\w*|won|strong\w*|safe\w*|protect\w*|help\w*|improv\w*|"
        r"benefit\w*|better|best|hope\w*|peace\w*|right\w*|gain\w*|progress",
        "bad": r"bad|worse|worst|fail\w*|los[est]\w*|weak\w*|dead\w*|kill\w*|harm\w*|crisis|"
        r"violen\w*|illegal\w*|crim\w*|danger\w*|risk\w*|problem\w*|corrupt\w*|unfair\w*|abus\w*",
        "saying": r"said|says|say|told|wrote|argued|argues|according|insist\w*|stated|added|asked",
        "cause": r"because|due to|caus\w*|result\w*|led to|thus|therefore|in order",
        "measure": r"more|less|fewer|higher|lower|increas\w*|decreas\w*|ris\w*|fall\w*|drop\w*|"
        r"declin\w*|percent",
        "self": r"i|we|our|my|us|me",
    }.items()
}
FOR, AGAINST = ("support", "good"), ("denial", "attack", "bad", "negation")
STOP_WORDS = """
the a an of to in on for and or but is are was were be been being that this these those it its
he she they his her their them him with as at by from has have had not no will would could can
may might do did does said says say who which what when where also after before into over
about than more most other some any all there if so out up down one two
"""
STOP = frozenset(STOP_WORDS.split())
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+")
ENDING = re.compile(r"(?:ies|ing|ed|es|s|'s|’s)$")
MOST = 3  # of one cue in one claim


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One claim as it is compared."""

    words: tuple[str, ...]
    stems: frozenset[str]
    names: frozenset[str]
    source: frozenset[str]
    figures: frozenset[tuple[float | None, str | None]]
    cues: Mapping[str, int]
    counts: NDArray[np.float64]

    @property
    def leaning(self) -> int:
        """Cues of support less cues against."""
        return sum(self.cues[c] for c in FOR) - sum(self.cues[c] for c in AGAINST)


def read_claim(text: str) -> Claim:
    """A claim with its statements, figures and cues."""
    article = article_of("claim", text)
    parse = parse_article(article, light=True)
    statements = find_statements(article, parse, None)
    figures = find_quantities(article, parse)
    words = tuple(WORD.findall(text.lower()))
    names = frozenset(_stem(n.lower()) for n in NAME.findall(text))
    source = " ".join(s.text for x in statements for s in x.source).lower()
    cues = {name: len(pattern.findall(text)) for name, pattern in CUES.items()}
    return Claim(
        words=words,
        stems=frozenset(_stem(w) for w in words if w not in STOP),
        names=names,
        source=frozenset(_stem(w) for w in WORD.findall(source) if w not in STOP),
        figures=frozenset((q.low, q.unit) for q in figures),
        cues=cues,
        counts=_counts(text, words, names, statements, figures, cues),
    )


def _counts(
    text: str,
    words: Sequence[str],
    names: frozenset[str],
    statements: Sequence[Statement],
    figures: Sequence[QuantityMention],
    cues: Mapping[str, int],
) -> NDArray[np.float64]:
    told = sum(s.end - s.start for x in statements for s in x.content)
    return np.array(
        [
            math.log(len(words) + 1),
            len(names),
            len(figures),
            len(statements),
            min(1.0, told / max(1, len(text))),
            any(mark in text for mark in '"“'),
            any(x.negated for x in statements),
            any(x.modality == "hedged" for x in statements),
            any(x.modality in ("belief", "intention") for x in statements),
            any(c.isdigit() for c in text),
            text.rstrip().endswith("?"),
            *(min(MOST, count) for count in cues.values()),
        ],
        np.float64,
    )


def pair_cues(claims: Mapping[str, Claim], pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    """A row for each pair: what both share, where they differ, and the counts of each and both."""
    seen = Counter(stem for claim in claims.values() for stem in claim.stems)
    weight = {stem: math.log((len(claims) + 1) / (n + 1)) for stem, n in seen.items()}
    return np.array([_pair(claims[left], claims[right], weight) for left, right in pairs])


def _pair(left: Claim, right: Claim, weight: Mapping[str, float]) -> NDArray[np.float64]:
    def weighed(stems: frozenset[str]) -> float:
        return sum(weight[s] for s in stems) + 1e-9

    shared = left.stems & right.stems
    overlap = weighed(shared) / weighed(left.stems | right.stems)
    names = left.names & right.names
    runs = [set(pairwise(c.words)) for c in (left, right)]
    units = {u for _, u in left.figures} & {u for _, u in right.figures}
    known, same = bool(left.source and right.source), bool(left.source & right.source)
    one_negates = (left.cues["negation"] > 0) != (right.cues["negation"] > 0)
    one_denies = (left.cues["denial"] > 0) != (right.cues["denial"] > 0)
    told = [
        overlap,
        weighed(shared) / weighed(left.stems),
        weighed(shared) / weighed(right.stems),
        len(shared),
        max((weight[s] for s in shared), default=0.0),
        len(names),
        len(names) / (len(left.names | right.names) + 1),
        not names,
        len(runs[0] & runs[1]) / (len(runs[0] | runs[1]) + 1),
        len(left.figures & right.figures),
        bool(units) and not left.figures & right.figures,
        known,
        known and same,
        known and not same,
        bool(left.source) != bool(right.source),
        bool(left.source & right.stems),
        bool(right.source & left.stems),
        left.leaning * right.leaning,
        abs(left.leaning - right.leaning),
        left.leaning * right.leaning < 0,
        one_negates,
        one_denies,
        one_negates * overlap,
        one_denies * overlap,
    ]
    one, other = left.counts, right.counts
    return np.concatenate([np.array(told, np.float64), one, other, abs(one - other), one * other])


def _stem(word: str) -> str:
    return ENDING.sub("", word) if len(word) > 4 else word
