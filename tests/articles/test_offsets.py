"""The way back from the text to the original never gets lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.offsets import Edit, MappedText, Writer


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, MappedText]:
    raw = draw(st.text("abc \n", max_size=40))
    mapped = MappedText.of(raw)
    for _ in range(draw(st.integers(0, 3))):
        length = len(mapped.text)
        cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
        edits = [
            Edit(start=start, end=end, new=draw(st.text("XYZ", max_size=3)))
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
            if start < end
        ]
        mapped = mapped.edited(edits)
    return raw, mapped


@given(edited_texts())
def test_pieces_are_sorted_and_lie_inside_both_texts(made: tuple[str, MappedText]) -> None:
    raw, mapped = made
    at = raw_at = 0
    for start, length, raw_start, raw_length in mapped.pieces:
        assert start >= at
        assert raw_start >= raw_at  # not its end: both halves of a cut repair keep it whole
        assert length > 0
        assert raw_start + raw_length <= len(raw)
        at, raw_at = start + length, raw_start
    assert at <= len(mapped.text)


@given(edited_texts())
def test_a_character_that_was_not_edited_is_the_same_in_the_original(
    made: tuple[str, MappedText],
) -> None:
    raw, mapped = made
    for start, length, raw_start, raw_length in mapped.pieces:
        if length == raw_length:
            for shift in range(length):
                kept = mapped.text[start + shift]
                assert kept in "XYZ" or kept == raw[raw_start + shift]


@given(edited_texts(), st.data())
def test_the_raw_range_of_a_part_lies_in_that_of_the_whole(
    made: tuple[str, MappedText], data: st.DataObject
) -> None:
    _, mapped = made
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    part, whole = mapped.raw_range(start, end), mapped.raw_range(0, len(mapped.text))
    if part is not None:
        assert whole is not None
        assert whole[0] <= part[0] <= part[1] <= whole[1]


def test_a_repair_maps_as_a_whole_and_an_insertion_to_nothing() -> None:
    source = MappedText.of("aXXXb")
    writer = Writer()
    writer.copy(source, 0, 1)
    writer.replace(source, 1, 4, "—")
    writer.insert("!")
    writer.copy(source, 4, 5)
    written = writer.written()
    assert written.text == "a—!b"
    assert written.raw_range(1, 2) == (1, 4)
    assert written.raw_range(2, 3) is None
    assert written.raw_range(3, 4) == (4, 5)


def test_an_edit_of_nothing_changes_nothing() -> None:
    source = MappedText.of("abc")
    assert source.edited([]) is source
