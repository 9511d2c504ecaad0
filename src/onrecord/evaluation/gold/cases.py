"""Our own cases: small texts with invented names, one JSON object a line.

`{"id", "text", "statements": [{"source", "cue", "content", "inside", …}]}`. Each span is given by
its exact words; `"words#2"` means their second occurrence as whole words. Several strings are one
discontinuous span, `inside` is the number of the statement that holds this one. What a file is not
about (kind, channel, modality, negated, via) it leaves out, and nobody scores it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.passages import Fault, ranges_of, strings_of
from onrecord.evaluation.gold.polnear import GoldStatement
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article, Channel, Modality
from onrecord.statements.kinds import Kind

Half = Literal["dev", "test", "all"]
ROLES = ("source", "cue", "content")
# What a label may be; any other word is a slip of the pen.
LABELS: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "channel": get_args(Channel),
    "modality": get_args(Modality),
}
KEYS = frozenset((*ROLES, "inside", *LABELS, "negated", "via"))
# A case is a few sentences; these bounds only keep a wrong file from taking the memory.
MAX_CASES, MAX_LINE_CHARS, MAX_STATEMENTS = 20_000, 200_000, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStatement(GoldStatement):
    """A statement of a case; None stands for what the file does not say."""

    inside: int | None = None
    kind: str | None = None
    channel: str | None = None
    modality: str | None = None
    negated: bool | None = None
    via: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text with all its statements, which may be none; the article's path is the case's id."""

    article: Article
    statements: tuple[CaseStatement, ...]


def read_cases(path: Path, half: Half = "all", limit: int | None = None) -> tuple[Case, ...]:
    """The cases of a file in its order; a half are those whose id begins with its name.

    Raises GoldMissing, naming file, line and remedy.
    """
    if not path.is_file():
        raise GoldMissing(f"{path}: no such file; expected cases, one JSON object a line (.jsonl)")
    found: list[Case] = []
    lines: dict[str, int] = {}
    for number, line in _lines(path):
        try:
            case = _case(line)
            if case.article.path in lines:
                first = lines[case.article.path]
                raise Fault(f"the id {case.article.path!r} stands in line {first} too; change one")
        except Fault as fault:
            raise GoldMissing(f"{path}, line {number}: {fault}") from None
        lines[case.article.path] = number
        if half == "all" or case.article.path.startswith(f"{half}-"):
            found.append(case)
    if not found:
        which = "no case" if half == "all" else f"no case whose id begins with {half}-"
        raise GoldMissing(f"{path}: {which}; expected one JSON object a line")
    return tuple(found[:limit])


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (number, line) of lines that hold anything. Raises GoldMissing beyond the bounds."""
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            number = 0
            while line := file.readline(MAX_LINE_CHARS + 1):
                number += 1
                if len(line) > MAX_LINE_CHARS:
                    raise GoldMissing(
                        f"{path}, line {number}: longer than {MAX_LINE_CHARS:,} characters; a case"
                        " is a few sentences on one line"
                    )
                if number > MAX_CASES:
                    raise GoldMissing(f"{path}: more than {MAX_CASES:,} lines; split the file")
                if line.strip():
                    yield number, line
    except UnicodeDecodeError as error:
        raise GoldMissing(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from None


def _case(line: str) -> Case:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Fault(f"no JSON ({error}); write one object on one line") from None
    if not isinstance(given, dict) or set(given) != {"id", "text", "statements"}:
        raise Fault('expected an object with exactly "id", "text" and "statements"')
    name, text, statements = given["id"], given["text"], given["statements"]
    if not isinstance(name, str) or not name.strip():
        raise Fault('"id" must be a short name')
    if not isinstance(text, str) or not text.strip():
        raise Fault(f'{name}: "text" must hold text')
    if not isinstance(statements, list) or len(statements) > MAX_STATEMENTS:
        raise Fault(f'{name}: "statements" must be a list of at most {MAX_STATEMENTS}')
    found = []
    for number, statement in enumerate(statements):
        try:
            found.append(_statement(text, statement))
        except Fault as fault:
            raise Fault(f"{name}: statement {number}: {fault}") from None
    _check_holders(name, found)
    return Case(article=article_of(name, text), statements=tuple(found))


def _statement(text: str, given: Any) -> CaseStatement:
    if not isinstance(given, dict) or not {*ROLES, "inside"} <= set(given) <= KEYS:
        known = ", ".join(sorted(KEYS - {*ROLES, "inside"}))
        raise Fault(f"expected source, cue, content, inside, and of {known} what the file is about")
    if not given["content"] and not given["cue"]:
        raise Fault("no content and no cue; give the words of what is said")
    roles = {role: ranges_of(text, role, given[role]) for role in ROLES}
    inside = given["inside"]
    if inside is not None and type(inside) is not int:
        raise Fault('"inside" must be null or the number of a statement, from 0')
    for key, allowed in LABELS.items():
        if key in given and given[key] not in allowed:
            raise Fault(f'"{key}" is {given[key]!r}; expected one of {", ".join(allowed)}')
    if not isinstance(given.get("negated", False), bool):
        raise Fault('"negated" must be true or false')
    via = given.get("via")
    return CaseStatement(
        source=roles["source"],
        cue=roles["cue"],
        content=roles["content"],
        inside=inside,
        kind=given.get("kind"),
        channel=given.get("channel"),
        modality=given.get("modality"),
        negated=given.get("negated"),
        via=tuple(strings_of("via", via)) if "via" in given else None,
    )


def _check_holders(name: str, statements: Sequence[CaseStatement]) -> None:
    for number, statement in enumerate(statements):
        steps, holder = 0, statement.inside
        while holder is not None:
            if not 0 <= holder < len(statements):
                raise Fault(f"{name}: statement {number}: no statement {holder} to be inside of")
            steps, holder = steps + 1, statements[holder].inside
            if steps > len(statements):
                raise Fault(f'{name}: statement {number}: "inside" goes round in a circle')
