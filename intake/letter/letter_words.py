"""The words by which letters open, close, endorse and refuse, and by which titles and organisations are
known."""

import re

CLOSING = re.compile(
    r"^(?:yours?(?: very)? (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:with )?(?:kind(?:est)?|"
    r"best|warm|cordial)? ?regards|"
    r"respectfully(?: yours)?|faithfully|on behalf of|for and on behalf of|signed(?: for)?\b|for the |"
    r"in witness|with (?:best|kind) wishes|"
    r"met vriendelijke groet\w*|hoogachtend|vriendelijke groet\w*|namens|mit freundlichen grussen|"
    r"mit besten grussen|hochachtungsvoll|"
    r"freundliche grusse|im namen|veuillez |je vous prie|nous vous prions|cordialement|bien cordialement|"
    r"meilleures salutations|"
    r"pour l|med vennlig hilsen|vennlig hilsen|med vanlig\w* halsning\w*|vanliga halsningar|"
    r"hogaktningsfullt|med venlig hilsen|"
    r"venlig hilsen|atentamente|un cordial saludo|saludos|cordiali saluti|distinti saluti|in fede|"
    r"atenciosamente|com os melhores|"
    r"melhores cumprimentos|z powazaniem|z wyrazami|ystavallisin terveisin|kunnioittavasti|s pozdravem|"
    r"s uctou|με εκτιμηση|tisztelettel)"
)
"""How the last line before a signature begins (folded)."""

SALUTATION = re.compile(
    r"^(?:dear |to whom it may|geachte|beste |sehr geehrte|madame|monsieur|mesdames|kjære|kjaere|til |"
    r"hej|bästa|basta|kære|"
    r"estimad|egregi|gentil|exmo|szanown|hyva |vazen|αξιοτιμ|tisztelt)"
)

ADDRESSED = re.compile(
    r"^(?:to|aan|an|attn|att|t\.a\.v|z\. ?hd|til|till|a l'attention|a la|al|alla|ao|do|pre|kedves|προς|"
    r"c/o)\b"
)
"""How the address of whom a letter goes to begins (folded)."""

TITLE = re.compile(
    r"\b(?:director|manager|head|chief|chair(?:man|woman|person)?|president|presiden\w+|officer|"
    r"lead(?:er)?|secretary|coordinator|advisor|adviser|"
    r"minister|mayor|commissioner|treasurer|partner|founder|co-founder|executive|specialist|procurement|"
    r"buyer|purchas\w+|dean|rector|"
    r"professor|board member|member of the board|spokes\w+|trustee|governor|ceo|cto|cio|coo|cpo|vice|"
    r"deputy|senior|policy|programme|program|"
    r"general counsel|representative|consultant|researcher|analyst|ambassador|"
    r"directeur\w*|directrice|bestuurder|voorzitter|hoofd|inkoper|adviseur|secretaris|wethouder|"
    r"burgemeester|beleids\w+|manager\w*|"
    r"geschaftsfuhr\w+|\w*leiter\w*|\w*direktor\w*|\w*sekretar\w*|\w*referent\w*|\w*beauftragte\w*|"
    r"\w*sjef|\w*leder|"
    r"\w*chef\w*|\w*stjori|\w*strateg|\w*juhataja|\w*radgiver|\w*meister\w*|\w*inkoper|\w*hoofd|"
    r"\w*direkteur|\w*ansvarig\w*|"
    r"\w*ansvarlig\w*|\w*konsulent|\w*einkauf\w*|vorstand\w*|vorsitzende\w*|sprecher\w*|abteilungs\w+|"
    r"referent\w*|prasident\w*|burgermeister\w*|kanzler\w*|"
    r"president\w*|presidente|delegue\w*|responsable|chef\w*|cheffe|secretaire|maire|charge\w*|gerant\w*|"
    r"leder|daglig|direktor|direktør|styreleder|innkjop\w*|radgiver|sjef|generalsekret\w+|formand|"
    r"kontorchef|forkvinne|"
    r"ordforande\w*|chef|vd|generaldirektor\w*|upphandl\w*|verksamhetsledare|kommundirektor|"
    r"director\w*|gerente|jef[ae]|coordinador\w*|secretari\w+|direttore|direttrice|amministratore|"
    r"segretari\w+|responsabile|"
    r"diretor\w*|gestor\w*|coordenador\w*|dyrektor\w*|prezes\w*|kierownik|kierowniczka|przewodniczac\w+|"
    r"johtaja|\w+johtaja|paallikko|\w+paallikko|puheenjohtaja|"
    r"reditel\w*|vedouci|predsed\w+|jednatel\w*|διευθυντ\w+|προεδρος|igazgato|vezeto|elnok)\b"
)
"""Words that make a line a title (folded)."""

