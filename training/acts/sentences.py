"""Made sentences: what `phrases.txt` says of each root, done by made-up actors in made-up settings.

They teach what a root is before any marked sentence is read, the rare ones above all. Nothing in
them is taken from a corpus; who does what in them is chance and means nothing.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.language.acting import ROOTS, Pair
from training.acts import names
from training.acts.names import listed

PHRASES = Path(__file__).with_name("phrases.txt")
KIND = ("YIELD", "AID", "COOPERATE", "CONSULT", "SUPPORT")  # may be asked for, or refused
IRREGULAR = {
    "hold": "held held",
    "build": "built built",
    "give": "gave given",
    "send": "sent sent",
    "pay": "paid paid",
    "free": "freed freed",
    "withdraw": "withdrew withdrawn",
    "let": "let let",
    "meet": "met met",
    "speak": "spoke spoken",
    "sit": "sat sat",
    "stand": "stood stood",
    "seek": "sought sought",
    "tell": "told told",
    "find": "found found",
    "go": "went gone",
    "take": "took taken",
    "put": "put put",
    "cut": "cut cut",
    "break": "broke broken",
    "strike": "struck struck",
    "shut": "shut shut",
    "shoot": "shot shot",
    "fight": "fought fought",
    "blow": "blew blown",
    "beat": "beat beaten",
    "sink": "sank sunk",
    "say": "said said",
    "swear": "swore sworn",
    "set": "set set",
    "fly": "flew flown",
    "overthrow": "overthrew overthrown",
    "forgive": "forgave forgiven",
}
DOUBLING = frozenset(
    {"plan", "ban", "commit", "step", "drop", "snub", "confer", "cut", "set", "put", "let", "shut"}
    | {"sit", "patrol"}
)
OF_PEOPLE = re.compile(
    r"(?:\b(?:a|an|of) |^)~S (?:troops|forces|police|aid|gas|arms|flights|workers|attack|offensive"
    r"|air|raid|assault|warships|tanks|bombers|soldiers)"
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by root: what one does, and what two do together or is named rather than told."""

    signs: dict[str, str]
    alone: dict[str, list[str]]
    shapes: dict[str, list[tuple[str, str]]]


@dataclass(slots=True)
class Text:
    """A text that grows, with the spans of both roles."""

    text: str = ""
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {"~S": [], "~T": []})

    def put(self, part: str) -> None:
        """Add to the text."""
        self.text += part


def read_phrases(path: Path = PHRASES) -> Phrases:
    """The phrases of a file: see its first lines."""
    found = Phrases({}, {}, {"BOTH": [], "NAMED": []})
    root, shape = "", ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        head = line.rstrip("+-")
        if not line or line.startswith("#"):
            continue
        if head in found.shapes:
            shape = head
        elif shape:
            name, _, phrase = line.partition(" ")
            found.shapes[shape].append((name, phrase))
        elif head in ROOTS:
            root, found.signs[head], found.alone[head] = head, line[len(head) :], []
        else:
            found.alone[root].append(line)
    return found


def make_sentences(count: int, seed: int) -> list[tuple[Pair, str]]:
    """So many sentences with their roots."""
    maker = Maker(read_phrases(), random.Random(seed))
    return [maker.sentence() for _ in range(count)]


