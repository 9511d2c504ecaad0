"""How words become cells: each rule with its negative beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from onrecord.negotiation import build_cells
from onrecord.records import ArticleDate, Cell, Interval, Position
from tests.negotiation.book import BOOK
from tests.negotiation.short import cond, pos, when


def cell(positions: list[Position], at: str, **options: object) -> Cell | None:
    """The cell at "party issue=value", None if there is none."""
    party, _, matter = at.partition(" ")
    issue, _, value = matter.partition("=")
    cells = build_cells(positions, BOOK, **options)  # type: ignore[arg-type]
    return next((c for c in cells if (c.party, c.issue, c.value) == (party, issue, value)), None)


def shown(found: Cell | None) -> str:
    """A cell in short: its state, hardness and what it is marked with."""
    if found is None:
        return "no cell"
    marks = [found.state, found.hardness, "implied" if found.implied else None, found.conflict]
    return ", ".join(m for m in marks if m)


AT = "N fire=general"
CASES = {
    # What an act says of the value it names.
    "demand accepts": (["N demand fire=general"], AT, "accepts"),
    "offer accepts": (["N offer fire=general"], AT, "accepts"),
    "commitment accepts": (["N commit fire=general"], AT, "accepts"),
    "conditional acceptance": (["N accept_if fire=general"], AT, "accepts_if"),
    "rejection refuses": (["N reject fire=general"], AT, "refuses"),
    "openness is not acceptance": (["N openness fire=general"], AT, "no cell"),
    "a threat is no position": (["N threaten fire=none"], "N fire=none", "no cell"),
    "nobody's word": (["- accept fire=general"], AT, "no cell"),
    # A demand refuses the rest; an offer or acceptance does not.
    "demand implies refusal": (["N demand fire=general"], "N fire=none", "refuses, implied"),
    "acceptance implies none": (["N accept fire=general"], "N fire=none", "unknown"),
    "offer implies none": (["N offer watch=third"], "N watch=none", "unknown"),
    # Rule 1: explicit words outrank implied ones, whatever the date.
    "explicit over later implied": (
        ["N reject fire=none 2031-03-01", "N demand fire=general 2031-07-01"],
        "N fire=none",
        "refuses",
    ),
    "acceptance over later implied refusal": (
        ["N accept fire=sector 2031-03-01", "N demand fire=general 2031-07-01"],
        "N fire=sector",
        "accepts",
    ),
    # Rule 2: later over earlier only if the times said do not overlap.
    "later acceptance replaces": (
        ["N reject fire=general 2031-03-01", "N accept fire=general 2031-04-01"],
        AT,
        "accepts",
    ),
    "later refusal replaces": (
        ["N accept fire=general 2031-03-01", "N reject fire=general 2031-04-01"],
        AT,
        "refuses",
    ),
    "same day": (
        ["N reject fire=general 2031-03-01", "N accept fire=general 2031-03-01"],
        AT,
        "refuses, conflict in record",
    ),
    "month around the day": (
        ["N reject fire=general 2031-03", "N accept fire=general 2031-03-09"],
        AT,
        "refuses, order unknown",
    ),
    "undated": (
        ["N reject fire=general", "N accept fire=general 2031-03-09"],
        AT,
        "refuses, order unknown",
    ),
    "agreeing words need no order": (
        ["N accept fire=general", "N accept fire=general 2031-03-09"],
        AT,
        "accepts",
    ),
    # What is taken back.
    "acceptance taken back": (
        ["N accept fire=general 2031-03-01", "N withdraw fire=general 2031-04-01"],
        AT,
        "unknown, taken back",
    ),
    "demand taken back takes its implications along": (
        ["N demand fire=general 2031-03-01", "N withdraw fire=general 2031-04-01"],
        "N fire=none",
        "unknown",
    ),
    "taken back before, said again": (
        ["N withdraw fire=general 2031-03-01", "N accept fire=general 2031-04-01"],
        AT,
        "accepts",
    ),
    "taken back at an unknown time": (
        ["N accept fire=general 2031-03-01", "N withdraw fire=general"],
        AT,
        "unknown, order unknown",
    ),
    # Rule 4: refusals close outwards from what the party accepts.
    "behind a refusal": (
        ["N accept fire=general", "N reject fire=sector"],
        "N fire=local",
        "refuses, implied",
    ),
    "before a refusal": (
        ["N accept fire=general", "N reject fire=local"],
        "N fire=sector",
        "unknown",
    ),
    "nothing accepted, nothing closed": (["N reject fire=sector"], "N fire=local", "unknown"),
    "no scale, nothing closed": (
        ["N accept watch=third", "N reject watch=parties"],
        "N watch=none",
        "unknown",
    ),
    "an explicit word behind a refusal stays": (
        ["N accept fire=general", "N reject fire=sector", "N accept fire=none"],
        "N fire=local",
        "unknown",
    ),
    # A withdrawal that names no value takes back what alone stood before it.
    "a bare withdrawal takes back the only word": (
        ["N offer fire=general 2031-03-01", "N withdraw fire= 2031-04-01"],
        AT,
        "unknown, taken back",
    ),
    "of several words it is open which": (
        [
            "N offer fire=general 2031-03-01",
            "N accept fire=sector 2031-03-02",
            "N withdraw fire= 2031-04-01",
        ],
        AT,
        "accepts",
    ),
    "a bare withdrawal leaves a later word": (
        ["N withdraw fire= 2031-03-01", "N offer fire=general 2031-04-01"],
        AT,
        "accepts",
    ),
    "a bare withdrawal takes back no refusal": (
        ["N reject fire=general 2031-03-01", "N withdraw fire= 2031-04-01"],
        AT,
        "refuses",
    ),
    "nor another party's word": (
        ["N offer fire=general 2031-03-01", "S withdraw fire= 2031-04-01"],
        AT,
        "accepts",
    ),
    # Free lists are never exhausted.
    "free list": (["N demand guarantors=vesland"], "N guarantors=vesland", "accepts"),
}


@pytest.mark.parametrize(("lines", "at", "expected"), CASES.values(), ids=CASES)
def test_words_become_cells(lines: list[str], at: str, expected: str) -> None:
    assert shown(cell([pos(line) for line in lines], at)) == expected


FIELD_CASES = {
    "claim about another": (
        pos("N claim_about_other fire=general", about="S"),
        "S fire=general",
        "no cell",
    ),
    "claim makes no cell of the claimant": (
        pos("N claim_about_other fire=general", about="S"),
        AT,
        "no cell",
    ),
    "another's voice": (pos("N accept fire=general", voice="other"), AT, "no cell"),
    "the reporter's account": (pos("N accept fire=general", voice="reporter"), AT, "accepts"),
    "words against": (pos("N demand fire=general", polarity="against"), AT, "refuses"),
    "words against imply nothing": (
        pos("N demand fire=general", polarity="against"),
        "N fire=none",
        "unknown",
    ),
    "may": (pos("N accept fire=general", modality="hedged"), AT, "no cell"),
    "would": (pos("N accept fire=general", modality="conditional"), AT, "accepts_if"),
    "acceptance after a step": (
        pos("N accept fire=general", conditions=(cond("terms"),)),
        AT,
        "accepts_if",
    ),
    "a date to be kept is no condition": (
        pos("N accept fire=general", conditions=(cond("terms", "by_date"),)),
        AT,
        "accepts",
    ),
    "not unless": (
        pos("N reject fire=general", conditions=(cond("terms", "unless"),)),
        AT,
        "accepts_if",
    ),
    "no, if": (
        pos("N reject fire=general", conditions=(cond("terms", "if"),)),
        AT,
        "refuses, refused under a condition",
    ),
    "hardness as declared": (
        pos("N reject fire=general", hardness="red_line"),
        AT,
        "refuses, red_line",
    ),
    "a demand's hardness is its refusals'": (
        pos("N demand fire=general", hardness="firm"),
        "N fire=none",
        "refuses, firm, implied",
    ),
    "an acceptance has none": (pos("N demand fire=general", hardness="firm"), AT, "accepts"),
    "a precondition is an implied condition": (
        pos("N precondition fire=general", conditions=(cond("terms"),)),
        AT,
        "accepts_if, implied",
    ),
}


@pytest.mark.parametrize(("position", "at", "expected"), FIELD_CASES.values(), ids=FIELD_CASES)
def test_fields_of_a_position(position: Position, at: str, expected: str) -> None:
    assert shown(cell([position], at)) == expected


def test_softened_red_line_stays_visible() -> None:
    hard = pos("N reject fire=general 2031-03-01", hardness="red_line")
    soft = pos("N accept fire=general 2031-04-02")
    found = cell([soft, hard], AT)
    assert shown(found) == "accepts, red line softened on 2031-04-02"
    assert found is not None
    assert found.positions == (hard.id, soft.id)


def test_red_line_before_which_it_was_soft_is_not_softened() -> None:
    hard = pos("N reject fire=general 2031-04-01", hardness="red_line")
    assert shown(cell([pos("N accept fire=general 2031-03-02"), hard], AT)) == "refuses, red_line"


@pytest.mark.parametrize(
    ("speakers", "flagged"),
    [(("p1", "p2"), True), (("p1", "p1"), False), (("p1", None), False), (("p1", "N"), False)],
    ids=["two persons", "one person", "an unknown one", "the party itself"],
)
def test_divided_party(speakers: tuple[str, str], flagged: bool) -> None:
    yes, no = (
        pos(f"N {act} fire=general 2031-03-01", speaker=speaker)
        for act, speaker in zip(("accept", "reject"), speakers, strict=True)
    )
    found = cell([yes, no], AT)
    assert found is not None
    assert found.state == "refuses"
    assert ("party divided" in (found.conflict or "")) is flagged


STRICT = {
    "same time unknown": ("N precondition ceasefire", "N accept fire=general", "accepts_if"),
    "precondition first": (
        "N precondition ceasefire 2031-03-01",
        "N accept fire=general 2031-04-01",
        "accepts",
    ),
    "precondition later": (
        "N precondition ceasefire 2031-05-01",
        "N accept fire=general 2031-04-01",
        "accepts_if",
    ),
    "another's precondition": ("S precondition ceasefire", "N accept fire=general", "accepts"),
    "another step": ("N precondition talks", "N accept fire=general", "accepts"),
}


@pytest.mark.parametrize(("first", "second", "expected"), STRICT.values(), ids=STRICT)
def test_strict_precondition_makes_acceptance_conditional(
    first: str, second: str, expected: str
) -> None:
    found = cell([pos(first, conditions=(cond("terms"),)), pos(second)], AT)
    assert shown(found) == expected


def test_what_may_come_together_binds_nothing() -> None:
    weak = pos("N precondition ceasefire", conditions=(cond("terms", timing="with"),))
    assert shown(cell([weak, pos("N accept fire=general")], AT)) == "accepts"


def test_refusal_behind_a_red_line_is_as_hard() -> None:
    positions = [
        pos("N demand fire=general", hardness="soft"),
        pos("N reject fire=sector", hardness="red_line"),
    ]
    assert shown(cell(positions, "N fire=local")) == "refuses, red_line, implied"
    positions.append(pos("N reject fire=local", hardness="firm"))
    assert shown(cell(positions, "N fire=local")) == "refuses, firm", "explicit words stay"


@pytest.mark.parametrize(
    ("said", "printed", "stale"),
    [
        ("2031-01-01", None, True),
        ("2031-06-20", None, False),
        (None, None, False),
        (None, "2031-01-01", True),
        (None, "2031-06-20", False),
    ],
    ids=["old", "new", "undated", "undated, printed long ago", "undated, printed lately"],
)
def test_age(said: str | None, printed: str | None, stale: bool) -> None:
    dates = (ArticleDate(article="a1", published=when(printed)),)
    line = f"N accept fire=general {said or ''}"
    found = cell([pos(line)], AT, as_of=dt.date(2031, 7, 1), horizon_days=90, dates=dates)
    assert found is not None
    assert found.stale is stale
    assert found.as_of == when(said), "the day of publication is never a day said"


def test_without_horizon_nothing_is_stale() -> None:
    found = cell([pos("N accept fire=general 1990-01-01")], AT, as_of=dt.date(2031, 7, 1))
    assert found is not None
    assert not found.stale


def test_publication_bounds_when_undated_words_were_said() -> None:
    no = pos("N reject fire=general", article="old")
    yes = pos("N accept fire=general 2031-05-01", article="new")
    dates = (ArticleDate(article="old", published=when("2031-03-01")),)
    assert shown(cell([no, yes], AT)) == "refuses, order unknown"
    assert shown(cell([no, yes], AT, dates=dates)) == "accepts"


LATER = Interval(start=dt.date(2014, 1, 1), end=None, precision="fuzzy", basis="t")


@pytest.mark.parametrize(
    ("said", "as_of", "stale"),
    [
        pytest.param([LATER], LATER, False, id="or later is no age"),
        pytest.param(
            [LATER, when("2031-03-01")], when("2031-03-01"), False, id="the known last word counts"
        ),
        pytest.param([when("2030-03-01")], when("2030-03-01"), True, id="long ago"),
    ],
)
def test_an_open_interval_is_neither_last_nor_stale(
    said: list[Interval | None], as_of: Interval, stale: bool
) -> None:
    positions = [pos("N accept fire=general", said=s, id=str(n)) for n, s in enumerate(said)]
    today = dt.date(2031, 6, 1)
    found = cell(positions, AT, as_of=today, horizon_days=365)
    assert found is not None
    assert (found.as_of, found.stale) == (as_of, stale)


def test_today_is_the_last_settled_day() -> None:
    positions = [
        pos("N accept fire=general 2030-03-01"),
        pos("S accept fire=general", said=LATER),
        pos("V accept fire=general", said=replace(LATER, start=None, end=dt.date(2031, 9, 9))),
    ]
    found = cell(positions, AT, horizon_days=10)
    assert found is not None
    assert not found.stale
