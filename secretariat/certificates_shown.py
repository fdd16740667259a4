"""Certificate signatures as the desk and letters show them: five verdicts, five words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pact.certificate_verdicts import five_verdicts
from pact.documents import DigitalSignature
from secretariat.console import heading, print_table, say

MOST_CERTIFICATES = 4
"""Certificates that one letter shows of a document."""


@dataclass(frozen=True, slots=True)
class CertificateShown:
    """One certificate signature with its five verdicts in words; `cfit show --json` prints these fields."""

    present: str
    whose: str
    intact: str
    trusted: str
    changed_afterwards: str


@dataclass(frozen=True, slots=True)
class CertificateInLetter:
    """One certificate signature as a letter shows it: whose name it bears, if any, and five answers.

    The answers are words of ours alone; nothing that stands in the document or its certificate is in them.
    """

    signer: str
    answers: tuple[tuple[str, str], ...]


def certificates_shown(signatures: Iterable[DigitalSignature]) -> tuple[CertificateShown, ...]:
    """Return the signatures as the desk shows them."""
    return tuple(CertificateShown(*(verdict.words for verdict in five_verdicts(one))) for one in signatures)


def certificates_in_letter(signatures: Sequence[DigitalSignature]) -> tuple[CertificateInLetter, ...]:
    """Return the signatures as a letter shows them, MOST_CERTIFICATES at most."""
    return tuple(
        CertificateInLetter(
            signer=one.signer or "",
            answers=tuple(
                # Of whose it is, the answer is the name, and what fits or not is beside it.
                (verdict.asked, verdict.more if verdict.asked == "whose" else verdict.answer)
                for verdict in five_verdicts(one)
            ),
        )
        for one in signatures[:MOST_CERTIFICATES]
    )


def print_certificates(shown: Sequence[CertificateShown]) -> None:
    """Print the five verdicts of each signature, side by side; nothing where there is none."""
    if not shown:
        return
    say("")
    heading("Certificate signatures")
    print_table(
        ("present", "whose", "intact", "trusted", "changed afterwards"),
        [(one.present, one.whose, one.intact, one.trusted, one.changed_afterwards) for one in shown],
        empty="",
        whole=0,
    )
