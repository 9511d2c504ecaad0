"""One session for all pages: the example coverage is read once."""

from __future__ import annotations

import pytest

from tests.docs.snippets import Session


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("read-once"))
