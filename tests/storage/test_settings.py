from pathlib import Path

import pytest

from storage.settings import Settings, SettingsError, ShownSetting, describe, load_settings, sources


def refusal(home: Path, **command_line: object) -> str:
    with pytest.raises(SettingsError) as refused:
        load_settings(home=home, **command_line)
    return str(refused.value)


def test_defaults_keep_everything_in_the_home_folder(home: Path) -> None:
    settings = load_settings(home=home)

    assert settings.database_url == f"sqlite:///{home}/cfit.sqlite"
    assert settings.originals_url == f"{home}/originals"
    assert (settings.listen_host, settings.listen_port) == ("127.0.0.1", 8025)
    assert settings.addresses == ("cfit@localhost",)
    assert (settings.smtp_url, settings.letters, settings.scan) == ("outbox:", "hold", "none")
    assert settings.timezone == "Europe/Amsterdam"
    assert settings.max_mail_bytes == 35 * 1024 * 1024
    assert settings.plus_address
    assert not home.exists()


def test_home_is_a_folder_here_unless_the_environment_names_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    unnamed = load_settings()
    monkeypatch.setenv("CFIT_HOME", "elsewhere")
    named = load_settings()

    assert (unnamed.home, named.home) == (tmp_path / "cfit-data", tmp_path / "elsewhere")


def test_the_command_line_counts_before_the_environment_before_the_file_before_the_default(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "cfit.toml").write_text('actor = "file@x"\ntimezone = "Europe/Paris"\nreaders = 3\n')
    monkeypatch.setenv("CFIT_ACTOR", "environment@x")
    monkeypatch.setenv("CFIT_TIMEZONE", "Europe/Rome")

    settings = load_settings(home=home, actor="line@x", listen=None)

    assert (settings.actor, settings.timezone, settings.readers) == ("line@x", "Europe/Rome", 3)
    origins = sources(settings)
    assert [origins[name] for name in ("actor", "timezone", "readers", "listen", "home")] == [
        "command line",
        "environment",
        "cfit.toml",
        "default",
        "command line",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "CFIT_HOME",
        "CFIT_DATABASE_URL",
        "CFIT_ORIGINALS_URL",
        "CFIT_LISTEN",
        "CFIT_ADDRESSES",
        "CFIT_SMTP_URL",
        "CFIT_TRUSTED_RELAYS",
        "CFIT_AUTHSERV_ID",
        "CFIT_TIMEZONE",
        "CFIT_TRUST_ROOTS",
        "CFIT_LETTERS",
        "CFIT_MAX_MAIL_BYTES",
        "CFIT_PLUS_ADDRESS",
        "CFIT_OBLIGATIONS_FROM",
        "CFIT_HTTPS_PROXY",
        "CFIT_DNS",
        "CFIT_ACTOR",
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "SLACK_API_URL",
        "CFIT_SLACK_DOCUMENTS",
        "CFIT_PRIVACY_NOTICE",
        "CFIT_CONTACT",
        "CFIT_SECRETARIAT_NAME",
        "CFIT_LETTERS_PER_HOUR",
        "CFIT_READERS",
        "CFIT_JOBS",
    ],
)
def test_every_name_of_the_interface_is_a_setting(home: Path, name: str) -> None:
    assert name in [shown.name for shown in describe(load_settings(home=home))]


@pytest.mark.parametrize(
    ("name", "value", "field", "meant"),
    [
        (
            "CFIT_ADDRESSES",
            "CFIT@Example.org, pact@example.org,",
            "addresses",
            ("cfit@example.org", "pact@example.org"),
        ),
        ("CFIT_MAX_MAIL_BYTES", "10 MB", "max_mail_bytes", 10 * 1024 * 1024),
        ("CFIT_MAX_MAIL_BYTES", "64kb", "max_mail_bytes", 64 * 1024),
        ("CFIT_MAX_MAIL_BYTES", "1000", "max_mail_bytes", 1000),
        ("CFIT_PLUS_ADDRESS", "off", "plus_address", False),
        ("CFIT_LISTEN", "[::1]:25", "listen_host", "::1"),
        ("CFIT_LISTEN", "0.0.0.0:0", "listen_port", 0),
        ("CFIT_DATABASE_URL", "postgres://u:p@h/d", "database_url", "postgresql+psycopg://u:p@h/d"),
        ("CFIT_DATABASE_URL", "postgresql://u:p@h/d", "database_url", "postgresql+psycopg://u:p@h/d"),
        (
            "CFIT_TRUSTED_RELAYS",
            "192.0.2.0/24, 198.51.100.7",
            "trusted_relays",
            ("192.0.2.0/24", "198.51.100.7"),
        ),
        ("CFIT_ACTOR", "", "actor", None),
        ("SLACK_BOT_TOKEN", "xoxb-1", "slack_bot_token", "xoxb-1"),
    ],
)
def test_the_environment_speaks_in_texts(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, field: str, meant: object
) -> None:
    monkeypatch.setenv(name, value)

    assert getattr(load_settings(home=home), field) == meant


