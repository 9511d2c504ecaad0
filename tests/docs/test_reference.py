"""The reference is what the program and its docstrings say, and cannot drift from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docs.making import commands, names

from onrecord.presentation.cli.main import COMMANDS

MADE = {"commands": (commands.PAGE, commands.page), "python": (names.PAGE, names.page)}


@pytest.mark.parametrize(("path", "made"), MADE.values(), ids=MADE)
def test_a_page_of_reference_is_as_it_is_made(
    path: Path, made: Callable[[], str], request: pytest.FixtureRequest
) -> None:
    now = made()
    if request.config.getoption("--regenerate-golden"):
        path.write_text(now, encoding="utf-8", newline="\n")
    assert path.read_text("utf-8") == now, "run pytest tests/docs --regenerate-golden"
    assert made() == now
    assert "0x" not in now


def test_all_commands_and_public_names_are_there() -> None:
    import onrecord

    assert all(f"## onrecord {name}\n" in commands.page() for name in COMMANDS)
    assert "--no-such-option" not in commands.page()
    assert "`--json`" not in commands.page()  # help is shown as it is, not as Markdown
    for name in onrecord.__all__:
        assert f"## {name}\n" in names.page()
    assert "### Record.matrix\n" in names.page()
    assert "### Record._view" not in names.page()
