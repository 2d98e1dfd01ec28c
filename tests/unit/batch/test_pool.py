"""Processes for tasks: one that hangs, crashes or takes too much loses its task only."""

import os
import signal
import sys
import time

import pytest

from iij_xbrl.batch.pool import Limits, Lost, Pool

LIMITS = Limits(30, 500)
METHODS = ["spawn", *(["fork"] if hasattr(os, "fork") else [])]


class Square:
    """Squares numbers; some tasks do what they should not."""

    def prepare(self, *, copies: bool) -> None:
        self.copies = copies
        self.done = 0

    def __call__(self, task: object) -> object:
        self.done += 1
        if task == "hang":
            time.sleep(60)
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "fail":
            raise ValueError("no number")
        if task == "eat":
            return len(bytearray(2_000_000_000))
        if task == "read":
            return sys.stdin.buffer.read().decode()
        if task == "count":
            return self.done, self.copies
        return task * task


def results(tasks: list[object], method: str, jobs: int = 2, limits: Limits = LIMITS) -> dict[object, object]:
    return dict(Pool(Square(), jobs, limits, method).run(tasks))


@pytest.mark.parametrize("method", METHODS)
def test_every_task_has_its_result(method):
    assert results([1, 2, 3, 4, 5], method) == {1: 1, 2: 4, 3: 9, 4: 16, 5: 25}


@pytest.mark.parametrize("method", METHODS)
def test_a_process_that_is_killed_loses_its_task_only(method):
    found = results([1, "die", 3], method)
    assert (found[1], found[3]) == (1, 9)
    assert isinstance(found["die"], Lost)
    assert "ended by SIGKILL" in found["die"].reason


@pytest.mark.parametrize("method", METHODS)
def test_a_process_that_hangs_is_given_up(method):
    found = results(["hang", 2], method, limits=Limits(3, 500))
    assert found[2] == 4
    assert isinstance(found["hang"], Lost)
    assert "longer than 3 s" in found["hang"].reason


def test_an_error_that_is_not_ours_is_told_in_one_line():
    found = results(["fail", 2], "fork")
    assert found["fail"] == Lost("a fault of iij-xbrl: ValueError: no number; please report it")
    assert found[2] == 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits are those of systems with fork")
def test_more_memory_than_allowed_is_told():
    found = results(["eat", 2], "fork")
    assert found["eat"] == Lost("it needs more memory than it may have; --memory gives it more")
    assert found[2] == 4


def test_a_forked_copy_does_one_task_and_others_go_on():
    assert results(["count"], "spawn", jobs=1) == {"count": (1, False)}
    assert list(Pool(Square(), 1, Limits(), "spawn").run([1, "count"]))[1] == ("count", (2, False))
    assert list(Pool(Square(), 1, Limits(), "fork").run([1, "count"]))[1] == ("count", (1, True))


@pytest.mark.parametrize("method", METHODS)
def test_nothing_is_prepared_where_there_is_nothing_to_do(method):
    assert results([], method) == {}
    pool = Pool(Square(), 1, LIMITS, method)
    assert list(pool.run([])) == []
    assert not hasattr(pool._work, "copies")


@pytest.mark.parametrize("method", METHODS)
def test_tasks_find_what_stands_on_standard_input(method):
    assert list(Pool(Square(), 1, LIMITS, method, b"a page").run(["read"])) == [("read", "a page")]


def test_whoever_stops_listening_ends_the_processes():
    pool = Pool(Square(), 2, Limits(), "fork")
    for _ in pool.run([1, "hang"]):
        break
    running = [slot.process for slot in pool._busy]
    assert not running or not any(process.is_alive() for process in running)
