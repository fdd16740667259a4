"""The words by which letters open, close, endorse and refuse, and by which titles and organisations are known."""

import re

CLOSING = re.compile(
    r"^(?:yours?(?: very)? (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:with )?(?:kind(?:est)?|best|warm|cordial)? ?regards|"
    r"respectfully(?: yours)?|faithfully|on behalf of|for and on behalf of|signed(?: for)?\b|for the |in witness|with (?:best|kind) wishes|"
    r"met vriendelijke groet\w*|hoogachtend|vriendelijke groet\w*|namens|mit freundlichen grussen|mit besten grussen|hochachtungsvoll|"
    r"freundliche grusse|im namen|veuillez |je vous prie|nous vous prions|cordialement|bien cordialement|meilleures salutations|"
    r"pour l|med vennlig hilsen|vennlig hilsen|med vanlig\w* halsning\w*|vanliga halsningar|hogaktningsfullt|med venlig hilsen|"
    r"venlig hilsen|atentamente|un cordial saludo|saludos|cordiali saluti|distinti saluti|in fede|atenciosamente|com os melhores|"
    r"melhores cumprimentos|z powazaniem|z wyrazami|ystavallisin terveisin|kunnioittavasti|s pozdravem|s uctou|με εκτιμηση|tisztelettel)"
)
"""How the last line before a signature begins (folded)."""

SALUTATION = re.compile(
    r"^(?:dear |to whom it may|geachte|beste |sehr geehrte|madame|monsieur|mesdames|kjære|kjaere|til |hej|bästa|basta|kære|"
    r"estimad|egregi|gentil|exmo|szanown|hyva |vazen|αξιοτιμ|tisztelt)"
)

ADDRESSED = re.compile(
    r"^(?:to|aan|an|attn|att|t\.a\.v|z\. ?hd|til|till|a l'attention|a la|al|alla|ao|do|pre|kedves|προς|c/o)\b"
)
"""How the address of whom a letter goes to begins (folded)."""

TITLE = re.compile(
    r"\b(?:director|manager|head|chief|chair(?:man|woman|person)?|president|presiden\w+|officer|lead(?:er)?|secretary|coordinator|advisor|adviser|"
    r"minister|mayor|commissioner|treasurer|partner|founder|co-founder|executive|specialist|procurement|buyer|purchas\w+|dean|rector|"
    r"professor|board member|member of the board|spokes\w+|trustee|governor|ceo|cto|cio|coo|cpo|vice|deputy|senior|policy|programme|program|"
    r"general counsel|representative|consultant|researcher|analyst|ambassador|"
    r"directeur\w*|directrice|bestuurder|voorzitter|hoofd|inkoper|adviseur|secretaris|wethouder|burgemeester|beleids\w+|manager\w*|"
    r"geschaftsfuhr\w+|\w*leiter\w*|\w*direktor\w*|\w*sekretar\w*|\w*referent\w*|\w*beauftragte\w*|\w*sjef|\w*leder|"
    r"\w*chef\w*|\w*stjori|\w*strateg|\w*juhataja|\w*radgiver|\w*meister\w*|\w*inkoper|\w*hoofd|\w*direkteur|\w*ansvarig\w*|"
    r"\w*ansvarlig\w*|\w*konsulent|\w*einkauf\w*|vorstand\w*|vorsitzende\w*|sprecher\w*|abteilungs\w+|referent\w*|prasident\w*|burgermeister\w*|kanzler\w*|"
    r"president\w*|presidente|delegue\w*|responsable|chef\w*|cheffe|secretaire|maire|charge\w*|gerant\w*|"
    r"leder|daglig|direktor|direktør|styreleder|innkjop\w*|radgiver|sjef|generalsekret\w+|formand|kontorchef|forkvinne|"
    r"ordforande\w*|chef|vd|generaldirektor\w*|upphandl\w*|verksamhetsledare|kommundirektor|"
    r"director\w*|gerente|jef[ae]|coordinador\w*|secretari\w+|direttore|direttrice|amministratore|segretari\w+|responsabile|"
    r"diretor\w*|gestor\w*|coordenador\w*|dyrektor\w*|prezes\w*|kierownik|kierowniczka|przewodniczac\w+|johtaja|\w+johtaja|paallikko|\w+paallikko|puheenjohtaja|"
    r"reditel\w*|vedouci|predsed\w+|jednatel\w*|διευθυντ\w+|προεδρος|igazgato|vezeto|elnok)\b"
)
"""Words that make a line a title (folded)."""

