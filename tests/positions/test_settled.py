"""What people decided about positions, laid over what was read: placed, locked, or told as lost."""

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.positions import (
    as_told,
    check_position,
    latest_placed,
    place_decisions,
    position_decision,
    read_told,
    settle_positions,
)
from onrecord.records import (
    Article,
    Condition,
    Decision,
    Interval,
    Position,
    Segment,
    Statement,
    identity,
)
from tests.positions.stage import ACTORS, actor_id, article_of, codebook, read

TEXT = (
    "Ostria demands a general ceasefire if Belmark opens the road.\n"
    "Belmark rejects direct talks with Ostria."
)
ASKS, REFUSES = "Ostria demands a general ceasefire", "Belmark rejects direct talks with Ostria"


def made_of(article: Article, words: str, **fields: object) -> Position:
    start = article.text.index(words)
    span = article.span(start, start + len(words))
    values: dict[str, object] = {
        "id": identity("position", article.id, words),
        "article": article.id,
        "spans": (span,),
        "voice": "reporter",
        "statements": (),
        "party": actor_id("Ostria"),
        "party_text": "Ostria",
        "speaker": actor_id("Kovar"),
        "about": None,
        "issue": "ceasefire.scope",
        "values": ("general",),
        "step": None,
        "act": "demand",
        "method": "a rule",
        "confidence": 0.7,
    }
    return Position(**{**values, **fields})


def positions_of(article: Article) -> tuple[Position, Position]:
    start = article.text.index("if Belmark opens the road")
    condition = Condition(
        group=0,
        type="if",
        party=actor_id("Belmark"),
        issue=None,
        value=None,
        step=None,
        timing="before",
        span=article.span(start, start + len("if Belmark opens the road")),
    )
    return (
        made_of(article, ASKS, conditions=(condition,)),
        made_of(
            article,
            REFUSES,
            party=actor_id("Belmark"),
            party_text="Belmark",
            speaker=None,
            issue="talks.format",
            values=("direct",),
            act="reject",
            polarity="against",
        ),
    )


def decided(
    old: Position | None, new: Position | None, action: str, at: str = "2026-05-01", by: str = "ann"
) -> Decision:
    first = new or old
    assert first is not None
    told = [as_told(p, "test.txt", ACTORS) if p else None for p in (old, new)]
    return position_decision(first.id, action, *told, first, by, f"{at}T10:00:00+00:00")


def settled(
    found: tuple[Position, ...], decisions: list[Decision], article: Article, **more: object
) -> tuple[Position, ...]:
    given = {"statements": (), "actors": ACTORS.values(), "codebook": codebook(), **more}
    return tuple(settle_positions(found, decisions, [article], **given))


def test_without_a_decision_the_very_same_positions_come_back():
    article = article_of(TEXT)
    found = positions_of(article)
    other = Decision(
        target="x", field="actor", old=None, new=None, action="accept", coder="a", at="2026-05-01"
    )
    assert settle_positions(found, [other], [article], (), ACTORS.values(), codebook()) is found


def test_an_accepted_position_is_locked_and_signed_and_the_other_stays():
    article = article_of(TEXT)
    asks, refuses = positions_of(article)
    kept, beside = settled((asks, refuses), [decided(asks, asks, "accept")], article)
    assert (kept.label, kept.confidence, kept.method) == (
        "human",
        1.0,
        "accepted by ann, 2026-05-01",
    )
    assert replace(kept, label="machine", confidence=0.7, method="a rule") == asks
    assert beside is refuses


def test_a_rejected_position_is_gone_and_the_other_stays():
    article = article_of(TEXT)
    asks, refuses = positions_of(article)
    assert settled((asks, refuses), [decided(asks, None, "reject")], article) == (refuses,)


def test_a_change_keeps_the_id_and_what_nobody_decides_is_told_by_the_machine():
    article = article_of(TEXT)
    asks, refuses = positions_of(article)
    new = replace(asks, issue="ceasefire.duration", values=("permanent",), hardness="firm")
    decision = decided(asks, new, "change")
    may = Interval(start=None, end=None, precision="fuzzy", basis="text: in May")
    dated_since = replace(asks, said=may, reason="because of the harvest")
    kept, _ = settled((dated_since, refuses), [decision], article)
    assert (kept.id, kept.issue, kept.values, kept.hardness) == (
        asks.id,
        "ceasefire.duration",
        ("permanent",),
        "firm",
    )
    assert (kept.said, kept.reason) == (may, "because of the harvest")


def test_what_the_machine_reads_no_longer_stays_as_it_was_decided():
    article = article_of(TEXT)
    asks, refuses = positions_of(article)
    kept, _ = settled((refuses,), [decided(asks, asks, "accept")], article)
    assert (kept.spans, kept.party, kept.speaker, kept.conditions) == (
        asks.spans,
        asks.party,
        asks.speaker,
        asks.conditions,
    )


