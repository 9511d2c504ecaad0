"""Confidence and kinds on PolNeAR's form, with statements and figures made by hand."""

from __future__ import annotations

import json

import pytest

from onrecord.evaluation.calibration import THRESHOLDS, calibration_error, reliability
from onrecord.evaluation.gold.polnear import GoldArticle, GoldStatement
from onrecord.evaluation.gold.texts import article_of
from onrecord.evaluation.kinds import kind_by_marks
from onrecord.evaluation.statements import Tally
from onrecord.statements.quotations import find_quotations
from tests.evaluation.hand import found_in

TEXT = "Volk said the pier was safe. Arn called it “a ruin by the sea”. Ost said: “It rains.”"
ARTICLE = article_of("made", TEXT)


def gold(content: str, source: str = "") -> GoldStatement:
    def ranges(words: str) -> tuple[tuple[int, int], ...]:
        return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()

    return GoldStatement(source=ranges(source), cue=(), content=ranges(content))


SAFE, RUIN, RAINS = "the pier was safe", "it “a ruin by the sea”", "“It rains.”"


def test_bins_hold_their_lower_end():
    bins = reliability([(0.9, True), (1.0, False), (0.89, True), (0.0, False)])
    assert [b.n for b in bins] == [1, 0, 0, 0, 0, 0, 0, 0, 1, 2]
    assert (bins[9].confidence, bins[9].right) == (0.95, 0.5)
    assert (bins[1].confidence, bins[1].right) == (None, None)
    assert [b.low for b in bins] == [n / 10 for n in range(10)]


def test_calibration_error_by_hand():
    judged = [(0.95, True), (0.85, False), (0.85, True), (0.25, False)]
    # |1 − .95| · 1/4 + |.5 − .85| · 2/4 + |0 − .25| · 1/4
    assert calibration_error(reliability(judged)) == pytest.approx(0.25)
    assert calibration_error(reliability([(1.0, True), (0.0, False)])) == 0.0
    assert calibration_error(reliability([])) is None


@pytest.mark.parametrize(
    ("content", "kind"), [(SAFE, "indirect"), (RUIN, "mixed"), (RAINS, "direct")]
)
def test_the_kind_by_the_marks(content, kind):
    given = gold(content).content
    assert kind_by_marks(find_quotations(ARTICLE), given) == kind
    assert kind_by_marks((), given) == "indirect"


def test_precision_and_recall_by_kind():
    tally = Tally()
    document = GoldArticle(article=ARTICLE, statements=(gold(SAFE), gold(RUIN), gold(RAINS)))
    # "a ruin by the sea" alone lies wholly in its marks: found as direct, gold mixed
    found = [found_in(ARTICLE, c) for c in (SAFE, "a ruin by the sea", "Volk")]
    tally.count(document, found)
    kinds = tally.scores("dev", False).by_kind
    assert list(kinds) == ["direct", "mixed", "indirect"]
    figures = {k: (s.found_matched, s.found, s.gold_matched, s.gold) for k, s in kinds.items()}
    assert figures == {"direct": (1, 1, 0, 1), "mixed": (0, 0, 1, 1), "indirect": (1, 2, 1, 1)}
    assert (kinds["indirect"].precision, kinds["indirect"].recall) == (0.5, 1.0)
    assert kinds["indirect"].f1 == pytest.approx(2 / 3)
    assert (kinds["direct"].f1, kinds["mixed"].precision) == (0.0, 0.0)


def scores_of_four():
    """Two of two gold statements, one with another source, and two that are not in the gold."""
    tally = Tally()
    document = GoldArticle(
        article=ARTICLE, statements=(gold(SAFE, "Volk"), gold(RAINS), gold(RUIN, "Arn"))
    )
    found = [
        found_in(ARTICLE, SAFE, "Volk", confidence=0.9),
        found_in(ARTICLE, RAINS, "Ost", confidence=0.5),  # the gold names no source
        found_in(ARTICLE, RUIN, "Ost", confidence=0.7),
        found_in(ARTICLE, "Ost said", confidence=0.3),
        found_in(ARTICLE, SAFE, "Ost", confidence=0.1, inside="x"),  # not scored
    ]
    tally.count(document, found)
    return tally.scores("dev", False)


def test_reliability_asks_for_the_right_source():
    scores = scores_of_four()
    rows = {b.low: (b.n, b.confidence, b.right) for b in scores.reliability if b.n}
    assert rows == {0.9: (1, 0.9, 1), 0.7: (1, 0.7, 0), 0.5: (1, 0.5, 1), 0.3: (1, 0.3, 0)}
    # (.1 + .7 + .5 + .3) / 4
    assert scores.calibration_error == pytest.approx(0.4)


def test_sweep_over_confidence():
    points = {p.confidence: p for p in scores_of_four().sweep}
    assert tuple(points) == THRESHOLDS
    figures = {
        least: (p.matched.matched, p.right.matched, p.matched.found, p.matched.gold)
        for least, p in points.items()
    }
    assert figures[0.0] == (3, 2, 4, 3)
    assert figures[0.4] == (3, 2, 3, 3)
    assert figures[0.7] == (2, 1, 2, 3)
    assert figures[0.9] == (1, 1, 1, 3)
    assert figures[0.95] == (0, 0, 0, 3)
    assert (points[0.9].right.precision, points[0.9].right.recall) == (1.0, pytest.approx(1 / 3))


def test_a_bound_leaves_its_gold_to_the_next_best():
    tally = Tally()
    found = [
        found_in(ARTICLE, SAFE, confidence=0.2),
        found_in(ARTICLE, "the pier was", confidence=0.6),
    ]
    tally.count(GoldArticle(article=ARTICLE, statements=(gold(SAFE),)), found)
    points = {p.confidence: p.matched for p in tally.scores("dev", False).sweep}
    assert (points[0.0].matched, points[0.0].found) == (1, 2)
    assert (points[0.5].matched, points[0.5].found) == (1, 1)
    assert points[0.7].matched == 0


def test_all_of_it_is_plain_json():
    figures = json.loads(json.dumps(scores_of_four().as_json()))
    assert figures["calibration_error"] == 0.4
    assert len(figures["reliability"]) == 10
    assert figures["reliability"][9] == {
        "low": 0.9, "high": 1.0, "n": 1, "confidence": 0.9, "right": 1.0,
    }  # fmt: skip
    assert figures["reliability"][0]["confidence"] is None
    assert figures["sweep"][0]["right"]["precision"] == 0.5
    assert set(figures["by_kind"]) == {"direct", "mixed", "indirect"}
