"""Quotations within quotations: whose they are, beside marks that quote nobody."""

from __future__ import annotations

import pytest

from onrecord.statements.inner_quotations import find_inner_quotations
from tests.statements.reading import page_of

FOUND: dict[str, tuple[str, str]] = {
    "right behind the verb": (
        "“They shouted ‘go home’ at our boats,” said Volk.",
        "They | shouted | go home",
    ),
    "behind a comma": (
        "“The guard cried, ‘They are selling us,’ and the hall rose,” Maren said.",
        "The guard | cried | They are selling us,",
    ),
    "behind who is told": (
        "“He came at night and told my sister, ‘Burn the books,’” Maren said.",
        "He | told | Burn the books,",
    ),
    "with a plural’s apostrophe": (
        "“The guard said, ‘Take the clerks’ keys,’ and left,” Maren said.",
        "The guard | said | Take the clerks’ keys,",
    ),
    "with an apostrophe": (
        "“The guard said, ‘We don’t sail,’ and left,” Maren said.",
        "The guard | said | We don’t sail,",
    ),
}
NOT_FOUND: dict[str, str] = {
    "a word in marks": "“The plan is a ‘joke’ to them,” Maren said.",
    "no outer quotation": "They shouted ‘go home’ at our boats.",
    "an apostrophe": "“They shouted at the guards’ boats and the envoys’ cars,” Maren said.",
    "a verb that says nothing": "“They painted ‘go home’ on our boats,” Maren said.",
}


def found(text: str) -> list[str]:
    page = page_of(text)
    return [
        " | ".join(" … ".join(text[a:b] for a, b in r) for r in (d.source, d.cue, d.content))
        for d in find_inner_quotations(page)
    ]


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_an_inner_quotation_is_its_speakers(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_marks_that_quote_nobody(text: str) -> None:
    assert found(text) == []
