"""The row of an assessment. Dates are ISO text, "" where unknown; ids are the record's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    """One assessment by a third party: who, which figures, what they cover, as of when.

    `assessor` is the actor, "" where the words in `assessor_text` name none that is known.
    `figures`, `scopes` and `figures_as_of` pair up; `quantities` are their ids. `origins` counts
    the independent origins of what `articles` report alike, earliest first; the quote is the
    first one's.
    """

    kind: str
    assessor: str
    assessor_text: str
    figures: tuple[str, ...]
    scopes: tuple[str, ...]
    figures_as_of: tuple[str, ...]
    as_of: str
    quote: str
    origins: int
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    published: str
    quantities: tuple[str, ...]
    statement: str
    id: str
