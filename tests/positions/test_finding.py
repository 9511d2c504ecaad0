"""Positions of single sentences, each kind beside its look-alikes; every state is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.positions.stage import actor_id, cells, codebook, read

# sentence, what it says a line each; an empty list is a look-alike that says nothing.
SENTENCES = [
    (
        "Ostria demands the withdrawal of Belmarkian troops from the Lune Valley.",
        ["Ostria demand withdrawal.lune.belmark=full"],
    ),
    ("Ostria described the withdrawal of Belmarkian troops from the Lune Valley.", []),
    ("Belmark called for an immediate ceasefire.", ["Belmark demand ceasefire.scope=general"]),
    ("A ceasefire took effect on Monday.", []),
    ("Belmark accepted a 30-day ceasefire.", ["Belmark accept ceasefire.duration=time_limited"]),
    ("Belmark has not yet accepted a ceasefire.", []),
    ("Belmark did not accept a ceasefire.", ["Belmark reject ceasefire.scope=general"]),
    ("Belmark refused to accept a ceasefire.", ["Belmark reject ceasefire.scope=general"]),
    ("Belmark refused to rule out a ceasefire.", ["Belmark openness ceasefire.scope=general"]),
    ("Belmark could accept a ceasefire.", []),
    ("If Belmark accepts a ceasefire, prices will fall.", []),
    ("Will Belmark accept a ceasefire?", []),
    ("The Harbour Institute demanded a ceasefire.", []),
    ("Piet Vos said that Belmark would never accept a ceasefire.", []),
    ("A ceasefire was rejected by Belmark.", ["Belmark reject ceasefire.scope=general"]),
    (
        "Ostria opposes any recognition of the annexation of Mirra.",
        ["Ostria reject status.mirra=de_jure"],
    ),
    (
        "Ostria wants Belmark to recognise its sovereignty over Mirra.",
        ["Ostria demand status.mirra=de_jure"],
    ),
    ("Kovar said that Ostria would never cede Mirra.", ["Ostria reject control.mirra=ceded"]),
    ("Kovar said: “Mirra is beautiful in spring.”", []),
    ("Teel said Ostria must give up its claim to Mirra.", ["Belmark demand status.mirra=de_jure"]),
    ("Teel said that Ostria might give up its claim to Mirra.", []),
    (
        "Ostria proposed a 10-year consultation period on the status of Mirra.",
        ["Ostria propose status.mirra=deferred"],
    ),
    (
        "Kovar said that recognising the annexation was out of the question.",
        ["Ostria reject status.territory=de_jure"],
    ),
    ("Varn has ruled out direct talks with Dorn.", ["Ostria reject talks.format=direct"]),
    ("Varn is ready for direct talks with Dorn.", ["Ostria offer talks.format=direct"]),
    (
        "Belmark will only stop its offensive if Ostria renounces its bid to join the alliance.",
        [
            "Belmark accept_if ceasefire.scope=general [if alliance.ostria]",
            "Belmark precondition ceasefire [if alliance.ostria]",
        ],
    ),
    (
        "Belmark refuses to hold talks until Ostria lifts its sanctions.",
        [
            "Belmark accept_if talks.holding=held [until sanctions_lifted]",
            "Belmark precondition talks_start [until sanctions_lifted]",
        ],
    ),
    ("Belmark read the report until Ostria lifted its sanctions.", []),
    (
        "Teel said there would be no talks without security guarantees.",
        ["Belmark precondition talks_start [unless guarantees_given]"],
    ),
    (
        "Kovar insisted that any peace deal must include binding security guarantees.",
        ["Ostria demand guarantees=binding_act"],
    ),
    ("The union demanded a pay rise.", ["Dockers Union demand wages=raise"]),
    ("The union discussed a pay rise with its lawyers.", []),
    ("The union called off the strike.", []),
    ("Hartline rejected demands for a pay rise.", ["Hartline reject wages=raise"]),
    ("Hartline promised that there would be no layoffs.", ["Hartline commit jobs=kept"]),
    (
        "Brandt said the union would return to work once Hartline withdraws the pay cut.",
        ["Dockers Union accept_if strike=ended [only_after ?]"],
    ),
    (
        "Hartline offered a pay increase in exchange for longer hours.",
        ["Hartline offer wages=raise [in_exchange_for working_time]"],
    ),
    ("Hartline threatened to cut jobs.", ["Hartline threaten jobs=cut"]),
    ("Calder agreed to reduce tariffs on Ostrian steel.", ["Calder accept tariffs=reduce"]),
    ("Calder refuses to reduce tariffs on Ostrian steel.", ["Calder reject tariffs=reduce"]),
    ("Calder collects tariffs on Ostrian steel.", []),
    (
        "Ostria demands that Calder scrap its tariffs before it opens its markets.",
        ["Ostria demand tariffs=remove"],
    ),
    ("Arden said tariffs must be removed.", ["Calder demand tariffs=remove"]),
    ("Arden said tariffs had been removed.", []),
    ("Ostria pledged to cut emissions by 40 percent.", ["Ostria commit emissions=binding"]),
    ("Ostria rejected binding emissions targets.", ["Ostria reject emissions=binding"]),
    ("Calder insisted on a phase-out of fossil fuels.", ["Calder demand fossil_fuels=phase_out"]),
    (
        "Belmark is willing to discuss a phase-out of coal.",
        ["Belmark openness fossil_fuels=phase_out"],
    ),
    ("Calder promised to increase climate finance.", ["Calder commit climate_finance=more"]),
    (
        "The Greens will not join a coalition with the Liberals unless taxes are raised.",
        ["Green Alliance accept_if power_sharing=joint [unless budget]"],
    ),
    ("The Liberals reject tax increases.", ["Liberal Party reject budget=taxes_up"]),
    ("The Greens insist on higher taxes.", ["Green Alliance demand budget=taxes_up"]),
    (
        "The Liberals offered the Greens three cabinet posts.",
        ["Liberal Party offer power_sharing="],
    ),
    (
        "Red Hand demanded the release of prisoners in return for the hostages.",
        ["Red Hand demand prisoners=partial [in_exchange_for ?]"],
    ),
    ("Red Hand released three hostages on Sunday.", []),
    ("Ostria demanded the release of all hostages.", ["Ostria demand hostages=all"]),
    ("Red Hand has agreed to disarm.", ["Red Hand accept disarmament.red_hand=full"]),
    ("Red Hand refuses to lay down its weapons.", ["Red Hand reject disarmament.red_hand=full"]),
    ("Teel said there would be no ceasefire because Ostria refused it.", []),
    ("Teel lamented that there would be no ceasefire.", []),
    ("Kovar warned there would be no ceasefire.", []),
    ("Teel said there would be no ceasefire.", ["Belmark reject ceasefire.scope=general"]),
    ("“We cannot but accept the ceasefire,” Teel said.", []),
    ("“We cannot accept the ceasefire,” Teel said.", ["Belmark reject ceasefire.scope=general"]),
    ("Ostria could not agree on a ceasefire with Belmark.", []),
    ("Kovar promised to cut the deficit by raising taxes.", []),
    ("Kovar promised to cut spending.", ["Ostria commit budget=cuts"]),
    ("An earlier version of this article said that Ostria rejected a truce.", []),
    ("Ostria rejected a truce.", ["Ostria reject ceasefire.scope=general"]),
    ("Ostria demanded the disarmament of Red Hand.", ["Ostria demand disarmament.red_hand=full"]),
    ("Ostria demands that Belmark disarm.", ["Ostria demand disarmament.belmark=full"]),
    ("Ostria insists on full disarmament.", []),
    ("Ostria demanded limits on the army.", []),
    ("Ostria rejects any limits on its army.", ["Ostria reject force_limit.ostria=limited"]),
    (
        "Belmark insists on its right to enrich uranium.",
        ["Belmark demand nuclear.enrichment=own_right"],
    ),
    (
        "Belmark agreed to allow unrestricted inspections.",
        ["Belmark accept nuclear.inspections=anywhere"],
    ),
    ("Calder wants Belmark to stop enrichment.", ["Calder demand nuclear.enrichment=none"]),
    ("Belmark produces enriched uranium.", []),
    (
        "Ostria demands a guaranteed minimum flow of water.",
        ["Ostria demand water.share=guaranteed"],
    ),
    ("Belmark refused to share river data with Ostria.", ["Belmark reject water.share=shared"]),
    ("Belmark vowed to fill the dam without an agreement.", ["Belmark commit water.share="]),
    ("Ostria supports the plan.", []),
    ("Arden urged Ostria to accept a ceasefire.", ["Calder demand ceasefire.scope=general"]),
    (
        "Arden claimed that Ostria had accepted a ceasefire.",
        ["Calder claim_about_other of Ostria ceasefire.scope=general"],
    ),
    ("Ostria denied that it had accepted a ceasefire.", []),
    ("Ostria withdrew its demand for reparations.", ["Ostria withdraw reparations=paid"]),
    ("Ostria withdrew its troops from Mirra.", []),
    ("Belmark refuses to drop its demand for reparations.", ["Belmark demand reparations=paid"]),
    ("Ostria never demanded reparations.", []),
    ("Ostria's insistence on reparations has angered Dorn.", ["Ostria demand reparations=paid"]),
    (
        "Neither Ostria nor Belmark has accepted a ceasefire.",
        ["Belmark reject ceasefire.scope=general", "Ostria reject ceasefire.scope=general"],
    ),
    (
        "Ostria, which has refused to recognise the annexation of Mirra, held an election.",
        ["Ostria reject status.mirra=de_jure"],
    ),
    ("Ostria accused Belmark of demanding reparations.", []),
    ("Sanctions will remain in place, Arden said.", []),
    (
        "Arden said sanctions would be lifted only after Belmark withdraws its troops from Mirra.",
        [
            "Calder accept_if sanctions=lift_all [only_after withdrawal.belmark]",
            "Calder precondition sanctions_lifted [only_after withdrawal.belmark]",
        ],
    ),
    ("“We insist on the return of all refugees,” Kovar said.", ["Ostria demand returns=full"]),
    (
        "“We are not going to recognise the annexation,” Kovar said.",
        ["Ostria reject status.territory=de_jure"],
    ),
    (
        "Ostria and Belmark agreed to exchange prisoners.",
        ["Ostria accept prisoners=partial", "Belmark accept prisoners=partial"],
    ),
    ("Ostria agreed with Belmark on nothing.", []),
    (
        "Ostria reiterated its demand for the return of the islands.",
        ["Ostria demand control.territory=restored"],
    ),
    (
        "Teel flatly rejected the return of the islands.",
        ["Belmark reject control.territory=restored"],
    ),
    ("Ostria is considering a ceasefire.", ["Ostria openness ceasefire.scope=general"]),
    ("Kovar made it clear that Ostria would not hold talks.", ["Ostria reject talks.holding=held"]),
    ("Ostria asked for more military aid.", ["Ostria demand arms_supply=continue"]),
    ("Ostria received more military aid.", []),
    (
        "Teel said Belmark was open to a neutral status for Ostria.",
        ["Belmark openness alliance.ostria=renounced"],
    ),
    (
        "The Morning Post reported that Belmark had rejected a ceasefire.",
        ["Belmark reject ceasefire.scope=general"],
    ),
    (
        "Ostria demanded that Belmark not join the alliance.",
        ["Ostria demand alliance.belmark=renounced"],
    ),
    ("Belmark agreed to drop its demand for reparations.", ["Belmark withdraw reparations=paid"]),
    (
        "Ostria refuses to back down from its demand for reparations.",
        ["Ostria demand reparations=paid"],
    ),
    (
        "Teel said any truce is contingent on Ostria withdrawing its troops.",
        [
            "Belmark precondition ceasefire [only_after withdrawal.ostria]",
            "Belmark demand withdrawal.territory.ostria=full",
        ],
    ),
    (
        "Kovar said a meeting of the leaders could be held only after all hostages are released.",
        ["Ostria accept_if leaders_meeting=now [only_after hostages_released]"],
    ),
    ("Ostria wants the talks to end.", ["Ostria demand talks.holding=none"]),
    ("Belmark keeps the threat of tariffs alive.", []),
    ("Ostria and Belmark agreed to a truce in their trade war.", []),
    ("“If I were in Dorn, I would accept a ceasefire,” Kovar said.", []),
]


@pytest.mark.parametrize(("text", "said"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_what_a_sentence_says(text: str, said: list[str]) -> None:
    assert cells(text) == said


KNOWN_MISSES = [
    ("Varn is not ready for direct talks with Dorn.", ["Ostria reject talks.format=direct"]),
    ("Belmark rejected calls to stop enrichment.", ["Belmark reject nuclear.enrichment=none"]),
]


@pytest.mark.parametrize(("text", "said"), KNOWN_MISSES, ids=[s for s, _ in KNOWN_MISSES])
@pytest.mark.xfail(strict=True, reason="the parse hangs the object or the condition elsewhere")
def test_known_miss(text: str, said: list[str]) -> None:
    assert cells(text) == said


def test_a_list_of_demands_keeps_its_party() -> None:
    text = (
        "Kovar said his forces would not leave Mirra unless Belmark agrees to a series of demands. "
        "These demands include recognition of the annexation of Lune."
    )
    assert "Ostria demand status.lune=de_jure" in cells(text)


def test_a_list_of_another_kind_is_no_demand() -> None:
    assert cells("Kovar spoke. The exhibits include recognition of the annexation.") == []


@pytest.mark.parametrize(
    ("opener", "found"),
    [
        ("Ostria named its conditions:", 2),
        ("Ostria in pictures:", 0),
        ("Ostria has conditions.", 0),
    ],
)
def test_bullets_under_an_opener(opener: str, found: int) -> None:
    text = f"{opener}\n- the return of all prisoners\n- the lifting of sanctions"
    assert len(cells(text)) == found


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("Ostria firmly rejected a truce.", "firm", "firmly"),
        ("Kovar said Ostria would never cede Mirra.", "red_line", "would never"),
        ("Ostria, which had never wanted one, rejected a truce.", None, None),
        ("Ostria rejected a truce.", None, None),
    ],
)
def test_hardness_is_as_declared(text: str, level: str | None, words: str | None) -> None:
    _, _, (position,) = read(text)
    assert position.hardness == level
    assert (position.hardness_span.text if position.hardness_span else None) == words


def test_reason_in_the_party_s_words() -> None:
    _, _, (position,) = read("Ostria rejected a truce, arguing that it would help Belmark rearm.")
    assert position.reason is not None
    assert position.reason.startswith("arguing that")


def test_condition_names_who_must_act() -> None:
    _, _, found = read("Teel said that talks could begin if Ostrian troops withdraw from Lune.")
    condition = found[0].conditions[0]
    assert (condition.type, condition.step, condition.timing) == (
        "if",
        "withdrawal.ostria",
        "before",
    )
    assert (condition.issue, condition.value) == ("withdrawal.lune.ostria", "full")
    assert condition.party == actor_id("Ostria")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Belmark said it would never join a truce.", None),
        ("“We will never recognise the annexation of Lune,” Kovar said.", "party"),
        ("Ostria's insistence on reparations has angered Dorn.", "reporter"),
        ("Arden claimed that Ostria had accepted a ceasefire.", "other"),
    ],
)
def test_voice(text: str, voice: str | None) -> None:
    _, _, found = read(text)
    assert [p.voice for p in found] == ([voice] if voice else [])


def test_unmapped_is_kept_without_an_issue() -> None:
    _, _, (position,) = read("Ostria demands an apology for the song.")
    assert (position.issue, position.values, position.act) == (None, (), "demand")
    assert position.object == "an apology for the song"


LIGHT = [
    ("Belmark called for an immediate ceasefire.", ["Belmark demand ceasefire.scope=general"]),
    ("Belmark did not accept a ceasefire.", ["Belmark reject ceasefire.scope=general"]),
    ("Varn has ruled out direct talks with Dorn.", ["Ostria reject talks.format=direct"]),
    ("The Greens insist on higher taxes.", ["Green Alliance demand budget=taxes_up"]),
    ("Belmark could accept a ceasefire.", []),
    ("If Belmark accepts a ceasefire, prices will fall.", []),
    ("Belmark will stop enrichment only after Calder lifts its sanctions.", []),
    ("Belmark refuses to drop its demand for reparations.", []),
    ("Ostria withdrew its troops from Mirra.", []),
]


@pytest.mark.parametrize(("text", "said"), LIGHT, ids=[s for s, _ in LIGHT])
def test_without_syntax(text: str, said: list[str]) -> None:
    assert cells(text, light=True) == said


WORDS = st.sampled_from(
    [
        "Ostria",
        "Belmark",
        "demands",
        "rejects",
        "not",
        "a",
        "ceasefire",
        "if",
        "talks",
        ",",
        ".",
        "“",
        "”",
        "Mirra",
        "said",
        "that",
        "must",
        "and",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25), st.booleans())
def test_every_span_is_its_text(words: list[str], light: bool) -> None:
    text = " ".join(words) or "."
    article, _, positions = read(text, light=light)
    for position in positions:
        for span in (*position.spans, *(c.span for c in position.conditions)):
            assert article.text[span.start : span.end] == span.text
        if position.issue is not None:
            assert set(position.values) <= set(codebook().issue(position.issue).scale)
    assert len({p.id for p in positions}) == len(positions)


def test_read_twice_is_the_same() -> None:
    text = "Ostria demands the withdrawal of Belmarkian troops from Lune, Mirra and Tole."
    assert read(text)[2] == read(text)[2]
