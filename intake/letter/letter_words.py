"""The words by which the parts of a letter are known: greeting, closing, address, references, copies."""

import re

CLOSING = re.compile(
    r"^(?:yours?(?: very)? (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:with )?(?:our |"
    r"my )?(?:kind(?:est)?|"
    r"best|warm(?:est)?|cordial)? ?regards|respectfully(?: yours)?|faithfully|in witness|with (?:best|kind|"
    r"warm|our best)"
    r" (?:wishes|greetings)|best wishes|"
    r"met (?:\w+ ){0,2}(?:groet|hoogachting)\w*|hoogachtend|(?:vriendelijke|hartelijke) groet\w*|"
    r"mit (?:\w+ ){0,2}grussen|mit (?:\w+ ){0,2}hochachtung|hochachtungsvoll|(?:freundliche|beste|"
    r"herzliche|viele) grusse|"
    r"veuillez |je vous prie|nous vous prions|je vous remercie de|(?:bien |tres )?cordialement|"
    r"(?:meilleures|sinceres) salutations|"
    r"(?:avec (?:mes|nos) )?salutations (?:distinguees|cordiales)|respectueusement|"
    r"(?:med )?(?:vennlig|beste|hjertelig|vennleg|venlig|kaerlig|vanlig\w*|basta|venlige|"
    r"vanliga)? ?(?:hilsen|hilsener|hilsner|helsing|helsingar|"
    r"halsning\w*)\b|de bedste hilsner|hogaktningsfullt|arbodigst|ærbodigst|"
    r"(?:muy )?atentamente|(?:le|les) saluda\w*|(?:reciban?|con) un (?:cordial|atento) saludo|"
    r"un (?:cordial|atento|afectuoso) saludo|(?:cordiales )?saludos|"
    r"cordialmente|cordiali saluti|distinti saluti|con (?:i|l')\s?(?:migliori|osservanza|piu).*|in fede|"
    r"(?:muito )?atenciosamente|(?:com os )?(?:melhores|nossos melhores) cumprimentos|com (?:elevada|"
    r"a mais).*|respeitosamente|"
    r"z powazaniem|z wyrazami|lacze wyrazy|z szacunkiem|pozdrawiam\w*|"
    r"(?:ystavallisin|parhain|lampimin|kunnioittavin)? ?terveisin|kunnioittavasti|ystavallisesti|"
    r"s (?:pratelskym )?pozdravem|s uctou|s pozdravom|με εκτιμηση|με τιμη|tisztelettel|udvozlettel|"
    r"lugupidamisega|pagarbiai|ar cienu|"
    r"s postovanjem|s spostovanjem|cu stima|cu respect|с уважение|с поздрав|με φιλικουσ χαιρετισμουσ)"
)
"""How the last line before a signature begins (folded)."""

BEHALF = re.compile(
    r"^(?:signed )?(?:(?:for and )?on behalf of|in the name of|for the board of|namens(?: (?:het|"
    r"de) (?:bestuur|directie|raad) van)?|"
    r"im (?:namen|auftrag) (?:der|des|von|vom)?|fur den vorstand (?:von|der|des)|fur (?:die|den|das)|"
    r"au nom (?:de la|de l'|du|de|d')|"
    r"pour (?:le conseil d'administration de|le bureau de|l'association|la fondation|le|la|l')|"
    r"(?:pa|paa) (?:styrets|bestyrelsens|styrelsens) vegn[ea]r?|(?:pa|paa) vegn[ea]r? (?:av|af)|"
    r"for (?:styret|bestyrelsen|styrelsen) i|for styrelsen for|"
    r"pa uppdrag av|en (?:nombre|representacion) de(?: la| el|l)?|por (?:la junta directiva de)|"
    r"per conto (?:di|del|della)|"
    r"in nome (?:e per conto )?(?:di|del|della)|a nome (?:di|del|della)|em (?:nome|representacao) d[aeo]|"
    r"pel[ao]|"
    r"w imieniu(?: zarzadu)?|za(?: zarzad)?|hallituksen puolesta|puolesta)"
    r"(?:(?<=')|\s*[:,]\s*|\s+)(?=\S)|^(?:for|fur|voor|pour|por|per|namens|for the)\s*:?\s+(?=\S)"
)
"""How a line begins that says for whom somebody signs; what follows is an organisation (folded)."""

BEHALF_BEHIND = re.compile(r"[, ]+(?:(?:hallituksen )?puolesta|pa (?:styrets |bestyrelsens )?vegne)[,:]?$")
"""The same where it stands behind the organisation (folded)."""

