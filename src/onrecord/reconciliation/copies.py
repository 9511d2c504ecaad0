"""Copies: the same article twice, near copies, later versions, and parts of another's text.

Nothing is compared with everything: equal texts meet by their hash, near copies by bands of a
MinHash over word runs, parts by bands over single paragraphs, versions by their address. Every
candidate is then laid beside the other run by run.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from onrecord.reconciliation.fingerprints import (
    Fingerprint,
    Lexicon,
    candidate_pairs,
    fingerprint,
    found_in,
    numbers_of,
    remembered,
)
from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.memory import NO_MEMORY, Memory
from onrecord.records import Article, Copy, identity

SAME_TEXT = "same text"
NEAR_COPY = "near copy"
VERSION = "another version by the same outlet"
OTHER_TEXT = "same address, another text"
ONE_TEXT = (SAME_TEXT, NEAR_COPY, VERSION)  # these articles are one witness

MIN_WORDS = 30  # below this, equal words are a formula or an error page
NEAR_SHARE = 0.7  # of the words of the longer one: one paragraph in four may be edited
VERSION_SHARE = 0.3  # of the shorter one, at one address: a live page keeps some of its words
SAME_OUTLET_SHARE = 0.5  # of the longer one: an outlet repeats its own background day by day
PARAGRAPH_SHARE = 0.6  # of a paragraph's words: numbers, names and a clause may be edited
# On 4,860 articles these found 34 pairs of outlets, every one with agency prose in common; a single
# paragraph of 35 to 99 words 20 more, of which 14 were the notes about an author.
MIN_PARAGRAPHS = 2
MIN_SHARED_WORDS = 40
MIN_WORDS_OF_ONE = 100  # where all stands in a single paragraph
LARGEST_BUCKET = 24  # a paragraph in more leads than this is a house formula, not a wire text


def find_copies(articles: Iterable[Article], memory: Memory = NO_MEMORY) -> tuple[Copy, ...]:
    """Every group of copies, and every article that carries paragraphs of another.

    The lead is the earliest where its date lies before all others, else the longest, else the
    first by id; where the order is open, `basis` says "shares", not "carries". `articles` are the
    others, without the lead. Articles at one address with nothing in common are told, too, as
    OTHER_TEXT. Sorted by lead, then articles.
    """
    lexicon = Lexicon()
    prints = sorted((_print(a, lexicon, memory) for a in articles), key=lambda f: f.article)
    prints = [f for f in prints if f.words >= MIN_WORDS]
    same = _join_same(prints)
    firsts = [f for f in prints if same.root(f.article) == f.article]
    near, strangers = _join_near(firsts)
    by_id = {f.article: f for f in prints}
    equals = {group[0]: group for group in same.all()}
    found = []
    leads = []
    for group in near.all():
        members = [by_id[article] for first in group for article in equals[first]]
        lead = choose_lead(members)
        leads.append(lead)
        found += _copies_of(lead, [f for f in members if f is not lead])
    found += _other_texts(strangers, near)
    found += _carriers(sorted(leads, key=lambda f: f.article))
    return tuple(sorted(found, key=lambda c: (c.lead, c.articles, c.basis)))


def _print(article: Article, lexicon: Lexicon, memory: Memory) -> Fingerprint:
    """The fingerprint of an article; its numbers as remembered, if its text is the same."""
    given = identity(article.text, repr(article.blocks))
    numbers = memory.recall(article.id, given, tuple[str, str])
    made = remembered(article, numbers) if numbers is not None else None
    if made is None:
        made = fingerprint(article, lexicon)
        memory.keep(article.id, given, numbers_of(made))
    return made


def choose_lead(members: Sequence[Fingerprint]) -> Fingerprint:
    """The earliest where its date lies before all others', else the longest, else by id."""
    first = min(members, key=lambda f: (_last_day(f), f.article))
    if is_earliest(first, members):
        return first
    return min(members, key=lambda f: (-f.words, f.article))


def _last_day(one: Fingerprint) -> dt.date:
    return (one.published.end if one.published else None) or dt.date.max


def is_earliest(one: Fingerprint, members: Sequence[Fingerprint]) -> bool:
    """Whether it was published before every other, on days that do not overlap."""
    return len(members) > 1 and all(
        other is one
        or (
            one.published is not None
            and other.published is not None
            and one.published.ended_before(other.published)
        )
        for other in members
    )


def _join_same(prints: Sequence[Fingerprint]) -> Groups:
    """Groups of equal texts, whatever their case, punctuation and line breaks."""
    first_of: dict[bytes, str] = {}
    groups = Groups(f.article for f in prints)
    for one in prints:
        groups.join(first_of.setdefault(one.marks.tobytes(), one.article), one.article)
    return groups


def _join_near(firsts: Sequence[Fingerprint]) -> tuple[Groups, list[tuple[str, str]]]:
    """Groups of near copies and versions, and the pairs at one address that are neither."""
    groups = Groups(f.article for f in firsts)
    pairs = candidate_pairs((f.marks for f in firsts), bands=32, rows=4, largest=LARGEST_BUCKET)
    for a, b in sorted(pairs):
        left, right = firsts[a], firsts[b]
        if groups.root(left.article) != groups.root(right.article) and _is_near(left, right):
            groups.join(left.article, right.article)
    strangers = []
    for pair in _at_one_address(firsts):
        left, right = pair
        if groups.root(left.article) == groups.root(right.article):
            continue
        shorter, longer = sorted(pair, key=lambda f: (f.words, f.article))
        if _part_in(shorter, longer) >= VERSION_SHARE:
            groups.join(left.article, right.article)
        else:
            strangers.append((left.article, right.article))
    return groups, strangers


