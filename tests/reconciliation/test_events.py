"""Events with their dates; and words that only look like events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from onrecord.actors.cast import Cast
from onrecord.language.english import parse_article
from onrecord.reconciliation import find_events, find_sightings
from onrecord.records import (
    ActorMention,
    Article,
    ArticleDate,
    Event,
    PlaceMention,
    Span,
    TimeMention,
)
from tests.reconciliation.by_hand import actor, article, day, disordered

ACTORS = [actor(n, "government") for n in ("Norland", "Sudmark", "Vesland")]
ACTORS += [actor("Ilsa Brandt", "person"), actor("Pavo Lindh", "person")]
# What the words of time in these tests mean, seen from Tuesday, 4 March 2031.
TIMES = {
    "on Monday": ("2031-03-03", 1),
    "on Friday": ("2031-03-07", 1),
    "last week": ("2031-02-24", 7),
    "Tuesday": ("2031-03-04", 1),
    "in January": ("2031-01-01", 31),
    "March 10": ("2031-03-10", 1),
    "March 17": ("2031-03-17", 1),
}


def spans(page: Article, words: str) -> list[Span]:
    found, at = [], page.text.find(words)
    while at >= 0:
        found.append(page.span(at, at + len(words)))
        at = page.text.find(words, at + 1)
    return found


def reading(
    text: str,
    *,
    light: bool,
    links: dict[str, str],
    published: str | None,
    known: dict[str, tuple[str, int]] = TIMES,
) -> tuple[Any, ...]:
    page = article(text, published=published, outlet=None)
    times = []
    for words, (start, days) in known.items():
        interval = day(start, days)
        for span in spans(page, words):
            times.append(
                TimeMention(
                    id=f"{page.id}{span.start}",
                    article=page.id,
                    span=span,
                    start=interval.start,
                    end=interval.end,
                    precision="month" if days > 7 else interval.precision,
                    timex3=start,
                    type="DATE",
                )
            )
    mentions = []
    for one in ACTORS:
        for span in spans(page, one.name):
            mention = ActorMention(
                id=f"{page.id}{one.id}{span.start}",
                article=page.id,
                span=span,
                form="name",
                kind=one.kind,
                name=one.name,
            )
            mentions.append(mention)
            links[mention.id] = one.id
    places = [
        PlaceMention(id=f"{page.id}{s.start}", article=page.id, span=s, name=name)
        for name in ("Lena", "Ostvale")
        for s in spans(page, name)
    ]
    date = ArticleDate(article=page.id, published=page.published)
    parse = parse_article(page, light=light)
    return page, parse, tuple(times), tuple(places), tuple(mentions), date


def events(
    *texts: str,
    light: bool = False,
    published: str | None = "2031-03-04",
    seed: int = 0,
    known: dict[str, tuple[str, int]] = TIMES,
) -> tuple[Event, ...]:
    links: dict[str, str] = {}
    told = [reading(t, light=light, links=links, published=published, known=known) for t in texts]
    cast = Cast({a.id: a for a in ACTORS}, links)
    found = [sighting for article in told for sighting in find_sightings(*article, cast)]
    return find_events(disordered(found, seed) if seed else found)


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
@pytest.mark.parametrize(
    ("text", "kind", "status", "place"),
    [
        pytest.param(
            "Norland and Sudmark held talks in Lena on Monday.",
            "talks",
            "happened",
            "Lena",
            id="talks held",
        ),
        pytest.param(
            "Ilsa Brandt met Pavo Lindh in Lena on Monday.",
            "meeting",
            "happened",
            "Lena",
            id="they met",
        ),
        pytest.param(
            "Ilsa Brandt will meet Pavo Lindh on Friday.",
            "meeting",
            "planned",
            None,
            id="will meet",
        ),
        pytest.param(
            "Norland and Sudmark signed the agreement on Monday.",
            "signature",
            "happened",
            None,
            id="signed",
        ),
        pytest.param(
            "Sudmark declared a ceasefire on Monday.",
            "declaration",
            "happened",
            None,
            id="declared",
        ),
        pytest.param(
            "Vesland presented a new proposal on Monday.",
            "proposal",
            "happened",
            None,
            id="proposal presented",
        ),
        pytest.param(
            "Norland and Sudmark exchanged 40 prisoners on Monday.",
            "exchange",
            "happened",
            None,
            id="prisoners exchanged",
        ),
    ],
)
def test_event(light: bool, text: str, kind: str, status: str, place: str | None) -> None:
    (event,) = events(text, light=light)
    assert (event.kind, event.status, event.place) == (kind, status, place)
    assert event.actors
    assert event.when is not None
    assert event.when.basis.startswith("text: ")


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norland and Sudmark held talks in Lena.", id="no date"),
        pytest.param("Norland and Sudmark held no talks on Monday.", id="denied"),
        pytest.param("Ilsa Brandt did not meet Pavo Lindh on Monday.", id="not met"),
        pytest.param("If Norland held talks on Friday, Sudmark would come.", id="supposed"),
        pytest.param("Ilsa Brandt may meet Pavo Lindh on Friday.", id="may meet"),
        pytest.param("Norland failed to meet the deadline on Monday.", id="another meeting"),
        pytest.param("Sudmark refused to sign the agreement on Monday.", id="refused"),
        pytest.param("Sudmark signed the guest book on Monday.", id="another thing signed"),
        pytest.param(
            "Vesland denied that Norland and Sudmark held talks in Lena on Monday.",
            id="denied by one",
        ),
        pytest.param(
            "Vesland rejected reports that Ilsa Brandt met Pavo Lindh on Monday.", id="rejected"
        ),
        pytest.param("Norland praised Sudmark on Monday.", id="no event"),
        pytest.param("The markets in Sudmark opened on Monday.", id="no event's noun"),
    ],
)
def test_no_event(light: bool, text: str) -> None:
    assert events(text, light=light) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ilsa Brandt spoke of the talks on Monday.", id="speaking of it"),
        pytest.param(
            "Ilsa Brandt went home on Monday after holding talks with Sudmark.", id="after it"
        ),
        pytest.param(
            "Sudmark quoted an official involved in the talks on Monday.", id="its people"
        ),
    ],
)
def test_the_date_of_something_else(text: str) -> None:
    assert events(text) == ()


def test_a_participle_belongs_to_the_clause_above() -> None:
    (event,) = events("Envoys gathered in Lena on Monday, marking the third round of talks.")
    assert (event.kind, event.place) == ("talks", "Lena")


def test_deadline() -> None:
    (event,) = events("Vesland set Norland a Tuesday deadline.")
    assert (event.kind, event.when and event.when.start) == ("deadline", day("2031-03-04").start)
    assert events("Vesland spoke of the deadline on Monday evening and left.") == ()


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
def test_what_is_rejected_after_talks_denies_no_talks(light: bool) -> None:
    text = "Norland rejected the plan after talks with Sudmark in Lena on Monday."
    assert [event.kind for event in events(text, light=light)] == ["talks"]


def test_the_same_day_is_settled_by_tense() -> None:
    (past,) = events("Ilsa Brandt met Pavo Lindh Tuesday.")
    (ahead,) = events("Ilsa Brandt will meet Pavo Lindh Tuesday.")
    assert (past.status, ahead.status) == ("happened", "planned")


def test_joined_over_articles() -> None:
    (event,) = events(
        "Norland and Sudmark held talks in Lena on Monday.",
        "Norland met Sudmark in Lena on Monday morning.",
        "Sudmark said before the meeting was held with Norland last week in Lena.",
    )[-1:]
    assert event.kind == "talks"
    assert len(event.articles) == 2
    assert len(event.spans) == 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Norland and Sudmark held talks in Lena on Friday.", id="another day"),
        pytest.param("Norland and Sudmark held talks in Ostvale on Monday.", id="another place"),
        pytest.param("Norland and Sudmark signed the pact on Monday.", id="another kind"),
        pytest.param("Ilsa Brandt and Pavo Lindh held talks on Monday.", id="other people"),
    ],
)
def test_not_joined(other: str) -> None:
    assert len(events("Norland and Sudmark held talks in Lena on Monday.", other)) == 2


def test_order_does_not_matter() -> None:
    texts: Sequence[str] = [
        f"{a} and {b} held talks {where} on Monday."
        for a, b in (("Norland", "Sudmark"), ("Sudmark", "Vesland"), ("Norland", "Vesland"))
        for where in ("in Lena", "in Ostvale")
    ]
    expected = events(*texts, light=True)
    assert events(*texts, light=True, seed=2) == expected
    assert len(expected) == 2


@pytest.mark.parametrize(
    ("text", "kind", "status", "what"),
    [
        pytest.param(
            "Ilsa Brandt left Sudmark after the third round of talks in Lena on Monday.",
            "talks",
            "happened",
            "round of talks in Lena",
            id="after the talks of that day",
        ),
        pytest.param(
            "Ilsa Brandt had proposed a pause after the talks in Lena on Monday.",
            "talks",
            "happened",
            "talks in Lena",
            id="whatever was proposed after them",
        ),
        pytest.param(
            "Ilsa Brandt spoke on Monday at the close of a second round of talks.",
            "talks",
            "happened",
            "second round of talks",
            id="at the close of a round",
        ),
        pytest.param(
            "The two navies exchanged prisoners at the old pier on Monday.",
            "exchange",
            "happened",
            "exchanged prisoners",
            id="an exchange on a day speaks for itself",
        ),
        pytest.param(
            "A third round with Sudmark is foreseen on Friday.",
            "talks",
            "planned",
            "third round",
            id="a round foreseen",
        ),
    ],
)
def test_event_in_a_phrase(text: str, kind: str, status: str, what: str) -> None:
    (event,) = events(text)
    assert (event.kind, event.status) == (kind, status)
    assert what in event.what


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ilsa Brandt left Sudmark after the talks in Lena.", id="no date of its own"),
        pytest.param("Ilsa Brandt called for talks after the vote on Monday.", id="another noun"),
        pytest.param("The two navies exchanged prisoners last week.", id="in some week"),
        pytest.param("The two navies exchanged salutes on Monday.", id="no exchange of captives"),
        pytest.param("A third round of voting with Sudmark is planned on Friday.", id="of voting"),
        pytest.param("A third round with Sudmark fell flat on Friday.", id="some round"),
    ],
)
def test_no_event_in_a_phrase(text: str) -> None:
    assert events(text) == ()
