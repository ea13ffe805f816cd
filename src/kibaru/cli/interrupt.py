"""Ctrl-C between two records, never within one."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """While it is entered, Ctrl-C raises KeyboardInterrupt, but inside `held()` only at its end.

    A second Ctrl-C does not wait: a reader that takes no more must not make the command hang.
    """

    def __init__(self) -> None:
        self._held = False
        self._pending = False

    def __enter__(self) -> Interrupts:
        # Python delivers signals to the main thread only, and refuses handlers set elsewhere.
        self._main = threading.current_thread() is threading.main_thread()
        if self._main:
            self._before = signal.signal(signal.SIGINT, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        if self._main:
            signal.signal(signal.SIGINT, self._before)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if self._held and not self._pending:
            self._pending = True
            return
        raise KeyboardInterrupt

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is done in here is done whole."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        if self._pending:
            raise KeyboardInterrupt
