"""Our sentences with the quotes that they are made of."""

from __future__ import annotations

from onrecord.negotiation import GapLine
from onrecord.presentation.dossier.context import Sentence
from onrecord.presentation.dossier.evidence import Evidence, merged
from onrecord.presentation.dossier.held import by_age
from onrecord.presentation.dossier.lookup import Lookup


def sentence_of(lookup: Lookup, evidence: Evidence, line: GapLine, heading: str = "") -> Sentence:
    """The sentence with its quotes; without `heading` in front, where it stands under that."""
    positions = [lookup.positions[p] for p in line.positions if p in lookup.positions]
    quotes = (evidence.quote(p.article, p.spans) for p in by_age(lookup, positions))
    text = line.text
    if heading:
        text = text.removeprefix(heading).lstrip(":, ")
    text = text[:1].upper() + text[1:]
    return Sentence(text=text, quotes=merged(quotes))
