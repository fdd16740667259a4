from pathlib import Path

import pytest

from storage.settings import SettingsError, load_settings, sources


def refusal(home: Path, **command_line: object) -> str:
    with pytest.raises(SettingsError) as refused:
        load_settings(home=home, **command_line)
    return str(refused.value)


def write_file(home: Path, text: str) -> Path:
    home.mkdir()
    (home / "cfit.toml").write_text(text)
    return home


def test_the_file_may_use_lists_numbers_and_yes_or_no(home: Path) -> None:
    write_file(
        home, 'addresses = ["a@x.example", "b@x.example"]\nletters_per_hour = 5\nplus_address = false\n'
    )

    settings = load_settings(home=home)

    assert settings.addresses == ("a@x.example", "b@x.example")
    assert (settings.letters_per_hour, settings.plus_address) == (5, False)


@pytest.mark.parametrize(
    "name", ["CFIT_DATABASE_URL", "CFIT_SMTP_URL", "CFIT_HTTPS_PROXY", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]
)
def test_every_secret_may_be_given_as_a_file(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    secret = {"CFIT_DATABASE_URL": "sqlite:////x", "CFIT_SMTP_URL": "smtps://u:p@h"}.get(
        name, "http://secret"
    )
    (tmp_path / "secret").write_text(secret + "\n")
    monkeypatch.setenv(f"{name}_FILE", str(tmp_path / "secret"))

    settings = load_settings(home=home)

    field = name.lower().removeprefix("cfit_")
    assert getattr(settings, field) == secret
    assert sources(settings)[field] == f"environment, {name}_FILE"


def test_the_file_names_a_secrets_file_beside_itself(home: Path) -> None:
    write_file(home, 'smtp_url_file = "smtp.secret"')
    (home / "smtp.secret").write_text("smtp://mail.example:25\n")

    assert load_settings(home=home).smtp_url == "smtp://mail.example:25"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("CFIT_ADRESSES", "did you mean CFIT_ADDRESSES?"),
        ("CFIT_SMTP_URL_FIL", "did you mean CFIT_SMTP_URL_FILE?"),
        ("CFIT_QQQQQQQQQQ", "`cfit doctor` lists the names."),
    ],
)
def test_an_unknown_name_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv(name, "s3cret")

    assert refusal(home) == f"The environment sets {name}, which is no setting: {meant}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('adresses = "a@b"', "{file} sets adresses, which is no setting: did you mean addresses?"),
        ('CFIT_ACTOR = "a@b"', "{file} sets CFIT_ACTOR, which is no setting: did you mean actor?"),
        ("[mail]\nlisten = 1", "{file} sets mail, which is no setting: `cfit doctor` lists the names."),
        (
            'home = "/x"',
            "{file} sets home, but the file is found by it: give CFIT_HOME in the environment or --home.",
        ),
        (
            "readers = 100",
            "CFIT_READERS (cfit.toml) must be a number of documents read at once, 1 to 64; it is 100.",
        ),
        (
            "readers 2",
            "{file} is not valid TOML: Expected '=' after a key in a key/value pair (at line 1, column 9).",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(home: Path, text: str, sentence: str) -> None:
    write_file(home, text)

    assert refusal(home) == sentence.format(file=home / "cfit.toml")


def test_a_secret_given_twice_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CFIT_SMTP_URL", "smtp://a")
    monkeypatch.setenv("CFIT_SMTP_URL_FILE", "/nowhere")

    assert refusal(home) == "Both CFIT_SMTP_URL and CFIT_SMTP_URL_FILE are set: keep one of them."


def test_a_secrets_file_that_cannot_be_read_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CFIT_SMTP_URL_FILE", "/nowhere/at/all")

    assert refusal(home) == (
        "CFIT_SMTP_URL_FILE names the file /nowhere/at/all, which cannot be read: No such file or directory."
    )
