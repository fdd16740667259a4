"""Phrases by which people say that they leave, are not the right person, or were misread."""

from intake.wants.want import Want
from intake.wants.want_rules import WantRule

TELLING: tuple[WantRule, ...] = (
    WantRule(
        Want.TERMINATION,
        "It says that a participation in the Pact ends (6.6.1).",
        {
            "en": """
                end/ends/ending/ended/terminate* .. our/its/their/my/the/of/from _ <participation>
                terminating/cancel*/discontinu* .. our/its/their/my/the/of/from _ <participation>
                stop/stopping/withdraw* .. our/its/their/my/the/of/from _ <participation>
                withdraw*/resign*/retire*/retiring from _ <pact>
                leave/leaving/exit/exiting/quit/quitting the <pact> | step/pull/opt/back out/down _ <pact>
                no longer .. participate/participating/participant/member
                no longer .. take/taking/be/being part | do not .. participate/participating any longer/more
                withdrawal from _ <pact> | notice of termination .. <participation>/pact
                """,
            "nl": """
                zeg/zegt/zeggen .. <participation> .. op
                beeindig*/opzeg*/stoppen/staken .. <participation> | <participation> .. beeindig*/opzeg*
                <participation> .. stop te zetten | stopt/stop/stoppen met _ <pact>
                stoppen met _ <participation> | terugtrekken uit _ <pact> | terug te trekken uit _ <pact>
                trekken/trekt .. terug uit _ <pact> | treden/treedt uit _ <pact>
                uit _ <pact> stappen/treden/terugtrekken | uit _ <pact> te stappen/treden
                stappen/stapt .. uit _ <pact> | niet langer/meer .. deelnemen/meedoen/deelnemer
                niet langer/meer .. mee doen
                """,
            "de": """
                kundig* .. <participation> | <participation> .. kundig*/beenden/beendet/aufkundigen
                beend* .. <participation> | austritt* aus _ <pact>
                aus _ <pact> .. austreten/auszutreten/ausscheiden/zuruckziehen/aus
                treten/tritt aus _ <pact> _ aus | nicht mehr/langer .. teilnehmen/teilzunehmen/beteiligen
                scheid* .. <pact> .. aus
                """,
            "fr": """
                mettre/mettons/met/mettent fin .. <participation> | retir* du <pact>
                se/nous retir* .. <pact> | quitte/quitter/quittons/quittent .. <pact> | retrait du <pact>
                ne .. plus .. participer/partie/participant | n .. plus .. participer/partie
                resili* .. <participation> | cess* .. <participation>
                """,
            "no": """
                avslutt* .. <participation> | si/sier/seier .. opp .. <participation>
                melder/melde/meld .. ut av <pact> | utmelding* _ <pact>
                trekke/trekker/trekkjer/trekkje oss/seg .. <pact> | tre/trer/trår ut av <pact>
                ikke/ikkje .. lenger/lengre .. delta | ikke/ikkje delta lenger
                """,
            "es": """
                pone/ponemos/poner fin .. <participation> | abandon*/dejar/dejamos/deja el <pact>
                retir* del <pact> | darnos/darse/dar de baja .. <pact> | baja .. <pact>
                ya no .. participar/formar parte | no .. seguir participando/formando
                salir/salimos/salida del <pact> | cesar .. <participation> | finaliza* .. <participation>
                """,
            "sv": """
                avslut* .. <participation> | lamna* .. <pact> | trader ut ur <pact> | inte langre .. delta*
                """,
            "da": """
                opsig*/afslut* .. <participation> | udtræd* af <pact> | melder os ud af <pact>
                ikke længere .. deltage
                """,
            "it": """
                recedere/recede/recediamo dal <pact> | cessare/cessa/terminare .. <participation>
                ritir* dal <pact> | non .. piu .. partecipare | lasciare/lascia il <pact>
                """,
            "pl": """
                rezygn* z <participation> | wystep* z <pact> | wypowiad* .. <participation>
                nie .. dluzej uczestniczyc
                """,
        },
    ),
    WantRule(
        Want.WITHDRAWAL,
        "It withdraws an application.",
        {
            "en": """
                withdraw*/retract*/cancel*/rescind* .. our/my/the/this/its _ <application>
                take/taking/pull/pulling .. <application> back | withdrawal of .. <application>
                <application> .. is/be/been withdrawn/cancelled
                """,
            "nl": """
                trek/trekt/trekken .. <application> .. in/terug
                <application> .. intrekken/ingetrokken/terugtrekken | <application> .. in/terug te trekken
                intrekken/annuleren .. <application> | intrekking .. <application>
                zien af van .. <application>
                """,
            "de": """
                ziehe/ziehen/zieht .. <application> .. zuruck
                <application> .. zuruckziehen/zuruckzuziehen/zuruckgezogen/zurucknehmen
                nehmen .. <application> .. zuruck | rucknahme .. <application>
                """,
            "fr": """
                retir* .. notre/la/ma/sa/cette _ <application> | annul* .. notre/ma/sa <application>
                retrait de .. <application> | renonc* .. <application>
                """,
            "no": """
                trekke/trekker/trekkjer/trekkje/trekk .. <application>
                <application> .. trekkes/trekt/trukket/trekkast .. tilbake
                tilbaketrekking .. <application>
                """,
            "es": """
                retir* .. nuestra/mi/la/su/esta _ <application> | desist* .. <application>
                retirada .. <application> | anular .. <application> | renunci* .. <application>
                """,
            "sv": "dra*/tar tillbaka .. <application> | aterkall* .. <application>",
            "da": """
                trækker/trække .. <application> .. tilbage | tilbagetræk* .. <application>
                """,
            "it": """
                ritir* .. nostra/mia/la/sua _ <application> | rinunci* .. <application>
                """,
            "pl": "wycof* .. <application>",
        },
    ),
    WantRule(
        Want.WITHDRAWAL,
        "It speaks of withdrawing and does not say from what.",
        {
            "en": "we/i/must/to/hereby withdraw | pull out",
            "nl": """
                trekken ons terug | ons terugtrekken | ons terug te trekken | zien er van/vanaf
                """,
            "de": "wir/uns ziehen/zuruckziehen uns/zuruck | nehmen abstand",
            "fr": "nous retir* | nous desist*",
            "no": "trekker/trekkje/trekke/trekkjer oss",
            "es": "nos retiramos | retirarnos | desistimos",
            "sv": "drar oss ur",
            "da": "trækker os",
            "it": "ci ritiriamo",
            "pl": "wycofujemy sie | rezygnujemy",
        },
        sure=False,
    ),
    WantRule(
        Want.WRONG_PERSON,
        "It says that somebody else should be written to.",
        {
            "en": """
                wrong/incorrect person/recipient/address/department/contact
                not the right/correct person/contact/recipient
                no longer _ responsible/charge/work*/employed/contact/with/at
                do not .. work/deal .. any more/longer/anymore | not responsible for/any
                nothing to do with this/it | not .. my responsibility | no longer my job/area/responsibility
                left the .. department/organisation/company/team/city/council/ministry/municipality
                """,
            "nl": """
                verkeerde persoon/adres/afdeling | niet juiste persoon/contactpersoon
                niet de juiste/goede persoon/contactpersoon
                niet meer/langer .. werkzaam/verantwoordelijk/contactpersoon | werk .. niet meer
                ga hier niet over | niet aan/voor mij | niet aan mij | niet mijn afdeling | gaat niet mij
                """,
            "de": """
                falsche/falschen person/adresse/ansprechpartner*/stelle/empfanger/adressat
                nicht mehr/langer .. zustandig/tatig | nicht zustandig/dafur
                nicht der/die richtige _ person/ansprechpartner*/adressat | arbeite nicht mehr
                falscher ansprechpartner/empfanger/adressat | nicht mehr bei/in der
                """,
            "fr": """
                pas/plus la bonne personne | pas/plus le bon interlocuteur/contact/destinataire/service
                trompez de personne/destinataire/service | mauvaise personne/adresse
                mauvais destinataire/interlocuteur | ne .. occupe/charge/suis/travaille plus
                m occupe pas/plus | n est pas/plus .. responsabilite/ressort
                """,
            "no": """
                feil person/adresse/mottaker/avdeling/mottakar
                ikke/ikkje .. rett/rette/riktig person/mottaker
                jobber/jobbar/arbeider .. ikke/ikkje lenger/lengre | ikke/ikkje .. ansvarlig/ansvarleg
                jobber ikke .. lenger/med | ikke/ikkje mitt bord
                """,
            "es": """
                no soy _ persona | persona equivocada/incorrecta
                equivocado/equivocada de persona/destinatario/departamento
                ya no trabajo/soy/llevo/estoy/me | no me encargo | no soy responsable | ya no .. responsable
                """,
            "sv": """
                fel person/adress/mottagare | inte .. ratt person | jobbar/arbetar inte langre
                """,
            "da": """
                forkert person/adresse/modtager | ikke .. rette person | arbejder ikke længere
                """,
            "it": """
                persona sbagliata | non sono .. persona/referente | non lavoro piu | non me ne occupo
                non sono piu
                """,
            "pl": """
                niewlasciw* osob* | zla osoba | nie jestem .. osob* | nie pracuje juz | juz nie pracuje
                """,
        },
    ),
    WantRule(
        Want.CORRECTION,
        "It says that something was read or written wrongly.",
        {
            "en": """
                typo/mistake/error/misspelt/misspelled/misprint in/of our/my/the
                name/date/title .. wrong/incorrect/misspelt/misspelled
                wrong/incorrect/misspelt name/date/title | should read/be
                """,
            "nl": """
                fout/typefout/vergissing in _ naam/datum/functie
                naam/datum/functie .. verkeerd/fout/onjuist | verkeerde/onjuiste naam/datum/functie
                moet zijn/luiden | klopt niet
                """,
            "de": """
                fehler/tippfehler/schreibfehler .. name/namen/datum
                name/datum/funktion .. falsch/fehlerhaft | falscher/falsches name/datum
                muss/musste heissen/lauten
                """,
            "fr": """
                erreur/faute dans/sur/de .. nom/date/fonction
                nom/date/fonction .. errone*/incorrect*/fausse/faux | il faut/fallait lire
                doit/devrait etre
                """,
            "no": """
                feil i/på/pa .. navn/namn/dato | navnet/namnet/datoen .. feil/gale/galt | skal vere/være
                """,
            "es": """
                error/errata en .. nombre/fecha/cargo | nombre/fecha/cargo .. equivocad*/erroneo/incorrect*
                debe decir/ser
                """,
        },
        sure=False,
    ),
)
"""What is told of oneself. A question takes the sureness from each of them."""
