"""The wheel holds all that is needed, and works outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `pip install .` builds it, without a network."""
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [built] = place.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with this wheel and the packages that it needs."""
    place = tmp_path_factory.mktemp("fresh")
    venv.create(place / "env", with_pip=False)
    programs = place / "env" / ("Scripts" if os.name == "nt" else "bin")
    told = {"base": str(place / "env"), "platbase": str(place / "env")}
    packages = Path(sysconfig.get_path("purelib", vars=told))
    # A path in a .pth file is searched last, and the .pth files there are not read: so the packages
    # of the tests are seen, and their onrecord, which is the checkout, is not.
    (packages / "packages-of-the-tests.pth").write_text(
        sysconfig.get_path("purelib") + "\n", encoding="utf-8"
    )
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python")]
    pip += ["--disable-pip-version-check", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return programs


def run(*command: Path | str, cwd: Path) -> str:
    """What a command prints; a failure shows what it said."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["COLUMNS"] = "80"
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_holds_weights_data_examples_and_licences_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        [notice] = [name for name in names if name.endswith("licenses/NOTICE.md")]
        told = packed.read(notice).decode("utf-8")
    for wanted in (
        "onrecord/py.typed",
        "onrecord/language/weights/encoder.onnx",
        "onrecord/language/act_weights/acts.onnx",
        "onrecord/language/mark_weights/marks.npz",
        "onrecord/language/name_weights/names.npz",
        "onrecord/language/weights/README.md",
        "onrecord/places/places.tsv",
        "onrecord/places/README.md",
        "onrecord/actors/base/governments.tsv",
        "onrecord/actors/base/README.md",
        "onrecord/positions/codebook.yaml",
        "onrecord/presentation/dossier/dossier.html.j2",
        "onrecord/examples/coverage/parties.yaml",
    ):
        assert wanted in names, wanted
    assert any(name.endswith("licenses/LICENSE") for name in names)
    for words in ("GeoNames", "CC BY 4.0", "Natural Earth", "Open Event Data Alliance", "BAAI"):
        assert words in told
    assert not [n for n in names if n.startswith(("tests/", "training/", "benchmarks/", "docs/"))]
    assert not [n for n in names if n.endswith((".pyc", ".onrecord"))]


def test_it_reads_asks_and_examines_itself_outside_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    where = run(
        installed / "python", "-c", "import onrecord; print(onrecord.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(installed.parent)
    examples = Path(where.strip()).parent / "examples" / "coverage"
    onrecord = installed / "onrecord"
    told = run(onrecord, "read", examples, "-o", "r.onrecord", "--light", cwd=tmp_path)
    assert "0 skipped" in told
    assert "Kovash" in run(onrecord, "statements", "--speaker", "Kovash", cwd=tmp_path)
    assert run(onrecord, "dossier", cwd=tmp_path).strip() == "r.html"
    findings = run(onrecord, "doctor", "--json", cwd=tmp_path).splitlines()
    found = {row["what"]: row for row in map(json.loads, findings)}
    assert found["model weights/encoder.onnx"]["ok"]
    assert found["record"]["seen"].startswith("r.onrecord: ")
