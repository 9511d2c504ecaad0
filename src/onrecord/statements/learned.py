"""The drafts of the trained networks: linked statements in characters, each with its confidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from onrecord.errors import ModelUnreadable
from onrecord.language.encoding import Encoding
from onrecord.language.parse import Token
from onrecord.language.pieces import Pieces
from onrecord.language.weights import REMEDY, WEIGHTS
from onrecord.statements.chains import Chain
from onrecord.statements.cues import ADJECTIVES, LEMMA_OF, NOUNS, OTHERS, cues_of
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.linked import LONGEST_CUE, Decoder, Linked
from onrecord.statements.ranges import Range
from onrecord.statements.vocabulary import words
from onrecord.statements.wording import worded

NEVER = -1e4
FEATURES = ("cue", "roles", "source", "parts", "hinted")


def find_learned(page: Page, encoding: Encoding, ruled: Sequence[Draft]) -> list[Draft]:
    """A draft for each statement that the networks see, with its confidence.

    `ruled` are the drafts of the rules, whose cues are hints.

    The text's own in order of cues, then those within them; those that are less sure than the
    encoding's preference asks are left out. Raises ModelUnreadable where the confidence was never
    fitted.
    """
    settings = encoding.networks.settings
    weights, keep = settings.get("confidence", {}), settings.get("keep", {})
    missing = [name for name in ("bias", *FEATURES) if name not in weights]
    missing += [name for name in (encoding.prefer,) if name not in keep]
    if missing:
        lacks = f"lacks confidence or keep for {', '.join(missing)}"
        raise ModelUnreadable(WEIGHTS / "weights.json", lacks, REMEDY)
    drafts = []
    left_out: set[int] = set()
    for number, linked in enumerate(find_linked(page, encoding, ruled)):
        confidence = confidence_of(linked, weights)
        orphan = linked.holder in left_out and not linked.hinted
        if orphan or confidence < keep[encoding.prefer]:
            left_out.add(number)
            continue
        roles = (linked.source, (linked.cue,), linked.content)
        source, cue, content = (_characters(encoding.pieces, role) for role in roles)
        draft = worded(page, source, cue, content, "learned")
        draft.confidence = confidence
        drafts.append(draft)
    return drafts


def find_linked(page: Page, encoding: Encoding, ruled: Sequence[Draft]) -> list[Linked]:
    """What the networks see, sure or not, by the hints of the rules' drafts."""
    pieces = encoding.pieces
    hints = hints_of(pieces, ((d.cue[0][0], d.cue[-1][1]) for d in ruled if d.cue))
    words_there = (t for t in page.parse.tokens if _reports(page, t))
    reporting = hints_of(pieces, ((t.start, t.end) for t in words_there))
    return decoder_of(encoding.networks.settings).find(encoding, hints, reporting)


def _reports(page: Page, word: Token) -> bool:
    """Whether a word may report where it stands, though no rule sees what."""
    if word.pos == "NOUN":
        return word.lemma in NOUNS and word.dep != "compound"
    if word.text.lower() in ADJECTIVES:
        return True
    lemma = word.lemma if word.pos in ("VERB", "AUX") else LEMMA_OF.get(word.text.lower(), "")
    behind = page.parse.tokens[word.i + 1 : word.i + 1 + MAX_BEHIND]
    if lemma in OTHERS:
        return any(t.text.lower() in LEADING or t.text in MARKS for t in behind)
    frames = frozenset[str]().union(*(c.frames for c in cues_of(lemma)))
    if frames & {"clause", "object", "to"}:
        return True
    if "quote" in frames and any(t.text in MARKS for t in behind[:4]):
        return True
    return any(t.text.lower() in frames for t in behind[:4])


MAX_BEHIND = 10
LEADING = words("that if whether to as")
MARKS = frozenset("“‘\"'")


def hints_of(pieces: Pieces, cues: Iterable[Range]) -> list[Range]:
    """Cues, given in characters, in pieces and in order; of those that overlap the first."""
    found: list[Range] = []
    for start, end in sorted(set(cues)):
        first = int(np.searchsorted(pieces.ends, start, side="right"))
        last = int(np.searchsorted(pieces.starts, end, side="left"))
        if first < last <= first + LONGEST_CUE and (not found or found[-1][1] <= first):
            found.append((first, last))
    return found


def decoder_of(settings: Mapping[str, Any]) -> Decoder:
    """The decoder that these settings of the weights describe."""
    return Decoder(
        cue_chain=_chain(settings["cue_chain"]),
        role_chain=_chain(settings["role_chain"]),
        cue_from=float(settings["cue_from"]),
        hinted_from=float(settings["hinted_from"]),
    )


def confidence_of(linked: Linked, weights: Mapping[str, float]) -> float:
    """How often a statement that the networks see like this is what an annotator marked.

    That is: content IoU ≥ .3 and the right source. A logistic regression on what the networks say
    of it, fitted on the development part, so that .8 means four of five.
    """
    total = weights["bias"]
    for name, value in zip(FEATURES, features_of(linked), strict=True):
        total += weights[name] * value
    return round(1 / (1 + math.exp(-total)), 3)


def features_of(linked: Linked) -> tuple[float, ...]:
    """What confidence is read off, in the order of FEATURES."""
    return (
        _log_odds(linked.cue_chance),
        max(math.log(max(linked.roles_chance, 1e-9)), -8.0),
        float(bool(linked.source)),
        float(len(linked.content) > 1),
        float(linked.hinted),
    )


def _log_odds(chance: float) -> float:
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))


def _chain(given: Mapping[str, Any]) -> Chain:
    """The trained chain, in which nothing goes on that has not begun."""
    opens = np.array(given["opens"], np.float32)
    moves = np.array(given["moves"], np.float32)
    for inside in range(2, len(opens), 2):  # 0 is out, odd tags begin, even ones go on
        opens[inside] = NEVER
        for before in range(len(opens)):
            if before not in (inside - 1, inside):
                moves[before, inside] = NEVER
    return Chain(opens=opens, moves=moves)


def _characters(pieces: Pieces, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    return tuple((int(pieces.starts[a]), int(pieces.ends[b - 1])) for a, b in ranges)
