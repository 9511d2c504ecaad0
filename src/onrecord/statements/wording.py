"""A draft out of bare ranges: which word of a cue reports, and what its words say of that.

The learned extractor gives characters alone. What the rules of this room know while they find a
cue (its own word, group, denial, voice, modal) is read here off the cue's words and those right
before it, with the parse where there is one and by word order where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.language.parse import Token
from onrecord.statements.carriers import WITHHOLDING, Carrier, find_carrier, lemma_of
from onrecord.statements.cues import POLLS, VERBS, Cue, Group
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.phrases import HELPERS
from onrecord.statements.ranges import Range
from onrecord.statements.verbs import is_negated, is_passive, modal_of
from onrecord.statements.vocabulary import words

NOT = words("not n't n’t never cannot neither nor nobody without")
NOTHING = words("no nothing none")
# After "no" these affirm: "left no doubt that", "made no secret of".
AFFIRMING = words("doubt secret question mistake less")
ONLY = words("only just merely simply")
DENYING = words("deny refute rebut disavow denial")
# These deny a claim, while they merely turn down a plan.
DISMISSING = words("dismiss reject dispute contest contradict rubbish discount debunk brush")
CLAIMS = words(
    "claim claims suggestion suggestions allegation allegations accusation accusations report",
    "reports rumour rumours rumor rumors speculation notion idea assertion assertions charge",
    "charges talk concern concerns fear fears insinuation insinuations contention complaint",
    "complaints criticism",
)
MAX_CLAIM_WORDS = 4  # a determiner and adjectives before it: "the latest, widely shared claims"
MODALS = words("will would may might could can should shall must 'll ’ll 'd ’d wo ca won't")
MAX_HELPERS = 6
# The nouns and the preposition of a frame, by the word that a content begins with.
FRAME_WORDS = words("of about for to on in at against with if whether")
CONTENT_WORDS = words("to if whether")


def worded(
    page: Page,
    source: Sequence[Range],
    cue: Sequence[Range],
    content: Sequence[Range],
    rule: str,
) -> Draft:
    """The draft of a statement of which the characters alone are known."""
    said = tokens_in(page, cue)
    carrier = find_carrier(page, said, near=_nearest(page, source, content))
    before = _before(page, said, carrier)
    named, told = tokens_in(page, source), tokens_in(page, content)
    verb = carrier.token if carrier.is_verb and page.has_syntax(carrier.token) else None
    return Draft(
        source=tuple(source),
        cue=tuple(cue),
        content=tuple(content),
        rule=rule,
        group=_group(page, carrier, said, named, told),
        lemma=carrier.lemma,
        at=carrier.token.i,
        negated=_is_denied(carrier, verb, before, said, named, told),
        passive=is_passive(verb) if verb is not None else _is_plainly_passive(carrier, before),
        modal=_modal(carrier, verb, before),
    )


def tokens_in(page: Page, ranges: Sequence[Range]) -> list[Token]:
    """The tokens that these ranges touch, in text order, each once."""
    found = {t.i: t for a, b in ranges if a < b for t in page.parse.between(a, b)}
    return [found[i] for i in sorted(found)]


def _nearest(page: Page, source: Sequence[Range], content: Sequence[Range]) -> Token:
    """The token that stands for an empty cue: the source's last, else the content's first."""
    named, told = tokens_in(page, source), tokens_in(page, content)
    return named[-1] if named else told[0] if told else page.parse.tokens[0]


def _before(page: Page, said: Sequence[Token], carrier: Carrier) -> list[str]:
    """The words of the cue before the one that reports, and the helpers right before the cue."""
    inner = [t for t in said if t.i < carrier.token.i]
    first = (inner[0] if inner else carrier.token).i
    found = [t.text.lower() for t in inner]
    start = page.parse.sentences[carrier.token.sentence].first
    for at in range(first - 1, max(start, first - MAX_HELPERS) - 1, -1):
        word = page.parse.tokens[at].text.lower()
        if word not in HELPERS and word not in MODALS and word not in NOT:
            break
        found.insert(0, word)
    return found


# --- what kind of cue -----------------------------------------------------------------------------


def _group(
    page: Page,
    carrier: Carrier,
    said: Sequence[Token],
    source: Sequence[Token],
    content: Sequence[Token],
) -> Group:
    """The group of the cue's word, by the frame that its content stands in; unknown: speech."""
    cues = VERBS.get(carrier.lemma, ())
    if carrier.group is not None or not cues:
        return carrier.group or "speech"
    if any(c.group == "finding" for c in cues) and any(lemma_of(t) in POLLS for t in source):
        return "finding"
    frame = _frame(page, said, content)
    fitting = next((c for c in cues if _fits(c, frame)), None)
    return (fitting or _first_plain(cues)).group


