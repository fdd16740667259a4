"""Whatever comes over the wire: no crash, no hang, and no 250 without a stored mail."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from journeys.running import deliveries, door_of, listener_in_thread
from journeys.wire_noise import Noise, noises, say
from structlog.testing import capture_logs

from storage.database import Database, connect
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class Target:
    """A listener that is talked to, and what it keeps."""

    port: int
    settings: Settings
    database: Database


@pytest.fixture(scope="module")
def target(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """Yield a listener that all the noise goes to."""
    home = tmp_path_factory.mktemp("noise")
    shutil.copy(sqlite_template, home / "cfit.sqlite")
    settings = load_settings(home=home, max_mail_bytes=200_000, max_hops=3)
    database = connect(settings.database_url)
    with listener_in_thread(settings, door_of(settings, database)) as port:
        yield Target(port, settings, database)
    database.close()


@examples(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(noise=noises())
def test_there_is_no_250_without_a_stored_mail(target: Target, noise: Noise) -> None:
    before = len(deliveries(target.database))

    with capture_logs() as logs:
        heard = say(target.port, noise)

    # More may be stored: of a client that was cut off, or of one before it that did not stay.
    assert heard.kept <= len(deliveries(target.database)) - before
    assert [line for line in logs if line["event"] in ("mail.not_kept", "mail.no_room")] == []


def test_after_all_the_noise_every_stored_mail_is_whole(target: Target) -> None:
    say(target.port, Noise((b"",), waits=True))

    assert list(open_originals_with_spool(target.settings, target.database).problems()) == []
    assert list((target.settings.home / "originals" / "unfinished").iterdir()) == []
