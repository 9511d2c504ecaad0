"""Named cases, each with its text and the statements that stand in it: source | cue | content."""

from __future__ import annotations

import pytest

from tests.statements.reading import read, shown

CASES: dict[str, tuple[str, list[str]]] = {
    "direct, then speaker and verb": (
        "“The truce holds,” President Ilya Maren of Arvenia said on Monday.",
        ["President Ilya Maren of Arvenia | said | “The truce holds,”"],
    ),
    "direct, inverted, going on": (
        "“The truce holds,” said Ilya Maren, the president of Arvenia. “We will keep our word.”",
        [
            "Ilya Maren, the president of Arvenia | said"
            " | “The truce holds,” … “We will keep our word.”"
        ],
    ),
    "going on in the next paragraph": (
        "“The truce holds,” said Ilya Maren.\n“We will keep our word.”",
        ["Ilya Maren | said | “The truce holds,” … “We will keep our word.”"],
    ),
    "speaker, verb, colon": (
        "Maren said: “We shall not go.”",
        ["Maren | said | “We shall not go.”"],
    ),
    "guillemets": (
        "«We shall not go», the envoy said.",
        ["the envoy | said | «We shall not go»"],
    ),
    "single marks beside an apostrophe": (
        "‘We shall not go,’ the envoy said. The workers’ union left.",
        ["the envoy | said | ‘We shall not go,’"],
    ),
    "a missing closing mark": (
        "She said: “We shall not go. We have waited for years.",
        ["She | said | “We shall not go. We have waited for years"],
    ),
    "indirect with that": (
        "The minister said that the talks would resume.",
        ["The minister | said | that the talks would resume"],
    ),
    "two verbs, one source": (
        "The minister said the talks would resume and warned that time was short.",
        [
            "The minister | said | the talks would resume",
            "The minister | warned | that time was short",
        ],
    ),
    "a participle behind a quotation": (
        "Maren said “we will not sign the paper they sent us,” warning against any delay.",
        [
            "Maren | said | “we will not sign the paper they sent us,”",
            "Maren | warning against | any delay",
        ],
    ),
    "a participle behind a clause": (
        "“We will not sign,” the envoy said, warning against any delay.",
        ["the envoy | said | “We will not sign,”", "the envoy | warning against | any delay"],
    ),
    "initials with their full stop": (
        "The plan was rejected by the U.S.",
        ["the U.S. | was rejected | The plan"],
    ),
    "no full stop of the sentence": (
        "The plan was rejected by the envoy.",
        ["the envoy | was rejected | The plan"],
    ),
    "an inverted indirect sentence": (
        "The talks had failed, said the minister.",
        ["the minister | said | The talks had failed"],
    ),
    "a clause around its cue": (
        "The plan, the envoy said, is “a good start.”",
        ["the envoy | said | The plan … is “a good start.”"],
    ),
    "mixed": (
        "The mediator said Dorland “must decide soon” and that Arvenia was waiting.",
        ["The mediator | said | Dorland “must decide soon” and that Arvenia was waiting"],
    ),
    "according to, before": (
        "According to Dorland’s foreign ministry, the border will open in May.",
        ["Dorland’s foreign ministry | According to | the border will open in May"],
    ),
    "according to, within": (
        "The border, according to the ministry, will open in May.",
        ["the ministry | according to | The border … will open in May"],
    ),
    "according to, after": (
        "The border will open in May, according to two officials familiar with the plan.",
        [
            "two officials familiar with the plan | according to | The border will open in May",
        ],
    ),
    "quoted as saying": (
        "Maren was quoted as saying that the port was closed.",
        ["Maren | was quoted as saying | that the port was closed"],
    ),
    "is said to": (
        "Dorland is said to be ready for a truce.",
        [" | is said | Dorland … to be ready for a truce"],
    ),
    "made it clear": (
        "Maren made it clear that Arvenia would not give up the port.",
        ["Maren | made it clear | that Arvenia would not give up the port"],
    ),
    "a noun with its owner": (
        "Dorland’s demand that Arvenia leave the valley was repeated on Friday.",
        ["Dorland’s | demand | that Arvenia leave the valley"],
    ),
    "a noun with by": (
        "Claims by Dorland that the port was shelled could not be verified.",
        ["Dorland | Claims | that the port was shelled"],
    ),
    "a dash and the speaker": (
        "“The valley is ours” — Ilya Maren",
        ["Ilya Maren | — | “The valley is ours”"],
    ),
    "a demand": (
        "Arvenia demands the withdrawal of all troops from the valley.",
        ["Arvenia | demands | the withdrawal of all troops from the valley"],
    ),
    "calls for": (
        "Arvenia calls for a summit in June.",
        ["Arvenia | calls for | a summit in June"],
    ),
    "insists on": ("Dorland insists on a buffer zone.", ["Dorland | insists on | a buffer zone"]),
    "refuses to": (
        "Arvenia refuses to leave the valley.",
        ["Arvenia | refuses | to leave the valley"],
    ),
    "agreed to": (
        "Dorland agreed to release forty prisoners.",
        ["Dorland | agreed | to release forty prisoners"],
    ),
    "a relative pronoun as source": (
        "The envoy, who said the talks were useful, left for home.",
        ["who | said | the talks were useful"],
    ),
    "he added": (
        "Maren told reporters that he would not go. He added: “Not now, not ever.”",
        ["Maren | told | that he would not go", "He | added | “Not now, not ever.”"],
    ),
    "the speaker goes on in a participle": (
        "Maren emphasized the losses of the farmers, saying: “Our fields were burnt.”",
        [
            "Maren | emphasized | the losses of the farmers",
            "Maren | saying | “Our fields were burnt.”",
        ],
    ),
    "a date before the clause": (
        "Dorland said on Monday it would not accept the plan.",
        ["Dorland | said | it would not accept the plan"],
    ),
    "the issuer of a statement": (
        "The ministry issued a statement saying the road was open.",
        ["The ministry | issued a statement saying | the road was open"],
    ),
    "a reason with as": (
        "As Arvenia agreed to the terms, the road opened.",
        ["Arvenia | agreed to | the terms"],
    ),
    "asked and answered": (
        'Asked whether he would resign, Maren replied, "No."',
        ['Maren | replied | "No."'],
    ),
    "no source": (
        "It was reported that the bridge had fallen.",
        [" | was reported | that the bridge had fallen"],
    ),
    "a date behind what is rejected": (
        "Dorland rejected the proposal on Tuesday.",
        ["Dorland | rejected | the proposal"],
    ),
}

