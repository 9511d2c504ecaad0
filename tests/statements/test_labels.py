"""Headlines' labels: who speaks, and what is only the matter."""

from __future__ import annotations

import pytest

from onrecord.statements.draft import Draft
from onrecord.statements.labels import without_matters
from tests.statements.reading import article_of, read

BODY = "\n\nThe two sides met on Monday. Nothing had been agreed, a spokesman said."
KEPT: dict[str, tuple[str, list[str], bool]] = {
    "talks, then who demands": ("Tarn talks: Maren demands a truce", ["Tarn", "talks:"], False),
    "a deal": ("Grain deal: Moscow may leave", ["Grain deal", ":"], False),
    "a place, then who says so": ("Tarn: Maren says no", ["Tarn", ":"], False),
    "a speaker": ("Maren: no truce without terms", ["Maren", ":"], True),
    "a speaker's word for another": ("Kremlin: Kyiv must go first", ["Kremlin", ":"], True),
    "a war's end in a name": ("Edwar: no truce now", ["Edwar", ":"], True),
}


def draft(text: str, source: str, cue: str) -> Draft:
    """A draft with this source and cue, and what follows in the headline as its content."""
    at = text.index(cue, len(source) - 1)
    told = text.index(":") + 2
    return Draft(
        source=((0, len(source)),),
        cue=((at, at + len(cue)),),
        content=((told, len(text)),),
        rule="learned",
        group="speech",
        lemma=cue,
        at=1,
    )


@pytest.mark.parametrize(("title", "words", "kept"), KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("kind", ["title", "paragraph"])
def test_a_label_that_names_the_matter_is_no_speaker(
    title: str, words: list[str], kept: bool, kind: str
) -> None:
    article = article_of(title, "title" if kind == "title" else "paragraph")
    drafts = [draft(title, *words)]
    if (at := title.find("says")) >= 0:
        inner = draft(title, *words)
        inner.source, inner.cue = ((at - 6, at - 1),), ((at, at + 4),)
        drafts.append(inner)
    left = without_matters(article, drafts)
    assert (drafts[0] in left) == (kept or kind == "paragraph")
    assert left[-1:] == drafts[1:] or len(drafts) == 1


@pytest.mark.parametrize(
    ("title", "sources"),
    [
        ("Kampala talks: M23 demands release of prisoners", {"M23"}),
        ("Colombia: ELN says peace talks are frozen", {"ELN"}),
        ("Kremlin: Kyiv must withdraw first", {"Kremlin"}),
    ],
)
def test_who_speaks_in_a_headline(title: str, sources: set[str]) -> None:
    found = read(title, kind="title")
    assert {s.source[0].text for s in found if s.source} == sources
