"""Phrases by which people ask the secretariat for something: news, time, an answer, a seat."""

from intake.wants.want import Want
from intake.wants.want_rules import WantRule

ASKING: tuple[WantRule, ...] = (
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
                ontvangst .. <case> .. bevestigen
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
                waiting for .. weeks/months
                """,
            "nl": "weken/maanden gewacht | wachten al",
            "de": "warten seit | seit .. wochen/monaten",
            "fr": """
                depuis .. semaines/mois | cela fait .. semaines/mois | attendons depuis
                """,
            "no": "ventet/venta i/lenge | har vent* .. uker/veker/måneder",
            "es": "desde hace .. semanas/meses | esperando .. semanas/meses",
        },
        sure=False,
        asks=True,
    ),
    WantRule(
        Want.MORE_TIME,
        "It asks for more time.",
        {
            "en": """
                more/extra/additional/further time | bit/little/some/while longer
                extension of/to/until/for/on/? | extend/postpone/prolong/defer .. deadline/date/period/time
                more/extra/additional/further days/week/weeks/month/months | need/have until/till
                later deadline | deadline .. extended/moved/postponed
                longer to send/sign/get/return/provide | days/week/weeks/month extension | an extension
                """,
            "nl": """
                meer/extra/langer tijd | uitstel tot/van/voor/vragen/krijgen/aanvragen/mogelijk/?
                nog/extra/een/twee/drie week/weken/dagen/maand extra/langer/respijt
                twee/drie/vier/enkele weken langer/extra/uitstel
                termijn/deadline .. verlengen/verlengd/verruimen/opschuiven/uitstellen
                verleng* .. termijn/deadline | iets/wat langer | iets/wat meer tijd | langer de tijd
                """,
            "de": """
                mehr/zusatzliche/weitere zeit | frist* .. verlanger*/verlangert/hinausschieben/verschieben
                verlanger* .. frist | fristverlangerung | aufschub | etwas/bisschen/noch langer
                noch/weitere _ tage/woche/wochen zeit/mehr | zwei/drei/vier/einige wochen mehr/langer/zeit
                """,
            "fr": """
                plus de temps | delai supplementaire | delai de .. jours/semaines/mois supplementaire*
                prolong*/repouss*/report* .. delai/date/echeance | prolongation | davantage de temps
                report d'echeance | report de .. date/delai/echeance
                semaines/jours de plus/supplementaires
                """,
            "no": """
                mer/meir/lengre tid | utsett* .. frist*/til/? | få/fa utsatt/utsett | utsettelse/utsetjing
                forleng* .. frist* | frist* .. forleng*/utsatt/utsett
                en/to/tre/fire uke/uker/veke/veker/dager ekstra/til/lenger
                """,
            "es": """
                mas tiempo | ampliar/prorrogar/aplazar/extender .. plazo/fecha
                plazo .. ampliar/mayor/adicional | prorroga de/hasta/para/? | ampliacion del plazo
                semana/semanas/dias/mes mas/adicionales | una prorroga
                """,
            "sv": "mer tid | forlang* .. tid*/frist* | anstand | veckor till",
            "da": "mere tid | forlæng* .. frist* | udsættelse | uger mere/ekstra",
            "it": """
                piu tempo | proroga* | prolung* .. termine/scadenza | settimane in piu
                """,
            "pl": "wiecej czasu | przedluz* .. termin* | tygodnie wiecej",
        },
        asks=True,
    ),
    WantRule(
        Want.CRITERIA_QUESTION,
        "It asks about the criteria.",
        {
            "en": """
                which/what .. criteria/criterion .. apply/there/for/on/about/say/are/is/does
                what do/does the criteria/criterion | do/does the criteria/criterion .. ?
                question/questions on/about/regarding _ criteria/criterion
                criteria/criterion .. mean*/require*/say*/apply/applies .. ?
                """,
            "nl": """
                welke criteria/eisen .. gelden/geldt/er/voor
                geldt/gelden .. eis/eisen/criterium/criteria ... ? | vraag/vragen over _ criteria/criterium
                waar .. vind* .. criteria | wat zeggen/zegt .. criteria/criterium
                """,
            "de": """
                welche .. kriterien/kriterium .. gelten/gilt/fur/gibt
                frage/fragen zu/uber _ kriterien/kriterium | gilt/gelten .. kriterien/kriterium ... ?
                was sagen/sagt/bedeutet .. kriterien/kriterium
                """,
            "fr": """
                quels/quelles/quel sont .. criteres | quels/quel criteres/critere
                question/questions sur/concernant/relative* _ criteres/critere
                criteres/critere .. appliqu*/valent/vaut/concern* ... ?
                """,
            "no": """
                hvilke/hva/kva _ krav/kriterier/kriterium .. kriteri*/gjelder/gjeld/stiller/stilles
                spørsmål om _ kriteri* | hva/kva sier/seier kriteri* | kriteri* .. gjelder/gjeld ... ?
                """,
            "es": """
                que/cuales criterios/criterio .. aplican/aplica/hay/para/sobre/existen/rigen
                cuales son .. criterios | pregunta/preguntas/duda sobre/acerca _ criterios/criterio
                criterios/criterio .. aplican/valen/exige*/significa ... ?
                """,
            "sv": "vilka kriterier/krav .. galler | fraga om kriteri*",
            "da": "hvilke kriterier/krav .. gælder | spørgsmål om/til kriteri*",
            "it": "quali .. criteri | domanda sui criteri",
            "pl": "jakie .. kryteri* | pytanie .. kryteri*",
        },
        asks=True,
    ),
    WantRule(
        Want.CRITERIA_QUESTION,
        "It speaks of criteria in a question.",
        {
            "en": "criteria/criterion ... ?",
            "nl": "criteria/criterium ... ?",
            "de": "kriterien/kriterium ... ?",
            "fr": "criteres/critere ... ?",
            "no": "kriteri* ... ?",
            "es": "criterios/criterio ... ?",
        },
        sure=False,
        asks=True,
    ),
    WantRule(
        Want.EVENT,
        "It registers for an event.",
        {
            "en": """
                register*/registration/sign/enrol*/book/reserve .. <event> | attend/join the _ <event>
                seat/place at/for/in the _ <event>
                """,
            "nl": """
                aanmeld*/inschrijv*/inschrijf*/meld/melden/schrijf .. <event> | bijwonen .. <event>
                aanwezig .. <event>
                """,
            "de": """
                anmeld*/melde*/registrier* .. <event> | <event> .. anmeld*/registrier*/teilnehmen
                """,
            "fr": "inscri* .. <event> | participer/assister a/au .. <event>",
            "no": """
                melde/melder/meld/påmelding/pamelding .. <event> | delta på <event>
                <event> .. meld* .. på/pa
                """,
            "es": "inscri*/registr*/apunt* .. <event> | asistir .. <event>",
            "sv": "anmal* .. <event> | delta .. <event>",
            "da": "tilmeld* .. <event> | deltage .. <event>",
            "it": "iscri*/registr* .. <event> | partecipare .. <event>",
            "pl": "zapis*/rejestr*/zglosi* .. <event>",
        },
        asks=True,
    ),
)
"""What is asked for: a question mark takes nothing from these."""

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
