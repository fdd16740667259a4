"""Logs: events with fields on stderr, ours and those of the libraries alike, without personal data."""

import logging
import sys
from typing import TextIO

import structlog
from structlog.typing import Processor

_QUIET = {
    # Its INFO lines name the sender and recipients of every mail.
    "mail": logging.WARNING,
    "alembic": logging.WARNING,
    "dbos": logging.WARNING,
}


def configure_logs(process: str, stream: TextIO | None = None) -> None:
    """Send every event to stderr (or ``stream``): JSON lines, or coloured lines on a terminal.

    ``process`` is the name that each event carries, such as ``listener`` or ``worker``. May be
    called again: the newest call counts.
    """
    out = stream or sys.stderr
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_steps(process),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_rendering(out.isatty()),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(level)
    structlog.configure(
        processors=[*_steps(process), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _steps(process: str) -> list[Processor]:
    def name_process(
        _logger: object, _method: str, event: structlog.typing.EventDict
    ) -> structlog.typing.EventDict:
        event["process"] = process
        return event

    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        name_process,
    ]


def _rendering(on_terminal: bool) -> list[Processor]:
    # No local variables in tracebacks: they hold the mail that was being worked on.
    if on_terminal:
        return [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    return [structlog.processors.ExceptionRenderer(tracebacks), structlog.processors.JSONRenderer()]
