"""docs/between.md is true: what it shows is what comes out, and its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import onrecord
from onrecord.presentation.cli.main import main
from onrecord.presentation.dossier.grounds import LOW_CONFIDENCE
from tests.negotiation.test_sentences import DISHONEST

GUIDE = Path(__file__).parents[2] / "docs" / "between.md"
RUN = re.compile(r"<!-- run: onrecord (.*?) -->\n```\n(.*?)```\n<!-- /run -->", re.DOTALL)
FILE = re.compile(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", re.DOTALL)


@pytest.fixture
def folder(coverage: onrecord.Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the record and the files of the guide, in a terminal of 80 columns."""
    (tmp_path / "coverage.onrecord").write_bytes(coverage.path.read_bytes())
    for name, text in FILE.findall(GUIDE.read_text("utf-8")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def test_the_outputs_shown_are_the_outputs(
    folder: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    shown = GUIDE.read_text("utf-8")

    def now(match: re.Match[str]) -> str:
        with pytest.raises(SystemExit) as end:
            main(shlex.split(match[1]))
        assert end.value.code == 0
        out = capsys.readouterr().out
        return f"<!-- run: onrecord {match[1]} -->\n```\n{out}```\n<!-- /run -->"

    fresh = RUN.sub(now, shown)
    if request.config.getoption("--regenerate-golden"):
        GUIDE.write_text(fresh, encoding="utf-8")
        shown = fresh
    assert len(RUN.findall(shown)) >= 4
    assert shown == fresh


def test_what_it_says_of_the_example_holds(coverage: onrecord.Record) -> None:
    circle = [r.text for r in coverage.deadlocks() if r.kind == "circle"]
    assert any("“fire stops”, “terms are agreed” and “talks begin”" in text for text in circle)
    assert any("Orvenia asks for “terms are agreed” before “fire stops”" in t for t in circle)
    assert any("Velundia asks for “fire stops” before “talks begin”" in t for t in circle)
    opened = [r.text for r in coverage.whatif(step=["ceasefire"])]
    assert any(
        "wait for each other on this record; with this change no longer" in t for t in opened
    )
    after = [r for r in coverage.deadlocks() if r.kind == "refused step"]
    assert any("refused “Orvenia withdraws”" in r.text for r in after)
    assert not any("Orvenia withdraws" in t and t.endswith("nothing.") for t in opened)
    assert f"below {LOW_CONFIDENCE:g}".replace("0.", ".") in GUIDE.read_text("utf-8")


def test_its_own_words_are_honest_but_for_those_it_names() -> None:
    text = RUN.sub("", GUIDE.read_text("utf-8"))
    named = DISHONEST.findall(text)
    assert sorted({word.lower() for word in named}) == ["possible"]


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", GUIDE.read_text("utf-8"))
    assert links
    for target in links:
        assert (GUIDE.parent / target).exists(), target
