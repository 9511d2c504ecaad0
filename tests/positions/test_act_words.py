"""The words that carry acts: the default codebook's, and what a book of one's own makes of them."""

from __future__ import annotations

import pytest

from onrecord.errors import CodebookError
from onrecord.positions import Codebook, load_codebook
from onrecord.positions.codebook_file import read_codebook
from tests.positions.stage import PARTIES, actor_id, codebook, read

ISSUES = "issues:\n  toll: {anchors: [toll], values: [paid, waived], default: paid}\n"
NAMES = {actor_id(name): name for name in PARTIES}


def book(acts: str = "") -> Codebook:
    return read_codebook(ISSUES + (f"acts:\n{acts}" if acts else ""), "mine.yaml")


def acts(text: str, own: Codebook) -> list[str]:
    _, _, positions = read(text, book=own)
    return [f"{NAMES[p.party]} {p.act}" for p in positions if p.party and p.issue == "toll"]


def test_every_act_that_words_carry_has_words_in_the_default_codebook() -> None:
    known = codebook().acts
    kinds = (known.verbs, known.nouns, known.adjectives)
    found = {cue.act for kind in kinds for cues in kind.values() for cue in cues}
    assert found == {
        "accept", "reject", "offer", "propose", "openness", "withdraw", "commit", "demand",
        "threaten",
    }  # fmt: skip
    assert {i.act for idioms in known.idioms.values() for i in idioms} == found


@pytest.mark.parametrize("shipped", ["trade", "labour"])
def test_a_book_without_acts_has_those_of_the_default_one(shipped: str) -> None:
    assert load_codebook(shipped).acts is codebook().acts
    assert book().acts is codebook().acts


@pytest.mark.parametrize(
    ("line", "text", "plain", "own"),
    [
        (
            "  reject: {verbs: {pooh-pooh: something, sneer: at}}",
            "Ostria sneered at the toll.",
            [],
            ["Ostria reject"],
        ),
        (
            "  offer: {verbs: {hand over: something}}",
            "Ostria handed over the toll.",
            [],
            ["Ostria offer"],
        ),
        (
            "  accept: {phrases: {make peace: with}}",
            "Ostria made peace with the toll.",
            [],
            ["Ostria accept"],
        ),
        (
            "  threaten: {verbs: {demand: something}}",
            "Ostria demanded the toll.",
            ["Ostria demand"],
            ["Ostria threaten"],
        ),
        ("  none: [demand]", "Ostria demanded the toll.", ["Ostria demand"], []),
        ("  none: [demand]", "Ostria insisted on the toll.", ["Ostria demand"], ["Ostria demand"]),
        ("  none: [turn down]", "Ostria turned down the toll.", ["Ostria reject"], []),
        ("  none: [say no]", "Ostria said no to the toll.", ["Ostria reject"], []),
        (
            "  reject: {called: [laughable]}",
            "Kovar said the toll is laughable.",
            [],
            ["Ostria reject"],
        ),
        (
            "  none: [unacceptable]",
            "Kovar said the toll is unacceptable.",
            ["Ostria reject"],
            [],
        ),
    ],
    ids=[
        "verb", "particle", "phrase", "moved", "taken out", "others stay", "particle out",
        "phrase out", "verdict", "verdict out",
    ],
)  # fmt: skip
def test_a_book_adds_moves_and_takes_out(
    line: str, text: str, plain: list[str], own: list[str]
) -> None:
    assert acts(text, book()) == plain
    assert acts(text, book(line + "\n")) == own


def test_a_loose_word_makes_a_less_sure_act() -> None:
    sure = book("  reject: {verbs: {sneer: at}}\n").acts.verbs["sneer"][0].sure
    loose = book("  reject: {loose_verbs: {sneer: at}}\n").acts.verbs["sneer"][0].sure
    assert loose < sure


def test_the_default_book_read_again_is_the_same() -> None:
    again = load_codebook("default").acts
    for name in ("verbs", "nouns", "adjectives", "idioms", "called"):
        assert getattr(again, name) == getattr(codebook().acts, name)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("  demand: {verbs: {press on for: to}}", "'press on for': expected one verb"),
        ("  demand: {nouns: {Call: for}}", "'Call': expected one noun"),
        ("  demand: {verbs: {press: 'for, ,'}}", "'' is no place"),
        ("  demand: [press]", "expected a list of `key: value`"),
        ("  demand: {verbs: press}", "expected a list of `key: value`"),
        ("  demand: {verb: {press: for}}", "unknown key 'verb'"),
    ],
)
def test_faults_are_told_with_their_line(line: str, fault: str) -> None:
    with pytest.raises(CodebookError) as caught:
        book(line + "\n")
    assert f"mine.yaml, line 4: {fault}" in str(caught.value)
