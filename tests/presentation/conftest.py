"""The example coverage as a record, read once for all tests of who sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord.presentation.cli.reading import examples_folder


@pytest.fixture(scope="session")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> onrecord.Record:
    """The record of the example coverage, in a folder of its own."""
    folder: Path = tmp_path_factory.mktemp("coverage")
    return onrecord.read(examples_folder(), folder / "coverage.onrecord")
