"""Places in gold: the reader in a tiny file of our own, offsets that are off, the scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.geoparsing import GoldToponym, read_geoparsing
from onrecord.evaluation.places import evaluate_places, half_of, is_right, km_between
from onrecord.records import PlaceMention, Span

TEXT = "Ships left Odesa.\nRussian ships\nleft Paris, Texas. Ilvane Orm left."
ARTICLE = """\
<?xml version="1.0" encoding="utf-8"?>
<articles>
  <article docid="7">
    <text><![CDATA[{text}]]></text>
    <toponyms>
      {toponyms}
    </toponyms>
  </article>
</articles>
"""
PLACED = """<toponym><start>{0}</start><end>{1}</end><phrase>{2}</phrase>
<gaztag geonameid="{3}"><lat>{4}</lat><lon>{5}</lon><fcode>PPL</fcode></gaztag></toponym>"""
BARE = "<toponym><start>{0}</start><end>{1}</end><phrase>{2}</phrase></toponym>"
TOPONYMS = [
    PLACED.format(11, 16, "Odesa", 698740, 46.48, 30.73),
    PLACED.format(19, 26, "Russian", 2017370, 60, 100),  # one character too far
    PLACED.format(39, 44, "Paris", 1, 48.85, 2.35),  # another Paris than the text's
    BARE.format(46, 51, "Texas"),
    BARE.format(53, 59, "Ilvane"),
]


def gold_in(folder: Path, toponyms: list[str], name: str = "TR-News.xml") -> Path:
    (folder / "geoparsing").mkdir(exist_ok=True)
    body = ARTICLE.format(text=TEXT, toponyms="\n".join(toponyms))
    (folder / "geoparsing" / name).write_text(body, encoding="utf-8")
    return folder


def test_a_toponym_stands_where_its_phrase_is_spelled(tmp_path: Path) -> None:
    (document,) = read_geoparsing(gold_in(tmp_path, TOPONYMS))
    text = document.article.text
    words = [text[t.start : t.end] for t in document.toponyms]
    assert words == ["Odesa", "Russian", "Paris", "Texas", "Ilvane"]
    assert [t.geonames for t in document.toponyms] == [698740, 2017370, 1, None, None]
    assert document.toponyms[0].lat == 46.48


@pytest.mark.parametrize(
    "toponym",
    [
        BARE.format(3, 8, "Velkar"),
        BARE.format("three", 8, "Odesa"),
        "<toponym><start>11</start></toponym>",
        PLACED.format(11, 16, "Odesa", "no id", 1, 2),
    ],
    ids=["not in the text", "no number", "no phrase", "no id"],
)
def test_a_toponym_of_another_form_is_refused(tmp_path: Path, toponym: str) -> None:
    with pytest.raises(GoldMissing, match="article 7"):
        list(read_geoparsing(gold_in(tmp_path, [toponym])))


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldMissing):
        list(read_geoparsing(tmp_path))
    with pytest.raises(GoldMissing):
        list(read_geoparsing(gold_in(tmp_path, []), "lgl"))
    (tmp_path / "geoparsing" / "lgl.xml").write_text("<articles", encoding="utf-8")
    with pytest.raises(GoldMissing, match=r"lgl\.xml"):
        list(read_geoparsing(tmp_path, "lgl"))


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_scores(tmp_path: Path, light: bool) -> None:
    scores = evaluate_places(gold_in(tmp_path, TOPONYMS), light=light)
    assert (scores.found.matched, scores.found.found, scores.found.gold) == (4, 4, 5)
    assert (scores.names.matched, scores.names.found, scores.names.gold) == (3, 3, 4)
    located = scores.located
    assert (located.gold, located.found, located.same, located.near) == (3, 3, 2, 2)
    assert located.accuracy == pytest.approx(2 / 3)
    assert [(e.name, e.kind) for e in scores.errors] == [
        ("Paris", "elsewhere"),
        ("Ilvane", "missed"),
    ]
    assert "missed" in scores.errors[1].as_text()
    assert "F1 0.889" in scores.as_text()
    assert scores.as_json()["located"] == located.as_json()


def test_nothing_in_gold_divides_by_nothing(tmp_path: Path) -> None:
    scores = evaluate_places(gold_in(tmp_path, []))
    assert scores.located.accuracy is None
    assert (scores.found.gold, scores.found.recall) == (0, 0.0)
    assert {e.kind for e in scores.errors} == {"invented"}


def test_the_halves_share_nothing(tmp_path: Path) -> None:
    gold = gold_in(tmp_path, TOPONYMS)
    (document,) = read_geoparsing(gold)
    sizes = {half: evaluate_places(gold, half=half).articles for half in ("seen", "unseen")}
    assert sizes == {half: int(half == half_of(document)) for half in sizes}


def place(lat: float | None, lon: float | None, geonames: int | None = None) -> PlaceMention:
    span = Span(start=0, end=1, text="X", raw_start=0, raw_end=1)
    return PlaceMention(
        id="p", article="a", span=span, name="X", geonames=geonames, lat=lat, lon=lon
    )


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (place(1.0, 1.0), True),
        (place(1.0, 3.0), False),
        (place(None, None), False),
        (place(None, None, 5), True),
        (place(None, None, 6), False),
    ],
    ids=["157 km off", "far off", "no point", "same id", "another id"],
)
def test_right_is_the_same_id_or_near(found: PlaceMention, right: bool) -> None:
    gold = GoldToponym(start=0, end=1, geonames=5, lat=0.0, lon=0.0)
    assert is_right(gold, found) is right


def test_a_degree_is_111_km_and_the_date_line_is_no_wall() -> None:
    gold = GoldToponym(start=0, end=1, lat=0.0, lon=179.5)
    assert km_between(gold, place(0.0, -179.5)) == pytest.approx(111.2, abs=0.1)
