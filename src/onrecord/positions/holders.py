"""Whose position: from a word to the party that it stands for.

Only parties have positions: governments, groups, organisations that negotiate, and persons through
the party they speak for. An institute, a poll, an analyst or an outlet never has one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors import Cast, Serving, is_owning
from onrecord.language.parse import Parse, Token
from onrecord.positions.wording import words
from onrecord.records import Actor, ActorMention, Interval

# Nouns that speak for whom their adjective or possessor names ("the Ostrian delegation").
_BODIES = """government delegation side negotiator negotiators official officials leadership
authority authorities president leader ministry administration team cabinet parliament
representative representatives diplomat diplomats envoy envoys spokesman spokeswoman
spokesperson minister force forces troop troops army military country nation state
union company management party regime foreign prime stance position"""
BODIES = frozenset(_BODIES.split())
OWN = words("his her its their our my")
FIRST_PERSON = words("we us i me our ours my ourselves")
PERSONS = words("he she they we i who")
# Nouns for people and bodies that can want something of another side.
PEOPLE = BODIES | words(
    """lawmaker legislator senator congressman congresswoman representative governor mayor member
    republican democrat conservative liberal moderate progressive tory socialist protester
    demonstrator activist campaigner supporter opponent ally faction rebel militant insurgent
    separatist fighter guerrilla militia commander general king queen prince premier chancellor
    leader chief head chairman chairwoman chairperson speaker secretary ambassador delegate
    delegation aide adviser spokesman candidate nominee group organization organisation movement
    coalition alliance bloc council committee commission congress senate house chamber caucus
    parliament administration ministry department agency authority cabinet board executive
    employer worker farmer miner nurse teacher driver pilot striker striker union federation
    creditor lender bondholder investor tribe elder bishop mp minister official people power
    country nation state capital party opposition side campaign captor kidnapper""",
)
NEVER_A_PARTY = re.compile(
    r"\b(?:institut\w*|universit\w*|think[- ]tanks?|polls?|pollsters?|surveys?|foundation"
    r"|research\w*|analysts?|experts?|economists?|observers?|commentators?|scholars?|professor"
    r"|critics|academics?"
    r"|study|studies|media|newspaper|agency reports?|witness\w*|residents?|former)\b",
    re.I,
)


# "Vice president" and "foreign minister" lead no state.
LEADING = re.compile(
    r"(?<!vice )(?<!vice-)\b(?:president|prime minister|chancellor|premier|king|queen|emir|sultan"
    r"|supreme leader|head of state|head of government|crown prince)\b(?! of the (?:council"
    r"|commission|parliament|senate))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A party as a sentence names it; `party` and `actor` are ids, None where that stays open.

    `name` is the party's listed name, for slugs; tokens `[first, last)` are the words.
    """

    party: str | None
    actor: str | None
    name: str
    text: str
    first: int
    last: int
    kind: str = ""


