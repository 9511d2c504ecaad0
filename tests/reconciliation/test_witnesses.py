"""How many independent origins a set of articles goes back to."""

import pytest

from onrecord.reconciliation import Witnesses, find_origins, find_witnesses
from onrecord.records import Article, Attribution, Copy
from tests.reconciliation.by_hand import actor, article, cast, disordered

POST, COURIER, WIRE = (
    actor("Harbour Post", "outlet"),
    actor("Sudmark Courier", "outlet", "The Courier"),
    actor("Reuters", "outlet"),
)
CAST = cast(POST, COURIER, WIRE, actor("an official", "unnamed"))


def one(
    name: str, outlet: str | None, first: str = "Envoys met.", **more: tuple[str, ...]
) -> Article:
    return article(f"{first} {name}", name=name, outlet=outlet, **more)


def count(*articles: Article, copies: tuple[Copy, ...] = ()) -> dict[str, tuple[str, ...]]:
    origins = find_origins(articles, copies, (), CAST)
    return {o.origin: o.articles for o in origins}


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param(
            [one("a", "Harbour Post"), one("b", "Sudmark Courier")],
            {"harbour post": ("a",), "sudmark courier": ("b",)},
            id="two outlets",
        ),
        pytest.param(
            [one("a", "Harbour Post"), one("b", "Harbour Post")],
            {"harbour post": ("a", "b")},
            id="one outlet twice",
        ),
        pytest.param(
            [one("a", "Sudmark Courier"), one("b", "the courier")],
            {"sudmark courier": ("a", "b")},
            id="one outlet under two names",
        ),
        pytest.param(
            [one("a", None), one("b", None)],
            {"article:a": ("a",), "article:b": ("b",)},
            id="unknown outlets are each their own",
        ),
        pytest.param(
            [one("a", "Harbour Post", "LENA (Reuters) – Envoys met."), one("b", "Reuters")],
            {"reuters": ("a", "b")},
            id="wire text beside the agency itself",
        ),
        pytest.param(
            [one("a", "Harbour Post", cites=("Reuters",)), one("b", None, cites=("Reuters",))],
            {"reuters": ("a", "b")},
            id="two that cite one",
        ),
        pytest.param(
            [
                one("a", "Harbour Post", cites=("Reuters", "The Courier")),
                one("b", "Reuters"),
                one("c", "Sudmark Courier"),
            ],
            {"reuters": ("a", "b"), "sudmark courier": ("c",)},
            id="one that cites two joins neither to the other",
        ),
        pytest.param(
            [
                one("a", "X", cites=("Reuters", "The Courier")),
                one("b", "Y", cites=("Reuters", "Z")),
            ],
            {"name:z": ("a", "b")},
            id="two that share one of several",
        ),
    ],
)
def test_counts(articles: list[Article], expected: dict[str, tuple[str, ...]]) -> None:
    assert count(*articles) == expected


def test_copies_are_one_witness_and_parts_go_back_to_their_lead() -> None:
    three = [one("a", "Harbour Post"), one("b", "Sudmark Courier"), one("c", None)]
    same = Copy(lead="a", articles=("b",), basis="near copy", share=0.9)
    part = Copy(lead="b", articles=("c",), basis="carries 3 paragraphs of X", share=0.2)
    assert len(count(*three, copies=(same,))) == 2
    assert count(*three, copies=(part,)) == {
        "harbour post": ("a",),
        "sudmark courier": ("b", "c"),
    }


def test_who_carries_two_wires_does_not_join_them() -> None:
    three = [one("a", "Harbour Post"), one("b", "Sudmark Courier"), one("c", None)]
    parts = tuple(
        Copy(lead=lead, articles=("c",), basis="carries 3 paragraphs of X", share=0.2)
        for lead in ("a", "b")
    )
    assert count(*three, copies=parts) == {
        "harbour post": ("a", "c"),
        "sudmark courier": ("b",),
    }


def said(statement: str, article_id: str, *via: str) -> Attribution:
    return Attribution(
        statement=statement,
        article=article_id,
        speaker=None,
        speaker_text=None,
        party=None,
        via=via,
    )


def witnesses(*attributions: Attribution) -> Witnesses:
    articles = [one("a", "Harbour Post"), one("b", "Sudmark Courier"), one("c", None)]
    return find_witnesses(articles, (), attributions, CAST)


