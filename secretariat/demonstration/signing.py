"""What one made-up organisation puts into the signature block."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signing:
    """One filled block. ``role`` is one of the edition's ROLES, or None in a letter.

    ``date`` is as a person writes it, and empty where none stands.
    """

    organisation: str
    name: str
    title: str
    role: str | None
    date: str = ""
    is_signed: bool = True
