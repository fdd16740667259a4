"""Name servers that know a made-up zone and nothing else."""

from collections.abc import Mapping, Sequence

from intake.sender.names import Answer, NamesAwayError

Record = tuple[str, object]
"""A type and its value; a TXT may be given as text."""


class MadeNames:
    """Answers from a table of names; what stands in ``away`` is never answered."""

    def __init__(self, zone: Mapping[str, Sequence[Record]], *, away: Sequence[str] = ()) -> None:
        self._zone = {name.lower().rstrip("."): list(records) for name, records in zone.items()}
        self._away = {name.lower().rstrip(".") for name in away}
        self.asked: list[tuple[str, str]] = []

    def ask(self, name: str, kind: str) -> Answer:
        """Return the records of that type, a CNAME and what it leads to included."""
        self.asked.append((name, kind))
        name = name.lower().rstrip(".")
        if name in self._away:
            raise NamesAwayError("made up to be away")
        found: Answer = []
        for one, value in self._zone.get(name, []):
            if one == kind:
                found.append(((name, kind), _as_answered(kind, value)))
            elif one == "CNAME":
                found.append(((name, "CNAME"), value))
                found += self.ask(str(value), kind) if kind != "CNAME" else []
        return found


def _as_answered(kind: str, value: object) -> object:
    if kind not in ("TXT", "SPF"):
        return value
    pieces = [value] if isinstance(value, str | bytes) else list(value)  # type: ignore[call-overload]
    return tuple(piece.encode("latin-1") if isinstance(piece, str) else piece for piece in pieces)