@pytest.mark.parametrize(
    ("attributions", "origins"),
    [
        pytest.param([said("s", "a"), said("t", "b")], 2, id="both at first hand"),
        pytest.param([said("s", "a", "reuters"), said("t", "b", "reuters")], 1, id="one agency"),
        pytest.param(
            [said("s", "a", "sudmark courier"), said("t", "b")], 1, id="one from the other"
        ),
        pytest.param(
            [said("s", "a", "an official"), said("t", "b", "an official")],
            2,
            id="an unnamed source joins nobody",
        ),
        pytest.param(
            [said("s", "a", "reuters"), said("u", "a"), said("t", "b", "reuters")],
            2,
            id="who has it at first hand, too, is a witness",
        ),
    ],
)
def test_statements(attributions: list[Attribution], origins: int) -> None:
    known = witnesses(*attributions)
    found = known.origins_of_statements(a.statement for a in attributions)
    assert len(found) == origins


def test_basis_says_why() -> None:
    articles = [one("a", "Harbour Post", "LENA (Reuters) – Envoys met."), one("b", None)]
    known = find_witnesses(articles, (), [said("s", "b", "reuters")], CAST)
    assert [o.basis for o in known.origins_of(["a"])] == ["text of Reuters"]
    assert [o.basis for o in known.origins_of(["b"])] == ["own account, outlet unknown"]
    assert [o.basis for o in known.origins_of_statements(["s"])] == ["passed on from Reuters"]


def test_unknown_articles_stand_for_themselves() -> None:
    assert [o.origin for o in witnesses().origins_of(["z"])] == ["article:z"]


def test_every_article_is_in_one_origin_whatever_the_order() -> None:
    articles = [
        one(
            f"a{n}",
            [None, "Harbour Post", "Reuters"][n % 3],
            cites=("Reuters", f"O{n % 4}")[: n % 3],
        )
        for n in range(24)
    ]
    expected = count(*articles)
    assert sorted(a for group in expected.values() for a in group) == sorted(a.id for a in articles)
    assert count(*disordered(articles, 5)) == expected


def test_outlets_that_cite_each_other_are_one_and_it_is_said() -> None:
    around = [said("s", "a", "sudmark courier"), said("t", "b", "harbour post")]
    (origin,) = witnesses(*around).origins_of_statements(["s", "t"])
    assert origin.articles == ("a", "b")
    assert origin.basis == "cite each other: Harbour Post and Sudmark Courier"
    straight = [said("s", "a", "sudmark courier"), said("t", "b")]
    (origin,) = witnesses(*straight).origins_of_statements(["s", "t"])
    assert origin.basis == "passed on from Sudmark Courier"


def test_a_chain_goes_back_to_its_first_link() -> None:
    passed = [said("s", "a", "sudmark courier"), said("t", "b", "reuters")]
    (origin,) = witnesses(*passed).origins_of_statements(["s", "t"])
    assert (origin.origin, origin.articles) == ("reuters", ("a", "b"))
    assert origin.basis == "passed on from Reuters, through Sudmark Courier"


def test_three_that_cite_in_a_circle() -> None:
    vale = actor("Vale Times", "outlet")
    articles = [one("a", "Harbour Post"), one("b", "Sudmark Courier"), one("c", "Vale Times")]
    around = [
        said("s", "a", "sudmark courier"),
        said("t", "b", "vale times"),
        said("u", "c", "harbour post"),
    ]
    known = find_witnesses(articles, (), around, cast(POST, COURIER, vale))
    (origin,) = known.origins_of_statements(["s", "t", "u"])
    assert origin.basis.startswith("cite each other: ")


def test_a_line_of_thanks_leads_to_the_paper() -> None:
    thanks = article("Envoys met.", "(h/t The Courier.)", name="a", outlet="Harbour Post")
    assert count(thanks, one("b", "Sudmark Courier")) == {"sudmark courier": ("a", "b")}


def test_an_outlet_that_is_also_a_party() -> None:
    party = actor("Norland", "government")
    articles = [one("a", "Norland"), one("b", "Harbour Post")]
    passed = [said("s", "a"), said("t", "b", "norland")]
    known = find_witnesses(articles, (), passed, cast(POST, party))
    assert [o.origin for o in known.origins_of_statements(["s", "t"])] == ["norland"]


def test_an_address_with_another_text_makes_no_source() -> None:
    two = [one("a", None), one("b", None)]
    stranger = Copy(lead="a", articles=("b",), basis="same address, another text", share=0.0)
    version = Copy(lead="a", articles=("b",), basis="another version by the same outlet", share=0.6)
    assert len(count(*two, copies=(stranger,))) == 2
    assert len(count(*two, copies=(version,))) == 1