def _at_one_address(firsts: Sequence[Fingerprint]) -> Iterable[tuple[Fingerprint, Fingerprint]]:
    """Yield the first article of each address with every other of it."""
    first_of: dict[str, Fingerprint] = {}
    for one in firsts:
        if one.address is not None:
            first = first_of.setdefault(one.address, one)
            if first is not one:
                yield first, one


def _is_near(left: Fingerprint, right: Fingerprint) -> bool:
    least = SAME_OUTLET_SHARE if _same_outlet(left, right) else NEAR_SHARE
    return _share(left, right) >= least


def _same_outlet(left: Fingerprint, right: Fingerprint) -> bool:
    return left.outlet is not None and left.outlet == right.outlet


def _part_in(one: Fingerprint, other: Fingerprint) -> float:
    """The part of one article's words that stand in runs which the other has, too."""
    return float(np.mean(found_in(one.marks, other.marks)))


def _share(left: Fingerprint, right: Fingerprint) -> float:
    """The part that is shared, of the longer one."""
    longer, shorter = (left, right) if left.words >= right.words else (right, left)
    return _part_in(longer, shorter)


def _copies_of(lead: Fingerprint, others: Sequence[Fingerprint]) -> list[Copy]:
    """The equal texts as one record, near copies as another, versions as a third."""
    by_basis: dict[str, list[str]] = defaultdict(list)
    shares: dict[str, float] = defaultdict(lambda: 1.0)
    whole = lead.marks.tobytes()
    for one in others:
        if one.marks.tobytes() == whole:
            basis = SAME_TEXT
        else:
            own = _same_outlet(lead, one) or (lead.address and lead.address == one.address)
            basis = VERSION if own else NEAR_COPY
            shares[basis] = min(shares[basis], _share(lead, one))
        by_basis[basis].append(one.article)
    return [
        Copy(lead=lead.article, articles=tuple(ids), basis=basis, share=round(shares[basis], 3))
        for basis, ids in sorted(by_basis.items())
    ]


def _other_texts(strangers: Iterable[tuple[str, str]], groups: Groups) -> list[Copy]:
    """Articles that stand at one address and have nothing else in common."""
    others: dict[str, list[str]] = defaultdict(list)
    for first, other in strangers:
        if groups.root(first) != groups.root(other):
            others[first].append(other)
    return [
        Copy(lead=first, articles=tuple(sorted(ids)), basis=OTHER_TEXT, share=0.0)
        for first, ids in sorted(others.items())
    ]


def _carriers(leads: Sequence[Fingerprint]) -> list[Copy]:
    """Articles of different text that share whole paragraphs, pair by pair."""
    counts = [len(f.paragraphs()) for f in leads]
    owners = np.repeat(np.arange(len(leads)), counts).tolist()
    paragraphs = chain.from_iterable(f.paragraphs() for f in leads)
    pairs = candidate_pairs(paragraphs, bands=8, rows=3, largest=LARGEST_BUCKET)
    met = {tuple(sorted((owners[a], owners[b]))) for a, b in pairs}
    found = []
    for a, b in sorted(met):
        if a != b and (copy := _carried(leads[a], leads[b])) is not None:
            found.append(copy)
    return found


def _carried(left: Fingerprint, right: Fingerprint) -> Copy | None:
    """The copy record of two articles if they share enough paragraphs, else None."""
    if _same_outlet(left, right):
        return None  # its own background, or a version that was found as such
    lead, carrier, settled = _who_leads(left, right)
    shared = _shared_paragraphs(carrier, lead)
    words = sum(shared)
    if words < (MIN_SHARED_WORDS if len(shared) >= MIN_PARAGRAPHS else MIN_WORDS_OF_ONE):
        return None
    count = f"{len(shared)} paragraph{'' if len(shared) == 1 else 's'}"
    verb = f"carries {count} of" if settled else f"shares {count} with"
    return Copy(
        lead=lead.article,
        articles=(carrier.article,),
        basis=f"{verb} {lead.credit or lead.outlet or lead.title}",
        share=round(min(1.0, words / max(left.words, right.words)), 3),
    )


def _shared_paragraphs(carrier: Fingerprint, lead: Fingerprint) -> list[int]:
    """The lengths of the carrier's paragraphs that are the lead's prose, in words."""
    theirs = lead.marks[lead.prose]
    return [
        len(marks)
        for marks in carrier.paragraphs()
        if np.mean(found_in(marks, theirs)) >= PARAGRAPH_SHARE
    ]


def _who_leads(left: Fingerprint, right: Fingerprint) -> tuple[Fingerprint, Fingerprint, bool]:
    """The lead, the other, and whether the order is settled by date or by an agency's credit."""
    pair = (left, right)
    for one, other in (pair, pair[::-1]):
        if is_earliest(one, pair):
            return one, other, True
    for one, other in (pair, pair[::-1]):
        if one.credit is not None and other.credit is None:
            return one, other, True
    lead = choose_lead(pair)
    return lead, right if lead is left else left, False


def joined_articles(copies: Iterable[Copy], articles: Iterable[str]) -> Mapping[str, str]:
    """For every article the smallest id among those whose text it is, its own among them."""
    groups = Groups(articles)
    for copy in copies:
        if copy.basis in ONE_TEXT:
            for article in copy.articles:
                groups.join(copy.lead, article)
    return {article: groups.root(article) for article in sorted(articles)}
