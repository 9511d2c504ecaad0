"""Accounts that cannot both be exact; and, beside each, what is no contradiction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from onrecord.actors.cast import Cast
from onrecord.reconciliation import find_contradictions
from onrecord.reconciliation.contradictions import RULES
from onrecord.records import Article, Contradiction, Position, QuantityMention, identity
from tests.made import Maker, made_records
from tests.made.maker import find
from tests.reconciliation.by_hand import day, disordered


def contradictions(
    make: Maker, quantities: Sequence[QuantityMention] = ()
) -> tuple[Contradiction, ...]:
    cast = Cast({a.id: a for a in make.actors.values()}, {})
    return find_contradictions(
        make.articles, make.statements, make.attributions, make.positions, quantities, (), cast
    )


def quantity(article: Article, words: str, low: float, **fields: Any) -> QuantityMention:
    span = find(article, words)
    taken: dict[str, Any] = {
        "high": low,
        "unit": None,
        "bound": "exact",
        "of": "farmers",
        "place": "Ostvale",
    }
    return QuantityMention(
        id=identity("quantity", article.id, str(span.start)),
        article=article.id,
        span=span,
        low=low,
        **(taken | fields),
    )


PLAIN = "The flood at Ostvale killed {} farmers on the northern bank."


def figures(
    first: str = PLAIN,
    second: str = PLAIN,
    *,
    outlets: tuple[str, str] = ("Harbour Post", "Sudmark Courier"),
    dates: tuple[str | None, str | None] = ("2031-03-04", "2031-03-05"),
    left: dict[str, Any] | None = None,
    right: dict[str, Any] | None = None,
) -> tuple[Contradiction, ...]:
    make = Maker()
    found = []
    for n, (text, number, fields) in enumerate(((first, 12, left), (second, 31, right))):
        words = text.format(number)
        article = make.article(f"{n}.txt", outlets[n], dates[n], f"Flood {n}", words)
        found.append(quantity(article, str(number), float(number), **(fields or {})))
    return contradictions(make, found)


def test_figures_differ() -> None:
    (found,) = figures()
    assert (found.kind, found.rule) == ("quantity", "figures_differ")
    assert "12" in found.detail
    assert "31" in found.detail


AS_OF = {"as_of": day("2031-03-03")}


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({"right": {"low": 12.0, "high": 12.0}}, id="the same figure"),
        pytest.param({"left": {"high": None, "bound": "at_least"}}, id="at least 12 holds 31"),
        pytest.param(
            {"left": {"low": 29.0, "high": 29.0, "bound": "about"}}, id="about 29 is near 31"
        ),
        pytest.param({"right": {"of": "boats"}}, id="another thing"),
        pytest.param({"right": {"unit": "km"}}, id="another unit"),
        pytest.param({"right": {"place": "Westvale"}}, id="another place"),
        pytest.param({"right": {"scope": "since May"}}, id="another scope"),
        pytest.param(
            {
                "left": {"unit": "percentage point", "of": None},
                "right": {"unit": "percentage point", "of": None},
            },
            id="points of anything",
        ),
        pytest.param({"outlets": ("Harbour Post", "Harbour Post")}, id="one outlet"),
        pytest.param({"dates": ("2031-03-04", "2031-04-04")}, id="a month later"),
        pytest.param({"dates": ("2031-03-04", None)}, id="undated"),
        pytest.param(
            {"left": AS_OF, "right": {"as_of": day("2031-03-09")}}, id="as of another day"
        ),
        pytest.param(
            {"second": "Norland must free {} farmers whom the courts at Ostvale hold."},
            id="a demand",
        ),
        pytest.param(
            {"second": "The flood at Ostvale killed another {} farmers on the northern bank."},
            id="a further number",
        ),
        pytest.param(
            {"second": "The autumn market in Ostvale drew {} farmers from distant hills."},
            id="another matter",
        ),
        pytest.param(
            {
                "first": "The flood at Ostvale killed {} Norland farmers on the northern bank.",
                "second": "The flood at Ostvale killed {} Sudmark farmers on the northern bank.",
            },
            id="other people's",
        ),
    ],
)
def test_figures_agree(case: dict[str, Any]) -> None:
    case = dict(case)
    for side in ("left", "right"):
        if "low" in case.get(side, {}):
            case[side] = dict(case[side])
    if "low" in case.get("right", {}) or "low" in case.get("left", {}):
        case = _with_low(case)
        assert _same_low(case) == ()
        return
    assert figures(**case) == ()


def _with_low(case: dict[str, Any]) -> dict[str, Any]:
    return {"left": case.get("left", {}), "right": case.get("right", {})}


def _same_low(case: dict[str, Any]) -> tuple[Contradiction, ...]:
    make = Maker()
    found = []
    for n, side in enumerate(("left", "right")):
        number = (12, 31)[n]
        fields = {"low": float(number), "high": float(number)} | case[side]
        outlet = ("Harbour Post", "Sudmark Courier")[n]
        words = PLAIN.format(number)
        article = make.article(f"{n}.txt", outlet, "2031-03-04", f"Flood {n}", words)
        low = fields.pop("low")
        found.append(quantity(article, str(number), low, **fields))
    return contradictions(make, found)


def claim(
    account: dict[str, Any], word: dict[str, Any], *, about: str = "Sudmark"
) -> tuple[Contradiction, ...]:
    """What Norland says of Sudmark, and what Sudmark says itself."""
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark")
    page = make.article(
        "1.txt",
        "Harbour Post",
        "2031-03-04",
        "Inspectors",
        "Sudmark takes inspectors. Sudmark refuses inspectors. Sudmark on inspectors.",
        "“Nay.”",
    )
    words = account.get("words", "Sudmark takes inspectors")
    account = {key: value for key, value in account.items() if key != "words"}
    make.position(
        page,
        words,
        None,
        **{
            "act": "claim_about_other",
            "voice": "party",
            "speaker": ilsa.id,
            "about": make.actor(about, "government").id,
            "issue": "nuclear",
            "values": ("allowed",),
            "said": day("2031-03-03"),
        }
        | account,
    )
    make.position(
        page,
        "Nay",
        None,
        **{
            "act": "reject",
            "polarity": "against",
            "voice": "party",
            "party": make.actor("Sudmark", "government").id,
            "speaker": pavo.id,
            "issue": "nuclear",
            "values": ("allowed",),
            "said": day("2031-03-04"),
        }
        | word,
    )
    return contradictions(make)


@pytest.mark.parametrize(
    ("account", "word"),
    [
        pytest.param({}, {}, id="said to accept, refuses"),
        pytest.param(
            {"polarity": "against"},
            {"act": "accept", "polarity": "for"},
            id="said to refuse, accepts",
        ),
        pytest.param({"said": None}, {}, id="undated"),
        pytest.param({}, {"said": day("2031-03-20")}, id="its own word two weeks later"),
    ],
)
def test_account_refuted(account: dict[str, Any], word: dict[str, Any]) -> None:
    (found,) = claim(account, word)
    assert (found.kind, found.rule) == ("account_of_other", "account_refuted_by_own_word")
    assert found.detail == (
        "Ilsa Brandt on Sudmark: “Sudmark takes inspectors”; Sudmark itself: “Nay”"
    )


@pytest.mark.parametrize(
    ("account", "word"),
    [
        pytest.param({}, {"act": "accept", "polarity": "for"}, id="both say so"),
        pytest.param({}, {"values": ("banned",)}, id="another value"),
        pytest.param({}, {"issue": "water"}, id="another issue"),
        pytest.param({}, {"voice": "other"}, id="not its own word"),
        pytest.param({}, {"said": day("2030-03-04")}, id="a year before: it may have moved"),
        pytest.param({}, {"said": day("2031-07-02")}, id="months later: it may have moved"),
        pytest.param({"modality": "hedged"}, {}, id="it may accept"),
        pytest.param({"act": "demand"}, {}, id="wanting is no account"),
        pytest.param({"words": "Sudmark refuses inspectors"}, {}, id="said to refuse, refuses"),
        pytest.param({"words": "Sudmark on inspectors"}, {}, id="an account that says neither"),
        pytest.param({}, {"act": "openness", "polarity": "for"}, id="open is no refusal"),
    ],
)
def test_account_not_refuted(account: dict[str, Any], word: dict[str, Any]) -> None:
    assert claim(account, word) == ()


def test_an_account_of_a_third_party() -> None:
    assert claim({}, {}, about="Vesland") == ()


def talk(
    first: str,
    second: str,
    *,
    cues: tuple[str, str] = ("said", "said"),
    speakers: tuple[str, str] = ("Ilsa Brandt", "Pavo Lindh"),
    published: tuple[str, str] = ("2031-03-04", "2031-03-05"),
) -> tuple[Contradiction, ...]:
    make = Maker()
    parties = {"Ilsa Brandt": "Norland", "Olof Rask": "Norland", "Pavo Lindh": "Sudmark"}
    for n, words in enumerate((first, second)):
        outlet = ("Harbour Post", "Sudmark Courier")[n]
        text = f"{speakers[n]} {cues[n]} {words} there."
        article = make.article(f"{n}.txt", outlet, published[n], f"Day {n}", text)
        make.says(
            article,
            source=speakers[n],
            cue=cues[n],
            content=words.strip("“”"),
            actor=make.actor(speakers[n], "person", parties[speakers[n]]),
        )
    return contradictions(make)


FACT = "that Norland soldiers attacked the grain port at Ostvale"


@pytest.mark.parametrize(
    ("second", "cues"),
    [
        pytest.param(FACT, ("said", "denied"), id="by the cue"),
        pytest.param(
            "that Norland soldiers never attacked the grain port at Ostvale",
            ("said", "said"),
            id="by a negator",
        ),
        pytest.param(
            "that Norland soldiers shelled the grain port at Ostvale",
            ("said", "denied"),
            id="another word for the deed",
        ),
    ],
)
def test_fact_denied(second: str, cues: tuple[str, str]) -> None:
    (found,) = talk(FACT, second, cues=cues)
    assert (found.kind, found.rule) == ("party_vs_party", "fact_denied")
    assert found.detail.startswith("Norland: “that Norland soldiers attacked")
    assert "Sudmark" in found.detail


def test_fact_denied_by_its_own_party() -> None:
    speakers = ("Ilsa Brandt", "Olof Rask")
    (found,) = talk(FACT, FACT, cues=("said", "denied"), speakers=speakers)
    assert (found.kind, found.rule) == ("self", "own_fact_against_own_fact")


WISH = "that Norland soldiers must withdraw from the grain port at Ostvale"


@pytest.mark.parametrize(
    ("first", "second", "more"),
    [
        pytest.param(FACT, FACT, {}, id="both say so"),
        pytest.param(FACT, FACT, {"cues": ("denied", "denied")}, id="both deny it"),
        pytest.param(
            FACT,
            "that Norland soldiers never attacked the grain port at Ostvale",
            {"cues": ("said", "denied")},
            id="denying a denial",
        ),
        pytest.param(
            FACT,
            FACT,
            {"cues": ("said", "denied"), "published": ("2031-03-04", "2031-06-05")},
            id="months apart",
        ),
        pytest.param(
            WISH, WISH, {"cues": ("said", "denied")}, id="two wishes are no contradiction"
        ),
        pytest.param(
            FACT,
            "that Norland soldiers attacked the customs house at Lena",
            {"cues": ("said", "denied")},
            id="another fact",
        ),
        pytest.param(
            FACT,
            "that Norland soldiers guarded the grain port at Ostvale",
            {"cues": ("said", "denied")},
            id="another deed in the same words",
        ),
        pytest.param(
            f"{FACT} some weeks ago",
            FACT,
            {"cues": ("said", "denied")},
            id="of another time",
        ),
    ],
)
def test_no_fact_denied(first: str, second: str, more: dict[str, Any]) -> None:
    assert talk(first, second, **more) == ()


QUOTE = "“We returned {} captured river boats to the northern villages before winter came”"
SAME = ("Ilsa Brandt", "Ilsa Brandt")


@pytest.mark.parametrize(
    ("second", "count"),
    [
        pytest.param(QUOTE.format(40), 1, id="another number"),
        pytest.param(QUOTE.format(14), 0, id="the same"),
        pytest.param(QUOTE.format("forty stolen"), 0, id="other words, too"),
        pytest.param(
            "“We never returned 14 captured river boats to the northern villages before winter "
            "came”",
            1,
            id="the opposite",
        ),
    ],
)
def test_utterance_differs(second: str, count: int) -> None:
    found = talk(QUOTE.format(14), second, speakers=SAME)
    assert [c.rule for c in found] == ["utterance_differs"] * count


def test_own_word_against_own_word() -> None:
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland")
    page = make.article("1.txt", "Post", "2031-03-04", "Boats", "“Yes to boats,” “No to boats,”")
    fields = {"party": "norland", "speaker": ilsa.id, "voice": "party", "issue": "boats"}
    fields |= {"values": ("all",), "said": day("2031-03-03")}
    make.position(page, "Yes to boats", None, act="accept", **fields)
    refusal = make.position(page, "No to boats", None, act="reject", **fields)
    (found,) = contradictions(make)
    assert (found.kind, found.rule) == ("self", "own_word_against_own_word")
    later: Position = replace(refusal, said=day("2031-03-05"))
    make.positions[-1] = later
    assert contradictions(make) == ()


@pytest.mark.parametrize("name", sorted(made_records()))
def test_wanting_different_things_is_no_contradiction(name: str) -> None:
    done = made_records()[name]
    cast = Cast({a.id: a for a in done.actors}, {})
    found = find_contradictions(
        done.articles, done.statements, done.attributions, done.positions, (), (), cast
    )
    assert found == ()


def test_every_rule_explains_itself_and_order_does_not_matter() -> None:
    assert all(rule.__doc__ and rule.__doc__.strip().endswith(".") for rule in RULES)
    make = Maker()
    counts = []
    for n in range(6):
        number = 10 + n
        outlet, words = f"Outlet {n}", PLAIN.format(number)
        article = make.article(f"{n}.txt", outlet, "2031-03-04", f"Flood {n}", words)
        counts.append(quantity(article, str(number), float(number)))
    expected = contradictions(make, counts)
    assert len(expected) == 15
    counts = disordered(counts, 3)
    make.articles.reverse()
    assert contradictions(make, counts) == expected


CLAIM = "that Sudmark had agreed to hand over the river maps"


def answered(
    claim: str = CLAIM,
    denial: str = "the claim",
    *,
    cue: str = "denied",
    between: str = "",
    before: str = "",
    said: str = "said",
    teller: str = "Ilsa Brandt",
    answerer: str = "Pavo Lindh",
    some: str = "",
    copies: int = 1,
) -> tuple[Contradiction, ...]:
    """What one party says of another, and the other's answer in the next sentence."""
    make = Maker()
    make.actor("Sudmark", "government")
    make.actor("Vesland", "government")
    parties = {"Ilsa Brandt": "Norland", "Pavo Lindh": "Sudmark", "Tove Berg": "Vesland"}
    for n in range(copies):
        source = f"{some}{answerer}"
        text = f"{teller} {said} {claim}. {between}{source} {before}{cue} {denial} within hours."
        page = make.article(f"{n}.txt", f"Post {n}", "2031-03-04", f"Maps {n}", text)
        for who, verb, words in ((teller, said, claim), (answerer, cue, denial)):
            speaker = make.actor(who, "person", parties[who])
            named = source if who == answerer else who
            make.says(page, source=named, cue=verb, content=words, actor=speaker)
    return contradictions(make)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({}, id="the claim denied"),
        pytest.param({"denial": "that any such thing had been settled"}, id="that any such thing"),
        pytest.param({"denial": "handing maps to anybody"}, id="in a word of it"),
        pytest.param({"denial": "that it had agreed to hand over maps"}, id="in most of its words"),
        pytest.param({"denial": "any part in handing over the maps"}, id="any part in it"),
        pytest.param(
            {"claim": "that Sudmark had armed the river guards", "denial": "support of the guards"},
            id="in another word for the deed",
        ),
        pytest.param({"copies": 3}, id="in copies: once"),
    ],
)
def test_a_claim_denied_in_the_next_sentence(case: dict[str, Any]) -> None:
    (found,) = answered(**case)
    assert (found.kind, found.rule) == ("account_of_other", "claim_denied_at_once")
    assert len(found.left) == len(found.right) == case.get("copies", 1)
    assert found.detail.startswith("Norland makes a claim about Sudmark: “that Sudmark had a")
    assert "Sudmark denies it" in found.detail


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({"cue": "welcomed"}, id="no denial"),
        pytest.param({"before": "never "}, id="never denied"),
        pytest.param({"before": "neither confirmed nor "}, id="neither confirmed nor denied"),
        pytest.param({"answerer": "Tove Berg"}, id="denied by a third party"),
        pytest.param({"teller": "Pavo Lindh", "answerer": "Ilsa Brandt"}, id="about itself"),
        pytest.param(
            {"claim": "that Norland had agreed to hand over the river maps"},
            id="about somebody else",
        ),
        pytest.param({"claim": "that Sudmark should hand over the river maps"}, id="a wish"),
        pytest.param({"denial": "ships a berth"}, id="another matter"),
        pytest.param({"denial": "that it had drawn the river maps"}, id="another deed"),
        pytest.param({"denial": "any part in the raid on Ostvale"}, id="any part in another"),
        pytest.param({"denial": "the report that it had sold boats"}, id="another report"),
        pytest.param(
            {"claim": "that Vesland, for Sudmark, had agreed to hand over the river maps"},
            id="somebody else did it",
        ),
        pytest.param(
            {
                "claim": "that boats had sailed with Sudmark for the river maps",
                "denial": "involvement",
            },
            id="only with it",
        ),
        pytest.param({"cue": "seemed to dismiss", "denial": "the report"}, id="seemed to deny"),
        pytest.param({"said": "demanded"}, id="a demand"),
        pytest.param({"some": "Several aides of "}, id="some of them deny it"),
        pytest.param({"between": "Snow fell on the hills of Ostvale. " * 6}, id="far apart"),
    ],
)
def test_no_claim_denied(case: dict[str, Any]) -> None:
    assert answered(**case) == ()
