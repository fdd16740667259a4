"""Phrases by which people say what they bring: a signed Pact, a report, a plan, a tender to come."""

from intake.wants.want import Want
from intake.wants.want_rules import DENIALS, WantRule

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
                <attached> .. our signature
                """,
            "nl": """
                <attached> ... getekend*/ondertekend* .. <pact> | getekende/ondertekende <pact>
                <pact> .. ondertekend/getekend .. bijlage/bijgaand
                <attached> ... steunbrief/steunverklaring/adhesiebetuiging
                willen/wil/wensen graag deelnemen | willen/wil .. deelnemen/aansluiten .. <pact>
                nemen deel als _ inkopende/coordinerende | aanmelden/aansluiten als _ deelnemer
                toetreden tot _ <pact>
                """,
            "de": """
                <attached> ... unterschrieben*/unterzeichnet* .. <pact>
                unterschriebene*/unterzeichnete* <pact>
                <attached> ... unterstutzungsschreiben/unterstutzungserklarung
                mochten/wollen/wunschen .. <pact> .. beitreten/teilnehmen/anschliessen | beitritt zum <pact>
                mochten/wollen als .. beitreten/teilnehmen | treten .. <pact> _ bei
                """,
            "fr": """
                <attached> ... <pact> .. signe/signee/signes | <pact> _ signe
                <attached> ... lettre de soutien
                souhait*/voul*/desir* .. adherer/rejoindre/participer .. <pact>
                souhait*/desir*/voul* adherer/participer en tant/qualite
                souhait*/desir*/voul* adherer/participer comme | adhesion .. au <pact> .. ci joint*
                """,
            "no": """
                <attached> ... signert*/underskreven/underskrevet/underskrivne .. <pact>
                signerte/signert/underskrevne <pact> | <attached> ... <pact> .. signert/underskrevet
                <attached> ... stottebrev/støtteerklæring
                onsker/ynskjer/ønskjer/vil å bli .. deltaker/deltakar | onsker/ynskjer/ønskjer .. delta som
                onsker/ynskjer/vil .. slutte/bli .. <pact> | onsker/vil .. delta .. <pact>
                """,
            "es": """
                <attached> ... <pact> .. firmad* | <pact> _ firmado | <attached> ... carta de apoyo
                dese*/quer*/quisiera* .. participar/adherir*/unir* .. <pact>/como
                adherirnos/unirnos al <pact>
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
        dict.fromkeys(DENIALS, "<attached> ... <report> | <report> ... <attached>"),
    ),
    WantRule(
        Want.ACTION_PLAN,
        "It brings an action plan.",
        dict.fromkeys(DENIALS, "<attached> ... <plan> | <plan> ... <attached>"),
    ),
    WantRule(
        Want.ALREADY_SENT,
        "It says that what was asked for has been sent before.",
        {
            "en": """
                already _ sent/mailed/emailed/submitted/delivered
                already _ provided/posted/forwarded/returned/uploaded
                sent/mailed/emailed/submitted/delivered/provided .. already/earlier/before
                sent .. last week/month | as .. wrote/said/told/explained before
                went to you/out on/last/in
                """,
            "nl": """
                al/reeds/eerder .. gestuurd/verstuurd/verzonden/opgestuurd/toegestuurd
                al/reeds/eerder .. gemaild/ingeleverd/aangeleverd/ingediend/ingestuurd
                gestuurd/verstuurd .. al
                """,
            "de": """
                bereits/schon/langst .. geschickt/gesendet/ubersandt/ubermittelt/eingereicht/zugesandt
                bereits/schon/langst .. verschickt/gemailt/zugeschickt
                bereits/schon/langst .. abgegeben/geschickt/zugestellt/vorgelegt
                """,
            "fr": "deja .. envoye*/transmis*/adresse*/remis*/fourni*/depose*/parvenir",
            "no": """
                allerede/allereie/alt .. sendt/levert/oversendt/innsendt/innlevert/sende
                sendt/levert .. allerede/alt
                """,
            "es": """
                ya .. enviamos/enviado/enviada/envie/enviaron/remitimos
                ya .. remitido/mandamos/mandado/presentado/presentamos/entregamos/entregado
                """,
            "sv": "redan .. skickat/skickats/sant/lamnat",
            "da": "allerede .. sendt/indsendt/afleveret",
            "it": "gia .. inviat*/mandat*/trasmess*/spedit*/consegnat*",
            "pl": "juz .. wysl*/przesl*/wyslan*/dostarcz*",
        },
    ),
    WantRule(
        Want.TENDER,
        "It wants a tender put on the shared calendar.",
        {
            "en": """
                tender/tenders/procurement/tendering .. calendar | calendar ... tender/tenders/procurement
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
)
"""What is brought. A question takes the sureness from each of them, but from a rule that asks."""
