"""From a phrase to issue and values: which anchors its head stands in, with places filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.language.parse import Token
from onrecord.positions.acts import HAPPENING, THROUGH, THROUGH_NOUNS, THROUGH_NOUNS_WEAK, Turn
from onrecord.positions.anchors import Hit
from onrecord.positions.codebook import Codebook, Issue, fill
from onrecord.positions.holders import Holder, Holders, slug
from onrecord.positions.index import Touch, Touches
from onrecord.positions.phrases import (
    Phrase,
    coordinated,
    is_area_noun,
    phrase_of,
    strays_behind,
)
from onrecord.positions.wording import words

REACH = 6
NAME_REACH = 6  # "withdrawal from [all of the occupied eastern] provinces"
NO_AREAS = frozenset({"WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "DATE"})
PARTLY = words("of part parts all most whole rest half entire")
MAX_DEPTH = 5  # "agreed to accept the idea of an end to ..."
PARTY_PARAMETERS = ("party", "force")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a phrase is about: an issue and values of it, and how the act is turned on the way.

    `words` are the tokens `[first, last)` that say so; `explicit` is False where only the bare
    name of the issue stood there.
    """

    issue: str
    values: tuple[str, ...]
    turns: tuple[Turn, ...]
    words: tuple[int, int]
    explicit: bool


