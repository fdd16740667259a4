"""Phrases by which people say that they withdraw an application, or leave the Pact."""

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
                not .. continue/renew/extend/prolong .. our/its/the/their <participation>
                not .. continue/stay/remain in/with the <pact>
                resign*/withdraw*/retire*/step* as a/an _ participant/member/supporter/organisation
                cease/ceases/ceasing to be/participate | stop/stops/stopping with the <pact>
                <participation> .. ends/expires/ceases
                end/ends/ending/terminate*/cancel*/discontinue* our/the/its <participation>
                leave/leaves/leaving/exit/quit the .. <pact> | departure/exit/resignation from the .. <pact>
                """,
            "nl": """
                zeg/zegt/zeggen .. <participation> .. op
                beeindig*/opzeg*/stoppen/staken .. <participation> | <participation> .. beeindig*/opzeg*
                <participation> .. stop te zetten | stopt/stop/stoppen met _ <pact>
                stoppen met _ <participation> | terugtrekken uit _ <pact> | terug te trekken uit _ <pact>
                trekken/trekt .. terug uit _ <pact> | treden/treedt uit _ <pact>
                uit _ <pact> stappen/treden/terugtrekken | uit _ <pact> te stappen/treden
                stappen/stapt .. uit _ <pact> | niet langer/meer .. deelnemen/meedoen/deelnemer
                niet langer/meer .. mee doen | stoppen/stopt/stop .. met .. <pact>
                stoppen/stopt/stop .. met .. <participation>
                <participation> .. niet .. voortzetten/verlengen/voort | verlaten/verlaat .. <pact>
                <pact> .. verlaten/opzeggen | niet langer deel/meedoen/deelnemer
                <participation> .. te beeindigen/stoppen/staken | uittreding/vertrek uit _ <pact>
                uit _ <pact> .. stappen/treden
                """,
            "de": """
                kundig* .. <participation> | <participation> .. kundig*/beenden/beendet/aufkundigen
                beend* .. <participation> | austritt* aus _ <pact>
                aus _ <pact> .. austreten/auszutreten/ausscheiden/zuruckziehen/aus
                treten/tritt aus _ <pact> _ aus | nicht mehr/langer .. teilnehmen/teilzunehmen/beteiligen
                scheid* .. <pact> .. aus | aus _ <pact> .. aussteigen/auszusteigen
                steigen/steigt .. <pact> aus | verlassen/verlasst _ <pact>
                <pact> .. verlassen/aufkundigen/kundigen
                <participation> .. nicht .. fortsetzen/fortfuhren/verlangern/weiterfuhren
                nicht .. fortzusetzen/fortsetzen .. <participation>
                beenden .. unsere/die/meine <participation>
                """,
            "fr": """
                mettre/mettons/met/mettent fin .. <participation> | retir* du <pact>
                se/nous retir* .. <pact> | quitte/quitter/quittons/quittent .. <pact> | retrait du <pact>
                ne .. plus .. participer/partie/participant | n .. plus .. participer/partie
                resili* .. <participation> | cess* .. <participation>
                ne .. pas poursuivre/continuer/renouveler/prolonger .. <participation>
                ne .. pas rester/continuer dans le <pact>
                cesser/cessons/cesse/arreter/arretons .. <participation> | sortir/sortons/sort du <pact>
                fin a notre/sa <participation> | mettre/mettons/met/mettent un terme .. <participation>
                sortie/depart du <pact> | quitter/quitte/quittons .. <pact>
                """,
            "no": """
                avslutt* .. <participation> | si/sier/seier .. opp .. <participation>
                melder/melde/meld .. ut av <pact> | utmelding* _ <pact>
                trekke/trekker/trekkjer/trekkje oss/seg .. <pact> | tre/trer/trår ut av <pact>
                ikke/ikkje .. lenger/lengre .. delta | ikke/ikkje delta lenger
                gå/gar/går/trer ut av <pact>
                ikke/ikkje .. fortsette/vidareføre/videreføre/fornye .. <participation>
                slutter/sluttar/slutte i/med <pact> | forlate/forlater/forlet <pact>
                <participation> .. avslutt*/avslut*/opphør*/oppseiast
                """,
            "es": """
                pone/ponemos/poner fin .. <participation> | abandon*/dejar/dejamos/deja el <pact>
                retir* del <pact> | darnos/darse/dar de baja .. <pact> | baja .. <pact>
                ya no .. participar/formar parte | no .. seguir participando/formando
                salir/salimos/salida del <pact> | cesar .. <participation> | finaliza* .. <participation>
                no continuar/seguir/permanecer/renovar .. <pact>
                no continuar/seguir/renovar .. <participation> | dejar/dejamos/deja de participar/formar
                salirnos/salirse del <pact> | causar/causamos/causa baja | pong* fin .. <participation>
                pong* termino .. <participation> | baja de/en nuestra <participation> | salida del <pact>
                acord* .. salir del <pact>
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
                not .. go/going ahead/forward with .. <application>
                not .. proceed*/pursue/pursuing/continue/continuing _ with .. <application>
                consider/regard/treat .. withdrawn/cancelled/void
                drop/dropping/scrap our/the/my <application>
                take/taking/pull/pulling back .. <application>
                """,
            "nl": """
                trek/trekt/trekken .. <application> .. in/terug
                <application> .. intrekken/ingetrokken/terugtrekken | <application> .. in/terug te trekken
                intrekken/annuleren .. <application> | intrekking .. <application>
                zien af van .. <application> | <application> .. annuleren/stopzetten/vervallen/stoppen
                <application> .. gaat/gaan niet door | niet verder .. met .. <application>
                als ingetrokken/vervallen .. beschouwen
                """,
            "de": """
                ziehe/ziehen/zieht .. <application> .. zuruck
                <application> .. zuruckziehen/zuruckzuziehen/zuruckgezogen/zurucknehmen
                nehmen .. <application> .. zuruck | rucknahme .. <application>
                <application> .. zurucknehmen/zuruckzunehmen/stornieren/widerrufen/zuruckzuziehen
                <application> .. nicht .. weiterverfolgen/weiter
                als zuruckgezogen/gegenstandslos/hinfallig
                """,
            "fr": """
                retir* .. notre/la/ma/sa/cette _ <application> | annul* .. notre/ma/sa <application>
                retrait de .. <application> | renonc* .. <application>
                ne .. pas donner suite .. <application>
                considerer .. comme retire/retiree/nulle/annule/annulee
                annul* .. notre/ma/la/cette <application>
                """,
            "no": """
                trekke/trekker/trekkjer/trekkje/trekk .. <application>
                <application> .. trekkes/trekt/trukket/trekkast .. tilbake
                tilbaketrekking .. <application> | ikke/ikkje .. gå videre/vidare .. <application>
                anse/ansjå/sjå .. trukket/trekt/trekke | avlyse/kansellere/annullere .. <application>
                <application> .. annuller*/kanseller*
                """,
            "es": """
                retir* .. nuestra/mi/la/su/esta _ <application> | desist* .. <application>
                retirada .. <application> | anular .. <application> | renunci* .. <application>
                cancel*/anul* .. nuestra/mi/la/esta <application>
                no seguir/seguimos/seguiremos adelante .. <application>
                den/dar por retirada/retirado/anulada
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
)
"""What is told of oneself. A question takes the sureness from each of them."""
