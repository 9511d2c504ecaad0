"""The hostile coverage as a record, read once."""

from __future__ import annotations

import pytest

import onrecord
from tests.hostile.coverage import hostile_folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> onrecord.Record:
    """The record of the hostile coverage, in a folder of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    return onrecord.read(hostile_folder(folder / "coverage"), folder / "talks.onrecord", workers=1)
