"""What every reading needs beside the document: the Pact's editions, and whose certificates are trusted."""

import json
from dataclasses import dataclass

from intake.signing.trust_material import NO_TRUST, TrustMaterial
from intake.wording.edition_json import edition_from_json, edition_to_json
from pact.wording import Edition


@dataclass(frozen=True, slots=True)
class ReadingMaterial:
    """What documents are read against. It is handed to the zygote once, when that starts."""

    editions: tuple[Edition, ...] = ()
    trust: TrustMaterial = NO_TRUST

    def to_wire(self) -> bytes:
        """Return the material as it is handed over."""
        editions = [edition_to_json(edition) for edition in self.editions]
        return json.dumps({"editions": editions, "trust": self.trust.to_json()}).encode()

    @classmethod
    def from_wire(cls, data: bytes) -> "ReadingMaterial":
        """Return what was handed over. ValueError, KeyError or TypeError for anything else."""
        said = json.loads(data)
        return cls(
            editions=tuple(edition_from_json(edition) for edition in said["editions"]),
            trust=TrustMaterial.from_json(said["trust"]),
        )


NO_MATERIAL = ReadingMaterial()
