"""The mentions that a scene finds at given characters."""

from __future__ import annotations

import pytest

from onrecord.actors import Cast
from onrecord.attribution.scene import Scene
from tests.actors.reading import read

TEXT = "Prime Minister Ilo Maren met Mr. Dorn. Mr. Peter Dorn said so. Mr. Dorn’s driver left."
PLACES: dict[str, tuple[str, list[str], list[str]]] = {
    "a whole mention": ("Mr. Dorn", ["Mr. Dorn"], ["Mr. Dorn"]),
    "without its title": ("Dorn", [], ["Mr. Dorn"]),
    "from its full stop on": (". Dorn", [], ["Mr. Dorn"]),
    "the title alone": ("Mr.", [], []),
    "the first letters of a mention": ("Mr. D", [], []),
    "the last of several words": ("Peter Dorn", [], ["Mr. Peter Dorn"]),
    "two mentions, the first cut": ("Maren met Mr. Dorn", ["Mr. Dorn"], ["Ilo Maren", "Mr. Dorn"]),
    "right behind a mention": (" met", [], []),
    "right behind the last": ("’s driver left.", [], []),
    "nothing near": ("said", [], []),
}


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
@pytest.mark.parametrize(("words", "inside", "ending"), PLACES.values(), ids=PLACES)
def test_mentions_at_a_place(words: str, inside: list[str], ending: list[str], light: bool) -> None:
    article, parse, mentions = read(TEXT, light=light)
    scene = Scene(article=article, parse=parse, cast=Cast({}, {}), mentions=mentions, statements={})
    start = TEXT.index(words)
    end = start + len(words)
    assert [m.span.text for m in scene.mentions_in(start, end)] == inside
    assert [m.span.text for m in scene.mentions_ending_in(start, end)] == ending


def test_a_scene_of_nobody() -> None:
    article, parse, _ = read("It rained.", light=True)
    scene = Scene(article=article, parse=parse, cast=Cast({}, {}), mentions=(), statements={})
    assert list(scene.mentions_ending_in(0, 10)) == []
