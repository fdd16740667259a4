"""The words about certificate signatures: their kinds, revocation, later changes, and what is wrong."""

from enum import StrEnum


class CertificateKind(StrEnum):
    """What a certificate in a document was used for: a person's signature, a body's seal, a time stamp."""

    SIGNATURE = "signature"
    SEAL = "seal"
    TIMESTAMP = "timestamp"


class Revocation(StrEnum):
    """What the data inside the file says about a certificate's revocation; nothing is fetched."""

    GOOD = "good"
    REVOKED = "revoked"
    REVOKED_LATER = "revoked_later"
    NO_DATA = "no_data"
    UNUSABLE = "unusable"

    @property
    def words(self) -> str:
        """The answer in plain words."""
        return _REVOCATION_WORDS[self]


class LaterChange(StrEnum):
    """What came into a file after it was signed.

    PROOF (a time stamp, revocation data) and COUNTERSIGNATURE (another signature) add to a document
    and change nothing of it; all others do.
    """

    PROOF = "proof"
    COUNTERSIGNATURE = "countersignature"
    FORM_FILLING = "form_filling"
    ANNOTATIONS = "annotations"
    CONTENT = "content"
    OTHER = "other"
    SIGNED_PART = "signed_part"

    @property
    def words(self) -> str:
        """The change in plain words."""
        return _CHANGE_WORDS[self]

    @property
    def is_change(self) -> bool:
        """Whether the document says, or may say, something else than when it was signed."""
        return self not in (LaterChange.PROOF, LaterChange.COUNTERSIGNATURE)


class SignatureProblem(StrEnum):
    """What is wrong with a certificate signature, in the words that are shown."""

    BROKEN = "what was signed has been changed"
    FORGED = "the signature value does not belong to the certificate"
    COVERS_PART = "it covers only a part of the file"
    NO_RANGE = "it does not say what it covers"
    UNKNOWN_FORM = "a form of signature that is not checked"
    DAMAGED = "the signature is damaged and could not be checked"
    TOO_LARGE = "too large to be checked"
    TOO_MANY = "too many signatures: this one was not checked"
    NO_TRUST = "no trust roots are set, so that the issuer could not be checked"
    UNKNOWN_ISSUER = "unknown issuer"
    SELF_SIGNED = "self-signed certificate"
    EXPIRED = "the certificate had expired when it signed"
    NOT_YET_VALID = "the certificate was not yet valid when it signed"
    ISSUER_NOT_VALID = "the issuer was not trusted at the time of signing"
    REVOKED = "the certificate was revoked"
    NOT_FOR_SIGNING = "the certificate is not meant for signing documents"
    BAD_CHAIN = "the certificate's chain does not hold"
    WEAK = "weak algorithm"
    NO_TIME = "it does not say when it was signed"
    NAMES_ANOTHER = "the certificate names somebody else"
    FORBIDDEN_CHANGE = "changed in a way that the signature forbids"
    NOT_COMPARED = "it could not be seen what changed after signing"


_REVOCATION_WORDS: dict[Revocation, str] = {
    Revocation.GOOD: "not revoked, by data inside the file",
    Revocation.REVOKED: "revoked",
    Revocation.REVOKED_LATER: "revoked after it signed",
    Revocation.NO_DATA: "no revocation data in the file",
    Revocation.UNUSABLE: "the revocation data in the file does not settle it",
}

_CHANGE_WORDS: dict[LaterChange, str] = {
    LaterChange.PROOF: "a time stamp or proof of validity was added",
    LaterChange.COUNTERSIGNATURE: "another signature was added",
    LaterChange.FORM_FILLING: "form fields were filled in",
    LaterChange.ANNOTATIONS: "notes or drawings were added or changed",
    LaterChange.CONTENT: "text or pages were changed",
    LaterChange.OTHER: "the file was changed, on no page that we can name",
    LaterChange.SIGNED_PART: "what was signed is no longer the same",
}
