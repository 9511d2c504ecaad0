"""Plans on the table: clauses that an article names as one plan's.

Readers of a sentence yield a plan's noun with the heads of what the plan says; the first line of
each docstring says what the reader looks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.actors import Cast
from onrecord.language.parse import Parse, Token
from onrecord.positions.codebook import Codebook
from onrecord.positions.declared import told_of
from onrecord.positions.denials import is_negated
from onrecord.positions.holders import Holder, Holders
from onrecord.positions.index import touches
from onrecord.positions.matching import Matcher
from onrecord.positions.phrases import Phrase, coordinated, phrase_of
from onrecord.positions.subjects import agents_of, subjects_of
from onrecord.positions.wording import words
from onrecord.records import (
    ActorMention,
    Article,
    Clause,
    Interval,
    Plan,
    TimeMention,
    identity,
)

PLANS = words(
    """plan proposal deal draft agreement initiative blueprint framework roadmap accord offer
    package treaty pact"""
)
SAYING = words(
    """include call envisage envision foresee propose provide require stipulate demand offer contain
    comprise cover involve entail specify set outline feature consist seek prescribe mandate"""
)
WOULD = words("would will 'd ’d")
# What a bare "the plan" can point back to, in sentences.
REACH = 8

Reader = Callable[[Token], Iterator[tuple[Token, list[Token]]]]


def plan_says(token: Token) -> Iterator[tuple[Token, list[Token]]]:
    """A plan as subject: "the plan calls for A, B and C", "the plan, which includes A"."""
    subject = next((c for c in token.children if c.dep in ("nsubj", "nsubjpass")), None)
    if token.pos not in ("VERB", "AUX") or subject is None or is_negated(token):
        return
    noun = _plan_above(token) if subject.tag == "WDT" and token.dep == "relcl" else subject
    if noun is None or noun.lemma not in PLANS:
        return
    if token.lemma in SAYING:
        yield noun, [c for c in _complements(token) if c.lemma not in POINTS]
    elif token.lemma in ("have", "be", "list") and subject.dep == "nsubj":
        points = [c for c in token.children if c.dep in ("dobj", "attr") and c.lemma in POINTS]
        yield from ((noun, [c]) for p in points for c in p.children if c.dep == "appos")
    elif subject.dep == "nsubj" and any(
        c.dep == "aux" and c.text.lower() in WOULD for c in token.children
    ):
        yield noun, [token]


POINTS = words("point element part provision clause component item pillar stage phase term step")


def _plan_above(verb: Token) -> Token | None:
    """The plan that "which" means: the nearest above, past the date it was proposed on."""
    for number, token in enumerate(verb.ancestors()):
        if token.lemma in PLANS and token.pos in ("NOUN", "PROPN"):
            return token
        if number == 4 or token.pos not in ("NOUN", "PROPN", "NUM", "ADP", "VERB"):
            return None
        if token.pos == "VERB" and token.dep != "acl":
            return None
    return None


def among_proposals(token: Token) -> Iterator[tuple[Token, list[Token]]]:
    """Items among proposals: "among the proposals are A, B and C"."""
    if token.lemma != "be":
        return
    for child in token.children:
        if child.dep == "prep" and child.lemma == "among":
            nouns = [c for c in child.children if c.dep == "pobj" and c.lemma in PLANS]
            items = [c for c in token.children if c.dep in ("nsubj", "attr")]
            if nouns and items:
                yield nouns[0], items


def under_plan(token: Token) -> Iterator[tuple[Token, list[Token]]]:
    """What would be under a plan: "under the proposal, A would …"."""
    if token.lemma != "under" or token.dep != "prep" or token.head.pos not in ("VERB", "AUX"):
        return
    verb = token.head
    nouns = [c for c in token.children if c.dep == "pobj" and c.lemma in PLANS]
    if nouns and any(c.dep == "aux" and c.text.lower() in WOULD for c in verb.children):
        yield nouns[0], [verb]


def told_of_plan(token: Token) -> Iterator[tuple[Token, list[Token]]]:
    """A plan that somebody puts forward, whose clauses the next sentences tell."""
    if token.lemma in PLANS and token.dep == "dobj" and token.head.lemma in PRESENTING:
        yield token, [c for c in token.children if c.dep == "appos" and c.i > token.i]


READERS: tuple[Reader, ...] = (
    plan_says,
    among_proposals,
    under_plan,
    told_of_plan,
)


def find_plans(
    article: Article,
    parse: Parse,
    mentions: Iterable[ActorMention],
    cast: Cast,
    times: Iterable[TimeMention],
    codebook: Codebook,
) -> tuple[Plan, ...]:
    """The plans that an article describes, in text order, each with its clauses."""
    if not parse.has_syntax:
        return ()
    holders = Holders(parse, mentions, cast, article.published)
    matcher = Matcher(codebook, touches(parse, codebook), holders)
    drafts: list[_Draft] = []
    for token in parse.tokens:
        for reader in READERS:
            for noun, heads in reader(token):
                draft = _draft(noun, drafts, holders, tuple(times))
                for head in (each for h in heads for each in coordinated(h)):
                    draft.clauses += _clauses(article, parse, matcher, phrase_of(head))
        for draft, heads in _continued(token, drafts, parse):
            draft.sentence = token.sentence
            for head in (each for h in heads for each in coordinated(h)):
                draft.clauses += _clauses(article, parse, matcher, phrase_of(head))
        for noun in _announced(token, article, parse):
            draft = _draft(noun, drafts, holders, tuple(times))
            for head in coordinated(token):
                draft.clauses += _clauses(article, parse, matcher, phrase_of(head))
    return tuple(_plan(article, d) for d in drafts if any(c.issue for c in d.clauses))


def _continued(
    token: Token, drafts: Sequence[_Draft], parse: Parse
) -> Iterator[tuple[_Draft, list[Token]]]:
    """Yield the plan that a sentence goes on to tell: "It also calls for B", "Then, A would …"."""
    at = token.sentence
    if token.dep != "ROOT" or token.pos not in ("VERB", "AUX") or is_negated(token) or not at:
        return
    told = [d for d in drafts[-REACH:] if d.sentence == at - 1]
    same_block = parse.sentences[at - 1].block == parse.sentences[at].block
    if len(told) != 1 or not same_block:
        return
    would = any(c.dep == "aux" and c.text.lower() in WOULD for c in token.children)
    subject = next((c for c in token.children if c.dep in ("nsubj", "nsubjpass")), None)
    meant = subject is not None and subject.text.lower() in MEANT
    if meant and token.lemma in SAYING:
        yield told[0], [c for c in _complements(token) if c.lemma not in POINTS]
    elif would and (meant or _is_next_stage(token)):
        yield told[0], [token]


MEANT = ("it", "this", "they", "these")
NEXT = words("first then next second third later also finally afterwards subsequently last")
STAGES = words("return exchange turn stage phase step end")


def _is_next_stage(verb: Token) -> bool:
    """Whether a sentence begins with where it stands in an order: "Then", "In the last stage"."""
    for child in verb.children:
        if child.i > verb.i or child.dep not in ("advmod", "prep"):
            continue
        nouns = [g.lemma for g in child.children if g.dep == "pobj"]
        if child.lemma.lower() in NEXT or any(noun in STAGES for noun in nouns):
            return True
    return False


def _announced(token: Token, article: Article, parse: Parse) -> Iterator[Token]:
    """Yield the plan whose points a bullet lists, by the line above that ends in a colon."""
    block = parse.sentences[token.sentence].block
    if token.dep != "ROOT" or article.blocks[block].kind != "bullet":
        return
    while block > 0 and article.blocks[block].kind == "bullet":
        block -= 1
    above = article.blocks[block]
    if not article.text[above.start : above.end].rstrip().endswith(":"):
        return
    opener = parse.sentence_at(above.end - 1)
    nouns = [t for t in parse.tokens_of(opener) if t.lemma in PLANS] if opener else []
    yield from nouns[:1]


@dataclass(slots=True)
class _Draft:
    """A plan in the making."""

    name: str
    author: Holder | None
    sentence: int
    said: Interval | None
    clauses: list[Clause] = field(default_factory=list)


def _complements(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep in ("dobj", "ccomp", "xcomp") or _is_noun_like(child):
            yield child
        elif child.dep == "prep" and child.lemma in ("for", "of", "on", "out"):
            yield from (c for c in child.children if c.dep in ("pobj", "pcomp"))


def _is_noun_like(child: Token) -> bool:
    """Whether a word in -ing is an item of the list: "a truce, monitoring by observers"."""
    if child.dep != "advcl" or child.tag != "VBG":
        return False
    return {c.dep for c in child.children} <= {"prep", "punct", "cc", "conj", "agent"} and any(
        c.lemma in ("by", "of") for c in child.children
    )


def _draft(
    noun: Token, drafts: list[_Draft], holders: Holders, times: Sequence[TimeMention]
) -> _Draft:
    """The plan that a noun means: one told of before, or a new one."""
    name, author = _name_of(noun), _author_of(noun, holders)
    for draft in reversed(drafts):
        same_author = author is None or draft.author is None or draft.author.party == author.party
        near = noun.sentence - draft.sentence <= REACH
        if same_author and (draft.name == name or (near and name in draft.name.split()[-1:])):
            draft.sentence = noun.sentence
            draft.author = draft.author or author
            draft.said = draft.said or _said(noun, times, holders.parse)
            return draft
    author = author or (_proposer(noun, holders) if name.endswith("s") or name in PLANS else None)
    found = _Draft(name, author, noun.sentence, _said(noun, times, holders.parse))
    drafts.append(found)
    return found


def _name_of(noun: Token) -> str:
    """A plan's name as its article words it: "30-day ceasefire plan"."""
    parts = [noun]
    for child in reversed([c for c in noun.children if c.i < noun.i]):
        if child.dep in ("compound", "amod", "nummod", "nmod", "punct", "quantmod"):
            parts.extend(t for t in child.subtree())
    inside = sorted({t.i: t for t in parts}.values(), key=lambda t: t.i)
    text = ""
    for token, after in zip(inside, [*inside[1:], None], strict=True):
        text += token.text + (" " if after is not None and after.start > token.end else "")
    return re.sub(r"^(?:the|a|an|this|that|its|their)\s+", "", text.strip(" “”\"'-"), flags=re.I)


