"""The questions on what stands between the parties, asked of the example coverage."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest

import onrecord
from onrecord.engines.settings import stored_settings
from onrecord.errors import NotOnRecord, SourceUnreadable
from onrecord.negotiation import Supposition, draw_picture, picture_changes, suppose
from onrecord.presentation.dossier.grounds import grounds_of
from onrecord.presentation.dossier.lookup import gather
from onrecord.presentation.questions import view_codebook
from onrecord.store import View
from tests.negotiation.test_sentences import DISHONEST

DRAFT = """name: Lower valley draft
clauses:
  ceasefire.scope: general
  prisoners: partial
order: [talks_start, ceasefire, terms_agreed]
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def texts(rows: onrecord.Results) -> list[str]:
    return [row.text for row in rows]


def test_the_picture_drawn_anew_is_the_one_on_record(coverage: onrecord.Record) -> None:
    """What-if compares with a picture of its own: it has to be the record's."""
    with View(coverage.path) as view:
        grounds = grounds_of(gather(view, view_codebook(view)))
        drawn = draw_picture(grounds.positions, grounds.terms(stored_settings(view).horizon()))
        kept = grounds.picture()
    for name in ("cells", "statuses", "steps", "deadlocks", "conflicts", "packages"):
        assert sorted(map(repr, getattr(drawn, name))) == sorted(map(repr, getattr(kept, name)))


ASKED = ["gaps", "conflicts", "deadlocks", "packages", "ask", "movement", "flip"]


@pytest.mark.parametrize("question", ASKED)
def test_two_runs_are_the_same_and_honest(coverage: onrecord.Record, question: str) -> None:
    ask = getattr(coverage, question)
    found = ask(explain=True)
    assert found == ask(explain=True)
    assert [row.positions for row in found] == [row.positions for row in ask()]
    for row in found:
        assert not DISHONEST.search(f"{row.text} {row.rule}"), row.text
        assert row.rule
        assert bool(row.quotes) == bool(row.positions)
    assert not any(row.rule or row.quotes for row in ask())


def test_sentences_name_speaker_outlet_and_day(coverage: onrecord.Record) -> None:
    (line,) = texts(coverage.gaps(issue="foreign forces"))
    assert "a declared red line; 1 independent origin, said by Tomas Bryde" in line
    assert "published 2026-03-07" in line


def test_quotes_lead_to_the_words_and_the_position(coverage: onrecord.Record) -> None:
    (row,) = coverage.gaps(issue="foreign forces", explain=True)
    assert any("We will never accept foreign peacekeepers" in quote for quote in row.quotes)
    assert all(row.positions[n][:8] in quote for n, quote in enumerate(row.quotes))
    assert "red line by the words “" in row.quotes[0]


def test_an_issue_or_party_keeps_what_fits(coverage: onrecord.Record) -> None:
    assert {row.issue for row in coverage.ask(issue="prisoners")} == {"Prisoners"}
    mine = coverage.ask(party="Velundia")
    assert texts(mine)
    assert all("Velundia" in text for text in texts(mine))
    assert len(mine) < len(coverage.ask())


def test_packages_show_what_is_not_in_them(coverage: onrecord.Record) -> None:
    some, every = coverage.packages(), coverage.packages(every=True)
    assert len(some) < len(every)
    for rows in (some, every):
        assert rows[-1].text.startswith("These outcomes hold only the values that the codebook has")


@pytest.mark.parametrize(
    ("supposed", "told"),
    [
        ({"accept": ["Orvenia: prisoners=all_for_all"]}, "with this change: agreed: “all for all”"),
        ({"accept": ["orvenia: Prisoners=all for all"]}, "with this change: agreed: “all for all”"),
        (
            {"step": ["fire stops"]},
            "wait for each other on this record; with this change no longer",
        ),
        ({"without": ["Tolmara Herald"]}, "with this change: nothing is said on it"),
        ({"without": ["07-open-strait.txt"]}, "with this change: accepts on 1 independent origin"),
        ({"level": ["Velundia: control.ilvane=ceded: firm"]}, "with this change: refuses (firm)"),
        ({"lift": ["Orvenia: leaders_meeting=now"]}, "with this change: no position"),
    ],
    ids=lambda value: str(next(iter(value))) if isinstance(value, dict) else None,
)
def test_what_if_tells_the_supposition_and_the_differences(
    coverage: onrecord.Record, supposed: dict[str, list[str]], told: str
) -> None:
    found = coverage.whatif(**supposed)
    assert found[0].text.startswith("Supposed, not said on this record: ")
    assert any(told in text for text in texts(found)), texts(found)
    assert found[-1].text.endswith("(complete).")
    assert found == coverage.whatif(**supposed)
    assert not any(DISHONEST.search(text) for text in texts(found))


def test_giving_up_a_condition_by_its_position(coverage: onrecord.Record) -> None:
    need = next(r for r in coverage.deadlocks() if r.text.startswith("Orvenia asks for “terms are"))
    found = texts(coverage.whatif(give_up=[need.positions[0][:10]]))
    assert "Orvenia gives up what it asks for first" in found[0]
    assert any("with this change no longer" in text for text in found)


