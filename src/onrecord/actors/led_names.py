"""Names with a word before or behind them that is none of theirs: captions, headlines, notes."""

from __future__ import annotations

from onrecord.actors.dramatis import Dramatis
from onrecord.actors.given_names import is_given
from onrecord.actors.known import ActorBase
from onrecord.actors.names import Run
from onrecord.actors.references import Reader
from onrecord.actors.spelling import PARTICLES, SUFFIXES, fold, plain
from onrecord.actors.votes import PARTISANS, Evidence, is_speech
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
    noted = noted or run.name in people.glued
    if (headline or noted) and not _is_own(words[-1]):
        for size in range(len(words) - 1, 0, -1):
            front = " ".join(words[:size])
            if people.kinds.get(front) == "person":
                return Run(run.first, run.first + size, front, run.honorific)
    opens = reader.parse.sentences[reader.parse.tokens[run.first].sentence].first == run.first
    led = people.kinds.get(" ".join(words[1:])) == "person" or run.name in people.glued
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


def drop_glued_names(
    people: Dramatis, names: dict[str, Evidence], reader: Reader, base: ActorBase
) -> None:
    """A whole name with other words at it is that name: "PM Mila Dorn", "Mila Dorn Global".

    Before a name stands anything that is nobody's given name; behind it only a word that the
    article uses for something else. "Dorn Warns" is Dorn, too, if the base knows a Dorn.
    """
    words, verbs = _plain_words(reader)
    for name in [n for n, kind in people.kinds.items() if kind == "person" and " " in n]:
        if base.named(name) is None and (inner := _inner(name, people, words, verbs, base)):
            del people.kinds[name]
            people.glued.add(name)
            people.kinds[inner] = "person"
            names.setdefault(inner, names[name])


def _inner(
    name: str, people: Dramatis, plain_words: set[str], verbs: set[str], base: ActorBase
) -> str | None:
    """The person's name within a longer run of capitals, or None where the run is one name."""
    words = name.split()
    for cut in range(1, len(words) - 1):
        rest = " ".join(words[cut:])
        whole = people.kinds.get(rest) == "person" or _is_known(rest, base)
        whole = whole or all(w in plain_words | PARTISANS for w in words[:cut])
        if (
            whole
            and _is_first(words[cut], base)
            and not any(_may_lead(w, base) for w in words[:cut])
        ):
            return rest
    for size in range(len(words) - 1, 0, -1):
        front, behind = " ".join(words[:size]), words[size:]
        whole = people.kinds.get(front) == "person" or (size > 1 and _is_known(front, base))
        known = size > 1 or verbs & set(behind)
        plain = behind[0] in verbs or all(w in plain_words and not _is_own(w) for w in behind)
        if whole and known and plain:
            return front
    return None


def _is_known(name: str, base: ActorBase) -> bool:
    known = base.named(name)
    return known is not None and known.kind == "person"


def _is_first(word: str, base: ActorBase) -> bool:
    return fold(word) in base.given or is_given(word)


def _may_lead(word: str, base: ActorBase) -> bool:
    """Whether a word can begin a person's name: a given name, an initial, a particle."""
    short = len(word.rstrip(".")) < MIN_LED and not (word.isupper() and word.isalpha())
    return _is_first(word, base) or short or word.lower() in PARTICLES or "-" in word


def _plain_words(reader: Reader) -> tuple[set[str], set[str]]:
    """Words with a capital that the parser takes for no name in some place, and verbs of them."""
    words, verbs = set(), set()
    for token in reader.parse.tokens:
        if token.text[0].isupper():
            lower = reader.lower[token.i]
            if token.pos in {"VERB", "AUX"} or (is_speech(lower) and lower.endswith("s")):
                verbs.add(token.text)
            elif token.pos in NO_NAME or lower in reader.lower_words:
                words.add(token.text)
    return words | verbs, verbs


NO_NAME = frozenset({"ADJ", "ADV", "ADP", "DET", "SCONJ", "PRON"})
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
