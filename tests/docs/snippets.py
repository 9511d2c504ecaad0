"""What the pages show, run: commands and Python, in a folder with the example coverage.

A page is Markdown. Of its fenced blocks

- ```` ```console ```` holds commands behind `$ ` and what each prints; a last line `…` stands for
  lines that are left out; a command without anything behind it may print what it likes;
- ```` ```python ```` is run, all such blocks of a page in one namespace; a ```` ```text ```` right
  behind it is what it prints;
- one with `title="NAME"` is a file NAME of the folder, there before anything is run;
- any other one must say why it is not run, as must a block that cannot be: `<!-- not run: WHY -->`
  stands in the line before it. `<!-- exit: N -->` there says that commands end with N.

A word `ID` in a command is the first id of the list that the page has printed last. Commands run in
this process, in a terminal of 80 columns. The examples are read once, and handed to every page.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.presentation.cli.main import main
from onrecord.presentation.cli.reading import examples_folder

BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>not run|exit): (?P<said>[^\n]*) -->\n)?"
    r"^```(?P<language>[a-z]*)(?P<info>[^\n`]*)\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
BEHIND = re.compile(r"```\n+```text\n")  # from the end of a Python block to what it prints
TITLE = re.compile(r'title="([^"]+)"')
TIME = re.compile(r"\(\d+\.\d s\)")
ID = re.compile(r"\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{8,24}\b")
CUT = "…"
READ = "onrecord read coverage/ -o talks.onrecord"
SHARED = (READ, "onrecord demo -o demo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One fenced block of a page: where its body stands, and what is said of it."""

    language: str
    title: str
    body: str
    start: int
    end: int
    not_run: str
    exit: int


class Wrong(AssertionError):
    """A snippet that does not do what its page says."""


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [
        Block(
            language=m["language"],
            title=named[1] if (named := TITLE.search(m["info"])) else "",
            body=m["body"],
            start=m.start("body"),
            end=m.end("body"),
            not_run=m["said"] if m["mark"] == "not run" else "",
            exit=int(m["said"]) if m["mark"] == "exit" else 0,
        )
        for m in BLOCK.finditer(text)
    ]


def commands(body: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what is shown behind it."""
    found: list[tuple[str, str]] = []
    for line in body.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].rstrip("\n"), ""))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + line)
        else:
            raise Wrong(f"a console block begins with output: {line!r}")
    return found


class Session:
    """Runs pages, each in a folder of its own; what reading made once is copied, not made again."""

    def __init__(self, kept: Path) -> None:
        self.kept = kept
        self.made: dict[str, tuple[Path, str]] = {}

    def run(self, text: str, folder: Path) -> str:
        """The page as it would be with what comes out now. Raises Wrong where a snippet fails."""
        shutil.copytree(examples_folder(), folder / "coverage")
        with contextlib.chdir(folder):
            if "talks.onrecord" in text or "coverage/" in text:
                self._shared(READ)
            return self._page(text, blocks(text))

    def _page(self, text: str, found: list[Block]) -> str:
        for block in found:
            if block.title:
                Path(block.title).parent.mkdir(parents=True, exist_ok=True)
                Path(block.title).write_text(block.body, encoding="utf-8")
        pieces: list[str] = []
        at, names, printed, last = 0, {"__name__": "__main__"}, "", None
        for block in found:
            body = block.body
            if block.not_run or block.title:
                pass
            elif block.language == "console":
                body, printed = self._console(block, printed)
            elif block.language == "python":
                # `onrecord.read("coverage/")` finds its record made, and reads nothing again.
                shutil.copy("talks.onrecord", "coverage.onrecord")
                last = (block.end, _python(block.body, names))
            elif last and BEHIND.fullmatch(text, last[0], block.start):
                body = _shown(block.body, last[1])
            pieces += [text[at : block.start], body]
            at = block.end
        return "".join([*pieces, text[at:]])

    def _console(self, block: Block, printed: str) -> tuple[str, str]:
        """A console block as it would be now, and the last output with an id in it."""
        lines = []
        for command, shown in commands(block.body):
            words = [
                _id_in(printed) if w == "ID" else w for w in shlex.split(command, comments=True)
            ]
            plain = shlex.join(words)
            said = self._shared(plain) if plain in SHARED else _call(words, block.exit)
            if ID.search(said) and words[1] not in ("decide", "show"):  # lists alone
                printed = said
            lines += [f"$ {command}\n", _shown(shown, said) if shown else ""]
        return "".join(lines), printed

    def _shared(self, command: str) -> str:
        """What a command of SHARED prints; it is run once, and what it made is copied then."""
        if command not in self.made:
            before = set(Path().iterdir())
            said = _call(shlex.split(command), 0)
            place = self.kept / hashlib.sha256(command.encode()).hexdigest()[:12]
            place.mkdir()
            for path in set(Path().iterdir()) - before:
                (shutil.copytree if path.is_dir() else shutil.copy)(path, place / path.name)
            self.made[command] = (place, said)
        place, said = self.made[command]
        for path in place.iterdir():
            if path.is_dir():
                shutil.copytree(path, path.name, dirs_exist_ok=True)
            else:
                shutil.copy(path, path.name)
        return said


def _call(words: list[str], expected: int) -> str:
    """What a command of ours prints, times made equal. Raises Wrong on another exit code."""
    if words[:1] != ["onrecord"]:
        raise Wrong(f"{shlex.join(words)}: only commands of onrecord are run; say why it is not")
    out = io.StringIO()
    code: int | str | None = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            main(words[1:])
        except SystemExit as end:
            code = end.code
    said = TIME.sub("(3.1 s)", out.getvalue())
    if (code or 0) != expected:
        raise Wrong(f"{shlex.join(words)} ended with {code}, not {expected}:\n{said}")
    return said


def _python(code: str, names: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "<snippet>", "exec"), names)  # noqa: S102  # our own page
    return out.getvalue()


def _shown(shown: str, said: str) -> str:
    """What a page is to show of an output: as many lines as it did where it was cut."""
    lines = shown.splitlines()
    if not lines or lines[-1].strip() != CUT:
        return said
    kept = said.splitlines()[: len(lines) - 1]
    return "\n".join([*kept, CUT]) + "\n"


def _id_in(printed: str) -> str:
    found = ID.search(printed)
    if found is None:
        raise Wrong("a command says ID, and no output of the page has an id before it")
    return found.group()


def snippets_of(pages: list[Path]) -> Iterator[tuple[Path, Block]]:
    """Yield every block of the pages."""
    for path in pages:
        for block in blocks(path.read_text("utf-8")):
            yield path, block


if __name__ == "__main__":  # the blocks that are not run, and why
    for path, block in snippets_of([Path(name) for name in sys.argv[1:]]):
        if block.not_run:
            sys.stdout.write(f"{path}: {block.not_run}\n")