class Matcher:
    """Matches the phrases of one article with a codebook."""

    def __init__(self, codebook: Codebook, touches: Touches, holders: Holders) -> None:
        self.codebook = codebook
        self.touches = touches
        self.holders = holders
        self._issues = {issue.id: issue for issue in codebook.issues}

    def matters(
        self, phrase: Phrase, holder: Holder | None, depth: int = 0, *, asked: bool = False
    ) -> list[Matter]:
        """The issues that a phrase is about; none if its head stands in no anchor.

        `asked`: it is asked of others, so that forces left unnamed are not the holder's own, and
        without a place make no issue.

        A head that only leads on ("accept the idea of …") is looked through.
        """
        found = self._here(phrase, holder, asked=asked)
        if found or depth == MAX_DEPTH:
            return _denied(found, phrase)
        turn, heads = _through(phrase.head)
        for head in heads:
            for each in coordinated(head):
                for matter in self.matters(phrase_of(each), holder, depth + 1, asked=asked):
                    found.append(replace(matter, turns=(turn, *matter.turns)))
        return _denied(found, phrase)

    def touched(self, phrase: Phrase, holder: Holder | None) -> list[Matter]:
        """The one issue that a phrase speaks of anywhere in it, without a value; none if several.

        Where the head names no issue ("raise the share that imports pay in tariffs"), what stands
        below it still tells what the words are about: enough to list them there, not for a cell.
        """
        hits = self._unbarred(phrase, ("issue", "value"))
        hits = [
            h for h in _longest(hits) if h.what.wants is None or self._is_named_behind(h, phrase)
        ]
        names = {h.what.name for h in hits}
        if len(names) != 1:
            return []
        issue = self._issues[names.pop()]
        at = (min(h.first for h in hits), max(h.last for h in hits))
        return [
            Matter(instance, (), (), at, explicit=False)
            for instance in self._instances(issue, at, phrase, holder, asked=True)
        ]

    def _unbarred(self, phrase: Phrase, kinds: tuple[str, ...]) -> list[Hit[Touch]]:
        """The hits of a phrase whose words belong together and that no "not" anchor bars."""
        hits = self.touches.within(phrase.first, phrase.last, *kinds)
        inside = {t.i for t in phrase.tokens}
        # What bars an anchor may reach behind the phrase ("a truce | in their trade war").
        barred = self.touches.within(phrase.first - REACH, phrase.last + REACH, "not")
        return [
            h
            for h in hits
            if h.first in inside
            and h.last - 1 in inside
            and self._holds_together(h)
            and not any(b.what.name == h.what.name and _overlap(b, h) for b in barred)
        ]

    def steps(
        self, phrase: Phrase, holder: Holder | None, depth: int = 0, *, but: Holder | None = None
    ) -> tuple[str, ...]:
        """The steps that a phrase's head names, the party of a step filled in; never by `but`."""
        inside = {t.i for t in phrase.tokens}
        hits = [
            h
            for h in self.touches.within(phrase.first, phrase.last, "step", "passive step")
            if h.first in inside
            and h.last - 1 in inside
            and h.first <= phrase.head.i < h.last
            and self._holds_together(h)
            and self._is_named_behind(h, phrase)
        ]
        found: dict[str, None] = {}
        for hit in _longest(hits):
            name = hit.what.name
            if "<party>" in name:
                named = self._party_in(phrase, (hit.first, hit.last), but) or holder
                if named is None:
                    continue
                name = name.replace("<party>", slug(named.name))
            found[name] = None
        if not found and depth < MAX_DEPTH:
            for head in _through(phrase.head)[1]:
                for each in coordinated(head):
                    below = self.steps(phrase_of(each), holder, depth + 1, but=but)
                    found.update(dict.fromkeys(below))
        return tuple(found)

    def _here(self, phrase: Phrase, holder: Holder | None, *, asked: bool) -> list[Matter]:
        passive = any(c.dep in SUBJECTS for c in phrase.head.children)
        kinds = ("issue", "value", "passive") if passive else ("issue", "value")
        hits = [
            h
            for h in self._unbarred(phrase, kinds)
            if h.first <= phrase.head.i < h.last and self._is_named_behind(h, phrase)
        ]
        found: list[Matter] = []
        by_issue: dict[str, list[Hit[Touch]]] = {}
        for hit in _longest(hits):
            by_issue.setdefault(hit.what.name, []).append(hit)
        for name, group in by_issue.items():
            issue = self._issues[name]
            values, explicit = self._values(issue, group, phrase)
            at = (min(h.first for h in group), max(h.last for h in group))
            found += [
                Matter(instance, values, (), at, explicit)
                for instance in self._instances(issue, at, phrase, holder, asked=asked)
            ]
        if any(m.values for m in found):
            found = [m for m in found if m.values]
        if any(m.explicit for m in found):  # "a temporary truce" is not "all fighting stops"
            found = [m for m in found if m.explicit or not m.values] or found
        return found

    def _is_named_behind(self, hit: Hit[Touch], phrase: Phrase) -> bool:
        """Whether the name that an anchor wants behind its words stands there."""
        if hit.what.wants is None:
            return True
        behind = [t for t in phrase.tokens if hit.last <= t.i < hit.last + NAME_REACH]
        if hit.what.wants == "leader":
            return any(self.holders.is_leader(t) for t in behind)
        for token in behind:
            if token.ent in NO_AREAS or (token.text.isupper() and len(token.text) > 2):
                return False  # "withdrawal from NAFTA" leaves no land
            if self._is_place(token) or is_area_noun(token):
                return True
            if token.pos not in ("DET", "ADJ", "NUM") and token.lemma not in PARTLY:
                return False
        return False

    def _holds_together(self, hit: Hit[Touch]) -> bool:
        """Whether the words of an anchor belong together: no other noun or verb parts them.

        "Keep the threat of tariffs" keeps no tariffs, "stop testing weapons" stops no weapons.
        """
        tokens = self.holders.parse.tokens
        matched = set(hit.tokens)
        for index in hit.tokens:
            token = tokens[index]
            if token.head.i in matched or token.pos not in ("NOUN", "PROPN"):
                continue
            between = []
            for above in token.ancestors():
                if above.i in matched:
                    break
                between.append(above)
            else:
                continue  # the anchor's own top
            if any(_parts(above, token) for above in between):
                return False
        return True

    def _values(
        self, issue: Issue, hits: Sequence[Hit[Touch]], phrase: Phrase
    ) -> tuple[tuple[str, ...], bool]:
        """The value that the hits name, and whether by words of its own."""
        named = [h for h in hits if h.what.kind in ("value", "passive") and h.what.value]
        if named:
            best = max(named, key=lambda h: (h.words, h.first - h.last, -h.first))
            return (str(best.what.value),), True
        near = [
            h
            for h in self.touches.within(phrase.first, phrase.last, "near")
            if h.what.name == issue.id
        ]
        if near and near[0].what.value:
            return (near[0].what.value,), True
        return ((issue.default,), False) if issue.default else ((), False)

    def _instances(
        self,
        issue: Issue,
        at: tuple[int, int],
        phrase: Phrase,
        holder: Holder | None,
        *,
        asked: bool,
    ) -> list[str]:
        """The ids that a template takes here: one per place named, with the party named."""
        if not issue.parameters:
            return [issue.id]
        bound = dict(issue.parameters)
        places = [n for n in bound if n not in PARTY_PARAMETERS]
        for name in PARTY_PARAMETERS:
            if name in bound:
                forces = bound[name] != "party"
                others = asked and forces
                named = self._party_in(phrase, at, bodies=forces) or (None if others else holder)
                if named is not None:
                    bound[name] = slug(named.name)
                elif others and not places:
                    return []  # whose arms are to go is not said: two who ask for it do not agree
        if not places:
            return [fill(issue.id, bound)]
        areas = self.areas(phrase) or [bound[places[0]]]
        return [fill(issue.id, bound | {places[0]: area}) for area in areas]

    def _party_in(
        self,
        phrase: Phrase,
        at: tuple[int, int],
        but: Holder | None = None,
        *,
        bodies: bool = False,
    ) -> Holder | None:
        """The party that a phrase names nearest to its anchor.

        Organisations are none but with `bodies`: of "joins the alliance" the alliance is not meant.
        """
        named = [
            (abs(token.i - at[0]), token.i, holder)
            for token in phrase.tokens
            if (holder := self.holders.at(token)) is not None
            and holder.party is not None
            and (bodies or holder.kind != "organization")
            and (but is None or holder.party != but.party)
        ]
        return min(named, key=lambda n: n[:2])[2] if named else None

    def areas(self, phrase: Phrase) -> list[str]:
        """The places that a phrase names and that are no party, as slugs in text order.

        A list of places goes on where the parser hung its last items elsewhere.
        """
        tokens = self.with_all_areas(phrase).tokens
        found: dict[str, None] = {}
        run: list[Token] = []
        for token in tokens:
            if run and token.i == run[-1].i + 1 and self._is_place(token):
                run.append(token)
                continue
            found.update(_named(run))
            run = [token] if self._is_place(token) else []
        return list(found | dict.fromkeys(_named(run)))

    def with_all_areas(self, phrase: Phrase) -> Phrase:
        """The phrase with the last items of its list of places, if they were hung elsewhere."""
        places = [t for t in phrase.tokens if self._is_place(t) or is_area_noun(t)]
        tokens = list(phrase.tokens)
        for stray in strays_behind(places[-1]) if places else ():
            if is_area_noun(stray) or self._is_place(stray):
                tokens += [t for t in stray.subtree() if t.i > tokens[-1].i]
        return replace(phrase, tokens=tuple(tokens))

    def _is_place(self, token: Token) -> bool:
        """Whether a word is part of a proper name that no party, person or day bears."""
        if token.pos not in ("PROPN", "") or not token.text[:1].isupper():
            return False
        if token.ent in ("DATE", "NORP", "EVENT", "LAW", "TIME"):
            return False
        mention = self.holders.mention_at(token)
        if mention is None:
            return True
        holder = self.holders.at(token)
        return holder is not None and holder.party is None and mention.kind != "person"


