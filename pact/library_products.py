"""The product groups and schemes that a title or question names, in the languages of the library."""

import re
from functools import lru_cache

from pact.folding import fold

_GROUPS: dict[str, str] = {
    "refurbished": "refurbish, remanufactur, reconditionn, reacondicionad, gereviseerd, wiederaufbereit, "
    "aufgearbeitet, generaluberholt, segunda mano, oppusset, ombrukt, brukte",
    "laptops": "laptop, notebook, portable computer, ordinateurs portable, ordinateur portable, pc portable, "
    "portatil, tragbar, baerbar, draagbare",
    "desktops": "desktop, stationary computer, pc fixe, pc s fixe, ordinateur fixe, "
    "ordinateurs fixe, sobremesa, stasjonaer, arbeitsplatzrechner, thin client, all in one",
    "smartphones": "smartphone, mobile phone, telephone mobile, telephones mobile, mobiltelefon, "
    "mobiele telefoon, telefono movil, telefonos movil, handset, handy",
    "tablets": "tablet, slate, nettbrett",
    "monitors": "monitor , monitors, monitore, display , displays, beeldscherm, bildschirm, ecran, skjerm, "
    "pantalla",
    "servers": "server , servers, serveur, servidor, serverr",
    "data centres": "data cent, datacent, rechenzentr, centre de donnees, centres de donnees, "
    "centro de datos, datasenter, hebergement",
    "printers": "printer, printing, imaging equipment, imprimante, d impression, drucker, impresora, skriver",
    "networks": "network equipment, networking, router, reseau, netwerkapparatuur, netzwerk",
    "keyboards": "keyboard, tastatur, toetsenbord, clavier, teclado",
}

_SCHEMES: tuple[tuple[str, str], ...] = (
    ("TCO Certified", r"\btco\b"),
    ("EPEAT", r"\bepeat\b|ieee 1680"),
    ("ENERGY STAR", r"energy star"),
    ("Blauer Engel", r"blauer engel|blue angel|\bde uz\b|\bblaa engel\b"),
    ("Nordic Swan", r"nordic swan|svanemerke|svanen"),
    ("EU Ecolabel", r"eu ecolabel|\becolabel\b"),
    ("EU GPP", r"\beu gpp\b|\bgpp criteria\b|swd \d{4}"),
    ("EU energy label", r"energy labell?ing|energy label|energielabel|energimerk"),
    ("EU ecodesign", r"ecodesign|okodesign|ecoconception|ecodiseno"),
    ("MVI-criteria", r"\bmvi\b|milieucriteria|pianoo"),
    ("UK GBS", r"government buying standard"),
    ("Electronics Watch", r"electronics watch"),
    ("CFIT", r"\bcfit\b|circular and fair ict|circular fair ict"),
    ("EU regulation", r"\bregulation eu\b|verordnung eu|verordening eu|reglement ue|reglamento ue"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _SCHEMES)


_STEMS = tuple((group, tuple(f" {stem}" for stem in stems.split(", "))) for group, stems in _GROUPS.items())


@lru_cache(maxsize=20_000)
def product_groups_in(text: str) -> tuple[str, ...]:
    """Return the product groups that a short text names (500 characters), in a fixed order."""
    folded = f" {fold(text)} "
    return tuple(group for group, stems in _STEMS if any(stem in folded for stem in stems))


@lru_cache(maxsize=20_000)
def schemes_in(text: str) -> tuple[str, ...]:
    """Return the schemes that a short text names, such as TCO Certified, the narrower first."""
    folded = fold(text)
    return tuple(name for name, pattern in _PATTERNS if pattern.search(folded))
