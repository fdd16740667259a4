"""Mail domains by themselves: which are open to anybody, and which label of one is its owner's."""

# fmt: off
# Under any ending: gmx.de, gmx.ch and gmx.net give an address to whoever asks.
_FREE_MAIL_LABELS = frozenset({
    "gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "ymail", "icloud", "aol", "gmx",
    "proton", "protonmail", "tutanota", "tuta", "zoho", "zohomail", "fastmail", "hushmail", "posteo",
    "yandex", "mailbox", "wanadoo", "t-online", "freenet", "arcor", "btinternet",
    "rediffmail",
})
_FREE_MAIL_DOMAINS = frozenset({
    "me.com", "mac.com", "mail.com", "email.com", "pm.me", "web.de", "email.de", "orange.fr", "laposte.net",
    "free.fr", "sfr.fr", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl", "xs4all.nl",
    "home.nl", "casema.nl", "telenet.be", "skynet.be", "proximus.be", "libero.it", "virgilio.it",
    "tiscali.it", "alice.it", "tin.it", "seznam.cz", "email.cz", "centrum.cz", "wp.pl", "o2.pl",
    "interia.pl", "onet.pl", "op.pl", "poczta.fm", "freemail.hu", "citromail.hu", "abv.bg", "mail.bg",
    "sapo.pt", "online.no", "telia.com", "spray.se", "bluewin.ch", "hispeed.ch", "comcast.net",
    "verizon.net", "sky.com", "talktalk.net", "virginmedia.com", "eircom.net", "bigpond.com", "mail.ru",
    "bk.ru", "list.ru", "inbox.ru", "inbox.lv", "ukr.net", "qq.com", "163.com", "126.com", "naver.com",
    "luukku.com", "suomi24.fi", "otenet.gr", "post.cz", "azet.sk", "siol.net",
})
# Second levels under which a country gives out names.
_SECOND_LEVELS = frozenset({
    "co", "com", "org", "net", "gov", "gouv", "gob", "gub", "gv", "go", "govt", "ac", "edu", "or", "nhs",
    "police", "mil", "sch", "asso", "kommune", "gc", "ltd", "plc",
})
# Homes of many bodies: the label before them names the body.
_SHARED_HOMES = (
    "bund.de", "overheid.nl", "europa.eu", "admin.ch", "fgov.be", "belgium.be", "dep.no", "govt.nz",
)
# fmt: on


def is_free_mail(domain: str) -> bool:
    """Whether anybody can have an address there, so that it says nothing of an organisation."""
    bare = _bare(domain)
    return bare in _FREE_MAIL_DOMAINS or owner_label(bare) in _FREE_MAIL_LABELS


def owner_label(domain: str) -> str:
    """Return the label that its owner chose: "utrecht" of inkoop.utrecht.nl, empty if there is none.

    Labels further left do not count, since the owner of any domain may write a city's name
    there. An international label comes back in its own letters.
    """
    bare = _bare(domain)
    home = next((home for home in _SHARED_HOMES if bare.endswith(f".{home}")), None)
    labels = bare.removesuffix(f".{home}").split(".") if home else bare.split(".")[:-1]
    if len(labels) > 1 and (labels[-1] in _SECOND_LEVELS or _is_italian_province(bare, labels[-1])):
        labels.pop()
    return _own_letters(labels[-1]) if labels else ""


def _bare(domain: str) -> str:
    return domain.strip().strip(".").lower()


def _is_italian_province(domain: str, label: str) -> bool:
    # Italian towns have names below their province's: comune.castelnuovo.mc.it.
    return domain.endswith(".it") and len(label) == 2


def _own_letters(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label
