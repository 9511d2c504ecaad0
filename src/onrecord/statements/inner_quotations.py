"""Quotations within quotations: "“They told us, ‘Go home,’ and left,” she said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.statements.cues import MISREAD, QUOTING
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.speakers import source_of
from onrecord.statements.verbs import cue_words, is_negated, modal_of

# A mark behind a gap opens, one before a gap or another mark closes; in a word it is an apostrophe.
INNER = re.compile(
    r"(?<=[\s,:])[‘'](?=\w)(?:[^‘’'“”\"\n]|\b['’]\b|(?<=s)['’](?= [a-z])){1,300}[’'](?![\w’'])"
)
MAX_LISTENER = 4  # tokens between the verb and the mark: "told my sister, ‘"


def find_inner_quotations(page: Page) -> Iterator[Draft]:
    """Yield a draft for each quotation in single marks, within another, right behind its verb."""
    for outer in page.quotations:
        for found in INNER.finditer(page.text, outer.inner_start, outer.inner_end):
            verb = _verb_before(page, found.start(), outer.inner_start)
            source = source_of(verb)[0] if verb is not None else None
            if verb is None or source is None or source[0] < outer.inner_start:
                continue
            yield Draft(
                source=(source,),
                cue=(cue_words(verb),),
                content=((found.start() + 1, found.end() - 1),),
                rule="direct",
                group="speech",
                lemma=MISREAD.get(verb.lemma, verb.lemma),
                at=verb.i,
                negated=is_negated(verb),
                modal=modal_of(verb),
            )


def _verb_before(page: Page, mark: int, low: int) -> Token | None:
    """The verb that leads to a mark, past a comma and who is spoken to; None: something else."""
    words = [t for t in page.parse.between(max(low, mark - 60), mark) if t.end <= mark]
    if words and words[-1].text in (",", ":"):
        words.pop()
    for word in reversed(words[-MAX_LISTENER:]):
        if word.pos == "VERB" and page.has_syntax(word):
            return word if MISREAD.get(word.lemma, word.lemma) in QUOTING else None
        if word.pos not in ("PRON", "DET", "NOUN", "PROPN", "ADJ"):
            return None
    return None
