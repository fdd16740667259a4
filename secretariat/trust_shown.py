"""Whose certificates are trusted here, as `cfit trust show` and `cfit doctor` say it."""

import json
from dataclasses import dataclass
from datetime import datetime

from intake.signing.list_store import ListStore
from secretariat.console import print_table, say
from secretariat.desk import Desk
from secretariat.trust import trust_in_path
from storage.trust_store import kept_trust_store


@dataclass(frozen=True, slots=True)
class ListShown:
    """One trusted list: whose, of when, until when it is current, how many services, and what to know."""

    territory: str
    issued: str
    next_update: str | None
    services: int
    is_outdated: bool
    note: str


@dataclass(frozen=True, slots=True)
class TrustShown:
    """Whose certificates are trusted: the source in words, how many issuers, and the lists they are from."""

    source: str
    issuers: int
    lists: tuple[ListShown, ...] = ()

    @property
    def outdated(self) -> tuple[str, ...]:
        """The territories whose list should have been replaced by a newer one."""
        return tuple(one.territory for one in self.lists if one.is_outdated)


def show_trust(desk: Desk) -> TrustShown:
    """Return whose certificates are trusted at present; the roots of the setting come before all lists.

    SettingsError where the roots cannot be read, OriginalMissing or OriginalDamaged where the lists are lost.
    """
    if desk.settings.trust_roots is not None:
        roots = trust_in_path(desk.settings.trust_roots)
        return TrustShown(roots.source, len(roots.anchors))
    with desk.database.read() as session:
        kept = kept_trust_store(session, desk.originals)
    if kept is None:
        return TrustShown("Nobody", 0)
    return shown_lists(ListStore.from_json(json.loads(kept)), desk.now())


def shown_lists(store: ListStore, now: datetime) -> TrustShown:
    """Return what the lists are, as of that time."""
    lists = tuple(
        ListShown(
            territory=one.territory,
            issued=one.issued,
            next_update=one.next_update,
            services=one.services,
            is_outdated=one.next_update is not None and datetime.fromisoformat(one.next_update) < now,
            note=one.note,
        )
        for one in store.lists
    )
    return TrustShown("The EU trusted lists", len(store.anchors), lists)


def print_trust(shown: TrustShown) -> None:
    """Print whose certificates are trusted, and every list with its state."""
    if not shown.issuers:
        say("No issuer is trusted: set CFIT_TRUST_ROOTS, or bring the EU's lists: cfit trust update FILE.")
        return
    say(f"{shown.source}: {shown.issuers} trusted issuers.")
    rows = [
        (
            one.territory,
            one.issued[:10],
            f"{(one.next_update or 'closed')[:10]}{' (past)' if one.is_outdated else ''}",
            str(one.services),
            one.note or "verified",
        )
        for one in shown.lists
    ]
    if rows:
        print_table(("list", "issued", "next update", "services granted", "signature"), rows, empty="")
