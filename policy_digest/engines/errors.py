"""What can go wrong between a text and its English."""


class ReplyError(Exception):
    """An answer that cannot be used; its words say why. The texts may be asked for again."""


class LengthError(ReplyError):
    """The texts or their answer are too long: fewer of them may do, the same again would not."""


class StoppedError(Exception):
    """The run cannot go on; its words say why. What was answered is kept."""


class SpentError(StoppedError):
    """The budget that the editor set is used up."""


class LackingError(Exception):
    """A library of an extra is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        command = f"python -m pip install --require-hashes -r requirements-{extra}.txt"
        super().__init__(f"this engine needs the library '{library}', which is not installed: {command}")
