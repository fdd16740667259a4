"""Whether a title shows that its bearer may sign (Pact, Signing the Pact)."""

from pact.documents import ParticipationType
from pact.judgement import Answer, Judgement
from pact.vocabulary import Vocabulary

_PROCUREMENT = Vocabulary(
    "procurement*, purchas*, sourcing, buyer*, commercial, contracting, category manager*, supply chain",
    "inkoop*, *inkoop, *inkopen, inkopen, inkoper*, aanbested*, contractmanag*, categoriemanag*",
    "einkauf*, *einkauf, *einkäufer*, beschaffung*, *beschaffung, vergabe*, *vergabestelle, vergabewesen",
    "achat*, acheteur*, acheteuse*, commande publique, marchés publics, approvisionnement*",
    "innkjøp*, *innkjøp, anskaffels*, *anskaffelser, indkøb*, *indkøb, udbud*, inköp*, *inköp, upphandl*",
    "*upphandling, hankin*, *hankinta*, ostopäällikkö, hange*, hanke*, iepirkum*, pirkim*",
    "zamówie*, zakup*, zakaz*, zakáz*, nákup*, obstaráv*, beszerz*, közbeszerz*, javnih naročil, naročil*",
    "nabav*, acquist*, approvvigionament*, appalti, compras, contratación, contrataciones, adquisicion*",
    "compras públicas, aquisiç*, contratação, achiziți*, prokurim*, προμηθει*, обществени поръчки",
)

_POLICY = Vocabulary(
    "procurement policy, sustainab*, circular*, environment*, climate, green, policy, duurza*, *duurzaam*",
    "circulair*, klimaat, milieu, beleid*, *beleid, nachhaltig*, umwelt*, klima*, kreislauf*",
    "durable, durabilité, environnement*, écolog*, transition écologique, économie circulaire",
    "bærekraft*, miljø*, bæredygtig*, hållbar*, miljö*, cirkulär*, sirkulær*, kestäv*, ympäristö*",
    "zrównoważon*, środowisk*, udržiteln*, udržateľn*, fenntartható*, sostenib*, sustentab*, sostenibil*",
    "ambient*, trajnost*, održiv*, βιωσιμ*, устойчив*",
)

_ICT_LEAD = Vocabulary(
    "cio, cto, cdo, chief information officer, chief digital officer, chief technology officer",
    "ict, it direkt*, it direct*, it manager*, it leder, it chef*, it leiter*, it leitung, it sjef",
    "it päällikkö, head of it, director of it, it dienst*, it abteilung, digital*, numérique",
    "informatiemanag*, informatique, informatik*, informatica, informatyk*, informatics",
    "systèmes d information, dsi, tietohallin*",
)

_IN_CHARGE = Vocabulary(
    "director*, directeur*, directrice*, direktor*, direktør*, *direktør, direktör*, *direktör, direttor*",
    "diretor*, dyrektor*, ředitel*, riaditeľ*, igazgató*, direkcij*, johtaja, *johtaja, juhataja",
    "direktorius, διευθυντ*, директор*, chief executive*, ceo, cpo, coo, cfo",
    "managing director, general manager",
    "president*, présiden*, präsident*, *präsident*, voorzitter, chair*, secretary general, secretaris*",
    "secrétaire général*, generalsekret*, kanzler*, chancellor, kansler, minister, ministre, state secretary",
    "mayor, burgemeester, bürgermeister*, *bürgermeister*, maire, sindaco, alcalde, alcaldesa, burmistrz",
    "starosta, primátor*, polgármester*, župan, ordfører, borgmester, δήμαρχος, кмет, wethouder, schepen",
    "geschäftsführ*, *leiter, *leiterin, rådmann, kommunedirektør, city manager, county executive, governor",
    "commissioner, jegyző, main executive, daglig leder, vd, verkställande*, toimitusjohtaja",
)


def shows_responsibility(title: str, participation_type: ParticipationType | None) -> Judgement:
    """Return whether the title shows who should sign: whoever answers for ICT procurement, or, for
    a coordinating organisation, for procurement policy or sustainability.

    YES also for those in charge of ICT or of the whole. A soft check: titles differ from country
    to country, and CANNOT_TELL is a remark for a person and nothing the applicant has to mend.
    """
    coordinates = participation_type in (ParticipationType.COORDINATING, ParticipationType.BOTH)
    for speaks_of, vocabulary in _COORDINATORS if coordinates else _PROCURERS:
        seen = vocabulary.find(title)
        if seen is not None:
            return Judgement(Answer.YES, f'"{seen.word}" speaks of {speaks_of}.')
    wanted = ", ".join(speaks_of for speaks_of, _ in (_COORDINATORS if coordinates else _PROCURERS))
    return Judgement(Answer.CANNOT_TELL, f'"{title}" speaks of none of these: {wanted}.')


_PROCURERS = (
    ("procurement", _PROCUREMENT),
    ("being in charge of ICT", _ICT_LEAD),
    ("being in charge of the whole", _IN_CHARGE),
)
_COORDINATORS = (*_PROCURERS, ("policy or sustainability", _POLICY))