def test_whom_to_ask_and_the_domain_of_our_mail_follow_from_the_first_address(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CFIT_ADDRESSES", "cfit@pact.example,other@else.example")

    settings = load_settings(home=home)

    assert (settings.contact, settings.message_domain) == ("cfit@pact.example", "pact.example")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("CFIT_LISTEN", "8025", "host:port, such as 127.0.0.1:8025"),
        ("CFIT_LISTEN", "localhost:99999", "host:port, such as 127.0.0.1:8025"),
        ("CFIT_LETTERS", "live", "hold; `cfit letters go-live` is what lets letters leave by themselves"),
        ("CFIT_TIMEZONE", "Europe/Utrecht", "a time zone, such as Europe/Amsterdam"),
        ("CFIT_TIMEZONE", "../../etc/passwd", "a time zone, such as Europe/Amsterdam"),
        ("CFIT_ADDRESSES", "cfit", "mail addresses with commas between, such as cfit@example.org"),
        ("CFIT_MAX_MAIL_BYTES", "lots", "a size, such as 35 MB or 36700160"),
        ("CFIT_READERS", "0", "a number of documents read at once, 1 to 64"),
        ("CFIT_PLUS_ADDRESS", "perhaps", "on or off"),
        ("CFIT_ORIGINALS_URL", "ftp://x", "an absolute folder or s3://BUCKET/PREFIX"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(name, value)

    assert refusal(home) == f"{name} (environment) must be {expected}; it is '{value}'."


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("CFIT_SMTP_URL", "ftp://u:s3cret@h", "outbox:, smtp://HOST:PORT or smtps://USER:PASSWORD@HOST"),
        (
            "CFIT_DATABASE_URL",
            "mysql://u:s3cret@h/x",
            "sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/DATABASE",
        ),
        ("CFIT_HTTPS_PROXY", "u:s3cret@h", "http://HOST:PORT"),
    ],
)
def test_a_wrong_secret_is_refused_without_repeating_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(name, value)

    assert refusal(home) == f"{name} (environment) must be {expected}."


def test_a_wrong_value_on_the_command_line_says_so(home: Path) -> None:
    assert refusal(home, listen="here") == (
        "CFIT_LISTEN (command line) must be host:port, such as 127.0.0.1:8025; it is 'here'."
    )


def test_nothing_shown_of_the_settings_holds_a_secret(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CFIT_DATABASE_URL", "postgresql://cfit:pl4nted@db.example:5432/cfit?password=pl4nted")
    monkeypatch.setenv("CFIT_SMTP_URL", "smtps://cfit:pl4nted@mail.example:465")
    monkeypatch.setenv("CFIT_HTTPS_PROXY", "http://cfit:pl4nted@proxy.example:3128")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-pl4nted")

    settings = load_settings(home=home)

    shown = {one.name: one for one in describe(settings)}
    assert shown["CFIT_DATABASE_URL"].shown == "postgresql+psycopg://***@db.example:5432/cfit"
    assert shown["CFIT_SMTP_URL"].shown == "smtps://***@mail.example:465"
    assert shown["SLACK_BOT_TOKEN"] == ShownSetting("SLACK_BOT_TOKEN", "(hidden)", "environment", later=True)
    assert "pl4nted" not in f"{settings!r} {settings} {list(shown.values())}"


def test_what_nothing_reads_yet_is_marked(home: Path) -> None:
    later = {shown.name for shown in describe(load_settings(home=home)) if shown.later}

    assert later == {
        "CFIT_OBLIGATIONS_FROM",
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "SLACK_API_URL",
        "CFIT_SLACK_DOCUMENTS",
    }


def test_a_setting_never_changes_under_way(home: Path) -> None:
    settings = load_settings(home=home)

    with pytest.raises(ValueError, match="frozen"):
        settings.actor = "somebody@x"  # type: ignore[misc]

    assert isinstance(settings, Settings)
