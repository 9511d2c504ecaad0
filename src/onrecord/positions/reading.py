"""Turns frames into positions: what they are about, in whose words, on what they hang."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.language.parse import Parse, Token
from onrecord.positions.acts import THROUGH, turned
from onrecord.positions.codebook import Codebook
from onrecord.positions.conditions import Link, links_at, overlooked_kind
from onrecord.positions.declared import days_by, hardness_in, reason_at, told_of
from onrecord.positions.denials import denial_of, denies_somewhere, has_none, is_negated, under_any
from onrecord.positions.guards import is_vague
from onrecord.positions.holders import Holder, slug
from onrecord.positions.index import Touches
from onrecord.positions.matching import Matcher, Matter
from onrecord.positions.narrowing import narrowing
from onrecord.positions.phrases import Phrase, has_subject, is_infinitive
from onrecord.positions.red_lines import points_back_as_red_line
from onrecord.positions.scene import Frame, Scene
from onrecord.positions.subjects import subjects_of
from onrecord.positions.voices import Voice
from onrecord.positions.wording import words
from onrecord.records import (
    Act,
    Article,
    Condition,
    Interval,
    Modality,
    Position,
    Span,
    TimeMention,
    identity,
)

YES = ("accept", "offer", "commit")
WAITING = (*YES, "openness")
# Acts that a condition turns into waiting; a demand under a condition is still a demand.
HOLDING = (*YES, "openness", "reject", "propose")
SURE_ENOUGH = 0.6  # of a cue, for words that the codebook has no value for
ASKED_OF = ("on", "upon", "to", "with", "at", "from")
FITTED = ("condition", "circumstance")  # "under the right conditions" is no threat
UNTIL = ("unless", "only_after", "until")  # what a step waits for


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with everything that a position is made from."""

    article: Article
    parse: Parse
    scene: Scene
    touches: Touches
    matcher: Matcher
    times: tuple[TimeMention, ...]

    def positions(self, frame: Frame) -> list[Position]:
        """The positions of a frame: one per issue it touches, and its preconditions."""
        voice = self.scene.voice(frame.predicate)
        if voice is not None and voice.standing == "outside":
            return []  # an analyst's account of what a party wants
        draft = Draft(self, frame, voice, tuple(links_at(frame.clause, frame.predicate)))
        found: list[Position] = []
        for each in frame.phrases:
            asked = frame.act == "demand"
            # What the model alone has seen is listed under its issue, and never makes a cell.
            doer = self._addressee(frame, each) if asked else None
            matters = (
                self.matcher.matters(each, doer or frame.holder, asked=asked and doer is None)
                if not frame.marked
                else []
            )
            if asked and doer is None and self._asks_outsiders(frame, each):
                matters = [m for m in matters if not self._is_a_partys(m)]
            phrase = self.matcher.with_all_areas(each)
            found += [p for m in matters if (p := draft.on_matter(m, phrase)) is not None]
            spoken = [] if matters else self.matcher.touched(phrase, frame.holder)
            plain = frame.marked or self._is_plain(frame, phrase, draft.links)
            if not matters and (plain or (spoken and frame.own_words)):
                found += [draft.unmapped(phrase, matter) for matter in spoken or (None,)]
        return found + draft.preconditions()

    def _addressee(self, frame: Frame, phrase: Phrase) -> Holder | None:
        """Whom a party asks to do what the phrase says: "called on them to withdraw"."""
        found = self.scene.holders_of(self._asked(frame, phrase))
        return found[0] if len(found) == 1 and found[0].party is not None else None

    def _asks_outsiders(self, frame: Frame, phrase: Phrase) -> bool:
        """Whether those who are asked are no party: "called on people to leave the square"."""
        asked = self._asked(frame, phrase)
        parties = [h for h in self.scene.holders_of(asked) if h.party is not None]
        return bool(asked) and not parties and all(t.tag == "NNS" for t in asked)

    def _is_a_partys(self, matter: Matter) -> bool:
        """Whether an issue is about what one party's side does: "the withdrawal of Norland"."""
        issue = self.matcher.codebook.issue(matter.issue)
        return any(name in ("party", "force") for name, _ in issue.parameters)

    def _asked(self, frame: Frame, phrase: Phrase) -> list[Token]:
        """The words for those who are asked to do what the phrase says."""
        if not is_infinitive(phrase.head) or has_subject(phrase.head):
            return []
        verb = frame.predicate
        asked = [c for c in verb.children if c.dep in ("dobj", "dative")]
        asked += [
            g for c in verb.children if c.dep == "prep" and c.lemma in ASKED_OF
            for g in c.children if g.dep == "pobj"
        ]  # fmt: skip
        return asked

    def _is_plain(self, frame: Frame, phrase: Phrase, links: Sequence[Link]) -> bool:
        """Whether a position is worth showing though the codebook has no value for it."""
        done = frame.act == "reject" and phrase.head.tag == "VBG"  # "ruled out intervening"
        told = (done or len(phrase.tokens) > 1) and phrase.head.pos != "PRON"
        if not told or frame.sure < SURE_ENOUGH or is_vague(frame.predicate, phrase):
            return False
        if frame.act != "threaten" and self.scene.holders.is_somebody(phrase.head):
            return False  # "opposed the president": nothing to grant
        if frame.own_words and frame.act == "demand":
            return self._asks_another(frame)
        bound = phrase.negation is not None or any(k.held_back is None for k in links)
        return not frame.own_words or bound or frame.act in ("reject", "threaten")

    def _asks_another(self, frame: Frame) -> bool:
        """Whether "must" and "should" ask something of somebody, not how one ought to feel."""
        verb = frame.predicate
        if any(c.dep in ("acomp", "attr") for c in verb.children) and verb.lemma == "be":
            return False
        passive = any(c.dep == "nsubjpass" for c in verb.children)
        doers = subjects_of(verb)
        others = [h for h in self.scene.holders_of(doers) if h.text.lower() not in MYSELF]
        return passive or bool(others) or verb.pos not in ("VERB", "AUX")


