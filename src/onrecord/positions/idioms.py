"""Turns of phrase that carry an act as a whole: "open the door to", "say no to", "go back on".

The codebook names the verb, the words that belong to it in text order, and where the matter stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.parse import Token
from onrecord.positions.acts import Idiom, negated
from onrecord.positions.denials import is_negated
from onrecord.positions.guards import is_governed, is_hypothetical, is_mere_talk
from onrecord.positions.phrases import Phrase, coordinated, phrase_of
from onrecord.positions.scene import Frame, Scene, reason
from onrecord.positions.subjects import subjects_of
from onrecord.positions.wording import words
from onrecord.records import Act

# What can be tabled, signed, fought or taken back so that it is an act of a negotiation.
MATTERS = words(
    """plan proposal deal draft agreement accord treaty pact bill law legislation resolution
    amendment measure budget offer demand claim condition term ultimatum concession compromise
    framework roadmap initiative blueprint sanction tariff ban embargo restriction ceasefire truce
    withdrawal tax cut increase rise reform referendum election vote talk talks negotiation summit
    meeting package reduction freeze extension delay repeal change rule regulation text map list
    idea option approach policy mandate authorization contract settlement solution union status
    recognition autonomy independence support approval consent opposition objection pledge promise
    commitment insistence request call quota subsidy levy limit ceiling cap deadline inspection
    exchange swap release return guarantee intervention attempt effort move bid"""
)
DELIMITED = frozenset(("accept", "reject", "propose", "withdraw", "openness"))
UNDER = 4  # words between a verb and a fixed one that belongs to it


def idiom_with_subject(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party is the subject of a turn of phrase that accepts, refuses, offers or demands."""
    if token.pos not in ("VERB", "AUX") or token.lemma not in scene.acts.idioms:
        return
    idiom, phrases = _read(token, scene.acts.idioms[token.lemma])
    phrases = tuple(p for p in phrases if not is_mere_talk(token, p.head))
    if idiom is None or not phrases:
        return
    voice = scene.voice(token)
    told = voice is not None and (voice.standing in ("party", "itself") or voice.takes_part)
    if is_governed(token) or is_hypothetical(token, in_words=told):
        return
    no_itself = idiom.fixed[:1] in (("no",), ("not",))
    act = negated(idiom.act) if is_negated(token) and not no_itself else idiom.act
    if act is None:
        return
    for holder in scene.holders_of(subjects_of(token)):
        yield Frame(act, reason(idiom_with_subject), token, token, holder, phrases, 0.75)


