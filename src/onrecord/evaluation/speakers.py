"""Whether the speaker of a statement is the right one, by the sort of words that name it.

Sources and statements are the gold's own, so that what the extractor misses does not count here.
Actors are linked over all labelled documents at once, as for a record. An answer is right if the
actor is named, in the same document, where the label says that whoever is meant is named. A source
that is kept as its own words ("a spokeswoman") is an open answer: it is nobody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.actors import load_base
from onrecord.evaluation.counts import share
from onrecord.evaluation.gold.polnear import GoldStatement, Range
from onrecord.evaluation.gold.speakers import GoldSpeaker, SpokenArticle, read_speakers
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.pipeline import FLOW, Base, Cast, Gazetteer, run_stages
from onrecord.places import load_places
from onrecord.records import (
    ActorMention,
    Article,
    Attribution,
    Decision,
    Span,
    Statement,
    identity,
)

NAMING = frozenset(("name", "metonym", "demonym"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerScore:
    """Answers for one sort of source: those that the document names, and those it does not.

    Of `named` ones `right` have the right actor and `wrong` another; the rest are left open. Of
    `nameless` ones `invented` were given an actor that the document names.
    """

    kind: str
    named: int
    right: int
    wrong: int
    nameless: int
    invented: int

    @property
    def accuracy(self) -> float | None:
        """The share with the right actor of those whom the document names."""
        return share(self.right, self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMiss:
    """One wrong or open answer, for a person to read."""

    path: str
    kind: str
    source: str
    wanted: str
    found: str | None
    method: str

    def as_text(self) -> str:
        """One line: the source, who is meant, who was taken, why."""
        taken = self.found or "nobody"
        return f"{self.path} [{self.kind}] {self.source!r}: {self.wanted}: {taken} ({self.method})"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerScores:
    """The figures of one run, by sort of source; `wrong_share` is of all answers given."""

    kinds: tuple[SpeakerScore, ...]
    light: bool
    errors: tuple[SpeakerMiss, ...]

    @property
    def wrong_share(self) -> float | None:
        """The share of wrong actors among all that were given."""
        wrong = sum(k.wrong + k.invented for k in self.kinds)
        return share(wrong, wrong + sum(k.right for k in self.kinds))

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "light": self.light,
            "wrong_share": self.wrong_share,
            "kinds": {
                k.kind: {
                    "named": k.named,
                    "right": k.right,
                    "wrong": k.wrong,
                    "accuracy": k.accuracy,
                    "nameless": k.nameless,
                    "invented": k.invented,
                }
                for k in self.kinds
            },
        }


def evaluate_speakers(
    labels: Path, gold: Path | None, split: str = "dev", *, light: bool = False
) -> SpeakerScores:
    """The scores of mentions, linking and attribution on labelled speakers of PolNeAR.

    Raises GoldMissing if the folder or the labels are not there or not of the form.
    """
    documents = list(read_speakers(labels, gold, split))
    parses = [parse_article(d.document.article, light=light) for d in documents]
    articles = tuple(d.document.article for d in documents)
    base = load_base()
    read = [_read(a, p, base) for a, p in zip(articles, parses, strict=True)]
    corpus: dict[Any, Any] = {
        Base: base,
        Gazetteer: load_places(),
        Article: articles,
        Decision: (),
        ActorMention: tuple(m for known in read for m in known[ActorMention]),
    }
    stages = {stage.name: stage for stage in FLOW}
    run_stages((stages["actors"],), corpus)
    tally = Tally()
    for document, known in zip(documents, read, strict=True):
        known[Cast] = corpus[Cast]
        given = [_statement(document.document.article, s.statement) for s in document.speakers]
        known[Statement] = tuple(dict.fromkeys(given))
        run_stages((stages["attribution"],), known)
        done = {a.statement: a for a in known[Attribution]}
        named = _named_at(known[ActorMention], corpus[Cast])
        for speaker, statement in zip(document.speakers, given, strict=True):
            tally.count(document, speaker, done[statement.id], named, corpus[Cast])
    return tally.scores(light=light)


def _read(article: Article, parse: Parse, base: Base) -> dict[Any, Any]:
    """What the stages of one article before attribution write, but for its statements."""
    known: dict[Any, Any] = {
        Article: article,
        Parse: parse,
        Base: base,
        Gazetteer: load_places(),
    }
    before = {"actors.mentions", "times", "times.date", "places", "quantities"}
    run_stages((s for s in FLOW if s.name in before), known)
    return known


def _statement(article: Article, gold: GoldStatement) -> Statement:
    def spans(given: Sequence[Range]) -> tuple[Span, ...]:
        return tuple(article.span(a, b) for a, b in given)

    return Statement(
        id=identity("gold", article.id, repr(gold)),
        article=article.id,
        source=spans(gold.source),
        cue=spans(gold.cue),
        content=spans(gold.content),
        kind="indirect",
        channel="indirect_quote",
    )


def _named_at(mentions: Sequence[ActorMention], cast: Cast) -> dict[str, list[Range]]:
    """Where an article names each actor, by the actor's id."""
    found: dict[str, list[Range]] = {}
    for mention in mentions:
        actor = cast.actor_at(mention.id)
        if actor is not None and mention.form in NAMING:
            found.setdefault(actor.id, []).append((mention.span.start, mention.span.end))
    return found


class Tally:
    """Counts over the sources read so far."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.errors: list[SpeakerMiss] = []

    def count(
        self,
        document: SpokenArticle,
        speaker: GoldSpeaker,
        done: Attribution,
        named: Mapping[str, Sequence[Range]],
        cast: Cast,
    ) -> None:
        """Count the answer for one source."""
        places = named.get(done.speaker or "", ())
        if speaker.refers:
            self.counts[speaker.kind, "named"] += 1
            right = any(a < y and x < b for a, b in places for x, y in speaker.refers)
            settled = done.speaker is not None and cast.actors[done.speaker].kind != "unnamed"
            verdict = "right" if right else "wrong" if settled else "open"
        else:
            self.counts[speaker.kind, "nameless"] += 1
            verdict = "invented" if places else "fine"
        self.counts[speaker.kind, verdict] += 1
        if verdict in {"wrong", "open", "invented"}:
            text = document.document.article.text
            actor = cast.actors.get(done.speaker or "")
            self.errors.append(
                SpeakerMiss(
                    path=document.document.article.path,
                    kind=speaker.kind,
                    source=done.speaker_text or "",
                    wanted=max((text[a:b] for a, b in speaker.refers), key=len, default="nobody"),
                    found=actor.name if actor else None,
                    method=done.method,
                )
            )

    def scores(self, *, light: bool) -> SpeakerScores:
        """The figures of everything counted."""
        return SpeakerScores(kinds=tuple(self._scores()), light=light, errors=tuple(self.errors))

    def _scores(self) -> Iterator[SpeakerScore]:
        for kind in sorted({kind for kind, _ in self.counts}):
            count = {name: self.counts[kind, name] for _, name in self.counts}
            yield SpeakerScore(
                kind=kind,
                named=count.get("named", 0),
                right=count.get("right", 0),
                wrong=count.get("wrong", 0),
                nameless=count.get("nameless", 0),
                invented=count.get("invented", 0),
            )
