"""Whether mentions of one event come together over a whole set of documents, on ECB+.

Protocol. The gold's mentions of events are given, so that finding them is not scored; those told
once stay in. The measure is the CoNLL average of MUC, B³ and CEAF-e over the whole set. The
documents come without their topics: they are grouped by their words, and both systems get the same
groups (ECB+ sets two stories of one topic side by side, and no corpus of a user's is sorted so).

- Lemma baseline: mentions with one head lemma in one group of documents are one event, as "cluster
  + lemma" of Barhom et al. 2019. For information the same within the gold's topics, which other
  papers give the baseline, and over the whole set.
- Ours: the decision of `event_pairs`, whose weights were fitted on the train split.

Source: Barhom et al. 2019, "Revisiting Joint Modeling of Cross-document Entity and Event
Coreference Resolution".
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.evaluation.coreference import Coreference, align, compare, entities_of
from onrecord.evaluation.event_corpus import Corpus, corpus_of
from onrecord.evaluation.event_mentions import Told, read_mention
from onrecord.evaluation.event_pairs import chances_of, join_mentions
from onrecord.evaluation.gold.ecbplus import Split, read_ecbplus
from onrecord.language.english import parse_article
from onrecord.reconciliation.synonyms import stem
from onrecord.reconciliation.words import FUNCTION_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMiss:
    """A mention that stands elsewhere than most of its event."""

    path: str
    text: str
    wanted: str

    def as_text(self) -> str:
        """The miss on one line."""
        return f"{self.path}: “{self.text}” is not with “{self.wanted}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventScores:
    """Ours and the baselines on one split; `groups` of documents were found for `stories`."""

    split: str
    documents: int
    groups: int
    stories: int
    mentions: int
    events: int
    ours: Coreference
    lemma: Coreference
    lemma_in_topic: Coreference
    lemma_anywhere: Coreference
    errors: tuple[EventMiss, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The figures for a machine."""
        named = {
            "ours": self.ours,
            "lemma": self.lemma,
            "lemma_in_topic": self.lemma_in_topic,
            "lemma_anywhere": self.lemma_anywhere,
        }
        counted = {
            name: getattr(self, name)
            for name in ("split", "documents", "groups", "stories", "mentions", "events")
        }
        scores = {
            name: {k: round(v, 3) for k, v in found.as_json().items()}
            for name, found in named.items()
        }
        return {**counted, **scores}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The mentions of a split in document order, the event of each, and what is known beside."""

    mentions: tuple[Told, ...]
    events: tuple[str, ...]
    corpus: Corpus


def read_gold(gold: Path | None, split: Split) -> Gold:
    """The split, parsed. Raises GoldMissing."""
    mentions: list[Told] = []
    events: list[str] = []
    texts: dict[str, list[str]] = {}
    for document in read_ecbplus(gold, split, sort="Event"):
        article, parse = document.article, parse_article(document.article)
        words = (t.text.lower() for t in parse.tokens if t.text.isalnum())
        texts[article.path] = [stem(word) for word in words if word not in FUNCTION_WORDS]
        for m in document.mentions:
            mentions.append(read_mention(article.path, article.text, m.start, m.end, parse))
            events.append(m.cluster)
    corpus = corpus_of(texts, mentions)
    return Gold(mentions=tuple(mentions), events=tuple(events), corpus=corpus)


def evaluate_events(gold: Path | None, split: Split = "dev") -> EventScores:
    """The scores of both on a split of ECB+. Raises GoldMissing."""
    read = read_gold(gold, split)
    mentions, corpus = read.mentions, read.corpus
    wanted = entities_of(read.events)
    ours = join_mentions(mentions, corpus, chances_of(mentions, corpus))

    def scored(labels: Sequence[Hashable]) -> Coreference:
        return compare(wanted, entities_of(labels))

    return EventScores(
        split=split,
        documents=len(corpus.groups),
        groups=len(set(corpus.groups.values())),
        stories=len({story_of(name) for name in corpus.groups}),
        mentions=len(mentions),
        events=len(wanted),
        ours=scored(ours),
        lemma=scored([(corpus.groups[m.document], m.lemma) for m in mentions]),
        lemma_in_topic=scored([(topic_of(m.document), m.lemma) for m in mentions]),
        lemma_anywhere=scored([m.lemma for m in mentions]),
        errors=_misses(read, ours),
    )


def topic_of(name: str) -> str:
    """The topic that a document's name gives ("12_3ecbplus" → "12")."""
    return name.partition("_")[0]


def story_of(name: str) -> tuple[str, bool]:
    """The story: of each topic ECB+ has one of its own and one of the older ECB."""
    return topic_of(name), "plus" in name


def _misses(read: Gold, ours: Sequence[Hashable]) -> tuple[EventMiss, ...]:
    """What stands elsewhere than most of its event, in the order of the documents."""
    wanted, found = entities_of(read.events), entities_of(ours)
    home = {m: event for event, group in align(wanted, found) for m in wanted[event] & found[group]}
    first = {m: min(event) for event in wanted for m in event}
    return tuple(
        EventMiss(
            path=mention.document,
            text=mention.text,
            wanted=read.mentions[first[n]].text,
        )
        for n, mention in enumerate(read.mentions)
        if n not in home
    )
