"""Where the words that govern an expression look: back, ahead, to a plan; or nothing tells.

Rules in order; the first that tells decides, and its docstring is the reason. "Planned" is what
was ahead when it was told: a plan of then may lie behind the article by now.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.language.parse import Parse, Token
from onrecord.times.readings import Direction
from onrecord.times.wording import direction_in_words
from onrecord.times.words import CLOCK_CODES

FUTURE_AUXILIARIES = {
    "will", "'ll", "’ll", "wo", "shall", "must", "may", "should", "might", "could",
}  # fmt: skip
PLANNED_AUXILIARIES = {"would", "'d", "’d"}
DENIALS = {"not", "n't", "n’t", "neither", "nor", "no", "nobody", "none", "never"}
PRESENT = {"is", "are", "'s", "’s", "am", "'re", "’re"}
PAST = {"had", "has", "have", "was", "were", "did"}
BEFORE_DATE = {"on", "early", "late", "last", "this", "in", "mid", "the", "end", "of", "for"}
# What a time of the clock before a day is made of: "until 9 a.m. EST Tuesday".
CLOCK = re.compile(r"\d{1,2}(?::\d\d)?|[ap]\.?m\.?|noon|midnight|[A-Z]{3,4}")
STOPPED_CLOCK = re.compile(r"\d\s?[ap]\.m\.(?:\s[A-Z]{3})?\s$", re.I)
ENDED = re.compile(r"\bended(?:\son)?\s{1,3}$", re.I)
LIMITS = {"by", "until", "till", "through"}
# What lasts up to a day in the past tense is over: "the pause held until Friday".
LASTING = {
    "last", "hold", "remain", "stay", "continue", "keep", "live", "work", "serve", "be", "run",
    "wait", "rule", "stand",
}  # fmt: skip
# In the present tense these announce: "talks resume on Monday".
STARTING = {
    "meet", "arrive", "begin", "start", "open", "visit", "fly", "travel", "leave", "return",
    "resume", "take", "expire", "host", "convene", "gather", "end", "close", "vote", "hold",
    "reopen",
}  # fmt: skip
PLANNING = {
    "due", "expect", "expected", "schedule", "scheduled", "plan", "planned", "set", "slate",
    "slated", "intend", "hope", "prepare", "want", "agree", "promise", "vow", "pledge", "arrange",
    "about", "ready", "decide", "propose", "invite", "urge", "ask", "demand", "ultimatum",
    "foresee", "foreseen", "envisage", "envision", "anticipate", "postpone", "reschedule", "delay",
    "defer", "earmark", "tip", "aim", "target", "deadline",
}  # fmt: skip
# These are told of days to come, too: "called a vote on 20 June", "announced talks on Friday".
OPEN_ENDED = {
    "call", "announce", "fix", "move", "reset", "put", "date", "convene", "summon", "confirm",
    "pick", "choose", "select", "name", "declare", "order", "have", "be",
}  # fmt: skip
# A day behind the object of one of these is that of what is planned ("planned a rally on Sunday").
AHEAD_OF_ITSELF = {"plan", "schedule", "intend", "expect", "foresee", "anticipate", "prepare"}
# The participles of a plan: a day named after one of them is the day planned.
SET_FOR = {
    "due", "scheduled", "rescheduled", "planned", "set", "slated", "expected", "foreseen",
    "envisaged", "envisioned", "anticipated", "postponed", "delayed", "deferred", "earmarked",
    "tipped", "fixed", "arranged", "penciled", "pencilled", "slotted", "timed", "payable",
    "effective", "beginning", "starting",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An expression's first token, the word right before it, and the words that govern it."""

    token: Token
    before: Token | None
    governors: tuple[Token, ...]


def direction_at(parse: Parse, text: str, start: int, end: int) -> Direction:
    """Where the words that govern `text[start:end]` look; "open" if none tells."""
    tokens = parse.between(start, end)
    if not tokens:
        return "open"
    if ENDED.search(text, max(0, start - 12), start):
        return "done"  # "in the year ended 30 June"
    if parse.has_syntax:
        part = len(tokens) > 1 and tokens[0].text.lower() in {"early", "late"}
        place = _place(parse, tokens[1 if part else 0])
        side: Direction = next((told for rule in RULES if (told := rule(place))), "open")
        return "done" if side == "past" and _is_done_then(place) else side
    sentence = parse.sentences[tokens[0].sentence]
    # A full stop of "9 a.m. Friday" ends no sentence.
    clock = STOPPED_CLOCK.search(text, max(0, start - 12), start)
    first = parse.tokens[sentence.first].start if clock is None else 0
    last = parse.tokens[sentence.last - 1].end
    return direction_in_words(
        text[max(first, start - 120) : start], text[end : min(last, end + 60)]
    )


