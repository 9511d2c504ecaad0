"""Statements read off the syntax: a reporting verb, its subject, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.statements.contents import IMPERSONAL, content_of, reach_of
from onrecord.statements.cues import (
    LISTENER,
    Cue,
    cues_of,
)
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import without
from onrecord.statements.speakers import (
    EMPTY,
    antecedent,
    can_speak,
    source_of,
)
from onrecord.statements.verbs import (
    cue_words,
    is_hypothetical,
    is_negated,
    is_passive,
    modal_of,
)


def find_clauses(page: Page) -> Iterator[Draft]:
    """Yield a draft for every verb of the lexicon that carries content in one of its frames."""
    for token in page.readable():
        if token.lemma == "clear" and (draft := _made_clear(token)):
            yield draft
        elif token.pos == "VERB" or (token.pos == "AUX" and token.dep == "ROOT"):
            for cue in cues_of(token.lemma):
                draft = _draft(token, cue)
                if draft is not None:
                    yield draft
                    break


def _draft(verb: Token, cue: Cue) -> Draft | None:
    found = content_of(verb, cue)
    if found is None:
        return None
    rule, content, particle = found
    passive = is_passive(verb)
    source, head = source_of(verb)
    if source is None and not (passive and rule in ("clause", "impersonal")):
        return None
    if source is None and verb.lemma in LISTENER:  # "was told": by whom is what we ask
        return None
    if not _may_report(verb, cue, rule, head):
        return None
    if source is not None and source[0] < content[0][0] < source[1]:
        source = source[0], content[0][0]  # "told by guards that …": the clause hangs on them
    cue_range = cue_words(verb, particle)
    taken = (cue_range, *((source,) if source else ()))
    return Draft(
        source=(source,) if source else (),
        cue=(cue_range,),
        content=without(content, taken),
        rule=rule,
        group=cue.group,
        lemma=cue.lemma,
        at=verb.i,
        negated=is_negated(verb),
        passive=passive,
        modal=modal_of(verb),
    )


def _made_clear(clear: Token) -> Draft | None:
    """The draft of "made (it) clear that …"."""
    verb = clear.head
    while verb.lemma != "make" and verb.head is not verb and verb.i > clear.i - 4:
        verb = verb.head
    if verb.lemma != "make" or not 0 < clear.i - verb.i <= 3:
        return None
    clauses = [
        c
        for holder in (verb, clear, *verb.children)
        for c in holder.children
        if c.dep in ("ccomp", "advcl", "acl") and c.i > clear.i
    ]
    source, head = source_of(verb)
    if not clauses or source is None or head is None or not can_speak(antecedent(head)):
        return None
    start, _ = cue_words(verb)
    return Draft(
        source=(source,),
        cue=((start, clear.end),),
        content=without((reach_of(clauses[:1]),), (source,)),
        rule="clause",
        group="speech",
        lemma="make",
        at=verb.i,
        negated=is_negated(verb),
        modal=modal_of(verb),
    )


def _may_report(verb: Token, cue: Cue, rule: str, head: Token | None) -> bool:
    """Whether this source can report by this cue.

    A writer's "I" and "we" report by clauses of speech alone; what is not believed or wished is
    no attitude on record; a condition ("if Dorland agrees to …") reports nothing.
    """
    if head is None:
        return not is_hypothetical(verb) and (cue.group == "speech" or verb.lemma in IMPERSONAL)
    singular_of_many = verb.tag == "VBZ" and head.tag in ("NNS", "NNPS")
    if is_hypothetical(verb) or (singular_of_many and head.child("cc") is None):  # a misparse
        return False
    unspoken = cue.group != "speech" or rule != "clause"
    if head.lemma in FIRST_PERSON and unspoken:
        return False
    if is_negated(verb) and cue.group in ("belief", "intention", "finding"):
        return False
    if rule == "clause" and cue.group != "finding":
        return antecedent(head).lemma not in EMPTY or head.lemma == "which"
    return can_speak(antecedent(head))


FIRST_PERSON = frozenset(("i", "we", "me", "us"))
