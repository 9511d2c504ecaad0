"""One stem for the forms of a word, and for words that news uses one for the other.

A pair stands here only where swapping the two leaves a report the same report: "troops" and
"soldiers" do, "road" and "rail" do not, though a network finds them as near as the first.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Words on one line are one word to a comparison of reports.
SAME = """
ceasefire truce armistice
troop soldier
agreement accord deal pact
treaty convention
negotiation talk
envoy emissary
withdraw withdrawal pullout pullback
prisoner captive detainee
hostage abductee
begin start commence
end stop halt cease
continue proceed
resume restart
accept agree approve
refuse reject decline
assault attack
missile rocket
border frontier
peacekeeper bluehelmet
area region zone
territory land soil
aid help assistance
child kid
kill slay
wound injure
destroy wreck
build construct
building construction
release free
return handback
purchase buy
ship vessel
aircraft plane
airstrike airraid
gasoline petrol
election poll
parliament legislature
law statute
guarantee assurance
pledge promise vow
ready prepared
immediate instant
large big huge
quick fast swift rapid
entire whole complete
annual yearly
weapon arm
proposal offer
suspend pause
surrender capitulate yield
homeland motherland
enemy foe
permit allow
ban prohibit forbid outlaw
raise increase hike
lower cut reduce decrease
delay postpone
cancel scrap
"""
# Several words that mean one.
PHRASES = (
    (re.compile(r"\bpull(?:s|ed|ing)? ((?:[\w’']+ ){0,3})(?:out|back)\b", re.I), r"withdraw \1"),
    (re.compile(r"\b(?:give|gives|gave|given|giving) up\b", re.I), "surrender"),
    (re.compile(r"\b(?:gives?|gave|given|hands?|handed|sends?|sent) back\b", re.I), "return"),
    (re.compile(r"\bset(?:s|ting)? free\b", re.I), "free"),
    (re.compile(r"\bcall(?:s|ed|ing)? off\b", re.I), "cancel"),
    (re.compile(r"\bput(?:s|ting)? off\b", re.I), "delay"),
    (re.compile(r"\b(?:prisoners|captives) of war\b", re.I), "prisoner"),
    (re.compile(r"\bblue helmets\b", re.I), "peacekeeper"),
    (re.compile(r"\bair (?:strike|raid)(s?)\b", re.I), r"airstrike\1"),
    (re.compile(r"\bper cent\b|(?<=\d)\s?%", re.I), " percent"),
)
# The base form first.
FORMS = """
hold held
use used using
meet met
send sent
leave left
keep kept
give gave given
take took taken
begin began begun
break broke broken
build built
buy bought
pay paid
sell sold
go went gone
come came
know knew known
see saw seen
fight fought
lose lost
win won
fall fell fallen
withdraw withdrew withdrawn
seek sought
speak spoke spoken
stand stood
strike struck stricken
lead led
make made
bring brought
rise rose risen
run ran
choose chose chosen
write wrote written
draw drew drawn
grow grew grown
lay laid
lend lent
mean meant
spend spent
tell told
understand understood
forgive forgave
forbid forbade
freeze froze frozen
child children
man men
woman women
person people
life lives
"""
IRREGULAR = {
    form: line.split()[0] for line in FORMS.strip().splitlines() for form in line.split()[1:]
}
DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """What a comparison of reports takes a word for; numbers and "not" stay as they are."""
    if word[:1].isdigit() or word == "not":
        return word
    base = _cut(IRREGULAR.get(word, word))
    return _SAME.get(base, base)


def _cut(word: str) -> str:
    """The word without its ending; crude, but the same for every form of a regular verb."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = DOUBLED.sub(r"\1", word.removesuffix(ending))
            break
    else:
        if word.endswith("ies") and len(word) > 4:
            word = f"{word[:-3]}y"
        elif word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
        word = DOUBLED.sub(r"\1", word) if len(word) > 3 else word
    if word.endswith("i"):  # "carried"
        word = f"{word[:-1]}y"
    return word.removesuffix("e") if len(word) > 3 else word


_SAME = {
    _cut(IRREGULAR.get(word, word)): _cut(line.split()[0])
    for line in reversed(SAME.strip().splitlines())
    for word in line.split()
}
