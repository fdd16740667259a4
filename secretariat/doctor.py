"""`cfit doctor`: what is set, what is missing, what is wrong, and what to do about it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from intake.ways_in.imap_account import ImapAccount, why_not_reached
from secretariat.console import heading, print_table, say
from secretariat.desk import open_desk
from secretariat.health_checks import CHECKS, Health, Result
from secretariat.letter_checks import tokens_come_back
from secretariat.letter_signing import examine_signing
from secretariat.senders import open_names
from secretariat.sight_checks import examine_sight
from secretariat.smtp_out import try_mail_server
from storage.settings import Settings, SettingsError, describe, load_settings

OUR_NAMES = ("pact", "storage", "templates", "intake", "secretariat")


def examine(*, live: bool) -> list[Result]:
    """Examine everything; ``live`` also tries the mail server and the mailbox, and asks for our DKIM record.

    What cannot be opened is a result too.
    """
    results = [_names_are_ours(), *examine_sight()]
    try:
        settings = load_settings()
    except SettingsError as error:
        return [*results, Result("settings", Health.BAD, str(error))]
    results += _settings(settings)
    try:
        desk = open_desk(settings)
    except SettingsError as error:
        return [*results, Result("database", Health.BAD, str(error))]
    try:
        with desk.database.read() as session:
            results += [result for check in (*CHECKS, tokens_come_back) for result in check(session, desk)]
    finally:
        desk.database.close()
    if live:
        results += [*examine_signing(settings, open_names(settings)), _mail_server(settings)]
        return [*results, *_mailbox(settings)]
    return [*results, *examine_signing(settings)]


def print_examination(results: list[Result]) -> None:
    """Print the results: what is wrong first, then what is worth knowing, then the settings."""
    order = (Health.BAD, Health.NOTE, Health.GOOD)
    told = [result for result in results if result.name != "setting"]
    told.sort(key=lambda result: order.index(result.health))
    print_table(
        ("", "what", "how it stands"),
        [(result.health.value, result.name, result.says) for result in told],
        empty="",
    )
    heading("Settings")
    rows = [(str(result.value), result.says) for result in results if result.name == "setting"]
    print_table(("setting", "value and where it comes from"), rows, empty="")
    bad = sum(result.is_bad for result in results)
    say("Nothing is wrong." if not bad else f"{bad} things need somebody.")


def _names_are_ours() -> Result:
    # A package of the same name installed beside us would be imported instead, silently.
    question = f"import {', '.join(OUR_NAMES)}; print([m.__file__ for m in ({', '.join(OUR_NAMES)},)])"
    asked = subprocess.run(
        [sys.executable, "-I", "-c", question], capture_output=True, text=True, check=False
    )
    home = str(Path(__file__).parent.parent)
    if asked.returncode == 0 and asked.stdout.count(home) == len(OUR_NAMES):
        return Result("names", Health.GOOD, "No other package shadows ours.")
    return Result(
        "names",
        Health.BAD,
        "Another installed package has the name of one of ours: make the environment anew.",
    )


def _settings(settings: Settings) -> Iterator[Result]:
    for one in describe(settings):
        later = "; nothing reads this yet" if one.later and one.origin != "default" else ""
        shown = one.shown or "(not set)"
        yield Result("setting", Health.GOOD, f"{shown}  ({one.origin}{later})", value=one.name)
    if settings.addresses == ("cfit@localhost",):
        yield Result(
            "addresses", Health.NOTE, "Only cfit@localhost is ours: set CFIT_ADDRESSES to the real address."
        )
    if settings.smtp_url == "outbox:":
        yield Result(
            "outgoing mail",
            Health.NOTE,
            f"Letters are written as files into {settings.home / 'outbox'}: set CFIT_SMTP_URL to send them.",
        )


def _mail_server(settings: Settings) -> Result:
    problem = try_mail_server(settings)
    if problem:
        return Result("mail server", Health.BAD, problem)
    return Result("mail server", Health.GOOD, "It answers, and takes our name and password.")


def _mailbox(settings: Settings) -> Iterator[Result]:
    if not settings.imap_url:
        return
    account = ImapAccount.of(settings)
    if problem := why_not_reached(account):
        yield Result("mailbox", Health.BAD, f"{problem} Its mail waits there meanwhile.")
    else:
        yield Result(
            "mailbox", Health.GOOD, f"{account.folder} at {account.host} answers, and takes our name."
        )
