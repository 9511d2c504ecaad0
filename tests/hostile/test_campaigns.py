"""The campaigns find what they are for, and find nothing in our readers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest
from benchmarks.fuzzing.bounded import Bounds, run_inputs
from benchmarks.fuzzing.mutation import Sources, mutated
from benchmarks.fuzzing.readers import Reader, pages_of, readers

SMALL = Bounds(seconds=0.5, mebibytes=200)
READERS = {reader.name: reader for reader in readers()}
# A few inputs of each on every change: `python -m benchmarks.fuzz` tries thousands.
FEW = {"stages": 2, "stages, light": 6, "record": 6, "pdf": 10, "html": 20}


def fails() -> str:
    raise ZeroDivisionError("a fault of ours")


def runs_for_ever() -> str:
    while True:
        pass


def waits_for_ever() -> str:
    time.sleep(1000)
    return ""


def takes_all_memory() -> str:
    return "x" * (1 << 31)


def crashes() -> str:
    os.kill(os.getpid(), signal.SIGSEGV)
    return ""


def leaves() -> str:
    os._exit(7)


@pytest.mark.parametrize(
    ("misbehave", "told"),
    [
        (fails, "ZeroDivisionError"),
        (runs_for_ever, "too slow"),
        (waits_for_ever, "waits for ever"),
        (takes_all_memory, "MemoryError"),
        (crashes, "crash (SIGSEGV)"),
        (leaves, "left with 7"),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_whatever_an_input_does_is_named_and_the_others_are_run(
    misbehave: Callable[[], str], told: str
) -> None:
    came = run_inputs(lambda number: misbehave() if number == 3 else "fine", 6, SMALL)
    assert came.findings == {told: [3]}
    assert came.outcomes == {"fine": 5}


def test_the_place_in_our_code_is_named(tmp_path) -> None:
    read = READERS["jsonl"].prepare(tmp_path)

    def broken(_: int) -> str:
        import onrecord.sources.rows as rows

        kept, rows.page_of_row = rows.page_of_row, None  # type: ignore[assignment]
        try:
            rows.split_authors(None)  # type: ignore[arg-type]
        finally:
            rows.page_of_row = kept
        return read(b"")

    came = run_inputs(broken, 1, SMALL)
    assert came.findings == {"TypeError in sources.rows.split_authors": [0]}


@pytest.mark.parametrize("name", READERS)
def test_what_is_sound_is_read(name: str, tmp_path) -> None:
    reader = READERS[name]
    read = reader.prepare(tmp_path)
    outcome = read(reader.sources().sound[0])
    assert not outcome.startswith(("ArticleUnreadable", "SourceUnreadable", "0 answers"))


@pytest.mark.parametrize("name", READERS)
def test_no_reader_answers_a_few_hostile_inputs_with_a_fault(name: str, tmp_path) -> None:
    reader: Reader = READERS[name]
    sources = reader.sources()
    read = reader.prepare(tmp_path)
    count = FEW.get(name, 60)
    came = run_inputs(lambda number: read(reader.input(1, number, sources)), count, reader.bounds)
    assert came.findings == {}
    assert sum(came.outcomes.values()) == count


def test_the_same_seed_makes_the_same_inputs() -> None:
    reader = READERS["csv"]
    sources = reader.sources()
    first = [reader.input(1, number, sources) for number in range(50)]
    assert first == [reader.input(1, number, sources) for number in range(50)]
    assert first != [reader.input(2, number, sources) for number in range(50)]
    assert len(set(first)) > 45


def test_an_input_is_bounded() -> None:
    from random import Random

    sources = Sources([b"a" * 100])
    made = [mutated(Random(number), sources) for number in range(300)]  # noqa: S311
    assert max(map(len, made)) <= sources.most
    assert len(set(made)) > 200


def test_a_fault_in_reading_is_no_outcome(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    from benchmarks.fuzzing import readers as tried

    path = tmp_path / "a.txt"
    path.write_text("The envoys of Norland and Sudmark met again on Friday, Brandt said.\n")
    assert pages_of(path) == "article"

    def wrong(page):
        raise KeyError("a fault of ours")

    monkeypatch.setattr(tried, "read_article", wrong)
    with pytest.raises(KeyError):
        pages_of(path)
