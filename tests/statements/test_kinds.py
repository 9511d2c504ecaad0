"""What kind a statement is, its channel and how it is meant: marked texts, each with its like."""

from __future__ import annotations

import time

import pytest

from onrecord.statements.channels import channel_at
from onrecord.statements.kinds import kind_of
from onrecord.statements.modality import modality_of, read_content
from tests.statements.marked import drafted

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parse", "light"])

KINDS = {
    "within marks": ("“[T The road is open],” [S Maren] [C said].", "direct"),
    "no marks": ("[S Maren] [C said] [T the road was open].", "indirect"),
    "some of it": ("[S Maren] [C said] [T the road was “open to all].”", "mixed"),
    "a mark that nothing closes": (
        "[S Maren] [C said] [T it was “open to all the world].",
        "mixed",
    ),
    "single marks around double ones": (
        "‘[T He called it “the road” for years],’ [S Maren] [C said].",
        "direct",
    ),
    "marks opened again": (
        '"[T The road is open]," [C said] [S Maren]. "[T It was shut.]\n"[T We waited long].',
        "direct",
    ),
    "another's quotation": (
        "“[S The envoy] [C told] me [T that the road was open],” Maren said.",
        "indirect",
    ),
}


@BOTH
@pytest.mark.parametrize(("marked", "kind"), KINDS.values(), ids=KINDS.keys())
def test_the_kind(marked: str, kind: str, light: bool) -> None:
    draft, page = drafted(marked, light=light)
    assert kind_of(draft, page) == kind


ASSERTED = {
    "a fact": "[S Maren] [C said] [T the road was open].",
    "a relative clause may": "[S Maren] [C said] [T the men who might come were old].",
    "a later clause will": "[S Maren] [C said] [T the road was open because the snow will melt].",
    "could not": "[S Maren] [C said] [T she could not sleep].",
    "if for whether": "[S Maren] [C asked] [T if the road was open].",
    "even if": "[S Maren] [C said] [T the road was open even if it was icy].",
    "if any": "[S Maren] [C said] [T few trucks, if any, came through].",
    "the month": "[S Maren] [C said] [T the road opened last May].",
    "would not say": "[S Maren] [C would not say] [T whether it was open].",
    "a demand": "[S Maren] [C urged] [T Dorland to open the road].",
    "wished for politely": "[S Maren] [C said] [T she would like a road].",
}
MEANT = {
    "believes": ("[S Maren] [C believes] [T the road will open].", "belief"),
    "is feared": ("It [C is feared] [T that the road could close].", "belief"),
    "suspects": ("[S Maren] [C suspects] [T the road was mined].", "belief"),
    "assumes": ("[S Maren] [C assumes] [T that the road is open].", "belief"),
    "is confident": ("[S Maren] [C is confident] [T that the road will open].", "belief"),
    "wants": ("[S Maren] [C wants] [T the road opened].", "intention"),
    "plans": ("[S Maren] [C plans] [T to open the road if it thaws].", "intention"),
    "hopes": ("[S Maren] [C hopes] [T to open the road].", "intention"),
    "aims": ("[S Dorland] [C is aiming] [T to open the road].", "intention"),
    "if, then": (
        "[S Maren] [C said] [T that if the snow melted, the road would open].",
        "conditional",
    ),
    "opening if": ("“[T If it thaws, we go],” [S Maren] [C said].", "conditional"),
    "would, if": ("[S Maren] [C said] [T the road would open if it thawed].", "conditional"),
    "unless": ("[S Maren] [C said] [T the road stays shut unless it thaws].", "conditional"),
    "provided that": (
        "[S Maren] [C agreed] [T to open the road provided that Dorland pays].",
        "conditional",
    ),
    "as long as": ("[S Maren] [C said] [T the road is safe as long as it is dry].", "conditional"),
    "only after": ("[S Maren] [C said] [T the road will open only after a truce].", "conditional"),
    "on condition": (
        "[S Maren] [C said] [T she would sign on condition that the road opened].",
        "conditional",
    ),
    "inverted": ("[S Maren] [C said]: “[T Should it thaw, we will go].”", "conditional"),
    "may": ("[S Maren] [C said] [T the road may open in June].", "hedged"),
    "could": ("[S Maren] [C said] [T the road could open in June].", "hedged"),
    "perhaps": ("“[T Perhaps the road is open],” [S Maren] [C said].", "hedged"),
    "likely": ("[S Maren] [C said] [T the road was likely to open].", "hedged"),
    "appears to": ("[S Maren] [C said] [T the road appeared to be open].", "hedged"),
    "hinted": ("[S Maren] [C hinted] [T that the road was open].", "hedged"),
    "suggested": ("[S Maren] [C suggested] [T that the road was open].", "hedged"),
    "hedge before will": ("[S Maren] [C said] [T the road will probably open].", "hedged"),
    "the cue may": ("[S Maren] [C may argue] [T that the road is open].", "hedged"),
    "will": ("[S Maren] [C said] [T the road will open].", "future"),
    "past will": ("[S Maren] [C said] [T the road, shut since June, would open].", "future"),
    "short will": ("“[T We’ll open the road],” [S Maren] [C said].", "future"),
    "shall": ("[S Maren] [C said] [T the road shall open].", "future"),
    "going to": ("“[T We are going to open it],” [S Maren] [C said].", "future"),
    "vowed to": ("[S Maren] [C vowed] [T to open the road].", "future"),
    "agreed to": ("[S Maren] [C agreed to] [T open the road].", "future"),
    "a threat": ("[S Maren]’s [C threat] [T to shut the road] came late.", "future"),
    "after an opening clause": (
        "[S Maren] [C said] [T that when the snow had gone, the road would open].",
        "future",
    ),
    "to be announced": ("[S Maren] [C is expected to announce] [T that it is open].", "future"),
}


