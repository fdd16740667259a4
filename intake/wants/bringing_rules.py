"""Phrases by which people say what they bring: a signed Pact, a report, a plan, a tender to come."""

from intake.wants.want import Want
from intake.wants.want_rules import WantRule

BRINGING: tuple[WantRule, ...] = (
    WantRule(
        Want.APPLICATION,
        "It brings a signed Pact or says that an organisation wants to join.",
        {
            "en": """
                <attached> ... signed .. <pact>/copy | signed .. <pact> .. attached/enclosed
                <pact> .. signed by .. attached/enclosed | <attached> ... <pact> .. signed
                wish*/want*/like/intend* to join/sign the .. <pact>
                wish*/want*/like to participate .. <pact> | join/participate as a _ procuring/coordinating
                become a participant/supporter | apply to join/participate
                letter of support .. attached/enclosed | <attached> ... letter of support
                <attached> .. our signature | <attached> ... countersigned/undersigned/executed .. <pact>
                like/love/wish*/want* to become/be/join .. participant/member/supporter/<pact>
                keen/hope/hopes/intend* to become/be/join .. participant/member/supporter/<pact>
                like/love/wish*/want* to join/support/endorse the .. <pact>
                interested in joining/becoming .. <pact>/participant | signed copy/version/pact
                send/sending/sends .. <pact> .. signed | <attached> ... signed .. form/document/declaration
                delighted/pleased/happy/glad/proud to join
                """,
            "nl": """
                <attached> ... getekend*/ondertekend* .. <pact> | getekende/ondertekende <pact>
                <pact> .. ondertekend/getekend .. bijlage/bijgaand
                <attached> ... steunbrief/steunverklaring/adhesiebetuiging
                willen/wil/wensen graag deelnemen | willen/wil .. deelnemen/aansluiten .. <pact>
                nemen deel als _ inkopende/coordinerende | aanmelden/aansluiten als _ deelnemer
                toetreden tot _ <pact>
                wil/willen/wensen .. aansluiten/aanmelden/toetreden/meedoen/deelnemen .. <pact>
                <pact> .. aansluiten/meedoen/deelnemen/toetreden
                getekende/ondertekende exemplaar/kopie/versie/pact/scan
                stuur/sturen/zend/zenden .. ondertekende/getekende .. <pact>
                <attached> ... ondertekende/getekende .. formulier/document/verklaring
                <attached> ... ondertekend/getekend .. formulier/document/verklaring
                doen/doe graag mee met/aan _ <pact>
                """,
            "de": """
                <attached> ... unterschrieben*/unterzeichnet* .. <pact>
                unterschriebene*/unterzeichnete* <pact>
                <attached> ... unterstutzungsschreiben/unterstutzungserklarung
                mochten/wollen/wunschen .. <pact> .. beitreten/teilnehmen/anschliessen | beitritt zum <pact>
                mochten/wollen als .. beitreten/teilnehmen | treten .. <pact> _ bei
                <pact> .. gerne/gern .. beitreten/teilnehmen/anschliessen
                <pact> .. beitreten/anschliessen/beizutreten
                unterschriebene/unterzeichnete exemplar/fassung/kopie/dokument
                unterschriebenes/unterzeichnetes exemplar
                sende/senden/schicke/schicken .. unterzeichneten/unterschriebenen .. <pact>
                <attached> ... unterschriebene*/unterzeichnete* .. formular/dokument/erklarung
                freuen uns _ dabei
                """,
            "fr": """
                <attached> ... <pact> .. signe/signee/signes | <pact> _ signe
                <attached> ... lettre de soutien
                souhait*/voul*/desir* .. adherer/rejoindre/participer .. <pact>
                souhait*/desir*/voul* adherer/participer en tant/qualite
                souhait*/desir*/voul* adherer/participer comme | adhesion .. au <pact> .. ci joint*
                aimer*/souhait*/voudr*/desir* rejoindre/integrer/adherer/signer/soutenir .. <pact>
                exemplaire/copie signe/signee | envoyer/envoie/envoyons/adresser .. <pact> .. signe
                <attached> ... formulaire/document .. signe | ravis/heureux/fiers de rejoindre
                """,
            "no": """
                <attached> ... signert*/underskreven/underskrevet/underskrivne .. <pact>
                signerte/signert/underskrevne <pact> | <attached> ... <pact> .. signert/underskrevet
                <attached> ... stottebrev/støtteerklæring
                onsker/ynskjer/ønskjer/vil å bli .. deltaker/deltakar | onsker/ynskjer/ønskjer .. delta som
                onsker/ynskjer/vil .. slutte/bli .. <pact> | onsker/vil .. delta .. <pact>
                vil/ønsker/onsker/ønskjer .. bli med/delta i <pact> | slutte oss/seg til <pact>
                signert/underskrevet/underskrive eksemplar/kopi
                sender/oversender/sende .. <pact> .. signert/underskrevet/underskrive
                <attached> ... signerte/underskrevne/signert .. skjema*/dokument*
                gleder/gler oss .. bli med
                """,
            "es": """
                <attached> ... <pact> .. firmad* | <pact> _ firmado | <attached> ... carta de apoyo
                dese*/quer*/quisiera* .. participar/adherir*/unir* .. <pact>/como
                adherirnos/unirnos al <pact>
                gustaria/dese*/quer*/quisiera* .. sumar*/unir*/adherir*/incorporar* .. <pact>
                ejemplar/copia firmado/firmada | envio/enviamos/mando/remito .. <pact> .. firmado
                <attached> ... formulario/documento .. firmado
                alegra/encantados/orgullo .. unirnos/sumarnos
                """,
            "sv": """
                <attached> ... undertecknad*/signerad* .. <pact>
                <attached> ... <pact> .. undertecknad*/signerad* | vill .. ansluta/delta .. <pact>
                """,
            "da": """
                <attached> ... underskrev*/signered* .. <pact> | <attached> ... <pact> .. underskrev*
                ønsker .. tilslutte/deltage .. <pact>
                """,
            "it": """
                <attached> ... <pact> .. firmat*/sottoscritt*
                desider*/vogliamo .. aderire/partecipare .. <pact>/come
                """,
            "pl": """
                <attached> ... podpisan* .. <pact> | <attached> ... <pact> .. podpisan*
                chc* .. przystapic/dolaczyc .. <pact>
                """,
        },
    ),
    WantRule(
        Want.REPORT,
        "It brings a yearly report.",
        {
            "en": """
                <attached> ... <report> | <report> ... <attached>
                pleased/glad/happy/delighted to submit/send/share/present .. <report>
                hereby submit .. <report>
                """,
            "nl": """
                <attached> ... <report> | <report> ... <attached> | vindt/treft/ontvangt u .. <report>
                ingesloten ... <report>
                """,
            "de": """
                <attached> ... <report> | <report> ... <attached> | anliegend/anbei/beiliegend ... <report>
                """,
            "fr": """
                <attached> ... <report> | <report> ... <attached> | annexe/annexee ... <report>
                <report> ... annexe/joint | trouverez .. <report> | sous ce pli ... <report>
                """,
            "no": """
                <attached> ... <report> | <report> ... <attached>
                sender/legger/legg ved/med/dere/dykk .. <report>
                """,
            "es": """
                <attached> ... <report> | <report> ... <attached> | hacemos/hago llegar .. <report>
                mando/mandamos/hacemos .. <report>
                """,
            "sv": "<attached> ... <report> | <report> ... <attached>",
            "da": "<attached> ... <report> | <report> ... <attached>",
            "it": "<attached> ... <report> | <report> ... <attached>",
            "pl": "<attached> ... <report> | <report> ... <attached>",
        },
    ),
    WantRule(
        Want.ACTION_PLAN,
        "It brings an action plan.",
        {
            "en": """
                <attached> ... <plan> | <plan> ... <attached>
                pleased/glad/happy/delighted to submit/send/share/present .. <plan>
                hereby submit .. <plan>
                """,
            "nl": """
                <attached> ... <plan> | <plan> ... <attached> | vindt/treft/ontvangt u .. <plan>
                ingesloten ... <plan>
                """,
            "de": """
                <attached> ... <plan> | <plan> ... <attached> | anliegend/beiliegend ... <plan>
                """,
            "fr": """
                <attached> ... <plan> | <plan> ... <attached> | annexe/annexee ... <plan>
                trouverez .. <plan> | sous ce pli ... <plan>
                """,
            "no": """
                <attached> ... <plan> | <plan> ... <attached>
                sender/legger/legg ved/med/dere/dykk .. <plan>
                """,
            "es": """
                <attached> ... <plan> | <plan> ... <attached> | hacemos/hago llegar .. <plan>
                mando/mandamos .. <plan>
                """,
            "sv": "<attached> ... <plan> | <plan> ... <attached>",
            "da": "<attached> ... <plan> | <plan> ... <attached>",
            "it": "<attached> ... <plan> | <plan> ... <attached>",
            "pl": "<attached> ... <plan> | <plan> ... <attached>",
        },
    ),
    WantRule(
        Want.TENDER,
        "It wants a tender put on the shared calendar.",
        {
            "en": """
                tender/tenders/procurement/tendering .. calendar | calendar ... tender/tenders/procurement
                calendar .. tender/procurement | list/add/include .. tender .. calendar
                """,
            "nl": """
                aanbestedingskalender/aanbestedingenkalender | aanbesteding* ... kalender
                kalender ... aanbesteding*
                """,
            "de": """
                ausschreibungskalender*/vergabekalender*/beschaffungskalender*
                ausschreibung*/vergabe* ... kalender | kalender ... ausschreibung*
                """,
            "fr": "calendrier ... appel*/marche*/achats | appel*/marche* ... calendrier",
            "no": """
                anbudskalender*/innkjøpskalender*/anskaffelseskalender* | anbud*/anskaffels* ... kalender*
                kalender* ... anbud*
                """,
            "es": """
                calendario ... licitacion*/contratacion/compras | licitacion* ... calendario
                """,
            "sv": "upphandlingskalender* | upphandling* ... kalender*",
            "da": "udbudskalender* | udbud* ... kalender*",
            "it": "calendario ... gare/gara/appalti | gara/appalto ... calendario",
            "pl": "kalendarz* ... przetarg* | przetarg* ... kalendarz*",
        },
        asks=True,
    ),
    WantRule(
        Want.TENDER,
        "It tells of a tender to come.",
        {
            "en": """
                plan*/going/intend* to .. tender | publish* .. tender/tenders
                upcoming/planned/new .. tender/tenders
                """,
            "nl": """
                plannen/starten/publiceren/voorbereiden .. aanbesteding* | geplande/nieuwe aanbesteding*
                """,
            "de": "planen .. ausschreibung* | geplante/neue ausschreibung*",
            "fr": "prevo* .. appel* d'offres | lancer/lancerons .. appel* d'offres",
            "no": "planlegg* .. anbud* | lyse ut .. anbud*",
            "es": """
                prevista/previsto .. licitacion* | licitacion* .. prevista | publicar .. licitacion*
                """,
        },
        sure=False,
    ),
    WantRule(
        Want.REPORT,
        "It brings something that may be a report.",
        {
            "en": "<attached> ... report | report ... attached",
            "nl": "<attached> ... rapport/verslag/rapportage",
            "de": "<attached> ... bericht",
            "fr": "<attached> ... rapport",
            "no": "<attached> ... rapport*",
            "es": "<attached> ... informe/memoria",
        },
        sure=False,
    ),
    WantRule(
        Want.ACTION_PLAN,
        "It names an action plan that may come with it.",
        {
            "en": "<plan> ... promised/see/pdf",
            "nl": "<plan> ... beloofd/zie/pdf",
            "de": "<plan> ... versprochen/siehe/pdf",
            "fr": "<plan> ... promis/voir/pdf",
            "no": "<plan> ... lovet/lova/se/pdf",
            "es": "<plan> ... prometido/ver/pdf",
        },
        sure=False,
    ),
)
"""What is brought. A question takes the sureness from each of them, but from a rule that asks."""
