"""Run whole processes in turn; note their time, peak memory and exit code. Needs Linux or macOS."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

FINE = (0, 1)  # nothing found, something found
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in one unit of `ru_maxrss`
TAIL = 4000  # bytes of the output that are kept to explain a failure


@dataclass(frozen=True)
class Command:
    """A process to be run: the name it has in the table, its arguments, its working directory and its program."""

    name: str
    arguments: tuple[str, ...]
    folder: Path
    program: str = sys.executable


@dataclass(frozen=True)
class Run:
    """What one command took: seconds by the clock, seconds of the processor, MiB at the peak; how it ended.

    The peak is that of the largest process, if the command starts others.
    """

    seconds: float
    work: float
    peak: float
    code: int
    tail: str

    @property
    def failed(self) -> bool:
        """Whether the tool could not do its work, as opposed to having found something."""
        return self.code not in FINE or "Traceback (most recent call last)" in self.tail


@dataclass
class Result:
    """All timed runs of one command, or the run that showed that it cannot be run."""

    name: str
    runs: list[Run] = field(default_factory=list)
    failure: Run | None = None

    @property
    def seconds(self) -> float:
        """The median time."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def work(self) -> float:
        """The median processor time, which other processes on the machine hardly change."""
        return statistics.median(run.work for run in self.runs)

    @property
    def peak(self) -> float:
        """The highest peak memory, in MiB."""
        return max(run.peak for run in self.runs)

    @property
    def codes(self) -> Counter[int]:
        """How often each exit code was seen."""
        return Counter(run.code for run in self.runs)


def run(command: Command) -> Run:
    """Run a process to its end; what it prints goes to a pipe, is read and discarded."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [command.program, *command.arguments],
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    tail = b""
    with process.stdout as pipe:
        while block := os.read(pipe.fileno(), 65536):
            tail = (tail + block)[-TAIL:]
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    work, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss * PEAK_UNIT / 2**20
    return Run(seconds, work, peak, process.returncode, tail.decode(errors="replace"))


def measure(commands: list[Command], rounds: int) -> list[Result]:
    """Run the commands in turn, ``rounds`` times after a warm-up; every second round goes backwards."""
    results = [Result(command.name) for command in commands]
    pairs = list(zip(commands, results, strict=True))
    for number in range(rounds + 1):
        for command, result in pairs if number % 2 else reversed(pairs):
            if result.failure:
                continue
            once = run(command)
            if once.failed:
                result.failure = once
            elif number:
                result.runs.append(once)
    return results


def can_import(module: str, folder: Path) -> bool:
    """Whether the interpreter finds a module from this folder."""
    find = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
    return run(Command(module, ("-c", find), folder)).code == 0