def _is_done_then(place: Place) -> bool:
    """Whether the day is that of a verb in the past tense itself: nothing met then lies ahead."""
    word = place.token
    while word.dep in {"pobj", "nmod", "appos", "nummod", "compound", "amod", "npadvmod", "prep"}:
        if word.dep == "prep" and word.text.lower() not in {
            "on",
            "in",
            "at",
            "during",
            "after",
            "since",
        }:
            return False
        if word.head.i == word.i:
            return False
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            break
    told = word.tag == "VBD" or (word.tag == "VBN" and bool(_helpers(word) & PAST))
    return told and word.pos in {"VERB", "AUX"} and word.lemma not in PLANNING | OPEN_ENDED


def _place(parse: Parse, token: Token) -> Place:
    at = token.i - 1
    while at >= 0 and _belongs_to_date(parse.tokens[at]):
        at -= 1
    before = parse.tokens[at] if at >= 0 and parse.tokens[at].sentence == token.sentence else None
    return Place(token=token, before=before, governors=tuple(token.ancestors())[:12])


def _belongs_to_date(token: Token) -> bool:
    """Whether a word before a day is part of its expression: "until 9 a.m. EST Tuesday"."""
    word = token.text
    return word.lower() in BEFORE_DATE or CLOCK.fullmatch(word) is not None


def after_since(place: Place) -> Direction | None:
    """What has gone on since a day began in the past."""
    return "past" if place.before is not None and place.before.text.lower() == "since" else None


def ahead_of(place: Place) -> Direction | None:
    """What something is done ahead of had yet to come then."""
    if all(word.text.lower() != "ahead" for word in place.governors[:4]):
        return None
    return "planned"


def as_soon_as(place: Place) -> Direction | None:
    """A day after "as soon as" is when something may come at the earliest."""
    word = place.before
    soonest = word is not None and word.text == "as" and word.head.text.lower() == "soon"
    return "planned" if soonest else None


def set_for(place: Place) -> Direction | None:
    """A day right after "due", "foreseen for", "scheduled on" is the day of a plan."""
    word = place.before
    if word is None or word.text.lower() not in SET_FOR or word.tag == "VBD":
        return None
    helpers = _helpers(word) | _helpers(word.head) | {word.head.text.lower()}
    if word.i == place.token.i - 1 and word.tag == "VBN" and not helpers & (PRESENT | PAST):
        return None  # "as planned Friday": the day of what was done
    return "future" if helpers & (PRESENT | FUTURE_AUXILIARIES) else "planned"


def right_after_a_past_verb(place: Place) -> Direction | None:
    """A day right after a verb in the past tense is when it was done ("met on Friday")."""
    word = place.before
    told = word is not None and word.tag == "VBD" and word.lemma not in PLANNING
    return "past" if told else None


def before_an_event(place: Place) -> Direction | None:
    """The day of what something is done before lies ahead, unless that is told as past."""
    event = place.token.head if _is_owned(place.token) else place.before
    if event is None or event.dep != "pobj" or event.head.text.lower() != "before":
        return None
    verb = next((t for t in event.ancestors() if t.pos in {"VERB", "AUX"}), None)
    goes_on = verb is not None and verb.lemma != "be" and verb.tag in {"VBZ", "VBP"}
    return "future" if goes_on else None


