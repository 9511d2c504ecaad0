"""What constructions look at, and the frames that they open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.language.parse import Parse, Token
from onrecord.positions.acts import ActWords
from onrecord.positions.holders import FIRST_PERSON, OWN, Holder, Holders
from onrecord.positions.phrases import Phrase
from onrecord.positions.sides import both_sides, is_both_sides
from onrecord.positions.voices import Voice, Voices
from onrecord.positions.wording import words
from onrecord.records import Act, Article

# "Their country", "its side": who speaks, where a party says it of itself.
OWN_BODIES = words("country nation government side delegation people army state force party team")


ASIDE_MARKS = words("as while although though whereas even")
TELLING = words(
    """say maintain insist argue claim think believe demand tell state declare contend hold want
    feel assert announce suggest propose"""
)
MAX_CLIMB = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """A position in the making: who, which act, about which phrases, by which construction.

    `clause` is the verb that conditions hang on; `own_words`: the phrases were the party's whole
    sentence, so that one without an issue is no position. `declared` are the tokens `[first, last)`
    of words that declare its hardness beside cue and phrases ("… is a red line"). `marked`: a
    model took the words for a position. `apart`: the phrases stand in an earlier clause, and are
    no part of the words that take the position.
    """

    act: Act
    rule: str
    predicate: Token
    clause: Token
    holder: Holder
    phrases: tuple[Phrase, ...]
    sure: float
    own_words: bool = False
    declared: tuple[int, int] | None = None
    marked: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One article's parse, holders and voices, and a codebook's words for acts.

    `earlier` grows by the frames found.
    """

    article: Article
    parse: Parse
    holders: Holders
    voices: Voices
    acts: ActWords
    earlier: list[Frame] = field(default_factory=list)

    def holders_of(self, tokens: Iterable[Token]) -> list[Holder]:
        """The holders that these words name, each party once; a speaker's "we" is its own."""
        found: dict[str, Holder] = {}
        for token in tokens:
            holder = self.own(token) or self.holders.at(token)
            named = [holder] if holder is not None else []
            if holder is None and is_both_sides(token):
                named = both_sides(token, self.holders)
            if not named and (unsettled := self.holders.unsettled(token)) is not None:
                named = [unsettled]
            for each in named:
                found.setdefault(each.party or each.actor or each.text, each)
        return list(found.values())

    def own(self, token: Token) -> Holder | None:
        """The speaker's party where a word stands for the speaker itself."""
        voice = self.voices.at(token.i)
        if voice is None or (voice.party is None and voice.standing != "itself"):
            return None
        first_person = token.text.lower() in FIRST_PERSON
        of_own = token.lemma in OWN_BODIES and any(
            c.dep == "poss" and c.text.lower() in OWN for c in token.children
        )
        if not first_person and not of_own:
            return None
        name = voice.party_name or voice.text
        return Holder(voice.party, voice.speaker, name, token.text, token.i, token.i + 1)

    def speaker(self, token: Token) -> Holder | None:
        """The party in whose words a token stands."""
        voice = self.voices.at(token.i)
        if voice is None:
            return self._made_clear(token)
        settled = voice.party is not None or voice.standing == "itself" or voice.takes_part
        if not settled or self._told_by_another(token, voice):
            return None
        name = voice.party_name or voice.text
        return Holder(voice.party, voice.speaker, name, voice.text, token.i, token.i)

    def _told_by_another(self, token: Token, voice: Voice) -> bool:
        """Whether somebody else thinks or says so inside what is said ("they maintain …")."""
        at = token
        for _ in range(MAX_CLIMB):
            above = at.head
            if above is at or self.voices.at(above.i) is not voice:
                return False
            subject = above.child("nsubj")
            if at.dep == "ccomp" and subject is not None and above.lemma in TELLING:
                own = self.own(subject) or self.holders.at(subject)
                if own is None:
                    return subject.pos != "PRON"  # "he believes": most often the speaker
                return own.party != voice.party
            at = above
        return False

    def _made_clear(self, token: Token) -> Holder | None:
        """Who "made it clear that …", where no statement covers the words."""
        clear = token.head
        if clear.lemma != "clear" or token.dep not in ("advcl", "ccomp", "acl"):
            return None
        made = clear.head
        if made.lemma != "make" or any(c.dep in ("neg", "aux") for c in made.children):
            return None
        holders = self.holders_of(c for c in made.children if c.dep == "nsubj")
        return holders[0] if len(holders) == 1 else None

    def is_headline(self, block: int) -> bool:
        """Whether a block is set In Title Case, where no parser finds its way."""
        kind, text = self.article.blocks[block].kind, self._text_of(block)
        if kind not in ("title", "heading"):
            return False
        long = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
        return sum(w[0].isupper() for w in long) > 0.7 * len(long)

    def _text_of(self, block: int) -> str:
        return self.article.text[self.article.blocks[block].start : self.article.blocks[block].end]

    def voice(self, token: Token) -> Voice | None:
        """The voice at a token; None: the reporter's own."""
        voice = self.voices.at(token.i)
        if voice is None or voice.direct or not _aside(token):
            return voice
        return None  # "…, even as it agreed to B" is the reporter's aside


def _aside(token: Token) -> bool:
    """Whether a word stands in a clause that sets something beside what was said."""
    at = token
    for _ in range(MAX_CLIMB):
        if at.dep == "advcl" and any(
            c.dep == "mark" and c.text.lower() in ASIDE_MARKS for c in at.children
        ):
            near = (at.head, *at.children)
            return not any(c.text.lower() in ("soon", "long") for c in near)
        at = at.head
    return False


Construction = Callable[[Token, Scene], Iterator[Frame]]


def reason(construction: Construction) -> str:
    """What a reader sees as the method: the first line of the construction's docstring."""
    return (construction.__doc__ or "").strip().splitlines()[0].rstrip(".")
