"""Whether positions are those that people marked, by the guideline in `docs/coding.md`.

Each article is read whole, by the flow as it runs for a record; what counts is the labelled
sentence alone. A found position and a marked one are paired by the words that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from onrecord.actors import load_base
from onrecord.evaluation.gold.positions import (
    GoldSentence,
    read_position_cases,
    read_position_labels,
)
from onrecord.evaluation.position_scores import Found, PositionScores, Tally
from onrecord.evaluation.reading import encoder_of
from onrecord.language.encoding import Encoding
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.pipeline import FLOW, PASSES, Base, Cast, Codebook, Gazetteer, run_stages
from onrecord.places import load_places
from onrecord.positions import load_codebook
from onrecord.records import ActorMention, Article, Decision, Position

Half = Literal["dev", "test", "all"]
LATER = tuple(stage for stage in FLOW if stage.name in ("attribution", "positions"))


def evaluate_positions(
    labels: Path, gold: Path | None, half: Half = "all", *, light: bool = False
) -> PositionScores:
    """The scores of positions on labelled sentences; `gold` None: the labels bring their texts.

    Parties that are invented stand in a file beside such labels ("cases.jsonl" and
    "cases-parties.yaml"). `half`: articles by their hash, those that may be read while rules are
    written (dev), or the rest (test).
    Raises GoldMissing if labels or articles are not there or not of the form.
    """
    read = read_position_cases(labels) if gold is None else read_position_labels(labels, gold)
    sentences = [s for s in read if half == "all" or s.is_apart == (half == "test")]
    parties = labels.with_name(f"{labels.stem}-parties.yaml")
    base = load_base(parties if gold is None and parties.exists() else None)
    tally = Tally()
    for sentence, found in _read(sentences, base, light=light):
        tally.count(sentence, found)
    return tally.scores(light=light)


def _read(
    sentences: Sequence[GoldSentence], base: Base, *, light: bool
) -> Iterator[tuple[GoldSentence, list[Found]]]:
    """Yield each sentence with what the flow finds in it; actors are linked over all articles."""
    encode, gazetteer, codebook = encoder_of(light=light), load_places(), load_codebook()
    articles = {s.article.id: s.article for s in sentences}
    known: dict[str, dict[Any, Any]] = {}
    for article in articles.values():
        known[article.id] = {
            Article: article,
            Parse: parse_article(article, light=light),
            Encoding: encode(article),
            Base: base,
            Gazetteer: gazetteer,
            Codebook: codebook,
        }
        run_stages(PASSES[0], known[article.id])
        del known[article.id][Encoding]
    corpus: dict[Any, Any] = {
        Base: base,
        Article: tuple(articles.values()),
        Decision: (),
        ActorMention: tuple(m for k in known.values() for m in k[ActorMention]),
    }
    run_stages((stage for stage in FLOW if stage.name == "actors"), corpus)
    for sentence in sentences:
        own = known[sentence.article.id]
        if Position not in own:
            own[Cast] = corpus[Cast]
            run_stages(LATER, own)
        yield sentence, list(_within(sentence, own[Position], corpus[Cast]))


def _within(sentence: GoldSentence, found: Iterable[Position], cast: Cast) -> Iterator[Found]:
    """Yield the positions whose middle lies in the sentence, with the names of their party."""
    for position in found:
        span = position.spans[0]
        if sentence.start <= (span.start + span.end) // 2 < sentence.end:
            actors = [cast.actors.get(i) for i in (position.party, position.speaker) if i]
            names = {n for a in actors if a is not None for n in (a.name, *a.aliases)}
            yield Found(position=position, names=frozenset(names))
