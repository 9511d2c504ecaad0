"""Records become rows and JSON and come back the same, whatever their kind."""

import dataclasses
import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import records
from onrecord.store.rows import columns_of, filler, from_json, from_row, read_json, to_json, to_row
from onrecord.store.schema import KINDS

ALL = [kind.record for kind in KINDS]
st.register_type_strategy(int, st.integers(0, 2**40))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
MOMENTS = st.datetimes(timezones=st.none() | st.timezones()).map(dt.datetime.isoformat)
st.register_type_strategy(records.Decision, st.builds(records.Decision, at=MOMENTS))


@pytest.mark.parametrize("kind", ALL, ids=lambda k: k.__name__)
@given(data=st.data())
def test_every_record_comes_back_from_its_row_and_its_json(kind, data):
    record = data.draw(st.from_type(kind))
    assert from_row(kind, to_row(record)) == record
    assert from_json(kind, json.loads(json.dumps(to_json(record)))) == record


DECIDED = {
    "target": "a", "field": "name", "old": None, "new": '"B"', "action": "change", "coder": "ann",
    "at": "2031-05-04T10:00:00+00:00", "note": "", "article": None, "raw_start": None,
    "raw_end": None,
}  # fmt: skip
STATED = {"issue": "truce", "status": "contested", "consent": "[]", "ask": "[]"}
NONE_OF_OURS = {
    "as it should be": (records.Decision, DECIDED, True),
    "a day alone": (records.Decision, DECIDED | {"at": "2031-05-04"}, True),
    "no time": (records.Decision, DECIDED | {"at": "0"}, False),
    "another time": (records.Decision, DECIDED | {"at": "2031-05-04T25:00:00"}, False),
    "an unknown action": (records.Decision, DECIDED | {"action": "x"}, False),
    "a known status": (records.IssueStatus, STATED, True),
    "an unknown status": (records.IssueStatus, STATED | {"status": "1.5"}, False),
    "a number for a word": (records.IssueStatus, STATED | {"status": 1}, False),
}


@pytest.mark.parametrize(("kind", "row", "sound"), NONE_OF_OURS.values(), ids=NONE_OF_OURS)
def test_a_word_or_time_that_nobody_can_read_is_damage(kind, row, sound):
    if sound:
        assert to_row(from_row(kind, row)) == row
        return
    with pytest.raises((ValueError, TypeError)):
        from_row(kind, row)


def test_every_kind_of_record_that_is_kept_is_a_record():
    named = {n for n in vars(records) if isinstance(getattr(records, n), type)}
    assert {k.__name__ for k in ALL} <= named
    assert all(dataclasses.is_dataclass(k) for k in ALL)


def test_a_keyword_field_loses_its_underscore_outside():
    assert [c.name for c in columns_of(records.Shift)][3:5] == ["from", "to"]


@pytest.mark.parametrize("kind", ALL, ids=lambda k: k.__name__)
@given(data=st.data())
def test_a_record_is_filled_as_its_type_would_make_it(kind, data):
    record = data.draw(st.from_type(kind))
    values = [getattr(record, field.name) for field in dataclasses.fields(kind)]
    assert filler(kind)(values) == record == kind(**dict(zip(names_of(kind), values, strict=True)))


def names_of(kind):
    return [field.name for field in dataclasses.fields(kind)]


def test_a_type_that_does_more_than_hold_its_fields_is_not_filled():
    @dataclasses.dataclass(frozen=True, slots=True)
    class Checked:
        value: int

        def __post_init__(self) -> None:
            assert self.value

    with pytest.raises(TypeError, match="Checked"):
        filler(Checked)


def test_a_field_too_few_or_too_many_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        filler(records.Span)([0, 1, "a"])
    with pytest.raises(ValueError, match="longer"):
        filler(records.Span)([0, 1, "a", None, None, None])


SPAN = {"start": 0, "end": 1, "text": "a", "raw_start": None, "raw_end": None}
WRONG = [
    pytest.param({"start": "0"}, id="a text for a number"),
    pytest.param({"start": True}, id="yes for a number"),
    pytest.param({"text": 7}, id="a number for a text"),
    pytest.param({"text": None}, id="nothing for a text"),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_value_is_refused_however_many_right_ones_came_before(wrong):
    """Classes that were right once are not looked at again: others still are."""
    for _ in range(2):
        assert from_json(records.Span, SPAN) == records.Span(start=0, end=1, text="a")
        with pytest.raises(TypeError):
            from_json(records.Span, {**SPAN, **wrong})


def test_json_of_two_values_is_none():
    assert read_json("[1]") == [1]
    with pytest.raises(ValueError, match="more than one"):
        read_json("[1] [2]")
