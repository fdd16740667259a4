"""Phrases by which people ask the secretariat for something: time, an answer, a seat."""

from intake.wants.want import Want
from intake.wants.want_rules import WantRule

ASKING: tuple[WantRule, ...] = (
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
                not make/meet .. deadline/date | postpone/delay/move/push it/this/that by/to/back
                get back to you by/at/before/in .. ? | give/grant/allow us until/till/another/some/a
                until/till .. instead ? | later than | bear with us/me
                another week/fortnight/month/couple/few
                not be ready/finished/done/able .. time/by/before/until
                expect/hope/aim to finish/send/have/deliver/complete it/this by/in | run/running late
                """,
            "nl": """
                meer/extra/langer tijd | uitstel tot/van/voor/vragen/krijgen/aanvragen/mogelijk/?
                nog/extra/een/twee/drie week/weken/dagen/maand extra/langer/respijt
                twee/drie/vier/enkele weken langer/extra/uitstel
                termijn/deadline .. verlengen/verlengd/verruimen/opschuiven/uitstellen
                verleng* .. termijn/deadline | iets/wat langer | iets/wat meer tijd | langer de tijd
                deadline/termijn/datum .. niet .. halen/redden/haalbaar | niet halen/redden
                redden/halen .. niet | goed als we/wij .. eind/volgende/later/begin
                mag het .. later/eind/volgende | opschuiven/uitstellen naar/tot/met/?
                nog/extra veertien/tien/acht/vijf dagen | nog een week/maand/paar
                geven/gunnen .. nog .. dagen/week/weken/tijd | niet op tijd .. klaar/af/lukken
                """,
            "de": """
                mehr/zusatzliche/weitere zeit | frist* .. verlanger*/verlangert/hinausschieben/verschieben
                verlanger* .. frist | fristverlangerung | aufschub | etwas/bisschen/noch langer
                noch/weitere _ tage/woche/wochen zeit/mehr | zwei/drei/vier/einige wochen mehr/langer/zeit
                schaffen .. nicht .. bis/rechtzeitig/fristgerecht/zum | nicht rechtzeitig/fristgerecht
                verschieben/verschoben auf/um/werden ? | erst ende/anfang/nachste/nachsten/im .. ?
                spater .. einreichen/schicken/senden | noch/weitere vierzehn/zehn/acht/funf tage/tagen
                geben/gewahren/lassen sie uns .. noch/zeit/tage/wochen | nicht rechtzeitig .. fertig
                """,
            "fr": """
                plus de temps | delai supplementaire | delai de .. jours/semaines/mois supplementaire*
                prolong*/repouss*/report* .. delai/date/echeance | prolongation | davantage de temps
                report d'echeance | report de .. date/delai/echeance
                semaines/jours de plus/supplementaires
                ne .. pas .. tenir/respecter .. delai/delais/date/echeance
                repousser/reporter/decaler de/au/jusqu | laisser/accorder/donner .. jusqu | un peu de temps
                laisser/accorder/donner .. encore .. jours/semaines/temps/mois
                encore quinze/huit/dix jours | encore une/deux/trois/quelques semaine/semaines
                jours/semaines/mois de plus
                """,
            "no": """
                mer/meir/lengre tid | utsett* .. frist*/til/? | få/fa utsatt/utsett | utsettelse/utsetjing
                forleng* .. frist* | frist* .. forleng*/utsatt/utsett
                en/to/tre/fire uke/uker/veke/veker/dager ekstra/til/lenger
                trenger/treng/trengjer .. uker/veker/dager/dagar/tid/uke/måned til/mer/meir/ekstra
                rekker/rekk/klarer/klarar ikke/ikkje .. frist*/før/innen/til
                utsettes/utsettast/utsette/flytte .. til/frist*
                få/fa/gi .. dager/dagar/uker/veker/uke/veke til/ekstra/mer/meir
                ikke/ikkje .. ferdig/klar/klart .. tide/til
                """,
            "es": """
                mas tiempo | ampliar/prorrogar/aplazar/extender .. plazo/fecha
                plazo .. ampliar/mayor/adicional | prorroga de/hasta/para/? | ampliacion del plazo
                semana/semanas/dias/mes mas/adicionales | una prorroga
                no llegamos/llegaremos/podemos/podremos .. fecha/plazo/tiempo
                dar/darnos/dejar/dejarnos/conceder/concedernos hasta/unos/unas/mas/otra
                nos .. dar/dejar/conceder hasta/mas | quince/diez/ocho dias mas
                unos/unas/algunos/algunas dias/semanas mas | no .. listo/lista/terminado a tiempo
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
                where .. find .. criteria/criterion | criteria/criterion ... ?
                """,
            "nl": """
                welke criteria/eisen .. gelden/geldt/er/voor
                geldt/gelden .. eis/eisen/criterium/criteria ... ? | vraag/vragen over _ criteria/criterium
                waar .. vind* .. criteria | wat zeggen/zegt .. criteria/criterium
                criteria/criterium/gunningscriteri*/selectiecriteri* ... ? | waar .. criteria .. vinden
                criteri* ... ?
                """,
            "de": """
                welche .. kriterien/kriterium .. gelten/gilt/fur/gibt
                frage/fragen zu/uber _ kriterien/kriterium | gilt/gelten .. kriterien/kriterium ... ?
                was sagen/sagt/bedeutet .. kriterien/kriterium
                kriterien/kriterium/zuschlagskriteri*/vergabekriteri*/auswahlkriteri* ... ?
                wo .. kriterien | kriteri* ... ?
                """,
            "fr": """
                quels/quelles/quel sont .. criteres | quels/quel criteres/critere
                question/questions sur/concernant/relative* _ criteres/critere
                criteres/critere .. appliqu*/valent/vaut/concern* ... ? | criteres/critere ... ?
                ou .. trouver .. criteres
                """,
            "no": """
                hvilke/hva/kva _ krav/kriterier/kriterium .. kriteri*/gjelder/gjeld/stiller/stilles
                spørsmål om _ kriteri* | hva/kva sier/seier kriteri* | kriteri* .. gjelder/gjeld ... ?
                kriteri*/tildelingskriteri*/miljøkriteri* ... ? | hvor/kor .. finner/finn .. kriteri*
                """,
            "es": """
                que/cuales criterios/criterio .. aplican/aplica/hay/para/sobre/existen/rigen
                cuales son .. criterios | pregunta/preguntas/duda sobre/acerca _ criterios/criterio
                criterios/criterio .. aplican/valen/exige*/significa ... ? | criterios/criterio ... ?
                donde .. criterios
                """,
            "sv": "vilka kriterier/krav .. galler | fraga om kriteri*",
            "da": "hvilke kriterier/krav .. gælder | spørgsmål om/til kriteri*",
            "it": "quali .. criteri | domanda sui criteri",
            "pl": "jakie .. kryteri* | pytanie .. kryteri*",
        },
        asks=True,
    ),
    WantRule(
        Want.EVENT,
        "It registers for an event.",
        {
            "en": """
                register*/registration/sign/enrol*/book/reserve .. <event> | attend/join the _ <event>
                seat/place at/for/in the _ <event> | attend*/attending _ the .. <event>
                take/taking part in the .. <event> | participate in the .. <event>
                count me/us in .. <event> | be there/coming/come .. <event> | put me/us down .. <event>
                come/coming to the .. <event>
                """,
            "nl": """
                aanmeld*/inschrijv*/inschrijf*/meld/melden/schrijf .. <event> | bijwonen .. <event>
                aanwezig .. <event> | opgeven/opgeef/deelnemen/meedoen/erbij/aansluiten .. <event>
                <event> .. aanmelden/opgeven/inschrijven/bijwonen | zet/zetten mij/me/ons .. <event>
                erbij/bij .. <event> | naar .. <event> .. komen | komen/kom .. naar .. <event>
                """,
            "de": """
                anmeld*/melde*/registrier* .. <event> | <event> .. anmeld*/registrier*/teilnehmen
                teilnehmen/teilnahme .. <event> | platz/platze .. <event>
                <event> .. dabei/eintragen/eingetragen | dabei .. <event>
                tragen/trage sie mich/uns .. <event>
                """,
            "fr": """
                inscri* .. <event> | participer/assister a/au .. <event> | participer/assister .. <event>
                place/places .. <event> | comptez/compte sur moi/nous .. <event>
                presents/present/presente .. <event> | venir/viendrons/viendrai .. <event>
                """,
            "no": """
                melde/melder/meld/påmelding/pamelding .. <event> | delta på <event>
                <event> .. meld* .. på/pa | delta/deltek/meld* .. <event> | plass/plasser .. <event>
                sett/set/sette/skriv meg/oss .. <event> | kommer/kjem på .. <event>
                komme/kommer/kjem .. <event> | delta/deltek på .. <event>
                """,
            "es": """
                inscri*/registr*/apunt* .. <event> | asistir .. <event>
                participar/asistir/acudir .. <event> | plaza/plazas .. <event>
                cuenten/cuente conmigo/nosotros .. <event> | ir/iremos/acudiremos .. <event>
                """,
            "sv": "anmal* .. <event> | delta .. <event>",
            "da": "tilmeld* .. <event> | deltage .. <event>",
            "it": "iscri*/registr* .. <event> | partecipare .. <event>",
            "pl": "zapis*/rejestr*/zglosi* .. <event>",
        },
        asks=True,
    ),
)
"""What is asked for: a question mark takes nothing from these."""
