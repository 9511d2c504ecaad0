"""What keeps words from being a position: guesses, wishes of others, questions, mere plans."""

from __future__ import annotations

from onrecord.language.parse import Token
from onrecord.positions.denials import ASPECT, is_negated
from onrecord.positions.phrases import Phrase
from onrecord.positions.wording import words

GUESSING_AUX = words("may might could can should")
# Predicates above a verb that make it a guess or somebody's plan: "is unlikely to accept".
GUESSES = frozenset(
    [
        "likely",
        "unlikely",
        "expect",
        "suppose",
        "seem",
        "appear",
        "predict",
        "speculate",
        "hope",
        "fear",
        "believe",
        "suspect",
        "bet",
        "sure",
        "certain",
        "possible",
        "impossible",
        "pressure",
        "force",
        "oblige",
        "compel",
        "convince",
        "persuade",
        "afraid",
        "plan",
        "intend",
        "aim",
        "try",
        "attempt",
        "mean",
        "fail",
        "reluctant",
        "tempt",
        "want",
        "wish",
        "think",
        "imagine",
        "doubt",
        "deny",
        "wonder",
        "if",
    ]
)
MAX_CONJUNCTS = 40
RULING_OUT = words("rule refuse reject oppose exclude avoid resist stop fail preclude")
DOUBTFUL_MARKS = words("if whether unless until till before once provided providing lest")
RUMOURS = words(
    """report claim rumor rumour allegation suggestion notion idea speculation fear hope accusation
    perception impression myth suspicion concern possibility chance prospect"""
)


def _is_less_than_a_no(verb: Token) -> bool:
    """Whether "cannot" refuses nothing: "cannot but", "could not have", "not agree on"."""
    if any(c.dep == "aux" and c.lemma == "have" for c in verb.children):
        return True
    if verb.lemma == "agree" and any(c.text.lower() == "could" for c in verb.children):
        return True
    return any(t.text.lower() in ("but", "only", "just", "alone", "enough") for t in verb.subtree())


def is_hypothetical(verb: Token, *, in_words: bool, of_itself: bool = False) -> bool:
    """Whether a verb tells a possibility. In a party's own words "would" tells its will.

    `of_itself`: these words are about the party itself, of which it knows what it cannot do.
    """
    for child in verb.children:
        low = child.text.lower()
        if child.dep == "mark" and low in DOUBTFUL_MARKS:
            return True
        if child.dep == "aux" and child.lemma in GUESSING_AUX:
            cannot = child.text.lower() in ("can", "ca", "could") and is_negated(verb)
            # "We cannot accept it" is a no.
            return not (cannot and of_itself and not _is_less_than_a_no(verb))
        if (
            child.dep == "aux"
            and low in ("would", "’d", "'d", "will", "’ll", "'ll")
            and not in_words
        ):
            return True
        if child.dep == "advmod" and low in ("if", "perhaps", "maybe", "possibly", "when", "how"):
            return True
        if child.dep == "advmod" and child.lemma in ("likely", "unlikely", "probably"):
            return True
    soon = verb.dep == "advcl" and verb.head.lemma == "soon"  # "as soon as it accepts"
    # "If they corner us and demand it": the first verb's "if" holds for the second.
    joined = verb.dep == "conj" and not _has_subject(verb) and _is_doubted(verb.head)
    return soon or joined or _is_question(verb)


def _is_doubted(verb: Token) -> bool:
    return any(c.dep == "mark" and c.text.lower() in DOUBTFUL_MARKS for c in verb.children)


