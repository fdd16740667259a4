"""What `cfit doctor` examines about conversations: whether replies come back with their token."""

from collections.abc import Iterator

from sqlalchemy import Text, cast
from sqlmodel import Session, col, func, select

from secretariat.desk import Desk
from secretariat.health_checks import Health, Result
from secretariat.reply import UNPROVEN
from storage.tables import Mail, Suggestion

FEW = 2
"""So many replies without token may be people who typed our address; more are a mail server's doing."""


def tokens_come_back(session: Session, desk: Desk) -> Iterator[Result]:
    """Look whether the mail server in front lets plus-addresses through: the loop that replies go."""
    if not desk.settings.plus_address:
        return
    plus = cast(col(Mail.envelope_to), Text).like("%+%@%")
    with_token = session.exec(select(func.count()).select_from(Mail).where(plus)).one()
    told = col(Suggestion.why).startswith(UNPROVEN, autoescape=True)
    without = session.exec(select(func.count()).select_from(Suggestion).where(told)).one()
    if with_token:
        said = f"{with_token} mails came to an address with a token: replies find their way back."
        yield Result("replies", Health.GOOD, said, value=with_token)
    elif without > FEW:
        said = (
            f"{without} replies came, and none to the address with its token: the mail server in front seems "
            "to drop what stands behind the plus. Let it through (recipient_delimiter), or set "
            "CFIT_PLUS_ADDRESS=off."
        )
        yield Result("replies", Health.BAD, said, value=without)
