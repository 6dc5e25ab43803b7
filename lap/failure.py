"""The one exception that ends a command: it could not run, and here is why."""


class CannotRun(Exception):  # noqa: N818 - it is read as a sentence
    """A command could not run (exit status 2). `reason` names the sentence, which needs `parameters`."""

    def __init__(self, reason: str, **parameters: object) -> None:
        super().__init__(reason)
        self.reason, self.parameters = reason, parameters
