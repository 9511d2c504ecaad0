"""The words that report: verbs by group, with the frames in which each of them carries content.

A frame is what the content hangs on: `clause` (says that …), `to` (vows to …), `object` (rejects
the plan), or a preposition (calls `for` a truce). Which verb is listed with which frame was read
off the training part of PolNeAR: a frame stays where at least about half of its uses there are
marked as attributions, or where a plain reading of news on negotiations asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from onrecord.statements.vocabulary import words

Group = Literal["speech", "judgement", "demand", "commitment", "belief", "intention", "finding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A reporting verb: its group and the frames in which it reports."""

    lemma: str
    group: Group
    frames: frozenset[str]


# One line per set of verbs that share their frames: "frames: lemmas".
SPEECH = """
clause of about: say
clause about of to: tell
clause: add argue state claim explain reply respond remark recall contend assert allege complain
clause: report reveal insist conclude observe stress emphasize emphasise caution counter concede
clause: maintain joke quip retort interject imply proclaim testify profess recount boast exclaim
clause: affirm aver opine muse lament bemoan gripe fume reason theorize speculate
clause: disclose clarify specify elaborate underline underscore reassure assure remind inform notify
clause: alert attest
clause object: note announce declare acknowledge admit confirm deny reiterate repeat reaffirm
clause object: signal predict suggest indicate state explain
clause object: recount cite allege echo outline tweet post
clause: write retweet email
clause of about against: warn
clause object to: profess
clause to: claim report
clause in about of: boast complain testify
clause whether if: ask wonder
clause out: point
object for: ask
object: mention discuss address describe detail
to: refer allude respond
about of: talk speak
on: comment
quote: continue begin ask shout yell chant cry whisper mutter read laugh sigh beam boom
quote: scream roar tease point offer agree demand vow pledge promise urge think
"""
JUDGEMENT = """
object: criticize criticise blast slam denounce condemn decry deplore deride mock lambast lambaste
object: assail rebuke praise applaud hail laud welcome commend tout question dismiss dispute
object: blame defend attack accuse ridicule chide scold castigate chastise downplay highlight
object: portray characterize characterise depict liken dub label brand deem regard credit
object: lament bemoan reject rebut refute oppose endorse support back embrace favor favour
object: champion call view thank savage pan trash renounce
with: agree disagree side
against: rail campaign protest
for: advocate apologize apologise
at: hint lash balk scoff sneer
to: object
clause: accept agree
"""
DEMAND = """
object to: demand propose recommend advocate request seek
clause: demand propose recommend request
object to clause: urge
on to: call
for: call press push appeal plead ask lobby argue
on: insist
to: appeal ask plead beg
clause: order instruct
"""
COMMITMENT = """
to clause: vow pledge promise threaten swear undertake
object: promise pledge threaten offer
to: offer refuse decline agree consent commit volunteer
on: agree
to clause object: rule
"""
BELIEF = """
clause: believe think suspect fear worry hope doubt reckon assess estimate
clause: expect know feel consider recognize recognise anticipate assume presume suppose
clause: predict forecast project conclude imagine calculate
object: believe doubt fear estimate prefer
in: believe
about: worry
to: hope expect prefer
"""
INTENTION = """
to: want plan seek intend hope aim wish decide threaten mean
object: want
for: wish
"""
FINDING = """
clause: show find suggest indicate reveal demonstrate
poll: show find suggest indicate
"""

# Verbs whose clause follows a listener, who is not content: "told the envoys that …".
LISTENER = words(
    "tell assure remind inform notify warn ask reassure promise convince alert",
)
# Verbs that carry both their object and what is said of it: "accused them of …".
WITH_OBJECT = words(
    "accuse blame call describe portray characterize characterise depict liken dub label",
    "brand deem regard credit criticize criticise praise thank urge ask order instruct",
    "attack view want consider",
)
# Sources whose findings are numbers and names: "the poll shows a lead of …".
POLLS = words(
    "poll survey study referendum figure datum data record report document",
)
# Nouns that report nothing by themselves, by their ending; those of people who do are excepted.
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ing")
ABSTRACT_NOUNS = words(
    "line position advantage remark disconnect proposal web prospect idea plan deal talk",
    "step move war peace effort progress result fact event attack strike event issue",
    "problem question crisis challenge success failure gap divide rift change shift",
    "approach strategy stance guarantee condition term role scandal controversy timing",
    "headline thing way time year day week case sacrifice border territory region land area",
    "role fight race clash rivalry",
)
COLLECTIVES = words(
    "government administration parliament delegation commission association organization",
    "organisation federation opposition coalition foundation institution department nation",
    "union mission corporation leadership establishment majority minority community",
    "population intelligence audience management being king agency conference competition",
    "party",
)
# Prepositions after the object that belong to the content: "blamed them for …".
OBJECT_PREPOSITIONS = frozenset(["of", "for", "as", "to", "with", "against", "from"])

