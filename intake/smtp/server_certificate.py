"""The certificate for STARTTLS, read again when its files change."""

import ssl
from pathlib import Path

import structlog

from storage.settings import Settings, SettingsError

log = structlog.get_logger(__name__)

Stamp = tuple[tuple[int, int], ...]


class ServerCertificate:
    """A certificate with its key, which whoever renews it may replace while we run."""

    def __init__(self, certificate: Path, key: Path) -> None:
        self._paths = (certificate, key)
        self._stamp = self._stamp_now()
        self._context = self._load()

    def context(self) -> ssl.SSLContext:
        """Return a context with the certificate as it is now.

        A pair that cannot be used, such as one that is being replaced, leaves the one before it.
        """
        try:
            stamp = self._stamp_now()
            if stamp != self._stamp:
                self._context, self._stamp = self._load(), stamp
                log.info("certificate.reloaded")
        except OSError as error:
            # ssl.SSLError is one too: the files do not fit together, or hold no certificate.
            log.warning("certificate.not_reloaded", fault=type(error).__name__)
        return self._context

    def _load(self) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate, key = self._paths
        # Without a password of ours OpenSSL would ask for one on the terminal.
        context.load_cert_chain(certificate, key, password="")
        return context

    def _stamp_now(self) -> Stamp:
        found = [path.stat() for path in self._paths]
        return tuple((one.st_mtime_ns, one.st_ino) for one in found)


def open_certificate(settings: Settings) -> ServerCertificate | None:
    """Return the certificate of the settings, None without one. Raises SettingsError with a sentence."""
    certificate, key = settings.tls_certificate, settings.tls_key
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise SettingsError("CFIT_TLS_CERTIFICATE and CFIT_TLS_KEY belong together: give both or neither.")
    try:
        return ServerCertificate(certificate, key)
    except OSError as error:
        why = error.strerror or "they do not fit together, or hold no certificate and key in PEM"
        raise SettingsError(
            f"The certificate {certificate} with the key {key} cannot be used ({why}): check "
            "CFIT_TLS_CERTIFICATE and CFIT_TLS_KEY."
        ) from error
