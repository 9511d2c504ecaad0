"""The words that name an event: nouns and verb forms per kind, with what a verb must act on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reconciliation.words import listed

AGREEMENTS = listed(
    "agreement agreements accord accords deal deals treaty treaties memorandum pact "
    "protocol declaration communique document armistice"
)
PROPOSALS = listed("proposal proposals plan plans draft memorandum framework offer ultimatum terms")
CAPTIVES = listed(
    "prisoner prisoners captive captives pow pows detainee detainees hostage hostages "
    "soldiers bodies remains"
)
TRUCES = listed("ceasefire cease-fire truce armistice")
DECLARED = listed(
    "ceasefire cease-fire truce armistice mobilization mobilisation moratorium blockade "
    "pause annexation independence withdrawal sanctions"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """One kind of event.

    A noun names it by itself, or, where `with_words` is not empty, only beside one of them; where
    `happens` is not empty, only as what one of these verbs tells of. A verb form names it only with
    one of `objects` after it (any actor, if `objects` is empty).
    """

    kind: str
    nouns: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
    happens: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


EVENT_WORDS: tuple[EventWords, ...] = (
    EventWords(
        kind="talks",
        nouns=listed("talks negotiations consultations round rounds"),
    ),
    EventWords(
        kind="meeting",
        nouns=listed("meeting meetings summit encounter encounters"),
        verbs=listed("meet meets met meeting"),
    ),
    EventWords(
        kind="signature",
        nouns=frozenset({"signing"}),
        verbs=listed("sign signs signed signing initialed initialled"),
        objects=AGREEMENTS | listed("bill law legislation decree order resolution"),
    ),
    EventWords(
        kind="proposal",
        verbs=listed(
            "unveil unveils unveiled present presents presented submit submits submitted table "
            "tabled propose proposes proposed publish published hand handed outline outlined "
            "outlines reveal reveals revealed"
        ),
        objects=PROPOSALS,
    ),
    EventWords(
        kind="declaration",
        verbs=listed("declare declares declared announce announces announced"),
        objects=DECLARED,
    ),
    EventWords(
        kind="exchange",
        nouns=listed("exchange swap exchanges swaps"),
        with_words=CAPTIVES,
        verbs=listed("exchange exchanged exchanges swap swapped swaps"),
        objects=CAPTIVES,
    ),
    EventWords(kind="deadline", nouns=frozenset({"deadline"})),
    EventWords(
        kind="release",
        verbs=listed("release releases released free frees freed return returned returns"),
        objects=CAPTIVES,
    ),
    EventWords(
        kind="agreement",
        verbs=listed(
            "reach reaches reached strike strikes struck clinch clinched conclude concluded"
        ),
        objects=AGREEMENTS | TRUCES | frozenset({"compromise"}),
    ),
    EventWords(
        kind="ceasefire",
        nouns=TRUCES,
        happens=listed(
            "begin begins began begun start starts started take takes took enter enters entered "
            "come comes came end ends ended expire expires expired collapse collapses collapsed "
            "lapse lapsed resume resumed extend extends extended"
        ),
    ),
    EventWords(
        kind="attack",
        nouns=listed(
            "attack attacks strike strikes airstrike airstrikes assault bombardment invasion "
            "offensive incursion raid shelling"
        ),
        happens=listed(
            "begin begins began begun start starts started launch launches launched kill kills "
            "killed hit hits mount mounted carry carried take took destroy destroyed wound wounded "
            "injure injured strike struck damage damaged"
        ),
        verbs=listed("invade invades invaded attack attacks attacked bomb bombed shelled"),
    ),
    EventWords(
        kind="seizure",
        verbs=listed("annex annexes annexed seize seizes seized capture captures captured"),
    ),
    EventWords(
        kind="vote",
        nouns=listed("vote referendum referendums election elections"),
        happens=listed(
            "hold holds held take takes took schedule scheduled call called set plan planned"
        ),
        verbs=listed("vote votes voted ratify ratifies ratified approve approves approved"),
        objects=AGREEMENTS | PROPOSALS | listed("resolution bill law amendment sanctions budget"),
    ),
    EventWords(
        kind="sanctions",
        verbs=listed("impose imposes imposed lift lifts lifted adopt adopts adopted"),
        objects=listed("sanctions embargo tariffs blockade"),
    ),
    EventWords(
        kind="visit",
        verbs=listed(
            "visit visits visited visiting arrive arrives arrived travel travels traveled travelled"
        ),
    ),
    EventWords(
        kind="call",
        nouns=frozenset({"call"}),
        with_words=listed("phone telephone video conference"),
        verbs=listed("phone phones phoned telephone telephones telephoned"),
    ),
)
# "Round" alone may be of anything.
ROUND_OF = listed("talks negotiations consultations meetings")

FUTURE = listed("will 'll shall scheduled due planned expected slated foreseen foresees foresee")
UNREAL = listed(
    "if unless would could might may should can whether until without no not n't never "
    "refuse refused refuses rule ruled "
    "threaten threatens threatened threatening "
    "possible potential any hope hopes hoped want wants call called calls urged "
    "ready fail fails failed propose proposed suggested offered"
)
# "Talks to begin on Friday": what follows "to" where something lies ahead.
TAKING_PLACE = listed("be meet hold begin start resume take sign exchange expire open")
# Meetings and talks are one kind of happening under two names.
FAMILY = {"talks": "meeting", "release": "exchange"}
# Kinds that a year dates well enough ("annexed in 2014"): of other kinds a year holds many.
DATED_BY_YEAR = frozenset({"attack", "seizure", "signature", "agreement", "vote"})
# What nobody names before it happens: "the September attacks" are of an earlier year.
NEVER_PLANNED = frozenset({"attack", "seizure"})
# Kinds of which the place is half of what happened.
AT_A_PLACE = frozenset({"visit"})
CALLED_OFF = listed(
    "cancel cancels canceled cancelled canceling cancelling cancellation scrap scraps scrapped"
)
PUT_OFF = listed(
    "postpone postpones postponed postponing postponement delay delays delayed adjourn adjourned "
    "suspend suspends suspended"
)
OFF = {"call": "called_off", "put": "put_off"}  # "called off", "put off"
# "Met the deadline", "meet the demands": no meeting.
NOT_MET = listed(
    "deadline demand demands condition conditions requirement requirements goal goals target "
    "targets need needs standard standards expectations obligations criteria resistance"
)
# Verbs whose object takes place; they also follow it ("the talks ended").
TAKES_PLACE = listed(
    "hold holds held holding have has had host hosts hosted hosting attend attends attended "
    "attending begin begins began begun start starts started resume resumes resumed resuming open "
    "opened conduct conducted convene convened conclude concluded concluding end ended ending mark "
    "marks marked marking finish finished take takes took taken complete completed continue "
    "continued schedule scheduled plan planned"
)
# "Said during the talks", "agreed at the summit": the occasion of something else.
ADJUNCTS = listed("during at in")
# "After the talks on Friday": the talks took place, whatever came after them.
AFTER = listed("after following")
# What is said of a round that lies ahead.
PLANNED = listed("foreseen planned scheduled expected due slated")


def event_word(kind: str, text: str) -> str:
    """The word of a text that names an event of this kind; its last word where none does."""
    known = {w for words in EVENT_WORDS if words.kind == kind for w in words.nouns | words.verbs}
    written = re.findall(r"[\w’'-]+", text)
    return next((w for w in written if w.lower() in known), written[-1] if written else "")