@BOTH
@pytest.mark.parametrize("marked", ASSERTED.values(), ids=ASSERTED.keys())
def test_said_as_a_fact(marked: str, light: bool) -> None:
    draft, page = drafted(marked, light=light)
    assert modality_of(draft, page) == "asserted"


@BOTH
@pytest.mark.parametrize(("marked", "modality"), MEANT.values(), ids=MEANT.keys())
def test_how_it_is_meant(marked: str, modality: str, light: bool) -> None:
    draft, page = drafted(marked, light=light)
    assert modality_of(draft, page) == modality


THAT = "[T the road was open]."
CHANNELS = {
    "declined to comment": ("[S Maren] [C declined to comment].", "declined_comment"),
    "declined, then what": (
        "[S Maren] [C declined] [T to comment on the road].",
        "declined_comment",
    ),
    "would not confirm": ("[S Maren] [C would not confirm] " + THAT, "declined_comment"),
    "did not respond": (
        "[S The ministry] [C did not immediately respond] [T to a request].",
        "declined_comment",
    ),
    "not reached": ("[S Maren] [C could not be reached] [T for comment].", "declined_comment"),
    "did not say": ("[S Maren] [C did not say] [T whether it was open].", "indirect_quote"),
    "declined an offer": ("[S Maren] [C declined] [T the offer].", "indirect_quote"),
    "tweeted": ("“[T It is open],” [S Maren] [C tweeted].", "social_media_post"),
    "wrote on X": ("[S Maren] [C wrote] on X that " + THAT, "social_media_post"),
    "in a post": ("In a post on Friday, [S Maren] [C said] " + THAT, "social_media_post"),
    "a guard post": ("At a border post, [S Maren] [C said] " + THAT, "indirect_quote"),
    "a survey": ("[S A survey of 900 drivers] [C found] " + THAT, "vote_or_poll"),
    "respondents": ("[S Forty per cent of respondents] [C said] " + THAT, "vote_or_poll"),
    "voted": ("[S The council] [C voted] to [T open the road].", "vote_or_poll"),
    "polling stations": ("Near the stations, [S Maren] [C said] " + THAT, "indirect_quote"),
    "a court": ("[S The regional court] [C ruled] that " + THAT, "court_proceeding"),
    "told the jury": ("[S Maren] [C told] the jury " + THAT, "court_proceeding"),
    "a minister of justice": ("[S The justice minister] [C said] " + THAT, "indirect_quote"),
    "formerly a judge": ("[S Maren, a former judge], [C said] " + THAT, "indirect_quote"),
    "in a statement": ("In a joint statement, [S the two] [C said] " + THAT, "statement"),
    "a communiqué": ("[S The final communiqué] [C said] " + THAT, "statement"),
    "a press release": ("[S Arven Rail] [C said] in a press release that " + THAT, "statement"),
    "a speech": ("[S Maren] [C said] in her opening speech that " + THAT, "speech"),
    "told parliament": ("[S Maren] [C told] parliament that " + THAT, "speech"),
    "a news conference": ("At a news conference in Sennet, [S he] [C said] " + THAT, "speech"),
    "goes on at the rally": (
        "Maren told a rally it was late. [S She] [C added] that " + THAT,
        "speech",
    ),
    "another goes on": (
        "Maren told a rally it was late. [S Tollan] [C said] " + THAT,
        "indirect_quote",
    ),
    "a letter": ("[S Maren] [C said] in a letter to the mayor that " + THAT, "communication"),
    "an e-mail warns": ("[S An e-mail from the mayor] [C warns] that " + THAT, "communication"),
    "wrote to": ("[S Maren] [C wrote to] the mayor that " + THAT, "communication"),
    "a report": ("[S The institute] [C concludes] in a report that " + THAT, "published_work"),
    "a study": ("[C According to] [S a study of roads], " + THAT, "published_work"),
    "its authors": (
        "Roads are bad, according to a study of them. [S Its authors] [C say] " + THAT,
        "published_work",
    ),
    "media reports": ("[C According to] [S media reports], " + THAT, "press_report"),
    "a bill": ("[S The bill] [C provides] [T that roads shall be open].", "proposal_or_law"),
    "an article of a treaty": ("[S Article 4 of the treaty] [C says] " + THAT, "proposal_or_law"),
    "officials": ("[S Two senior officials] [C said] " + THAT, "unnamed"),
    "of a named place": ("[S Officials in North Arvenia] [C said] " + THAT, "unnamed"),
    "close to a name": ("[S A person close to Ilya Maren] [C said] " + THAT, "unnamed"),
    "bare plural": ("[S Local farmers] [C say] " + THAT, "unnamed"),
    "somebody": ("[S A mechanic at the scene] [C said] " + THAT, "unnamed"),
    "is said to": ("[T Maren] [C is said] [T to be ill].", "unnamed"),
    "citing people": (
        "[S The Arven Herald], citing two people in the room, [C said] " + THAT,
        "unnamed",
    ),
    "anonymity": ("[S The driver] [C said] on condition of anonymity that " + THAT, "unnamed"),
    "a named official": ("[S Dorland official Anna Volk] [C said] " + THAT, "indirect_quote"),
    "a spokesman": ("[S A spokesman for the army] [C said] " + THAT, "indirect_quote"),
    "of a house": ("[S Economists at Arven Bank] [C said] " + THAT, "indirect_quote"),
    "known before": ("[S The farmer] [C said] " + THAT, "indirect_quote"),
    "an outlet": ("[S The Harbour Gazette] [C reported] that " + THAT, "press_report"),
    "an agency": ("[S The state news agency] [C said] " + THAT, "press_report"),
    "told an outlet": ("[S Ilya Maren] [C told] the Gazette " + THAT, "indirect_quote"),
    "a direct one": ("“[T It is open],” [S Ilya Maren] [C said].", "direct_quote"),
    "tweet before court": ("[S The court] [C tweeted] that " + THAT, "social_media_post"),
}


@BOTH
@pytest.mark.parametrize(("marked", "channel"), CHANNELS.values(), ids=CHANNELS.keys())
def test_the_channel(marked: str, channel: str, light: bool) -> None:
    draft, page = drafted(marked, light=light)
    assert channel_at(page, draft, kind_of(draft, page)) == channel


LONG = {
    "openings": "“" * 5_000,
    "articles": "in a " * 5_000,
    "names": "citing The Arven " * 3_000,
    "conditions": "if " * 5_000,
    "votes": "in the long " * 5_000 + "vote",
    "statements": "issued the very " * 5_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_time_is_bounded(text: str) -> None:
    draft, page = drafted(f"[S Maren] [C said] [T {text}] {text}", light=True)
    start = time.process_time()
    read_content(page, draft)
    modality_of(draft, page)
    channel_at(page, draft, kind_of(draft, page))
    assert time.process_time() - start < 2
