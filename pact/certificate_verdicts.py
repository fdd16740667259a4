"""The five verdicts on a certificate signature as words, each for itself: never one tick for all."""

from dataclasses import dataclass

from pact.certificate_words import CertificateKind, Revocation, SignatureProblem
from pact.documents import DigitalSignature


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict: what is asked, the answer in a word or two, and what more is known, perhaps nothing."""

    asked: str
    answer: str
    more: str = ""

    @property
    def words(self) -> str:
        """The answer with what more is known."""
        return f"{self.answer} ({self.more})" if self.more else self.answer


def five_verdicts(signature: DigitalSignature) -> tuple[Verdict, ...]:
    """Return present, whose, intact, trusted and changed afterwards, in that order."""
    return (
        _present(signature),
        _whose(signature),
        Verdict("intact", _answer(signature.intact, "yes", "no"), _problems(signature, _OF_INTEGRITY)),
        _trusted(signature),
        _changed(signature),
    )


def mail_signature_words(signature: DigitalSignature) -> str:
    """Return what the signature of a mail (S/MIME) says of its sender, in one sentence."""
    address = {True: "for the sender's address", False: "for another address", None: "for no address"}
    bearer = f"{named(signature)}, {address[signature.names_signatory]}"
    verdicts = f"intact: {_answer(signature.intact, 'yes', 'no')}; trusted: {_trusted(signature).words}"
    return f"It carries the signature of {bearer} (S/MIME); {verdicts}."


def named(signature: DigitalSignature) -> str:
    """Return whose the signature is, as far as it says."""
    return signature.signer or "an unnamed signer"


_PRESENT = {
    CertificateKind.SIGNATURE: "signature",
    CertificateKind.SEAL: "seal",
    CertificateKind.TIMESTAMP: "time stamp",
}


_OF_INTEGRITY = (
    SignatureProblem.BROKEN,
    SignatureProblem.FORGED,
    SignatureProblem.COVERS_PART,
    SignatureProblem.NO_RANGE,
    SignatureProblem.UNKNOWN_FORM,
    SignatureProblem.DAMAGED,
    SignatureProblem.TOO_LARGE,
    SignatureProblem.TOO_MANY,
)
_OF_CHANGES = (SignatureProblem.FORBIDDEN_CHANGE, SignatureProblem.NOT_COMPARED)
_OF_TRUST = tuple(set(SignatureProblem) - {*_OF_INTEGRITY, *_OF_CHANGES, SignatureProblem.NAMES_ANOTHER})


def _problems(signature: DigitalSignature, among: tuple[SignatureProblem, ...]) -> str:
    """Return those problems of the signature that bear on one verdict; each begins with its fixed words."""
    said = (signature.problem or "").split("; ")
    return "; ".join(problem for problem in said if problem.startswith(among))


def _answer(verdict: bool | None, yes: str, no: str) -> str:
    if verdict is None:
        return "not checked"
    return yes if verdict else no


def _present(signature: DigitalSignature) -> Verdict:
    day = (signature.signed_at or "")[:10]
    proof = (
        ""
        if not day
        else f"{day}, by a trusted time stamp"
        if signature.time_proven
        else f"{day}, as it says"
    )
    return Verdict("present", _PRESENT[signature.kind], proof)


def _whose(signature: DigitalSignature) -> Verdict:
    if signature.platform:
        return Verdict("whose", named(signature), "a signing service")
    if signature.kind is not CertificateKind.SIGNATURE:
        return Verdict("whose", named(signature), "no person")
    fits = _answer(signature.names_signatory, "the signatory", "not the signatory")
    return Verdict(
        "whose", named(signature), fits if signature.names_signatory is not None else "not compared"
    )


def _trusted(signature: DigitalSignature) -> Verdict:
    known = signature.revocation.words if signature.revocation else ""
    if signature.revocation in (Revocation.REVOKED, Revocation.REVOKED_LATER) and signature.revoked_on:
        known = f"{known}, on {signature.revoked_on[:10]}"
    answer = _answer(signature.trusted, "yes", "no")
    return Verdict("trusted", answer, "; ".join(filter(None, (_problems(signature, _OF_TRUST), known))))


def _changed(signature: DigitalSignature) -> Verdict:
    what = ", ".join(change.words for change in signature.changed_what)
    seen = ": ".join(filter(None, (what, signature.change_seen)))
    more = "; ".join(filter(None, (seen, _problems(signature, _OF_CHANGES))))
    return Verdict("changed afterwards", _answer(signature.changed_after, "yes", "no"), more)
