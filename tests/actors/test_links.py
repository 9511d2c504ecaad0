"""Links are those of the mentions, article by article, and have one hash as long as they stay."""

from onrecord.actors import Links
from onrecord.records import ActorLink


def link(article: str, mention: str, actor: str) -> ActorLink:
    return ActorLink(mention=mention, article=article, actor=actor, method="named", confidence=1.0)


ONE, TWO, THREE = link("a", "m2", "x"), link("a", "m1", "y"), link("b", "m3", "x")


def test_links_come_back_by_article_and_mention():
    assert tuple(Links.of([THREE, ONE, TWO])) == (TWO, ONE, THREE)
    assert Links.of([THREE, ONE, TWO]) == Links.of([ONE, TWO, THREE])


def test_an_article_has_its_own_links_and_actors():
    links = Links.of([ONE, TWO, THREE])
    assert links.of_article("a") == (TWO, ONE)
    assert links.actors_of("a") == {"x", "y"}
    assert (links.of_article("c"), links.actors_of("c")) == ((), set())


def test_the_hash_is_of_the_article_alone():
    links = Links.of([ONE, TWO, THREE])
    assert Links.of([TWO, ONE]).given("a") == links.given("a")
    assert Links.of([TWO, ONE]).given("b") != links.given("b")
    assert Links.of([TWO, link("a", "m2", "y")]).given("a") != links.given("a")
