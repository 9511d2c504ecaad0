"""What articles tell, for contradictions: read again only where other words or names are at hand.

It hangs on the names of all parties, of which an article meets few. So what it asked of them is
kept, with the answers: who is answered the same reads the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.engines.articles import Stamps, as_decided
from onrecord.engines.collecting import uncollected
from onrecord.engines.kept import Kept
from onrecord.engines.options import Progress
from onrecord.engines.packing import maker, pack
from onrecord.pipeline import PartyNames, Stage, Told, run_stages
from onrecord.reconciliation import AskedNames, answers, can_be_told
from onrecord.records import Article, Attribution, Decision, QuantityMention, Statement
from onrecord.store import View, Writer
from onrecord.times import decided_dates

Questions = tuple[tuple[str, ...], ...]
MAKE = maker(tuple[Questions, tuple[str, ...], Told])


def over_told(
    stage: Stage, known: dict[Any, Any], view: View, writer: Writer, progress: Progress
) -> int:
    """How many articles were read again; `known` then holds what all of them tell."""
    with uncollected():
        return _over_told(stage, known, view, writer, progress)


def _over_told(
    stage: Stage, known: dict[Any, Any], view: View, writer: Writer, progress: Progress
) -> int:
    kept = Kept.of(view, stage.name)
    names: PartyNames = known[PartyNames]
    stamps: Stamps = known[Stamps]
    said = _by_article(known[Attribution])
    decided = decided_dates(view.all(Decision))
    found: list[Told] = []
    ids = view.keys(Article)
    for article in ids:
        stamp = stamps.get(article, "")
        before = kept.made(article, _made) if article in kept.before else None
        if stamp and before and kept.stands(article, stamp, _answered(names, *before[:2])):
            found.append(before[2])
            continue
        progress(stage.name, len(found), len(ids))
        asked = AskedNames(names)
        attributed = said.get(article, [])
        own: dict[Any, Any] = {
            Article: as_decided(view.articles[article], decided),
            Statement: tuple(view.all(Statement, article=article)),
            QuantityMention: tuple(view.all(QuantityMention, article=article)),
            Attribution: attributed,
            PartyNames: asked,
        }
        [told] = run_stages((stage,), own)[Told]
        found.append(told)
        questions = tuple(asked.questions)
        speakers = tuple(sorted({a.speaker for a in attributed if a.speaker is not None}))
        answered = _answered(names, questions, speakers)
        kept.note(article, stamp, answered, made=pack([questions, speakers, told]))
    kept.write(writer, of_articles=True)
    known[Told] = tuple(found)
    progress(stage.name, len(ids), len(ids))
    return kept.again


def _made(value: Any) -> tuple[Questions, tuple[str, ...], Told]:
    """What was asked, who spoke and what was told, of what was kept. Raises what `MAKE` does."""
    questions, speakers, told = MAKE(value)
    if not all(questions) or not can_be_told(told):
        raise ValueError("what no article asks or tells")
    return questions, speakers, told


def _answered(names: PartyNames, questions: Questions, speakers: tuple[str, ...]) -> str:
    """What the names answer to all that was asked, and which speakers only report."""
    return repr((answers(names, questions), [s for s in speakers if s in names.outlets]))


def _by_article(attributions: Iterable[Attribution]) -> Mapping[str, list[Attribution]]:
    found: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        found.setdefault(attribution.article, []).append(attribution)
    return found