def no_objection(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party says that it has no objection to something, or objects."""
    if token.lemma not in ("objection", "problem", "reservation", "qualm") or token.dep != "dobj":
        return
    verb = token.head
    if verb.lemma not in ("have", "raise", "voice", "see") or is_governed(verb):
        return
    denied = is_negated(verb) or any(c.text.lower() == "no" for c in token.children)
    phrases = tuple(_behind(token, "to")) or tuple(_behind(token, "with"))
    if verb.lemma != "have" and denied:
        return
    act: Act = "accept" if denied else "reject"
    for holder in scene.holders_of(subjects_of(verb)) if phrases else []:
        yield Frame(act, reason(no_objection), token, verb, holder, phrases, 0.75)


def acceptable_to(token: Token, scene: Scene) -> Iterator[Frame]:
    """Something is called acceptable or unacceptable to a party."""
    if token.lemma.lower() not in ("acceptable", "unacceptable") or token.dep != "acomp":
        return
    verb = token.head
    parties = [g for c in token.children if c.dep == "prep" and c.lemma in ("to", "for")
               for g in c.children if g.dep == "pobj"]  # fmt: skip
    subjects = [c for c in verb.children if c.dep in ("nsubj", "csubj")]
    if not parties or not subjects or is_governed(verb):
        return
    neither = any(c.text.lower() == "neither" for s in subjects for c in s.children)
    denied = is_negated(verb) or neither
    act: Act = "accept" if (token.lemma.lower() == "acceptable") != denied else "reject"
    phrases = tuple(phrase_of(each) for s in subjects for each in coordinated(s))
    if neither:  # "neither" denies the verb, not what it is said of
        phrases = tuple(_without_denial(phrase) for phrase in phrases)
    for holder in scene.holders_of(parties):
        yield Frame(act, reason(acceptable_to), token, verb, holder, phrases, 0.75)


def _without_denial(phrase: Phrase) -> Phrase:
    """The phrase without the "neither" or "nor" at its head."""
    tokens = tuple(t for t in phrase.tokens if t.text.lower() not in ("neither", "nor"))
    return Phrase(phrase.head, tokens or phrase.tokens, None)


def _read(token: Token, idioms: Sequence[Idiom]) -> tuple[Idiom | None, tuple[Phrase, ...]]:
    """The first idiom that a verb opens, with its phrases; the longest stand first."""
    for idiom in idioms:
        last = _behind_fixed(token, idiom.fixed)
        if last is None:
            continue
        phrases = tuple(_matter(token, last, idiom))
        if phrases and _may_be_matter(idiom, phrases):
            return idiom, phrases
    return None, ()


def _behind_fixed(token: Token, fixed: Sequence[str]) -> Token | None:
    """The last of the fixed words, found one below the other from the verb on; None: not there."""
    at, below = token, [*token.children]
    for word in fixed:
        found = next(
            (
                c
                for c in below
                if (c.lemma.lower() == word or c.text.lower() == word)
                and abs(c.i - token.i) <= UNDER + len(fixed)
            ),
            None,
        )
        if found is None:
            return None
        at = found
        below = [*token.children, *(g for c in token.children for g in c.children)]
    return at


def _matter(token: Token, last: Token, idiom: Idiom) -> Iterator[Phrase]:
    fixed = {c.i for c in token.children if c.lemma.lower() in idiom.fixed}
    if idiom.matter == "dobj":
        heads = [c for c in token.children if c.dep == "dobj" and c.i not in fixed]
    elif idiom.matter == "ing":
        heads = [c for c in token.children if c.dep in ("xcomp", "dobj") and c.tag == "VBG"]
    elif idiom.matter == "that":
        heads = [c for c in token.children if c.dep == "ccomp" and c.i > token.i]
    else:
        heads = list(_prepositional(token, last, idiom.matter))
    for head in heads:
        yield from map(phrase_of, coordinated(head))


def _prepositional(token: Token, last: Token, word: str) -> Iterator[Token]:
    """Yield what stands behind a preposition below the verb or the last fixed word; "to" + verb."""
    for above in (token, last):
        for child in above.children:
            if child.dep in ("prep", "dative", "prt", "advmod") and child.lemma == word:
                yield from (c for c in child.children if c.dep in ("pobj", "pcomp"))
            if (
                word == "to"
                and child.dep in ("xcomp", "ccomp", "advcl", "acl")
                and child.i > token.i
                and any(c.tag == "TO" for c in child.children)
            ):
                yield child
        if last is token:
            return


def _behind(noun: Token, word: str) -> Iterator[Phrase]:
    for child in noun.children:
        if child.dep == "prep" and child.lemma == word:
            for head in (c for c in child.children if c.dep in ("pobj", "pcomp")):
                yield from map(phrase_of, coordinated(head))


def _may_be_matter(idiom: Idiom, phrases: Sequence[Phrase]) -> bool:
    """Whether what stands there can be granted or refused: a plan, a demand, an act."""
    if idiom.act == "demand" and idiom.matter == "to":
        return any(p.head.pos in ("VERB", "AUX") for p in phrases)
    if idiom.act == "demand" and idiom.matter == "dobj":
        return any(p.head.lemma in MATTERS for p in phrases)
    if idiom.matter != "dobj" or idiom.act not in DELIMITED:
        return True
    return any(p.head.lemma in MATTERS or p.head.tag == "VBG" for p in phrases)