NOUN_CUES = """
demand to that for: demand insistence request
demand to for: call appeal
speech that of: claim assertion suggestion warning admission allegation statement announcement
speech that of: argument accusation
speech that: assurance report declaration notice denial acknowledgement
speech that of: prediction forecast contention complaint
speech that: rumour rumor insistence promise pledge vow
belief that: concern expectation suspicion
judgement of: criticism rejection endorsement condemnation denunciation praise embrace
judgement to: opposition objection
judgement for: support
commitment to: refusal promise pledge vow offer threat commitment readiness willingness
demand to for: proposal
intention to: decision plan
belief that: belief conviction fear hope view assessment
belief to: hope
"""
ADJECTIVE_CUES = """
commitment to: ready prepared willing unwilling reluctant committed open determined
belief that to of about: confident hopeful optimistic convinced glad concerned angry
judgement to of about with: opposed critical supportive skeptical sceptical unhappy
intention to: eager
"""
CALENDAR = words(
    "on in late early last this next earlier later monday tuesday wednesday thursday friday",
    "saturday sunday yesterday today tonight week month january february march april may",
    "june july august september october november december morning afternoon evening night",
)


def _read(table: str, group: Group) -> dict[str, Cue]:
    found: dict[str, set[str]] = {}
    for line in table.strip().splitlines():
        frames, lemmas = line.split(":")
        for lemma in lemmas.split():
            found.setdefault(lemma, set()).update(frames.split())
    return {
        lemma: Cue(lemma=lemma, group=group, frames=frozenset(frames))
        for lemma, frames in found.items()
    }


def _read_words(table: str) -> dict[str, tuple[Group, frozenset[str]]]:
    found: dict[str, tuple[Group, frozenset[str]]] = {}
    for line in table.strip().splitlines():
        (group, *frames), words = (part.split() for part in line.split(":"))
        for word in words:
            known = found[word][1] if word in found else frozenset[str]()
            found[word] = (cast(Group, group), known | frozenset(frames))
    return found


def _merge(*tables: dict[str, Cue]) -> dict[str, tuple[Cue, ...]]:
    """Every verb with its cues; the first table that names a verb is its main group."""
    merged: dict[str, tuple[Cue, ...]] = {}
    for table in tables:
        for lemma, cue in table.items():
            merged[lemma] = (*merged.get(lemma, ()), cue)
    return merged


VERBS = _merge(
    _read(SPEECH, "speech"),
    _read(DEMAND, "demand"),
    _read(COMMITMENT, "commitment"),
    _read(JUDGEMENT, "judgement"),
    _read(FINDING, "finding"),
    _read(BELIEF, "belief"),
    _read(INTENTION, "intention"),
)
NOUNS = _read_words(NOUN_CUES)
# Verbs that report in no frame of ours, but often enough to read a content again for them.
OTHERS = words("hear answer advise persuade counsel learn remember guess quote misquote")
ADJECTIVES = _read_words(ADJECTIVE_CUES)
# Lemmas as the small parser gives them where it errs.
MISREAD = {"hop": "hope", "retweete": "retweet", "plea": "plead", "pled": "plead"}
# Verbs that can introduce a quotation.
QUOTING = frozenset(
    lemma
    for lemma, cues in VERBS.items()
    if any(
        c.group in ("speech", "demand", "commitment") and c.frames & {"clause", "quote"}
        for c in cues
    )
)


def cues_of(lemma: str) -> tuple[Cue, ...]:
    """The cues of a verb, by its lemma; empty where it does not report."""
    return VERBS.get(MISREAD.get(lemma, lemma), ())


# --- forms, for reading without a parser -------------------------------------------------------

IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "know": "knows knew known knowing",
    "feel": "feels felt feeling",
    "speak": "speaks spoke spoken speaking",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "swear": "swears swore sworn swearing",
    "mean": "means meant meaning",
    "seek": "seeks sought seeking",
    "understand": "understands understood understanding",
    "begin": "begins began begun beginning",
    "read": "reads read reading",
    "plead": "pleads pleaded pled pleading",
}


def forms_of(lemma: str) -> frozenset[str]:
    """Every inflected form of a verb, with its lemma."""
    if lemma in IRREGULAR:
        return frozenset((lemma, *IRREGULAR[lemma].split()))
    if lemma.endswith("e"):
        forms = {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        forms = {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith(("s", "x", "sh", "ch")):
        forms = {lemma + "es", lemma + "ed", lemma + "ing"}
    else:
        forms = {lemma + "s", lemma + "ed", lemma + "ing"}
        if lemma in DOUBLING:
            forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return frozenset((lemma, *forms))


DOUBLING = words(
    "admit plan beg quip slam pan rebut chat rebuff",
)
LEMMA_OF = {form: lemma for lemma in sorted(VERBS) for form in sorted(forms_of(lemma))}