ORGANISATION = re.compile(
    r"\b(?:foundation|association|alliance|institute|institution|university|college|council|network|federation|society|trust|union|"
    r"agency|authority|ministry|department|office|centre|center|forum|initiative|coalition|consortium|city of|municipality|region|"
    r"group|company|corporation|agenc\w*|service|services|board|cooperative|"
    r"watch|observatory|stichting|vereniging|bond|gemeente|provincie|ministerie|instituut|hogeschool|universiteit|"
    r"verein|verband|stiftung|bundnis|institut|gesellschaft|bundesamt|stadt|universitat|hochschule|netzwerk|initiative|"
    r"association|fondation|observatoire|institut|federation|syndicat|ville|commune|universite|reseau|collectif|"
    r"norsk|forening|stiftelsen?|forbund|kommune|fylkeskommune|universitet|institutt|forbundet|foreningen|nettverk|svenska?|kommun|myndighet\w*|"
    r"fundacion|asociacion|ayuntamiento|universidad|instituto|red de|fondazione|associazione|comune|universita|istituto|rete|"
    r"fundacao|associacao|camara|fundacja|stowarzyszenie|instytut|urzad|uniwersytet|saatio|yhdistys|liitto|kaupunki|"
    r"agencja|gmina|powiat|izba|centrum|krajow\w+|linnavalitsus|vald|obcina|občina|savivaldybe|pasvaldiba|primaria|judetul|"
    r"nadace|spolek|ustav|univerzita|mesto|ιδρυμα|ενωση|δημος|πανεπιστημιο|οργανισμος|alapitvany|egyesulet|egyetem|onkormanyzat\w*)\b|"
    r"\b(?:ltd|limited|inc|llc|plc|corp|b\.?v|n\.?v|gmbh|mbh|e\. ?v|ag|kg|eg|s\.?a|sarl|sas|s\.?r\.?l|s\.?p\.?a|a/s|as|asa|ab|aps|oy|oyj|"
    r"sp\. z o\.?o|s\.r\.o|a\.s|vzw|asbl|cic|kft|zrt|d\.o\.o)\.?$"
)
"""Words that make a line an organisation (folded)."""

CONTACT = re.compile(
    r"@|https?:|www\.|\b(?:tel|phone|fax|mobile|e-?mail|email|p\.?o\.? ?box|postbus|postfach|kvk|vat|iban|t:|m:|e:)\b|\+\d{2}|\d{4,}|\b\d{3,}[ -]\d{3,}"
)
"""Lines with how to reach someone (folded)."""

ENDORSES = re.compile(
    r"\b(?:endorse\w*|support\w*|stand(?:s)? behind|subscribe\w*|back(?:s)? the|commit\w* (?:ourselves|itself)|embrace\w*|"
    r"onderschrij\w+|steun\w*|ondersteun\w*|unterstutz\w*|teilen wir|befurwort\w*|souscri\w+|soutien\w*|soutenons|adher\w+|"
    r"stott\w*|stiller\b.*\bbak|tilslutter|stod\w*|stödjer|staller\b.*\bbakom|apoya\w*|respalda\w*|apoia\w*|subscreve\w*|sosten\w+|sostegno|condivid\w+|"
    r"popiera\w*|poparci\w+|wspiera\w*|tuemme|tukee|kannatamme|kannattaa|podporuj\w+|υποστηριζ\w+|στηριζ\w+|tamogat\w*)"
)
WISHES = re.compile(
    r"\b(?:wish(?:es)?|would like|want(?:s)?|hopes?|intends?|consider\w*) to (?:\w+ )?(?:support|endorse)"
)
"""What is only wished is not yet said (folded)."""

REFUSES = re.compile(
    r"\b(?:can ?not|can't|unable to|not able to|do not|does not|will not|won't|are not in a position to|regret\w*|decline\w*|no longer|"
    r"withdraw\w*|kunnen? (?:het |de |deze )?\w* ?niet|helaas|konnen \w* ?nicht|leider|nicht (?:in der lage|unterstutzen)|ne pouvons|"
    r"ne peut|malheureusement|kan ikke|kan inte|kan dessverre|no podemos|non possiamo|nao podemos|nie mozemy|emme voi|nemuzeme)"
    r"\b[^.,;]{0,50}?(?:support|endorse|onderschrij|steun|unterstutz|souten|souscri|stott|stod|apoy|apoi|sosten|popier|tuke|podpor)"
)

