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
from types import TracebackType
from typing import Any, Self, TypeVar

from onrecord.errors import WorkerDied

Item = TypeVar("Item")
Result = TypeVar("Result")

UNDER_WAY = 4  # items a worker: enough to keep it busy, little enough to stay flat


class Crew:
    """Processes that are started when they are first worth it, and then kept for what follows.

    Use as a context manager. Everything goes to them by the queue of the work, nothing at their
    start: a process that died before it had read what it was given would leave its parent waiting.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def each(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        worth: int,
        prepare: Callable[..., None],
        given: tuple[object, ...],
    ) -> Iterator[Result]:
        """Yield the result of each item, in order. Raises WorkerDied.

        A process calls `prepare(*given)` before its first item of this work. With one worker, or
        fewer than `worth` items and nobody started yet, this process does it all.
        """
        waiting = iter(items)
        first = list(islice(waiting, worth))
        if self._workers == 1 or (len(first) < worth and self._pool is None):
            prepare(*given)
            yield from map(work, chain(first, waiting))
            return
        try:
            yield from self._spread(work, chain(first, waiting), prepare, given)
        except BrokenProcessPool as error:
            raise WorkerDied(
                "a worker process died, perhaps for want of memory; what was read is kept: run the"
                " same command again, with --workers 1 if it happens again"
            ) from error

    def _spread(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        prepare: Callable[..., None],
        given: tuple[object, ...],
    ) -> Iterator[Result]:
        pool = self._started()
        under_way: deque[Future[Result]] = deque()
        for item in items:
            under_way.append(pool.submit(_prepared, work, item, prepare, given))
            if len(under_way) >= self._workers * UNDER_WAY:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # One thread each: the parser's linear algebra would start one per core in every one.
            os.environ.setdefault("OMP_NUM_THREADS", "1")
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
            # Spawned: the same on every system, and safe beside threads.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context)
        return self._pool


_PREPARED: list[Any] = [None]  # what this process was last prepared for


def _prepared(
    work: Callable[[Item], Result],
    item: Item,
    prepare: Callable[..., None],
    given: tuple[object, ...],
) -> Result:
    if _PREPARED[0] != (prepare, given):
        prepare(*given)
        _PREPARED[0] = (prepare, given)
    return work(item)