ORGANISATION = re.compile(
    r"\b(?:foundation|association|alliance|institute|institution|university|college|council|network|"
    r"federation|society|trust|union|"
    r"agency|authority|ministry|department|office|centre|center|forum|initiative|coalition|consortium|"
    r"city of|municipality|region|"
    r"group|company|corporation|agenc\w*|service|services|board|cooperative|"
    r"watch|observatory|stichting|vereniging|bond|gemeente|provincie|ministerie|instituut|hogeschool|"
    r"universiteit|"
    r"verein|verband|stiftung|bundnis|institut|gesellschaft|bundesamt|stadt|universitat|hochschule|"
    r"netzwerk|initiative|"
    r"association|fondation|observatoire|institut|federation|syndicat|ville|commune|universite|reseau|"
    r"collectif|"
    r"norsk|forening|stiftelsen?|forbund|kommune|fylkeskommune|universitet|institutt|forbundet|"
    r"foreningen|nettverk|svenska?|kommun|myndighet\w*|"
    r"fundacion|asociacion|ayuntamiento|universidad|instituto|red de|fondazione|associazione|comune|"
    r"universita|istituto|rete|"
    r"fundacao|associacao|camara|fundacja|stowarzyszenie|instytut|urzad|uniwersytet|saatio|yhdistys|"
    r"liitto|kaupunki|"
    r"agencja|gmina|powiat|izba|centrum|krajow\w+|linnavalitsus|vald|obcina|občina|savivaldybe|"
    r"pasvaldiba|primaria|judetul|"
    r"nadace|spolek|ustav|univerzita|mesto|ιδρυμα|ενωση|δημος|πανεπιστημιο|οργανισμος|alapitvany|"
    r"egyesulet|egyetem|onkormanyzat\w*)\b|"
    r"\b(?:ltd|limited|inc|llc|plc|corp|b\.?v|n\.?v|gmbh|mbh|e\. ?v|ag|kg|eg|s\.?a|sarl|sas|s\.?r\.?l|"
    r"s\.?p\.?a|a/s|as|asa|ab|aps|oy|oyj|"
    r"sp\. z o\.?o|s\.r\.o|a\.s|vzw|asbl|cic|kft|zrt|d\.o\.o)\.?$"
)
"""Words that make a line an organisation (folded)."""

CONTACT = re.compile(
    r"@|https?:|www\.|\b(?:tel|phone|fax|mobile|e-?mail|email|p\.?o\.? ?box|postbus|postfach|kvk|vat|"
    r"iban|t:|m:|e:)\b|\+\d{2}|\d{4,}|\b\d{3,}[ -]\d{3,}"
)
"""Lines with how to reach someone (folded)."""

ENDORSES = re.compile(
    r"\b(?:endorse\w*|support\w*|stand(?:s)? behind|subscribe\w*|back(?:s)? the|commit\w* (?:ourselves|"
    r"itself)|embrace\w*|"
    r"onderschrij\w+|steun\w*|ondersteun\w*|unterstutz\w*|teilen wir|befurwort\w*|souscri\w+|soutien\w*|"
    r"soutenons|adher\w+|"
    r"stott\w*|stiller\b.*\bbak|tilslutter|stod\w*|stödjer|staller\b.*\bbakom|apoya\w*|respalda\w*|"
    r"apoia\w*|subscreve\w*|sosten\w+|sostegno|condivid\w+|"
    r"popiera\w*|poparci\w+|wspiera\w*|tuemme|tukee|kannatamme|kannattaa|podporuj\w+|υποστηριζ\w+|"
    r"στηριζ\w+|tamogat\w*)"
)
WISHES = re.compile(
    r"\b(?:wish(?:es)?|would like|want(?:s)?|hopes?|intends?|consider\w*) to (?:\w+ )?(?:support|endorse)"
)
"""What is only wished is not yet said (folded)."""

REFUSES = re.compile(
    r"\b(?:can ?not|can't|unable to|not able to|do not|does not|will not|won't|are not in a position to|"
    r"regret\w*|decline\w*|no longer|"
    r"withdraw\w*|kunnen? (?:het |de |deze )?\w* ?niet|helaas|konnen \w* ?nicht|leider|"
    r"nicht (?:in der lage|unterstutzen)|ne pouvons|"
    r"ne peut|malheureusement|kan ikke|kan inte|kan dessverre|no podemos|non possiamo|nao podemos|"
    r"nie mozemy|emme voi|nemuzeme)"
    r"\b[^.,;]{0,50}?(?:support|endorse|onderschrij|steun|unterstutz|souten|souscri|stott|stod|apoy|apoi|"
    r"sosten|popier|tuke|podpor)"
)

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩА-Я]"
_NAME = r"(?P<o>[^,.;\n]{3,90}?)"
_CAPITALISED = rf"(?P<o>(?:[Tt]he\s+)?{_CAPITAL}[^,.;\n]{{2,90}}?)"
_END = r"(?=,|\.\s|\.$|;|\s+(?:I|we|hereby|about|concerning|regarding|that|because|to|in|and (?:its|our)|"
_SAYS = (
    r"(?:is (?:pleased|proud|happy|delighted|glad|writing)|"
    r"(?:hereby |fully |strongly |wholeheartedly |gladly |warmly |formally )*"
    r"(?:endorses?|supports?|expresses|declares?|confirms?|wishes|welcomes?|pledges|states|affirms|"
    r"would like|stands behind|commits))"
)
_OPENING = r"(?:^|[.!?]\s+)(?:[Hh]ereby[, ]+|(?:With|By|Through|In) this letter,? )?"

