"""Write the weights that label names, from CrossNER's train part.

    pip install python-crfsuite==0.9.12
    python -m training.actors.entities GOLD src/onrecord/language/name_weights

GOLD holds `crossner_politics/train.txt`. Learns by L-BFGS in seconds; no chance is in it, so the
same gold gives the same weights. With `--folds 5` it writes nothing and prints the score of each
sentence read by weights that have not seen its fifth of the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite  # type: ignore[import-not-found]  # only who trains installs it

from onrecord.actors import ActorBase, load_base
from onrecord.actors.listed import listed_names
from onrecord.evaluation.entities import EntityScores, score_entities
from onrecord.evaluation.entity_classes import entities_of
from onrecord.evaluation.gold.crossner import GoldEntity, GoldSentence, read_crossner
from onrecord.language.english import parse_article
from onrecord.language.name_clues import clues_of
from onrecord.language.naming import (
    FILE,
    LABELS,
    SETTINGS,
    NameModel,
    label_names,
    pack,
    unpack,
)
from onrecord.language.parse import Parse

# Strict F1 on five folds of train, tokens apart and all labels kept, and size: c1 0, c2 .3: .699,
# 174 kB; .05, .1: .698, 48 kB; .1, .05: .694, 27 kB; .02, .3: .694, 86 kB.
SETTINGS_OF_TRAINER = {"c1": 0.05, "c2": 0.1, "max_iterations": 200}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A sentence with its parse, what lists say of its tokens, and the tag of each."""

    gold: GoldSentence
    parse: Parse
    listed: list[set[str]]
    tags: list[str]


def main() -> None:
    """Read the command line; train and write, or print the score over folds."""
    reader = argparse.ArgumentParser(prog="python -m training.actors.entities")
    reader.add_argument("gold", type=Path)
    reader.add_argument("out", type=Path, nargs="?")
    reader.add_argument("--folds", type=int, default=0)
    given = reader.parse_args()
    base = load_base()
    lessons = [prepare(sentence, base) for sentence in read_crossner(given.gold, "train")]
    if given.folds:
        print(json.dumps(score_folds(lessons, given.folds).as_json(), indent=1))
    if given.out:
        write(train(lessons), given.out)


def prepare(sentence: GoldSentence, base: ActorBase) -> Lesson:
    """What is learnt from one sentence; a politician is a person here."""
    parse = parse_article(sentence.article)
    tags = ["O"] * len(parse.tokens)
    for entity in sentence.entities:
        label = "person" if entity.label == "politician" else entity.label
        if label not in LABELS:
            raise ValueError(f"{sentence.article.path}: no class of ours: {label}")
        for n, token in enumerate(parse.between(entity.start, entity.end)):
            tags[token.i] = f"{'I' if n else 'B'}-{label}"
    listed = listed_names(sentence.article, parse, base)
    return Lesson(gold=sentence, parse=parse, listed=listed, tags=tags)


def train(lessons: Sequence[Lesson]) -> bytes:
    """The packed weights."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS_OF_TRAINER)
    for lesson in lessons:
        for sentence in lesson.parse.sentences:
            clues = clues_of(lesson.parse, sentence, lesson.listed[sentence.first : sentence.last])
            trainer.append(clues, lesson.tags[sentence.first : sentence.last])
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/names.crfsuite"
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    weights: dict[str, dict[str, float]] = {}
    for (clue, tag), value in info.state_features.items():
        weights.setdefault(clue, {})[tag] = value
    return pack(weights, info.transitions)


def score_folds(lessons: Sequence[Lesson], folds: int) -> EntityScores:
    """The scores of each part of the lessons by weights learnt on all others; parts in a row."""
    found: list[tuple[GoldEntity, ...]] = []
    for part in range(folds):
        low, high = (len(lessons) * n // folds for n in (part, part + 1))
        model = unpack(train([*lessons[:low], *lessons[high:]]))
        found += [read(lesson, model) for lesson in lessons[low:high]]
    return score_entities([lesson.gold for lesson in lessons], found)


def read(lesson: Lesson, model: NameModel) -> tuple[GoldEntity, ...]:
    """The entities that a model finds in a sentence."""
    names = label_names(lesson.parse, lesson.listed, model)
    return entities_of(names, lesson.parse, lesson.listed)


def write(packed: bytes, folder: Path) -> None:
    """Write the weights and their hash into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(packed)
    settings = {"files": {FILE: hashlib.sha256(packed).hexdigest()}}
    (folder / SETTINGS).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
