"""What every reading needs beside the document: the Pact's editions, and whose certificates are trusted."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from intake.signing.trust_material import NO_TRUST, TrustMaterial
from pact.wording import Edition, EditionClause


@dataclass(frozen=True, slots=True)
class ReadingMaterial:
    """What documents are read against. It is handed to the zygote once, when that starts."""

    editions: tuple[Edition, ...] = ()
    trust: TrustMaterial = NO_TRUST

    def to_wire(self) -> bytes:
        """Return the material as it is handed over."""
        said = {"editions": [asdict(edition) for edition in self.editions], "trust": self.trust.to_json()}
        return json.dumps(said, default=date.isoformat).encode()

    @classmethod
    def from_wire(cls, data: bytes) -> "ReadingMaterial":
        """Return what was handed over. ValueError, KeyError or TypeError for anything else."""
        said = json.loads(data)
        return cls(
            editions=tuple(_edition(edition) for edition in said["editions"]),
            trust=TrustMaterial.from_json(said["trust"]),
        )


NO_MATERIAL = ReadingMaterial()


def _edition(said: dict[str, object]) -> Edition:
    clauses = said["clauses"]
    if not isinstance(clauses, list):
        raise TypeError("clauses are a list")
    return Edition(
        name=str(said["name"]),
        in_force=date.fromisoformat(str(said["in_force"])),
        clauses=tuple(_clause(clause) for clause in clauses),
    )


def _clause(said: dict[str, list[object]]) -> EditionClause:
    return EditionClause(**{**said, "digests": tuple(said["digests"]), "words": tuple(said["words"])})  # type: ignore[arg-type]