def test_a_reading_that_comes_to_say_what_was_decided_is_not_told_twice():
    article = article_of(TEXT)
    asks, refuses = positions_of(article)
    new = replace(asks, issue="ceasefire.duration", values=("permanent",))
    same = replace(new, id="another", method="a better rule")
    other = replace(same, id="a third", act="offer")
    kept = settled((same, other, refuses), [decided(asks, new, "change")], article)
    assert [p.id for p in kept if p.issue == "ceasefire.duration"] == [asks.id, "a third"]


def test_an_added_position_stands_in_the_statement_that_holds_its_words():
    article = article_of(TEXT)
    asks, _ = positions_of(article)
    content = article.span(0, article.text.index("\n"))
    statement = Statement(
        id="s", article=article.id, source=(), cue=(), content=(content,), kind="indirect",
        channel="statement",
    )  # fmt: skip
    spoken = replace(asks, voice="party")
    [added] = settled((), [decided(None, spoken, "add")], article, statements=[statement])
    assert added.statements == ("s",)
    [reported] = settled((), [decided(None, asks, "add")], article, statements=[statement])
    assert reported.statements == ()


def test_of_several_decisions_the_latest_counts_in_whatever_order_they_stand():
    article = article_of(TEXT)
    asks, refuses = positions_of(article)
    firm = replace(asks, hardness="firm")
    decisions = [
        decided(asks, None, "reject", "2026-05-01"),
        decided(asks, firm, "change", "2026-05-03", "bob"),
        decided(asks, asks, "accept", "2026-05-02"),
        decided(refuses, None, "reject", "2026-05-01", "cay"),
    ]
    expected = settled((asks, refuses), decisions, article)
    assert [p.hardness for p in expected] == ["firm"]
    for seed in range(10):
        mixed = random.Random(seed).sample(decisions, len(decisions))  # noqa: S311
        assert settled((asks, refuses), mixed, article) == expected
    assert settled((asks, refuses), [d for d in decisions if d.coder != "bob"], article) != expected


def moved(article: Article, text: str) -> Article:
    """A later version of an article under the same path."""
    whole = Segment(start=0, length=len(text), raw_start=0, raw_length=len(text))
    return replace(
        article, id=identity(text), sha256=identity(text), text=text, raw=text, segments=(whole,)
    )


def test_in_an_edited_article_a_decision_hangs_on_where_its_words_stand():
    article = article_of(TEXT)
    asks, refuses = positions_of(article)
    decisions = [decided(asks, replace(asks, hardness="firm"), "change")]
    decisions.append(decided(refuses, None, "reject"))
    longer = moved(article, "The weather was fine.\n" + TEXT)
    again = positions_of(longer)
    [kept] = settled(again, decisions, longer)
    assert kept.article == longer.id
    for span in (*kept.spans, *(c.span for c in kept.conditions)):
        assert longer.text[span.start : span.end] == span.text
    assert kept.spans[0].text == ASKS
    assert (kept.hardness, kept.id) == ("firm", asks.id)


@pytest.mark.parametrize(
    "text",
    [TEXT.replace("demands", "demanded"), TEXT.replace("opens the road", "shuts it"), "Nothing."],
    ids=["its words", "a condition's words", "all"],
)
def test_a_decision_whose_words_are_gone_is_lost_and_changes_nothing(text):
    article = article_of(TEXT)
    asks, _ = positions_of(article)
    edited = moved(article, text)
    found = (made_of(edited, edited.text[:7]),)
    decision = decided(asks, asks, "accept")
    assert settled(found, [decision], edited) is found
    [placed] = place_decisions([decision], [edited], ACTORS.values(), codebook())
    assert "no longer stand in test.txt" in placed.lost
    [nowhere] = place_decisions([decision], [], ACTORS.values(), codebook())
    assert "not on record" in nowhere.lost
    [there] = place_decisions([decision], [article], ACTORS.values(), codebook())
    assert there.lost == ""


def test_two_files_of_one_name_leave_it_open_which_is_meant():
    article = article_of(TEXT)
    asks, _ = positions_of(article)
    versions = [moved(article, f"{n}.\n{TEXT}") for n in ("One", "Two")]
    [placed] = place_decisions(
        [decided(asks, asks, "accept")], versions, ACTORS.values(), codebook()
    )
    assert placed.lost


def test_what_the_codebook_no_longer_has_is_left_out_and_told():
    article = article_of(TEXT)
    asks, _ = positions_of(article)
    book = codebook()
    less = replace(book, issues=tuple(i for i in book.issues if i.id != "ceasefire.scope"))
    decision = decided(asks, asks, "accept")
    [kept] = settled((asks,), [decision], article, codebook=less)
    assert (kept.issue, kept.values, kept.label) == (None, (), "human")
    [placed] = place_decisions([decision], [article], ACTORS.values(), less)
    assert placed.gone == ("the codebook has no issue ceasefire.scope",)
    [whole] = place_decisions([decision], [article], ACTORS.values(), book)
    assert whole.gone == ()


