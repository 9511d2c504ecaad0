"""What kind of statement it is, through which channel it came, and how it is meant."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.records import Channel, Modality
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import length, overlap

Kind = Literal["direct", "indirect", "mixed"]

# Share of a statement's characters within quotation marks from which it is wholly direct.
DIRECT_SHARE = 0.9

# The share of each rule's statements that an annotator marked too (content IoU ≥ .3), on every
# fourth document of PolNeAR train; the plain rules as the light mode uses them. What PolNeAR holds
# too few of to measure (dashes: 19 of 20 on dev; "is said to") is set by hand.
CONFIDENCE = {
    "direct": 0.96,
    "plain clause": 0.92,
    "clause": 0.9,
    "dash": 0.9,
    "according": 0.88,
    "colon": 0.78,
    "to": 0.77,
    "adjective": 0.75,
    "plain to": 0.74,
    "object": 0.71,
    "preposition": 0.71,
    "plain object": 0.69,
    "noun": 0.68,
    "impersonal": 0.5,
}

POLL = re.compile(r"\b(?:polls?|surveys?|referendum|ballots?|voters? in)\b", re.I)
COURT = re.compile(r"\b(?:courts?|judges?|tribunals?|prosecutors? (?:told|said)|justices?)\b", re.I)
UNNAMED = re.compile(
    r"\b(?:sources?|officials?|insiders?|diplomats?|aides?|people|persons?|analysts?|observers?|"
    r"experts?|critics|advisers?|advisors?)\b",
    re.I,
)
REPORTS = re.compile(
    r"\b(?:reports?|media|newspapers?|news agency|press|Reuters|AP|AFP|Bloomberg|CNN|BBC|TASS|"
    r"Daily|Weekly|News|Chronicle|Times|Post|Journal|Tribune|Herald|Guardian|Telegraph|Gazette|Politico|Axios)\b"
)
PAPER = re.compile(r"\b(?:books?|stud(?:y|ies)|papers?|op-ed|column|memoirs?|essay)\b")
LAW = re.compile(r"\b(?:bills?|laws?|resolution|treaty|proposals?|amendment|constitution)\b", re.I)
SOCIAL = re.compile(
    r"\b(?:tweet\w*|retweet\w*|Twitter|Facebook|Telegram|Instagram|Truth Social|social media|"
    r"X post|post(?:ed)? on X)\b",
    re.I,
)
STATEMENT = re.compile(
    r"\b(?:in|issued|released|through|via) an? (?:\w+ ){0,3}?"
    r"(?:statement|communiqu[ée]|press release|declaration)\b|\bstatement said\b",
    re.I,
)
SPEECH = re.compile(
    r"\b(?:in|during|at) (?:an?|his|her|their|the) (?:\w+ ){0,3}?(?:speech|address|remarks|rally|"
    r"news conference|press conference|briefing)\b",
    re.I,
)
LETTER = re.compile(
    r"\b(?:in|by) (?:an?|his|her|the) (?:\w+ ){0,3}?(?:letter|e-?mail|phone call|telephone call|"
    r"text message|message|memo)\b|\be-?mailed\b",
    re.I,
)
NAME = re.compile(r"\b[A-Z][a-z’'\-]+ (?:[A-Z]\. )?[A-Z][a-z’'\-]+")
FUTURE = frozenset(("will", "shall", "'ll", "’ll"))
HEDGED = frozenset(("may", "might", "could", "can"))
CONDITIONAL = frozenset(("would", "should", "'d", "’d"))


def kind_of(draft: Draft, page: Page) -> Kind:
    """Direct, indirect or mixed, by the share of the content within quotation marks."""
    quoted = sum(overlap((r,), ((q.start, q.end) for q in page.within(*r))) for r in draft.content)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * length(draft.content) else "mixed"


def is_silent(draft: Draft, said: str) -> bool:
    """Whether the statement is that there is none: "declined to comment", "did not respond"."""
    if draft.lemma in ("decline", "refuse"):
        return "comment" in said or "respond" in said
    return draft.lemma in ("respond", "comment", "reply") and draft.negated


def channel_of(draft: Draft, kind: Kind, text: str, sentence: str, said: str) -> Channel:
    """The channel by the words of source and sentence; the plainest sign decides, in order.

    `text` is the source's, `said` the content's, `sentence` the words around the cue that are
    neither.
    """
    by_default: Channel = "indirect_quote" if kind == "indirect" else "direct_quote"
    signs: tuple[tuple[bool, Channel], ...] = (
        (is_silent(draft, said), "declined_comment"),
        (draft.lemma in ("tweet", "retweet") or bool(SOCIAL.search(sentence)), "social_media_post"),
        (bool(POLL.search(text)), "vote_or_poll"),
        (bool(COURT.search(text)), "court_proceeding"),
        (bool(STATEMENT.search(sentence)), "statement"),
        (bool(SPEECH.search(sentence)), "speech"),
        (bool(LETTER.search(sentence)), "communication"),
        (bool(PAPER.search(text)), "published_work"),
        (bool(LAW.search(text)), "proposal_or_law"),
        (bool(UNNAMED.search(text)) and not NAME.search(text), "unnamed"),
        (bool(REPORTS.search(text)), "press_report"),
    )
    return next((channel for holds, channel in signs if holds), by_default)


def modality_of(draft: Draft) -> Modality:
    """How the reporting is meant: a belief, an intention, or a report with or without a modal."""
    if draft.modal in HEDGED:
        return "hedged"
    if draft.modal in CONDITIONAL:
        return "conditional"
    if draft.modal in FUTURE:
        return "future"
    if draft.group == "belief":
        return "belief"
    if draft.group == "intention":
        return "intention"
    return "asserted"
