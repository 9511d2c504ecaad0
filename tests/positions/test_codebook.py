"""The codebook: the bundled one, instances of templates, and every fault a file can have."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import CodebookError
from onrecord.positions import load_codebook
from onrecord.positions.codebook_file import read_codebook
from tests.positions.stage import codebook

GOOD = """
name: Small
issues:
  gate.<area>:
    name: Gate of <area>
    unnamed: {area: anywhere}
    anchors: [gate]
    scale: {shut: {anchors: [shut ... gate]}, ajar: ajar, open: {anchors: [open ... gate]}}
  toll: {values: {paid: paid, waived: waived}, default: paid}
steps:
  opening: {entails: {gate.<area>: open}, anchors: [opening]}
  parade.<party>: {actor: <party>, needs: [opening]}
rules:
  - never_together: {gate.<area>: shut, toll: paid}
    why: Nobody pays at a shut gate.
consent: {gate.<area>: [Ostria]}
hardness: {firm: [firmly]}
"""


def test_bundled_codebook_is_whole() -> None:
    book = codebook()
    assert len(book.issues) >= 55
    steps = {s.id for s in book.steps}
    assert {"talks_start", "ceasefire", "terms_agreed", "leaders_meeting"} <= steps
    for issue in book.issues:
        assert issue.name
        assert issue.description
        assert issue.anchors or any(v.anchors for v in issue.values)


def test_instance_of_a_template() -> None:
    issue = read_codebook(GOOD, "small.yaml").issue("gate.north_bank")
    assert (issue.template, issue.name) == ("gate.<area>", "Gate of North Bank")
    assert issue.scale == ("shut", "ajar", "open")
    assert issue.position_of("open") == 2


def test_no_such_issue() -> None:
    book = read_codebook(GOOD, "small.yaml")
    assert not book.has_issue("gate.north.bank")
    with pytest.raises(CodebookError, match="no issue 'fence'"):
        book.issue("fence")


def test_step_of_a_party() -> None:
    step = read_codebook(GOOD, "small.yaml").step("parade.ostria")
    assert (step.actor, step.needs) == ("ostria", ("opening",))


def test_rules_share_their_parameters() -> None:
    book = read_codebook(GOOD, "small.yaml")
    rules = book.rules_among(["toll", "gate.east", "gate.west"])
    assert [r.literals[0][0] for r in rules] == ["gate.east", "gate.west"]
    assert book.rules_among(["gate.east"]) == ()


def test_consent_of_an_instance() -> None:
    book = read_codebook(GOOD, "small.yaml")
    assert book.consent_of("gate.east") == ("ostria",)  # as issues and steps name parties
    assert book.consent_of("toll") is None


FAULTS = {
    "boolean value": ("scale: {shut: shut, yes: open}", "line 4: YAML reads .yes. as bool"),
    "number value": ("scale: {shut: shut, 2: open}", "line 4: YAML reads .2. as int"),
    "value twice": ("scale: {shut: shut, shut: open}", "line 4: 'shut' stands here twice"),
    "scale of one": ("scale: {shut: shut}", "line 4: gate: a scale .* two"),
    "unknown key": ("colour: red", "line 4: unknown key 'colour'"),
    "bad default": ("default: wide", "line 4: gate: the default 'wide' is none"),
    "both kinds": ("scale: {a: a, b: b}\n    values: {a: a, b: b}", "not both"),
    "bad anchor": ("anchors: ['(gate']", "line 4: unbalanced brackets"),
    "loose star": ("anchors: ['a*']", "line 4: .* star may only follow"),
    "tag": ("name: !!python/name:os.system x", "line 4: YAML tags"),
    "alias": ("name: &a x\n    about: *a", "line 4: YAML anchors"),
    "deep": ("name: [[[[[[[[x]]]]]]]]", "line 4: nested too deeply"),
    "not YAML": ("name: [", "not YAML"),
}


@pytest.mark.parametrize(("line", "reason"), FAULTS.values(), ids=FAULTS)
def test_fault_names_file_line_and_reason(line: str, reason: str) -> None:
    with pytest.raises(CodebookError, match=f"(?s)mine.yaml, .*{reason}|mine.yaml, line.*{reason}"):
        read_codebook(f"issues:\n  gate:\n    group: g\n    {line}\n", "mine.yaml")


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("issues: {toll: {}}", "stands here twice"),
        ("steps: {a: {needs: [b]}, b: {needs: [a]}}", "circle: a → b → a"),
        ("steps: {a: {needs: [c]}}", "needs 'c', which is no step"),
        ("steps: {a: {entails: {fence: up}}}", "no issue 'fence'"),
        ("rules: [{never_together: {toll: free, gate: a}, why: x}]", "no value 'free'"),
        ("rules: [{never_together: {toll: paid}, why: x}]", "two values or more"),
        ("hardness: {hard: [hard]}", "unknown key 'hard'"),
        ("consent: {fence: [Ostria]}", "no issue 'fence'"),
    ],
)
def test_fault_of_a_reference(tail: str, reason: str) -> None:
    text = "issues:\n  toll: {values: {paid: x, waived: x}}\n  gate: {values: {a: x, b: x}}\n"
    with pytest.raises(CodebookError, match=rf"mine.yaml, line 4: .*{reason}"):
        read_codebook(text + tail + "\n", "mine.yaml")


def test_file_faults(tmp_path: Path) -> None:
    missing, latin, huge = (tmp_path / n for n in ("none.yaml", "latin.yaml", "huge.yaml"))
    with pytest.raises(CodebookError, match=r"none\.yaml: no such codebook"):
        load_codebook(missing)
    latin.write_bytes(b"name: x\nissues: \xff\n")
    with pytest.raises(CodebookError, match=r"latin\.yaml, line 2: not UTF-8"):
        load_codebook(latin)
    huge.write_text("#" * 2_100_000)
    with pytest.raises(CodebookError, match="larger than"):
        load_codebook(huge)


def test_bundled_anchors_are_all_well_formed() -> None:
    # Loading checks each; a book without issues would pass that for nothing.
    assert sum(len(i.anchors) for i in load_codebook().issues) > 100
