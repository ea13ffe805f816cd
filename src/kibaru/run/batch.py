"""Many reports through one pipeline, in this process or in several, in the order in which they came.

A report on which coding fails gives an issue, and the rest of the batch goes on.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from kibaru.errors import InternalError, KibaruError
from kibaru.locate.layered import open_gazetteer
from kibaru.model.incident import Record
from kibaru.model.issue import Issue, Level
from kibaru.model.report import Report
from kibaru.run import parcels
from kibaru.run.pipeline import Pipeline

# Reports that wait for each process: enough to keep it busy, few enough to hold memory flat.
_WAITING = 4

_worker: Pipeline | None = None


def code_inputs(
    inputs: Iterable[Report | Issue], policy: str = "ucdp", jobs: int = 1, gazetteer: Path | None = None
) -> Iterator[Record | Issue]:
    """Code what was read, lazily; issues of reading pass through in their place.

    `gazetteer` is a user's own file, asked beside the built-in one.

    Raises:
        UsageError: the policy is unknown, or there is no such gazetteer.
        KnowledgeError: a shipped data artefact is missing or damaged.
        InternalError: one of several processes was ended from outside.
    """
    if jobs > 1:
        yield from _in_processes(inputs, policy, jobs, gazetteer)
        return
    pipeline = Pipeline(policy=policy, gazetteer=open_gazetteer(gazetteer))
    for item in inputs:
        yield code_safely(pipeline, item) if isinstance(item, Report) else item


def code_safely(pipeline: Pipeline, report: Report) -> Record | Issue:
    """The record, or an issue that says why there is none."""
    try:
        return pipeline.code(report)
    except KibaruError as error:
        return Issue("report.failed", Level.ERROR, f"it could not be coded: {error}", source=report.key)
    except Exception as error:  # a defect that one report meets must not cost the others
        what = f"kibaru failed on it ({type(error).__name__}: {error})"
        return Issue("report.defect", Level.ERROR, what, "please report this together with the text", report.key)


def _in_processes(
    inputs: Iterable[Report | Issue], policy: str, jobs: int, gazetteer: Path | None
) -> Iterator[Record | Issue]:
    # Opened here only to fail here: in a process of a pool a wrong file would be a broken pool.
    open_gazetteer(gazetteer)
    parcels.register()
    # Fresh processes rather than forks: they behave alike on every system and inherit no locks.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (policy, gazetteer))
    waiting: deque[Future[Record | Issue] | Issue] = deque()
    try:
        for item in inputs:
            waiting.append(_submit(pool, item) if isinstance(item, Report) else item)
            if len(waiting) >= jobs * _WAITING:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    except BrokenProcessPool as error:
        raise InternalError("a process that codes reports ended early; --jobs 1 needs less memory") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, report: Report) -> Future[Record | Issue]:
    """Hand a report to the pool, which may start a process for it.

    A process inherits what its parent blocks: with SIGINT blocked here, Ctrl-C is the parent's alone from the start.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(_code, report)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_code, report)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _result(item: Future[Record | Issue] | Issue) -> Record | Issue:
    return item if isinstance(item, Issue) else item.result()


def _start(policy: str, gazetteer: Path | None) -> None:
    """Load the pipeline once a process; Ctrl-C is for the parent to answer, also where signals can't be blocked."""
    global _worker  # a process of a pool has no other place for what it keeps
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parcels.register()
    _worker = Pipeline(policy=policy, gazetteer=open_gazetteer(gazetteer))


def _code(report: Report) -> Record | Issue:
    if _worker is None:
        raise InternalError("the process was not started as one of a pool")
    return code_safely(_worker, report)
