"""Files that a mail does not carry but only links to: seen and said, never fetched."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

MOST_LINKS = 5
_MOST_SEEN = 500
_MOST_CHARS = 200_000

# Of text in lower case.
_LINK = re.compile(r"https?://([a-z0-9.-]{3,100})(/[^\s\"'<>\])]{0,500})?")
_WRAPPED = re.compile(r"[?&](?:url|u)=(https?[^&\s\"'<>]{1,500})")
# What quotes another mail in HTML, by the marks of the mail programs.
_QUOTED_HTML = (
    "gmail_quote",
    "divrplyfwdmsg",
    "appendonsend",
    "<blockquote",
    "yahoo_quoted",
    "moz-cite-prefix",
    "olk_src_body",
)

# Host (and all below it), then how the path of a shared file begins.
_SERVICES: tuple[tuple[str, str], ...] = (
    ("sharepoint.com", r"/:[a-z]:/|/personal/|/sites/[^/]+/.+|/_layouts/|/g/"),
    ("1drv.ms", r"/."),
    ("onedrive.live.com", r"/?\?|/(?:redir|view|embed|:)|/\w"),
    ("drive.google.com", r"/(?:file|drive|open|uc|folderview)"),
    ("docs.google.com", r"/(?:document|spreadsheets|presentation|file)/|/uc"),
    ("wetransfer.com", r"/downloads/"),
    ("we.tl", r"/."),
    ("dropbox.com", r"/(?:s|sh|scl|t|l|transfer|preview)/"),
    ("db.tt", r"/."),
    ("icloud.com", r"/(?:iclouddrive|attachment|mail|pages|shared)"),
    ("box.com", r"/(?:s|v|file|folder|shared)/"),
    ("mega.nz", r"/(?:file|folder|#)"),
    ("transfernow.net", r"/."),
    ("fromsmash.com", r"/."),
    ("swisstransfer.com", r"/d/"),
    ("filemail.com", r"/(?:d|t)/"),
    ("hightail.com", r"/."),
    ("sharefile.com", r"/(?:d|f|share)"),
    ("sharefile.eu", r"/(?:d|f|share)"),
    ("egnyte.com", r"/(?:dl|fl)/"),
    ("tresorit.com", r"/."),
    ("drive.proton.me", r"/."),
    ("cryptshare.com", r"/."),
    ("zivver.com", r"/."),
    ("workdrive.zoho.eu", r"/."),
    ("disk.yandex.com", r"/."),
    ("pcloud.com", r"/."),
    ("pcloud.link", r"/."),
    ("myairbridge.com", r"/."),
    ("sendgb.com", r"/."),
    ("gofile.io", r"/d/"),
)
# Where an organisation runs such a service itself, the path tells it.
_OWN_SERVICES = re.compile(r"(?:/index\.php)?/s/[a-z0-9]{12,20}(?:[/?#]|$)|/filesender/|/\?s=download&token=")
_OWN_HOSTS = re.compile(r"(?:^|\.)(?:filesender|surfdrive|nextcloud|owncloud|bestanden|cryptshare)\.")


def file_links(own_text: str, html: str = "", lies_elsewhere: bool = False) -> tuple[str, ...]:
    """Return the hosts, without "www.", on which the sender put files for us, at most MOST_LINKS.

    ``lies_elsewhere`` says that a part of the mail names a server instead of holding a file. What the
    mail quotes does not count; a link to a page or a form is no file.
    """
    html = html[:_MOST_CHARS].lower()
    quoted_at = min((at for mark in _QUOTED_HTML if (at := html.find(mark)) >= 0), default=len(html))
    seen = own_text[:_MOST_CHARS].lower() + "\n" + html[:quoted_at]
    hosts = ["another server"] if lies_elsewhere else []
    hosts += _hosts(seen) if "://" in seen else ()
    return tuple(dict.fromkeys(hosts))[:MOST_LINKS]


def _hosts(text: str) -> Iterator[str]:
    for number, link in enumerate(_LINK.finditer(text)):
        if number == _MOST_SEEN:
            return
        host, path = link[1].strip("."), link[2] or ""
        wrapped = _WRAPPED.search(path)
        inner = _LINK.match(unquote(wrapped[1])) if wrapped else None
        if inner is not None:  # a security gateway rewrote the link
            host, path = inner[1].strip("."), inner[2] or ""
        if _holds_files(host, path):
            yield host.removeprefix("www.")


def _holds_files(host: str, path: str) -> bool:
    for service, shared in _SERVICES:
        if host == service or host.endswith(f".{service}"):
            return re.match(shared, path) is not None
    return _OWN_SERVICES.match(path) is not None or _OWN_HOSTS.search(host) is not None
