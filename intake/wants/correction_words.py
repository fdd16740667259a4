"""The words by which people say what should stand in place of what was read, in many languages (folded)."""

import re


def _any(*parts: str) -> str:
    return rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"


SHOULD = re.compile(
    _any(
        r"(?:should|must|ought to|needs to|has to) (?:be|read|say)|(?:should|must) have (?:been|read)|"
        r"(?:it|this|that) reads|(?:is|was) in fact|is actually|to be corrected to|please (?:read|"
        r"change (?:it|this) to|use)",
        r"(?:moet|moest|hoort|had moeten|dient)(?: \w+)? (?:te )?(?:zijn|luiden|worden|staan|heten)|"
        r"moet(?: dus)? zijn|luidt|"
        r"(?:moet|had) (?:\w+ ){1,4}(?:zijn|wezen)|mus+(?:te)? [^,;:?!]{1,40}? (?:hei[sß]+en|lauten|sein)",
        r"(?:mus+|mus+te|sol+|sol+te) (?:\w+ )?(?:heis+en|lauten|sein)|lautet|heis+t (?:richtig|"
        r"korrekt)|richtig (?:ist|ware|heis+t)",
        r"(?:doit|devrait|aurait du)(?: \w+)? (?:etre|se lire)|il (?:faut|fallait) lire|lire plutot|"
        r"s'ecrit|il s'agit (?:du|de la|de)|"
        r"(?:faut|veuillez) remplacer par",
        r"(?:skal|skulle|bor|burde|ma)(?: \w+)? (?:vere|være|vært|vore|sta|hete|heite)|er (?:egentlig|"
        r"eigentleg|rett)",
        r"(?:debe|deberia|tiene que|deberia de|debia)(?: \w+)? (?:ser|decir|poner|figurar|constar|"
        r"leerse)|ha de (?:ser|decir)|se llama",
        r"ska(?:ll)?(?: \w+)? (?:vara|sta)|skal(?: \w+)? være|deve(?: \w+)? (?:essere|leggersi)|"
        r"powinno (?:byc|brzmiec)",
    )
)
"""Verbs that put one thing in another's place."""

IS = re.compile(
    _any(
        r"is|are|was|reads",
        r"is|luidt|heet",
        r"ist|lautet|war|heis+t|hat",
        r"est|s'appelle|etait",
        r"er|"
        r"var|heter|heiter",
        r"es|fue|era",
        r"ar",
        r"e",
        r"to",
    )
)
"""Verbs that say what is."""

RIGHT = (
    r"(?:correct|right|proper|actual|real|true|juiste|goede|correcte|echte|richtige|korrekte|"
    r"tatsachliche|correcte?|bonne?|"
    r"exacte?|veritable|riktig|riktige|rette|korrekt|korrekte|rett|correct[ao]|verdader[ao]|exact[ao]|"
    r"ratt|rigtige|prawidlow[aey])"
)
"""What is right, beside a field's name."""

DATE = re.compile(_any(r"date", r"(?:\w*)datum", r"dato|datoen", r"fecha", r"data"))
"""What a date is called."""

SIGNED_ON = re.compile(
    _any(
        r"(?:was |were |we |i |it was |has been )signed(?: \w+){0,4} on",
        r"(?:getekend|ondertekend)(?: \w+){0,2} op",
        r"unters(?:chrieben|igniert)|unterzeichnet|gezeichnet",
        r"sign\w+ le",
        r"(?:signert|underskrive|underskrevet|signerte|"
        r"skrev under)(?: \w+){0,3}",
        r"firm\w+ el",
    )
)

OTHER_DAY = re.compile(
    _any(
        r"meeting|webinar|event|conference|call|deadline|appointment|invoice|tender|birth|letter|mail|"
        r"e-?mail|received|sent|visit|"
        r"decision|council|"
        r"bijeenkomst|vergadering|afspraak|overleg|factuur|aanbesteding|geboorte\w*|brief|verzonden|"
        r"gestuurd|termijn|"
        r"sitzung|termin|veranstaltung|frist|rechnung|ausschreibung|geburt\w*|schreiben|gesendet|geschickt|"
        r"reunion|reunions|rendez-vous|facture|echeance|naissance|courrier|envoye\w*|delai|"
        r"mote\w*|moete|faktura|frist\w*|fødsels\w*|fodsels\w*|brev\w*|sendt|"
        r"cita|factura|plazo|nacimiento|carta|enviad\w+|licitacion"
    )
)
"""What a day is of that is not the day of signing."""

