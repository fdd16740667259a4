"""A test authority of its own: roots, issuers, certificates, lists of revoked ones and answers about them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from intake.signing.anchors import anchor_of
from intake.signing.trust_material import TrustMaterial

SIGNED_AT = datetime(2022, 6, 14, 10, 0, tzinfo=UTC)
"""When made-up copies are signed, unless a test says otherwise."""

FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

# id-pe-qcStatements with id-etsi-qcs-QcType: esign, or eseal (ETSI EN 319 412-5, 4.2.3).
_QC_STATEMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3")
_QC_TYPE = "301530130606040 08e4601063009060704008e460106{number}"
ESIGN, ESEAL = (bytes.fromhex(_QC_TYPE.format(number=n).replace(" ", "")) for n in ("01", "02"))


@dataclass(frozen=True, eq=False)
class Issued:
    """A certificate with its key, and who issued it (None: itself)."""

    certificate: x509.Certificate
    key: Key
    issuer: "Issued | None" = None

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def asn1(self) -> asn1_x509.Certificate:
        return asn1_x509.Certificate.load(self.der)

    @property
    def asn1_key(self) -> asn1_keys.PrivateKeyInfo:
        return asn1_keys.PrivateKeyInfo.load(
            self.key.private_bytes(
                serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )

    @property
    def chain(self) -> tuple["Issued", ...]:
        """Its issuers, up to the root."""
        return () if self.issuer is None else (self.issuer, *self.issuer.chain)


@dataclass(frozen=True)
class Wish:
    """What a certificate is to be like; ``rsa_bits`` asks for an RSA key instead of an elliptic curve's."""

    name: str = ""
    organisation: str = ""
    given: str = ""
    surname: str = ""
    is_authority: bool = False
    begin: datetime = FROM
    end: datetime = UNTIL
    rsa_bits: int = 0
    usages: tuple[str, ...] = ("digital_signature", "content_commitment")
    purposes: tuple[x509.ObjectIdentifier, ...] = ()
    qualified_as: bytes = b""
    address: str = ""
    digest: hashes.HashAlgorithm = field(default_factory=hashes.SHA256)


