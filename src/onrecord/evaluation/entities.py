"""Whether names stand where they stand and are of the right class, on CrossNER politics.

A name is right if both its characters and its class are the gold's. Five classes are scored; what
we find counts as one of them so:

* **person**: a person's name (by rules without its honorific); **politician** instead, where a
  bundled list knows an office, a role stands at the name, or the sentence speaks of politics rather
  than of other things (`politicians.is_politician`);
* **politicalparty** and **organisation**: the name of an organisation, an armed group or an outlet.
  By rules it is a party where a word of it says so ("Party", "Democrats"); labels tell both apart;
* **country**: the name of a state, whether it acts or is a place.

Pronouns, descriptions, demonyms and places that are no state count as nothing. The gold's
elections, events, locations and miscellany are left out; what we find in their place is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.actors import load_base
from onrecord.evaluation.counts import Score, plain
from onrecord.evaluation.entity_classes import CLASSES, find_by_labels, find_by_rules
from onrecord.evaluation.gold.crossner import GoldEntity, GoldSentence, read_crossner
from onrecord.language.english import parse_article


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMiss:
    """One error: a name that was missed, invented, or given another class."""

    path: str
    name: str
    gold: str | None
    found: str | None

    def as_text(self) -> str:
        """One line: where, the words, what the gold has and what was found."""
        gold, found = self.gold or "nothing", self.found or "nothing"
        return f"{self.path} {self.name!r}: gold {gold}, found {found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityScores:
    """The figures of one run; `merged` takes politician and person for one class."""

    sentences: int
    light: bool
    classes: dict[str, Score]
    merged: Score
    errors: tuple[EntityMiss, ...]

    @property
    def micro(self) -> Score:
        """All five classes together."""
        scores = self.classes.values()
        return Score(
            matched=sum(s.matched for s in scores),
            found=sum(s.found for s in scores),
            gold=sum(s.gold for s in scores),
        )

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "sentences": self.sentences,
            "light": self.light,
            "micro": plain(self.micro),
            "merged": plain(self.merged),
            "classes": {name: plain(score) for name, score in self.classes.items()},
        }


def evaluate_entities(
    gold: Path | None,
    split: str = "dev",
    *,
    light: bool = False,
    rules: bool = False,
    limit: int | None = None,
) -> EntityScores:
    """The scores of names on a split of CrossNER politics, each sentence read by itself.

    Names are those that `language.naming` labels; with `rules` or `light` those of the flow's
    actors and places. Raises GoldMissing if the folder is not there or not of the form.
    """
    base = load_base()
    sentences = list(read_crossner(gold, split, limit))
    find = find_by_rules if rules or light else find_by_labels
    found = [find(s.article, parse_article(s.article, light=light), base) for s in sentences]
    return score_entities(sentences, found, light=light)


def score_entities(
    sentences: Sequence[GoldSentence],
    found: Sequence[Iterable[GoldEntity]],
    *,
    light: bool = False,
) -> EntityScores:
    """The scores of what was found in each sentence; other classes than the five are left out."""
    apart: Counter[tuple[str, str]] = Counter()
    merged: Counter[str] = Counter()
    errors: list[EntityMiss] = []
    for sentence, given in zip(sentences, found, strict=True):
        wanted = {e for e in sentence.entities if e.label in CLASSES}
        have = {e for e in given if e.label in CLASSES}
        for side, entities in (("gold", wanted), ("found", have), ("matched", wanted & have)):
            apart.update((side, e.label) for e in entities)
        one, other = _merge(wanted), _merge(have)
        merged.update({"gold": len(one), "found": len(other), "matched": len(one & other)})
        errors.extend(_misses(sentence, have))
    return EntityScores(
        sentences=len(sentences),
        light=light,
        classes={label: _score({s: apart[s, label] for s, _ in apart}) for label in CLASSES},
        merged=_score(merged),
        errors=tuple(errors),
    )


def _score(counts: dict[str, int]) -> Score:
    return Score(
        matched=counts.get("matched", 0), found=counts.get("found", 0), gold=counts.get("gold", 0)
    )


def _merge(entities: Iterable[GoldEntity]) -> set[tuple[int, int, str]]:
    """The entities with politicians as persons."""
    return {(e.start, e.end, e.label.replace("politician", "person")) for e in entities}


def _misses(sentence: GoldSentence, found: Iterable[GoldEntity]) -> Iterator[EntityMiss]:
    """Yield the errors of a sentence in text order; the gold's left-out classes are named too."""
    wanted = {(e.start, e.end): e.label for e in sentence.entities}
    given = {(e.start, e.end): e.label for e in found}
    for place in sorted(wanted.keys() | given.keys()):
        gold, label = wanted.get(place), given.get(place)
        if gold != label and (gold in CLASSES or label is not None):
            start, end = place
            yield EntityMiss(
                path=sentence.article.path,
                name=sentence.article.text[start:end],
                gold=gold,
                found=label,
            )
