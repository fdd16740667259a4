"""The editions that copies are laid beside: those that were adopted, and those that this release brings."""

from collections.abc import Iterable
from typing import cast

from sqlmodel import Session

from intake.wording.edition_json import EditionJson, edition_from_json
from intake.wording.shipped_editions import shipped_editions
from pact.fingerprint import Edition
from storage.editions import adopted_editions


def editions_in_use(session: Session) -> tuple[Edition, ...]:
    """Return the editions in use, the oldest first.

    An adopted one takes the place of the fingerprint of its name, or of its text: it shows missing words.
    """
    adopted = [edition_from_json(cast(EditionJson, row.fingerprint)) for row in adopted_editions(session)]
    shipped = [one for one in shipped_editions() if not is_replaced(one, adopted)]
    return tuple(sorted([*shipped, *adopted], key=lambda edition: (edition.in_force, edition.name)))


def is_replaced(shipped: Edition, adopted: Iterable[Edition]) -> bool:
    """Whether an adopted edition stands in the place of one that this release brings."""
    return any(one.name == shipped.name or one.reads_as(shipped) for one in adopted)
