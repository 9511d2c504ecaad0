"""Chains of invented sentences; statements by hand, in the order (source, cue, content, inside)."""

import pytest

from onrecord.actors import Cast, find_mentions, link_actors, load_base
from onrecord.attribution import attribute
from onrecord.language.english import parse_article
from onrecord.records import ArticleDate, Statement
from tests.actors.reading import article_of

Said = tuple[str, str, str] | tuple[str, str, str, int]
UNDATED = ArticleDate(article="a", published=None)
TALKS = "that talks failed"


def chains(text: str, *said: Said, outlet: str | None = None, light: bool = False) -> list[str]:
    """The chain of every statement, names nearest first, joined by " < "."""
    article = article_of(text, outlet=outlet)
    parse = parse_article(article, light=light)
    mentions = find_mentions(article, parse, load_base())
    actors, links = link_actors(mentions, load_base())
    cast = Cast({a.id: a for a in actors}, {link.mention: link.actor for link in links})

    def spans(words: str):
        parts = [w for w in words.split(" … ") if w]
        starts = [article.text.index(w) for w in parts]
        return tuple(article.span(at, at + len(w)) for at, w in zip(starts, parts, strict=True))

    statements = [
        Statement(
            id=f"s{at}",
            article=article.id,
            source=spans(one[0]),
            cue=spans(one[1]),
            content=spans(one[2]),
            kind="indirect",
            channel="indirect_quote",
            inside=f"s{one[3]}" if len(one) == 4 else None,
        )
        for at, one in enumerate(said)
    ]
    found = attribute(article, parse, statements, mentions, cast, (), (), (), UNDATED)
    return [" < ".join(cast.actors[a].name for a in one.via) for one in found]


ONE = {
    # told to press
    "told an agency": ("Dorn told Reuters that talks failed.", "told", "Reuters"),
    "told two": ("Dorn told Reuters and the BBC that talks failed.", "told", "Reuters < BBC"),
    "told a newspaper": (
        "Dorn told the Polish newspaper Harbor Times that talks failed.",
        "told",
        "Harbor Times",
    ),
    "told a reporter of an agency": (
        "Dorn told a Reuters correspondent that talks failed.",
        "told",
        "Reuters",
    ),
    "told a programme": (
        "Dorn told the BBC’s “Morning Hour” that talks failed.",
        "told",
        "BBC",
    ),
    "told an audience": ("Dorn told the CNN audience that talks failed.", "told", ""),
    "told reporters": ("Dorn told reporters that talks failed.", "told", ""),
    "told a person": ("Dorn told Ilo Maren that talks failed.", "told", ""),
    "told a party": ("Dorn told Russia that talks failed.", "told", ""),
    "told a body": ("Dorn told Amnesty International that talks failed.", "told", ""),
    "told an outlet’s owner": ("Dorn told the BBC’s board that talks failed.", "told", ""),
    "telling": ("Dorn denied it, telling Reuters that talks failed.", "telling", "Reuters"),
    # interviews and remarks
    "in an interview with": (
        "In an interview with Reuters on Monday, Dorn said that talks failed.",
        "said",
        "Reuters",
    ),
    "an interview with, behind": (
        "Dorn said that talks failed, speaking in an interview with the Harbor Times.",
        "said",
        "Harbor Times",
    ),
    "an interview with a person": (
        "In an interview with Ilo Maren, Dorn said that talks failed.",
        "said",
        "",
    ),
    "speaking to": ("Speaking to the BBC, Dorn said that talks failed.", "said", "BBC"),
    "in its interview": (
        "In a Bloomberg interview, Dorn said that talks failed.",
        "said",
        "Bloomberg",
    ),
    "in the wake of its poll": ("After a Bloomberg poll, Dorn said that talks failed.", "said", ""),
    "said on": ("Dorn said on Tuesday on CNN that talks failed.", "said", "CNN"),
    "an interview with a channel, named at length": (
        "In an interview with the ever louder network CNN, Dorn said that talks failed.",
        "said",
        "CNN",
    ),
    "speaking to a party": ("Speaking to Russia, Dorn said that talks failed.", "said", ""),
    "remarks to": ("In remarks to Bloomberg, Dorn said that talks failed.", "said", "Bloomberg"),
    "remarks about": ("In remarks about Reuters, Dorn said that talks failed.", "said", ""),
    "writing in": (
        "Writing in the Harbor Times, Dorn said that talks failed.",
        "said",
        "Harbor Times",
    ),
    # carried, quoted
    "as quoted by": ("Dorn said that talks failed, as quoted by Tass.", "said", "TASS"),
    "was quoted by": (
        "Dorn was quoted by Tass as saying that talks failed.",
        "was quoted … as saying",
        "TASS",
    ),
    "quoted as saying by": (
        "Dorn was quoted as saying by the state agency Tass that talks failed.",
        "was quoted as saying",
        "TASS",
    ),
    "remarks carried by": (
        "In remarks carried by state television Rossiya 1, Dorn said that talks failed.",
        "said",
        "Rossiya 1",
    ),
    "carried, then told": (
        "Dorn told Reuters that talks failed, in an interview carried by the BBC.",
        "told",
        "BBC < Reuters",
    ),
    "asked about an outlet": ("Asked about Reuters, Dorn said that talks failed.", "said", ""),
    "its own matter": ("Dorn said that talks failed and sued Reuters.", "said", ""),
}


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
@pytest.mark.parametrize(("text", "cue", "via"), ONE.values(), ids=ONE)
def test_one_statement_of_a_sentence(text: str, cue: str, via: str, light: bool):
    assert chains(text, ("Dorn", cue, TALKS), light=light) == [via]


