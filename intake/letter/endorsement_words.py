"""The words by which people support, refuse, wish and set conditions, in many languages (folded)."""

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


SUPPORTS = _any(
    r"endors\w*|support(?:s|ed|ing|ive)?|stand(?:s|ing)? (?:firmly |fully )?behind|stands? with|"
    r"subscrib\w+ to|back(?:s|ed)? (?:the|its|this|these|your)|"
    r"backing|embrac\w+|commit\w* (?:ourselves|itself)|adhere\w* to|(?:lend|give|add|put)s? (?:our|its|"
    r"my) name|"
    r"(?:share|shares) (?:and support )?(?:the|its|these|those|your|all) (?:ambition|aim|goal|objective)s?",
    r"onderschrij\w+|onderschreven|steun\w*|gesteund|ondersteun\w*|scha(?:art|ren) (?:\w+ ){1,5}achter|"
    r"(?:staat|staan) (?:\w+ ){0,3}achter|"
    r"dee?l(?:t|en) (?:wij )?(?:de|het|deze|uw|zijn) (?:ambitie|doel)\w*|adhesie",
    r"unterstutz\w*|befurwort\w*|(?:stell\w*|steh\w*) (?:\w+ ){0,4}hinter|bekenn\w* (?:\w+ ){0,2}zu[mr]?|"
    r"trag\w* (?:[\w&]+ ){1,9}mit|"
    r"teil\w* (?:wir )?(?:die|ihre|diese|seine) (?:ziele|ambitionen)|schliess\w* (?:\w+ ){1,4}an",
    r"soutien\w*|souten\w*|soutenons|souscri\w+|adher\w+|appui\w*|appuy\w+|approuv\w+|s'associe\w*|rallie\w*|"
    r"partage\w* (?:\w+ )?(?:les|ses|vos|ces) (?:ambition|objectif|but)s?",
    r"stott\w*|stor (?:heil\w*|fullt)|still\w* (?:seg|oss|meg) bak|slutt\w* (?:seg|oss|meg) (?:til|op)|"
    r"slutter op|sluttar? (?:seg|oss) (?:til|opp)|"
    r"tilslutt\w*|bakke\w* (?:\w+ ){0,2}op+|bakkar (?:\w+ ){0,2}opp",
    r"stod(?:er|jer|ja|jande|de|et|en|s)?|stall\w* (?:vi |jag )?(?:sig|oss|mig) bakom|(?:delar|"
    r"delade) (?:\w+ )?(?:ambition|mal)\w*|anslut\w* (?:sig|oss)",
    r"apoy\w*|respald\w*|suscrib\w+|adhier\w+|secund\w+|avala\w*|compart\w+ (?:\w+ )?(?:las|sus|"
    r"los) (?:ambicion|objetivo)\w*",
    r"sosten\w+|sostien\w+|sostegn\w+|appogg\w+|aderi\w+|aderisc\w+|sottoscriv\w+|"
    r"condivid\w+(?: \w+)? (?:le|gli|i|le sue) (?:ambizion|obiettiv|fin)\w*",
    r"apoi\w+|subscrev\w+|adere\w*|endoss\w+|(?:com)?partilh\w+ (?:\w+ )?(?:as|os) (?:ambic|objetiv)\w*",
    r"popier\w+|popar\w+|poprz\w+|wspier\w+|wsparci\w+|przylacz\w+ sie|opowiada\w* sie za|"
    r"podziela\w* (?:ambicj|cele)\w*",
    r"tuke\w*|tuki|tukem\w*|tuemme|tuen|tue|tueta|kannat\w+|kannata|puoll\w+|puolta\w+|yhdyn|yhdymme|"
    r"sitoudu\w+",
    r"podpor\w+|podporuj\w+|υποστηρι\w+|στηριζ\w+|tamogat\w*|toeta\w*|atbalst\w*|remia\w*|palaiko\w*|"
    r"podpir\w+|podupir\w+|sprijin\w*|sustin\w+|подкреп\w+",
)  # fmt: skip
"""Verbs and nouns of support."""

