"""Whether articles about one story come together again, on NeuS shuffled into one pile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from onrecord.evaluation.gold.neus import read_neus
from onrecord.reconciliation import find_stories
from onrecord.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMiss:
    """A group that holds articles of several stories."""

    titles: tuple[str, ...]

    def as_text(self) -> str:
        """The titles of the group, a line each."""
        return "joined:\n" + "\n".join(f"  {title}" for title in self.titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryScores:
    """B³ over all articles: one that stands alone counts as a group of its own."""

    split: str
    articles: int
    stories: int
    groups: int
    precision: float
    recall: float

    errors: tuple[StoryMiss, ...] = ()

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, object]:
        """The figures for a machine."""
        return {
            "split": self.split,
            "articles": self.articles,
            "stories": self.stories,
            "groups": self.groups,
            "precision": round(self.precision, 3),
            "recall": round(self.recall, 3),
            "f1": round(self.f1, 3),
        }


def evaluate_stories(
    gold: Path | None, split: Literal["train", "dev"] = "dev", limit: int | None = None
) -> StoryScores:
    """The scores on NeuS, all leads in one pile. Raises GoldMissing."""
    leads = read_neus(gold, split, limit)
    # Two leads may have the same words: the path, not the text, tells them apart here.
    articles = [replace(article, id=article.path) for _, article in leads]
    truth = {article.id: story for article, (story, _) in zip(articles, leads, strict=True)}
    by_id = {article.id: article for article in articles}
    groups = find_stories(articles)
    precision, recall = b_cubed(truth, groups)
    return StoryScores(
        split=split,
        articles=len(articles),
        stories=len(set(truth.values())),
        groups=len(groups),
        precision=precision,
        recall=recall,
        errors=tuple(
            StoryMiss(titles=tuple(_title(by_id[a]) for a in group))
            for group in groups
            if len({truth[a] for a in group}) > 1
        ),
    )


def _title(article: Article) -> str:
    return article.text.partition("\n")[0]


def b_cubed(truth: Mapping[str, str], groups: Iterable[Sequence[str]]) -> tuple[float, float]:
    """(precision, recall), averaged over all members. Source: Bagga and Baldwin 1998."""
    found = {member: frozenset(group) for group in groups for member in group}
    gold: dict[str, set[str]] = defaultdict(set)
    for member, story in truth.items():
        gold[story].add(member)
    precision = recall = 0.0
    for member, story in sorted(truth.items()):
        ours = found.get(member, frozenset([member]))
        right = len(ours & gold[story])
        precision += right / len(ours)
        recall += right / len(gold[story])
    return precision / max(1, len(truth)), recall / max(1, len(truth))
