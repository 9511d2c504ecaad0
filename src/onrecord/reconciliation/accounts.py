"""What one party says of another, and what that other says itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.stances import stance
from onrecord.records import Interval, Position

# A party may have moved in the meantime: its older word does not contradict a newer account.
TAKES = re.compile(
    r"\b(?:accept|agree|open to|ready|willing|prepared|consent|support|back(?:s|ed)\b|embrac|"
    r"want|demand|offer|tak(?:e|es|ing)\b|took\b|would\b)",
    re.IGNORECASE,
)
REFUSES = re.compile(
    r"\b(?:refus|reject|rul\w+ out|declin|oppos|block|not\b|never\b|no\b|cannot\b|against\b)|"
    r"n[’']t\b",
    re.IGNORECASE,
)
CLOSE_DAYS = 30
LARGEST_BUCKET = 200


def accounts_against_own_word(
    positions: Iterable[Position], published: Mapping[str, Interval | None]
) -> Iterator[tuple[Position, Position]]:
    """Yield (account of a party by another, that party's own opposite word), sorted.

    Both must be of one time: said, or where that is unknown printed, within `CLOSE_DAYS`.
    """
    own: dict[tuple[str, str], list[Position]] = defaultdict(list)
    accounts = []
    for position in sorted(positions, key=lambda p: p.id):
        if position.issue is None and position.step is None:
            continue
        if position.act == "claim_about_other":
            if position.about is not None:
                accounts.append(position)
        elif position.party is not None and position.voice == "party":
            own[position.party, _matter(position)].append(position)
    for account in accounts:
        if account.about is None or account.speaker == account.about:
            continue
        for word in own.get((account.about, _matter(account)), [])[:LARGEST_BUCKET]:
            if is_opposite(account, word) and _of_one_time(account, word, published):
                yield account, word


def _matter(position: Position) -> str:
    return position.issue or f"step {position.step}"


def is_opposite(account: Position, word: Position) -> bool:
    """Whether the account has the party take what it refuses, or refuse what it takes."""
    if account.modality != "asserted" or word.modality not in ("asserted", "intention"):
        return False
    if not set(account.values) & set(word.values):
        return False
    told, own = told_sense(account), stance(word)
    return (told == "takes" and own == "refuses") or (told == "refuses" and own == "wants")


def told_sense(account: Position) -> Literal["takes", "refuses"] | None:
    """Whether the account has the other party take the value or refuse it, by its own words.

    The act of an account is only "claim about another", so that its words must say it plainly.
    """
    if account.polarity == "against":
        return "refuses"
    words = " ".join(span.text for span in account.spans)
    refuses, takes = REFUSES.search(words), TAKES.search(words)
    if takes is None:
        return "refuses" if refuses is not None else None
    if refuses is None:
        return "takes"
    return "refuses" if refuses.start() < takes.start() else None


def _of_one_time(
    account: Position, word: Position, published: Mapping[str, Interval | None]
) -> bool:
    """Whether the party had hardly time to move between the two, by what is known of it."""
    if account.article == word.article and (account.said is None or word.said is None):
        return True
    times = [p.said or published.get(p.article) for p in (account, word)]
    return printed_within(times[0], times[1], CLOSE_DAYS)


def own_words_at_odds(positions: Iterable[Position]) -> Iterator[tuple[Position, Position]]:
    """Yield a speaker's words for and against one value, said on the same day."""
    by_matter: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    for position in sorted(positions, key=lambda p: p.id):
        if position.speaker is None or position.issue is None or position.voice != "party":
            continue
        if position.said is None or position.said.precision not in ("minute", "hour", "day"):
            continue
        for value in position.values:
            by_matter[position.speaker, position.issue, value].append(position)
    seen: set[tuple[str, str]] = set()
    for _, group in sorted(by_matter.items()):
        for left, right in _for_and_against(group):
            if (left.id, right.id) not in seen:
                seen.add((left.id, right.id))
                yield left, right


def _for_and_against(group: Sequence[Position]) -> Iterator[tuple[Position, Position]]:
    takes = [p for p in group if stance(p) == "wants" and p.modality == "asserted"]
    refuses = [p for p in group if stance(p) == "refuses" and p.modality == "asserted"]
    for left in takes[:LARGEST_BUCKET]:
        for right in refuses[:LARGEST_BUCKET]:
            same_scope = left.scope == right.scope
            if same_scope and left.said and right.said and left.said.overlaps(right.said):
                yield left, right