def test_an_actor_is_found_by_its_name_under_another_key_and_missed_where_there_is_none():
    article = article_of(TEXT)
    asks, _ = positions_of(article)
    ostria = replace(ACTORS[actor_id("Ostria")], id="other id", key="other key")
    rest = [a for a in ACTORS.values() if a.name != "Ostria"]
    decision = decided(asks, asks, "accept")
    [kept] = settled((), [decision], article, actors=[*rest, ostria])
    assert kept.party == "other id"
    [kept] = settled((), [decision], article, actors=rest)
    assert kept.party is None
    [placed] = place_decisions([decision], [article], rest, codebook())
    assert placed.gone == ("no actor Ostria",)


def test_a_settled_id_is_never_borne_twice():
    article = article_of(TEXT)
    asks, _ = positions_of(article)
    # The machine now reads another matter first, under the number that the settled one had.
    other = replace(asks, issue="ceasefire.duration", values=(), object="the other matter")
    decision = decided(asks, asks, "accept")
    found = (other, replace(asks, id="second"))
    both = settled(found, [decision], article)
    assert len({p.id for p in both}) == 2
    assert {p.issue for p in both} == {"ceasefire.scope", "ceasefire.duration"}


def test_what_is_really_read_goes_into_a_decision_and_comes_back():
    article, _, found = read("Ostria demanded a general ceasefire. Belmark rejects direct talks.")
    assert found
    for position in found:
        told = read_told(as_told(position, article.path, ACTORS))
        assert told is not None
        assert told.position == replace(
            position, id="", article="", party=None, speaker=None, about=None, statements=(),
            conditions=tuple(replace(c, party=None) for c in position.conditions),
        )  # fmt: skip
        [kept] = settled((), [decided(position, position, "accept")], article)
        assert (kept.party, kept.speaker, kept.about) == (
            position.party,
            position.speaker,
            position.about,
        )


TOLD = json.loads(as_told(positions_of(article_of(TEXT))[0], "test.txt", ACTORS))
FAULTY = {
    "not JSON": "{",
    "deep": "[" * 100_000,
    "a list": "[1]",
    "a field too few": json.dumps({"path": "x"}),
    "a field too many": json.dumps({**TOLD, "more": 1}),
    "no words": json.dumps({**TOLD, "spans": []}),
    "empty words": json.dumps({**TOLD, "spans": [{**TOLD["spans"][0], "text": "  ", "end": 2}]}),
    "a false length": json.dumps({**TOLD, "spans": [{**TOLD["spans"][0], "end": 5}]}),
    "a place far out": json.dumps({**TOLD, "spans": [{**TOLD["spans"][0], "start": 10**40}]}),
    "an unknown act": json.dumps({**TOLD, "act": "dance"}),
    "an act that is none": json.dumps({**TOLD, "act": ["demand"]}),
    "an unknown condition": json.dumps(
        {**TOLD, "conditions": [{**TOLD["conditions"][0], "type": "maybe"}]}
    ),
    "a number for text": json.dumps({**TOLD, "issue": 7}),
    "text for a list": json.dumps({**TOLD, "values": "general"}),
    "an actor without a name": json.dumps({**TOLD, "party": {"key": None, "name": " "}}),
    "an actor as text": json.dumps({**TOLD, "party": "Ostria"}),
    "a confidence above 1": json.dumps({**TOLD, "confidence": 2}),
    "no number": json.dumps({**TOLD, "confidence": float("nan")}),
    "no day": json.dumps(
        {**TOLD, "said": {"start": "soon", "end": None, "precision": "day", "basis": ""}}
    ),
}


@pytest.mark.parametrize("wrong", FAULTY.values(), ids=FAULTY)
def test_a_position_that_is_not_of_the_form_is_refused(wrong):
    fine = decided(positions_of(article_of(TEXT))[0], None, "reject")
    check_position(fine)
    with pytest.raises(ValueError):  # noqa: PT011  each fault has words of its own
        check_position(replace(fine, old=wrong))


@pytest.mark.parametrize(
    "change",
    [{"action": "accept"}, {"article": None}, {"old": None}],
    ids=["accepted as nothing", "no article", "nothing is rejected"],
)
def test_a_decision_that_contradicts_itself_is_refused(change):
    fine = decided(positions_of(article_of(TEXT))[0], None, "reject")
    with pytest.raises(ValueError, match=r"`new`|article|`old`"):
        check_position(replace(fine, **change))


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_wherever_the_words_have_gone_the_evidence_is_exact(before, after):
    article = article_of(TEXT)
    asks, _ = positions_of(article)
    edited = moved(article, f"{before}\n{TEXT} {after}")
    placed = place_decisions([decided(asks, asks, "accept")], [edited], ACTORS.values(), codebook())
    position = latest_placed(placed)[asks.id].position
    assert position is not None
    for span in (*position.spans, *(c.span for c in position.conditions)):
        assert edited.text[span.start : span.end] == span.text
        assert (span.raw_start, span.raw_end) == edited.raw_range(span.start, span.end)
