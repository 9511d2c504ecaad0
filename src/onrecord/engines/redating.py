"""Articles dated by a person or by other articles: read again from their own text or that day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.language.parse import Parse
from onrecord.pipeline import PASSES, run_stages
from onrecord.reconciliation import BY_OTHERS
from onrecord.records import Article, ArticleDate, Decision, TimeMention
from onrecord.store import View, Writer
from onrecord.store.writer import DRAWN_FROM
from onrecord.times import SET, decided_dates

# The stages of the first pass that count from the day of publication.
STAGES = tuple(s for s in PASSES[0] if TimeMention in s.writes or ArticleDate in s.writes)


def redate(writer: Writer, view: View) -> None:
    """Keep the times of every article whose date a person set, changed or took back.

    A date that was drawn from other articles goes back to what the article's own text tells: the
    flow draws it anew.
    """
    decided = decided_dates(view.all(Decision))
    dates = {date.article: date.published for date in view.all(ArticleDate)}
    were = {
        article
        for article, date in dates.items()
        if date is not None and (date.basis == SET or BY_OTHERS in date.basis)
    }
    with writer.transaction():
        # What stands now follows neither from the decisions before nor from those of today.
        writer.keep_setting(DRAWN_FROM, None)
        for article_id in sorted(decided.keys() | were):
            article = view.get(Article, article_id)
            given = decided.get(article_id)
            if article is None or (given is not None and dates.get(article_id) == given):
                continue
            known: dict[Any, Any] = {
                Article: replace(article, published=given or article.published),
                Parse: view.parse(article),
            }
            for kind, records in run_stages(STAGES, known).items():
                writer.replace_of_article(kind, article, records)
