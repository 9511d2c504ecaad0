"""Names with a word before or behind them that is none of theirs: captions, headlines, notes."""

from __future__ import annotations

from onrecord.actors.dramatis import Dramatis
from onrecord.actors.given_names import is_given
from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run
from onrecord.actors.references import Reader
from onrecord.actors.spelling import SUFFIXES, fold, plain
from onrecord.actors.words import MODIFIERS, NO_NAMES, ORGANIZATION_WORDS, PLACE_WORDS, word_set


def shortened(run: Run, people: Dramatis, reader: Reader) -> Run:
    """The run without what stands before or behind a person's name in it.

    "Rival Mila Dorn" opens a sentence, "Mila Dorn Warns" a headline: neither is a name. In running
    text "Dorn Tower" is another name, and Mila Dorn Jr. another person.
    """
    if run.name in people.kinds or run.name in people.states or run.last - run.first < 2:
        return run
    words = [t.text for t in reader.parse.tokens[run.first : run.last]]
    headline = reader.block_kind(run.first) in {"title", "heading"}
    if "-" in words or " ".join(words) != run.name:
        return run
    noted = people.kinds.get(" ".join(words[:-1])) == "person" and len(words) > 2
    if (headline or noted) and not _is_own(words[-1]):
        for size in range(len(words) - 1, 0, -1):
            front = " ".join(words[:size])
            if people.kinds.get(front) == "person":
                return Run(run.first, run.first + size, front, run.honorific)
    opens = reader.parse.sentences[reader.parse.tokens[run.first].sentence].first == run.first
    led = people.kinds.get(" ".join(words[1:])) == "person"
    if (headline or opens or led) and not run.honorific:
        for size in range(len(words) - 1, 0, -1):
            back = " ".join(words[-size:])
            if people.kinds.get(back) == "person":
                return Run(run.last - size, run.last, back)
    return run


def drop_led_names(people: Dramatis, reader: Reader, base: ActorBase) -> None:
    """A verb or noun with a capital before a name is none of it: "Meet Mila Dorn" in a caption.

    The rest must stand alone elsewhere in the article, and the first word be nobody's given name.
    Before a surname alone it must be a word of the language: "Removing Dorn", "Senior Dorn".
    """
    for name in [n for n, kind in people.kinds.items() if kind == "person" and " " in n]:
        led, rest = name.split(" ", 1)
        known = fold(led) in base.given or is_given(led) or len(led.rstrip(".")) < MIN_LED
        if led in VERBS and " " in rest and base.named(rest) is not None:
            known = False  # "Will Mila Dorn resign?"
        if people.kinds.get(rest) != "person" or known or base.named(name) is not None:
            continue
        word = led.lower()
        common = word in reader.lower_words or word in NO_NAMES | MODIFIERS | LEADING
        if " " in rest or common or (word.endswith("ing") and len(word) > MIN_GERUND):
            del people.kinds[name]


MIN_LED = 3  # letters: an initial or "Al" leads a name
MIN_GERUND = 5
VERBS = word_set("Will May Mark Grant Can Did Does Should Would Could Has Was")
LEADING = word_set(
    "tell meet ask why how messrs senior junior embattled incoming outgoing ex-president photos"
)


def drop_trailed_names(people: Dramatis, reader: Reader, base: ActorBase) -> None:
    """What stands behind a whole name is none of it: "Mila Dorn Photos", "Mike Orlo Michael".

    A word that the article also writes small, or the same given name again: a note begins there.
    """
    for name in [n for n, kind in people.kinds.items() if kind == "person" and n.count(" ") > 1]:
        whole, last = name.rsplit(" ", 1)
        same = base.given_key(name.split()[0]) == base.given_key(last)
        word = last.lower()
        common = word in reader.lower_words or word in NO_NAMES
        if people.kinds.get(whole) == "person" and (same or common) and not _is_own(last):
            del people.kinds[name]


def _is_own(word: str) -> bool:
    """Whether a word behind a person's name makes another name of it: "Jr.", "Institute"."""
    return plain(word) in SUFFIXES or word in ORGANIZATION_WORDS | PLACE_WORDS
