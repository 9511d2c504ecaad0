"""Nouns that report: whose they are and what they say, beside nouns that report nothing."""

from __future__ import annotations

import pytest

from onrecord.statements.nouns import find_nouns
from tests.statements.reading import page_of

FOUND: dict[str, tuple[str, str]] = {
    "from somebody, before its clause": (
        "A warning from the harbour guard that ice was forming came late.",
        "the harbour guard | warning | that ice was forming",
    ),
    "from several": (
        "There were warnings from officials that the ice was thin.",
        "officials | warnings | that the ice was thin",
    ),
    "by somebody with a long name": (
        "A claim by the mayor of the town of Tollan that the mill was sold was false.",
        "the mayor of the town of Tollan | claim | that the mill was sold",
    ),
    "among many": (
        "Fears among the fishermen that the harbour would freeze grew.",
        "the fishermen | Fears | that the harbour would freeze",
    ),
    "in what is published": (
        "A report in the Valley Herald that the mill was sold was false.",
        "the Valley Herald | report | that the mill was sold",
    ),
    "a that which the parse takes for a pronoun": (
        "A warning by insurers that premiums would double has worried hauliers.",
        "insurers | warning | that premiums would double",
    ),
    "a forecast": (
        "Growers doubt Maren’s forecast that the harvest will fail.",
        "Maren | forecast | that the harvest will fail",
    ),
    "behind its owner": (
        "Maren’s concern that the gate was shut grew.",
        "Maren | concern | that the gate was shut",
    ),
    "a promise to": (
        "The promise by Maren to open the gate calmed traders.",
        "Maren | promise | to open the gate",
    ),
    "fears of nobody": (
        "Traders fled amid fears that the dam may break.",
        " | fears | that the dam may break",
    ),
    "claims of nobody": (
        "There were claims that the mill was sold.",
        " | claims | that the mill was sold",
    ),
    "warnings that nobody answers": (
        "Despite warnings that the ice was thin, the children skated.",
        " | warnings | that the ice was thin",
    ),
    "reports that were passed over": (
        "Maren ignored claims that the dam was leaking.",
        " | claims | that the dam was leaking",
    ),
}
NOT_FOUND: dict[str, str] = {
    "a claim that divides": "The claim by Maren that divided the town was long.",
    "which warning": "A warning that shook markets came late.",
    "which warning from somebody": "A warning from officials that alarmed the town came late.",
    "which claim nobody believed": "There is a claim by the mayor that nobody believed.",
    "which report": "Maren’s report that shocked the council was lost.",
    "in a month": "A report in March that the mill was sold was false.",
    "in a country": "Concern in Dorland that the road may close is growing.",
    "one fear of nobody": "Shops closed amid a fear that the dam may break.",
    "one claim of nobody": "There was a claim that the mill was sold.",
    "doubts, which are in no list": "Doubts that the dam would hold grew.",
    "which plans": "Amid plans that failed, the mayor left.",
    "claims dismissed": "Maren dismissed claims that the dam was leaking.",
    "reports denied": "The mayor denied reports that the mill was sold.",
    "our concern": "Our concern that the mill was sold grew.",
    "an owner and nothing said": "A report by the mayor was lost.",
    "what it is for": "Maren’s concern for the gate grew.",
    "what others say, in a clause about the owner": (
        "The council ignored the reports by guards who say that the bridge had fallen."
    ),
    "our fears, which are a writer's": "Our fears that the mill was sold grew.",
}
CLAUSE_NOUNS = (
    "assurance report declaration notice denial acknowledgement concern expectation suspicion"
)


def found(text: str) -> list[str]:
    return [
        " | ".join(" … ".join(text[a:b] for a, b in r) for r in (d.source, d.cue, d.content))
        for d in find_nouns(page_of(text))
    ]


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_a_noun_reports(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_a_noun_reports_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("noun", CLAUSE_NOUNS.split())
def test_a_noun_with_a_clause_reports_it(noun: str) -> None:
    assert found(f"Maren’s {noun} that the gate was shut was short.") == [
        f"Maren | {noun} | that the gate was shut"
    ]
    assert found(f"Maren’s {noun} was short.") == []


def test_a_clause_further_off_than_any_name_is_not_the_nouns() -> None:
    near, far = (
        "officials of the council",
        " of the old harbour of Tollan in the valley of the Arven",
    )
    assert found(f"A claim by {near} that the mill was sold was false.") != []
    assert found(f"A claim by {near}{far} that the mill was sold was false.") == []


MISSES: dict[str, tuple[str, list[str]]] = {
    "which claims": ("The town emptied after claims that nobody believed.", []),
    "a clause that runs into the verb behind": (
        "A warning from Maren that the truce could end came late.",
        ["Maren | warning | that the truce could end"],
    ),
}


@pytest.mark.xfail(strict=True, reason="the parse takes in too much")
@pytest.mark.parametrize(("text", "expected"), MISSES.values(), ids=MISSES.keys())
def test_what_is_read_wrongly(text: str, expected: list[str]) -> None:
    assert found(text) == expected
