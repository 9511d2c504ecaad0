"""Stories: articles of several outlets about one thing that happened, put together.

Nothing depends on a story: witnesses are counted by origins. It is a way to read many articles.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import FUNCTION_WORDS, NEGATORS, WORD, fold
from onrecord.records import Article, ArticleDate, Interval

Vector = dict[str, float]

HEAD_WORDS = 150  # who, what, where: what follows is background that other stories share
TITLE_WEIGHT = 2
# A few articles tell nothing of which words are rare; so many others without the word are assumed.
UNSEEN_ARTICLES = 200
# B³ F1 on 307 stories of NeuS train, thresholds .20 to .30 in steps of .02: flat from .24 to .28.
LEAST_ALIKE = 0.26
HEAVIEST = 20  # words by which an article may meet another
NEIGHBOURS = 40  # articles with the same word that are compared, in order of publication
STORY_DAYS = 4  # two articles of known dates further apart tell two stories


def find_stories(
    articles: Iterable[Article], dates: Iterable[ArticleDate] = ()
) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more article ids that tell one story, sorted; every article in one at most.

    Titles and first words are compared by their rare words; groups grow as long as all their
    members are alike on average. Source: average-link clustering over TF-IDF (Salton 1983).
    """
    known = sorted(articles, key=lambda a: a.id)
    published = {d.article: d.published for d in dates}
    when = [published.get(a.id) or a.published for a in known]
    vectors = _vectors([_counts(a) for a in known])
    alike = _likenesses(vectors, when)
    groups = _grown(len(known), alike)
    return tuple(sorted(tuple(known[at].id for at in sorted(g)) for g in groups if len(g) > 1))


def _counts(article: Article) -> Counter[str]:
    """How often each word stands in the title and at the head of the text."""
    title = article.title or ""
    blocks = [article.text[b.start : b.end] for b in article.blocks if b.kind != "title"]
    title_block = [article.text[b.start : b.end] for b in article.blocks if b.kind == "title"]
    head = " ".join(" ".join(blocks).split()[:HEAD_WORDS])
    counts: Counter[str] = Counter()
    for text, weight in ((title or " ".join(title_block), TITLE_WEIGHT), (head, 1)):
        for match in WORD.finditer(text):
            word = fold(match.group())
            if word and word not in FUNCTION_WORDS and word not in NEGATORS:
                counts[stem(word)] += weight
    return counts


def _vectors(counts: Sequence[Counter[str]]) -> list[Vector]:
    """The weights of each article's words, of length one."""
    frequency = Counter(word for words in counts for word in words)
    total = len(counts) + UNSEEN_ARTICLES
    found = []
    for words in counts:
        vector = {
            word: (1 + math.log(n)) * math.log(total / frequency[word])
            for word, n in sorted(words.items())
            if frequency[word] > 1
        }
        norm = math.sqrt(sum(weight**2 for weight in vector.values())) or 1.0
        found.append({word: weight / norm for word, weight in vector.items()})
    return found


def _likenesses(
    vectors: Sequence[Vector], when: Sequence[Interval | None]
) -> dict[tuple[int, int], float]:
    """How alike two articles are, for those that share a heavy word and lie near in time."""
    order = sorted(range(len(vectors)), key=lambda at: (_day(when[at]), at))
    buckets: dict[str, list[int]] = defaultdict(list)
    for at in order:
        heaviest = sorted(vectors[at].items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST]
        for word, _ in heaviest:
            buckets[word].append(at)
    met: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for place, one in enumerate(bucket):
            met.update((min(one, o), max(one, o)) for o in bucket[place + 1 :][:NEIGHBOURS])
    found = {}
    for a, b in sorted(met):
        if _apart(when[a], when[b]):
            continue
        likeness = _cosine(vectors[a], vectors[b])
        if likeness > 0:
            found[a, b] = likeness
    return found


def _day(when: Interval | None) -> dt.date:
    return (when.start or when.end or dt.date.max) if when is not None else dt.date.max


def _apart(left: Interval | None, right: Interval | None) -> bool:
    """Whether both are dated, and too far apart."""
    if left is None or right is None or None in (left.start, left.end, right.start, right.end):
        return False
    return not printed_within(left, right, STORY_DAYS)


def _cosine(left: Vector, right: Vector) -> float:
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    return sum(weight * longer[word] for word, weight in shorter.items() if word in longer)


def _grown(size: int, alike: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups joined from the most alike pair down, while all pairs are alike on average."""
    groups = {at: [at] for at in range(size)}
    group_of = list(range(size))
    for (a, b), likeness in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        if likeness < LEAST_ALIKE:
            break
        left, right = sorted((group_of[a], group_of[b]))
        if left == right:
            continue
        pairs = [(min(p, q), max(p, q)) for p in groups[left] for q in groups[right]]
        if sum(alike.get(pair, 0.0) for pair in pairs) / len(pairs) >= LEAST_ALIKE:
            for at in groups[right]:
                group_of[at] = left
            groups[left] += groups.pop(right)
    return list(groups.values())
