"""Ctrl-C between records."""

from __future__ import annotations

import signal

import pytest

from kibaru.cli.interrupt import Interrupts


def test_what_is_held_is_done_whole():
    done = []
    with pytest.raises(KeyboardInterrupt), Interrupts() as interrupts:
        with interrupts.held():
            signal.raise_signal(signal.SIGINT)
            done.append("first")
        done.append("second")
    assert done == ["first"]


def test_outside_it_stops_at_once():
    with pytest.raises(KeyboardInterrupt), Interrupts() as interrupts:
        with interrupts.held():
            pass
        signal.raise_signal(signal.SIGINT)
        pytest.fail("the signal was lost")


def test_a_second_one_does_not_wait():
    done = []
    with pytest.raises(KeyboardInterrupt), Interrupts() as interrupts, interrupts.held():
        signal.raise_signal(signal.SIGINT)
        done.append("first")
        signal.raise_signal(signal.SIGINT)
        done.append("second")
    assert done == ["first"]


def test_the_handler_of_before_is_back_afterwards():
    before = signal.getsignal(signal.SIGINT)
    with Interrupts():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before
