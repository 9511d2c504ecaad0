"""The agency that an article names as its writer."""

from dataclasses import replace

import pytest

from onrecord.reconciliation import wire_credit
from onrecord.reconciliation.credits import thanked
from onrecord.records import Excluded
from tests.reconciliation.by_hand import article


@pytest.mark.parametrize(
    ("first", "agency"),
    [
        pytest.param("LENA (Reuters) – Envoys met at noon.", "Reuters", id="dateline"),
        pytest.param("LENA, Norland (AP) — Envoys met.", "Associated Press", id="abbreviated"),
        pytest.param("(AFP) - Envoys met.", "AFP", id="without a place"),
        pytest.param("By Anna Berg, Associated Press", "Associated Press", id="byline"),
        pytest.param("By the Associated Press", "Associated Press", id="byline without a name"),
        pytest.param("Source: TASS", "TASS", id="credit line"),
        pytest.param("Envoys met, Reuters reported.", None, id="cited inside a sentence"),
        pytest.param("Envoys met (Reuters) and left.", None, id="in brackets inside a sentence"),
        pytest.param("Reuters contributed to this report.", None, id="a helper is no writer"),
        pytest.param("The tass river (a tassel) – flows.", None, id="part of a word"),
        pytest.param("Anna Berg writes for the Harbour Post.", None, id="no agency"),
    ],
)
def test_first_line(first: str, agency: str | None) -> None:
    assert wire_credit(article(first, "They spoke for an hour.")) == agency


@pytest.mark.parametrize(
    ("author", "agency"),
    [
        pytest.param("Associated Press", "Associated Press", id="agency as author"),
        pytest.param("By Reuters", "Reuters", id="with by"),
        pytest.param("Anna Reuters", None, id="a person of that name"),
    ],
)
def test_author(author: str, agency: str | None) -> None:
    assert wire_credit(article("Envoys met.", authors=[author])) == agency


def test_last_line() -> None:
    assert wire_credit(article("Envoys met.", "They left.", "© 2031 Reuters")) == "Reuters"


def test_middle_line_is_not_read() -> None:
    lines = ["Envoys met."] * 5 + ["Source: TASS"] + ["They left."] * 5
    assert wire_credit(article(*lines)) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        pytest.param("LENA, N.L., March 4 (UPI) — Envoys met.", "UPI", id="place and date"),
        pytest.param("Envoys met (UPI) — and left.", None, id="a sentence is no place"),
        pytest.param("Jan Olt / Reuters", None, id="a picture's credit"),
        pytest.param("Jan Olt | Reuters", "Reuters", id="a byline"),
    ],
)
def test_datelines_and_bylines(line: str, agency: str | None) -> None:
    assert wire_credit(article(line, "They spoke for an hour.")) == agency


@pytest.mark.parametrize(
    ("last", "agency"),
    [
        pytest.param("(Reporting by Jan Olt; Editing by Ida Berg)", "Reuters", id="signed"),
        pytest.param("(Reporting by Jan Olt)", None, id="no editor"),
        pytest.param("They like reporting by night; editing by day.", None, id="prose"),
    ],
)
def test_signed(last: str, agency: str | None) -> None:
    assert wire_credit(article("Envoys met.", "They left.", last)) == agency


def test_a_line_that_was_left_out_of_the_text_is_read() -> None:
    plain = article("Envoys met.")
    for reason, agency in (("byline", "AFP"), ("caption", None)):
        left = Excluded(raw_start=0, raw_end=6, text="By AFP", reason=reason)
        assert wire_credit(replace(plain, excluded=(left,))) == agency


@pytest.mark.parametrize(
    ("line", "papers"),
    [
        pytest.param("h/t: The Courier", ("The Courier",), id="plain"),
        pytest.param("(h/t Courier Video.)", ("Courier Video",), id="in brackets"),
        pytest.param("Hat tip to the Courier", ("the Courier",), id="in words"),
        pytest.param("Hats were tipped.", (), id="no thanks"),
    ],
)
def test_thanked(line: str, papers: tuple[str, ...]) -> None:
    assert thanked(article("Envoys met.", line)) == papers