# "If they agree" asks for a yes; "if they leave" may be what a threat hangs on.
NEAR = 200  # words to either side; keeps a page without full stops linear
HARMING = words(
    "strike attack bomb hit retaliate destroy invade shell punish bombard sink crush respond seize"
)
WILL = words("will would wo shall 'll ’ll 'd ’d")
AGREEING = words("agree accept reciprocate comply consent cooperate sign")
MYSELF = frozenset(("i", "he", "she", "who"))


@dataclass(frozen=True, slots=True)
class Whose:
    """In whose words a position stands, whose it is, who says so, and of whom."""

    voice: Literal["party", "reporter", "other"]
    party: str | None
    speaker: str | None
    about: str | None
    statements: tuple[str, ...]
    claims: bool = False  # of another whose party is not settled


@dataclass(frozen=True, slots=True)
class Draft:
    """The positions of one frame in the making."""

    reading: Reading
    frame: Frame
    voice: Voice | None
    links: tuple[Link, ...]

    def on_matter(self, matter: Matter, phrase: Phrase) -> Position | None:
        """The position on one issue; None where the verbs on the way leave nothing said."""
        act: Act | None = self.frame.act
        for turn in matter.turns:
            act = turned(act, turn) if act is not None else None
        if act is None or (act in YES and self._is_denied_unseen(phrase)):
            return None
        if not matter.values and self._needs_value(act, matter):
            return None
        conditions = self._conditions([k for k in self.links if k.held_back is None])
        if self.frame.own_words and self._is_unclear(conditions):
            return None  # "will do A if they do whatever": a threat as likely as an offer
        if act in YES and self._holds_up_to_then(matter):
            return None
        overlooked = self._overlooked(act)
        if overlooked is not None:
            conditions = (*conditions, overlooked)
            act = act if overlooked.type == "as_long_as" and act == "reject" else "accept_if"
        act = "threaten" if self._is_bound_to_harm(phrase) else _conditional(act, self.links)
        narrowed = self._narrowed(phrase, matter) if act == "reject" else None
        if narrowed is not None:
            return self._untold(act, narrowed, conditions, replace(matter, values=()))
        position = self._position(act, phrase, conditions, matter)
        sure = position.confidence * (1.0 if matter.explicit else 0.9)
        kept = tuple(c for c in position.conditions if c.issue != matter.issue)
        kept += self._by_dates(max((c.group for c in kept), default=-1) + 1)
        return replace(position, conditions=kept, confidence=round(sure, 2))

    def _holds_up_to_then(self, matter: Matter) -> bool:
        """Whether a value denies in its own words, and only for a time: "no talks until they go".

        Then nothing is accepted once they go; the step that waits tells what is meant.
        """
        tokens = self.reading.parse.tokens[slice(*matter.words)]
        denied = any(t.text.lower() == "no" for t in tokens)
        return denied and any(k.turns and k.kind in (*UNTIL, "as_long_as") for k in self.links)

    def _is_unclear(self, conditions: Sequence[Condition]) -> bool:
        """Whether all that a position hangs on is an "if" that names no known issue or step."""
        if any(k.needed.head.lemma in (*AGREEING, *FITTED) for k in self.links):
            return False
        return bool(conditions) and all(
            c.type == "if" and c.issue is None and c.step is None for c in conditions
        )

    def _needs_value(self, act: Act, matter: Matter) -> bool:
        """Whether a position without a value would say nothing, or the contrary of what is meant.

        "Agreed to stop the tests" is a yes to stopping, no refusal of tests; "we will set
        deadlines" names the subject only.
        """
        turned_round = act == "reject" and self.frame.act in YES
        valued = bool(self.reading.matcher.codebook.issue(matter.issue).values)
        return valued and (turned_round or (self.frame.own_words and act == "commit"))

    def _overlooked(self, act: Act) -> Condition | None:
        """A condition of the sentence that the parse hung on nothing we look at.

        An unconditional yes made of a conditional one is the worst of errors.
        """
        parse, predicate = self.reading.parse, self.frame.predicate
        last = parse.sentences[predicate.sentence].last
        for token in parse.tokens[predicate.i : last] if act in ("reject", *YES) else ():
            kind = overlooked_kind(token, parse.tokens[:last])
            if kind is None or (kind not in ("unless", "as_long_as") and act not in YES):
                continue
            if any(k.kind == kind for k in self.links):
                continue
            end = last - 1 if not parse.tokens[last - 1].text[0].isalnum() else last
            return Condition(
                group=len(self.links),
                type=kind,
                party=None,
                issue=None,
                value=None,
                step=None,
                timing="with" if kind == "as_long_as" else "before",
                span=self._span(token.i, max(end, token.i + 1)),
            )
        return None

    def _is_denied_unseen(self, phrase: Phrase) -> bool:
        """Whether a yes stands beside "under no circumstances" that the parse hung elsewhere."""
        if is_negated(self.frame.predicate) or phrase.negation is not None:
            return False
        sentence = self.reading.parse.sentences[self.frame.predicate.sentence]
        return denies_somewhere(self.reading.parse.tokens[sentence.first : sentence.last])

    def unmapped(self, phrase: Phrase, matter: Matter | None = None) -> Position:
        """The position on something that the codebook has no value for: shown, never a cell."""
        conditions = self._conditions([k for k in self.links if k.held_back is None])
        act: Act = self.frame.act
        if THROUGH.get(phrase.head.lemma) == "weak":
            act = turned(act, "weak") or act  # "is ready to discuss it" offers to talk, no more
        denied = phrase.negation is not None or has_none(phrase.head)
        if denied and act in ("demand", *YES, "propose", "openness"):
            act = "reject"
        waiting = [k for k in self.links if k.held_back is None and k.turns]
        if self._is_bound_to_harm(phrase):
            act = "threaten"
        elif act == "reject" and any(k.kind in UNTIL for k in waiting):
            act = "precondition"
        elif act in WAITING and any(k.kind in (*UNTIL, "if", "as_long_as") for k in waiting):
            # An offer on a condition is one still; a promise of what one will do waits for it.
            promised = self.frame.act == "commit" and self.frame.own_words
            act = "accept_if" if act == "accept" or promised else act
        return self._untold(act, phrase, conditions, matter)

    def _untold(
        self, act: Act, phrase: Phrase, conditions: tuple[Condition, ...], matter: Matter | None
    ) -> Position:
        """A position without a value, less sure than any that has one."""
        if act == "reject":
            phrase = _with(phrase, narrowing(phrase.head, self.frame.predicate))
        position = self._position(act, phrase, conditions, matter)
        return replace(position, confidence=round(position.confidence * 0.6, 2))

    def _narrowed(self, phrase: Phrase, matter: Matter) -> Phrase | None:
        """The phrase with the words that leave only a part of the matter refused; None: no such."""
        tokens = self.reading.parse.tokens[slice(*matter.words)]
        inside = {t.i for t in tokens}
        verbs = [t for t in tokens if t.pos == "VERB"]
        nouns = [t for t in tokens if t.pos == "NOUN"]
        found = [t for noun in nouns for t in narrowing(noun, self.frame.predicate, *verbs)]
        if not found or inside.issuperset(t.i for t in found):
            return None
        return _with(phrase, found)

    def _is_bound_to_harm(self, phrase: Phrase) -> bool:
        """Whether a party says what it will do unless another gives way: a threat, no promise."""
        frame = self.frame
        denied = phrase.negation is not None or has_none(phrase.head) or is_negated(frame.predicate)
        if frame.act != "commit" or not frame.own_words or denied:
            return False
        for link in self.links:
            doer = self._doer(link.needed.head)
            others = doer is None or doer.party != frame.holder.party
            harms = link.kind == "if" and phrase.head.lemma in HARMING
            if others and (link.kind == "unless" or harms):
                return True
        return False

    def preconditions(self) -> list[Position]:
        """What the party says a step needs, one position per step that is held back."""
        found: list[Position] = []
        if any(self._is_bound_to_harm(phrase) for phrase in self.frame.phrases):
            return found
        for step, links in self._held().items():
            conditions = tuple(
                c for c in self._conditions(links) if c.step != step and (c.step or c.issue)
            )
            if conditions:
                position = self._position("precondition", self._waiting(links[0]), conditions)
                sure = round(position.confidence * 0.9, 2)
                found.append(replace(position, step=step, confidence=sure))
        return found

    def _waiting(self, link: Link) -> Phrase:
        return link.held_back or self.frame.phrases[0]

    def _held(self) -> dict[str, list[Link]]:
        """The steps that wait, each with the links that hold it back."""
        held: dict[str, list[Link]] = {}
        for link in self.links:
            phrases = [link.held_back] if link.held_back else []
            if link.held_back is None and self.frame.act in HOLDING and not link.ends:
                phrases = list(self.frame.phrases)
            for phrase in phrases:
                for step in self._steps_of(phrase, link):
                    if self._may_hold(step):
                        held.setdefault(step, []).append(link)
        return held

    def _may_hold(self, step: str) -> bool:
        """Whether the party can hold a step back: its own, or one that all take together."""
        actor = self.reading.matcher.codebook.step(step).actor
        return actor is None or actor == slug(self.frame.holder.name)

    def _steps_of(self, phrase: Phrase, link: Link) -> tuple[str, ...]:
        """The steps in a phrase, the words of the condition itself left out."""
        tokens = tuple(t for t in phrase.tokens if not link.first <= t.i < link.last)
        if link.held_back is not None:
            tokens = phrase.tokens
        if not tokens:
            return ()
        return self.reading.matcher.steps(replace(phrase, tokens=tokens), self.frame.holder)

    def _by_dates(self, group: int) -> tuple[Condition, ...]:
        """The days by which a party wants or promises something, each as a condition."""
        spans = days_by(self.frame.clause, self.frame.predicate, self.frame.phrases)
        return tuple(
            Condition(
                group=group + number,
                type="by_date",
                party=None,
                issue=None,
                value=None,
                step=None,
                timing=None,
                span=self._span(first, last),
            )
            for number, (first, last) in enumerate(spans)
            if self._is_time(first, last)
        )

    def _is_time(self, first: int, last: int) -> bool:
        """Whether an expression of time stands in these tokens; without any read, their words."""
        start = self.reading.parse.tokens[first].start
        end = self.reading.parse.tokens[last - 1].end
        return any(start <= t.span.start and t.span.end <= end for t in self.reading.times)

    def _conditions(self, links: Sequence[Link]) -> tuple[Condition, ...]:
        """The conditions of these links, each with the issue, value, step and party it names.

        What a link holds back waits for the frame's own phrases ("insists on B before A").
        """
        found: dict[Condition, None] = {}
        for link in links:
            own = self.frame.phrases if link.held_back is not None else (link.needed,)
            for number, needed in enumerate(own):
                found[self._condition(link, needed, link.group + number)] = None
        return tuple(found)

    def _condition(self, link: Link, needed: Phrase, group: int) -> Condition:
        matcher, holder = self.reading.matcher, self._doer(needed.head)
        given = link.kind == "in_exchange_for"  # by the other side, whosever goods it names
        if given and (holder is None or self._is_own(holder)):
            holder = self._other_side(link)
        steps = matcher.steps(needed, holder, but=self.frame.holder if given else None)
        matter = _telling(matcher.matters(needed, holder), steps, matcher.codebook)
        plain = matter is not None and all(turn == "same" for turn in matter.turns)
        value = matter.values[0] if matter and matter.values and plain else None
        return Condition(
            group=group,
            type=link.kind,
            party=holder.party if holder else None,
            issue=matter.issue if matter else None,
            value=value,
            step=steps[0] if steps else None,
            timing=link.timing,
            span=self._span(min(link.first, needed.first), max(link.last, needed.last))
            if link.held_back is not None
            else self._span(link.first, link.last),
        )

    def _is_own(self, holder: Holder) -> bool:
        own = self.frame.holder
        return (holder.party or holder.actor) == (own.party or own.actor) and own.party is not None

    def _other_side(self, link: Link) -> Holder | None:
        """The one other party that the sentence names; None if there is none or several.

        Who is named in a likeness alone ("guarantees similar to Norland's") is none.
        """
        scene, predicate = self.reading.scene, self.frame.predicate
        sentence = self.reading.parse.sentences[predicate.sentence]
        first, last = (
            max(sentence.first, predicate.i - NEAR),
            min(sentence.last, predicate.i + NEAR),
        )
        tokens = self.reading.parse.tokens[first:last]
        named = scene.holders_of([t for t in tokens if not _in_a_likeness(t, link)])
        others = {h.party: h for h in named if h.party is not None and not self._is_own(h)}
        if self.voice is not None and self.voice.party not in (None, self.frame.holder.party):
            others.pop(self.voice.party, None)  # who tells of it takes no part in the bargain
        return next(iter(others.values())) if len(others) == 1 else None

    def _doer(self, head: Token) -> Holder | None:
        """Who would have to do what a condition asks."""
        subjects = subjects_of(head) if head.pos in ("VERB", "AUX") else []
        owners = [c for c in head.children if c.dep in ("poss", "amod")]
        for token in (*subjects, *owners):
            holder = self.reading.scene.own(token) or self.reading.scene.holders.at(token)
            if holder is not None:
                return holder
            for child in token.children:
                if child.dep in ("amod", "poss", "compound"):
                    inner = self.reading.scene.holders.at(child)
                    if inner is not None:
                        return inner
        return None

    def _position(
        self,
        act: Act,
        phrase: Phrase,
        conditions: tuple[Condition, ...],
        matter: Matter | None = None,
    ) -> Position:
        """A position of this frame with all but its step."""
        frame, article = self.frame, self.reading.article
        first, last = self._extent(phrase)
        span = self._span(first, last)
        whose = self._whose(phrase)
        against, told = act == "reject", act
        act = "claim_about_other" if whose.claims else act
        reading = self.reading
        level, words = hardness_in(
            article, reading.parse, reading.touches, first, last, frame.predicate
        )
        spans: tuple[Span, ...] = (span,)
        if frame.apart:
            spans = (span, self._span(phrase.first, phrase.last))
        if level == "red_line" and told in (*YES, "openness"):
            level, words = None, None  # "at any price, under any circumstances"
        if level != "red_line" and told in ("reject", "demand"):
            behind = self._declared_behind()
            if behind is not None:
                level, words = "red_line", behind
                spans = (span, behind)
        # What tells two positions of one clause apart: the words of the matter, never its issue.
        at = matter.words if matter else (phrase.first, phrase.last)
        return Position(
            id=identity(
                "position",
                article.id,
                *(f"{s.start}:{s.end}" for s in (span, self._span(*at))),
                act,
                frame.holder.text,
            ),
            article=article.id,
            spans=spans,
            voice=whose.voice,
            statements=whose.statements,
            party=whose.party,
            party_text=frame.holder.text,
            speaker=whose.speaker,
            about=whose.about,
            issue=matter.issue if matter else None,
            values=matter.values if matter else (),
            step=None,
            act=act,
            object=self._span(phrase.first, phrase.last).text,
            reason=reason_at(article, frame.predicate),
            conditions=conditions,
            hardness=level,
            hardness_span=words,
            polarity="against" if against else "for",
            modality="conditional" if told == "accept_if" else self._modality(told, phrase),
            said=self._said(),
            method=frame.rule,
            confidence=frame.sure * (0.7 if whose.voice == "other" else 1.0),
        )

    def _extent(self, phrase: Phrase) -> tuple[int, int]:
        """The tokens from the holder's words through the cue to the end of the phrase."""
        holder, predicate = self.frame.holder, self.frame.predicate
        first, last = predicate.i, predicate.i + 1
        if not self.frame.apart:
            first, last = min(first, phrase.first), max(last, phrase.last)
        sentence = self.reading.parse.sentences[predicate.sentence]
        if holder.last > holder.first and sentence.first <= holder.first < sentence.last:
            first, last = min(first, holder.first), max(last, holder.last)
        if self.frame.declared is not None:
            first, last = min(first, self.frame.declared[0]), max(last, self.frame.declared[1])
        denial = denial_of(predicate)
        if denial is not None and sentence.first <= denial.i < first:
            first = denial.i  # "neither A nor B will"
        if under_any(predicate):
            last = max(last, *(t.i + 1 for t in under_any(predicate)))
        return first, last

    def _declared_behind(self) -> Span | None:
        """The words of the next sentence that call the matter a red line, by the same speaker."""
        parse, at = self.reading.parse, self.frame.predicate.sentence + 1
        if at >= len(parse.sentences):
            return None
        scene = self.reading.scene
        for token in parse.tokens_of(parse.sentences[at]):
            words = points_back_as_red_line(token)
            if words is None:
                continue
            speaker = scene.speaker(token)
            if speaker is None or speaker.party == self.frame.holder.party:
                return self._span(*words) if speaker is not None else None
        return None

    def _whose(self, phrase: Phrase) -> Whose:
        """Whose position it is and in whose words: a party's own, the reporter's, another's."""
        holder, voice = self.frame.holder, self.voice
        if voice is None or voice.standing in ("outlet", "document"):
            inner = self.reading.scene.voice(phrase.head)
            if inner is not None and inner.party == holder.party is not None:
                return Whose("party", holder.party, inner.speaker, None, (inner.statement,))
            return Whose("reporter", holder.party, holder.actor, None, ())
        words = (voice.statement,)
        if voice.party == holder.party and (voice.party is not None or voice.standing == "itself"):
            return Whose("party", holder.party, voice.speaker, None, words)
        told = holder.party is not None or holder.text.lower() not in MYSELF | {"we"}
        if told and (voice.party is not None or voice.standing == "itself"):
            return Whose("other", voice.party, voice.speaker, holder.party, words, claims=True)
        return Whose("other", holder.party, voice.speaker, None, words)

    def _said(self) -> Interval | None:
        """When it was said: by the statement, else by the one date on the reporter's verb."""
        if self.voice is not None:
            return self.voice.said
        return told_of(self.reading.times, self.reading.parse, self.frame.clause)

    def _modality(self, act: Act, phrase: Phrase) -> Modality:
        """How it is told: as an act to come where a party will do it, or says that it will."""
        verbs = [self.frame.predicate]
        if act in ("commit", "threaten"):
            verbs.append(phrase.head)
        will = any(
            c.dep == "aux" and c.text.lower() in WILL for verb in verbs for c in verb.children
        )
        return "future" if will else "asserted"

    def _span(self, first: int, last: int) -> Span:
        tokens = self.reading.parse.tokens
        return self.reading.article.span(tokens[first].start, tokens[last - 1].end)