INSTRUMENTS = words(
    """charter convention treaty accord agreement resolution article council constitution pact
    protocol declaration president minister foreign prime mr ms mrs general"""
)


def _named(run: list[Token]) -> dict[str, None]:
    """The slug of a run of words as a place; a name that only tells another noun apart is none."""
    if not run:
        return {}
    told_apart = run[-1].dep == "compound" and run[-1].head not in run
    if told_apart and not is_area_noun(run[-1].head):
        return {}
    named_with = any(c.pos == "PROPN" and c.dep == "compound" for c in run[-1].children) and (
        run[0].dep != "compound" and len(run) == 1
    )
    if named_with or run[-1].text.lower() in INSTRUMENTS:
        return {}  # "the U.N. Charter"
    name = slug(" ".join(t.text for t in run))
    return {name: None} if name else {}


def _covers(outer: Hit[Touch], inner: Hit[Touch]) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _parts(above: Token, token: Token) -> bool:
    """Whether a word between two of an anchor makes them speak of different things."""
    if above.lemma in MEANWHILE:
        return True  # "leave it intact during the talks"
    if above.pos == "VERB":
        return above.dep != "acl" or above.head.lemma not in AIMS
    return above.pos == "NOUN" and above.lemma not in AIMS and not _carries(above, token)


