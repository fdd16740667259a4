"""Made-up honest senders as they write: outsourced mail, groups of companies, joint IT, abbreviations."""

from pact.sender_signs import KnownSender, KnownSenders, SeenSender

OURS = frozenset({"cfit-secretariat.org"})

REGISTER: tuple[KnownSender, ...] = tuple(
    KnownSender(name, frozenset(domains.split()))
    for name, domains in (
        ("Gemeente Waterhoven", "waterhoven.nl"),
        ("Gemeente Waterhove", "waterhove.be"),
        ("Gemeente Oosterlo", "oosterlo.nl"),
        ("Gemeente Westerlo", "westerlo.nl"),
        ("Provincie Hoogland", "provinciehoogland.nl"),
        ("Waterschap De Linge Oost", "lingeoost.nl"),
        ("Ministerie van Grondstoffen en Kringlopen", "mingk.nl"),
        ("Stichting De Wende", "dewende.org"),
        ("Stadt Müllenbach", "muellenbach.de"),
        ("Landkreis Größenau", "kreis-groessenau.de"),
        ("Universität Sankt Ägidien", "uni-aegidien.de"),
        ("Bundesamt für Beschaffung und Kreislaufwirtschaft", "bbk.bund.de"),
        ("Ville de Saint-Rémy-sur-Aisne", "saintremysuraisne.fr"),
        ("Communauté de communes du Val d'Opale", "cc-valdopale.fr"),
        ("Fjordvik kommune", "fjordvik.kommune.no"),
        ("Ås kommune", "as.kommune.no"),
        ("Havnes Eiendom KF", "havnes-eiendom.no"),
        ("Ayuntamiento de Villaserena", "villaserena.es"),
        ("Borough of Eastmarsh", "eastmarsh.gov.uk"),
        ("Port Maclean City Council", "portmaclean.gov.uk"),
        ("Valley Hospitals Trust", "valleyhospitals.nhs.uk"),
        ("Baltic Grid Services AS", "balticgrid.lv"),
        ("GreenOffice Leasing B.V.", "greenoffice.nl"),
        ("Nordlicht Energie AG", "nordlicht.de nordlicht-energie.de"),
    )
)

# address, display name, Reply-To, and the organisation on record that the mail is about (or nothing)
_HONEST = """
ida.holm@waterhoven.nl | Ida Holm | |
inkoop@waterhoven.nl | Gemeente Waterhoven | inkoop@waterhoven.nl |
j.smit@mail.waterhoven.nl | J. Smit (Waterhoven) | |
info@oosterlo.nl | Gemeente Oosterlo | |
info@westerlo.nl | Gemeente Westerlo | | Gemeente Westerlo
a.vos@bedrijfsvoering-delinge.nl | Vos, A. | |
servicedesk@shared-it-hoogland.nl | Servicedesk | |
r.bos@provinciehoogland.nl | Bos, Roos | r.bos@provinciehoogland.nl | Provincie Hoogland
p.dijk@lingeoost.nl | Pleun Dijk - Linge Oost | |
k.vaessen@mingk.nl | Karim Vaessen (MinGK) | | Ministerie van Grondstoffen en Kringlopen
noreply@esign-service.eu | Karim Vaessen via eSign | k.vaessen@mingk.nl |
contact@dewende.org | Stichting De Wende | |
ute.langhof@muellenbach.de | Dr. Ute Langhof | | Stadt Müllenbach
stadt@stadt-neufeld.de | Stadt Neufeld | |
post@muehlenbach.de | Gemeinde Mühlenbach | |
beschaffung@kreis-groessenau.de | Landkreis Größenau, Beschaffung | |
info@kreis-grosshain.de | Landkreis Großhain | |
dekanat@uni-aegidien.de | Dekanat | |
it@uni-albrechtsburg.de | Rechenzentrum | |
einkauf@bbk.bund.de | BBK Einkauf | |
einkauf@bba.bund.de | BBA Einkauf | |
mairie@saintremysuraisne.fr | Mairie | | Ville de Saint-Rémy-sur-Aisne
achats@cc-valdopale.fr | CC Val d'Opale | |
achats@cc-valdazur.fr | CC Val d'Azur | |
mairie.petitbourg@orange.fr | Mairie de Petit-Bourg | |
postmottak@fjordvik.kommune.no | Fjordvik kommune | |
postmottak@fjordvika.kommune.no | Fjordvika kommune | |
sindre@ikt-fjordane.no | Sindre Aakervik | | Fjordvik kommune
post@as.kommune.no | Ås kommune | |
post@os.kommune.no | Os kommune | |
ola@havnes-eiendom.no | Ola Nes | |
alcaldia@villaserena.es | Ayuntamiento de Villaserena | |
contratacion@villamayor.es | Ayuntamiento de Villamayor | |
owain@eastmarsh.gov.uk | Owain Teller | |
bids@westmarsh.gov.uk | Borough of Westmarsh | |
clerk@portmaclean.gov.uk | City Clerk | | Port Maclean City Council
clerk@portmalden.gov.uk | City Clerk | |
supplies@valleyhospitals.nhs.uk | Supplies | |
supplies@valehospitals.nhs.uk | Supplies, Vale Hospitals | |
mareks@balticgrid.lv | Mareks | |
legal@baltic-grid-holding.com | Baltic Grid Holding | |
sales@greenoffice.nl | GreenOffice Leasing | |
ceo@greenofficegroup.com | GreenOffice Group | | GreenOffice Leasing B.V.
m.ritter@nordlicht.de | Ritter, Max | | Nordlicht Energie AG
m.ritter@nordlicht-energie.de | Ritter, Max | | Nordlicht Energie AG
m.ritter@nordlicht.at | Ritter, Max | | Nordlicht Energie AG
circular@ictalliance.eu | Circular ICT Alliance | |
jan@mingrondstoffen.nl | Jan de Boer (contact CFIT) | |
fair-ict@havenstad.nl | Fair ICT team Havenstad | |
secretariaat@havenstad.nl | Secretariaat Havenstad | |
no-reply@mailing-tool.com | Gemeente Nieuwhaven | communicatie@nieuwhaven.nl |
bounce@survey-tool.com | Nieuwhaven | j@nieuwhaven.nl |
office@rathaus-online.de | Rathaus Neuburg | |
team@circularcity.dk | Team Circular City | |
maria.rossi@comune.borgoalto.mc.it | Maria Rossi | |
protocollo@pec.comune.borgoalto.mc.it | Protocollo | |
jana@um.zoltowiec.pl | Urząd Miasta Żółtowiec | |
helle@holm-kommune.dk | Helle Holm | |
per@region-syd.dk | Region Syd | |
t@dewende.nl | De Wende Nederland | |
"""


def honest_senders() -> list[tuple[SeenSender, KnownSenders]]:
    """Return sixty honest senders, each with whom the secretariat knows."""
    by_name = {known.name: known for known in REGISTER}
    senders = []
    for line in _HONEST.strip().splitlines():
        address, name, reply_to, about = (piece.strip() for piece in line.split("|"))
        known = KnownSenders(OURS, REGISTER, by_name[about] if about else None)
        senders.append((SeenSender(address, name, reply_to), known))
    return senders
