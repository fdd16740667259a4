"""One mail on its way: what ends it is told to whoever waits, and to nobody else."""

import asyncio
import gc

import pytest

from intake.smtp.admission import Limits
from intake.smtp.arriving_mail import ArrivingMail
from intake.smtp.data_phase import DataPhase
from storage.originals_folder import FolderOriginals


def phase_in(loop: asyncio.AbstractEventLoop, originals: FolderOriginals) -> DataPhase:
    return DataPhase(ArrivingMail(originals, 1000), Limits(), 1000, loop)


def test_a_client_that_leaves_before_anybody_waits_is_no_fault_of_ours(tmp_path):
    faults = []
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda _, context: faults.append(context["message"]))

    phase_in(loop, FolderOriginals(tmp_path)).break_off()
    gc.collect()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()

    assert faults == []


def test_whoever_waits_for_the_mail_hears_that_the_client_has_left(tmp_path):
    async def wait() -> None:
        phase = phase_in(asyncio.get_running_loop(), FolderOriginals(tmp_path))
        phase.break_off()
        await phase.wait()

    with pytest.raises(asyncio.IncompleteReadError):
        asyncio.run(wait())
