"""Phrases by which people say that somebody else was meant, something misread, or sent before."""

from intake.wants.want import Want
from intake.wants.want_rules import WantRule

MISTAKES: tuple[WantRule, ...] = (
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
                retired in/last/this/since/from/at | i have/ve retired | my/his/her successor/replacement is
                remove/take/delete/unsubscribe me from
                not .. deal/dealing/involved/work with/in procurement/purchasing/ict/it/this/laptops
                nothing to do with procurement/purchasing/ict/the pact
                somebody/someone else .. handles/responsible | should/must go to .. not to me/us
                belongs .. not .. me | not to me
                """,
            "nl": """
                verkeerde persoon/adres/afdeling | niet juiste persoon/contactpersoon
                niet de juiste/goede persoon/contactpersoon
                niet meer/langer .. werkzaam/verantwoordelijk/contactpersoon | werk .. niet meer
                ga hier niet over | niet aan/voor mij | niet aan mij | niet mijn afdeling | gaat niet mij
                met pensioen | mijn opvolger/opvolgster/vervanger
                haal/halen/verwijder/verwijderen mij/me van/uit
                mij/me van _ lijst/mailinglijst/verzendlijst | niets/niks .. met .. te maken
                niet naar/bij/voor mij | niet bij mij | werkt .. niet meer
                """,
            "de": """
                falsche/falschen person/adresse/ansprechpartner*/stelle/empfanger/adressat
                nicht mehr/langer .. zustandig/tatig | nicht zustandig/dafur
                nicht der/die richtige _ person/ansprechpartner*/adressat | arbeite nicht mehr
                falscher ansprechpartner/empfanger/adressat | nicht mehr bei/in der | im ruhestand
                in rente/pension | pensioniert/pensionierung | mein/meine nachfolger/nachfolgerin
                aus dem/ihrem/ihrer verteiler/liste/verteilerliste | nichts .. zu tun
                nicht zu/bei/an mir/mich | gehort/gehoren zu unserem/unserer/unser | arbeitet .. nicht mehr
                ist .. nicht mehr .. bei/im
                """,
            "fr": """
                pas/plus la bonne personne | pas/plus le bon interlocuteur/contact/destinataire/service
                trompez de personne/destinataire/service | mauvaise personne/adresse
                mauvais destinataire/interlocuteur | ne .. occupe/charge/suis/travaille plus
                m occupe pas/plus | n est pas/plus .. responsabilite/ressort | a la retraite | en retraite
                mon/ma successeur/remplacant/remplacante/successeure
                retirer/enlever/supprimer/desinscrire .. liste/fichier/diffusion | rien a voir avec
                ne .. plus partie _ du/de | pas moi | concerne notre/le/la service/departement/direction
                pas a moi | ne travaille/fait/est plus
                """,
            "no": """
                feil person/adresse/mottaker/avdeling/mottakar
                ikke/ikkje .. rett/rette/riktig person/mottaker
                jobber/jobbar/arbeider .. ikke/ikkje lenger/lengre | ikke/ikkje .. ansvarlig/ansvarleg
                jobber ikke .. lenger/med | ikke/ikkje mitt bord | med pensjon | pensjonert/pensjonist
                min/mi/mitt etterfølger/etterfølgjar/ettermann/erstatter | fjerne/fjern/ta meg fra/frå/av
                ikke/ikkje/ingenting .. gjøre/gjere med | ikke/ikkje hos/til/for meg/oss
                hører/høyrer til hos/i | jobber/arbeider/jobbar .. ikke/ikkje .. lenger/lengre
                har slutta/sluttet
                """,
            "es": """
                no soy _ persona | persona equivocada/incorrecta
                equivocado/equivocada de persona/destinatario/departamento
                ya no trabajo/soy/llevo/estoy/me | no me encargo | no soy responsable | ya no .. responsable
                me jubile | jubilado/jubilada | mi sucesor/sucesora/sustituto/sustituta | nada que ver con
                borrarme/borren/quitarme/quiten/eliminarme .. lista | no a mi
                corresponde a/al otro/departamento/servicio | ya no trabaja/esta/pertenece
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
                emailed/mailed/sent/submitted/posted to you on/in/last/by/weeks/before
                you .. already have/got/received | you .. have this/it/that already
                been sent/submitted/emailed to you
                see/check my/our email/mail/message/e-mail of/from/dated | did it/that not arrive/reach
                not received my/our email/mail
                """,
            "nl": """
                al/reeds/eerder .. gestuurd/verstuurd/verzonden/opgestuurd/toegestuurd
                al/reeds/eerder .. gemaild/ingeleverd/aangeleverd/ingediend/ingestuurd
                gestuurd/verstuurd .. al | hebben/heeft/hebt jullie/u/je dit/dat/deze/die/het al/reeds
                jullie/u/je .. al/reeds .. ontvangen/binnen/gekregen/hebben
                zie mijn/onze mail/bericht/email van | zie mijn/onze e mail van | niet aangekomen ?
                """,
            "de": """
                bereits/schon/langst .. geschickt/gesendet/ubersandt/ubermittelt/eingereicht/zugesandt
                bereits/schon/langst .. verschickt/gemailt/zugeschickt
                bereits/schon/langst .. abgegeben/geschickt/zugestellt/vorgelegt
                liegt/lag/liegen/lagen ihnen .. bereits/schon/langst
                ging/gingen ihnen .. bereits/schon .. zu
                ihnen .. bereits/schon .. zugegangen/vor/vorgelegt/zu
                siehe meine/unsere mail/nachricht/email vom/von | siehe meine/unsere e mail vom/von
                nicht angekommen ?
                """,
            "fr": """
                deja .. envoye*/transmis*/adresse*/remis*/fourni*/depose*/parvenir
                vous/l avez/auriez/avait deja recu*/eu/en | vous l avez deja
                voir/cf mon/notre courriel/mail/message/email du/de | pas arrive ?
                """,
            "no": """
                allerede/allereie/alt .. sendt/levert/oversendt/innsendt/innlevert/sende
                sendt/levert .. allerede/alt | dere/de/dykk allerede/alt/alleie fått/fatt/mottatt/motteke
                har dere/de allerede | se e posten/mailen min/vår/vår/mi fra/frå
                se eposten/mailen min/vår/mi fra/frå | ikke/ikkje kommet/komen fram ?
                """,
            "es": """
                ya .. enviamos/enviado/enviada/envie/enviaron/remitimos
                ya .. remitido/mandamos/mandado/presentado/presentamos/entregamos/entregado
                ya lo/la/los/las tienen/tiene/recibieron/recibio/tendran/mande/envie/mandamos/enviamos
                se lo/la/los/las mando/mande/envie/enviamos/mandamos/envio
                vea/vean/ver/veanse mi/nuestro correo/mensaje/email del/de | no .. llegado ?
                """,
            "sv": "redan .. skickat/skickats/sant/lamnat",
            "da": "allerede .. sendt/indsendt/afleveret",
            "it": "gia .. inviat*/mandat*/trasmess*/spedit*/consegnat*",
            "pl": "juz .. wysl*/przesl*/wyslan*/dostarcz*",
        },
    ),
    WantRule(
        Want.ALREADY_SENT,
        "It asks whether what it sent has arrived.",
        {
            "en": """
                not reached you | it/this/that not arrive/arrived/received
                not .. received it/this/that/ours ? | not .. get it/this/that ?
                """,
            "nl": "niet .. ontvangen/aangekomen/binnengekomen/gekregen ?",
            "de": "nicht .. angekommen/erhalten/eingegangen/bekommen ?",
            "fr": "pas .. recu/arrive/parvenu ?",
            "no": "ikke/ikkje .. kommet/komen/fått/mottatt/motteke .. ?",
            "es": "no .. llegado/recibido/recibieron ?",
        },
        asks=True,
    ),
)
"""What went to the wrong one, was taken wrongly, or has come before."""