BODY_NAMES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ww]e,\s+(?:the\s+)?{_NAME},\s",
        rf"\b(?:[Oo]n behalf of|[Ii]n the name of)\s+{_CAPITALISED}{_END}endorse|support|express)\b|$)",
        rf"{_OPENING}{_CAPITALISED}(?:\s+\([^)]*\))?,?\s+{_SAYS}\b",
        (
            rf"\bHierbij (?:verklaart|steunt|betuigt|onderschrijft|bevestigt)\s+{_NAME}\s+"
            r"(?:haar|zijn|de|het|dat)\b"
        ),
        rf"\bHiermit (?:erklärt|unterstützt|bekundet|bestätigt)\s+{_NAME}\s+(?:die|den|das|ihre|dass)\b",
        rf"\b(?:Par la pr[ée]sente),?\s+{_NAME}\s+(?:exprime|déclare|apporte|soutient|affirme|confirme)\b",
        (
            rf"(?:^|[.!?]\s+){_CAPITALISED}\s+(?:gir|erklærer|uttrykker|støtter|ger|uttrycker|stöder|giver|"
            r"udtrykker|verklaart|steunt|onderschrijft|erklärt|unterstützt|exprime|déclare|soutient)\s+"
            r"(?:med dette|herved|hermed|härmed|hierbij|hiermit|par la présente|sin|sitt|sit|haar|zijn|ihre|"
            r"seine|son|den|de|die|le)\b"
        ),
        (
            rf"\b(?:Por la presente|Pela presente|Con la presente),?\s+{_NAME}\s+(?:expresa|declara|"
            r"manifesta|exprime|apoya|apoia|sostiene|esprime|dichiara)\b"
        ),
        (
            rf"\b(?:Niniejszym|Tímto|Täten)\s+{_NAME}\s+(?:wyraża|popiera|deklaruje|vyjadřuje|podporuje|"
            r"ilmaisee|tukee)\b"
        ),
        (
            rf"\b(?:[Nn]amens|[Ii]m Namen (?:der|des|von)|[Aa]u nom de(?: la| l['’])?|[Pp]å vegne a[vf]|"
            rf"[Ff]ör|[Ee]n nombre de|[Ww] imieniu)\s*{_CAPITALISED}{_END}verklaar|erkläre|onderschrij|steun|"
            r"unterstütz|je|nous|støtte|jag|vi|ich|wir|ik|wij)\b|$)"
        ),
    )
)
"""How a letter's body names its sender; group ``o`` is the name."""

NOT_AN_ORGANISATION = re.compile(
    r"^(?:we\b.*|hereby\b.*|herewith\b.*|i\b.*|our\b.*|my\b.*|they\b.*|you\b.*|the undersigned|"
    r"undersigned|this letter|the pact|this|it|as an? .*|which|that|"
    r"de ondergetekende|ondergetekende|die unterzeichne\w*|le soussigne|la soussignee|.*circular (?:&|"
    r"and) fair.*|.*steering committee.*|"
    r".*cfit secretariat.*|rijkswaterstaat.*secretariat.*|please|as .*|in .*|with .*)$"
)

LETTER_TITLE = re.compile(
    r"letters? of support|support letter|declaration of support|statement of support|"
    r"expression of support|letter of endorsement|"
    r"steun(?:verklaring|brief|betuiging)|ondersteuningsverklaring|adhesiebetuiging|"
    r"unterstutzungs(?:schreiben|erklarung|brief)|"
    r"(?:lettre|declaration) de soutien|stotte(?:erklaering|brev|erklering)|stotteerklæring|stodbrev|"
    r"stod(?:forklaring|uttalande)|avsiktsforklaring om stod|"
    r"carta de (?:apoyo|apoio)|declara(?:cion|cao) de (?:apoyo|apoio)|lettera di (?:sostegno|supporto)|"
    r"dichiarazione di (?:sostegno|supporto)|list poparcia|list popierajacy|deklaracja poparcia|"
    r"tukikirje|kannatuskirje|"
    r"dopis o podpore|vyjadreni podpory|επιστολη (?:υπο)?στηριξης|tamogato (?:level|nyilatkozat)"
)
"""How a Letter of Support calls itself (folded)."""
