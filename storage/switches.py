"""Switches: what a person turned on for this secretariat, such as letters leaving by themselves."""

from datetime import datetime

from sqlmodel import Session

from storage import journal
from storage.tables import Switch

LETTERS = "letters"
LIVE = "live"


def letters_are_live(session: Session) -> bool:
    """Return whether a person let automatic letters leave by themselves; until then all are drafts."""
    switch = session.get(Switch, LETTERS)
    return switch is not None and switch.value == LIVE


def set_switch(session: Session, name: str, value: str, *, by: str, reason: str, at: datetime) -> None:
    """Put a switch where it should stand and journal it, with the reason, under the switch's name.

    A switch that stands there already is left alone, with the first person's name on it.
    """
    switch = session.get(Switch, name, with_for_update=True)
    if switch is not None and switch.value == value:
        return
    session.merge(Switch(name=name, value=value, at=at, by=by))
    said = f"{name} set to {value}: {reason}"
    journal.append(session, subject=f"switch:{name}", move="switch", actor=by, reason=said, at=at)
