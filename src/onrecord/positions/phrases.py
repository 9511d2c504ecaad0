"""Phrases of a clause: what an act is about, as the words below one head."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.language.parse import Token
from onrecord.positions.acts import Cue
from onrecord.positions.denials import NEGATIONS, denial_of
from onrecord.positions.interrupted import parts_of
from onrecord.positions.wording import words

# Clauses that qualify a statement and are no part of what it is about.
ASIDE = frozenset({"advcl", "parataxis", "conj", "cc", "punct", "relcl"})
MAX_CONJUNCTS = 40  # a longer list is a table, not a sentence
TRAILING = frozenset(",;:-–—")
MAX_TOKENS = 200  # of one phrase; keeps a page without full stops linear
CONDITION_MARKS = frozenset(
    ["if", "unless", "until", "till", "once", "after", "before", "soon", "provided", "providing"]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head and the tokens that belong to it, coordinated heads left out; in text order.

    `negation` is the word that denies the matter ("no recognition", "that it not join").
    """

    head: Token
    tokens: tuple[Token, ...]
    negation: Token | None

    @property
    def first(self) -> int:
        """Index of its first token."""
        return self.tokens[0].i

    @property
    def last(self) -> int:
        """Index behind its last token."""
        return self.tokens[-1].i + 1


def phrase_of(head: Token, *, whole: bool = False) -> Phrase:
    """The phrase of this head alone; a head joined by "nor" shares the denial of the first.

    `whole` keeps list items that the parser hung deeper than they belong.
    """
    found, stack = [head], list(head.children)
    while stack and len(found) < MAX_TOKENS:
        token = stack.pop()
        if not whole and is_misplaced(token):
            continue
        if (token.head is head and token.dep in ASIDE) or is_qualifier(token) or _tells_when(token):
            continue
        if token.head is head and _goes_on(token):
            continue
        found.append(token)
        stack.extend(token.children)
    negated = _denial(head)
    found.sort(key=lambda t: t.i)
    while found[-1] is not head and (found[-1].dep == "cc" or found[-1].text in TRAILING):
        found.pop()
    return Phrase(head, tuple(found), negated)


def _tells_when(token: Token) -> bool:
    """Whether a clause says at what time or place: "a cut by May, when new sanctions begin"."""
    return token.dep in ("relcl", "advcl") and any(
        c.dep == "advmod" and c.text.lower() in ("when", "where") for c in token.children
    )


def _denial(head: Token) -> Token | None:
    """The word that denies the matter of a phrase; "nor" and "or" share the first one's."""
    if head.pos in ("VERB", "AUX"):
        return denial_of(head)
    for child in head.children:
        if _denies_noun(child) or (child.dep == "neg" and child.text.lower() in NEGATIONS):
            return child
    if head.dep == "conj" and _joined_by(head, "or", "nor"):
        above = head.head.children
        return next((c for c in above if c.dep == "neg" or _denies_noun(c)), None)
    return None


def _denies_noun(child: Token) -> bool:
    """Whether a small word denies what it stands with: "no truce", "neither a truce nor talks"."""
    places = ("det", "advmod", "preconj", "cc")
    return child.text.lower() in NEGATIONS and child.dep in places and child.lemma != "nor"


def _joined_by(conjunct: Token, *conjunctions: str) -> bool:
    """Whether a conjunct hangs on its head by one of these conjunctions."""
    return any(
        c.dep in ("cc", "neg", "preconj") and c.lemma in conjunctions
        for c in (*conjunct.head.children, *conjunct.children)
    )


def coordinated(head: Token) -> Iterator[Token]:
    """Yield a head and everything joined to it by "and", "or" or commas, in text order."""
    found, waiting = [head], [head]
    while waiting and len(found) < MAX_CONJUNCTS:
        at = waiting.pop()
        for child in at.children:
            listed = child.dep == "conj" or (child.dep == "appos" and _lists(at))
            listed = listed or _goes_on(child)
            if listed and not (at.pos == "VERB" and has_subject(child)):
                found.append(child)
                waiting.append(child)
    if head.pos == "NOUN" or head.tag == "VBG":
        below = phrase_of(head, whole=True).tokens
        misplaced = [t for t in below if t is not head and t not in found and is_misplaced(t)]
        found += misplaced
        joined = (c for t in misplaced for c in t.children if c.dep == "conj" and c.pos == "NOUN")
        found += [c for c in joined if c not in found]
    if head.pos == "NOUN":
        found += [t for t in strays_behind(head) if t not in found and not is_area_noun(t)]
    yield from sorted(found, key=lambda t: t.i)


def is_misplaced(token: Token) -> bool:
    """Whether a noun is hung on a name in its list: "control over Lune, guarantees and aid"."""
    if token.pos != "NOUN" or is_area_noun(token):
        return False
    own = {c.dep for c in token.children}
    if token.dep == "appos":
        return _is_item_not_gloss(token, own)
    if token.dep != "conj":
        return False
    if token.head.pos == "PROPN":
        return bool(own & {"prep", "det", "amod", "acl"})
    # "A rise of four percent and shorter hours", "a halt to the fighting, the release of prisoners"
    measured = token.head.ent in MEASURED and token.ent not in MEASURED
    return measured or (token.head.dep == "pobj" and {"prep", "det"} <= own)


