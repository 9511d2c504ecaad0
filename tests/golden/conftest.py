"""The example coverage as a record, read once for all tests of what comes out of it."""

import pytest

import onrecord
from onrecord.presentation.cli.reading import examples_folder


@pytest.fixture(scope="session")
def record(tmp_path_factory) -> onrecord.Record:
    return onrecord.read(examples_folder(), tmp_path_factory.mktemp("golden") / "e.onrecord")