OUTRIGHT = re.compile(
    r"endors|onderschr|souscri|suscrib|subscrev|bekenn|tilslut|stiller|staller|slutter|befurwort"
)
"""Words that endorse and say no less."""

PACT = _any(
    r"pa[ck]ts?|pacte|pacto|patto|pakts|pakte[nt]s?|pakta|paktu|paktem|paktowi|pagte[nt]?s?|pakti\w*|"
    r"sopimu\w+|συμφων\w+|c\.?f\.?i\.?t|cfit[-–]\w+"
)
"""What the Pact is called in short."""

NAMED_IN_FULL = re.compile(
    r"(?:circular|zirkular|zirkulare|circulair|circulaire|cirkular|cirkulær|sirkular|sirkulær|cyrkularn|"
    r"kreislauf|kiertotalou|kierto)\w*[^.;]{0,25}?"
    r"(?:fair|eerlijk|equitabl|just[aeo]|rettferdig|rattvis|retfærdig|equ[aoie]|giust|uczciw|sprawiedliw|"
    r"reilu)\w*[^.;]{0,14}?(?:ict|it|ikt|tic|tik)\b"
)
"""The Pact's name in translation."""

AIMS = _any(
    r"ambiti\w+|ambisjon\w*|ambicion\w*|ambizion\w*|ambicj\w*|ambico\w*|aims?|goals?|objectives?|"
    r"aspirations?|doel\w*|ziele?n?|zielen|objectifs?|buts|"
    r"mal(?:et|en|ene|a|ene|en)?|malene|objetiv\w*|obiettiv\w*|fin[ei]s?|cele?|celow|celami|tavoit\w*|"
    r"principles|beginsel\w*|grundsatz\w*|principes"
)
"""What is endorsed of the Pact."""

OTHER_INITIATIVE = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w-]*\s+(?:[\w-]+\s+){0,4})?(?:Charter|Charta|Charte|Carta|Karta|Karty|Kartę|Handvest|"
    r"Charteret|Stadga|Stadgan|Alliance|Allianz|Alliantie|"
    r"Alianza|Alleanza|Sojusz|Sojuszu|Aliança|Alliansen?|[A-ZÅÄÖÆØ]?\w*alliansen?|\w*allianse|"
    r"\w*[Aa]lliance|Initiative|Initiatief|Initiativ\w*|Iniciativa|Iniziativa|"
    r"Inicjatyw\w+|Coalition|Koalition|Coalitie|Partnership|Declaration|Manifesto?|Deal|Convention|Mission|"
    r"Compact|Convenant|Code|Kodex|Roadmap|Agenda|"
    r"[Pp]eruskirja\w*|[A-ZÅÄÖ]\w+\s+\w*liitto\w*|\w+liittoa)\b"
)
"""Something else that one may support, by its name as written."""

OTHER_PACT = re.compile(
    r"\b(?!cfit)(?:[a-z]{4,}(?<!fair)pa[ck]ts?|(?:climate|green|global|klima|klimaat|europ\w+|energy|peace|"
    r"growth) pa[ck]t)\b"
)
"""Another pact (folded): a climate pact, a "Klimaatpact"."""

NOT = (
    r"(?:not|cannot|can't|don't|doesn't|won't|unable|never|neither|nor|no longer|nothing|niet|geen|nooit|"
    r"nicht|kein\w*|ne|n'\w+|pas|ikke|ikkje|inte|ej|"
    r"no|non|nao|nie|ei|emme|ette|ettemme|ettei|eika|en voi|nemuzeme|nepodpor\w+|nevieme|δεν|nem)"
)
"""A word that denies (folded)."""

NOT_ONLY = re.compile(
    r"\b(?:not|niet|nicht|non|ikke|inte|no|nie|nao|ei|emme|ne) (?:only|alleen|slechts|nur|bloss|seulement|"
    r"bare|kun|bara|enbart|solo|solamente|soltanto|tylko|apenas|so|vain|ainoastaan)\b|"
    r"\b(?:not|niet|nicht|ikke|inte|no|non|nao|nie) (?:hesitat\w*|aarzel\w*|zoger\w*|nole|tveka\w*|dud\w+|"
    r"esit\w+|hesit\w+|waha\w+)\b|"
    r"\bwithout (?:reserv\w+|hesitation|condition\w*)\b|\bno (?:doubt|reservation)\b"
)
"""Where a word that denies denies nothing (folded)."""

