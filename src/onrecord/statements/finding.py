"""The statements of an article: drafts of all rules, settled against each other.

Every step is linear in the article's length: rules look at a bounded stretch around a cue or a
mark, and what they found is joined by position, never pair by pair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from onrecord.language.encoding import Encoding
from onrecord.language.parse import Parse, Token
from onrecord.records import Article, Span, Statement, identity
from onrecord.statements.according import find_according
from onrecord.statements.asides import join_asides
from onrecord.statements.channels import channel_at
from onrecord.statements.clauses import find_clauses
from onrecord.statements.cues import LEMMA_OF, MISREAD, QUOTING
from onrecord.statements.direct import Page, find_attributed
from onrecord.statements.draft import Draft
from onrecord.statements.floating import continue_statements
from onrecord.statements.inner_quotations import find_inner_quotations
from onrecord.statements.kinds import CONFIDENCE, kind_of
from onrecord.statements.labels import find_dashes, find_labels, without_matters
from onrecord.statements.learned import find_learned, find_linked
from onrecord.statements.light import find_plainly
from onrecord.statements.linked import Linked
from onrecord.statements.mending import mended
from onrecord.statements.modality import modality_of
from onrecord.statements.nesting import find_holders
from onrecord.statements.nouns import find_adjectives, find_nouns
from onrecord.statements.phrases import OPENERS, beside
from onrecord.statements.quotations import Quotation, find_quotations
from onrecord.statements.ranges import Range, merged, trimmed, without
from onrecord.statements.speakers import source_of
from onrecord.statements.verbs import cue_words, is_negated, modal_of
from onrecord.statements.within import mend_within, without_guesses

# What word order alone may read: beside a parse only the plainest.
FULL_GROUPS = frozenset(("speech",))
LIGHT_GROUPS = frozenset(("speech", "demand", "commitment", "judgement", "belief"))


def find_statements(
    article: Article, parse: Parse, encoding: Encoding | None = None
) -> tuple[Statement, ...]:
    """Every statement that the article reports, by position, without duplicates.

    Without an encoding by rules alone: that is the light mode.
    """
    page = Page(article.text, parse, find_quotations(article))
    drafts = _by_rules(page) if encoding is None else _by_networks(page, encoding)
    drafts.extend(_labels(article, page, drafts))
    drafts = without_matters(article, drafts)
    continue_statements(page, drafts)
    return _settled(article, page, drafts)


def find_unsettled(article: Article, parse: Parse, encoding: Encoding) -> list[Linked]:
    """What the networks see before any of it is left out: confidence is fitted on this."""
    page = Page(article.text, parse, find_quotations(article))
    return find_linked(page, encoding, _by_rules(page))


def _by_networks(page: Page, encoding: Encoding) -> list[Draft]:
    """The drafts of the networks, and of the forms that their corpus hardly holds."""
    ruled = _by_rules(page)
    drafts = list(mended(page, find_learned(page, encoding, ruled), ruled))
    drafts.extend(_unseen_within(page, drafts, ruled))
    drafts.extend(_hearsay(page, drafts, ruled))
    read = {q.start for d in drafts for a, b in d.content for q in page.within(a, b)}
    drafts.extend(
        d
        for d in find_dashes(page)
        if not any(q.start in read for a, b in d.content for q in page.within(a, b))
    )
    _complete(page, drafts)
    join_asides(page, drafts)
    mend_within(page, drafts, ruled)
    return without_guesses(page, drafts, ruled)


def _unseen_within(page: Page, drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """What rules see within the contents of the networks' drafts, and the networks do not.

    Their corpus never marks what is reported there, so that their silence says little.
    """
    read = merged(r for d in drafts for r in d.content)
    starts = [a for a, _ in read]
    cues = sorted((a, b) for d in drafts for a, b in d.cue)
    all_cues = sorted({*cues, *((a, b) for d in ruled for a, b in d.cue)})
    found = []
    for draft in ruled:
        start = page.parse.tokens[draft.at].start
        at = bisect_right(starts, start) - 1
        near = bisect_right(cues, (start, len(page.text))) - 1
        seen = near >= 0 and start < cues[near][1]
        if at >= 0 and start < read[at][1] and not seen and not _completes(page, draft, all_cues):
            found.append(draft)
    return found


def _hearsay(page: Page, drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """What rules see reported by nobody in particular, or by a noun, and the networks do not.

    "It was reported that the bridge had fallen", "claims by Dorland that the port was shelled":
    their corpus holds few of these.
    """
    cues = sorted((a, b) for d in drafts for a, b in d.cue)
    starts = [a for a, _ in cues]
    found = []
    for draft in ruled:
        start, end = draft.cue[0][0], draft.cue[-1][1]
        at = bisect_right(starts, end - 1) - 1
        seen = at >= 0 and cues[at][1] > start
        nobody = draft.passive and not draft.source and draft.group == "speech"
        noun = draft.rule == "noun" and draft.source and _opens_with_that(page, draft)
        if (nobody or noun) and not seen and page.quotation_at(start) is None:
            found.append(draft)
    return found


def _opens_with_that(page: Page, draft: Draft) -> bool:
    return page.text[draft.content[0][0] :][:5].lower() == "that "


def _completes(page: Page, draft: Draft, cues: Sequence[Range]) -> bool:
    """Whether a verb only completes a cue that was seen: the "say" of "declined to say whether"."""
    verb = page.parse.tokens[draft.at]
    if verb.dep != "xcomp" or verb.tag != "VB" or verb.i - verb.head.i not in (1, 2):
        return False
    at = bisect_right(cues, (verb.head.start, len(page.text))) - 1
    return at >= 0 and verb.head.start < cues[at][1]


def _by_rules(page: Page) -> list[Draft]:
    """The drafts of all rules."""
    drafts = _by_syntax(page) if page.parse.has_syntax else []
    _attribute(page, drafts)
    drafts.extend(find_dashes(page))
    drafts.extend(find_according(page))
    known = {d.at for d in drafts}
    drafts.extend(d for d in find_inner_quotations(page) if d.at not in known)
    groups = FULL_GROUPS if page.parse.has_syntax else LIGHT_GROUPS
    drafts.extend(find_plainly(page, {d.at for d in drafts}, groups))
    _leave_quotations(page, drafts)
    _complete(page, drafts)
    _free_outer(drafts)
    return drafts


def _by_syntax(page: Page) -> list[Draft]:
    """The drafts that the parse gives; where two rules see one cue, the verb's stays."""
    drafts = list(find_clauses(page))
    known = {d.at for d in drafts}
    drafts.extend(d for d in find_nouns(page) if d.at not in known)
    drafts.extend(d for d in find_adjectives(page) if d.at not in known)
    return drafts


