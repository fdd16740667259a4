"""The settings: from command line, environment and cfit.toml, refused early with a sentence."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from storage.setting_sources import (
    DEFAULT_HOME,
    EnvironmentLayer,
    FileLayer,
    OriginLayer,
    Setting,
    SettingsError,
    environment_name,
    settable_fields,
    setting_of,
    where_given,
)
from storage.setting_values import (
    DatabaseUrl,
    DnsName,
    HostPort,
    ImapUrl,
    MailAddresses,
    NameServers,
    Networks,
    OriginalsUrl,
    ProxyUrl,
    ScanPlace,
    SizeBytes,
    SmtpUrl,
    Zone,
    split_list,
)

__all__ = ["Settings", "SettingsError", "ShownSetting", "describe", "load_settings", "sources"]

PRIVACY_NOTICE = (
    "We keep your mail and the documents in it to handle what you ask and to keep the register of the "
    "Pact. To see, correct or remove what we hold about you, write to us."
)

SECRETARIAT_NAME = "The Secretariat of the Circular & Fair ICT Pact"


class Settings(BaseSettings):
    """Every setting with its value; made by load_settings and never changed afterwards."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    home: Annotated[Path, Setting("a folder")] = Path(DEFAULT_HOME)
    database_url: Annotated[
        DatabaseUrl,
        Setting("sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/DATABASE", secret=True),
    ] = Field(default="", repr=False)
    originals_url: Annotated[OriginalsUrl, Setting("an absolute folder or s3://BUCKET/PREFIX")] = ""
    listen: Annotated[HostPort, Setting("host:port, such as 127.0.0.1:8025")] = "127.0.0.1:8025"
    lmtp_socket: Annotated[Path | None, Setting("the path of a socket")] = None
    lmtp_trusted: Annotated[bool, Setting("on or off")] = True
    proxies: Annotated[
        Networks, Setting("IP addresses or networks with commas between, such as 192.0.2.0/24")
    ] = ()
    tls_certificate: Annotated[Path | None, Setting("a file of PEM certificates")] = None
    tls_key: Annotated[Path | None, Setting("a file with a PEM key")] = None
    imap_url: Annotated[
        ImapUrl, Setting("imaps://USER:PASSWORD@HOST or imaps://USER@HOST/FOLDER", secret=True)
    ] = Field(default="", repr=False)
    imap_token_path: Annotated[Path | None, Setting("a file that holds an access token")] = None
    imap_token_command: Annotated[str | None, Setting("a command that prints an access token")] = None
    imap_done_folder: Annotated[str, Field(min_length=1), Setting("the name of a mailbox folder")] = (
        "CFIT taken in"
    )
    watch_folder: Annotated[Path | None, Setting("a folder that mails are put into, or a Maildir")] = None
    addresses: Annotated[
        MailAddresses, Setting("mail addresses with commas between, such as cfit@example.org")
    ] = ("cfit@localhost",)
    smtp_url: Annotated[
        SmtpUrl, Setting("outbox:, smtp://HOST:PORT or smtps://USER:PASSWORD@HOST", secret=True)
    ] = Field(default="outbox:", repr=False)
    dkim_key: Annotated[str, Setting("a private RSA key in PEM", secret=True)] = Field(default="", repr=False)
    dkim_selector: Annotated[DnsName, Setting("a name for the key, such as cfit")] = "cfit"
    dkim_domain: Annotated[DnsName | None, Setting("a domain, such as example.org")] = None
    trusted_relays: Annotated[
        Networks, Setting("IP addresses or networks with commas between, such as 192.0.2.0/24")
    ] = ()
    authserv_id: Annotated[str | None, Setting("the name your relay signs its results with")] = None
    timezone: Annotated[Zone, Setting("a time zone, such as Europe/Amsterdam")] = "Europe/Amsterdam"
    trust_roots: Annotated[Path | None, Setting("a folder or file of PEM certificates")] = None
    letters: Annotated[
        Literal["hold"], Setting("hold; `cfit letters go-live` is what lets letters leave by themselves")
    ] = "hold"
    letters_per_hour: Annotated[int, Field(ge=0), Setting("a number of letters, such as 30")] = 30
    answers_per_day: Annotated[int, Field(ge=0), Setting("a number of letters, such as 50")] = 50
    max_mail_bytes: Annotated[SizeBytes, Setting("a size, such as 35 MB or 36700160")] = 35 * 1024 * 1024
    max_header_bytes: Annotated[SizeBytes, Setting("a size, such as 100 KB")] = 100 * 1024
    max_hops: Annotated[int, Field(ge=1), Setting("a number of servers, such as 50")] = 50
    max_recipients: Annotated[int, Field(ge=1), Setting("a number of recipients, such as 1000")] = 1000
    max_errors: Annotated[int, Field(ge=1), Setting("a number of errors, such as 20")] = 20
    max_connections: Annotated[int, Field(ge=1), Setting("a number of connections, such as 200")] = 200
    max_connections_per_client: Annotated[
        int, Field(ge=1), Setting("a number of connections, such as 50")
    ] = 50
    idle_seconds: Annotated[float, Field(gt=0), Setting("a number of seconds, such as 300")] = 300.0
    data_grace_seconds: Annotated[float, Field(gt=0), Setting("a number of seconds, such as 300")] = 300.0
    min_data_rate: Annotated[float, Field(gt=0), Setting("a number of bytes a second, such as 500")] = 500.0
    min_free_bytes: Annotated[SizeBytes | None, Setting("a size, such as 100 MB")] = None
    plus_address: Annotated[bool, Setting("on or off")] = True
    whole_copy: Annotated[bool, Setting("on or off")] = False
    scan: Annotated[ScanPlace, Setting("none, clamd:/PATH or clamd:HOST:PORT")] = "none"
    obligations_from: Annotated[str | None, Setting("a period, such as 2026", later=True)] = None
    https_proxy: Annotated[ProxyUrl, Setting("http://HOST:PORT", secret=True)] = Field(default="", repr=False)
    dns: Annotated[NameServers, Setting("IP addresses of name servers with commas between, or off")] = ()
    actor: Annotated[str | None, Setting("the mail address of a person of `cfit people list`")] = None
    readers: Annotated[int, Field(ge=1, le=64), Setting("a number of documents read at once, 1 to 64")] = 2
    jobs: Annotated[int, Field(ge=1, le=64), Setting("a number of jobs at work at once, 1 to 64")] = 16
    contact: Annotated[str, Setting("whom applicants may ask: a mail address or a line of text")] = ""
    privacy_notice: Annotated[str, Setting("the privacy notice of the letters")] = PRIVACY_NOTICE
    secretariat_name: Annotated[str, Setting("the name that letters are signed with")] = SECRETARIAT_NAME
    slack_bot_token: Annotated[
        str, Setting("a token that begins with xoxb-", secret=True, later=True, name="SLACK_BOT_TOKEN")
    ] = Field(default="", repr=False)
    slack_app_token: Annotated[
        str, Setting("a token that begins with xapp-", secret=True, later=True, name="SLACK_APP_TOKEN")
    ] = Field(default="", repr=False)
    slack_api_url: Annotated[str, Setting("an address", later=True, name="SLACK_API_URL")] = ""
    slack_documents: Annotated[
        Literal["none", "crops", "full"], Setting("none, crops or full", later=True)
    ] = "none"
    origins: dict[str, str] = Field(default_factory=dict, repr=False)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        *_unused: PydanticBaseSettingsSource,
        **_unused_too: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the layers, strongest first; no .env file is ever read."""
        layers = (EnvironmentLayer(settings_cls), FileLayer(settings_cls))
        return (init_settings, *layers, OriginLayer(settings_cls, layers))

    @model_validator(mode="before")
    @classmethod
    def _fill_in(cls, values: dict[str, Any]) -> dict[str, Any]:
        home = Path(values.get("home", DEFAULT_HOME)).expanduser().absolute()
        addresses = split_list(values.get("addresses", ""))
        standing = {
            "database_url": f"sqlite:///{home / 'cfit.sqlite'}",
            "originals_url": str(home / "originals"),
            "contact": addresses[0]
            if isinstance(addresses, list | tuple) and addresses
            else "cfit@localhost",
        }
        return standing | values | {"home": home}

    @property
    def listen_host(self) -> str:
        """Return the host to listen on, an IPv6 address without its brackets."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def listen_port(self) -> int:
        """Return the port to listen on; 0 lets the system choose."""
        return int(self.listen.rpartition(":")[2])

    @property
    def least_free_bytes(self) -> int:
        """Return how much room a disk must have for mail to be taken: by default 1.5 of the largest."""
        return self.min_free_bytes or self.max_mail_bytes * 3 // 2

    @property
    def message_domain(self) -> str:
        """Return the domain that our Message-IDs end with: that of the first address."""
        return self.addresses[0].rpartition("@")[2]


