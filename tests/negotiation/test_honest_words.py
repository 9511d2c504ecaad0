"""No sentence that is made anywhere here says what could happen, who is right, or how much."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.negotiation import (
    GapLine,
    Picture,
    Source,
    Supposition,
    Terms,
    Wording,
    compare_drafts,
    draft_of,
    draw_picture,
    flip_test,
    gap_sentences,
    order_faults,
    picture_changes,
    suppose,
    trace_issues,
)
from onrecord.negotiation.lines import LONGEST
from onrecord.negotiation.movement_lines import movement_lines
from onrecord.negotiation.package_lines import frontier_lines
from onrecord.negotiation.plan_lines import change_lines, order_lines, rule_lines
from onrecord.negotiation.reasons import REASONS, reason_of
from onrecord.negotiation.scale import by_party
from onrecord.negotiation.wording import LOW
from onrecord.positions import load_codebook
from tests.made import MadeRecord, made_records
from tests.negotiation.test_sentences import DISHONEST

MADE = made_records()
CODEBOOK = load_codebook()


def wording_of(made: MadeRecord, *, unsure: bool = False) -> Wording:
    outlets = {a.id: a.outlet or "" for a in made.articles}
    printed = {d.article: d.published for d in made.dates}
    sources = {
        p.id: Source(
            speaker=made.names.get(p.speaker or "", ""),
            outlet=outlets[p.article],
            said=p.said,
            published=printed.get(p.article),
            unsure=unsure,
        )
        for p in made.positions
    }
    return Wording(CODEBOOK, made.names, sources)


def picture_of(made: MadeRecord) -> tuple[Terms, Picture]:
    terms = Terms(codebook=CODEBOOK, slugs=made.slugs, dates=tuple(made.dates), horizon_days=365)
    return terms, draw_picture(made.positions, terms)


def told(made: MadeRecord, wording: Wording) -> tuple[GapLine, ...]:
    _, picture = picture_of(made)
    return gap_sentences(
        picture.cells,
        picture.statuses,
        CODEBOOK,
        steps=picture.steps,
        deadlocks=picture.deadlocks,
        conflicts=picture.conflicts,
        packages=picture.packages,
        positions=made.positions,
        wording=wording,
    )


def supposed(made: MadeRecord, picture: Picture) -> Iterator[Supposition]:
    """Everything that can be supposed of a record, one by one."""
    for cell in picture.cells:
        for kind in ("accepts", "lifts"):
            yield Supposition(kind=kind, party=cell.party, issue=cell.issue, value=cell.value)
        yield Supposition(kind="level", positions=cell.positions, level="soft")
    yield from (Supposition(kind="taken", step=step.id) for step in picture.steps)
    yield from (Supposition(kind="gives_up", positions=(p.id,)) for p in made.positions)
    yield from (Supposition(kind="without", articles=(a.id,)) for a in made.articles)


def every_line(made: MadeRecord) -> Iterator[GapLine]:
    wording = wording_of(made)
    terms, picture = picture_of(made)
    yield from told(made, wording)
    yield from frontier_lines(picture.packages, by_party(picture.cells), wording, every=True)
    for one in supposed(made, picture):
        yield from picture_changes(picture, suppose(made.positions, [one], terms), wording)
    yield from flip_test(made.positions, terms, wording)
    tracks = trace_issues(made.positions, CODEBOOK, made.slugs, made.dates)
    yield from movement_lines(tracks, wording)
    drafts = [draft_of(plan) for plan in made.plans]
    for draft in drafts:
        faults = order_faults(draft, made.positions, picture.steps, CODEBOOK)
        yield from order_lines(draft, faults, wording)
        yield from rule_lines(draft, CODEBOOK.rules, wording)
        yield from change_lines(draft, drafts[0], compare_drafts(draft, drafts[0]), wording)


@pytest.mark.parametrize("name", MADE)
def test_only_honest_words_and_only_of_this_record(name: str) -> None:
    lines = list(every_line(MADE[name]))
    assert len(lines) > 10
    for line in lines:
        assert not DISHONEST.search(line.text), line.text
        assert not DISHONEST.search(reason_of(line))
        bound = ("this record", "with this change", "own words", "alone refuses", "by the logic of")
        bound += ("by a rule of", "of the codebook “") if line.kind == "rule" else ()
        assert line.kind == "clause" or any(words in line.text for words in bound), line.text
        assert line.text.endswith("."), line.text


@pytest.mark.parametrize("name", MADE)
def test_two_runs_are_the_same_whatever_the_order_of_the_positions(name: str) -> None:
    made = MADE[name]
    terms, picture = picture_of(made)
    again = draw_picture(made.positions[::-1], terms)
    assert again == picture
    one = Supposition(kind="without", articles=(made.articles[0].id,))
    wording = wording_of(made)
    first = picture_changes(picture, suppose(made.positions, [one], terms), wording)
    assert first == picture_changes(again, suppose(made.positions[::-1], [one], terms), wording)


def test_every_enumeration_says_whether_it_is_whole() -> None:
    ends: dict[str, int] = {}
    for made in MADE.values():
        for line in every_line(made):
            if line.kind in ("extent", "conflict", "frontier", "circle"):
                ends[line.kind] = ends.get(line.kind, 0) + ("complete" in line.text)
    assert all(ends.values()), ends


def test_every_kind_of_line_has_its_reason() -> None:
    kinds = {line.kind for made in MADE.values() for line in every_line(made)}
    assert kinds <= set(REASONS)
    assert {"movement", "order", "status_change", "cell_change", "extent"} <= kinds


# --- sources and confidence -----------------------------------------------------------------------


def test_a_word_names_speaker_outlet_and_day() -> None:
    made = MADE["agreed"]
    texts = [line.text for line in told(made, wording_of(made))]
    assert any(
        "1 independent origin, last said 2031-03-03 by Ilsa Brandt, Harbour Post" in text
        for text in texts
    ), texts
    without = [line.text for line in told(made, Wording(CODEBOOK, made.names))]
    assert not any("Harbour Post" in text for text in without)


def test_low_confidence_is_inherited_and_told() -> None:
    for made in MADE.values():
        sure, unsure = (told(made, wording_of(made, unsure=u)) for u in (False, True))
        assert not any(line.unsure for line in sure)
        for line in unsure:
            assert line.unsure == bool(line.positions)
            assert (LOW in line.text) == line.unsure
        assert max(len(line.text) for line in unsure) <= LONGEST + len(LOW)


def test_a_surer_word_beside_lifts_the_doubt() -> None:
    sources = {"p1": Source(unsure=True), "p2": Source(unsure=False)}
    wording = Wording(CODEBOOK, {}, sources)
    assert wording.line("ask", None, "x", [("p1",)]).unsure
    assert not wording.line("ask", None, "x", [("p1", "p2")]).unsure
    assert wording.line("ask", None, "x", [("p2",), ("p1",)]).unsure