DECLINES = _any(
    r"declin\w+|refus\w+|regret\w*|withdraw\w*|withhold\w*|weiger\w*|afzien|zien (?:\w+ )?af|helaas|"
    r"ablehn\w*|lehn\w* (?:\w+ ){0,4}ab|leider|absehen|verweiger\w*|"
    r"regrett\w+|malheureusement|avslar|avslå|dessverre|diverre|avboj\w*|tyvarr|avstar|afviser|desværre|"
    r"lamentamos|rehus\w+|purtroppo|rincresce|rifiut\w+|"
    r"niestety|odmawia\w*|lamentamos|recus\w+|valitettavasti|kieltayd\w+"
)
"""Words that decline, beside a word of support that is denied or alone (folded)."""

HESITATES = _any(
    r"hop(?:e|es|ing)|consider(?:s|ing)?|whether|might|one day|some ?day|at some later time|"
    r"look forward to|decid\w+ (?:\w+ ){0,3}whether|undecided",
    r"hopen|hoopt|overweg\w*|ooit|of (?:wij|het|hij|zij|de|ons)|zou(?:den)? (?:\w+ ){0,8}willen|hoffen|"
    r"hofft|uberleg\w*|erwag\w*|ob|eines tages",
    r"esper\w+|envisag\w+|etudi\w+ (?:\w+ )?la possibilite|s'il|s'ils|un jour|si nous|aimer\w+|haper|"
    r"vonar|vurder\w*|om (?:vi|det|den|han|dei|de)|ein dag|en dag",
    r"hoppas|overvag\w*|skulle (?:\w+ ){0,4}vilja|haber|overvej\w*|vil gerne en dag|ønsker en dag|"
    r"espera\w*|estudiando|algun dia|le gustaria|si (?:suscrib\w*|apoy\w*|respald\w*)",
    r"spera\w*|speriamo|valutando|un giorno|se (?:sosten\w+|aderi\w+|condivid\w+|appogg\w+)|decidera|"
    r"nadziej\w+|rozwaza\w*|kiedys|czy|chciala?(?:by|bysmy)|chcialoby|mogli|zastanawia\w*|"
    r"ponder\w+|um dia|se (?:subscrev\w+|apoi\w+|adere\w*)|gostari\w+|toivo\w+|harkits\w+|joskus|haluaisi\w*",
)
"""Words before a word of support that make it a hope, a question or something to be decided (folded)."""

ASKS_IN_FINNISH = re.compile(r"(?<!\w)(?:tue|tuke|kannat|voi|pita|paatta)\w*ko(?!\w)")
"""A Finnish verb that asks whether (folded)."""

WANTS = _any(
    r"wish(?:es)?|would (?:very much )?(?:like|love)|want(?:s)?|intend(?:s)?|plan(?:s)?|aim(?:s)? to|"
    r"willen|wil|wensen|wenst|mochten?|wollen|wurden?|will",
    r"souhait\w+|voudr\w+|voulons|aimerions|onsker|ynskjer|vil|ønsker|onskar|vill|quisi\w+|queremos|quiere|"
    r"desea\w*|desider\w+|vorre\w+|vogliamo|chc\w+|quere\w+|"
    r"desej\w+|halua\w+",
)
"""Words of wanting: to want to support is not yet to support, to want to express support is (folded)."""