BODY_NAMES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:We|we),\s+(?:the\s+)?(?P<o>[^,.;\n]{3,90}?),\s",
        r"\b(?:I|we|We)[^.;]{0,120}?\bon behalf of\s+(?P<o>(?:the\s+)?[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩА-Я][^,.;\n]{2,90}?)(?=,|\.\s|\.$|;|\s+(?:I|we|hereby|to|in|and (?:its|our)|endorse|support|express)\b|$)",
        r"\b(?:[Oo]n behalf of|[Ii]n the name of)\s+(?P<o>(?:the\s+)?[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩА-Я][^,.;\n]{2,90}?)(?=,|\.\s|\.$|;|\s+(?:I|we|hereby|about|concerning|regarding|that|because|to)\b|$)",
        r"(?:^|[.!?]\s+)(?:[Hh]ereby[, ]+|With this letter,? |By this letter,? |Through this letter,? |In this letter,? )?(?P<o>(?:[Tt]he\s+)?[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩА-Я][^,.;\n]{2,90}?)(?:\s+\([^)]*\))?,?\s+(?:is (?:pleased|proud|happy|delighted|glad|writing)|(?:hereby |fully |strongly |wholeheartedly |gladly |warmly |formally )*(?:endorses?|supports?|expresses|declares?|confirms?|wishes|welcomes?|pledges|states|affirms|would like|stands behind|commits))\b",
        r"\bHierbij (?:verklaart|steunt|betuigt|onderschrijft|bevestigt)\s+(?P<o>[^,.;\n]{3,90}?)\s+(?:haar|zijn|de|het|dat)\b",
        r"\bHiermit (?:erklärt|unterstützt|bekundet|bestätigt)\s+(?P<o>[^,.;\n]{3,90}?)\s+(?:die|den|das|ihre|seine|dass)\b",
        r"\b(?:Par la présente|Par la presente),?\s+(?P<o>[^,.;\n]{3,90}?)\s+(?:exprime|déclare|apporte|soutient|affirme|confirme)\b",
        r"(?:^|[.!?]\s+)(?P<o>[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩА-Я][^,.;\n]{2,90}?)\s+(?:gir|erklærer|uttrykker|støtter|ger|uttrycker|stöder|giver|udtrykker|verklaart|steunt|onderschrijft|erklärt|unterstützt|exprime|déclare|soutient)\s+(?:med dette|herved|hermed|härmed|hierbij|hiermit|par la présente|sin|sitt|sit|haar|zijn|ihre|seine|son|den|de|die|le)\b",
        r"\b(?:Por la presente|Pela presente|Con la presente),?\s+(?P<o>[^,.;\n]{3,90}?)\s+(?:expresa|declara|manifesta|exprime|apoya|apoia|sostiene|esprime|dichiara)\b",
        r"\b(?:Niniejszym|Tímto|Täten)\s+(?P<o>[^,.;\n]{3,90}?)\s+(?:wyraża|popiera|deklaruje|vyjadřuje|podporuje|ilmaisee|tukee)\b",
        r"\b(?:[Nn]amens|[Ii]m Namen (?:der|des|von)|[Aa]u nom de(?: la| l['’])?|[Pp]å vegne av|[Pp]å vegne af|[Ff]ör|[Ee]n nombre de|[Ww] imieniu)\s*(?P<o>[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩА-Я][^,.;\n]{2,90}?)(?=,|\.\s|\.$|;|\s+(?:verklaar|erkläre|onderschrij|steun|unterstütz|je|nous|støtte|jag|vi|ich|wir|ik|wij)\b|$)",
    )
)
"""How a letter's body names its sender; group ``o`` is the name."""

NOT_AN_ORGANISATION = re.compile(
    r"^(?:we\b.*|hereby\b.*|herewith\b.*|i\b.*|our\b.*|my\b.*|they\b.*|you\b.*|the undersigned|undersigned|this letter|the pact|this|it|as an? .*|which|that|"
    r"de ondergetekende|ondergetekende|die unterzeichne\w*|le soussigne|la soussignee|.*circular (?:&|and) fair.*|.*steering committee.*|"
    r".*cfit secretariat.*|rijkswaterstaat.*secretariat.*|please|as .*|in .*|with .*)$"
)
