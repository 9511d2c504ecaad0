"""How far two files of labelled sentences agree on positions.

    python -m benchmarks.positions_agreement A.jsonl B.jsonl

Each line is a sentence as `onrecord.evaluation.gold.positions` has it; one file alone is compared
with the `second` labels in it. No text is needed: sentences are told apart by article (or id) and
place, positions of a sentence are paired by the words of their matter that they share, and one
that has no partner stands against "no position". Kappa is Cohen's, of those sentences that both
have; the others are counted as missing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from onrecord.evaluation.agreement import Agreement, agreement_of_two, confusions_of_two

NO_POSITION = "no position"
MOST_CONFUSIONS = 15
Row = Mapping[str, Any]
Sentences = dict[str, tuple[Row, ...]]


def read_labels(path: Path, key: str = "positions") -> Sentences:
    """The positions of each sentence of a file; a sentence without `key` is left out."""
    found: Sentences = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line) if line.strip() else {}
        if key in row:
            where = json.dumps([row.get("article", row.get("id")), row.get("sentence")])
            found[where] = tuple(_placed(p, row) for p in row[key])
    return found


def _placed(position: Row, row: Row) -> Row:
    """The position with its matter as two offsets; words are looked for in their sentence."""
    matter = position["matter"]
    if isinstance(matter, str):
        words = matter.partition("#")[0]
        start = max(str(row["sentence"]).find(words), 0)
        matter = [start, start + len(words)]
    return {**position, "matter": matter}


def pairs_of(left: Sequence[Row], right: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield positions of one sentence in pairs, those that share most of their matter first."""
    shared = sorted(
        (-_overlap(a, b), a["act"] != b["act"], i, j)
        for (i, a), (j, b) in product(enumerate(left), enumerate(right))
        if _overlap(a, b) > 0
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, _, i, j in shared:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            yield left[i], right[j]
    yield from ((p, None) for i, p in enumerate(left) if i not in used_left)
    yield from ((None, p) for j, p in enumerate(right) if j not in used_right)


def _overlap(one: Row, other: Row) -> float:
    (a, b), (c, d) = one["matter"], other["matter"]
    return max(0, min(b, d) - max(a, c)) / max(1, max(b, d) - min(a, c))


def compare(left: Sentences, right: Sentences) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """What each file says, by question, then by unit: sentences, acts, issues, conditions."""
    asked = ("is a position", "act", "issue", "conditions", "against")
    told: dict[str, tuple[dict[str, str], dict[str, str]]] = {name: ({}, {}) for name in asked}
    for where in sorted(left.keys() ^ right.keys()):
        side = 0 if where in left else 1
        told["is a position"][side][where] = _is_one((left | right)[where])
    for where in sorted(left.keys() & right.keys()):
        one, other = left[where], right[where]
        for side, positions in enumerate((one, other)):
            told["is a position"][side][where] = _is_one(positions)
        for number, pair in enumerate(pairs_of(one, other)):
            for side, position in enumerate(pair):
                unit = f"{where} {number}"
                told["act"][side][unit] = position["act"] if position else NO_POSITION
                # On what only one of them marked the other said nothing of its parts.
                if position is not None and None not in pair:
                    told["issue"][side][unit] = position.get("issue") or "no issue"
                    types = sorted(position.get("conditions") or ())
                    told["conditions"][side][unit] = ", ".join(types) or "none"
                    told["against"][side][unit] = str(bool(position.get("against")))
    return told


def _is_one(positions: Sequence[Row]) -> str:
    return "a position" if positions else NO_POSITION


def _line(name: str, found: Agreement) -> str:
    value = "    –" if found.value is None else f"{found.value:5.3f}"
    missing = f", {found.missing} missing" if found.missing else ""
    return f"{name:28} kappa {value}  {found.agreed:4} of {found.units:4} alike{missing}"


def main(arguments: Sequence[str]) -> int:
    """Print the figures of one file or two; the exit code."""
    if len(arguments) not in (1, 2):
        print(__doc__)
        return 2
    paths = [Path(argument) for argument in arguments]
    left = read_labels(paths[0])
    right = read_labels(paths[1]) if len(paths) > 1 else read_labels(paths[0], "second")
    if len(paths) == 1:
        left = {where: left[where] for where in left if where in right}
    if not left.keys() & right.keys():
        print(f"{paths[-1]}: no sentence is labelled twice; name two files of the same sentences")
        return 1
    told = compare(left, right)
    for name, (one, other) in told.items():
        print(_line(name, agreement_of_two(one, other)))
    one, other = told["act"]
    for act in sorted({*one.values(), *other.values()} - {NO_POSITION}):
        print(_line(f"  act {act}", agreement_of_two(one, other, act)))
    apart = [(pair, n) for pair, n in confusions_of_two(one, other).items() if pair[0] != pair[1]]
    for (a, b), count in apart[:MOST_CONFUSIONS]:
        print(f"  {count:4} × {a} / {b}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
