"""Whose certificates are trusted here: the roots of a setting, else the trusted lists that were brought."""

import json
from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from intake.signing.trust_material import NO_TRUST, TrustAnchor, TrustMaterial
from secretariat.desk import open_desk
from storage.originals import OriginalDamaged, OriginalMissing, Originals
from storage.settings import Settings, SettingsError
from storage.trust_store import kept_trust_store, trust_store_version

_MOST_BYTES = 5_000_000
_ENDINGS = frozenset({".pem", ".crt", ".cer", ".der"})


def trust_in_use(settings: Settings) -> TrustMaterial:
    """Return whom documents' certificates are trusted from; nobody, where neither roots nor lists are given.

    SettingsError where roots are set that cannot be read: then nothing is read as if nobody were trusted.
    """
    if settings.trust_roots is not None:
        return trust_in_path(settings.trust_roots)
    if not settings.home.is_dir():
        return NO_TRUST  # nothing is set up here, and reading a document is no reason to
    try:
        desk = open_desk(settings)
    except SettingsError:
        return NO_TRUST  # a database that is not prepared holds no lists yet
    try:
        with desk.database.read() as session:
            return trust_in_lists(session, desk.originals)
    finally:
        desk.database.close()


def trust_in_path(path: Path) -> TrustMaterial:
    """Return the roots in a file or folder of PEM or DER certificates. SettingsError with a sentence."""
    try:
        files = sorted(_certificate_files(path)) if path.is_dir() else [path]
        roots = {anchor.certificate: anchor for file in files for anchor in _roots_in(file)}
    except OSError as error:
        raise SettingsError(f"CFIT_TRUST_ROOTS: {path} cannot be read: {error.strerror}.") from error
    if not roots:
        raise SettingsError(f"CFIT_TRUST_ROOTS: {path} holds no certificate (.pem, .crt, .cer or .der).")
    return TrustMaterial(tuple(roots.values()), f"CFIT_TRUST_ROOTS ({path})")


def trust_in_lists(session: Session, originals: Originals) -> TrustMaterial:
    """Return the services of the trusted lists that are kept; nobody, where none or damaged ones are."""
    try:
        kept = kept_trust_store(session, originals)
        anchors = json.loads(kept)["anchors"] if kept else []
    except (OriginalMissing, OriginalDamaged, ValueError, KeyError):
        return NO_TRUST  # `cfit doctor` and `cfit verify` say so
    if not anchors:
        return NO_TRUST
    version = trust_store_version(session)
    return TrustMaterial(tuple(map(TrustAnchor.from_json, anchors)), "the EU trusted lists", version)


def _certificate_files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS and file.is_file())


def _roots_in(file: Path) -> Iterator[TrustAnchor]:
    # Loaded late: most commands read no document.
    from asn1crypto import pem

    from intake.signing.anchors import anchor_of

    if file.stat().st_size > _MOST_BYTES:
        raise SettingsError(f"CFIT_TRUST_ROOTS: {file} is too large to be a certificate.")
    data = file.read_bytes()
    try:
        if pem.detect(data):
            kinds = ("CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE")
            held = [der for kind, _, der in pem.unarmor(data, multiple=True) if kind in kinds]
        else:
            held = [data]
        yield from map(anchor_of, held)
    except (ValueError, TypeError) as error:
        raise SettingsError(f"CFIT_TRUST_ROOTS: {file} is no certificate in PEM or DER.") from error
