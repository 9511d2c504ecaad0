"""Whether two words in the news tell of one event: by words, their company and the documents.

What the flow joins must have a date; ECB+ asks of every mention, dated or not. The decision here is
the wider one: a weighted sum over a pair that some word relation makes comparable, and average
linkage over the pairs of one group of documents.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

import numpy as np

from onrecord.evaluation.event_classes import classes_of
from onrecord.evaluation.event_corpus import Corpus, link
from onrecord.evaluation.event_mentions import Told
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import listed

# Of many events every paper uses these: they are one only if their company is.
SPEECH = frozenset(
    stem(word)
    for word in listed(
        "say tell add report state announce confirm call ask think believe know claim note explain "
        "describe accord be have do make take get go come give put set find see look try help use "
        "keep"
    )
)
# Groups of mentions are joined down to this mean chance: best of .25–.45 over five folds of topics.
ONE_EVENT = 0.3
# What `features` gives, in its order, and how much each weighs: fitted on ECB+ train by
# `training/events.py`, CoNLL .770 over five folds of its topics (one lemma in one group: .734).
WEIGHTS = {
    "bias": 0.83,
    "lemma": 0.20,
    "stem": 0.10,
    "class": -0.24,
    "sentence": -1.59,
    "company": 0.11,
    "subject": -0.04,
    "object": 0.11,
    "arguments": 0.60,
    "numbers": 0.29,
    "numbers differ": -0.11,
    "documents": 2.25,
    "one document": -2.58,
    "one document, one lemma": 0.79,
    "parts of speech differ": -0.12,
    "subjects differ": -0.55,
    "objects differ": -0.29,
    "proper nouns": 0.57,
    "salience": -0.85,
    "of this story alone": -1.94,
    "salience × documents": 5.33,
    "names": 0.34,
    "persons": 0.49,
    "equal words": 0.33,
    "speech": -2.63,
    "speech × company": 1.89,
    "speech × salience": 2.97,
    "times per document": -0.22,
    "commonness": -1.27,
}


def features(one: Told, other: Told, corpus: Corpus) -> tuple[float, ...] | None:
    """What WEIGHTS name, of a pair in one group of documents; None: their words are unrelated."""
    lemma = one.lemma == other.lemma
    same = not lemma and one.stem == other.stem
    alike = not (lemma or same) and bool(classes_of(one.stem) & classes_of(other.stem))
    if not (lemma or same or alike):
        return None
    group = corpus.groups[one.document]
    keys = (group, one.stem), (group, other.stem)
    near = corpus.likeness[one.document, other.document]
    salience = min(corpus.salience[key] for key in keys)
    company = _overlap(one.company, other.company, corpus.rarity)
    speech = one.stem in SPEECH or other.stem in SPEECH
    here = one.document == other.document
    return (
        1.0,
        lemma,
        same,
        alike,
        _overlap(one.sentence, other.sentence, corpus.rarity),
        company,
        bool(one.subjects & other.subjects),
        bool(one.objects & other.objects),
        _overlap(one.arguments, other.arguments, corpus.rarity),
        bool(one.numbers & other.numbers),
        _differ(one.numbers, other.numbers),
        near,
        here,
        here and lemma,
        one.pos != other.pos,
        _differ(one.subjects, other.subjects),
        _differ(one.objects, other.objects),
        one.pos == other.pos == "PROPN",
        salience,
        min(corpus.alone[key] for key in keys),
        salience * near,
        _overlap(one.names, other.names, corpus.rarity),
        bool(one.persons & other.persons),
        one.text == other.text,
        speech,
        speech * company,
        speech * salience,
        max(corpus.times[key] for key in keys),
        max(corpus.common[one.lemma], corpus.common[other.lemma]),
    )


def _differ(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    return bool(one and other and not one & other)


def _overlap(one: AbstractSet[str], other: AbstractSet[str], rarity: Mapping[str, float]) -> float:
    """The cosine of two sets of words, by how rare each is."""
    if not one or not other:
        return 0.0

    def weight(words: AbstractSet[str]) -> float:
        return sum(rarity.get(word, 3.0) for word in sorted(words))

    return weight(one & other) / math.sqrt(weight(one) * weight(other) or 1.0)


def comparable(
    mentions: Sequence[Told], corpus: Corpus
) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    """Yield the pairs of mentions in one group of documents whose words are related."""
    for members in _by_group(mentions, corpus).values():
        for i, j in combinations(members, 2):
            found = features(mentions[i], mentions[j], corpus)
            if found is not None:
                yield i, j, found


def chances_of(mentions: Sequence[Told], corpus: Corpus) -> dict[tuple[int, int], float]:
    """The chance of each comparable pair, by places in `mentions`, to be one event."""
    found = {}
    for i, j, seen in comparable(mentions, corpus):
        total = sum(w * f for w, f in zip(WEIGHTS.values(), seen, strict=True))
        found[i, j] = 1 / (1 + math.exp(-total))
    return found


def _by_group(mentions: Sequence[Told], corpus: Corpus) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        groups[corpus.groups[mention.document]].append(number)
    return groups


def join_mentions(
    mentions: Sequence[Told], corpus: Corpus, chances: Mapping[tuple[int, int], float]
) -> list[tuple[int, int]]:
    """The event of each mention, from the chance of each comparable pair to be one event."""
    labels = [(0, 0)] * len(mentions)
    for group, members in _by_group(mentions, corpus).items():
        grid = np.zeros((len(members), len(members)))
        place = {m: n for n, m in enumerate(members)}
        for i, j in combinations(members, 2):
            chance = chances.get((i, j), 0.0)
            grid[place[i], place[j]] = grid[place[j], place[i]] = chance
        for member, event in zip(members, link(grid, ONE_EVENT), strict=True):
            labels[member] = (group, event)
    return labels
