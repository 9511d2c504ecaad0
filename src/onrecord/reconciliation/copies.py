"""Copies: the same article twice, near copies, and articles that carry a part of another.

Nothing is compared with everything: equal texts meet by their hash, near copies by bands of a
MinHash over word runs, parts by bands over single paragraphs. Every candidate is then checked
run by run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.reconciliation.fingerprints import (
    LARGEST_BUCKET,
    Fingerprint,
    candidate_pairs,
    fingerprint,
    shared_part,
)
from onrecord.reconciliation.groups import Groups
from onrecord.records import Article, Copy

SAME_TEXT = "same text"
NEAR_COPY = "near copy"
MIN_WORDS = 30  # below this, equal words are a formula or an error page
NEAR_SHARE = 0.7  # of the runs of the longer one: one paragraph in four may be edited
PARAGRAPH_SHARE = 0.7
MIN_PARAGRAPHS = 2
MIN_SHARED_WORDS = 60  # two paragraphs of agency prose
# An outlet repeats its own background paragraphs from day to day: that is no copy.
MIN_SHARE_OF_SAME_OUTLET = 0.5


def find_copies(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """Every group of copies, and every article that carries paragraphs of another.

    The lead is the earliest where its date lies before all others, else the longest, else the
    first by id; where the order is open, `basis` says "shares", not "carries". `articles` are the
    others, without the lead. Sorted by lead, then articles.
    """
    prints = sorted((fingerprint(a) for a in articles), key=lambda f: f.article)
    prints = [f for f in prints if f.words >= MIN_WORDS]
    same = _join_same(prints)
    firsts = [f for f in prints if same.root(f.article) == f.article]
    near = _join_near(firsts)
    by_id = {f.article: f for f in prints}
    equals = {group[0]: group for group in same.all()}
    copies = []
    leads = []
    for group in near.all():
        members = [by_id[article] for first in group for article in equals[first]]
        lead = choose_lead(members)
        leads.append(lead)
        copies += _copies_of(lead, [f for f in members if f is not lead])
    copies += _carriers(sorted(leads, key=lambda f: f.article), by_id)
    return tuple(sorted(copies, key=lambda c: (c.lead, c.articles, c.basis)))


def choose_lead(members: Sequence[Fingerprint]) -> Fingerprint:
    """The earliest where its date lies before all others', else the longest, else by id."""
    for one in members:
        if is_earliest(one, members):
            return one
    return min(members, key=lambda f: (-f.words, f.article))


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
    first_of: dict[tuple[int, bytes], str] = {}
    groups = Groups(f.article for f in prints)
    for one in prints:
        key = (one.words, one.runs.tobytes())
        groups.join(first_of.setdefault(key, one.article), one.article)
    return groups


def _join_near(firsts: Sequence[Fingerprint]) -> Groups:
    """Groups of near copies among texts that differ."""
    groups = Groups(f.article for f in firsts)
    runs = [f.runs for f in firsts]
    for a, b in candidate_pairs(runs, bands=32, rows=4, largest=LARGEST_BUCKET):
        left, right = firsts[a], firsts[b]
        if groups.root(left.article) == groups.root(right.article):
            continue
        if _share(left, right) >= NEAR_SHARE:
            groups.join(left.article, right.article)
    return groups


def _share(left: Fingerprint, right: Fingerprint) -> float:
    """The part that is shared, of the one that shares less."""
    longer, shorter = (left, right) if len(left.runs) >= len(right.runs) else (right, left)
    return shared_part(longer.runs, shorter.runs)


def _copies_of(lead: Fingerprint, others: Sequence[Fingerprint]) -> list[Copy]:
    """The equal texts as one record, the near copies as another."""
    shares = {f.article: _share(lead, f) for f in others}
    same = tuple(f.article for f in others if f.runs == lead.runs and f.words == lead.words)
    near = tuple(f.article for f in others if f.article not in same)
    found = []
    if same:
        found.append(Copy(lead=lead.article, articles=same, basis=SAME_TEXT, share=1.0))
    if near:
        least = round(min(shares[a] for a in near), 3)
        found.append(Copy(lead=lead.article, articles=near, basis=NEAR_COPY, share=least))
    return found


def _carriers(leads: Sequence[Fingerprint], by_id: dict[str, Fingerprint]) -> list[Copy]:
    """Articles of different text that share whole paragraphs, pair by pair."""
    owners = [f.article for f in leads for _ in f.paragraphs]
    runs = [runs for f in leads for runs in f.paragraphs]
    met: dict[tuple[str, str], int] = defaultdict(int)
    for a, b in candidate_pairs(runs, bands=6, rows=4, largest=LARGEST_BUCKET):
        if owners[a] != owners[b]:
            met[min(owners[a], owners[b]), max(owners[a], owners[b])] += 1
    found = []
    for (left, right), count in sorted(met.items()):
        if count >= MIN_PARAGRAPHS:
            found += _carried(by_id[left], by_id[right])
    return found


def _carried(left: Fingerprint, right: Fingerprint) -> list[Copy]:
    """The copy record of two articles if they share enough paragraphs, else nothing."""
    lead, carrier, settled = _who_leads(left, right)
    theirs = frozenset(run for runs in lead.paragraphs for run in runs)
    shared = [
        words
        for words, runs in zip(carrier.paragraph_words, carrier.paragraphs, strict=True)
        if shared_part(runs, theirs) >= PARAGRAPH_SHARE
    ]
    share = sum(shared) / max(left.words, right.words)
    same_outlet = left.outlet is not None and left.outlet == right.outlet
    if len(shared) < MIN_PARAGRAPHS or sum(shared) < MIN_SHARED_WORDS:
        return []
    if same_outlet and share < MIN_SHARE_OF_SAME_OUTLET:
        return []
    verb = (
        f"carries {len(shared)} paragraphs of"
        if settled
        else f"shares {len(shared)} paragraphs with"
    )
    name = lead.credit or lead.outlet or lead.title
    return [
        Copy(
            lead=lead.article,
            articles=(carrier.article,),
            basis=f"{verb} {name}",
            share=round(min(1.0, share), 3),
        )
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
