"""Words for one kind of event, beyond those that are one word to a comparison of reports.

A line holds what different papers call the same event by; a word may stand in several.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from onrecord.reconciliation.synonyms import stem

CLASSES = """
die dead death dies decease perish fatal fatality
kill killing murder slay slaying homicide assassinate assassination slaughter massacre
shoot shooting shot gunfire fire-shot gunshot
attack assault raid strike hit ambush
explode explosion blast detonate bombing bomb
injure wound hurt injury
arrest detain apprehend nab custody capture hold
charge accuse indict accusation indictment
sentence jail imprison
convict conviction guilty verdict
suicide hang
rob robbery heist theft steal snatch grab
break broke smash
escape flee run jailbreak breakout
fire blaze burn burning inferno arson
fire sack dismiss oust
win victory beat defeat triumph clinch
lose loss defeat
play game match
injury injure
earthquake quake temblor tremor jolt shake
storm hurricane cyclone typhoon
flood flooding inundate
crash collide collision wreck
damage destroy devastate wreck destruction devastation
cut sever
outage disruption disrupt downtime
fix repair restore plug patch
release issue publish launch unveil debut
announce announcement unveil reveal declare
appoint name nominate choose pick select tap nomination appointment hire
resign quit resignation
elect election vote ballot poll
buy acquire purchase acquisition takeover buyout
sell sale
merge merger
offer bid
deal agreement accord pact contract
sign signing
meet meeting talk summit
negotiate negotiation
visit trip
protest demonstration riot rioting unrest rally clash demonstrate
march rally
invade invasion
bombard shell shelling bombardment
seize capture hijack
free release
rescue save
search hunt look
find discover locate discovery recover
identify identification
trial court
appeal appeal
sue lawsuit suit
investigate investigation probe inquiry
rule ruling decide decision
ban prohibit
approve approval pass
reject refuse decline turn-down
marry wedding marriage wed
divorce split
birth bear
host hosting emcee
perform performance
record mark
retain keep defend
enter check admit
rehab treatment rehabilitation
start begin beginning commence open
end finish conclude
continue resume
increase rise raise grow growth surge jump climb gain
fall drop decline decrease plunge slump
cut reduce slash reduction lower
plan intend
help aid assist
say tell state add comment statement
confirm confirmation verify
warn warning alert
ask request urge call
deny denial
admit confess confession
believe think
suspect suspicion
cause trigger spark prompt
test experiment
extend extension
replace succeed replacement
land landing
sink sinking
suspend suspension
leave depart departure
move relocate
transfer transport
"""


@cache
def _classes() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(CLASSES.strip().splitlines()):
        for word in line.split():
            found[stem(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def classes_of(word: str) -> frozenset[int]:
    """The lines that hold a word, given as its stem."""
    return _classes().get(word, frozenset())
