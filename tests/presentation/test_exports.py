"""The exported record: every file with every field, unknown as null, spans that are the text."""

import json
from pathlib import Path

import pytest

import onrecord
from onrecord.presentation.cli.reading import examples_folder

SPAN = {"start", "end", "text", "raw_start", "raw_end"}
FIELDS = {
    "articles": "id path url outlet title authors language text published cites excluded sha256",
    "actors": "id name kind aliases wikidata speaks_for",
    "statements": "id article source cue content kind inside channel modality negated confidence"
    " speaker speaker_text party via said method label",
    "times": "id article span statement start end precision timex3 type",
    "places": "id article span statement name geonames lat lon admin1 country form reason",
    "quantities": "id article span statement low high unit bound of scope place as_of",
    "positions": "id article spans voice statements party party_text speaker about issue values"
    " step act object scope reason conditions hardness hardness_span polarity modality said"
    " method confidence label",
    "plans": "id name author said articles clauses",
    "events": "id when what kind status actors place spans articles",
    "reports": "id statements articles outlets origins first note",
    "copies": "lead articles basis share",
    "contradictions": "id kind left right rule detail confidence",
    "shifts": "id party issue from to when direction detail",
    "movements": "issue when gap per_party",
    "assessments": "id article assessor assessor_text kind statement spans quantities as_of",
    "cells": "party issue value state hardness implied positions origins as_of stale conflict",
    "issues": "issue status consent ask",
    "steps": "id actor entails refused_by positions",
    "deadlocks": "id kind steps preconditions ways_out complete",
    "conflicts": "id refusals issues parties complete",
    "packages": "id component outcome crossed gaps complete",
    "decisions": "target field old new action coder at note article raw_start raw_end",
}

# What these examples do not hold: nobody decided anything, and no refusals cover a whole scale.
EMPTY = {"decisions", "conflicts"}


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, list[dict]]:
    place = tmp_path_factory.mktemp("export")
    record = onrecord.read(examples_folder(), place / "e.onrecord")
    written = record.export("jsonl", place / "out")
    return {
        p.stem: [json.loads(line) for line in p.read_text("utf-8").splitlines()] for p in written
    }


def test_there_is_a_file_for_each_kind(files):
    assert set(files) == set(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_present_in_every_row(files, name):
    for row in files[name]:
        assert set(row) == set(FIELDS[name].split())
        assert "" not in row.values(), f"unknown is null: {row}"


@pytest.mark.parametrize("name", sorted(set(FIELDS) - EMPTY))
def test_the_examples_fill_this_file(files, name):
    assert files[name]


def spans_in(value, article=None):
    """Yield (article, span) of everything in a row that has the form of a span."""
    if isinstance(value, dict):
        article = value.get("article", article)
        if set(value) >= SPAN:
            yield article, value
        for part in value.values():
            yield from spans_in(part, article)
    elif isinstance(value, list):
        for part in value:
            yield from spans_in(part, article)


def test_every_span_is_what_stands_in_its_article(files):
    texts = {a["id"]: a["text"] for a in files["articles"]}
    found = [s for rows in files.values() for row in rows for s in spans_in(row)]
    assert len(found) > 500
    for article, span in found:
        assert texts[article][span["start"] : span["end"]] == span["text"]


def test_a_mention_names_the_innermost_statement_around_it(files):
    statements = {s["id"]: s for s in files["statements"]}
    held = [t for t in files["times"] if t["statement"]]
    assert held
    for time in held:
        spans = [
            s for role in ("source", "cue", "content") for s in statements[time["statement"]][role]
        ]
        start, end = time["span"]["start"], time["span"]["end"]
        assert min(s["start"] for s in spans) <= start
        assert end <= max(s["end"] for s in spans)


def test_an_article_is_the_hash_of_its_file(files):
    """But of a mail, whose original is the text that stands in it."""
    import hashlib

    for article in files["articles"]:
        path = examples_folder() / article["path"]
        if path.is_file() and path.suffix != ".eml":
            assert article["id"] == article["sha256"]
            assert article["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_formulas_in_text_are_no_formulas_in_a_spreadsheet(tmp_path):
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "=1+1.txt").write_text(
        "The envoy of Norland said: “=HYPERLINK is what we sign.” He left the hall in silence."
    )
    record = onrecord.read(tmp_path / "coverage", tmp_path / "r.onrecord", light=True)
    record.export("csv", tmp_path / "csv")
    for path in Path(tmp_path / "csv").glob("*.csv"):
        for line in path.read_text("utf-8-sig").splitlines():
            assert not line.startswith("=")
            assert ",=" not in line