def _is_item_not_gloss(token: Token, own: set[str]) -> bool:
    """Whether a noun behind a comma goes on a list, and does not explain what it hangs on."""
    if _is_next_item(token) and own & {"prep", "det"} and token.head.ent not in NAMED:
        return True
    # "… of Mirra, guarantees for A, and the release of B": no gloss, since the list goes on.
    return token.head.pos == "PROPN" and "prep" in own and bool(strays_behind(token.head))


def is_area_noun(token: Token) -> bool:
    """Whether a noun stands for an area, so that it goes on a list of places."""
    return token.lemma.lower() in AREA_NOUNS


def strays_behind(head: Token) -> list[Token]:
    """Nouns that close a list of which `head` is a part, hung on a verb above by the parser."""
    found: list[Token] = []
    for number, above in enumerate(head.ancestors()):
        if number == MAX_CLIMB:
            break
        if above.pos not in ("VERB", "AUX"):
            continue
        for child in above.children:
            listed = child.dep == "conj" and child.pos in ("NOUN", "PROPN") and child.i > head.i
            if listed and not has_subject(child) and _closes(child, above, head):
                found.append(child)
    return found


def _closes(stray: Token, above: Token, head: Token) -> bool:
    """Whether only "," and "and" part a stray noun from what stands before it under its verb."""
    edge = min(t.i for t in stray.subtree())
    ends = [
        max(t.i for t in c.subtree()) + 1
        for c in above.children
        if c.i < stray.i and c.dep not in ("punct", "cc", "conj")
    ]
    last = max([*ends, above.i + 1])
    between = [c.i for c in above.children if c.dep in ("punct", "cc") and last <= c.i < edge]
    return head.i < last and edge - last <= len(between) + 1


AREA_NOUNS = words(
    """region oblast province district territory area peninsula island city town valley county
    governorate republic canton prefecture"""
)
MAX_CLIMB = 8


def _goes_on(child: Token) -> bool:
    """Whether a noun taken for a gloss is the next item of a list: "a truce, the release and B"."""
    nouns = child.dep == "appos" and child.pos == "NOUN" and child.head.pos == "NOUN"
    return nouns and _is_next_item(child)


def _is_next_item(gloss: Token) -> bool:
    before = [c.text.lower() for c in gloss.head.children if c.dep == "advmod" and c.i < gloss.i]
    then = "then" in before or "finally" in before
    return then or any(c.dep == "conj" and c.pos == "NOUN" for c in gloss.children)


NAMED = ("PERSON", "ORG", "GPE", "NORP")  # "Lund, the capital and a port" is a gloss
MEASURED = ("PERCENT", "MONEY", "QUANTITY", "CARDINAL")


def _lists(head: Token) -> bool:
    """Whether an apposition behind this head is an item of a list that the parser misread."""
    return any(c.dep == "conj" for c in head.children)


def points_back(head: Token) -> bool:
    """Whether an infinitive only points at what was told before: "refused to do so"."""
    if head.lemma != "do" or not is_infinitive(head):
        return False
    beside = [c for c in head.children if c.dep in ("advmod", "dobj") and c.i > head.i]
    return [c.text.lower() for c in beside[:1]] in (["so"], ["it"], ["that"])


def objects_of(predicate: Token, cue: Cue) -> Iterator[Phrase]:
    """Yield what a cue is about: the phrases in the places that it takes, each conjunct apart."""
    asked = any(c.dep in ("xcomp", "ccomp") and c.i > predicate.i for c in predicate.children)
    for place in cue.takes:
        if place == "dobj" and asked and cue.act == "demand":
            continue  # "wants the talks to end": not the talks are wanted
        for head in _heads_at(predicate, place):
            for each in coordinated(head):
                yield phrase_of(each)


def _heads_at(predicate: Token, place: str) -> Iterator[Token]:
    for child in parts_of(predicate):
        if place == "dobj" and child.dep == "dobj" and child.tag == "WDT":
            yield predicate.head  # "the return that it has asked for"
        elif place in PLACES and PLACES[place](child) and not _before(place, child, predicate):
            yield child
        if place == "for" and _is_for_clause(child):
            yield child  # "called for it to leave"
        if place == "on" and any(_is_to_clause(c) for c in predicate.children):
            continue  # "called on it to leave": the leaving is asked for
        if is_on_condition(child):
            continue
        if child.dep in ("prep", "dative", "prt", "agent") and child.lemma == place:
            yield from (c for c in child.children if c.dep in ("pobj", "pcomp"))


def _is_for_clause(child: Token) -> bool:
    marked = any(c.dep == "mark" and c.lemma == "for" for c in child.children)
    return marked and is_infinitive(child)


