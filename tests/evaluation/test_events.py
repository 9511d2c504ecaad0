"""Mentions of events put together: the decision, the gold reader, the figures."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.event_classes import classes_of
from onrecord.evaluation.event_corpus import link
from onrecord.evaluation.events import evaluate_events, story_of, topic_of
from onrecord.reconciliation.synonyms import stem

# (document, sentence, [(word, event or "-")]): two stories of one topic, all invented.
SENTENCES = [
    ("1_1ecb", "The ferry sank/E1 near Lena on Monday and nine sailors of Norland died/E2"),
    ("1_2ecb", "Nine sailors died/E2 when a ferry of Norland sank/E1 near Lena"),
    ("1_1ecbplus", "The bank of Sudmark sank/E3 its rates and the minister resigned/E4"),
    ("1_2ecbplus", "The minister of Sudmark resigned/E4 after the bank sank/E3 its rates"),
]


def gold_of(folder: Path) -> Path:
    """The sentences in the form of ECB+."""
    place = folder / "ecbplus"
    place.mkdir()
    lines, mentions = [], []
    for name, sentence in SENTENCES:
        for number, marked in enumerate(sentence.split()):
            word, _, event = marked.partition("/")
            lines.append(f"{name}\t0\t{number}\t{word}\t{event or '-'}")
            if event:
                mentions.append(
                    {
                        "coref_chain": event,
                        "doc_id": name,
                        "mention_type": "ACT",
                        "sent_id": 0,
                        "tokens_number": [number],
                    }
                )
    (place / "ECB_Dev_corpus.txt").write_text("\n".join(lines), "utf-8")
    (place / "ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(mentions), "utf-8")
    return folder


def test_both_get_the_same_groups_of_documents(tmp_path):
    scores = evaluate_events(gold_of(tmp_path))
    assert (scores.documents, scores.mentions, scores.events) == (4, 8, 4)
    assert (scores.groups, scores.stories) == (2, 2)
    assert scores.lemma.conll == 1.0  # one lemma, one story
    assert scores.lemma_in_topic.conll < 1.0  # "sank" of a ferry and of rates
    assert scores.ours.conll > scores.lemma_in_topic.conll
    assert scores.as_json()["lemma"]["conll"] == 1.0  # type: ignore[index]


def test_a_folder_without_events_is_told(tmp_path):
    with pytest.raises(GoldMissing, match="ecbplus"):
        evaluate_events(tmp_path)


@pytest.mark.parametrize(
    ("least", "groups"),
    [
        pytest.param(0.5, [0, 0, 2], id="the near two"),
        pytest.param(0.1, [0, 0, 0], id="all"),
        pytest.param(0.95, [0, 1, 2], id="none"),
    ],
)
def test_link(least, groups):
    near = np.array([[1.0, 0.9, 0.2], [0.9, 1.0, 0.1], [0.2, 0.1, 1.0]])
    assert link(near, least) == groups


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("die", "death", True, id="verb and noun"),
        pytest.param("buy", "acquisition", True, id="two words for it"),
        pytest.param("buy", "sell", False, id="opposites"),
        pytest.param("gather", "harvest", False, id="not listed"),
    ],
)
def test_classes(one, other, alike):
    assert bool(classes_of(stem(one)) & classes_of(stem(other))) is alike


def test_a_name_gives_topic_and_story():
    assert topic_of("12_3ecbplus") == "12"
    assert story_of("12_3ecbplus") != story_of("12_3ecb")
