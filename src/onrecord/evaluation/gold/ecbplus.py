"""ECB+: reports of the same events, whose entities and events have ids across documents.

`ECB_<Split>_corpus.txt` holds the sentences that are marked, one token a line (document, sentence,
token number, word, …); `ECB_<Split>_Entity_gold_mentions.json` the mentions by token numbers, and
`…_Event_…` those of events.
Between two sentences of a document others may be left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import EntityArticle, GoldMention, set_folder, spell_out
from onrecord.evaluation.gold.polnear import Range
from onrecord.evaluation.gold.texts import article_of

Split = Literal["dev", "train"]
Sort = Literal["Entity", "Event"]
Sentences = dict[int, list[tuple[int, str]]]  # sentence number → token numbers and words


def read_ecbplus(
    gold: Path | None, split: Split = "dev", limit: int | None = None, *, sort: Sort = "Entity"
) -> Iterator[EntityArticle]:
    """Yield the documents of a split in name order, each with its mentions of entities or events.

    Raises GoldMissing, naming the file, if one is not there or not of the form.
    """
    stem = f"ECB_{split.capitalize()}"
    folder = set_folder(gold, "ecbplus", f"{stem}_{sort}_gold_mentions.json")
    marked = _marked(folder / f"{stem}_{sort}_gold_mentions.json")
    path = folder / f"{stem}_corpus.txt"
    for name, sentences in sorted(_sentences(path).items())[:limit]:
        try:
            yield _document(name, sentences, marked.get(name, []))
        except (LookupError, TypeError, ValueError) as error:
            raise GoldMissing(f"{path}: {name} lacks a token of its mentions ({error})") from None


def _marked(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of mentions by document."""
    found: dict[str, list[dict[str, Any]]] = {}
    try:
        for row in json.loads(path.read_text(encoding="utf-8")):
            found.setdefault(row["doc_id"], []).append(row)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise GoldMissing(f"{path}: not a list of ECB+ mentions ({error})") from None
    return found


def _sentences(path: Path) -> dict[str, Sentences]:
    """The marked sentences of every document."""
    found: dict[str, Sentences] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                name, sentence, number, word, *_ = line.split("\t")
                row = (int(number), word)
                found.setdefault(name, {}).setdefault(int(sentence), []).append(row)
    except (OSError, ValueError) as error:
        raise GoldMissing(f"{path}: not a list of ECB+ tokens ({error})") from None
    return found


def _document(name: str, sentences: Sentences, marked: list[dict[str, Any]]) -> EntityArticle:
    numbers = sorted(sentences)
    text, places = spell_out([[word for _, word in sentences[n]] for n in numbers])
    place: dict[tuple[int, int], Range] = {
        (n, token): found
        for n, ranges in zip(numbers, places, strict=True)
        for (token, _), found in zip(sentences[n], ranges, strict=True)
    }
    mentions = [_mention(row, place) for row in marked]
    return EntityArticle(
        article=article_of(name, text),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.cluster))),
    )


def _mention(row: dict[str, Any], place: dict[tuple[int, int], Range]) -> GoldMention:
    """The mention of a row; of one in several parts the longest part, for that names it."""
    numbers = sorted(row["tokens_number"])
    cuts = [i for i, (a, b) in enumerate(pairwise(numbers), start=1) if b != a + 1]
    parts = [numbers[a:b] for a, b in pairwise((0, *cuts, len(numbers)))]
    longest = max(parts, key=len)
    return GoldMention(
        start=place[row["sent_id"], longest[0]][0],
        end=place[row["sent_id"], longest[-1]][1],
        cluster=row["coref_chain"],
        kind=row["mention_type"],
    )
