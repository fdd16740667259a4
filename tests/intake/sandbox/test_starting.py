"""``python -m intake`` refuses to start with a sentence that says what to do."""

import json
import socket
import subprocess

from journeys.running import LISTENER, environment_of

from storage.settings import Settings, load_settings


def start(environment: dict[str, str]) -> tuple[int, str]:
    ended = subprocess.run(LISTENER, env=environment, capture_output=True, timeout=60, check=False)
    return ended.returncode, json.loads(ended.stderr.splitlines()[-1])["why"]


def test_without_a_prepared_database_it_says_who_prepares_it(empty_database_url: str, home) -> None:
    settings = load_settings(home=home, database_url=empty_database_url)

    status, why = start(environment_of(settings))

    assert status == 1
    assert why == (
        "The database is not prepared for this release: start `cfit run`, which prepares it, and try again."
    )


def test_with_a_wrong_setting_it_says_which(settings: Settings) -> None:
    status, why = start(environment_of(settings) | {"CFIT_MAX_MAIL_BYTES": "much"})

    assert status == 1
    assert why.partition(" ")[0] == "CFIT_MAX_MAIL_BYTES"


def test_on_a_taken_port_it_says_so(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        status, why = start(environment_of(settings) | {"CFIT_LISTEN": place})

    assert status == 1
    assert why == f"Cannot listen on {place}: Address already in use."