def issue(wish: Wish, issuer: Issued | None = None) -> Issued:
    """Return a certificate of that kind; without an issuer it is signed by itself."""
    key: Key = rsa.generate_private_key(65_537, wish.rsa_bits) if wish.rsa_bits else _new_key()
    subject = _name_of(wish)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(wish.begin)
        .not_valid_after(wish.end)
        .add_extension(x509.BasicConstraints(wish.is_authority, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    usages = ("key_cert_sign", "crl_sign", "digital_signature") if wish.is_authority else wish.usages
    builder = builder.add_extension(_key_usage(usages), critical=True)
    for extension in _further(wish, issuer):
        builder = builder.add_extension(extension, critical=isinstance(extension, x509.ExtendedKeyUsage))
    return Issued(builder.sign((issuer.key if issuer else key), wish.digest), key, issuer)


@dataclass(frozen=True, eq=False)
class Authority:
    """One test authority: its root, the issuer below it, a service for time stamps and one for answers."""

    root: Issued
    issuer: Issued
    stamper: Issued
    responder: Issued

    @property
    def trust(self) -> TrustMaterial:
        """Trust in the root alone."""
        return TrustMaterial((anchor_of(self.root.der),), "the test authority")

    def person(self, name: str = "Roos Vandenbulcke", **wishes: object) -> Issued:
        """Return a person's certificate."""
        wish = Wish(name=name, **({"organisation": "Kempisch Waterbedrijf"} | wishes))  # type: ignore[arg-type]
        return issue(wish, self.issuer)


@cache
def authority(name: str = "Test") -> Authority:
    """Return the authority of that name; each is made once."""
    root = issue(Wish(f"{name} Root", is_authority=True))
    issuer = issue(Wish(f"{name} Issuing Authority", is_authority=True), root)
    stamping = Wish(
        f"{name} Time Stamps",
        rsa_bits=2048,
        usages=("digital_signature",),
        purposes=(ExtendedKeyUsageOID.TIME_STAMPING,),
    )
    answering = Wish(
        f"{name} Answers", usages=("digital_signature",), purposes=(ExtendedKeyUsageOID.OCSP_SIGNING,)
    )
    return Authority(root, issuer, issue(stamping, issuer), issue(answering, issuer))


def revocation_list(
    issuer: Issued,
    revoked: Iterable[tuple[Issued, datetime]] = (),
    *,
    at: datetime = SIGNED_AT + timedelta(hours=1),
    days: int = 30,
) -> bytes:
    """Return the issuer's list of revoked certificates, each with the time of its revocation."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(at)
        .next_update(at + timedelta(days=days))
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()), critical=False
        )
    )
    for one, when in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(one.certificate.serial_number)
        builder = builder.add_revoked_certificate(entry.revocation_date(when).build())
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def status_answer(
    about: Issued,
    responder: Issued,
    *,
    revoked_at: datetime | None = None,
    at: datetime = SIGNED_AT + timedelta(hours=1),
) -> bytes:
    """Return an OCSP response about one certificate."""
    assert about.issuer is not None
    response = ocsp.OCSPResponseBuilder().add_response(
        cert=about.certificate,
        issuer=about.issuer.certificate,
        algorithm=hashes.SHA1(),
        cert_status=ocsp.OCSPCertStatus.REVOKED if revoked_at else ocsp.OCSPCertStatus.GOOD,
        this_update=at,
        next_update=at + timedelta(days=7),
        revocation_time=revoked_at,
        revocation_reason=x509.ReasonFlags.key_compromise if revoked_at else None,
    )
    response = response.responder_id(ocsp.OCSPResponderEncoding.HASH, responder.certificate)
    signed = response.certificates([responder.certificate]).sign(responder.key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.DER)


def _new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _name_of(wish: Wish) -> x509.Name:
    parts = (
        (NameOID.COMMON_NAME, wish.name),
        (NameOID.GIVEN_NAME, wish.given),
        (NameOID.SURNAME, wish.surname),
        (NameOID.ORGANIZATION_NAME, wish.organisation),
    )
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts if value])


def _key_usage(usages: Iterable[str]) -> x509.KeyUsage:
    every = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{name: name in set(usages) for name in every})


def _further(wish: Wish, issuer: Issued | None) -> Iterable[x509.ExtensionType]:
    if issuer is not None:
        yield x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
        here = x509.UniformResourceIdentifier("http://authority.example.org/")
        point = x509.DistributionPoint([here], None, None, None)
        yield x509.CRLDistributionPoints([point])
        yield x509.AuthorityInformationAccess(
            [x509.AccessDescription(AuthorityInformationAccessOID.OCSP, here)]
        )
    if wish.purposes:
        yield x509.ExtendedKeyUsage(wish.purposes)
    if ExtendedKeyUsageOID.OCSP_SIGNING in wish.purposes:
        yield x509.OCSPNoCheck()
    if wish.qualified_as:
        yield x509.UnrecognizedExtension(_QC_STATEMENTS, wish.qualified_as)
    if wish.address:
        yield x509.SubjectAlternativeName([x509.RFC822Name(wish.address)])


def crossed_issuers(name: str, count: int) -> Issued:
    """Return a person's certificate among issuers of one name that all vouch for each other."""
    wish = Wish("Everybody", is_authority=True)
    issuers = [issue(wish) for _ in range(count)]
    crossed: Issued | None = None
    for one, other in zip(issuers, [*issuers[1:], issuers[0]], strict=True):
        builder = (
            x509.CertificateBuilder()
            .subject_name(_name_of(wish))
            .issuer_name(_name_of(wish))
            .public_key(one.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(FROM)
            .not_valid_after(UNTIL)
            .add_extension(x509.BasicConstraints(True, None), critical=True)
        )
        crossed = Issued(builder.sign(other.key, hashes.SHA256()), one.key, crossed)
    person = issue(Wish(name), issuers[0])
    return Issued(person.certificate, person.key, crossed)


def long_revocation_list(issuer: Issued, count: int) -> bytes:
    """Return a list of that many revoked certificates, none of which anybody has."""
    builder = x509.CertificateRevocationListBuilder().issuer_name(issuer.certificate.subject)
    builder = builder.last_update(SIGNED_AT).next_update(UNTIL)
    numbers = (10**18 + number for number in range(count))
    entries = (x509.RevokedCertificateBuilder().serial_number(number) for number in numbers)
    for entry in entries:
        builder._revoked_certificates.append(entry.revocation_date(FROM).build())  # one by one it copies all
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
