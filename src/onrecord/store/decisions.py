"""Decisions of people as a plain file that can be shared: one JSON object a line, as exported."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

from onrecord.actors import check_decision
from onrecord.errors import DecisionsError
from onrecord.positions import check_position
from onrecord.records import Decision
from onrecord.store.rows import from_json, to_json
from onrecord.times import check_dated

MAX_BYTES = 20_000_000  # some 50,000 decisions
MAX_LETTERS = 10_000  # of one field
FURTHEST = 2**31  # no article is longer
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
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        text = "" if len(data) > MAX_BYTES else data.decode("utf-8-sig")
    except OSError as error:
        raise DecisionsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{path}: not UTF-8 text; save it as UTF-8") from error
    if len(data) > MAX_BYTES:
        raise DecisionsError(
            f"{path}: larger than {MAX_BYTES // 1_000_000} MB; is it the right file?"
        )
    found: dict[tuple[str, ...], Decision] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            made = _decision(f"{path}:{number}", line)
            own = (made.target, made.field, made.coder, made.at)
            if found.setdefault(own, made) != made:
                raise DecisionsError(
                    f"{path}:{number}: {made.coder} decided something else on the same thing at the"
                    " same time; give one of the two another time"
                )
    return tuple(found.values())


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
        check_dated(decision)
        check_position(decision)
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
    for name in ("target", "field", "coder", "at"):
        if not row[name].strip():
            raise DecisionsError(f"{where}: `{name}` is empty")
    try:
        at = dt.datetime.fromisoformat(row["at"])
        at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
        "".join(v for v in row.values() if isinstance(v, str)).encode("utf-8")
    except UnicodeEncodeError as error:
        raise DecisionsError(f"{where}: holds half a character (a lone surrogate)") from error
    except ValueError as error:
        raise DecisionsError(
            f"{where}: `at` is no time; write 2026-05-31T10:00:00+00:00"
        ) from error
    if at > dt.datetime.now(dt.UTC) + dt.timedelta(days=1):
        raise DecisionsError(f"{where}: `at` lies ahead, so that nothing later could outrank it")
    for name in NUMBERS:
        if row[name] is not None and not 0 <= row[name] < FURTHEST:
            raise DecisionsError(f"{where}: `{name}` is no place in an article")
    if row["action"] not in ACTIONS:
        raise DecisionsError(
            f"{where}: action `{row['action']}` is not one of {', '.join(ACTIONS)}"
        )
