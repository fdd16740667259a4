"""What is cleared away without anybody asking."""

import os
from datetime import timedelta

from secretariat.desk import Desk
from secretariat.sweep import sweep_originals


def test_what_a_killed_process_left_half_written_is_gone_a_day_later(desk: Desk) -> None:
    unfinished = desk.settings.home / "originals" / "unfinished"
    for name, age in (("old", timedelta(hours=25)), ("young", timedelta(hours=23))):
        path = unfinished / name
        path.write_bytes(b"half a m")
        began = (desk.now() - age).timestamp()
        os.utime(path, (began, began))

    removed = sweep_originals(desk)

    assert (removed, [path.name for path in unfinished.iterdir()]) == (1, ["young"])
