"""A record that grew article by article is the one that a single reading makes, to the byte."""

import random
import shutil
from pathlib import Path

import pytest

from onrecord.engines import local
from onrecord.engines.options import ReadOptions
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
    folder.with_suffix(".onrecord").unlink()
    return read(folder)