NOTHING: dict[str, str] = {
    "scare quotes": "The so-called “ceasefire” lasted two days.",
    "the title of a work": "The film “The Last Bridge” opened in Dorland on Friday.",
    "the name of a treaty": "The “Valley Accord” was signed in 1998.",
    "a condition": "The border would open if Arvenia agreed to the terms.",
    "a noun that looks like a verb": "The five states have a common border.",
    "somebody is told": "She was told that the bridge had fallen.",
    "an abstract owner": "These agreements offer a narrow path.",
    "a heading": "The Road Ahead: a long winter in the valley",
    "an odd mark": 'The road was 5" wide and the bridge was closed.',
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_sentence_holds_these_statements(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in read(text)] == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
@pytest.mark.parametrize("light", [False, True], ids=["parse", "light"])
def test_a_sentence_holds_no_statement(text: str, light: bool) -> None:
    assert [shown(s) for s in read(text, light=light)] == []


LIGHT: dict[str, tuple[str, list[str]]] = {
    name: CASES[name]
    for name in (
        "direct, then speaker and verb",
        "direct, inverted, going on",
        "speaker, verb, colon",
        "guillemets",
        "single marks beside an apostrophe",
        "a missing closing mark",
        "indirect with that",
        "mixed",
        "according to, before",
        "according to, within",
        "according to, after",
        "a dash and the speaker",
        "calls for",
        "refuses to",
        "a relative pronoun as source",
    )
}

WORD_ORDER: dict[str, tuple[str, list[str]]] = {
    "a source without its verb": (
        "Ilya Maren wrote on Monday, adding that the road was shut.",
        ["Ilya Maren | adding | that the road was shut"],
    ),
    "a participle that is no verb of the source": (
        "The expected envoy said the road was open.",
        ["The expected envoy | said | the road was open"],
    ),
    "two who speak together": (
        "Maren and Tollan said the road was open.",
        ["Maren and Tollan | said | the road was open"],
    ),
    "a clause joined by and": (
        "The talks ended and Maren said the road was open.",
        ["Maren | said | the road was open"],
    ),
    "a clause about the source": (
        "The envoy, whom Tollan rejected, said the road was open.",
        ["The envoy | said | the road was open"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WORD_ORDER.values(), ids=WORD_ORDER.keys())
def test_a_source_by_word_order_is_who_speaks(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in read(text, light=True)] == expected


@pytest.mark.parametrize(("text", "expected"), LIGHT.values(), ids=LIGHT.keys())
def test_word_order_alone_finds_the_plain_cases(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in read(text, light=True)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dorland will stop firing as soon as Arvenia agrees to these terms.",
        "The road will stay shut until Arvenia accepts the plan.",
        "Once Arvenia accepts the plan, the road will open.",
    ],
    ids=["as soon as", "until", "once"],
)
def test_what_is_not_yet_so_is_nobodys_word(text: str) -> None:
    assert [shown(s) for s in read(text)] == []


MISSES = {
    "a label before, the speaker after": (
        "- The Threat: “If they stay, we will come,” the leader warned.",
        ["the leader | warned | “If they stay, we will come,”"],
    ),
    "a thing that cannot speak": ("The line rejected the current on Tuesday.", []),
}


@pytest.mark.xfail(strict=True, reason="the networks take in what stands beside it")
@pytest.mark.parametrize(("text", "expected"), MISSES.values(), ids=MISSES.keys())
def test_what_is_read_wrongly(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in read(text)] == expected


@pytest.mark.xfail(strict=True, reason="neither networks nor rules see the noun as a cue")
def test_a_noun_with_from() -> None:
    (statement,) = read("A warning from Maren that the truce could end came late.")
    assert statement.content[0].text == "that the truce could end"


def test_a_headline_with_a_label() -> None:
    (statement,) = read("Dorland: no truce before spring", kind="title")
    assert shown(statement) == "Dorland | : | no truce before spring"
