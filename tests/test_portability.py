"""What we write and open is the same on Windows, macOS and Linux."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.presentation.exports.timelines import _path
from onrecord.sources import find_pages
from onrecord.sources.manifest import read_manifest
from onrecord.sources.options import SourceOptions

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
FILES = sorted(SOURCE.rglob("*.py"))
TEXT = {"read_text", "write_text", "open", "fdopen", "NamedTemporaryFile", "TextIOWrapper"}
BYTES_ALONE = {"ZipFile", "packed", "archive", "webbrowser", "session", "tagger"}  # whose `open` is


def opened(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, what is missing) for each call that opens text without saying how."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name not in TEXT or _is_no_file(call):
            continue
        mode = _mode(call, name)
        if "b" in mode:
            continue
        said = {word.arg for word in call.keywords}
        # `read_text("utf-8")` and `write_text(text, "utf-8")` say it by place.
        by_place = {"read_text": 1, "write_text": 2}.get(name, 99)
        if "encoding" not in said and len(call.args) < by_place:
            yield call.lineno, f"{name} without encoding"
        if (name == "write_text" or set(mode) & set("wax+")) and "newline" not in said:
            yield call.lineno, f"{name} without newline"


def _is_no_file(call: ast.Call) -> bool:
    """Whether this `open` is of something else: a method whose only argument is an address."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    name = getattr(owner, "attr", getattr(owner, "id", ""))
    return name in BYTES_ALONE or name in ("self", "os") or isinstance(owner, ast.Call)


def _mode(call: ast.Call, name: str) -> str:
    """The mode of an open: by its word or place; "r" where nothing is said."""
    if name in ("read_text", "write_text", "TextIOWrapper"):
        return ""
    first = 0 if isinstance(call.func, ast.Attribute) and name == "open" else 1
    if getattr(getattr(call.func, "value", None), "id", "") == "gzip":
        return next((str(a.value) for a in call.args[1:] if isinstance(a, ast.Constant)), "rb")
    given = [word.value for word in call.keywords if word.arg == "mode"] + call.args[first:]
    return next((str(m.value) for m in given if isinstance(m, ast.Constant)), "r")


def test_text_is_opened_with_its_encoding_and_written_with_its_line_ends() -> None:
    found = [
        f"{file.relative_to(SOURCE).as_posix()}:{line}: {what}"
        for file in FILES
        for line, what in opened(ast.parse(file.read_text("utf-8")))
    ]
    assert not found, found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("path.read_text()", ["read_text without encoding"]),
        ("path.read_text('utf-8')", []),
        ("path.write_text(t, encoding='utf-8')", ["write_text without newline"]),
        ("path.write_text(t, encoding='utf-8', newline='\\n')", []),
        ("path.open()", ["open without encoding"]),
        ("path.open('rb')", []),
        ("open(path, 'w', encoding='utf-8')", ["open without newline"]),
        ("open(path, 'w', encoding='utf-8', newline='')", []),
        ("gzip.open(path)", []),
        ("gzip.open(path, 'rt')", ["open without encoding"]),
    ],
)
def test_the_search_sees_what_it_is_to_see(code: str, found: list[str]) -> None:
    assert [what for _, what in opened(ast.parse(code))] == found


def test_paths_of_articles_have_slashes_and_no_drive() -> None:
    """No path is made text by the system's own separator: `str(path.relative_to(…))`."""
    for file in FILES:
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "str":
                made = ast.unparse(call)
                assert "relative_to" not in made, f"{file}: {made}: use as_posix()"


def test_a_folder_within_a_folder_is_told_with_slashes(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    (place / "c.txt").write_text("A truce\n\nIt holds, Brandt said.", encoding="utf-8")
    [page] = find_pages(tmp_path)
    assert page.path == "a/b/c.txt"


NAMED = {
    "a device": ("CON", "con_.txt"),
    "another": ("com1", "com1_.txt"),
    "none": ("Constance", "constance.txt"),
    "signs that Windows refuses": ('A: "B" <c>|?*', "a_b_c.txt"),
    "up and out": ("../../etc", "etc.txt"),
    "an accent in two parts": ("Zoe\u0301", "zoé.txt"),
}


@pytest.mark.parametrize(("name", "file"), NAMED.values(), ids=NAMED.keys())
def test_a_file_named_after_an_actor_can_lie_on_any_system(name, file, tmp_path) -> None:
    assert _path(tmp_path, name, "0" * 24, []).name == file


def test_a_long_name_is_cut(tmp_path) -> None:
    path = _path(tmp_path, "ă" * 300, "0" * 24, [])
    assert len(path.name.encode()) < 255
    path.write_text("", encoding="utf-8")


@pytest.mark.parametrize("kept", ["é", "e\u0301"], ids=["as one letter", "in two parts"])
@pytest.mark.parametrize("told", ["é", "e\u0301"], ids=["told as one", "told in two"])
def test_a_table_finds_a_name_with_an_accent_however_it_is_kept(kept, told, tmp_path) -> None:
    (tmp_path / f"caf{kept}.txt").write_text("A truce\n\nIt holds, Brandt said.", "utf-8")
    (tmp_path / "articles.csv").write_text(f"file,outlet\ncaf{told}.txt,The Post\n", "utf-8")
    [page] = find_pages(tmp_path)
    assert page.metadata.outlet == "The Post"
    manifest = read_manifest(tmp_path / "articles.csv", "", SourceOptions())
    assert manifest.of("cafe.txt") is None
