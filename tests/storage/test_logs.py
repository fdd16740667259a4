import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from storage.logs import configure_logs


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Yield what the logs write, and put everything back as it was."""
    root = logging.getLogger()
    before = (
        root.handlers[:],
        root.level,
        {name: logging.getLogger(name).level for name in ("mail", "dbos")},
    )
    stream = io.StringIO()
    configure_logs("listener", stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def lines(written: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_an_event_is_one_line_of_json_with_its_fields(written: io.StringIO) -> None:
    structlog.get_logger("intake.door").info("mail.kept", mail=7, bytes=2048)

    (line,) = lines(written)
    stamp = line.pop("timestamp")
    assert line == {
        "event": "mail.kept",
        "mail": 7,
        "bytes": 2048,
        "level": "info",
        "logger": "intake.door",
        "process": "listener",
    }
    assert str(stamp).endswith("Z")


def test_libraries_are_heard_in_the_same_form(written: io.StringIO) -> None:
    logging.getLogger("somewhere").warning("the %s is slow", "disk")

    (line,) = lines(written)
    assert (line["event"], line["level"], line["logger"], line["process"]) == (
        "the disk is slow",
        "warning",
        "somewhere",
        "listener",
    )


def test_chatter_is_not_heard(written: io.StringIO) -> None:
    structlog.get_logger("a").debug("detail")
    logging.getLogger("a").debug("detail")
    logging.getLogger("dbos").info("Initializing DBOS")

    assert lines(written) == []


def test_the_mail_servers_lines_about_senders_are_not_heard(written: io.StringIO) -> None:
    logging.getLogger("mail.log").info("%r sender: %s", ("192.0.2.7", 1), "anna@waterboard.example")

    assert lines(written) == []


def test_a_traceback_tells_the_place_and_no_values(written: io.StringIO) -> None:
    def read(letter: str) -> None:
        raise ValueError(len(letter))

    try:
        read("pl4nted")
    except ValueError:
        structlog.get_logger("a").exception("job.failed", mail=7)

    (line,) = lines(written)
    assert line["event"] == "job.failed"
    assert "test_logs.py" in str(line["exception"])
    assert "pl4nted" not in str(line)


@pytest.mark.usefixtures("written")
def test_on_a_terminal_people_read_plain_lines_without_values() -> None:
    terminal = Terminal()
    configure_logs("worker", terminal)
    planted = "pl4nted"

    try:
        raise ValueError(len(planted))
    except ValueError:
        structlog.get_logger("a").exception("job.failed", mail=7)

    assert "job.failed" in terminal.getvalue()
    assert "pl4nted" not in terminal.getvalue()
    assert not terminal.getvalue().startswith("{")


def test_the_newest_call_counts(written: io.StringIO) -> None:
    second = io.StringIO()
    configure_logs("worker", second)

    structlog.get_logger("a").info("begun")

    assert lines(written) == []
    assert [line["process"] for line in lines(second)] == ["worker"]
