"""Who speaks in a participle behind "of" or "by": the one accused, or the subject."""

from __future__ import annotations

import pytest

from onrecord.statements.speakers import source_of
from tests.statements.reading import page_of

SPEAKERS: dict[str, tuple[str, str, str]] = {
    "the one accused": (
        "Critics accused the mayor of claiming that the water was safe.",
        "claiming",
        "the mayor",
    ),
    "the one accused, with a listener": (
        "Volk accused Maren of telling residents that the water was safe.",
        "telling",
        "Maren",
    ),
    "the one accused, of what is past": (
        "Volk accused the mayor of having told residents that the water was safe.",
        "told",
        "the mayor",
    ),
    "the one blamed": (
        "Volk blamed the mayor for claiming that the water was safe.",
        "claiming",
        "the mayor",
    ),
    "the one who accuses": (
        "Critics accused the mayor of claiming that the water was safe.",
        "accused",
        "Critics",
    ),
    "the one accused, near": (
        "Volk accused the council of telling residents that the water was safe.",
        "telling",
        "the council",
    ),
    "the one praised": (
        "Volk praised the guards for warning that the ice was thin.",
        "warning",
        "the guards",
    ),
    "the one condemned, with a long name": (
        "Volk condemned the mayor of Tollan for saying that the water was safe.",
        "saying",
        "the mayor of Tollan",
    ),
    "the one who was accused": (
        "The mayor was accused of telling residents that the water was safe.",
        "telling",
        "The mayor",
    ),
    "nobody is accused": ("Maren began by saying that the road was closed.", "saying", "Maren"),
    "nobody is accused, without": (
        "Volk left without telling residents that the water was safe.",
        "telling",
        "Volk",
    ),
    "by saying": (
        "Volk surprised the mayor by saying that the water was safe.",
        "saying",
        "Volk",
    ),
    "by saying, of a thing": (
        "Maren opened the talks by saying that the road was closed.",
        "saying",
        "Maren",
    ),
    "without telling": (
        "Volk left the room without telling residents that the water was safe.",
        "telling",
        "Volk",
    ),
    "after saying": (
        "Volk angered the guards after saying that the gate was shut.",
        "saying",
        "Volk",
    ),
    "the one accused, on whom the parse hangs the accusation": (
        "Volk accused the mayor of telling residents that the water was safe.",
        "telling",
        "the mayor",
    ),
    "the one thanked": (
        "Volk thanked the mayor for saying that the water was safe.",
        "saying",
        "the mayor",
    ),
}


def speaker(text: str, verb: str) -> str | None:
    word = next(t for t in page_of(text).parse.tokens if t.text == verb)
    source, _ = source_of(word)
    return text[slice(*source)] if source else None


@pytest.mark.parametrize(("text", "verb", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_who_speaks(text: str, verb: str, expected: str) -> None:
    assert speaker(text, verb) == expected