def test_what_if_leaves_the_record_alone(coverage: onrecord.Record) -> None:
    before = coverage.path.read_bytes()
    coverage.whatif(without=["Open Strait"])
    coverage.flip()
    assert coverage.path.read_bytes() == before


def test_what_if_is_quick(coverage: onrecord.Record) -> None:
    """The computing alone, of both pictures and their differences: under 50 ms, median of nine."""
    one = Supposition(kind="taken", step="ceasefire")
    with View(coverage.path) as view:
        grounds = grounds_of(gather(view, view_codebook(view)))
        terms = grounds.terms()
    took = []
    for _ in range(9):
        start = time.process_time()  # a busy machine is no defect
        before = draw_picture(grounds.positions, terms)
        after = suppose(grounds.positions, [one], terms)
        assert len(picture_changes(before, after, grounds.wording)) > 1
        took.append(time.process_time() - start)
    assert statistics.median(took) < 0.05


WRONG = {
    "a party": (lambda r: r.conflicts(party="Orvania"), "did you mean 'Orvenia'"),
    "an issue": (lambda r: r.gaps(issue="prisonrs"), "did you mean 'Prisoners'"),
    "a plan": (lambda r: r.plan_compare("Pelin plan"), "did you mean 'Pellin plan'"),
    "a step": (lambda r: r.whatif(step=["ceasfire"]), "did you mean 'ceasefire'"),
    "an outlet": (lambda r: r.whatif(without=["Open Strat"]), "did you mean 'Open Strait'"),
    "a value": (lambda r: r.whatif(accept=["Orvenia: prisoners=lots"]), "it has none (none)"),
    "a level": (lambda r: r.whatif(level=["Orvenia: prisoners=partial: hard"]), "levels are"),
    "no level": (lambda r: r.whatif(level=["Orvenia: sanctions=keep: firm"]), "no word on"),
    "a position": (lambda r: r.whatif(give_up=["zzzz"]), "no position begins so"),
    "the form": (lambda r: r.whatif(accept=["Orvenia prisoners"]), "'Party: issue=value'"),
    "several": (lambda r: r.whatif(accept=["Orvenia: withdrawal=full"]), "may be several here"),
}


@pytest.mark.parametrize(("ask", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_is_not_on_record_is_told_with_what_is_near(
    coverage: onrecord.Record, ask: object, told: str
) -> None:
    with pytest.raises(NotOnRecord) as fault:
        ask(coverage)  # type: ignore[operator]
    assert told in str(fault.value)


# --- plans ----------------------------------------------------------------------------------------


def test_the_plans_on_record(coverage: onrecord.Record) -> None:
    (plan,) = coverage.plan_list()
    assert plan.name == "Pellin plan"
    assert "What stops firing: all fighting" in plan.clauses
    assert plan.articles


def answers(rows: onrecord.Results) -> set[tuple[str, str, str]]:
    return {(row.clause, row.party, row.answer) for row in rows}


def test_a_plan_of_the_record_by_name_or_id(coverage: onrecord.Record) -> None:
    found = coverage.plan_compare("pellin")
    assert found == coverage.plan_compare(coverage.plan_list()[0].id[:8])
    assert ("Prisoners: all for all", "Velundia", "accepts") in answers(found)
    assert ("Forces apart: heavy weapons back", "Orvenia", "silent") in answers(found)
    assert {row.party for row in coverage.plan_compare("pellin", party="Orvenia")} == {"Orvenia"}


def test_a_plan_of_a_file(coverage: onrecord.Record, draft: str) -> None:
    found = coverage.plan_compare(draft)
    assert ("Prisoners: some", "Orvenia", "accepts") in answers(found)
    refusal = next(r for r in found if r.clause == "Prisoners: some" and r.party == "Velundia")
    assert (refusal.answer, refusal.hardness, refusal.age_days) == ("refuses", "", 139)
    assert "demanded the release of all" in refusal.quote
    assert refusal.implied, "it follows from the demand for all"
    assert not next(r for r in found if r.answer == "accepts").implied
    condition = next(r for r in found if r.answer == "accepts if")
    assert any("if Velundian troops withdrew" in words for words in condition.conditions)


def test_its_own_order_against_the_preconditions(coverage: onrecord.Record, draft: str) -> None:
    found = texts(coverage.plan_order(draft))
    assert any(t.endswith("on this record; the plan has “fire stops” first.") for t in found)
    assert any(t.endswith("on this record; the plan has “talks begin” first.") for t in found)
    assert found[-1].endswith("in “Lower valley draft” (complete).")


def test_plan_beside_plan(coverage: onrecord.Record, draft: str) -> None:
    found = texts(coverage.plan_changes(draft, "Pellin plan"))
    assert "Prisoners: changed from “some” to “all for all”." in found
    assert "What stops firing: the same in both, “all fighting”." in found
    assert found[-1].endswith("(complete).")


def test_a_plan_file_with_a_fault(coverage: onrecord.Record, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("clauses:\n  prisoner: all_for_all\n", encoding="utf-8")
    with pytest.raises(SourceUnreadable, match="line 2: the codebook has no issue 'prisoner'"):
        coverage.plan_compare(str(path))
