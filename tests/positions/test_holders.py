"""Whose position: a word's party in the article that it stands in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.actors import Cast
from onrecord.language.english import parse_article
from onrecord.positions.holders import Holders
from onrecord.records import Affiliation
from tests.positions.stage import ACTORS, actor_id, article_of, mentions_of

TEXT = "Kovar opposes a truce."


def role(party: str) -> Affiliation:
    return Affiliation(party=actor_id(party), role="x", from_=None, to=None, basis="made")


@pytest.mark.parametrize(
    ("of", "party"), [("Belmark", "Belmark"), (None, None)], ids=["a title here", "no title here"]
)
def test_who_spoke_for_two_parties_speaks_for_the_one_that_the_article_names(
    of: str | None, party: str | None
) -> None:
    article = article_of(TEXT)
    mentions, cast = mentions_of(article)
    kovar = actor_id("Kovar")
    both = replace(ACTORS[kovar], speaks_for=(role("Ostria"), role("Belmark")))
    told = [replace(m, role="president" if of else None, of=of) for m in mentions]
    parse = parse_article(article)
    holders = Holders(parse, told, Cast({**ACTORS, kovar: both}, cast.links), None)
    found = holders.at(parse.tokens[0])
    assert found is not None
    assert found.party == (actor_id(party) if party else None)