class Maker:
    """Makes sentences by chance."""

    def __init__(self, phrases: Phrases, chance: random.Random) -> None:
        self.phrases, self.chance = phrases, chance

    def one(self, table: str) -> str:
        """One entry of a table."""
        return self.chance.choice(listed(table))

    def sentence(self) -> tuple[Pair, str]:
        """A sentence and its root."""
        root, shape = self._shape()
        names_of = {"~S": self._source(shape), "~T": self._target()}
        text = Text()
        if self.chance.random() < 0.4:
            text.put(self._fill(self.one(names.LEADS)))
        before = self.chance.random()
        if before < 0.1:
            opener = self.one("after|while|as|although|days after")
            text.put(f"{opener} {self._actor()} {self._beside()[0]}, ")
        elif before > 0.93:
            text.put(f"{self._actor()} {self._beside()[0]}, {self.one('but|and|while|as')} ")
        for part in re.split("(~[ST])", shape):
            if part in names_of:
                name = names_of[part]
                low, high = self._marked(name)
                text.spans[part].append((len(text.text) + low, len(text.text) + high))
                text.put(name)
            else:
                ends_in_s = part.startswith("'s ") and text.text.endswith("s")
                text.put("'" + part[2:] if ends_in_s else part)
        self._end(text)
        source, target = text.spans["~S"], text.spans["~T"]
        if shape.startswith("~S and ~T") and self.chance.random() < 0.3:
            source, target = target, source
        whole = text.text[0].upper() + text.text[1:]
        return Pair(text=whole, source=tuple(source), target=tuple(target)), root

    def _shape(self) -> tuple[str, str]:
        """(root, what is said with ~S and ~T in it)."""
        which = self.chance.random()
        if which < 0.03:
            return self._demand()
        if which < 0.10:
            root, phrase = self.chance.choice(self.phrases.shapes["BOTH"])
            return root, "~S and ~T " + self._choose(phrase)
        root = self.chance.choice(ROOTS)
        if which < 0.24:
            fitting = [phrase for name, phrase in self.phrases.shapes["NAMED"] if name == root]
            return root, self._choose(self.chance.choice(fitting))
        root, told = self._told(root)
        return root, "~S " + self._owned(told)

    def _told(self, root: str) -> tuple[str, str]:
        """(root, predicate): told, or promised, refused or threatened, which is another root."""
        verb, _, rest = self._choose(self.chance.choice(self.phrases.alone[root])).partition(" ")
        which, sign = self.chance.random(), self.phrases.signs[root]
        if which < 0.12 and sign == "+":
            return "AGREE", f"{self.one(names.GOODWILL)} {verb} {rest}"
        if which < 0.12 and sign == "-":
            return "THREATEN", f"{self.one(names.THREATS)} {verb} {rest}"
        if 0.12 <= which < 0.2 and root in KIND:
            return "REJECT", f"{self.one(names.REFUSALS)} {verb} {rest}"
        past, done = past_of(verb)
        forms = (past,) * 40 + (f"has {done}",) * 20 + (f"have {done}",) * 10
        forms += (f"is {going(verb)}",) * 8 + (third(verb),) * 6 + (f"had {done}",) * 6
        forms += (f"said it had {done}", f"has already {done}", f"has reportedly {done}") * 2
        forms += (f"again {past}", f"also {past}", f"on {self.one(names.DAYS)} {past}")
        return root, f"{self.chance.choice(forms)} {rest}"

    def _demand(self) -> tuple[str, str]:
        """An act of the target's that the source asks for."""
        root = self.chance.choice(KIND)
        wanted = self._choose(self.chance.choice(self.phrases.alone[root]))
        return "REQUEST", f"~S {self.one(names.DEMANDS)}{wanted.replace('~T', self._actor())}"

    def _beside(self) -> tuple[str, str]:
        """What another does beside the act, in the past and as a participle."""
        root = self.chance.choice(ROOTS)
        phrase = self._choose(self.chance.choice(self.phrases.alone[root]))
        verb, _, rest = phrase.replace("~T", self._actor()).partition(" ")
        return f"{past_of(verb)[0]} {rest}", f"{going(verb)} {rest}"

    def _end(self, text: Text) -> None:
        which = self.chance.random()
        if which < 0.5:
            text.put(self._fill(self.one(names.TAILS)))
        elif which < 0.6:
            past, doing = self._beside()
            other = self._actor()
            ends = (f" after {other} {past}", f", {doing}", f" and {past}")
            ends += (f" while {other} {past}", f", as {other} {past}")
            text.put(self.chance.choice(ends))
        text.put(".")

    def _actor(self) -> str:
        which = self.chance.random()
        person = f"{self.one(names.FIRST)} {self.one(names.LAST)}"
        if which < 0.3:
            return self.one(names.STATES)
        if which < 0.6:
            the = "the " if self.chance.random() < 0.75 else ""
            return f"{the}{self.one(names.PEOPLES)} {self.one(names.BODIES)}"
        if which < 0.7:
            return f"{self.one(names.PEOPLES)} {self.one(names.RANKS)} {person}"
        if which < 0.77:
            return person
        if which < 0.82:
            return f"the {self.one(names.BODIES)} of {self.one(names.STATES)}"
        return self.one(names.GROUPS)

    def _source(self, shape: str) -> str:
        if shape.startswith("thousands of ~S"):
            return f"{self.one(names.PEOPLES)} {self.one(names.CROWD)}"
        return self.one(names.PEOPLES) if OF_PEOPLE.search(shape) else self._actor()

    def _target(self) -> str:
        which = self.chance.random()
        if which < 0.25:
            return f"{self.one(names.PEOPLES)} {self.one(names.MANY)}"
        if which < 0.3:
            count = self.one("two|dozens of|at least 12|hundreds of|a group of")
            return f"{count} {self.one(names.PEOPLES)} {self.one(names.MANY)}"
        return self._actor()

    def _marked(self, name: str) -> tuple[int, int]:
        """Which part of a name is marked: all, all behind the article, or a word alone."""
        words = name.split()
        article = words[0].lower() in {"the", "a", "an"}
        if len(words) > 1 and self.chance.random() < 0.15:
            at = name.index(words[1 if article else 0])
            return at, at + len(words[1 if article else 0])
        low = len(words[0]) + 1 if article and self.chance.random() < 0.3 else 0
        return low, len(name)

    def _owned(self, told: str) -> str:
        """What is told, with "the plan of ~T" at times as "~T's plan"."""
        if self.chance.random() < 0.5:
            return re.sub(r"\b(?:the|an|a) ([\w-]+) (?:of|by|from) ~T", r"~T's \1", told)
        return told

    def _choose(self, phrase: str) -> str:
        """The phrase with one of each (a|b) taken."""
        taken = re.sub(r"\(([^()]*)\)", lambda m: self.chance.choice(m.group(1).split("|")), phrase)
        return re.sub(" +", " ", taken).strip()

    def _fill(self, frame: str) -> str:
        tables = {
            "{d}": names.DAYS,
            "{p}": names.STATES,
            "{n}": names.MATTERS,
            "{g}": names.GROUPS,
        }
        for sign, table in tables.items():
            frame = frame.replace(sign, self.one(table))
        return frame.replace("{P}", self.one(names.LAST).upper())


def past_of(verb: str) -> tuple[str, str]:
    """(past, participle) of a verb."""
    if verb in IRREGULAR:
        past, done = IRREGULAR[verb].split()
        return past, done
    if verb.endswith("e"):
        regular = verb + "d"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        regular = verb[:-1] + "ied"
    else:
        regular = verb + (verb[-1] if verb in DOUBLING else "") + "ed"
    return regular, regular


def going(verb: str) -> str:
    """The participle in -ing."""
    if verb in DOUBLING:
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def third(verb: str) -> str:
    """The form behind "it"."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(s|sh|ch|x|z|o)$", verb) else "s")
