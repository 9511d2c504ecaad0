"""A record that grew article by article is the one that a single reading makes, to the byte."""

import random
import shutil
from pathlib import Path

import pytest

from onrecord.engines import local
from onrecord.engines.options import ReadOptions
from onrecord.presentation.record import open_record
from onrecord.records import Decision
from onrecord.store import View
from tests.engines.test_local import exported

LIGHT = ReadOptions(light=True, workers=1)
READ = {".txt", ".md", ".html", ".jsonl"}
EXAMPLES = Path(__file__).parents[2] / "examples" / "coverage"


def read(folder: Path) -> dict[str, str]:
    record = folder.with_suffix(".onrecord")
    local.read(folder, record, LIGHT)
    return exported(record)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "coverage"
    place.mkdir()
    return place


def test_articles_that_come_one_by_one_make_the_same_record(folder, tmp_path):
    names = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in READ]
    names = random.Random(2).sample(names, 8)  # noqa: S311  an order, no secret
    for table in EXAMPLES.glob("*.csv"):
        shutil.copy(table, folder)
    for path in names:
        shutil.copy(path, folder)
        found = read(folder)
    whole = tmp_path / "whole" / "coverage"
    shutil.copytree(folder, whole)
    assert found == read(whole)
    record = folder.with_suffix(".onrecord")
    for path in names[:2]:
        local.remove(record, path.name)
        (whole / path.name).unlink()
    assert exported(record) == read_anew(whole)


def read_anew(folder: Path) -> dict[str, str]:
    folder.with_suffix(".onrecord").unlink(missing_ok=True)
    return read(folder)


# What a later article changes in an earlier one: who a surname is, under which name an actor goes,
# which words name a party, which text is a copy, who said the same, who tells the opposite.
TEXTS = {
    "a.txt": "Port shut\n\nBrandt told reporters on Monday that the port of Tal was closed. “We did"
    " not fire at the bridge,” Brandt said. Norland's foreign minister left the talks.",
    "b.txt": "Talks\n\nNorland's foreign minister, Ilsa Brandt, said that the port of Tal was open."
    " “We will not sign the truce with Sudmark this year,” she told reporters.",
    "c.txt": "Envoy\n\nIlsa Marie Brandt, the minister of Norland, said: “We will not sign the"
    " truce with Sudmark this year.” Sudmark's envoy, Pavo Lindh, said that Norland fired at the"
    " bridge.",
    "d.txt": "Bridge\n\nSudmark counted 40 wounded at the bridge of Tal on Monday, Lindh said."
    " Lindh denied that Sudmark had fired at the bridge.",
    "e.txt": "Count\n\nNorland counted 70 wounded at the bridge of Tal on Monday, Brandt said. The"
    " House voted for the truce. Otto Brandt, a fisherman, said that nobody had slept.",
    "f.txt": "Port shut again\n\nBrandt told reporters on Monday that the port of Tal was closed."
    " “We did not fire at the bridge,” Brandt said. Norland's foreign minister left the talks.",
}


@pytest.mark.parametrize("seed", range(6))
def test_any_way_to_a_folder_makes_the_same_record(folder, tmp_path, seed):
    """Articles come, go, come back and change, and somebody renames whom they name."""
    chance = random.Random(seed)  # noqa: S311  an order, no secret
    record = folder.with_suffix(".onrecord")
    decided: list[Decision] = []
    for step in range(7):
        there = sorted(path.name for path in folder.iterdir())
        gone = chance.choice(there) if len(there) > 1 and chance.random() < 0.35 else None
        name = chance.choice(sorted(TEXTS))
        if gone is not None:
            local.remove(record, gone)
            (folder / gone).unlink()
            continue
        ending = " Lindh agreed." if chance.random() < 0.2 else ""
        (folder / name).write_text(TEXTS[name] + ending, encoding="utf-8")
        read(folder)
        if step == 3 and "b.txt" in there:
            open_record(record).decide("name", "Ilsa Brandt", "I. Brandt")
    found = exported(record)
    with View(record) as view:
        decided.extend(view.all(Decision))
    whole = tmp_path / "whole" / "coverage"
    shutil.copytree(folder, whole)
    read_anew(whole)
    local.decide(whole.with_suffix(".onrecord"), decided)
    assert found == exported(whole.with_suffix(".onrecord"))