EXPRESSES = _any(
    r"express\w*|declar\w*|confirm\w*|stat(?:e|es|ing)|affirm\w*|pledg\w*|giv(?:e|es|ing)|lend\w*|offer\w*|"
    r"announc\w*|convey\w*|extend\w*|show\w*|voice|underline|"
    r"betuig\w*|verklar\w*|verklaart|uitspreken|uitdruk\w*|uiten|bevestig\w*|toezeg\w*|bekund\w*|erklar\w*|"
    r"ausdruck\w*|aussprech\w*|zusicher\w*|zusag\w*|versicher\w*|"
    r"exprim\w*|apport\w*|manifest\w*|accord\w*|expres\w*|dar|dando|comunic\w*|espri\w*|dichiar\w*|"
    r"conferm\w*|wyraz\w*|udziel\w*|zadeklar\w*|uttrykk\w*|uttryck\w*|"
    r"udtrykk\w*|gi|gje|ge|give|giver|ger|ilmaist\w*|ilmais\w*|ilmoit\w*|antaa|vakuutt\w*|ta avstand|"
    r"mostrar|reiterar"
)
"""Words that say that what follows is said here and now (folded)."""

DEPENDS = _any(
    r"provided(?: that|,? (?:our|the|its|it|you|this))|providing that|on (?:the )?condition that|"
    r"conditional (?:on|upon)|subject to|as long as|so long as|unless|"
    r"only if|if and only if|depend\w* (?:on|upon)|contingent (?:on|upon)|once our|pending",
    r"mits|op voorwaarde dat|onder (?:de )?voorwaarde\w*|onder (?:het )?voorbehoud\w*|zolang|tenzij|"
    r"afhankelijk van|indien en voor zover",
    r"sofern|vorausgesetzt|unter der (?:bedingung|voraussetzung)|vorbehaltlich|unter (?:dem )?vorbehalt|"
    r"solange|nur wenn|nur dann|es sei denn|abhangig (?:von|davon)",
    r"a (?:la )?condition (?:que|de|toutefois)|sous (?:la )?(?:reserve|condition)|pourvu que|tant que|"
    r"a moins que|si et seulement si|conditionne\w*",
    r"forutsatt|foresett|under (?:den )?forutsetning\w*|under foresetnad\w*|pa (?:det )?(?:vilkar|"
    r"betingelse)\w*|med (?:forbehold|atterhald|forbehall)|sa lenge|sa lange|"
    r"sa længe|forutsatt att|under forutsattning|forudsat|under forudsætning|pa betingelse|med mindre|"
    r"savida|bare hvis|kun hvis",
    r"siempre (?:que|y cuando)|a (?:la )?condicion|con la condicion|a reserva|bajo (?:la )?(?:reserva|"
    r"condicion)|mientras|sujeto a|salvo que|supeditad\w*",
    r"a (?:patto|condizione) che|purche|fatta salva|con riserva|sotto (?:la )?condizione|finche|"
    r"a meno che|subordinat\w*",
    r"pod warunkiem|o ile|z zastrzezeniem|dopoki|chyba ze|desde que|na condicao|sob (?:a )?(?:reserva|"
    r"condicao)|enquanto|a menos que|condicionad\w*",
    r"edellyttaen|silla ehdolla|silla edellytyksella|niin kauan kuin|mikali|ehdolla etta|pod podminkou|"
    r"υπο τον ορο|feltetel\w*",
)
"""Words that make what is said depend on something (folded)."""

OURS = _any(
    r"we|us|our|ours|i|my|hereby|herewith|wij|we|ons|onze|ik|mijn|hierbij|wir|uns|unser\w*|ich|mein\w*|"
    r"hiermit|nous|notre|nos|je|mon|par la presente|vi|oss|var|vart|vare|"
    r"vores|vor|jeg|eg|jag|herved|hermed|harmed|med dette|nosotros|nuestr\w+|por la presente|noi|nostr\w+|"
    r"la presente|nosso?s?|nossa?s?|pela presente|my|nasz\w*|"
    r"niniejszym|vimos|vem|me|taten|meidan|\w+mme|\w+nimme|\w{3,}(?:amos|emos|imos|iamo|amy|emy|imy|ymy)|"
    r"executive committee|the board|bestuur|vorstand|styret|styrelsen|bestyrelsen|"
    r"junta|direttivo|zarzad|direcao|hallitus\w*"
)
"""Words that show that whoever writes speaks of itself (folded)."""
