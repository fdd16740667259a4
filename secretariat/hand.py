"""On whose behalf something is done, and why: every change of state names both."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hand:
    """Who does it, and why: an address in `cfit people`, the account on the machine, the reason."""

    person: str
    os_user: str
    reason: str

    @property
    def actor(self) -> str:
        """The two as the journal names them."""
        return f"{self.person} (as {self.os_user})"
