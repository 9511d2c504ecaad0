"""Names that an editor's bracket ends within: "I told [President Mila] Dorn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.actors.given_names import is_given
from onrecord.actors.names import Run
from onrecord.actors.references import Reader

CLOSING = frozenset("])")
LONGEST_GIVEN = 3  # tokens: "George W."


def joined_at_brackets(reader: Reader, runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, a given name before a closing bracket and the surname behind it as one."""
    before: Run | None = None
    for run in runs:
        if before is not None and _goes_on(reader, before, run):
            name = f"{before.name} {run.name}"
            before = Run(before.first, run.last, name, before.honorific)
            continue
        if before is not None:
            yield before
        before = run
    if before is not None:
        yield before


def _goes_on(reader: Reader, given: Run, surname: Run) -> bool:
    """Whether one run is the given name of the other, with nothing but a bracket between them."""
    bracket = surname.first - 1
    return (
        bracket == given.last
        and reader.parse.tokens[bracket].text in CLOSING
        and reader.same_sentence(given.first, surname.first)
        and " " not in surname.name
        and given.last - given.first <= LONGEST_GIVEN
        and (is_given(given.name.split()[0]) or _is_led(reader, given, surname))
    )


def _is_led(reader: Reader, given: Run, surname: Run) -> bool:
    """Whether words stand before it within the bracket, and a known surname behind: no agency's."""
    before = reader.word(given.first - 1)
    led = before is not None and before.text[0].isalpha()
    whole = " " in given.name or given.name.isupper()
    return led and surname.name in reader.surnames and not whole
