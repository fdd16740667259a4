"""What is raised inside the reading child when a file cannot be read."""

from pact.documents import ReadError, ReadErrorCode


class UnreadableError(Exception):
    """The file cannot be read; ``error`` says why, in words for its sender."""

    def __init__(self, code: ReadErrorCode, message: str) -> None:
        super().__init__(message)
        self.error = ReadError(code, message)
