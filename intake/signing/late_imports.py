"""What the libraries load when they first need it, to be loaded before a child can open no file."""

import importlib

_LATE = (
    "cryptography.hazmat.backends.openssl.backend",
    "intake.signing.cms_signatures",
    "intake.signing.pdf_signatures",
    "lxml.etree",
    "pyhanko.pdf_utils.crypt._saslprep",
    "pyhanko.pdf_utils.crypt.pdfmac",
    "pyhanko.pdf_utils.filters",
    "pyhanko.pdf_utils.metadata.xmp_xml",
    "pyhanko_certvalidator.validate",
)


def load_signing() -> None:
    """Load all that the check of certificate signatures may need."""
    for name in _LATE:
        importlib.import_module(name)
