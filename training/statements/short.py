"""A last stage on short texts: sentences and statements by themselves, with the teacher beside.

What is reported within a content is found by reading that content alone, and a headline is a text
of a few words: a network that has learnt from long windows is less sure there than its teacher. So
the teacher reads the very same batches, and the network learns from the gold of marked texts and
from the teacher's states and scores on all of them. A third of the batches are whole windows, lest
what was learnt is lost.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import torch

from onrecord.language.encoding import WIDTH, WINDOW, crop
from training.statements.data import SHORT, Batch, Cut, Document, Goals, make_batch
from training.statements.model import Network
from training.statements.train import descend, goal_losses, losses

RATE, READER = 1.2e-4, 4  # the rate, and how many times that the reader's is
WARM_UP, PIECES, POOL = 15, 2_304, 400
STOPS = (1012, 1029, 999)  # the pieces . ? !
LEAST, MOST = 5, 80  # pieces of a sentence that is read


def read_short(
    network: Network,
    teacher: Network,
    marked: Sequence[Document],
    unmarked: Sequence[Document],
    *,
    steps: int,
    seed: int,
) -> None:
    """Train in place for so many batches.

    At the end stands the mean of the weights before and of the average over the last fifty batches:
    as good on whole articles as the former, and on short texts nearly as good as the latter.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    sentences = [cut for d in marked for cut in _sentences(d)]
    others = [cut for d in unmarked for cut in _sentences(d)]
    windows = [cut for d in marked for cut in _windows(d, chance)]
    alone = [(d, *e.hull) for d in marked for e in d.examples if e.hull[1] - e.hull[0] <= SHORT]
    pools = (windows, others, sentences, alone, others, windows)
    network.train()
    optimizer = torch.optim.AdamW(
        [
            {"params": list(network.encoder.parameters()), "lr": RATE},
            {"params": list(network.cue_chain.parameters()), "lr": RATE},
            {"params": list(network.role_chain.parameters()), "lr": RATE},
            {"params": list(network.reader.parameters()), "lr": READER * RATE},
        ],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: max(0.02, min((s + 1) / WARM_UP, 1 - s / steps))
    )
    before = {k: v.detach().clone() for k, v in network.state_dict().items()}
    average = {k: v.clone() for k, v in before.items()}
    for step in range(1, steps + 1):
        pool = pools[(step - 1) % len(pools)]
        batch = make_batch(_group(pool, chance), chance)
        taught = _taught(teacher, batch, found=pool is others)
        with torch.autocast("cpu", torch.bfloat16):
            parts = goal_losses(network, taught) if pool is others else losses(network, taught)
        descend(network, optimizer, schedule, parts, step)
        with torch.no_grad():
            keep = min(0.98, step / (step + 10))
            for name, value in network.state_dict().items():
                average[name].lerp_(value, 1 - keep)
        if step % 20 == 0:
            line = {part: round(value.item(), 3) for part, value in parts.items()}
            print(json.dumps({"short": step, "of": steps, **line}), flush=True)
    mean = {name: (before[name] + value) / 2 for name, value in average.items()}
    network.load_state_dict(mean)


def _sentences(document: Document) -> list[Cut]:
    """The document's sentences by their full stops, and lines; too short and too long ones not."""
    ids, gaps = document.pieces.ids, document.pieces.signs // 2 % 3
    count = len(ids)
    ends = {i + 1 for i in range(count - 1) if ids[i] in STOPS and gaps[i + 1] > 0}
    lines = {i for i in range(count) if gaps[i] == 2}
    places = sorted({0, count} | ends | lines)
    return [(document, a, b) for a, b in pairwise(places) if LEAST <= b - a <= MOST]


def _windows(document: Document, chance: random.Random) -> list[Cut]:
    count = len(document.pieces)
    places = sorted({0, *range(chance.randrange(min(WINDOW, max(count, 1))), count, WINDOW), count})
    return [(document, a, b) for a, b in pairwise(places) if b - a > 8]


def _group(pool: Sequence[Cut], chance: random.Random) -> list[Cut]:
    """Cuts of about one length, as many as a batch takes."""
    near = sorted(chance.sample(pool, min(len(pool), POOL)), key=lambda c: c[2] - c[1])
    first = chance.randrange(len(near))
    group: list[Cut] = []
    for cut in near[first:]:
        if group and (len(group) + 1) * (cut[2] - cut[1] + 3) > PIECES:
            break
        group.append(cut)
    return group


def _taught(teacher: Network, batch: Batch, *, found: bool) -> Batch:
    """The batch with what the teacher makes of it; with `found` around the cues that it finds."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        states, cues = teacher.encoder(batch.ids, batch.signs, batch.present)
        if found:
            crops, distances = _crops(cues.float().argmax(-1).numpy(), batch.present)
            batch = replace(batch, crops=crops, distances=distances)
        roles = teacher.reader(states.reshape(-1, WIDTH)[batch.crops], batch.distances)
    goals = Goals(
        states=states.float(),
        cues=cues.float(),
        known=batch.present.float(),
        roles=roles.float(),
        read=(batch.distances > 0).float(),
    )
    return replace(batch, goals=goals)


def _crops(tags: np.ndarray, present: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Crops and distances around each run of cue tags; one of padding where there is none."""
    length = tags.shape[1]
    found = []
    for row, line in enumerate(tags.tolist()):
        end = int(present[row].sum()) - 1
        at = 1
        while at < end:
            after = at + 1
            if line[at] == 1:
                while after < end and line[after] == 2:
                    after += 1
                places, distances = crop(at, after, 1, end)
                found.append((places + row * length, distances))
            at = after
    widest = max((len(p) for p, _ in found), default=1)
    tables = [np.zeros((max(len(found), 1), widest), np.int64) for _ in range(2)]
    for number, columns in enumerate(found):
        for table, column in zip(tables, columns, strict=True):
            table[number, : len(column)] = column
    return torch.from_numpy(tables[0]), torch.from_numpy(tables[1])