def is_governed(verb: Token) -> bool:
    """Whether another predicate above decides what the verb is worth ("urged it to accept")."""
    for _ in range(MAX_CONJUNCTS):
        if verb.dep != "conj" or verb.head.pos not in ("VERB", "AUX") or _has_subject(verb):
            break
        verb = verb.head
    infinitive = _is_infinitive(verb)
    if verb.dep == "xcomp" or (verb.dep in ("acl", "pcomp") and infinitive):
        return verb.head.lemma not in ASPECT
    if verb.dep in ("ccomp", "advcl") and infinitive:
        return True
    if verb.tag == "VBG" and verb.head.lemma in RULING_OUT and not _has_subject(verb):
        return True  # "ruled out supporting it", wherever the parser hangs it
    wished = verb.tag == "VB" and not _has_aux(verb)  # "demands that it accept"
    if verb.dep in ("acl", "relcl") and wished and verb.head.lemma in WISHES:
        return True  # "its demand that they commit to it"
    return verb.dep == "ccomp" and (wished or verb.head.lemma in GUESSES)


WISHES = words(
    "demand insistence request call proposal suggestion wish condition requirement order"
)


def is_hearsay(verb: Token) -> bool:
    """Whether a clause was told to the one who tells it: "said he had been told that they …"."""
    first = _told_in(verb)
    return first is not None and _told_in(first) is not None


def _told_in(verb: Token) -> Token | None:
    """The verb of telling that a clause, or the one it is joined to, is the object of."""
    at = verb
    while at.dep in ("xcomp", "conj") and at.head is not at and at.head.pos in ("VERB", "AUX"):
        at = at.head
    return at.head if at.dep == "ccomp" and at.head.lemma in TELLING else None


TELLING = words("say tell inform claim report hear learn add state declare")


def is_called_false(verb: Token) -> bool:
    """Whether somebody calls it false that it is so, or it was so once: "used to demand"."""
    if verb.dep == "xcomp" and verb.head.lemma == "use" and verb.head.tag == "VBD":
        return True
    if verb.dep not in ("ccomp", "csubj", "acl", "advcl", "relcl"):
        return False
    near = (verb.head, *verb.head.children)
    return any(t.lemma.lower() in FALSE for t in near if t is not verb)


FALSE = words("false untrue wrong incorrect nonsense myth lie fiction inaccurate baseless")


def is_rumour(verb: Token) -> bool:
    """Whether a clause only says what a report, a claim or a fear is about."""
    return (
        verb.dep in ("acl", "relcl", "ccomp")
        and verb.head.pos == "NOUN"
        and verb.head.lemma in RUMOURS
    )


def is_mere_fact(cue: Token, matter: Token) -> bool:
    """Whether a clause says how things are, not how they shall be: "agreed that it was cold"."""
    if cue.lemma not in ASSERTING or matter.dep not in ("ccomp", "acl", "relcl", "advcl"):
        return False
    wanted = SHALL if cue.lemma in ("suggest", "recommend", "propose") else WANTED
    if any(c.dep == "aux" and c.lemma in wanted for c in matter.children):
        return any(c.dep == "aux" and c.lemma == "have" for c in matter.children)
    if matter.tag == "VBP" and any(
        c.dep in ("nsubj", "nsubjpass") and c.tag in ("NN", "NNP") for c in matter.children
    ):
        return False  # "insists that the council monitor it": how it shall be
    needed = matter.lemma in ("need", "have") and any(c.dep == "xcomp" for c in matter.children)
    return not needed and matter.tag != "VB" and not _is_infinitive(matter)


ASSERTING = words("insist agree accept maintain suggest recommend propose require concede ask")
SHALL = words("must should shall ought")
WANTED = SHALL | words("will would can may")


def is_mere_talk(cue: Token, matter: Token) -> bool:
    """Whether a refusal is of words, not of terms: "declined to comment", "rejected the report"."""
    if is_mere_fact(cue, matter):
        return True
    if cue.lemma in TALKED and _is_voiced(matter):
        return True
    return cue.lemma in DENYING_VERBS and matter.lemma in SAYINGS


def _is_voiced(matter: Token) -> bool:
    passive = any(c.dep == "auxpass" for c in matter.children)
    if passive:
        return matter.lemma in ("name", "identify", "quote")
    return matter.lemma in VOICING