BOARD = re.compile(
    r"^(?:(?:the )?(?:board(?: of (?:directors|trustees))?|council|management|executive committee|"
    r"members) of (?:the )?|"
    r"(?:het|de) (?:bestuur|directie|raad van bestuur) van (?:de |het )?|(?:den|dem|der) (?:Vorstand|"
    r"Geschäftsführung) (?:von|der|des) |"
    r"(?:le|la) (?:bureau|conseil(?: d'administration)?|direction) (?:de la |de l'|du |des |de |d')|"
    r"(?:styret|styrelsen|bestyrelsen|ledelsen) (?:i|for|för|av|af) |"
    r"(?:la|el) (?:junta(?: directiva)?|consejo|dirección) de (?:la |el )?|(?:il|la) (?:direttivo|"
    r"consiglio|direzione) (?:di|del|della|dell') ?|"
    r"(?:zarządu?|rady|dyrekcji) |(?:a|da) (?:direção|administração) (?:da|do|de) |(?:hallituksen|"
    r"johtokunnan) )",
    re.IGNORECASE,
)
"""The board that stands before the name of the body it is the board of."""

PROXY = re.compile(
    r"^(?:p\.?\s?p\.?|per pro\.?|ppa\.?|p\.\s?[opav]\.|p/o|p/a|p/|b\.\s?/?\s?a\.?|n\.\s?o\.|"
    r"[Ii]\.\s?[AVov]\.|i\.\s?o\.|e\.\s?[fbu]\.|"
    r"w z\.|z up\.|z upowaznienia|v\.\s?s\.|enl\.? uppdrag|enligt uppdrag|im auftrag|in opdracht|"
    r"par delegation|"
    r"per incarico|por orden|for|p\.)\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
"""What stands before the name of one who signs in another's place."""

SIGNED_BY = re.compile(
    r"^(?:/?s/?\s*[/:]|\([-–]\)|\((?:signed|sgd|gez|get|w\.g|signé|undertegnet|undertecknat|podpisano|firmado|"
    r"firmato|assinado|sign|underskrevet|"
    r"allekirjoittanut)\.?\)|(?:sgd|gez|get|w\.g|fdo|signé|sign|podpisano)\s?[.:]|signed(?: by)?:)\s*",
    re.IGNORECASE,
)
"""How a signature in type begins."""

SALUTATION = re.compile(
    r"^(?:dear\b|to whom it may|good (?:morning|afternoon|day)|greetings|geachte|beste\b|goede(?:n|morgen|"
    r"middag)|sehr geehrte|liebe[rs]?\b|"
    r"guten (?:tag|morgen)|grussgott|madame\b|monsieur\b|mesdames\b|messieurs\b|chere?s?\b|bonjour|kjære|"
    r"kjaere|til rette|hei\b|hej\b|hejsan|"
    r"basta\b|kære|kaere|till (?:berorda|den det)|god dag|estimad[ao]s?|muy senor|a quien (?:corresponda|"
    r"pueda)|buenos dias|distinguid|apreciad|"
    r"egregi|gentil|spettabil|spett\.|illustr|buongiorno|a chi di competenza|exm[ao]s?|prezad|caro|cara|"
    r"caros|car[ao]s? |a quem|szanown|dzien dobry|drodzy|"
    r"hyva\b|hyvat|arvoisa|vazen|αξιοτιμ|αγαπητ|tisztelt|kedves|lugupeetud|gerbiam|god[a\u0101]jam|"
    r"postovan|spostovan|stimat)"
)
"""How a greeting begins (folded)."""

ADDRESSED = re.compile(
    r"^(?:to|aan|an|attn|att|t\.?a\.?v|z\. ?hd|zu handen|zuhanden|ter attentie|till?|a l'attention|"
    r"a la atencion|a la|al|alla|alle|a/a|a/c|ao|aos|do|do rak|pre|"
    r"προσ|c/o|c\.a|for the attention|v/|vastaanottaja|ao cuidado|destinataire|recipient|an das|an die|"
    r"sz\. ?p|sig)\b"
)
"""How the address of whom a letter goes to begins (folded)."""

OF_THE_SECRETARIAT = re.compile(
    r"rijkswaterstaat|\bcfit\b|circular (?:&|and) fair|secretaria\w*|sekretaria\w*|secretariaat|"
    r"secretariat|segreteria|sihteeristo\w*|"
    r"γραμματε\w*|titkarsag\w*|steering committee|\b3500 ge\b|griffioenlaan|postbus 2232"
)
"""What only the address of the Pact's secretariat has (folded)."""

EARLIER = re.compile(
    r"\b(?:your (?:letter|message|mail|e-mail|ref\w*|request)|uw (?:brief|bericht|kenmerk|mail|schrijven)|"
    r"ihr\w* (?:schreiben|nachricht|zeichen|brief|mail)|"
    r"votre (?:courrier|lettre|message|ref\w*)|vos ref\w*|v/\s?(?:lettre|ref|oficio)\w*|(?:deres|dykkar|"
    r"jeres) (?:brev|ref\w*)|ert? (?:brev|datum|ref\w*)|"
    r"su (?:carta|escrito|ref\w*|mensaje)|s/ref|vostr[ao] \w+|vs\. \w+|(?:panstwa|wasze?) (?:pismo|znak)|"
    r"voss[ao] (?:carta|ref\w*|oficio)|kirjeenne\w*|viitteenne|"
    r"invoice|from|until|since|between|valid|bis zum|geldig|valable|founded|established)\b"
)
"""What a day is called that is not the letter's own (folded)."""

DATED = re.compile(
    r"^(?:date(?: of letter)?|datum(?: brief)?|dato|data|fecha|paivays|paivamaara|ημερομηνια|kelt|kuupaev|"
    r"le|den)\b\s*:?\s*"
)
"""How a line begins that holds the letter's own day (folded)."""

CONTACT = re.compile(
    r"@|https?:|www\.|\b(?:tel|tlf|tfn|puh|phone|telefon\w*|telephone|telephone|telefoon|puhelin|fax|"
    r"mobile|e-?mail|email|p\.?o\.? ?box|postbus|postfach|"
    r"postboks|kvk|vat|iban|siret|cvr|krs|nip|nif|nipc|cif|c\.f|p\. ?iva|y-tunnus|rsin|t:|m:|e:|pl \d+)\b|"
    r"\+\d{2}|\d{4,}|\b\d{3,}[ -]\d{3,}|\d{2} \d{2} \d{2}|"
    r"^page \d|^\d+ ?/ ?\d+$|^\d+$"
)
"""Lines with how to reach someone, or with numbers of a page or a register (folded)."""

COPIED = re.compile(
    r"^(?:c\.?c\.?|b\.?c\.?c|copies? (?:to|sent)|copy|copie|copias?|kopi\w*|kopie|kopia|copia|"
    r"p\.?\s?c\.?\s?(?::|$)|verteiler|distribution|jakelu|tiedoksi|"
    r"do wiadomosci|afschrift|c/c|encl\w*|enc\.|bijlage\w*|anlage\w*|annexe?s?\b|p\.? ?j\.|"
    r"pieces? jointe\w*|vedlegg|bilag\w*|anexos?|adjunto|"
    r"allegat\w*|all\.|zalacznik\w*|liite|liitteet|attachments?|p\.?s\.?\s?:|postscript|nota bene)(?:\W|$)"
)
"""How the lines begin that follow the signatures: copies, enclosures (folded)."""

REFERENCE = re.compile(
    r"^(?:our|your|ons|uw|unser\w*|ihr\w*|nos|votre|vos|n/|v/|s/|var|vores|vor|deres|dykkar|jeres|ert?|"
    r"nuestra|su|nostr\w|vostr\w|nasz\w*|panstwa|wasz\w*|"
    r"nossa|vossa|viitt\w*|viite\w*|diaarinumero|ref|kenmerk|znak|prot|journal|kontakt|contact\w*|"
    r"ansprech\w*|bearbeit\w*|affaire suivie|saksbeh\w*|"
    r"sakshands\w*|handlagg\w*|sagsbehandl\w*|persona de|referente|osoba|sprawe|pessoa|yhteyshenk\w*|"
    r"asian hoit\w*|handled|behandeld|case|dossier|kirjeenne)\b[^.]{0,40}"
)
"""How a line of a letter's references begins (folded)."""

SUBJECT = re.compile(
    r"^(?:subject|re|regarding|concerns?|betreft|onderwerp|betreff|betr|objet|emne|sak|vedr\w*|vedrorende|"
    r"ang\w*|arende|asunto|ref|oggetto|dotyczy|sprawa|"
    r"w sprawie|assunto|asia|viite|vec|θεμα|targy)\s*\.?\s*:"
)
"""How a subject line begins (folded)."""

FROM = re.compile(r"^(?:from|van|von|de|da|fra|fran|od|lahettaja|desde)\s*:\s*", re.IGNORECASE)
"""How a printed mail names its sender."""

MEMO_LABELS = tuple(
    (frozenset(sender.split()), frozenset(recipient.split()))
    for sender, recipient in (
        ("from", "to"),
        ("van afzender", "aan"),
        ("von absender", "an empfanger"),
        ("de expediteur", "a pour destinataire para"),
        ("da mittente", "a per destinatario"),
        ("fra", "til"),
        ("fran avsandare", "till mottagare"),
        ("od", "do"),
        ("lahettaja", "vastaanottaja"),
    )
)
"""What a memo writes beside its sender and beside whom it goes to, by language (folded)."""

MEMO_MATTERS = frozenset(
    re.findall(
        r"\S+",
        "date datum dato data fecha paivays subject re concerning onderwerp betreft betreff objet sujet "
        "emne sak vedrorende amne arende asunto assunto oggetto temat dotyczy asia cc kopie kopi kopia copie "
        "copia ref reference kenmerk referentie zeichen",
    )
)
"""What else a memo writes in front of a value (folded)."""

LETTER_TITLE = re.compile(
    r"letters? of support|support letter|(?:declaration|statement|expression|pledge) of support|"
    r"letters? of endorsement|"
    r"statement of endorsement|steun(?:verklaring|brief|betuiging)|ondersteunings(?:verklaring|brief)|"
    r"adhesie(?:betuiging|verklaring)|"
    r"unterstutzungs(?:schreiben|erklarung|brief|bekundung)|erklarung zur unterstutzung|"
    r"(?:lettre|declaration|courrier) de soutien|stotte(?:erklaering|brev|erklering|erklæring|skriv)|"
    r"stod(?:brev|forklaring|uttalande|yttrande)|"
    r"avsiktsforklaring om stod|erklæring om stotte|tilkendegivelse af stotte|carta de (?:apoyo|apoio|"
    r"respaldo|adhesion)|"
    r"(?:declara(?:cion|cao)|manifiesto) de (?:apoyo|apoio|adhesion)|lettera di (?:sostegno|supporto|"
    r"appoggio)|"
    r"dichiarazione di (?:sostegno|supporto|adesione)|list poparcia|list popierajacy|deklaracja poparcia|"
    r"tukikirje|kannatuskirje|tukilausunto|dopis (?:o|na) podporu?e?|vyjadreni podpory|"
    r"επιστολη (?:υπο)?στηριξησ|"
    r"tamogato (?:level|nyilatkozat)|писмо (?:за|в) подкрепа|list (?:o )?podpory|pismo (?:podrske|podpore)|"
    r"scrisoare de sustinere|toetuskiri|atbalsta vestule|paramos laiskas"
)
"""How a Letter of Support calls itself (folded)."""

NOT_AN_ORGANISATION = re.compile(
    r"^(?:we\b.*|hereby\b.*|herewith\b.*|i\b.*|our\b.*|my\b.*|they\b.*|you\b.*|the undersigned|"
    r"undersigned|this letter|the pact|this|it|as an? .*|which|that|"
    r"de ondergetekende|ondergetekende|die unterzeichne\w*|le soussigne|la soussignee|.*circular (?:&|"
    r"and) fair.*|.*steering committee.*|last month|as you know|the board|our board|"
    r".*cfit secretariat.*|rijkswaterstaat.*|please|as .*|in .*|with .*)$"
)
"""What stands where an organisation's name might, and is none (folded)."""

COVERING = re.compile(
    r"\b(?:(?:please )?find (?:enclosed|attached)|(?:enclosed|attached|herewith)[^.]{0,60}(?:pact|signed|"
    r"copy|report|plan)|(?:i am|we are|am) sending you|"
    r"hierbij (?:ontvangt|zend|stuur|doe)\w*|bijgaand|bijgevoegd|als bijlage[^.]{0,40}pact|anbei|beigefugt|"
    r"als anlage (?:erhalten|senden)|in der anlage|"
    r"ci-joint\w*|veuillez trouver|vous trouverez|vedlagt|vedlegg(?:er|jer)|bifogat|bifogar|"
    r"harmed oversand\w*|vedhæftet|vedlagt|adjunt[oa]\w*|le(?:s)? remit\w+|"
    r"in allegato|alleghiamo|trasmett\w+|w zalaczeniu|przesylam\w*|em anexo|junto enviamos|segue em anexo|"
    r"ohessa|liitteena|oheista\w*)\b[^.?!]{0,120}"
    r"(?:pa[ck]t|pacte|pacto|patto|pagt|cfit|circular|signed|ondertekend|unterzeichnet|unterschrieben|"
    r"signe\b|signee|signert|undertecknad|underskrevet|firmad[oa]|firmato|"
    r"podpisan|assinad|allekirjoitet|report|verslag|bericht|rapport|plan|copy of|original)"
)
"""Where a letter only comes with something: the signed copy, a report (folded)."""

POSTCODE = re.compile(
    r"\b(?:\d{4} ?[a-z]{2}|\d{4,5}|\d{2}-\d{3}|\d{3} \d{2}|[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2})\b"
)
"""A postal code of Europe (folded)."""
