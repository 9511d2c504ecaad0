"""When two statements of one speaker report one utterance. Being alike is never enough.

Each rule is a small function. Words decide where they differ: a noun, a number, a negation, a
condition that only one report has makes it another statement. A network that finds "road" near
"rail" is no judge of that, and none is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.sayings import LIMITS, Saying
from onrecord.reconciliation.words import listed

# Six content words in a row are beyond what two occasions share by chance; a slogan is shorter.
SHARED_RUN = 6
MIN_WHOLE_QUOTATION = 5  # a shorter quotation counts if the other holds it as a whole
SHORTEST_QUOTATION = 4  # and this one only if both were said or printed on near days
MIN_PARAPHRASE = 4
MIN_SHARED = 4  # no pair that shares fewer can pass
PARAPHRASE_SHARE = 0.8
PARAPHRASE_JACCARD = 0.6
# A paraphrase without a said date is the same utterance only if it was printed in the same week.
PARAPHRASE_WINDOW_DAYS = 7
NEAR_WORDS = 4  # how far a quotation may skip and still be the same sentence
NOT = frozenset({"not"})
DECIDING = NOT | LIMITS
# Words that a reporter puts in or leaves out at will.
LIGHT = listed(
    "country nation state government side people person leader official also clear clearly made "
    "make really actually own today yesterday tonight earlier later currently situation matter "
    "issue fact thing time way must need want be get take new"
)


def same_utterance(left: Saying, right: Saying) -> bool:
    """Whether both report one utterance: quoted words in common, or one content in other words."""
    if len(left.bag & right.bag) < MIN_SHARED:  # the cheap test first: most pairs end here
        return False
    if left.denied != right.denied or _said_apart(left, right):
        return False
    return shares_quotation(left, right) or (
        left.speaker is not None and right.speaker is not None and is_paraphrase(left, right)
    )


def shares_quotation(left: Saying, right: Saying) -> bool:
    """Whether a run of quoted words stands in both, and no word beside it decides otherwise."""
    least = SHORTEST_QUOTATION if _said_together(left, right) else MIN_WHOLE_QUOTATION
    return any(_one_quotation(a, b, least) for a in left.quoted for b in right.quoted)


def _one_quotation(left: Sequence[str], right: Sequence[str], least: int) -> bool:
    size = min(SHARED_RUN, len(left), len(right))
    if size < least:
        return False
    matcher = SequenceMatcher(a=left, b=right, autojunk=False)
    run = matcher.find_longest_match()
    if run.size < size:
        return False
    after = _goes_on(left[run.a + run.size :], right[run.b + run.size :], LIMITS)
    before = _goes_on(left[: run.a][::-1], right[: run.b][::-1], DECIDING)
    return after and before


def _goes_on(left: Sequence[str], right: Sequence[str], deciding: frozenset[str]) -> bool:
    """Whether what stands beside a shared run can be one speech: cut, or the same again.

    `deciding` are the words that one of them may not have next to the run if the other stops.
    """
    here, there = left[:NEAR_WORDS], right[:NEAR_WORDS]
    if not here or not there:  # the one quotes less
        return not (deciding.intersection(here[:2]) or deciding.intersection(there[:2]))
    meeting = next(
        ((a, b) for a in range(len(here)) for b in range(len(there)) if here[a] == there[b]), None
    )
    if meeting is None:  # both go on with something else: a swapped last word, or another matter
        left, right = _weighty(left), _weighty(right)
        return not left or not right or min(len(left), len(right)) >= NEAR_WORDS
    skipped, added = set(here[: meeting[0]]) - LIGHT, set(there[: meeting[1]]) - LIGHT
    if skipped and added:  # one word for another
        return False
    if any(word in DECIDING or word[0].isdigit() for word in skipped | added):
        return False
    return _goes_on(left[meeting[0] + 1 :], right[meeting[1] + 1 :], deciding)


def _weighty(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in LIGHT]


def is_paraphrase(left: Saying, right: Saying) -> bool:
    """Whether nearly the same words stand in both, and none of those that differ decides."""
    if left.numbers != right.numbers or _bear_apart(left.bearing, right.bearing):
        return False
    if _negations(left) != _negations(right) or not _said_together(left, right):
        return False
    a, b = left.bag - LIGHT, right.bag - LIGHT
    if min(len(a), len(b)) < MIN_PARAPHRASE or _swapped(left, right):
        return False
    only_left, only_right = a - b, b - a
    if only_left and only_right:  # a word for another: road for rail
        return False
    if (only_left | only_right) & DECIDING:
        return False
    shared = len(a & b)
    return shared >= PARAPHRASE_SHARE * min(len(a), len(b)) and (
        shared >= PARAPHRASE_JACCARD * len(a | b)
    )


def _bear_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one is to come and the other done, or only one is doubtful or on a condition.

    Headlines leave the time open: "to open" is both.
    """
    differing = set(left) ^ set(right)
    return differing >= {"ahead", "done"} or not differing.isdisjoint({"unsure", "if"})


def _negations(saying: Saying) -> int:
    return sum(word == "not" for word in saying.words) % 2


def _swapped(left: Saying, right: Saying) -> bool:
    """Whether the names stand in another order though the voice is the same: who did it to whom."""
    both = set(left.capitals) & set(right.capitals) & (left.names | right.names)
    ours = list(dict.fromkeys(n for n in left.capitals if n in both))
    theirs = list(dict.fromkeys(n for n in right.capitals if n in both))
    return ours != theirs and left.passive == right.passive


def _said_apart(left: Saying, right: Saying) -> bool:
    return left.said is not None and right.said is not None and not left.said.overlaps(right.said)


def _said_together(left: Saying, right: Saying) -> bool:
    """Whether both were said, or printed, close enough to be one occasion."""
    if left.article == right.article:
        return True
    if left.said is not None and right.said is not None:
        return left.said.overlaps(right.said)
    return printed_within(left.published, right.published, PARAPHRASE_WINDOW_DAYS)
