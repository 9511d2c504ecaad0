"""Rules about what is told as a fact: party against party, a party against itself, outlets.

All of them set two tellings of one matter side by side (see `told_against`); who tells them makes
the kind. The docstring of a rule is what a reader is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from onrecord.reconciliation.clash_evidence import Evidence
from onrecord.reconciliation.denials_told import disowned
from onrecord.reconciliation.one_matter import Pair
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.tellings import Telling
from onrecord.reconciliation.told_against import other_detail, turned
from onrecord.records import Contradiction, identity

Asked = Callable[[Telling, Telling], bool]
Kind = Literal["party_vs_party", "self", "outlet_vs_outlet", "account_of_other"]
LONGEST_QUOTE = 120
EQUAL = 0.45  # of the words of both, by weight
STANCES = frozenset(
    stem(w)
    for w in (
        "accept",
        "agree",
        "concede",
        "concession",
        "consider",
        "demand",
        "offer",
        "prepared",
        "ready",
        "refuse",
        "reject",
        "want",
        "willing",
    )
)
MOST_A_SIDE = 24  # tellings kept of one side


def agreement_disowned(evidence: Evidence) -> Iterator[Contradiction]:
    """One party tells that something was agreed or signed; another tells that nothing was, or
    that nobody had the power to.
    """
    pairs = disowned(evidence.tellings)
    yield from _listed(evidence, pairs, "party_vs_party", "agreement_disowned", 0.7)


def fact_denied(evidence: Evidence) -> Iterator[Contradiction]:
    """One party tells something as a fact; another denies it or tells the same with a “not”."""
    of_it: list[Pair] = []
    others: list[Pair] = []
    for pair in evidence.denials:
        if two_parties(*pair):
            (of_it if _is_of_the_denier(*pair) else others).append(pair)
    yield from _listed(evidence, of_it, "account_of_other", "fact_denied", 0.7)
    yield from _listed(evidence, others, "party_vs_party", "fact_denied", 0.7)


def _is_of_the_denier(telling: Telling, denial: Telling) -> bool:
    """Whether what is denied is an account of what the denier would do or take.

    Of the parties in it the denier comes first, and a word for a stance stands in it; what somebody
    is said to have done is a fact between parties.
    """
    named = [word for word in telling.words.stems if word in telling.words.parties]
    return named[:1] == [denial.holder] and not STANCES.isdisjoint(telling.words.stems)


def opposite_told(evidence: Evidence) -> Iterator[Contradiction]:
    """Two parties tell of one thing at one time what excludes each other: open and closed, paid
    and owed.
    """
    pairs = (pair for pair in evidence.opposites if two_parties(*pair))
    yield from _listed(evidence, pairs, "party_vs_party", "opposite_told", 0.6)


def each_blames_the_other(evidence: Evidence) -> Iterator[Contradiction]:
    """Each of two parties tells that it was the other who did one and the same thing."""
    pairs = turned(evidence.tellings)
    yield from _listed(evidence, pairs, "party_vs_party", "each_blames_the_other", 0.6)


def detail_disputed(evidence: Evidence) -> Iterator[Contradiction]:
    """Two parties tell of one event with another day, place or name."""
    pairs = other_detail(evidence.tellings)
    yield from _listed(evidence, pairs, "party_vs_party", "detail_disputed", 0.6)


def own_fact_against_own_fact(evidence: Evidence) -> Iterator[Contradiction]:
    """One party tells something as a fact and, of the same time, that it is not so."""
    pairs = _of_two_origins(evidence, _one_party)
    yield from _listed(evidence, pairs, "self", "own_fact_against_own_fact", 0.5)


def reporters_disagree(evidence: Evidence) -> Iterator[Contradiction]:
    """Two outlets tell of one thing at one time, in their own words, what excludes each other."""
    pairs = _of_two_origins(evidence, _two_outlets)
    yield from _listed(evidence, pairs, "outlet_vs_outlet", "reporters_disagree", 0.6)


def _of_two_origins(evidence: Evidence, told_by: Asked) -> Iterator[Pair]:
    """Yield what is denied or opposite, in nearly the same words, and is no copy of the other."""
    for left, right in (*evidence.denials, *evidence.opposites):
        one = evidence.one_origin(left.article, right.article)
        if told_by(left, right) and not one and _equal_words(evidence, left, right):
            yield left, right


def two_parties(left: Telling, right: Telling) -> bool:
    """Whether two tell it, and both are known."""
    if left.own_voice or right.own_voice:
        return False
    one, other = left.holder, right.holder
    return one is not None and other is not None and one != other


def _one_party(left: Telling, right: Telling) -> bool:
    if left.own_voice or right.own_voice or left.holder is None:
        return False
    return left.holder == right.holder


def _two_outlets(left: Telling, right: Telling) -> bool:
    if not left.own_voice or not right.own_voice:
        return False
    return left.outlet is not None and right.outlet is not None and left.outlet != right.outlet


def _equal_words(evidence: Evidence, left: Telling, right: Telling) -> bool:
    """Whether most of what either says is in the other: a party has many voices and matters."""
    a, b = left.words.keys, right.words.keys
    return evidence.tellings.share(a & b, a | b) >= EQUAL


def _listed(
    evidence: Evidence, pairs: Iterable[Pair], kind: Kind, rule: str, confidence: float
) -> Iterator[Contradiction]:
    """Yield one contradiction for all pairs that hang together by the same two tellers."""
    for together in _joined(pairs, _tellers):
        left = tuple(dict.fromkeys(a.name for a, _ in together))
        right = tuple(dict.fromkeys(b.name for _, b in together))
        one, other = together[0]
        yield Contradiction(
            id=identity("contradiction", kind, rule, *left, "against", *right),
            kind=kind,
            left=left[:MOST_A_SIDE],
            right=right[:MOST_A_SIDE],
            rule=rule,
            detail=f"{_who(evidence, one)}: “{_cut(one.text)}”; "
            f"{_who(evidence, other)}{' denies' if other.denied else ''}: “{_cut(other.text)}”",
            confidence=confidence,
        )


def _tellers(pair: Pair) -> tuple[str, ...]:
    one, other = pair
    return (_teller(one), _teller(other))


def _teller(telling: Telling) -> str:
    return telling.holder or telling.outlet or ""


def _joined(
    pairs: Iterable[Pair], tellers: Callable[[Pair], tuple[str, ...]]
) -> Iterator[list[Pair]]:
    """Yield the pairs of the same tellers that share a telling, the nearest in time first."""
    groups: dict[tuple[str, ...], list[list[Pair]]] = {}
    group_of: dict[tuple[tuple[str, ...], str], int] = {}  # the first group that holds a name
    for pair in sorted(pairs, key=_nearness):
        by = tellers(pair)
        own = groups.setdefault(by, [])
        names = {(by, pair[0].name), (by, pair[1].name)}
        at = min((group_of[name] for name in names if name in group_of), default=len(own))
        if at == len(own):
            own.append([])
        own[at].append(pair)
        for name in names:
            group_of[name] = min(at, group_of.get(name, at))
    for _, own in sorted(groups.items()):
        yield from own


def _nearness(pair: Pair) -> tuple[int, int, str, str]:
    """Those printed nearest to each other first, then those with the most words in common."""
    left, right = pair
    days = 9999
    if left.published and right.published and left.published.start and right.published.start:
        days = abs((left.published.start - right.published.start).days)
    shared = len(left.words.keys & right.words.keys)
    return (-shared, days, left.name, right.name)


def _who(evidence: Evidence, telling: Telling) -> str:
    if telling.own_voice:
        return telling.outlet or "an article"
    return evidence.name(telling.holder)


def _cut(text: str) -> str:
    words = " ".join(text.split()).strip(' ,;:“”"')
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
