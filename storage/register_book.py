"""The register while an import is under way: read once, changed in memory, written in one go."""

from sqlmodel import Session, SQLModel, select

from pact.errors import PactError
from pact.organisations import folded
from storage.members import Member
from storage.tables import Organisation, OrganisationName, Participation


class RegisterBook:
    """Every organisation, its names, and what it takes part in, by the number of the organisation.

    A number below zero stands for an organisation that is not in the database yet; the same
    number again is the same organisation. Without ``write`` nothing of it reaches the database,
    provided that the session it was read in has ended.
    """

    def __init__(self, session: Session) -> None:
        self._organisations: dict[int, Organisation] = {}
        self._keys: dict[int, set[str]] = {}
        self._taken: dict[int, dict[str, Participation]] = {}
        self._new: list[Organisation | OrganisationName | Participation] = []
        for organisation in session.exec(select(Organisation)):
            assert organisation.id is not None
            self._organisations[organisation.id] = organisation
            self._keys[organisation.id] = {organisation.key}
        for number, key in session.exec(select(OrganisationName.organisation_id, OrganisationName.key)):
            self._keys[number].add(key)
        for taken in session.exec(select(Participation)):
            self._taken.setdefault(taken.organisation_id, {})[taken.role] = taken

    def put(self, member: Member, number: int) -> str:
        """Enter one row of a register and return what that was: new, changed or unchanged.

        What the row leaves open stays as it was. Raises PactError, before anything is entered,
        when the organisation has ended in this role: no import brings it back.
        """
        taken = self._taken.get(number, {}).get(member.role)
        if taken is not None and taken.until is not None:
            raise PactError(self._has_ended(taken))
        told: dict[str, object] = {
            "country": member.country,
            "kind": member.kind,
            "language": member.language,
        }
        changed = _set(self._organisation(member, number), told)
        is_new = taken is None
        if taken is None:
            taken = Participation(organisation_id=number, role=member.role)
            self._taken.setdefault(number, {})[member.role] = taken
            self._new.append(taken)
        told = {
            "since": member.since,
            "contact_name": member.contact_name,
            "contact_address": member.contact_address,
            "buyer_group": member.buyer_group,
        }
        changed |= _set(taken, told)
        changed |= self._add_names(member, number)
        return "new" if is_new else "changed" if changed else "unchanged"

    def write(self, session: Session) -> None:
        """Write what was entered in the transaction of the session that the book was read in."""
        session.add_all(row for row in self._new if isinstance(row, Organisation))
        session.flush()
        for row in self._new:
            if not isinstance(row, Organisation):
                number = self._organisations[row.organisation_id].id
                assert number is not None
                row.organisation_id = number
                session.add(row)
        session.flush()

    def _organisation(self, member: Member, number: int) -> Organisation:
        known = self._organisations.get(number)
        if known is not None:
            return known
        opened = Organisation(name=member.organisation, key=folded(member.organisation))
        self._organisations[number], self._keys[number] = opened, {opened.key}
        self._new.append(opened)
        return opened

    def _add_names(self, member: Member, number: int) -> bool:
        """Keep the other names it is called by, that of the file too, and return whether any is new."""
        added = False
        for name in (member.organisation, *member.other_names):
            key = folded(name)
            if key and key not in self._keys[number]:
                self._keys[number].add(key)
                self._new.append(OrganisationName(organisation_id=number, name=name, key=key))
                added = True
        return added

    def _has_ended(self, taken: Participation) -> str:
        others = self._taken[taken.organisation_id].values()
        standing = " and ".join(sorted(other.role for other in others if other.until is None))
        now = f" and is {standing} now" if standing else ""
        return (
            f"It ended as {taken.role} on {taken.until}{now}; an import brings nobody back: "
            "leave the row out."
        )


def _set(row: SQLModel, told: dict[str, object]) -> bool:
    """Set what was told and differs, and return whether anything did."""
    differing = {name: value for name, value in told.items() if value and getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)