MEANWHILE = words("during amid after since despite")
AIMS = words("intention bid right ambition aspiration plan effort hope desire wish goal attempt")


def _carries(above: Token, token: Token) -> bool:
    """Whether a noun between only measures or is told apart by the matched word below it."""
    return above.lemma in MEASURES or (token.head is above and token.dep != "prep")


MEASURES = words(
    """package set series round number part range most rest regime bulk all one some majority
    percent     % kind sort form type batch group wave share level lot dozen hundred thousand"""
)


def _overlap(one: Hit[Touch], other: Hit[Touch]) -> bool:
    return one.first < other.last and other.first < one.last


def _longest(hits: Sequence[Hit[Touch]]) -> list[Hit[Touch]]:
    """The hits that lie in no longer one ("ceasefire" in "ceasefire monitoring")."""
    return [
        h for h in hits if not any(_covers(o, h) and o.words > h.words for o in hits if o is not h)
    ]


def _denied(found: list[Matter], phrase: Phrase) -> list[Matter]:
    """The matters under the phrase's negation, but for those that have it in their own words."""
    no = phrase.negation
    if no is None:
        return found
    return [
        m if m.words[0] <= no.i < m.words[1] else replace(m, turns=("against", *m.turns))
        for m in found
    ]


def _through(head: Token) -> tuple[Turn, list[Token]]:
    """How a head that only leads on turns the act, and the heads that it leads to."""
    if head.pos in ("VERB", "AUX"):
        if _in_force(head):
            return "same", [c for c in head.children if c.dep in SUBJECTS]
        if head.lemma in THROUGH:
            return THROUGH[head.lemma], list(_complements(head))
        if head.lemma in HAPPENING:
            done = [c for c in head.children if c.dep in ("dobj", "xcomp")]
            return HAPPENING[head.lemma], done or [c for c in head.children if c.dep in SUBJECTS]
    if head.pos in ("NOUN", "PROPN") and head.lemma in THROUGH_NOUNS:
        turn: Turn = "weak" if head.lemma in THROUGH_NOUNS_WEAK else "same"
        return turn, list(_noun_complements(head))
    return "same", []


def _in_force(head: Token) -> bool:
    """Whether a verb says that its subject holds: "is in force", "takes effect", "is in place"."""
    if head.lemma not in ("be", "come", "enter", "go", "take", "remain", "stay"):
        return False
    nouns = [c.lemma for c in head.children if c.dep == "dobj"]
    nouns += [g.lemma for c in head.children if c.dep == "prep" for g in c.children]
    return any(noun in ("force", "effect", "place", "hold") for noun in nouns)


SUBJECTS = ("nsubj", "nsubjpass")
LEADING = ("to", "on", "for", "of", "into", "about")
TAKING_PART = words("engage participate involve interested succeed")


def _complements(head: Token) -> Iterator[Token]:
    passive = any(c.dep in ("nsubjpass", "auxpass") for c in head.children)
    for child in head.children:
        if child.dep in ("dobj", "attr", "oprd", "xcomp", "ccomp") or (
            child.dep == "nsubjpass" and passive
        ):
            yield child
        elif child.dep == "prep" and (child.lemma in LEADING or _takes_part(head, child)):
            yield from (c for c in child.children if c.dep in ("pobj", "pcomp"))


def _takes_part(head: Token, preposition: Token) -> bool:
    return preposition.lemma in ("in", "with") and head.lemma in TAKING_PART


def _noun_complements(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep in ("acl", "ccomp", "compound", "appos"):
            if head.lemma != "offer" or child.dep == "compound":  # whose act it would be is open
                yield child
        elif child.dep == "prep" and child.lemma in LEADING:
            yield from (c for c in child.children if c.dep in ("pobj", "pcomp"))
