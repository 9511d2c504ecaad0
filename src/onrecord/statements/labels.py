"""Statements whose only cue is a mark: "Kremlin: no truce", and "…" — the minister."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from onrecord.language.parse import Token
from onrecord.records import Article
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import Range

# A speaker's label: up to six words that begin with a capital, then a colon and something said.
LABEL = re.compile(
    r"(?:[-•*–]\s*)?(?P<who>(?:[A-Z][\w.’'\-]*)(?: (?:of|the|and|for|[A-Z(][\w.’'\-)]*)){0,6}?)"
    r"(?P<mark>:)\s+(?P<what>[“\"‘'A-Za-z0-9].{9,})",
    re.S,
)
# Labels that are no speakers: what an editor writes before a colon.
NO_SPEAKERS = re.compile(
    r"(?i)\b(?:analysis|opinion|live|watch|video|photos?|breaking|update[sd]?|exclusive|explainer|"
    r"latest|read|more|related|sources?|tags?|note|correction|editor|fact|check|here|why|how|what|"
    r"when|where|who|timeline|summary|background|context|also|but|and|the following|part|chapter|"
    r"figure|table|credit|file|topics?|subject|date|time|location|published|by|report|review|"
    r"interview|podcast|debate|election|war|crisis|talks|day|week|results?|poll)\b"
)
# What a headline's label names is going on, and says nothing: "Harbour talks: union walks out".
GOING_ON = re.compile(
    r"(?i)\b(?:talks|negotiations|deal|war|crisis|conflict|election|summit|strike|row|dispute|"
    r"standoff|stand-off|hearing|trial|vote|debate|protests?)$"
)
DASHES = frozenset("—–―-")
MAX_DASH_WORDS = 12


def find_labels(article: Article, page: Page, speakers: AbstractSet[str]) -> Iterator[Draft]:
    """Yield a draft for every block that begins with the label of someone who can speak.

    That is a name by the parse, or one whose last word is among `speakers`: the words of sources
    found elsewhere in the article.
    """
    for block in article.blocks:
        found = LABEL.match(article.text, block.start, min(block.end, block.start + MAX_LABEL))
        if found is None or NO_SPEAKERS.search(found.group("who")):
            continue
        who = page.parse.between(*found.span("who"))
        at = _token_at(page, found.start("mark"))
        in_title = block.kind in ("title", "heading")
        named = in_title and len(who) <= 3 and all(t.text[0].isupper() for t in who)
        if at is None or not who or not (named or _can_speak(who, speakers)):
            continue
        if who[0].text in ("A", "An", "The") and not _can_speak(who[1:] or who, speakers):
            continue
        if in_title or _is_person(found.group("who")):
            content = (found.start("what"), block.end)
            yield _draft("colon", found.span("who"), found.span("mark"), content, at)


MAX_LABEL = 4000  # characters read of a block; what a label introduces ends with its block


def without_matters(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts but those that take a headline's label for a speaker that names the matter.

    That is what is going on, or whatever stands before words with a source of their own: "Tarn:
    miners' union says no".
    """
    first = article.blocks[0] if article.blocks else None
    end = first.end if first is not None and first.kind == "title" else 0
    sources = {d.source[0][0] for d in drafts if d.source}
    return [d for d in drafts if not _is_a_matter(article.text, d, end, sources)]


def _is_a_matter(text: str, draft: Draft, title: int, sources: AbstractSet[int]) -> bool:
    start, end = draft.cue[-1]
    label = text[max(0, start - MAX_NAME) : end + 1].rstrip()
    if end > title or not label.endswith(":"):
        return False
    own = draft.content[0][0] in sources and text[start:end] == ":"
    return own or GOING_ON.search(label.rstrip(": ")) is not None


MAX_NAME = 20  # no shorter than any word for what is going on


def _can_speak(who: Sequence[Token], speakers: AbstractSet[str]) -> bool:
    if who[-1].text in speakers:
        return True
    named = any(t.ent in ("PERSON", "ORG", "GPE", "NORP") for t in who[-2:])
    return (named and who[0].text not in ("A", "An")) or all(t.text.isupper() for t in who)


def _is_person(label: str) -> bool:
    """Whether a label in running text is a name: all capitals, or one to three of its words."""
    words = label.split()
    return label.isupper() or (len(words) <= 3 and all(w[0].isupper() for w in words))


def find_dashes(page: Page) -> Iterator[Draft]:
    """Yield a draft for every quotation followed by a dash and who said it, at its block's end."""
    for quotation in page.quotations:
        clause = page.after(quotation)
        if not 2 <= len(clause) <= MAX_DASH_WORDS or clause[0].text not in DASHES:
            continue
        who = [t for t in clause[1:] if t.text != "."]
        if not who or not who[0].text[0].isupper():
            continue
        if any(t.text in ",;:" for t in who[:1]) or not _ends_block(page, clause[-1].i):
            continue
        source = (who[0].start, who[-1].end)
        cue = (clause[0].start, clause[0].end)
        yield _draft("dash", source, cue, (quotation.start, quotation.end), clause[0].i)


def _ends_block(page: Page, last: int) -> bool:
    tokens, sentences = page.parse.tokens, page.parse.sentences
    if last + 1 == len(tokens):
        return True
    return sentences[tokens[last + 1].sentence].block != sentences[tokens[last].sentence].block


def _token_at(page: Page, offset: int) -> int | None:
    tokens = page.parse.between(offset, offset + 1)
    return tokens[0].i if tokens else None


def _draft(rule: str, source: Range, cue: Range, content: Range, at: int) -> Draft:
    return Draft(
        source=(source,),
        cue=(cue,),
        content=(content,),
        rule=rule,
        group="speech",
        lemma=rule,
        at=at,
    )
