"""The material of all readings comes to the children as it was."""

from datetime import date

import pytest

from intake.reading.material import NO_MATERIAL, ReadingMaterial
from intake.signing.trust_material import TrustAnchor, TrustedFor, TrustMaterial
from pact.wording import Edition, EditionClause

MATERIAL = ReadingMaterial(
    editions=(
        Edition(
            "2021",
            date(2021, 6, 14),
            (
                EditionClause("1.1", (17, 4), 99, ("in", "words")),
                EditionClause("note", (), 0, floats=True),
            ),
        ),
    ),
    trust=TrustMaterial(
        (TrustAnchor(b"der", "a name", (TrustedFor.SEALS,), (("2020-01-01T00:00:00Z", None),)),), "lists"
    ),
)


@pytest.mark.parametrize("material", [MATERIAL, NO_MATERIAL], ids=["full", "none"])
def test_material_comes_as_it_was_handed_over(material: ReadingMaterial) -> None:
    assert ReadingMaterial.from_wire(material.to_wire()) == material


@pytest.mark.parametrize("sent", [b"", b"7", b"{}", b'{"editions": [7], "trust": {}}'])
def test_anything_else_is_refused(sent: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        ReadingMaterial.from_wire(sent)
