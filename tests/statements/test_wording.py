"""What a cue's words tell once its characters are known: its own word, group, denial, voice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.statements.direct import Page
from onrecord.statements.quotations import find_quotations
from onrecord.statements.wording import worded
from tests.statements.marked import drafted
from tests.statements.reading import article_of

THAT = " [T that the road was open]."
BOTH = pytest.mark.parametrize("light", [False, True], ids=["parse", "light"])

CARRIERS = {
    "a verb": ("[S Maren] [C said]" + THAT, "said", "speech"),
    "its helpers": ("[S Maren] [C has repeatedly argued]" + THAT, "argued", "speech"),
    "quoted as saying": ("[S Maren] [C was quoted as saying]" + THAT, "saying", "speech"),
    "made it clear": ("[S Maren] [C made it clear]" + THAT, "made", "speech"),
    "in a statement": ("[S Maren] [C said in a statement]" + THAT, "said", "speech"),
    "a statement saying": (
        "[S Maren] [C issued a statement on Monday saying]" + THAT,
        "saying",
        "speech",
    ),
    "went on to say": ("[S Maren] [C went on to say]" + THAT, "say", "speech"),
    "by warning": ("[S Maren] [C responded by warning]" + THAT, "warning", "speech"),
    "refused to say": ("[S Maren] [C refused to say] [T whether it was open].", "say", "speech"),
    "according to": ("[C According to] [S Maren], [T the road was open].", "According", "speech"),
    "a colon": ("[S Maren][C :] [T the road is open].", ":", "speech"),
    "a dash": ("“[T The road is open]” [C —] [S Ilya Maren]", "—", "speech"),
    "in two parts": (
        "“[T It is open],” the paper [C quoted] [S Maren] [C as saying].",
        "saying",
        "speech",
    ),
    "a noun": ("[C Claims] by [S Dorland]" + THAT, "Claims", "speech"),
    "a light verb and its noun": ("[S Maren] [C issued a warning]" + THAT, "warning", "speech"),
    "a demand": ("[S Dorland]’s [C demand] [T that the road be opened].", "demand", "demand"),
    "a promise": ("[S Maren] [C promised] [T to open the road].", "promised", "commitment"),
    "agreed to": ("[S Maren] [C agreed to] [T open the road].", "agreed", "commitment"),
    "ready": ("[S Maren] [C is ready] [T to open the road].", "ready", "commitment"),
    "a belief": ("[S Maren] [C still believes]" + THAT, "believes", "belief"),
    "expressed hope": ("[S Maren] [C expressed hope]" + THAT, "hope", "belief"),
    "an intention": ("[S Maren] [C would like] [T to open the road].", "like", "intention"),
    "liking is no wish": ("[S Maren] [C likes] [T the road].", "likes", "speech"),
    "a poll finds": ("[S A survey] [C suggests]" + THAT, "suggests", "finding"),
    "a person suggests": ("[S Maren] [C suggests]" + THAT, "suggests", "speech"),
    "the finite verb": ("[S Maren], [C speaking in Sennet, warned]" + THAT, "warned", "speech"),
    "an unknown verb": ("[S Maren] [C hollered]" + THAT, "hollered", "speech"),
}


@BOTH
@pytest.mark.parametrize(("marked", "word", "group"), CARRIERS.values(), ids=CARRIERS.keys())
def test_the_word_that_reports(marked: str, word: str, group: str, light: bool) -> None:
    draft, page = drafted(marked, light=light)
    assert (page.parse.tokens[draft.at].text, draft.group) == (word, group)


DENIED = {
    "did not say": "[S Maren] [C did not say] [T when it would open].",
    "outside the cue": "[S Maren] has never [C claimed]" + THAT,
    "a short not": "[S Maren] [C hasn’t confirmed]" + THAT,
    "denied": "[S Maren] [C denied]" + THAT,
    "a denial": "[S Maren]’s [C denial]" + THAT,
    "refused to confirm": "[S Maren] [C refused to confirm]" + THAT,
    "refused to name": "[S Maren] [C refused to name] [T the driver].",
    "declined to say": "[S Maren] [C declined to say] [T whether it was open].",
    "has yet to answer": "[S Maren] [C has yet to answer] [T the letter].",
    "dismissed claims": "[S Maren] [C dismissed claims]" + THAT,
    "rejected, then the claim": "[S Maren] [C rejected] [T suggestions that it was shut].",
    "dismissed as false": "[S Maren] [C dismissed as false] [T a report that it was shut].",
    "refuted": "[S Maren] [C refuted] [T the charge].",
    "ruled out": "[S Maren] [C ruled out] [T a retreat].",
    "said nothing": "[S Maren] [C said nothing] [T of the road].",
    "no comment": "[S Maren] [C had no comment] [T on the road].",
    "no longer": "[S Maren] [C no longer insists]" + THAT,
    "nobody": "[S No official] [C said]" + THAT,
    "without saying": "[S Maren] left [C without saying] [T where].",
}
SAID = {
    "said not": "[S Maren] [C said] [T that it would not open].",
    "not only said": "[S Maren] [C not only said]" + THAT,
    "rejected a plan": "[S Maren] [C rejected] [T the plan].",
    "refused to act": "[S Maren] [C refused] [T to leave the valley].",
    "ruled": "[S The court] [C ruled]" + THAT,
    "no doubt": "[S Maren] [C left no doubt]" + THAT,
    "a not further off": "[S Maren], who did not travel, [C said]" + THAT,
}


@BOTH
@pytest.mark.parametrize("marked", DENIED.values(), ids=DENIED.keys())
def test_a_cue_denies(marked: str, light: bool) -> None:
    assert drafted(marked, light=light)[0].negated


@BOTH
@pytest.mark.parametrize("marked", SAID.values(), ids=SAID.keys())
def test_a_cue_denies_nothing(marked: str, light: bool) -> None:
    assert not drafted(marked, light=light)[0].negated


PASSIVE = {
    "is said": ("[T Maren] [C is said] [T to be ill].", True),
    "was reported": ("It [C was reported]" + THAT, True),
    "was saying": ("[S Maren] [C was saying]" + THAT, False),
    "has said": ("[S Maren] [C has said]" + THAT, False),
}


@BOTH
@pytest.mark.parametrize(("marked", "passive"), PASSIVE.values(), ids=PASSIVE.keys())
def test_a_cue_is_passive(marked: str, passive: bool, light: bool) -> None:
    assert drafted(marked, light=light)[0].passive is passive


MODALS = {
    "none": ("[S Maren] [C said]" + THAT, ""),
    "within": ("[S Maren] [C may argue]" + THAT, "may"),
    "before": ("[S Maren] will [C argue]" + THAT, "will"),
    "put off": ("[S Maren] [C is expected to announce]" + THAT, "will"),
}


@BOTH
@pytest.mark.parametrize(("marked", "modal"), MODALS.values(), ids=MODALS.keys())
def test_a_cue_has_a_modal(marked: str, modal: str, light: bool) -> None:
    assert drafted(marked, light=light)[0].modal == modal


@BOTH
def test_a_cue_without_words_stands_at_its_source(light: bool) -> None:
    draft, page = drafted("[S Ilya Maren] – [T the road is open].", light=light)
    assert (page.parse.tokens[draft.at].text, draft.lemma, draft.group) == ("Maren", "", "speech")


WORDS = [
    "said",
    "did",
    "not",
    "Maren",
    "to",
    "refused",
    "no",
    "claims",
    ":",
    "—",
    "“",
    "”",
    "going",
]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join),
    st.lists(st.tuples(st.integers(0, 150), st.integers(0, 150)), min_size=3, max_size=3),
)
@settings(max_examples=200, deadline=None)
def test_any_ranges_make_a_draft(text: str, ranges: list[tuple[int, int]]) -> None:
    article = article_of(text)
    page = Page(text, parse_article(article, light=True), find_quotations(article))
    source, cue, content = (((min(r), min(max(r), len(text))),) for r in ranges)
    draft = worded(page, source, cue, content, "clause")
    assert (draft.source, draft.cue, draft.content) == (source, cue, content)
    assert 0 <= draft.at < len(page.parse.tokens)
