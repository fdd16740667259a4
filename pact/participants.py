"""The roles an organisation may hold in the Pact, and how two of them go together (2.1, 2.2)."""

from enum import StrEnum

from pact.documents import ParticipationType


class ParticipantRole(StrEnum):
    """One role in the register: the two kinds of participants (2.1.1), and supporters (2.2.1)."""

    COORDINATING = "coordinating"
    PROCURING = "procuring"
    SUPPORTER = "supporter"

    @property
    def words(self) -> str:
        """The role in plain words."""
        return ROLE_WORDS[self]


ROLE_WORDS: dict[ParticipantRole, str] = {
    ParticipantRole.COORDINATING: "coordinating organisation",
    ParticipantRole.PROCURING: "procuring organisation",
    ParticipantRole.SUPPORTER: "supporter",
}

_ROLES: dict[ParticipationType, frozenset[ParticipantRole]] = {
    ParticipationType.COORDINATING: frozenset({ParticipantRole.COORDINATING}),
    ParticipationType.PROCURING: frozenset({ParticipantRole.PROCURING}),
    ParticipationType.BOTH: frozenset({ParticipantRole.COORDINATING, ParticipantRole.PROCURING}),
}


def roles_of(participation_type: ParticipationType) -> frozenset[ParticipantRole]:
    """Return the roles that a marked participation type asks for (2.1.1); "both" gives two."""
    return _ROLES[participation_type]


def merged_role(first: str, second: str) -> ParticipationType:
    """Return the one participation type that holds the roles of two, given as its words.

    Two blocks of one organisation, signed on two levels, make "both" (intro, Signing the Pact).
    ValueError for a word that is no participation type, such as "supporter".
    """
    wanted = roles_of(ParticipationType(first)) | roles_of(ParticipationType(second))
    return next(held for held, roles in _ROLES.items() if roles == wanted)


def role_left(held: str, ended: str) -> ParticipationType | None:
    """Return the participation type that is left of ``held`` once ``ended`` ends; None for nothing.

    ValueError for a word that is no participation type, such as "supporter".
    """
    left = roles_of(ParticipationType(held)) - roles_of(ParticipationType(ended))
    return next((kept for kept, roles in _ROLES.items() if roles == left), None)


def may_support(roles: frozenset[ParticipantRole]) -> bool:
    """Whether an organisation that holds these roles may support: non-participants only (2.2.1)."""
    return roles <= {ParticipantRole.SUPPORTER}