LIKE = words("like similar akin equivalent comparable modelled modeled mirroring resembling")


def _in_a_likeness(token: Token, link: Link) -> bool:
    """Whether a word of a link stands below one that likens."""
    inside = link.first <= token.i < link.last
    return inside and any(
        above.text.lower() in LIKE for above in token.ancestors() if link.first <= above.i
    )


def _with(phrase: Phrase, more: Sequence[Token]) -> Phrase:
    """The phrase with these words, which may stand apart from it."""
    kept = {t.i: t for t in (*phrase.tokens, *more)}
    return replace(phrase, tokens=tuple(kept[at] for at in sorted(kept)))


def _conditional(act: Act, links: Sequence[Link]) -> Act:
    """The act under its conditions: a yes becomes a yes-if, and so does a no-unless."""
    own = [k for k in links if k.held_back is None and k.turns]
    if act in YES and any(k.kind != "in_exchange_for" or act == "accept" for k in own):
        return "accept_if"
    if act == "reject" and any(k.kind in ("unless", "only_after", "until") for k in own):
        return "accept_if"
    return act


def _telling(matters: Sequence[Matter], steps: Sequence[str], codebook: Codebook) -> Matter | None:
    """The matter that a condition is best told by: what its step entails, else the first."""
    entailed = {i for s in steps for i, _ in codebook.step(s).entails}
    return next((m for m in matters if m.issue in entailed), matters[0] if matters else None)
