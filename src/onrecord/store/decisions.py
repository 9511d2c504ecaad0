"""Decisions of people as a plain file that can be shared: one JSON object a line, as exported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

from onrecord.actors import check_decision
from onrecord.errors import DecisionsError
from onrecord.records import Decision
from onrecord.store.rows import from_json, to_json

MAX_BYTES = 20_000_000  # some 50,000 decisions
MAX_LETTERS = 10_000  # of one field
ACTIONS = get_args(get_type_hints(Decision)["action"])
OPTIONAL = frozenset({"old", "new", "article", "raw_start", "raw_end"})
NUMBERS = frozenset({"raw_start", "raw_end"})
KEYS = tuple(field.name for field in fields(Decision))


def decision_lines(decisions: Iterable[Decision]) -> str:
    """The text of a file with these decisions, in their order."""
    return "".join(json.dumps(to_json(d), ensure_ascii=True) + "\n" for d in decisions)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file in its order.

    Raises DecisionsError, naming file and line, for the first fault; then none of them counts.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise DecisionsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{path}: not UTF-8 text; save it as UTF-8") from error
    if len(data) > MAX_BYTES:
        raise DecisionsError(
            f"{path}: larger than {MAX_BYTES // 1_000_000} MB; is it the right file?"
        )
    return tuple(
        _decision(f"{path}:{number}", line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    )


def _decision(where: str, line: str) -> Decision:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DecisionsError(
            f"{where}: not a JSON object; one decision stands on a line"
        ) from error
    if not isinstance(row, dict) or set(row) != set(KEYS):
        raise DecisionsError(f"{where}: a decision has exactly the fields {', '.join(KEYS)}")
    _check_values(where, row)
    decision = from_json(Decision, row)
    try:
        check_decision(decision)
    except ValueError as error:
        raise DecisionsError(f"{where}: {error}") from error
    return decision


def _check_values(where: str, row: Mapping[str, Any]) -> None:
    for name, value in row.items():
        if value is None and name in OPTIONAL:
            continue
        wanted = int if name in NUMBERS else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise DecisionsError(
                f"{where}: `{name}` must be {'a number' if wanted is int else 'text'}"
            )
        if isinstance(value, str) and len(value) > MAX_LETTERS:
            raise DecisionsError(f"{where}: `{name}` is longer than {MAX_LETTERS:,} letters")
    if row["action"] not in ACTIONS:
        raise DecisionsError(
            f"{where}: action `{row['action']}` is not one of {', '.join(ACTIONS)}"
        )