MANY = {
    "an outer outlet, then its own": (
        "Bloomberg reported that Dorn told Reuters that talks failed.",
        [
            ("Bloomberg", "reported", "that Dorn told Reuters that talks failed"),
            ("Dorn", "told", TALKS, 0),
        ],
        ["", "Bloomberg < Reuters"],
    ),
    "whom the outer outlet cites stands behind it": (
        "Reuters, citing two Polish officials, said that Dorn said that talks failed.",
        [
            ("Reuters", "said", "that Dorn said that talks failed"),
            ("Dorn", "said that talks", TALKS, 0),
        ],
        ["two Polish officials", "Reuters < two Polish officials"],
    ),
    "an outlet citing an outlet": (
        "Talks failed, Bloomberg reported on Monday, citing Tass.",
        [("Bloomberg", "reported", "Talks failed")],
        ["TASS"],
    ),
    "citing, behind a long content": (
        "Bloomberg reported that the talks about the old bridge with Russia failed on Monday, "
        "citing Tass.",
        [
            (
                "Bloomberg",
                "reported",
                "that the talks about the old bridge with Russia failed on Monday",
            )
        ],
        ["TASS"],
    ),
    "citing, behind what an outlet says someone said": (
        "Bloomberg reported that Ilo Maren said that talks failed, citing Tass.",
        [
            ("Bloomberg", "reported", "that Ilo Maren said that talks failed"),
            ("Ilo Maren", "said", TALKS, 0),
        ],
        ["TASS", "Bloomberg < TASS"],
    ),
    "two outlets, one cites": (
        "Bloomberg reported that talks failed, and Reuters said that they went on, citing Tass.",
        [("Bloomberg", "reported", TALKS), ("Reuters", "said", "that they went on")],
        ["", "TASS"],
    ),
    "which cited": (
        "According to Bloomberg, which cited Tass, talks failed.",
        [("Bloomberg", "According to", "talks failed")],
        ["TASS"],
    ),
    "citing first": (
        "Citing Tass, Bloomberg reported that talks failed.",
        [("Bloomberg", "reported", TALKS)],
        ["TASS"],
    ),
    "a person citing a body": (
        "Ilo Maren, citing Amnesty International, said that talks failed.",
        [("Ilo Maren", "said", TALKS)],
        [""],
    ),
    "an outlet quotes": (
        "Tass quoted Ilo Maren as saying that talks failed.",
        [("Ilo Maren", "quoted … as saying", TALKS)],
        ["TASS"],
    ),
    "an outlet that reports at the end": (
        "Talks failed, Ilo Maren said, Bloomberg reports with reference to Tass.",
        [("Ilo Maren", "said", "Talks failed")],
        ["Bloomberg < TASS"],
    ),
    "according to one that cites": (
        "“Talks failed,” Ilo Maren said, according to Bloomberg, which quoted Tass.",
        [("Ilo Maren", "said", "Talks failed")],
        ["Bloomberg < TASS"],
    ),
    "two speakers, one told": (
        "Ilo Maren told Reuters that talks failed, while Peter Dorn said that they had not.",
        [("Ilo Maren", "told", TALKS), ("Peter Dorn", "said", "that they had not")],
        ["Reuters", ""],
    ),
    "two speakers, one quoted": (
        "Ilo Maren said that talks failed, but Peter Dorn told the BBC that they had not.",
        [("Ilo Maren", "said", TALKS), ("Peter Dorn", "told", "that they had not")],
        ["", "BBC"],
    ),
    "one scene, two statements": (
        "In an interview with Reuters, Ilo Maren said that talks failed and added that he left.",
        [("Ilo Maren", "said", TALKS), ("Ilo Maren", "added", "that he left")],
        ["Reuters", "Reuters"],
    ),
    "a statement reported by": (
        "According to a statement reported by the state agency Tass, talks failed.",
        [("a statement reported by the state agency Tass", "According to", "talks failed")],
        ["TASS"],
    ),
    "the speaker is no link": (
        "Reuters said that talks failed, as quoted by Reuters.",
        [("Reuters", "said", TALKS)],
        [""],
    ),
}


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
@pytest.mark.parametrize(("text", "said", "via"), MANY.values(), ids=MANY)
def test_several_links_or_statements(text: str, said: list[Said], via: list[str], light: bool):
    assert chains(text, *said, light=light) == via


