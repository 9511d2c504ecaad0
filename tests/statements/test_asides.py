"""Who speaks between commas: what is said goes on behind, for both speakers."""

from __future__ import annotations

import pytest

from onrecord.statements.asides import join_asides
from onrecord.statements.wording import worded
from tests.statements.marked import drafted

# What the networks give: the outer content ends at the aside, whose own is in two parts.
CASES: dict[str, tuple[str, tuple[str, str, str], str, str]] = {
    "according to": (
        "[S Volk] [C said] [T the toll], according to the guard, stood at nine.",
        ("the guard", "according to", "the toll … stood at nine"),
        "the toll, according to the guard, stood at nine",
        "the toll … stood at nine",
    ),
    "a that of the outer one": (
        "[S Volk] [C wrote] [T that Maren had sold the mill], her lawyers said, to pay a debt.",
        ("her lawyers", "said", "that Maren had sold the mill … to pay a debt"),
        "that Maren had sold the mill, her lawyers said, to pay a debt",
        "Maren had sold the mill … to pay a debt",
    ),
    "not at the end of the sentence": (
        "[S Volk] [C said] [T the toll rose], according to the guard.",
        ("the guard", "according to", "the toll rose"),
        "the toll rose",
        "the toll rose",
    ),
    "not where the aside holds the outer verb": (
        "[S Volk] [C said] [T the toll], according to the guard, rose.",
        ("the guard", "according to", "Volk said the toll … rose"),
        "the toll",
        "Volk said the toll … rose",
    ),
}


@pytest.mark.parametrize(("marked", "aside", "outer", "inner"), CASES.values(), ids=CASES.keys())
def test_an_aside_parts_what_is_said(
    marked: str, aside: tuple[str, str, str], outer: str, inner: str
) -> None:
    said, page = drafted(marked)
    roles = [
        [(page.text.index(words), page.text.index(words) + len(words)) for words in r.split(" … ")]
        for r in aside
    ]
    told = worded(page, *roles, "learned")
    join_asides(page, [said, told])
    shown = [" … ".join(page.text[a:b] for a, b in d.content) for d in (said, told)]
    assert shown == [outer, inner]
