"""Entities of sentences: the reader of gold in a tiny file of our own, the mapping, the scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.actors import load_base
from onrecord.actors.listed import listed_names
from onrecord.errors import GoldMissing
from onrecord.evaluation.entities import evaluate_entities, score_entities
from onrecord.evaluation.entity_classes import find_by_rules, is_party
from onrecord.evaluation.gold.crossner import GoldEntity, GoldSentence, read_crossner
from onrecord.evaluation.gold.texts import article_of
from onrecord.evaluation.politicians import is_politician
from onrecord.language.english import parse_article

ROWS = """\
The O
Harbour B-politicalparty
Party I-politicalparty
( O
HP B-politicalparty
) O
of O
Ilva B-politician
Tarrow I-politician
won O
the O
2031 B-election
Tollan I-election
vote I-election
. O

Jonas B-person
Brandt I-person
left O
Orm B-location
. O
"""


def gold_in(folder: Path, rows: str = ROWS, name: str = "dev.txt") -> Path:
    """The folder with a split of these rows, a blank for a tab."""
    (folder / name).write_text(rows.replace(" ", "\t"), encoding="utf-8")
    return folder


def named(sentence: GoldSentence) -> list[tuple[str, str]]:
    """(words, class) of each entity."""
    return [(sentence.article.text[e.start : e.end], e.label) for e in sentence.entities]


def test_names_are_read_with_their_characters(tmp_path: Path) -> None:
    first, second = read_crossner(gold_in(tmp_path))
    assert first.article.text.startswith("The Harbour Party (HP) of Ilva Tarrow won")
    assert named(first) == [
        ("Harbour Party", "politicalparty"),
        ("HP", "politicalparty"),
        ("Ilva Tarrow", "politician"),
        ("2031 Tollan vote", "election"),
    ]
    assert named(second) == [("Jonas Brandt", "person"), ("Orm", "location")]
    assert (first.article.path, second.article.path) == ("dev.txt#1", "dev.txt#2")


def test_neighbours_of_one_class_stay_apart_and_an_i_alone_begins(tmp_path: Path) -> None:
    rows = "Orm B-location\nTollan B-location\nBay I-location\nsaw O\nIlva I-person\n"
    (sentence,) = read_crossner(gold_in(tmp_path, rows))
    assert named(sentence) == [("Orm", "location"), ("Tollan Bay", "location"), ("Ilva", "person")]


FAULTS = {
    "no tag": ("Orm\n", "line 1: expected a token"),
    "no token": ("\tO\n", "line 1: expected a token"),
    "another scheme": ("Orm O\nBay S-location\n", "line 2: expected a token"),
    "three columns": ("Orm NNP B-location\n", "line 1: expected a token"),
}


@pytest.mark.parametrize(("rows", "message"), FAULTS.values(), ids=FAULTS)
def test_faults_are_named(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(GoldMissing, match=message):
        list(read_crossner(gold_in(tmp_path, rows)))


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldMissing, match=r"expected crossner_politics/dev\.txt"):
        list(read_crossner(tmp_path))
    with pytest.raises(GoldMissing, match="use train or dev"):
        list(read_crossner(gold_in(tmp_path), "exam"))
    (tmp_path / "dev.txt").write_bytes(b"\xff\tO\n")
    with pytest.raises(GoldMissing, match="not UTF-8"):
        list(read_crossner(tmp_path))


def test_scores_need_characters_and_class(tmp_path: Path) -> None:
    first, second = read_crossner(gold_in(tmp_path))
    party, short, person, election = first.entities
    found = [
        party,  # right
        GoldEntity(start=short.start, end=short.end, label="organisation"),  # another class
        GoldEntity(start=person.start, end=person.end, label="person"),  # right when merged
        GoldEntity(start=election.start, end=election.end, label="organisation"),  # left out
    ]
    scores = score_entities([first, second], [found, []])
    assert (scores.micro.matched, scores.micro.found, scores.micro.gold) == (1, 4, 4)
    assert (scores.merged.matched, scores.merged.found, scores.merged.gold) == (2, 4, 4)
    assert scores.classes["politicalparty"].recall == 0.5
    assert [e.as_text() for e in scores.errors] == [
        "dev.txt#1 'HP': gold politicalparty, found organisation",
        "dev.txt#1 'Ilva Tarrow': gold politician, found person",
        "dev.txt#1 '2031 Tollan vote': gold election, found organisation",
        "dev.txt#2 'Jonas Brandt': gold person, found nothing",
    ]
    assert scores.as_json()["micro"] == {
        "matched": 1,
        "found": 4,
        "gold": 4,
        "precision": 0.25,
        "recall": 0.25,
        "f1": 0.25,
    }


def test_the_gold_itself_scores_one(tmp_path: Path) -> None:
    sentences = list(read_crossner(gold_in(tmp_path)))
    scores = score_entities(sentences, [s.entities for s in sentences])
    assert (scores.micro.f1, scores.merged.f1, scores.errors) == (1.0, 1.0, ())


MAPPED = {
    "minister": (
        "Foreign Minister Ilva Tarrow spoke in Lisbon.",
        [("Ilva Tarrow", "politician")],
    ),
    "writer": ("Ms. Ilva Tarrow, a novelist, wrote a book.", [("Ilva Tarrow", "person")]),
    "state that acts": ("France rejected the offer.", [("France", "country")]),
    "state as a place": ("The talks were held in France.", [("France", "country")]),
    "people of a state": ("French officials rejected the offer.", []),
    "pronoun": ("He rejected the offer.", []),
}


@pytest.mark.parametrize(("text", "wanted"), MAPPED.values(), ids=MAPPED)
def test_records_count_as_classes(text: str, wanted: list[tuple[str, str]]) -> None:
    article = article_of("one", text)
    found = find_by_rules(article, parse_article(article), load_base())
    assert [(text[e.start : e.end], e.label) for e in found] == wanted


@pytest.mark.parametrize(
    ("name", "party"),
    [("Harbour Party", True), ("Social Democrats", True), ("Tollan Port Authority", False)],
)
def test_party_by_its_words(name: str, party: bool) -> None:
    assert is_party(name) is party


POLITICIANS = {
    "role": ("Senator Ilva Tarrow spoke.", False, True),
    "another role": ("The singer Ilva Tarrow won the vote.", True, False),
    "sentence": ("Ilva Tarrow won the election and formed a cabinet.", False, True),
    "nothing": ("Ilva Tarrow came home.", False, False),
    "beside a party": ("Ilva Tarrow came home.", True, True),
}


@pytest.mark.parametrize(("text", "beside", "yes"), POLITICIANS.values(), ids=POLITICIANS)
def test_politicians(text: str, beside: bool, yes: bool) -> None:
    article = article_of("one", text)
    parse = parse_article(article)
    first = next(t.i for t in parse.tokens if t.text == "Ilva")
    listed = listed_names(article, parse, load_base())
    assert is_politician(parse, first, first + 2, listed, among_parties=beside) is yes


@pytest.mark.parametrize("how", ["labels", "rules", "light"])
def test_a_split_is_scored(tmp_path: Path, how: str) -> None:
    scores = evaluate_entities(gold_in(tmp_path), rules=how == "rules", light=how == "light")
    assert (scores.sentences, scores.light, scores.micro.gold) == (2, how == "light", 4)
