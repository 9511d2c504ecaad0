"""What rules take back from the networks: each reason with a case that it must leave alone."""

from __future__ import annotations

import pytest

from onrecord.statements.mending import mended
from onrecord.statements.nouns import find_nouns
from onrecord.statements.ranges import Range
from onrecord.statements.wording import worded
from tests.statements.reading import page_of

Marked = tuple[str, str, str]  # source, cue, content as a network might give them

DROPPED: dict[str, tuple[str, Marked]] = {
    "a condition": (
        "If Arvenia agrees to the terms, the road opens.",
        ("Arvenia", "agrees to", "the terms"),
    ),
    "who is told": (
        "She was told that the bridge had fallen.",
        ("She", "was told", "that the bridge had fallen"),
    ),
    "a name": (
        "The doctor Said Karimov crossed the narrow street with two suitcases.",
        ("The doctor", "Said", "Karimov crossed the narrow street"),
    ),
    "an example": (
        "A family of, say, five uses more water.",
        ("A family of", "say", "five uses more water"),
    ),
    "that said": ("That said, the tram is cheap.", ("That", "said", "the tram is cheap")),
    "without saying": (
        "It goes without saying that the harbour is shut.",
        ("It", "goes without saying", "that the harbour is shut"),
    ),
    "a question": ("Q: Were you surprised?", ("Q", ":", "Were you surprised")),
    "an order": (
        "The general ordered the battery to withdraw.",
        ("The general", "ordered", "the battery to withdraw"),
    ),
    "a citation": (
        "The paper, citing three senior officials, printed a map.",
        ("The paper", "citing", "three senior officials"),
    ),
    "small words alone": ("Maren said that and left.", ("Maren", "said", "that")),
}
KEPT: dict[str, tuple[str, Marked, Marked]] = {
    "a reason is no condition": (
        "As Arvenia agreed to the terms, the road opened.",
        ("Arvenia", "agreed to", "the terms"),
        ("Arvenia", "agreed to", "the terms"),
    ),
    "who tells": (
        "She told them that the bridge had fallen.",
        ("She", "told", "that the bridge had fallen"),
        ("She", "told", "that the bridge had fallen"),
    ),
    "what that person said": (
        "That envoy said the tram is cheap.",
        ("That envoy", "said", "the tram is cheap"),
        ("That envoy", "said", "the tram is cheap"),
    ),
    "an order in its words": (
        "The court ordered that the road be opened.",
        ("The court", "ordered", "that the road be opened"),
        ("The court", "ordered", "that the road be opened"),
    ),
    "a reason that is cited": (
        "Maren left, citing the cost of the bridge.",
        ("Maren", "citing", "the cost of the bridge"),
        ("Maren", "citing", "the cost of the bridge"),
    ),
    "a source without its that": (
        "Maren said that Arvenia refused to leave.",
        ("that Arvenia", "refused", "to leave"),
        ("Arvenia", "refused", "to leave"),
    ),
    "a cue without a date's preposition": (
        "Maren said on Monday the road was open.",
        ("Maren", "said on", "the road was open"),
        ("Maren", "said", "the road was open"),
    ),
    "a cue with its own preposition": (
        "Maren insisted on an open road.",
        ("Maren", "insisted on", "an open road"),
        ("Maren", "insisted on", "an open road"),
    ),
    "the stop of initials": (
        "The plan came from the U.S. on Monday, Maren said.",
        ("Maren", "said", "The plan came from the U.S"),
        ("Maren", "said", "The plan came from the U.S."),
    ),
    "there, who is nobody": (
        "There, some said the road was open.",
        ("There", "said", "the road was open"),
        ("", "said", "the road was open"),
    ),
    "who stands there": (
        "The guard there said the road was open.",
        ("The guard there", "said", "the road was open"),
        ("The guard there", "said", "the road was open"),
    ),
    "a noun's clause, not the verb behind": (
        "Maren’s claim that the mill was sold surprised the council.",
        ("Maren", "claim", "that the mill was sold surprised the council"),
        ("Maren", "claim", "that the mill was sold"),
    ),
    "a noun's purpose, not the verb behind": (
        "Maren’s refusal to sign the paper angered the council.",
        ("Maren", "refusal", "to sign the paper angered the council"),
        ("Maren", "refusal", "to sign the paper"),
    ),
    "less than a noun's clause": (
        "Maren’s claim that the mill was sold surprised the council.",
        ("Maren", "claim", "that the mill"),
        ("Maren", "claim", "that the mill"),
    ),
    "not the noun's clause": (
        "Maren’s claim that the mill was sold surprised the council.",
        ("Maren", "claim", "surprised the council"),
        ("Maren", "claim", "surprised the council"),
    ),
    "asked for": (
        "The union asked for more time.",
        ("The union", "asked", "for more time"),
        ("The union", "asked for", "more time"),
    ),
    "insisted on": (
        "The union insisted on a break.",
        ("The union", "insisted", "on a break"),
        ("The union", "insisted on", "a break"),
    ),
    "the first for of two": (
        "The union asked for help and for money.",
        ("The union", "asked", "for help and for money"),
        ("The union", "asked for", "help and for money"),
    ),
    "asked somebody for": (
        "The union asked the council for more time.",
        ("The union", "asked", "the council for more time"),
        ("The union", "asked", "the council for more time"),
    ),
    "a verb without that preposition": (
        "The union voted for a strike.",
        ("The union", "voted", "for a strike"),
        ("The union", "voted", "for a strike"),
    ),
    "a day behind a verb without on": (
        "The union said on Friday that the road was open.",
        ("The union", "said", "on Friday that the road was open"),
        ("The union", "said", "on Friday that the road was open"),
    ),
    "a preposition alone": (
        "The mayor asked for.",
        ("The mayor", "asked", "for"),
        ("The mayor", "asked", "for"),
    ),
    "a preposition that stands apart": (
        "The union asked again and again for more time.",
        ("The union", "asked", "for more time"),
        ("The union", "asked", "for more time"),
    ),
    "a content that begins before its cue": (
        "For the mill there was no money, the mayor argued.",
        ("the mayor", "argued", "For the mill there was no money"),
        ("the mayor", "argued", "For the mill there was no money"),
    ),
    "a day behind agreed": (
        "The union agreed on Friday to open the road.",
        ("The union", "agreed", "on Friday to open the road"),
        ("The union", "agreed", "on Friday to open the road"),
    ),
    "a day behind insisted": (
        "The union insisted on Friday that the road was open.",
        ("The union", "insisted", "on Friday that the road was open"),
        ("The union", "insisted", "on Friday that the road was open"),
    ),
    "how long somebody argued": (
        "The mayor argued for an hour that the mill was sold.",
        ("The mayor", "argued", "for an hour that the mill was sold"),
        ("The mayor", "argued", "for an hour that the mill was sold"),
    ),
    "no other block's words": (
        "Maren: the road is open\nThe work took four months.",
        ("Maren", ":", "the road is open\nThe work took four months"),
        ("Maren", ":", "the road is open"),
    ),
}


def mend(text: str, marked: Marked) -> list[tuple[str, ...]]:
    page = page_of(text)

    def place(words: str) -> tuple[Range, ...]:
        start = text.index(words)
        return ((start, start + len(words)),)

    draft = worded(page, *(place(words) for words in marked), "learned")
    return [
        tuple(" … ".join(text[a:b] for a, b in role) for role in (d.source, d.cue, d.content))
        for d in mended(page, [draft], list(find_nouns(page)))
    ]


@pytest.mark.parametrize(("text", "marked"), DROPPED.values(), ids=DROPPED.keys())
def test_what_reports_nothing_is_dropped(text: str, marked: Marked) -> None:
    assert mend(text, marked) == []


@pytest.mark.parametrize(("text", "marked", "left"), KEPT.values(), ids=KEPT.keys())
def test_what_reports_is_kept_and_mended(text: str, marked: Marked, left: Marked) -> None:
    assert mend(text, marked) == [left]
