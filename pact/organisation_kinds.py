"""What kind of body a name speaks of: words for it in the languages of the Pact's participants."""

from dataclasses import dataclass
from enum import StrEnum

from pact.vocabulary import Vocabulary, WordSeen


class Standing(StrEnum):
    """What a word says of the body that bears it, for the role of coordinator (Pact 2.1.3)."""

    GOVERNMENT = "government"
    PERHAPS = "perhaps"
    UNCLEAR = "unclear"
    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of body: what it is in plain words, its standing, and the words that say so."""

    what: str
    standing: Standing
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class KindSeen:
    """A kind, and the word of the name that speaks of it."""

    kind: Kind
    seen: WordSeen


KINDS: tuple[Kind, ...] = (
    Kind(
        "a municipality",
        Standing.GOVERNMENT,
        Vocabulary(
            "gemeente, gemeentelijke, gemeentebestuur, college van burgemeester, stadsbestuur, stadsdeel",
            "gemeinde*, *gemeinde, stadtverwaltung, gemeindeverwaltung, magistrat, zweckverband",
            "municipality, municipal council, city council, town council, parish council",
            "borough, borough council, district council, city government, city hall",
            "commune, communes, mairie, métropole, communauté de, communauté d, syndicat intercommunal",
            "kommune, kommuner, kommunen, kommunes, bykommune, storkommune, kommun, *kommun, *kommuns, bydel",
            "sveitarfélag*, bæjarfélag*, hyvinvointialue*",
            "comune, comuni, municipio, unione dei comuni, ayuntamiento, concello, ajuntament, concejo",
            "câmara municipal, município, junta de freguesia, primăria, comuna, municipiul",
            "gmina, gminy, urząd miasta, urząd miejski, urząd gminy, obec, obecní úřad, městský úřad",
            "občina, občine, općina, opština, opčina, mestna občina, magistrát, magistrátu",
            "kunta, kunnan, kaupunki, kaupungin, *kaupunki, linnavalitsus*, vallavalitsus*, vald",
            "savivaldyb*, pašvaldīb*, novads, önkormányzat*, polgármesteri hivatal",
            "δήμος, δήμου, δημος, община, столична община, belediye*, bashkia, *urborg, kunsill lokali",
        ),
    ),
    Kind(
        "a city or town",
        Standing.PERHAPS,
        Vocabulary(
            "city of, town of, village of, stadt, hansestadt, landeshauptstadt, kreisstadt, bundesstadt",
            "ville de, ville d, ville du, cité de, stad, stads, miasto, miasta, città di, città, ciudad de",
            "cidade de, město, města, mesto, mesta, linn, grad, pilsēta, miestas, miesto, orașul, város*",
            "πόλη, град, kaupunkiseutu",
        ),
    ),
    Kind(
        "a province, county or region with its own government",
        Standing.GOVERNMENT,
        Vocabulary(
            "provincie, provinsje, province of, province de, provincia, provinzia, provinz",
            "landkreis, *landkreis, kreisverwaltung, regierungsbezirk, freistaat, bundesland",
            "county of, county council, county administration, kanton, canton, cantone, chantun",
            "région, regione, comunidad autónoma, comunidad de, generalitat, diputación, diputació, cabildo",
            "gobierno, govern, xunta de, junta de, eusko jaurlaritza, foral, conseil régional",
            "conseil départemental, collectivité, préfecture, prefecture, prefettura, landschaftsverband",
            "fylkeskommune*, fylkesmann*, statsforvalter*, landsting*, länsstyrelse*, maakunta*, *maakunta",
            "regionalverband, urząd marszałkowski, urząd wojewódzki, województw*, powiat*, starostw*",
            "krajský úřad, samosprávny kraj, megye*, županij*, județ*, consiliul județean, περιφέρεια*",
            "област, областна администрация, regional council, regional government, state government",
            "state of, government of, freie und hansestadt, territory of",
        ),
    ),
    Kind(
        "a region or land",
        Standing.PERHAPS,
        Vocabulary(
            "regionen, kraj, kreis, county, lääni, län, bezirk, district of, regio, saarland",
            "land baden, land bayern, land berlin, land brandenburg, land bremen, land burgenland",
            "land hessen, land kärnten, land niedersachsen, land niederösterreich, land nordrhein",
            "land oberösterreich, land rheinland, land sachsen, land salzburg, land schleswig",
            "land steiermark, land thüringen, land tirol, land vorarlberg, land wien",
        ),
    ),
    Kind(
        "a water or safety authority",
        Standing.GOVERNMENT,
        Vocabulary("waterschap, hoogheemraadschap, wetterskip, water board, veiligheidsregio"),
    ),
    Kind(
        "a ministry",
        Standing.GOVERNMENT,
        Vocabulary(
            "ministry, minister*, *ministerium, *ministeriums, *ministeriet, ministrst*, ministarst*",
            "miniszt*, departementet, *departementet, *ráðuneyti*, υπουργείο*, министерств*",
            "regeringskansliet, cabinet office, chancellery, valtiovarain*",
        ),
    ),
    Kind(
        "a government",
        Standing.GOVERNMENT,
        Vocabulary(
            "government, gouvernement, regering, *regering, regierung, *regierung, rijksoverheid, overheid",
            "federale overheidsdienst, service public fédéral, service public de, vlaamse overheid",
            "openbaar ministerie, european commission, europese commissie, commission européenne",
            "european parliament, parliament, parlement, parlament, riksdag*, folketinget, stortinget",
            "bundesrat, bundestag, bundesrepublik, bundeskanzlei, bundesverwaltung, bundeswehr, landtag",
            "*behörde, *behörden, *staatskanzlei, landesamt*, landesbetrieb, landesverwaltung",
            "bundesamt*, *bundesamt, *bundesamtes, bundesagentur*, bundesanstalt*, bundesinstitut*",
            "beschaffungsamt, *ratsamt, valtioneuvosto, republic of, kingdom of, κυβέρνηση",
        ),
    ),
    Kind(
        "a public agency or authority",
        Standing.PERHAPS,
        Vocabulary(
            "agency, agence, agentschap, agentur, *agentur, agenzia, agencia, agência, agencja, agentūra",
            "agentúra, agentura, agentie, agenția, agenciji, agencija, aġenzija, ügynökség*, υπηρεσία",
            "агенция, служба, etat, teenistus, *teenistus, tarnyba, office of, οργανισμός",
            "authority, autorité, autoriteit, autoridad, autoridade, autorità, αρχή, directorate",
            "direktorat*, *direktoratet, directoraat*, direction, direzione, dirección, direção",
            "department, département, departement, departamento, dipartimento, departament*, departman",
            "myndighet*, *myndighet, *myndigheten, *verket, *styrelsen, styrelsen, *etaten, *tilsynet",
            "virasto, *virasto, *laitos, amet, *amet, *hivatal*, úřad, urząd, urzędu, úrad, *stofnun",
            "*amt, rijks*, rijksdienst*, statens, statlig*, federal, federale, fédéral, fédérale, inspectie",
            "inspectorate, inspektorat*, belastingdienst, kadaster, rekenkamer, court of audit, customs",
            "police, politie, polizei, politiet, policija, *politie, defensie, forsvaret, armed forces",
            "office fédéral, oficina, national procurement, commission for, *direktion",
        ),
    ),
    Kind(
        "a body that buys for several",
        Standing.UNCLEAR,
        Vocabulary(
            "shared service*, samenwerkingsverband, gemeenschappelijke regeling, inkooporganisatie",
            "inkoopcentrum, inkoopbureau, *fællesskab, indkøbsfællesskab, innkjøpssamarbeid*",
            "hankintakeskus, hankintayhtiö, hankintarengas, inköpscentral*",
            "centrale d achat, centrale d achats, centrale di committenza, central de compras",
            "einkaufsgemeinschaft, einkaufsgenossenschaft, vergabestelle",
            "purchasing body, purchasing organisation, purchasing organization",
            "procurement centre, procurement center, central purchasing, joint procurement, buying group",
        ),
    ),
    Kind("a council", Standing.UNCLEAR, Vocabulary("council, raad, conseil, consiglio, consejo")),
    Kind(
        "a university, school or research body",
        Standing.PUBLIC,
        Vocabulary(
            "universit*, *universit*, universidad*, uniwersytet*, univ, univerza, univerzit*, yliopisto",
            "*yliopisto, ülikool, *ülikool, sveučilište, egyetem*, πανεπιστήμιο*, университет*, háskóli*",
            "hochschule, *hochschule, hogeschool, högskola*, *högskola, høgskole*, høyskole*, *høyskole*",
            "politecnico, politechnika, polytechni*, college, collège, lycée, école, escuela, escola",
            "scuola, szkoła, škola, skole, *skolen, school, schools, schule, *schule, research centre",
            "institute of technology",
            "forschungszentrum, onderzoeksinstituut, academy, académie, akademie, academie",
        ),
    ),
    Kind(
        "a hospital or health body",
        Standing.PUBLIC,
        Vocabulary(
            "hospital*, hôpital, hôpitaux, hospices, *ziekenhuis, *ziekenhuizen, umc, klinik*, *klinik",
            "*klinikum, krankenhaus, *krankenhaus, *sykehus*, *sjukhus*, *sygehus*, szpital*, nemocnic*",
            "kórház*, sairaala, *sairaala, ospedal*, νοσοκομείο*, болница, slimnīca*, sptar",
            "nhs, health trust, helse*",
        ),
    ),
    Kind(
        "a museum, library, chamber or public utility",
        Standing.PUBLIC,
        Vocabulary(
            "museum, *museum, musée, museo, library, bibliothe*, bibliotek*, theatre, theater, *stadtwerke",
            "kamer van koophandel, chamber of commerce, *handelskammer, chambre de commerce",
            "woningcorporatie, housing association, water company, public broadcaster",
        ),
    ),
    Kind(
        "an association, foundation or network",
        Standing.PRIVATE,
        Vocabulary(
            "stichting, vereniging, *vereniging, verein, *verein, verband, *verband, initiative",
            "foundation, fondation, fundación, fundação, fondazione, stiftung, *stiftung, stiftelse*",
            "säätiö, *säätiö, association, associazione, asociación, associação, stowarzyszenie",
            "fundacja, yhdistys, *yhdistys, forening*, *forening, förening*, *förening, egyesület",
            "alapítvány, σύλλογος, alliance, allianz, alliantie, bündnis, federation, fédération",
            "federatie, federazione, confederation, coalition, coalitie, ngo, charity, cooperative",
            "coöperatie, genossenschaft, society, netwerk, netzwerk, network, forum, watch, observatoire",
            "friends of, club, platform, syndicat, vakbond, trade union, chapter, liga, league",
        ),
    ),
    Kind(
        "a company",
        Standing.PRIVATE,
        Vocabulary(
            "holding, holdings, company, bedrijf, bedrijven, firma, unternehmen, entreprise, impresa",
            "consultancy, consulting, consultants, ventures, enterprises, industries, group, groep, gruppe",
            "groupe, grupo, grupa, konsern, koncern, partners, brothers, sons, gebroeders, gebrüder",
            "creative agency, digital agency, marketing agency, advertising agency, travel agency",
            "employment agency, press agency, news agency, design agency, werbeagentur, reclamebureau",
        ),
    ),
)
"""In each row the words of one kind of body. No row decides anything: 2.1.3 is judged by a person."""


def kinds_in(name: str) -> list[KindSeen]:
    """Return the kinds that a name speaks of, one word each, in the order of the name.

    Where two begin at the same place the longer one speaks ("City Council", not "City"), and a
    museum speaks before what is a government only perhaps ("Rijksmuseum").
    """
    found = [KindSeen(kind, seen) for kind in KINDS if (seen := kind.vocabulary.find(name))]
    longest: dict[int, KindSeen] = {}
    for one in found:
        known = longest.get(one.seen.place)
        if known is None or _speaks_before(one, known):
            longest[one.seen.place] = one
    return [longest[place] for place in sorted(longest)]


def is_kind_word(folded_word: str) -> bool:
    """Whether a folded word alone names a kind of body, and so no body in particular."""
    return any(kind.vocabulary.has(folded_word) for kind in KINDS)


def is_government_word(folded_word: str) -> bool:
    """Whether a folded word alone names a government, or what is one more often than not."""
    rows = (kind for kind in KINDS if kind.standing in (Standing.GOVERNMENT, Standing.PERHAPS))
    return any(kind.vocabulary.has(folded_word) for kind in rows)


def _speaks_before(one: KindSeen, known: KindSeen) -> bool:
    longer = one.seen.word.count(" ") - known.seen.word.count(" ")
    return longer > 0 or (longer == 0 and known.kind.standing is Standing.PERHAPS)