class Holders:
    """Finds the holder at a word, by the mentions of one article."""

    def __init__(
        self,
        parse: Parse,
        mentions: Iterable[ActorMention],
        cast: Cast,
        when: Interval | None,
    ) -> None:
        self.parse = parse
        self.cast = cast
        self.when = when
        self._by_token: dict[int, tuple[int, ActorMention, Sequence[Token]]] = {}
        self._owners: dict[int, tuple[ActorMention, Sequence[Token]]] = {}  # "his", "its"
        ordered = sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.id))
        self._serving = Serving(ordered, cast)
        for mention in ordered:
            if is_owning(mention):
                for token in parse.between(mention.span.start, mention.span.end):
                    self._owners[token.i] = (mention, (token,))
                continue  # "Orlo repeated his offer": the words that show whose it is hold his name
            covered = parse.between(mention.span.start, mention.span.end)
            length = mention.span.end - mention.span.start
            for token in covered:
                if token.i not in self._by_token or self._by_token[token.i][0] < length:
                    self._by_token[token.i] = (length, mention, covered)

    def tokens_of(self, sentence: int) -> Sequence[Token]:
        """The tokens of the sentence with this index; none where there is none."""
        if not 0 <= sentence < len(self.parse.sentences):
            return ()
        return self.parse.tokens_of(self.parse.sentences[sentence])

    def mention_at(self, token: Token) -> ActorMention | None:
        """The longest mention that covers this word."""
        found = self._by_token.get(token.i)
        return found[1] if found else None

    def at(self, token: Token) -> Holder | None:
        """The holder that this word names, itself or by whom it belongs to; None: no party."""
        found = self._by_token.get(token.i)
        if found is not None:
            holder = self._of_mention(found[1], found[2])
            if holder is not None or token.lemma not in BODIES:
                return holder
        if token.lemma in BODIES or token.text.lower() in BODIES:
            return self._of_body(token)
        return None

    def is_somebody(self, token: Token) -> bool:
        """Whether a word names a person or a body, not what they do."""
        mention = self.mention_at(token)
        return token.ent == "PERSON" or (mention is not None and mention.form != "unnamed")

    def owner(self, token: Token) -> Holder | None:
        """The holder that "his", "its" or "their" stands for before a demand or an offer."""
        found = self._owners.get(token.i)
        return self._of_mention(*found) if found is not None else None

    def unsettled(self, token: Token) -> Holder | None:
        """The holder that a word names by no name we know: a group, a title, "they"; no party.

        Its positions are shown and never make a cell. None for who only watches or comments.
        """
        if self._watches(token):
            return None
        if token.pos == "PRON" and token.text.lower() in PERSONS:
            return Holder(None, None, token.text, token.text, token.i, token.i + 1)
        named = token.pos == "PROPN" and token.ent in ("PERSON", "ORG", "NORP", "GPE")
        people = token.pos in ("NOUN", "PROPN") and token.lemma.lower() in PEOPLE
        if not named and not people:
            return None
        inside = [t for t in token.subtree() if t.i <= token.i]
        inside = [t for t in inside if t.i == token.i or t.dep not in ("punct", "cc", "conj")]
        first = min(t.i for t in inside)
        text = " ".join(t.text for t in self.parse.tokens[first : token.i + 1])
        if NEVER_A_PARTY.search(text):
            return None
        return Holder(None, None, text, text, first, token.i + 1)

    def _watches(self, token: Token) -> bool:
        """Whether a word names a paper, an institute, or somebody who no longer is in office."""
        mention = self.mention_at(token)
        actor = self.cast.actor_at(mention.id) if mention is not None else None
        outside = actor is not None and (actor.kind == "outlet" or is_outside(actor))
        return outside or (mention is not None and mention.former)

    def is_leader(self, token: Token) -> bool:
        """Whether a word names a person who leads a party: a president, a prime minister."""
        mention = self.mention_at(token)
        actor = self.cast.actor_at(mention.id) if mention is not None else None
        if mention is None or actor is None or mention.former:
            return False
        told = f"{mention.span.text} {mention.role or ''}"
        if actor.kind == "person":
            roles = " ".join(a.role or "" for a in actor.speaks_for if a.to is None)
            return bool(LEADING.search(f"{told} {roles}")) and bool(actor.speaks_for)
        return bool(LEADING.search(told)) and bool(token.lemma in BODIES)

    def _of_body(self, token: Token) -> Holder | None:
        """The holder that an adjective or possessor names before such a noun."""
        for child in token.children:
            if child.dep in ("amod", "poss", "compound", "nmod") and child.i in self._by_token:
                holder = self._of_mention(*self._by_token[child.i][1:])
                if holder is not None and holder.party is not None:
                    return holder
        return None

    def _of_mention(self, mention: ActorMention, tokens: Sequence[Token]) -> Holder | None:
        actor = self.cast.actor_at(mention.id)
        if actor is None or not tokens:
            return None
        if _never_a_party(actor, mention):
            return None
        party = self._serving.party_of(actor, self.when)
        of = self.cast.actors.get(party) if party else None
        return Holder(
            party=party,
            actor=actor.id,
            name=(of or actor).listed_name,
            text=mention.span.text,
            first=tokens[0].i,
            last=tokens[-1].i + 1,
            kind=of.kind if of else actor.kind,
        )


def is_outside(actor: Actor) -> bool:
    """Whether an actor only watches, by its name: an institute, a poll."""
    return actor.kind != "person" and bool(NEVER_A_PARTY.search(actor.name))


def _never_a_party(actor: Actor, mention: ActorMention) -> bool:
    if actor.kind in ("outlet", "unnamed") or mention.form == "unnamed" or mention.former:
        return True
    words = f"{mention.span.text} {mention.role or ''}"
    if actor.kind != "person":
        words += f" {actor.name}"
    return bool(NEVER_A_PARTY.search(words))


GENERIC = re.compile(
    r"_(?:oblasts?|regions?|provinces?|peninsula|districts?|islands?|governorate|territory|valley"
    r"|strip|city|area)$"
)


@lru_cache(maxsize=65536)  # several stages ask for that of every actor
def slug(name: str) -> str:
    """A name as a part of an issue's id: "Sea of Azov" → "sea_of_azov"."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    found = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return GENERIC.sub("", found) or found