def _frame(page: Page, said: Sequence[Token], content: Sequence[Token]) -> str:
    """What a content hangs on: a preposition or "to" that ends the cue or opens the content."""
    last = said[-1].text.lower() if said else ""
    if last in FRAME_WORDS:
        return last
    first = content[0].text.lower() if content else ""
    if first in CONTENT_WORDS:
        return first
    if content and page.quotation_at(content[0].start) is not None:
        return "quote"
    return "clause"


def _fits(cue: Cue, frame: str) -> bool:
    return frame in cue.frames if frame != "quote" else "clause" in cue.frames


def _first_plain(cues: Sequence[Cue]) -> Cue:
    """The first cue that does more than introduce a quotation."""
    return next((c for c in cues if c.frames != {"quote"}), cues[0])


# --- what is said of the saying -------------------------------------------------------------------


def _is_denied(
    carrier: Carrier,
    verb: Token | None,
    before: Sequence[str],
    said: Sequence[Token],
    source: Sequence[Token],
    content: Sequence[Token],
) -> bool:
    """Whether the cue denies the saying or what is said: "did not say", "denied that"."""
    behind = [t.text.lower() for t in said if t.i > carrier.token.i]
    return (
        carrier.lemma in DENYING
        or _has_not(before)
        or (verb is not None and not ONLY.intersection(before) and is_negated(verb))
        or _has_nothing([*before, carrier.token.text.lower(), *behind])
        or carrier.governor in WITHHOLDING
        or (bool(source) and source[0].text.lower() in ("no", "neither", "none", "nobody"))
        or (carrier.lemma in DISMISSING and _is_claim(behind, content))
        or (carrier.lemma == "rule" and "out" in behind)
    )


def _has_not(before: Sequence[str]) -> bool:
    return any(
        (word in NOT and after not in ONLY) or (word == "no" and after == "longer")
        for word, after in pairwise((*before, ""))
    )


def _has_nothing(cue: Sequence[str]) -> bool:
    """Whether nothing is said in so many words: "said nothing of", "had no comment"."""
    return any(word in NOTHING and after not in AFFIRMING for word, after in pairwise((*cue, "")))


def _is_claim(behind: Sequence[str], content: Sequence[Token]) -> bool:
    """Whether what is dismissed is a claim of others: "dismissed as false reports that"."""
    opening = [t.text.lower() for t in content[:MAX_CLAIM_WORDS]]
    return opening[:1] == ["that"] or bool(CLAIMS.intersection((*behind, *opening)))


def _is_plainly_passive(carrier: Carrier, before: Sequence[str]) -> bool:
    """Whether a form of "be" stands before a participle of the past."""
    word = carrier.token.text.lower()
    being = any(w in BEING for w in before[-3:])
    return carrier.is_verb and being and not word.endswith("ing") and word != carrier.lemma


BEING = words("is are was were be been being 's ’s got")


def _modal(carrier: Carrier, verb: Token | None, before: Sequence[str]) -> str:
    """The modal of the cue: of its own verb, or of one that governs it."""
    if carrier.governor == "coming":
        return "will"
    own = modal_of(verb) if verb is not None else ""
    found = own or next((w for w in before if w in MODALS), "")
    return "will" if found in ("wo", "won't") else found
