"""How a statement is meant: as a fact, a guess, a promise, on a condition, a belief, a wish.

A belief or an intention is told by its cue. All else is read off the cue's modal and the main
clause of what is said: what stands in a relative or another subordinate clause counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.language.parse import Token
from onrecord.records import Modality
from onrecord.statements.direct import Page, ends_sentence
from onrecord.statements.draft import Draft
from onrecord.statements.vocabulary import words

MAX_TOKENS = 120  # of a content that are read; its first sentence decides
WILL = words("will shall 'll ’ll wo won't won’t would 'd ’d")
MAY = words("may might could")
NOT = words("not n't n’t never no")
LIKELY = words(
    "possibly perhaps maybe probably likely unlikely presumably apparently seemingly potentially",
    "conceivably reportedly allegedly",
)
SEEMING = words("appear appears appeared seem seems seemed")
NO_SEEMING = words("in on at with before alongside for from by here there last next , .") | {""}
POSSIBLE = words("possible probable conceivable possibility chance")
WISHING = words("like love prefer rather")
HOPING = words("hope wish")
# Cues that say less than they seem to.
GUESSING = words("suggest hint speculate guess insinuate intimate")
# Cues that promise or threaten what they carry with "to".
PROMISING = words(
    "promise vow pledge threaten agree swear undertake offer commit volunteer consent guarantee",
    "threat commitment",
)
SUBORDINATE = words(
    "who whom which whose where because although though while when since after before until why",
    "how what whether so",
)
ASKING = words(
    "ask asked asks asking wonder wondered wonders know knows knew see sees decide decided doubt",
    "doubted doubts tell clear unclear sure say determine check question questioned",
)
CONDITION = re.compile(
    r"\bunless\b|\bprovided (?:that|the|they|it|he|she|we|its|both|all)\b|\bproviding that\b"
    r"|\b(?:as|so) long as\b|\bon (?:the )?condition\b|\bin the event\b|\bin case\b|\bassuming\b"
    r"|\bonly (?:if|when|once|after)\b",
)
# "if" with the word before it and the one after: those that make no condition of it.
IF = re.compile(r"(?:(?<=\s)|^)(?:(?P<before>[\w’']+) )?if (?P<after>[\w’']+)")
NO_CONDITION_BEFORE = words("even as what") | ASKING
# After these an opening "if" means "whether": "asked if …", "did not say if …".
WHETHER = words("ask wonder question inquire doubt")
NO_CONDITION_AFTER = words("any anything possible necessary needed not so at ever")
POLITE = re.compile(r"\bif (?:i (?:may|might|can|could)|you (?:will|like|want))\b")
INVERTED = words("should were had")


@dataclass(frozen=True, slots=True)
class Said:
    """The first sentence of a content, in lower case.

    `main` are the words of its main clause's predicate; `outer` all words that stand in no
    relative clause; `to_do` says that it hangs on its cue by "to".
    """

    main: tuple[str, ...] = ()
    outer: tuple[str, ...] = ()
    is_question: bool = False
    to_do: bool = False


Reading = Callable[[Draft, Said], bool]


def modality_of(draft: Draft, page: Page | None = None) -> Modality:
    """How the statement is meant; without its page by the cue alone."""
    said = read_content(page, draft) if page is not None else Said()
    return next((modality for modality, holds in READINGS if holds(draft, said)), "asserted")


# --- the readings, the first that holds decides ---------------------------------------------------


def is_belief(draft: Draft, said: Said) -> bool:  # noqa: ARG001
    """The cue says what its source believes, expects, fears."""
    return draft.group == "belief" and draft.lemma not in HOPING


def is_intention(draft: Draft, said: Said) -> bool:  # noqa: ARG001
    """The cue says what its source wants or plans."""
    return draft.group == "intention" or draft.lemma in HOPING


def is_conditional(draft: Draft, said: Said) -> bool:
    """It holds on a condition that is said with it, or the saying itself does ("would say")."""
    if draft.modal in ("would", "'d", "’d") and not draft.negated:
        return True
    outer = POLITE.sub("", " ".join(said.outer))
    if said.outer and said.outer[0] in INVERTED and "," in said.outer and not said.is_question:
        return True
    return bool(CONDITION.search(outer)) or any(
        (found["before"] or "") not in NO_CONDITION_BEFORE
        and found["after"] not in NO_CONDITION_AFTER
        and not (found.start() == 0 and (draft.lemma in WHETHER or draft.negated))
        for found in IF.finditer(outer)
    )


def is_hedged(draft: Draft, said: Said) -> bool:
    """The cue guesses or may be said, or the main clause has "may", "likely", "appears to"."""
    if draft.modal in MAY and not draft.negated:
        return True
    if draft.lemma in GUESSING and not _is_deed(said):
        return True
    main = said.main
    if LIKELY.intersection(said.outer[:2]):
        return True
    modal = next((n for n, w in enumerate(main) if w in MAY | WILL), None)
    if modal is not None and main[modal] in MAY:
        # what one could not do is a fact, what may not be is none
        return not (main[modal] == "could" and NOT.intersection(main[modal : modal + 3]))
    return any(
        word in LIKELY
        or (word in SEEMING and after not in NO_SEEMING)
        or (word in POSSIBLE and before not in NOT)
        for before, word, after in zip(("", *main), main, (*main[1:], ""), strict=False)
    )


def _is_deed(said: Said) -> bool:
    """Whether a content names what to do: "suggested meeting in June" guesses nothing."""
    return bool(said.outer) and said.outer[0].endswith("ing")


def is_future(draft: Draft, said: Said) -> bool:
    """It is yet to come: "will", "is going to", or what a promise carries with "to"."""
    if draft.modal in WILL and not draft.negated:
        return True
    if draft.lemma in PROMISING and said.to_do and not draft.negated:
        return True
    main = said.main
    modal = next((n for n, w in enumerate(main) if w in WILL), None)
    if modal is not None:
        return not WISHING.intersection(main[modal : modal + 3])
    return "going to" in " ".join(main) or "set to" in " ".join(main)


READINGS: tuple[tuple[Modality, Reading], ...] = (
    ("belief", is_belief),
    ("intention", is_intention),
    ("conditional", is_conditional),
    ("hedged", is_hedged),
    ("future", is_future),
)


# --- the main clause of what is said --------------------------------------------------------------


def read_content(page: Page, draft: Draft) -> Said:
    """The words of a content's first sentence, by the parse or by word order."""
    tokens = _first_sentence(page, draft)
    is_question = bool(tokens) and tokens[-1].text == "?"
    opening = [t.text.lower() for r in draft.cue[-1:] for t in page.parse.between(*r)][-1:]
    to_do = "to" in [*opening, *(t.text.lower() for t in tokens[:1])]
    top = _top(tokens) if tokens and page.has_syntax(tokens[0]) else None
    if top is None:
        outer = _outer_plainly(tokens)
        return Said(_main_plainly(outer), outer, is_question, to_do)
    main = sorted(_predicate(top), key=lambda t: t.i)
    held = {t.i for t in tokens}
    relative = [t for t in tokens if t.dep == "relcl" and t is not top and t.child("mark") is None]
    inner = {below.i for t in relative for below in t.subtree()}
    outer = tuple(_word(t) for t in tokens if t.i not in inner)
    return Said(tuple(_word(t) for t in main if t.i in held), outer, is_question, to_do)


