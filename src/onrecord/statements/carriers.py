"""The word of a cue that reports: "was quoted as saying" → "saying"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.parse import Token
from onrecord.statements.cues import (
    ADJECTIVES,
    CALENDAR,
    LEMMA_OF,
    MISREAD,
    NOUNS,
    VERBS,
    Group,
    forms_of,
)
from onrecord.statements.direct import Page
from onrecord.statements.phrases import DETERMINERS, HELPERS
from onrecord.statements.vocabulary import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """The cue's own word; `group` where that is settled by itself.

    `governor` is the lemma of the word that governs it within the cue ("refuse" in "refused to
    say"), "coming" for one that puts it off ("plans to say"), or "".
    """

    token: Token
    lemma: str
    is_verb: bool
    group: Group | None = None
    governor: str = ""


MARKS = {":": "colon", "—": "dash", "–": "dash", "―": "dash", "-": "dash"}
# Cue words that no rule looks for by itself, so that they stand in no table of `cues`.
OTHER_WORDS: dict[str, Group] = {
    **dict.fromkeys(
        words(
            "assume assumes assumed assuming presume presumed suppose supposed concern concerns",
            "confidence optimism pessimism doubt doubts suspicion suspicions expectation",
            "expectations assumption opinion worry worries impression feeling beliefs hopes fears",
            "understand understands understood trust trusts foresee foresees foresaw",
            "expected worried afraid certain sure skeptical sceptical doubtful",
        ),
        "belief",
    ),
    **dict.fromkeys(
        words(
            "like intention intentions aim aims desire goal ambition wish plans intent keen",
            "looking inclined hoping",
        ),
        "intention",
    ),
}
# Words between a verb and the one that it leads to: "went on to say", "quoted as saying".
LINKS = words("to and")
PARTICIPLE_LINKS = words("as by of with in for")
# Who governs a verb of speech so has not spoken: "refused to name", "has yet to answer".
WITHHOLDING = words("refuse decline fail neglect refrain avoid yet unwilling unable")
_WITHHOLDING_FORMS = {form: lemma for lemma in sorted(WITHHOLDING) for form in forms_of(lemma)}
# Forms that put the saying off: "plans to announce", "is expected to say".
COMING = words("plans planned planning intends intended expected set due preparing going")
# Verbs that are what is wanted or asked, not a second report: "demanded to know".
NO_SECOND = words("know understand feel think want see show consider read mean")
MAX_LINK_WORDS = 6
NO_CARRIERS = CALENDAR | words(
    "to of about for on with at by from as that his her its their the a an it him them himself",
    "will would may might could can should shall must 'll ’ll 'd ’d 's ’s 've ’ve 're ’re 'm ’m wo",
    "herself out up back down and but or publicly repeatedly also against into over",
)


def find_carrier(page: Page, said: Sequence[Token], near: Token) -> Carrier:
    """The word that reports among a cue's tokens; `near` stands for a cue without any."""
    spoken = [t for t in said if any(c.isalnum() for c in t.text)]
    if not spoken:
        return _mark(said, near)
    for token in spoken:
        if token.text.lower() == "according":
            return Carrier(token=token, lemma="according", is_verb=False, group="speech")
    return _making_clear(spoken) or _verb(page, spoken) or _noun(spoken) or _unknown(page, spoken)


def lemma_of(token: Token) -> str:
    """The lemma of a reporting verb's form; of any other word its own."""
    word = token.text.lower()
    by_form = LEMMA_OF.get(word) or _WITHHOLDING_FORMS.get(word)
    lemma = MISREAD.get(token.lemma, token.lemma)
    if lemma in VERBS or by_form is None:
        return lemma.lower()
    return by_form


def _mark(said: Sequence[Token], near: Token) -> Carrier:
    if not said:
        return Carrier(token=near, lemma="", is_verb=False, group="speech")
    lemma = next((MARKS[c] for t in said for c in t.text if c in MARKS), "")
    return Carrier(token=said[0], lemma=lemma, is_verb=False, group="speech")


def _making_clear(spoken: Sequence[Token]) -> Carrier | None:
    """The making, in "made it clear" and "makes plain"."""
    for at, token in enumerate(spoken):
        following = {t.text.lower() for t in spoken[at + 1 : at + 5]}
        if token.text.lower() in MAKING and following & {"clear", "plain", "known"}:
            return Carrier(token=token, lemma="make", is_verb=True, group="speech")
    return None


MAKING = words("make makes made making")


def _verb(page: Page, spoken: Sequence[Token]) -> Carrier | None:
    """The first reporting verb, or the one that it leads to; its governor where it has one."""
    chosen: int | None = None
    governor = ""
    for at, token in enumerate(spoken):
        lemma = lemma_of(token)
        governed = bool(governor) and chosen is None
        coming = token.text.lower() in COMING
        if (coming or lemma in WITHHOLDING) and _leads_on(spoken, at):
            governor, chosen = ("coming" if coming else lemma), None
        elif governed and _after_to(spoken, at):
            chosen = at
        elif _is_verb(page, token, lemma):
            if chosen is None:
                chosen = at
            elif lemma not in NO_SECOND and _is_linked(spoken, chosen, at):
                governor, chosen = lemma_of(spoken[chosen]), at
    if chosen is None:
        return None
    token = spoken[chosen]
    return Carrier(token=token, lemma=lemma_of(token), is_verb=True, governor=governor)


def _leads_on(spoken: Sequence[Token], at: int) -> bool:
    """Whether a governing word leads to a verb within the cue: "to" and something after it."""
    rest = [t.text.lower() for t in spoken[at + 1 : at + 4]]
    return any(w in ("to", "from") for w in rest[:-1]) or (
        lemma_of(spoken[at]) == "avoid" and bool(rest) and rest[0].endswith("ing")
    )


def _after_to(spoken: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind "to", adverbs between them left out."""
    back = at - 1
    while back >= 0 and spoken[back].text.lower().endswith("ly"):
        back -= 1
    word = spoken[at].text.lower()
    return back >= 0 and not word.endswith("ly") and spoken[back].text.lower() in ("to", "from")


def _is_linked(spoken: Sequence[Token], first: int, second: int) -> bool:
    """Whether a verb leads to another: by "as", "by", "to", or as a document's participle."""
    if second - first > MAX_LINK_WORDS:
        return False
    between, word = spoken[second - 1].text.lower(), spoken[second].text
    if between in LINKS:
        return True
    # behind a comma, "speaking in the north, warned": the finite verb is the reporter's
    if spoken[second].i - spoken[second - 1].i > 1:
        return spoken[first].text.endswith("ing") and not word.endswith("ing")
    return word.endswith("ing") and (between in PARTICIPLE_LINKS or second - first == 1)


def _is_verb(page: Page, token: Token, lemma: str) -> bool:
    """Whether a form of a reporting verb is one here, by its tag or by the word before it."""
    if lemma not in VERBS:
        return False
    if page.has_syntax(token):
        return token.pos in ("VERB", "AUX")
    before = page.parse.tokens[token.i - 1].text.lower() if token.i else ""
    if before == "to" and token.text.lower() != lemma:  # "respond to requests"
        return False
    return before not in DETERMINERS - SUBJECTS and before not in ("'s", "’s", "of")


# What `DETERMINERS` holds though a verb may stand behind it.
SUBJECTS = words("he she they it we i who that officials sources analysts experts diplomats")


def _noun(spoken: Sequence[Token]) -> Carrier | None:
    """A noun or adjective that reports: "a warning", "is ready", "expressed hope"."""
    earlier: list[str] = []
    for token in spoken:
        word, lemma = token.text.lower(), token.lemma.lower()
        singular = word.removesuffix("s")
        for table in (NOUNS, ADJECTIVES):
            known = next((w for w in (word, lemma, singular) if w in table), None)
            if known is not None:
                return Carrier(token=token, lemma=known, is_verb=False, group=table[known][0])
        if word in OTHER_WORDS and (word != "like" or WOULD.intersection(earlier)):
            is_verb = token.pos in ("VERB", "AUX")
            return Carrier(token=token, lemma=lemma, is_verb=is_verb, group=OTHER_WORDS[word])
        earlier.append(word)
    return None


WOULD = words("would 'd ’d")


def _unknown(page: Page, spoken: Sequence[Token]) -> Carrier:
    """The verb on top of the others by the parse, else the first word that can be one."""
    if page.has_syntax(spoken[0]):
        among = {t.i for t in spoken}
        verbs = [t for t in spoken if t.pos == "VERB"] or [t for t in spoken if t.pos == "AUX"]
        top = next((t for t in verbs if t.head.i not in among or t.head is t), None)
        if top is not None or verbs:
            token = top or verbs[0]
            return Carrier(token=token, lemma=lemma_of(token), is_verb=True)
    plain = [t for t in spoken if t.text.lower() not in NO_CARRIERS | HELPERS]
    plain = [t for t in plain if not t.text.lower().endswith("ly")] or list(spoken)
    token = plain[0]
    lemma = lemma_of(token)
    return Carrier(token=token, lemma=lemma, is_verb=token.text.lower().endswith(("ed", "ing")))
