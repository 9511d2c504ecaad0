"""How far people agree with the machine and with each other on positions, from their decisions.

A unit is a position that somebody decided on. A coder's label of it is what the position reads by
the latest decision of that coder, "no position" where it was rejected; the machine's is what it had
read, "no position" where a person added it. What a coder has not decided is missing for that coder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from onrecord.evaluation.agreement import (
    Agreement,
    Labels,
    agreement_of_all,
    agreement_of_two,
    confusions_of_two,
)
from onrecord.positions import is_about_positions, read_told
from onrecord.presentation.results import Results
from onrecord.presentation.rows import AgreementRow, ConfusionRow
from onrecord.records import Decision, Position, in_time
from onrecord.store import View

MACHINE, PEOPLE, ALL = "machine", "people", "all"
NO_POSITION, NO_ISSUE = "no position", "no issue"
ABOUT = ("act", "issue")


def agreement(view: View) -> Results[AgreementRow]:
    """Kappa of every two coders, alpha of all people; of act and issue, then each by itself."""
    return Results(AgreementRow, _rows(labels_of(view.all(Decision))))


def confusions(view: View) -> Results[ConfusionRow]:
    """Every pair of labels that two coders gave to one position, most often first."""
    coders = labels_of(view.all(Decision))
    return Results(
        ConfusionRow,
        (
            ConfusionRow(coders=_pair(a, b), about=about, left=left, right=right, count=count)
            for a, b in combinations(coders, 2)
            for about in ABOUT
            for (left, right), count in confusions_of_two(
                coders[a][about], coders[b][about]
            ).items()
        ),
    )


def labels_of(decisions: Iterator[Decision]) -> dict[str, dict[str, dict[str, str]]]:
    """The labels by coder, then by "act" or "issue", then by position; the machine first."""
    made = sorted(filter(is_about_positions, decisions), key=in_time)
    coders: dict[str, dict[str, dict[str, str]]] = {}
    for name in (MACHINE, *sorted({_named(d) for d in made})):
        coders[name] = {about: {} for about in ABOUT}
    for decision in made:
        old, new = read_told(decision.old), read_told(decision.new)
        _label(coders[_named(decision)], decision.target, new.position if new else None)
        machine = old.position if old is not None and old.position.label == "machine" else None
        if machine is not None or decision.target not in coders[MACHINE]["act"]:
            _label(coders[MACHINE], decision.target, machine)
    return coders if made else {}


def _named(decision: Decision) -> str:
    return decision.coder if decision.coder != MACHINE else f"{MACHINE} (a person)"


def _label(labels: dict[str, dict[str, str]], unit: str, position: Position | None) -> None:
    if position is None:
        labels["act"][unit] = labels["issue"][unit] = NO_POSITION
        return
    labels["act"][unit] = position.act
    labels["issue"][unit] = position.issue or position.step or NO_ISSUE


def _rows(coders: dict[str, dict[str, dict[str, str]]]) -> Iterator[AgreementRow]:
    people = [name for name in coders if name != MACHINE]
    for a, b in combinations(coders, 2):
        for about in ABOUT:
            left, right = coders[a][about], coders[b][about]
            for label in (None, *_labels(left, right)):
                found = agreement_of_two(left, right, label)
                if found.units:
                    yield _row(_pair(a, b), about, label, "kappa", found)
    for about in ABOUT if len(people) > 1 else ():
        given = [coders[name][about] for name in people]
        for label in (None, *_labels(*given)):
            found = agreement_of_all(given, label)
            if found.units:
                yield _row(PEOPLE, about, label, "alpha", found)


def _labels(*given: Labels) -> list[str]:
    """The labels that somebody gave to a unit that at least two have labelled."""
    times = Counter(unit for labels in given for unit in labels)
    shared = [unit for unit, count in times.items() if count > 1]
    return sorted({labels[unit] for labels in given for unit in shared if unit in labels})


def _row(
    coders: str, about: str, label: str | None, measure: str, found: Agreement
) -> AgreementRow:
    return AgreementRow(
        coders=coders,
        about=about,
        label=label or ALL,
        measure=measure,
        value=round(found.value, 3) if found.value is not None else None,
        units=found.units,
        agreed=found.agreed,
        missing=found.missing,
    )


def _pair(left: str, right: str) -> str:
    return f"{left} / {right}"
