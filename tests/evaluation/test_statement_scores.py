"""The PolNeAR reader and the scorer, on an invented document in its form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.polnear import GoldStatement, read_polnear, read_standoff
from onrecord.evaluation.matching import iou_of, is_same_source, match_contents, trim
from onrecord.evaluation.statements import evaluate_statements
from onrecord.records import Article, Segment, Statement


def rules_alone(article: Article) -> None:
    """No encoding: what the rules give is known beforehand, and a score is what is tested here."""


TEXT = (
    "Talks in the valley.\n\n"
    "“The road is open,” the envoy said. “It stays open.”\n"
    "The weather was fine. Volk added that the bridge was closed.\n"
)


def standoff(*statements: tuple[list[str], list[str], list[str]]) -> str:
    """Brat lines for statements given as the strings of their source, cue and content."""
    lines, links, number = [], [], 0
    for n, roles in enumerate(statements):
        link = f"E{n}\tAttribution:T99"
        for role, parts in zip(("Source", "Cue", "Content"), roles, strict=True):
            if not parts:
                continue
            number += 1
            spots = ";".join(f"{TEXT.index(p)} {TEXT.index(p) + len(p)}" for p in parts)
            lines.append(f"T{number}\t{role} {spots}\t{' '.join(parts)}")
            link += f" {role}:T{number}"
        links.append(link)
    return "\n".join([*lines, "T77\tDiscuss 0 3\tTal", "A1\tDiscard T77", *links])


FIRST = (["the envoy"], ["said"], ["“The road is open,”", "“It stays open.”"])
SECOND = (["Volk"], ["added"], ["that the bridge was closed"])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold folder with one document and two annotators."""
    for part in ("text", "attributions"):
        (tmp_path / "polnear" / "dev" / part).mkdir(parents=True)
    dev = tmp_path / "polnear" / "dev"
    (dev / "text" / "valley.txt").write_text(TEXT, encoding="utf-8")
    marked = standoff(FIRST, SECOND)
    (dev / "attributions" / "valley_aaaa.ann").write_text(marked, encoding="utf-8")
    (dev / "attributions" / "valley_bbbb.ann").write_text(standoff(FIRST), encoding="utf-8")
    return tmp_path


def test_the_first_annotator_is_read(gold: Path) -> None:
    (document,) = read_polnear(gold, "dev")
    assert len(document.statements) == 2
    roles = {r: getattr(document.statements[0], r) for r in ("source", "cue", "content")}
    words = {r: [TEXT[a:b] for a, b in spans] for r, spans in roles.items()}
    assert words["content"] == ["“The road is open,”", "“It stays open.”"]
    assert words["source"] == ["the envoy"]


def test_offsets_of_the_article_are_those_of_the_gold(gold: Path) -> None:
    (document,) = read_polnear(gold / "polnear", "dev")
    assert document.article.text == TEXT
    blocks = [TEXT[b.start : b.end] for b in document.article.blocks]
    assert blocks == [line for line in TEXT.split("\n") if line]


def test_a_malformed_line_is_passed_by() -> None:
    assert read_standoff("T1\tContent 3\tx\nE1\tAttribution:T9 Content:T1") == (
        GoldStatement(source=(), cue=(), content=()),
    )


@pytest.mark.parametrize("split", ["dev", "test"])
def test_missing_gold_is_named(tmp_path: Path, split: str) -> None:
    with pytest.raises(GoldMissing, match="polnear"):
        list(read_polnear(tmp_path, split))


def test_no_folder_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_GOLD", raising=False)
    with pytest.raises(GoldMissing, match="ONRECORD_GOLD"):
        list(read_polnear(None, "dev"))


@pytest.mark.parametrize("light", [False, True], ids=["parse", "light"])
def test_scores_of_a_perfect_reading(gold: Path, light: bool) -> None:
    scores = evaluate_statements(gold, "dev", light=light, encode=rules_alone)
    assert (scores.articles, scores.lost) == (1, 0)
    assert scores.loose.f1 == scores.strict.f1 == 1.0
    assert scores.source_agreement == scores.source_exact_agreement == 1.0
    assert {role: s.f1 for role, s in scores.spans.items()} == dict.fromkeys(
        ("source", "cue", "content"), 1.0
    )
    assert scores.errors == ()
    assert json.loads(json.dumps(scores.as_json()))["content_iou_08"]["f1"] == 1.0


def test_an_error_is_told(gold: Path) -> None:
    dev = gold / "polnear" / "dev" / "attributions"
    (dev / "valley_aaaa.ann").write_text(standoff(FIRST), encoding="utf-8")
    scores = evaluate_statements(gold, "dev", encode=rules_alone)
    assert scores.loose.precision == 0.5
    assert scores.loose.recall == 1.0
    (miss,) = scores.errors
    assert (miss.error, miss.gold) == ("not in gold", "")
    assert "the bridge was closed" in miss.found
    assert scores.error_list().startswith("not in gold: valley.txt at")


def test_overlap_by_characters() -> None:
    assert iou_of([(0, 10)], [(5, 15)]) == pytest.approx(5 / 15)
    assert iou_of([(0, 10)], [(10, 20)]) == 0.0
    assert iou_of([(0, 4), (6, 10)], [(0, 10)]) == 0.8


def test_edges_are_trimmed() -> None:
    assert trim(TEXT, [(TEXT.index("“"), TEXT.index("”") + 1)]) == (
        (TEXT.index("The road"), TEXT.index(",")),
    )
    assert trim("“…”", [(0, 3)]) == ()


def test_sources_agree_by_a_word_that_names() -> None:
    text = "Anna Volk, the minister of Dorland"
    assert is_same_source(text, [(0, 34)], [(5, 9)])
    assert not is_same_source(text, [(0, 9)], [(11, 23)])
    assert not is_same_source(text, [(0, 34)], [(11, 14)])  # "the" names nobody


def test_each_statement_is_matched_once() -> None:
    whole = Segment(start=0, length=len(TEXT), raw_start=0, raw_length=len(TEXT))
    article = Article(
        id="a", path="a", sha256="a", text=TEXT, raw=TEXT, encoding="utf-8",
        segments=(whole,), blocks=(),
    )  # fmt: skip
    found = [
        Statement(
            id=str(end), article="a", source=(), cue=(), content=(article.span(0, end),),
            kind="indirect", channel="indirect_quote",
        )
        for end in (20, 15)
    ]  # fmt: skip
    gold = [GoldStatement(source=(), cue=(), content=((0, 20),))]
    assert [(g, s) for g, s, _ in match_contents(TEXT, gold, found)] == [(0, 0)]
