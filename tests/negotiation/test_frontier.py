"""Both ends and the middle of a frontier."""

from __future__ import annotations

from onrecord.negotiation.frontier import ends_and_middle
from onrecord.records import Package, identity


def package(outcome: str, *crossed: str) -> Package:
    """A package of one issue; "Norland firm" is one firm refusal of Norland crossed."""
    atoms = [(*c.split(), n) for n, c in enumerate(crossed)]
    return Package(
        id=identity("package", outcome),
        component="fire",
        outcome=(("fire", outcome),),
        crossed=tuple((party, "fire", f"v{n}", level) for party, level, n in atoms),
        gaps=(),
        complete=True,
    )


FIRST = package("a", "Norland red_line", "Norland firm")
MIDDLE = package("b", "Norland firm", "Sudmark firm")
LAST = package("c", "Sudmark red_line")


def places(*packages: Package) -> list[tuple[str | None, str, int]]:
    return [(p.party, p.package.outcome[0][1], p.alike) for p in ends_and_middle(packages)]


def test_each_party_has_an_end_and_what_is_nobodys_is_the_middle() -> None:
    assert places(FIRST, MIDDLE, LAST) == [
        ("Norland", "c", 1),
        ("Sudmark", "a", 1),
        (None, "b", 1),
    ]


def test_the_order_of_the_packages_does_not_count() -> None:
    assert places(LAST, FIRST, MIDDLE) == places(FIRST, MIDDLE, LAST)


def test_two_at_one_end_are_counted_and_the_first_is_shown() -> None:
    assert places(FIRST, LAST, package("d", "Sudmark firm", "Sudmark red_line"))[0] == (
        "Norland",
        "c",
        2,
    )


def test_two_ends_without_a_middle() -> None:
    assert [party for party, _, _ in places(FIRST, LAST)] == ["Norland", "Sudmark"]


def test_where_nothing_is_crossed_there_is_no_end() -> None:
    assert places(package("a"), package("b")) == []


def test_what_is_not_declared_counts_as_soft() -> None:
    found = places(package("a", "Norland not_declared"), package("b", "Norland soft"))
    assert found[0] == ("Norland", "a", 2)