TALKED = words("decline refuse ask request want agree urge seek like")
VOICING = words(
    """comment say answer elaborate disclose specify name identify confirm speculate reveal discuss
    interview thank remind underline underscore stress emphasize emphasise express point know tell
    ask hear see look believe think understand congratulate acknowledge clarify describe explain
    talk speak respond reply mention admit concede live be apologize apologise go into"""
)
DENYING_VERBS = words("reject dismiss refuse rebuff oppose accept spurn")
SAYINGS = words(
    """report claim accusation allegation assertion charge criticism rumour rumor story
    account characterization comparison comment remark narrative article insinuation complaint"""
)


def is_vague(cue: Token, phrase: Phrase) -> bool:
    """Whether nothing stands there that another side could grant: a wish for oneself, a person.

    Holds for words that the codebook has no issue for; what it knows is a matter in any case.
    """
    head = phrase.head
    if cue.lemma in ("want", "seek", "like") and head.pos in ("VERB", "AUX"):
        return not any(c.dep in ("nsubj", "nsubjpass") and c.pos != "PRON" for c in head.children)
    if cue.lemma in ("consider", "weigh", "mull") and any(
        c.dep in ("oprd", "xcomp", "ccomp") and c.tag != "VBG" for c in cue.children
    ):
        return True  # "considers him a friend"
    if cue.lemma in ("ready", "willing", "prepared", "prepare"):
        return head.lemma not in GIVING and not any(c.lemma == "with" for c in head.children)
    if any(t.lemma in TOLD for t in phrase.tokens[:6]) and cue.lemma in ("refuse", "decline"):
        return True  # "refused to give the name"
    named = head.pos in ("NOUN", "PROPN") and not _is_grantable(head)
    return named and cue.lemma in LOOSE


# Words that are said of anything; with what is done, agreed or decided they tell a position.
LOOSE = words(
    """support back favor favour endorse accept offer oppose agree commit want seek request ask push
    press commitment support opposition promise pledge like fight resist block protest consider
    weigh warn"""
)
TOLD = words("name names specific specifics detail details comment question questions interview")
GIVING = words(
    """negotiate talk discuss meet compromise engage accept consider help provide give release sign
    lift stop halt withdraw return pay share let allow join participate resume hold offer support
    host mediate cooperate free sit recognize recognise drop agree renounce disarm open reopen"""
)


def _is_grantable(noun: Token) -> bool:
    """Whether a noun names something that is done, agreed or decided."""
    low = noun.lemma.lower()
    return low in GRANTABLE or low.endswith(DONE)


DONE = ("tion", "sion", "ment", "al", "ance", "ence", "ing", "ure", "ship")
GRANTABLE = words(
    """plan proposal deal draft agreement accord treaty pact bill law legislation act resolution
    measure budget offer demand claim condition term ultimatum concession compromise framework
    roadmap initiative blueprint tariff ban embargo ceasefire truce pause cut tax increase rise
    raise reform referendum vote talk talks summit extension change rule text idea approach policy
    mandate contract authority autonomy call request role strike strikes airstrikes effort use
    attack war force forces troop troops corridor monitor monitors observer control hike freeze
    access limit cap right rights protection check checks probe inquiry inspection swap release
    return help aid fund funds funding money weapon weapons arms wage wages pay cash loan
    step path zone line border wall two-state solution union sale transfer delay exit brexit
    day week month year handover shift bid move project pipeline program programme cooperation"""
)


def is_advice(token: Token) -> bool:
    """Whether "I would" or "we would" tells what one would do in another's place."""
    would = any(c.dep == "aux" and c.lemma == "would" for c in token.children)
    first = any(c.text.lower() in ("i", "we") for c in token.children if c.dep == "nsubj")
    return would and first and not any(c.dep == "neg" for c in token.children)


def _is_question(verb: Token) -> bool:
    return verb.dep == "ROOT" and any(c.text == "?" for c in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return any(c.tag == "TO" for c in verb.children)


def _has_aux(verb: Token) -> bool:
    return any(c.dep in ("aux", "auxpass") for c in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(c.dep in ("nsubj", "nsubjpass") for c in verb.children)
