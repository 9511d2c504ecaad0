"""For whom an actor serves in one article: its own titles before lists and other articles."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.actors import Cast, Serving
from onrecord.records import Actor, ActorMention, Affiliation, Interval, Span

UNION, STATE = "union", "state"
NAMES = {UNION: "Northern Union", STATE: "Ostria"}
IN_OFFICE = ("President", "Northern Union", False)
IN_OTHER = ("Prime Minister", "Ostria", False)
OVER = ("President", "Northern Union", True)


def role(party: str, start: int | None = None, end: int | None = None) -> Affiliation:
    """A role for a party from one year's beginning to another's; without years as articles say."""
    first = dt.date(start, 1, 1) if start else None
    last = dt.date(end, 1, 1) if end else None
    return Affiliation(party=party, role="x", from_=first, to=last, basis="made")


def itself(party: str) -> Actor:
    return Actor(
        id=party, key=party, name=NAMES[party], kind="organization", speaks_for=(role(party),)
    )


def mention(number: int, title: tuple[str, str, bool] | None) -> ActorMention:
    """The n-th mention of the person, with this title before it."""
    words, of, former = title if title else (None, None, False)
    return ActorMention(
        id=f"m{number}",
        article="a",
        span=Span(start=number, end=number + 1, text="x", raw_start=number, raw_end=number + 1),
        form="name",
        kind="person",
        name="Ilo Maren",
        role=words,
        of=of,
        former=former,
    )


def year(number: int) -> Interval:
    start = dt.date(number, 6, 1)
    return Interval(start=start, end=start + dt.timedelta(days=1), precision="day", basis="")


LED_TWO = (role(UNION, 2014, 2019), role(STATE, 2007, 2014), role(STATE, 2023))
TOLD = role(UNION)  # some article's words
CASES: dict[str, tuple[tuple[Affiliation, ...], list[object], Interval | None, str | None]] = {
    "a dated role": (LED_TWO, [None], year(2016), UNION),
    "a dated role of another time": (LED_TWO, [None], year(2009), STATE),
    "between two roles": (LED_TWO, [None], year(2021), None),
    "no day: the role that lasts": (LED_TWO, [None], None, STATE),
    "no day, and articles name another": ((*LED_TWO, TOLD), [None], None, None),
    "no day, but this article's title": ((*LED_TWO, TOLD), [IN_OFFICE, None], None, UNION),
    "this article's title against the list": ((*LED_TWO, TOLD), [IN_OFFICE], year(2024), UNION),
    "two titles here": ((*LED_TWO, TOLD), [IN_OFFICE, IN_OTHER], year(2024), STATE),
    "a title that is over": ((TOLD,), [OVER], year(2016), None),
    "a title that is over, and a dated role": (LED_TWO, [OVER], year(2024), STATE),
    "over in one place, not in another": ((TOLD,), [OVER, IN_OFFICE], year(2016), UNION),
    "no role at all": ((), [None], year(2016), None),
}


@pytest.mark.parametrize(("roles", "titles", "when", "party"), CASES.values(), ids=CASES)
def test_for_whom_a_person_serves(
    roles: tuple[Affiliation, ...],
    titles: list[tuple[str, str, bool] | None],
    when: Interval | None,
    party: str | None,
) -> None:
    person = Actor(id="p", key="person:p", name="Ilo Maren", kind="person", speaks_for=roles)
    mentions = [mention(number, title) for number, title in enumerate(titles)]
    actors = {"p": person, UNION: itself(UNION), STATE: itself(STATE)}
    cast = Cast(actors, {m.id: "p" for m in mentions})
    assert Serving(mentions, cast).party_of(person, when) == party


def test_a_party_serves_itself_whatever_is_said_beside_it() -> None:
    cast = Cast({UNION: itself(UNION)}, {"m0": UNION})
    assert Serving([mention(0, IN_OTHER)], cast).party_of(itself(UNION), None) == UNION