def _labels(article: Article, page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The labelled blocks of which no other rule has read what stands after the label."""
    speakers = {w for d in drafts for a, b in d.source for w in article.text[a:b].split()}
    read = merged(r for d in drafts for r in d.content)
    starts = [a for a, _ in read]
    found = []
    for draft in find_labels(article, page, speakers):
        first = draft.content[0][0]
        at = bisect_right(starts, first) - 1
        if at < 0 or read[at][1] <= first:
            found.append(draft)
    return found


# --- quotations ----------------------------------------------------------------------------------


def _attribute(page: Page, drafts: list[Draft]) -> None:
    """Give quotations to the verbs beside them: to a clause already found, or as a new draft."""
    by_verb = {d.at: d for d in drafts}
    for quotation, verb, clause in find_attributed(page, _cue_test(page.parse)):
        if _is_aside(page, quotation, verb):
            continue
        whole = (_start_of(page, quotation, verb), quotation.end)
        known = by_verb.get(verb.i)
        if known is not None and (known.rule == "direct" or _finishes(page, quotation, known)):
            known.content = merged((*known.content, whole))
        else:
            by_verb[verb.i] = _direct(page, whole, verb, clause)
    drafts[:] = by_verb.values()


def _direct(page: Page, whole: Range, verb: Token, clause: Sequence[Token]) -> Draft:
    source = _source_beside(page, verb, clause)
    taken = (source,) if source else ()
    cue = cue_words(verb) if page.parse.has_syntax else (verb.start, verb.end)
    return Draft(
        source=taken,
        cue=(cue,),
        content=without((whole,), (cue, *taken)),
        rule="direct",
        group="speech",
        lemma=_lemma(verb, page.parse),
        at=verb.i,
        negated=is_negated(verb),
        modal=modal_of(verb),
    )


def _finishes(page: Page, quotation: Quotation, draft: Draft) -> bool:
    """Whether a quotation ends a clause that began before the cue: The plan, he said, "is …"."""
    at = page.parse.tokens[draft.at].start
    inner = page.text[quotation.inner_start : quotation.inner_start + 1]
    return inner.islower() and quotation.start > at and any(b <= at for _, b in draft.content)


def _is_aside(page: Page, quotation: Quotation, verb: Token) -> bool:
    """Whether a quotation ends an opening adverbial: In a note titled "Hope," the envoy said …."""
    lead = page.before(quotation) if verb.start > quotation.start else []
    return bool(lead) and lead[0].text.lower() in OPENERS


def _start_of(page: Page, quotation: Quotation, verb: Token) -> int:
    """Where the content begins: with the words that lead into a quotation, if they are spoken too.

    In "The plan is “dead,” she said" the reporter's half of the sentence is part of the content.
    """
    if verb.start < quotation.start:
        return quotation.start
    lead = page.before(quotation)
    if not lead or lead[-1].text in ":,":
        return quotation.start
    return lead[0].start


def _source_beside(page: Page, verb: Token, clause: Sequence[Token]) -> Range | None:
    """The source by the parse, where it lies outside every quotation; else by word order."""
    source = source_of(verb)[0] if page.has_syntax(verb) else None
    if source and clause[0].start <= source[0] < clause[-1].end:
        return source
    near = beside(verb, clause)
    return near or (source if source and not page.quotation_at(source[0]) else None)


def _cue_test(parse: Parse) -> Callable[[Token], bool]:
    """What tells a verb that can introduce a quotation, with or without tags."""
    if parse.has_syntax:
        return lambda t: t.pos in ("VERB", "AUX") and MISREAD.get(t.lemma, t.lemma) in QUOTING
    return lambda t: LEMMA_OF.get(t.lemma) in QUOTING


def _lemma(verb: Token, parse: Parse) -> str:
    if parse.has_syntax:
        return MISREAD.get(verb.lemma, verb.lemma)
    return LEMMA_OF.get(verb.lemma, verb.lemma)


def _leave_quotations(page: Page, drafts: Sequence[Draft]) -> None:
    """Give a cue outside a quotation the quotation's speaker, not a word that stands inside it.

    In “We will stay,” Maren said, warning against delay, "We" is not who warns. A quotation that
    nobody speaks leaves the cue without a source.
    """
    speakers: dict[int, tuple[Range, ...]] = {}
    for draft in drafts:
        for a, b in draft.content:
            for quotation in page.within(a, b):
                outside = all(not quotation.start <= s < quotation.end for s, _ in draft.source)
                if draft.source and outside:
                    speakers.setdefault(quotation.start, draft.source)
    for draft in drafts:
        if not draft.source:
            continue
        held = page.quotation_at(draft.source[0][0])
        at = page.parse.tokens[draft.at].start
        if held is None or held.start <= at < held.end or _is_name(held):
            continue
        end = draft.source[0][1]
        if end > held.end:  # it runs over the closing mark: what stands behind is the source
            draft.source = ((held.end, end), *draft.source[1:])
        elif at > held.start:
            draft.source = speakers.get(held.start, ())
            draft.content = without(draft.content, draft.source)


def _is_name(quotation: Quotation) -> bool:
    """Whether marks stand around a name or a word, not around what someone said."""
    return quotation.inner_end - quotation.inner_start < LONGEST_NAME_CHARS


LONGEST_NAME_CHARS = 40


# --- drafts against each other -------------------------------------------------------------------


def _complete(page: Page, drafts: Iterable[Draft]) -> None:
    """Let content reach to the end of every quotation that it cuts into."""
    for draft in drafts:
        at = page.parse.tokens[draft.at].start
        reached = [
            (q.start, q.end)
            for a, b in draft.content
            for q in (page.quotation_at(a), page.quotation_at(b - 1))
            if q and not q.start <= at < q.end
        ]
        draft.content = without(merged((*draft.content, *reached)), (*draft.cue, *draft.source))


def _free_outer(drafts: Sequence[Draft]) -> None:
    """Take ", according to X" at the end of a sentence out of what others say in it."""
    cuts = {
        d.source[-1][1]: (d.cue[0][0], d.source[-1][1], d.at)
        for d in drafts
        if d.rule == "according" and d.cue[0][0] < d.source[-1][0]
    }
    for draft in drafts:
        if draft.content and (cut := cuts.get(draft.content[-1][1])) and draft.at < cut[2]:
            draft.content = without(draft.content, (cut[:2],))


def _settled(article: Article, page: Page, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """Statements of the drafts that hold, each with the one that reports it."""
    kept: list[Draft] = []
    seen: set[object] = set()
    for draft in sorted(drafts, key=lambda d: (d.at, -_confidence(d))):
        _trim(article.text, draft)
        roles = (draft.source, draft.cue, draft.content)
        if draft.content and roles not in seen and draft.at not in seen:
            seen.update((roles, draft.at))
            kept.append(draft)
    made = [_statement(article, page, d) for d in kept]
    holders = find_holders(page, kept)
    nested = [
        replace(s, inside=made[h].id) if h is not None else s
        for s, h in zip(made, holders, strict=True)
    ]
    return tuple(sorted(nested, key=lambda s: (_first(s), s.content[0].start, s.id)))


def _trim(text: str, draft: Draft) -> None:
    """Strip the edges of every range; drop those that hold no letter and are no cue."""
    draft.source = _worded(text, draft.source)
    draft.content = _worded(text, draft.content)
    draft.cue = _worded(text, draft.cue) or draft.cue


def _worded(text: str, ranges: Iterable[Range]) -> tuple[Range, ...]:
    clean = (trimmed(text, r) for r in ranges)
    return merged(r for r in clean if any(c.isalnum() for c in text[r[0] : r[1]]))


def _confidence(draft: Draft) -> float:
    return CONFIDENCE[draft.rule] if draft.confidence is None else draft.confidence


def _first(statement: Statement) -> int:
    return min(s.start for s in (*statement.source, *statement.cue, *statement.content))


def _statement(article: Article, page: Page, draft: Draft) -> Statement:
    kind = kind_of(draft, page)
    source, cue, content = (
        tuple(article.span(a, b) for a, b in ranges)
        for ranges in (draft.source, draft.cue, draft.content)
    )
    return Statement(
        id=identity("statement", article.id, _key(source), _key(cue), _key(content)),
        article=article.id,
        source=source,
        cue=cue,
        content=content,
        kind=kind,
        channel=channel_at(page, draft, kind),
        modality=modality_of(draft, page),
        negated=draft.negated,
        confidence=_confidence(draft),
    )


def _key(spans: Sequence[Span]) -> str:
    return " ".join(f"{s.start}:{s.end}" for s in spans)
