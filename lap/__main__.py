"""The command `lap`. The version is answered before anything heavy is imported."""

import gc
import os
import sys

from lap import __version__


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        _tell_version()
        return
    # A run is short and its data hold no circles: collecting garbage would cost a tenth of the time.
    gc.disable()
    from lap.cli import plugins

    plugins.forgo()
    from lap.cli.app import run

    sys.exit(run(sys.argv[1:]))


def _tell_version() -> None:
    try:
        print(f"lap {__version__}", flush=True)
    except BrokenPipeError:  # nobody is listening
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
