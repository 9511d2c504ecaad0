"""What the dossier says of the made records, section by section."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.positions import Codebook
from onrecord.positions.marked import RULE as LEARNED
from onrecord.presentation.dossier import DossierContext, build_dossier, voices
from onrecord.presentation.dossier.context import IssueRow, MatrixCell, Quote
from onrecord.presentation.dossier.dates import day_words
from onrecord.presentation.dossier.held import condition_line
from onrecord.presentation.dossier.lookup import gather
from onrecord.records import Article, ArticleDate, Interval
from tests.made import Maker
from tests.made.maker import day, needs
from tests.presentation.dossier.records import full_shelf
from tests.presentation.dossier.shelf import Shelf, shelf_of


def row(dossier: DossierContext, name: str) -> IssueRow:
    return next(r for g in dossier.matrix.groups for r in g.rows if r.name == name)


def cell(dossier: DossierContext, issue: str, party: str) -> MatrixCell:
    return next(c for c in row(dossier, issue).cells if c.party == party)


def every(record: Any, kind: type) -> Iterator[Any]:
    """Every record of a type inside a context, however deep."""
    if isinstance(record, kind):
        yield record
    if dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from every(getattr(record, field.name), kind)
    elif isinstance(record, tuple):
        for part in record:
            yield from every(part, kind)


def test_every_quote_leads_to_a_passage_that_is_embedded(dossier: DossierContext) -> None:
    anchors: dict[str, str] = {}
    for source in dossier.sources:
        for block in source.blocks:
            for piece in block.pieces:
                for mark in piece.marks:
                    anchors[mark] = anchors.get(mark, "") + piece.text
    quotes = list(every(dossier, Quote))
    assert len(quotes) > 60
    for quote in quotes:
        assert " ".join(anchors[quote.href].split())[:500] in quote.text


def test_the_head_counts_what_was_read(dossier: DossierContext) -> None:
    facts = {fact.name: fact.value for fact in dossier.head.facts}
    assert facts["Read"] == "12 articles of 3 outlets"
    assert facts["Origins"] == "11 independent texts (1 copy counted once)"
    assert facts["Published"] == "16 Jan 2030 to 10 Sep 2031; 1 article undated"
    assert facts["Not read"] == "1 file"
    assert dossier.head.as_of == "10 Sep 2031"


@pytest.mark.parametrize(
    ("issue", "party", "state", "words", "value", "hardness"),
    [
        ("Prisoners", "Norland", "accepts", "demands", "all for all", "not declared"),
        ("Prisoners", "Sudmark", "accepts", "accepts", "all for all", "not declared"),
        (
            "Who holds Korin Valley",
            "Norland",
            "refuses",
            "rejects",
            "handed to the other side",
            "red line",
        ),
        ("Terms are agreed", "Norland", "first", "only after fire stops", "", "not declared"),
        ("Sudmark withdraws", "Sudmark", "refuses", "rejects:", "Sudmark withdraws", "red line"),
    ],
)
def test_a_field_says_act_value_and_hardness(
    dossier: DossierContext,
    issue: str,
    party: str,
    state: str,
    words: str,
    value: str,
    hardness: str,
) -> None:
    entry = cell(dossier, issue, party).entries[0]
    assert (entry.state, entry.words, entry.value) == (state, words, value)
    assert entry.hardness == hardness


def test_a_field_is_dated_and_aged(dossier: DossierContext) -> None:
    entry = cell(dossier, "Prisoners", "Norland").entries[0]
    assert (entry.when, entry.age, entry.origins) == ("3 Mar 2031", "191 days old", "1 origin")


def test_what_is_only_implied_stands_apart(dossier: DossierContext) -> None:
    field = cell(dossier, "Prisoners", "Norland")
    assert field.implied == ("refuses none, some",)
    assert all("none" not in entry.value for entry in field.entries)


@pytest.mark.parametrize(
    ("act", "kind", "words"),
    [
        ("accept_if", "until", "only after fire stops"),  # "no talks until": not talks until then
        ("precondition", "until", "only after fire stops"),
        ("accept", "until", "until fire stops"),  # "talks until fire stops"
        ("accept_if", "unless", "depending on fire stops"),
        ("reject", "unless", "unless fire stops"),
        ("accept_if", "if", "if fire stops"),
    ],
)
def test_a_condition_is_told_of_what_the_party_would_do(
    codebook: Codebook, act: str, kind: str, words: str
) -> None:
    page = Maker().article("a.txt", "Dawn", "2031-05-04", "Talks", "until a truce holds")
    condition = needs(page, "until a truce holds", step="ceasefire", type=kind)
    lookup = gather(shelf_of([Maker().done()], codebook), codebook)
    assert condition_line(lookup, condition, act).words == words
    plain = dataclasses.replace(condition, step=None)
    assert condition_line(lookup, plain, act).words == "on a condition: “until a truce holds”"


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"method": LEARNED}, []),
        ({"method": LEARNED, "label": "human"}, ["demands"]),
        ({"method": "A party is called ready"}, ["demands"]),
    ],
)
def test_what_only_reads_like_a_position_says_nothing_in_a_field(
    codebook: Codebook, fields: dict[str, Any], shown: list[str]
) -> None:
    make = Maker()
    norland = make.actor("Norland", "government").id
    page = make.article("a.txt", "Dawn", "2031-05-04", "Talks", "Norland wants monitors.")
    said = {"act": "demand", "party": norland, "issue": "ceasefire.monitoring"}
    make.position(page, "Norland wants monitors", None, **said | fields)
    dossier = build_dossier(shelf_of([make.done()], codebook), codebook)
    field = cell(dossier, "Who verifies the ceasefire", "Norland")
    assert [entry.words for entry in field.entries] == shown
    assert field.count == 1  # where every position stands in full, with its words


def test_two_preconditions_on_one_step_are_two_lines(codebook: Codebook) -> None:
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    words = ("No talks before a truce", "No talks before Sudmark's troops have left")
    page = make.article(
        "two.txt",
        "Harbour Post",
        "2031-05-04",
        "Talks",
        *(f"{w}, Ilsa Brandt said." for w in words),
    )
    for w, step in zip(words, ("ceasefire", "withdrawal.sudmark"), strict=True):
        said = make.says(page, source="Ilsa Brandt", cue="said", content=w, actor=ilsa)
        first = needs(page, w.removeprefix("No talks "), step=step)
        make.position(page, w, said, act="precondition", step="talks_start", conditions=(first,))
    field = cell(
        build_dossier(shelf_of([make.done()], codebook), codebook), "Talks begin", "Norland"
    )
    assert {entry.words for entry in field.entries} == {
        "only after fire stops",
        "only after Sudmark withdraws",
    }


def test_silence_is_shown_as_silence(dossier: DossierContext) -> None:
    field = cell(dossier, "Sanctions", "Sudmark")
    assert (field.entries, field.implied, field.href, field.count) == ((), (), None, 0)


def test_a_divided_party_and_a_conflict_are_flagged(dossier: DossierContext) -> None:
    flags = [f.word for e in cell(dossier, "Foreign forces", "Norland").entries for f in e.flags]
    assert flags == ["party divided", "conflict in record"]


def test_a_field_leads_to_its_positions(dossier: DossierContext) -> None:
    field = cell(dossier, "Prisoners", "Sudmark")
    (holding,) = (h for i in dossier.matrix.in_full for h in i.holdings if h.anchor == field.href)
    assert [p.act for p in holding.positions] == ["accepts"]
    assert holding.positions[0].quote.text == "accept the exchange of all captives for all"


def test_the_circle_is_drawn_with_the_words_of_both_parties(dossier: DossierContext) -> None:
    (circle,) = (b for b in dossier.between.blocks if b.kind == "circle")
    assert circle.drawing is not None
    assert {line.party for line in circle.needs} == {"Norland", "Sudmark"}
    assert all(line.quotes for line in circle.needs)
    assert len(circle.ways_out) == 2


def test_a_refused_step_is_told_with_the_refusal(dossier: DossierContext) -> None:
    refusals = [s for b in dossier.between.blocks for s in b.refusals]
    assert "refuses: Sudmark withdraws" in {side.words for side in refusals}
    assert not any(b.refusals for b in dossier.between.blocks if b.kind == "circle")


def test_asks_are_listed_by_party(dossier: DossierContext) -> None:
    asks = {line.party: [issue for issue, _, _ in line.wants] for line in dossier.between.asks}
    assert "What stops firing" in {issue for wants in asks.values() for issue in wants}


def test_needs_of_the_block_itself_come_first_and_what_waits_in_turn_after(
    codebook: Codebook,
) -> None:
    make = Maker()
    page = make.article(
        "1.txt",
        "Harbour Post",
        "2031-03-04",
        "Dam",
        "Sudmark stays. Talks after Sudmark left. Terms after talks.",
    )
    norland, sudmark = (make.actor(n, "government").id for n in ("Norland", "Sudmark"))
    own = {"voice": "party", "issue": None, "values": ()}
    refusal = {"act": "reject", "polarity": "against", "issue": "withdrawal.dam.sudmark"}
    make.position(
        page, "Sudmark stays", None, **own | refusal | {"party": sudmark, "values": ("full",)}
    )
    wish = {"act": "precondition", "party": norland}
    for words, step, first in (
        ("Talks after Sudmark left", "talks_start", "withdrawal.sudmark"),
        ("Terms after talks", "terms_agreed", "talks_start"),
    ):
        condition = needs(page, words, step=first)
        make.position(page, words, None, **own | wish | {"step": step, "conditions": (condition,)})
    (block,) = build_dossier(shelf_of([make.done()], codebook), codebook).between.blocks
    assert block.kind == "refused_step"
    assert block.headline == "Refused: Sudmark withdraws. Waiting for it: talks begin"
    assert [n.near for n in block.needs] == [True, *([False] * (len(block.needs) - 1))]
    assert block.needs[0].words == "talks begin only after Sudmark withdraws"
    assert block.ways_out == ("Norland gives up 1",)


def test_one_voice_is_told_in_brief_and_asked_for_nowhere_else(dossier: DossierContext) -> None:
    asks = [issue for line in dossier.between.asks for issue, _, _ in line.wants]
    alone = [name for b in dossier.head.brief if "one party" in b.words for name, _ in b.issues]
    assert "Sanctions" in alone
    assert not set(alone) & set(asks)


def test_what_divides_the_parties_comes_first_in_brief(dossier: DossierContext) -> None:
    found = [line.status for line in dossier.head.brief]
    order = ["blocked_by_red_lines", "contested", "agreed", "no_objection", "no_position"]
    assert "contested" in found
    assert "no_objection" in found
    assert [s for s in order if s in found] == list(dict.fromkeys(found))


OPEN = Interval(start=dt.date(2014, 1, 1), end=None, precision="fuzzy", basis="names 2014 as past")


@pytest.mark.parametrize(
    ("dates", "as_of", "published"),
    [
        pytest.param(
            [OPEN], None, "1 article undated, with bounds drawn from the text", id="no settled day"
        ),
        pytest.param(
            [OPEN, day("2013-05-02")],
            dt.date(2013, 5, 2),
            "2 May 2013; 1 article undated, with bounds drawn from the text",
            id="the settled one counts, though the other is later",
        ),
        pytest.param(
            [day("2013-05-02"), day("2013-05-04")],
            dt.date(2013, 5, 4),
            "2 May 2013 to 4 May 2013",
            id="two days",
        ),
    ],
)
def test_as_of_comes_from_settled_days_alone(
    codebook: Codebook, dates: list[Interval], as_of: dt.date | None, published: str
) -> None:
    make = Maker()
    shelf = Shelf()
    for n, when in enumerate(dates):
        page = make.article(f"{n}.txt", "Harbour Post", None, f"Page {n}", f"Words {n}.")
        shelf.put(Article, [page])
        shelf.put(ArticleDate, [ArticleDate(article=page.id, published=when)])
    assert gather(shelf, codebook).as_of == as_of
    made = build_dossier(shelf, codebook)
    assert made.head.as_of == (day_words(as_of) if as_of else "")
    assert next(f.value for f in made.head.facts if f.name == "Published") == published
    undated = [u for u in made.unknown if "date not known" in u.words]
    assert bool(undated) == (OPEN in dates)
    if undated:
        assert "1 Jan 2014 or later; names 2014 as past" in undated[0].names[0]


def test_a_plan_shows_each_reply(dossier: DossierContext) -> None:
    (plan,) = dossier.plans
    assert plan.author == "Vesland"
    (clause,) = plan.clauses
    assert [(r.party, r.entries[0].words) for r in clause.replies] == [
        ("Norland", "demands"),
        ("Sudmark", "accepts"),
    ]


def test_figures_that_differ_stand_side_by_side(dossier: DossierContext) -> None:
    (clash,) = dossier.clashes
    assert clash.kind == "The figures differ"
    assert (clash.left.words, clash.right.words) == ("60 boats", "45 boats")
    assert clash.right.who == "Pavo Lindh"
    assert clash.left.when == "published 9 Aug 2031"


def test_a_copy_is_one_line_with_both_places(dossier: DossierContext) -> None:
    (line,) = (v for v in dossier.voices.lines if "60 boats" in v.quote.text)
    assert line.cue == "said"  # without it "the report" of who rejected it reads as theirs
    assert line.quote.outlet == "Harbour Post"
    assert [q.outlet for q in line.quote.also] == ["Sudmark Courier"]
    assert line.witnesses == "1 origin, 2 articles, 2 outlets"


def test_a_claim_about_another_is_no_position_of_either(dossier: DossierContext) -> None:
    (claim,) = dossier.claims
    assert claim.who == "Ilsa Brandt, about Sudmark"
    assert "Inspections" not in {r.name for g in dossier.matrix.groups for r in g.rows}


def test_a_shift_shows_both_ends(dossier: DossierContext) -> None:
    shift = next(s for s in dossier.shifts if s.issue == "Who verifies the ceasefire")
    assert shift.direction == "softened"
    assert (shift.before.when, shift.after.when) == ("said 15 Jan 2030", "said 9 Sep 2031")


def test_sources_tell_copies_and_left_out_passages(dossier: DossierContext) -> None:
    copies = [s for s in dossier.sources if s.copy]
    assert [s.path for s in copies] == ["boats/1.txt", "boats/2.txt"]
    assert "one origin" in copies[0].copy
    assert dossier.left_out[0].passages == (("caption", "Photo by nobody"),)
    assert dossier.skipped[0].files == (("login.html", "", "is it a login page?"),)


def test_what_is_not_known_is_counted(dossier: DossierContext) -> None:
    assert "1 article: date not known" in {gap.words for gap in dossier.unknown}


def test_the_same_record_gives_the_same_context(
    dossier: DossierContext, codebook: Codebook
) -> None:
    shelf = full_shelf(codebook)
    shelf.records = {kind: list(reversed(found)) for kind, found in shelf.records.items()}
    again = build_dossier(shelf, codebook)
    assert again.matrix == dossier.matrix
    assert again.sources == dossier.sources
    assert again.voices == dossier.voices
    assert again.between.statuses == dossier.between.statuses


def test_an_empty_record_is_an_honest_page(codebook: Codebook) -> None:
    dossier = build_dossier(Shelf(), codebook)
    assert dossier.head.title == "No positions on record"
    assert dossier.head.as_of == ""
    assert dossier.matrix.groups == ()


def test_beyond_the_limit_statements_are_counted_and_those_behind_positions_stay(
    codebook: Codebook, monkeypatch: pytest.MonkeyPatch, dossier: DossierContext
) -> None:
    monkeypatch.setattr(voices, "MOST_LINES", 5)
    cut = build_dossier(full_shelf(codebook), codebook)
    everything = len(dossier.voices.lines)
    assert len(cut.voices.lines) == 5
    assert cut.voices.left_out == everything - 5
    assert not any("boats" in line.quote.text for line in cut.voices.lines)


def test_an_article_that_nothing_quotes_is_listed_and_not_embedded(codebook: Codebook) -> None:
    shelf = Shelf()
    make = Maker()
    make.article("quiet.txt", "Harbour Post", "2031-05-04", "Weather", "It rained all day.")
    shelf.put(Article, make.articles)
    (source,) = build_dossier(shelf, codebook).sources
    assert (source.title, source.blocks) == ("Weather", ())
