"""The words that name an event: nouns and verb forms per kind, with what a verb must act on."""

from __future__ import annotations

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
DECLARED = listed(
    "ceasefire cease-fire truce armistice mobilization mobilisation moratorium blockade "
    "pause annexation independence withdrawal sanctions"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """One kind of event.

    A noun names it by itself, or, where `with_words` is not empty, only beside one of them; a verb
    form names it only with one of `objects` after it (any actor, if `objects` is empty).
    """

    kind: str
    nouns: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
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
        objects=AGREEMENTS,
    ),
    EventWords(
        kind="proposal",
        verbs=listed(
            "unveil unveils unveiled present presents presented submit submits submitted table "
            "tabled propose proposes proposed publish published hand handed"
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
)
# "Round" alone may be of anything.
ROUND_OF = listed("talks negotiations consultations meetings")

FUTURE = listed("will 'll shall scheduled due planned expected slated foreseen foresees foresee")
UNREAL = listed(
    "if unless would could might may should can whether until without no not n't never "
    "refuse refused refuses cancel cancelled canceled postponed postpone postponement cancellation "
    "rule ruled "
    "possible potential any hope hopes hoped want wants call called calls urged "
    "ready fail fails failed propose proposed suggested offered"
)
# "Talks to begin on Friday": what follows "to" where something lies ahead.
TAKING_PLACE = listed("be meet hold begin start resume take sign exchange expire open")
# Meetings and talks are one kind of happening under two names.
FAMILY = {"talks": "meeting"}
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
    "continued postpone adjourn adjourned schedule scheduled plan planned"
)
# "Said during the talks", "agreed at the summit": the occasion of something else.
ADJUNCTS = listed("during at in")
# "After the talks on Friday": the talks took place, whatever came after them.
AFTER = listed("after following")
# What is said of a round that lies ahead.
PLANNED = listed("foreseen planned scheduled expected due slated")
