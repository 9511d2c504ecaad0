"""Entities across documents: readers of gold in tiny files of our own, and the scores on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.actors import evaluate_actors
from onrecord.evaluation.gold.ecbplus import read_ecbplus
from onrecord.evaluation.gold.entities import EntityArticle, spell_out
from onrecord.evaluation.gold.meantime import read_meantime
from onrecord.evaluation.surfaces import head_of, sort_of, surface_of

SPELLED = {
    "commas and stops": ("Tollan , he said .", "Tollan, he said."),
    "brackets": ("the port ( Orm ) is shut", "the port (Orm) is shut"),
    "possessive": ("Orm 's port", "Orm's port"),
    "possessive of a plural": ("the miners ' port", "the miners' port"),
    "an apostrophe alone": ("we ' re late", "we're late"),
    "quotation marks": ("`` Yes , '' he said", "“Yes,” he said"),
    "straight quotation marks": ('he said " yes " twice', "he said “yes” twice"),
    "initials": ("the U . S . port", "the U.S. port"),
    "a stop is no initial": ("the port . A boat came", "the port. A boat came"),
    "money": ("$ 5 and 5 %", "$5 and 5%"),
    "thousands": ("2 , 000 boats", "2,000 boats"),
    "a list of numbers": ("2 , 3 boats", "2, 3 boats"),
}


@pytest.mark.parametrize(("tokens", "text"), SPELLED.values(), ids=SPELLED)
def test_tokens_are_spelled_out_as_print_has_them(tokens, text):
    spelled, [places] = spell_out([tokens.split()])
    assert spelled == text
    assert len(places) == len(tokens.split())
    assert "".join(spelled[a:b] for a, b in places) == spelled.replace(" ", "")


def test_sentences_have_lines_of_their_own_or_run_on():
    sentences = [["One", "."], ["Two", "."], ["Three", "."]]
    assert spell_out(sentences)[0] == "One.\nTwo.\nThree."
    assert spell_out(sentences, lines=1)[0] == "One.\nTwo. Three."


SURFACES = {
    "determiner": ("The  Mayor", "mayor"),
    "possessive": ("Orm's", "orm"),
    "possessive of a plural": ("the miners'", "miners"),
    "marks at the edges": ("“Orm Inc.,", "orm inc"),
    "no determiner within a word": ("Theo", "theo"),
}


@pytest.mark.parametrize(("text", "surface"), SURFACES.values(), ids=SURFACES)
def test_surfaces(text, surface):
    assert surface_of(text) == surface


HEADS = {
    "last word": ("the new Tollan mayor", "mayor"),
    "before a preposition": ("the mayor of Tollan", "mayor"),
    "before a comma": ("Ilva Tarrow, the mayor", "Tarrow"),
    "before a relative clause": ("a mayor who left", "mayor"),
    "before a dash and an article": ("Ilva Tarrow - the mayor", "Tarrow"),
    "a dash within a name": ("Brisk - Mart", "Mart"),
    "behind a preposition": ("in the port of Tollan", "port"),
    "possessor": ("Tollan's mayor", "mayor"),
    "possessive": ("Tarrow's", "Tarrow"),
    "nothing but a preposition": ("in", "in"),
    "no word": ("–", "–"),
}


@pytest.mark.parametrize(("text", "head"), HEADS.values(), ids=HEADS)
def test_heads(text, head):
    start, end = head_of(text)
    assert text[start:end] == head


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Ilva Tarrow", "name"),
        ("the mayor of Tollan", "description"),
        ("Tollan's mayor", "description"),
        ("their", "pronoun"),
    ],
)
def test_sorts(text, sort):
    assert sort_of(text) == sort


DOCUMENTS = {
    "one": [
        "A port opens",
        "Ilva Tarrow , the mayor of Tollan , said the port would open .",
        "Tarrow said the sea was calm .",
    ],
    "two": [
        "A port shuts",
        "Ilva Tarrow , the mayor of Tollan , said the port was shut .",
        "She said the ice was thick .",
    ],
}
# Document, sentence, first and last token, entity, kind.
MENTIONS: tuple[tuple[str, int, int, int, str, str], ...] = (
    ("one", 1, 0, 1, "P1", "PER"),
    ("one", 1, 9, 10, "L1", "LOC"),
    ("one", 2, 0, 0, "P1", "PER"),
    ("two", 1, 0, 1, "P1", "PER"),
    ("two", 1, 9, 10, "L1", "LOC"),
    ("two", 2, 0, 0, "P1", "PER"),
)


def write_ecbplus(folder: Path, **other: Any) -> Path:
    """The documents as ECB+ has them, `other` put into each row of mentions."""
    lines = [
        f"{name}\t{sentence}\t{number}\t{word}\t-"
        for name, sentences in DOCUMENTS.items()
        for sentence, tokens in enumerate(sentences)
        for number, word in enumerate(tokens.split())
    ]
    rows = [
        {
            "doc_id": name,
            "sent_id": sentence,
            "tokens_number": list(range(first, last + 1)),
            "coref_chain": entity,
            "mention_type": kind,
            **other,
        }
        for name, sentence, first, last, entity, kind in MENTIONS
    ]
    (folder / "ecbplus").mkdir()
    (folder / "ecbplus" / "ECB_Dev_corpus.txt").write_text("\n".join(lines) + "\n", "utf-8")
    path = folder / "ecbplus" / "ECB_Dev_Entity_gold_mentions.json"
    path.write_text(json.dumps(rows), "utf-8")
    return folder


def write_meantime(folder: Path, **other: str) -> Path:
    """The documents as MEANTIME has them; `other` are attributes of every entity."""
    home = folder / "meantime_apple" / "cross" / "corpus_port"
    home.mkdir(parents=True)
    for name, sentences in DOCUMENTS.items():
        words = [(s, i, w) for s, line in enumerate(sentences) for i, w in enumerate(line.split())]
        number = {(s, i): str(n) for n, (s, i, _) in enumerate(words, start=1)}
        tokens = "".join(
            f'<token sentence="{s}" number="{i}" t_id="{number[s, i]}">{w}</token>'
            for s, i, w in words
        )
        marks, links, entities = "", "", ""
        for at, (doc, sentence, first, last, entity, kind) in enumerate(MENTIONS):
            if doc == name:
                anchors = "".join(
                    f'<token_anchor t_id="{number[sentence, i]}"/>' for i in range(first, last + 1)
                )
                marks += f'<ENTITY_MENTION m_id="m{at}">{anchors}</ENTITY_MENTION>'
                given = {"ent_type": kind, "instance_id": entity, **other}
                shown = " ".join(f'{key}="{value}"' for key, value in given.items() if value)
                entities += f'<ENTITY m_id="e{at}" {shown}/>'
                links += f'<REFERS_TO r_id="r{at}"><source m_id="m{at}"/>'
                links += f'<target m_id="e{at}"/></REFERS_TO>'
        links += '<REFERS_TO r_id="x"><source m_id="v"/><target m_id="w"/></REFERS_TO>'
        body = f'{marks}<EVENT_MENTION m_id="v"/>{entities}<EVENT m_id="w" instance_id="V1"/>'
        (home / f"{name}.xml").write_text(
            f"<Document>{tokens}<Markables>{body}</Markables>"
            f"<Relations>{links}</Relations></Document>",
            "utf-8",
        )
    return folder


def texts(document: EntityArticle) -> list[tuple[str, str, str]]:
    """The mentions of a document as words, entity and kind."""
    text = document.article.text
    return [(text[m.start : m.end], m.cluster, m.kind) for m in document.mentions]


@pytest.mark.parametrize(
    ("write", "read"),
    [(write_ecbplus, read_ecbplus), (write_meantime, read_meantime)],
    ids=["ecbplus", "meantime"],
)
def test_readers_find_the_mentions_in_the_text(tmp_path, write, read):
    first, second = read(write(tmp_path))
    assert first.article.text.startswith("A port opens\nIlva Tarrow, the mayor of Tollan, said")
    assert texts(first) == [
        ("Ilva Tarrow", "P1", "PER"),
        ("the port", "L1", "LOC"),
        ("Tarrow", "P1", "PER"),
    ]
    assert texts(second)[-1] == ("She", "P1", "PER")
    assert len(list(read(tmp_path, limit=1))) == 1


def test_a_mention_in_parts_is_its_longest_part(tmp_path):
    write_ecbplus(tmp_path, tokens_number=[3, 0, 1], sent_id=1)
    first, *_ = read_ecbplus(tmp_path)
    assert texts(first)[0][0] == "Ilva Tarrow"


def test_gold_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.delenv("ONRECORD_GOLD", raising=False)
    with pytest.raises(GoldMissing, match="set ONRECORD_GOLD"):
        list(read_meantime(None))
    for read in (read_meantime, read_ecbplus):
        with pytest.raises(GoldMissing, match="expected"):
            list(read(tmp_path))
    monkeypatch.setenv("ONRECORD_GOLD", str(write_ecbplus(tmp_path)))
    assert len(list(read_ecbplus(None))) == 2
    with pytest.raises(GoldMissing, match="ECB_Train"):
        list(read_ecbplus(None, "train"))


def test_gold_of_another_form(tmp_path):
    write_ecbplus(tmp_path, tokens_number=[99])
    with pytest.raises(GoldMissing, match=r"ECB_Dev_corpus\.txt: one lacks a token"):
        list(read_ecbplus(tmp_path))
    for name, wanted in (
        ("ECB_Dev_corpus.txt", "tokens"),
        ("ECB_Dev_Entity_gold_mentions.json", "mentions"),
    ):
        (tmp_path / "ecbplus" / name).write_text("no such thing", "utf-8")
        with pytest.raises(GoldMissing, match=f"not a list of ECB. {wanted}"):
            list(read_ecbplus(tmp_path))
    write_meantime(tmp_path)
    path = next((tmp_path / "meantime_apple").rglob("one.xml"))
    path.write_text(path.read_text("utf-8").replace('t_id="4"', 't_id="77"', 1), "utf-8")
    with pytest.raises(GoldMissing, match=r"one\.xml: not a CAT document"):
        list(read_meantime(tmp_path))
    path.write_text("<Document>", "utf-8")
    with pytest.raises(GoldMissing, match=r"one\.xml: not a CAT document"):
        list(read_meantime(tmp_path))


def test_an_entity_without_an_id_across_documents_is_left_out(tmp_path):
    assert all(not d.mentions for d in read_meantime(write_meantime(tmp_path, instance_id="")))


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_actors_join_what_words_do_not(tmp_path, light):
    scores = evaluate_actors(write_meantime(tmp_path), "meantime", light=light)
    assert scores.documents == 2
    assert (scores.whole.mentions, scores.whole.entities) == (6, 2)
    assert scores.whole.ours.conll == pytest.approx(1)  # a surname and a pronoun are known
    assert 0 < scores.whole.surface.conll < 1
    assert scores.gain == pytest.approx(1 - scores.whole.surface.conll)
    assert [one.kind for one in scores.kinds] == ["LOC", "PER"]
    assert not scores.errors
    assert scores.as_json()["kinds"]["PER"]["ours"]["conll"] == pytest.approx(1)
    assert {s.sort: (s.mentions, s.linked, s.right) for s in scores.sorts} == {
        "name": (3, 3, 3),
        "description": (2, 0, 2),
        "pronoun": (1, 1, 1),
    }


def test_misses_can_be_read(tmp_path):
    write_ecbplus(tmp_path)
    path = tmp_path / "ecbplus" / "ECB_Dev_Entity_gold_mentions.json"
    rows = json.loads(path.read_text("utf-8"))
    rows[3]["coref_chain"] = "P2"  # another of the same name: nobody could know
    path.write_text(json.dumps(rows), "utf-8")
    scores = evaluate_actors(tmp_path, "ecbplus", light=True)
    assert scores.errors[0].as_text() == (
        "two [PER, name] 'Ilva Tarrow': 'Ilva Tarrow': Ilva Tarrow"
    )
    assert scores.whole.ours.conll < 1