OURS = (
    r"(?:our|the|its|this|onze|de|het|unser\w*|der|die|das|notre|le|la|l'|var\w*|vart|vår\w*|"
    r"nuestr[oa]s?|el|nostr[oa]|nasz\w*)"
)
ORGANISATION_WORD = (
    r"(?:organi[sz]ation\w*|organi[sz]ati\w+|organisatie\w*|organisas?jon\w*|organisme|"
    r"institution|instelling|einrichtung|behorde|entidad|organizacion|virksomhet\w*|verksemd\w*|company|"
    r"municipality|gemeente|kommune\w*)"
)
LEGAL = (
    r"(?:legal|official|full|registered|correct|right|proper|officiele|volledige|juiste|statutaire|"
    r"wettelijke|offizielle\w*|vollstandige\w*|richtige\w*|korrekte\w*|officielle?|complet|exact|correct|"
    r"legal|offisielle?|fulle|riktige?|rette|oficial|completo|correcto|legale|ufficiale)"
)
NAME_WORD = r"(?:names?|naam|nom|namen?|navn\w*|namn\w*|nombre|nome|nazwa)"

ORGANISATION_NAMED = re.compile(
    rf"(?<!\w)(?:(?:our|onze|unser\w*|notre|vart|vår\w*|nuestro|nostro|"
    rf"nasza)(?: {LEGAL}){{0,2}} (?:{ORGANISATION_WORD}(?:'?s)? )?{NAME_WORD}(?: (?:vart|vår|vårt))?|"
    rf"{NAME_WORD} (?:vart|vår|vårt)|(?:the )?(?:{LEGAL} )?{ORGANISATION_WORD}(?:'?s)? {NAME_WORD}|"
    rf"{ORGANISATION_WORD}s?{NAME_WORD}|"
    rf"{NAME_WORD} (?:of|van|der|de|pa|til|for|av|du) (?:{OURS} ?)?{ORGANISATION_WORD}|"
    rf"{NAME_WORD} {ORGANISATION_WORD}|{LEGAL} (?:organisation )?{NAME_WORD})(?!\w)"
)
"""How the organisation's name is named."""

SIGNATORY_NAMED = re.compile(
    r"(?<!\w)(?:my (?:full )?name|mijn (?:volledige )?naam|mein (?:voller )?name|mon (?:nom|prenom)|"
    r"navnet mitt|mitt navn|namnet mitt|mi nombre|"
    r"name of (?:the |our )?(?:signatory|signer)|signatory'?s name|the signatory(?:'s name)?|"
    r"naam van de ondertekenaar|de ondertekenaar|"
    r"(?:unterzeichnet|unterschrieben)(?= hat )|name (?:der|des) unterzeichne\w+|(?:die|"
    r"der) unterzeichne\w+|nom (?:du|de la) signataire|(?:le|"
    r"la) signataire|navnet pa den som signerte|"
    r"nombre del firmante|quien (?:lo )?firm[ao]|el firmante|la firmante)(?!\w)"
)
"""How the name of whoever signed is named."""

TITLE_NAMED = re.compile(
    r"(?<!\w)(?:(?:(?:my|his|her|the|their) )?(?:(?:correct|right|job|official) ){0,2}(?:title|position|"
    r"function)|"
    r"(?:(?:mijn|zijn|haar|de) )?(?:juiste )?functie\w*|"
    r"(?:(?:meine|seine|ihre|die) )?(?:richtige |korrekte )?(?:funktion|amtsbezeichnung|dienstbezeichnung)|"
    r"(?:(?:ma|sa|la) )?(?:bonne )?fonction|(?:mi|su|el) (?:cargo|puesto)|"
    r"(?:stillingen|tittelen|stillinga)(?: (?:min|hans|hennes|hennar|mi))?)(?!\w)"
)
"""How the title of whoever signed is named."""

PARTICIPATES = re.compile(
    _any(
        r"we(?: \w+)? (?:are|join|participate|apply|sign|act|take part)|taking part as|participat\w+ as|"
        r"join\w* as|as an? |type|"
        r"ticked|tick|box|organi[sz]ation is|role",
        r"wij zijn|we zijn|zijn wij|(?:wij |we )?(?:doen|nemen)(?: \w+)? (?:mee|deel)|deelname|als|"
        r"vakje|soort|rol",
        r"wir sind|sind wir|wir (?:nehmen|treten)|teilnahme|als|kastchen|angekreuzt|rolle",
        r"nous sommes|participons|participe|en tant qu'?\w*|comme|case|role",
        r"vi er|vi (?:deltar|deltek|deltakar)|deltar|deltek|som|kryss\w*|rolle\w*",
        r"somos|participamos|participa|como|casilla|marcar",
        r"vi ar|vi deltager|siamo|partecipiamo|jestesmy",
    )
)
"""Words by which an organisation says as what it takes part."""