def _word(token: Token) -> str:
    """A word in lower case; the month of May keeps its capital."""
    return "May" if token.text == "May" else token.text.lower()


def _first_sentence(page: Page, draft: Draft) -> list[Token]:
    """The tokens of a content up to the end of its first sentence of more than two words."""
    found: list[Token] = []
    for start, end in draft.content:
        for token in page.parse.between(start, end):
            if len(found) >= MAX_TOKENS:
                return found
            found.append(token)
            if len(found) > 3 and ends_sentence(page.parse.tokens, token.i):
                return found
    return found


def _top(tokens: Sequence[Token]) -> Token | None:
    """The verb on top of a content, by the parse; None where what is on top is none."""
    held = {t.i for t in tokens}
    tops = [t for t in tokens if t.head is t or t.head.i not in held]
    return next((t for t in tops if t.pos in ("VERB", "AUX")), None)


def _predicate(top: Token) -> list[Token]:
    """The words of a verb's predicate: helpers, adverbs, and the verbs that it leads to."""
    found, stack = [], [top]
    while stack:
        token = stack.pop()
        found.append(token)
        deps = PREDICATE | {"ccomp"} if token.lemma in OPINING else PREDICATE
        stack.extend(c for c in token.children if c.dep in deps)
    return found


# "I think it will hold" says that it will.
OPINING = words("think believe guess suppose know mean")
PREDICATE = words("aux auxpass neg advmod acomp attr oprd xcomp prt")


def _outer_plainly(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words outside "who …" and "which …", each up to the next comma."""
    found: list[str] = []
    inner = False
    for at, token in enumerate(tokens):
        word = _word(token)
        if word in ("who", "which", "whose", "whom") and at:
            inner = True
        elif word in (",", ";", "—") and inner:
            inner = False
        if not inner:
            found.append(word)
    return tuple(found)


def _main_plainly(outer: Sequence[str]) -> tuple[str, ...]:
    """The words of the main clause by their order: up to the next clause's first word.

    A clause that opens the sentence or stands before its verb ends with its comma ("If they stay,
    we will go").
    """
    rest = list(outer)
    while rest and rest[0] in ("that", "and", "but", "“", '"', "‘", ","):
        rest.pop(0)
    if rest and rest[0] in SUBORDINATE | {"if", "unless"} and "," in rest:
        rest = rest[rest.index(",") + 1 :]
    found: list[str] = []
    is_aside = False
    for at, word in enumerate(rest):
        if at and (word in SUBORDINATE or word in ("if", "unless", "that", ";", "—")):
            if FINITE.intersection(found) or "," not in rest[at:]:
                break
            is_aside = True
        elif word == ",":
            is_aside = False
        if not is_aside:
            found.append(word)
    return tuple(found)


FINITE = MAY | WILL | words("is are was were has have had can must should did does do")
