"""How well a network marks the sentences that were kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from onrecord.language.marking import runs
from training.positions.data import ACTS, Example, Marked
from training.positions.model import NONE, Network
from training.positions.train import own_states, padded

NOT_HELD = (ACTS.index("threaten"), ACTS.index("claim_about_other"))  # marked, never a position


@dataclass(frozen=True, slots=True)
class Found:
    """A matter that a network marks: its chance of being one, its act, where its party begins."""

    matter: tuple[int, int]
    chance: float
    act: int
    party: int | None
    tagged: float
    forms: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as read: scores of the gate and of the sentence's own head, and its candidates."""

    example: Example
    gate: float
    any: float
    found: tuple[Found, ...]


def read(network: Network, examples: Sequence[Example], lean: float) -> list[Read]:
    """What the network makes of examples, each alone."""
    network.eval()
    done = []
    with torch.no_grad():
        for example in examples:
            states, inside, present = padded([example])
            tags, acts, hidden = network.marker(states, inside, present)
            chances = tags[0].softmax(-1)
            tags[0, :, 0] -= lean
            spans = runs(tags[0].argmax(-1).tolist(), example.first, example.last)
            found = []
            for first, last in spans:
                span = torch.zeros(1, hidden.shape[1])
                span[0, first:last] = 1
                kinds, forms, begins, _ = network.heads(hidden, inside, span)
                raised = kinds[0].softmax(-1)
                at = int(begins[0].argmax())
                found.append(
                    Found(
                        (first, last),
                        float(1 - raised[NONE]),
                        int(raised[:NONE].argmax()),
                        at - 1 if at else None,
                        float(1 - chances[first:last, 0].mean()),
                        tuple((forms[0] > 0).tolist()),
                    )
                )
            gate = float(network.gate(own_states(example)))
            done.append(Read(example, gate, float(acts[0, NONE]), tuple(found)))
    return done


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 0.0


def figures(reads: Sequence[Read], least: float) -> dict[str, float]:
    """Precision, recall and F1 of sentences that hold a position, and of its matters, where those
    of at least this chance are taken; shares of paired ones with the right act and party.
    """
    hit = said = held = pairs = marked = wanted = acts = parties = whole = forms = against = 0
    for one in reads:
        taken = [f for f in one.found if f.chance >= least]
        gold = one.example.marked
        ours = any(f.act not in NOT_HELD for f in taken)
        theirs = any(m.act not in NOT_HELD for m in gold)
        hit, said, held = hit + (ours and theirs), said + ours, held + theirs
        marked, wanted = marked + len(taken), wanted + len(gold)
        left = list(gold)
        for found in taken:
            best = max(left, key=lambda m: shared(found, m), default=None)
            if best is None or shared(found, best) <= 0:
                continue
            left.remove(best)
            pairs += 1
            right = best.act == found.act
            party = _same_party(found, best)
            acts, parties, whole = acts + right, parties + party, whole + (right and party)
            forms += sum(bool(a) == b for a, b in zip(best.forms, found.forms, strict=True))
            against += bool(best.forms[0]) == found.forms[0]
    return {
        "sentence_p": hit / max(1, said),
        "sentence_r": hit / max(1, held),
        "sentence_f1": _f1(hit, said, held),
        "pair_p": pairs / max(1, marked),
        "pair_r": pairs / max(1, wanted),
        "pair_f1": _f1(pairs, marked, wanted),
        "act": acts / max(1, pairs),
        "party": parties / max(1, pairs),
        "whole_f1": _f1(whole, marked, wanted),
        "against": against / max(1, pairs),
        "forms": forms / max(1, 6 * pairs),
    }


def shared(found: Found, marked: Marked) -> int:
    """How many pieces both have in common; none where that is below 1."""
    return min(found.matter[1], marked.matter[1]) - max(found.matter[0], marked.matter[0])


def _same_party(found: Found, marked: Marked) -> bool:
    if found.party is None or marked.party is None:
        return found.party is None and marked.party is None
    return marked.party[0] <= found.party < marked.party[1]


def table(reads: Sequence[Read]) -> list[str]:
    """Lines with the figures at several chances."""
    lines = []
    for least in (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        got = figures(reads, least)
        lines.append(f"{least:.1f} " + " ".join(f"{k} {v:.3f}" for k, v in got.items()))
    return lines
