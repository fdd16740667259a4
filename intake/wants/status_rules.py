"""Phrases by which people ask how their own case stands, and the words that do so alone."""

from intake.wants.want import Want
from intake.wants.want_rules import WantRule

STATUS: tuple[WantRule, ...] = (
    WantRule(
        Want.STATUS,
        "It asks how a case of its own stands.",
        {
            "en": """
                status/state/progress of/on/with/regarding our/my/the/this _ <case>
                any/some news/word/update/updates _ on/about/regarding our/my/the/this/you/us
                any/some news/word/update/updates _ from/yet/for our/my/the/this/you/us
                any news/update/updates ? | is there news/any
                there been any _ news/progress/update/updates/decision | where _ things/matters/we stand
                where .. our/my/the/this <case> .. stand*/is | how far .. you/our/my/with
                how is/s .. our/my/the <case> | how .. <case> .. going/coming/progressing/proceeding
                what .. happen*/become with/to/of our/my/the <case>
                when .. expect/receive/get/hear/have .. decision/answer/reply/outcome
                when .. expect/receive/get/hear/have .. response/result/news/back
                when will .. decide/decided/decision
                has/have .. our/my/the <case> .. been/reached/arrived .. ?
                did you get/receive our/my/the <case> | not heard .. back/from/anything/thing/since/yet
                heard nothing | not heard a thing
                not .. received .. answer/reply/response/decision/news/confirmation
                still waiting .. answer/reply/response/decision/news/outcome/hear
                follow*/following up on our/my <case> | what is the _ status | know .. status of our/my/this
                status update .. <case> | still waiting ? | who is/s dealing/handling .. <case>
                update/updates/news/progress on/about where/how/our/my/the/this
                give/let/send me/us .. update ? | know .. outcome/decision/result/verdict
                current/latest status/state
                has/have the committee/board/steering/you .. met/decided/discussed ... ?
                has/have the committee/board/steering/you .. looked/reviewed/considered/voted ... ?
                where our/my/the .. <case> .. is/stands/sits | hear .. outcome/decision ? | anything new ?
                still being processed/considered/reviewed | in the pipeline
                how long .. take/takes/taking/until/before/hear ... ? | any idea how/when
                decision .. been/has/already made/taken/reached ?
                anything/something else/more .. need* from us ? | <case> complete/completed ?
                hear something/anything ... ? | no word/news/reply/answer/response from you/your/anybody
                no word/news yet
                """,
            "nl": """
                status/stand van .. <case> | stand van zaken
                is er _ al/iets/nog .. nieuws/bekend/duidelijk/besloten/meer | al/enig/nog nieuws
                al iets/wat bekend/meer/besloten/nieuws | hoe ver .. jullie/u/jij/onze/mijn/met
                hoe staat het .. met | hoe is het met/gesteld .. <case>
                hoe .. <case> .. ervoor/er voor/voorstaat | wat .. status .. <case>
                wanneer .. besluit/beslissing/antwoord/reactie/uitsluitsel/horen/beslist/besloten
                niets/niks/niet .. meer .. gehoord/vernomen/ontvangen
                niets/niks/niet .. van u/jullie .. gehoord/vernomen
                nog geen .. antwoord/reactie/bericht/besluit/bevestiging | wachten nog steeds/altijd
                wachten nu .. weken/maand/maanden
                is onze/mijn <case> .. binnengekomen/ontvangen/aangekomen/behandeling
                ontvangst .. <case> .. bevestigen | hoe het .. staat/ervoor/er voor/gaat .. <case>
                hoe het .. staat/ervoor | nog altijd/steeds/niets/niks .. gehoord/vernomen
                nog in behandeling
                wanneer ... uitsluitsel/besluit/beslissing/antwoord/bericht/meer/horen/uitslag
                stuurgroep .. besloten/vergaderd/besproken ? | verder met onze/mijn/de <case>
                hoe lang .. duurt/duren | besluit/beslissing .. genomen/gevallen ? | enig idee hoe/wanneer
                <case> compleet/volledig ? | nog iets .. nodig ?
                geen/niets bericht/antwoord/reactie/nieuws van/gekregen/ontvangen
                """,
            "de": """
                stand/status/sachstand .. unser*/mein*/des/der/zu .. <case> | aktuelle*/aktueller stand
                stand der dinge/bearbeitung | wie _ stand .. <case>
                gibt es/s .. neues/neuigkeiten/nachricht* | etwas/was neues
                wie weit .. unser*/mein*/sie/der/die/bearbeitung
                wann .. entscheid*/entschieden/bescheid/antwort/ruckmeldung/rechnen | wie steht es .. um/mit
                wie .. steht .. <case> | nichts .. mehr .. gehort | nichts .. von ihnen .. gehort
                noch keine .. antwort/ruckmeldung/nachricht/entscheidung/bestatigung/bescheid
                warten .. immer noch | warten noch .. auf/immer | warten seit .. auf
                ist unser*/mein* <case> .. eingegangen/angekommen/bearbeitet ? | worauf .. gewartet
                bearbeitungsstand/bearbeitungsstatus/verfahrensstand/sachstand
                keine ruckmeldung/antwort/nachricht/reaktion .. erhalten/bekommen/da
                liegt .. <case> .. noch/bei ?
                wann/bis ... entscheidung/ergebnis/bescheid/antwort/ruckmeldung
                hat der/die .. ausschuss/gremium/lenkungsausschuss .. entschieden/getagt/beraten ?
                noch in bearbeitung | wie lange .. dauert/dauern | entscheidung .. gefallen/getroffen ?
                <case> vollstandig/komplett ? | noch etwas .. von uns ?
                brauchen sie noch .. von uns/etwas ?
                """,
            "fr": """
                ou en est/sont/etes .. <case>/vous/nous | ou en est on
                etat/statut .. avancement/notre/ma/la/du/de .. <case> | etat d avancement
                avancement de .. <case> | des nouvelles .. de/concernant/sur/?
                avez/auriez vous .. nouvelles/nouveau/avance/information* | quoi de neuf | du nouveau
                sans nouvelles .. de/depuis | quand .. decision/reponse/retour/savoir/statuer
                pas .. recu/eu .. reponse/retour/nouvelles/nouvelle/confirmation
                toujours pas .. reponse/retour/nouvelles | attendons toujours | toujours dans l attente
                que devient .. <case> | notre/ma <case> .. bien .. recu*/parvenu* ?
                ou nous/vous en sommes/etes | quand ... reponse/decision/retour/resultat
                toujours/encore rien recu/entendu/eu | rien recu .. de votre/part
                <case> .. complet/complete/en cours ? | le comite .. reuni/decide/statue/prononce ?
                ou en est/sommes/etes | combien de temps .. prend*/encore/faut/faudra/avant ?
                decision .. prise ? | autre chose .. de nous/notre part ?
                aucune nouvelle/reponse/information .. votre/part/recu/recue
                """,
            "no": """
                status på/pa/for/i .. <case> | hva/kva er status | noe/noko nytt .. om/i/? | noe/noko nytt
                nytt om .. <case> | hvordan/korleis .. går/gar/står/star/ligger/ligg .. <case>/det/an
                hvordan/korleis går/gar det .. med .. <case>
                når/nar .. vedtak/svar/avgjørelse/avgjort/behandlet/beslutning/høre/vente
                hvor/kor langt .. kommet/komne/med/dere/de/<case>
                ikke/ikkje .. hørt/høyrt .. fra/frå/noe/noko/mer/meir
                ikke/ikkje .. fått/fatt .. svar/bekreftelse/tilbakemelding
                venter/ventar .. fortsatt/fremdeles/framleis/enno/ennå .. på/svar/?
                venter/ventar .. på svar | rukket å se på .. <case>
                har dere/de .. mottatt/motteke .. <case> ? | er <case> .. mottatt/kommet/motteke ?
                hvor/korleis/kor <case> .. står/star/ligger/vår
                hvor/kor .. <case> .. står/star/ligger/no/nå
                når/nar ... resultat*/vite/svar/vedtak/avgjørelse/utfallet/utfall
                fortsatt/fremdeles/framleis ikke/ikkje .. hørt/høyrt/fått | til behandling
                under behandling ?
                har styringsgruppa/styringsgruppen/komiteen .. bestemt/møttes/avgjort/behandlet ?
                hvor/kor lang/lenge .. tid/tar/tek/ta
                tatt/teke/fattet .. beslutning/avgjørelse/avgjerd/vedtak ?
                beslutning/vedtak/avgjørelse .. tatt/fattet/teke ? | <case> komplett/fullstendig ?
                ikke/ikkje/ingen et/noe/eit/noko ord/svar fra/frå | ingen svar/nyheter fra/frå
                """,
            "es": """
                estado de/en .. <case> | en que estado .. <case> | que estado .. <case>
                alguna/hay/tienen novedad/novedades/noticia/noticias
                hay alguna _ novedad/noticia/respuesta/decision | novedades sobre/de/respecto/?
                se sabe algo/ya | como va/marcha/sigue/esta .. <case>
                cuando .. decision/respuesta/resolucion/resolver*/sabremos/decidira*
                no .. recibido/tenido .. respuesta/noticia*/contestacion/confirmacion/novedad*
                seguimos/sigo esperando/sin | seguimos .. sin .. noticia*/respuesta*
                aun no .. respuesta/noticia*/decidido | han recibido .. <case> ? | llevamos .. esperando
                como va lo nuestro | como va/van/marcha .. asunto/tema/adhesion
                cuando ... respuesta/decision/resolucion/resultado | no .. sabido/sabemos nada | en tramite
                sigue .. tramitacion/tramite/curso/pendiente ? | ha .. comite .. decidido/reunido/resuelto ?
                aun no .. respuesta/sabemos/nada | cuanto .. tardar*/falta/tiempo ... ?
                tomado/tomada .. decision ? | decision .. tomado/tomada ? | <case> completa/completo ?
                sin noticias/respuesta .. suyas/ustedes/suya/su
                """,
            "sv": """
                status for/pa .. <case> | hur gar/ligger det .. <case> | nagot nytt
                nar .. beslut/besked/svar | inte .. hort .. fran/nagot | inte .. fatt .. svar
                """,
            "da": """
                status på/for/pa .. <case> | hvordan går/gar det .. med .. <case> | noget nyt
                hvornår/hvornar .. svar/afgørelse/beslutning | ikke .. hørt .. fra/noget
                ikke .. fået/faet .. svar
                """,
            "it": """
                stato della/di/del .. <case> | a che punto .. <case>/siete | ci sono .. novita/notizie
                quando .. decisione/risposta/esito | non .. ricevuto .. risposta/notizie/riscontro
                """,
            "pl": """
                stan/status .. <case> | na jakim etapie .. <case> | czy sa .. wiesci/informacje/nowosci
                cos nowego | kiedy .. decyzj*/odpowiedz*
                """,
        },
        asks=True,
    ),
    WantRule(
        Want.STATUS,
        "It speaks of waiting, perhaps for an answer.",
        {
            "en": """
                been .. weeks/months | weeks/months ago .. nothing | anybody/anyone reading
                waiting for .. weeks/months | been dealt/processed/handled/looked/done/sorted ... ?
                when .. finalised/finalized/finished/completed/ready/done/settled/sorted ?
                """,
            "nl": """
                weken/maanden gewacht | wachten al | inmiddels/al .. verwerkt/behandeld/bekeken/afgerond ?
                wanneer .. afgerond/klaar/rond ?
                """,
            "de": """
                warten seit | seit .. wochen/monaten
                inzwischen/schon/bereits .. bearbeitet/gepruft/erledigt ?
                wann .. abgeschlossen/fertig/erledigt ?
                """,
            "fr": """
                depuis .. semaines/mois | cela fait .. semaines/mois | attendons depuis
                ete traite/traitee/examine/examinee/enregistre ?
                quand .. finalise/finalisee/termine/terminee/pret/regle ?
                """,
            "no": """
                ventet/venta i/lenge | har vent* .. uker/veker/måneder
                behandlet/behandla/sett på/gjennomgått ... ? | når/nar .. ferdig/klart/avgjort ?
                """,
            "es": """
                desde hace .. semanas/meses | esperando .. semanas/meses
                tramitado/tramitada/revisado/procesado ... ? | cuando .. resuelto/listo/terminado/lista ?
                """,
        },
        sure=False,
        asks=True,
    ),
)
"""What is asked about a case: a question mark takes nothing from these."""

_ALONE = """
status | status ? | status please | status update | status update ? | current status | state of play
any news ? | any updates ? | news ? | update ?
stand van zaken | stand van zaken ? | status graag | al nieuws ? | nieuws ?
stand ? | sachstand | sachstand ? | sachstandsanfrage | stand der dinge | stand der dinge ? | gibt es neues ?
statut | statut ? | etat | etat d avancement | des nouvelles ? | nouvelles ? | suivi de dossier
noe nytt ? | noko nytt ? | nytt ? | nagot nytt ? | noget nyt ?
estado | estado ? | novedades ? | novedades | alguna novedad ? | hay novedades ? | stato | stato ? | novita ?
"""

STATUS_ALONE = frozenset(phrase.strip() for phrase in _ALONE.replace("\n", "|").split("|") if phrase.strip())
"""Whole mails, or whole subjects over an empty mail, that ask how a case stands (words as in the phrases)."""
