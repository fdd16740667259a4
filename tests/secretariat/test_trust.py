"""Whose certificates are trusted: roots of the setting first, else the lists that somebody brought."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from made_up.pki import Wish, authority, issue
from made_up.trusted_lists import MadeList, Service, trusted_list
from sqlmodel import col, select

from intake.signing.trust_material import NO_TRUST
from intake.signing.trusted_lists import TrustedListError
from secretariat.backup import restore_backup, write_backup
from secretariat.desk import Desk
from secretariat.health_checks import CHECKS, Health
from secretariat.readers import open_readers, with_material_of_today
from secretariat.trust import trust_in_path, trust_in_use
from secretariat.trust_shown import ListShown, TrustShown, show_trust
from secretariat.trust_update import update_trust
from storage.settings import SettingsError, load_settings
from storage.tables import JournalEntry

SIGNER = issue(Wish("Signer of the NL list"))
CURRENT = MadeList(next_update="2026-06-01T00:00:00Z", services=[Service(authority().issuer)])
LIST = trusted_list(CURRENT, SIGNER)


def with_roots(desk: Desk, path: Path) -> Desk:
    return replace(desk, settings=desk.settings.model_copy(update={"trust_roots": path}))


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def health(desk: Desk) -> dict[str, Health]:
    with desk.database.read() as session:
        found = [result for check in CHECKS for result in check(session, desk)]
    return {one.name: one.health for one in found if one.name.startswith("trust")}


@pytest.mark.parametrize("form", ["pem", "der", "several in one", "a folder"])
def test_roots_are_taken_from_files_and_folders_of_every_usual_form(tmp_path: Path, form: str):
    one, other = authority().root, authority("Elsewhere").root
    paths = {
        "pem": written(tmp_path / "root.pem", one.pem),
        "der": written(tmp_path / "root.der", one.der),
        "several in one": written(tmp_path / "bundle.txt", b"some words\n" + one.pem + other.pem),
        "a folder": tmp_path,
    }

    trust = trust_in_path(paths[form])

    expected = {one.der} if form != "several in one" else {one.der, other.der}
    assert {anchor.certificate for anchor in trust.anchors} == expected
    assert trust.source == f"CFIT_TRUST_ROOTS ({paths[form]})"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("root.pem", b"no certificate", "CFIT_TRUST_ROOTS: {path} is no certificate in PEM or DER."),
        ("gone.pem", None, "CFIT_TRUST_ROOTS: {path} cannot be read: No such file or directory."),
    ],
)
def test_roots_that_cannot_be_read_are_said_and_never_passed_over(tmp_path: Path, name, data, sentence):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(SettingsError) as refused:
        trust_in_path(path)

    assert str(refused.value) == sentence.format(path=path)


def test_a_folder_without_a_certificate_is_refused(tmp_path: Path):
    written(tmp_path / "readme.txt", b"nothing")

    with pytest.raises(SettingsError, match="holds no certificate"):
        trust_in_path(tmp_path)


def test_without_a_database_nobody_is_trusted_and_documents_are_read(home: Path):
    assert trust_in_use(load_settings(home=home)) == NO_TRUST
    assert not home.exists()


def test_lists_are_taken_from_a_file_and_used_by_every_process(desk: Desk, tmp_path: Path):
    update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna@secretariat.example")

    in_use = trust_in_use(desk.settings)

    assert [anchor.certificate for anchor in in_use.anchors] == [authority().issuer.der]
    assert in_use.source == "the EU trusted lists"


def test_a_worker_goes_by_new_lists_from_its_next_mail_on(desk: Desk, tmp_path: Path):
    with open_readers(desk.settings) as readers:
        before = readers.material.trust
        update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna@secretariat.example")

        with_material_of_today(desk, readers)

        assert before == NO_TRUST
        assert readers.material.trust == trust_in_use(desk.settings)
        assert len(readers.material.trust.anchors) == 1


def test_who_brought_the_lists_stands_in_the_journal(desk: Desk, tmp_path: Path):
    update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna@secretariat.example")

    with desk.database.read() as session:
        newest = session.exec(select(JournalEntry).order_by(col(JournalEntry.seq).desc())).first()
    assert newest is not None
    assert (newest.subject, newest.move) == ("switch:trusted_lists", "switch")


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_lists_come_in_folders_and_zips_beside_the_list_of_the_lists(desk: Desk, tmp_path: Path, form: str):
    operator = issue(Wish("Signer of the list of the lists"))
    lotl = trusted_list(MadeList("EU", signers={"NL": [SIGNER]}), operator)
    folder = tmp_path / "lists"
    folder.mkdir()
    files = [written(folder / "eu-lotl.xml", lotl), written(folder / "nl.xml", LIST)]
    path = folder
    if form == "zip":
        path = tmp_path / "lists.zip"
        with zipfile.ZipFile(path, "w") as held:
            for file in files:
                held.write(file, f"any/folder/{file.name}")

    store = update_trust(desk, path, by="anna", signers=[written(tmp_path / "operator.pem", operator.pem)])

    assert [(one.territory, one.note) for one in store.lists] == [("EU", ""), ("NL", "")]


def test_a_file_that_is_no_list_leaves_the_lists_in_use_alone(desk: Desk, tmp_path: Path):
    update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna")

    with pytest.raises(TrustedListError):
        update_trust(desk, written(tmp_path / "other.xml", b"<a/>"), by="anna")

    assert show_trust(desk).issuers == 1


def test_what_is_trusted_is_shown_with_its_days(desk: Desk, tmp_path: Path):
    update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna")

    shown = show_trust(desk)

    note = "its signature was not verified: no list of the lists names its signers"
    assert shown == TrustShown(
        "The EU trusted lists",
        1,
        (ListShown("NL", "2022-06-01T00:00:00+00:00", "2026-06-01T00:00:00+00:00", 1, False, note),),
    )


def test_roots_of_the_setting_come_before_the_lists(desk: Desk, tmp_path: Path):
    update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna")
    other = with_roots(desk, written(tmp_path / "root.pem", authority("Elsewhere").root.pem))

    in_use = trust_in_use(other.settings)

    assert [anchor.certificate for anchor in in_use.anchors] == [authority("Elsewhere").root.der]


def test_the_doctor_says_that_nobody_is_trusted(desk: Desk):
    assert health(desk) == {"trust": Health.NOTE}


def test_the_doctor_says_whose_roots_are_trusted(desk: Desk, tmp_path: Path):
    rooted = with_roots(desk, written(tmp_path / "root.pem", authority().root.pem))

    assert health(rooted) == {"trust": Health.GOOD}


def test_the_doctor_says_that_roots_cannot_be_read(desk: Desk, tmp_path: Path):
    assert health(with_roots(desk, tmp_path / "gone")) == {"trust": Health.BAD}


def test_the_doctor_says_that_newer_lists_are_out(desk: Desk, tmp_path: Path):
    old = trusted_list(replace(CURRENT, next_update="2025-12-01T00:00:00Z"), SIGNER)
    update_trust(desk, written(tmp_path / "nl.xml", old), by="anna")

    assert health(desk) == {"trust": Health.GOOD, "trusted lists": Health.NOTE}


def test_the_lists_go_with_the_backup(desk: Desk, tmp_path: Path):
    update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna")
    archive = tmp_path / "backup.tar"
    write_backup(desk, archive)
    elsewhere = load_settings(home=tmp_path / "elsewhere")

    restore_backup(elsewhere, archive)

    assert len(trust_in_use(elsewhere).anchors) == 1


def test_what_is_kept_of_the_lists_is_small_plain_data(desk: Desk, tmp_path: Path):
    store = update_trust(desk, written(tmp_path / "nl.xml", LIST), by="anna")

    assert len(json.dumps(store.to_json())) < 2_000
