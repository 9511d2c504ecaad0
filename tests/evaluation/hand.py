"""Cases and statements made by hand, given by their words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.evaluation.gold.cases import Case, read_cases
from onrecord.records import Article, Span, Statement


def case_of(folder: Path, text: str, *statements: dict[str, Any], name: str = "one") -> Case:
    """A case as the reader gives it; roles left out are empty, `inside` is null."""
    filled = [{"source": [], "cue": [], "inside": None, **s} for s in statements]
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps({"id": name, "text": text, "statements": filled}), encoding="utf-8")
    return read_cases(path)[0]


def found_in(article: Article, content: str, source: str = "", **fields: Any) -> Statement:
    """A statement with this content and source at their first place in the article."""
    return Statement(
        id=fields.pop("id", f"{source}: {content}"),
        article=article.id,
        source=_spans(article, source),
        cue=fields.pop("cue", ()),
        content=_spans(article, content),
        **{"kind": "indirect", "channel": "indirect_quote", **fields},
    )


def _spans(article: Article, words: str) -> tuple[Span, ...]:
    if not words:
        return ()
    start = article.text.index(words)
    return (article.span(start, start + len(words)),)
