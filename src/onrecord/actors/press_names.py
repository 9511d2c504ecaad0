"""Names of press by the words around them: "the state agency X", "as quoted by X", "X reports"."""

from __future__ import annotations

import re

from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run, reports_alone
from onrecord.actors.press_words import (
    ACCORDING_TO_THE,
    AT_TAIL,
    CHAIN_BEFORE,
    CHAIN_TO_THE,
    CITES_FIRST,
    CLAUSE_VERBS,
    DETERMINER,
    EDITIONS,
    LETS_STAND,
    NAMES_A_STATE,
    NOUN_BEFORE,
    OBJECT_OF,
    QUOTED_BY,
    REPORT_CITES,
    REPORTS,
    REPORTS_CITING,
    REPORTS_THAT,
    SORT_OF_NOUN,
    STRONG_NOUN,
    TAIL_REPORTS,
    THEN_REPORTS,
)
from onrecord.actors.references import Reader
from onrecord.actors.votes import Evidence, is_speech
from onrecord.records import ActorKind

REACH_CHARS = 120  # what makes a name an outlet's stands right beside it
SURE_PLACE = 4  # votes that a word like "River" in the name gives
KINDS: tuple[ActorKind, ...] = ("outlet", "organization")
MAX_LEFT = 5  # words between a determiner and a press noun
REPORT_VERB = re.compile(rf"\s+(?:{REPORTS}|quoted|quotes)\b")


def press_noun(reader: Reader, run: Run) -> str | None:
    """The noun for press that stands before a name and makes it an outlet's, in the singular.

    A noun that means other bodies too counts only with words of news: "told the agency X".
    """
    before, after = _around(reader, run)
    match = NOUN_BEFORE.search(before)
    if match is None:
        return None
    lead = before[: match.start()]
    if not _stands_alone(reader, run, _is_object(lead)):
        return None
    noun = match["noun"]
    if not STRONG_NOUN.fullmatch(noun):
        chain = CHAIN_BEFORE.search(_without_modifiers(lead))
        if chain is None and not REPORT_VERB.match(after):
            return None
    return noun.split()[-1].lower()


def press_sorts(reader: Reader, runs: list[Run]) -> dict[str, str]:
    """For the names that a press noun stands before: paper, station, agency, magazine, site."""
    sorts: dict[str, str] = {}
    for run in runs:
        noun = press_noun(reader, run)
        if noun in SORT_OF_NOUN:
            sorts.setdefault(run.name, SORT_OF_NOUN[noun])
    return sorts


def press_kind(
    name: str, evidence: Evidence, found: ActorKind | None, reader: Reader, base: ActorBase
) -> ActorKind | None:
    """The kind of a name with the words of press around it; `found` where these say nothing.

    A kind that the vote gives stays, so that its actor keeps its id; but one word that it takes
    for a person's name is an outlet's behind a press noun and in "…, X reported, citing".
    """
    if found is not None and (found != "person" or " " in name):
        return found
    called = evidence.votes["titled"] > 0 or any(run.honorific for run in evidence.runs)
    if called or base.namesakes(name) or evidence.votes["place"] >= SURE_PLACE:
        return found
    if any(press_noun(reader, run) or _passes_on(reader, run) for run in evidence.runs):
        return "outlet"
    return found or _by_places(reader, evidence.runs)


def _by_places(reader: Reader, runs: list[Run]) -> ActorKind | None:
    """What the words of a chain make of a name that neither vote nor parser settles."""
    if any(_is_edition(reader, run) for run in runs):
        return "outlet"
    if _has_label(reader, runs):
        return None
    kinds = {_by_chain_words(reader, run) for run in runs}
    return next((kind for kind in KINDS if kind in kinds), None)


def _is_edition(reader: Reader, run: Run) -> bool:
    """Whether it is a paper's name by its first word: "told the Evening Anchor"."""
    whole = " " in run.name and run.name.split()[0] in EDITIONS
    return whole and CHAIN_TO_THE.search(_around(reader, run)[0]) is not None