WE_ARE_ONE = re.compile(
    r"(?<!\w)(?:we are|we're|wij zijn|we zijn|wir sind|nous sommes|vi er|somos)(?: (?:aber|echter|only|"
    r"just|ook|auch|a))?"
    r" (?:procuring|coordinating|inkopend|coordinerend|beschaffend|koordinierend|innkjopende|"
    r"koordinerende)\W*$"
)
"""The role alone, where nothing follows it."""

NOT_THIS = re.compile(
    r"(?:,\s*|\(\s*)?(?:\b(?:and|but|en|maar|und|aber|et|mais|og|men|y|pero)\s+)?"
    r"(?<!\w)(?:not|instead of|rather than|in place of|niet|geen|in plaats van|i\.p\.v\.|nicht|statt|"
    r"anstatt|anstelle von|kein\w*|au lieu de?|plutot que|"
    r"et non(?: pas)?|non(?: pas)?|pas|ikke|ikkje|i stedet for|i staden for|istedenfor|en lugar del?|"
    r"en vez del?|no)(?!\w)"
    r"(?! (?:read|filled|clear|right|correct|correctly|klopt|stimmt))[^,;:.]{1,80}?"
    r"(?=$|[,;)]|\.(?:\s|$)|\s(?:but|maar|sondern|mais|men|sino|aber)(?!\w))"
)
"""The value that is wrong, named beside the right one."""

UNCHANGED = re.compile(
    _any(
        r"(?:text|wording|pact|document|copy|clauses?)(?: \w+){0,6} (?:unchanged|unaltered|unmodified|"
        r"as it (?:is|was|stands)|without (?:any )?(?:changes?|alterations?|modifications?))",
        r"(?:unchanged|unaltered|unmodified)(?: \w+){0,3} (?:text|wording|pact|document|copy)",
        r"(?:did not|have not|has not|never)(?: \w+){0,2} (?:chang|alter|modif|"
        r"amend)\w+(?: \w+){0,3} (?:text|wording|pact|document|clauses?|anything)",
        r"(?:text|wording|nothing|no word)(?: \w+){0,4} (?:has|have|was|were|is)(?: not|"
        r" never)?(?: been)? (?:changed|altered|modified|amended)",
        r"no (?:changes?|alterations?|modifications?)(?: \w+){0,3} (?:made|to the (?:text|wording|"
        r"pact))|(?:without (?:any )?(?:changes?|alterations?)) (?:signed|to)",
        r"(?:tekst|pact)(?: \w+){0,5} (?:ongewijzigd|onveranderd)|ongewijzigd\w*(?: \w+){0,3} (?:tekst|"
        r"ondertekend|getekend)|"
        r"(?:niets|geen woord)(?: \w+){0,4} (?:gewijzigd|veranderd|aangepast)|"
        r"tekst(?: \w+){0,3} niet (?:gewijzigd|veranderd|aangepast)",
        r"(?:text|wortlaut|pakt)(?: \w+){0,5} (?:unverandert\w*|nicht (?:geandert|verandert))|"
        r"unverandert\w*(?: \w+){0,3} (?:text|wortlaut|unterzeichnet|unterschrieben)|"
        r"(?:nichts|kein wort)(?: \w+){0,4} (?:geandert|verandert)|"
        r"ohne anderung\w*(?: \w+){0,2} (?:unterzeichnet|unterschrieben)",
        r"(?:texte|pacte)(?: \w+){0,6} (?:inchange|sans (?:aucune )?modification)|(?:rien|"
        r"aucun mot)(?: \w+){0,4} (?:change|modifie)|sign\w+(?: \w+){0,3} sans (?:aucune )?modification|"
        r"n'a pas ete modifie",
        r"(?:teksten|pakten)(?: \w+){0,5} (?:uendra|uendret|ikke (?:endret|endra)|ikkje endra)|"
        r"(?:ingenting|ikke noe|ikkje noko)(?: \w+){0,3} (?:endret|endra)|(?:uendret|"
        r"uendra)(?: \w+){0,2} tekst|uten endringer|utan endringar",
        r"(?:texto|pacto)(?: \w+){0,6} (?:sin (?:ninguna? )?(?:cambios?|modificacion\w*)|"
        r"no (?:se )?ha (?:sido )?(?:cambiado|modificado))|sin (?:ningun cambio|cambios|modificaciones)",
    )
)
"""Sentences by which a signatory says that the text was signed as it stands."""
