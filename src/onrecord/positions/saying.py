"""Constructions in a party's own reported words, without a verb of demanding or refusing.

The first line of each docstring is the reason that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.language.parse import Token
from onrecord.positions.conditions import CONTINGENT, PRECONDITIONS, Link, links_at
from onrecord.positions.denials import has_none, is_flatly_denied, is_negated
from onrecord.positions.granting import asked_first, befalls, can_be_granted
from onrecord.positions.guards import is_advice, is_governed
from onrecord.positions.holders import Holder
from onrecord.positions.phrases import (
    Phrase,
    coordinated,
    has_subject,
    is_infinitive,
    phrase_of,
)
from onrecord.positions.scene import Frame, Scene, reason
from onrecord.positions.subjects import subjects_of
from onrecord.positions.wording import words
from onrecord.records import Act

WILL = words("will would wo 'll ’ll 'd ’d shall")
COULD = words("can could may might will would")
DOUBTFUL = words("if whether unless")
BEING = words("be constitute remain represent")


def must_in_words(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party says that something must be so."""
    holder = scene.speaker(token)
    if holder is None or _is_conditional(token) or not _must(token):
        return
    method, phrases = reason(must_in_words), _clauses(token)
    yield Frame("demand", method, token, token, holder, phrases, 0.8, True)


