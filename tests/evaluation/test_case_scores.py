"""Scores on cases, with statements and figures made by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.evaluation.case_scores import CaseScores
from onrecord.evaluation.cases import CaseTally, evaluate_cases
from onrecord.evaluation.gold.cases import Case
from onrecord.evaluation.reading import Reading
from onrecord.records import Statement
from tests.evaluation.hand import case_of, found_in
from tests.evaluation.test_statement_scores import rules_alone

#       0         1         2         3         4
TEXT = "The Gull says Dunmar wants the island back by spring. Rain fell."
OUTER = {"source": ["The Gull"], "content": ["Dunmar wants the island back by spring"]}
INNER = {"source": ["Dunmar"], "content": ["the island back by spring"], "inside": 0}


@pytest.fixture
def nested(tmp_path) -> Case:
    return case_of(tmp_path, TEXT, OUTER, INNER)


def scored(case: Case, *found: Statement, via: bool = False, **reading: Any) -> CaseScores:
    tally = CaseTally(asks_via=via)
    tally.count(case, Reading(statements=found, **reading))
    return tally.scores("made", "all", False)


def outer(case: Case) -> Statement:
    return found_in(case.article, "Dunmar wants the island back by spring", "The Gull", id="o")


def inner(
    case: Case,
    content: str = "the island back by spring",
    source: str = "Dunmar",
    inside: str | None = "o",
) -> Statement:
    return found_in(case.article, content, source, inside=inside, id="i")


def test_a_perfect_reading_is_wholly_right(nested):
    scores = scored(nested, outer(nested), inner(nested))
    assert (scores.whole, scores.cases) == (1, 1)
    assert scores.loose.f1 == scores.strict.f1 == scores.source_agreement == 1.0
    assert scores.nested.f1 == scores.nested_loose.f1 == 1.0
    assert scores.errors == ()


# what was found → (nested matched at .8, at .5, nested found, errors)
NESTINGS = {
    "right": ({}, 1, 1, 1, []),
    "not said to be inside": ({"inside": None}, 0, 0, 0, ["other holder"]),
    "another source": ({"source": "The Gull"}, 0, 0, 1, ["other source"]),
    "no source": ({"source": ""}, 0, 0, 1, ["other source"]),
    # 15 of 25 characters: IoU .6
    "shorter content": ({"content": "the island back"}, 0, 1, 1, ["other content"]),
    # 10 of 25: IoU .4, which is a match of the statement and not of the nesting
    "half the content": ({"content": "the island"}, 0, 0, 1, ["other content"]),
}


@pytest.mark.parametrize(
    ("change", "strict", "loose", "found", "errors"), NESTINGS.values(), ids=NESTINGS.keys()
)
def test_a_nested_statement_needs_content_source_and_holder(
    nested, change, strict, loose, found, errors
):
    scores = scored(nested, outer(nested), inner(nested, **change))
    assert (scores.nested.matched, scores.nested_loose.matched) == (strict, loose)
    assert (scores.nested.found, scores.nested.gold) == (found, 1)
    assert [e.error for e in scores.errors] == errors
    assert scores.whole == (not errors)


def test_a_holder_with_another_content_is_another_holder(nested):
    # 25 of 38 characters are the holder's: IoU .66
    holder = found_in(nested.article, "the island back by spring", "The Gull", id="o")
    scores = scored(nested, holder, inner(nested))
    assert (scores.nested.matched, scores.nested_loose.matched) == (0, 1)


def test_two_without_a_source_agree(tmp_path):
    case = case_of(tmp_path, TEXT, OUTER, {**INNER, "source": []})
    assert scored(case, outer(case), inner(case, source="")).nested.f1 == 1.0
    assert scored(case, outer(case), inner(case)).nested.f1 == 0.0


def test_of_two_with_the_same_content_the_source_decides(tmp_path):
    text = "Dunmar and Ferrol said the pier was safe."
    said = {"content": ["the pier was safe"]}
    case = case_of(tmp_path, text, {"source": ["Dunmar"], **said}, {"source": ["Ferrol"], **said})
    both = [found_in(case.article, "the pier was safe", who) for who in ("Ferrol", "Dunmar")]
    assert scored(case, *both).source_agreement == 1.0
    assert scored(case, both[0], both[0]).source_agreement == 0.5


# The cue alone, or with a content cut out of it, is the same silence; another silence is not.
SILENCES = {
    "cut in two": ("declined", "to comment", 1),
    "another cue": ("was asked", "twice", 0),
}


@pytest.mark.parametrize(("cue", "content", "matched"), SILENCES.values(), ids=SILENCES.keys())
def test_a_statement_without_content_is_known_by_its_cue(tmp_path, cue, content, matched):
    text = "The envoy was asked twice and declined to comment."
    silence = {"source": ["The envoy"], "cue": ["declined to comment"], "content": []}
    case = case_of(tmp_path, text, silence)
    at = text.index(cue)
    found = found_in(
        case.article, content, "The envoy", cue=(case.article.span(at, at + len(cue)),)
    )
    scores = scored(case, found)
    assert (scores.strict.matched, scores.source_matches, scores.whole) == (matched,) * 3


def test_what_is_found_in_a_case_without_statements_is_counted(tmp_path):
    case = case_of(tmp_path, TEXT)
    nothing, something = scored(case), scored(case, outer(case))
    assert (nothing.empty, nothing.found_in_empty, nothing.whole) == (1, 0, 1)
    assert (something.empty, something.found_in_empty, something.whole) == (1, 1, 0)
    assert (something.loose.precision, something.loose.found) == (0.0, 1)


def test_precision_and_recall_over_two_cases(tmp_path, nested):
    tally = CaseTally(asks_via=False)
    tally.count(nested, Reading(statements=(outer(nested),)))  # one of two
    tally.count(nested, Reading(statements=(outer(nested), inner(nested), inner(nested))))
    scores = tally.scores("made", "all", False)
    assert (scores.loose.matched, scores.loose.found, scores.loose.gold) == (3, 4, 4)
    assert (scores.nested.matched, scores.nested.found, scores.nested.gold) == (1, 2, 2)
    assert scores.whole_share == 0.0
    assert sorted(e.error for e in scores.errors) == ["missed", "not in gold"]


LABELS = {"kind": "direct", "channel": "speech", "modality": "future", "negated": True}


def test_labels_of_matched_statements(tmp_path):
    said = {"content": ["Dunmar wants the island back by spring"], **LABELS}
    case = case_of(tmp_path, TEXT, said)
    words = "Dunmar wants the island back by spring"
    right = scored(case, found_in(case.article, words, **LABELS))
    assert {s.label: s.accuracy for s in right.labels} == dict.fromkeys(LABELS, 1.0)
    assert right.whole == 1
    assert right.negated is not None
    assert right.negated.f1 == 1.0
    wrong = scored(case, found_in(case.article, words, **{**LABELS, "kind": "mixed"}))
    kind = wrong.labels[0]
    assert (kind.label, kind.accuracy, kind.confusions) == (
        "kind",
        0.0,
        (("direct", "mixed", 1),),
    )
    assert [s.accuracy for s in wrong.labels[1:]] == [1.0] * 3
    assert wrong.whole == 0
    (error,) = wrong.errors
    assert error.error == "other kind"
    assert error.gold.startswith("direct: ")
    assert error.found.startswith("mixed: ")


def test_negated_has_a_precision_and_a_recall(tmp_path):
    tally = CaseTally(asks_via=False)
    for gold, given in ((True, True), (True, False), (False, True), (False, True), (False, False)):
        case = case_of(tmp_path, TEXT, {"content": ["Rain fell"], "negated": gold})
        found = found_in(case.article, "Rain fell", negated=given)
        tally.count(case, Reading(statements=(found,)))
    scores = tally.scores("made", "all", False)
    assert scores.negated is not None
    assert (scores.negated.precision, scores.negated.recall) == (pytest.approx(1 / 3), 0.5)
    (label,) = scores.labels
    assert (label.accuracy, label.confusions) == (0.4, (("no", "yes", 2), ("yes", "no", 1)))


def test_a_file_without_labels_has_no_figures_for_them(nested):
    scores = scored(nested, outer(nested), inner(nested))
    assert (scores.labels, scores.negated, scores.chains) == ((), None, None)
    figures = json.loads(json.dumps(scores.as_json()))
    assert (figures["labels"], figures["negated"], figures["via"]) == ({}, None, None)
    assert figures["nested_iou_08"]["f1"] == 1.0


VIA = {**OUTER, "via": ["Gull Radio", "the harbour staff"]}
NAMES = {"a": ("Gull Radio",), "b": ("harbour staff",), "c": ("Ferrol",)}
# the chain that was found → (names matched, names found, whole)
CHAINS = {
    "right": (("a", "b"), 2, 2, 1),
    "the other way about": (("b", "a"), 2, 2, 0),
    "one of two": (("a",), 1, 1, 0),
    "one more": (("a", "b", "c"), 2, 3, 0),
    "nobody": ((), 0, 0, 0),
}


@pytest.mark.parametrize(("chain", "matched", "found", "whole"), CHAINS.values(), ids=CHAINS.keys())
def test_through_whom_a_statement_came(tmp_path, chain, matched, found, whole):
    text = f"{TEXT} Gull Radio. The harbour staff. Ferrol."
    case = case_of(tmp_path, text, VIA)
    scores = scored(case, outer(case), via=True, chains={"o": chain}, names=NAMES)
    assert scores.chains is not None
    names = scores.chains.names
    assert (names.matched, names.found, names.gold) == (matched, found, 2)
    assert (scores.chains.whole, scores.chains.asked) == (whole, 1)
    assert [e.error for e in scores.errors] == ([] if whole else ["other via"])
    assert scores.whole == 1  # chains are scored apart


def test_a_chain_where_there_is_none_is_counted(tmp_path):
    case = case_of(tmp_path, TEXT, {**OUTER, "via": []})
    for chain, invented in (((), 0), (("a",), 1)):
        chains = scored(case, outer(case), via=True, chains={"o": chain}, names=NAMES).chains
        assert chains is not None
        assert (chains.invented, chains.straight, chains.asked) == (invented, 1, 0)
        assert chains.whole_share is None


FLOW = {
    "id": "dev-flow",
    "text": "Ilva Tarrow said on Monday that the bridge was closed.",
    "statements": [
        {
            "source": ["Ilva Tarrow"],
            "cue": ["said"],
            "content": ["that the bridge was closed"],
            "inside": None,
        }
    ],
}


@pytest.mark.parametrize("light", [False, True], ids=["parse", "light"])
@pytest.mark.parametrize("via", [False, True], ids=["statements", "flow"])
def test_the_flow_is_run_as_far_as_the_file_asks(tmp_path, light, via):
    case = json.loads(json.dumps(FLOW))
    if via:
        case["statements"][0]["via"] = []
    path = tmp_path / "flow.jsonl"
    path.write_text(json.dumps(case), encoding="utf-8")
    scores = evaluate_cases(path, light=light, encode=rules_alone)
    assert (scores.loose.f1, scores.source_agreement) == (1.0, 1.0)
    assert (scores.chains is not None) == via
    if scores.chains is not None:
        assert (scores.chains.straight, scores.chains.invented) == (1, 0)


def test_an_outlet_that_was_told_is_in_the_chain(tmp_path):
    text = "Ilva Tarrow told Reuters on Monday that the bridge was closed."
    said = {**FLOW["statements"][0], "cue": ["told"], "via": ["Reuters"]}  # type: ignore[index]
    path = tmp_path / "told.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "statements": [said]}), encoding="utf-8")
    chains = evaluate_cases(path, encode=rules_alone).chains
    assert chains is not None
    assert (chains.whole, chains.asked) == (1, 1)
