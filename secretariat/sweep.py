"""Keeping the originals in order, from time to time and without anybody asking."""

from datetime import timedelta

import structlog

from secretariat.desk import Desk

UNFINISHED_FOR = timedelta(days=1)
"""Nobody writes one file for so long: what is older was left by a process that was killed."""

log = structlog.get_logger(__name__)


def sweep_originals(desk: Desk) -> int:
    """Remove originals that were never finished, a day after they were begun, and return how many."""
    removed = desk.originals.sweep_unfinished(before=desk.now() - UNFINISHED_FOR)
    if removed:
        log.info("originals.swept", removed=removed)
    return removed


def settle_originals(desk: Desk) -> int:
    """Move the bytes of small mail from the spool to where originals are kept; return how many."""
    moved = desk.originals.settle()
    if moved:
        log.info("originals.settled", moved=moved)
    return moved
