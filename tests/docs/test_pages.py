"""The guide is true: what a page shows is what comes out, and its links and commands are real."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from onrecord.presentation.cli.main import COMMANDS, program
from tests.docs.snippets import BLOCK, Session, Wrong, blocks, snippets_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GENERATED = DOCS / "reference"
PAGES = sorted(p for p in DOCS.rglob("*.md") if GENERATED not in p.parents)
PAGES += [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
ALL = sorted([*PAGES, *GENERATED.glob("*.md"), ROOT / "examples" / "README.md"])

# Why a block is not run. Whoever adds one adds its reason here, and says it to the reader as well.
NOT_RUN = {
    "installs packages",
    "needs a corpus of your own",
    "needs the gold data",
    "opens a browser",
    "runs the tests",
    "runs this page",
    "sets up a machine",
    "talks to a person",
    "talks to the web",
}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_what_a_page_shows_is_what_comes_out(
    page: Path,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LOGNAME", "ann")
    shown = page.read_text("utf-8")
    now = session.run(shown, tmp_path) if BLOCK.search(shown) else shown
    if request.config.getoption("--regenerate-golden"):
        page.write_text(now, encoding="utf-8")
        shown = now
    assert shown == now


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_block_is_run_is_a_file_or_says_why_not(page: Path) -> None:
    text = page.read_text("utf-8")
    found = blocks(text)
    behind = {
        end.end() for end in re.finditer(r"^```python\n.*?^```\n+```text\n", text, re.S | re.M)
    }
    for block in found:
        run = block.language in ("console", "python") or block.start in behind
        where = f"{_name(page)}, line {text.count(chr(10), 0, block.start)}"
        assert run or block.title or block.not_run, f"{where}: a block that nothing tries"
    fences = re.findall(r"^ *```", text, re.MULTILINE)
    assert len(fences) == 2 * len(found), f"{_name(page)}: a block that is indented or not closed"


def test_what_is_not_run_is_known_by_its_reason() -> None:
    said = {block.not_run for _, block in snippets_of(PAGES) if block.not_run}
    assert said <= NOT_RUN, said - NOT_RUN


def test_a_wrong_snippet_is_told(session: Session, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for number, body in enumerate(
        ("$ onrecord info nowhere.onrecord\n", "$ ls\n", "$ onrecord show talks.onrecord ID\n")
    ):
        with pytest.raises(Wrong):
            session.run(f"```console\n{body}```\n", tmp_path / str(number))
    page = "```console\n$ onrecord verify talks.onrecord\nall is well\n```\n"
    assert session.run(page, tmp_path / "other") != page
    cut = "```console\n$ onrecord --version\n…\n```\n"
    assert session.run(cut, tmp_path / "cut") == cut


INLINE = re.compile(r"`(onrecord (?:[^`\n]|\n(?! *\n))+)`")


@pytest.mark.parametrize("page", ALL, ids=_name)
def test_commands_named_in_a_sentence_exist(page: Path) -> None:
    text = BLOCK.sub("", page.read_text("utf-8"))
    for told in INLINE.findall(text):
        words = shlex.split(told.replace("|", " ").replace("'", ""))[1:]
        if not words or words[0] in ("--help", "--version") or not words[0].isalpha():
            continue
        assert words[0] in COMMANDS, f"{_name(page)}: `{told}`"
        command = program.get_command(click.Context(program), words[0])
        assert command is not None
        known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
        if isinstance(command, click.Group):
            known |= {o for own in command.commands.values() for p in own.params for o in p.opts}
            assert len(words) == 1 or words[1] in command.commands, f"{_name(page)}: `{told}`"
        options = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert options <= known, f"{_name(page)}: `{told}` has no {options - known}"


@pytest.mark.parametrize("page", ALL, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    text = BLOCK.sub("", page.read_text("utf-8"))
    for target, anchor in re.findall(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)", text):
        if re.match(r"https?:", target):
            continue
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"{_name(page)} links to {target}, which is not there"
        if anchor:
            assert anchor in _anchors(there), f"{_name(page)}: {target} has no #{anchor}"


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text("utf-8")), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", head.lower()).strip() for head in heads)
    return {re.sub(r"[ ]+", "-", head) for head in plain}


def test_every_command_has_its_place_in_a_page() -> None:
    told = " ".join(page.read_text("utf-8") for page in PAGES)
    missing = [name for name in COMMANDS if f"onrecord {name}" not in told]
    assert not missing
