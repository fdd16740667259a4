"""`cfit run`, `work`, `doctor`, `demo`: what keeps the assistant going."""

from typing import Annotated

import typer

from secretariat.commands.arguments import AsJson


def run() -> None:
    """Run the whole assistant: the mail listener and the worker, watched and restarted.

    SIGTERM lets both finish what they hold, then ends. A new home gets its database by itself.

    Example: CFIT_HOME=/srv/cfit cfit run
    """
    from secretariat.run import run_all

    raise typer.Exit(run_all())


def work() -> None:
    """Run the worker alone: it reads mail, registers applications and sends letters.

    Example: cfit work
    """
    from secretariat.worker import work_until_told

    work_until_told()


def doctor(
    as_json: AsJson = False,
    live: Annotated[
        bool, typer.Option("--live", help="Also try the mail server that letters leave by.")
    ] = False,
) -> None:
    """Say what is set, what is missing, what is wrong, and what to do about it.

    Example: cfit doctor --json
    """
    from secretariat.console import print_json
    from secretariat.doctor import examine, print_examination
    from secretariat.opening import quiet_logs

    quiet_logs()
    results = examine(live=live)
    if as_json:
        print_json(results)
    else:
        print_examination(results)
    raise typer.Exit(1 if any(result.is_bad for result in results) else 0)


def demo(
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the temporary home, to look around in it.")
    ] = False,
) -> None:
    """Show the whole journey on made-up documents, in a home of its own; ends by itself.

    Example: cfit demo
    """
    from secretariat.demo import run_demo
    from secretariat.opening import quiet_logs

    quiet_logs()
    raise typer.Exit(run_demo(keep=keep))
