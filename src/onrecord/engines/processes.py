"""Work done side by side by several processes, its results in the order of the work.

At most a few items a worker are under way, so that memory does not grow with their number, and
what comes out does not depend on who did it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from onrecord.errors import WorkerDied

Item = TypeVar("Item")
Result = TypeVar("Result")

UNDER_WAY = 4  # items a worker: enough to keep it busy, little enough to stay flat


def in_processes(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    worth: int,
    start: Callable[..., None],
    given: tuple[object, ...],
) -> Iterator[Result]:
    """Yield the result of each item, in order.

    `start(*given)` prepares a process; with one worker, or fewer than `worth` items, this process
    does it all: starting others would cost more than it gains.
    """
    waiting = iter(items)
    first = list(islice(waiting, worth))
    if workers == 1 or len(first) < worth:
        start(*given)
        yield from map(work, chain(first, waiting))
        return
    # One thread a worker: the parser's linear algebra would start one per core in each of them.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context = multiprocessing.get_context("spawn")  # the same everywhere, and safe with threads
    try:
        with ProcessPoolExecutor(
            workers, mp_context=context, initializer=start, initargs=given
        ) as pool:
            under_way: deque[Future[Result]] = deque()
            for item in chain(first, waiting):
                under_way.append(pool.submit(work, item))
                if len(under_way) >= workers * UNDER_WAY:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerDied(
            "a worker process died, perhaps for want of memory; what was read is kept: run the"
            " same command again, with --workers 1 if it happens again"
        ) from error
