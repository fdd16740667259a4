"""On whose behalf the library is changed, and whether that person may."""

from sqlmodel import Session

from pact.application import Role
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.opening import acting_person
from storage.people import list_people, require


def library_hand(desk: Desk, given: str | None, account: str, reason: str) -> Hand:
    """Return whose hand it is. PactError when nobody is named.

    Before anybody holds a role there is nobody to name: the account on the machine answers then, as it
    does for the first person who is added.
    """
    with desk.database.read() as session:
        nobody_yet = not list_people(session, removed_too=True)
    person = (
        account if nobody_yet and not (given or desk.settings.actor) else acting_person(desk.settings, given)
    )
    return Hand(person, account, reason)


def require_librarian(session: Session, hand: Hand) -> None:
    """Raise PactError unless this person is of the Secretariat, or nobody holds a role yet."""
    if hand.person != hand.os_user or list_people(session, removed_too=True):
        require(session, hand.person, Role.SECRETARIAT)