def _before(place: str, child: Token, predicate: Token) -> bool:
    return place == "that" and child.i < predicate.i


def _is_object(child: Token) -> bool:
    return child.dep in ("dobj", "oprd") or (child.dep == "xcomp" and child.pos == "NOUN")


def _is_that_clause(child: Token) -> bool:
    if child.dep not in ("ccomp", "acl", "relcl") or not _finite(child):
        return False
    return child.dep == "ccomp" or any(c.lemma == "that" for c in child.children)


def _is_to_clause(child: Token) -> bool:
    places = ("xcomp", "acl", "advcl", "ccomp", "relcl")
    return child.dep in places and is_infinitive(child)


def _is_gerund(child: Token) -> bool:
    return child.dep in ("xcomp", "dobj", "ccomp", "pcomp") and child.tag == "VBG"


PLACES: dict[str, Callable[[Token], bool]] = {
    "dobj": _is_object,
    "that": _is_that_clause,
    "to": _is_to_clause,
    "ing": _is_gerund,
}


def is_qualifier(token: Token) -> bool:
    """Whether a clause or preposition says on what the rest hangs ("only after …")."""
    if token.dep in ("advcl", "ccomp") and any(
        c.text.lower() in CONDITION_MARKS and c.dep in ("mark", "advmod") for c in token.children
    ):
        return True
    if is_on_condition(token) or is_reason(token) or _lasts(token) or _is_provided(token):
        return True
    if fitting_conditions(token) is not None:
        return True
    if token.dep == "prep" and token.lemma in ("in", "as", "without", "after", "until", "before"):
        if token.lemma in ("in", "as"):
            nouns = ("exchange", "return", "precondition", "prerequisite", "condition")
            return any(c.lemma in nouns for c in token.children)
        return token.head.pos in ("VERB", "AUX")
    return False


LASTING = ("soon", "long")


def is_on_condition(token: Token) -> bool:
    """Whether a preposition begins "on condition that …"."""
    return (
        token.dep == "prep"
        and token.lemma in ("on", "under", "with")
        and any(
            c.dep == "pobj"
            and c.lemma == "condition"
            and any(g.dep in ("acl", "relcl", "ccomp") and has_subject(g) for g in c.children)
            for c in token.children
        )
    )


def fitting_conditions(token: Token) -> Token | None:
    """The noun of "under the right conditions", "in certain circumstances", or None."""
    if token.dep != "prep" or token.lemma not in ("under", "in", "on", "given"):
        return None
    return next(
        (
            c
            for c in token.children
            if c.dep == "pobj"
            and c.lemma in ("condition", "circumstance")
            and any(g.lemma.lower() in FITTING for g in c.children)
        ),
        None,
    )


FITTING = words("right certain proper appropriate correct specific strict favourable favorable")


def _lasts(token: Token) -> bool:
    """Whether a word begins or leads to "as long as they keep it", "as soon as", "for as long"."""
    if token.dep == "advcl" and token.head.text.lower() in LASTING:
        return True
    near = [token] if token.text.lower() in LASTING else []
    near += token.children if token.text.lower() == "for" else []
    return any(
        t.text.lower() in LASTING and any(c.dep == "advcl" for c in t.children) for t in near
    )


def is_reason(token: Token) -> bool:
    """Whether a preposition gives a reason: "because of its cost", "on the grounds that …"."""
    if token.dep != "prep":
        return False
    if token.text.lower() == "because":
        return True
    nouns = [
        c for c in token.children if c.dep == "pobj" and c.text.lower() in ("ground", "grounds")
    ]
    return token.lemma == "on" and any(
        g.dep in ("acl", "relcl", "ccomp") and has_subject(g) for c in nouns for g in c.children
    )


PROVIDED = ("provided", "providing")


def _is_provided(token: Token) -> bool:
    """Whether a participle begins "provided that …", "pending …", or a clause stands behind."""
    led = token.text.lower() in PROVIDED and token.dep in ("acl", "advcl", "prep")
    if token.text.lower() == "pending" and token.dep in ("acl", "prep"):
        return any(c.dep in ("pobj", "dobj") for c in token.children)
    alone = led and not any(c.dep in ("agent", "dobj", "prep") for c in token.children)
    return alone or follows_provided(token)


def follows_provided(clause: Token) -> bool:
    """Whether the parser hung the clause behind "provided that" on the verb before it."""
    marks = [c.i for c in clause.children if c.dep == "mark" and c.text.lower() == "that"]
    if clause.dep not in ("ccomp", "acl", "relcl", "advcl") or not marks:
        return False
    near = (t for c in clause.head.children for t in (c, *c.children))
    return any(t.i == marks[0] - 1 and t.text.lower() in PROVIDED for t in near)


def has_subject(token: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep in ("nsubj", "nsubjpass", "csubj") for c in token.children)


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands with its "to"."""
    return any(c.tag == "TO" for c in token.children)


def _finite(token: Token) -> bool:
    return not is_infinitive(token) and token.tag != "VBG"
