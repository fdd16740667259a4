"""The lines of an official text, as they come from the child that reads its file."""

import json
from dataclasses import dataclass

from pact.edition_text import TextLine


@dataclass(frozen=True, slots=True)
class OfficialText:
    """The lines of the text, heads and feet left out; ``wrapped`` says that a paragraph takes several."""

    lines: tuple[TextLine, ...] = ()
    wrapped: bool = False
    problem: str = ""

    def to_wire(self) -> bytes:
        """Return the text as it comes through a reading child's pipe."""
        lines = [[line.text, line.ends_page] for line in self.lines]
        return json.dumps({"lines": lines, "wrapped": self.wrapped, "problem": self.problem}).encode()

    @classmethod
    def from_wire(cls, data: bytes) -> "OfficialText":
        """Return what came through the pipe. ValueError, KeyError or TypeError for anything else."""
        said = json.loads(data)
        lines = tuple(TextLine(str(text), bool(ends)) for text, ends in said["lines"])
        return cls(lines, bool(said["wrapped"]), str(said["problem"]))
