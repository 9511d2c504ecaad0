"""The agency that an article names as its writer."""

import pytest

from onrecord.reconciliation import wire_credit
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
