"""Floors of the quality benchmark: what holds, what falls below, and what begins anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from benchmarks import quality


@pytest.fixture
def corpus(tmp_path) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text("gold", encoding="utf-8")
    return path


def held(corpus: Path, floors: dict[str, Any], figure: float, *, write: bool = False) -> int:
    task = quality.Task("made", "made.jsonl", True, lambda _: {"F1": figure})
    return quality._held(task, corpus, floors, write=write)


def test_a_figure_is_held_to_its_floor(corpus):
    floors: dict[str, Any] = {}
    assert held(corpus, floors, 0.7) == 0
    assert floors["made"]["floors"] == {"F1": 0.695}
    assert held(corpus, floors, 0.696) == 0
    assert held(corpus, floors, 0.69) == 1
    assert held(corpus, floors, 0.69, write=True) == 1
    assert floors["made"]["floors"] == {"F1": 0.695}


def test_another_corpus_has_no_floors(corpus, capsys):
    floors: dict[str, Any] = {}
    held(corpus, floors, 0.7)
    corpus.write_text("other gold", encoding="utf-8")
    assert held(corpus, floors, 0.5) == 1
    assert floors["made"]["floors"] == {"F1": 0.695}
    assert held(corpus, floors, 0.5, write=True) == 0
    assert "its corpus has changed" in capsys.readouterr().out
    assert floors["made"]["floors"] == {"F1": 0.495}


def test_our_corpora_are_there():
    ours = [quality.CASES / task.corpus for task in quality.TASKS if task.ours]
    assert ours
    assert all(path.is_file() for path in ours)
