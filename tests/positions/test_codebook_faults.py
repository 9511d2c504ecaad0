"""Every fault that a codebook file can have, told with file, line and reason, all in one go."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.errors import CodebookError
from onrecord.positions import codebook_file, load_codebook
from onrecord.positions.codebook_file import read_codebook

MANY = """issues:
  gate:
    colour: red
    anchors: [gate, '(gate', the]
    scale: {shut: shut, yes: open}
  toll: {values: {paid: paid}, default: waived}
  gate: {values: [open, shut]}
steps:
  opening: {needs: [closing], entails: {gate: ajar, fence: up}}
rules:
  - never_together: {gate: shut, toll: free}
consent:
  fence: [Ostria]
  toll: [1, '!!']
hardness: {hard: [hard], firm: [firmly, 'firm,']}
acts:
  demand: {verbs: {claim: something, claim off: afar}, phrases: {say: 'on'}}
  accept_if: {verbs: {nod: to}}
  reject: {verbs: {No: to, claim: that something}, called: [off, '', odd, odd]}
  none: [hedgehog]
verbs: {}
"""


def faults_of(text: str) -> list[str]:
    with pytest.raises(CodebookError) as caught:
        read_codebook(text, "mine.yaml")
    return [line.removeprefix("mine.yaml, ") for line in str(caught.value).split("\n")]


def test_all_faults_are_told_at_once_in_order_of_lines() -> None:
    told = [line.split("; ")[0] for line in faults_of(MANY)]
    assert told == [
        "line 3: unknown key 'colour'",
        "line 4: 'the' would meet almost every text",
        "line 4: unbalanced brackets in '(gate'",
        "line 5: YAML reads 'yes' as bool",
        "line 6: toll: a scale or list of values needs two of them or more",
        "line 6: toll: the default 'waived' is none of its values",
        "line 7: 'gate' stands here twice",
        "line 9: gate has no value 'ajar'",
        "line 9: no issue 'fence' in this codebook",
        "line 9: step opening needs 'closing', which is no step",
        "line 11: a rule needs `never_together:` and `why:`",
        "line 13: no issue 'fence' in this codebook",
        "line 14: '!!' is no party",
        "line 14: YAML reads '1' as int",
        "line 15: 'firm,': no text has the word 'firm,'",
        "line 15: unknown key 'hard'",
        "line 17: 'afar' is no place: say something, doing, to, that or a preposition",
        "line 18: unknown key 'accept_if'",
        "line 19: 'claim' stands under demand and under reject",
        "line 19: 'odd' stands here twice",
        "line 19: YAML reads 'No' as bool",
        "line 19: YAML reads 'off' as bool",
        "line 19: empty text",
        "line 20: 'hedgehog' carries no act in the default codebook",
        "line 21: unknown key 'verbs'",
    ]


ISSUES = "issues:\n  toll: {values: [paid, waived]}\n  gate.<area>: {scale: [shut, open]}\n"


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("  gate.<place>: {scale: [a, b]}", "gate.<place> and gate.<area> would have the same ids"),
        ("  lock.<a>.<a>: {scale: [a, b]}", "lock.<a>.<a>: each parameter may stand once"),
        ("  lock: {scale: [a, b, a]}", "'a' stands here twice"),
        ("  lock: {scale: open}", "lock: list the values, in [brackets] or one a line"),
        ("  lock: {anchors: [<area> lock]}", "may only stand at the end"),
        ("  lock: {anchors: ['lock, key']}", "no text has the word 'lock,'"),
        ("  lock: {anchors: ['" + "(" * 9 + "a" + ")" * 9 + "']}", "more than 6 brackets"),
        ("  lock: {anchors: ['" + "lock " * 300 + "']}", "an anchor of 1,500 letters"),
        ("steps: {a: {needs: [a]}}", "circle: a → a"),
        ("steps: {a.<party>: {}, a.<who>: {}}", "would have the same ids"),
        ("steps: {a: {actor: <party>}}", "step a has no parameter <party>"),
        ("steps: {a: {entails: {toll: paid, toll: waived}}}", "'toll' stands here twice"),
        (
            "rules:\n- {never_together: {toll: paid, gate.<area>: shut}, why: x}\n"
            "- {never_together: {gate.<area>: shut, toll: paid}, why: y}",
            "the rule of line 5 says the same",
        ),
        (
            "rules:\n- {never_together: {toll: paid, gate.<area>: shut}, why: x}\n"
            "- {never_together: {toll: paid, gate.<area>: open}, why: y}",
            "toll=paid could never hold: the rules of lines 5, 6 leave gate.<area> no value",
        ),
        ("consent: {toll: []}", "toll: name a party, or leave the line out"),
        ("consent: {toll: [Ostria, ostria]}", "'ostria' stands here twice"),
        ("consent: {toll: [<area>]}", "toll has no parameter <area>"),
        ("consent: {gate.<area>: [toll]}", "'toll' is no party"),
    ],
)
def test_fault(tail: str, reason: str) -> None:
    (told,) = faults_of(ISSUES + tail)
    assert reason in told


@pytest.mark.parametrize(
    "tail",
    [
        "  lock: {scale: [a, b], anchors: [the lock, workers' lock, u.n. lock, 50 % lock]}",
        "  lock: {values: {a: x, b: {near: [all]}}, not: [some], anchors: [lock of <area>]}",
        "steps: {b: {needs: [a]}, a: {}, c.<party>: {actor: <party>, needs: [a, b]}}",
        "steps: {c.<party>: {actor: <party>}, d: {needs: [c.ostria], actor: Ostria}}",
        "rules: [{never_together: {toll: paid, gate.<area>: shut}, why: x}]",
        "consent: {gate.<area>: [<area>, Ostria]}",
    ],
)
def test_no_fault(tail: str) -> None:
    read_codebook(ISSUES + tail, "mine.yaml")


def test_a_faulty_issue_is_no_fault_of_what_points_at_it() -> None:
    text = "issues:\n  toll: yes\nsteps: {a: {entails: {toll: paid}}}\n"
    assert faults_of(text) == ["line 2: expected a list of `key: value` lines here"]


def test_parties_are_found_however_they_are_written() -> None:
    text = ISSUES + "consent: {gate.<area>: [<area>, North Bank]}\nsteps: {a: {actor: North Bank}}"
    book = read_codebook(text, "mine.yaml")
    assert book.consent_of("gate.ostria") == ("ostria", "north_bank")
    assert book.step("a").actor == "north_bank"


def test_thousands_of_faults_are_cut_with_their_number() -> None:
    told = faults_of("issues:\n" + "".join(f"  i{n}: 1\n" for n in range(3_000)))
    assert (len(told), told[-1]) == (101, "mine.yaml: and 2900 faults more")


def test_more_phrases_than_memory_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codebook_file, "MAX_PHRASES", 1_000)
    wide = " ".join(["(a|b)"] * 8)
    text = "issues:\n" + "".join(f"  i{n}: {{anchors: [x{n} {wide}]}}\n" for n in range(4))
    assert faults_of(text) == ["line 5: the anchors up to here stand for more than 1,000 phrases"]


def test_a_large_file_is_read_in_linear_time() -> None:
    steps = "".join(f"  s{n}: {{needs: [s{n + 1}]}}\n" for n in range(20_000))
    start = time.process_time()
    told = faults_of(f"{ISSUES}steps:\n{steps}")
    assert told == ["line 20004: step s19999 needs 's20000', which is no step"]
    assert time.process_time() - start < 60


def test_shipped_codebooks_go_by_name(tmp_path: Path) -> None:
    assert load_codebook("default").issues == load_codebook().issues
    with pytest.raises(CodebookError, match="one of default, labour, trade"):
        load_codebook(tmp_path / "tirade")
    with pytest.raises(CodebookError, match="cannot be read"):
        load_codebook(tmp_path)
    with pytest.raises(CodebookError, match="is no path"):
        load_codebook("a\0b")


KEYS = "name issues steps rules consent hardness scale values anchors near not default unnamed"
ACTS = "demand none verbs loose_nouns called phrases to something"
INNER = "needs entails actor never_together why firm a b toll gate.<area> <party> yes 1 null ~"
SIGNS = "' \" [ ] { } ( ) | ... * & ! % @ ` , : - ? # > < \n"
WORDS = st.sampled_from([w for line in (KEYS, ACTS, INNER, SIGNS) for w in line.split(" ")])
LEAVES = st.one_of(WORDS, st.booleans(), st.none(), st.integers(), st.text(max_size=8))
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)
BOOKS = st.fixed_dictionaries(
    {"issues": TREES},
    optional=dict.fromkeys(("steps", "rules", "consent", "hardness", "acts"), TREES),
)
# Derandomised: a run of the tests is the same run every time.
FUZZED = settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def message_of(text: str) -> str:
    """What reading this text tells; "mine.yaml" for a book without faults."""
    try:
        return read_codebook(text, "mine.yaml").name and "mine.yaml"
    except CodebookError as fault:
        return str(fault)


@FUZZED
@given(st.lists(WORDS | st.text(max_size=5), max_size=40).map(" ".join))
@example("? [a]\n: b")
@example("issues: {? {a: b} : c}")
@example("\ud800")
@example("issues: {a: {scale: {? [x] : y, z: z}}}")
@example("%YAML 9.9\n---\nissues: {}")
@example("issues: {<<: {a: {}}}")
def test_any_text_is_a_codebook_or_told(text: str) -> None:
    assert message_of(text).startswith("mine.yaml")


@FUZZED
@given(BOOKS)
def test_any_tree_is_a_codebook_or_told(tree: dict[str, object]) -> None:
    assert message_of(yaml.safe_dump(tree, sort_keys=False)).startswith("mine.yaml")
