"""How drafts of networks and rules come together: what completes, what is cut, what is new."""

from __future__ import annotations

import pytest

from onrecord.language.english import parse_article
from onrecord.statements import find_statements
from tests.statements.networks import encoding_of
from tests.statements.reading import article_of, ruled, shown

SEEN: dict[str, tuple[str, list[str]]] = {
    "a verb that completes a cue": (
        "Maren said to tell Arvenia that the road was open.",
        ["Maren | said | to tell Arvenia that the road was open"],
    ),
    "a verb that completes a cue of the rules": (
        "Maren said Volk declined to say whether the road was open.",
        [
            "Maren | said | Volk declined to say whether the road was open",
            "Volk | declined | to say whether the road was open",
        ],
    ),
    "a verb of its own": (
        "Maren said Arvenia will tell them that the road was open.",
        [
            "Maren | said | Arvenia will tell them that the road was open",
            "Arvenia | will tell | that the road was open",
        ],
    ),
    "a verb that completes what is no cue": (
        "Maren said Arvenia managed to state that the road was open.",
        [
            "Maren | said | Arvenia managed to state that the road was open",
            "Arvenia | to state | that the road was open",
        ],
    ),
    "who only listens": (
        "Maren said “the envoy told us that the road is open”.",
        [
            "Maren | said | “the envoy told us that the road is open”",
            "the envoy | told | that the road is open",
        ],
    ),
    "whoever listens by name": (
        "Maren said “the envoy told Volk that the road is open”.",
        [
            "Maren | said | “the envoy told Volk that the road is open”",
            "the envoy | told | Volk that the road is open",
        ],
    ),
}
VERBS: dict[str, tuple[str, list[str]]] = {
    "alerted that": (
        "The guards alerted the council that the gate was shut.",
        ["The guards | alerted | that the gate was shut"],
    ),
    "alerted somebody": ("The company alerted customers.", []),
    "was alerted": ("The guard was alerted that the gate was shut.", []),
    "attested that": (
        "The guards attested that the gate was shut.",
        ["The guards | attested | that the gate was shut"],
    ),
    "attested to": ("The stones attested to long use.", []),
    "assumed that": (
        "Traders assumed that the road would close.",
        ["Traders | assumed | that the road would close"],
    ),
    "assumed office": ("The mayor assumed office in May.", []),
    "presumed that": (
        "Traders presumed that the road would close.",
        ["Traders | presumed | that the road would close"],
    ),
    "suppose that": (
        "Traders suppose that the road will close.",
        ["Traders | suppose | that the road will close"],
    ),
    "supposed to": ("The jury is supposed to meet.", []),
}


@pytest.mark.parametrize(("text", "expected"), SEEN.values(), ids=SEEN.keys())
def test_rules_beside_networks(text: str, expected: list[str]) -> None:
    article = article_of(text)
    found = find_statements(article, parse_article(article), encoding_of(text))
    assert [shown(s) for s in found] == expected


@pytest.mark.parametrize(("text", "expected"), VERBS.values(), ids=VERBS.keys())
def test_a_verb_reports_or_does_not(text: str, expected: list[str]) -> None:
    assert ruled(text) == expected
