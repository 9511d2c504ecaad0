"""What the tests of damage share."""

import pytest

from tests.faults.records import write_record


@pytest.fixture(scope="session")
def sound(tmp_path_factory):
    """A sound record and the print of its exports; copy it before you write to it."""
    return write_record(tmp_path_factory.mktemp("sound"))
