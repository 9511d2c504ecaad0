"""Turns frames into positions: what they are about, in whose words, on what they hang."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.language.parse import Parse, Token
from onrecord.positions.acts import THROUGH, turned
from onrecord.positions.codebook import Codebook
from onrecord.positions.conditions import Link, links_at
from onrecord.positions.declared import days_by, hardness_in, reason_at, told_of
from onrecord.positions.denials import denies_somewhere, is_negated, under_any
from onrecord.positions.guards import is_vague
from onrecord.positions.holders import Holder, slug
from onrecord.positions.index import Touches
from onrecord.positions.matching import Matcher, Matter
from onrecord.positions.phrases import Phrase
from onrecord.positions.red_lines import points_back_as_red_line
from onrecord.positions.scene import Frame, Scene
from onrecord.positions.subjects import subjects_of
from onrecord.positions.voices import Voice
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
# Acts that a condition turns into waiting; a demand under a condition is still a demand.
HOLDING = (*YES, "openness", "reject", "propose")
SURE_ENOUGH = 0.6  # of a cue, for words that the codebook has no value for
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
            # What a network alone has seen is listed under its issue, and never makes a cell.
            matters = [] if frame.marked else self.matcher.matters(each, frame.holder, asked=asked)
            phrase = self.matcher.with_all_areas(each)
            found += [p for m in matters if (p := draft.on_matter(m, phrase)) is not None]
            spoken = [] if matters else self.matcher.touched(phrase, frame.holder)
            plain = frame.marked or self._is_plain(frame, phrase, draft.links)
            if not matters and (plain or (spoken and frame.own_words)):
                found += [draft.unmapped(phrase, matter) for matter in spoken or (None,)]
        return found + draft.preconditions()

    def _is_plain(self, frame: Frame, phrase: Phrase, links: Sequence[Link]) -> bool:
        """Whether a position is worth showing though the codebook has no value for it."""
        told = len(phrase.tokens) > 1 and phrase.head.pos != "PRON"
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
        if self.frame.own_words and _is_unclear(conditions):
            return None  # "will do A if they do whatever": a threat as likely as an offer
        unless = self._overlooked_unless() if act in ("reject", *YES) else None
        if unless is not None:
            act, conditions = "accept_if", (*conditions, unless)
        act = _conditional(act, self.links)
        position = self._position(act, phrase, conditions, matter)
        sure = position.confidence * (1.0 if matter.explicit else 0.9)
        kept = tuple(c for c in position.conditions if c.issue != matter.issue)
        kept += self._by_dates(max((c.group for c in kept), default=-1) + 1)
        return replace(position, conditions=kept, confidence=round(sure, 2))

    def _needs_value(self, act: Act, matter: Matter) -> bool:
        """Whether a position without a value would say nothing, or the contrary of what is meant.

        "Agreed to stop the tests" is a yes to stopping, no refusal of tests; "we will set
        deadlines" names the subject only.
        """
        turned_round = act == "reject" and self.frame.act in YES
        valued = bool(self.reading.matcher.codebook.issue(matter.issue).values)
        return valued and (turned_round or (self.frame.own_words and act == "commit"))

    def _overlooked_unless(self) -> Condition | None:
        """An "unless …" of the sentence that the parse hung on nothing that we look at."""
        parse, predicate = self.reading.parse, self.frame.predicate
        last = parse.sentences[predicate.sentence].last
        if any(k.kind == "unless" for k in self.links):
            return None
        for token in parse.tokens[predicate.i : last]:
            if token.text.lower() == "unless":
                end = last - 1 if not parse.tokens[last - 1].text[0].isalnum() else last
                span = self._span(token.i, max(end, token.i + 1))
                return Condition(
                    group=len(self.links),
                    type="unless",
                    party=None,
                    issue=None,
                    value=None,
                    step=None,
                    timing="before",
                    span=span,
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
        if phrase.negation is not None and act in ("demand", *YES, "propose", "openness"):
            act = "reject"
        waiting = [k for k in self.links if k.held_back is None and k.turns]
        if act == "reject" and any(k.kind in UNTIL for k in waiting):
            act = "precondition"
        elif act in YES and any(k.kind in (*UNTIL, "if", "as_long_as") for k in waiting):
            act = "accept_if" if act == "accept" else act
        position = self._position(act, phrase, conditions, matter)
        return replace(position, confidence=round(position.confidence * 0.6, 2))

    def preconditions(self) -> list[Position]:
        """What the party says a step needs, one position per step that is held back."""
        found = []
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
            if link.held_back is None and self.frame.act in HOLDING:
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
        steps = matcher.steps(needed, holder)
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
        level, words = hardness_in(article, self.reading.parse, self.reading.touches, first, last)
        spans: tuple[Span, ...] = (span,)
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
            modality="conditional" if told == "accept_if" else self._modality(),
            said=self._said(),
            method=frame.rule,
            confidence=frame.sure * (0.7 if whose.voice == "other" else 1.0),
        )

    def _extent(self, phrase: Phrase) -> tuple[int, int]:
        """The tokens from the holder's words through the cue to the end of the phrase."""
        holder, predicate = self.frame.holder, self.frame.predicate
        first, last = min(predicate.i, phrase.first), max(predicate.i + 1, phrase.last)
        sentence = self.reading.parse.sentences[predicate.sentence]
        if holder.last > holder.first and sentence.first <= holder.first < sentence.last:
            first, last = min(first, holder.first), max(last, holder.last)
        if self.frame.declared is not None:
            first, last = min(first, self.frame.declared[0]), max(last, self.frame.declared[1])
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

    def _modality(self) -> Modality:
        will = any(
            c.dep == "aux" and c.lemma in ("will", "would") for c in self.frame.predicate.children
        )
        return "future" if will else "asserted"

    def _span(self, first: int, last: int) -> Span:
        tokens = self.reading.parse.tokens
        return self.reading.article.span(tokens[first].start, tokens[last - 1].end)


def _is_unclear(conditions: Sequence[Condition]) -> bool:
    """Whether all that a position hangs on is an "if" that names no known issue or step."""
    return bool(conditions) and all(
        c.type == "if" and c.issue is None and c.step is None for c in conditions
    )


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