DORN = ("Ilo Maren", "said", "that talks failed")
HOLM = ("Peter Dorn", "denied", "any failure")
LINES = {
    "reports this with reference to, the line leads on": (
        "The quay was empty.\n\nThe Lantern reports on this with reference to Bloomberg.\n\n"
        "Ilo Maren said that talks failed.\n\nPeter Dorn denied any failure.",
        ["Bloomberg", ""],
    ),
    "reports this with reference to, in the paragraph": (
        "Ilo Maren said that talks failed. The Lantern reports this, citing Reuters.\n\n"
        "Peter Dorn denied any failure.",
        ["Reuters", ""],
    ),
    "was reported by, with reference to": (
        "Ilo Maren said that talks failed. This was reported by Ukrinform with reference to Tass."
        "\n\nPeter Dorn denied any failure.",
        ["Ukrinform < TASS", ""],
    ),
    "was reported by, alone at the end": (
        "Ilo Maren said that talks failed.\n\nPeter Dorn denied any failure.\n\n"
        "This was reported by Reuters.",
        ["Reuters", "Reuters"],
    ),
    "source, alone at the end, not over a nearer chain": (
        "Ilo Maren said that talks failed, as quoted by Tass.\n\nPeter Dorn denied any failure."
        "\n\nSource: Reuters",
        ["TASS", "Reuters"],
    ),
    "reports, at the end of the paragraph": (
        "Ilo Maren said that talks failed. Reuters reports.\n\nPeter Dorn denied any failure.",
        ["Reuters", ""],
    ),
    "a dash, at the end": (
        "Ilo Maren said that talks failed.\n\nPeter Dorn denied any failure. — Reuters",
        ["", "Reuters"],
    ),
    "source of a picture, no outlet": (
        "Ilo Maren said that talks failed.\n\nPeter Dorn denied any failure.\n\nSource: NATO.",
        ["", ""],
    ),
    "reports something of its own": (
        "Ilo Maren said that talks failed. Reuters reports a calm night.\n\n"
        "Peter Dorn denied any failure.",
        ["", ""],
    ),
    "was reported by a person": (
        "Ilo Maren said that talks failed. This was reported by Karl Holm.\n\n"
        "Peter Dorn denied any failure.",
        ["", ""],
    ),
    "his comments": (
        "Ilo Maren said that talks failed. His comments were first reported by Tass.\n\n"
        "Peter Dorn denied any failure.",
        ["TASS", ""],
    ),
    "the comments of the one named": (
        "Ilo Maren said that talks failed, but Peter Dorn denied any failure. "
        "Maren’s remarks were carried by Tass.",
        ["TASS", ""],
    ),
    "his plans": (
        "Ilo Maren said that talks failed. His plans were first reported by Tass.\n\n"
        "Peter Dorn denied any failure.",
        ["", ""],
    ),
}


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
@pytest.mark.parametrize(("text", "via"), LINES.values(), ids=LINES)
def test_lines_of_credit(text: str, via: list[str], light: bool):
    assert chains(text, DORN, HOLM, light=light) == via


@pytest.mark.parametrize(
    ("outlet", "via"),
    [(None, "TASS"), ("Bloomberg", "TASS"), ("The Lantern", "Bloomberg < TASS")],
    ids=["outlet unknown", "own outlet", "another’s"],
)
def test_who_reports_this_with_reference_to_another(outlet: str | None, via: str):
    text = "Ilo Maren said that talks failed. Bloomberg reports this with reference to Tass."
    assert chains(text, DORN, outlet=outlet) == [via]


@pytest.mark.parametrize(
    ("outlet", "via"),
    [("Reuters", ""), ("reuters.com", ""), ("The Lantern", "Reuters"), (None, "Reuters")],
)
@pytest.mark.parametrize(
    "text",
    [
        "Ilo Maren told Reuters on Monday: he said that talks failed.",
        "Ilo Maren said that talks failed. This was reported by Reuters.",
    ],
    ids=["told", "line"],
)
def test_the_own_outlet_is_no_link(text: str, outlet: str | None, via: str):
    cue = "told" if "told" in text else "said"
    assert chains(text, ("Ilo Maren", cue, TALKS), outlet=outlet) == [via]