def own_will_in_words(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party says what it will or will never do itself."""
    if not _will(token) and not _cannot_until(token):
        return
    if (
        token.lemma in scene.acts.verbs
        or token.pos not in ("VERB", "AUX")
        or _is_conditional(token)
    ):
        return
    speaker = scene.speaker(token)
    if speaker is None or not _is_own(token, speaker, scene) or is_advice(token):
        return
    if _never_came(token) or befalls(token):
        return
    act, method, phrases = _own_act(token, scene), reason(own_will_in_words), _clauses(token)
    if token.lemma == "hesitate" and is_negated(token):  # "will not hesitate to strike"
        act, phrases = "threaten", tuple(phrase_of(c) for c in token.children if c.dep == "xcomp")
    if phrases:
        yield Frame(act, method, token, token, speaker, phrases, 0.75, True)


def _never_came(token: Token) -> bool:
    """Whether a verb tells what did not come to pass: "would have known", "will have left"."""
    return any(c.dep == "aux" and c.lemma == "have" for c in token.children)


def _will(token: Token) -> bool:
    """Whether a verb stands with "will" or "going to"."""
    if any(c.dep == "aux" and c.text.lower() in WILL for c in token.children):
        return True
    return token.dep == "xcomp" and token.head.lemma == "go" and token.head.tag == "VBG"


def _cannot_until(token: Token) -> bool:
    """Whether a verb tells what cannot be done before something else: "could not leave until"."""
    cannot = any(c.dep == "aux" and c.text.lower() in CAN for c in token.children)
    return cannot and is_negated(token) and any(k.held_back is None for k in links_at(token))


CAN = words("can ca could")


def _own_act(token: Token, scene: Scene) -> Act:
    """What a party's own will is: a threat if told as a warning."""
    voice = scene.voice(token)
    return "threaten" if voice is not None and voice.warns else "commit"


def will_only_if(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party will do something if something else is done, or under no circumstances."""
    if not any(c.dep == "aux" and c.text.lower() in WILL for c in token.children):
        return
    voice = scene.voice(token)
    if voice is not None and voice.standing not in PASSING_ON:
        return
    if is_governed(token) or _is_conditional(token):
        return
    below = (t for c in token.children for t in (c, *c.children))
    only = any(t.text.lower() == "only" for t in below)
    links = [k for k in links_at(token) if k.held_back is None]
    held = any(k.kind != "in_exchange_for" for k in links) and (only or is_negated(token))
    would = voice is not None and any(c.text.lower() in WOULD for c in token.children)
    held = held or (_binds_itself(token, would=would) and any(_asks(k) for k in links))
    if not held and (token.lemma in scene.acts.verbs or not is_flatly_denied(token)):
        return
    if _never_came(token) or any(f.predicate is token for f in scene.earlier[-SOON:]):
        return  # a word of accepting or refusing has told it
    for holder in scene.holders_of(subjects_of(token)):
        unsettled = holder.party is None and holder.text.lower() in ("they", "we", "who")
        if unsettled or (voice is not None and not links):
            continue
        phrases = _clauses(token)
        yield Frame("commit", reason(will_only_if), token, token, holder, phrases, 0.75, True)


SOON = 40  # frames back, so that a long article stays linear
PASSING_ON = ("unnamed", "document", "outlet")  # nobody whose own account of a party it would be


def _asks(link: Link) -> bool:
    """Whether a condition says who is to do something, or what is to be given."""
    return link.kind == "in_exchange_for" or has_subject(link.needed.head)


def _binds_itself(token: Token, *, would: bool) -> bool:
    """Whether "will" tells what a party is to do, not what will become of it: "will lose if"."""
    willed = would or any(c.dep == "aux" and c.text.lower() in BINDING for c in token.children)
    return (
        willed
        and token.lemma not in BEFALLS
        and not any(c.dep == "nsubjpass" for c in token.children)
    )


WOULD = ("would", "'d", "’d")  # "will" as somebody else passes it on
BINDING = words("will 'll ’ll shall")
# What happens to a party, or what anybody can say of its future.
BEFALLS = words(
    """be have get face lose win fail suffer fall rise need see become find know feel collapse grow
    survive struggle die remain continue want benefit pay run risk gain receive default go come
    start begin end look happen wait thrive prosper recover"""
)


def could_if_in_words(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party says that something can happen if, or only after, something else is done."""
    if not any(c.dep == "aux" and c.text.lower() in COULD for c in token.children):
        return
    if token.dep == "relcl":
        return  # "a deal that would stand if …" tells which one
    speaker = scene.speaker(token)
    if speaker is None or _is_conditional(token) or _is_own(token, speaker, scene):
        return
    voice = scene.voice(token)
    passed_on = voice is not None and not voice.direct
    if scene.holders_of(subjects_of(token)) or not can_be_granted(token, passed_on=passed_on):
        return  # what another party would do is its own to say
    warns = _own_act(token, scene) == "threaten"
    links = [k for k in links_at(token) if k.held_back is None]
    # "Should it rain, the harvest will fail" foresees; it offers nothing.
    links = [k for k in links if scene.parse.tokens[k.first].text.lower() not in ("should", "were")]
    if links and not warns:
        act: Act = "commit" if all(k.ends for k in links) else "offer"
        method, phrases = reason(could_if_in_words), _clauses(token)
        yield Frame(act, method, token, token, speaker, phrases, 0.75, True)


def there_will_be_none(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party says that there will be no such thing."""
    if token.lemma != "be" or not has_none(token) or _is_conditional(token):
        return
    if not any(c.dep == "aux" and c.text.lower() in WILL | CAN for c in token.children):
        return
    speaker = scene.speaker(token)
    if speaker is None or any(t.ent in ("DATE", "TIME") for t in token.subtree()):
        return  # "no talks this week" tells of a week
    if _own_act(token, scene) == "threaten" or _lies_with_others(token, speaker, scene):
        return  # "warned that there would be no truce", "no truce because Belmark refused it"
    phrases = tuple(phrase_of(c) for c in token.children if c.dep == "attr")
    # Sure enough for what the codebook knows; "there will be no winner" is no position.
    yield Frame("commit", reason(there_will_be_none), token, token, speaker, phrases, 0.58, True)


def _lies_with_others(token: Token, speaker: Holder, scene: Scene) -> bool:
    """Whether a reason is given, or whose doing it is: "no help from Calder", "no Calder help"."""
    if any(c.dep == "advcl" and _gives_reason(c) for c in token.children):
        return True
    if token.dep == "ccomp" and token.head.lemma in words("lament regret complain"):
        return True
    with_whom = {t.i for c in token.subtree() if c.lemma == "with" for t in c.subtree()}
    until = {t.i for k in links_at(token) for t in scene.parse.tokens[k.first : k.last]}
    others = [t for t in token.subtree() if t.i not in with_whom | until]
    return any(h.party != speaker.party for h in scene.holders_of(others))


def _gives_reason(clause: Token) -> bool:
    return any(c.dep == "mark" and c.lemma in ("because", "as", "since") for c in clause.children)


def needed_in_words(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party says that something is needed, essential or overdue."""
    if scene.acts.called.get(token.lemma.lower()) != "demand" or token.dep not in (
        "acomp",
        "attr",
        "oprd",
        "ccomp",
    ):
        return
    verb = token.head
    if verb.lemma not in ("be", "become", "remain", "make") or is_negated(verb):
        return
    holder = scene.speaker(token)
    if holder is None or _is_conditional(verb):
        return
    subjects = [c for c in verb.children if c.dep in ("nsubj", "csubj", "nsubjpass")]
    near = (*token.children, *verb.children)
    clauses = [c for c in near if c.dep in ("ccomp", "xcomp", "advcl") and c.i > token.i]
    heads = clauses if clauses else [s for s in subjects if s.pos not in ("PRON", "DET")]
    phrases = tuple(phrase_of(each) for head in heads[:1] for each in coordinated(head))
    if phrases:
        yield Frame("demand", reason(needed_in_words), token, verb, holder, phrases, 0.7, True)


def contingent_on(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party makes one thing contingent on another."""
    if token.lemma not in CONTINGENT:
        return
    clause = token.head if token.dep == "acomp" else token
    holder = scene.speaker(token)
    if holder is None or is_negated(clause) or _is_conditional(clause):
        return
    needed = tuple(
        k.needed
        for k in links_at(clause)
        if k.held_back is not None and k.held_back.head.pos not in ("PRON", "DET")
    )
    if needed:
        yield Frame("demand", reason(contingent_on), token, clause, holder, needed, 0.8, True)


def is_a_precondition(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party calls something a precondition for something else."""
    if token.lemma not in PRECONDITIONS or token.dep != "attr" or token.head.lemma not in BEING:
        return
    holder = scene.speaker(token)
    if holder is None or is_negated(token.head):
        return
    subjects = [c for c in token.head.children if c.dep in ("nsubj", "csubj")]
    needed = tuple(phrase_of(each) for s in subjects for each in coordinated(s))
    if needed:
        method = reason(is_a_precondition)
        yield Frame("demand", method, token, token.head, holder, needed, 0.8, True)


def asks_and_gives(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party asks for something and says what will then be done."""
    asked = asked_first(token)
    speaker = scene.speaker(token) if asked is not None else None
    if asked is None or speaker is None:
        return
    own = _is_own(token, speaker, scene) and not befalls(token)
    if own or can_be_granted(token):
        method, phrases = reason(asks_and_gives), (phrase_of(asked),)
        yield Frame("demand", method, asked, asked, speaker, phrases, 0.75)


def _clauses(token: Token) -> tuple[Phrase, ...]:
    """The clause of a verb and those joined to it that share its subject."""
    return tuple(
        phrase_of(each) if token.dep != "xcomp" else _denied_above(phrase_of(each), token.head)
        for each in coordinated(token)
        if each is token or (each.dep == "conj" and not has_subject(each))
    )


def _denied_above(phrase: Phrase, above: Token) -> Phrase:
    """The phrase with the negation of the verb above it ("not going to")."""
    denial = next((c for c in above.children if c.dep == "neg"), phrase.negation)
    return replace(phrase, negation=denial)


def _must(token: Token) -> bool:
    if token.dep == "relcl" or _asks_which(token):
        return False  # "steps that must be weighed" are told apart, not demanded
    modal = [c for c in token.children if c.dep == "aux" and c.lemma in ("must", "should")]
    if modal:
        # "Should it leave, …" is a condition, "should it leave?" a question.
        subjects = [c.i for c in token.children if c.dep in ("nsubj", "nsubjpass")]
        asked = any(c.text == "?" for c in token.children)
        asked = asked or any(modal[0].i < at for at in subjects)
        return not asked and not any(c.lemma == "have" and c.dep == "aux" for c in token.children)
    above = token.head
    needing = above.lemma in ("have", "need") and token.dep == "xcomp" and is_infinitive(token)
    if any(c.text.lower() == "yet" for c in above.children):
        return False  # "has yet to leave" has not left
    return needing and not is_negated(above) and not _is_conditional(above)


def _asks_which(token: Token) -> bool:
    """Whether a clause is a question: "where we should meet", "how much it should pay"."""
    near = [c for c in token.children if c.i < token.i and c.dep in ASKED_AT]
    return any(t.tag in ("WRB", "WP") for c in near for t in (c, *c.children))


ASKED_AT = ("advmod", "dobj", "nsubj", "nsubjpass", "attr", "pobj", "prep")


def _is_own(token: Token, speaker: Holder, scene: Scene) -> bool:
    return any(h.party == speaker.party for h in scene.holders_of(subjects_of(token)))


def _is_conditional(token: Token) -> bool:
    return any(c.dep == "mark" and c.text.lower() in DOUBTFUL for c in token.children)
