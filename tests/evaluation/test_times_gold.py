"""Times and dates against gold: readers of tiny files of our own, matching, and the scores."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.dates import evaluate_dates
from onrecord.evaluation.gold.recognizer_dates import read_date_cases
from onrecord.evaluation.gold.timeml import EVERY, read_timeml
from onrecord.evaluation.times import evaluate_date_cases, evaluate_times

HEAD = '<DCT><TIMEX3 tid="t0" type="DATE" value="2031-07-24" functionInDocument="CREATION_TIME">'
TIMEML = (
    f'<?xml version="1.0" ?><TimeML><DOCID>a</DOCID>{HEAD}20310724</TIMEX3></DCT>\n<TEXT>\n'
    'They <EVENT eid="e1" class="OCCURRENCE">met</EVENT> on <TIMEX3 tid="t1" type="DATE"'
    ' value="{value}">Wednesday</TIMEX3> &amp; left <TIMEX3 tid="t2" type="DATE"'
    ' value="2031-W31">in a while</TIMEX3>. It began in 2029.\n</TEXT></TimeML>'
)


@pytest.fixture
def tempeval(tmp_path: Path) -> Path:
    """A folder of eight documents; only the last of each four has another value."""
    folder = tmp_path / "tempeval3" / "TimeBank"
    folder.mkdir(parents=True)
    for number in range(8):
        value = "2031-07-23" if number % EVERY == EVERY - 1 else "2031-07-30"
        (folder / f"d{number}.tml").write_text(TIMEML.format(value=value), encoding="utf-8")
    return tmp_path


def test_offsets_and_the_parts(tempeval: Path) -> None:
    dev = list(read_timeml(tempeval, "dev"))
    train = list(read_timeml(tempeval, "train"))
    assert ([d.article.path for d in dev], len(train)) == (["d3.tml", "d7.tml"], 6)
    first = dev[0]
    assert (first.created, len(first.times)) == (dt.date(2031, 7, 24), 2)
    assert [first.article.text[t.start : t.end] for t in first.times] == ["Wednesday", "in a while"]
    assert "& left" in first.article.text


def test_strict_relaxed_and_value(tempeval: Path) -> None:
    dev = evaluate_times(tempeval, "dev", light=True)
    assert (dev.strict.matched, dev.strict.found, dev.strict.gold) == (2, 4, 4)
    assert (dev.relaxed.matched, dev.value.matched, dev.type.matched) == (2, 2, 2)
    train = evaluate_times(tempeval, "train", light=True, limit=1)
    assert (train.relaxed.matched, train.value.matched) == (1, 0)
    told = {(m.text, m.gold, m.found) for m in train.errors}
    assert told == {
        ("Wednesday", "2031-07-30", "2031-07-23"),
        ("in a while", "2031-W31", None),
        ("2029", None, "2029"),
    }


@pytest.mark.parametrize("text", ["<TimeML>", "<TimeML><TEXT/></TimeML>"])
def test_a_file_of_another_form_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "tempeval3").mkdir()
    (tmp_path / "tempeval3" / "a.tml").write_text(text, encoding="utf-8")
    with pytest.raises(GoldMissing, match=r"a\.tml"):
        list(read_timeml(tmp_path, "all"))


def case(text: str, words: str, timex: str, kind: str = "date", **more: str) -> dict[str, object]:
    start = text.index(words)
    reading = {"timex": timex, "type": kind, **more}
    if kind == "date":
        reading["value"] = timex
    result = {
        "Text": words,
        "Start": start,
        "End": start + len(words) - 1,
        "TypeName": f"datetimeV2.{kind}",
        "Resolution": {"values": [reading]},
    }
    context = {"ReferenceDateTime": "2031-07-24T00:00:00"}
    return {"Input": text, "Context": context, "Results": [result]}


CASES = {
    "right": (case("They met on July 3, 2029.", "July 3, 2029", "2029-07-03"), True, True),
    "wrong": (case("They met on July 3, 2029.", "July 3, 2029", "2029-07-04"), True, False),
    "a day within a month": (
        case("They met a month ago, they said.", "a month ago", "2031-06-24"),
        True,
        True,
    ),
    "chat": (case("back on july 3, 2029 then", "july 3, 2029", "2029-07-03"), False, False),
    "figures": (case("They met on 7/23/2029 there.", "7/23/2029", "2029-07-23"), False, True),
    "a request": (case("Set it for July 3, 2029.", "July 3, 2029", "2029-07-03"), False, True),
    "two times": (
        case(
            "They met from May to June 2029.",
            "May to June 2029",
            "x",
            "daterange",
            start="2029-05-01",
            end="2029-07-01",
        ),
        False,
        False,
    ),
    "a length": (case("They met for two weeks.", "two weeks", "P2W", "duration", value="1209600"),
                 True, True),
}  # fmt: skip


@pytest.mark.parametrize(("made", "news_like", "right"), CASES.values(), ids=CASES)
def test_which_cases_are_news_like_and_right(
    tmp_path: Path, made: dict[str, object], news_like: bool, right: bool
) -> None:
    folder = tmp_path / "recognizers_specs" / "Specs" / "DateTime" / "English"
    folder.mkdir(parents=True)
    modified = json.loads(json.dumps(made))
    modified["Input"] += " "
    modified["Results"][0]["Resolution"]["values"][0]["Mod"] = "before"
    (folder / "DateTimeModel.json").write_text(json.dumps([made, made, modified]), "utf-8-sig")
    [found] = read_date_cases(tmp_path)  # one twice, and one that is no time but before one
    assert found.news_like is news_like
    scores = evaluate_date_cases(tmp_path, light=True)
    assert (scores.all_settled.matched, scores.all_settled.gold) == (int(right), 1)
    assert (scores.news_like.matched, scores.news_like.gold) == (
        int(right and news_like),
        int(news_like),
    )


def test_an_inferred_date_holds_or_not(tempeval: Path) -> None:
    scores = evaluate_dates(tempeval, "tempeval3", light=True)
    assert (scores.documents, scores.claimed, scores.held) == (2, 2, 1.0)
    assert (scores.closed, scores.median_width) == ((), None)
    path = tempeval / "tempeval3" / "TimeBank" / "d3.tml"
    path.write_text(path.read_text("utf-8").replace("2029", "2039"), encoding="utf-8")
    scores = evaluate_dates(tempeval, "tempeval3", light=True)
    assert [claim.path for claim in scores.errors] == ["d3.tml"]
    assert scores.held == 0.5
