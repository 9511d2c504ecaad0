"""Where an issue stands, and whose yes is taken to be needed."""

from __future__ import annotations

import pytest

from onrecord.negotiation import build_cells, judge_issues
from onrecord.records import IssueStatus, Position
from tests.negotiation.book import BOOK, book
from tests.negotiation.short import pos

RED = {"hardness": "red_line"}


def status_of(positions: list[Position], issue: str = "fire", **options: object) -> IssueStatus:
    codebook = book(options.pop("consent", None))  # type: ignore[arg-type]
    cells = build_cells(positions, codebook)
    found = judge_issues(cells, positions, codebook, **options)  # type: ignore[arg-type]
    return next(s for s in found if s.issue == issue)


NS = {"fire": ("N", "S")}
STATUSES = {
    "no word": ([pos("N openness fire=general")], NS, "no_position"),
    "both accept": ([pos("N demand fire=general"), pos("S accept fire=general")], NS, "agreed"),
    "one accepts": ([pos("N demand fire=general")], NS, "no_objection"),
    "one accepts on a condition": (
        [pos("N demand fire=general"), pos("S accept_if fire=general")],
        NS,
        "no_objection",
    ),
    "openness is no acceptance": (
        [pos("N demand fire=general"), pos("S openness fire=general")],
        NS,
        "no_objection",
    ),
    "a third party's acceptance is none of theirs": (
        [pos("N demand fire=general"), pos("V accept fire=general")],
        NS,
        "no_objection",
    ),
    "one refuses": ([pos("N demand fire=general"), pos("S reject fire=general")], NS, "contested"),
    "a voice refuses": (
        [pos("N demand fire=general"), pos("V reject fire=general")],
        NS,
        "no_objection",
    ),
    "on the way to a value": (
        [pos("N demand fire=general"), pos("S offer fire=local"), pos("S reject fire=sector")],
        NS,
        "contested",
    ),
    "nothing but a refusal": ([pos("N reject fire=general")], NS, "contested"),
    "only what must come first": ([pos("N precondition fire=general")], NS, "contested"),
    "red lines on every value": (
        [pos("N demand fire=general", **RED), pos("S reject fire=general", **RED)],
        NS,
        "blocked_by_red_lines",
    ),
    "red lines on all values but one": (
        [
            pos("N demand fire=general|sector", **RED),
            pos("S reject fire=general", **RED),
            pos("S reject fire=sector"),
        ],
        NS,
        "contested",
    ),
    "a voice's red line does not block": (
        [
            pos("N demand fire=general", **RED),
            pos("V reject fire=general", **RED),
            pos("S reject fire=general"),
        ],
        NS,
        "contested",
    ),
    "a free list is never blocked": (
        [pos("N reject guarantors=v", **RED), pos("S reject guarantors=v", **RED)],
        {"guarantors": ("N", "S")},
        "contested",
    ),
}


@pytest.mark.parametrize(("positions", "consent", "expected"), STATUSES.values(), ids=STATUSES)
def test_status(
    positions: list[Position], consent: dict[str, tuple[str, ...]], expected: str
) -> None:
    issue = next(iter(consent))
    assert status_of(positions, issue, consent=consent).status == expected


N, S = "N demand fire=general", "S reject fire=general"
CONSENT = {
    "answered and answering": ([pos(N), pos(S)], ["N", "S"]),
    "two monologues": ([pos(N), pos("S demand fire=none")], []),
    "a mediator that is answered": ([pos("V propose fire=general"), pos(S)], ["S"]),
    "reported once only": (
        [pos(N, voice="reporter"), pos(S, voice="reporter")],
        [],
    ),
    "reported by two": (
        [pos(N, voice="reporter"), pos(N, voice="reporter", article="a2"), pos(S)],
        ["N", "S"],
    ),
    "claimed to accept": ([pos(N), pos("N claim_about_other fire=general", about="S")], []),
    "named in another's words": (
        [pos("Invented demand fire=none"), pos("S demand fire=general")],
        ["Invented"],
    ),
    "a commentator": ([pos(N), pos(S), pos("C demand fire=local")], ["N", "S"]),
}


@pytest.mark.parametrize(("positions", "needed"), CONSENT.values(), ids=CONSENT)
def test_whose_consent_is_needed(positions: list[Position], needed: list[str]) -> None:
    found = status_of(positions).consent
    assert [c.party for c in found] == needed
    assert all(c.reason for c in found)


def test_codebook_decides_whose_consent_is_needed() -> None:
    positions = [pos(N), pos(S)]
    found = status_of(positions, consent={"fire": ("north", "v")}, slugs={"N": "north"})
    assert [(c.party, c.reason) for c in found.consent] == [
        ("N", "set in the codebook"),
        ("v", "set in the codebook"),
    ]
    assert found.status == "no_objection", "S has a voice only; v has said nothing"


def test_claim_about_another_is_no_consent() -> None:
    positions = [pos(N), pos("N claim_about_other fire=general", about="S")]
    assert status_of(positions, consent=NS).status == "no_objection"


def test_ask_list_names_who_stands_alone() -> None:
    positions = [pos(N), pos("S offer fire=sector"), pos("V accept fire=sector")]
    assert [(a.party, a.value) for a in status_of(positions).ask] == [("N", "general")]


def test_an_unknown_issue_is_open() -> None:
    positions = [pos("N demand new.matter=this"), pos("S demand new.matter=that")]
    assert status_of(positions, "new.matter").status == "no_objection"
    assert BOOK.has_issue("new.matter") is False