def at_a_limit(place: Place) -> Direction | None:
    """A day set as a limit ("by", "until") lies ahead, save of what lasted or was done by then."""
    if place.before is None or place.before.text.lower() not in LIMITS:
        return None
    if _is_owned(place.token):
        return None  # "prompted by the Friday release"
    verb = next((t for t in place.governors if t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return "future"
    verb = _done_for(verb) or verb
    helpers = _helpers(verb)
    if verb.tag == "VBD" or helpers & PAST or (verb.tag == "VBN" and not helpers):
        return "past" if verb.lemma in LASTING or "had" in helpers else "planned"
    return "future"


def by_governors(place: Place) -> Direction | None:
    """The nearest verb above the day tells by its form, or a noun that names a plan."""
    owned = _is_owned(place.token)
    for word in place.governors:
        if word.pos not in {"VERB", "AUX"}:
            if word.lemma in PLANNING and not owned:
                return "planned" if _in_the_past(word) else "future"
            continue
        if _done_for(word) is not None:
            continue
        told = _form(word, place.token)
        if told == "planned" and _was_overtaken(word):
            return "past"
        if told in {"future", "planned"} and owned and not _helpers(word) & FUTURE_AUXILIARIES:
            return None
        if told == "past" and owned:
            return "open"  # "the January summit was in doubt" tells nothing of when it is
        if told is not None:
            return told
    return None


def _is_owned(day: Token) -> bool:
    """Whether the day only names something ("the Friday release", "Friday’s talks")."""
    named = day.dep in {"poss", "compound", "nmod"}
    return named and day.head.text.lower() not in CLOCK_CODES


def _done_for(verb: Token) -> Token | None:
    """The verb in the past tense that was done to this end on the same day, if none else is named.

    "They had gone out to vote on Sunday"; "they flew in on Thursday to vote on Sunday" has its own.
    """
    done = verb.head
    if verb.dep != "advcl" or verb.tag != "VB" or "to" not in _helpers(verb):
        return None
    if not (done.tag == "VBD" or _helpers(done) & PAST) or done.lemma in PLANNING | OPEN_ENDED:
        return None
    of_its_own = any(
        t.ent in {"DATE", "TIME"}
        for child in done.children
        if child.i != verb.i
        for t in child.subtree()
    )
    return None if of_its_own else done


def _was_overtaken(verb: Token) -> bool:
    """Whether a plan is told as one of before: "had been due to end on Friday"."""
    above = verb.head
    return above.lemma in PLANNING and "had" in _helpers(above) | _helpers(above.head)


RULES: tuple[Callable[[Place], Direction | None], ...] = (
    after_since,
    as_soon_as,
    ahead_of,
    set_for,
    right_after_a_past_verb,
    before_an_event,
    at_a_limit,
    by_governors,
)


def _helpers(verb: Token) -> set[str]:
    return {c.text.lower() for c in verb.children if c.dep in {"aux", "auxpass"}}


def _in_the_past(token: Token) -> bool:
    """Whether the nearest verb above is in the past tense."""
    verb = next((t for t in token.ancestors() if t.pos in {"VERB", "AUX"}), None)
    return verb is not None and (verb.tag == "VBD" or bool(_helpers(verb) & PAST))


def _form(verb: Token, day: Token) -> Direction | None:
    """What the form of one verb tells; None for forms that hang on the verb above."""
    helpers = _helpers(verb)
    announced = _announced(verb, helpers)
    if announced is not None:
        return announced
    if verb.tag == "VBG" and not helpers:
        return None if verb.lemma in STARTING else "past"
    if verb.tag not in {"VBD", "VBN"} and not helpers & PAST:
        return None
    if verb.tag == "VBN" and helpers & PRESENT and not helpers & PAST:
        return "open"  # "when the plan is read in June"
    if verb.lemma in AHEAD_OF_ITSELF and _has_object_before(verb, day):
        return "planned"
    # "Agreed to an exchange on 20 July": when it was agreed, or when it will be.
    return "open" if verb.lemma in PLANNING and _has_object_before(verb, day) else "past"


def _has_object_before(verb: Token, day: Token) -> bool:
    objects = {"prep", "dobj", "xcomp"}
    return any(c.dep in objects and verb.i < c.i < day.i - 1 for c in verb.children)


def _is_denied(verb: Token) -> bool:
    """Whether "not", "neither", "nor" or "no" stands with the verb or its subject."""
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    near = [*verb.children, *(c for subject in subjects for c in (subject, *subject.children))]
    return any(word.lemma in DENIALS for word in near)


def _announced(verb: Token, helpers: set[str]) -> Direction | None:
    """What is to come: "will", "would", "is due", "to meet", "resume on"; None if it is not."""
    perfect = helpers & {"have", "had"}
    if "could" in helpers and _is_denied(verb):
        return None  # "could not be reached on Friday" tells of what was
    if helpers & FUTURE_AUXILIARIES and not perfect:
        return "future"
    infinitive = verb.tag == "VB" or (verb.tag == "VBN" and "be" in helpers)
    if (infinitive and "to" in helpers and not perfect) or (
        helpers & PLANNED_AUXILIARIES and not perfect
    ):
        past = helpers & PLANNED_AUXILIARIES or _in_the_past(verb)
        return "planned" if past else "future"
    finite = verb.tag in {"VBZ", "VBP"}
    plans = verb.lemma in PLANNING or any(c.lemma in PLANNING for c in verb.children)
    announces = (
        (finite and (plans or verb.lemma in STARTING))
        or (plans and helpers & PRESENT)
        or (verb.tag == "VBG" and helpers & PRESENT)
    )
    return "future" if announces else None