def _author_of(noun: Token, holders: Holders) -> Holder | None:
    """Whose plan it is: "its plan", "the Ostrian proposal", "a plan put forward by …"."""
    owners = [c for c in noun.children if c.dep in ("poss", "amod", "compound", "nmod")]
    makers = [a for c in noun.children if c.dep == "acl" for a in agents_of(c)]
    for token in (*owners, *makers):
        holder = holders.at(token)
        if holder is not None and holder.party is not None:
            return holder
    return _presenter(noun, holders)


def _presenter(noun: Token, holders: Holders) -> Holder | None:
    """Who "handed the parties a plan", "presented a proposal"; a plan discussed has no author."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in PRESENTING or is_negated(verb):
        return None
    found = [h for s in subjects_of(verb) if (h := holders.at(s)) is not None]
    return found[0] if len(found) == 1 and found[0].party is not None else None


PRESENTING = words(
    """present propose hand submit offer unveil table publish announce release circulate float
    outline draft send forward give put deliver issue"""
)


def _proposer(noun: Token, holders: Holders) -> Holder | None:
    """Who "proposed" in the sentence before "the proposals" go on."""
    before = [t for t in holders.tokens_of(noun.sentence - 1) if t.lemma == "propose"]
    found = [h for t in before for s in subjects_of(t) if (h := holders.at(s)) is not None]
    return found[0] if len(found) == 1 and found[0].party is not None else None


def _said(noun: Token, times: Sequence[TimeMention], parse: Parse) -> Interval | None:
    """When a plan was put forward: by the date on the verb that did so, or behind its noun."""
    if noun.dep == "dobj" and noun.head.lemma in PRESENTING:
        return told_of(times, parse, noun.head)
    clauses = [c for c in noun.children if c.dep == "acl" and c.lemma in MAKING]
    clauses += [c for c in noun.children if c.dep == "prep" and c.lemma in ("of", "from")]
    for clause in clauses:
        inside = clause.subtree()
        found = [
            t
            for t in times
            if inside[0].start <= t.span.start and t.span.end <= inside[-1].end
            and t.type == "DATE" and t.start is not None and t.precision is not None
        ]  # fmt: skip
        if len(found) == 1 and found[0].precision is not None:
            time, precision = found[0], found[0].precision
            basis = f"text: {time.span.text}"
            return Interval(start=time.start, end=time.end, precision=precision, basis=basis)
    return None


MAKING = words(
    "draft float circulate put propose reveal present announce unveil publish submit release table"
)


def _clauses(article: Article, parse: Parse, matcher: Matcher, phrase: Phrase) -> Iterator[Clause]:
    """Yield the clauses of one item of a plan; one without an issue stands as its words."""
    span = article.span(parse.tokens[phrase.first].start, parse.tokens[phrase.last - 1].end)
    steps = matcher.steps(phrase, None)
    matters = matcher.matters(phrase, None)
    for matter in matters:
        plain = all(turn == "same" for turn in matter.turns)
        value = matter.values[0] if matter.values and plain else None
        step = next(
            (
                s
                for s in steps
                if any(i == matter.issue for i, _ in matcher.codebook.step(s).entails)
            ),
            None,
        )
        yield Clause(issue=matter.issue, value=value, step=step, article=article.id, spans=(span,))
    if not matters:
        step = steps[0] if steps else None
        yield Clause(issue=None, value=None, step=step, article=article.id, spans=(span,))


def _plan(article: Article, draft: _Draft) -> Plan:
    clauses = tuple(dict.fromkeys(draft.clauses))
    author = draft.author.party if draft.author else None
    name = draft.name
    if draft.author and len(name.split()) == 1:
        name = f"{draft.author.text.removesuffix('’s')} {name}"
    spans = [f"{s.start}:{s.end}" for c in clauses for s in c.spans]
    return Plan(
        id=identity("plan", article.id, name, *spans),
        name=name,
        author=author,
        said=draft.said,
        articles=(article.id,),
        clauses=clauses,
    )
