"""What is kept of the trusted lists: one file among the originals, and a switch that names it.

So it goes with the backup, and every process over the same database finds the same one.
"""

from datetime import datetime

from sqlmodel import Session

from storage.originals import Originals
from storage.switches import set_switch
from storage.tables import Switch

TRUSTED_LISTS = "trusted_lists"


def keep_trust_store(
    session: Session, originals: Originals, data: bytes, *, by: str, reason: str, at: datetime
) -> None:
    """Keep the lists as those in use from now on, with who brought them and why in the journal."""
    set_switch(session, TRUSTED_LISTS, originals.put(data), by=by, reason=reason, at=at)


def trust_store_version(session: Session) -> str:
    """Return what tells the lists in use from others, or nothing where nobody ever brought any."""
    switch = session.get(Switch, TRUSTED_LISTS)
    return switch.value if switch is not None else ""


def kept_trust_store(session: Session, originals: Originals) -> bytes | None:
    """Return the lists in use, or None where nobody ever brought any.

    OriginalMissing or OriginalDamaged where they are lost.
    """
    version = trust_store_version(session)
    return originals.get(version) if version else None