def load_settings(home: Path | None = None, **command_line: Any) -> Settings:
    """Return the settings; ``command_line`` holds values by field, None for what was not given.

    Raises SettingsError with a sentence for the first thing that is wrong, never with a secret in it.
    """
    given = {name: value for name, value in {"home": home, **command_line}.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_context=False)[0]
        raise SettingsError(_sentence(wrong, given)) from None


def sources(settings: Settings) -> dict[str, str]:
    """Return where each setting's value came from, in words, by the name of its field."""
    return {name: settings.origins.get(name, "default") for name in settable_fields(Settings)}


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """One setting as `cfit doctor` shows it: ``shown`` is safe to print, ``later`` means unread so far."""

    name: str
    shown: str
    origin: str
    later: bool


def describe(settings: Settings) -> list[ShownSetting]:
    """Return every setting in declared order; of secrets only what betrays nothing."""
    return [
        ShownSetting(
            name=environment_name(Settings, field),
            shown=_shown(getattr(settings, field), secret=setting_of(Settings, field).secret),
            origin=origin,
            later=setting_of(Settings, field).later,
        )
        for field, origin in sources(settings).items()
    ]


def _sentence(wrong: ErrorDetails, given: dict[str, Any]) -> str:
    field = str(wrong["loc"][0]) if wrong["loc"] else ""
    if field not in settable_fields(Settings):
        return f"{field or 'Something'} is no setting: `cfit doctor` lists the names."
    place = "command line" if field in given else where_given(Settings, field)
    about = setting_of(Settings, field)
    value = "" if about.secret else f"; it is {wrong['input']!r}"
    return f"{environment_name(Settings, field)} ({place}) must be {about.expects}{value}."


def _shown(value: object, *, secret: bool) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "on" if value else "off"
    text = "" if value is None else str(value)
    if not secret or not text or text.startswith("outbox:"):
        return text
    return _without_credentials(text) if "://" in text else "(hidden)"


def _without_credentials(url: str) -> str:
    parts = urlsplit(url)
    hidden = "***@" if "@" in parts.netloc else ""
    # The query is left out too: libpq and others take passwords there.
    return f"{parts.scheme}://{hidden}{parts.netloc.rpartition('@')[2]}{parts.path}"
