"""Shifts, differences of telling and divided parties, over many invented negotiations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from onrecord.positions.codebook import Codebook, Issue, Value
from onrecord.reconciliation import find_divisions, find_shifts
from onrecord.records import ArticleDate, Position, Report, Span, Statement
from tests.reconciliation.by_hand import article, day, disordered

SCALES: dict[str, tuple[tuple[str, ...], bool]] = {
    "fishing.quota": (("none", "third", "half", "whole"), True),
    "wages.rise": (("two", "four", "six"), True),
    "water.share": (("treaty", "season", "free"), True),
    "tariff.steel": (("keep", "cut", "drop"), True),
    "coalition.finance": (("ours", "theirs"), False),
    "captives.exchange": (("all", "wounded"), False),
    "strait.passage": (("open", "escorted", "closed"), True),
    "archive.return": (("copies", "originals"), False),
    "climate.fund": (("loans", "grants"), False),
    "border.post": (("joint", "single"), False),
}
BOOK = Codebook(
    name="made",
    issues=tuple(
        Issue(
            id=issue,
            name=issue,
            group="made",
            values=tuple(Value(id=v, name=v) for v in values),
            ordered=ordered,
        )
        for issue, (values, ordered) in SCALES.items()
    ),
)


@dataclass(frozen=True, kw_only=True)
class Word:
    """One word of a party: when it was said or printed, by whom, in which outlet."""

    act: str
    values: tuple[str, ...]
    said: str | None
    printed: str | None
    outlet: str
    speaker: str | None
    quoted: bool
    utterance: str | None
    fields: dict[str, Any]


def said(on: str, act: str, value: str, outlet: str = "Gull", **more: Any) -> Word:
    """A word whose day the text gives."""
    return told(act, value, said=f"2031-{on}", outlet=outlet, **more)


def printed(on: str, act: str, value: str, outlet: str = "Gull", **more: Any) -> Word:
    """A word that only its day of print dates."""
    return told(act, value, printed=f"2031-{on}", outlet=outlet, **more)


def told(act: str, value: str, **more: Any) -> Word:
    """A word in full."""
    own = {
        "said": None,
        "printed": None,
        "speaker": None,
        "quoted": False,
        "utterance": None,
    } | more
    fields = {k: own.pop(k) for k in list(own) if k not in Word.__dataclass_fields__}
    return Word(act=act, values=(value,), fields=fields, **own)


def found(issue: str, words: tuple[Word, ...], seed: int = 0) -> tuple[list[str], int]:
    """The directions of the shifts, by date, and how many divisions."""
    positions, dates, statements, articles = [], [], [], []
    utterances: dict[str, list[str]] = {}
    for n, word in enumerate(words):
        page = article(f"Page {n} of {word.outlet}", name=f"page {n}", outlet=word.outlet)
        articles.append(page)
        span = Span(start=0, end=6, text="Page 0")
        statement = Statement(
            id=f"s{n}",
            article=page.id,
            source=(),
            cue=(span,),
            content=(span,),
            kind="direct" if word.quoted else "indirect",
            channel="direct_quote" if word.quoted else "indirect_quote",
        )
        statements.append(statement)
        if word.utterance:
            utterances.setdefault(word.utterance, []).append(statement.id)
        when = word.printed or word.said
        dates.append(ArticleDate(article=page.id, published=day(when) if when else None))
        taken: dict[str, Any] = {"voice": "party", "party": "velm", "step": None} | word.fields
        positions.append(
            Position(
                id=f"p{n}",
                article=page.id,
                spans=(span,),
                statements=(statement.id,),
                party_text="Velm",
                speaker=word.speaker,
                about=None,
                issue=issue,
                values=word.values,
                act=word.act,  # type: ignore[arg-type]
                said=day(word.said, basis="text") if word.said else None,
                **taken,
            )
        )
    reports = [
        Report(id=u, statements=tuple(ids), articles=(), outlets=(), origins=(), first=None)
        for u, ids in utterances.items()
    ]
    if seed:
        positions = disordered(positions, seed)
    shifts = find_shifts(positions, BOOK, dates, statements, reports, articles)
    divisions = find_divisions(positions, dates)
    return [s.direction for s in shifts], len(divisions)


CASES: dict[str, tuple[str, tuple[Word, ...], list[str], int]] = {
    # Moved, by what was said.
    "fleet refuses half, later takes it": (
        "fishing.quota",
        (said("03-01", "reject", "half"), said("05-01", "accept", "half")),
        ["softened"],
        0,
    ),
    "fleet takes half, later refuses it": (
        "fishing.quota",
        (said("03-01", "accept", "half"), said("05-01", "reject", "half")),
        ["hardened"],
        0,
    ),
    "fleet says the same twice": (
        "fishing.quota",
        (said("03-01", "reject", "half"), said("05-01", "reject", "half")),
        [],
        0,
    ),
    "union adds a condition": (
        "wages.rise",
        (said("03-01", "accept", "four"), said("03-20", "accept_if", "four")),
        ["hardened"],
        0,
    ),
    "union drops its condition": (
        "wages.rise",
        (said("03-01", "accept_if", "four"), said("03-20", "accept", "four")),
        ["softened"],
        0,
    ),
    "union asks for less, nobody else known": (
        "wages.rise",
        (said("03-01", "demand", "six"), said("03-20", "demand", "four")),
        ["reworded"],
        0,
    ),
    "union speaks of two rises": (
        "wages.rise",
        (said("03-01", "reject", "two"), said("03-20", "accept", "four")),
        [],
        0,
    ),
    "offer of water taken back": (
        "water.share",
        (said("02-01", "offer", "season"), said("02-09", "withdraw", "season")),
        ["withdrawn"],
        0,
    ),
    "demand for water given up": (
        "water.share",
        (said("02-01", "demand", "free"), said("02-09", "reject", "free")),
        ["withdrawn"],
        0,
    ),
    "another offer taken back": (
        "water.share",
        (said("02-01", "offer", "season"), said("02-09", "withdraw", "treaty")),
        [],
        0,
    ),
    "tariff now a red line": (
        "tariff.steel",
        (
            said("04-01", "reject", "drop", hardness="firm"),
            said("04-20", "reject", "drop", hardness="red_line"),
        ),
        ["hardened"],
        0,
    ),
    "tariff no red line any more": (
        "tariff.steel",
        (
            said("04-01", "reject", "drop", hardness="red_line"),
            said("04-20", "reject", "drop", hardness="soft"),
        ),
        ["softened"],
        0,
    ),
    "tariff's red line not repeated": (
        "tariff.steel",
        (said("04-01", "reject", "drop", hardness="red_line"), said("04-20", "reject", "drop")),
        [],
        0,
    ),
    "ministry given away": (
        "coalition.finance",
        (said("01-05", "reject", "theirs"), said("01-30", "offer", "theirs")),
        ["softened"],
        0,
    ),
    "ministry: open to it, then for it": (
        "coalition.finance",
        (said("01-05", "openness", "theirs"), said("01-30", "accept", "theirs")),
        ["softened"],
        0,
    ),
    "ministry: for it, then open to it": (
        "coalition.finance",
        (said("01-05", "accept", "theirs"), said("01-30", "openness", "theirs")),
        [],
        0,
    ),
    "two moves one after the other": (
        "captives.exchange",
        (
            said("01-05", "reject", "all"),
            said("02-05", "accept_if", "all"),
            said("03-05", "accept", "all"),
        ),
        ["softened", "softened"],
        0,
    ),
    "back and forth by one speaker": (
        "captives.exchange",
        (
            said("01-05", "reject", "all", speaker="ada"),
            said("02-05", "accept", "all", speaker="ada"),
            said("03-05", "reject", "all", speaker="ada"),
        ),
        ["softened", "hardened"],
        0,
    ),
    "captives of one kind and of all": (
        "captives.exchange",
        (said("01-05", "accept", "wounded"), said("02-05", "reject", "all")),
        [],
        0,
    ),
    # Moved, by the day of print.
    "strait: one paper, three days apart": (
        "strait.passage",
        (printed("06-01", "reject", "open"), printed("06-04", "accept", "open")),
        ["softened"],
        0,
    ),
    "strait: two papers, two months apart": (
        "strait.passage",
        (printed("06-01", "reject", "open"), printed("08-01", "accept", "open", "Tide")),
        ["softened"],
        0,
    ),
    "strait: two papers, three days apart, one quotes": (
        "strait.passage",
        (
            printed("06-01", "reject", "open"),
            printed("06-04", "accept", "open", "Tide", quoted=True),
        ),
        ["softened"],
        0,
    ),
    "strait: one paper on one day": (
        "strait.passage",
        (printed("06-01", "reject", "open"), printed("06-01", "accept", "open")),
        [],
        0,
    ),
    # Only differently reported.
    "strait: two papers' own words, three days apart": (
        "strait.passage",
        (printed("06-01", "reject", "open"), printed("06-04", "accept", "open", "Tide")),
        ["differently_reported"],
        0,
    ),
    "strait: two papers' own words on one day": (
        "strait.passage",
        (printed("06-01", "reject", "open"), printed("06-01", "accept", "open", "Tide")),
        ["differently_reported"],
        0,
    ),
    "archive: two papers tell of one day": (
        "archive.return",
        (said("07-01", "accept", "originals"), said("07-01", "accept_if", "originals", "Tide")),
        ["differently_reported"],
        0,
    ),
    "archive: two papers tell of two days": (
        "archive.return",
        (said("07-01", "accept", "originals"), said("07-02", "accept_if", "originals", "Tide")),
        ["hardened"],
        0,
    ),
    "archive: the same in two papers": (
        "archive.return",
        (said("07-01", "accept", "originals"), said("07-01", "accept", "originals", "Tide")),
        [],
        0,
    ),
    "archive: two quotations of one day are the party's": (
        "archive.return",
        (
            said("07-01", "accept", "originals", quoted=True),
            said("07-01", "reject", "originals", "Tide", quoted=True),
        ),
        [],
        0,
    ),
    "archive: a quotation and a paraphrase of one day": (
        "archive.return",
        (
            said("07-01", "accept", "originals", quoted=True),
            said("07-01", "accept_if", "originals", "Tide"),
        ),
        ["differently_reported"],
        0,
    ),
    "fund: one utterance in two papers, dated apart": (
        "climate.fund",
        (
            said("09-01", "accept", "grants", utterance="u"),
            said("09-03", "accept_if", "grants", "Tide", utterance="u"),
        ),
        ["differently_reported"],
        0,
    ),
    "fund: two utterances in two papers": (
        "climate.fund",
        (
            said("09-01", "accept", "grants", utterance="u"),
            said("09-03", "accept_if", "grants", "Tide", utterance="v"),
        ),
        ["hardened"],
        0,
    ),
    "fund: a red line in one paper, firm in the other": (
        "climate.fund",
        (
            said("09-01", "reject", "loans", hardness="red_line"),
            said("09-01", "reject", "loans", "Tide", hardness="firm"),
        ),
        ["differently_reported"],
        0,
    ),
    "fund: another wish in each paper's words": (
        "climate.fund",
        (printed("09-01", "demand", "grants"), printed("09-05", "demand", "loans", "Tide")),
        ["differently_reported"],
        0,
    ),
    "fund: another wish in one paper's words": (
        "climate.fund",
        (printed("09-01", "demand", "grants"), printed("09-05", "demand", "loans")),
        [],
        0,
    ),
    # Divided.
    "post: two ministers on one day": (
        "border.post",
        (
            said("10-01", "accept", "joint", speaker="ada"),
            said("10-01", "reject", "joint", "Tide", speaker="bo"),
        ),
        [],
        1,
    ),
    "post: one minister in two papers": (
        "border.post",
        (
            said("10-01", "accept", "joint", speaker="ada"),
            said("10-01", "reject", "joint", "Tide", speaker="ada"),
        ),
        ["differently_reported"],
        0,
    ),
    "post: two ministers agree": (
        "border.post",
        (
            said("10-01", "accept", "joint", speaker="ada"),
            said("10-01", "accept", "joint", speaker="bo"),
        ),
        [],
        0,
    ),
    "post: the first holds to it after the second": (
        "border.post",
        (
            said("10-01", "reject", "joint", speaker="ada"),
            said("10-10", "accept", "joint", speaker="bo"),
            said("10-20", "reject", "joint", speaker="ada"),
        ),
        [],
        1,
    ),
    "post: the second follows, and the first never speaks again": (
        "border.post",
        (
            said("10-01", "reject", "joint", speaker="ada"),
            said("10-10", "accept", "joint", speaker="bo"),
        ),
        ["softened"],
        0,
    ),
    "post: the first comes round": (
        "border.post",
        (
            said("10-01", "reject", "joint", speaker="ada"),
            said("10-10", "accept", "joint", speaker="bo"),
            said("10-20", "accept", "joint", speaker="ada"),
        ),
        ["softened"],
        0,
    ),
    "post: printed on one day, two ministers": (
        "border.post",
        (
            printed("10-01", "accept", "joint", speaker="ada"),
            printed("10-01", "reject", "joint", "Tide", speaker="bo"),
        ),
        [],
        1,
    ),
    "post: the party itself and a minister on one day": (
        "border.post",
        (
            said("10-01", "accept", "joint", quoted=True, speaker="velm"),
            said("10-01", "reject", "joint", "Tide", quoted=True, speaker="bo"),
        ),
        [],
        0,
    ),
    "post: two ministers want two things": (
        "border.post",
        (
            said("10-01", "accept", "joint", speaker="ada"),
            said("10-01", "accept", "single", speaker="bo"),
        ),
        [],
        0,
    ),
    "post: two scopes, two ministers": (
        "border.post",
        (
            said("10-01", "accept", "joint", speaker="ada", scope="north"),
            said("10-01", "reject", "joint", speaker="bo", scope="south"),
        ),
        [],
        0,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_told(case: tuple[str, tuple[Word, ...], list[str], int]) -> None:
    issue, words, directions, divided = case
    assert found(issue, words) == (directions, divided)
    assert found(issue, words, seed=3) == (directions, divided)


def test_a_difference_of_telling_says_why() -> None:
    pair = said("07-01", "accept", "originals"), said("07-01", "reject", "originals", "Tide")
    assert found("archive.return", pair)[0] == ["differently_reported"]
    shifts = find_shifts(
        [
            Position(
                id=f"p{n}",
                article=f"page {n}",
                spans=(Span(start=0, end=4, text="Page"),),
                voice="party",
                statements=(),
                party="velm",
                party_text="Velm",
                speaker=None,
                about=None,
                issue="archive.return",
                values=("originals",),
                step=None,
                act=act,  # type: ignore[arg-type]
                said=day("2031-07-01", basis="text"),
            )
            for n, act in enumerate(("accept", "reject"))
        ],
        BOOK,
        (),
    )
    assert [s.detail.rpartition(": ")[2] for s in shifts] == ["two outlets tell of one day"]