def _passes_on(reader: Reader, run: Run) -> bool:
    """Whether it ends a report as agencies do: "…, X reported, citing"; no person to the parser."""
    labels = {token.ent for token in reader.parse.tokens[run.first : run.last]}
    before, after = _around(reader, run)
    tail = AT_TAIL.search(before) is not None and REPORTS_CITING.match(after) is not None
    return tail and "PERSON" not in labels and not run.name.endswith(NAMES_A_STATE)


def _has_label(reader: Reader, runs: list[Run]) -> bool:
    """Whether the parser takes the name for something else than a body."""
    return any(
        token.ent not in {"", "ORG"}
        for run in runs
        for token in reader.parse.tokens[run.first : run.last]
    )


def _by_chain_words(reader: Reader, run: Run) -> ActorKind | None:
    """What the words of a chain make of a name that no noun for press stands at."""
    before, after = _around(reader, run)
    if not _stands_alone(reader, run, is_object=False):
        return None
    if run.name.endswith(NAMES_A_STATE):
        return None
    if QUOTED_BY.search(before) or (AT_TAIL.search(before) and TAIL_REPORTS.match(after)):
        return "outlet"
    if REPORT_CITES.search(before) or (CITES_FIRST.search(before) and THEN_REPORTS.match(after)):
        return "organization"
    if " " in run.name and ACCORDING_TO_THE.search(before):
        return "organization"
    lone = " " not in run.name and _is_proper(reader, run)
    return "organization" if lone and REPORTS_THAT.match(after) else None


def _is_proper(reader: Reader, run: Run) -> bool:
    """Whether the capital of a one-word name is not due to its place: not "Police reported"."""
    token = reader.parse.tokens[run.first]
    known = run.name in reader.capital_words or token.pos == "PROPN"
    return known or reports_alone(reader, token)


def _around(reader: Reader, run: Run) -> tuple[str, str]:
    """The characters of the run's own sentence right before and right behind it."""
    tokens, text = reader.parse.tokens, reader.article.text
    sentence = reader.parse.sentences[tokens[run.first].sentence]
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    left = max(tokens[sentence.first].start, start - REACH_CHARS)
    right = min(tokens[sentence.last - 1].end, end + REACH_CHARS)
    return text[left:start], text[end:right]


def _is_object(lead: str) -> bool:
    """Whether a preposition or "told" stands before the noun phrase: a verb behind is not its."""
    words = lead.split()
    return bool(words) and _last_before(words) in OBJECT_OF


def _last_before(words: list[str]) -> str:
    """The word before a phrase's determiner, or before its first adjectives."""
    for at in range(len(words) - 1, max(-1, len(words) - 1 - MAX_LEFT), -1):
        word = words[at].lower()
        if not word[-1].isalnum() or word in OBJECT_OF:
            return word
        if word in DETERMINER:
            return words[at - 1].lower() if at else ""
    return ""


def _without_modifiers(lead: str) -> str:
    """The text before a noun phrase: its determiner and adjectives dropped."""
    words = lead.split()
    for back in range(1, min(MAX_LEFT, len(words)) + 1):
        if words[-back].lower() in DETERMINER:
            return " ".join(words[:-back]) + " "
    return lead


def _stands_alone(reader: Reader, run: Run, is_object: bool) -> bool:
    """Whether a name goes no further and no clause begins with it: "told the daily X he"."""
    after = reader.word(run.last)
    if after is None or not reader.same_sentence(run.first, run.last):
        return True
    word = after.text.lower()
    if not word[0].isalnum():
        return word not in {"-", "‑", "/", "&"}
    if word in LETS_STAND:
        return True
    return _is_finite(word) and not is_object


def _is_finite(word: str) -> bool:
    """Whether a word is a verb's form behind one subject: "said", "reports", not "call"."""
    spoken = is_speech(word) and (word.endswith(("s", "d")) or word in {"told", "wrote"})
    return spoken or word in CLAUSE_VERBS or word in {"writes", "quotes", "quoted", "cites"}
